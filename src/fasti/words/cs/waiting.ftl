# Co čeká: jedna věta o věci, jedna o důvodu, jeden další krok.
waiting-check-why = { $who ->
    [known] Připravil(a) { $person }, { $unit }; naposledy změněno { $day }, dosud nezkontrolováno.
    *[unknown] { $unit }; naposledy změněno { $day }, dosud nezkontrolováno.
}
waiting-sign-why = { $who ->
    [known] { $unit }; zkontroloval(a) { $person } dne { $day }.
    *[unknown] { $unit }; zkontrolováno { $day }.
}
waiting-task-why = { $whose ->
    [mine] Uložil akt { $act }; odpovídáte za něj vy. Splnění se zatím neeviduje.
    *[unit] Uložil vaší jednotce akt { $act }. Splnění se zatím neeviduje.
}
waiting-post = Neobsazeno { $n ->
    [one] { $n }~den
    [few] { $n }~dny
    *[other] { $n }~dní
}: { $post }
waiting-post-why = { $n ->
    [one] Volno od { $day };
    [few] Volná { $n }~místa, nejdéle od { $day };
    *[other] Volných { $n }~míst, nejdéle od { $day };
} pravidlo dovoluje nejvýše { $limit ->
    [one] { $limit }~den
    [few] { $limit }~dny
    *[other] { $limit }~dní
}.
waiting-term = { $person }, { $post }: období končí { $day }
waiting-term-why = { $has ->
    [ended] Období skončilo a funkce je stále obsazena; oznámit se mělo { $n ->
        [one] { $n }~den
        [few] { $n }~dny
        *[other] { $n }~dní
    } předem.
    *[ends] Konec se oznamuje { $n ->
        [one] { $n }~den
        [few] { $n }~dny
        *[other] { $n }~dní
    } předem.
}
waiting-report = { $form }, { $period }: nepodáno, { $unit }
waiting-report-why = Údaje se berou do { $day }.
waiting-reports = { $form }, { $period }: nepodalo { $n } { ZE($m) }~{ $m } { $m ->
    [one] jednotky
    *[other] jednotek
}
waiting-reports-why = { $more ->
    [0] Chybí: { $units }.
    [few] Chybí: { $units } a další { $more }.
    *[other] Chybí: { $units } a dalších { $more }.
}
waiting-kind-check = Ke kontrole
waiting-kind-sign = K podpisu
waiting-kind-report = Zprávy
waiting-kind-post = Funkce
waiting-kind-term = Období
waiting-kind-task = Úkoly
waiting-step-check = Zkontrolovat návrh
waiting-step-sign = Přečíst a vydat
waiting-step-task = Otevřít akt
waiting-step-fill = Připravit jmenování
waiting-step-post = Otevřít funkci
waiting-step-term = Připravit další krok
waiting-step-report = Otevřít zprávu
waiting-step-reports = Zobrazit, kdo chybí
waiting-return-sent-back = { $form }, { $period }: vrácen k opravě
waiting-return-sent-back-of = { $form }, { $period }: vrácen jednotce { $unit }, je třeba opravit za ni
waiting-return-reopened-of = { $form }, { $period }: znovu otevřen pro jednotku { $unit }, je třeba podat za ni
waiting-return-reopened = { $form }, { $period }: znovu otevřen, má být podán
waiting-return-to-answer = { $form }, { $period }: podáno jednotkou { $unit }, čeká na odpověď
waiting-return-to-answer-why = Verze { $n }, podána { $day }.
waiting-step-correct = Opravit výkaz
waiting-step-fill-return = Vyplnit výkaz
waiting-step-answer = Odpovědět na výkaz
