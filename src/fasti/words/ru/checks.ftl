# What fasti verify says: the sentence of each check's findings, what to do, and the groups of checks.
cli-verify-ran = Проверок: { $checks }; актов: { $n }; ошибок: { $faults }; замечаний: { $notices }.
cli-verify-group = { $group }:
cli-verify-fault = ошибка
cli-verify-notice = замечание
cli-verify-nobody = без акта
cli-verify-more = { $code }: ещё таких: { $n }
cli-verify-unknown-group = Группы проверок { $value } нет. Выберите из: { $known }.

## Findings
check-database-unsound = База данных сама обнаружила повреждение: { $value }.
check-shape-outdated = Изменение { $value } в таблицы не внесено.
check-guard-missing = Нет защиты от изменений { $value }.
check-body-row-wrong = Строка о том, чья это запись, не единственная под номером 1 (номера: { $value }).
check-pack-unknown = Свод правил { $value } не читается.
check-last-recorded-differs = Последней записью значится { $value }, а в последнем акте стоит { $other }.
check-unreadable = В поле { $field } стоит нечитаемое значение «{ $value }».
check-row-number = Строка имеет номер { $number }, который не подходит к её таблице.
check-dangling = { $field } в строке { $number } указывает на { $value }, чего нет.
check-content-changed = Содержание не то, что было скреплено ({ $value }).
check-chain-broken = На месте { $number } цепочка разорвана: у предыдущего акта другой хеш.
check-gap = Номер { $number } стоит там, где должен быть { $limit }.
check-out-of-order = Номер { $number } не соответствует порядку записи.
check-hash-shared = У другого акта такой же хеш ({ $value }).
check-malformed = Значение «{ $value }» записано неверно.
check-recorded-backwards = Акт записан раньше предшествующего ему.
check-effect-recorded-apart = У последствия { $number } другое время записи, чем у акта.
check-place-gap = Места идут не подряд от 1 (последнее: { $number }, имеется: { $limit }).
check-personal-field = Личное поле { $field } не то, на которое дано обязательство.
check-personal-fields-partly-erased = Из личных полей отсутствуют только: { $field }.
check-effect-shape = Последствие { $number }: { $field } не таково, как у последствий этого вида.
check-personal-fields-swapped = У личных полей общая соль (число: { $number }).
check-charter-version-other = Начиная отсюда акты оценены по другой редакции правил ({ $value }; актов: { $count }) и заново не оцениваются.
check-attachment-lost = Файла { $file } нет в хранилище.
check-attachment-changed = Файл { $file } не тот, что был приложен.
check-attachment-size-differs = Размер файла { $file } в байтах: { $number }, в записи: { $limit }.
check-attachment-stray = Файл { $file } в хранилище не относится ни к одному акту.
check-twice = Это записано дважды.
check-symbol-shared = Другой акт того же органа имеет в том же году индекс { $value }.
check-not-by-rule = «{ $value }» не соответствует своду правил.
check-number-below-first = Номер { $number } меньше первого в серии: { $limit }.
check-series-begins-late = Серия начинается с номера { $number }.
check-signed-out-of-order = Подписан { $day }, а акт с предыдущим номером подписан { $until }.
check-empty-field = Обязательное поле пусто.
check-act-in-force-before-signed = Вступил в силу { $day }, до подписания { $until }.
check-signed-after-recorded = Записан { $until }, до подписания { $day }.
check-in-force-late = Вступает в силу лишь { $day }.
check-not-in-rules = Свод правил на тот день не знает «{ $value }».
check-act-not-authorised = { $unit } не вправе издавать акты вида { $value }.
check-act-unsigned = Не указано, кто подписал акт или в какой должности.
check-office-may-not-sign = Должность { $value } не даёт права подписи.
check-signer-never-appointed = Ни один акт не назначил подписавшего { $person } на должность { $post }.
check-signer-out-of-office = По нынешнему реестру { $person } не занимает { $post } на { $day }.
check-issuer-not-there = По нынешнему реестру издавший орган на { $day } не существует.
check-form-without-period = Отчёт называет форму и период вместе; здесь только «{ $value }».
check-not-a-period = «{ $value }» не является периодом.
check-names-nobody = Упомянуто лицо «{ $value }», которого нет в записи.
check-act-twice = Один и тот же акт, по-видимому, издан несколько раз (раз: { $count }).
check-report-twice = По форме { $value } за { $other } есть другой отчёт.
check-relation-forward = Акт ссылается на { $other_act }, записанный позже.
check-relation-to-itself = Акт ссылается сам на себя.
check-signed-before-target = Подписан { $day }, раньше, чем { $other_act } ({ $until }).
check-withdrawn-twice = { $other_act } отозван и другим актом.
check-withdrawal-incomplete = Отзывает { $other_act }, но оставляет последствие { $number }.
check-void-without-relation = Последствие { $number } отменяет последствие { $other_act } без связи с ним.
check-relation-to-lower = Связь { $value } с { $other_act } возможна лишь с актом вышестоящего органа.
check-withdrawn-by-stranger = { $unit } не вправе отозвать { $other_act }.
check-effect-kind-unknown = Последствие { $number } вида «{ $value }», которого нет.
check-effect-kind-not-allowed = Последствие { $number }: акты этого вида не могут содержать { $value }.
check-effect-day-impossible = Последствие { $number } наступает в невозможный день «{ $value }».
check-effect-long-before-signed = Последствие { $number } наступает { $day }, задолго до подписания.
check-effect-not-of-posts-unit = Последствие { $number } для { $post } засчитано { $unit }, а должность не там.
check-void-wrong = Последствие { $number }: отмена сделана не так, как делает VOID.
check-training-without-topic = Последствие { $number } не называет ни одной темы курса.
check-award-incomplete = В последствии { $number } нет работы или её авторов.
check-end-not-after = Намеченный конец ({ $day }) не позже начала.
check-no-stage = «{ $value }» не является ступенью членства.
check-seats-below-one = Последствие { $number } не даёт должности ни одного места.
check-organ-marked-wrong = Последствие { $number } отмечает орган вопреки виду организации.
check-share-impossible = Последствие { $number } передаёт процентов: { $value }.
check-code-malformed = Код «{ $value }» не мог быть присвоен.
check-codes-confusable = Коды { $value } и { $other } различаются лишь заглавными буквами.
check-identity-without-act = Ни один акт не внёс это в запись.
check-post-differs = Должность { $post } не та, что учреждена актом.
check-person-data = Личные данные { $person } ({ $field }) не те, что дали акты.
check-person-half-erased = Личные поля { $person } стёрты, но { $field } осталось.
check-sex-unknown = Пол { $person } записан не как F или M.
check-born-after-entry = День рождения { $person } ({ $day }) позже внесения в запись.
check-persons-alike = У { $person } и { $other_person } одни имя и день рождения (число: { $count }).
check-task-for-no-unit = Поручение { $number } дано { $unit }, которой нет на { $day }.
check-task-due-before-signed = Срок поручения { $number } ({ $day }) раньше подписания.
check-task-incomplete = Поручений без ответственного или срока: { $count }.
check-draft-issued-too-early = Черновик { $number } сохранён после издания акта.
check-draft-not-emptied = Черновик { $number } издан, но его текст всё ещё хранится.
check-draft-empty = Черновик { $number } не является документом с полями.
check-record-not-foldable = Реестр нельзя свести из этой записи ({ $value }).
check-effect-does-not-fit = Последствие не согласуется с остальными ({ $value }).
check-search-behind = { $number ->
    [one] { $number }~акт нельзя найти по словам
    [few] { $number }~акта нельзя найти по словам
   *[other] { $number }~актов нельзя найти по словам
 }: полнотекстовый указатель отстаёт.
