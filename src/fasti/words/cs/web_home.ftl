# Stránky: home.
web-home-draft = Připravit akt
web-home-filter = Výběr
web-home-all = Vše
web-home-list = Co čeká
web-home-group-overdue = Po termínu
web-home-group-week = Tento týden
web-home-group-next = Dále
web-home-late = { $n ->
    [one] { $n }~den po termínu
    [few] { $n }~dny po termínu
    *[other] { $n }~dní po termínu
}
web-home-left = { $n ->
    [one] Zbývá { $n }~den
    [few] Zbývají { $n }~dny
    *[other] Zbývá { $n }~dní
}
web-home-today = Termín dnes
web-home-due = termín
web-home-open = Čeká
web-home-since = od
web-home-foot = Až bude vše hotovo, stránka bude prázdná. Položka zmizí, jen když ji vyřeší akt nebo zpráva.
web-home-more = A dalších { $n }
web-home-none = Nic na vás nečeká
web-home-none-why = Návrhy ke kontrole a podpisu, zprávy k termínu, dlouho neobsazené funkce, končící období a úkoly vaší jednotky se tu objeví samy.
web-home-none-member = Úkoly, za které odpovídáte, se tu objeví samy. Svůj záznam a svou jednotku vidíte vždy.
web-home-none-of-kind = Nic tohoto druhu nečeká
web-home-none-of-kind-why = Čekají jiné věci.
web-home-show-all = Zobrazit vše
web-home-to-unit = Otevřít mou jednotku
web-home-own = O mně
web-home-member-of = Členství
web-home-own-acts = Akty o mně
web-home-state = Stav jednotky
web-home-ages = { $n ->
    [0] Žádné místo není volné déle než { $days ->
        [one] { $days }~den
        [few] { $days }~dny
        *[other] { $days }~dní
    }
    [one] { $n }~místo je volné déle než { $days ->
        [one] { $days }~den
        [few] { $days }~dny
        *[other] { $days }~dní
    }
    [few] { $n }~místa jsou volná déle než { $days ->
        [one] { $days }~den
        [few] { $days }~dny
        *[other] { $days }~dní
    }
    *[other] { $n }~míst je volných déle než { $days ->
        [one] { $days }~den
        [few] { $days }~dny
        *[other] { $days }~dní
    }
}
web-home-ages-any = { $n ->
    [one] { $n }~místo je volné
    [few] { $n }~místa jsou volná
    *[other] { $n }~míst je volných
}
web-home-ages-measure = { $n ->
    [one] { $n }~volné místo
    [few] { $n }~volná místa
    *[other] { $n }~volných míst
} podle stáří, { $day }
web-home-ages-rule = nejvýše { $n ->
    [one] { $n }~den
    [few] { $n }~dny
    *[other] { $n }~dní
}
web-home-age-under = Do { $last }~dní
web-home-age = { $first }–{ $last }
web-home-age-over = Nad { $first }
web-home-months-measure = Ke konci měsíce
web-home-merged = sloučení { $day }
web-home-received = Došlo { $n } { ZE($m) }~{ $m } { $m ->
    [one] zprávy
    *[other] zpráv
}
web-home-received-in-time = Včas
web-home-received-late = Pozdě
web-home-received-missing = Nepodáno
web-home-planned = { $n ->
    [0] Každá funkce má plánovaného nástupce
    [one] { $n }~funkce nemá plánovaného nástupce
    [few] { $n }~funkce nemají plánovaného nástupce
    *[other] { $n }~funkcí nemá plánovaného nástupce
}
web-home-planned-measure = { $n ->
    [one] { $n }~funkce
    [few] { $n }~funkce
    *[other] { $n }~funkcí
} podle počtu plánovaných nástupců
web-home-planned-many = Dva a více
web-home-planned-one = Jeden
web-home-planned-none = Žádný
web-home-planned-rule = nejvýše { $n }
web-home-system = Stav systému
web-home-technical = Toto je technický účet. Provozuje systém a nevidí obsah rejstříku.
web-home-num-acts = Zapsané akty
web-home-free = Volné místo na disku
web-home-state-of-system = Kde a jak se uchovává
web-home-database = Databáze
web-home-last-recorded = Naposledy zapsáno
web-home-rules = Soubor pravidel
web-home-jobs-done-by = Dlouhá práce
web-home-jobs-here = vykonává tento proces
web-home-jobs-elsewhere = vykonává jiný proces
