# Lời của các lệnh trên thiết bị đầu cuối.
cli-checked-clean = { $act }: không có vướng mắc.
cli-findings = { $n } phát hiện; chưa áp dụng thay đổi nào.
cli-issued = Đã ban hành: { $act }
cli-withdrawn = Đã thu hồi: { $act }
cli-drafted = Đã lưu dự thảo { $draft }; hãy kiểm tra rồi ban hành.
cli-preview = Hệ quả khi ban hành:
cli-no-effects = Không có hệ quả.
cli-verified = Hồ sơ văn bản của { $unit } toàn vẹn: { $n } văn bản.
cli-not-verified = Hồ sơ văn bản của { $unit } bị sai lệch tại { $act }.
cli-rebuilt = Đã dựng lại sổ đăng ký từ { $n } văn bản.
cli-rebuild-same = Sổ đăng ký dựng lại trùng khớp với sổ đang lưu: { $n } dòng.
cli-rebuild-differs = Sổ đăng ký dựng lại khác với sổ đang lưu ở { $n } dòng.
cli-report-written = Đã ghi vào { $file }.
cli-vacant = còn khuyết
cli-superior = trực thuộc { $unit }
cli-progress = { $done }/{ $all }: { $what }

# Serving
cli-serving = Fasti đang chạy tại { $address } (Ctrl+C để dừng)
cli-cannot-listen = { $where }: không mở được cổng ({ $detail }). Hãy chọn cổng khác bằng --port.
cli-serve-https = { $host } có thể truy cập từ máy khác, và mật khẩu không được truyền ở dạng rõ. Hãy đặt máy chủ https phía trước Fasti và đặt FASTI_HTTPS=1, FASTI_HOSTS, hoặc dùng 127.0.0.1.
cli-demo-accounts = Đăng nhập bằng một trong các tài khoản sau; mật khẩu chung: { $password }
cli-demo-technical = vận hành hệ thống, không xem nội dung
cli-demo-member = thành viên không giữ chức danh
cli-sample-done = Đã ghi một tổ chức toàn quốc mẫu vào { $file }. Tổ chức: { $num_unit }; người: { $num_person }; văn bản: { $num_act }; hệ quả: { $num_effect }.
cli-sample-not-empty = Thư mục { $file } không trống. Hãy chọn thư mục khác bằng --out.

# Đo đạc
cli-bench-absent = Các phép đo nằm trong thư mục “bench” của mã nguồn, không có ở đây. Chúng không được cài cùng gói.
cli-bench-unknown = Không có phép đo “{ $name }”. Có thể thực hiện: { $known }.
cli-bench-running = Đang đo: { $name }
cli-bench-failed = Phép đo “{ $name }” không chạy đến cùng: { $detail }
cli-bench-done = Đạt { $met } trong { $num } mục tiêu đã đo.
trouble-absent = không có tệp hoặc thư mục này
trouble-forbidden = không có quyền truy cập
trouble-folder = đây là thư mục
trouble-no-folder = một phần của đường dẫn không phải là thư mục
trouble-full = đĩa đã đầy
trouble-read-only = đĩa chỉ cho phép đọc
