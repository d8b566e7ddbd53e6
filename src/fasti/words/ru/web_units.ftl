# Страницы: организации и поиск.
web-units-as-of = по состоянию на { $day }
web-units-tree = Дерево организаций
web-units-find = Найти организацию
web-units-find-hint = Название или код
web-units-open = { $n ->
    [one] Открыть: { $unit }, { $n } организация
    [few] Открыть: { $unit }, { $n } организации
   *[other] Открыть: { $unit }, { $n } организаций
}
web-units-shut = Свернуть: { $unit }
web-units-more = { $n ->
    [one] ещё { $n } организация
    [few] ещё { $n } организации
   *[other] ещё { $n } организаций
}
web-units-ended-too = Показать и прекратившие деятельность
web-units-standing-only = Скрыть прекратившие деятельность
web-units-axis = Ось времени
web-units-asof = По состоянию на
web-units-known = По данным, известным на
web-units-known-now = сейчас
web-units-show = Показать
web-units-previous = Предыдущее изменение: { $day }
web-units-next = Следующее изменение: { $day }
web-units-no-previous = Более ранних изменений нет
web-units-no-next = Более поздних изменений нет
web-units-drag = Передвиньте, чтобы изменить день
web-units-mark = слияние { $day }
web-units-changes = { $n ->
    [one] { $n } день с изменениями
    [few] { $n } дня с изменениями
   *[other] { $n } дней с изменениями
}
web-units-changes-big = { $n ->
    [one] { $n } день с изменениями; слияние { $day }
    [few] { $n } дня с изменениями; слияние { $day }
   *[other] { $n } дней с изменениями; слияние { $day }
}
web-units-under = в составе:
web-units-since = с { $day }
web-units-draft = Составить акт
web-units-not-yet = В этот день организация ещё не создана: она действует с { $day }
web-units-ended = Организация прекратила деятельность: последний день { $day }
web-units-ended-into = Организация прекратила деятельность: последний день { $day } Преемник:
web-units-first-day = К первому дню
web-units-last-day = К последнему дню
web-units-tab-overview = Обзор
web-units-tab-posts = Должности
web-units-tab-members = Члены
web-units-tab-acts = Акты
web-units-tab-returns = Отчёты
web-units-tab-life = Хронология
web-units-tab-boundaries = Прежние и новые границы
web-units-figures-now = Показать показатели
web-units-no-figures = Нет показателей на этот день
web-units-no-figures-why = Показатели организации за этот период вам недоступны, или её тогда не было.
web-units-hidden = менее { $n }
web-units-suppressed = Группы менее { $n } человек не показаны.
web-units-next-step = Следующий шаг
web-units-fill = { $n ->
    [one] Должность «{ $office }» вакантна { $n } день, предел { $limit }.
    [few] Должность «{ $office }» вакантна { $n } дня, предел { $limit }.
   *[other] Должность «{ $office }» вакантна { $n } дней, предел { $limit }.
}
web-units-late = { $n ->
    [one] { $n } день сверх срока
    [few] { $n } дня сверх срока
   *[other] { $n } дней сверх срока
}
web-units-since-day = вакантна с { $day }
web-units-fill-draft = Составить назначение
web-units-posts = Должности и кто их занимает
web-units-posts-caption = { $title }, { $day }
web-units-posts-shown = { $k } из { $n }, в порядке устава
web-units-posts-all = { $n ->
    [one] Показать { $n } место
    [few] Показать все { $n } места
   *[other] Показать все { $n } мест
}
web-units-no-posts = В этот день должностей нет
web-units-no-posts-why = Должность появится здесь, когда её учредят актом в организации или её органе.
web-units-structure-only = Кто занимает эти должности, не показано: ваши должности не дают права видеть людей этой организации.
web-units-office = Должность
web-units-holder = Кто занимает
web-units-from = С какого дня
web-units-ground = Основание
web-units-act = Акт
web-units-until = До года
web-units-seats = Мест
web-units-vacant = { $n ->
    [one] Вакантно { $n } день
    [few] Вакантно { $n } дня
   *[other] Вакантно { $n } дней
}
web-units-not-seen = занята; имя вне вашего доступа
web-units-untold = занято или вакантно: не сообщается
web-units-longest = { $n ->
    [one] Дольше всего вакантно: { $n } день
    [few] Дольше всего вакантно: { $n } дня
   *[other] Дольше всего вакантно: { $n } дней
}
web-units-longest-measure = Вакантно { $n } из { $of } мест на { $day }, по дням
web-units-by-age = Вакантные места по дням
web-units-age-0 = До 30 дней
web-units-age-31 = 31–90
web-units-age-91 = 91–180
web-units-age-181 = Свыше 180
web-units-limit = { $n ->
    [one] не более { $n } дня
    [few] не более { $n } дней
   *[other] не более { $n } дней
}
web-units-all-filled = Все места заняты
web-units-all-filled-why = { $n ->
    [one] На { $day } занято { $n } место.
    [few] На { $day } заняты { $n } места.
   *[other] На { $day } занято { $n } мест.
}
web-units-latest = Последние акты
web-units-acts = Акты организации и её органов
web-units-acts-all = Все акты организации
web-units-acts-search = Искать в реестре
web-units-number = Номер
web-units-title = Название
web-units-type = Вид
web-units-signed = Подписан
web-units-latest-first = К последним
web-units-no-acts = Актов пока нет
web-units-no-acts-why = Здесь появятся изданные акты организации и её органов, которые вам доступны.
web-units-by-age-title = Члены по возрасту
web-units-by-age_band = Члены по возрасту
web-units-by-stage = Члены по ступени членства
web-units-by-sex = Члены по полу
web-units-members-measure = Всего { $n }, с нижестоящими, на { $day }
web-units-movement = Движение членов
web-units-no-members = Членов нет
web-units-no-members-why = В этот день в организации нет членов, или её показатели ведёт другая.
web-units-sex-f = женщины
web-units-sex-m = мужчины
web-units-stage-full = полноправные
web-units-stage-probationary = кандидаты
web-units-sex-unknown = не указано
web-units-stage-unknown = не указано
web-units-age-band-unknown = не указано
web-units-life = Хронология
web-units-life-both = Предшественники и преемники
web-units-lineage-told = { $unit } и { $others }; последнее изменение { $day }
web-units-lineage-more = { $n ->
    [one] Ещё { $n } организация не нарисована, она названа в хронологии.
    [few] Ещё { $n } организации не нарисованы, они названы в хронологии.
   *[other] Ещё { $n } организаций не нарисовано, они названы в хронологии.
}
web-units-choose = Период и день
web-units-period = Период
web-units-over-on = День слияния
web-units-boundaries = Прежние и новые границы
web-units-boundaries-caption = { $period } в границах до и с { $day }
web-units-figure = Показатель
web-units-old = { $unit } (прежняя)
web-units-new = { $unit } (новая)
web-units-boundaries-sum = Каждый новый показатель равен сумме прежних; ничего не переписано.
web-units-boundaries-not-sum = Не каждый новый показатель равен сумме прежних: часть ушла или пришла извне.
web-units-boundaries-some = { $n ->
    [one] { $n } прежняя организация не показана, поэтому сумма не сходится с новым.
    [few] { $n } прежние организации не показаны, поэтому сумма не сходится с новым.
   *[other] { $n } прежних организаций не показано, поэтому сумма не сходится с новым.
}
web-units-mini = Полоски сравнивают числа в своей строке.
web-units-unknown = К этому дню запись не знает { $code }
web-units-unknown-why = Записанное позже не показано: вы смотрите запись такой, какой она была в более ранний день.
web-units-of = из { $n }
web-units-known-later = { $day }, стало известно { $known }
web-units-zero = { $n ->
    [one] { $n } показатель без случаев не показан.
    [few] { $n } показателя без случаев не показаны.
   *[other] { $n } показателей без случаев не показано.
}
web-units-how = Стрелка раскрывает организацию здесь, название ведёт на её страницу. Число показывает, сколько организаций непосредственно в её составе.
web-search = Поиск
web-search-title = Поиск: { $text }
web-search-hint = Можно без ё и знаков; достаточно начала слова.
web-search-words = Организация, акт или человек
web-search-go = Найти
web-search-units = Организации
web-search-acts = Акты
web-search-people = Люди
web-search-formerly = прежде { $name }
web-search-all = Все результаты
web-search-everything = Искать везде
web-search-none = Ничего доступного вам по запросу «{ $text }».
web-search-no-units = Нет организации по запросу «{ $text }». Попробуйте начало одного слова или код.
web-search-no-acts = Нет доступного вам акта по запросу «{ $text }».
web-search-no-people = Нет доступного вам человека по запросу «{ $text }».
web-search-more-units = Ещё организации
web-search-more-acts = Ещё акты
web-search-more-people = Ещё люди
web-search-too-many = Показаны первые { $n }. Добавьте слово, чтобы сузить поиск.
web-search-people-cut = По данным, известным на более ранний день, сведения о каждом человеке выводятся из записей заново. Просмотрено первых людей с таким именем: { $n }.
web-search-people-on = Продолжить в списке людей
