# Zálohování, obnova a plný disk.
backup-done = Soubor { $file } obsahuje celou organizaci { $unit }: { $n ->
    [one] { $n }~akt
    [few] { $n }~akty
    [many] { $n }~aktu
    *[other] { $n }~aktů
}.
backup-without = Příloha chybí v datové složce, a proto i v záloze: { $file }. Hledejte ji ve starší záloze.
backup-file-exists = Soubor { $file } už existuje a záloha nic nepřepisuje. Zvolte jiný název.
backup-cannot-write = Zálohu { $file } se nepodařilo zapsat ({ $detail }). Žádný soubor po ní nezůstal. Uvolněte místo, nebo zvolte jinou složku.
restore-done = Organizace { $unit } je obnovena ze souboru { $file } a ověřena: { $n ->
    [one] { $n }~akt
    [few] { $n }~akty
    [many] { $n }~aktu
    *[other] { $n }~aktů
}.
restore-body-here = Už je zde organizace ({ $pack }; místo: { $place }) a obnova nic nepřepisuje. Obnovte do jiné datové složky (FASTI_HOME) nebo do jiné databáze.
restore-not-empty = Místo není prázdné: { $place } (už obsahuje: { $table }). Obnovte do nové datové složky (FASTI_HOME) nebo do nové databáze.
restore-no-backup = Soubor { $file } není zálohou systému Fasti. Uveďte soubor zapsaný příkazem fasti backup.
restore-foreign = Soubor { $file } není zálohou systému Fasti (nepatří tam: { $member }). Uveďte soubor zapsaný příkazem fasti backup.
restore-cut-short = Soubor { $file } je useknutý: chybí jeho konec. Vezměte ho znovu odtud, kde je uložen, nebo použijte starší zálohu.
restore-changed = Soubor { $file } není takový, jaký byl zapsán; změněno: { $member }. Vezměte ho znovu odtud, kde je uložen, nebo použijte starší zálohu.
restore-unreadable = Soubor { $file } nelze přečíst: { $member }. Zkontrolujte název a práva.
restore-newer = Soubor { $file } zapsala novější verze systému Fasti ({ $detail }). Aktualizujte Fasti a pak obnovte.
restore-faulty = Záznam v souboru { $file } neobstál při ověření (počet chyb: { $n }; první: { $fault }, { $act }). Nic nebylo obnoveno. Použijte starší zálohu, nebo tuto prozkoumejte s volbou --with-faults.
restore-fault = { $act }: { $code } { $subject }
backup-without-upload = Ve složce dat, a~tedy ani v~záloze není soubor otevřeného návrhu: { $file }. Připojte ho k~návrhu znovu.
restore-closed = Ověřovací aplikace a~záložní kódy těchto účtů jsou zapečetěny klíčem jiné instalace, takže žádný kód nebude platit: { $accounts }. Vložte její web.key do složky dat (nebo nastavte její FASTI_SECRET), nebo ověřte totožnost každého držitele a~spusťte fasti account forget.
cli-disk-full = Na disku už není místo ({ $detail }). Co nebylo dokončeno, nebylo zapsáno. Uvolněte místo a zkuste to znovu.
