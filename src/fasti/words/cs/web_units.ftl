# Stránky: jednotky a hledání.
web-units-as-of = ke dni { $day }
web-units-tree = Strom jednotek
web-units-find = Najít jednotku
web-units-find-hint = Název nebo kód
web-units-open = { $n ->
    [one] Otevřít: { $unit }, { $n } jednotka
    [few] Otevřít: { $unit }, { $n } jednotky
   *[other] Otevřít: { $unit }, { $n } jednotek
}
web-units-shut = Zavřít: { $unit }
web-units-more = { $n ->
    [one] ještě { $n } jednotka
    [few] ještě { $n } jednotky
   *[other] ještě { $n } jednotek
}
web-units-ended-too = Zobrazit i zaniklé jednotky
web-units-standing-only = Skrýt zaniklé jednotky
web-units-axis = Časová osa
web-units-asof = Ke dni
web-units-known = Podle údajů známých ke dni
web-units-known-now = nyní
web-units-show = Zobrazit
web-units-previous = Předchozí změna: { $day }
web-units-next = Další změna: { $day }
web-units-no-previous = Žádná dřívější změna
web-units-no-next = Žádná pozdější změna
web-units-drag = Posunem změníte den
web-units-mark = sloučení { $day }
web-units-changes = { $n ->
    [one] { $n } den se změnou
    [few] { $n } dny se změnami
   *[other] { $n } dnů se změnami
}
web-units-changes-big = { $n ->
    [one] { $n } den se změnou; sloučení { $day }
    [few] { $n } dny se změnami; sloučení { $day }
   *[other] { $n } dnů se změnami; sloučení { $day }
}
web-units-under = pod:
web-units-since = od { $day }
web-units-draft = Připravit akt
web-units-not-yet = V tento den jednotka ještě není založena: vzniká { $day }.
web-units-ended = Jednotka zanikla: posledním dnem byl { $day }.
web-units-ended-into = Jednotka zanikla; posledním dnem byl { $day }. Nástupce:
web-units-first-day = Na první den
web-units-last-day = Na poslední den
web-units-tab-overview = Přehled
web-units-tab-posts = Funkce a jejich držitelé
web-units-tab-members = Členové
web-units-tab-acts = Akty
web-units-tab-returns = Výkazy
web-units-tab-life = Časová osa
web-units-tab-boundaries = Staré a nové členění
web-units-figures-now = Zobrazit údaje
web-units-no-figures = Pro tento den nejsou údaje
web-units-no-figures-why = Údaje jednotky za toto období vám nejsou přístupné, nebo tehdy neexistovala.
web-units-hidden = méně než { $n }
web-units-suppressed = Skupiny menší než { $n } osob se nezobrazují.
web-units-next-step = Další krok
web-units-fill = { $n ->
    [one] Funkce { $office } je neobsazena { $n } den, mez je { $limit }.
    [few] Funkce { $office } je neobsazena { $n } dny, mez je { $limit }.
   *[other] Funkce { $office } je neobsazena { $n } dnů, mez je { $limit }.
}
web-units-late = { $n ->
    [one] { $n } den po lhůtě
    [few] { $n } dny po lhůtě
   *[other] { $n } dnů po lhůtě
}
web-units-since-day = neobsazeno od { $day }
web-units-fill-draft = Připravit jmenování
web-units-posts = Funkce a jejich držitelé
web-units-posts-caption = { $title }, { $day }
web-units-posts-shown = { $k } { ZE($n) }~{ $n }, v pořadí stanov
web-units-posts-all = { $n ->
    [one] Zobrazit { $n } místo
    [few] Zobrazit všechna { $n } místa
   *[other] Zobrazit všech { $n } míst
}
web-units-no-posts = V tento den žádné funkce
web-units-no-posts-why = Funkce se tu objeví, až ji akt zřídí v jednotce nebo v některém jejím orgánu.
web-units-structure-only = Kdo funkce zastává, se nezobrazuje: vaše funkce nedávají právo vidět lidi této jednotky.
web-units-office = Funkce
web-units-holder = Držitel
web-units-from = Od
web-units-ground = Důvod
web-units-act = Akt
web-units-until = Do roku
web-units-seats = Míst
web-units-vacant = { $n ->
    [one] Neobsazeno { $n } den
    [few] Neobsazeno { $n } dny
   *[other] Neobsazeno { $n } dnů
}
web-units-not-seen = obsazeno; jméno je mimo váš dosah
web-units-untold = obsazeno, nebo ne: nesděluje se
web-units-longest = { $n ->
    [one] Nejdéle neobsazeno: { $n } den
    [few] Nejdéle neobsazeno: { $n } dny
   *[other] Nejdéle neobsazeno: { $n } dnů
}
web-units-longest-measure = Neobsazeno { $n } { ZE($of) }~{ $of } míst ke dni { $day }, podle dnů
web-units-by-age = Neobsazená místa podle dnů
web-units-age-0 = Do 30 dnů
web-units-age-31 = 31 až 90
web-units-age-91 = 91 až 180
web-units-age-181 = Nad 180
web-units-limit = { $n ->
    [one] nejvýše { $n } den
    [few] nejvýše { $n } dny
   *[other] nejvýše { $n } dnů
}
web-units-all-filled = Všechna místa jsou obsazena
web-units-all-filled-why = { $n ->
    [one] Ke dni { $day } je obsazeno { $n } místo.
    [few] Ke dni { $day } jsou obsazena { $n } místa.
   *[other] Ke dni { $day } je obsazeno { $n } míst.
}
web-units-latest = Nejnovější akty
web-units-acts = Akty jednotky a jejích orgánů
web-units-acts-all = Všechny akty jednotky
web-units-acts-search = Hledat v rejstříku
web-units-number = Číslo
web-units-title = Název
web-units-type = Druh
web-units-signed = Podepsáno
web-units-latest-first = Zpět k nejnovějším
web-units-no-acts = Zatím žádné akty
web-units-no-acts-why = Objeví se tu vydané akty jednotky a jejích orgánů, které smíte vidět.
web-units-by-age-title = Členové podle věku
web-units-by-age_band = Členové podle věku
web-units-by-stage = Členové podle stupně
web-units-by-sex = Členové podle pohlaví
web-units-members-measure = Celkem { $n }, se vším pod jednotkou, ke dni { $day }
web-units-movement = Pohyb členů
web-units-no-members = Žádní členové
web-units-no-members-why = V tento den jednotka nemá členy, nebo její údaje vede jiná jednotka.
web-units-sex-f = ženy
web-units-sex-m = muži
web-units-stage-full = řádní
web-units-stage-probationary = čekatelé
web-units-sex-unknown = neuvedeno
web-units-stage-unknown = neuvedeno
web-units-age-band-unknown = neuvedeno
web-units-life = Časová osa
web-units-life-both = Předchůdci a nástupci
web-units-lineage-told = { $unit } a { $others }; poslední změna { $day }
web-units-lineage-more = { $n ->
    [one] Ještě { $n } jednotka není nakreslena, uvádí ji časová osa.
    [few] Ještě { $n } jednotky nejsou nakresleny, uvádí je časová osa.
   *[other] Ještě { $n } jednotek není nakresleno, uvádí je časová osa.
}
web-units-choose = Období a den
web-units-period = Období
web-units-over-on = Den sloučení
web-units-boundaries = Staré a nové členění
web-units-boundaries-caption = { $period } v členění před a od { $day }
web-units-figure = Ukazatel
web-units-old = { $unit } (staré)
web-units-new = { $unit } (nové)
web-units-boundaries-sum = Každý nový údaj je součtem starých; nic se nepřepisuje.
web-units-boundaries-not-sum = Ne každý nový údaj je součtem starých: část přešla jinam nebo odjinud.
web-units-boundaries-some = { $n ->
    [one] { $n } stará jednotka není zobrazena, proto součet starých nedává nové.
    [few] { $n } staré jednotky nejsou zobrazeny, proto součet starých nedává nové.
   *[other] { $n } starých jednotek není zobrazeno, proto součet starých nedává nové.
}
web-units-mini = Proužky srovnávají čísla ve svém řádku.
web-units-unknown = K tomu dni záznam nezná { $code }
web-units-unknown-why = Co bylo zapsáno později, se nezobrazuje: díváte se na záznam, jak byl znám dříve.
web-units-of = { ZE($n) }~{ $n }
web-units-known-later = { $day }, známo od { $known }
web-units-zero = { $n ->
    [one] { $n } ukazatel bez případu není zobrazen.
    [few] { $n } ukazatele bez případu nejsou zobrazeny.
   *[other] { $n } ukazatelů bez případu není zobrazeno.
}
web-units-how = Šipka otevře jednotku tady, název vede na její stránku. Číslo udává, kolik jednotek stojí přímo pod ní.
web-search = Hledání
web-search-title = Hledání: { $text }
web-search-hint = Diakritiku lze vynechat; stačí začátek slova.
web-search-words = Jednotka, akt nebo osoba
web-search-go = Hledat
web-search-units = Jednotky
web-search-acts = Akty
web-search-people = Osoby
web-search-formerly = dříve { $name }
web-search-all = Všechny výsledky
web-search-everything = Hledat vše
web-search-none = Nic, co smíte vidět, neodpovídá „{ $text }“.
web-search-no-units = Žádná jednotka neodpovídá „{ $text }“. Zkuste začátek slova nebo kód.
web-search-no-acts = Žádný akt, který smíte vidět, neodpovídá „{ $text }“.
web-search-no-people = Nikdo, koho smíte vidět, neodpovídá „{ $text }“.
web-search-more-units = Další jednotky
web-search-more-acts = Další akty
web-search-more-people = Další osoby
web-search-too-many = Zobrazeno prvních { $n }. Přidejte slovo a výsledků bude méně.
web-search-people-cut = Podle údajů známých k~dřívějšímu dni se údaje o~každém člověku odvozují ze záznamů znovu. Prošlo se prvních { $n } lidí tohoto jména.
web-search-people-on = Pokračovat v seznamu lidí
