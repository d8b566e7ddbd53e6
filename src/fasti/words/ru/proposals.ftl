# Предложения в отчётах и ответы на них.
proposal-answer-open = без ответа
proposal-answer-accepted = принято
proposal-answer-declined = отклонено
proposal-answer-forwarded = направлено выше
effect-explanation = пояснение
effect-forwarded-to = направлено в
cli-line-proposal = предложение
return-title-answer-proposal = Ответ на предложение: { $form }, { $period }
proposals-title = Предложения
proposals-one = { $unit }, { $form }, { $period }, { $version }.{ $number }: { $text }
proposals-waits = { $n ->
    [one] { $state }, { $n } день; отвечает { $recipient }, срок { $day }
    [few] { $state }, { $n } дня; отвечает { $recipient }, срок { $day }
   *[many] { $state }, { $n } дней; отвечает { $recipient }, срок { $day }
}
proposals-waits-without-day = { $n ->
    [one] { $state }, { $n } день; отвечает { $recipient }
    [few] { $state }, { $n } дня; отвечает { $recipient }
   *[many] { $state }, { $n } дней; отвечает { $recipient }
}
proposals-done = { $state } { $day } [{ $act }]
proposals-none = Ни одно предложение не ждёт ответа.
proposals-answered = Ответ дан: { $act }
waiting-kind-proposal = Предложения
waiting-proposal = Предложение, { $unit }: { $text }
waiting-proposal-why = { $form }, { $period }; сдано { $day }, ответа нет.
waiting-step-proposal = Открыть предложения
proposals-waiting = Ждут ответа
proposals-made = Предложено этой организацией
proposals-recipient = отвечает
proposals-days = дней
proposals-all = И те, на которые ответ дан
proposals-none-made = У этой организации нет предложений, ожидающих ответа.
proposals-answer = Ответить
proposals-answer-title = Ответ на предложение
proposals-answer-lead = { $unit }: предложено { $day }
proposals-answer-owed = Отвечает: { $unit }
proposals-answer-kind = Ответ
proposals-to-accepted = Принять
proposals-to-declined = Отклонить
proposals-to-forwarded = Направить вышестоящей организации
proposals-forward-to = Кому направить (только если направляется)
proposals-answer-text = Что ответить
proposals-answer-hint = Если предложение отклоняется, здесь нужно указать причину.
proposals-answer-issue = Издать ответ
proposals-back = Все предложения
