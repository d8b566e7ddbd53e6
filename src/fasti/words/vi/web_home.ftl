# Các trang: home.
web-home-draft = Soạn văn bản
web-home-filter = Lọc việc
web-home-all = Tất cả
web-home-list = Danh sách việc
web-home-group-overdue = Quá hạn
web-home-group-week = Tuần này
web-home-group-next = Sắp tới
web-home-late = Chậm { $n } ngày
web-home-left = Còn { $n } ngày
web-home-today = Hạn hôm nay
web-home-due = hạn
web-home-open = Đang chờ
web-home-since = từ
web-home-foot = Hết việc thì trang này trống. Việc chỉ mất khi có văn bản hoặc báo cáo giải quyết nó.
web-home-more = Và { $n } việc khác
web-home-none = Không có việc nào chờ
web-home-none-why = Dự thảo chờ kiểm tra, chờ ký, báo cáo đến hạn, chức danh khuyết quá lâu, thời hạn sắp hết và nhiệm vụ của tổ chức tự hiện ở đây.
web-home-none-member = Nhiệm vụ do bạn chịu trách nhiệm tự hiện ở đây. Bạn luôn xem được hồ sơ của mình và tổ chức mình.
web-home-none-of-kind = Không có việc loại này
web-home-none-of-kind-why = Còn việc loại khác đang chờ.
web-home-show-all = Xem tất cả
web-home-to-unit = Mở tổ chức của tôi
web-home-own = Về tôi
web-home-member-of = Sinh hoạt tại
web-home-own-acts = Văn bản về tôi
web-home-state = Tình hình tổ chức
web-home-ages = { $n ->
    [0] Không có suất nào khuyết quá { $days } ngày
    *[other] { $n } suất khuyết quá { $days } ngày
}
web-home-ages-any = { $n } suất đang khuyết
web-home-ages-measure = { $n } suất khuyết theo số ngày, tính đến { $day }
web-home-ages-rule = không quá { $n } ngày
web-home-age-under = Đến { $last } ngày
web-home-age = { $first } đến { $last }
web-home-age-over = Trên { $first }
web-home-months-measure = Cuối mỗi tháng
web-home-merged = hợp nhất { $day }
web-home-received = Đã nhận { $n } trong { $m } báo cáo
web-home-received-in-time = Đúng hạn
web-home-received-late = Chậm
web-home-received-missing = Chưa nộp
web-home-planned = { $n ->
    [0] Chức danh nào cũng có người trong quy hoạch
    *[other] { $n } chức danh chưa có ai trong quy hoạch
}
web-home-planned-measure = { $n } chức danh do tổ chức bố trí, theo số người quy hoạch
web-home-planned-many = Từ 2 người
web-home-planned-one = Có 1 người
web-home-planned-none = Chưa có ai
web-home-planned-rule = tối đa { $n } người
web-home-system = Tình trạng hệ thống
web-home-technical = Đây là tài khoản kỹ thuật: vận hành hệ thống, không xem được nội dung của sổ.
web-home-num-acts = Văn bản đã ghi nhận
web-home-free = Dung lượng còn trống
web-home-state-of-system = Nơi và cách lưu giữ
web-home-database = Cơ sở dữ liệu
web-home-last-recorded = Ghi nhận lần cuối
web-home-rules = Bộ quy định
web-home-jobs-done-by = Việc chạy lâu
web-home-jobs-here = do tiến trình này làm
web-home-jobs-elsewhere = do tiến trình khác làm
