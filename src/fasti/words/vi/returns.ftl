# Báo cáo theo biểu mẫu: trạng thái và các câu liên quan.
return-state-submitted = đã nộp
return-state-sent_back = bị trả lại
return-state-accepted = đã tiếp nhận
return-state-reopened = được mở lại
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Tiếp nhận báo cáo: { $form }, { $period }
return-title-send-back-return = Trả lại báo cáo: { $form }, { $period }
return-title-reopen-return = Mở lại báo cáo: { $form }, { $period }
