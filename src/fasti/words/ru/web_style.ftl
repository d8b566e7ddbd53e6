# The style page: every component once.
web-style = Образцы оформления
web-style-lead = Каждый элемент по одному разу, из тех же частей, что и страницы. Основной текст 15 px, таблицы 14 px, не мельче 12 px; отступы с шагом 4 px.
web-style-components = Элементы
web-style-part-colour = Цвет
web-style-why-colour = Сине-зелёный: с этим можно действовать. Мареновый: так велит правило. Цвет состояния всегда со значком и словом. Последний ряд для диаграмм.
web-style-part-languages = Четыре языка
web-style-why-languages = Одна и та же карточка: знаки не обрезаны, ничего не выходит за край, кнопки переносятся.
web-style-part-buttons = Кнопки
web-style-why-buttons = Сначала глагол, потом предмет. Одна главная кнопка на экране. Что пока невозможно, объясняет почему.
web-style-part-fields = Поля
web-style-why-fields = Подпись, ошибка, поле, подсказка. Даты пишут так, как привыкли.
web-style-part-errors = Ошибки формы
web-style-why-errors = Получает фокус; каждая строка ведёт к своему полю; введённое сохраняется.
web-style-part-states = Слова состояния
web-style-why-states = Значок, слово и цвет вместе; статья; число, ведущее к актам.
web-style-part-notes = Сообщения
web-style-why-notes = Остаются на странице.
web-style-part-table = Таблица
web-style-why-table = Тонкие линии, числа вправо, прокрутка и с клавиатуры.
web-style-part-tabs = Вкладки и метки
web-style-why-tabs = Ссылки, которые говорят, где вы.
web-style-part-pager = Листание
web-style-why-pager = Только назад и вперёд; место в списке сохраняется.
web-style-part-tree = Дерево
web-style-why-tree = Кнопка раскрывает, ссылка ведёт.
web-style-part-time = Время
web-style-why-time = На какой день и по данным на какой день. Отметки: дни, когда что-то менялось.
web-style-part-timeline = Хронология
web-style-why-timeline = Новое сверху; завершённое бледнее.
web-style-part-bands = Полосы
web-style-why-bands = Дорожка на каждый вид, полоса на каждый период; текст не уменьшается.
web-style-part-lineage = Преемственность
web-style-why-lineage = Организации сходятся и расходятся в тот день, когда это случилось.
web-style-part-steps = Шаги
web-style-why-steps = Сделано, сейчас, впереди.
web-style-part-effects = Правовые последствия
web-style-why-effects = Что меняет акт, словами.
web-style-part-row = Строка последствия
web-style-why-row = Одно изменение в черновике, ошибка рядом с полем.
web-style-part-findings = Замечания
web-style-why-findings = Что, почему, по какой статье, и код, который получают и программы.
web-style-part-cascade = Каскад
web-style-why-cascade = Как акты опираются друг на друга и сколько дней между ними.
web-style-part-proof = Доказательство
web-style-why-proof = Предыдущий акт, этот, следующий: одна цепь.
web-style-part-eyes = Два лица
web-style-why-eyes = Кто составил и кто другой издаёт.
web-style-part-charts = Диаграммы
web-style-why-charts = Заголовок: вывод, ниже мера, и числа таблицей.
web-style-part-empty = Пусто
web-style-why-empty = Что здесь было бы, как оно сюда попадает, и этот шаг.
web-style-part-progress = Ход работы
web-style-why-progress = Долгую работу можно оставить и найти снова на первой странице.
web-style-part-toast = Всплывающее сообщение
web-style-why-toast = Никогда не единственное место сообщения.
web-style-part-dialog = Диалог
web-style-why-dialog = Что произойдёт, в числах; безопасный выбор первым.
web-style-part-sheet = Документ
web-style-why-sheet = Шрифт с засечками, как печатает организация; на A4 стоит один.
web-style-acts = Акты
web-style-all = Все
web-style-to-sign = На подпись
web-style-overview = Обзор
web-style-appointed = Назначено
web-style-moved = Перемещено
web-style-appointment = назначение
web-style-article = Устав, ст. 8
web-style-axis = Восемь дней перемен, среди них слияние
web-style-merged = слияние
web-style-boundaries = Границы
web-style-boundaries-end = На конец периода
web-style-boundaries-new = Какие они сегодня
web-style-chart = Больше всего назначений в четвёртом квартале
web-style-chart-measure = Назначено и перемещено, по кварталам
web-style-quarter = Квартал
web-style-due = Два отчёта из трёх поступили в срок
web-style-due-measure = Дни до срока и после него
web-style-vacant = Вакансии по числу дней
web-style-check = Проверить черновик
web-style-issue = Издать акт
web-style-discard = Отбросить
web-style-withdraw = Отозвать акт
web-style-withdraw-step = Отозвать…
web-style-print = Печать
web-style-not-yet = Пока нельзя: мешает одно замечание.
web-style-title = Заголовок
web-style-title-value = О назначении заведующего
web-style-unit = Организация
web-style-in-force = Вступает в силу
web-style-number = Номер
web-style-number-hint = В серии номера идут без пропусков.
web-style-reason = Основание
web-style-ended = Включая прекращённые организации
web-style-state-force = Действует
web-style-state-late = Внесён с опозданием
web-style-state-withdrawn = Отозван
web-style-state-future = Ещё не действует
web-style-state-draft = Черновик
web-style-note-ok = Акт издан; последствия наступили.
web-style-note-bad = Акт отозван в день подписания.
web-style-posts = Должности
web-style-post = Должность
web-style-holder = Занимает
web-style-since = С
web-style-vacant-days = Вакантна, дней
web-style-head = Заведующий отделом
web-style-deputy = Заместитель заведующего
web-style-lodge = Ложа «Ольха»
web-style-vacant-state = Вакантна
web-style-north = Север
web-style-south = Юг
web-style-union = Союз
web-style-lineage-told = Север и Юг вошли в Союз 1 июля 2025 года
web-style-paged = 13–24
web-style-step-draft = Составить
web-style-step-check = Проверить
web-style-step-eyes = Второе лицо
web-style-step-issue = Издать
web-style-effect = Та Динь Фыок: заведующий отделом
web-style-effect-kind = Последствие
web-style-person = Человек
web-style-drop = Убрать последствие 1
web-style-from = С
web-style-passes = Этот орган вправе издавать акты такого вида.
web-style-no-act = Нет акта для показа
web-style-no-act-why = Здесь стоял бы последний доступный вам акт. Что доступно, следует из ваших должностей.
web-style-drafted = Составил
web-style-to-issue = Издаст
web-style-not-signed = ещё не подписано
web-style-saved = Черновик сохранён
web-style-undo = Отменить
web-style-withdraw-title = Отозвать акт?
web-style-withdraw-why = Отменяются три последствия: одна должность снова вакантна, одно пребывание в должности возобновляется. Отзыв сам является актом и сохраняет номер.
web-style-keep = Оставить
web-style-note-warn = Отчитались { $n } из { $all }: итог неполный.
web-style-problems = { $n ->
    [one] Не издано: { $n } замечание.
    [few] Не издано: { $n } замечания.
   *[many] Не издано: { $n } замечаний.
}
web-style-over-days = { $n ->
    [one] свыше { $n } дня
    [few] свыше { $n } дней
   *[many] свыше { $n } дней
}
web-style-importing = { $n ->
    [one] Загружается { $n } запись
    [few] Загружаются { $n } записи
   *[many] Загружается { $n } записей
}
web-style-left = { $n ->
    [one] Осталась примерно { $n } минута. Страницу можно покинуть.
    [few] Осталось примерно { $n } минуты. Страницу можно покинуть.
   *[many] Осталось примерно { $n } минут. Страницу можно покинуть.
}
