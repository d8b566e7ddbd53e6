# Pages: people.
web-crumbs = Path
web-parts = Parts of the page
web-first = To the beginning
web-until = until { $day }
web-ended-by = Ended by: { $word }
web-known-from = known from { $day }
web-lane-tenure = Posts
web-lane-mandate = Mandates by office
web-lane-membership = Membership
web-lane-pool = Planned for
web-lane-topic = Courses
web-people-draft = Draft an act
web-people-career = Career
web-people-bands = Career in bands
web-people-bands-measure = As of { $day }; each band is opened and closed by an act
web-people-entries = { $n ->
    [one] { $n } entry
    *[other] { $n } entries
}
web-people-about = About this person
web-people-summary = Summary
web-people-unit = Unit
web-people-no-unit = member of no unit today
web-people-born = Born
web-people-sex = Sex
web-people-sex-f = female
web-people-sex-m = male
web-people-least = Birth day, ratings and sanctions are shown only by a right of their own.
web-people-own = This is your own record: you see all of it, and who looked at it.
web-people-looks = Who looked
web-people-no-looks = Nobody has looked at this record yet.
web-people-within = In { $unit } and beneath
web-people-all = Everybody you may see
web-people-find = Name or code; marks may be left out
web-people-unit-code = Code of the unit
web-people-holds = Holds a post
web-people-planned = Planned as successor
web-people-search = Find people
web-people-name = Name
web-people-posts = Posts
web-people-none = Nobody found
web-people-none-why = Nobody you may see answers to this. Leave out a word or a filter, or look in your whole reach.
web-people-drop = Look in my whole reach
