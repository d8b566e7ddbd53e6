# Stránky: figures.
web-figures = Ukazatele
web-figures-choose = Výběr jednotky a období
web-figures-unit = Jednotka nebo skupina
web-figures-groups = Srovnávací skupiny
web-figures-units = Jednotky
web-figures-boundaries = Členění
web-figures-known = Známo ke dni
web-figures-at-end = konec období
web-figures-now = dnes
web-figures-everything = vše zapsané
web-figures-theme = Téma
web-figures-theme-acts = Akty
web-figures-theme-personnel = Personální práce
web-figures-theme-posts = Funkce
web-figures-theme-pool = Plán nástupnictví
web-figures-theme-training = Vzdělávání
web-figures-theme-units = Jednotky
web-figures-theme-members = Členové
web-figures-theme-ratings = Hodnocení
web-figures-theme-awards = Ocenění
web-figures-theme-tasks = Úkoly
web-figures-by = Podle
web-figures-owed = Co se mělo podat
web-figures-by-none = bez členění
web-figures-by-child = jednotky
web-figures-by-month = měsíce
web-figures-by-act_type = druhu aktu
web-figures-by-issuer_kind = druhu vydavatele
web-figures-by-office = funkce
web-figures-by-sex = pohlaví
web-figures-by-age_band = věku
web-figures-by-reason = důvodu
web-figures-by-kind = druhu jednotky
web-figures-by-level = úrovně
web-figures-by-stage = stupně
web-figures-by-grade = stupně hodnocení
web-figures-by-form = formy
web-figures-by-provider = pořadatele
web-figures-by-category = kategorie
web-figures-show = Zobrazit
web-figures-to-report = Jako zprávu
web-figures-boundaries-on = členění ke dni { $day }
web-figures-known-on = podle údajů známých ke dni { $day }
web-figures-side-by-side = Jednotky vedle sebe
web-figures-bars-note = V pořadí stanov, bez žebříčku. Proužek srovnává v rámci sloupce.
web-figures-unplaced = Údaje { $n ->
    [one] { $n }~jednotky
    *[other] { $n }~jednotek
} nemají v tomto členění místo a nejsou v žádném součtu:
web-figures-unread-period = Období nelze přečíst: napište 2024, 2024-H1, 2024-Q3 nebo 2024-05. Zobrazeno je poslední.
web-figures-unread-boundaries = Den členění nelze přečíst: napište 2025-07-01. Použit je konec období.
web-figures-unread-known = Den znalosti nelze přečíst: napište 2024-07-10. Použito je vše zapsané.
web-figures-unread-beside = Druhý den nelze přečíst: napište 2025-07-01. Nic se nesrovnává.
web-figures-part = Část
web-figures-behind = Které akty to říkají?
web-figures-acts = Akty za číslem
web-figures-num-acts = { $n ->
    [one] { $n }~akt
    [few] { $n }~akty
    *[other] { $n }~aktů
}
web-figures-counted = Započteno
web-figures-first = Na začátek
web-figures-no-acts = Žádný akt
web-figures-no-acts-why = Ukazatel je nulový, nebo akty nejsou ve vašem dosahu.
web-figures-hidden = A { $n ->
    [one] { $n }~akt mimo váš dosah.
    [few] { $n }~akty mimo váš dosah.
    *[other] { $n }~aktů mimo váš dosah.
}
web-figures-withheld = Příliš malé, neuvádí se
web-figures-withheld-why = Malé počty cizích jednotek ani akty za nimi se neuvádějí.
web-figures-about = O tomto ukazateli
web-figures-engine = Vypočteno
web-figures-as-known-now = Podle dnešních údajů: { $value }.
