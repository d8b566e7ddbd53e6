# Accounts, as the commands tell of them.
cli-account-opened = Účet { $value }, první heslo { $password }. Ukazuje se jen jednou a při prvním přihlášení se mění.
cli-account-closed = Účet { $value } je zavřen.
cli-account = { $value }: { $person ->
    [none] bez osoby
   *[other] { $person }
    } ({ $kind ->
    [closed] zavřen
    [registrar] spravuje účty
   *[open] otevřen
    })
