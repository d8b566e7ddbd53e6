# Returns: their states, and what is said of them.
return-state-submitted = handed in
return-state-sent_back = sent back
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
