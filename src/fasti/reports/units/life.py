"""A unit's life as it is told, newest first: founded, renamed, moved, what went over into it and what it went into,
what was founded and ended beneath it, who led it, what became of its returns.

Each entry says on which day it holds and, where the body learnt of it later, since when it was known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from fasti import charter, words
from fasti.access import people, rights
from fasti.access import returns as seen_returns
from fasti.access.sight import Sight
from fasti.dates import periods
from fasti.dates.axes import When
from fasti.effects import store
from fasti.register.models import Establishment, Tenure, UnitSpan
from fasti.register.rows import LineageRow, TenureRow, UnitRow
from fasti.reports.units import deeds, standing
from fasti.reports.units import unit as units
from fasti.reports.units.deeds import Deed
from fasti.reports.units.unit import Shown
from fasti.subjects.models import Person, Post


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened to a unit on a day."""

    kind: str
    """founded, renamed, moved, merged, absorbed, ended, split, beneath, leader or return."""
    on: date
    told: str
    deed: Deed | None

    @property
    def is_big(self) -> bool:
        """Whether units went over into others."""
        return self.kind in ("merged", "split")

    @property
    def is_end(self) -> bool:
        """Whether the unit, or a leader's time, came to its end."""
        return self.kind == "ended"

    @property
    def known_on(self) -> date | None:
        """The day on which the body learnt of it, if later than the day after: an act is recorded overnight."""
        late = self.deed is not None and (self.deed.known_on - self.on).days > 1
        return self.deed.known_on if self.deed and late else None


@dataclass(frozen=True, slots=True)
class Life:
    """What had happened by the day, newest first, and how much comes later."""

    entries: tuple[Entry, ...]
    num_later: int


_DISCREET = ("leader", "return")
"""Kinds of which nothing is told where a confidential act out of sight brought them about."""
_Raw = tuple[str, date, str, int | None]
"""Kind, day, words, effect."""
_Step = tuple[_Raw, int | None]
"""With the effect that handed in the return it is a step of."""


def of_unit(shown: Shown, sight: Sight, *, pack: charter.Pack, when: When, lang: str) -> Life:
    """The life of a unit up to a day."""
    telling = _Telling(shown, pack, when, lang)
    steps = list(telling.returns(sight))
    raw = [*telling.places(), *telling.edges(), *telling.beneath(), *telling.leaders(sight)]
    named = [
        *(effect for *_, effect in raw),
        *(effect for (*_, own), first in steps for effect in (own, first)),
    ]
    found = deeds.of(named, sight, pack=pack, lang=lang)
    raw += [
        step for step, handed_in in steps if not ((first := found.get(handed_in or 0)) and first.is_secret)
    ]
    made = [
        Entry(kind, on, told, deed)
        for kind, on, told, effect in raw
        if not ((deed := found.get(effect or 0)) and deed.is_secret and kind in _DISCREET)
    ]
    begun = [entry for entry in made if entry.on <= when.as_of]
    begun.sort(key=lambda entry: (entry.on, entry.is_big), reverse=True)
    return Life(tuple(begun), len(made) - len(begun))


