# Хронология лиц, должностей и организаций.
timeline-from = С
timeline-until = По
timeline-matter = Событие
timeline-what = Предмет
timeline-act = Акт
timeline-holds = действует
timeline-holds-until = действует, по { $day }
timeline-ended = окончание: { $how }
timeline-ends = предстоит окончание: { $how }
timeline-ran-out = истечение срока
timeline-end-untold = не сообщается, прекращено ли
timeline-seats-untold = { $n ->
    [one] О { $n }~месте не сообщается, занято ли оно: это указано в акте ограниченного доступа.
   *[other] О { $n }~местах не сообщается, заняты ли они: это указано в актах ограниченного доступа.
}
timeline-nothing = На этот день ничего не записано.
timeline-later = После этого дня: ещё { $n ->
    [one] { $n }~запись
    [few] { $n }~записи
    *[many] { $n }~записей
}.
timeline-not-known = На { $day } записей о { $code } ещё не было. Укажите в --known более поздний день или не указывайте его.
timeline-incumbent = Занимает должность: { $person }, с { $day }
timeline-empty-since = Место вакантно с { $day } ({ $days })
timeline-no-seat = На этот день у должности нет ни одного места.
timeline-stands-not = На этот день организация не существует.
timeline-vacancy = вакансия
timeline-out-of-reach = имя вне вашего доступа
timeline-term-until = срок по { $day }
timeline-stage-full = полноправное членство
timeline-stage-probationary = кандидатский стаж
timeline-same-person = То же лицо внесено также под кодом { $code }.
timeline-entry-given-up = Запись { $code } упразднена; показана запись, которая её заменяет.
timeline-predecessor = предшественник: { $unit }
timeline-successor = преемник: { $unit }
timeline-share = доля { $n }~%
timeline-members = Численность на конец года, включая все нижестоящие организации:
timeline-mandate = по должности
timeline-post = Должность
timeline-holder = Кто занимает
timeline-since = С
# Что изменит акт: до его издания.
preview-figures = Показатели прошедших периодов, которые изменятся:
preview-no-figures = Показатели прошедших периодов не изменятся.
preview-unit = Организация
preview-figure = Показатель
preview-period = Период
preview-before = До
preview-after = После
preview-difference = Разница
preview-other-act = { $what } (на основании другого акта)
preview-points = { $n } п. п.
preview-changed = { $what }: { $before } → { $after }
preview-more = Ещё { $n ->
    [one] { $n }~показатель
    [few] { $n }~показателя
    *[many] { $n }~показателей
}: полный список с --json.
