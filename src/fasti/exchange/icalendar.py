"""What falls due, as an iCalendar that any calendar program reads: ends of terms, sanctions and succession planning,
reports and tasks due.

Each is an event of one whole day. Its identity follows from what it is about, so a calendar that is fetched again
moves the event instead of doubling it, and its stamp is the instant at which the record came to know of it: the same
record always gives the same calendar. Persons appear by their code unless names are asked for.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

from fasti import words
from fasti.access import acts, rights
from fasti.acts import snapshots
from fasti.acts.models import Act, Relation, Task
from fasti.dates import periods
from fasti.exchange import extent, formats
from fasti.register.models import UnitSpan
from fasti.register.rows import Row
from fasti.reports import act_words, naming
from fasti.returns import coverage
from fasti.subjects.models import Person, Post, Unit

PRODUCT = "-//Fasti//Terms and deadlines//EN"
_NAMES = uuid.UUID("6b0f2b0c-31a5-5c0e-9d0a-6f3f0c5f7d11")
"""The space in which our events are named."""
_LONGEST_PERIOD = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that falls due on a day. `key` is what it is about: it stays when the day changes."""

    kind: str
    key: str
    on: date
    summary: str
    act: str = ""
    """Code of the act it rests on."""
    notes: tuple[str, ...] = ()
    known_at: datetime


def write(asked: formats.Asked) -> Iterator[bytes]:
    """The calendar; raises `formats.CannotWrite` for a unit that is not there."""
    with snapshots.snapshot():
        found = sorted(_Finder(asked).all(), key=lambda each: (each.on, each.kind, each.key))
        calendar = icalendar.Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("x-wr-calname", _title(asked))
        yield calendar.to_ical().replace(b"END:VCALENDAR\r\n", b"")
        for each in found:
            yield _event(each, asked).to_ical()
        yield b"END:VCALENDAR\r\n"


def _title(asked: formats.Asked) -> str:
    code = asked.unit or _root()
    day = asked.since or date.min
    return words.say(
        "calendar-title", asked.lang, unit=naming.Names(asked.pack, asked.lang, day).of_unit(code)
    )


def _root() -> str:
    found = (
        UnitSpan.objects.filter(parent=None).order_by("starts_on", "id").values_list("unit__code", flat=True)
    )
    return str(found.first() or "")


def _event(due: Due, asked: formats.Asked) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", str(uuid.uuid5(_NAMES, f"{asked.pack.id}/{due.kind}/{due.key}")))
    event.add("dtstamp", due.known_at)
    event.add("dtstart", due.on)
    event.add("dtend", due.on + timedelta(days=1))
    event.add("summary", due.summary)
    event.add("categories", [due.kind])
    event.add("transp", "TRANSPARENT")
    if due.notes:
        event.add("description", "\n".join(due.notes))
    if due.act:
        event.add("url", extent.name_of_act(due.act))
    return event


