# Pages: returns.
web-returns-name = { $form }, { $period }
web-returns-lead = Které výkazy jednotka za období dluží, co přišlo zdola a co čeká na odpověď.
web-returns-own = Má podat: { $unit }
web-returns-ask = Výběr formuláře, jednotky a období
web-returns-return = Výkaz
web-returns-form = Formulář
web-returns-unit = Jednotka nebo skupina
web-returns-groups = Skupiny
web-returns-period = Období
web-returns-show = Zobrazit výkazy
web-returns-closes = Lze podat do
web-returns-all = Všechny
web-returns-states = Stav výkazů
web-returns-owed = Výkazy pro { $unit }, { $period }
web-returns-of-group = Výkazy: { $unit }, { $period }
web-returns-report = Zpráva z evidence
web-returns-accepted = Přijato
web-returns-in-time = Podáno včas
web-returns-late = Podáno pozdě
web-returns-missing = Chybí
web-returns-not-in = { $n ->
    [one] Výkaz { $n } jednotky ještě není přijat; v součtech chybí.
    [few] Výkazy { $n } jednotek ještě nejsou přijaty; v součtech chybějí.
   *[other] Výkazy { $n } jednotek ještě nejsou přijaty; v součtech chybějí.
}
web-returns-tag-late = pozdě
web-returns-tag-corrected = opraven
web-returns-to-come = má být podán
web-returns-earlier = { $n ->
    [one] { $n } starší výkaz
    [few] { $n } starší výkazy
   *[other] { $n } starších výkazů
}
web-returns-no-form = Za toto období se žádný výkaz nepodává
web-returns-no-form-why = Soubor pravidel určuje, které výkazy se podávají a od kterého dne. Zvolte pozdější období.
web-returns-none = Za toto období nikdo pro { $unit } výkaz nepodává
web-returns-none-why = Výkaz dluží jednotka, která poslední den období stála přímo pod touto jednotkou a jejíž úroveň má povinnost v souboru pravidel.
web-returns-none-in-state = Žádný výkaz v tomto stavu
web-returns-none-in-state-why = Zvolte jiný stav, nebo všechny.
web-returns-no-return = Takový výkaz není
web-returns-to-list = Všechny výkazy
web-returns-to = podává se: { $unit }
web-returns-due-on = termín
web-returns-go-on = Pokračovat ve vyplňování
web-returns-correct = Opravit výkaz
web-returns-fill = Vyplnit výkaz
web-returns-submit = Podat výkaz
web-returns-submit-to = Podat: { $unit }
web-returns-answer = Odpovědět na výkaz
web-returns-reopen = Znovu otevřít výkaz
web-returns-computed = Vypočteno z evidence; každý ukazatel vede ke svým aktům.
web-returns-declared = Uvedeno jednotkou
web-returns-declared-lead = Ukazatele, které evidence nezná.
web-returns-nothing-written = Nic zde není napsáno.
web-returns-proposals = Návrhy
web-returns-proposals-lead = Co se navrhuje: { $unit }.
web-returns-proposal = Návrh { $n }
web-returns-proposal-more = Další návrh
web-returns-now = evidence dnes
web-returns-same = stejně
web-returns-reason = důvod vrácení
web-returns-reason-for = Důvod vrácení: { $figure }
web-returns-reason-whole = Důvod, který se týká celého výkazu
web-returns-state = Stav
web-returns-days-late = { $n ->
    [one] podán o { $n } den pozdě
    [few] podán o { $n } dny pozdě
   *[other] podán o { $n } dní pozdě
}
web-returns-days-over = { $n ->
    [one] { $n } den po termínu
    [few] { $n } dny po termínu
   *[other] { $n } dní po termínu
}
web-returns-sent-back-why = Výkaz byl vrácen
web-returns-sent-back-for = Vráceno: { $reason }
web-returns-see-beside = Důvody stojí u ukazatelů.
web-returns-lacks = { $n ->
    [one] Před podáním chybí { $n } věc.
    [few] Před podáním chybějí { $n } věci.
   *[other] Před podáním chybí { $n } věcí.
}
web-returns-ready = Formulář je úplný a výkaz lze podat.
web-returns-empty = Nic není podáno
web-returns-empty-why = Až jednotka formulář vyplní a výkaz podá, budou zde ukazatele a texty spolu s aktem.
web-returns-versions = Verze
web-returns-version = Verze { $n }
web-returns-handed-in-on = podána { $day }
web-returns-known-on = Evidence byla čtena tak, jak byla známa dne { $day }.
web-returns-answered = Odpověď: { $state } dne { $day }
web-returns-differences = Co se změnilo od verze { $n } k verzi { $m }
web-returns-no-differences = Ukazatele a texty jsou stejné.
web-returns-compare = Verze vedle sebe
web-returns-sheet = Formulář výkazu
web-returns-save = Uložit formulář
web-returns-save-submit = Uložit a přejít k podání
web-returns-stale-by = Formulář mezitím uložil někdo jiný: { $person }. Co jste napsali, zůstává; u každého pole stojí, co je uloženo. Uložte znovu, má-li platit vaše.
web-returns-stale = Formulář mezitím uložil někdo jiný. Co jste napsali, zůstává; u každého pole stojí, co je uloženo. Uložte znovu, má-li platit vaše.
web-returns-not-saved = Neuloženo. Nejprve opravte:
web-returns-saved-lacks = { $n ->
    [one] Uloženo. Před podáním chybí { $n } věc; stojí u svého pole.
    [few] Uloženo. Před podáním chybějí { $n } věci; každá stojí u svého pole.
   *[other] Uloženo. Před podáním chybí { $n } věcí; každá stojí u svého pole.
}
web-returns-saved-ready = Uloženo. Formulář je úplný a výkaz lze podat.
web-returns-came-back = Co jste napsali před koncem relace, je opět zde; ještě to není uloženo.
web-returns-theirs = Mezitím uloženo: { $value }
web-returns-their-proposals = Mezitím uložené návrhy:
web-returns-left-empty = nic
web-returns-unit-count = Celé číslo; není-li známo, – a poznámka.
web-returns-unit-ratio = Část a celek, například 12/14; není-li známo, – a poznámka.
web-returns-before = Minulé období: { $value }.
web-returns-remark-on = Poznámka
web-returns-remark-add = Přidat poznámku
web-returns-back = Zpět k výkazu
web-returns-back-to-sheet = Zpět k formuláři
web-returns-look-again = Prověřit znovu
web-returns-as-act = Bude vydáno jako { $symbol }
web-returns-act = Akt
web-returns-signed-on = Podepsáno dne
web-returns-signed-by = Podepisuje
web-returns-no-signer = nikdo ve funkci nesmí podepsat
web-returns-final = Akt dostane číslo a pečeť. Potom jej nelze měnit, jen opravit nebo odvolat jiným aktem.
web-returns-was-changed = Formulář mezitím někdo změnil. Prohlédněte si jej, jaký je teď, a potom podejte.
web-returns-in-the-way = { $n ->
    [one] Brání { $n } věc
    [few] Brání { $n } věci
   *[other] Brání { $n } věcí
}
web-returns-will-be-late = { $n ->
    [one] Výkaz se bude počítat jako podaný o { $n } den pozdě.
    [few] Výkaz se bude počítat jako podaný o { $n } dny pozdě.
   *[other] Výkaz se bude počítat jako podaný o { $n } dní pozdě.
}
web-returns-is-correction = Bude to další verze; dřívější zůstávají.
web-returns-answer-lead = Odpovídáte na verzi { $n } podanou { $day }. Chcete-li ji vrátit, napište důvod ke každému ukazateli, který je třeba opravit.
web-returns-send-back = Vrátit výkaz
web-returns-accept = Přijmout verzi { $n }
web-returns-locked = Proč je uzamčen
web-returns-why-reopen = Proč se znovu otevírá
web-returns-owed-here = Výkazy podávané této jednotce
web-returns-owes-none = Tato jednotka žádný výkaz nedluží
web-returns-owes-none-why = Která úroveň podává který výkaz a do kdy, stojí v souboru pravidel.
web-returns-beside = O sousedních organizacích se sděluje, zda výkaz podaly, ne výkaz sám. Souhrn všech se sděluje bez údajů o málo lidech.
web-returns-choose = Vybrat výkaz: { $unit }
web-returns-accept-chosen = Přijmout vybrané výkazy
web-returns-accept-several = Přijetí více výkazů
web-returns-accept-lead = { $n ->
    [one] Aktem se přijímá { $n }~výkaz; od té doby je uzamčen.
    [few] Jedním aktem se přijímají { $n }~výkazy; od té doby jsou uzamčeny.
    [many] Jedním aktem se přijímá { $n }~výkazu; od té doby jsou uzamčeny.
   *[other] Jedním aktem se přijímá { $n }~výkazů; od té doby jsou uzamčeny.
}
web-returns-accept-looked-at = vybraná verze
web-returns-accept-stands = nyní
web-returns-accept-standing = verze { $n }: { $state }
web-returns-accept-nothing = Nebyl vybrán žádný výkaz
web-returns-accept-nothing-why = Označte v seznamu podané výkazy a pak je přijměte.
web-returns-accept-all = Přijmout tyto výkazy
