# Co kontrola zjistila a co s tím: jedna zpráva pro každý kód z words/findings.py.
finding-of-act = { $act }: { $finding }
finding-no-article = článek neuveden
finding-with-article = { $finding } ({ $article })
finding-unknown-unit = Organizační jednotka { $unit } neexistuje. Opravte kód, nebo ji nejprve zřiďte.
finding-unknown-person = Osoba { $person } neexistuje. Opravte kód, nebo ji nejprve zapište.
finding-unknown-post = Funkce { $post } neexistuje. Opravte kód, nebo ji nejprve zřiďte.
finding-unknown-act = Akt { $value } neexistuje. Opravte jeho číslo a vydávající orgán.
finding-unknown-act-type = Pravidla neznají druh aktu { $act_type }. Zvolte druh z pravidel platných k tomu dni.
finding-unknown-effect = Účinek { $effect } neexistuje. Zvolte některý z druhů účinků.
finding-unknown-office = Pravidla neznají druh funkce { $value }. Zvolte druh z pravidel platných k tomu dni.
finding-unknown-kind = Pravidla neznají druh organizační jednotky { $kind }. Zvolte druh z pravidel platných k tomu dni.
finding-unknown-relation = Pravidla neznají vazbu mezi akty { $value }. Zvolte vazbu z pravidel platných k tomu dni.
finding-unknown-provider = Pravidla neznají pořadatele vzdělávání { $value }. Zvolte pořadatele z pravidel.
finding-unknown-reason = Pravidla neznají důvod { $value }. Zvolte důvod z pravidel.
finding-unknown-form = Pravidla neznají formulář zprávy { $value }. Zvolte formulář podle pravidel platných v ten den.
finding-unknown-level = Pravidla neznají úroveň { $value }. Zvolte úroveň podle pravidel.
finding-unknown-class = Pravidla k tomu dni neznají stupeň utajení { $confidentiality } ({ $article }). Zvolte stupeň podle pravidel.
finding-duplicate-code = Kód { $value } je již použit. Zvolte jiný kód.
finding-malformed-day = { $field }: { $value } není datum. Napište datum jako rok-měsíc-den, například 2024-06-30.
finding-malformed-json = Soubor { $file } nemá správný formát JSON na řádku { $line }. Opravte tento řádek.
finding-malformed-yaml = Soubor { $file } nemá správný formát YAML na řádku { $line }. Opravte tento řádek.
finding-missing-field = Chybí pole { $field }. Vyplňte je.
finding-unexpected-field = Pole { $field } sem nepatří. Odstraňte je, nebo opravte jeho název.
finding-wrong-type = { $field }: { $value } není hodnota správného druhu. Opravte ji.
finding-period-malformed = { $value } není vykazované období. Uveďte rok, pololetí, čtvrtletí nebo měsíc, například 2024, 2024-H1, 2024-Q3 nebo 2024-05.
finding-stage-unknown = { $value } není stupeň členství. Zvolte kandidáta, nebo řádného člena.
finding-text-has-nul = Pole { $field } obsahuje znak NUL, který nelze uložit. Odstraňte jej.
finding-text-malformed = Pole { $field } obsahuje polovinu znaku, kterou nelze uložit. Napište text znovu.
finding-text-turns-direction = Pole { $field } obsahuje neviditelnou značku, která obrací směr psaní, takže by se text četl jinak, než je zapsán. Odstraňte ji nebo text napište znovu.
finding-text-too-long = Pole { $field } je příliš dlouhé (znaků: { $number }; nejvýše: { $limit }). Zkraťte je.
finding-malformed-code = { $field }: { $value } nemůže být kódem. Začněte písmenem nebo číslicí a použijte jen písmena, číslice a . _ - + /, nejvýše { $limit } znaků.
finding-day-not-after = { $field }: { $until } nenásleduje po dni { $day }. Opravte jeden z obou dnů.
finding-unit-not-there = Organizační jednotka { $unit } ke dni { $day } neexistuje. Zvolte den, kdy existuje, nebo jinou jednotku.
finding-unit-without-day = Organizační jednotka { $unit } by vznikla i zanikla ve stejný den ({ $day }) a neexistovala by ani jeden den. Zvolte pozdější den zániku, nebo odstraňte oba účinky.
finding-unit-already-founded = Organizační jednotka { $unit } již byla zřízena. Zvolte jiný kód.
finding-unit-exists-later = Zřízení organizační jednotky { $unit } je již zapsáno ode dne { $day }. Zvolte jiný kód, nebo nejprve odvolejte pozdější zřízení.
finding-unit-without-issuer = Organizační jednotka { $unit } nemá orgán, který smí vydávat akty. Uveďte orgán, který tento akt vydává.
finding-unit-without-members = Organizační jednotka { $unit } (druh: { $kind }) nemá vlastní členy ({ $article }). Zvolte jednotku, která členy má.
finding-kind-not-under-parent = Organizační jednotka { $unit } (druh: { $kind }) nesmí být přímo podřízena jednotce { $other_unit } ({ $article }). Zvolte jinou nadřízenou jednotku, nebo jiný druh.
finding-tree-cycle = Organizační jednotka { $unit } by byla přes { $other_unit } podřízena sama sobě. Zvolte nadřízenou jednotku, která jí není podřízena.
finding-unit-has-members = Organizační jednotka { $unit } má ke dni { $day } ještě členy (počet: { $count }). Uveďte jednotku, do které přejdou.
finding-unit-has-units = Organizační jednotka { $unit } má ke dni { $day } ještě podřízené jednotky (počet: { $count }). Nejprve je slučte, převeďte nebo zrušte.
finding-same-unit = Organizační jednotka { $unit } je uvedena na obou stranách. Uveďte dvě různé jednotky.
finding-successor-not-there = Přejímající organizační jednotka { $other_unit } ke dni { $day } neexistuje. Nejprve ji zřiďte, nebo uveďte jinou.
finding-post-not-there = Funkce { $post } ke dni { $day } neexistuje. Nejprve ji zřiďte, nebo zvolte jiný den.
finding-post-already-established = Funkce { $post } již byla zřízena. Zvolte jiný kód.
finding-post-not-for-unit = Funkci { $post } nelze zřídit v organizační jednotce { $unit } (druh: { $kind }; { $article }). Zvolte funkci, kterou pravidla tomuto druhu přiznávají.
finding-post-over-seats = Funkce { $post } by ke dni { $day } měla více osob než míst (počet míst: { $limit }). Nejprve některou osobu uvolněte z funkce, nebo zvyšte počet míst.
finding-post-occupied = Funkci { $post } ke dni { $day } zastává { $person }. Nejprve tuto osobu uvolněte z funkce.
finding-seats-below-holders = Funkce { $post } by ke dni { $day } měla méně míst než osob (počet míst: { $number }, počet osob: { $count }). Nejprve některou osobu uvolněte z funkce.
finding-person-in-two-places = { $person }: ke dni { $day } by členství trvalo v jednotkách { $unit } a { $other_unit } zároveň. Nejprve jedno z nich ukončete.
finding-not-a-member = { $person }: ke dni { $day } členství netrvá. Nejprve osobu přijměte, nebo zvolte jiný den.
finding-already-full-member = { $person }: ke dni { $day } již jde o řádné členství. Odstraňte toto potvrzení.
finding-already-member = { $person }: ke dni { $day } již trvá členství v jednotce { $unit }. Odstraňte toto přijetí.
finding-personal-data-differ = Údaje uvedené pro { $person } ({ $field }) se liší od zapsaných. Odstraňte je, jde-li o opětovné přijetí téže osoby, nebo zvolte nový kód pro jinou osobu.
finding-still-holds-posts = { $person } ke dni { $day } ještě zastává funkci { $post }. Nejprve osobu uvolněte ze všech funkcí.
finding-probation-too-short = { $person }: kandidátská lhůta nekončí dříve než { $until } ({ $article }). Potvrďte členství v tento den nebo později.
finding-already-holds-post = { $person } ke dni { $day } již zastává funkci { $post }. Odstraňte tento účinek, nebo použijte opětovné jmenování.
finding-does-not-hold-post = { $person } ke dni { $day } nezastává funkci { $post }. Opravte osobu, funkci, nebo den.
finding-same-post = { $person }: přeložení z funkce { $post } do téže funkce. Uveďte dvě různé funkce.
finding-plan-too-many-persons = V rezervě pro funkci { $post } by bylo více osob, než je dovoleno (nejvýše: { $limit }; { $article }). Nejprve některý záznam vyřaďte.
finding-plan-too-many-posts = { $person }: zařazení do rezervy pro více funkcí, než je dovoleno (nejvýše: { $limit }; { $article }). Nejprve některý záznam vyřaďte.
finding-plan-not-higher = { $person }: funkce { $post } není vyšší než funkce již zastávané ({ $article }). Zvolte vyšší funkci.
finding-not-granted = Chybí oprávnění: { $right }. Žádná vaše funkce je nad jednotkou { $unit } nedává ({ $article }). Požádejte toho, kdo je má.
finding-not-cleared = Písemnosti stupně „{ $confidentiality }“ ({ $unit }) jsou nad vaším oprávněním. Zvolte nižší stupeň, nebo požádejte oprávněnou osobu.
finding-four-eyes = Kdo připravil akt druhu „{ $act_type }“, nesmí jej vydat ({ $article }). Ať jej zkontroluje a vydá někdo jiný.
finding-not-authorised = Organizační jednotka { $unit } (druh: { $kind }) nesmí vydat akt druhu „{ $act_type }“ ({ $article }). Zvolte jiný druh aktu, nebo jiný vydávající orgán.
finding-signer-not-in-office = { $person } ke dni { $day } nezastává funkci { $post }. Zvolte podepisující osobu, která v ten den funkci zastává.
finding-signer-may-not-sign = { $person }, { $post }: bez oprávnění podepsat akt druhu „{ $act_type }“ ({ $article }). Zvolte osobu, které to pravidla dovolují.
finding-effect-not-allowed = Akt druhu „{ $act_type }“ nesmí mít účinek „{ $effect }“ ({ $article }). Zvolte jiný druh aktu, nebo účinek odstraňte.
finding-effect-before-unit = Účinek „{ $effect }“ ke dni { $day } předchází vzniku organizační jednotky { $unit }. Zvolte pozdější den.
finding-effect-outside-unit = Účinek „{ $effect }“ se týká jednotky { $other_unit }, která nepodléhá jednotce { $unit }. Akt musí vydat nadřízený orgán.
finding-person-out-of-reach = { $person } není ve vašem dosahu, proto to nemůžete připravit. Obraťte se na jednotku, která vede záznam této osoby, nebo na nadřízenou.
finding-no-rule = Pravidla nemají ke dni { $day } hodnotu { $value }. Doplňte do pravidel hodnotu s datem, nebo zvolte jiný den.
finding-signed-before-unit = Akt nese datum { $day }, kdy vydávající organizační jednotka { $unit } ještě neexistuje. Opravte datum, nebo vydávající orgán.
finding-in-force-before-signed = Akt by nabyl účinnosti dne { $day }, tedy dříve, než byl podepsán ({ $until }). Opravte jedno z obou dat.
finding-number-taken = Číslo { $number } jednotky { $unit } již nese { $value }. Číslo neuvádějte: bude přiděleno následující.
finding-recorded-out-of-order = Poslední záznam jednotky { $unit } má pozdější čas ({ $day }) než tento. Nastavte správně hodiny a zkuste to znovu.
finding-attachment-missing = Přiložený soubor { $file } chybí. Opravte jeho název, nebo jej přiložte.
finding-attachment-unreadable = Přiložený soubor { $file } nelze přečíst. Přiložte soubor, který lze číst, ne složku.
finding-attachment-too-large = Přiložený soubor { $file } je příliš velký ({ $number }; nejvýše: { $limit }). Přiložte menší soubor.
finding-attachment-by-path = { $file }: zde sepsaný návrh nemůže odkazovat na soubory serveru. Vyberte soubor a přidejte jej k návrhu.
finding-attachment-empty = Soubor { $file } je prázdný. Vyberte jiný.
finding-attachment-of-other-kind = { $file }: soubor tohoto druhu nelze k dokumentu přiložit. Vyberte dokument, tabulku, obrázek, podpis nebo archiv, například PDF, DOCX, XLSX, PNG nebo ZIP.
finding-attachment-not-what-it-says = Obsah souboru { $file } neodpovídá jeho názvu. Uložte jej znovu v původním programu, nebo vyberte jiný soubor.
finding-task-without-unit = Úkol { $number } neuvádí jednotku, která jej má splnit. Uveďte jednotku nebo stupeň.
finding-training-without-topics = Kurz { $value } neuvádí žádné téma. Uveďte alespoň jedno téma a jeho pořadatele.
finding-award-without-work = Udělení ceny neuvádí dílo ani osobu. Uveďte, co nebo kdo je oceněn.
finding-nothing-to-do = Nic by se nezměnilo. Opravte požadavek, nebo od něj upusťte.
finding-relation-target-not-issued = Akt { $value } dosud nebyl vydán, nelze na něj odkázat. Nejprve jej vydejte, nebo odkaz odstraňte.
finding-relation-to-itself = Akt odkazuje sám na sebe. Uveďte jiný akt.
finding-concretises-lower = Akt { $value } jednotky { $unit } nevydal vyšší orgán, a nelze jej proto rozpracovat ({ $article }). Zvolte jinou vazbu.
finding-already-withdrawn = Akt { $value } byl již odvolán dne { $day }. Odstraňte toto odvolání.
finding-may-not-withdraw = Organizační jednotka { $unit } nesmí odvolat akt { $value } ({ $article }). Odvolat jej může orgán, který jej vydal, nebo orgán nadřízený.
finding-withdraw-would-break = Bez aktu { $act } by přestalo platit: { $value }. Nejprve odvolejte nebo opravte pozdější akty.
finding-already-voided = Účinek „{ $effect }“ byl již zrušen: { $value }. Odstraňte toto zrušení.
finding-void-by-relation = Návrh nemůže zrušit jednotlivý účinek. Odvolejte celý akt: uveďte jej mezi vztahy s druhem withdraws.
finding-may-not-change = Organizační jednotka { $unit } nesmí opravit, změnit ani zrušit akt { $value } ({ $article }). Může tak učinit orgán, který jej vydal, nebo orgán nadřízený.
finding-may-not-be-part = Organizační jednotka { $unit } nesmí tento akt učinit součástí aktu { $value } ({ $article }): kdo plán vede, musí jej moci odvolat celý. Svěřte plán společnému nadřízenému orgánu, nebo tento vztah odstraňte.
finding-withdraw-corrected = Akt { $value } byl opraven nebo změněn aktem { $act }. Nejprve odvolejte ten akt, nebo oba jedním aktem.
finding-no-such-effect = Akt { $value } nemá účinek číslo { $number }. Číslujte účinky tak, jak je vypisuje `fasti act show`.
finding-amends-the-past = Účinek { $number } aktu { $value } nastal před dnem { $day } a nelze jej už změnit. Byl-li chybný od začátku, opravte jej; jinak rozhodněte, co má platit nadále.

