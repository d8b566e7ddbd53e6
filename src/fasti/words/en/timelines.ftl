# Timelines of persons, posts and units.
timeline-from = From
timeline-until = Until
timeline-matter = What happened
timeline-what = Whom or what it concerns
timeline-act = Act
timeline-holds = holds
timeline-holds-until = holds, until { $day }
timeline-ended = ended: { $how }
timeline-ends = ends: { $how }
timeline-ran-out = ended by itself
timeline-end-untold = whether it ended is not told
timeline-seats-untold = { $n ->
    [one] Of { $n } seat it is not told whether it is held: a confidential act says so.
   *[other] Of { $n } seats it is not told whether they are held: confidential acts say so.
}
timeline-nothing = Nothing is recorded up to this day.
timeline-later = { $n ->
    [one] { $n } entry begins
    *[other] { $n } entries begin
} only after this day.
timeline-not-known = { $code } was not yet known to the record on { $day }. Ask for a later day with --known, or leave it out.
timeline-incumbent = Holder: { $person }, since { $day }
timeline-empty-since = Seat empty since { $day } ({ $days })
timeline-no-seat = The post has no seat on this day.
timeline-stands-not = The unit does not stand on this day.
timeline-vacancy = seat empty
timeline-out-of-reach = name out of your reach
timeline-term-until = term until { $day }
timeline-stage-full = full member
timeline-stage-probationary = probationary member
timeline-same-person = The same person was also entered as { $code }.
timeline-entry-given-up = The entry { $code } was given up; this is the entry it stands for.
timeline-predecessor = predecessor: { $unit }
timeline-successor = successor: { $unit }
timeline-share = share { $n } %
timeline-members = Members at the end of the year, with all units beneath:
timeline-mandate = mandate by office
timeline-post = Post
timeline-holder = Holder
timeline-since = Since
# What an act would change, before it is issued.
preview-figures = Figures of past periods that would change:
preview-no-figures = No figure of a past period would change.
preview-unit = Unit
preview-figure = Figure
preview-period = Period
preview-before = Before
preview-after = After
preview-difference = Difference
preview-other-act = { $what } (by another act than before)
preview-points = { $n } percentage points
preview-changed = { $what }: { $before } → { $after }
preview-more = { $n ->
    [one] { $n } more figure
    *[other] { $n } more figures
}: all of them with --json.
