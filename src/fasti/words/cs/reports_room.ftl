# Slova zprávy a úředních dokumentů nad report.ftl a documents.ftl.
report-skip = Ke zprávě
report-data-table = Tabulka dat
report-side-note = V pořadí podle pravidel, bez žebříčku.
report-before = o rok dříve: { $value }
report-now = { $figure }: podle dnes známých údajů { $value }.
report-recorded = zapsáno { $day }
report-article = Článek: { $article }
report-stands-on = { $indicator }: vypočteno pomocí { $engine }; podklad: { $acts }.
report-not-additive = Počítáno za celý okruh; součet údajů jednotek mu nemusí odpovídat.
report-left-out = Nezapočteno: { $what } ({ $reason })
report-left-out-more = a dále nezapočteno: { $n } ({ $reason })
report-reason-withdrawn = zrušeno aktem { $act }, { $day }
report-sheet-late = Dodatečné akty
report-sheet-annex = Příloha
report-known-everything = podle všech zapsaných údajů
report-days-early = { $n ->
    [one] { $n }~den před termínem
    [few] { $n }~dny před termínem
    [many] { $n }~dne před termínem
    *[other] { $n }~dnů před termínem
}
report-late-lead = { $n ->
    [0] Po { $day } nebyl zapsán, opraven ani zrušen žádný akt týkající se období.
    [one] Po { $day } byl zapsán, opraven nebo zrušen { $n }~akt týkající se období.
    [few] Po { $day } byly zapsány, opraveny nebo zrušeny { $n }~akty týkající se období.
    *[other] Po { $day } bylo zapsáno, opraveno nebo zrušeno { $n }~aktů týkajících se období.
}
report-late-title = Dodatečně zapsané nebo opravené akty
report-late-everything = Zpráva vychází ze všech zapsaných údajů, žádný akt tedy nebyl zapsán dodatečně.
report-table-section = { $section }: vedle sebe
report-chart-acts = { $acts } podle druhu, { $period }
report-chart-personnel = Personální akty: { $n }, { $period }
report-chart-timeliness = Dny před termínem nebo po něm
report-chart-stock = { $total } { $as_of }
act-article = Čl. { $n }.
act-decides = { $body } rozhoduje:
act-archive = Archiv: { $issuer }
act-task-of = { $unit }: { $text }
act-person-erased = (jméno vymazáno)
report-title = Souhrnná zpráva { $period }
report-withdraws = ruší akt { $act }
report-coverage-late = pozdě a nezapočteno zpráv: { $n }
report-chart-personnel-by = Personální akty podle { $noun ->
    [province] provincií
    *[unit] organizačních jednotek
}
report-chart-members-by = { $figure } podle { $noun ->
    [province] provincií
    *[unit] organizačních jednotek
}
report-chart-vacancies-by = Neobsazené funkce podle { $noun ->
    [province] provincií
    *[unit] organizačních jednotek
}
report-beside = Staré a nové hranice: { $first } a { $last }
report-beside-note = Pod každou organizační jednotkou pozdějšího dne jsou uvedeny ty, jejichž údaje převzala.
report-total-on = Celkem, { $day }
report-sheet-beside = Staré a nové
report-returns-accepted = Přijaté výkazy: { $n } { ZE($m) }~{ $m }
report-returns-accepted-without = Přijaté výkazy: { $n } { ZE($m) }~{ $m }; zatím ne: { $units }{ $more ->
        [0] {""}
        [one] {" "}a { $more } další
        [few] {" "}a { $more } další
        [many] {" "}a { $more } dalších
       *[other] {" "}a { $more } dalších
    }
report-returns = Přijaté výkazy
report-returns-lead = { $n ->
    [0] Žádný výkaz nebyl přijat; podat se jich mělo { $m }.
   *[other] V součtech je { $n } { ZE($m) }~{ $m } výkazů. Za chybějící se nic nedoplňuje.
}
report-returns-figure = ukazatel
report-returns-difference = rozdíl
report-returns-stated = ve výkazu
report-returns-declared = Údaje, které uvedly organizace
report-returns-beside = Podané údaje vedle evidence
report-returns-departures = Kde se výkaz liší od evidence
report-returns-without = { $given }, bez údaje: { $units }{ $more ->
        [0] {""}
        [one] {" "}a { $more } další
        [few] {" "}a { $more } další
       *[other] {" "}a { $more } dalších
    }
report-returns-reason-late-act = po { $day } byly zapsány další akty
report-returns-reason-boundaries = hranice organizací nejsou ty z výkazu ke dni { $day }
report-returns-reason-definition = po { $day } se změnila pravidla
report-returns-reason-unexplained = důvod není znám; evidence byla čtena { $day }
report-returns-owed = mělo se podat
