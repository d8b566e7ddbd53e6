# Hộp thư đi: tin nhắn về báo cáo và lời của các lệnh.
notice-kind-before-due = nhắc trước hạn
notice-kind-after-grace = nhắc quá hạn
notice-kind-sent-back = báo cáo bị trả lại
notice-kind-accepted = báo cáo được tiếp nhận
notice-subject-before-due = Sắp đến hạn: { $form }, { $period }, { $unit }
notice-subject-after-grace = Quá hạn: { $form }, { $period }, { $unit }
notice-subject-sent-back = Bị trả lại: { $form }, { $period }, { $unit }
notice-subject-accepted = Đã tiếp nhận: { $form }, { $period }, { $unit }
notice-body-before-due = Báo cáo của { $unit } ({ $form }, { $period }) đến hạn nộp { $day } và chưa được nộp.
notice-body-after-grace = Báo cáo của { $unit } ({ $form }, { $period }) đã đến hạn { $day } mà chưa được nộp.
notice-body-sent-back = Báo cáo của { $unit } ({ $form }, { $period }) bị trả lại { $day }. Lý do ghi cạnh từng số liệu.
notice-body-accepted = Báo cáo của { $unit } ({ $form }, { $period }) được tiếp nhận { $day }.
notice-article = Căn cứ: { $article }
notice-why = Bạn nhận thư này vì bạn chuẩn bị hoặc ký văn bản của tổ chức này. Thư do Fasti gửi, xin không trả lời.
outbox-reminded = Đã đưa { $n } lời nhắc vào hộp thư đi; đã có từ trước: { $m }.
outbox-unreachable = { $n } báo cáo không có người chuẩn bị hoặc ký nào có địa chỉ thư điện tử. Đặt địa chỉ bằng fasti account email.
outbox-sent = Đã gửi { $n } thư; còn chờ: { $m }.
outbox-refused = { $n } thư bị từ chối và sẽ được gửi lại. fasti outbox list cho biết lý do.
outbox-away = Không liên lạc được với máy chủ thư hoặc thư mục. Không mất thư nào; hãy gửi lại sau.
outbox-no-server = Chưa khai báo máy chủ thư. Đặt FASTI_SMTP, ví dụ smtp+tls://user:password@mail.example.org, hoặc dùng --folder.
outbox-empty = Hộp thư đi trống.
outbox-waiting-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, gửi { $value }; đang chờ
outbox-sent-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, gửi { $value }; đã gửi
outbox-failed-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, gửi { $value }; đã thử { $n } lần: { $detail }
cli-account-email = { $kind ->
    [none] Tin nhắn cho { $value } không còn địa chỉ nhận.
   *[set] Tin nhắn cho { $value } được gửi đến địa chỉ đã nêu.
}
log-email-set = đã đặt địa chỉ nhận tin nhắn
web-own-email = Tin nhắn qua thư điện tử
web-own-email-why = Lời nhắc nộp báo cáo, tin báo cáo được tiếp nhận hay bị trả lại được gửi đến địa chỉ này. Để trống nếu không cần.
web-own-email-address = Địa chỉ thư điện tử
web-own-email-keep = Lưu địa chỉ
web-own-said-email = Đã lưu địa chỉ.