# Osoby zapsané dvakrát.
finding-same-entry = { $person }: uvedeno na obou stranách. Uveďte zápis, který se ruší, a zápis, který zůstává.
finding-entry-given-up = Zápis je zrušen: { $person }. Místo něj platí zápis: { $other_person }. Uveďte tento zápis.
finding-entries-in-a-circle = Zápisy by zastupovaly jeden druhý: { $person } a { $other_person }. Nejprve odvolejte dřívější sloučení těchto zápisů.
finding-entries-do-not-fit = Jsou-li oba zápisy táž osoba, { $value } už se s nimi neshoduje. Vezměte tento účinek zpět týmž aktem, vztahem „corrects“, který jej uvede, nebo aktem ukončete jedno z obou členství či jeden z výkonů funkce.
finding-malformed-document-number = Číslo dokladu není použitelné: 4 až 64 písmen a číslic, z toho aspoň jedna číslice, zapsaných jako text. Opravte je, nebo je vynechejte.
finding-document-key-missing = Klíč { $file } není v datové složce, takže čísla dokladů nelze porovnat. Vraťte klíč odtud, kde je uložen, nebo číslo vynechejte.
# Rezerva a výměna funkcí.
finding-already-planned = { $person } je ke dni { $day } již v rezervě pro funkci { $post }. Odstraňte tento zápis, nebo nejprve ukončete dřívější.
finding-not-planned = { $person } není ke dni { $day } v rezervě pro funkci { $post }. Opravte osobu, funkci nebo den.
finding-swap-with-oneself = { $person } je na obou stranách výměny. Uveďte dvě různé osoby.
# Přeřazení jednotek a převod členů.
finding-organ-moves-with-unit = { $unit } je orgán druhu { $kind } a zůstává u jednotky, které slouží ({ $article }). Přeřaďte tuto jednotku, nebo zřiďte nový orgán.
finding-shares-above-whole = { $unit } by ke dni { $day } předala víc než celek (procent: { $number }). Snižte podíly tak, aby dohromady nepřesáhly 100.
finding-not-member-of = { $person } není ke dni { $day } členem jednotky { $unit }. Uveďte jednotku, kam osoba v ten den patří.
finding-was-a-member = { $person }: členství již dříve trvalo, do { $day }. Použijte opětovné přijetí (READMIT).
finding-never-a-member = { $person }: před dnem { $day } členství nebylo. Použijte přijetí (ADMIT).
finding-readmit-too-early = { $person }: opětovné přijetí není možné dříve než { $until } ({ $article }). Zvolte tento den nebo pozdější.
# Hodnocení a tresty.
finding-unknown-grade = Pravidla neznají stupeň hodnocení { $value } ({ $article }). Zvolte stupeň z pravidel toho dne.
finding-unknown-ground = Pravidla neznají důvod trestu { $value } ({ $article }). Zvolte důvod z pravidel toho dne.
finding-unknown-sanction = Pravidla neznají druh trestu { $value }. Zvolte druh z pravidel toho dne.
finding-sanction-not-for = Trest { $value } není pro takový subjekt ({ $article }). Zvolte druh, který pravidla připouštějí pro jednotku, kandidáta nebo řádného člena.
finding-sanction-without-end = Trest { $value } nabývá účinku jen spolu s koncem členství, funkce nebo jednotky, kterých se týká ({ $article }). Doplňte tento konec do téhož aktu a dne.
finding-sanction-not-there = Ke dni { $day } netrvá žádný trest { $value }. Opravte druh nebo den.
# An import that finds more than it shows
finding-findings-left-out = Bylo nalezeno více, než je uvedeno (počet neuvedených zjištění: { $count }). Opravte uvedené a zkontrolujte znovu.
# Načítání listů.
finding-file-not-tables = { $file } není sešit (.xlsx), tabulka (.csv) ani složka s tabulkami. Uložte jej v některém z těchto formátů.
finding-workbook-unreadable = { $file } nelze přečíst jako sešit: je poškozený, chráněný heslem nebo v jiném formátu. Otevřete jej v tabulkovém programu a uložte znovu jako .xlsx.
finding-workbook-too-large = { $file } by se rozbalil do nepřiměřené velikosti. Uložte listy jako soubory CSV a načtěte je.
finding-encoding-undecided = Kódování souboru { $file } nelze určit: možná jsou { $value }. Uveďte je pomocí --encoding, nebo uložte soubor v UTF-8.
finding-encoding-wrong = Od tohoto řádku není { $file } v kódování { $value }. Uveďte jiné pomocí --encoding, nebo uložte soubor v UTF-8.
finding-csv-malformed = V { $file } není uvozovka uzavřena nebo stojí uvnitř buňky. Uvozovky v buňce zdvojte a buňku do nich uzavřete.
finding-folder-not-empty = { $file } již existuje a není prázdná složka. Uveďte jinou složku.
finding-sheet-unknown = List { $sheet } nepatří k těm, které se načítají. Pojmenujte jej jako v šabloně, nebo jej odstraňte.
finding-sheet-missing = Chybí list { $sheet }. Doplňte jej: každý řádek patří k některému aktu.
finding-sheet-without-headings = List { $sheet } nemá žádná známá záhlaví. Zkopírujte první řádek ze šablony.
finding-sheet-hidden = List { $sheet } je skrytý, a přece má řádky. Zobrazte jej, nebo jej odstraňte.
finding-nothing-to-import = { $file } neobsahuje žádný akt. Vyplňte list aktů.
finding-heading-unknown = Žádný sloupec se nejmenuje { $value }. Opravte záhlaví podle šablony, nebo sloupec odstraňte.
finding-heading-twice = Sloupec { $value } je tu dvakrát. Jeden z nich odstraňte.
finding-heading-missing = Chybí sloupec { $field }. Doplňte jej podle šablony.
finding-cell-without-heading = { $value } stojí ve sloupci bez záhlaví. Doplňte záhlaví, nebo buňku vyprázdněte.
finding-cell-formula = V buňce je vzorec: { $value }. Nahraďte jej samotnou hodnotou.
finding-cell-error = V buňce je chyba: { $value }. Nahraďte ji správnou hodnotou.
finding-cells-merged = Buňky { $value } jsou sloučené, hodnotu má jen první. Rozdělte je a vyplňte každou.
finding-row-hidden = Řádek je skrytý, a přece vyplněný. Zobrazte jej, nebo jej odstraňte.
finding-day-unreadable = { $value } není datum. Napište je jako 30. 6. 2024 nebo 2024-06-30.
finding-day-impossible = { $value } v kalendáři není, nebo rok není úplný. Nejprve den, rok čtyřmi číslicemi: 30. 6. 2024.
finding-day-ambiguous = { $value } může znamenat { $first } nebo { $second }. Napište zamýšlené datum takto.
finding-day-with-time = { $value } je datum s časem. Ponechte jen datum.
finding-cell-day-for-text = { $field }: tabulka z toho udělala datum ({ $value }). Nastavte buňce textový formát a zapište znovu.
finding-cell-number-for-code = { $field }: { $value } tu stojí jako číslo, takže se mohly ztratit úvodní nuly. Nastavte buňce textový formát a kód zapište znovu.
finding-cell-not-whole = { $field }: { $value } není celé číslo. Zapište je jen číslicemi.
finding-choice-unknown = { $field }: { $value } není v seznamu. Zvolte jedno z: { $choices }.
finding-choice-unclear = { $value } je název více hodnot. Napište kód: { $choices }.
finding-field-not-of-kind = Účinek { $effect } nemá pole { $field }. Buňku vyprázdněte, nebo zvolte jiný druh.
finding-act-key-twice = Klíč { $value } už patří jinému aktu. Dejte každému aktu vlastní klíč.
finding-act-key-unknown = Žádný akt nemá klíč { $value }. Opravte klíč, nebo akt doplňte na list aktů.
finding-order-twice = Pořadí { $number } je v aktu obsazeno dvakrát. Dejte každému řádku vlastní, nebo je nevyplňujte.
finding-list-malformed = { $field }: { $value } není seznam, jak má být. Zapište jej podle poznámky u záhlaví.
finding-signed-in-future = Akt je podepsán dne { $day }, který teprve nastane. Uveďte den, kdy byl podepsán; pozdější účinnost stanovte pomocí in_force_on.
finding-attachment-elsewhere = Soubor { $file } leží mimo složku importu. Vložte jej do této složky a uveďte cestu odtud.
finding-unknown-account = Účet { $value } neexistuje. Opravte jméno; všechny vypíše fasti account list.
finding-account-closed = Účet { $value } je zavřen. Nejprve jej znovu otevřete.
finding-account-name-malformed = { $value } nemůže být jménem účtu. Použijte 2 až 64 malých písmen bez diakritiky, číslic a znaků . _ - a začněte písmenem nebo číslicí.
finding-account-name-taken = Jméno { $value } je obsazeno. Zvolte jiné jméno.
finding-account-of-person = { $person } už má účet { $value }. Použijte jej; je-li zavřen, otevřete jej znovu pod tímto jménem.
finding-account-above = Účet { $value } má vyšší oprávnění než váš a je používán. Heslo mu nastaví správce přímo na stroji.
finding-return-accepted = Výkaz { $unit } ({ $return_form }, { $period }) byl přijat { $day } a je uzamčen ({ $article }). { $by ->
        [top] Požádejte nejvyšší organizaci, aby jej znovu otevřela.
       *[recipient] Požádejte příjemce nebo nadřízenou organizaci, aby jej znovu otevřeli.
    }