check-unit-words-behind = { $number ->
    [one] { $number }~организацию нельзя найти
    [few] { $number }~организации нельзя найти
   *[other] { $number }~организаций нельзя найти
 } по последнему названию: указатель названий отстаёт.
check-factor-closed = Приложение для входа или коды восстановления учётной записи { $value } запечатаны другим ключом, ни один код не подойдёт.
check-columns-differ = В хранилище столбцов другие строки таблицы { $value }, чем в базе данных.
check-roots-not-one = На { $day } число корней: { $count }.
check-unit-under-itself = На { $day } стоит под самой собой.
check-outlives = Существует в дни, когда того, к чему относится, нет.
check-wrong-kind = Свод правил не допускает этого при «{ $value }».
check-level-above-parent = Её уровень выше, чем у { $other_unit }, которой она подчинена.
check-unit-gap = Перед { $day } в её существовании разрыв.
check-overlap = Два срока перекрываются { $day }.
check-organ-goes-over = Орган переходит в другую организацию { $day }.
check-lineage-to-itself = Переходит сама в себя.
check-lineage-without-end = Перешла в другую { $day }, но тогда не прекратилась.
check-lineage-without-successor = Принимает { $day }, но в этот день не существует.
check-lineage-shares-over = На { $day } передаёт процентов себя: { $number }.
check-names-alike = Носит то же имя, что и соседняя { $other_unit }.
check-unit-without-own-members = Организации этого вида не имеют своих членов; здесь они есть (число: { $count }).
check-probation-after-full = Полноправный член снова на испытании с { $day }.
check-without-day = Срок не содержит ни одного дня.
check-ends-by-itself = Окончилось { $day } без акта.
check-of-another = Открывшее последствие относится к другому.
check-not-in-register = Решённое на { $day } не отражено в реестре.
check-members-do-not-foot = За { $value } число членов не сходится (разница: { $number }).
check-probation-overdue = { $person } на испытании с { $day }.
check-age-unknown = Членов { $unit } с неизвестным возрастом: { $count }.
check-member-very-old = День рождения { $person } записан как { $day }.
check-post-over-its-seats = На { $day } занимающих больше, чем мест (занимающих: { $count }, мест: { $limit }).
check-seats-do-not-foot = На { $day } занятые и вакантные места не дают числа мест (вместе: { $count }, мест: { $limit }).
check-post-without-seats = У должности нет мест.
check-vacant-too-long = Место вакантно с { $day }.
check-unit-without-post = Издаёт акты, но не имеет должностей.
check-unit-without-head = Ни одна руководящая должность не занята.
check-term-over = { $person } всё ещё занимает { $post }; срок намечен до { $day }.
check-holder-no-member = { $person } занимает { $post }, не будучи членом.
check-many-posts = { $person } занимает сразу много должностей (число: { $count }).
check-pool-too-many-persons = На { $day } в резерве на { $post } больше людей, чем допустимо (число: { $count }).
check-pool-too-many-posts = На { $day } { $person } в резерве на большее число должностей, чем допустимо (число: { $count }).
check-planned-and-in-office = { $person } в резерве на { $post }, которую уже занимает.
check-entry-given-up-not-empty = Запись { $person } упразднена, но осталась в { $value }.
check-register-differs = { $state ->
    [missing] В реестре нет строки, следующей из записи ({ $day }).
    *[extra] Строка реестра не следует из записи ({ $day }).
}

