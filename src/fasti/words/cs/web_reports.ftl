# Stránky: reports.
web-reports-lead = Vyberte formulář, jednotku nebo skupinu a období. Každé číslo vede k aktům.
web-reports-choose = Výběr zprávy
web-reports-form = Formulář
web-reports-beside = Jiné členění
web-reports-against = Srovnat s
web-reports-none = žádné
web-reports-language = Jazyk souborů
web-reports-show = Zobrazit zprávu
web-reports-quick = Začněte s
web-reports-quick-why = poslední ukončené období
web-reports-not-for-period = { $form } se za takové období nepodává ({ $period }). Vyberte jiné.
web-reports-large = Rejstřík je velký: zpráva se připraví samostatně, ve všech formátech. Stránku lze opustit.
web-reports-as-job = Připravit všechny formáty
web-reports-suppressed = Počty menší než { $n } cizích jednotek ani to, co by je prozradilo, se neuvádějí.
web-reports-more-tables = Další srovnávací tabulky
web-reports-headline = Hlavní ukazatele
web-reports-compared = Srovnání dvou období
web-reports-why = { $figure }: { $value }. Které akty to říkají?
web-reports-all-acts = Všechny akty a části ukazatele
web-reports-left-out = { $n ->
    [one] Další { $n } jednotka je v~souborech.
    [few] Další { $n } jednotky jsou v~souborech.
   *[other] Dalších { $n } jednotek je v~souborech.
}
