# Báo cáo theo biểu mẫu: trạng thái và các câu liên quan.
return-state-submitted = đã nộp
return-state-sent_back = bị trả lại
return-state-accepted = đã tiếp nhận
return-state-reopened = được mở lại
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Tiếp nhận báo cáo: { $form }, { $period }
return-title-send-back-return = Trả lại báo cáo: { $form }, { $period }
return-title-reopen-return = Mở lại báo cáo: { $form }, { $period }
rule-key-recipient = Nộp cho
rule-key-declared = Đơn vị tự khai
rule-key-figure-rules = Quy tắc số liệu
rule-key-narrative = Các mục nội dung
rule-key-lock = Khóa
rule-recipient-superior = tổ chức cấp trên trực tiếp
rule-recipient-top = tổ chức cấp cao nhất
rule-strict = nếu sai sẽ không nhận
rule-or-remark = nếu khác phải giải trình
rule-check-sum = { $figure } = { $of }
rule-check-at-most = { $figure } ≤ { $of }
rule-check-between = “{ $figure }”: từ { $low } đến { $high }
rule-check-carried = “{ $figure }” = { $of } của kỳ trước
rule-check-previous = “{ $figure }” chênh không quá { $within } so với kỳ trước
rule-check-outlier = { $n ->
   *[other] “{ $figure }” không lệch quá { $n } lần mức chênh thường thấy
}
rule-lock-accepted = khi đã được tiếp nhận
rule-lock-closes = { $n ->
   *[other] khi đã được tiếp nhận, hoặc { $n } ngày sau ngày gia hạn cuối
}
rule-reopened-by-recipient = nơi nhận hoặc cấp trên mở lại
rule-reopened-by-top = tổ chức cấp cao nhất mở lại
return-by-recipient = nơi nhận báo cáo hoặc cấp trên
return-by-top = tổ chức cấp cao nhất
return-remark-enough = đủ
return-remark-not-enough = chưa đủ
