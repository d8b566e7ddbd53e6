# Které údaje zpráva uvádí.
cli-claims-found = { $n ->
    [one] Soubor { $file } uvádí { $n }~údaj.
    [few] Soubor { $file } uvádí { $n }~údaje.
    *[other] Soubor { $file } uvádí { $n }~údajů.
}
cli-claims-none = Soubor { $file } neuvádí žádný údaj.
cli-claims-exact = přesně
cli-claims-approx = přibližně
cli-claims-at_least = nejméně
cli-claims-at_most = nejvýše
cli-claims-page = strana { $page }
cli-claims-line = řádek { $line }
cli-claims-row = tabulka { $table }, řádek { $row }
cli-claims-passage = část { $passage }
cli-reconcile-agrees = Rejstřík má { $value }: souhlasí.
cli-reconcile-differs = Rejstřík má { $value } (rozdíl { $difference }).
cli-reconcile-part = Jde o část, nebo o jinou jednotku: v rejstříku není údaj k porovnání.
cli-reconcile-unmatched = Takový údaj rejstřík nemá.
cli-reconcile-left-out = Ve zprávě není: { $indicator }, rejstřík má { $value }.
cli-reconcile-end = { $file }: { $n ->
    [one] s rejstříkem porovnán { $n }~údaj
    [few] s rejstříkem porovnány { $n }~údaje
    *[other] s rejstříkem porovnáno { $n }~údajů
}, { $differing ->
    [one] nesouhlasí { $differing }.
    *[other] nesouhlasí { $differing }.
}
cli-reconcile-plan = Plán nebo cíl: s registrem se neporovnává.
cli-reconcile-withheld = Údaj registru vám není sdělován.
reconcile-because-late = Podle údajů známých k { $day } měl registr právě tento údaj; od té doby { $n ->
    [one] byl zapsán, opraven nebo odvolán { $n }~akt
    [few] byly zapsány, opraveny nebo odvolány { $n }~akty
    *[other] bylo zapsáno, opraveno nebo odvoláno { $n }~aktů
}. Uveďte údaj tak, jak je znám nyní.
reconcile-because-boundaries = V členění ke dni { $day } má registr právě tento údaj. Uveďte ve zprávě, v jakém členění je uveden.
reconcile-because-period = Věta uvádí jiné období ({ $period }) a za ně má registr právě tento údaj.
reconcile-because-other-period = Za jiné období ({ $period }) má registr právě tento údaj. Ověřte, o kterém období věta mluví.
reconcile-because-unit = Právě tento údaj má jedna z organizačních jednotek: { $unit }. Ověřte, zda věta nemluví o ní.
reconcile-because-definition = Ukazatel „{ $indicator }“ má právě tuto hodnotu: zpráva možná počítá podle této definice. Porovnejte obě definice.
reconcile-because-level = Ukazatel „{ $indicator }“ má právě tuto hodnotu: tolik jich bylo poslední den, ne tolik se jich za období stalo.
reconcile-because-flow = Ukazatel „{ $indicator }“ má právě tuto hodnotu: tolik se jich stalo za období, ne tolik jich bylo poslední den.
reconcile-because-change = Toto je právě změna oproti předchozímu období ({ $period }), ne stav k poslednímu dni.
reconcile-because-rounded = Údaj registru zaokrouhlený na { $step } je právě tento. Napište „asi“, nebo uveďte přesný údaj.
reconcile-because-suppressed = Bez organizačních jednotek, jejichž údaj je menší než { $limit }, má registr právě tento údaj: možná byl sečten ze sdílených údajů, v nichž jsou malé počty vynechány.
reconcile-because-nothing = Nevysvětleno: v tomto období registr nic takového nemá. Hledejte akty, které nebyly zapsány.
reconcile-because-acts = Nevysvětleno: tento údaj nevychází k žádnému jinému dni, v jiném členění, období ani podle jiné definice. Hledejte akty, které v registru chybějí.
reconcile-because-untold = Nevysvětleno: tento údaj nevychází k žádnému jinému dni, v jiném členění, období ani podle jiné definice. Podívejte se na akty za údajem registru, které z nich zpráva vynechává.
