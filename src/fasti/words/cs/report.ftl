# Souhrnná zpráva: údaje ve větách (figure-<kód ukazatele>), nadpisy, hlavičky tabulek, grafy.

## Akty
figure-acts-issued = { $n ->
    [0] nebyl vydán žádný akt
    [one] byl vydán { $n }~akt
    [few] byly vydány { $n }~akty
    *[other] bylo vydáno { $n }~aktů
}
figure-acts-concretising = { $n ->
    [0] nebyl vydán žádný akt rozpracovávající akt vyššího orgánu
    [one] byl vydán { $n }~akt rozpracovávající akty vyšších orgánů
    [few] byly vydány { $n }~akty rozpracovávající akty vyšších orgánů
    *[other] bylo vydáno { $n }~aktů rozpracovávajících akty vyšších orgánů
}
figure-acts-project = { $n ->
    [0] nebyla vydána žádná koncepce
    [one] byla vydána { $n }~koncepce
    [few] byly vydány { $n }~koncepce
    *[other] bylo vydáno { $n }~koncepcí
}
figure-acts-resolution = { $n ->
    [0] nebylo vydáno žádné usnesení ani závěr
    [one] počet vydaných usnesení a závěrů: { $n }
    [few] počet vydaných usnesení a závěrů: { $n }
    *[other] bylo vydáno { $n }~usnesení a závěrů
}
figure-acts-decision = { $n ->
    [0] nebylo vydáno žádné rozhodnutí ani předpis
    [one] počet vydaných rozhodnutí a předpisů: { $n }
    [few] počet vydaných rozhodnutí a předpisů: { $n }
    *[other] bylo vydáno { $n }~rozhodnutí a předpisů
}
figure-acts-plan = { $n ->
    [0] nebyl vydán žádný plán ani úřední dopis
    [one] počet vydaných plánů a úředních dopisů: { $n }
    [few] počet vydaných plánů a úředních dopisů: { $n }
    *[other] bylo vydáno { $n }~plánů a úředních dopisů
}
figure-acts-guidance = { $n ->
    [0] nebyl vydán žádný metodický pokyn
    [one] byl vydán { $n }~metodický pokyn
    [few] byly vydány { $n }~metodické pokyny
    *[other] bylo vydáno { $n }~metodických pokynů
}
bucket-count-project = { $n ->
    [0] žádná koncepce
    [one] { $n }~koncepce
    [few] { $n }~koncepce
    *[other] { $n }~koncepcí
}
bucket-count-resolution = { $n ->
    [0] žádné usnesení ani závěr
    [one] usnesení a závěry: { $n }
    [few] usnesení a závěry: { $n }
    *[other] { $n }~usnesení a závěrů
}
bucket-count-decision = { $n ->
    [0] žádné rozhodnutí ani předpis
    [one] rozhodnutí a předpisy: { $n }
    [few] rozhodnutí a předpisy: { $n }
    *[other] { $n }~rozhodnutí a předpisů
}
bucket-count-plan = { $n ->
    [0] žádný plán ani úřední dopis
    [one] plány a úřední dopisy: { $n }
    [few] plány a úřední dopisy: { $n }
    *[other] { $n }~plánů a úředních dopisů
}
bucket-count-guidance = { $n ->
    [0] žádný metodický pokyn
    [one] { $n }~metodický pokyn
    [few] { $n }~metodické pokyny
    *[other] { $n }~metodických pokynů
}

