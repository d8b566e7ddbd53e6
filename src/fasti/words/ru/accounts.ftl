# Accounts, as the commands tell of them.
cli-account-opened = Учётная запись { $value }, первый пароль { $password }. Он показан один раз и меняется при первом входе.
cli-account-closed = Учётная запись { $value } закрыта.
cli-account = { $value }: { $person ->
    [none] без владельца
   *[other] { $person }
    } ({ $kind ->
    [closed] закрыта
    [registrar] ведёт учётные записи
   *[open] открыта
    })