## What to do
remedy-restore = Восстановите запись из исправной резервной копии и выясните, кто её изменил.
remedy-rebuild = Выполните fasti rebuild; если не поможет, восстановите запись из резервной копии.
remedy-correct = Издайте исправляющий акт или отзовите этот.
remedy-complete = Дополните недостающее.
remedy-look = Проверьте; это не обязательно ошибка.
remedy-file = Верните файл из резервной копии.
remedy-guard = Выясните, кто её снял, восстановите запись из резервной копии и проверьте снова.
remedy-migrate = Используйте ту версию Fasti, что работала с этой записью, или выполните «fasti upgrade».
remedy-pack = Верните свод правил на место.
remedy-index = Ничего не повреждено. Выполните fasti rebuild или запустите fasti serve: указатель обновится.
remedy-key = Положите в~папку данных web.key той установки, откуда они взяты, либо удостоверьтесь в~личности владельца и выполните fasti account forget.
remedy-columns = Удалите папку columns в папке данных; она будет создана заново.

## Groups
check-group-storage = Хранение
check-group-references = Ссылки
check-group-record = Запись и цепочки
check-group-attachments = Приложения
check-group-numbers = Номера
check-group-acts = Акты
check-group-relations = Связи между актами
check-group-effects = Правовые последствия
check-group-identities = Организации, люди и должности
check-group-tasks = Поручения и черновики
check-group-register = Реестр и запись
check-group-tree = Структура организаций
check-group-members = Членство
check-group-posts = Должности и места
check-group-tenures = Пребывание в должности
check-group-pool = Кадровый резерв
check-group-standing = Оценки, взыскания, обучение
