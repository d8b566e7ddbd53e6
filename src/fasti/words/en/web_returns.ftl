# Pages: returns.
web-returns-name = { $form }, { $period }
web-returns-lead = What a unit owes for a period, what has come from below, and what waits for an answer.
web-returns-own = Owed by { $unit }
web-returns-ask = Choose form, unit and period
web-returns-return = Return
web-returns-form = Form
web-returns-unit = Unit or peer group
web-returns-groups = Peer groups
web-returns-period = Period
web-returns-show = Show returns
web-returns-closes = Open until
web-returns-all = All
web-returns-states = State of the returns
web-returns-owed = Owed to { $unit }, { $period }
web-returns-of-group = Returns of { $unit }, { $period }
web-returns-report = Report of the register
web-returns-accepted = Accepted
web-returns-in-time = Given in time
web-returns-late = Given late
web-returns-missing = Missing
web-returns-not-in = { $n ->
    [one] The return of { $n } unit is not accepted yet; totals lack it.
   *[other] The returns of { $n } units are not accepted yet; totals lack them.
}
web-returns-tag-late = late
web-returns-tag-corrected = corrected
web-returns-to-come = to be handed in
web-returns-earlier = { $n ->
    [one] { $n } earlier return
   *[other] { $n } earlier returns
}
web-returns-no-form = No form is handed in for this period
web-returns-no-form-why = The rule book names the forms that are handed in, and from which day. Choose a later period.
web-returns-none = Nobody owes a return to { $unit } for this period
web-returns-none-why = A unit owes a return if it stood directly beneath on the last day of the period and its level has a duty in the rule book.
web-returns-none-in-state = No return in this state
web-returns-none-in-state-why = Choose another state, or all.
web-returns-no-return = There is no such return
web-returns-to-list = All returns
web-returns-to = handed in to { $unit }
web-returns-due-on = due on
web-returns-go-on = Continue the sheet
web-returns-correct = Correct return
web-returns-fill = Fill in return
web-returns-submit = Hand in return
web-returns-submit-to = Hand in to { $unit }
web-returns-answer = Answer return
web-returns-reopen = Open return again
web-returns-computed = Computed from the register; each figure leads to its acts.
web-returns-declared = Declared by the unit
web-returns-declared-lead = Figures that the register does not know.
web-returns-nothing-written = Nothing is written here.
web-returns-proposals = Proposals
web-returns-proposals-lead = What is proposed to { $unit }.
web-returns-proposal = Proposal { $n }
web-returns-proposal-more = Another proposal
web-returns-now = register of today
web-returns-same = the same
web-returns-reason = reason for sending back
web-returns-reason-for = Reason for sending back: { $figure }
web-returns-reason-whole = Reason that concerns the return as a whole
web-returns-state = State
web-returns-days-late = { $n ->
    [one] handed in { $n } day late
   *[other] handed in { $n } days late
}
web-returns-days-over = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
web-returns-sent-back-why = The return was sent back
web-returns-sent-back-for = Sent back: { $reason }
web-returns-see-beside = The reasons stand beside the figures.
web-returns-lacks = { $n ->
    [one] { $n } thing is lacking before it can be handed in.
   *[other] { $n } things are lacking before it can be handed in.
}
web-returns-ready = The sheet is complete and can be handed in.
web-returns-empty = Nothing is handed in
web-returns-empty-why = When the unit has filled in its sheet and handed it in, the figures and texts stand here with the act.
web-returns-versions = Versions
web-returns-version = Version { $n }
web-returns-handed-in-on = handed in on { $day }
web-returns-known-on = The register was read as known on { $day }.
web-returns-answered = Answer: { $state } on { $day }
web-returns-differences = What changed from version { $n } to version { $m }
web-returns-no-differences = Figures and texts are the same.
web-returns-compare = Versions beside one another
web-returns-sheet = Sheet of the return
web-returns-save = Save sheet
web-returns-save-submit = Save and go to handing in
web-returns-stale-by = { $person } saved this sheet meanwhile. What you typed is still here; beside each field stands what is saved. Save again to put yours in its place.
web-returns-stale = Somebody else saved this sheet meanwhile. What you typed is still here; beside each field stands what is saved. Save again to put yours in its place.
web-returns-not-saved = Not saved. Correct this first:
web-returns-saved-lacks = { $n ->
    [one] Saved. { $n } thing is lacking before it can be handed in; it is said beside its field.
   *[other] Saved. { $n } things are lacking before it can be handed in; each is said beside its field.
}
web-returns-saved-ready = Saved. The sheet is complete and can be handed in.
web-returns-came-back = What you had typed before the session ended is here again; it is not saved yet.
web-returns-theirs = Saved meanwhile: { $value }
web-returns-their-proposals = Proposals saved meanwhile:
web-returns-left-empty = nothing
web-returns-unit-count = A whole number; – if it is not known, with a remark.
web-returns-unit-ratio = Part and whole, such as 12/14; – if it is not known, with a remark.
web-returns-before = Period before: { $value }.
web-returns-remark-on = Remark
web-returns-remark-add = Add remark
web-returns-back = Back to return
web-returns-back-to-sheet = Back to sheet
web-returns-look-again = Examine again
web-returns-as-act = Issued as { $symbol }
web-returns-act = The act
web-returns-signed-on = Signed on
web-returns-signed-by = Signed by
web-returns-no-signer = nobody in office may sign
web-returns-final = The act is numbered and sealed. It cannot be changed afterwards, only corrected or withdrawn by another act.
web-returns-was-changed = Somebody has changed the sheet meanwhile. Look at it as it is now, and hand it in then.
web-returns-in-the-way = { $n ->
    [one] { $n } thing stands in the way
   *[other] { $n } things stand in the way
}
web-returns-will-be-late = { $n ->
    [one] It will count as handed in { $n } day late.
   *[other] It will count as handed in { $n } days late.
}
web-returns-is-correction = It becomes the next version; the earlier ones are kept.
web-returns-answer-lead = You answer version { $n }, handed in on { $day }. To send it back, write a reason beside each figure that is to be put right.
web-returns-send-back = Send return back
web-returns-accept = Accept version { $n }
web-returns-locked = Why it is locked
web-returns-why-reopen = Why it is opened again
web-returns-owed-here = Returns owed to this unit
web-returns-owes-none = This unit owes no return
web-returns-owes-none-why = Which level hands in which form, and by when, stands in the rule book.
web-returns-beside = Of units beside yours you are told what became of their duty, not their returns. What all of them add up to is told without figures about few people.
web-returns-choose = Choose the return of { $unit }
web-returns-accept-chosen = Accept the chosen returns
web-returns-accept-several = Accept several returns
web-returns-accept-lead = { $n ->
    [one] { $n } return is accepted by the act and locked from then on.
   *[other] { $n } returns are accepted by one act and locked from then on.
}
web-returns-accept-looked-at = version chosen
web-returns-accept-stands = stands now
web-returns-accept-standing = version { $n }: { $state }
web-returns-accept-nothing = No return was chosen
web-returns-accept-nothing-why = Mark the returns that were handed in on the list, then accept them.
web-returns-accept-all = Accept these returns
