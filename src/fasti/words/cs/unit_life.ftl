# Časová osa jednotky, nejnovější první.
unit-life-founded = Založení: { $kind }, pod: { $parent }.
unit-life-founded-root = Založení: { $kind }.
unit-life-renamed = Přejmenování: „{ $was }“ na „{ $now }“.
unit-life-moved = Přesun pod: { $parent }.
unit-life-ended = Zánik.
unit-life-merged = { $n ->
    [one] Sloučením přešla jednotka { $others }.
    [few] Sloučením přešly jednotky { $others }.
   *[other] Sloučením přešly jednotky { $others }.
}
unit-life-absorbed = { $n ->
    [one] { $n } podřízená jednotka přešla přímo do této jednotky.
    [few] { $n } podřízené jednotky přešly přímo do této jednotky.
   *[other] { $n } podřízených jednotek přešlo přímo do této jednotky.
}
unit-life-went-over = Přešla do jednotky { $other }.
unit-life-gave = Předáno { $n } % jednotce { $other }.
unit-life-got = Převzato { $n } % jednotky { $other }.
unit-life-beneath = { $went ->
    [0] { $came ->
        [one] Přibyla { $came } podřízená jednotka.
        [few] Přibyly { $came } podřízené jednotky.
       *[other] Přibylo { $came } podřízených jednotek.
    }
   *[other] { $came ->
        [0] { $went ->
            [one] Zanikla nebo odešla { $went } podřízená jednotka.
            [few] Zanikly nebo odešly { $went } podřízené jednotky.
           *[other] Zaniklo nebo odešlo { $went } podřízených jednotek.
        }
       *[other] Podřízené jednotky: přibylo { $came }, zaniklo nebo odešlo { $went }.
    }
}
unit-life-return = { $version ->
    [0] { $form }, { $period }: { $state }.
    [1] { $form }, { $period }: { $state }.
   *[other] { $form }, { $period }, verze { $version }: { $state }.
}
unit-life-leader = { $person }: { $office }.
