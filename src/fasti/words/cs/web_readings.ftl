# Stránky: přečtené zprávy.
web-job-reading = Čtení zprávy
web-readings = Přečtené zprávy
web-readings-lead = Slovní zpráva se přečte a každý údaj, který uvádí, se postaví vedle registru.
web-readings-read = Přečíst zprávu
web-readings-silent = Balíček stanov této organizace neříká, co zprávy počítají, proto tu žádnou přečíst nelze.
web-readings-file = Zpráva
web-readings-file-hint = Text (.txt), Word (.docx) nebo PDF s textem, nejvýše { $n } MB, vietnamsky, rusky, česky nebo anglicky
web-readings-written = Den zprávy
web-readings-written-own = jak sama uvádí
web-readings-language = Jazyk zprávy
web-readings-told = pozná se podle slov
web-readings-encoding = Kódování textového souboru
web-readings-working = Soubor se po přečtení ihned odstraní. Co bylo přečteno, nepatří do evidence: vidíte to vy a ti z vaší organizační jednotky, kdo smějí vidět všechny její údaje. Uchovává se, dokud to neodstraníte, nejdéle však { $n } dní.
web-readings-own = Přečtené
web-readings-none = Zatím nebyla přečtena žádná zpráva
web-readings-none-why = Vyberte soubor, organizační jednotku a období, o kterých je.
web-readings-open = Zobrazit zprávu vedle registru
web-readings-remove = Odstranit
web-readings-found = { $n ->
    [one] Uveden je { $n } údaj.
    [few] Uvedeny jsou { $n } údaje.
    *[other] Uvedeno je { $n } údajů.
}
web-readings-counts = { $n ->
    [one] { $n } stojí vedle údaje registru
    *[other] { $n } stojí vedle údajů registru
}, { $differing ->
    [0] žádný se neliší.
    [one] { $differing } se liší.
    [few] { $differing } se liší.
    *[other] { $differing } se liší.
}
web-readings-only = Jen rozdíly
web-readings-whole = Celý text
web-readings-notes = Jak byla přečtena
web-readings-totals = Součty, které nevycházejí
web-readings-text = Text
web-readings-text-why = Každý uvedený údaj vede k údaji registru.
web-readings-look = Podívat se
web-readings-no-text = Není co zobrazit
web-readings-left-out = Co zpráva vynechává
web-readings-left-out-why = Údaje registru, o kterých se zpráva nezmiňuje.
