# Pages: posts.
web-posts-as-of = по состоянию на { $day }
web-posts-seats = Места
web-posts-held = Занято
web-posts-empty = Вакантно
web-posts-view-all = Все должности
web-posts-view-empty = С вакансией
web-posts-view-long = Вакантны слишком долго
web-posts-view-ending = Истекающие сроки
web-posts-post = Должность
web-posts-holder = Занимает
web-posts-state = Состояние
web-posts-not-shown = не показано
web-posts-not-shown-why = Кто занимает должность, показывается по праву видеть людей этой организации.
web-posts-since = с { $day }
web-posts-term = { $day } – { $until }
web-posts-empty-days = { $n ->
    [one] вакантна { $n } день
    [few] вакантна { $n } дня
    *[other] вакантна { $n } дней
}
web-posts-filled = занята
web-posts-untold = { $n ->
    [one] { $n } место: не сообщается
    [few] { $n } места: не сообщается
   *[other] { $n } мест: не сообщается
}
web-posts-num-untold = Не сообщается
web-posts-fill = Составить назначение
web-posts-none = Должностей нет
web-posts-none-why = На этот день подходящих должностей нет. Должность появляется, когда её учреждает акт.
web-posts-ages = Вакансии по давности
web-posts-ages-measure = Вакантные места на { $day } по дням
web-posts-age-0 = До 30 дней
web-posts-age-31 = 31–90
web-posts-age-91 = 91–180
web-posts-age-181 = Более 180
web-posts-limit = { $n ->
    [one] не более { $n } дня
    *[other] не более { $n } дней
}
web-posts-num-seats = { $n ->
    [one] { $n } место
    [few] { $n } места
    *[other] { $n } мест
}
web-posts-succession = Занимавшие должность
web-posts-no-totals = По данным, известным на более ранний день, итоги считаются для организации, под которой не больше организаций, чем { $n }. Выберите организацию меньше или посмотрите тот же день по данным, известным сегодня.
web-posts-known-now = Тот же день по данным, известным сегодня
