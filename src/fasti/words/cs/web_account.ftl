# Signing in, and how one signs in: password, authenticator app, passkeys, recovery codes.
web-account-motto = Nic se nemění bez aktu.
web-account-sign-in-by = Účtem, který vám byl založen.
web-account-sign-in-on = Přihlaste se a~budete pokračovat na stránku, kterou jste chtěli.
web-account-name = Název účtu
web-account-password = Heslo
web-account-by-key = Použít přístupový klíč
web-account-needs-script = Přístupové klíče potřebují JavaScript. Heslo a~kód fungují i~bez něj.
web-account-key-failed = Přístupový klíč nebyl použit: akce byla zrušena, vypršel čas, nebo klíč patří k~jiné adrese. Zkuste to znovu, nebo zvolte jiný způsob.
web-account-lost = Nemáte účet, nebo jste zapomněli heslo? Kdo u~vás vede účty, založí vám ho nebo vydá nové první heslo.
web-account-code-title = Zadejte kód
web-account-step = Krok 2 ze 2, účet { $name }.
web-account-code = Šest číslic z~ověřovací aplikace
web-account-code-hint = Kód se mění každých 30 sekund.
web-account-recovery-title = Zadejte záložní kód
web-account-recovery = Jeden z~vašich záložních kódů
web-account-recovery-hint = Osm číslic. Každý kód platí jednou.
web-account-key-title = Potvrďte přístupovým klíčem
web-account-with-recovery = Použít záložní kód
web-account-with-app = Použít ověřovací aplikaci
web-account-with-password = Použít heslo
web-account-with-code = Použít aplikaci nebo záložní kód
web-account-code-or-recovery = Poslouží i~záložní kód; platí jednou.
web-account-remember = Zapamatovat si tento počítač na 7 dní
web-account-not-you = Přihlásit se jiným účtem
web-account-app-closed = Kódy vaší aplikace ani záložní kódy tu nelze ověřit: instalace byla obnovena bez klíče, kterým jsou zapečetěny. Použijte přístupový klíč, nebo se obraťte na toho, kdo u~vás vede účty.
web-account-lost-device = Ztratili jste zařízení a~nemáte už záložní kód? Kdo u~vás vede účty, ověří, že jste to vy, a~umožní vám nové nastavení.
web-account-closed = Tento účet je zrušen
web-account-closed-why = Název i~heslo souhlasí, ale účet byl zrušen. Je-li to omyl, obraťte se na toho, kdo u~vás vede účty.
web-account-too-many = Příliš mnoho pokusů
web-account-too-many-why = Pokusů bylo víc, než kolik jich udělá člověk. Nic se nezměnilo. Počkejte minutu a~zkuste to znovu.
web-account-back = Zpět
web-account-sign-out-title = Odhlásit se?
web-account-sign-out-why = Uložené návrhy zůstanou, kde jsou.
web-account-stay = Zůstat přihlášen
web-account-confirm-title = Potvrďte, že jste to vy
web-account-confirm-why = Chystáte se prohlížet nebo měnit způsob svého přihlášení.
web-account-confirm = Potvrdit
web-account-other-ways = Jiný způsob
web-account-change-title = Změna hesla
web-account-change-own-title = Zvolte si vlastní heslo
web-account-change-own-why = Heslo, kterým jste se přihlásili, vám někdo vydal, takže ho zná ještě někdo jiný.
web-account-current = Současné heslo
web-account-given = Heslo, které vám bylo vydáno
web-account-new = Nové heslo
web-account-new-hint = { $n ->
    [one] Nejméně { $n } znak. Několik slov, která byste takhle spojili jen vy, si zapamatujete snáz než shluk znaků.
    [few] Nejméně { $n } znaky. Několik slov, která byste takhle spojili jen vy, si zapamatujete snáz než shluk znaků.
   *[other] Nejméně { $n } znaků. Několik slov, která byste takhle spojili jen vy, si zapamatujete snáz než shluk znaků.
}
web-account-again = Nové heslo ještě jednou
web-account-change = Změnit heslo
web-account-change-after = Zde zůstanete přihlášeni. Všude jinde se účet odhlásí.
web-account-overview-of = Účet { $name }.
web-account-overview-why = Druhý krok zastaví cizího, i~když se dozví vaše heslo.
web-account-must = Zde je druhý krok přihlášení povinný pro každý účet.
web-account-app = Ověřovací aplikace
web-account-app-why = Aplikace v~telefonu ukazuje šest číslic, které se mění každých 30 sekund.
web-account-since = Od { $day }.
web-account-used = Naposledy použito { $day }.
web-account-never-used = Dosud nepoužito.
web-account-active = Používá se
web-account-not-set = Není nastaveno
web-account-app-add = Nastavit aplikaci
web-account-app-remove = Odebrat aplikaci
web-account-app-remove-title = Odebrat ověřovací aplikaci?
web-account-app-remove-why = Potom se už na kód z~této aplikace nikdo ptát nebude. Není-li jiný druhý krok, přestanou platit i~záložní kódy.
web-account-keep = Ponechat
web-account-app-title = Nastavení ověřovací aplikace
web-account-app-scan = Naskenujte tento obrázek aplikací.
web-account-app-picture = QR kód s~klíčem tohoto účtu
web-account-app-type = Nemáte fotoaparát? Opište do aplikace tento klíč.
web-account-app-key = Klíč
web-account-app-code = Šest číslic, které aplikace právě ukazuje
web-account-app-activate = Zapnout aplikaci
web-account-app-which = Stačí jakákoli ověřovací aplikace; žádné údaje odtud neodcházejí.
web-account-app-scan-title = Přidejte účet do aplikace
web-account-app-code-title = Ověřte, že funguje
web-account-keys = Přístupové klíče
web-account-keys-why = Zaručí se za vás telefon, počítač nebo bezpečnostní klíč. Falešná stránka z~vás přístupový klíč nedostane.
web-account-keys-num = { $n ->
    [one] { $n } přístupový klíč.
    [few] { $n } přístupové klíče.
   *[other] { $n } přístupových klíčů.
}
web-account-keys-manage = Spravovat klíče
web-account-key-add = Přidat přístupový klíč
web-account-key-name = Název klíče
web-account-key-name-hint = Abyste ho poznali: počítač v~kanceláři, modrý klíč.
web-account-key-nth = Přístupový klíč { $n }
web-account-key-alone = Přihlašovat se jen jím
web-account-key-alone-hint = Bez názvu účtu a~hesla. Zařízení si řekne o~prst, obličej nebo PIN.
web-account-key-kind = Druh
web-account-key-is-alone = Přihlášení bez hesla
web-account-key-is-second = Druhý krok
web-account-key-added = Přidán
web-account-key-last = Naposledy použit
web-account-key-rename = Přejmenovat
web-account-key-rename-title = Přejmenování přístupového klíče
web-account-key-save = Uložit název
web-account-key-remove = Odebrat
web-account-key-remove-title = Odebrat „{ $name }“?
web-account-key-remove-why = Tento účet už klíč neotevře. Na zařízení zůstane, dokud ho tam nesmažete.
web-account-key-remove-do = Odebrat přístupový klíč
web-account-key-what = Úkony
web-account-keys-none = Zatím žádný přístupový klíč
web-account-keys-none-why = Přístupový klíč je nejrychlejší cesta dovnitř a~nejhůř se krade. Přidává se na zařízení, které ho bude nosit.
web-account-codes = Záložní kódy
web-account-codes-why = Pro den, kdy nebude po ruce telefon ani přístupový klíč. Vytiskněte je a~zamkněte.
web-account-codes-left = { $n ->
    [one] Zbývá { $n } { ZE($all) }~{ $all }.
    [few] Zbývají { $n } { ZE($all) }~{ $all }.
   *[other] Zbývá { $n } { ZE($all) }~{ $all }.
}
web-account-codes-none = Vytvoří se spolu s~aplikací nebo prvním přístupovým klíčem.
web-account-codes-show = Zobrazit kódy
web-account-codes-download = Stáhnout
web-account-codes-make = Vytvořit nové kódy
web-account-codes-make-title = Vytvořit nové záložní kódy?
web-account-codes-make-why = { $n ->
    [0] Vytvoří se deset nových kódů.
    [one] Vytvoří se deset nových kódů. Zbývající { $n } kód přestane platit.
    [few] Vytvoří se deset nových kódů. Zbývající { $n } kódy přestanou platit.
   *[other] Vytvoří se deset nových kódů. Zbývajících { $n } kódů přestane platit.
}
web-account-codes-go-on = Kódy mám uložené, pokračovat
web-account-codes-file = Záložní kódy účtu { $name } pro Fasti, { $day }. Každý platí jednou.
web-account-password-why = { $n ->
    [one] Nejméně { $n } znak. Přečíst ho nemůže nikdo, ani ten, kdo vede účty.
    [few] Nejméně { $n } znaky. Přečíst ho nemůže nikdo, ani ten, kdo vede účty.
   *[other] Nejméně { $n } znaků. Přečíst ho nemůže nikdo, ani ten, kdo vede účty.
}

