# Страницы: figures.
web-figures = Показатели
web-figures-choose = Выбор организации и периода
web-figures-unit = Организация или группа
web-figures-groups = Группы сравнения
web-figures-units = Организации
web-figures-boundaries = Границы
web-figures-known = Известно на
web-figures-at-end = конец периода
web-figures-now = сегодня
web-figures-everything = всё записанное
web-figures-theme = Тема
web-figures-theme-acts = Акты
web-figures-theme-personnel = Кадровая работа
web-figures-theme-posts = Должности
web-figures-theme-pool = Резерв
web-figures-theme-training = Обучение
web-figures-theme-units = Организации
web-figures-theme-members = Члены
web-figures-theme-ratings = Оценки
web-figures-theme-awards = Награды
web-figures-theme-tasks = Задачи
web-figures-by = По признаку
web-figures-owed = Что подлежало сдаче
web-figures-by-none = без разбивки
web-figures-by-child = организациям
web-figures-by-month = месяцам
web-figures-by-act_type = виду акта
web-figures-by-issuer_kind = виду издавшего органа
web-figures-by-office = должности
web-figures-by-sex = полу
web-figures-by-age_band = возрасту
web-figures-by-reason = причине
web-figures-by-kind = виду организации
web-figures-by-level = уровню
web-figures-by-stage = стадии
web-figures-by-grade = оценке
web-figures-by-form = форме
web-figures-by-provider = кто проводил
web-figures-by-category = категории
web-figures-show = Показать
web-figures-to-report = В виде отчёта
web-figures-boundaries-on = границы на { $day }
web-figures-known-on = по данным на { $day }
web-figures-side-by-side = Организации рядом
web-figures-bars-note = В порядке устава, без рейтинга. Полоска сравнивает внутри столбца.
web-figures-unplaced = Показатели { $n ->
    [one] { $n }~организации
    *[other] { $n }~организаций
} не имеют места в этих границах и не входят в итоги:
web-figures-unread-period = Период не распознан: напишите 2024, 2024-H1, 2024-Q3 или 2024-05. Показан последний.
web-figures-unread-boundaries = День границ не распознан: напишите 2025-07-01. Взят конец периода.
web-figures-unread-known = День «известно на» не распознан: напишите 2024-07-10. Взято всё записанное.
web-figures-unread-beside = Второй день не распознан: напишите 2025-07-01. Сравнения нет.
web-figures-part = Часть
web-figures-behind = Какими актами?
web-figures-acts = Акты за числом
web-figures-num-acts = { $n ->
    [one] { $n }~акт
    [few] { $n }~акта
    *[many] { $n }~актов
}
web-figures-counted = Учтено
web-figures-first = К началу
web-figures-no-acts = Показать нечего
web-figures-no-acts-why = Показатель равен нулю, или акты вам не доступны.
web-figures-hidden = И ещё { $n ->
    [one] { $n }~акт, который вам не доступен.
    [few] { $n }~акта, которые вам не доступны.
    *[many] { $n }~актов, которые вам не доступны.
}
web-figures-withheld = Слишком мало, чтобы показывать
web-figures-withheld-why = Малые числа чужих организаций и акты за ними не показываются.
web-figures-about = Об этом показателе
web-figures-engine = Вычислено
web-figures-as-known-now = По нынешним данным: { $value }.
