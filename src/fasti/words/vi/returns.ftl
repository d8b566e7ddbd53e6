# Báo cáo theo biểu mẫu: trạng thái và các câu liên quan.
return-state-submitted = đã nộp
return-state-sent_back = bị trả lại
return-state-accepted = đã tiếp nhận
return-state-reopened = được mở lại
