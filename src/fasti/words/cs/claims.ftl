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
