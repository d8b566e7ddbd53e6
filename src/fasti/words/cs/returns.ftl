# Výkazy: jejich stavy a co se o nich říká.
return-state-submitted = podán
return-state-sent-back = vrácen
return-state-accepted = přijat
return-state-reopened = znovu otevřen
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Přijetí výkazu: { $form }, { $period }
return-title-send-back-return = Vrácení výkazu: { $form }, { $period }
return-title-reopen-return = Znovuotevření výkazu: { $form }, { $period }
rule-key-recipient = Podává se
rule-key-declared = Uvádí jednotka
rule-key-figure-rules = Pravidla pro čísla
rule-key-narrative = Oddíly textu
rule-key-lock = Uzavírá se
rule-recipient-superior = přímo nadřízené organizaci
rule-recipient-top = nejvyšší organizaci
rule-strict = jinak se nepřijme
rule-or-remark = jinak s poznámkou
rule-check-sum = { $figure } = { $of }
rule-check-at-most = { $figure } ≤ { $of }
rule-check-between = „{ $figure }“: { $low } až { $high }
rule-check-carried = „{ $figure }“ = { $of } minulého období
rule-check-previous = „{ $figure }“ do { $within } od minulého období
rule-check-outlier = { $n ->
    [one] „{ $figure }“: odchylka nejvýše { $n } obvyklá
    [few] „{ $figure }“: odchylka nejvýše { $n } obvyklé
   *[other] „{ $figure }“: odchylka nejvýše { $n } obvyklých
}
rule-lock-accepted = přijetím
rule-lock-closes = { $n ->
    [one] přijetím, nebo { $n } den po konci odkladu
    [few] přijetím, nebo { $n } dny po konci odkladu
   *[other] přijetím, nebo { $n } dní po konci odkladu
}
rule-reopened-by-recipient = znovu otevírá příjemce nebo nadřízená organizace
rule-reopened-by-top = znovu otevírá nejvyšší organizace
return-by-recipient = příjemce nebo nadřízená organizace
return-by-top = nejvyšší organizace
return-remark-enough = stačí
return-remark-not-enough = nestačí
return-state-missing = chybí
return-state-reported = hlášeno bez čísel
return-column-unit = jednotka
return-column-state = stav
return-column-due = termín
return-column-handed-in = poprvé podán
return-column-late = dní zpoždění
return-column-version = verze
return-column-figure = ukazatel
return-column-value = hodnota
return-column-before = minulé období
return-column-remark = poznámka
return-column-total = celkem
return-column-given = podalo
return-column-register = evidence
return-column-missing = chybí
return-column-under = nyní pod
return-list = Výkazy pro { $unit }: { $form }, { $period }
return-sheet = { $unit }: { $form }, { $period } ({ $state })
return-due = Termín { $day } ({ $article }).
return-closes = Lze podat do { $day } ({ $article }).
return-mean-late = Průměrné zpoždění ve dnech: { $n }.
return-version = Verze { $n }, podána { $day } [{ $act }]
return-answer = { $state } { $day } [{ $act }]
return-consolidated = { $unit }: { $form }, { $period }; v součtech: { $n } { ZE($m) }~{ $m }
return-not-in-totals = Není v součtech: { $unit } ({ $state })
return-of = { $n } { ZE($m) }~{ $m }
return-partial = { $total } (neúplné)
return-beneath = Výkazy podřízených v součtech: { $n } { ZE($m) }~{ $m }
return-submitted = Podáno: { $act }
return-accepted-by = Přijato: { $act }
return-sent-back-by = Vráceno: { $act }
return-reopened-by = Znovu otevřeno: { $act }
return-deviation-late-act = { $unit }, { $figure }: ve výkazu { $stated }, v evidenci { $register } (po { $day } byly zapsány další akty)
return-deviation-boundaries = { $unit }, { $figure }: ve výkazu { $stated }, v evidenci { $register } (hranice jednotek nejsou ty z výkazu ze dne { $day })
return-deviation-definition = { $unit }, { $figure }: ve výkazu { $stated }, v evidenci { $register } (po { $day } se změnila pravidla)
return-deviation-unexplained = { $unit }, { $figure }: ve výkazu { $stated }, v evidenci { $register } (důvod není znám; evidence byla čtena { $day })
return-counts = { $n ->
        [one] { $n } výkaz k podání
        [few] { $n } výkazy k podání
       *[other] { $n } výkazů k podání
    }; včas: { $intime }; pozdě: { $late }; chybí: { $missing }; přijato: { $accepted }
