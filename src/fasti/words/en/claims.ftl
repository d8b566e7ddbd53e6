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
cli-reconcile-left-out = Not in the report: { $indicator }, in the register { $value }.
cli-reconcile-end = { $file }: { $n ->
    [one] { $n }~figure compared with the register
    *[other] { $n }~figures compared with the register
}, { $differing ->
    [one] { $differing }~differs.
    *[other] { $differing }~differ.
}
cli-reconcile-plan = A plan or target: it is not set beside what the register has.
cli-reconcile-withheld = The register's figure is not told to you.
reconcile-because-late = As known on { $day }, the register had exactly this figure; { $n ->
    [one] { $n }~act was recorded, corrected or withdrawn since
    *[other] { $n }~acts were recorded, corrected or withdrawn since
}. Report the figure as it is known now.
reconcile-because-boundaries = On the boundaries of { $day } the register has exactly this figure. Say in the report on which boundaries it is told.
reconcile-because-period = The sentence names { $period }, and for that the register has exactly this figure.
reconcile-because-other-period = For { $period } the register has exactly this figure. Check which period the sentence is about.
reconcile-because-unit = { $unit } alone has exactly this figure. Check whether the sentence is about it.
reconcile-because-definition = “{ $indicator }” is exactly this figure: the report may count by that definition. Compare the two definitions.
reconcile-because-level = “{ $indicator }” is exactly this figure: that is how many there were on the last day, not what happened in the period.
reconcile-because-flow = “{ $indicator }” is exactly this figure: that is what happened in the period, not how many there were on its last day.
reconcile-because-change = This is exactly the change since { $period }, not how many there were on the last day.
reconcile-because-rounded = Rounded to the nearest { $step }, the register's figure is exactly this. Say “about”, or give the exact figure.
reconcile-because-suppressed = Without the units whose counts are below { $limit } the register has exactly this figure: it may have been added up from shared figures, which leave those out.
reconcile-because-nothing = Unexplained: the register has nothing of the kind in this period. Look for acts that were not recorded.
reconcile-because-acts = Unexplained: no other day, boundaries, period or definition gives this figure. Look for acts that are missing in the register.
reconcile-because-untold = Unexplained: no other day, boundaries, period or definition gives this figure. Look at the acts behind the register's figure for those the report leaves out.
