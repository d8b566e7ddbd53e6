# Báo cáo theo biểu mẫu: trạng thái và các câu liên quan.
return-state-submitted = đã nộp
return-state-sent-back = bị trả lại
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
return-state-missing = chưa nộp
return-state-reported = đã báo cáo, không kèm số liệu
return-column-unit = tổ chức
return-column-state = trạng thái
return-column-due = hạn nộp
return-column-handed-in = nộp lần đầu
return-column-late = số ngày chậm
return-column-version = lần nộp
return-column-figure = số liệu
return-column-value = giá trị
return-column-before = kỳ trước
return-column-remark = giải trình
return-column-total = tổng
return-column-given = số nơi nộp
return-column-register = đăng ký
return-column-missing = còn thiếu
return-column-under = nay thuộc
return-list = Báo cáo phải nộp cho { $unit }: { $form }, { $period }
return-sheet = { $unit }: { $form }, { $period } ({ $state })
return-due = Hạn nộp { $day } ({ $article }).
return-closes = Nộp được đến hết ngày { $day } ({ $article }).
return-mean-late = Số ngày chậm trung bình: { $n }.
return-version = Lần nộp { $n }, ngày { $day } [{ $act }]
return-answer = { $state } ngày { $day } [{ $act }]
return-consolidated = { $unit }: { $form }, { $period }; đã cộng: { $n } trên { $m }
return-not-in-totals = Chưa có trong tổng: { $unit } ({ $state })
return-of = { $n } trên { $m }
return-partial = { $total } (chưa đủ)
return-beneath = Báo cáo cấp dưới có trong tổng: { $n } trên { $m }
return-submitted = Đã nộp: { $act }
return-accepted-by = Đã tiếp nhận: { $act }
return-sent-back-by = Đã trả lại: { $act }
return-reopened-by = Đã mở lại: { $act }
return-deviation-late-act = { $unit }, { $figure }: báo cáo { $stated }, đăng ký { $register } (có văn bản được ghi sau ngày { $day })
return-deviation-boundaries = { $unit }, { $figure }: báo cáo { $stated }, đăng ký { $register } (ranh giới tổ chức khác với báo cáo ngày { $day })
return-deviation-definition = { $unit }, { $figure }: báo cáo { $stated }, đăng ký { $register } (quy định đã thay đổi sau ngày { $day })
return-deviation-unexplained = { $unit }, { $figure }: báo cáo { $stated }, đăng ký { $register } (chưa rõ lý do; số liệu đăng ký lấy ngày { $day })
return-counts = { $n } báo cáo phải nộp; đúng hạn: { $intime }; chậm: { $late }; chưa nộp: { $missing }; đã tiếp nhận: { $accepted }
