# Trang: báo cáo bằng lời đã được đọc.
web-job-reading = Đọc báo cáo
web-readings = Báo cáo đã đọc
web-readings-lead = Báo cáo bằng lời được đọc và từng số liệu nêu trong đó được đặt cạnh sổ đăng ký.
web-readings-read = Đọc báo cáo
web-readings-silent = Bộ quy tắc của tổ chức này không nêu báo cáo tính những gì, nên ở đây không đọc được báo cáo nào.
web-readings-file = Báo cáo
web-readings-file-hint = Văn bản (.txt), Word (.docx) hoặc PDF có chữ, tối đa { $n } MB, bằng tiếng Việt, Nga, Séc hoặc Anh
web-readings-written = Ngày của báo cáo
web-readings-written-own = như báo cáo tự ghi
web-readings-language = Ngôn ngữ của báo cáo
web-readings-told = nhận biết qua từ ngữ
web-readings-encoding = Bảng mã của tệp văn bản
web-readings-working = Tệp được xóa ngay sau khi đọc. Kết quả đọc không thuộc hồ sơ: bạn và những người trong tổ chức của bạn được xem mọi số liệu đó thấy kết quả. Kết quả được giữ đến khi bạn xóa, nhiều nhất { $n } ngày.
web-readings-own = Các lần đọc
web-readings-none = Chưa đọc báo cáo nào
web-readings-none-why = Hãy chọn tệp, tổ chức và kỳ mà báo cáo nói đến.
web-readings-open = Xem báo cáo cạnh sổ đăng ký
web-readings-remove = Xóa
web-readings-found = Báo cáo nêu { $n } số liệu.
web-readings-counts = { $n } số liệu có số của sổ đăng ký bên cạnh, { $differing ->
    [0] không số nào chênh lệch.
    *[other] { $differing } số chênh lệch.
}
web-readings-only = Chỉ những chỗ chênh lệch
web-readings-whole = Toàn văn
web-readings-notes = Đã đọc như thế nào
web-readings-totals = Tổng không khớp với các phần
web-readings-text = Văn bản
web-readings-text-why = Mỗi số liệu dẫn đến số của sổ đăng ký.
web-readings-look = Xem
web-readings-no-text = Không có gì để hiển thị
web-readings-left-out = Những gì báo cáo không nêu
web-readings-left-out-why = Số liệu của sổ đăng ký mà báo cáo không nhắc đến.
