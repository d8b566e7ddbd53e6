# Своевременность отчётов за несколько периодов.
timeliness-heading = { $unit }: { $form }, { $first } — { $last }
timeliness-counts = { $n ->
    [one] Наступил срок { $n } отчёта; в срок: { $intime }; с опозданием: { $late }; не сдано: { $missing }; возвращено на исправление: { $back }
    [few] Наступил срок { $n } отчётов; в срок: { $intime }; с опозданием: { $late }; не сдано: { $missing }; возвращено на исправление: { $back }
   *[many] Наступил срок { $n } отчётов; в срок: { $intime }; с опозданием: { $late }; не сдано: { $missing }; возвращено на исправление: { $back }
}
timeliness-open = Срок ещё не наступил: { $n }.
timeliness-days = Дней опоздания в среднем: { $mean }; медиана: { $median }.
timeliness-legend = ✓ в срок, +7 дней опоздания, × не сдан, … срок не наступил, · не требуется, ↩ возвращён на исправление
timeliness-state-in-time = в срок
timeliness-state-late = { $n ->
    [one] опоздание на { $n } день
    [few] опоздание на { $n } дня
   *[many] опоздание на { $n } дней
}
timeliness-state-missing = не сдан
timeliness-state-open = срок не наступил
timeliness-state-none = не требуется
timeliness-sent-back = { $n ->
    [one] возвращён на исправление { $n } раз
    [few] возвращён на исправление { $n } раза
   *[many] возвращён на исправление { $n } раз
}
timeliness-duty = { $level } · { $form }, { $period }: срок { $due }, без опоздания до { $until } включительно (§ { $article })
timeliness-column-in-time = в срок
timeliness-column-mean = дней опоздания, среднее
timeliness-column-median = дней опоздания, медиана
timeliness-column-sent-back = возвращено на исправление
web-timeliness = Своевременность
web-timeliness-lead = Кто сдал в срок, кто с опозданием, кто не сдал и сколько отчётов возвращалось на исправление.
web-timeliness-from = С периода
web-timeliness-to = По период
web-timeliness-nobody = Никто здесь не обязан был сдавать эту форму за эти периоды.
web-timeliness-link = Своевременность отчётов
