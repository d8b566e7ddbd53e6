# Výkazy jako soubory: formulář k vyplnění bez spojení, formáty jiných systémů.
return-form-title = { $unit }: { $form }, { $period }
return-form-sheet-guide = Návod
return-form-sheet-figures = Údaje
return-form-sheet-texts = Texty
return-form-step-1 = Vyplňte žluté buňky na listech údajů a textů. Žádají je pravidla ({ $article }).
return-form-step-2 = Údaje na šedém podkladu pocházejí z rejstříku a jsou zamčené. Zdá-li se některý chybný, uveďte to v poznámce a nechte rejstřík opravit aktem.
return-form-step-3 = Pište celá čísla. U podílu pište část a celek do dvou buněk. Hodnoty, ne vzorce.
return-form-step-4 = Co není známo: zvolte „není známo“ a v poznámce řekněte proč. Prázdná buňka chybí, není to nula.
return-form-step-5 = Údaj, který zčervená, porušuje závazné pravidlo. Pravidla stojí vedle údaje; kde se žádá poznámka, napište ji.
return-form-step-6 = Malá šedá slova v prvním sloupci nechte, jak jsou: podle nich údaje najdou své místo.
return-form-step-7 = Soubor pošlete na stránce výkazu, nebo příkazem: fasti return fill … FILE.xlsx. Převezme se vše, nebo nic; podává se až poté.
return-form-about-unit = Jednotka
return-form-about-form = Formulář
return-form-about-period = Období
return-form-about-rules = Verze pravidel
return-form-about-known-on = Rejstřík čten dne
return-form-about-version = Naposledy podaná verze
return-form-about-draft = Verze vyplňovaného listu
return-form-about-stamp = Otisk údajů rejstříku
return-form-column-figure = Údaj
return-form-column-value = Hodnota
return-form-column-whole = z (celek)
return-form-column-unknown = Není známo?
return-form-column-before = Minulé období
return-form-column-remark = Poznámka
return-form-column-rule = Co se počítá; pravidla
return-form-column-section = Oddíl
return-form-column-text = Text
return-form-not-known = není známo
return-form-whole-number = Celé číslo od { $low } výše.
return-form-between = Celé číslo od { $low } do { $high }.
return-form-proposal = Návrh { $n }
return-form-sent-back = Vráceno: { $reason }
return-form-taken = Formulář byl převzat: { $unit } ({ $form }, { $period }). Výkaz ještě není podán.
return-form-lacks = Než jej lze podat:
return-form-notices = K vědomí:
return-form-refused = Nic nebylo převzato. Co brání:
return-files-taken = { $n ->
    [one] Ze souboru byl vyplněn { $n } výkaz. Ještě není podán.
    [few] Ze souboru byly vyplněny { $n } výkazy. Ještě nejsou podány.
   *[other] Ze souboru bylo vyplněno { $n } výkazů. Ještě nejsou podány.
}
return-files-left-out = { $n ->
    [one] V souboru není { $n } výkaz: není přijat, nebo vám jeho údaje nejsou přístupné.
    [few] V souboru nejsou { $n } výkazy: nejsou přijaty, nebo vám jejich údaje nejsou přístupné.
   *[other] V souboru není { $n } výkazů: nejsou přijaty, nebo vám jejich údaje nejsou přístupné.
}
return-data-part = část
return-data-whole = celek
return-data-t = nedělené
return-data-list-figures = Údaje
return-data-list-units = Jednotky
return-data-list-forms = Formuláře
return-data-list-shares = Strany podílu
web-return-form-title = Formulář výkazu jako sešit
web-return-form-lead = Vyplňte jej bez spojení a pošlete sem zpět. Tím se nic nepodává.
web-return-form-download = Stáhnout formulář
web-return-form-file = Vyplněný formulář
web-return-form-file-hint = Sešit (.xlsx) stažený zde, nejvýše { $n } MB.
web-return-form-send = Vyplnit ze souboru
web-return-form-send-marked = Vyplnit a dát mi kopii s nálezy
web-return-form-choose = Vyberte soubor.
web-return-form-too-large = Soubor je příliš velký: nejvýše { $n } MB.
web-return-form-all-or-nothing = Převezme se vše, nebo nic. Co zde bylo vyplněno dříve, se nahradí.
web-return-form-place = Místo
web-return-form-finding = Co je třeba udělat
web-return-message-title = Výkazy z jiného systému (ADX)
web-return-message-lead = Zpráva ADX vyplní výkazy, o~kterých mluví. Tím se nic nepodává.
web-return-message-file = Zpráva
web-return-message-file-hint = Soubor XML ve formátu ADX, nejvýše { $n } MB.
web-return-message-form = Formulář pro skupiny, které žádný neuvádějí
web-return-message-as-said = jak říká zpráva
web-return-message-all-or-nothing = Převezme se celá zpráva, nebo nic. Co je vyplněno vedle ní, zůstává; údaje rejstříku se porovnají, ale nepřebírají.
