# Proposals in returns, and what became of them.
proposal-answer-open = not answered
proposal-answer-accepted = accepted
proposal-answer-declined = declined
proposal-answer-forwarded = forwarded upward
effect-explanation = explanation
effect-forwarded-to = forwarded to
cli-line-proposal = proposal
return-title-answer-proposal = Answer to a proposal: { $form }, { $period }
proposals-title = Proposals
proposals-one = { $unit }, { $form }, { $period }, { $version }.{ $number }: { $text }
proposals-waits = { $n ->
    [one] { $state } for { $n } day; to be answered by { $recipient } until { $day }
   *[other] { $state } for { $n } days; to be answered by { $recipient } until { $day }
}
proposals-waits-without-day = { $n ->
    [one] { $state } for { $n } day; to be answered by { $recipient }
   *[other] { $state } for { $n } days; to be answered by { $recipient }
}
proposals-done = { $state } on { $day } [{ $act }]
proposals-none = No proposal waits for an answer.
proposals-answered = Answered: { $act }
waiting-kind-proposal = Proposals
waiting-proposal = Proposal of { $unit }: { $text }
waiting-proposal-why = { $form }, { $period }; handed in on { $day }, not answered.
waiting-step-proposal = See proposals
proposals-waiting = Waiting for an answer
proposals-made = Proposed by this unit
proposals-recipient = to be answered by
proposals-days = days
proposals-all = Answered ones too
proposals-none-made = This unit has proposed nothing that waits for an answer.
proposals-answer = Answer
proposals-answer-title = Answer a proposal
proposals-answer-lead = { $unit } proposed on { $day }
proposals-answer-owed = To be answered by { $unit }
proposals-answer-kind = The answer
proposals-to-accepted = Accept
proposals-to-declined = Decline
proposals-to-forwarded = Forward to a unit above
proposals-forward-to = Forward to (only if it is forwarded)
proposals-answer-text = What is answered
proposals-answer-hint = If the proposal is declined, the reason must stand here.
proposals-answer-issue = Issue the answer
proposals-back = All proposals
