# Returns: their states, and what is said of them.
return-state-submitted = handed in
return-state-sent-back = sent back
return-state-accepted = accepted
return-state-reopened = opened again
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Acceptance of the return: { $form }, { $period }
return-title-send-back-return = Return sent back: { $form }, { $period }
return-title-reopen-return = Return opened again: { $form }, { $period }
rule-key-recipient = Handed in to
rule-key-declared = Declared by the unit
rule-key-figure-rules = Rules on figures
rule-key-narrative = Sections of text
rule-key-lock = Closed
rule-recipient-superior = the unit above
rule-recipient-top = the top unit
rule-strict = refused otherwise
rule-or-remark = else with a remark
rule-check-sum = { $figure } = { $of }
rule-check-at-most = { $figure } ≤ { $of }
rule-check-between = “{ $figure }”: { $low } to { $high }
rule-check-carried = “{ $figure }” = { $of } of the period before
rule-check-previous = “{ $figure }” within { $within } of the period before
rule-check-outlier = { $n ->
    [one] “{ $figure }” no further from its usual value than the usual distance
   *[other] “{ $figure }” no further from its usual value than { $n } times the usual distance
}
rule-lock-accepted = when it is accepted
rule-lock-closes = { $n ->
    [one] when it is accepted, or { $n } day after the last day of grace
   *[other] when it is accepted, or { $n } days after the last day of grace
}
rule-reopened-by-recipient = opened again by its recipient or one above
rule-reopened-by-top = opened again by the top unit
return-by-recipient = its recipient or one above
return-by-top = the top unit
return-remark-enough = enough
return-remark-not-enough = not enough
return-state-missing = missing
return-state-reported = reported without figures
return-column-unit = unit
return-column-state = state
return-column-due = due
return-column-handed-in = first handed in
return-column-late = days late
return-column-version = version
return-column-figure = figure
return-column-value = value
return-column-before = period before
return-column-remark = remark
return-column-total = total
return-column-given = given by
return-column-register = register
return-column-missing = missing
return-column-under = now under
return-list = Returns owed to { $unit }: { $form }, { $period }
return-sheet = { $unit }: { $form }, { $period } ({ $state })
return-due = Due on { $day } ({ $article }).
return-closes = Can be handed in until { $day } ({ $article }).
return-mean-late = Days late on average: { $n }.
return-version = Version { $n }, handed in on { $day } [{ $act }]
return-answer = { $state } on { $day } [{ $act }]
return-consolidated = { $unit }: { $form }, { $period }; in the totals: { $n } of { $m }
return-not-in-totals = Not in the totals: { $unit } ({ $state })
return-of = { $n } of { $m }
return-partial = { $total } (partial)
return-beneath = Returns beneath in its totals: { $n } of { $m }
return-submitted = Handed in: { $act }
return-accepted-by = Accepted: { $act }
return-sent-back-by = Sent back: { $act }
return-reopened-by = Opened again: { $act }
return-deviation-late-act = { $unit }, { $figure }: handed in { $stated }, the register has { $register } (acts were recorded after { $day })
return-deviation-boundaries = { $unit }, { $figure }: handed in { $stated }, the register has { $register } (the units stand otherwise on the boundaries asked for than on those of the return of { $day })
return-deviation-definition = { $unit }, { $figure }: handed in { $stated }, the register has { $register } (the rule book has changed since { $day })
return-deviation-unexplained = { $unit }, { $figure }: handed in { $stated }, the register has { $register } (no reason is known; the register was read on { $day })
return-counts = { $n ->
        [one] { $n } return owed
       *[other] { $n } returns owed
    }; in time: { $intime }; late: { $late }; missing: { $missing }; accepted: { $accepted }
