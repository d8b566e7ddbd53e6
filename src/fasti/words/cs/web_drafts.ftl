# Psaní, kontrola, vydávání a odvolávání aktů.
web-drafts-title = Návrhy
web-drafts-lead = Co se píše, co čeká na kontrolu a co čeká na podpis.
web-drafts-path = Cesta
web-drafts-views = Které návrhy
web-drafts-view-all = Všechny, které smím vidět
web-drafts-view-mine = Moje
web-drafts-view-check = Ke kontrole
web-drafts-view-sign = K~podpisu
web-drafts-begin = Začít návrh
web-drafts-changed = Poslední změna
web-drafts-state = Stav
web-drafts-state-open = píše se
web-drafts-state-checked = zkontrolován
web-drafts-shown = { $n ->
    [one] { $n }~návrh
    [few] { $n }~návrhy
    *[other] { $n }~návrhů
}
web-drafts-to-first = K~nejnovějším
web-drafts-none-all = Žádné návrhy
web-drafts-none-why-all = Zde stojí návrhy jednotek, za které píšete, kontrolujete nebo podepisujete, dokud nejsou vydány nebo zahozeny.
web-drafts-none-mine = Nemáte žádné návrhy
web-drafts-none-why-mine = Zde stojí, co jste začali nebo změnili, dokud návrh není vydán nebo zahozen.
web-drafts-none-check = Není co kontrolovat
web-drafts-none-why-check = Zde stojí návrhy, které napsali jiní pro jednotky ve vašem dosahu, dokud je někdo nezkontroluje.
web-drafts-none-sign = Není co podepsat
web-drafts-none-why-sign = Zde stojí zkontrolované návrhy, dokud je nevydáte.
web-drafts-new = Nový návrh
web-drafts-new-lead = Kdo co vydává a kdy. Z~toho plyne, jaké účinky může mít.
web-drafts-begin-draft = Začít návrh
web-drafts-back-to-list = Zpět k~návrhům
web-drafts-not-begun = Návrh nebyl založen:
web-drafts-h = Návrh: { $kind }
web-drafts-h-untyped = Návrh
web-drafts-form = Návrh
web-drafts-rail = Zjištění a vydání
web-drafts-document = Dokument
web-drafts-saved = Uloženo { $day }, { $time } UTC
web-drafts-optional = (může zůstat prázdné)
web-drafts-choose = Vyberte
web-drafts-more = Den účinnosti, jazyk, číslo přidělené na papíře
web-drafts-meant = Kdo nebo co je míněno?
web-drafts-language = Čeština
web-drafts-effects = Účinky
web-drafts-effects-lead = Co akt mění v~rejstříku
web-drafts-no-effects = Zatím žádný účinek. Akt bez účinků je jen aktem.
web-drafts-rows-of = { $first } až { $last }, celkem { $n }
web-drafts-rows-kept = Přechodem na jinou stránku se návrh uloží. Kontroluje se a vydává celý, ať je zobrazena kterákoli stránka.
web-drafts-row-number = Číslo
web-drafts-go = Přejít
web-drafts-next-finding = { $n ->
    [one] { $n }~zjištění na jiné stránce
    [few] { $n }~zjištění na jiných stránkách
    *[other] { $n }~zjištění na jiných stránkách
}
web-drafts-more-findings = { $n ->
    [one] a { $n }~další zjištění, zobrazí se po vyřešení těchto
    [few] a { $n }~další zjištění, zobrazí se po vyřešení těchto
    *[other] a { $n }~dalších zjištění, zobrazí se po vyřešení těchto
}
web-drafts-same-rows = { $n ->
    [one] { $n }~další řádek je v~obou textech stejný.
    [few] { $n }~další řádky jsou v~obou textech stejné.
    *[other] { $n }~dalších řádků je v~obou textech stejných.
}
web-drafts-effect-n = Účinek { $n }
web-drafts-up = Výš
web-drafts-down = Níž
web-drafts-remove = Odebrat
web-drafts-up-n = Posunout účinek { $n } výš
web-drafts-down-n = Posunout účinek { $n } níž
web-drafts-remove-n = Odebrat účinek { $n }
web-drafts-new-kind = Druh účinku
web-drafts-add-effect = Přidat účinek
web-drafts-sealed = Číslo dokladu se uchovává jen jako klíčovaný otisk. Chcete-li je změnit, napište je znovu.
web-drafts-relations = Vazby na jiné akty
web-drafts-relations-lead = Co provádí, mění, opravuje nebo odvolává
web-drafts-no-relations = Nemá vazbu na žádný jiný akt.
web-drafts-relation-n = Vazba { $n }
web-drafts-new-relation = Vazba
web-drafts-add-relation = Přidat vazbu
web-drafts-remove-relation-n = Odebrat vazbu { $n }
web-drafts-tasks = Úkoly
web-drafts-tasks-lead = Uložená práce s~termínem a odpovědnou osobou
web-drafts-task-n = Úkol { $n }
web-drafts-add-task = Přidat úkol
web-drafts-remove-task-n = Odebrat úkol { $n }
web-drafts-files = Soubory
web-drafts-files-lead = Po vydání jsou součástí aktu
web-drafts-add-files = Přidat soubory
web-drafts-add-files-hint = PDF, Word, Excel, OpenDocument, obrázky, podpisy, archivy; každý do 64~MB. Převezmou se při uložení.
web-drafts-remove-file = Odebrat soubor { $file }
web-drafts-save = Uložit návrh
web-drafts-drop = Zahodit návrh
web-drafts-not-saved = Neuloženo: { $n ->
    [one] je třeba opravit { $n }~místo
    [few] je třeba opravit { $n }~místa
    *[other] je třeba opravit { $n }~míst
}. Vše, co jste napsali, je níže.
web-drafts-came-back = Vaše přihlášení skončilo. Formulář je zde tak, jak jste jej napsali; ještě není uložen. Soubory je třeba vybrat znovu.
web-drafts-also-open = Návrh má otevřený také { $person }. Uložíte-li oba, oba texty se porovnají po částech; nikdo nepřijde o~slovo.
web-drafts-named-field = „{ $label }“
web-drafts-findings = Zjištění
web-drafts-num-findings = { $n ->
    [one] brání { $n }~zjištění
    [few] brání { $n }~zjištění
    *[other] brání { $n }~zjištění
}
web-drafts-ready = Nic nebrání
web-drafts-ok-authority = Orgán smí vydávat tento druh aktu.
web-drafts-ok-number = Další číslo řady:
web-drafts-ok-effects = { $n ->
    [one] { $n }~účinek byl vyzkoušen na rejstříku; nic mu neodporuje.
    [few] { $n }~účinky byly vyzkoušeny na rejstříku; nic jim neodporuje.
    *[other] { $n }~účinků bylo vyzkoušeno na rejstříku; nic jim neodporuje.
}
web-drafts-step-write = Napsat
web-drafts-step-settle = Vyřešit zjištění
web-drafts-step-check = Kontroluje někdo jiný
web-drafts-step-issue = Podepsat, vydat
web-drafts-gate = Vydání
web-drafts-drafter = Napsal
web-drafts-checker = Zkontroloval
web-drafts-issuer = Vydává
web-drafts-changed-by = naposledy změnil: { $person }
web-drafts-not-checked = zatím nezkontrolováno
web-drafts-not-issued = zatím nepodepsáno
web-drafts-not-yet = Zatím nelze vydat, protože:
web-drafts-issue = Vydat akt
web-drafts-to-issue = Přejít k~vydání
web-drafts-check = Potvrdit kontrolu
web-drafts-waits-for-check = Čeká na kontrolu někým jiným: najde jej v~Návrzích, „Ke kontrole“.
web-drafts-not-checked-why = Nepotvrzeno, protože:
web-drafts-preview = Co by se změnilo
web-drafts-preview-lead = Kdyby byl vydán v~této podobě
web-drafts-preview-since = Od { $day }, kdyby byl vydán v~této podobě
web-drafts-preview-show = Ukázat změny
web-drafts-preview-not-yet = Ukáže se, jakmile nic nebude bránit.
web-drafts-changes = Rejstřík
web-drafts-figures = Ukazatele uzavřených období
web-drafts-what = Co
web-drafts-before = Dříve
web-drafts-after = Poté
web-drafts-figure = Ukazatel
web-drafts-difference = Rozdíl
web-drafts-no-changes = V~rejstříku se nic nemění.
web-drafts-no-figures = Žádný ukazatel uzavřeného období se nemění.
web-drafts-more-rows = { $n ->
    [one] a { $n }~další řádek
    [few] a { $n }~další řádky
    *[other] a { $n }~dalších řádků
}
web-drafts-more-figures = { $n ->
    [one] a { $n }~další ukazatel
    [few] a { $n }~další ukazatele
    *[other] a { $n }~dalších ukazatelů
}
web-drafts-from = od { $day }
web-drafts-from-until = { $day } až { $last }
web-drafts-issue-h = Vydat { $symbol }?
web-drafts-issue-symbol = Vydat { $symbol }
web-drafts-will = Co se stane
web-drafts-final = Vydaný akt se nikdy neupravuje ani nemaže. Lze jej změnit, opravit nebo odvolat jiným aktem.
web-drafts-back = Zpět k~návrhu
web-drafts-was-changed = Návrh byl mezitím změněn. Níže je ve své nynější podobě; nic se nestalo.
web-drafts-not-issued-why = Nevydáno a nic nezapsáno, protože:
web-drafts-num-effects = Účinky
web-drafts-num-persons = Dotčené osoby
web-drafts-num-posts = Dotčené funkce
web-drafts-num-units = Dotčené jednotky
web-drafts-num-tasks = Uložené úkoly
web-drafts-num-figures = Změněné uzavřené ukazatele
web-drafts-drop-h = Zahodit tento návrh?
web-drafts-drop-lead = Text, účinky ({ $effects }) a soubory ({ $files }) budou odstraněny a nelze je vrátit. Rejstřík se nemění.
web-drafts-withdraw = Odvolat
web-drafts-withdraw-h = Odvolat: { $act }
web-drafts-withdraw-lead = Akt se odvolává jiným aktem. Podívejte se, co by bylo zrušeno, a pak začněte návrh. Dokud není vydán, nic se nemění.
web-drafts-undone = Co by bylo zrušeno
web-drafts-num-undone = { $n ->
    [one] přestává platit { $n }~účinek
    [few] přestávají platit { $n }~účinky
    *[other] přestává platit { $n }~účinků
}
web-drafts-withdrawing = Odvolávající akt
web-drafts-withdraw-begin = Začít odvolávající návrh
web-drafts-back-to-act = Zpět k~aktu
web-drafts-title-withdraws = O odvolání: { $act }
web-drafts-stale = Dva texty
web-drafts-stale-h = Návrh změnil někdo jiný
web-drafts-stale-lead = Zatímco jste psali, návrh uložil { $person }. U~každé části vyberte, který text zůstane. Nic z~toho, co jste napsali, se neztratí.
web-drafts-stale-lead-nobody = Zatímco jste psali, návrh byl uložen jinde. U~každé části vyberte, který text zůstane. Nic z~toho, co jste napsali, se neztratí.
web-drafts-mine = Můj text
web-drafts-theirs = Druhý text: { $person }
web-drafts-theirs-nobody = Druhý text
web-drafts-nothing = Nic
web-drafts-same = Oba texty jsou stejné.
web-drafts-save-chosen = Uložit vybrané
web-drafts-keep-theirs = Ponechat celý druhý text
web-drafts-sex-f = žena
web-drafts-sex-m = muž
# Pole
web-drafts-field-issuer = Vydává
web-drafts-field-type = Druh aktu
web-drafts-field-signed_on = Den podpisu
web-drafts-field-in_force_on = Den účinnosti
web-drafts-field-title = Název
web-drafts-field-text = Text
web-drafts-field-signed_by = Podepisuje
web-drafts-field-signer = Podepisuje
web-drafts-field-signer_post = Funkce podepisujícího
web-drafts-field-confidentiality = Stupeň důvěrnosti
web-drafts-field-language = Jazyk aktu
web-drafts-field-number = Číslo přidělené na papíře
web-drafts-field-capacity = V~jakém postavení
web-drafts-field-relations = Vazby
web-drafts-field-effects = Účinky
web-drafts-field-tasks = Úkoly
web-drafts-field-attachments = Soubory
web-drafts-field-relation = Vazba
web-drafts-field-act = Akt
web-drafts-field-places = Které z~jeho účinků
web-drafts-field-kind = Účinek
web-drafts-field-person = Osoba
web-drafts-field-other_person = Druhá osoba
web-drafts-field-post = Funkce
web-drafts-field-other_post = Opouštěná funkce
web-drafts-field-SWAP-other_post = Funkce druhé osoby
web-drafts-field-unit = Jednotka
web-drafts-field-other_unit = Přijímající jednotka
web-drafts-field-parent = Nadřízená jednotka
web-drafts-field-FOUND-unit = Kód nové jednotky
web-drafts-field-ADMIT-person = Kód nové osoby
web-drafts-field-ESTABLISH_POST-post = Kód nové funkce
web-drafts-field-TRANSFER_MEMBER-unit = Do jednotky
web-drafts-field-TRANSFER_MEMBER-other_unit = Z~jednotky
web-drafts-field-SAME_PERSON-person = Opouštěný záznam
web-drafts-field-SAME_PERSON-other_person = Ponechaný záznam
web-drafts-field-on = Ode dne
web-drafts-field-ends_planned_on = Plánovaný konec
web-drafts-field-until = V~rezervě do
web-drafts-field-since = Den uložení
web-drafts-field-born_on = Den narození
web-drafts-field-sex = Pohlaví
web-drafts-field-family_name = Příjmení
web-drafts-field-given_name = Jméno
web-drafts-field-document_number = Číslo dokladu totožnosti
web-drafts-field-document_hash = Otisk čísla dokladu
web-drafts-field-stage = Stupeň členství
web-drafts-field-reason = Důvod
web-drafts-field-grade = Hodnocení
web-drafts-field-ground = Důvod postihu
web-drafts-field-form = Formulář zprávy
web-drafts-field-SANCTION-form = Druh postihu
web-drafts-field-LIFT-form = Druh postihu
web-drafts-field-period = Období
web-drafts-field-unit_kind = Druh jednotky
web-drafts-field-office = Úřad podle řádu
web-drafts-field-seats = Počet míst
web-drafts-field-share = Podíl v~procentech
web-drafts-field-name = Název
web-drafts-field-abbreviation = Zkratka v~číslech aktů
web-drafts-field-term = Funkční období
web-drafts-field-election = Volba
web-drafts-field-course = Kurz
web-drafts-field-topics = Témata, každé na řádek
web-drafts-field-edition = Ročník
web-drafts-field-category = Kategorie
web-drafts-field-prize = Cena
web-drafts-field-work = Dílo
web-drafts-field-authors = Autoři, každý na řádek
web-drafts-field-task-text = Úkol
web-drafts-field-task-unit = Uložen jednotce
web-drafts-field-task-level = Všem jednotkám úrovně níže
web-drafts-field-task-responsible = Odpovědná osoba
web-drafts-field-task-due_on = Termín
web-drafts-field-task-group = Skupina úkolů
web-drafts-field-task-evidence = Čím se doloží splnění
web-drafts-field-due_on = Termín
web-drafts-field-responsible = Odpovědná osoba
web-drafts-field-evidence = Čím se doloží splnění
web-drafts-field-group = Skupina úkolů
web-drafts-field-level = Úroveň
# Nápověda
web-drafts-hint-issuer = Název nebo kód; znaménka lze vynechat.
web-drafts-hint-signed_on = Nejprve den, například 14. 7. 2025.
web-drafts-hint-text = Osoby se uvádějí odkazem [person:KÓD], aby šlo jméno později opravit.
web-drafts-hint-in_force_on = Prázdné: den podpisu.
web-drafts-hint-number = Jen pro akt, který dostal číslo na papíře před založením rejstříku.
web-drafts-hint-period = Například 2024, 2024-H1, 2024-Q3, 2024-05.
web-drafts-hint-act = Číslo, slova názvu nebo kód.
web-drafts-hint-places = Čísla účinků, například 1, 3.
web-drafts-hint-on = Prázdné: den účinnosti aktu.
web-drafts-hint-term = Například 2025-2030.
web-drafts-hint-ADMIT-person = Kód bez významu; zůstává na celý život.
# Forms that are too large, or too old
web-drafts-open-again = Otevřít formulář znovu, jak byl napsán
web-refusal-too-large = Příliš mnoho najednou
web-refusal-too-large-why = Formulář nebo jeho soubory dohromady jsou větší, než lze přijmout najednou; nic nebylo uloženo. Vraťte se zpět: co jste napsali, tam zůstalo. Zkraťte text nebo pošlete méně souborů.
web-drafts-field-return_form = Formulář výkazu
web-drafts-field-known_on = Evidence známá ke dni
web-drafts-field-computed = Čísla z evidence
web-drafts-field-declared = Čísla uvedená jednotkou
web-drafts-field-remarks = Poznámky k číslům
web-drafts-field-narrative = Text výkazu
web-drafts-field-proposals = Návrhy
web-drafts-field-version = Verze výkazu
web-drafts-field-reasons = Důvody vrácení
web-drafts-field-explanation = Vysvětlení
web-drafts-field-answer = Odpověď
web-drafts-field-position = Pořadí návrhu
web-drafts-field-included = Jednotky v součtech
web-drafts-field-missing = Jednotky mimo součty
web-drafts-field-consolidated = Součty podřízených
web-drafts-field-lacking = Kdo neuvedl
web-drafts-field-differences = Rozdíly proti registru
