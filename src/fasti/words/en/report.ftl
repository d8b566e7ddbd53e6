# The consolidated report: figures as sentences (figure-<indicator id with hyphens>), headings, table heads, charts.

## Acts
figure-acts-issued = { $n ->
    [0] no acts were issued
    [one] { $n } act was issued
    *[other] { $n } acts were issued
}
figure-acts-concretising = { $n ->
    [0] no acts were issued that concretise a higher act
    [one] { $n } act was issued that concretises a higher act
    *[other] { $n } acts were issued that concretise higher acts
}
figure-acts-project = { $n ->
    [0] no schemes were issued
    [one] { $n } scheme was issued
    *[other] { $n } schemes were issued
}
figure-acts-resolution = { $n ->
    [0] no resolutions or conclusions were issued
    [one] { $n } resolution or conclusion was issued
    *[other] { $n } resolutions and conclusions were issued
}
figure-acts-decision = { $n ->
    [0] no decisions or regulations were issued
    [one] { $n } decision or regulation was issued
    *[other] { $n } decisions and regulations were issued
}
figure-acts-plan = { $n ->
    [0] no plans or official letters were issued
    [one] { $n } plan or official letter was issued
    *[other] { $n } plans and official letters were issued
}
figure-acts-guidance = { $n ->
    [0] no guidance documents were issued
    [one] { $n } guidance document was issued
    *[other] { $n } guidance documents were issued
}
bucket-count-project = { $n ->
    [0] no schemes
    [one] { $n } scheme
    *[other] { $n } schemes
}
bucket-count-resolution = { $n ->
    [0] no resolutions or conclusions
    [one] { $n } resolution or conclusion
    *[other] { $n } resolutions and conclusions
}
bucket-count-decision = { $n ->
    [0] no decisions or regulations
    [one] { $n } decision or regulation
    *[other] { $n } decisions and regulations
}
bucket-count-plan = { $n ->
    [0] no plans or official letters
    [one] { $n } plan or official letter
    *[other] { $n } plans and official letters
}
bucket-count-guidance = { $n ->
    [0] no guidance documents
    [one] { $n } guidance document
    *[other] { $n } guidance documents
}

## Personnel
figure-personnel-appointed = { $n ->
    [0] nobody was appointed
    [one] { $n } person was appointed
    *[other] { $n } people were appointed
}
figure-personnel-reappointed = { $n ->
    [0] nobody was reappointed
    [one] { $n } person was reappointed
    *[other] { $n } people were reappointed
}
figure-personnel-nominated = { $n ->
    [0] no candidates were nominated for election
    [one] { $n } candidate was nominated for election
    *[other] { $n } candidates were nominated for election
}
figure-personnel-nominated-persons = { $n ->
    [0] nobody was nominated for election
    [one] { $n } different person was nominated for election
    *[other] { $n } different people were nominated for election
}
figure-personnel-transferred = { $n ->
    [0] nobody was transferred
    [one] { $n } person was transferred
    *[other] { $n } people were transferred
}
figure-personnel-rotated = { $n ->
    [0] nobody was rotated
    [one] { $n } person was rotated
    *[other] { $n } people were rotated
}
figure-personnel-transferred-or-rotated = { $n ->
    [0] nobody was transferred or rotated
    [one] { $n } person was transferred or rotated
    *[other] { $n } people were transferred and rotated
}
figure-personnel-relieved = { $n ->
    [0] nobody was relieved of a post
    [one] { $n } person was relieved of a post
    *[other] { $n } people were relieved of their posts
}
figure-personnel-planned = { $n ->
    [0] nobody is in the succession pool
    [one] { $n } person is in the succession pool
    *[other] { $n } people are in the succession pool
}
figure-pool-entries = { $n ->
    [0] there are no entries in the succession pool
    [one] there is { $n } entry in the succession pool
    *[other] there are { $n } entries in the succession pool
}
figure-pool-posts-covered = posts covered by the succession pool: { $share }
figure-pool-used-rate = appointments from the succession pool: { $share }

