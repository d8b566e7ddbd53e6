# Výkazy: jejich stavy a co se o nich říká.
return-state-submitted = podán
return-state-sent_back = vrácen
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
