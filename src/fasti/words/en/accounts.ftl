# Accounts, as the commands tell of them.
cli-account-opened = Account { $value }, first password { $password }. It is told this once and must be changed at the first sign-in.
cli-account-closed = The account { $value } is closed.
cli-account = { $value }: { $person ->
    [none] of no person
   *[other] { $person }
    } ({ $kind ->
    [closed] closed
    [registrar] registrar
   *[open] open
    })
