# Акты: реестр, страница акта и то, что говорят списки актов.
web-acts-register = Реестр актов
web-acts-lead = Без акта ничего не меняется; каждая цифра берётся из этого реестра.
web-acts-draft = Составить акт
web-acts-views = Представления
web-acts-view-all = Все доступные
web-acts-view-own = Моей организации
web-acts-view-superior = Вышестоящих: конкретизировать
web-acts-view-late = Учтены много позже подписания
web-acts-view-withdrawn = Отозванные
web-acts-buckets = Группы актов
web-acts-all-buckets = Все акты
web-acts-newest = Последние { $n }
web-acts-narrow = Отбор актов
web-acts-search = Искать в номере, заголовке и тексте
web-acts-search-example = например: назначение заместителя
web-acts-search-hint = Должны найтись все слова; в любом падеже, ё можно писать как е. Слова в кавычках стоят рядом; * после начала слова.
web-acts-find = Найти
web-acts-issuer = Кем издан, с нижестоящими
web-acts-issuer-hint = название или код
web-acts-issuer-which = «{ $words }» может означать несколько организаций. Выберите одну:
web-acts-issuer-unknown = Организации «{ $words }» нет. Проверьте название или оставьте поле пустым.
web-acts-no-day = «{ $words }» не дата. Пишите 14.07.2025 или 2025-07-14.
web-acts-any = Любой
web-acts-from = Подписан с
web-acts-to = Подписан по
web-acts-only-late = { $n ->
    [one] Учтён более чем через { $n }~день после подписания
    [few] Учтён более чем через { $n }~дня после подписания
   *[other] Учтён более чем через { $n }~дней после подписания
 }
web-acts-narrowed = Условия отбора
web-acts-drop = , снять
web-acts-drop-all = Снять все условия
web-acts-is-words = Слова: { $words }
web-acts-is-unit = Издан в: { $unit }
web-acts-is-from = Подписан с { $day }
web-acts-is-to = Подписан по { $day }
web-acts-is-late = Учтён много позже подписания
web-acts-is-related = Связан с { $act }
web-acts-list = Найденные акты
web-acts-count = { $n ->
    [one] { $n }~акт, последние подписанные сверху
    [few] { $n }~акта, последние подписанные сверху
   *[other] { $n }~актов, последние подписанные сверху
 }
web-acts-many = Более { $n } актов, последние подписанные сверху
web-acts-too-long = Список слишком длинный для выгрузки: сузьте отбор.
web-acts-behind = { $n ->
    [one] { $n }~акт ещё не внесён в полнотекстовый указатель и по словам не находится.
    [few] { $n }~акта ещё не внесены в полнотекстовый указатель и по словам не находятся.
   *[other] { $n }~актов ещё не внесены в полнотекстовый указатель и по словам не находятся.
 }
web-acts-none-filtered = Ни один акт не отвечает всем условиям
web-acts-none-filtered-why = Снимите одно из условий выше или все сразу.
web-acts-none-all = Актов пока нет
web-acts-none-why-all = Акт составляют, проверяют и подписывают; изданный акт остаётся здесь навсегда.
web-acts-none-own = Ваша организация актов не издавала
web-acts-none-why-own = Акты вашей организации и её органов появятся здесь после издания.
web-acts-none-superior = Конкретизировать нечего
web-acts-none-why-superior = Здесь стоят акты вышестоящих, которые другие уже конкретизировали или которые дают поручения, пока их не конкретизирует ваш акт.
web-acts-none-late = Актов, учтённых много позже подписания, нет
web-acts-none-why-late = Здесь стоят акты, учтённые более чем через тридцать дней после подписания.
web-acts-none-withdrawn = Отозванных актов нет
web-acts-none-why-withdrawn = Акт отзывают другим актом; оба остаются в реестре.
web-acts-changed = Изменён
web-acts-late = { $n ->
    [one] Учтён через { $n }~день
    [few] Учтён через { $n }~дня
   *[other] Учтён через { $n }~дней
 }
web-acts-path = Где вы
web-acts-signed = подписан { $day }
web-acts-print = Печать
web-acts-amend = Изменить новым актом
web-acts-correct = Исправить
web-acts-withdraw = Отозвать…
web-acts-sheet = Документ { $act }
web-acts-articles-more = Первые { $n } из { $all } последствий. В PDF есть все.
web-acts-tasks = Данные поручения
web-acts-tasks-count = { $n ->
    [one] { $n }~поручение
    [few] { $n }~поручения
   *[other] { $n }~поручений
 }
