# What the doors tell about acts, units and persons.
cli-usage-unknown-body = Chưa có dữ liệu của tổ chức nào. Hãy chạy fasti demo hoặc fasti init --charter PACK.
cli-begun = Đã khởi tạo sổ đăng ký theo bộ quy định { $pack }. Văn bản đầu tiên sẽ thành lập tổ chức.
cli-database-told = Chỉ lệnh này biết cơ sở dữ liệu qua --database. Hãy đặt FASTI_DATABASE bằng chính địa chỉ đó cho mọi lệnh khác.
cli-already-begun = Cơ sở dữ liệu này đã có sổ đăng ký ({ $pack }).
cli-cannot-read = Không đọc được { $file }: { $detail }. Hãy sửa và thử lại.
cli-no-text = { $file } không phải là tệp văn bản. Hãy viết dự thảo bằng JSON hoặc YAML, mã hóa UTF-8.
cli-no-folder = Thư mục { $folder } không tồn tại. Hãy tạo thư mục trước hoặc ghi tên tệp khác.
cli-no-such-draft = Không có dự thảo { $draft } đang mở.
cli-malformed-argument = { $value } không phải là ngày (YYYY-MM-DD) hoặc kỳ (2024, 2024-H1, 2024-Q2, 2024-05).
cli-database-failed = Cơ sở dữ liệu không thực hiện được: { $detail }. Chưa ghi gì cả. Hãy thử lại khi cơ sở dữ liệu rảnh.
cli-made-by-older = Dữ liệu của tổ chức { $unit } trong { $where } do một phiên bản Fasti cũ hơn tạo ra và chưa được đưa lên phiên bản này. Chưa ghi gì cả. Hãy giữ một bản sao lưu làm bằng phiên bản cũ, dừng tiến trình đang phục vụ, rồi chạy: fasti upgrade
cli-made-by-newer = Dữ liệu của tổ chức { $unit } trong { $where } do một phiên bản Fasti mới hơn phiên bản này tạo ra. Chưa ghi gì cả. Hãy cập nhật bản cài đặt này, hoặc tiếp tục dùng phiên bản đã tạo ra dữ liệu.
cli-upgraded = { $n ->
    [0] Dữ liệu của tổ chức { $unit } đã đúng với phiên bản này.
   *[other] Dữ liệu của tổ chức { $unit } đã được đưa lên phiên bản này: { $n } thay đổi trong các bảng.
}
cli-upgrade-missing = { $n ->
    [0] Dữ liệu của tổ chức { $unit } đã đúng với phiên bản này.
   *[other] Dữ liệu của tổ chức { $unit } do phiên bản cũ hơn tạo ra: còn thiếu { $n } thay đổi. Hãy giữ một bản sao lưu rồi chạy: fasti upgrade
}
cli-not-text = { $value } không phải là văn bản UTF-8. Hãy sửa và thử lại.
cli-relations = Quan hệ với văn bản khác:
cli-tasks = Nhiệm vụ:
cli-effects = Nội dung thay đổi:
cli-attachment = { $file }, { $n } B, SHA-256 { $hash }
cli-chain = Vị trí { $n } trong chuỗi, mã băm { $hash }
cli-members = Số thành viên trực thuộc: { $n }
cli-from = từ { $day }
cli-from-until = { $day } đến { $until }
cli-change-gone = không còn: { $what }
cli-change-new = mới: { $what }
cli-voided = không còn giá trị theo { $act }
cli-line-alias = mục của cùng một người
cli-line-unit = tổ chức
cli-line-lineage = kế thừa
cli-line-membership = tư cách thành viên
cli-line-establishment = số lượng chức danh
cli-line-tenure = giữ chức vụ
cli-line-pool = quy hoạch
cli-line-topic = chuyên đề đã học
cli-line-rating = xếp loại
cli-line-unit_rating = xếp loại tổ chức
cli-line-sanction = kỷ luật
cli-line-unit_sanction = kỷ luật tổ chức
cli-line-return = báo cáo theo biểu mẫu
cli-line-vacancy = khuyết chức danh
cli-left-out = không tính: { $what }, đã bị thu hồi bởi { $act } ngày { $day }
# Plans: several acts issued together.
cli-plan = Phương án: { $title }
cli-plan-clean = { $n } văn bản của phương án có thể được ban hành cùng lúc.
cli-plan-issued = Đã ban hành cùng lúc:
cli-plan-leading = Thu hồi { $act } là thu hồi toàn bộ phương án.

# Người được nhập hai lần.
cli-stands-for = Mục { $person } đã được bỏ, cùng một người với { $other_person }.
cli-duplicates-none = Không có hai mục nào giống cùng một người.
cli-duplicates-more = Xem tiếp: --after { $value }
cli-duplicate-pair = { $person } → { $other_person }: { $grounds } ({ $n } trên 100)
cli-ground-document = cùng giấy tờ
cli-ground-name = cùng họ tên
cli-ground-birth = cùng ngày sinh
cli-ground-other-document = nhưng khác giấy tờ
cli-compare-oneself = { $person } được nêu hai lần. Hãy nêu hai bản ghi khác nhau.
cli-compare-code = Mã
cli-compare-name = Họ tên
cli-compare-sex = Giới tính
cli-compare-born = Ngày sinh
cli-compare-document = Giấy tờ
cli-compare-document-same = cùng số
cli-compare-document-different = số khác
cli-compare-document-there = đã ghi
cli-compare-acts = Văn bản
cli-compare-spans = Sổ đăng ký
cli-merged = Đã gộp: { $person } nay cùng một người với { $other_person }, theo { $act }.
