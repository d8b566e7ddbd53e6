# An act as an official document, and how acts are cited.
act-reference = No. { $symbol } of { $day }
document-number = No. { $symbol }
document-place-date = { $place }, { $day }
document-recipients = Recipients:
document-attachments = Attachments:
document-tasks = Tasks
document-effects = Effects
document-in-force = in force from { $day }
document-responsible = responsible: { $person }
document-due = due by { $day }
document-signed = (signed)
document-withdrawn = Withdrawn by { $act }
document-confidentiality = Confidentiality: { $level }
document-beneath-total = Total of the returns beneath
document-beneath-given = Given by
