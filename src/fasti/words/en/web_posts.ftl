# Pages: posts.
web-posts-as-of = as of { $day }
web-posts-seats = Seats
web-posts-held = Held
web-posts-empty = Empty
web-posts-view-all = All posts
web-posts-view-empty = With an empty seat
web-posts-view-long = Empty too long
web-posts-view-ending = Terms ending
web-posts-post = Post
web-posts-holder = Holder
web-posts-state = State
web-posts-not-shown = not shown
web-posts-not-shown-why = Who holds this post is shown by the right to see the people of this unit.
web-posts-since = since { $day }
web-posts-term = { $day } to { $until }
web-posts-empty-days = { $n ->
    [one] empty { $n } day
    *[other] empty { $n } days
}
web-posts-filled = filled
web-posts-untold = { $n ->
    [one] { $n } seat not told
   *[other] { $n } seats not told
}
web-posts-num-untold = Not told
web-posts-fill = Draft an appointment
web-posts-none = No post here
web-posts-none-why = On this day no post answers to this view. A post appears when an act establishes it.
web-posts-ages = Empty seats by age
web-posts-ages-measure = Seats empty on { $day }, by days
web-posts-age-0 = Up to 30 days
web-posts-age-31 = 31 to 90
web-posts-age-91 = 91 to 180
web-posts-age-181 = Over 180
web-posts-limit = { $n ->
    [one] at most { $n } day
    *[other] at most { $n } days
}
web-posts-num-seats = { $n ->
    [one] { $n } seat
    *[other] { $n } seats
}
web-posts-succession = Holders over time
web-posts-no-totals = As known on an earlier day, totals are worked out for a unit with up to { $n } units beneath it. Choose a smaller unit, or look at the day as it is known now.
web-posts-known-now = The same day, as known now