finding-return-closed = Výkaz { $unit } ({ $return_form }, { $period }) bylo možné podat do { $day }; od té doby je uzavřen ({ $article }). { $by ->
        [top] Požádejte nejvyšší organizaci, aby jej znovu otevřela.
       *[recipient] Požádejte příjemce nebo nadřízenou organizaci, aby jej znovu otevřeli.
    }
finding-return-not-submitted = Žádný výkaz { $unit } ({ $return_form }, { $period }) nečeká na odpověď. Počkejte, až bude podán.
finding-return-other-version = Výkaz { $unit } ({ $return_form }, { $period }) je ve verzi { $version }, ne { $number }. Podívejte se na tuto verzi a odpovězte na ni.
finding-return-not-locked = Výkaz { $unit } ({ $return_form }, { $period }) není uzamčen. Odpovězte na něj, nebo počkejte, až bude podán.
finding-return-not-owed = { $unit } nemá povinnost podat výkaz na tomto formuláři za toto období ({ $return_form }, { $period }). Zvolte formulář, který její úroveň podává.
finding-return-form-not-handed-in = Zprávy na formuláři { $return_form } ke dni { $day } se nepodávají jako výkazy ({ $article }). Vydejte běžnou zprávu.
finding-return-wrong-period = Formulář { $return_form } není pro období { $period } ({ $article }). Zvolte období správného druhu.
finding-return-to-other = { $unit } podává výkaz organizaci { $other_unit } ({ $article }). Adresujte jej tam.
finding-return-other-day = Výkaz { $unit } ({ $return_form }, { $period }) se podává i vyřizuje v den podpisu aktu, { $day }. Den účinku neuvádějte.
finding-return-other-form = Akt musí uvádět formulář a období výkazu { $unit }: { $return_form }, { $period }. Doplňte je.
finding-return-of-other-unit = { $other_unit } nemůže podat výkaz { $unit } ({ $return_form }, { $period }). Podává jej { $unit } nebo její nástupce.
finding-return-signed-by-other = Výkaz { $unit } ({ $return_form }, { $period }) podepisuje držitel funkce, kterou formulář uvádí ({ $article }). Nechte jej podepsat.
finding-return-answered-by-other = Výkaz { $unit } ({ $return_form }, { $period }) vyřizuje { $other_unit } nebo nadřízená organizace ({ $article }). Nechte akt vydat ji.
finding-return-figure-unknown = „{ $figure }“ ve formuláři { $return_form } nemá místo. Odstraňte to.
finding-return-figure-missing = Chybí „{ $figure }“. Uveďte číslo; není-li známo, napište none a vysvětlete proč.
finding-return-figure-malformed = „{ $figure }“: { $value } sem nepatří. Napište celé číslo; u podílu část a celek, například 12/14.
finding-return-sum-differs = „{ $figure }“ je { $value }, ale ze složek vychází { $sum }. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-figure-above = „{ $figure }“ je { $value }, více než { $limit } být nemůže. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-figure-outside = „{ $figure }“ je { $value }; formulář připouští { $low } až { $high }. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-not-carried = „{ $figure }“ je { $value }, ale minulé období skončilo s { $before }. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-far-from-previous = „{ $figure }“ je { $value }; v minulém období bylo { $before }. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-figure-unusual = „{ $figure }“ je { $value }; obvykle jednotka uvádí asi { $before }. { $strict ->
        [yes] Opravte to.
       *[no] Opravte to, nebo vysvětlete v poznámce.
    }
