# Pages: people.
web-crumbs = Cesta
web-parts = Části stránky
web-first = Na začátek
web-until = do { $day }
web-ended-by = Ukončeno: { $word }
web-known-from = známo od { $day }
web-lane-tenure = Funkce
web-lane-mandate = Mandáty z~funkce
web-lane-membership = Členství
web-lane-pool = V~rezervě
web-lane-topic = Vzdělávání
web-people-draft = Připravit akt
web-people-career = Dráha
web-people-bands = Dráha v~časových pruzích
web-people-bands-measure = Ke dni { $day }; každý pruh otevírá a zavírá akt
web-people-entries = { $n ->
    [one] { $n } záznam
    [few] { $n } záznamy
    *[other] { $n } záznamů
}
web-people-about = O~této osobě
web-people-summary = Shrnutí
web-people-unit = Jednotka
web-people-no-unit = dnes není členem žádné jednotky
web-people-born = Datum narození
web-people-sex = Pohlaví
web-people-sex-f = žena
web-people-sex-m = muž
web-people-least = Datum narození, hodnocení a sankce se zobrazují jen se zvláštním právem.
web-people-own = Toto je váš záznam: vidíte ho celý i to, kdo do něj nahlížel.
web-people-looks = Kdo nahlížel
web-people-no-looks = Do tohoto záznamu dosud nikdo nenahlížel.
web-people-within = V~{ $unit } a níže
web-people-all = Všichni, které smíte vidět
web-people-find = Jméno nebo kód; i bez diakritiky
web-people-unit-code = Kód jednotky
web-people-holds = Zastává funkci
web-people-planned = V~personální rezervě
web-people-search = Hledat osoby
web-people-name = Jméno
web-people-posts = Funkce
web-people-none = Nikdo nenalezen
web-people-none-why = Nikdo z~těch, které smíte vidět, neodpovídá. Vynechte slovo nebo filtr, nebo hledejte v~celém svém dosahu.
web-people-drop = Hledat v~celém dosahu
