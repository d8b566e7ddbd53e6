# What fasti verify says: the sentence of each check's findings, what to do, and the groups of checks.
cli-verify-ran = Kontrol: { $checks }; aktů: { $n }; chyb: { $faults }; upozornění: { $notices }.
cli-verify-group = { $group }:
cli-verify-fault = chyba
cli-verify-notice = upozornění
cli-verify-nobody = bez aktu
cli-verify-more = { $code }: dalších takových: { $n }
cli-verify-unknown-group = Skupina kontrol { $value } není. Vyberte z: { $known }.

## Findings
check-database-unsound = Databáze sama zjistila poškození: { $value }.
check-shape-outdated = Změna { $value } nebyla v tabulkách provedena.
check-guard-missing = Chybí pojistka proti změnám { $value }.
check-body-row-wrong = Řádek, který říká, čí je to rejstřík, není jediný s číslem 1 (čísla: { $value }).
check-pack-unknown = Soubor pravidel { $value } nelze přečíst.
check-last-recorded-differs = Jako poslední zápis je vedeno { $value }, poslední akt však uvádí { $other }.
check-unreadable = V poli { $field } stojí nečitelná hodnota „{ $value }“.
check-row-number = Řádek má číslo { $number }, které neodpovídá jeho tabulce.
check-dangling = { $field } v řádku { $number } odkazuje na { $value }, co neexistuje.
check-content-changed = Obsah není ten, který byl zapečetěn ({ $value }).
check-chain-broken = Na místě { $number } je řetězec přerušen: předchozí akt má jiný otisk.
check-gap = Číslo { $number } stojí tam, kde mělo být { $limit }.
check-out-of-order = Číslo { $number } neodpovídá pořadí zápisu.
check-hash-shared = Jiný akt má stejný otisk ({ $value }).
check-malformed = Hodnota „{ $value }“ je chybně zapsána.
check-recorded-backwards = Akt byl zapsán dříve než akt před ním.
check-effect-recorded-apart = Účinek { $number } má jiný čas zápisu než jeho akt.
check-place-gap = Místa nejdou po sobě od 1 (poslední: { $number }, k dispozici: { $limit }).
check-personal-field = Osobní pole { $field } není to, ke kterému byl dán závazek.
check-personal-fields-partly-erased = Z osobních polí chybí jen: { $field }.
check-effect-shape = Účinek { $number }: { $field } není takové, jaké je u účinků tohoto druhu.
check-personal-fields-swapped = Osobní pole sdílejí jednu sůl (počet: { $number }).
check-charter-version-other = Odtud byly akty posouzeny podle jiné verze pravidel ({ $value }; aktů: { $count }) a znovu se neposuzují.
check-attachment-lost = Soubor { $file } není v úložišti.
check-attachment-changed = Soubor { $file } není ten, který byl přiložen.
check-attachment-size-differs = Velikost souboru { $file } v bajtech: { $number }, v záznamu: { $limit }.
check-attachment-stray = Soubor { $file } v úložišti nepatří k žádnému aktu.
check-twice = Je to zapsáno dvakrát.
check-symbol-shared = Jiný akt téhož vydavatele má v témže roce značku { $value }.
check-not-by-rule = „{ $value }“ neodpovídá souboru pravidel.
check-number-below-first = Číslo { $number } je nižší než první v řadě: { $limit }.
check-series-begins-late = Řada začíná číslem { $number }.
check-signed-out-of-order = Podepsáno { $day }, akt s předchozím číslem však { $until }.
check-empty-field = Povinný údaj je prázdný.
check-act-in-force-before-signed = Účinný dne { $day }, tedy před podpisem dne { $until }.
check-signed-after-recorded = Zapsáno { $until }, tedy před podpisem dne { $day }.
check-in-force-late = Nabývá účinnosti až { $day }.
check-not-in-rules = Soubor pravidel k tomu dni nezná „{ $value }“.
check-act-not-authorised = { $unit } nesmí vydávat akty druhu { $value }.
check-act-unsigned = Není uvedeno, kdo akt podepsal nebo v jaké funkci.
check-office-may-not-sign = Funkce { $value } nedává právo podpisu.
check-signer-never-appointed = Žádný akt neustanovil podepsanou osobu { $person } do funkce { $post }.
check-signer-out-of-office = Podle dnešního rejstříku { $person } nezastává { $post } ke dni { $day }.
check-issuer-not-there = Podle dnešního rejstříku vydávající orgán ke dni { $day } neexistuje.
check-form-without-period = Zpráva uvádí formulář a období společně; zde je jen „{ $value }“.
check-not-a-period = „{ $value }“ není období.
check-names-nobody = Odkazuje na osobu „{ $value }“, která v záznamu není.
check-act-twice = Týž akt byl zřejmě vydán vícekrát (počet: { $count }).
check-report-twice = K formuláři { $value } za { $other } existuje jiná zpráva.
check-relation-forward = Akt se vztahuje k { $other_act }, který byl zapsán později.
check-relation-to-itself = Akt se vztahuje sám k sobě.
check-signed-before-target = Podepsáno { $day }, dříve než { $other_act } ({ $until }).
check-withdrawn-twice = { $other_act } odvolává i jiný akt.
check-withdrawal-incomplete = Odvolává { $other_act }, ale ponechává účinek { $number }.
check-void-without-relation = Účinek { $number } ruší účinek { $other_act } bez vazby k němu.
check-relation-to-lower = Vazba { $value } k { $other_act } vyžaduje akt vyššího orgánu.
check-withdrawn-by-stranger = { $unit } nesmí odvolat { $other_act }.
check-effect-kind-unknown = Účinek { $number } je druhu „{ $value }“, který neexistuje.
check-effect-kind-not-allowed = Účinek { $number }: akty tohoto druhu nesmějí nést { $value }.
check-effect-day-impossible = Účinek { $number } nastává v nemožný den „{ $value }“.
check-effect-long-before-signed = Účinek { $number } nastává { $day }, dlouho před podpisem.
check-effect-not-of-posts-unit = Účinek { $number } na { $post } se počítá { $unit }, kam funkce nepatří.
check-void-wrong = Účinek { $number }: neruší tak, jak ruší VOID.
check-training-without-topic = Účinek { $number } neuvádí žádné téma kurzu.
check-award-incomplete = Účinku { $number } chybí dílo nebo jeho autoři.
check-end-not-after = Plánovaný konec ({ $day }) nenásleduje po začátku.
check-no-stage = „{ $value }“ není stupeň členství.
check-seats-below-one = Účinek { $number } nedává funkci žádné místo.
check-organ-marked-wrong = Účinek { $number } označuje orgán v rozporu s druhem jednotky.
check-share-impossible = Účinek { $number } předává procent: { $value }.
check-code-malformed = Kód „{ $value }“ nemohl být přidělen.
check-codes-confusable = Kódy { $value } a { $other } se liší jen velkými písmeny.
check-identity-without-act = Žádný akt to do záznamu nevnesl.
check-post-differs = Funkce { $post } není taková, jakou zřídil akt.
check-person-data = Osobní údaje { $person } ({ $field }) nejsou ty, které uvedly akty.
check-person-half-erased = Osobní pole { $person } jsou vymazána, ale { $field } zůstává.
check-sex-unknown = Pohlaví { $person } není zapsáno jako F ani M.
check-born-after-entry = Den narození { $person } ({ $day }) je po zapsání.
check-persons-alike = { $person } a { $other_person } mají stejné jméno a den narození (počet: { $count }).
check-task-for-no-unit = Úkol { $number } je uložen { $unit }, která ke dni { $day } neexistuje.
check-task-due-before-signed = Úkol { $number } má termín { $day }, tedy před podpisem.
check-task-incomplete = Úkolů bez odpovědné osoby nebo termínu: { $count }.
check-draft-issued-too-early = Návrh { $number } byl uložen až po vydání.
check-draft-not-emptied = Návrh { $number } byl vydán, ale jeho text je stále uložen.
check-draft-empty = Návrh { $number } není dokument s poli.
check-record-not-foldable = Z tohoto záznamu nelze rejstřík složit ({ $value }).
check-effect-does-not-fit = Účinek se neshoduje s ostatními ({ $value }).
check-search-behind = { $number ->
    [one] Jeden akt nelze najít podle slov
    [few] { $number }~akty nelze najít podle slov
   *[other] { $number }~aktů nelze najít podle slov
 }: fulltextový rejstřík není úplný.