class _Finder:
    """Everything that falls due in the days asked about, in the units asked about."""

    def __init__(self, asked: formats.Asked) -> None:
        if asked.since is None or asked.until is None:
            raise ValueError("a calendar needs its first and its last day")
        self._asked = asked
        self._since, self._until = asked.since, asked.until
        self._extent = extent.Extent(asked)
        self._names = naming.Names(asked.pack, asked.lang, asked.since)

    def all(self) -> Iterator[Due]:
        """All kinds, one after the other."""
        yield from self._terms()
        yield from self._pools()
        yield from self._sanctions()
        yield from self._tasks()
        yield from self._reports()

    def _may(self, right: str, unit: int) -> bool:
        return self._asked.sight.may(right, unit)

    def _is_in(self, day: date | None) -> bool:
        return day is not None and self._since <= day <= self._until

    def _say(self, message: str, /, **args: object) -> str:
        return words.say(message, self._asked.lang, **args)

    def _name(self, group: str, id: str) -> str:
        """The charter's name for something; its id where the charter has none any more."""
        return self._asked.pack.names(group, self._asked.lang).get(id, id)

    def _shown(self, person: Person) -> str:
        return act_words.displayed(person, self._asked.lang) if self._asked.has_names else person.code

    def _notes(self, cited: extent.Source, *more: str) -> tuple[str, ...]:
        act = words.act_reference(cited.symbol, cited.signed_on, self._asked.lang)
        return (self._say("calendar-act", act=act), *more)

    def _terms(self) -> Iterator[Due]:
        """Terms that end as decided while the post is still held."""
        rows = (
            row
            for row in self._extent.rows("tenure")
            if self._is_in(row.ends_planned_on)
            and (row.ends_before is None or row.ends_before > row.ends_planned_on)
        )
        yield from self._of_posts("term", rows, "ends_planned_on")

    def _pools(self) -> Iterator[Due]:
        """Succession planning that ends by itself."""
        rows = (
            row for row in self._extent.rows("pool") if row.closed_by is None and self._is_in(row.ends_before)
        )
        yield from self._of_posts("pool", rows, "ends_before")

    def _of_posts(self, kind: str, rows: Iterator[Row], field: str) -> Iterator[Due]:
        for some in extent.chunks(rows):
            posts = Post.objects.select_related("unit").in_bulk({row.post for row in some})
            persons = Person.objects.in_bulk({row.person for row in some})
            cited = extent.sources(row.opened_by for row in some)
            self._asked.sight.learn({post.unit_id for post in posts.values()})
            for row in some:
                post, person, source = posts[row.post], persons[row.person], cited[row.opened_by]
                if not self._may(rights.PEOPLE, post.unit_id):
                    continue
                shown = self._names.of_post(post)
                yield Due(
                    kind=kind,
                    key=f"{person.code}@{post.code}:{row.starts_on}",
                    on=getattr(row, field),
                    summary=self._say(f"calendar-{kind}", post=shown, person=self._shown(person)),
                    act=source.act,
                    notes=self._notes(source),
                    known_at=source.recorded_at,
                )

    def _sanctions(self) -> Iterator[Due]:
        """Sanctions of persons and units that run out by themselves."""
        for line in ("sanction", "unit_sanction"):
            rows = (
                row
                for row in self._extent.rows(line)
                if row.closed_by is None and self._is_in(row.ends_before)
            )
            for some in extent.chunks(rows):
                units = extent.codes(Unit, (row.unit for row in some))
                persons = Person.objects.in_bulk({row.person for row in some if line == "sanction"})
                cited = extent.sources(row.opened_by for row in some)
                for row in some:
                    if not self._may(rights.PERSONAL, row.unit):
                        continue
                    person = persons[row.person] if line == "sanction" else None
                    yield self._sanction(row, units[row.unit], person, cited[row.opened_by])

    def _sanction(self, row: Row, unit: str, person: Person | None, cited: extent.Source) -> Due:
        sanction = self._name("sanction", row.form)
        subject = self._shown(person) if person else self._names.of_unit(unit)
        return Due(
            kind="sanction",
            key=f"{person.code if person else unit}:{row.form}:{row.starts_on}",
            on=row.ends_before,
            summary=self._say("calendar-sanction", sanction=sanction, subject=subject),
            act=cited.act,
            notes=self._notes(cited),
            known_at=cited.recorded_at,
        )

    def _tasks(self) -> Iterator[Due]:
        """Tasks due, given by acts that stand."""
        tasks = Task.objects.filter(due_on__gte=self._since, due_on__lte=self._until)
        tasks = acts.restrict(tasks, self._asked.sight, "act")
        tasks = tasks.select_related("act__issuer", "unit", "responsible").order_by("act_id", "ordinal")
        withdrawn = set(Relation.objects.filter(kind="withdraws").values_list("target", flat=True))
        for task in tasks.iterator(chunk_size=extent.CHUNK):
            if task.act_id in withdrawn or not self._is_asked(task.unit_id) or task.due_on is None:
                continue
            act = task.act
            cited = extent.Source(act.code, act.symbol, act.signed_on, act.recorded_at)
            person = [self._say("calendar-responsible", person=self._shown(task.responsible))] if (
                task.responsible
            ) else []  # fmt: skip
            unit, text = self._names.of_unit(task.unit.code), self._plain(task.text)
            yield Due(
                kind="task",
                key=f"{act.code}#{task.ordinal}",
                on=task.due_on,
                summary=self._say("calendar-task", text=text, unit=unit),
                act=act.code,
                notes=self._notes(cited, *person),
                known_at=act.recorded_at,
            )

    def _is_asked(self, unit: int) -> bool:
        return self._extent.units is None or unit in self._extent.units

    def _plain(self, text: str) -> str:
        """The text with persons by their names if those are asked for, else by their codes."""
        people = {
            person.code: self._shown(person)
            for person in Person.objects.filter(code__in=act_words.PERSON.findall(text))
        }
        return act_words.PERSON.sub(lambda found: people.get(found[1], found[1]), text)

    def _reports(self) -> Iterator[Due]:
        """Reports due that have not been given, of the unit asked for and of the units it collects reports from."""
        if not self._sees_figures():
            return
        unit = self._asked.unit or _root()
        for form in self._asked.pack.forms(as_of=self._until):
            for period in self._periods(form):
                rows = coverage.coverage(self._asked.pack, form, unit=unit, period=period).rows
                for row in [*rows, *self._own(form, unit, period)]:
                    if row.act is None and self._is_in(row.due_on):
                        yield self._report(form, period, row)

    def _sees_figures(self) -> bool:
        unit = Unit.objects.filter(code=self._asked.unit or _root()).values_list("id", flat=True).first()
        return any(
            unit is not None and self._may(right, unit) for right in (rights.FIGURES, rights.SHARED_FIGURES)
        )

    def _periods(self, form: str) -> Iterator[periods.Period]:
        """The periods that a report of this form may be due on in the days asked about."""
        for kind in self._asked.pack.form(form, as_of=self._until).period_kinds:
            period = periods.of_day(kind, self._until)
            while period.last_day >= self._since - _LONGEST_PERIOD:
                yield period
                period = period.previous()

    def _own(self, form: str, unit: str, period: periods.Period) -> list[coverage.Row]:
        """What the unit itself owes to the one above it."""
        named = naming.Names(self._asked.pack, self._asked.lang, period.last_day).unit(unit)
        if named is None or named.parent is None:
            return []
        above = coverage.coverage(self._asked.pack, form, unit=named.parent, period=period)
        return [row for row in above.rows if row.unit == unit]

    def _report(self, form: str, period: periods.Period, row: coverage.Row) -> Due:
        said = self._say(
            "calendar-report",
            form=self._name("form", form),
            period=words.period(period, self._asked.lang),
            unit=self._names.of_unit(row.unit),
        )
        return Due(
            kind="report",
            key=f"{row.unit}:{form}:{period.code}",
            on=row.due_on,
            summary=said,
            known_at=self._begun(row.unit),
        )

    def _begun(self, unit: str) -> datetime:
        """The instant at which the record came to know of a unit: since then it owes reports."""
        first = Act.objects.filter(effects__unit__code=unit).order_by("recorded_at").first()
        if first is None:
            raise LookupError(unit)
        return first.recorded_at
