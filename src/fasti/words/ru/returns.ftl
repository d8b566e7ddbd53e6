# Отчёты по форме: их состояния и всё, что о них говорится.
return-state-submitted = сдан
return-state-sent_back = возвращён
return-state-accepted = принят
return-state-reopened = открыт повторно
return-title-submit-return = { $form }, { $period }
return-title-accept-return = О принятии отчёта: { $form }, { $period }
return-title-send-back-return = О возврате отчёта: { $form }, { $period }
return-title-reopen-return = О повторном открытии отчёта: { $form }, { $period }
rule-key-recipient = Сдаётся
rule-key-declared = Заявляет подразделение
rule-key-figure-rules = Правила для чисел
rule-key-narrative = Разделы текста
rule-key-lock = Закрывается
rule-recipient-superior = непосредственно вышестоящей организации
rule-recipient-top = высшей организации
rule-strict = иначе не принимается
rule-or-remark = иначе с пояснением
rule-check-sum = { $figure } = { $of }
rule-check-at-most = { $figure } ≤ { $of }
rule-check-between = «{ $figure }»: от { $low } до { $high }
rule-check-carried = «{ $figure }» = { $of } прошлого периода
rule-check-previous = «{ $figure }» в пределах { $within } от прошлого периода
rule-check-outlier = { $n ->
    [one] «{ $figure }»: отклонение не больше { $n } обычного
   *[many] «{ $figure }»: отклонение не больше { $n } обычных
}
rule-lock-accepted = после принятия
rule-lock-closes = { $n ->
    [one] после принятия или через { $n } день после льготного срока
    [few] после принятия или через { $n } дня после льготного срока
   *[many] после принятия или через { $n } дней после льготного срока
}
rule-reopened-by-recipient = повторно открывает адресат или вышестоящая организация
rule-reopened-by-top = повторно открывает высшая организация
return-by-recipient = адресат или вышестоящая организация
return-by-top = высшая организация
return-remark-enough = достаточно
return-remark-not-enough = недостаточно