## Posts
figure-posts-seats = { $n ->
    [0] the establishment has no seats
    [one] the establishment has { $n } seat
    *[other] the establishment has { $n } seats
}
figure-posts-filled = { $n ->
    [0] no seats are filled
    [one] { $n } seat is filled
    *[other] { $n } seats are filled
}
figure-posts-vacant = { $n ->
    [0] no posts are vacant
    [one] { $n } post is vacant
    *[other] { $n } posts are vacant
}
figure-posts-vacant-long = { $n ->
    [0] no posts have been vacant for longer than the rules allow
    [one] { $n } post has been vacant for longer than the rules allow
    *[other] { $n } posts have been vacant for longer than the rules allow
}
figure-posts-days-to-fill = { $n ->
    [one] the median time to fill a vacancy was { $n } day
    *[other] the median time to fill a vacancy was { $n } days
}
posts-vacant-longer = { $unit ->
    [month] { $n ->
        [0] no posts have
        [one] { $n } post has
        *[other] { $n } posts have
    } been vacant for more than { $k ->
        [one] { $k } month
        *[other] { $k } months
    }
    *[day] { $n ->
        [0] no posts have
        [one] { $n } post has
        *[other] { $n } posts have
    } been vacant for more than { $k ->
        [one] { $k } day
        *[other] { $k } days
    }
}

## Training
figure-training-participants = { $n ->
    [0] there were no training participants
    [one] there was { $n } training participant
    *[other] there were { $n } training participants
}
figure-training-topics = { $n ->
    [0] no topics were taught
    [one] { $n } topic was taught
    *[other] { $n } topics were taught
}
course = a course for { $participants ->
    [one] { $participants } participant
    *[other] { $participants } participants
} on { $topics ->
    [one] { $topics } topic
    *[other] { $topics } topics
}
course-split = { $course }, { $parts }
course-named = { $course } ({ $parts })
course-part-academy = { $place ->
    *[first] { $n } by the academy
}
course-part-leaders = { $place ->
    *[first] { $n } by { $n ->
    [one] a leader
    *[other] leaders
}
}

## Units and members
figure-units-total = { $n ->
    [0] there are no organisations
    [one] there is { $n } organisation
    *[other] there are { $n } organisations
}
figure-units-grassroots = { $n ->
    [0] there are no grassroots organisations
    [one] there is { $n } grassroots organisation
    *[other] there are { $n } grassroots organisations
}
figure-units-created = { $n ->
    [0] no organisations were founded
    [one] { $n } organisation was founded
    *[other] { $n } organisations were founded
}
figure-units-ended = { $n ->
    [0] no organisations ended
    [one] { $n } organisation ended
    *[other] { $n } organisations ended
}
figure-members-opening = { $n ->
    [0] there were no members at the start of the period
    [one] there was { $n } member at the start of the period
    *[other] there were { $n } members at the start of the period
}
figure-members-admitted = { $n ->
    [0] no members were admitted
    [one] { $n } member was admitted
    *[other] { $n } members were admitted
}
figure-members-left = { $n ->
    [0] no members left
    [one] { $n } member left
    *[other] { $n } members left
}
figure-members-moved-in = { $n ->
    [0] no members moved in
    [one] { $n } member moved in
    *[other] { $n } members moved in
}
figure-members-moved-out = { $n ->
    [0] no members moved out
    [one] { $n } member moved out
    *[other] { $n } members moved out
}
figure-members-confirmed = { $n ->
    [0] no probationary members were confirmed
    [one] { $n } probationary member was confirmed
    *[other] { $n } probationary members were confirmed
}
figure-members-total = { $n ->
    [0] there are no members
    [one] there is { $n } member
    *[other] there are { $n } members
}
figure-members-women-share = women among the members: { $share }
footing-opening = opening { $n }
footing-joined = joined { $n }
footing-moved-in = moved in { $n }
footing-left = left { $n }
footing-moved-out = moved out { $n }
footing-closing = closing { $n }

