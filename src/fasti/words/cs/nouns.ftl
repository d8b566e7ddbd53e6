# Podstatná jména s číslem: one (1), few (2-4), many (desetinná čísla), other (0, 5 a více). Vlnka je pevná mezera.
noun-act = { $n ->
    [one] { $n }~akt
    [few] { $n }~akty
    [many] { $n }~aktu
    *[other] { $n }~aktů
}
noun-appointment = { $n ->
    [one] { $n }~jmenování
    [few] { $n }~jmenování
    [many] { $n }~jmenování
    *[other] { $n }~jmenování
}
noun-attachment = { $n ->
    [one] { $n }~příloha
    [few] { $n }~přílohy
    [many] { $n }~přílohy
    *[other] { $n }~příloh
}
noun-course = { $n ->
    [one] { $n }~kurz
    [few] { $n }~kurzy
    [many] { $n }~kurzu
    *[other] { $n }~kurzů
}
noun-day = { $n ->
    [one] { $n }~den
    [few] { $n }~dny
    [many] { $n }~dne
    *[other] { $n }~dnů
}
noun-district = { $n ->
    [one] { $n }~okres
    [few] { $n }~okresy
    [many] { $n }~okresu
    *[other] { $n }~okresů
}
noun-effect = { $n ->
    [one] { $n }~účinek
    [few] { $n }~účinky
    [many] { $n }~účinku
    *[other] { $n }~účinků
}
noun-figure = { $n ->
    [one] { $n }~údaj
    [few] { $n }~údaje
    [many] { $n }~údaje
    *[other] { $n }~údajů
}
noun-finding = { $n ->
    [one] { $n }~zjištění
    [few] { $n }~zjištění
    [many] { $n }~zjištění
    *[other] { $n }~zjištění
}
noun-indicator = { $n ->
    [one] { $n }~ukazatel
    [few] { $n }~ukazatele
    [many] { $n }~ukazatele
    *[other] { $n }~ukazatelů
}
noun-member = { $n ->
    [one] { $n }~člen
    [few] { $n }~členové
    [many] { $n }~člena
    *[other] { $n }~členů
}
noun-month = { $n ->
    [one] { $n }~měsíc
    [few] { $n }~měsíce
    [many] { $n }~měsíce
    *[other] { $n }~měsíců
}
noun-organisation = { $n ->
    [one] { $n }~organizace
    [few] { $n }~organizace
    [many] { $n }~organizace
    *[other] { $n }~organizací
}
noun-percentage-point = { $n ->
    [one] { $n }~procentní bod
    [few] { $n }~procentní body
    [many] { $n }~procentního bodu
    *[other] { $n }~procentních bodů
}
noun-person = { $n ->
    [one] { $n }~osoba
    [few] { $n }~osoby
    [many] { $n }~osoby
    *[other] { $n }~osob
}
noun-post = { $n ->
    [one] { $n }~funkce
    [few] { $n }~funkce
    [many] { $n }~funkce
    *[other] { $n }~funkcí
}
noun-province = { $n ->
    [one] { $n }~provincie
    [few] { $n }~provincie
    [many] { $n }~provincie
    *[other] { $n }~provincií
}
noun-report = { $n ->
    [one] { $n }~zpráva
    [few] { $n }~zprávy
    [many] { $n }~zprávy
    *[other] { $n }~zpráv
}
noun-seat = { $n ->
    [one] { $n }~místo
    [few] { $n }~místa
    [many] { $n }~místa
    *[other] { $n }~míst
}
noun-task = { $n ->
    [one] { $n }~úkol
    [few] { $n }~úkoly
    [many] { $n }~úkolu
    *[other] { $n }~úkolů
}
noun-task-group = { $n ->
    [one] { $n }~skupina úkolů
    [few] { $n }~skupiny úkolů
    [many] { $n }~skupiny úkolů
    *[other] { $n }~skupin úkolů
}
noun-topic = { $n ->
    [one] { $n }~téma
    [few] { $n }~témata
    [many] { $n }~tématu
    *[other] { $n }~témat
}
noun-trainee = { $n ->
    [one] { $n }~účastník
    [few] { $n }~účastníci
    [many] { $n }~účastníka
    *[other] { $n }~účastníků
}
noun-unit = { $n ->
    [one] { $n }~organizační jednotka
    [few] { $n }~organizační jednotky
    [many] { $n }~organizační jednotky
    *[other] { $n }~organizačních jednotek
}
noun-vacancy = { $n ->
    [one] { $n }~neobsazená funkce
    [few] { $n }~neobsazené funkce
    [many] { $n }~neobsazené funkce
    *[other] { $n }~neobsazených funkcí
}
noun-work = { $n ->
    [one] { $n }~dílo
    [few] { $n }~díla
    [many] { $n }~díla
    *[other] { $n }~děl
}
noun-year = { $n ->
    [one] { $n }~rok
    [few] { $n }~roky
    [many] { $n }~roku
    *[other] { $n }~let
}
