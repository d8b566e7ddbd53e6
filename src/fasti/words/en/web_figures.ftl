# Pages: figures.
web-figures = Figures
web-figures-choose = Choose unit and period
web-figures-unit = Unit or peer group
web-figures-groups = Peer groups
web-figures-units = Units
web-figures-boundaries = Boundaries
web-figures-known = Known on
web-figures-at-end = end of period
web-figures-now = today
web-figures-everything = everything recorded
web-figures-theme = Theme
web-figures-theme-acts = Acts
web-figures-theme-personnel = Personnel work
web-figures-theme-posts = Posts
web-figures-theme-pool = Succession planning
web-figures-theme-training = Training
web-figures-theme-units = Units
web-figures-theme-members = Members
web-figures-theme-ratings = Ratings
web-figures-theme-awards = Awards
web-figures-theme-tasks = Tasks
web-figures-by = By
web-figures-owed = What was owed
web-figures-by-none = not broken down
web-figures-by-child = unit
web-figures-by-month = month
web-figures-by-act_type = type of act
web-figures-by-issuer_kind = kind of issuer
web-figures-by-office = office
web-figures-by-sex = sex
web-figures-by-age_band = age
web-figures-by-reason = reason
web-figures-by-kind = kind of unit
web-figures-by-level = level
web-figures-by-stage = stage
web-figures-by-grade = grade
web-figures-by-form = form
web-figures-by-provider = provider
web-figures-by-category = category
web-figures-show = Show figures
web-figures-to-report = As a report
web-figures-boundaries-on = boundaries of { $day }
web-figures-known-on = as known on { $day }
web-figures-side-by-side = Units side by side
web-figures-bars-note = In the order of the charter, not ranked. A bar compares within its column.
web-figures-unplaced = { $n ->
    [one] Figures of { $n } unit have no place on these boundaries and are in no total:
    *[other] Figures of { $n } units have no place on these boundaries and are in no total:
}
web-figures-unread-period = The period could not be read: write 2024, 2024-H1, 2024-Q3 or 2024-05. The last one is shown.
web-figures-unread-boundaries = The day of the boundaries could not be read: write 2025-07-01. The end of the period is used.
web-figures-unread-known = The known day could not be read: write 2024-07-10. Everything recorded is used.
web-figures-unread-beside = The other day could not be read: write 2025-07-01. Nothing is set beside.
web-figures-part = Part
web-figures-behind = Which acts say so?
web-figures-acts = Acts behind the figure
web-figures-num-acts = { $n ->
    [one] { $n } act
    *[other] { $n } acts
}
web-figures-counted = Counted
web-figures-first = To the first
web-figures-no-acts = No act to show
web-figures-no-acts-why = The figure is none, or the acts behind it are not within your reach.
web-figures-hidden = { $n ->
    [one] And { $n } act that is not within your reach.
    *[other] And { $n } acts that are not within your reach.
}
web-figures-withheld = Too small to be shown
web-figures-withheld-why = Small counts of units that are not yours are not shown, nor the acts behind them.
web-figures-about = About this figure
web-figures-engine = Computed by
web-figures-as-known-now = As known now: { $value }.
