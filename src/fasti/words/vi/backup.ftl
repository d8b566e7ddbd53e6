# Sao lưu, khôi phục và đĩa hết chỗ.
backup-done = { $file } chứa toàn bộ dữ liệu của tổ chức { $unit }: { $n } văn bản.
backup-without = Một tệp đính kèm không có trong thư mục dữ liệu nên cũng không có trong bản sao lưu: { $file }. Hãy tìm trong bản sao lưu cũ hơn.
backup-file-exists = { $file } đã tồn tại, việc sao lưu không ghi đè lên tệp nào. Hãy chọn tên khác.
backup-cannot-write = Không ghi được bản sao lưu { $file } ({ $detail }). Không để lại tệp nào. Hãy giải phóng chỗ trống hoặc chọn thư mục khác.
restore-done = Tổ chức { $unit } đã được khôi phục từ { $file } và đã kiểm chứng: { $n } văn bản.
restore-body-here = Nơi đây đã có dữ liệu của một tổ chức ({ $pack }, tại { $place }), việc khôi phục không ghi đè. Hãy khôi phục vào thư mục dữ liệu khác (FASTI_HOME) hoặc cơ sở dữ liệu khác.
restore-not-empty = { $place } không trống: đã có { $table }. Hãy khôi phục vào thư mục dữ liệu mới (FASTI_HOME) hoặc cơ sở dữ liệu mới.
restore-foreign = { $file } không phải là bản sao lưu của Fasti (phần không thuộc về đó: { $member }). Hãy chỉ ra tệp do fasti backup ghi.
restore-cut-short = { $file } bị cắt ngắn: thiếu phần cuối. Hãy lấy lại từ nơi lưu giữ hoặc dùng bản sao lưu cũ hơn.
restore-changed = { $file } không còn như khi được ghi; phần bị thay đổi: { $member }. Hãy lấy lại từ nơi lưu giữ hoặc dùng bản sao lưu cũ hơn.
restore-unreadable = Không đọc được { $file }: { $member }. Hãy kiểm tra tên và quyền truy cập.
restore-newer = { $file } do phiên bản Fasti mới hơn ghi ({ $detail }). Hãy cập nhật Fasti rồi khôi phục.
restore-faulty = Dữ liệu trong { $file } không qua được kiểm chứng (số lỗi: { $n }; lỗi đầu tiên: { $fault }, { $act }). Chưa khôi phục gì. Hãy dùng bản sao lưu cũ hơn hoặc xem xét bản này với --with-faults.
restore-fault = { $act }: { $code } { $subject }
backup-without-upload = Thiếu một tệp của dự thảo đang mở trong thư mục dữ liệu, nên bản sao lưu cũng thiếu: { $file }. Hãy đính kèm lại vào dự thảo.
restore-closed = Ứng dụng xác thực và mã khôi phục của các tài khoản sau được niêm phong bằng khóa của bản cài đặt khác, nên không mã nào khớp: { $accounts }. Hãy đặt web.key của bản đó vào thư mục dữ liệu (hoặc đặt FASTI_SECRET của nó), hoặc xác minh từng chủ tài khoản rồi chạy fasti account forget.
cli-disk-full = Đĩa đã hết chỗ ({ $detail }). Việc chưa hoàn thành không được ghi nhận. Hãy giải phóng chỗ trống rồi thử lại.
