# Pages: returns.
web-returns-name = { $form }, { $period }
web-returns-lead = Какие отчёты организация должна сдать за период, что пришло снизу и что ждёт ответа.
web-returns-own = Должна сдать организация «{ $unit }»
web-returns-ask = Выбор формы, организации и периода
web-returns-return = Отчёт
web-returns-form = Форма
web-returns-unit = Организация или группа
web-returns-groups = Группы
web-returns-period = Период
web-returns-show = Показать отчёты
web-returns-closes = Принимается до
web-returns-all = Все
web-returns-states = Состояние отчётов
web-returns-owed = Отчёты для организации «{ $unit }», { $period }
web-returns-of-group = Отчёты: { $unit }, { $period }
web-returns-report = Отчёт по учёту
web-returns-accepted = Принято
web-returns-in-time = Сдано в срок
web-returns-late = Сдано с опозданием
web-returns-missing = Не сдано
web-returns-not-in = { $n ->
    [one] Отчёт { $n } организации ещё не принят; в итогах его нет.
    [few] Отчёты { $n } организаций ещё не приняты; в итогах их нет.
   *[many] Отчёты { $n } организаций ещё не приняты; в итогах их нет.
}
web-returns-tag-late = с опозданием
web-returns-tag-corrected = исправлен
web-returns-to-come = ожидается
web-returns-earlier = { $n ->
    [one] Ещё { $n } прежний отчёт
    [few] Ещё { $n } прежних отчёта
   *[many] Ещё { $n } прежних отчётов
}
web-returns-no-form = За этот период отчёты не сдаются
web-returns-no-form-why = Свод правил называет формы, которые сдаются, и с какого дня. Выберите более поздний период.
web-returns-none = За этот период никто не должен сдать отчёт организации «{ $unit }»
web-returns-none-why = Отчёт должна сдать организация, которая в последний день периода подчинялась непосредственно и уровень которой обязан к этому сводом правил.
web-returns-none-in-state = Нет отчётов в этом состоянии
web-returns-none-in-state-why = Выберите другое состояние или все.
web-returns-no-return = Такого отчёта нет
web-returns-to-list = Все отчёты
web-returns-to = сдаётся: { $unit }
web-returns-due-on = срок
web-returns-go-on = Продолжить заполнение
web-returns-correct = Исправить отчёт
web-returns-fill = Заполнить отчёт
web-returns-submit = Сдать отчёт
web-returns-submit-to = Сдать: { $unit }
web-returns-answer = Ответить на отчёт
web-returns-reopen = Открыть отчёт повторно
web-returns-computed = Вычислено по учёту; каждый показатель ведёт к своим актам.
web-returns-declared = Заявлено организацией
web-returns-declared-lead = Показатели, которых нет в учёте.
web-returns-nothing-written = Здесь ничего не написано.
web-returns-proposals = Предложения
web-returns-proposals-lead = Что предлагается: { $unit }.
web-returns-proposal = Предложение { $n }
web-returns-proposal-more = Ещё предложение
web-returns-now = учёт на сегодня
web-returns-same = то же
web-returns-reason = причина возврата
web-returns-reason-for = Причина возврата: { $figure }
web-returns-reason-whole = Причина, относящаяся ко всему отчёту
web-returns-state = Состояние
web-returns-days-late = { $n ->
    [one] сдан с опозданием на { $n } день
    [few] сдан с опозданием на { $n } дня
   *[many] сдан с опозданием на { $n } дней
}
web-returns-days-over = { $n ->
    [one] просрочен на { $n } день
    [few] просрочен на { $n } дня
   *[many] просрочен на { $n } дней
}
web-returns-sent-back-why = Отчёт возвращён
web-returns-sent-back-for = Возвращено: { $reason }
web-returns-see-beside = Причины указаны рядом с показателями.
web-returns-lacks = { $n ->
    [one] До сдачи не хватает { $n } пункта.
    [few] До сдачи не хватает { $n } пунктов.
   *[many] До сдачи не хватает { $n } пунктов.
}
web-returns-ready = Форма заполнена, отчёт можно сдать.
web-returns-empty = Ничего не сдано
web-returns-empty-why = Когда организация заполнит форму и сдаст отчёт, здесь будут показатели и тексты вместе с актом.
web-returns-versions = Редакции
web-returns-version = Редакция { $n }
web-returns-handed-in-on = сдана { $day }
web-returns-known-on = Учёт прочитан по состоянию знаний на { $day }.
web-returns-answered = Ответ: { $state } { $day }
web-returns-differences = Что изменилось от редакции { $n } к редакции { $m }
web-returns-no-differences = Показатели и тексты те же.
web-returns-compare = Сравнение редакций
web-returns-sheet = Форма отчёта
web-returns-save = Сохранить форму
web-returns-save-submit = Сохранить и перейти к сдаче
web-returns-stale-by = { $person }: форма тем временем сохранена. Введённое вами не потеряно; рядом с каждым полем стоит сохранённое. Сохраните ещё раз, чтобы заменить его своим.
web-returns-stale = Форму тем временем сохранил кто-то другой. Введённое вами не потеряно; рядом с каждым полем стоит сохранённое. Сохраните ещё раз, чтобы заменить его своим.
web-returns-not-saved = Не сохранено. Сначала исправьте:
web-returns-saved-lacks = { $n ->
    [one] Сохранено. До сдачи не хватает { $n } пункта; он указан у своего поля.
    [few] Сохранено. До сдачи не хватает { $n } пунктов; каждый указан у своего поля.
   *[many] Сохранено. До сдачи не хватает { $n } пунктов; каждый указан у своего поля.
}
web-returns-saved-ready = Сохранено. Форма заполнена, отчёт можно сдать.
web-returns-came-back = Введённое до окончания сеанса снова здесь; оно ещё не сохранено.
web-returns-theirs = Тем временем сохранено: { $value }
web-returns-their-proposals = Предложения, сохранённые тем временем:
web-returns-left-empty = пусто
web-returns-unit-count = Целое число; если неизвестно, – и пояснение.
web-returns-unit-ratio = Часть и целое, например 12/14; если неизвестно, – и пояснение.
web-returns-before = Прошлый период: { $value }.
web-returns-remark-on = Пояснение
web-returns-remark-add = Добавить пояснение
web-returns-back = К отчёту
web-returns-back-to-sheet = К форме
web-returns-look-again = Проверить ещё раз
web-returns-as-act = Будет издано как { $symbol }
web-returns-act = Акт
web-returns-signed-on = Дата подписания
web-returns-signed-by = Подписывает
web-returns-no-signer = нет должностного лица с правом подписи
web-returns-final = Акт получает номер и печать. Потом его нельзя изменить, только исправить или отозвать другим актом.
web-returns-was-changed = Форму тем временем изменили. Посмотрите её в нынешнем виде и затем сдайте.
web-returns-in-the-way = { $n ->
    [one] Мешает { $n } обстоятельство
    [few] Мешают { $n } обстоятельства
   *[many] Мешают { $n } обстоятельств
}
web-returns-will-be-late = { $n ->
    [one] Отчёт будет считаться сданным с опозданием на { $n } день.
    [few] Отчёт будет считаться сданным с опозданием на { $n } дня.
   *[many] Отчёт будет считаться сданным с опозданием на { $n } дней.
}
web-returns-is-correction = Это будет следующая редакция; прежние сохраняются.
web-returns-answer-lead = Вы отвечаете на редакцию { $n }, сданную { $day }. Чтобы вернуть её, напишите причину у каждого показателя, который надо исправить.
web-returns-send-back = Вернуть отчёт
web-returns-accept = Принять редакцию { $n }
web-returns-locked = Почему отчёт закрыт
web-returns-why-reopen = Почему отчёт открывается повторно
web-returns-owed-here = Отчёты, которые сдаются этой организации
web-returns-owes-none = Эта организация отчётов не сдаёт
web-returns-owes-none-why = Какой уровень сдаёт какую форму и к какому сроку, сказано в своде правил.
web-returns-beside = О соседних организациях сообщается, сдан ли отчёт, но не сам отчёт. Общие итоги сообщаются без показателей о немногих людях.
web-returns-choose = Выбрать отчёт: { $unit }
web-returns-accept-chosen = Принять выбранные отчёты
web-returns-accept-several = Принятие нескольких отчётов
web-returns-accept-lead = { $n ->
    [one] Одним актом принимается { $n }~отчёт; с этого времени он закрыт для изменений.
    [few] Одним актом принимаются { $n }~отчёта; с этого времени они закрыты для изменений.
    [many] Одним актом принимается { $n }~отчётов; с этого времени они закрыты для изменений.
   *[other] Одним актом принимается { $n }~отчёта; с этого времени они закрыты для изменений.
}
web-returns-accept-looked-at = выбранная редакция
web-returns-accept-stands = сейчас
web-returns-accept-standing = редакция { $n }: { $state }
web-returns-accept-nothing = Отчёты не выбраны
web-returns-accept-nothing-why = Отметьте в списке представленные отчёты и примите их.
web-returns-accept-all = Принять эти отчёты