## Personální práce
figure-personnel-appointed = { $n ->
    [0] nikdo nebyl jmenován
    [one] byla jmenována { $n }~osoba
    [few] byly jmenovány { $n }~osoby
    *[other] bylo jmenováno { $n }~osob
}
figure-personnel-reappointed = { $n ->
    [0] nikdo nebyl znovu jmenován
    [one] byla znovu jmenována { $n }~osoba
    [few] byly znovu jmenovány { $n }~osoby
    *[other] bylo znovu jmenováno { $n }~osob
}
figure-personnel-nominated = { $n ->
    [0] nebyl navržen žádný kandidát do volených funkcí
    [one] navržen { $n }~kandidát do volených funkcí
    [few] navrženi { $n }~kandidáti do volených funkcí
    *[other] navrženo { $n }~kandidátů do volených funkcí
}
figure-personnel-nominated-persons = { $n ->
    [0] do volených funkcí nebyl navržen nikdo
    [one] do volených funkcí byla navržena { $n }~osoba (bez opakování)
    [few] do volených funkcí byly navrženy { $n }~osoby (bez opakování)
    *[other] do volených funkcí bylo navrženo { $n }~osob (bez opakování)
}
figure-personnel-transferred = { $n ->
    [0] nikdo nebyl přeložen
    [one] byla přeložena { $n }~osoba
    [few] byly přeloženy { $n }~osoby
    *[other] bylo přeloženo { $n }~osob
}
figure-personnel-rotated = { $n ->
    [0] nikdo nebyl přeložen v rámci rotace
    [one] v rámci rotace byla přeložena { $n }~osoba
    [few] v rámci rotace byly přeloženy { $n }~osoby
    *[other] v rámci rotace bylo přeloženo { $n }~osob
}
figure-personnel-transferred-or-rotated = { $n ->
    [0] nikdo nebyl přeložen (ani v rámci rotace)
    [one] přeložena (včetně rotací) { $n }~osoba
    [few] přeloženy (včetně rotací) { $n }~osoby
    *[other] přeloženo (včetně rotací) { $n }~osob
}
figure-personnel-relieved = { $n ->
    [0] nikdo nebyl uvolněn z funkce
    [one] z funkce byla uvolněna { $n }~osoba
    [few] z funkce byly uvolněny { $n }~osoby
    *[other] z funkce bylo uvolněno { $n }~osob
}
figure-personnel-planned = { $n ->
    [0] v personální rezervě není nikdo
    [one] v personální rezervě je { $n }~osoba
    [few] v personální rezervě jsou { $n }~osoby
    *[other] v personální rezervě je { $n }~osob
}
figure-pool-entries = { $n ->
    [0] v personální rezervě není žádný záznam
    [one] v personální rezervě je { $n }~záznam
    [few] v personální rezervě jsou { $n }~záznamy
    *[other] v personální rezervě je { $n }~záznamů
}
figure-pool-posts-covered = funkce s personální rezervou: { $share }
figure-pool-used-rate = podíl jmenovaných z rezervy: { $share }

## Funkce
figure-posts-seats = { $n ->
    [0] systemizace nemá žádné místo
    [one] systemizace má { $n }~místo
    [few] systemizace má { $n }~místa
    *[other] systemizace má { $n }~míst
}
figure-posts-filled = { $n ->
    [0] není obsazeno žádné místo
    [one] je obsazeno { $n }~místo
    [few] jsou obsazena { $n }~místa
    *[other] je obsazeno { $n }~míst
}
figure-posts-vacant = { $n ->
    [0] žádná funkce není neobsazená
    [one] neobsazena je { $n }~funkce
    [few] neobsazeny jsou { $n }~funkce
    *[other] neobsazeno je { $n }~funkcí
}
figure-posts-vacant-long = { $n ->
    [0] žádná funkce není neobsazena déle, než pravidla připouštějí
    [one] { $n }~funkce je neobsazena déle, než pravidla připouštějí
    [few] { $n }~funkce jsou neobsazeny déle, než pravidla připouštějí
    *[other] { $n }~funkcí je neobsazeno déle, než pravidla připouštějí
}
figure-posts-days-to-fill = { $n ->
    [one] medián doby do obsazení je { $n }~den
    [few] medián doby do obsazení je { $n }~dny
    [many] medián doby do obsazení je { $n }~dne
    *[other] medián doby do obsazení je { $n }~dnů
}
posts-vacant-longer = { $unit ->
    [month] { $n ->
        [0] žádná funkce není neobsazena
        [one] { $n }~funkce je neobsazena
        [few] { $n }~funkce jsou neobsazeny
        *[other] { $n }~funkcí je neobsazeno
    } déle než { $k ->
        [one] { $k }~měsíc
        [few] { $k }~měsíce
        *[other] { $k }~měsíců
    }
    *[day] { $n ->
        [0] žádná funkce není neobsazena
        [one] { $n }~funkce je neobsazena
        [few] { $n }~funkce jsou neobsazeny
        *[other] { $n }~funkcí je neobsazeno
    } déle než { $k ->
        [one] { $k }~den
        [few] { $k }~dny
        *[other] { $k }~dnů
    }
}

## Vzdělávání
figure-training-participants = { $n ->
    [0] nikdo se nezúčastnil vzdělávání
    [one] vzdělávání se zúčastnil { $n }~účastník
    [few] vzdělávání se zúčastnili { $n }~účastníci
    *[other] vzdělávání se zúčastnilo { $n }~účastníků
}
figure-training-topics = { $n ->
    [0] nebylo předneseno žádné téma
    [one] bylo předneseno { $n }~téma
    [few] byla přednesena { $n }~témata
    *[other] bylo předneseno { $n }~témat
}
course = kurz pro { $participants ->
    [one] { $participants }~účastníka
    [few] { $participants }~účastníky
    *[other] { $participants }~účastníků
} o~{ $topics ->
    [one] { $topics }~tématu
    *[other] { $topics }~tématech
}
course-split = { $course }, z toho { $parts }
course-named = { $course } ({ $parts })
course-part-academy = { $place ->
    [first] { $n } zajistila akademie
    *[next] { $n } akademie
}
course-part-leaders = { $place ->
    [first] { $n } { $n ->
        [one] zajistil
        *[other] zajistili
    } vedoucí
    *[next] { $n } vedoucí
}

