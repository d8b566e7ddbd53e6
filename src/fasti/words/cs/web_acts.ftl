# Akty: rejstřík, stránka aktu a~co říkají seznamy aktů.
web-acts-register = Rejstřík aktů
web-acts-lead = Bez aktu se nic nemění; každé číslo pochází z~tohoto rejstříku.
web-acts-draft = Připravit akt
web-acts-views = Pohledy
web-acts-view-all = Vše, co smím vidět
web-acts-view-own = Mé jednotky
web-acts-view-superior = Nadřízených, ke konkretizaci
web-acts-view-late = Zapsané dlouho po podpisu
web-acts-view-withdrawn = Odvolané
web-acts-buckets = Skupiny aktů
web-acts-all-buckets = Všechny akty
web-acts-newest = Nejnovějších { $n }
web-acts-narrow = Výběr aktů
web-acts-search = Hledat v~čísle, názvu a~textu
web-acts-search-example = například: jmenovani mistopredsedy
web-acts-search-hint = Musí se najít všechna slova; pády ani diakritika nevadí. Slova v~uvozovkách stojí vedle sebe; * za začátkem slova.
web-acts-find = Najít
web-acts-issuer = Vydávající jednotka s~podřízenými
web-acts-issuer-hint = název nebo kód
web-acts-issuer-which = „{ $words }“ může znamenat více jednotek. Vyberte jednu:
web-acts-issuer-unknown = Žádná jednotka se nejmenuje „{ $words }“. Zkontrolujte název, nebo nechte pole prázdné.
web-acts-no-day = „{ $words }“ není den. Pište 14. 7. 2025 nebo 2025-07-14.
web-acts-any = Libovolný
web-acts-from = Podepsáno od
web-acts-to = Podepsáno do
web-acts-only-late = { $n ->
    [one] Zapsáno více než den po podpisu
    [few] Zapsáno více než { $n }~dny po podpisu
   *[other] Zapsáno více než { $n }~dní po podpisu
 }
web-acts-narrowed = Podmínky výběru
web-acts-drop = , zrušit
web-acts-drop-all = Zrušit všechny podmínky
web-acts-is-words = Slova: { $words }
web-acts-is-unit = Vydáno v~jednotce: { $unit }
web-acts-is-from = Podepsáno od { $day }
web-acts-is-to = Podepsáno do { $day }
web-acts-is-late = Zapsáno dlouho po podpisu
web-acts-is-related = Souvisí s~{ $act }
web-acts-list = Nalezené akty
web-acts-count = { $n ->
    [one] Jeden akt, naposled podepsané první
    [few] { $n }~akty, naposled podepsané první
   *[other] { $n }~aktů, naposled podepsané první
 }
web-acts-many = Více než { $n } aktů, naposled podepsané první
web-acts-too-long = Seznam je na export příliš dlouhý: zužte výběr.
web-acts-behind = { $n ->
    [one] Jeden akt ještě není ve fulltextovém rejstříku a~podle slov se nenajde.
    [few] { $n }~akty ještě nejsou ve fulltextovém rejstříku a~podle slov se nenajdou.
   *[other] { $n }~aktů ještě není ve fulltextovém rejstříku a~podle slov se nenajde.
 }
web-acts-none-filtered = Žádný akt neodpovídá všem podmínkám
web-acts-none-filtered-why = Zrušte některou z~podmínek výše, nebo všechny.
web-acts-none-all = Zatím žádný akt
web-acts-none-why-all = Akt se připraví, zkontroluje a~podepíše; vydaný tu zůstane natrvalo.
web-acts-none-own = Vaše jednotka nevydala žádný akt
web-acts-none-why-own = Akty vaší jednotky a~jejích orgánů se tu objeví po vydání.
web-acts-none-superior = Nic nadřízených nečeká na konkretizaci
web-acts-none-why-superior = Stojí tu akty nadřízených, které už jiní konkretizovali nebo které dávají úkoly, dokud je nekonkretizuje váš akt.
web-acts-none-late = Žádný akt nebyl zapsán dlouho po podpisu
web-acts-none-why-late = Stojí tu akty zapsané více než třicet dní po podpisu.
web-acts-none-withdrawn = Žádný akt nebyl odvolán
web-acts-none-why-withdrawn = Akt se odvolává jiným aktem; oba zůstávají v~rejstříku.
web-acts-changed = Změněno
web-acts-late = { $n ->
    [one] Zapsáno po dni
    [few] Zapsáno po { $n }~dnech
   *[other] Zapsáno po { $n }~dnech
 }
web-acts-path = Kde jste
web-acts-signed = podepsáno { $day }
web-acts-print = Tisk
web-acts-amend = Změnit novým aktem
web-acts-correct = Opravit
web-acts-withdraw = Odvolat…
web-acts-sheet = Dokument { $act }
web-acts-articles-more = Prvních { $n } { ZE($all) }~{ $all } účinků. V~PDF jsou všechny.
web-acts-tasks = Uložené úkoly
web-acts-tasks-count = { $n ->
    [one] Jeden úkol
    [few] { $n }~úkoly
   *[other] { $n }~úkolů
 }
