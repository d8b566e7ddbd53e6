"""A unit on one day: what it is, under which unit, how many members of its own, who holds its posts and since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fasti import charter, words
from fasti.dates import axes
from fasti.register import rows
from fasti.reports.timelines import making, succession, text
from fasti.reports.timelines.reading import Reading, Row
from fasti.reports.timelines.timeline import Deed, NotKnown
from fasti.subjects.models import Post

_HEADINGS = ("post", "holder", "since", "until", "act")


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of a post on the day: who sits there since when, or that it stands empty since when."""

    post: str
    """The code of the post."""
    office: str
    holder: str
    """Empty: nobody."""
    person: str
    """The code of the holder."""
    since: date
    ends_before: date | None
    days_empty: int
    deed: Deed | None
    """The act that filled or emptied it."""


@dataclass(frozen=True, slots=True)
class UnitDay:
    """A unit on a day, as known on a day (None: now). `kind` is empty where it does not stand on the day."""

    code: str
    name: str
    lang: str
    as_of: date
    known: date | None
    kind: str
    parent: str
    parent_name: str
    standing: str
    num_members: int
    seats: tuple[Seat, ...]
    num_seats: dict[str, int]
    """By post."""


def of_unit(unit: int, pack: charter.Pack, *, as_of: date, known: date | None = None, lang: str) -> UnitDay:
    """The unit on a day; raises `NotKnown` if the record did not know it yet."""
    reading = Reading(pack, lang, axes.known_before(known))
    spans = reading.spans(unit)
    if not spans and not reading.is_recorded(unit=unit):
        raise NotKnown(reading.code("unit", unit))
    row = next(iter(making.on(spans, as_of)), None)
    posts = [
        (post, seats[0].seats)
        for post in Post.objects.filter(unit=unit).order_by("code").values_list("id", flat=True)
        if (seats := making.on(reading.rows("establishment", post=post), as_of))
    ]
    return UnitDay(
        code=reading.code("unit", unit),
        name=reading.unit(unit, as_of),
        lang=lang,
        as_of=as_of,
        known=known,
        kind=row.kind if row else "",
        parent=reading.code("unit", row.parent) if row and row.parent else "",
        parent_name=reading.unit(row.parent, as_of) if row and row.parent else "",
        standing=_standing(reading, row),
        num_members=len(making.on(reading.rows("membership", unit=unit), as_of)),
        seats=tuple(seat for post, _ in posts for seat in _seats(reading, post, as_of)),
        num_seats={reading.code("post", post): num for post, num in posts},
    )


def _standing(reading: Reading, row: Row | None) -> str:
    if row is None:
        return words.say("timeline-stands-not", reading.lang)
    return reading.word("unit_kind", row.kind)


def _seats(reading: Reading, post: int, day: date) -> Iterator[Seat]:
    held = making.on(reading.rows("tenure", post=post), day)
    empty = making.on(reading.rows("vacancy", post=post), day)
    deeds = reading.deeds(row.opened_by for row in (*held, *empty))
    for row in (*held, *empty):
        is_held = isinstance(row, rows.TenureRow)
        yield Seat(
            post=reading.code("post", post),
            office=reading.pack.name("office", reading.office_of(post), reading.lang),
            holder=reading.person(row.person) if is_held else "",
            person=reading.code("person", row.person) if is_held else "",
            since=row.starts_on,
            ends_before=row.ends_before,
            days_empty=0 if is_held else succession.days_empty(row, day),
            deed=deeds.get(row.opened_by),
        )


def lines(shown: UnitDay) -> list[str]:
    """The unit as lines of text."""
    lang = shown.lang
    dated = [words.as_of(shown.as_of, lang)] + ([words.known_on(shown.known, lang)] if shown.known else [])
    above = words.say("cli-superior", lang, unit=shown.parent_name) if shown.parent else ""
    found = [
        text.titled(shown.name, shown.code),
        ", ".join(dated),
        "  " + ", ".join(filter(None, (shown.standing, above))),
    ]
    if shown.kind:
        found.append("  " + words.say("cli-members", lang, n=shown.num_members))
    if shown.seats:
        headings = tuple(words.say(f"timeline-{each}", lang) for each in _HEADINGS)
        found += ["", *text.table([headings, *(_row(seat, lang) for seat in shown.seats)])]
    return found


def _row(seat: Seat, lang: str) -> tuple[str, ...]:
    last = seat.ends_before - timedelta(days=1) if seat.ends_before else None
    days = words.counted("day", seat.days_empty, lang)
    return (
        f"{seat.office} ({seat.post})",
        text.titled(seat.holder, seat.person) if seat.person else f"{words.say('cli-vacant', lang)} ({days})",
        words.day(seat.since, lang, style="short"),
        words.day(last, lang, style="short") if last else "",
        text.act(seat.deed, lang),
    )


def plain(shown: UnitDay) -> dict[str, object]:
    """The unit as plain values, for JSON."""
    return {
        "unit": shown.code,
        "name": shown.name,
        "as_of": shown.as_of.isoformat(),
        "known": shown.known.isoformat() if shown.known else None,
        "stands": bool(shown.kind),
        "kind": shown.kind,
        "parent": shown.parent,
        "num_members": shown.num_members,
        "posts": [
            {
                "post": post,
                "seats": num,
                "holders": [
                    {
                        "person": seat.person,
                        "name": seat.holder,
                        "since": seat.since.isoformat(),
                        "ends_before": seat.ends_before.isoformat() if seat.ends_before else None,
                        "act": seat.deed.act if seat.deed else None,
                    }
                    for seat in shown.seats
                    if seat.post == post and seat.person
                ],
                "empty": [
                    {"since": seat.since.isoformat(), "days": seat.days_empty}
                    for seat in shown.seats
                    if seat.post == post and not seat.person
                ],
            }
            for post, num in shown.num_seats.items()
        ],
    }
