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
