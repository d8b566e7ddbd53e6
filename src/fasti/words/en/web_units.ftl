# Pages: units and search.
web-units-as-of = as of { $day }
web-units-tree = Tree of units
web-units-find = Find a unit
web-units-find-hint = Name or code
web-units-open = { $n ->
    [one] Open: { $unit }, { $n } unit beneath
   *[other] Open: { $unit }, { $n } units beneath
}
web-units-shut = Close: { $unit }
web-units-more = { $n ->
    [one] { $n } more unit
   *[other] { $n } more units
}
web-units-ended-too = Show ended units too
web-units-standing-only = Hide ended units
web-units-axis = Axis of time
web-units-asof = As of
web-units-known = As known on
web-units-known-now = now
web-units-show = Show
web-units-previous = Previous change: { $day }
web-units-next = Next change: { $day }
web-units-no-previous = No earlier change
web-units-no-next = No later change
web-units-drag = Drag to change the day
web-units-mark = went over { $day }
web-units-changes = { $n ->
    [one] { $n } day with changes
   *[other] { $n } days with changes
}
web-units-changes-big = { $n ->
    [one] { $n } day with changes; units went over on { $day }
   *[other] { $n } days with changes; units went over on { $day }
}
web-units-under = under
web-units-since = since { $day }
web-units-draft = Draft an act
web-units-not-yet = On this day the unit is not founded yet: it begins on { $day }.
web-units-ended = The unit has ended: its last day was { $day }.
web-units-ended-into = The unit has ended; its last day was { $day }. It went over into
web-units-first-day = To its first day
web-units-last-day = To its last day
web-units-tab-overview = Overview
web-units-tab-posts = Posts and holders
web-units-tab-members = Members
web-units-tab-acts = Acts
web-units-tab-returns = Returns
web-units-tab-life = Timeline
web-units-tab-boundaries = Old and new boundaries
web-units-figures-now = Show the figures
web-units-no-figures = No figures for this day
web-units-no-figures-why = The figures of the unit are not granted to you for this period, or it did not stand then.
web-units-hidden = under { $n }
web-units-suppressed = Groups of fewer than { $n } people are not shown.
web-units-next-step = Next step
web-units-fill = { $n ->
    [one] { $office }: a seat has stood empty for { $n } day, the limit is { $limit }.
   *[other] { $office }: a seat has stood empty for { $n } days, the limit is { $limit }.
}
web-units-late = { $n ->
    [one] { $n } day over
   *[other] { $n } days over
}
web-units-since-day = empty since { $day }
web-units-fill-draft = Draft an appointment
web-units-posts = Posts and holders
web-units-posts-caption = { $title }, { $day }
web-units-posts-shown = { $k } of { $n }, in the charter's order
web-units-posts-all = { $n ->
    [one] See { $n } seat
   *[other] See all { $n } seats
}
web-units-no-posts = No posts on this day
web-units-no-posts-why = A post appears here when an act establishes it in the unit or in one of its organs.
web-units-structure-only = Who holds these posts is not shown: your posts do not grant the people of this unit.
web-units-office = Post
web-units-holder = Holder
web-units-from = Since
web-units-ground = Ground
web-units-act = Act
web-units-until = Until year
web-units-seats = Seats
web-units-vacant = { $n ->
    [one] Vacant { $n } day
   *[other] Vacant { $n } days
}
web-units-not-seen = held; the name is out of your reach
web-units-untold = held or empty: not told
web-units-longest = { $n ->
    [one] Empty longest: { $n } day
   *[other] Empty longest: { $n } days
}
web-units-longest-measure = { $n } of { $of } seats empty on { $day }, by days
web-units-by-age = Empty seats by days
web-units-age-0 = Up to 30 days
web-units-age-31 = 31 to 90
web-units-age-91 = 91 to 180
web-units-age-181 = Over 180
web-units-limit = { $n ->
    [one] at most { $n } day
   *[other] at most { $n } days
}
web-units-all-filled = Every seat is filled
web-units-all-filled-why = { $n ->
    [one] On { $day } nobody is missing in { $n } seat.
   *[other] On { $day } nobody is missing in { $n } seats.
}
web-units-latest = Latest acts
web-units-acts = Acts of the unit and its organs
web-units-acts-all = All acts of the unit
web-units-acts-search = Search them in the register
web-units-number = Number
web-units-title = Title
web-units-type = Type
web-units-signed = Signed
web-units-latest-first = Back to the latest
web-units-no-acts = No acts here yet
web-units-no-acts-why = Acts of the unit and its organs that you may see appear here once they are issued.
web-units-by-age-title = Members by age
web-units-by-age_band = Members by age
web-units-by-stage = Members by stage
web-units-by-sex = Members by sex
web-units-members-measure = { $n } in all, with everything beneath, on { $day }
web-units-movement = Movement of members
web-units-no-members = No members to count
web-units-no-members-why = The unit has no members on this day, or its figures are kept by another unit.
web-units-sex-f = women
web-units-sex-m = men
web-units-stage-full = full members
web-units-stage-probationary = probationary members
web-units-sex-unknown = not recorded
web-units-stage-unknown = not recorded
web-units-age-band-unknown = not recorded
web-units-life = Timeline
web-units-life-both = Predecessors and successors
web-units-lineage-told = { $unit } with { $others }; the last change on { $day }
web-units-lineage-more = { $n ->
    [one] { $n } more unit is not drawn; the timeline names it.
   *[other] { $n } more units are not drawn; the timeline names them.
}
web-units-choose = Period and day
web-units-period = Period
web-units-over-on = Units went over on
web-units-boundaries = Old and new boundaries
web-units-boundaries-caption = { $period } on the boundaries before and from { $day }
web-units-figure = Figure
web-units-old = { $unit } (old)
web-units-new = { $unit } (new)
web-units-boundaries-sum = Each new figure is the sum of the old ones; nothing is overwritten.
web-units-boundaries-not-sum = Not every new figure is the sum of the old ones: parts went elsewhere or came from elsewhere.
web-units-boundaries-some = { $n ->
    [one] { $n } old unit is not shown, so the old figures do not make the new ones.
   *[other] { $n } old units are not shown, so the old figures do not make the new ones.
}
web-units-mini = Tiny bars compare within their own row.
web-units-unknown = The record does not know { $code } by then
web-units-unknown-why = What was recorded later is not shown: you look at the record as it was known on an earlier day.
web-units-of = of { $n }
web-units-known-later = { $day }, known from { $known }
web-units-zero = { $n ->
    [one] { $n } figure without any case is not shown.
   *[other] { $n } figures without any case are not shown.
}
web-units-how = The arrow opens a unit here, its name leads to its page. The number says how many units stand directly beneath.
web-search = Search
web-search-title = Search: { $text }
web-search-hint = Marks may be left out; the beginning of a word is enough.
web-search-words = Unit, act or person
web-search-go = Search
web-search-units = Units
web-search-acts = Acts
web-search-people = People
web-search-formerly = formerly { $name }
web-search-all = All results
web-search-everything = Search everything
web-search-none = Nothing that you may see fits “{ $text }”.
web-search-no-units = No unit fits “{ $text }”. Try the beginning of one word, or the code.
web-search-no-acts = No act that you may see fits “{ $text }”.
web-search-no-people = Nobody whom you may see fits “{ $text }”.
web-search-more-units = More units
web-search-more-acts = More acts
web-search-more-people = More people
web-search-too-many = The first { $n } are shown. Add a word to find fewer.
web-search-people-cut = As known on an earlier day, each person is worked out from the record. The first { $n } of these names have been gone through.
web-search-people-on = Go on in the list of people