check-unit-words-behind = { $number ->
    [one] Jednu jednotku nelze najít
    [few] { $number }~jednotky nelze najít
   *[other] { $number }~jednotek nelze najít
 } podle posledního názvu: rejstřík názvů není úplný.
check-factor-closed = Ověřovací aplikace nebo záložní kódy účtu { $value } jsou zapečetěny jiným klíčem, takže žádný kód nebude platit.
check-columns-differ = Sloupcové úložiště má jiné řádky tabulky { $value } než databáze.
check-roots-not-one = Ke dni { $day } je počet kořenů { $count }.
check-unit-under-itself = Ke dni { $day } stojí pod sebou samou.
check-outlives = Trvá ve dnech, kdy to, k čemu patří, neexistuje.
check-wrong-kind = Soubor pravidel pro to u „{ $value }“ nedává místo.
check-level-above-parent = Je vyššího stupně než { $other_unit }, pod kterou stojí.
check-unit-gap = Před { $day } je v jejím trvání mezera.
check-overlap = Dvě období se překrývají dne { $day }.
check-organ-goes-over = Orgán přechází k jiné jednotce dne { $day }.
check-lineage-to-itself = Přechází sama v sebe.
check-lineage-without-end = Přešla v jinou dne { $day }, ale tehdy nezanikla.
check-lineage-without-successor = Přebírá dne { $day }, ale tehdy neexistuje.
check-lineage-shares-over = Dne { $day } předává procent sebe: { $number }.
check-names-alike = Má stejný název jako sousední { $other_unit }.
check-unit-without-own-members = Jednotky tohoto druhu nemají vlastní členy; zde jsou (počet: { $count }).
check-probation-after-full = Řádný člen je opět ve zkušební době od { $day }.
check-without-day = Netrvá ani jediný den.
check-ends-by-itself = Skončilo { $day } bez aktu.
check-of-another = Účinek, který to otevřel, se týká něčeho jiného.
check-not-in-register = Rozhodnutí k { $day } se v rejstříku neprojevuje.
check-members-do-not-foot = V roce { $value } počet členů nesouhlasí (rozdíl: { $number }).
check-probation-overdue = { $person } je ve zkušební době od { $day }.
check-age-unknown = Členů { $unit } neznámého věku: { $count }.
check-member-very-old = Den narození { $person } je zapsán jako { $day }.
check-post-over-its-seats = Ke dni { $day } je držitelů více než míst (držitelů: { $count }, míst: { $limit }).
check-seats-do-not-foot = Ke dni { $day } držitelé a neobsazená místa nedávají počet míst (celkem: { $count }, míst: { $limit }).
check-post-without-seats = Funkce nemá žádné místo.
check-vacant-too-long = Místo je neobsazené od { $day }.
check-unit-without-post = Vydává akty, ale nemá žádnou funkci.
check-unit-without-head = Žádná vedoucí funkce není obsazena.
check-term-over = { $person } stále zastává { $post }; období mělo skončit { $day }.
check-holder-no-member = { $person } zastává { $post }, ale není členem.
check-many-posts = { $person } zastává najednou mnoho funkcí (počet: { $count }).
check-pool-too-many-persons = Ke dni { $day } je v rezervě pro { $post } více lidí, než je dovoleno (počet: { $count }).
check-pool-too-many-posts = Ke dni { $day } je { $person } v rezervě pro více funkcí, než je dovoleno (počet: { $count }).
check-planned-and-in-office = { $person } je v rezervě pro { $post }, kterou již zastává.
check-entry-given-up-not-empty = Záznam { $person } byl opuštěn, ale stále stojí v { $value }.
check-register-differs = { $state ->
    [missing] V rejstříku chybí řádek, který plyne ze záznamu ({ $day }).
    *[extra] Řádek rejstříku neplyne ze záznamu ({ $day }).
}

