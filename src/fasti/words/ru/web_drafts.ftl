# Составление, проверка, издание и отзыв актов.
web-drafts-title = Черновики
web-drafts-lead = Что составляется, что ждёт проверки и что ждёт подписи.
web-drafts-path = Путь
web-drafts-views = Какие черновики
web-drafts-view-all = Все доступные мне
web-drafts-view-mine = Мои
web-drafts-view-check = На проверку
web-drafts-view-sign = На подпись
web-drafts-begin = Начать черновик
web-drafts-changed = Последнее изменение
web-drafts-state = Состояние
web-drafts-state-open = составляется
web-drafts-state-checked = проверен
web-drafts-shown = { $n ->
    [one] { $n }~черновик
    [few] { $n }~черновика
    *[many] { $n }~черновиков
}
web-drafts-to-first = К самым новым
web-drafts-none-all = Черновиков нет
web-drafts-none-why-all = Здесь стоят черновики организаций, за которые вы составляете, проверяете или подписываете, пока их не издадут или не удалят.
web-drafts-none-mine = Ваших черновиков нет
web-drafts-none-why-mine = Здесь стоит то, что вы начали или изменили, пока черновик не издан и не удалён.
web-drafts-none-check = Проверять нечего
web-drafts-none-why-check = Здесь стоят черновики, составленные другими для организаций в вашей области, пока кто-нибудь не проверит их.
web-drafts-none-sign = Подписывать нечего
web-drafts-none-why-sign = Здесь стоят проверенные черновики, пока вы их не издадите.
web-drafts-new = Новый черновик
web-drafts-new-lead = Кто, что и когда издаёт. Из этого следует, какие последствия возможны в акте.
web-drafts-begin-draft = Начать черновик
web-drafts-back-to-list = К списку черновиков
web-drafts-not-begun = Черновик не начат:
web-drafts-h = Черновик: { $kind }
web-drafts-h-untyped = Черновик
web-drafts-form = Черновик
web-drafts-rail = Замечания и издание
web-drafts-document = Документ
web-drafts-saved = Сохранено { $day }, { $time } UTC
web-drafts-optional = (можно оставить пустым)
web-drafts-choose = Выберите
web-drafts-more = День вступления в силу, язык, номер на бумаге
web-drafts-meant = Кто или что имеется в виду?
web-drafts-language = Русский
web-drafts-effects = Последствия
web-drafts-effects-lead = Что акт меняет в реестре
web-drafts-no-effects = Последствий пока нет. Акт без последствий остаётся только документом.
web-drafts-rows-of = С { $first } по { $last } из { $n }
web-drafts-rows-kept = При переходе на другую страницу черновик сохраняется. Проверяется и издаётся он весь, какая бы страница ни была открыта.
web-drafts-row-number = Номер
web-drafts-go = Перейти
web-drafts-next-finding = { $n ->
    [one] { $n }~замечание на другой странице
    [few] { $n }~замечания на других страницах
    *[many] { $n }~замечаний на других страницах
}
web-drafts-more-findings = { $n ->
    [one] и ещё { $n }~замечание; оно появится, когда устранены эти
    [few] и ещё { $n }~замечания; они появятся, когда устранены эти
    *[many] и ещё { $n }~замечаний; они появятся, когда устранены эти
}
web-drafts-same-rows = { $n ->
    [one] Ещё { $n }~строка одинакова в обоих текстах.
    [few] Ещё { $n }~строки одинаковы в обоих текстах.
    *[many] Ещё { $n }~строк одинаковы в обоих текстах.
}
web-drafts-effect-n = Последствие { $n }
web-drafts-up = Выше
web-drafts-down = Ниже
web-drafts-remove = Убрать
web-drafts-up-n = Переместить последствие { $n } выше
web-drafts-down-n = Переместить последствие { $n } ниже
web-drafts-remove-n = Убрать последствие { $n }
web-drafts-new-kind = Вид последствия
web-drafts-add-effect = Добавить последствие
web-drafts-sealed = Номер документа хранится только в виде хеша с ключом. Чтобы изменить его, наберите номер заново.
web-drafts-relations = Связи с другими актами
web-drafts-relations-lead = Что он исполняет, изменяет, исправляет или отзывает
web-drafts-no-relations = Связей с другими актами нет.
web-drafts-relation-n = Связь { $n }
web-drafts-new-relation = Связь
web-drafts-add-relation = Добавить связь
web-drafts-remove-relation-n = Убрать связь { $n }
web-drafts-tasks = Поручения
web-drafts-tasks-lead = Работа со сроком и ответственным
web-drafts-task-n = Поручение { $n }
web-drafts-add-task = Добавить поручение
web-drafts-remove-task-n = Убрать поручение { $n }
web-drafts-files = Файлы
web-drafts-files-lead = Становятся частью акта после издания
web-drafts-add-files = Добавить файлы
web-drafts-add-files-hint = PDF, Word, Excel, OpenDocument, изображения, подписи, архивы; до 64 МБ каждый. Они принимаются при сохранении.
web-drafts-remove-file = Убрать файл { $file }
web-drafts-save = Сохранить черновик
web-drafts-drop = Удалить черновик
web-drafts-not-saved = Не сохранено: { $n ->
    [one] нужно исправить { $n }~место
    [few] нужно исправить { $n }~места
    *[many] нужно исправить { $n }~мест
}. Всё набранное стоит ниже.
web-drafts-came-back = Сеанс закончился. Форма стоит так, как вы её набрали; она ещё не сохранена. Файлы нужно выбрать заново.
web-drafts-also-open = Этот черновик открыт и у другого: { $person }. Если сохраните оба, тексты будут сличены по частям; ни у кого ничего не пропадёт.
web-drafts-named-field = «{ $label }»
web-drafts-findings = Замечания
web-drafts-num-findings = { $n ->
    [one] мешает { $n }~замечание
    [few] мешают { $n }~замечания
    *[many] мешают { $n }~замечаний
}
web-drafts-ready = Ничто не мешает
web-drafts-ok-authority = Орган вправе издавать акты этого вида.
web-drafts-ok-number = Следующий номер в ряду:
web-drafts-ok-effects = { $n ->
    [one] { $n }~последствие опробовано на реестре; противоречий нет.
    [few] { $n }~последствия опробованы на реестре; противоречий нет.
    *[many] { $n }~последствий опробовано на реестре; противоречий нет.
}
web-drafts-step-write = Составить
web-drafts-step-settle = Устранить замечания
web-drafts-step-check = Проверяет другой
web-drafts-step-issue = Подписать, издать
web-drafts-gate = Издание
web-drafts-drafter = Составил
web-drafts-checker = Проверил
web-drafts-issuer = Издаёт
web-drafts-changed-by = последнее изменение: { $person }
web-drafts-not-checked = ещё не проверен
web-drafts-not-issued = ещё не подписан
web-drafts-not-yet = Издать пока нельзя, потому что:
web-drafts-issue = Издать акт
web-drafts-to-issue = Перейти к изданию
web-drafts-check = Подтвердить проверку
web-drafts-waits-for-check = Черновик ждёт проверки другим: он виден в разделе «Черновики», «На проверку».
web-drafts-not-checked-why = Не подтверждено, потому что:
web-drafts-preview = Что изменится
web-drafts-preview-lead = Если издать черновик в этом виде
web-drafts-preview-since = С { $day }, если издать черновик в этом виде
web-drafts-preview-show = Показать изменения
web-drafts-preview-not-yet = Появится, как только ничто не будет мешать.
web-drafts-changes = Реестр
web-drafts-figures = Показатели завершённых периодов
web-drafts-what = Что
web-drafts-before = До
web-drafts-after = После
web-drafts-figure = Показатель
web-drafts-difference = Разница
web-drafts-no-changes = В реестре ничего не меняется.
web-drafts-no-figures = Показатели завершённых периодов не меняются.
web-drafts-more-rows = { $n ->
    [one] и ещё { $n }~строка
    [few] и ещё { $n }~строки
    *[many] и ещё { $n }~строк
}
web-drafts-more-figures = { $n ->
    [one] и ещё { $n }~показатель
    [few] и ещё { $n }~показателя
    *[many] и ещё { $n }~показателей
}
web-drafts-from = с { $day }
web-drafts-from-until = с { $day } по { $last }
web-drafts-issue-h = Издать { $symbol }?
web-drafts-issue-symbol = Издать { $symbol }
web-drafts-will = Что произойдёт
web-drafts-final = Изданный акт не правят и не удаляют. Его можно изменить, исправить или отозвать другим актом.
web-drafts-back = Вернуться к черновику
web-drafts-was-changed = Черновик тем временем изменили. Ниже он показан в нынешнем виде; ничего не сделано.
web-drafts-not-issued-why = Не издано, и ничего не записано, потому что:
web-drafts-num-effects = Последствия
web-drafts-num-persons = Затронуто людей
web-drafts-num-posts = Затронуто должностей
web-drafts-num-units = Затронуто организаций
web-drafts-num-tasks = Дано поручений
web-drafts-num-figures = Изменится итоговых показателей
web-drafts-drop-h = Удалить этот черновик?
web-drafts-drop-lead = Текст, последствия ({ $effects }) и файлы ({ $files }) будут удалены без возможности вернуть. Реестр не изменится.
web-drafts-withdraw = Отозвать
web-drafts-withdraw-h = Отозвать: { $act }
web-drafts-withdraw-lead = Акт отзывают другим актом. Посмотрите, что будет отменено, и начните черновик. До издания ничего не меняется.
web-drafts-undone = Что будет отменено
web-drafts-num-undone = { $n ->
    [one] перестаёт действовать { $n }~последствие
    [few] перестают действовать { $n }~последствия
    *[many] перестают действовать { $n }~последствий
}
web-drafts-withdrawing = Отзывающий акт
web-drafts-withdraw-begin = Начать черновик об отзыве
web-drafts-back-to-act = Вернуться к акту
web-drafts-title-withdraws = Об отзыве: { $act }
web-drafts-stale = Два текста
web-drafts-stale-h = Черновик изменил кто-то другой
web-drafts-stale-lead = Пока вы писали, черновик был сохранён: { $person }. Выберите по частям, какой текст остаётся. Ничего из набранного вами не пропадёт.
web-drafts-stale-lead-nobody = Пока вы писали, черновик был сохранён в другом месте. Выберите по частям, какой текст остаётся. Ничего из набранного вами не пропадёт.
web-drafts-mine = Мой текст
web-drafts-theirs = Другой текст: { $person }
web-drafts-theirs-nobody = Другой текст
web-drafts-nothing = Пусто
web-drafts-same = Тексты совпадают.
web-drafts-save-chosen = Сохранить выбранное
web-drafts-keep-theirs = Оставить другой текст целиком
web-drafts-sex-f = женский
web-drafts-sex-m = мужской
# Поля
web-drafts-field-issuer = Издающий орган
web-drafts-field-type = Вид акта
web-drafts-field-signed_on = День подписания
web-drafts-field-in_force_on = День вступления в силу
web-drafts-field-title = Заголовок
web-drafts-field-text = Текст
web-drafts-field-signed_by = Подписывает
web-drafts-field-signer = Подписывает
web-drafts-field-signer_post = Должность подписывающего
web-drafts-field-confidentiality = Конфиденциальность
web-drafts-field-language = Язык документа
web-drafts-field-number = Номер, данный на бумаге
web-drafts-field-capacity = В каком качестве
web-drafts-field-relations = Связи
web-drafts-field-effects = Последствия
web-drafts-field-tasks = Поручения
web-drafts-field-attachments = Файлы
web-drafts-field-relation = Связь
web-drafts-field-act = Акт
web-drafts-field-places = Какие из его последствий
web-drafts-field-kind = Последствие
web-drafts-field-person = Человек
web-drafts-field-other_person = Другой человек
web-drafts-field-post = Должность
web-drafts-field-other_post = Оставляемая должность
web-drafts-field-SWAP-other_post = Должность другого
web-drafts-field-unit = Организация
web-drafts-field-other_unit = Принимающая организация
web-drafts-field-parent = Вышестоящая организация
web-drafts-field-FOUND-unit = Код новой организации
web-drafts-field-ADMIT-person = Код нового человека
web-drafts-field-ESTABLISH_POST-post = Код новой должности
web-drafts-field-TRANSFER_MEMBER-unit = В организацию
web-drafts-field-TRANSFER_MEMBER-other_unit = Из организации
web-drafts-field-SAME_PERSON-person = Упраздняемая запись
web-drafts-field-SAME_PERSON-other_person = Остающаяся запись
web-drafts-field-on = С какого дня
web-drafts-field-ends_planned_on = Плановое окончание
web-drafts-field-until = В резерве до
web-drafts-field-since = День наложения
web-drafts-field-born_on = День рождения
web-drafts-field-sex = Пол
web-drafts-field-family_name = Фамилия
web-drafts-field-given_name = Имя
web-drafts-field-document_number = Номер удостоверения личности
web-drafts-field-document_hash = Хеш номера документа
web-drafts-field-stage = Ступень
web-drafts-field-reason = Причина
web-drafts-field-grade = Оценка
web-drafts-field-ground = Основание
web-drafts-field-form = Форма отчёта
web-drafts-field-SANCTION-form = Вид взыскания
web-drafts-field-LIFT-form = Вид взыскания
web-drafts-field-period = Период
web-drafts-field-unit_kind = Вид организации
web-drafts-field-office = Должность по уставу
web-drafts-field-seats = Число мест
web-drafts-field-share = Доля в процентах
web-drafts-field-name = Название
web-drafts-field-abbreviation = Сокращение в номерах актов
web-drafts-field-term = Срок полномочий
web-drafts-field-election = Выборы
web-drafts-field-course = Курс
web-drafts-field-topics = Темы, по одной в строке
web-drafts-field-edition = Выпуск
web-drafts-field-category = Разряд
web-drafts-field-prize = Премия
web-drafts-field-work = Произведение
web-drafts-field-authors = Авторы, по одному в строке
web-drafts-field-task-text = Поручение
web-drafts-field-task-unit = Кому поручено
web-drafts-field-task-level = Всем организациям уровня ниже
web-drafts-field-task-responsible = Ответственный
web-drafts-field-task-due_on = Срок
web-drafts-field-task-group = Группа поручений
web-drafts-field-task-evidence = Чем подтверждается исполнение
web-drafts-field-due_on = Срок
web-drafts-field-responsible = Ответственный
web-drafts-field-evidence = Чем подтверждается исполнение
web-drafts-field-group = Группа поручений
web-drafts-field-level = Уровень
# Подсказки
web-drafts-hint-issuer = Название или код; знаки можно опускать.
web-drafts-hint-signed_on = Сначала день, например 14.07.2025.
web-drafts-hint-text = Людей называют ссылкой [person:КОД], чтобы имя можно было исправить позже.
web-drafts-hint-in_force_on = Пусто: день подписания.
web-drafts-hint-number = Только для акта, получившего номер на бумаге до начала реестра.
web-drafts-hint-period = Например 2024, 2024-H1, 2024-Q3, 2024-05.
web-drafts-hint-act = Номер, слова заголовка или код.
web-drafts-hint-places = Номера последствий, например 1, 3.
web-drafts-hint-on = Пусто: день вступления акта в силу.
web-drafts-hint-term = Например 2025-2030.
web-drafts-hint-ADMIT-person = Код без значения; остаётся на всю жизнь.
# Forms that are too large, or too old
web-drafts-open-again = Открыть форму снова, как набрано
web-refusal-too-large = Слишком много сразу
web-refusal-too-large-why = Форма или её файлы вместе больше, чем принимается за один раз; ничего не сохранено. Вернитесь назад: набранное на месте. Сократите текст или пошлите меньше файлов.
web-drafts-field-return_form = Форма отчёта
web-drafts-field-known_on = Данные учёта на день
web-drafts-field-computed = Числа из учёта
web-drafts-field-declared = Заявленные числа
web-drafts-field-remarks = Пояснения к числам
web-drafts-field-narrative = Текст отчёта
web-drafts-field-proposals = Предложения
web-drafts-field-version = Редакция отчёта
web-drafts-field-reasons = Причины возврата
web-drafts-field-explanation = Объяснение
web-drafts-field-answer = Ответ
web-drafts-field-position = Место предложения
web-drafts-field-included = Организации в итогах
web-drafts-field-missing = Организации не в итогах
web-drafts-field-consolidated = Итоги нижестоящих
web-drafts-field-lacking = Кем не указано
web-drafts-field-differences = Расхождения с реестром
