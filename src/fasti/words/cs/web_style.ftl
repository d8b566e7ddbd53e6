# The style page: every component once.
web-style = Vzorník
web-style-lead = Každý prvek jednou, z~týchž částí jako stránky. Základní text 15 px, tabulky 14 px, nic pod 12 px; mezery po 4 px.
web-style-components = Prvky
web-style-part-colour = Barvy
web-style-why-colour = Modrozelená: lze s~tím něco udělat. Mořenová: říká to pravidlo. Barva stavu má vždy ikonu a~slovo. Poslední řada je pro grafy.
web-style-part-languages = Čtyři jazyky
web-style-why-languages = Tatáž karta v~každém: žádné znaménko není uříznuté, nic nepřetéká, tlačítka se zalamují.
web-style-part-buttons = Tlačítka
web-style-why-buttons = Nejdřív sloveso, pak předmět. Na obrazovce jedno hlavní tlačítko. Co zatím nejde, řekne proč.
web-style-part-fields = Pole
web-style-why-fields = Popisek, chyba, pole, nápověda. Dny se píší, jak jsou lidé zvyklí.
web-style-part-errors = Chyby formuláře
web-style-why-errors = Dostane fokus; každý řádek vede ke svému poli; co bylo napsáno, zůstane.
web-style-part-states = Slova stavu
web-style-why-states = Ikona, slovo a~barva pohromadě; článek; číslo, které vede k~aktům.
web-style-part-notes = Sdělení
web-style-why-notes = Zůstávají na stránce.
web-style-part-table = Tabulka
web-style-why-table = Tenké linky, čísla vpravo, posouvá se i~klávesnicí.
web-style-part-tabs = Karty a~štítky
web-style-why-tabs = Odkazy, které říkají, kde jste.
web-style-part-pager = Listování
web-style-why-pager = Jen předchozí a~další; místo v~seznamu se drží.
web-style-part-tree = Strom
web-style-why-tree = Tlačítko otevírá, odkaz vede.
web-style-part-time = Čas
web-style-why-time = Ke kterému dni a~podle toho, co bylo známo kdy. Značky jsou dny, kdy se něco změnilo.
web-style-part-timeline = Časová osa
web-style-why-timeline = Nejnovější nahoře; uzavřený úsek je bledý.
web-style-part-bands = Pruhy
web-style-why-bands = Dráha pro každý druh, pruh pro každý úsek; text se nezmenšuje.
web-style-part-lineage = Nástupnictví
web-style-why-lineage = Jednotky se sbíhají a~rozbíhají v~den, kdy se to stalo.
web-style-part-steps = Kroky
web-style-why-steps = Hotovo, teď, před námi.
web-style-part-effects = Účinky
web-style-why-effects = Co akt mění, slovy.
web-style-part-row = Řádek účinku
web-style-why-row = Jedna změna v~návrhu, chyba vedle svého pole.
web-style-part-findings = Zjištění
web-style-why-findings = Co, proč, podle kterého článku, a~kód, který dostanou i~programy.
web-style-part-cascade = Kaskáda
web-style-why-cascade = Jak akty stojí jeden na druhém a~kolik dní je mezi nimi.
web-style-part-proof = Důkaz
web-style-why-proof = Předchozí akt, tento, další: jeden řetěz.
web-style-part-eyes = Čtyři oči
web-style-why-eyes = Kdo navrhl a~kdo jiný vydá.
web-style-part-charts = Grafy
web-style-why-charts = Titulek je zjištění, pod ním míra a~čísla tabulkou.
web-style-part-empty = Prázdno
web-style-why-empty = Co by tu bylo, jak se to sem dostane, a~ten krok.
web-style-part-progress = Průběh
web-style-why-progress = Dlouhou práci lze opustit a~najít zas na první stránce.
web-style-part-toast = Krátká zpráva
web-style-why-toast = Nikdy není jediným místem sdělení.
web-style-part-dialog = Dialog
web-style-why-dialog = Co se stane, v~číslech; bezpečná volba první.
web-style-part-sheet = Dokument
web-style-why-sheet = Patkové písmo, jak to organizace tiskne; na A4 stojí samo.
web-style-acts = Akty
web-style-all = Vše
web-style-to-sign = K~podpisu
web-style-overview = Přehled
web-style-appointed = Jmenováno
web-style-moved = Převedeno
web-style-appointment = jmenování
web-style-article = Stanovy, čl. 8
web-style-axis = Osm dní změn, mezi nimi sloučení
web-style-merged = sloučení
web-style-boundaries = Hranice
web-style-boundaries-end = Na konci období
web-style-boundaries-new = Jaké jsou dnes
web-style-chart = Nejvíc jmenování připadá na čtvrté čtvrtletí
web-style-chart-measure = Jmenováno a~převedeno, po čtvrtletích
web-style-quarter = Čtvrtletí
web-style-due = Dvě hlášení ze tří přišla včas
web-style-due-measure = Dny před termínem a~po něm
web-style-vacant = Neobsazené funkce podle dnů
web-style-check = Zkontrolovat návrh
web-style-issue = Vydat akt
web-style-discard = Zahodit
web-style-withdraw = Odvolat akt
web-style-withdraw-step = Odvolat…
web-style-print = Tisk
web-style-not-yet = Zatím nelze: brání tomu jedno zjištění.
web-style-title = Název
web-style-title-value = O~jmenování vedoucího
web-style-unit = Jednotka
web-style-in-force = Účinné dne
web-style-number = Číslo
web-style-number-hint = Čísla v~řadě nemají mezery.
web-style-reason = Důvod
web-style-ended = Včetně zaniklých jednotek
web-style-state-force = Účinný
web-style-state-late = Zapsán opožděně
web-style-state-withdrawn = Odvolán
web-style-state-future = Dosud neúčinný
web-style-state-draft = Návrh
web-style-note-ok = Akt je vydán; účinky nastaly.
web-style-note-bad = Akt byl odvolán v~den podpisu.
web-style-posts = Funkce
web-style-post = Funkce
web-style-holder = Zastává
web-style-since = Od
web-style-vacant-days = Neobsazeno, dní
web-style-head = Vedoucí oddělení
web-style-deputy = Zástupce vedoucího
web-style-lodge = Lóže Olše
web-style-vacant-state = Neobsazeno
web-style-north = Sever
web-style-south = Jih
web-style-union = Svaz
web-style-lineage-told = Sever a~Jih přešly do Svazu 1. července 2025
web-style-paged = 13 až 24
web-style-step-draft = Návrh
web-style-step-check = Kontrola
web-style-step-eyes = Druhá osoba
web-style-step-issue = Vydání
web-style-effect = Tạ Đình Phước: vedoucí oddělení
web-style-effect-kind = Účinek
web-style-person = Osoba
web-style-drop = Vypustit účinek 1
web-style-from = Od
web-style-passes = Tento orgán smí vydat akt tohoto druhu.
web-style-no-act = Není akt k~zobrazení
web-style-no-act-why = Zde by stál poslední akt, který smíte vidět. Co smíte vidět, plyne z~vašich funkcí.
web-style-drafted = Navrhl
web-style-to-issue = Vydá
web-style-not-signed = dosud nepodepsáno
web-style-saved = Návrh uložen
web-style-undo = Zpět
web-style-withdraw-title = Odvolat akt?
web-style-withdraw-why = Ruší se tři účinky: jedna funkce je znovu neobsazená a~jeden výkon funkce pokračuje. Odvolání je samo aktem a~má své číslo.
web-style-keep = Ponechat
web-style-note-warn = Hlásilo { $n } { ZE($all) }~{ $all }: součet je částečný.
web-style-problems = { $n ->
    [one] Nevydáno: { $n } chyba.
    [few] Nevydáno: { $n } chyby.
   *[other] Nevydáno: { $n } chyb.
}
web-style-over-days = { $n ->
    [one] přes { $n } den
    [few] přes { $n } dny
   *[other] přes { $n } dní
}
web-style-importing = { $n ->
    [one] Načítá se { $n } záznam
    [few] Načítají se { $n } záznamy
   *[other] Načítá se { $n } záznamů
}
web-style-left = { $n ->
    [one] Zbývá asi { $n } minuta. Stránku můžete opustit.
    [few] Zbývají asi { $n } minuty. Stránku můžete opustit.
   *[other] Zbývá asi { $n } minut. Stránku můžete opustit.
}
