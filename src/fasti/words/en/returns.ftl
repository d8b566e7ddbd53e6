# Returns: their states, and what is said of them.
return-state-submitted = handed in
return-state-sent_back = sent back
return-state-accepted = accepted
return-state-reopened = opened again
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Acceptance of the return: { $form }, { $period }
return-title-send-back-return = Return sent back: { $form }, { $period }
return-title-reopen-return = Return opened again: { $form }, { $period }