web-acts-task = Поручение
web-acts-task-unit = Кому
web-acts-task-level = всем нижестоящим этого уровня: { $level }
web-acts-task-person = Ответственный
web-acts-task-due = Срок
web-acts-task-evidence = Подтверждение
web-acts-files = Приложения
web-acts-files-count = { $n ->
    [one] { $n }~файл
    [few] { $n }~файла
   *[other] { $n }~файлов
 }
web-acts-file-size = { $n ->
    [one] { $n }~байт
    [few] { $n }~байта
   *[other] { $n }~байтов
 }
web-acts-about = Об этом акте
web-acts-changed-amends = Изменён актом
web-acts-changed-corrects = Исправлен актом
web-acts-ended-withdraws = Этот акт отозван; его последствия больше не действуют.
web-acts-ended-replaces = Этот акт заменён другим.
web-acts-ended-repeals = Этот акт отменён.
web-acts-signer = Подписал
web-acts-code = Код
web-acts-effect-n = последствие { $n }
web-acts-void = Больше не действует, по акту
web-acts-effects-more = Первые { $n } из { $all } последствий; в документе рядом их больше, в PDF все.
web-acts-relations = Связи
web-acts-relations-count = { $n ->
    [one] { $n }~другой акт
    [few] { $n }~других акта
   *[other] { $n }~других актов
 }
web-acts-relations-none = Ни на один акт не опирается, и на него пока ничто не опирается.
web-acts-also-rests = Также опирается на
web-acts-here-is = Этот акт: { $relation }
web-acts-after = { $n ->
    [0] { $day }, в тот же день
    [one] { $day }, через { $n }~день
    [few] { $day }, через { $n }~дня
   *[other] { $day }, через { $n }~дней
 }
web-acts-more = { $n ->
    [one] Ещё { $n }~акт
    [few] Ещё { $n }~акта
   *[other] Ещё { $n }~актов
 }
web-acts-rules = По каким правилам проверен
web-acts-rule-type = Такой вид акта предусмотрен
web-acts-rule-authority = Такая организация вправе его издать, подписавший вправе подписать
web-acts-rule-numbering = Номер следующий в своём ряду
web-acts-rule-effects = Акт этого вида может иметь такие последствия
web-acts-version-current = Свод правил в нынешней редакции
web-acts-version-earlier = Свод правил в прежней редакции
web-acts-proof = Цепочка доказательств
web-acts-proof-broken = Не сходится
web-acts-proof-sound = Пересчитано: сходится
web-acts-proof-linked = Звенья сходятся
web-acts-proof-before = До него:
web-acts-proof-first = Первый акт этой организации
web-acts-proof-this = Этот акт,
web-acts-proof-after = После него:
web-acts-proof-last = Более поздних актов этой организации пока нет
web-acts-proof-differs = отличается
web-acts-proof-covers = содержание; последствий: { $effects }, поручений: { $tasks }, файлов: { $files }
web-acts-proof-whole = Весь хеш
web-acts-verify = Проверить этот акт
acts-list = Реестр актов
acts-column-symbol = Номер
acts-column-title = Заголовок
acts-column-type = Вид
acts-column-issuer = Кем издан
acts-column-issuer-code = Код издавшего
acts-column-signed = Подписан
acts-column-in-force = Действует с
acts-column-recorded = Учтён
acts-column-days-late = Дней опоздания
acts-column-higher = Конкретизирует
acts-column-state = Состояние
acts-column-ended-by = Прекращён актом
acts-column-confidentiality = Гриф
acts-column-code = Код
acts-state-in-force = Действует
acts-state-not-yet = Ещё не действует
acts-state-ended = Прекращён
acts-state-withdraws = Отозван
acts-state-replaces = Заменён
acts-state-repeals = Отменён
document-withdrawn-unnamed = Отозван
document-effect-of-unseen = последствие другого акта
cli-act-found = { $n ->
    [one] Найден { $n }~акт.
    [few] Найдено { $n }~акта.
   *[other] Найдено { $n }~актов.
 }
cli-act-more = Показаны только последние { $n }; сузьте поиск.
cli-act-behind = { $n ->
    [one] { $n }~акт ещё не в полнотекстовом указателе; запустите fasti rebuild.
    [few] { $n }~акта ещё не в полнотекстовом указателе; запустите fasti rebuild.
   *[other] { $n }~актов ещё не в полнотекстовом указателе; запустите fasti rebuild.
 }
