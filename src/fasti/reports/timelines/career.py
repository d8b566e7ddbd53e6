"""A person's career: admission, stages and transfers, posts and how they were taken up, planning, training, awards,
ratings, sanctions, and the mandates that a post brings with it.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from fasti import charter, words
from fasti.dates import axes
from fasti.reports.timelines import by_office, making
from fasti.reports.timelines.reading import Reading
from fasti.reports.timelines.timeline import NotKnown, Timeline


def of_person(
    person: int, pack: charter.Pack, *, as_of: date, known: date | None = None, lang: str
) -> Timeline:
    """The career as of a day; raises `NotKnown` if the record did not know the person yet."""
    reading = Reading(pack, lang, axes.known_before(known))
    kept = next((row.stands_for for row in reading.rows("alias", person=person)), person)
    entered = [kept, *(row.person for row in reading.rows("alias", stands_for=kept))]
    codes = [reading.code("person", each) for each in entered]
    made = making.Maker(reading)
    _memberships(made, reading, kept)
    _posts(made, reading, kept)
    _mandates(made, reading, kept)
    _topics(made, reading, kept)
    _judgements(made, reading, kept)
    _single_effects(made, reading, entered, codes)
    entries = made.entries()
    if not entries and not reading.is_recorded(person__in=entered):
        raise NotKnown(reading.code("person", person))
    standing = [words.say("timeline-same-person", lang, code=code) for code in codes[1:]]
    if kept != person:
        standing.insert(0, words.say("timeline-entry-given-up", lang, code=reading.code("person", person)))
    return making.timeline(
        entries, reading, axes.When(as_of), known=known, subject="person", code=codes[0],
        name=reading.person(kept), standing=tuple(standing),
    )  # fmt: skip


def _memberships(made: making.Maker, reading: Reading, person: int) -> None:
    for row in reading.rows("membership", person=person):
        stage = words.say(f"timeline-stage-{row.stage}", reading.lang)
        code = reading.code("unit", row.unit)
        what = f"{reading.unit(row.unit, row.starts_on)} ({code}), {stage}"
        made.add("membership", row, what, unit=code, stage=row.stage)


def _posts(made: making.Maker, reading: Reading, person: int) -> None:
    for row in reading.rows("tenure", person=person):
        what = _post(reading, row.post, row.starts_on)
        if row.ends_planned_on:
            until = reading.day(row.ends_planned_on)
            what += f"; {words.say('timeline-term-until', reading.lang, day=until)}"
        made.add("tenure", row, what, post=reading.code("post", row.post), manner=row.manner)
    for row in reading.rows("pool", person=person):
        what = f"{_post(reading, row.post, row.starts_on)}, {row.term}"
        made.add("pool", row, what, post=reading.code("post", row.post), term=row.term)


def _mandates(made: making.Maker, reading: Reading, person: int) -> None:
    for mandate, row in by_office.of_person(reading, person):
        office = reading.pack.name("office", mandate.office, reading.lang)
        unit = reading.unit(mandate.unit, row.starts_on)
        code = reading.code("unit", mandate.unit)
        matter = words.say("timeline-mandate", reading.lang)
        made.add(
            "mandate", row, f"{office}, {unit} ({code})", matter=matter, unit=code, office=mandate.office
        )


def _post(reading: Reading, post: int, day: date) -> str:
    return f"{reading.post(post, day)} ({reading.code('post', post)})"


def _topics(made: making.Maker, reading: Reading, person: int) -> None:
    """The topics of one course completed on one day are one entry."""
    courses: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in reading.rows("topic", person=person):
        courses[(row.starts_on, row.opened_by, row.course)].append(row)
    for (day, effect, course), topics in courses.items():
        what = f"{course}, {words.counted('topic', len(topics), reading.lang)}"
        listed = ", ".join(row.topic for row in topics)
        made.happened("topic", day, effect, what, course=course, topics=listed)


def _judgements(made: making.Maker, reading: Reading, person: int) -> None:
    for row in reading.rows("rating", person=person):
        what = f"{row.period}: {reading.word('grade', row.grade)}"
        made.add("rating", row, what, period=row.period, grade=row.grade)
    for row in reading.rows("sanction", person=person):
        what = f"{reading.word('sanction', row.form)} ({reading.word('ground', row.ground)})"
        made.add("sanction", row, what, form=row.form, ground=row.ground)


def _single_effects(made: making.Maker, reading: Reading, entered: list[int], codes: list[str]) -> None:
    """What opens no span: nominations, and awards to a group of authors."""
    for effect in reading.live(kind="NOMINATE", person__in=entered):
        what = _post(reading, effect.post, effect.on)
        made.happened("nomination", effect.on, effect.id, what, post=reading.code("post", effect.post))
    for code in codes:
        for effect in reading.live(kind="AWARD", data__authors__icontains=code):
            if code in effect.data["authors"]:
                what = f"{effect.data['work']} ({effect.data['prize']})"
                made.happened("award", effect.on, effect.id, what, work=effect.data["work"])
