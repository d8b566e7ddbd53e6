# Včasnost výkazů za několik období.
timeliness-heading = { $unit }: { $form }, { $first } až { $last }
timeliness-counts = { $n ->
    [one] Termín měl { $n } výkaz; včas: { $intime }; pozdě: { $late }; chybí: { $missing }; vráceno k opravě: { $back }
    [few] Termín měly { $n } výkazy; včas: { $intime }; pozdě: { $late }; chybí: { $missing }; vráceno k opravě: { $back }
   *[other] Termín mělo { $n } výkazů; včas: { $intime }; pozdě: { $late }; chybí: { $missing }; vráceno k opravě: { $back }
}
timeliness-open = Termín teprve nastane: { $n }.
timeliness-days = Průměrné zpoždění ve dnech: { $mean }; medián: { $median }.
timeliness-legend = ✓ včas, +7 dní zpoždění, × chybí, … termín teprve nastane, · nic se nepodává, ↩ vrácen k opravě
timeliness-state-in-time = včas
timeliness-state-late = { $n ->
    [one] { $n } den po termínu
    [few] { $n } dny po termínu
   *[other] { $n } dní po termínu
}
timeliness-state-missing = chybí
timeliness-state-open = termín teprve nastane
timeliness-state-none = nic se nepodává
timeliness-sent-back = { $n ->
    [one] jednou vrácen k opravě
   *[other] { $n }krát vrácen k opravě
}
timeliness-duty = { $level } · { $form }, { $period }: lhůta { $due }, včas do { $until } včetně (§ { $article })
timeliness-column-in-time = včas
timeliness-column-mean = dní zpoždění, průměr
timeliness-column-median = dní zpoždění, medián
timeliness-column-sent-back = vráceno k opravě
web-timeliness = Včasnost
web-timeliness-lead = Kdo podal včas, kdo pozdě, kdo vůbec ne a kolik výkazů se vracelo k opravě.
web-timeliness-from = Od období
web-timeliness-to = Do období
web-timeliness-nobody = Nikdo zde v těchto obdobích tento formulář podávat neměl.
web-timeliness-link = Včasnost výkazů
