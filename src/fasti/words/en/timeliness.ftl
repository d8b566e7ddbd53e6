# Timeliness: who handed in on time over several periods.
timeliness-heading = { $unit }: { $form }, { $first } to { $last }
timeliness-counts = { $n ->
    [one] { $n } return was due; in time: { $intime }; late: { $late }; missing: { $missing }; returned for correction: { $back }
   *[other] { $n } returns were due; in time: { $intime }; late: { $late }; missing: { $missing }; returned for correction: { $back }
}
timeliness-open = Not due yet: { $n }.
timeliness-days = Days late on average: { $mean }; median: { $median }.
timeliness-legend = ✓ in time, +7 days late, × missing, … not due yet, · nothing owed, ↩ returned for correction
timeliness-state-in-time = in time
timeliness-state-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
timeliness-state-missing = missing
timeliness-state-open = not due yet
timeliness-state-none = nothing owed
timeliness-sent-back = { $n ->
    [one] returned for correction once
   *[other] returned for correction { $n } times
}
timeliness-duty = { $level } · { $form }, { $period }: due on { $due }, in time until { $until } (§ { $article })
timeliness-column-in-time = in time
timeliness-column-mean = days late, mean
timeliness-column-median = days late, median
timeliness-column-sent-back = returned for correction
web-timeliness = Timeliness
web-timeliness-lead = Who handed in on time, who late, who not at all, and how often returns came back for correction.
web-timeliness-from = From
web-timeliness-to = To
web-timeliness-nobody = No unit here owed this form in these periods.
web-timeliness-link = Timeliness of returns
