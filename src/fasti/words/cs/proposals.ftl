# Návrhy ve výkazech a odpovědi na ně.
proposal-answer-open = bez odpovědi
proposal-answer-accepted = přijat
proposal-answer-declined = odmítnut
proposal-answer-forwarded = postoupen výše
effect-explanation = vysvětlení
effect-forwarded-to = postoupeno
cli-line-proposal = návrh
return-title-answer-proposal = Odpověď na návrh: { $form }, { $period }
proposals-title = Návrhy
proposals-one = { $unit }, { $form }, { $period }, { $version }.{ $number }: { $text }
proposals-waits = { $n ->
    [one] { $state } { $n } den; odpovídá { $recipient }, termín { $day }
    [few] { $state } { $n } dny; odpovídá { $recipient }, termín { $day }
   *[other] { $state } { $n } dní; odpovídá { $recipient }, termín { $day }
}
proposals-waits-without-day = { $n ->
    [one] { $state } { $n } den; odpovídá { $recipient }
    [few] { $state } { $n } dny; odpovídá { $recipient }
   *[other] { $state } { $n } dní; odpovídá { $recipient }
}
proposals-done = { $state } { $day } [{ $act }]
proposals-none = Žádný návrh nečeká na odpověď.
proposals-answered = Zodpovězeno: { $act }
waiting-kind-proposal = Návrhy
waiting-proposal = Návrh, { $unit }: { $text }
waiting-proposal-why = { $form }, { $period }; podáno { $day }, bez odpovědi.
waiting-step-proposal = Zobrazit návrhy
proposals-waiting = Čekají na odpověď
proposals-made = Návrhy této jednotky
proposals-recipient = odpovídá
proposals-days = dní
proposals-all = I zodpovězené
proposals-none-made = Žádný návrh této jednotky nečeká na odpověď.
proposals-answer = Odpovědět
proposals-answer-title = Odpověď na návrh
proposals-answer-lead = { $unit }: navrženo { $day }
proposals-answer-owed = Odpovídá: { $unit }
proposals-answer-kind = Odpověď
proposals-to-accepted = Přijmout
proposals-to-declined = Odmítnout
proposals-to-forwarded = Postoupit nadřízené jednotce
proposals-forward-to = Komu postoupit (jen při postoupení)
proposals-answer-text = Co se odpovídá
proposals-answer-hint = Je-li návrh odmítnut, musí zde stát důvod.
proposals-answer-issue = Vydat odpověď
proposals-back = Všechny návrhy