## Organizace a členové
figure-units-total = { $n ->
    [0] není žádná organizace
    [one] celkem { $n }~organizace
    [few] celkem { $n }~organizace
    *[other] celkem { $n }~organizací
}
figure-units-grassroots = { $n ->
    [0] není žádná základní organizace
    [one] celkem { $n }~základní organizace
    [few] celkem { $n }~základní organizace
    *[other] celkem { $n }~základních organizací
}
figure-units-created = { $n ->
    [0] nebyla zřízena žádná organizace
    [one] byla zřízena { $n }~organizace
    [few] byly zřízeny { $n }~organizace
    *[other] bylo zřízeno { $n }~organizací
}
figure-units-ended = { $n ->
    [0] nezanikla žádná organizace
    [one] zanikla { $n }~organizace
    [few] zanikly { $n }~organizace
    *[other] zaniklo { $n }~organizací
}
figure-members-opening = { $n ->
    [0] na začátku období nebyl žádný člen
    [one] na začátku období byl { $n }~člen
    [few] na začátku období byli { $n }~členové
    *[other] na začátku období bylo { $n }~členů
}
figure-members-admitted = { $n ->
    [0] nebyl přijat žádný člen
    [one] byl přijat { $n }~člen
    [few] byli přijati { $n }~členové
    *[other] bylo přijato { $n }~členů
}
figure-members-left = { $n ->
    [0] neodešel žádný člen
    [one] odešel { $n }~člen
    [few] odešli { $n }~členové
    *[other] odešlo { $n }~členů
}
figure-members-moved-in = { $n ->
    [0] odjinud nepřešel žádný člen
    [one] odjinud přešel { $n }~člen
    [few] odjinud přešli { $n }~členové
    *[other] odjinud přešlo { $n }~členů
}
figure-members-moved-out = { $n ->
    [0] jinam nepřešel žádný člen
    [one] jinam přešel { $n }~člen
    [few] jinam přešli { $n }~členové
    *[other] jinam přešlo { $n }~členů
}
figure-members-confirmed = { $n ->
    [0] nebylo potvrzeno žádné členství
    [one] bylo potvrzeno členství { $n }~kandidáta
    [few] bylo potvrzeno členství { $n }~kandidátů
    *[other] bylo potvrzeno členství { $n }~kandidátů
}
figure-members-total = { $n ->
    [0] není žádný člen
    [one] celkem { $n }~člen
    [few] celkem { $n }~členové
    *[other] celkem { $n }~členů
}
figure-members-women-share = podíl žen mezi členy: { $share }
footing-opening = počáteční stav { $n }
footing-joined = přijato { $n }
footing-moved-in = přešlo odjinud { $n }
footing-left = úbytek { $n }
footing-moved-out = přešlo jinam { $n }
footing-closing = konečný stav { $n }

## Ceny a úkoly
figure-awards-works = { $n ->
    [0] nebyla oceněna žádná práce
    [one] oceněna byla { $n }~práce
    [few] oceněny byly { $n }~práce jednotlivých autorů a autorských kolektivů
    *[other] oceněno bylo { $n }~prací jednotlivých autorů a autorských kolektivů
}
figure-tasks-groups = { $n ->
    [0] nebyla stanovena žádná skupina klíčových úkolů
    [one] byla stanovena { $n }~skupina klíčových úkolů
    [few] byly stanoveny { $n }~skupiny klíčových úkolů
    *[other] bylo stanoveno { $n }~skupin klíčových úkolů
}
tasks-groups-for-year = { $n ->
    [0] žádná skupina klíčových úkolů na rok { $year }
    [one] { $n }~skupina klíčových úkolů na rok { $year }
    [few] { $n }~skupiny klíčových úkolů na rok { $year }
    *[other] { $n }~skupin klíčových úkolů na rok { $year }
}
figure-tasks-given = { $n ->
    [0] nebyl zadán žádný úkol
    [one] byl zadán { $n }~úkol
    [few] byly zadány { $n }~úkoly
    *[other] bylo zadáno { $n }~úkolů
}
figure-tasks-incomplete = { $n ->
    [0] každý úkol má odpovědnou osobu a lhůtu
    [one] { $n }~úkol nemá odpovědnou osobu nebo lhůtu
    [few] { $n }~úkoly nemají odpovědnou osobu nebo lhůtu
    *[other] { $n }~úkolů nemá odpovědnou osobu nebo lhůtu
}

