# Akt jako úřední dokument a citace aktu.
act-reference = č. { $symbol } ze dne { $day }
document-number = Č. { $symbol }
document-place-date = { $place }, { $day }
document-recipients = Adresáti:
document-attachments = Přílohy:
document-tasks = Úkoly
document-effects = Účinky
document-in-force = účinnost ode dne { $day }
document-responsible = odpovědná osoba: { $person }
document-due = lhůta: { $day }
document-signed = (podepsáno)
document-withdrawn = Odvoláno aktem { $act }
document-confidentiality = Stupeň utajení: { $level }
document-beneath-total = Součet výkazů podřízených
document-beneath-given = Podalo
