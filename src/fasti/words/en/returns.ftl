# Returns: their states, and what is said of them.
return-state-submitted = handed in
return-state-sent_back = sent back
return-state-accepted = accepted
return-state-reopened = opened again
