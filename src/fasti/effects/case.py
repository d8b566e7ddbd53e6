"""What a kind's check may ask: the register as it would stand with the act, the rule book, and the act's issuer.

The fold itself refuses what the spans of a day do not allow; here stand the questions that need the rule book or
other subjects.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from fasti import charter
from fasti.acts.findings import Finding
from fasti.effects.lines import World
from fasti.effects.recorded import Recorded
from fasti.register import rows


class Neighbours(World, Protocol):
    """A world that also knows who belongs to a unit or post."""

    def members(self, unit: int, day: date) -> int: ...
    def children(self, unit: int, day: date) -> Sequence[rows.UnitRow]: ...
    def planned(self, post: int) -> Sequence[rows.PoolRow]: ...
    def office_of(self, post: int) -> str: ...


@dataclass(frozen=True)
class Case:
    """The checks of the kinds, over one trial."""

    world: Neighbours
    pack: charter.Pack

    def unit_row(self, unit: int, day: date) -> rows.UnitRow | None:
        """The unit's span on a day."""
        return next((row for row in self.world.rows("unit", unit) if rows.holds(row, day)), None)

    def ancestors(self, unit: int, day: date) -> Iterable[int]:
        """The unit and all it stands under on a day, upward; ends where a unit comes round again."""
        seen: set[int] = set()
        at: int | None = unit
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            row = self.unit_row(at, day)
            at = row.parent if row else None

    def check_kind(self, effect: Recorded) -> Iterable[Finding]:
        """A unit's kind is known and may stand under its parent's kind."""
        name = effect.data["unit_kind"]
        yield from self._check_names(effect)
        try:
            kind = self.pack.unit_kind(name, as_of=effect.on)
        except charter.NoRule:
            yield Finding("unknown-kind", {"kind": name}, effect=effect.id)
            return
        parent = self.unit_row(effect.other_unit, effect.on) if effect.other_unit else None
        if parent and parent.kind not in kind.parents:
            args = {
                "unit": effect.unit,
                "kind": name,
                "other_unit": effect.other_unit,
                "article": kind.reference,
            }
            yield Finding("kind-not-under-parent", args, kind.reference, effect=effect.id)
        if effect.other_unit and effect.unit in self.ancestors(effect.other_unit, effect.on):
            args = {"unit": effect.unit, "other_unit": effect.other_unit}
            yield Finding("tree-cycle", args, effect=effect.id)

    def _check_names(self, effect: Recorded) -> Iterable[Finding]:
        """A unit has a name, in languages of the charter."""
        names = effect.data["name"]
        if not names or not all(name.strip() for name in names.values()):
            yield Finding("missing-field", {"field": "name"}, effect=effect.id)
        for lang in names:
            if lang not in self.pack.languages:
                yield Finding("unexpected-field", {"field": f"name.{lang}"}, effect=effect.id)

    def check_successor(self, effect: Recorded) -> Iterable[Finding]:
        """A unit goes over into another one that does not stand under it and can take what it had."""
        if effect.unit == effect.other_unit:
            yield Finding("same-unit", {"unit": effect.unit}, effect=effect.id)
        elif effect.other_unit:
            before = date.fromordinal(effect.on.toordinal() - 1)
            if effect.unit in list(self.ancestors(effect.other_unit, before))[1:]:
                args = {"unit": effect.unit, "other_unit": effect.other_unit}
                yield Finding("tree-cycle", args, effect=effect.id)
            yield from self._check_takes_over(effect, effect.other_unit, before)

    def _check_takes_over(self, effect: Recorded, successor: int, before: date) -> Iterable[Finding]:
        """The successor's kind has members, and units of these kinds under it, where the unit that ends has them."""
        row = self.unit_row(successor, effect.on)
        if row is None:
            return
        kind = self.pack.unit_kind(row.kind, as_of=effect.on)
        if not kind.has_members and self.world.members(effect.unit, before):
            args: dict[str, object] = {"unit": successor, "kind": row.kind, "article": kind.reference}
            yield Finding("unit-without-members", args, kind.reference, effect=effect.id)
        for child in self.world.children(effect.unit, before):
            under = self.pack.unit_kind(child.kind, as_of=effect.on)
            if not under.is_organ and row.kind not in under.parents and child.unit != successor:
                args = {"unit": child.unit, "kind": child.kind, "other_unit": successor}
                args["article"] = under.reference
                yield Finding("kind-not-under-parent", args, under.reference, effect=effect.id)

    def check_empty(self, effect: Recorded) -> Iterable[Finding]:
        """A unit that ends without a successor has neither members nor units under it."""
        before = date.fromordinal(effect.on.toordinal() - 1)
        units = [
            row
            for row in self.world.children(effect.unit, before)
            if not self.pack.unit_kind(row.kind, as_of=before).is_organ
        ]
        if units:
            args = {"unit": effect.unit, "count": len(units), "day": effect.on}
            yield Finding("unit-has-units", args, effect=effect.id)
        members = self.world.members(effect.unit, before)
        if members:
            args = {"unit": effect.unit, "count": members, "day": effect.on}
            yield Finding("unit-has-members", args, effect=effect.id)

    def check_office(self, effect: Recorded) -> Iterable[Finding]:
        """The office is known and may be established at a unit of this kind, with at least one seat."""
        name = effect.data["office"]
        try:
            office = self.pack.office(name, as_of=effect.on)
        except charter.NoRule:
            yield Finding("unknown-office", {"value": name}, effect=effect.id)
            return
        row = self.unit_row(effect.unit, effect.on)
        if row and row.kind not in office.unit_kinds:
            args = {
                "post": effect.post,
                "unit": effect.unit,
                "kind": row.kind,
                "article": office.reference,
            }
            yield Finding("post-not-for-unit", args, office.reference, effect=effect.id)
        if effect.data["seats"] < 1:
            args = {"field": "seats", "value": str(effect.data["seats"])}
            yield Finding("wrong-type", args, effect=effect.id)

    def check_members(self, effect: Recorded) -> Iterable[Finding]:
        """The stage is known and the unit's kind has members of its own."""
        if effect.data["stage"] not in ("probationary", "full"):
            yield Finding("stage-unknown", {"value": effect.data["stage"]}, effect=effect.id)
        row = self.unit_row(effect.unit, effect.on)
        if row:
            kind = self.pack.unit_kind(row.kind, as_of=effect.on)
            if not kind.has_members:
                args = {"unit": effect.unit, "kind": row.kind, "article": kind.reference}
                yield Finding("unit-without-members", args, kind.reference, effect=effect.id)

    def check_probation(self, effect: Recorded) -> Iterable[Finding]:
        """Probation lasts as long as the rule book says."""
        rule = self.pack.value("membership.probation_months", as_of=effect.on)
        since = self._on_probation_since(effect.person or 0, effect.on)
        if since is None:
            return
        months = since.year * 12 + since.month - 1 + int(rule.value)
        until = _on_or_before(months // 12, months % 12 + 1, since.day)
        if effect.on < until:
            args = {"person": effect.person, "until": until, "article": rule.reference}
            yield Finding("probation-too-short", args, rule.reference, effect=effect.id)

    def _on_probation_since(self, person: int, until: date) -> date | None:
        """The first day of the probation that ends on a day; a merger of units does not begin it anew."""
        since = None
        for row in reversed(self.world.rows("membership", person)):
            if row.stage == "probationary" and row.ends_before == (since or until):
                since = row.starts_on
        return since

    def check_reason(self, effect: Recorded, key: str) -> Iterable[Finding]:
        """The reason is on the charter's list."""
        listed = str(self.pack.value(key, as_of=effect.on).value).split()
        if effect.data["reason"] not in listed:
            yield Finding("unknown-reason", {"value": effect.data["reason"]}, effect=effect.id)

    def check_holds_no_post(self, effect: Recorded) -> Iterable[Finding]:
        """Who leaves holds no post any more, nor takes one up before coming back."""
        again = min(
            (
                row.starts_on
                for row in self.world.rows("membership", effect.person or 0)
                if row.starts_on >= effect.on
            ),
            default=date.max,
        )
        for row in self.world.rows("tenure", effect.person or 0):
            if row.starts_on < again and (row.ends_before is None or row.ends_before > effect.on):
                args = {"person": effect.person, "post": row.post, "day": effect.on}
                yield Finding("still-holds-posts", args, effect=effect.id)

    def check_post(self, effect: Recorded) -> Iterable[Finding]:
        """The post is established on the day."""
        if not self.world.stands("establishment", effect.post or 0, effect.on):
            args = {"post": effect.post, "day": effect.on}
            yield Finding("post-not-there", args, effect=effect.id)

    def check_plan(self, effect: Recorded) -> Iterable[Finding]:
        """No more persons for a post, and posts for a person, than the rule book allows."""
        post, person = effect.post or 0, effect.person or 0
        persons = self.pack.value("plan.max_persons_per_post", as_of=effect.on)
        seats = max(
            (row.seats for row in self.world.rows("establishment", post) if rows.holds(row, effect.on)),
            default=1,
        )
        on_post = sum(rows.holds(row, effect.on) for row in self.world.planned(post))
        if persons.value is not None and on_post > int(persons.value) * seats:
            args = {
                "post": post,
                "limit": int(persons.value) * seats,
                "article": persons.reference,
            }
            yield Finding("plan-too-many-persons", args, persons.reference, effect=effect.id)
        posts = self.pack.value("plan.max_posts_per_person", as_of=effect.on)
        of_person = sum(rows.holds(row, effect.on) for row in self.world.rows("pool", person))
        if posts.value is not None and of_person > int(posts.value):
            args = {"person": person, "limit": int(posts.value), "article": posts.reference}
            yield Finding("plan-too-many-posts", args, posts.reference, effect=effect.id)

    def check_topics(self, effect: Recorded) -> Iterable[Finding]:
        """A course has topics, each by a provider of the charter's list."""
        topics = effect.data["topics"]
        if not any(topics.values()):
            yield Finding("training-without-topics", {"value": effect.data["course"]}, effect=effect.id)
        listed = str(self.pack.value("training.providers", as_of=effect.on).value).split()
        for provider in topics:
            if provider not in listed:
                yield Finding("unknown-provider", {"value": provider}, effect=effect.id)

    def check_end(self, effect: Recorded, field: str) -> Iterable[Finding]:
        """What is planned to end ends after it begins."""
        until = effect.data.get(field)
        if until and date.fromisoformat(until) <= effect.on:
            args = {"field": field, "until": date.fromisoformat(until), "day": effect.on}
            yield Finding("day-not-after", args, effect=effect.id)

    def check_award(self, effect: Recorded) -> Iterable[Finding]:
        """An award names a work and at least one author."""
        if not effect.data["work"].strip() or not effect.data["authors"]:
            yield Finding("award-without-work", {}, effect=effect.id)


def _on_or_before(year: int, month: int, day: int) -> date:
    """The day of a month, or the month's last one where it is shorter."""
    for last in (day, 30, 29, 28):
        try:
            return date(year, month, min(day, last))
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month}")
