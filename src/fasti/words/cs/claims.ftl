# Které údaje zpráva uvádí.
cli-claims-found = { $n ->
    [one] Soubor { $file } uvádí { $n }~údaj.
    [few] Soubor { $file } uvádí { $n }~údaje.
    *[other] Soubor { $file } uvádí { $n }~údajů.
}
cli-claims-none = Soubor { $file } neuvádí žádný údaj.
cli-claims-exact = přesně
cli-claims-approx = přibližně
cli-claims-at_least = nejméně
cli-claims-at_most = nejvýše
cli-claims-page = strana { $page }
cli-claims-line = řádek { $line }
cli-claims-row = tabulka { $table }, řádek { $row }
cli-claims-passage = část { $passage }
cli-reconcile-agrees = Rejstřík má { $value }: souhlasí.
cli-reconcile-differs = Rejstřík má { $value } (rozdíl { $difference }).
cli-reconcile-part = Jde o část, nebo o jinou jednotku: v rejstříku není údaj k porovnání.
cli-reconcile-unmatched = Takový údaj rejstřík nemá.
cli-reconcile-because-period = Věta uvádí jiné období.
cli-reconcile-because-nothing = Rejstřík o tom nemá žádný akt: možná není zapsán, nebo se počítá jinde.
cli-reconcile-because-acts = V rejstříku možná chybějí akty nebo byly zapsány pozdě, nebo jde o jiné členění.
cli-reconcile-because-untold = Zpráva možná neuvádí akty, které rejstřík má, nebo počítá podle jiných pravidel.
cli-reconcile-left-out = Ve zprávě není: { $indicator }, rejstřík má { $value }.
cli-reconcile-end = { $file }: { $n ->
    [one] s rejstříkem porovnán { $n }~údaj
    [few] s rejstříkem porovnány { $n }~údaje
    *[other] s rejstříkem porovnáno { $n }~údajů
}, { $differing ->
    [one] nesouhlasí { $differing }.
    *[other] nesouhlasí { $differing }.
}
