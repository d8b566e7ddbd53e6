# Страницы: home.
web-home-draft = Составить акт
web-home-filter = Что показать
web-home-all = Все
web-home-list = Список дел
web-home-group-overdue = Просрочено
web-home-group-week = На этой неделе
web-home-group-next = Далее
web-home-late = { $n ->
    [one] На { $n }~день позже
    [few] На { $n }~дня позже
    *[many] На { $n }~дней позже
}
web-home-left = { $n ->
    [one] Остался { $n }~день
    [few] Осталось { $n }~дня
    *[many] Осталось { $n }~дней
}
web-home-today = Срок сегодня
web-home-due = срок
web-home-open = Ждёт
web-home-since = с
web-home-foot = Когда всё сделано, страница пуста. Дело исчезает, только когда его решает акт или отчёт.
web-home-more = { $n ->
    [one] И ещё { $n }~дело
    [few] И ещё { $n }~дела
    *[many] И ещё { $n }~дел
}
web-home-none = Вас ничего не ждёт
web-home-none-why = Черновики на проверку и подпись, отчёты к сроку, долго пустующие должности, истекающие сроки и задачи вашей организации появляются здесь сами.
web-home-none-member = Задачи, за которые вы отвечаете, появляются здесь сами. Ваша запись и ваша организация всегда вам открыты.
web-home-none-of-kind = Дел такого рода нет
web-home-none-of-kind-why = Есть другие дела.
web-home-show-all = Показать все
web-home-to-unit = Открыть мою организацию
web-home-own = Обо мне
web-home-member-of = Состою в
web-home-own-acts = Акты обо мне
web-home-state = Положение в организации
web-home-ages = { $n ->
    [0] Нет мест, пустующих более { $days ->
        [one] { $days }~дня
        *[other] { $days }~дней
    }
    [one] { $n }~место пустует более { $days ->
        [one] { $days }~дня
        *[other] { $days }~дней
    }
    [few] { $n }~места пустуют более { $days ->
        [one] { $days }~дня
        *[other] { $days }~дней
    }
    *[many] { $n }~мест пустуют более { $days ->
        [one] { $days }~дня
        *[other] { $days }~дней
    }
}
web-home-ages-any = { $n ->
    [one] { $n }~место пустует
    [few] { $n }~места пустуют
    *[many] { $n }~мест пустуют
}
web-home-ages-measure = { $n ->
    [one] { $n }~свободное место
    [few] { $n }~свободных места
    *[many] { $n }~свободных мест
} по давности, { $day }
web-home-ages-rule = не более { $n ->
    [one] { $n }~дня
    *[other] { $n }~дней
}
web-home-age-under = До { $last }~дней
web-home-age = { $first }–{ $last }
web-home-age-over = Свыше { $first }
web-home-months-measure = На конец месяца
web-home-merged = слияние { $day }
web-home-received = Получено { $n } из { $m }~{ $m ->
    [one] отчёта
    *[other] отчётов
}
web-home-received-in-time = В срок
web-home-received-late = С опозданием
web-home-received-missing = Не сданы
web-home-planned = { $n ->
    [0] У каждой должности есть преемник в резерве
    [one] У { $n }~должности нет преемника в резерве
    *[other] У { $n }~должностей нет преемника в резерве
}
web-home-planned-measure = { $n ->
    [one] { $n }~должность
    [few] { $n }~должности
    *[many] { $n }~должностей
}, по числу преемников в резерве
web-home-planned-many = Двое и более
web-home-planned-one = Один
web-home-planned-none = Нет
web-home-planned-rule = не более { $n }
web-home-system = Состояние системы
web-home-technical = Это техническая учётная запись: она обслуживает систему и не видит содержания реестра.
web-home-num-acts = Актов в реестре
web-home-free = Свободно на диске
web-home-state-of-system = Где и как хранится
web-home-database = База данных
web-home-last-recorded = Последняя запись
web-home-rules = Свод правил
web-home-jobs-done-by = Долгая работа
web-home-jobs-here = выполняет этот процесс
web-home-jobs-elsewhere = выполняет другой процесс
