# What a narrative report claims.
cli-claims-found = { $n ->
    [one] { $n }~figure claimed in { $file }.
    *[other] { $n }~figures claimed in { $file }.
}
cli-claims-none = No figures are claimed in { $file }.
cli-claims-exact = exact
cli-claims-approx = about
cli-claims-at_least = at least
cli-claims-at_most = at most
cli-claims-page = page { $page }
cli-claims-line = line { $line }
cli-claims-row = table { $table }, row { $row }
cli-claims-passage = passage { $passage }
cli-reconcile-agrees = The register has { $value }: it agrees.
cli-reconcile-differs = The register has { $value } (difference { $difference }).
cli-reconcile-part = A part, or told of another unit: no figure of the register stands beside it.
cli-reconcile-unmatched = The register has no such figure.
cli-reconcile-because-period = The sentence names another period.
cli-reconcile-because-nothing = The register has no act about it: it may be unrecorded, or counted elsewhere.
cli-reconcile-because-acts = Acts may be missing from the register or recorded late, or the boundaries differ.
cli-reconcile-because-untold = The report may leave out acts that the register has, or count by other rules.
cli-reconcile-left-out = Not in the report: { $indicator }, in the register { $value }.
cli-reconcile-end = { $file }: { $n ->
    [one] { $n }~figure compared with the register
    *[other] { $n }~figures compared with the register
}, { $differing ->
    [one] { $differing }~differs.
    *[other] { $differing }~differ.
}
