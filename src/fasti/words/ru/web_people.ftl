# Pages: people.
web-crumbs = Путь
web-parts = Части страницы
web-first = К началу
web-until = до { $day }
web-ended-by = Прекращено: { $word }
web-known-from = известно с { $day }
web-lane-tenure = Должности
web-lane-mandate = Мандаты по должности
web-lane-membership = Членство
web-lane-pool = В резерве
web-lane-topic = Обучение
web-people-draft = Составить акт
web-people-career = Путь
web-people-bands = Путь в полосах времени
web-people-bands-measure = По состоянию на { $day }; каждая полоса открывается и закрывается актом
web-people-entries = { $n ->
    [one] { $n } запись
    [few] { $n } записи
    *[other] { $n } записей
}
web-people-about = Об этом человеке
web-people-summary = Кратко
web-people-unit = Организация
web-people-no-unit = сегодня нигде не состоит
web-people-born = Дата рождения
web-people-sex = Пол
web-people-sex-f = женский
web-people-sex-m = мужской
web-people-least = Дата рождения, оценки и взыскания показываются только по отдельному праву.
web-people-own = Это ваше дело: вы видите его целиком и кто его смотрел.
web-people-looks = Кто смотрел
web-people-no-looks = Это дело ещё никто не смотрел.
web-people-within = В { $unit } и ниже
web-people-all = Все, кого вы вправе видеть
web-people-find = Имя или код
web-people-unit-code = Код организации
web-people-holds = Занимает должность
web-people-planned = В резерве
web-people-search = Найти людей
web-people-name = Имя
web-people-posts = Должности
web-people-none = Никого не найдено
web-people-none-why = Никто из тех, кого вы вправе видеть, не подходит. Уберите слово или фильтр либо ищите во всём своём охвате.
web-people-drop = Искать во всём охвате
