# Отчёты по форме: их состояния и всё, что о них говорится.
return-state-submitted = сдан
return-state-sent_back = возвращён
return-state-accepted = принят
return-state-reopened = открыт повторно
return-title-submit-return = { $form }, { $period }
return-title-accept-return = О принятии отчёта: { $form }, { $period }
return-title-send-back-return = О возврате отчёта: { $form }, { $period }
return-title-reopen-return = О повторном открытии отчёта: { $form }, { $period }
