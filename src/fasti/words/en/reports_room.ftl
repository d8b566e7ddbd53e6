# Words of the report and of official documents beyond report.ftl and documents.ftl.
report-skip = To the report
report-data-table = Data table
report-side-note = In the order of the charter, not ranked.
report-before = year before: { $value }
report-now = { $figure }: { $value } as known now.
report-recorded = recorded on { $day }
report-article = Article: { $article }
report-stands-on = { $indicator }: computed by { $engine } from { $acts }.
report-not-additive = Counted for the whole perimeter; the figures of the units do not add up to it.
report-left-out = Left out: { $what } ({ $reason })
report-left-out-more = and { $n } more left out ({ $reason })
report-reason-withdrawn = withdrawn by { $act } on { $day }
report-sheet-late = Acts afterwards
report-sheet-annex = Annex
report-known-everything = from everything recorded
report-days-early = { $n ->
    [one] { $n } day early
    *[other] { $n } days early
}
report-late-lead = { $n ->
    [0] No act that touches the period was recorded, corrected or withdrawn after { $day }.
    [one] { $n } act that touches the period was recorded, corrected or withdrawn after { $day }.
    *[other] { $n } acts that touch the period were recorded, corrected or withdrawn after { $day }.
}
report-late-title = Acts recorded or corrected afterwards
report-late-everything = The report is composed from everything recorded, so no act came after it.
report-table-section = { $section }: side by side
report-chart-acts = { $acts } by kind, { $period }
report-chart-personnel = { $n ->
    [one] { $n } personnel act
    *[other] { $n } personnel acts
}, { $period }
report-chart-timeliness = Days before or after the due day
report-chart-stock = { $total } { $as_of }
act-article = Article { $n }.
act-decides = { $body } decides:
act-archive = Archive of { $issuer }
act-task-of = { $unit }: { $text }
act-person-erased = (name erased)
report-title = Consolidated report { $period }
report-withdraws = withdraws { $act }
report-coverage-late = { $n ->
    [one] { $n } came too late to count
    *[other] { $n } came too late to count
}
report-chart-personnel-by = Personnel acts by { $noun ->
    [province] province
    *[unit] unit
}
report-chart-members-by = { $figure } by { $noun ->
    [province] province
    *[unit] unit
}
report-chart-vacancies-by = Vacant posts by { $noun ->
    [province] province
    *[unit] unit
}
report-beside = Old and new boundaries: { $first } and { $last }
report-beside-note = Under each unit of the later day stand the units whose figures it has.
report-total-on = Total, { $day }
report-sheet-beside = Old and new
report-returns-accepted = Returns accepted: { $n } of { $m }
report-returns-accepted-without = Returns accepted: { $n } of { $m }; not yet: { $units }{ $more ->
        [0] {""}
        [one] {" "}and { $more } more
       *[other] {" "}and { $more } more
    }
report-returns = Returns accepted
report-returns-lead = { $n ->
    [0] None of the returns owed has been accepted; there are { $m } of them.
   *[other] In the totals: { $n } of { $m } returns. Nothing stands in place of those that are missing.
}
report-returns-figure = figure
report-returns-difference = difference
report-returns-stated = handed in
report-returns-declared = What the units declared
report-returns-beside = What the units handed in, beside the register
report-returns-departures = Where a return differs from the register
report-returns-without = { $given }, without { $units }{ $more ->
        [0] {""}
        [one] {" "}and { $more } more
       *[other] {" "}and { $more } more
    }
report-returns-reason-late-act = acts were recorded after { $day }
report-returns-reason-boundaries = the boundaries asked for are not those of the return of { $day }
report-returns-reason-definition = the rule book has changed since { $day }
report-returns-reason-unexplained = no reason is known; the register was read on { $day }
report-returns-owed = owed