finding-return-narrative-missing = Oddíl „{ $figure }“ je prázdný. Napište jej.
finding-claims-format-unknown = Soubor { $file } nebyl přečten: zpráva se přijímá jako text (.txt), Word (.docx) nebo PDF s textem. Uložte ji v jednom z těchto formátů.
finding-claims-empty = Soubor { $file } neobsahuje žádný text; nic nebylo přečteno. Pošlete soubor s textem.
finding-claims-broken = Soubor { $file } není zapsán v kódování { $value }; nic nebylo přečteno. Uveďte jiné kódování, nebo soubor uložte v UTF-8.
finding-claims-cut = Soubor { $file } je příliš dlouhý: přečteno { $limit } z { $number } stran nebo znaků, zbytek nikoli. Zprávu rozdělte.
finding-claims-unreadable = Soubor { $file } je poškozený a nebyl přečten celý ({ $detail }). Uložte jej znovu.
finding-claims-locked = Soubor { $file } je chráněn heslem; nic nebylo přečteno. Uložte jej bez hesla.
finding-claims-tables = Počet tabulek v souboru { $file }: { $number }. Byly přečteny po řádcích, každé číslo se svým řádkem a sloupcem; zkontrolujte je.
finding-claims-pictures = Soubor { $file } obsahuje obrázky a žádný text; nic nebylo přečteno. Pošlete text zprávy.
finding-claims-pages-without-text = Strany souboru { $file } bez textu, možná naskenované: { $pages } (celkem { $number }). Nebyly přečteny. Pošlete jejich text.
finding-claims-language-unknown = Jazyk souboru { $file } nelze určit, nebo nepatří mezi čtyři čtené; nic nebylo přečteno. Uveďte jej, je-li to vietnamština, ruština, čeština nebo angličtina.
finding-claims-passages-unread = Počet míst v souboru { $file }, která nebyla přečtena kvůli neurčenému jazyku nebo poškozeným znakům: { $number }. Zkontrolujte je.
finding-claims-languages-mixed = Soubor { $file } je psán více jazyky ({ $value }). Každá část byla čtena ve svém; zkontrolujte přechody.
finding-claims-pack-silent = Balíček stanov { $value } neříká, co zprávy počítají. Doplňte claimed.yaml a claims/, nebo uveďte jiný.
finding-claims-total = Ve větě „{ $value }“ je uvedeno { $number }, ale součet částí je { $total }. Zkontrolujte údaje, rozdíl činí { $difference }.
