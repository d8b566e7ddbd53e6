# Văn bản theo thể thức, và cách viện dẫn văn bản.
act-reference = số { $symbol }, ngày { $day }
document-number = Số { $symbol }
document-place-date = { $place }, { $day }
document-recipients = Nơi nhận:
document-attachments = Tài liệu kèm theo:
document-tasks = Nhiệm vụ
document-effects = Hệ quả
document-in-force = có hiệu lực từ { $day }
document-responsible = người chịu trách nhiệm: { $person }
document-due = thời hạn: { $day }
document-signed = (đã ký)
document-withdrawn = Bị thu hồi theo văn bản { $act }
document-confidentiality = Độ mật: { $level }
document-beneath-total = Tổng các báo cáo cấp dưới
document-beneath-given = Số nơi nộp
