# Исходящие: сообщения об отчётах и то, что говорят команды.
notice-kind-before-due = напоминание до срока
notice-kind-after-grace = напоминание после срока
notice-kind-sent-back = отчёт возвращён
notice-kind-accepted = отчёт принят
notice-subject-before-due = Скоро срок: { $form }, { $period }, { $unit }
notice-subject-after-grace = Просрочено: { $form }, { $period }, { $unit }
notice-subject-sent-back = Возвращён: { $form }, { $period }, { $unit }
notice-subject-accepted = Принят: { $form }, { $period }, { $unit }
notice-body-before-due = Срок отчёта — { $day }, он ещё не сдан: { $unit }, { $form }, { $period }.
notice-body-after-grace = Срок отчёта был { $day }, он не сдан: { $unit }, { $form }, { $period }.
notice-body-sent-back = Отчёт возвращён { $day }: { $unit }, { $form }, { $period }. Причины указаны у показателей.
notice-body-accepted = Отчёт принят { $day }: { $unit }, { $form }, { $period }.
notice-article = Основание: { $article }
notice-why = Вы получили это сообщение, потому что готовите или подписываете документы этой организации. Его отправила система Fasti; отвечать на него не нужно.
outbox-reminded = { $n ->
    [one] В исходящие добавлено { $n } напоминание; создано раньше: { $m }.
    [few] В исходящие добавлено { $n } напоминания; создано раньше: { $m }.
   *[many] В исходящие добавлено { $n } напоминаний; создано раньше: { $m }.
}
outbox-unreachable = { $n ->
    [one] Для { $n } отчёта нет готовящих или подписывающих с адресом электронной почты. Задайте его: fasti account email.
   *[other] Для { $n } отчётов нет готовящих или подписывающих с адресом электронной почты. Задайте его: fasti account email.
}
outbox-sent = { $n ->
    [one] Отправлено { $n } сообщение; ещё ждут: { $m }.
    [few] Отправлено { $n } сообщения; ещё ждут: { $m }.
   *[many] Отправлено { $n } сообщений; ещё ждут: { $m }.
}
outbox-refused = { $n ->
    [one] Отклонено { $n } сообщение; попытка повторится. Причину покажет fasti outbox list.
    [few] Отклонено { $n } сообщения; попытка повторится. Причину покажет fasti outbox list.
   *[many] Отклонено { $n } сообщений; попытка повторится. Причину покажет fasti outbox list.
}
outbox-away = Почтовый сервер или папка недоступны. Ничего не потеряно; повторите отправку позже.
outbox-no-server = Почтовый сервер не указан. Задайте FASTI_SMTP, например smtp+tls://user:password@mail.example.org, или укажите --folder.
outbox-empty = В исходящих ничего не ждёт.
outbox-waiting-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, кому: { $value }; ждёт
outbox-sent-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, кому: { $value }; отправлено
outbox-failed-one = { $n ->
    [one] { $number }: { $kind }, { $unit }, { $form }, { $period }, кому: { $value }; { $n } попытка: { $detail }
    [few] { $number }: { $kind }, { $unit }, { $form }, { $period }, кому: { $value }; { $n } попытки: { $detail }
   *[many] { $number }: { $kind }, { $unit }, { $form }, { $period }, кому: { $value }; { $n } попыток: { $detail }
}
cli-account-email = { $kind ->
    [none] У сообщений для { $value } больше нет адреса.
   *[set] Сообщения для { $value } идут на указанный адрес.
}
log-email-set = задан адрес для сообщений
web-own-email = Сообщения по электронной почте
web-own-email-why = На этот адрес приходят напоминания об отчётах и сообщения о том, приняты они или возвращены. Оставьте пустым, если не нужно.
web-own-email-address = Адрес электронной почты
web-own-email-keep = Сохранить адрес
web-own-said-email = Адрес сохранён.
