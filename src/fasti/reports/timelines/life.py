"""A unit's life: founded, renamed, moved, split, merged, dissolved; where it came from and went; its heads over time;
what became of its returns; its members at the ends of years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Count

from fasti import charter, words
from fasti.dates import axes, periods
from fasti.register import read, rows
from fasti.register.models import Membership
from fasti.reports.timelines import making
from fasti.reports.timelines.reading import Reading, Row
from fasti.reports.timelines.timeline import NotKnown, Timeline
from fasti.subjects.models import Post


def of_unit(unit: int, pack: charter.Pack, *, as_of: date, known: date | None = None, lang: str) -> Timeline:
    """The life as of a day; raises `NotKnown` if the record did not know the unit yet."""
    reading = Reading(pack, lang, axes.known_before(known))
    spans = reading.spans(unit)
    if not spans and not reading.is_recorded(unit=unit):
        raise NotKnown(reading.code("unit", unit))
    made = making.Maker(reading)
    _places(made, reading, spans)
    _lineage(made, reading, unit)
    for post in _heads(reading, unit):
        for row in reading.rows("tenure", post=post):
            what = f"{reading.person(row.person)}: {reading.post(post, row.starts_on)}"
            codes = {"person": reading.code("person", row.person), "post": reading.code("post", post)}
            made.add("tenure", row, what, **codes)
    _judgements(made, reading, unit)
    _returns(made, reading, unit)
    _among_peers(made, reading, unit)
    return making.timeline(
        made.entries(), reading, axes.When(as_of), known=known, subject="unit", code=reading.code("unit", unit),
        name=reading.unit(unit, as_of), standing=tuple(_standing(reading, unit, as_of)),
        members=tuple(members(reading, unit, as_of)),
    )  # fmt: skip


def _places(made: making.Maker, reading: Reading, spans: list[Row]) -> None:
    for row in spans:
        what = f"{reading.unit(row.unit, row.starts_on)} ({reading.word('unit_kind', row.kind)})"
        codes = {"kind": row.kind}
        if row.parent:
            above = reading.unit(row.parent, row.starts_on)
            what += f", {words.say('cli-superior', reading.lang, unit=above)}"
            codes["parent"] = reading.code("unit", row.parent)
        made.add("unit", row, what, **codes)


def _lineage(made: making.Maker, reading: Reading, unit: int) -> None:
    for field, other in (("successor", "predecessor"), ("predecessor", "successor")):
        for row in reading.rows("lineage", **{field: unit}):
            met = getattr(row, other)
            name = f"{reading.unit(met, row.on)} ({reading.code('unit', met)})"
            what = words.say(f"timeline-{other}", reading.lang, unit=name)
            if row.manner == "split" or row.share not in (0, 100):
                what += f", {words.say('timeline-share', reading.lang, n=row.share)}"
            made.add("lineage", row, what, share=row.share, **{other: reading.code("unit", met)})


def _heads(reading: Reading, unit: int) -> list[int]:
    """The posts of one seat that lead the unit: its own, and of its organs those on the committee."""
    served = {row.unit for row in reading.rows("unit", parent=unit)}
    organs = {each for each in served if _is_organ(reading, each)}
    found = []
    for post, of, office in Post.objects.filter(unit__in=[unit, *organs]).values_list("id", "unit", "office"):
        seats = reading.rows("establishment", post=post)
        if not seats or max(row.seats for row in seats) > 1:
            continue
        rule = reading.pack.office(office, as_of=seats[0].starts_on)
        if rule.is_leader and (of == unit or rule.is_committee):
            found.append(post)
    return found


def _is_organ(reading: Reading, unit: int) -> bool:
    row = reading.spans(unit)[0]
    return reading.pack.unit_kind(row.kind, as_of=row.starts_on).is_organ


def _judgements(made: making.Maker, reading: Reading, unit: int) -> None:
    for row in reading.rows("unit_rating", unit=unit):
        what = f"{row.period}: {reading.word('grade', row.grade)}"
        made.add("unit_rating", row, what, period=row.period, grade=row.grade)
    for row in reading.rows("unit_sanction", unit=unit):
        what = f"{reading.word('sanction', row.form)} ({reading.word('ground', row.ground)})"
        made.add("unit_sanction", row, what, form=row.form, ground=row.ground)


def _returns(made: making.Maker, reading: Reading, unit: int) -> None:
    """Each return handed in, sent back, accepted, opened again, with its form, period and version."""
    for row in reading.rows("return", unit=unit):
        period = words.period(periods.Period.parse(row.period), reading.lang)
        what = words.say(
            "unit-life-return", reading.lang, form=reading.word("form", row.form), period=period,
            version=row.version, state=words.say(f"return-state-{row.state.replace('_', '-')}", reading.lang),
        )  # fmt: skip
        told = {"form": row.form, "period": row.period, "version": row.version, "state": row.state}
        made.step("return", row, what, **told)


def _among_peers(made: making.Maker, reading: Reading, unit: int) -> None:
    """The points it gave by scorecards, the practices it held out, and those it adopted."""
    for row in reading.rows("score", unit=unit):
        step = words.say(f"score-step-{row.step}", reading.lang)
        what = f"{reading.word('scorecard', row.scorecard)}, {row.period}: {step}"
        if row.scored != unit:
            what = f"{what}, {reading.unit(row.scored, row.starts_on)}"
        made.add("score", row, what, scorecard=row.scorecard, period=row.period, step=row.step)
    for row in reading.rows("practice", unit=unit):
        made.add("practice", row, row.title, practice=row.practice)
    for row in reading.rows("adoption", unit=unit):
        made.add("adoption", row, row.practice, practice=row.practice)
    for row in reading.rows("wording", unit=unit):
        made.add("wording", row, row.phrase, phrase=row.phrase, language=row.text_language)


def _standing(reading: Reading, unit: int, as_of: date) -> Iterator[str]:
    """Whether it stands on the day, as what, and under which unit."""
    row = next(iter(making.on(reading.spans(unit), as_of)), None)
    if row is None:
        yield words.say("timeline-stands-not", reading.lang)
        return
    kind = reading.word("unit_kind", row.kind)
    if row.parent is None:
        yield kind
    else:
        above = words.say("cli-superior", reading.lang, unit=reading.unit(row.parent, as_of))
        yield f"{kind}, {above}"


def members(reading: Reading, unit: int, as_of: date) -> Iterator[tuple[date, int]]:
    """The members of the unit and all beneath it at the end of each year of its life up to a day; none if it never
    had any.
    """
    spans = reading.spans(unit)
    if not spans:
        return
    last = spans[-1].ends_before
    found = []
    for year in range(spans[0].starts_on.year, as_of.year + 1):
        day = date(year, 12, 31)
        if day <= as_of and (last is None or day < last):
            found.append((day, _num_members(reading, unit, day)))
    if any(num for _, num in found):
        yield from found


def _num_members(reading: Reading, unit: int, day: date) -> int:
    children: dict[int | None, list[int]] = defaultdict(list)
    for row in making.on(reading.rows("unit"), day):
        children[row.parent].append(row.unit)
    counts = _counts(reading, day)
    num, left = 0, [unit]
    while left:
        at = left.pop()
        num += counts.get(at, 0)
        left += children[at]
    return num


def _counts(reading: Reading, day: date) -> dict[int, int]:
    """The number of members of each unit itself on a day."""
    if reading.known_before is None:
        query = Membership.objects.filter(read.on(day)).values_list("unit").annotate(num=Count("id"))
        return dict(query)
    counted: dict[int, int] = defaultdict(int)
    for row in reading.rows("membership"):
        if rows.holds(row, day):
            counted[row.unit] += 1
    return counted
