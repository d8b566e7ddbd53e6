# Việc chờ: một câu nêu việc, một câu nêu lý do, một bước tiếp theo.
waiting-check-why = { $who ->
    [known] { $person } soạn, { $unit }; sửa lần cuối { $day }, chưa kiểm tra.
    *[unknown] { $unit }; sửa lần cuối { $day }, chưa kiểm tra.
}
waiting-sign-why = { $who ->
    [known] { $unit }; { $person } kiểm tra { $day }.
    *[unknown] { $unit }; đã kiểm tra { $day }.
}
waiting-task-why = { $whose ->
    [mine] { $act } giao; người chịu trách nhiệm: tôi. Kết quả thực hiện chưa được ghi nhận.
    *[unit] { $act } giao cho tổ chức. Kết quả thực hiện chưa được ghi nhận.
}
waiting-post = { $post }: khuyết { $n } ngày
waiting-post-why = { $n ->
    [1] Khuyết từ { $day }; quy định không quá { $limit } ngày.
    *[other] { $n } suất khuyết, lâu nhất từ { $day }; quy định không quá { $limit } ngày.
}
waiting-term = { $person }, { $post }: hết thời hạn { $day }
waiting-term-why = { $has ->
    [ended] Thời hạn đã hết mà chức danh vẫn đang giữ; phải thông báo trước { $n } ngày.
    *[ends] Phải thông báo trước khi hết hạn { $n } ngày.
}
waiting-report = { $form }, { $period }: { $unit } chưa nộp
waiting-report-why = Số liệu tính đến { $day }.
waiting-reports = { $form }, { $period }: { $n } trong { $m } tổ chức chưa nộp
waiting-reports-why = { $more ->
    [0] Còn thiếu: { $units }.
    *[other] Còn thiếu: { $units } và { $more } tổ chức khác.
}
waiting-kind-check = Chờ kiểm tra
waiting-kind-sign = Chờ ký
waiting-kind-report = Báo cáo
waiting-kind-post = Chức danh
waiting-kind-term = Thời hạn
waiting-kind-task = Nhiệm vụ
waiting-step-check = Kiểm tra dự thảo
waiting-step-sign = Xem và ban hành
waiting-step-task = Mở văn bản
waiting-step-fill = Soạn quyết định bổ nhiệm
waiting-step-post = Xem chức danh
waiting-step-term = Soạn bước tiếp theo
waiting-step-report = Mở báo cáo
waiting-step-reports = Xem tổ chức còn thiếu
waiting-return-sent-back = { $form }, { $period }: bị trả lại, cần chỉnh lý
waiting-return-sent-back-of = { $form }, { $period }: trả lại cho { $unit }, cần chỉnh lý thay
waiting-return-reopened-of = { $form }, { $period }: mở lại cho { $unit }, cần nộp thay
waiting-return-reopened = { $form }, { $period }: được mở lại, cần nộp
waiting-return-to-answer = { $form }, { $period }: { $unit } đã nộp, chờ trả lời
waiting-return-to-answer-why = Lần nộp { $n }, ngày { $day }.
waiting-step-correct = Chỉnh lý báo cáo
waiting-step-fill-return = Nhập báo cáo
waiting-step-answer = Trả lời báo cáo
