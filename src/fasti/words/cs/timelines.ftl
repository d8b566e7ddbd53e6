# Časové osy osob, funkcí a organizačních jednotek.
timeline-from = Od
timeline-until = Do
timeline-matter = Událost
timeline-what = Koho nebo čeho se týká
timeline-act = Akt
timeline-holds = trvá
timeline-holds-until = trvá, do { $day }
timeline-ended = konec: { $how }
timeline-ends = skončí: { $how }
timeline-ran-out = uplynutím doby
timeline-end-untold = zda skončilo, se nesděluje
timeline-seats-untold = { $n ->
    [one] U { $n }~místa se nesděluje, zda je obsazeno: uvádí to důvěrný akt.
   *[other] U { $n }~míst se nesděluje, zda jsou obsazena: uvádějí to důvěrné akty.
}
timeline-nothing = K tomuto dni není nic zaznamenáno.
timeline-later = Po tomto dni začíná: { $n ->
    [one] { $n }~položka
    [few] { $n }~položky
    *[other] { $n }~položek
}.
timeline-not-known = Ke dni { $day } nebylo o { $code } ještě nic zaznamenáno. Zadejte v --known pozdější den, nebo jej vynechejte.
timeline-incumbent = Ve funkci: { $person }, od { $day }
timeline-empty-since = Místo neobsazeno od { $day } ({ $days })
timeline-no-seat = Funkce nemá k tomuto dni žádné místo.
timeline-stands-not = Organizační jednotka k tomuto dni neexistuje.
timeline-vacancy = neobsazené místo
timeline-out-of-reach = jméno je mimo váš dosah
timeline-term-until = funkční období do { $day }
timeline-stage-full = řádné členství
timeline-stage-probationary = kandidátské členství
timeline-same-person = Táž osoba je zapsána také pod kódem { $code }.
timeline-entry-given-up = Zápis { $code } byl zrušen; zobrazen je zápis, který jej nahrazuje.
timeline-predecessor = předchůdce: { $unit }
timeline-successor = nástupce: { $unit }
timeline-share = podíl { $n }~%
timeline-members = Počet členů ke konci roku včetně všech podřízených jednotek:
timeline-mandate = z titulu funkce
timeline-post = Funkce
timeline-holder = Kdo ji zastává
timeline-since = Od
# Co akt změní, dříve než bude vydán.
preview-figures = Údaje minulých období, které se změní:
preview-no-figures = Žádný údaj minulých období se nezmění.
preview-unit = Jednotka
preview-figure = Ukazatel
preview-period = Období
preview-before = Před
preview-after = Po
preview-difference = Rozdíl
preview-other-act = { $what } (na základě jiného aktu než dosud)
preview-points = { $n } p. b.
preview-changed = { $what }: { $before } → { $after }
preview-more = { $n ->
    [one] Další { $n }~údaj
    [few] Další { $n }~údaje
    *[other] Dalších { $n }~údajů
}: všechny s volbou --json.
