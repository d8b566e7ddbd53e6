# The outbox: messages about returns, and what its commands say.
notice-kind-before-due = reminder before the due day
notice-kind-after-grace = reminder after the due day
notice-kind-sent-back = return sent back
notice-kind-accepted = return accepted
notice-subject-before-due = Due soon: { $form }, { $period }, { $unit }
notice-subject-after-grace = Overdue: { $form }, { $period }, { $unit }
notice-subject-sent-back = Sent back: { $form }, { $period }, { $unit }
notice-subject-accepted = Accepted: { $form }, { $period }, { $unit }
notice-body-before-due = The return of { $unit } ({ $form }, { $period }) is due on { $day } and has not been handed in yet.
notice-body-after-grace = The return of { $unit } ({ $form }, { $period }) was due on { $day } and has not been handed in.
notice-body-sent-back = The return of { $unit } ({ $form }, { $period }) was sent back on { $day }. The reasons stand beside its figures.
notice-body-accepted = The return of { $unit } ({ $form }, { $period }) was accepted on { $day }.
notice-article = Article: { $article }
notice-why = You receive this because you prepare or sign the acts of this unit. Fasti sent it; do not answer it.
outbox-reminded = { $n ->
    [one] { $n } reminder was put into the outbox; made before: { $m }.
   *[other] { $n } reminders were put into the outbox; made before: { $m }.
}
outbox-unreachable = { $n ->
    [one] For { $n } return nobody with an e-mail address prepares or signs. Set one with fasti account email.
   *[other] For { $n } returns nobody with an e-mail address prepares or signs. Set one with fasti account email.
}
outbox-sent = { $n ->
    [one] { $n } message was sent; still waiting: { $m }.
   *[other] { $n } messages were sent; still waiting: { $m }.
}
outbox-refused = { $n ->
    [one] { $n } message was refused and will be tried again. fasti outbox list shows why.
   *[other] { $n } messages were refused and will be tried again. fasti outbox list shows why.
}
outbox-away = The mail server or the folder cannot be reached. Nothing is lost; send again later.
outbox-no-server = No mail server is named. Set FASTI_SMTP, such as smtp+tls://user:password@mail.example.org, or give --folder.
outbox-empty = Nothing waits in the outbox.
outbox-waiting-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, to { $value }; waiting
outbox-sent-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, to { $value }; sent
outbox-failed-one = { $n ->
    [one] { $number }: { $kind }, { $unit }, { $form }, { $period }, to { $value }; tried once: { $detail }
   *[other] { $number }: { $kind }, { $unit }, { $form }, { $period }, to { $value }; tried { $n } times: { $detail }
}
cli-account-email = { $kind ->
    [none] Messages for { $value } have no address any more.
   *[set] Messages for { $value } go to the address given.
}
log-email-set = address for messages set
web-own-email = Messages by e-mail
web-own-email-why = Reminders of returns, and whether they were accepted or sent back, go to this address. Leave it empty for none.
web-own-email-address = E-mail address
web-own-email-keep = Keep the address
web-own-said-email = The address is kept.