## Pokrytí
coverage-reported = { $noun ->
    [province] { $n ->
        [0] zprávu nepodala žádná
        [one] zprávu podala { $n }
        [few] zprávu podaly { $n }
        *[other] zprávu podalo { $n }
    } { ZE($m) }~{ $m }~{ $m ->
        [one] provincie
        *[other] provincií
    }
    [district] { $n ->
        [0] zprávu nepodal žádný
        [one] zprávu podal { $n }
        [few] zprávu podaly { $n }
        *[other] zprávu podalo { $n }
    } { ZE($m) }~{ $m }~{ $m ->
        [one] okresu
        *[other] okresů
    }
    *[unit] { $n ->
        [0] zprávu nepodala žádná
        [one] zprávu podala { $n }
        [few] zprávu podaly { $n }
        *[other] zprávu podalo { $n }
    } { ZE($m) }~{ $m }~{ $m ->
        [one] organizační jednotky
        *[other] organizačních jednotek
    }
}
coverage-missing = { $reported }; { $k ->
    *[other] chybí { $missing }
}
coverage-none-due = za toto období se zprávy nepodávají
days-late = { $n ->
    [0] v termínu
    [one] { $n }~den po termínu
    [few] { $n }~dny po termínu
    [many] { $n }~dne po termínu
    *[other] { $n }~dnů po termínu
}
days-late-average = { $n ->
    [0] v průměru v termínu
    [one] v průměru { $n }~den po termínu
    [few] v průměru { $n }~dny po termínu
    [many] v průměru { $n }~dne po termínu
    *[other] v průměru { $n }~dnů po termínu
}

## Srovnání
change = { $way ->
    [up] o~{ $n } více než { $base }
    [down] o~{ $n } méně než { $base }
    *[same] stejně jako { $base }
}
change-base-year-end = na konci roku { $year }
change-base-day = ke dni { $day }
change-no-base = za předchozí rok není údaj ke srovnání
declared-differs = zpráva uvádí { $declared }, rejstřík { $computed }; rozdíl { $difference }
counts-hidden = údaje menší než { $limit } jsou skryty
and-n-more = { $n ->
    [one] a ještě { $n }
    [few] a další { $n }
    *[other] a dalších { $n }
}

## Názvy a nadpisy
heading-summary = Souhrn
heading-coverage = Pokrytí
heading-charts = Grafy
heading-side-by-side = Srovnání organizačních jednotek
heading-late = Akty zapsané nebo opravené po datu { $day }
heading-annex = Příloha: jak se každý údaj počítá

## Hlavičky tabulek a stavy
col-indicator = Ukazatel
col-value = Hodnota
col-unit = Organizační jednotka
col-province = Provincie
col-total = Celkem
col-period = Období
col-year-before = Před rokem
col-change = Změna
col-act = Akt
col-number = Číslo
col-title = Název
col-act-type = Druh aktu
col-issuer = Vydal
col-signed-on = Podepsáno
col-in-force-on = Účinnost od
col-recorded-on = Zapsáno
col-reported-on = Zpráva podána
col-due-on = Termín odevzdání
col-days-late = Dny po termínu
col-status = Stav
col-definition = Definice
col-computed = Způsob výpočtu
col-numerator = Čitatel
col-denominator = Jmenovatel
col-reference = Odkaz na pravidlo
col-effect = Účinek
col-reason = Důvod
col-person = Osoba
col-post = Funkce
col-count = Počet
col-share = Podíl
col-name = Název
col-code = Kód
col-month = Měsíc
col-sex = Pohlaví
col-age-band = Věk
col-section = Oddíl
sex-F = ženy
sex-M = muži
sex-unknown = neuvedeno
status-missing = zpráva nepodána
status-corrected = opraveno
status-withdrawn = odvoláno
status-recorded-late = zapsáno dodatečně
verified-no = odkaz dosud neověřen
not-applicable = nelze určit

## Grafy
chart-acts-by-bucket = Akty podle druhu
chart-personnel-by-month = Personální rozhodnutí podle měsíců
chart-personnel-by-province = Personální rozhodnutí podle provincií
chart-timeliness = Včasnost zpráv
chart-members-by-province = Členové podle provincií
axis-acts = akty
axis-personnel = personální rozhodnutí
axis-members = členové
axis-posts = neobsazené funkce
axis-days-late = dny po termínu

## Patička
provenance = Vypočetl systém Fasti { $version } z rejstříku, pravidla { $pack }, { $known }.
provenance-now = podle všech dosud zapsaných údajů
figures-not-typed = Každý údaj je vypočten z rejstříku, žádný není zapsán ručně.
