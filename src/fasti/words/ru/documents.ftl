# Акт как официальный документ и ссылка на акт.
act-reference = № { $symbol } от { $day }
document-number = № { $symbol }
document-place-date = { $place }, { $day }
document-recipients = Адресаты:
document-attachments = Приложения:
document-tasks = Задачи
document-effects = Правовые последствия
document-in-force = вступает в силу { $day }
document-responsible = ответственный: { $person }
document-due = срок: { $day }
document-signed = (подписано)
document-withdrawn = Отозван актом { $act }
document-confidentiality = Степень секретности: { $level }
document-beneath-total = Итого по отчётам нижестоящих
document-beneath-given = Сдали
