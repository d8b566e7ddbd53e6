# Pages: posts.
web-posts-as-of = ke dni { $day }
web-posts-seats = Místa
web-posts-held = Obsazeno
web-posts-empty = Neobsazeno
web-posts-view-all = Všechny funkce
web-posts-view-empty = S~neobsazeným místem
web-posts-view-long = Neobsazené příliš dlouho
web-posts-view-ending = Končící období
web-posts-post = Funkce
web-posts-holder = Držitel
web-posts-state = Stav
web-posts-not-shown = nezobrazeno
web-posts-not-shown-why = Kdo funkci zastává, se zobrazuje s~právem vidět osoby této jednotky.
web-posts-since = od { $day }
web-posts-term = { $day } až { $until }
web-posts-empty-days = { $n ->
    [one] neobsazeno { $n } den
    [few] neobsazeno { $n } dny
    *[other] neobsazeno { $n } dní
}
web-posts-filled = obsazeno
web-posts-untold = { $n ->
    [one] { $n } místo: nesděluje se
    [few] { $n } místa: nesděluje se
   *[other] { $n } míst: nesděluje se
}
web-posts-num-untold = Nesděluje se
web-posts-fill = Připravit jmenování
web-posts-none = Žádné funkce
web-posts-none-why = K~tomuto dni pohledu žádná funkce neodpovídá. Funkce vzniká aktem, který ji zřídí.
web-posts-ages = Neobsazená místa podle stáří
web-posts-ages-measure = Místa neobsazená ke dni { $day } podle dnů
web-posts-age-0 = Do 30 dnů
web-posts-age-31 = 31–90
web-posts-age-91 = 91–180
web-posts-age-181 = Více než 180
web-posts-limit = { $n ->
    [one] nejvýše { $n } den
    [few] nejvýše { $n } dny
    *[other] nejvýše { $n } dní
}
web-posts-num-seats = { $n ->
    [one] { $n } místo
    [few] { $n } místa
    *[other] { $n } míst
}
web-posts-succession = Držitelé v~čase
web-posts-no-totals = Podle údajů známých k~dřívějšímu dni se součty počítají pro jednotku, pod níž je jednotek nejvýše { $n }. Zvolte menší jednotku, nebo zobrazte týž den podle údajů známých dnes.
web-posts-known-now = Týž den podle údajů známých dnes