## Awards and tasks
figure-awards-works = { $n ->
    [0] no works were awarded
    [one] { $n } work was awarded
    *[other] { $n } works by authors and groups of authors were awarded
}
figure-tasks-groups = { $n ->
    [0] no groups of key tasks were set
    [one] { $n } group of key tasks was set
    *[other] { $n } groups of key tasks were set
}
tasks-groups-for-year = { $n ->
    [0] no groups of key tasks for { $year }
    [one] { $n } group of key tasks for { $year }
    *[other] { $n } groups of key tasks for { $year }
}
figure-tasks-given = { $n ->
    [0] no tasks were given
    [one] { $n } task was given
    *[other] { $n } tasks were given
}
figure-tasks-incomplete = { $n ->
    [0] every task has a responsible person and a deadline
    [one] { $n } task lacks a responsible person or a deadline
    *[other] { $n } tasks lack a responsible person or a deadline
}

## Coverage
coverage-reported = { $noun ->
    [province] { $n ->
        [0] none of the { $m ->
            [one] { $m } province
            *[other] { $m } provinces
        } reported
        *[other] { $n } of { $m ->
            [one] { $m } province
            *[other] { $m } provinces
        } reported
    }
    [district] { $n ->
        [0] none of the { $m ->
            [one] { $m } district
            *[other] { $m } districts
        } reported
        *[other] { $n } of { $m ->
            [one] { $m } district
            *[other] { $m } districts
        } reported
    }
    *[unit] { $n ->
        [0] none of the { $m ->
            [one] { $m } unit
            *[other] { $m } units
        } reported
        *[other] { $n } of { $m ->
            [one] { $m } unit
            *[other] { $m } units
        } reported
    }
}
coverage-missing = { $reported }; { $missing } { $k ->
    [one] is
    *[other] are
} missing
coverage-none-due = no reports are due for this period
days-late = { $n ->
    [0] on time
    [one] { $n } day late
    *[other] { $n } days late
}
days-late-average = { $n ->
    [0] on time on average
    [one] { $n } day late on average
    *[other] { $n } days late on average
}

## Comparison
change = { $way ->
    [up] up by { $n } against { $base }
    [down] down by { $n } against { $base }
    *[same] unchanged against { $base }
}
change-base-year-end = the end of { $year }
change-base-day = { $day }
change-no-base = the year before has no figure to compare with
declared-differs = the report declares { $declared }, the register has { $computed }; difference { $difference }
counts-hidden = counts below { $limit } are hidden
and-n-more = and { $n } more

## Titles and headings
heading-summary = Summary
heading-coverage = Coverage
heading-charts = Charts
heading-side-by-side = Side by side
heading-late = Acts recorded or corrected after { $day }
heading-annex = Annex: how each figure is computed

## Table heads and states
col-indicator = Figure
col-value = Value
col-unit = Unit
col-province = Province
col-total = Total
col-period = Period
col-year-before = Year before
col-change = Change
col-act = Act
col-number = Number
col-title = Title
col-act-type = Type
col-issuer = Issued by
col-signed-on = Signed on
col-in-force-on = In force on
col-recorded-on = Recorded on
col-reported-on = Reported on
col-due-on = Due on
col-days-late = Days late
col-status = State
col-definition = Definition
col-computed = How computed
col-numerator = Numerator
col-denominator = Denominator
col-reference = Reference
col-effect = Effect
col-reason = Reason
col-person = Person
col-post = Post
col-count = Number of
col-share = Share
col-name = Name
col-code = Code
col-month = Month
col-sex = Sex
col-age-band = Age
col-section = Section
sex-F = women
sex-M = men
sex-unknown = not stated
status-missing = not reported
status-corrected = corrected
status-withdrawn = withdrawn
status-recorded-late = recorded afterwards
verified-no = reference not yet verified
not-applicable = not applicable

## Charts
chart-acts-by-bucket = Acts by kind
chart-personnel-by-month = Personnel acts by month
chart-personnel-by-province = Personnel acts by province
chart-timeliness = Timeliness of reports
chart-members-by-province = Members by province
axis-acts = acts
axis-personnel = personnel acts
axis-members = members
axis-posts = vacant posts
axis-days-late = days late

## Foot
provenance = Computed by Fasti { $version } from the register, rules { $pack }, { $known }.
provenance-now = everything recorded so far
figures-not-typed = Every figure is computed from the register; none is typed in.
