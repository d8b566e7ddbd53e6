# Страницы: reports.
web-reports-lead = Выберите форму, организацию или группу и период. Каждое число ведёт к актам.
web-reports-choose = Выбор отчёта
web-reports-form = Форма
web-reports-beside = Другие границы
web-reports-against = Сравнить с
web-reports-none = нет
web-reports-language = Язык файлов
web-reports-show = Показать отчёт
web-reports-quick = Начать с
web-reports-quick-why = последний завершённый период
web-reports-not-for-period = { $form } не составляется за такой период ({ $period }). Выберите другой.
web-reports-large = Реестр велик: отчёт готовится отдельно, во всех форматах. Страницу можно покинуть.
web-reports-as-job = Подготовить все форматы
web-reports-suppressed = Числа менее { $n } чужих организаций и всё, что их выдало бы, не показываются.
web-reports-more-tables = Ещё таблицы сравнения
web-reports-headline = Главные показатели
web-reports-compared = Сравнение двух периодов
web-reports-why = { $figure }: { $value }. Какими актами?
web-reports-all-acts = Все акты и части показателя
web-reports-left-out = { $n ->
    [one] Ещё { $n } организация — в файлах.
    [few] Ещё { $n } организации — в файлах.
   *[other] Ещё { $n } организаций — в файлах.
}
