# Что ждёт: одно предложение о деле, одно о причине, один следующий шаг.
waiting-check-why = { $who ->
    [known] Составитель: { $person }, { $unit }; последнее изменение { $day }, ещё не проверено.
    *[unknown] { $unit }; последнее изменение { $day }, ещё не проверено.
}
waiting-sign-why = { $who ->
    [known] { $unit }; проверка: { $person }, { $day }.
    *[unknown] { $unit }; проверено { $day }.
}
waiting-task-why = { $whose ->
    [mine] Поставлена актом { $act }; ответственный — вы. Исполнение пока не учитывается.
    *[unit] Поставлена вашей организации актом { $act }. Исполнение пока не учитывается.
}
waiting-post = Вакантно { $n ->
    [one] { $n }~день
    [few] { $n }~дня
    *[many] { $n }~дней
}: { $post }
waiting-post-why = { $n ->
    [one] Свободно с { $day };
    [few] Свободно { $n }~места, дольше всего с { $day };
    *[many] Свободно { $n }~мест, дольше всего с { $day };
} по правилам не более { $limit ->
    [one] { $limit }~дня
    *[other] { $limit }~дней
}.
waiting-term = { $person }, { $post }: срок истекает { $day }
waiting-term-why = { $has ->
    [ended] Срок истёк, а должность всё ещё занята; уведомить следовало за { $n ->
        [one] { $n }~день
        [few] { $n }~дня
        *[many] { $n }~дней
    }.
    *[ends] Уведомить следует за { $n ->
        [one] { $n }~день
        [few] { $n }~дня
        *[many] { $n }~дней
    } до окончания срока.
}
waiting-report = { $form }, { $period }: не сдан, { $unit }
waiting-report-why = Показатели берутся по { $day }
waiting-reports = { $form }, { $period }: не сдали { $n } из { $m }~{ $m ->
    [one] организации
    *[other] организаций
}
waiting-reports-why = { $more ->
    [0] Нет отчёта: { $units }.
    *[other] Нет отчёта: { $units } и ещё { $more }.
}
waiting-kind-check = На проверку
waiting-kind-sign = На подпись
waiting-kind-report = Отчёты
waiting-kind-post = Должности
waiting-kind-term = Сроки
waiting-kind-task = Задачи
waiting-step-check = Проверить черновик
waiting-step-sign = Прочитать и издать
waiting-step-task = Открыть акт
waiting-step-fill = Составить назначение
waiting-step-post = Открыть должность
waiting-step-term = Составить акт
waiting-step-report = Открыть отчёт
waiting-step-reports = Показать, кто не сдал
waiting-return-sent-back = { $form }, { $period }: возвращён, нужно исправить
waiting-return-sent-back-of = { $form }, { $period }: возвращён организации «{ $unit }», нужно исправить за неё
waiting-return-reopened-of = { $form }, { $period }: открыт повторно для организации «{ $unit }», нужно сдать за неё
waiting-return-reopened = { $form }, { $period }: открыт повторно, нужно сдать
waiting-return-to-answer = { $form }, { $period }: сдан организацией «{ $unit }», ждёт ответа
waiting-return-to-answer-why = Редакция { $n }, сдана { $day }.
waiting-step-correct = Исправить отчёт
waiting-step-fill-return = Заполнить отчёт
waiting-step-answer = Ответить на отчёт
