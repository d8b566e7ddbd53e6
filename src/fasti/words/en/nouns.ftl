# Counted nouns: say "noun-<key>" through words.counted. A tilde is a no-break space.
noun-act = { $n ->
    [one] { $n } act
    *[other] { $n } acts
}
noun-appointment = { $n ->
    [one] { $n } appointment
    *[other] { $n } appointments
}
noun-attachment = { $n ->
    [one] { $n } attachment
    *[other] { $n } attachments
}
noun-course = { $n ->
    [one] { $n } course
    *[other] { $n } courses
}
noun-day = { $n ->
    [one] { $n } day
    *[other] { $n } days
}
noun-district = { $n ->
    [one] { $n } district
    *[other] { $n } districts
}
noun-effect = { $n ->
    [one] { $n } effect
    *[other] { $n } effects
}
noun-figure = { $n ->
    [one] { $n } figure
    *[other] { $n } figures
}
noun-finding = { $n ->
    [one] { $n } finding
    *[other] { $n } findings
}
noun-indicator = { $n ->
    [one] { $n } indicator
    *[other] { $n } indicators
}
noun-member = { $n ->
    [one] { $n } member
    *[other] { $n } members
}
noun-month = { $n ->
    [one] { $n } month
    *[other] { $n } months
}
noun-organisation = { $n ->
    [one] { $n } organisation
    *[other] { $n } organisations
}
noun-percentage-point = { $n ->
    [one] { $n } percentage point
    *[other] { $n } percentage points
}
noun-person = { $n ->
    [one] { $n } person
    *[other] { $n } people
}
noun-post = { $n ->
    [one] { $n } post
    *[other] { $n } posts
}
noun-province = { $n ->
    [one] { $n } province
    *[other] { $n } provinces
}
noun-report = { $n ->
    [one] { $n } report
    *[other] { $n } reports
}
noun-seat = { $n ->
    [one] { $n } seat
    *[other] { $n } seats
}
noun-task = { $n ->
    [one] { $n } task
    *[other] { $n } tasks
}
noun-task-group = { $n ->
    [one] { $n } group of tasks
    *[other] { $n } groups of tasks
}
noun-topic = { $n ->
    [one] { $n } topic
    *[other] { $n } topics
}
noun-trainee = { $n ->
    [one] { $n } participant
    *[other] { $n } participants
}
noun-unit = { $n ->
    [one] { $n } unit
    *[other] { $n } units
}
noun-vacancy = { $n ->
    [one] { $n } vacancy
    *[other] { $n } vacancies
}
noun-work = { $n ->
    [one] { $n } work
    *[other] { $n } works
}
noun-year = { $n ->
    [one] { $n } year
    *[other] { $n } years
}