web-account-said-password-changed = Heslo je změněno.
web-account-said-signed-out = Jste odhlášeni.
web-account-said-app-added = Ověřovací aplikace je zapnutá.
web-account-said-app-removed = Ověřovací aplikace je odebrána.
web-account-said-key-added = Přístupový klíč je přidán.
web-account-said-key-removed = Přístupový klíč je odebrán.
web-account-said-codes-made = Jsou vytvořeny nové záložní kódy. Uložte si je teď.
web-account-said-key-unknown = Tento přístupový klíč tu neotevírá žádný účet. Přihlaste se jinak.

web-account-refused-required = Vyplňte toto pole.
web-account-refused-mismatch = Název účtu a~heslo k~sobě nepatří. Po 5 chybných pokusech se přihlašování na 5 minut zastaví.
web-account-refused-too-many = Příliš mnoho chybných pokusů. Počkejte 5 minut a~zkuste to znovu.
web-account-refused-code = Kód nesouhlasí. Zadejte ten, který je právě vidět; každý platí jen jednou.
web-account-refused-key = Tento přístupový klíč nesouhlasí. Zkuste to znovu, nebo zvolte jiný způsob.
web-account-refused-password = Toto není heslo tohoto účtu.
web-account-refused-short = { $n ->
    [one] Příliš krátké: je třeba nejméně { $n } znak.
    [few] Příliš krátké: jsou třeba nejméně { $n } znaky.
   *[other] Příliš krátké: je třeba nejméně { $n } znaků.
}
web-account-refused-common = Toto heslo útočník zkouší mezi prvními. Zvolte jiné.
web-account-refused-similar = Příliš se podobá názvu vašeho účtu. Zvolte jiné.
web-account-refused-unlike = Hesla se liší. Napište nové heslo ještě jednou.
web-account-refused-same = Toto je vaše současné heslo. Zvolte jiné.
web-account-refused-last-factor = Toto je poslední druhý krok a~zde je povinný. Nejdříve nastavte jiný.
web-account-refused-no-factor = Záložní kódy jsou jen k~ověřovací aplikaci nebo přístupovému klíči. Nejdříve nastavte jedno z~nich.
web-account-refused-long = { $n ->
    [one] Příliš dlouhé: nejvýše { $n } znak.
    [few] Příliš dlouhé: nejvýše { $n } znaky.
   *[other] Příliš dlouhé: nejvýše { $n } znaků.
}
web-account-refused-unreadable = Toto nelze přečíst. Napište to znovu.

cli-account-forgotten = { $n ->
    [0] Účet { $value } nemá druhý krok přihlášení.
    [one] Odebrán { $n } druhý krok přihlášení účtu { $value }. Příští přihlášení ho nebude chtít.
    [few] Odebrány { $n } druhé kroky přihlášení účtu { $value }. Příští přihlášení je nebude chtít.
   *[other] Odebráno { $n } druhých kroků přihlášení účtu { $value }. Příští přihlášení je nebude chtít.
}
