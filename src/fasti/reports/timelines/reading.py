"""Reads what a timeline is made of: rows of the register as known on a day, the acts behind them, and names as they
were on each day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from fasti import charter, words
from fasti.acts.models import Effect
from fasti.effects import store, stored, wording
from fasti.register import rows
from fasti.reports.timelines.timeline import Deed
from fasti.subjects.models import Person, Post, Unit

Row = rows.Row


class Reading:
    """One reading of the record, as known before an instant (None: now), in a language."""

    def __init__(self, pack: charter.Pack, lang: str, known_before: datetime | None) -> None:
        self.pack, self.lang, self.known_before = pack, lang, known_before
        self._log = stored.Log(known_before)
        self._units: dict[int, list[Row]] = {}
        self._codes: dict[tuple[str, int], str] = {}
        self._posts: dict[int, tuple[str, int, str]] = {}

    def rows(self, line: str, **where: int) -> list[Row]:
        """Rows of a line by the values of fields."""
        return store.rows_of(line, known_before=self.known_before, **where)

    def live(self, **where: Any) -> list[Any]:
        """Effects that still stand, by the values of fields: for what no line of the register keeps."""
        return self._log.read_live(Effect.objects.filter(**where))

    def is_recorded(self, **where: Any) -> bool:
        """Whether any effect with these values was recorded."""
        query = Effect.objects.filter(**where)
        if self.known_before is not None:
            query = query.filter(recorded_at__lt=self.known_before)
        return query.exists()

    # -- names as they were on a day -----------------------------------------------------------------------------

    def spans(self, unit: int) -> list[Row]:
        """A unit's spans in order."""
        if unit not in self._units:
            self._units[unit] = self.rows("unit", unit=unit)
        return self._units[unit]

    def spans_of(self, units: Iterable[int]) -> list[Row]:
        """The spans of several units, unit by unit; read together where the record is read as known now."""
        wanted = sorted(set(units))
        new = [unit for unit in wanted if unit not in self._units]
        if self.known_before is None and new:
            self._units |= {unit: [] for unit in new}
            for row in store.rows_among("unit", "unit", new):
                self._units[row.unit].append(row)
        return [row for unit in wanted for row in self.spans(unit)]

    def beneath(self, units: Iterable[int]) -> set[int]:
        """The units that ever stood under one of some."""
        if self.known_before is None:
            return {row.unit for row in store.rows_among("unit", "parent", units)}
        return {row.unit for unit in units for row in self.rows("unit", parent=unit)}

    def span(self, unit: int, day: date) -> Row | None:
        """A unit's span on a day, else the last before it, else the first after it."""
        found = self.spans(unit)
        begun = [row for row in found if row.starts_on <= day]
        return (begun or found[:1] or [None])[-1]

    def unit(self, unit: int, day: date) -> str:
        """The unit's name on a day; its code where it has none."""
        span = self.span(unit, day)
        names: Mapping[str, str] = span.names if span else {}
        spoken = (self.lang, *self.pack.languages)
        return next((names[each] for each in spoken if names.get(each)), "") or self.code("unit", unit)

    def post(self, post: int, day: date) -> str:
        """The office, with the name of its unit on a day."""
        _, unit, office = self._post(post)
        return f"{self.pack.name('office', office, self.lang)}, {self.unit(unit, day)}"

    def person(self, person: int) -> str:
        """The person's name; the code once the name is erased."""
        name = Person.objects.values_list("full_name", flat=True).get(id=person)
        return name or self.code("person", person)

    def code(self, name: str, id: int) -> str:
        """The code of a unit, person or post."""
        if (name, id) not in self._codes:
            model: Any = {"unit": Unit, "person": Person, "post": Post}[name]
            self._codes[(name, id)] = str(model.objects.values_list("code", flat=True).get(id=id))
        return self._codes[(name, id)]

    def unit_of(self, post: int) -> int:
        """The unit of a post."""
        return self._post(post)[1]

    def office_of(self, post: int) -> str:
        """The office of a post."""
        return self._post(post)[2]

    def _post(self, post: int) -> tuple[str, int, str]:
        if post not in self._posts:
            self._posts[post] = Post.objects.values_list("code", "unit", "office").get(id=post)
        return self._posts[post]

    def word(self, group: str, id: str) -> str:
        """The charter's word for a code; the code itself where the charter has none."""
        return self.pack.names(group, self.lang).get(id, id)

    def day(self, day: date) -> str:
        """A day in digits."""
        return words.day(day, self.lang, style="short")

    # -- acts ----------------------------------------------------------------------------------------------------

    def deeds(self, effects: Iterable[int | None]) -> dict[int, Deed]:
        """What acts did, by effect."""
        found: dict[int, Deed] = {}
        wanted = sorted({each for each in effects if each})
        linked = ("act__issuer", "person", "other_person")
        for start in range(0, len(wanted), 500):
            query = Effect.objects.filter(id__in=wanted[start : start + 500]).select_related(*linked)
            found |= {effect.id: self._deed(effect) for effect in query}
        return found

    def _deed(self, effect: Effect) -> Deed:
        data: Mapping[str, Any] = effect.data
        return Deed(
            act=effect.act.code,
            symbol=effect.act.symbol,
            signed_on=effect.act.signed_on,
            ordinal=effect.ordinal,
            kind=effect.kind,
            word=self.pack.name("effect", effect.kind, self.lang),
            told=self._told(effect),
            reason=self.word("reason", data["reason"]) if data.get("reason") else "",
            act_id=effect.act_id,
            confidentiality=effect.act.confidentiality,
            on=effect.on,
            known_on=effect.recorded_at.date(),
        )

    def _told(self, effect: Effect) -> str:
        subjects = {
            place: getattr(effect, f"{place}_id")
            for place in ("unit", "person", "post", "other_unit", "other_post", "other_person")
        }
        names = _OnDay(self, effect.on)
        return wording.say(effect.kind, self.lang, names=names, subjects=subjects, data=effect.data)


class _OnDay:
    """Names on one day, as wordings ask for them."""

    def __init__(self, reading: Reading, day: date) -> None:
        self._reading, self._day = reading, day

    def unit(self, id: int) -> str:
        return self._reading.unit(id, self._day)

    def person(self, id: int) -> str:
        return self._reading.person(id)

    def post(self, id: int) -> str:
        return self._reading.post(id, self._day)

    def word(self, group: str, id: str) -> str:
        return self._reading.word(group, id)


def effects_of(found: Sequence[Row]) -> list[int | None]:
    """The effects that opened and closed rows."""
    return [effect for row in found for effect in (row.opened_by, getattr(row, "closed_by", None))]
