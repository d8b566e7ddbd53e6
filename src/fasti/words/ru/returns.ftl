# Отчёты по форме: их состояния и всё, что о них говорится.
return-state-submitted = сдан
return-state-sent-back = возвращён
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
return-state-missing = не сдан
return-state-reported = доложено без чисел
return-column-unit = организация
return-column-state = состояние
return-column-due = срок
return-column-handed-in = впервые сдан
return-column-late = дней опоздания
return-column-version = редакция
return-column-figure = показатель
return-column-value = значение
return-column-before = прошлый период
return-column-remark = пояснение
return-column-total = итого
return-column-given = сдали
return-column-register = учёт
return-column-missing = нет данных
return-column-under = ныне в составе
return-list = Отчёты для { $unit }: { $form }, { $period }
return-sheet = { $unit }: { $form }, { $period } ({ $state })
return-due = Срок { $day } ({ $article }).
return-closes = Принимается до { $day } ({ $article }).
return-mean-late = Дней опоздания в среднем: { $n }.
return-version = Редакция { $n }, сдана { $day } [{ $act }]
return-answer = { $state } { $day } [{ $act }]
return-consolidated = { $unit }: { $form }, { $period }; в итогах: { $n } из { $m }
return-not-in-totals = Не в итогах: { $unit } ({ $state })
return-of = { $n } из { $m }
return-partial = { $total } (неполный)
return-beneath = Отчёты нижестоящих в итогах: { $n } из { $m }
return-submitted = Сдано: { $act }
return-accepted-by = Принято: { $act }
return-sent-back-by = Возвращено: { $act }
return-reopened-by = Открыто повторно: { $act }
return-deviation-late-act = { $unit }, { $figure }: в отчёте { $stated }, в учёте { $register } (после { $day } записаны другие документы)
return-deviation-boundaries = { $unit }, { $figure }: в отчёте { $stated }, в учёте { $register } (границы организаций не те, что в отчёте от { $day })
return-deviation-definition = { $unit }, { $figure }: в отчёте { $stated }, в учёте { $register } (после { $day } изменились правила)
return-deviation-unexplained = { $unit }, { $figure }: в отчёте { $stated }, в учёте { $register } (причина не известна; учёт читался { $day })
return-counts = { $n ->
        [one] { $n } отчёт к сдаче
        [few] { $n } отчёта к сдаче
       *[many] { $n } отчётов к сдаче
    }; в срок: { $intime }; с опозданием: { $late }; нет: { $missing }; принято: { $accepted }
