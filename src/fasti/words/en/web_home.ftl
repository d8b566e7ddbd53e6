# Pages: home.
web-home-draft = Draft an act
web-home-filter = Choose what is shown
web-home-all = All
web-home-list = What waits
web-home-group-overdue = Overdue
web-home-group-week = This week
web-home-group-next = Next
web-home-late = { $n ->
    [one] { $n } day late
    *[other] { $n } days late
}
web-home-left = { $n ->
    [one] { $n } day left
    *[other] { $n } days left
}
web-home-today = Due today
web-home-due = due
web-home-open = Waiting
web-home-since = since
web-home-foot = When all is done, this page is empty. An item goes only when an act or a report settles it.
web-home-more = { $n ->
    [one] And { $n } more
    *[other] And { $n } more
}
web-home-none = Nothing waits for you
web-home-none-why = Drafts to check or sign, reports due, posts empty too long, ending terms and tasks of your unit appear here by themselves.
web-home-none-member = Tasks for which you are responsible appear here by themselves. Your own record and your unit are open to you.
web-home-none-of-kind = Nothing of this kind waits
web-home-none-of-kind-why = Other things wait.
web-home-show-all = Show all
web-home-to-unit = Open my unit
web-home-own = About me
web-home-member-of = Member of
web-home-own-acts = Acts about me
web-home-state = State of my unit
web-home-ages = { $n ->
    [0] No seat is empty for more than { $days ->
        [one] { $days } day
        *[other] { $days } days
    }
    [one] { $n } seat is empty for more than { $days ->
        [one] { $days } day
        *[other] { $days } days
    }
    *[other] { $n } seats are empty for more than { $days ->
        [one] { $days } day
        *[other] { $days } days
    }
}
web-home-ages-any = { $n ->
    [one] { $n } seat is empty
    *[other] { $n } seats are empty
}
web-home-ages-measure = { $n ->
    [one] { $n } empty seat by age
    *[other] { $n } empty seats by age
}, { $day }
web-home-ages-rule = at most { $n ->
    [one] { $n } day
    *[other] { $n } days
}
web-home-age-under = Up to { $last } days
web-home-age = { $first } to { $last }
web-home-age-over = Over { $first }
web-home-months-measure = At the end of each month
web-home-merged = merger { $day }
web-home-received = { $n } of { $m ->
    [one] { $m } report
    *[other] { $m } reports
} received
web-home-received-in-time = In time
web-home-received-late = Late
web-home-received-missing = Not given
web-home-planned = { $n ->
    [0] Every post has a planned successor
    [one] { $n } post has no planned successor
    *[other] { $n } posts have no planned successor
}
web-home-planned-measure = { $n ->
    [one] { $n } post filled by this unit
    *[other] { $n } posts filled by this unit
}, by planned successors
web-home-planned-many = Two or more
web-home-planned-one = One
web-home-planned-none = None
web-home-planned-rule = at most { $n }
web-home-system = State of the system
web-home-technical = This is a technical account. It runs the system and sees no content of the register.
web-home-num-acts = Acts recorded
web-home-free = Room left on the disk
web-home-state-of-system = Where and how it is kept
web-home-database = Database
web-home-last-recorded = Last recorded
web-home-rules = Rule book
web-home-jobs-done-by = Long work
web-home-jobs-here = done by this process
web-home-jobs-elsewhere = done by another process
