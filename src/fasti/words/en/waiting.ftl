# What waits for somebody: one sentence of what, one of why, one step.
waiting-check-why = { $who ->
    [known] Drafted by { $person }, { $unit }; changed last on { $day }, not yet checked.
    *[unknown] { $unit }; changed last on { $day }, not yet checked.
}
waiting-sign-why = { $who ->
    [known] { $unit }; checked by { $person } on { $day }.
    *[unknown] { $unit }; checked on { $day }.
}
waiting-task-why = { $whose ->
    [mine] Given by { $act }; you are responsible. Whether it is done is not recorded yet.
    *[unit] Given by { $act } to your unit. Whether it is done is not recorded yet.
}
waiting-post = Vacant for { $n ->
    [one] { $n } day
    *[other] { $n } days
}: { $post }
waiting-post-why = { $n ->
    [one] Empty since { $day }
    *[other] { $n } seats empty, the longest since { $day }
}; the rule allows { $limit ->
    [one] { $limit } day
    *[other] { $limit } days
}.
waiting-term = { $person }, { $post }: term ends on { $day }
waiting-term-why = { $has ->
    [ended] The term has ended and the post is still held; notice was due { $n ->
        [one] { $n } day
        *[other] { $n } days
    } before.
    *[ends] Notice is due { $n ->
        [one] { $n } day
        *[other] { $n } days
    } before the end.
}
waiting-report = { $form }, { $period }: not given by { $unit }
waiting-report-why = Figures are taken up to { $day }.
waiting-reports = { $form }, { $period }: { $n } of { $m ->
    [one] { $m } unit has
    *[other] { $m } units have
} not reported
waiting-reports-why = { $more ->
    [0] Missing: { $units }.
    [one] Missing: { $units }; and { $more } more.
    *[other] Missing: { $units }; and { $more } more.
}
waiting-kind-check = To check
waiting-kind-sign = To sign
waiting-kind-report = Reports
waiting-kind-post = Posts
waiting-kind-term = Terms
waiting-kind-task = Tasks
waiting-step-check = Check draft
waiting-step-sign = Read and issue
waiting-step-task = Open act
waiting-step-fill = Draft an appointment
waiting-step-post = Open post
waiting-step-term = Draft the next step
waiting-step-report = Open report
waiting-step-reports = See who is missing
waiting-return-sent-back = { $form }, { $period }: sent back, to be corrected
waiting-return-sent-back-of = { $form }, { $period }: sent back to { $unit }, to be corrected in its place
waiting-return-reopened-of = { $form }, { $period }: opened again for { $unit }, to be handed in in its place
waiting-return-reopened = { $form }, { $period }: opened again, to be handed in
waiting-return-to-answer = { $form }, { $period }: handed in by { $unit }, waits for your answer
waiting-return-to-answer-why = Version { $n }, handed in on { $day }.
waiting-step-correct = Correct return
waiting-step-fill-return = Fill in return
waiting-step-answer = Answer return