web-acts-task = Úkol
web-acts-task-unit = Komu
web-acts-task-level = všem podřízeným této úrovně: { $level }
web-acts-task-person = Odpovídá
web-acts-task-due = Termín
web-acts-task-evidence = Doklad
web-acts-files = Přílohy
web-acts-files-count = { $n ->
    [one] Jeden soubor
    [few] { $n }~soubory
   *[other] { $n }~souborů
 }
web-acts-file-size = { $n ->
    [one] Jeden bajt
    [few] { $n }~bajty
   *[other] { $n }~bajtů
 }
web-acts-about = O~tomto aktu
web-acts-changed-amends = Změněno aktem
web-acts-changed-corrects = Opraveno aktem
web-acts-ended-withdraws = Tento akt byl odvolán; jeho účinky už neplatí.
web-acts-ended-replaces = Tento akt byl nahrazen jiným.
web-acts-ended-repeals = Tento akt byl zrušen.
web-acts-signer = Podpis
web-acts-code = Kód
web-acts-effect-n = účinek { $n }
web-acts-void = Už neplatí, aktem
web-acts-effects-more = Prvních { $n } { ZE($all) }~{ $all } účinků; v~dokumentu vedle je jich víc, v~PDF všechny.
web-acts-relations = Vazby
web-acts-relations-count = { $n ->
    [one] Jeden další akt
    [few] { $n }~další akty
   *[other] { $n }~dalších aktů
 }
web-acts-relations-none = Neopírá se o~žádný akt a~zatím se žádný neopírá o~něj.
web-acts-also-rests = Opírá se také o
web-acts-here-is = Tento akt: { $relation }
web-acts-after = { $n ->
    [0] { $day }, týž den
    [one] { $day }, za den
    [few] { $day }, za { $n }~dny
   *[other] { $day }, za { $n }~dní
 }
web-acts-more = { $n ->
    [one] Ještě jeden akt
    [few] Ještě { $n }~akty
   *[other] Ještě { $n }~aktů
 }
web-acts-rules = Pravidla, podle nichž byl posouzen
web-acts-rule-type = Tento druh aktu existuje
web-acts-rule-authority = Taková jednotka ho smí vydat a~podepisující podepsat
web-acts-rule-numbering = Nese další číslo své řady
web-acts-rule-effects = Akt tohoto druhu smí mít tyto účinky
web-acts-version-current = Soubor pravidel v~nynější verzi
web-acts-version-earlier = Soubor pravidel v~dřívější verzi
web-acts-proof = Řetěz důkazů
web-acts-proof-broken = Nesouhlasí
web-acts-proof-sound = Přepočteno: souhlasí
web-acts-proof-linked = Články navazují
web-acts-proof-before = Předtím:
web-acts-proof-first = První akt svého vydavatele
web-acts-proof-this = Tento akt,
web-acts-proof-after = Poté:
web-acts-proof-last = Zatím žádný pozdější akt vydavatele
web-acts-proof-differs = liší se
web-acts-proof-covers = obsah; účinků: { $effects }, úkolů: { $tasks }, souborů: { $files }
web-acts-proof-whole = Celý otisk
web-acts-verify = Ověřit tento akt
acts-list = Rejstřík aktů
acts-column-symbol = Číslo
acts-column-title = Název
acts-column-type = Druh
acts-column-issuer = Vydal
acts-column-issuer-code = Kód vydavatele
acts-column-signed = Podepsáno
acts-column-in-force = Účinnost od
acts-column-recorded = Zapsáno
acts-column-days-late = Dní zpoždění
acts-column-higher = Konkretizuje
acts-column-state = Stav
acts-column-ended-by = Ukončeno aktem
acts-column-confidentiality = Utajení
acts-column-code = Kód
acts-state-in-force = V~účinnosti
acts-state-not-yet = Zatím bez účinnosti
acts-state-ended = Ukončeno
acts-state-withdraws = Odvoláno
acts-state-replaces = Nahrazeno
acts-state-repeals = Zrušeno
document-withdrawn-unnamed = Odvoláno
document-effect-of-unseen = účinek jiného aktu
cli-act-found = { $n ->
    [one] Nalezen jeden akt.
    [few] Nalezeny { $n }~akty.
   *[other] Nalezeno { $n }~aktů.
 }
cli-act-more = Zobrazeno jen posledních { $n }; zužte hledání.
cli-act-behind = { $n ->
    [one] Jeden akt ještě není ve fulltextovém rejstříku; spusťte fasti rebuild.
    [few] { $n }~akty ještě nejsou ve fulltextovém rejstříku; spusťte fasti rebuild.
   *[other] { $n }~aktů ještě není ve fulltextovém rejstříku; spusťte fasti rebuild.
 }
