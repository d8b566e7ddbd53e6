# Отчёты по форме: их состояния и всё, что о них говорится.
return-state-submitted = сдан
return-state-sent_back = возвращён
return-state-accepted = принят
return-state-reopened = открыт повторно
