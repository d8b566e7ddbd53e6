# Signing in, and how one signs in: password, authenticator app, passkeys, recovery codes.
web-account-motto = Ничто не меняется без акта.
web-account-sign-in-by = С учётной записью, которую для вас открыли.
web-account-sign-in-on = Войдите, чтобы перейти к запрошенной странице.
web-account-name = Имя учётной записи
web-account-password = Пароль
web-account-by-key = Войти с ключом доступа
web-account-needs-script = Для ключей доступа нужен JavaScript. Пароль и код работают без него.
web-account-key-failed = Ключ доступа не сработал: действие отменено, время вышло или ключ относится к другому адресу. Попробуйте ещё раз или выберите другой способ.
web-account-lost = Нет учётной записи или забыт пароль? Тот, кто ведёт учётные записи вашей организации, откроет её или выдаст новый первый пароль.
web-account-code-title = Введите код
web-account-step = Шаг 2 из 2, учётная запись { $name }.
web-account-code = Шесть цифр из приложения для входа
web-account-code-hint = Код меняется каждые 30 секунд.
web-account-recovery-title = Введите код восстановления
web-account-recovery = Один из ваших кодов восстановления
web-account-recovery-hint = Восемь цифр. Каждый код действует один раз.
web-account-key-title = Подтвердите ключом доступа
web-account-with-recovery = Ввести код восстановления
web-account-with-app = Ввести код из приложения
web-account-with-password = Ввести пароль
web-account-with-code = Ввести код из приложения или код восстановления
web-account-code-or-recovery = Подойдёт и код восстановления; он действует один раз.
web-account-remember = Запомнить этот компьютер на 7 дней
web-account-not-you = Войти под другим именем
web-account-app-closed = Проверить здесь коды вашего приложения и коды восстановления нельзя: установка восстановлена без ключа, которым они запечатаны. Воспользуйтесь ключом доступа или обратитесь к~тому, кто ведёт учётные записи вашей организации.
web-account-lost-device = Устройство потеряно, а кодов восстановления не осталось? Тот, кто ведёт учётные записи вашей организации, удостоверится, что это вы, и даст настроить вход заново.
web-account-closed = Учётная запись закрыта
web-account-closed-why = Имя и пароль верны, но учётная запись закрыта. Если это ошибка, обратитесь к тому, кто ведёт учётные записи вашей организации.
web-account-too-many = Слишком много попыток
web-account-too-many-why = Попыток больше, чем делает человек. Ничего не изменено. Подождите минуту и попробуйте ещё раз.
web-account-back = Назад
web-account-sign-out-title = Выйти?
web-account-sign-out-why = Сохранённые черновики останутся на месте.
web-account-stay = Не выходить
web-account-confirm-title = Подтвердите, что это вы
web-account-confirm-why = Вы собираетесь просмотреть или изменить свой способ входа.
web-account-confirm = Подтвердить
web-account-other-ways = Другой способ
web-account-change-title = Смена пароля
web-account-change-own-title = Придумайте свой пароль
web-account-change-own-why = Пароль, с которым вы вошли, вам выдали, и его знает кто-то ещё.
web-account-current = Нынешний пароль
web-account-given = Выданный пароль
web-account-new = Новый пароль
web-account-new-hint = { $n ->
    [one] Не менее { $n } знака. Несколько слов, которые соединили бы только вы, запоминаются легче, чем набор знаков.
    [few] Не менее { $n } знаков. Несколько слов, которые соединили бы только вы, запоминаются легче, чем набор знаков.
   *[many] Не менее { $n } знаков. Несколько слов, которые соединили бы только вы, запоминаются легче, чем набор знаков.
}
web-account-again = Новый пароль ещё раз
web-account-change = Сменить пароль
web-account-change-after = Здесь вы останетесь в системе. Везде, кроме этого места, будет выполнен выход.
web-account-overview-of = Учётная запись { $name }.
web-account-overview-why = Второй шаг не впустит постороннего, даже если он узнает ваш пароль.
web-account-must = Здесь второй шаг входа обязателен для каждой учётной записи.
web-account-app = Приложение для входа
web-account-app-why = Приложение в телефоне показывает шесть цифр, которые меняются каждые 30 секунд.
web-account-since = С { $day }.
web-account-used = Последний вход: { $day }.
web-account-never-used = Ещё не использовалось.
web-account-active = Действует
web-account-not-set = Не настроено
web-account-app-add = Настроить приложение
web-account-app-remove = Удалить приложение
web-account-app-remove-title = Удалить приложение для входа?
web-account-app-remove-why = После этого код из приложения спрашиваться не будет. Если другого второго шага нет, коды восстановления тоже перестанут действовать.
web-account-keep = Оставить
web-account-app-title = Настройка приложения для входа
web-account-app-scan = Отсканируйте этот рисунок приложением.
web-account-app-picture = QR-код с ключом этой учётной записи
web-account-app-type = Нет камеры? Введите этот ключ в приложение.
web-account-app-key = Ключ
web-account-app-code = Шесть цифр, которые приложение показывает сейчас
web-account-app-activate = Включить приложение
web-account-app-which = Подойдёт любое приложение для одноразовых кодов; данные никуда не передаются.
web-account-app-scan-title = Добавьте учётную запись в приложение
web-account-app-code-title = Проверьте код
web-account-keys = Ключи доступа
web-account-keys-why = За вас ручается телефон, компьютер или ключ безопасности. Поддельная страница такой ключ не получит.
web-account-keys-num = { $n ->
    [one] { $n } ключ доступа.
    [few] { $n } ключа доступа.
   *[many] { $n } ключей доступа.
}
web-account-keys-manage = Управлять ключами
web-account-key-add = Добавить ключ доступа
web-account-key-name = Название ключа
web-account-key-name-hint = Чтобы вы его узнали: рабочий компьютер, синий ключ.
web-account-key-nth = Ключ доступа { $n }
web-account-key-alone = Входить только с ним
web-account-key-alone-hint = Без имени и пароля. Устройство попросит палец, лицо или ПИН-код.
web-account-key-kind = Вид
web-account-key-is-alone = Вход без пароля
web-account-key-is-second = Второй шаг
web-account-key-added = Добавлен
web-account-key-last = Последний вход
web-account-key-rename = Переименовать
web-account-key-rename-title = Переименование ключа доступа
web-account-key-save = Сохранить название
web-account-key-remove = Удалить
web-account-key-remove-title = Удалить «{ $name }»?
web-account-key-remove-why = Этот ключ больше не откроет учётную запись. На самом устройстве он останется, пока вы не удалите его там.
web-account-key-remove-do = Удалить ключ доступа
web-account-key-what = Действия
web-account-keys-none = Ключей доступа пока нет
web-account-keys-none-why = С ключом доступа входят быстрее всего, и украсть его труднее всего. Добавляют его на том устройстве, где он будет храниться.
web-account-codes = Коды восстановления
web-account-codes-why = На случай, когда под рукой нет ни телефона, ни ключа доступа. Распечатайте их и уберите под замок.
web-account-codes-left = { $n ->
    [one] Остался { $n } код из { $all }.
    [few] Осталось { $n } кода из { $all }.
   *[many] Осталось { $n } кодов из { $all }.
}
web-account-codes-none = Они создаются вместе с приложением или первым ключом доступа.
web-account-codes-show = Показать коды
web-account-codes-download = Скачать
web-account-codes-make = Создать новые коды
web-account-codes-make-title = Создать новые коды восстановления?
web-account-codes-make-why = { $n ->
    [0] Будет создано десять новых кодов.
    [one] Будет создано десять новых кодов. Оставшийся { $n } код перестанет действовать.
    [few] Будет создано десять новых кодов. Оставшиеся { $n } кода перестанут действовать.
   *[many] Будет создано десять новых кодов. Оставшиеся { $n } кодов перестанут действовать.
}
web-account-codes-go-on = Коды сохранены, продолжить
web-account-codes-file = Коды восстановления для { $name } в Fasti, { $day }. Каждый действует один раз.
web-account-password-why = { $n ->
    [one] Не менее { $n } знака. Прочитать его не может никто, даже тот, кто ведёт учётные записи.
    [few] Не менее { $n } знаков. Прочитать его не может никто, даже тот, кто ведёт учётные записи.
   *[many] Не менее { $n } знаков. Прочитать его не может никто, даже тот, кто ведёт учётные записи.
}