## What to do
remedy-restore = Obnovte záznam z neporušené zálohy a zjistěte, kdo jej změnil.
remedy-rebuild = Spusťte fasti rebuild; pokud to nepomůže, obnovte záznam ze zálohy.
remedy-correct = Vydejte opravný akt, nebo tento odvolejte.
remedy-complete = Nechte chybějící doplnit.
remedy-look = Prověřte to; nemusí jít o chybu.
remedy-file = Vraťte soubor ze zálohy.
remedy-guard = Zjistěte, kdo ji odstranil, obnovte záznam ze zálohy a ověřte znovu.
remedy-migrate = Použijte verzi Fasti, která s tímto rejstříkem pracovala, nebo spusťte „fasti upgrade“.
remedy-pack = Vraťte soubor pravidel na jeho místo.
remedy-index = Nic není poškozeno. Spusťte fasti rebuild, nebo fasti serve: rejstřík se doplní.
remedy-key = Vložte do složky dat web.key instalace, z~níž pocházejí, nebo ověřte totožnost držitele a~spusťte fasti account forget.
remedy-columns = Odstraňte složku columns ve složce dat; vytvoří se znovu.

## Groups
check-group-storage = Uložení
check-group-references = Odkazy
check-group-record = Záznam a řetězce
check-group-attachments = Přílohy
check-group-numbers = Čísla
check-group-acts = Akty
check-group-relations = Vazby mezi akty
check-group-effects = Účinky
check-group-identities = Jednotky, osoby a funkce
check-group-tasks = Úkoly a návrhy
check-group-register = Rejstřík a záznam
check-group-tree = Organizační struktura
check-group-members = Členství
check-group-posts = Funkce a místa
check-group-tenures = Výkon funkcí
check-group-pool = Kádrová rezerva
check-group-standing = Hodnocení, tresty, školení
