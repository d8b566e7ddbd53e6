# Co příkazy sdělují v terminálu.
cli-checked-clean = { $act }: bez námitek.
cli-findings = { $n }~zjištění; nic nebylo použito.
cli-issued = Vydán akt: { $act }
cli-withdrawn = Odvolán akt: { $act }
cli-drafted = Návrh { $draft } je uložen; zkontrolujte jej a vydejte.
cli-preview = Účinky při vydání:
cli-no-effects = Bez účinků.
cli-verified = Záznam aktů je celistvý: { $unit }, { $n ->
    [one] { $n }~akt
    [few] { $n }~akty
    *[other] { $n }~aktů
}.
cli-not-verified = Záznam aktů je porušen: { $unit }, akt { $act }.
cli-rebuilt = Rejstřík byl znovu sestaven, počet aktů: { $n }.
cli-rebuild-same = Znovu sestavený rejstřík se shoduje s uloženým: { $n ->
    [one] { $n }~řádek
    [few] { $n }~řádky
    *[other] { $n }~řádků
}.
cli-rebuild-differs = Znovu sestavený rejstřík se liší od uloženého: { $n ->
    [one] { $n }~řádek
    [few] { $n }~řádky
    *[other] { $n }~řádků
}.
cli-report-written = Zapsáno do { $file }.
cli-vacant = neobsazeno
cli-superior = nadřízená organizační jednotka: { $unit }
cli-progress = { $done } { ZE($all) } { $all }: { $what }

# Serving
cli-serving = Fasti běží na { $address } (zastavíte Ctrl+C)
cli-cannot-listen = { $where }: na této adrese nelze naslouchat ({ $detail }). Zvolte jiný port volbou --port.
cli-serve-https = Na { $host } se lze připojit z~jiných počítačů a~hesla nesmějí putovat nešifrovaně. Předřaďte server s~https a~nastavte FASTI_HTTPS=1 a~FASTI_HOSTS, nebo naslouchejte na 127.0.0.1.
cli-demo-accounts = Přihlaste se jedním z~těchto účtů; heslo všech je { $password }
cli-demo-technical = spravuje systém, obsah nevidí
cli-demo-member = člen bez funkce
cli-sample-done = Vzorová celostátní organizace byla zapsána do { $file }. Organizační jednotky: { $num_unit }; osoby: { $num_person }; akty: { $num_act }; účinky: { $num_effect }.
cli-sample-not-empty = Složka { $file } není prázdná. Zvolte jinou pomocí --out.

# Měření
cli-bench-absent = Měření jsou ve složce „bench“ pracovní kopie, která tu není. S balíčkem se neinstalují.
cli-bench-unknown = Měření „{ $name }“ není. Lze provést: { $known }.
cli-bench-running = Měří se: { $name }
cli-bench-failed = Měření „{ $name }“ nedoběhlo do konce: { $detail }
cli-bench-done = { $num ->
    [one] Splněno { $met } { ZE($num) }~{ $num } změřeného cíle.
    [few] Splněno { $met } { ZE($num) }~{ $num } změřených cílů.
   *[other] Splněno { $met } { ZE($num) }~{ $num } změřených cílů.
}
trouble-absent = takový soubor ani složka neexistuje
trouble-forbidden = chybí oprávnění
trouble-folder = je to složka
trouble-no-folder = část cesty není složka
trouble-full = disk je plný
trouble-read-only = disk je jen pro čtení