web-account-said-password-changed = Пароль изменён.
web-account-said-signed-out = Вы вышли.
web-account-said-app-added = Приложение для входа включено.
web-account-said-app-removed = Приложение для входа удалено.
web-account-said-key-added = Ключ доступа добавлен.
web-account-said-key-removed = Ключ доступа удалён.
web-account-said-codes-made = Созданы новые коды восстановления. Сохраните их сейчас.
web-account-said-key-unknown = Этот ключ доступа не открывает здесь ни одной учётной записи. Войдите другим способом.

web-account-refused-required = Заполните это поле.
web-account-refused-mismatch = Имя и пароль не подходят друг к другу. После 5 неверных попыток вход приостанавливается на 5 минут.
web-account-refused-too-many = Слишком много неверных попыток. Подождите 5 минут и попробуйте ещё раз.
web-account-refused-code = Код не подходит. Введите тот, что показан сейчас; каждый действует один раз.
web-account-refused-key = Этот ключ доступа не подходит. Попробуйте ещё раз или выберите другой способ.
web-account-refused-password = Это не пароль этой учётной записи.
web-account-refused-short = { $n ->
    [one] Слишком коротко: нужно не менее { $n } знака.
    [few] Слишком коротко: нужно не менее { $n } знаков.
   *[many] Слишком коротко: нужно не менее { $n } знаков.
}
web-account-refused-common = Этот пароль подбирают одним из первых. Придумайте другой.
web-account-refused-similar = Слишком похоже на имя учётной записи. Придумайте другой.
web-account-refused-unlike = Пароли различаются. Введите новый пароль ещё раз.
web-account-refused-same = Это ваш нынешний пароль. Придумайте другой.
web-account-refused-last-factor = Это единственный второй шаг, а здесь он обязателен. Сначала настройте другой.
web-account-refused-no-factor = Коды восстановления бывают только вместе с приложением для входа или ключом доступа. Сначала настройте одно из них.
web-account-refused-long = { $n ->
    [one] Слишком длинно: не более { $n } знака.
    [few] Слишком длинно: не более { $n } знаков.
   *[many] Слишком длинно: не более { $n } знаков.
}
web-account-refused-unreadable = Это не удаётся прочитать. Введите ещё раз.

cli-account-forgotten = { $n ->
    [0] У учётной записи { $value } нет второго шага входа.
    [one] Удалён { $n } второй шаг входа учётной записи { $value }. При следующем входе он не понадобится.
    [few] Удалены { $n } вторых шага входа учётной записи { $value }. При следующем входе они не понадобятся.
   *[many] Удалено { $n } вторых шагов входа учётной записи { $value }. При следующем входе они не понадобятся.
}
