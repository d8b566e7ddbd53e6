# Существительные при числах: one (1, 21), few (2-4, 22), many (0, 5-20), other (дробные). Тильда — неразрывный пробел.
noun-act = { $n ->
    [one] { $n }~акт
    [few] { $n }~акта
    [many] { $n }~актов
    *[other] { $n }~акта
}
noun-appointment = { $n ->
    [one] { $n }~назначение
    [few] { $n }~назначения
    [many] { $n }~назначений
    *[other] { $n }~назначения
}
noun-attachment = { $n ->
    [one] { $n }~приложение
    [few] { $n }~приложения
    [many] { $n }~приложений
    *[other] { $n }~приложения
}
noun-course = { $n ->
    [one] { $n }~курс
    [few] { $n }~курса
    [many] { $n }~курсов
    *[other] { $n }~курса
}
noun-day = { $n ->
    [one] { $n }~день
    [few] { $n }~дня
    [many] { $n }~дней
    *[other] { $n }~дня
}
noun-district = { $n ->
    [one] { $n }~район
    [few] { $n }~района
    [many] { $n }~районов
    *[other] { $n }~района
}
noun-effect = { $n ->
    [one] { $n }~правовое последствие
    [few] { $n }~правовых последствия
    [many] { $n }~правовых последствий
    *[other] { $n }~правового последствия
}
noun-figure = { $n ->
    [one] { $n }~показатель
    [few] { $n }~показателя
    [many] { $n }~показателей
    *[other] { $n }~показателя
}
noun-finding = { $n ->
    [one] { $n }~замечание
    [few] { $n }~замечания
    [many] { $n }~замечаний
    *[other] { $n }~замечания
}
noun-indicator = { $n ->
    [one] { $n }~показатель
    [few] { $n }~показателя
    [many] { $n }~показателей
    *[other] { $n }~показателя
}
noun-member = { $n ->
    [one] { $n }~член
    [few] { $n }~члена
    [many] { $n }~членов
    *[other] { $n }~члена
}
noun-month = { $n ->
    [one] { $n }~месяц
    [few] { $n }~месяца
    [many] { $n }~месяцев
    *[other] { $n }~месяца
}
noun-organisation = { $n ->
    [one] { $n }~организация
    [few] { $n }~организации
    [many] { $n }~организаций
    *[other] { $n }~организации
}
noun-percentage-point = { $n ->
    [one] { $n }~процентный пункт
    [few] { $n }~процентных пункта
    [many] { $n }~процентных пунктов
    *[other] { $n }~процентного пункта
}
noun-person = { $n ->
    [one] { $n }~человек
    [few] { $n }~человека
    [many] { $n }~человек
    *[other] { $n }~человека
}
noun-post = { $n ->
    [one] { $n }~должность
    [few] { $n }~должности
    [many] { $n }~должностей
    *[other] { $n }~должности
}
noun-province = { $n ->
    [one] { $n }~провинция
    [few] { $n }~провинции
    [many] { $n }~провинций
    *[other] { $n }~провинции
}
noun-report = { $n ->
    [one] { $n }~отчёт
    [few] { $n }~отчёта
    [many] { $n }~отчётов
    *[other] { $n }~отчёта
}
noun-seat = { $n ->
    [one] { $n }~место
    [few] { $n }~места
    [many] { $n }~мест
    *[other] { $n }~места
}
noun-task = { $n ->
    [one] { $n }~задача
    [few] { $n }~задачи
    [many] { $n }~задач
    *[other] { $n }~задачи
}
noun-task-group = { $n ->
    [one] { $n }~группа задач
    [few] { $n }~группы задач
    [many] { $n }~групп задач
    *[other] { $n }~группы задач
}
noun-topic = { $n ->
    [one] { $n }~тема
    [few] { $n }~темы
    [many] { $n }~тем
    *[other] { $n }~темы
}
noun-trainee = { $n ->
    [one] { $n }~слушатель
    [few] { $n }~слушателя
    [many] { $n }~слушателей
    *[other] { $n }~слушателя
}
noun-unit = { $n ->
    [one] { $n }~организация
    [few] { $n }~организации
    [many] { $n }~организаций
    *[other] { $n }~организации
}
noun-vacancy = { $n ->
    [one] { $n }~вакансия
    [few] { $n }~вакансии
    [many] { $n }~вакансий
    *[other] { $n }~вакансии
}
noun-work = { $n ->
    [one] { $n }~произведение
    [few] { $n }~произведения
    [many] { $n }~произведений
    *[other] { $n }~произведения
}
noun-year = { $n ->
    [one] { $n }~год
    [few] { $n }~года
    [many] { $n }~лет
    *[other] { $n }~года
}