class _Telling:
    """Makes entries of rows."""

    def __init__(self, shown: Shown, pack: charter.Pack, when: When, lang: str) -> None:
        self.shown, self.pack, self.when, self.lang = shown, pack, when, lang
        self.names = shown.names
        self.names.learn(row.parent for row in shown.spans)

    def places(self) -> Iterator[_Raw]:
        """Founded, renamed, moved, ended; an end by going over into another unit is told as that."""
        before: UnitRow | None = None
        for row in self.shown.spans:
            if before is None or before.ends_before != row.starts_on:
                yield self._founded(row)
            else:
                yield from self._changed(before, row)
            before = row
        went_over = {edge.on for edge in self.shown.edges if edge.predecessor == self.shown.id}
        if before and before.ends_before and before.ends_before not in went_over:
            yield "ended", before.ends_before, self._say("ended"), before.closed_by

    def _founded(self, row: UnitRow) -> _Raw:
        kind = self.pack.names("unit_kind", self.lang).get(row.kind, row.kind)
        if row.parent is None:
            return "founded", row.starts_on, self._say("founded-root", kind=kind), row.opened_by
        parent = self.names.of(row.parent, row.starts_on).name
        return "founded", row.starts_on, self._say("founded", kind=kind, parent=parent), row.opened_by

    def _changed(self, before: UnitRow, row: UnitRow) -> Iterator[_Raw]:
        was, now = (self.names.row(each, self.shown.id).name for each in (before, row))
        if was != now:
            yield "renamed", row.starts_on, self._say("renamed", was=was, now=now), row.opened_by
        if before.parent != row.parent and row.parent is not None:
            parent = self.names.of(row.parent, row.starts_on).name
            yield "moved", row.starts_on, self._say("moved", parent=parent), row.opened_by

    def edges(self) -> Iterator[_Raw]:
        """What went over into it together, and what it went into or gave."""
        came: dict[date, list[LineageRow]] = defaultdict(list)
        within: dict[date, list[LineageRow]] = defaultdict(list)
        outer = units.outer(self.shown)
        for edge in self.shown.edges:
            if edge.successor != self.shown.id or edge.manner == "split":
                yield self._given(edge)
            elif edge.predecessor in outer:
                came[edge.on].append(edge)
            else:
                within[edge.on].append(edge)
        for on, edges in within.items():
            effect = edges[0].opened_by if len(edges) == 1 else None
            yield "absorbed", on, self._say("absorbed", n=len(edges)), effect
        for on, edges in came.items():
            others = words.join([self._name(edge.predecessor, on) for edge in edges], self.lang)
            told = self._say("merged", others=others, n=len(edges))
            yield "merged", on, told, edges[0].opened_by

    def _given(self, edge: LineageRow) -> _Raw:
        if edge.predecessor == self.shown.id:
            other, way = self._name(edge.successor, edge.on), "gave"
            if edge.manner != "split":
                return "merged", edge.on, self._say("went-over", other=other), edge.opened_by
        else:
            other, way = self._name(edge.predecessor, edge.on), "got"
        return "split", edge.on, self._say(way, other=other, n=edge.share), edge.opened_by

    def _name(self, unit: int, on: date) -> str:
        """Its name on the day before: on the day itself it may be gone."""
        return self.names.of(unit, date.fromordinal(on.toordinal() - 1)).name

    def beneath(self) -> Iterator[_Raw]:
        """How many units came to stand under it and how many left, day by day, but for the day it began itself."""
        came: dict[date, list[UnitRow]] = defaultdict(list)
        went: dict[date, list[UnitRow]] = defaultdict(list)
        for row in self._children():
            came[row.starts_on].append(row)
            if row.ends_before:
                went[row.ends_before].append(row)
        for on in sorted((came.keys() | went.keys()) - {self.shown.starts_on}):
            stayed = {row.unit for row in came[on]} & {row.unit for row in went[on]}
            new = [row for row in came[on] if row.unit not in stayed]
            old = [row for row in went[on] if row.unit not in stayed]
            if new or old:
                effects = {row.opened_by for row in new} | {row.closed_by for row in old}
                effect = effects.pop() if len(effects) == 1 else None
                yield "beneath", on, self._say("beneath", came=len(new), went=len(old)), effect

    def _children(self) -> Iterable[UnitRow]:
        if self.when.known_before is None:
            query = UnitSpan.objects.filter(parent=self.shown.id)
            return [UnitRow(*values) for values in query.values_list(*UnitRow._fields)]
        candidates = standing.ever_under([self.shown.id], self.when)[self.shown.id]
        found = standing.spans_of(candidates, self.when).values()
        return [row for spans in found for row in spans if row.parent == self.shown.id]

    def leaders(self, sight: Sight) -> Iterator[_Raw]:
        """Who came to hold the leading posts of one seat, where the people of the unit are seen."""
        posts = self._leading([unit for unit in self.shown.units if sight.may(rights.PEOPLE, unit)])
        held = self._tenures(posts)
        seen = people.seen_among(sight, {row.person for row in held})
        query = Person.objects.filter(id__in=seen).values_list("id", "code", "full_name")
        persons = {id: name or code for id, code, name in query}
        offices = self.pack.names("office", self.lang)
        for row in held:
            if row.person in persons:
                office = offices.get(posts[row.post], posts[row.post])
                told = self._say("leader", person=persons[row.person], office=office)
                yield "leader", row.starts_on, told, row.opened_by

    def returns(self, sight: Sight) -> Iterator[_Step]:
        """Each return handed in, sent back, accepted, opened again, where the returns of the unit are seen."""
        if not seen_returns.sees(sight, self.shown.id):
            return
        forms = self.pack.names("form", self.lang)
        for row in store.rows_of("return", known_before=self.when.known_before, unit=self.shown.id):
            period = words.period(periods.Period.parse(row.period), self.lang)
            state = words.say(f"return-state-{row.state.replace('_', '-')}", self.lang)
            form = forms.get(row.form, row.form)
            told = self._say("return", form=form, period=period, version=row.version, state=state)
            yield ("return", row.starts_on, told, row.opened_by), row.submission

    def _leading(self, units: Sequence[int]) -> dict[int, str]:
        """The posts of one seat by which the unit is led: of leading offices of its committee, by their office."""
        if not units:
            return {}
        several = Establishment.objects.filter(post=OuterRef("id"), seats__gt=1)
        query = Post.objects.filter(~Exists(several), unit__in=units)
        found = {}
        for id, office in query.values_list("id", "office"):
            try:
                rule = self.pack.office(office, as_of=self.when.as_of)
            except charter.NoRule:
                continue
            if rule.is_leader and rule.is_committee:
                found[id] = office
        return found

    def _tenures(self, posts: Mapping[int, str]) -> list[TenureRow]:
        before = self.when.known_before
        if before is not None:
            return [row for post in posts for row in store.rows_of("tenure", known_before=before, post=post)]
        query = Tenure.objects.filter(post__in=posts) if posts else Tenure.objects.none()
        return [TenureRow(*values) for values in query.values_list(*TenureRow._fields)]

    def _say(self, what: str, **args: object) -> str:
        return words.say(f"unit-life-{what}", self.lang, **args)
