"""A post's succession: its seats, who held them and how they came to, how long they stood empty, who was planned."""

from __future__ import annotations

from datetime import date

from fasti import charter, words
from fasti.access import acts, people
from fasti.access.sight import OPERATOR, Sight
from fasti.dates import axes
from fasti.register import rows
from fasti.reports.timelines import making
from fasti.reports.timelines.reading import Reading, Row
from fasti.reports.timelines.timeline import NotKnown, Timeline


def of_post(
    post: int,
    pack: charter.Pack,
    *,
    as_of: date,
    known: date | None = None,
    lang: str,
    sight: Sight = OPERATOR,
) -> Timeline:
    """The succession as of a day; raises `NotKnown` if the record did not know the post yet. `sight`: how things stand
    is told as far as it may be known from there; the entries are told by `seen.seen`.
    """
    reading = Reading(pack, lang, axes.known_before(known))
    made = making.Maker(reading)
    seats = reading.rows("establishment", post=post)
    if not seats and not reading.is_recorded(post=post):
        raise NotKnown(reading.code("post", post))
    held, empty = reading.rows("tenure", post=post), reading.rows("vacancy", post=post)
    planned = reading.rows("pool", post=post)
    called = Called({row.person for row in (*held, *planned)}, reading, sight)
    for row in seats:
        made.add("establishment", row, words.counted("seat", row.seats, lang), seats=row.seats)
    for row in held:
        made.add("tenure", row, called.name(row.person), **called.code(row.person))
    for row in empty:
        num = days_empty(row, as_of)
        what = words.counted("day", num, lang)
        made.add("vacancy", row, what, matter=words.say("timeline-vacancy", lang), days=num)
    for row in planned:
        what = f"{called.name(row.person)}, {row.term}"
        made.add("pool", row, what, **called.code(row.person), term=row.term)
    return making.timeline(
        made.entries(), reading, axes.When(as_of), known=known, subject="post", code=reading.code("post", post),
        name=reading.post(post, as_of), standing=tuple(standing(held, empty, reading, called, as_of)),
    )  # fmt: skip


class Called:
    """What people are called for a reader: by their names as long as their own record is within reach today."""

    def __init__(self, persons: set[int], reading: Reading, sight: Sight) -> None:
        self.reading, self.sight = reading, sight
        self._seen = people.seen_among(sight, persons)

    def name(self, person: int) -> str:
        """The name; for one out of reach, that it is."""
        if person in self._seen:
            return self.reading.person(person)
        return words.say("timeline-out-of-reach", self.reading.lang)

    def code(self, person: int) -> dict[str, str]:
        """The code for programs, if it is told."""
        return {"person": self.reading.code("person", person)} if person in self._seen else {}


def days_empty(row: Row, as_of: date) -> int:
    """How many days a seat stood empty by a day, that day not counted."""
    until: date = as_of if row.ends_before is None else min(row.ends_before, as_of)
    num: int = (until - row.starts_on).days
    return max(num, 0)


def standing(held: list[Row], empty: list[Row], reading: Reading, called: Called, as_of: date) -> list[str]:
    """Who sits on the day, which seats stand empty since when, and of how many neither is told."""
    lang, sight = reading.lang, called.sight
    of_day = [row for row in (*held, *empty) if rows.holds(row, as_of)]
    untold = acts.untold_among(sight, (row.opened_by for row in of_day))
    own = {row.opened_by for row in held if row.person == sight.person}
    hidden = [row for row in of_day if row.opened_by in untold - own]
    told = [
        words.say("timeline-incumbent", lang, person=called.name(row.person), day=reading.day(row.starts_on))
        for row in held
        if rows.holds(row, as_of) and row not in hidden
    ]
    told += [
        words.say(
            "timeline-empty-since", lang, day=reading.day(row.starts_on),
            days=words.counted("day", days_empty(row, as_of), lang),
        )
        for row in empty
        if rows.holds(row, as_of) and row not in hidden
    ]  # fmt: skip
    if hidden:
        told.append(words.say("timeline-seats-untold", lang, n=len(hidden)))
    return told or [words.say("timeline-no-seat", lang)]
