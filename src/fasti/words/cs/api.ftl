# Odmítnutí API jako popisy problémů: co je odmítnuto a proč. A slova o klíčích v příkazové řádce.
api-problem-unauthenticated = Neví se, kdo se ptá
api-problem-unauthenticated-why = Pošlete klíč v~hlavičce Authorization, nebo se přihlaste. Klíč končí s~funkcí, pro kterou byl vytvořen.
api-problem-not-granted = Není dovoleno
api-problem-not-granted-why = Právo „{ $right }“ zde není uděleno. Zda na této adrese něco je, se nesděluje.
api-problem-not-there = Taková adresa není
api-problem-not-there-why = Na této adrese nic není.
api-problem-not-allowed = Takto se to nedělá
api-problem-not-allowed-why = Tato adresa zná jen jiné metody. Vyjmenovává je hlavička Allow.
api-problem-findings = Brání tomu zjištění
api-problem-findings-why = Nic se nezměnilo. Každé zjištění říká, co není v~pořádku.
api-problem-malformed = To nelze přečíst
api-problem-malformed-why = Neposlali jste to, co tato adresa čte: JSON v~UTF-8, nebo soubor ve formuláři. Nic se nezměnilo.
api-problem-too-large = Příliš velké
api-problem-too-large-why = Poslali jste víc, než tato adresa přijímá. Nic se nezměnilo.
api-problem-too-long = Příliš dlouhá adresa
api-problem-too-long-why = Adresa s~dotazem je delší, než se zde čte.
api-problem-too-many = Příliš mnoho neúspěchů
api-problem-too-many-why = Odtud přišlo příliš mnoho neplatných klíčů. Počkejte { $n ->
    [one] { $n }~minutu
    [few] { $n }~minuty
   *[other] { $n }~minut
}.
api-problem-stale = Změnil to někdo jiný
api-problem-stale-why = Návrh už není takový, jaký jste četli. Je ukázán v~nynější podobě; nic se nezměnilo.
api-problem-issued = Už vydáno
api-problem-issued-why = Z~návrhu se stal akt; nelze ho měnit ani vydat znovu.
api-problem-key-reused = Klíč patří jinému požadavku
api-problem-key-reused-why = Pod tímto klíčem opakování přišel požadavek s~jiným obsahem. Zvolte nový klíč. Nic se nezměnilo.
api-problem-needs-session = K~tomu se přihlaste
api-problem-needs-session-why = Klíče tvoří a odvolávají přihlášení lidé, ne jiné klíče.
api-problem-no-tenure = Funkci nezastáváte
api-problem-no-tenure-why = Klíč je vázán na funkci, kterou dnes zastáváte. Tuto funkci nezastáváte.
api-problem-too-many-tokens = Příliš mnoho klíčů
api-problem-too-many-tokens-why = Váš účet už má tolik platných klíčů, že na další není místo. Odvolejte nepoužívaný.
api-problem-stale-form = Ne z~našich stránek
api-problem-stale-form-why = Změna relací stránky potřebuje značku jejích formulářů v~hlavičce X-CSRFToken. Nic se nezměnilo.
api-problem-not-ready = Ještě není hotovo
api-problem-not-ready-why = Práce ještě není hotová. Zeptejte se později.
api-problem-no-body = Zde ještě není žádná organizace
api-problem-no-body-why = Začněte příkazem „fasti init“. Pokud zde je, její databáze je teď nedostupná.
api-problem-failed = Chyba na naší straně
api-problem-failed-why = Nic se nezměnilo: každá změna se provede celá, nebo vůbec.
token-made = Klíč { $token } pro { $post }. Ukazuje se jen jednou:
token-revoked = Klíč { $token } je odvolán.
token-no-such = Účet { $account } nemá platný klíč { $token }.
token-none = Žádné klíče.
token-unknown-account = Účet { $account } neexistuje.
token-no-tenure = { $account } dnes nezastává funkci { $post }.
token-too-many-tokens = Účet { $account } má příliš mnoho platných klíčů. Odvolejte nepoužívaný.
token-works = platí
token-ended = funkce už není zastávána
token-is-revoked = odvolán { $day }
token-used-on = naposledy použit { $day }
token-never-used = nikdy nepoužit
