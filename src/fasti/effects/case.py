"""What a kind's check may ask: the register as it would stand with the act, the rule book, and the act's issuer.

The fold itself refuses what the spans of a day do not allow; here stand the questions that need the rule book or
other subjects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, cast

from fasti import charter
from fasti.acts.findings import Finding
from fasti.dates import spans
from fasti.effects.lines import World
from fasti.effects.recorded import Recorded
from fasti.register import rows

if TYPE_CHECKING:
    from fasti.effects.state import Change


class Neighbours(World, Protocol):
    """A world that also knows who belongs to a unit or post."""

    def members(self, unit: int, day: date) -> int: ...
    def children(self, unit: int, day: date) -> Sequence[rows.UnitRow]: ...
    def members_of(self, unit: int) -> Sequence[rows.MembershipRow]: ...
    def planned(self, post: int) -> Sequence[rows.PoolRow]: ...
    def office_of(self, post: int) -> str: ...
    def recorded(self, id: int) -> Recorded: ...
    def effects(self, line: str, subject: int) -> Sequence[Recorded]: ...
    def is_live(self, effect: int) -> bool: ...


def taken_back(effect: Recorded, world: Neighbours) -> Recorded:
    """The effect that a VOID, or one of VOIDs, is about in the end; any other effect itself."""
    while effect.voids is not None:
        effect = world.recorded(effect.voids)
    return effect


@dataclass(frozen=True)
class Case:
    """The checks of the kinds, over one trial."""

    world: Neighbours
    pack: charter.Pack

    def unit_row(self, unit: int, day: date) -> rows.UnitRow | None:
        """The unit's span on a day."""
        row: Any
        for row in self.world.rows("unit", unit):
            if row.starts_on <= day and (row.ends_before is None or day < row.ends_before):
                return cast(rows.UnitRow, row)
        return None

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
        """A unit's kind is known, units of it are founded on the day, and it may stand under its parent's kind."""
        name = effect.data["unit_kind"]
        yield from self._check_names(effect)
        try:
            kind = self.pack.unit_kind(name, as_of=effect.on)
        except charter.NoRule:
            yield Finding("unknown-kind", {"kind": name}, effect=effect.id)
            return
        if not kind.is_foundable:
            args = {"kind": kind.id, "day": effect.on, "article": kind.reference}
            yield Finding("kind-not-founded", args, kind.reference, effect=effect.id)
        yield from self._check_under(effect, kind)
        if effect.other_unit and effect.unit in self.ancestors(effect.other_unit, effect.on):
            args = {"unit": effect.unit, "other_unit": effect.other_unit}
            yield Finding("tree-cycle", args, effect=effect.id)

    def _check_under(self, effect: Recorded, kind: charter.UnitKind) -> Iterable[Finding]:
        """A unit of the kind may stand under the parent's kind on the day."""
        parent = self.unit_row(effect.other_unit, effect.on) if effect.other_unit else None
        if parent and parent.kind not in kind.parents:
            args = {"unit": effect.unit, "kind": kind.id, "other_unit": effect.other_unit}
            args["article"] = kind.reference
            yield Finding("kind-not-under-parent", args, kind.reference, effect=effect.id)

    def check_move(self, effect: Recorded) -> Iterable[Finding]:
        """A unit may move under a unit of that kind.

        That it does not come to stand under itself, on any day, is a matter of the fold; `check_organs_stay` sees to
        organs.
        """
        row = self.unit_row(effect.unit, effect.on)
        if row is None:
            return
        kind = self.pack.unit_kind(row.kind, as_of=effect.on)
        if not kind.is_organ:
            yield from self._check_under(effect, kind)
        yield from self.check_does_something(effect, "unit", effect.unit, "parent")

    def check_rename(self, effect: Recorded) -> Iterable[Finding]:
        """The new name is one, and not the old one."""
        yield from self._check_names(effect)
        yield from self.check_does_something(effect, "unit", effect.unit, "names", "abbreviation")

    def check_does_something(
        self, effect: Recorded, line: str, subject: int, *fields: str
    ) -> Iterable[Finding]:
        """The effect leaves its line otherwise than it was in these fields."""
        spans_ = self.world.rows(line, subject)
        for old in (row for row in spans_ if row.closed_by == effect.id):
            new = next((row for row in spans_ if row.opened_by == effect.id), None)
            if new and all(getattr(new, field) == getattr(old, field) for field in fields):
                yield Finding("nothing-to-do", {}, effect=effect.id)

    def check_shares(self, effect: Recorded) -> Iterable[Finding]:
        """The parts that a unit gives away on one day are parts of a whole."""
        share = effect.data["share"]
        if not 1 <= share <= 100:
            yield Finding("wrong-type", {"field": "share", "value": str(share)}, effect=effect.id)
        given = [row for row in self.world.rows("lineage", effect.unit) if row.on == effect.on]
        total = sum(row.share for row in given if row.manner == "split")
        if total > 100:
            args = {"unit": effect.unit, "number": total, "day": effect.on}
            yield Finding("shares-above-whole", args, effect=effect.id)

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

    def check_organs_stay(self, changes: Iterable[Change]) -> Iterable[Finding]:
        """An organ stays with the unit it serves: neither is it moved, nor does what was moved become an organ."""
        for change in changes:
            if change.line != "unit" or len({row.parent for row in change.after}) < 2:
                continue
            first = change.after[0]
            kind = self._kind_of(first)
            if kind is not None and kind.is_organ:
                moved = next(row for row in change.after if row.parent != first.parent)
                args = {"unit": change.subject, "kind": kind.id, "article": kind.reference}
                yield Finding("organ-moves-with-unit", args, kind.reference, effect=moved.opened_by)

    def _kind_of(self, row: rows.UnitRow) -> charter.UnitKind | None:
        """The kind as which a unit began to stand, None where the rule book knew none of that name."""
        try:
            return self.pack.unit_kind(row.kind, as_of=row.starts_on)
        except charter.NoRule:
            return None

    def check_left_behind(self, changes: Iterable[Change]) -> Iterable[Finding]:
        """No unit that ends without a successor takes members or units with it: neither by the act at hand, nor
        because that brings somebody into a unit of which it was decided before that it ends.
        """
        lost: dict[tuple[str, int], set[int]] = defaultdict(set)
        for change in changes:
            if change.line in ("membership", "unit"):
                for row in change.after:
                    if row.closed_by is not None and row not in change.before:
                        lost[(change.line, row.closed_by)].add(change.subject)
        for (line, by), subjects in sorted(lost.items()):
            end = self.world.recorded(by)
            if end.kind == "DISSOLVE" and end.other_unit is None:
                count = sum(line == "membership" or self._is_lost(unit, end) for unit in subjects)
                args = {"unit": end.unit, "count": count, "day": end.on}
                code = "unit-has-members" if line == "membership" else "unit-has-units"
                yield from [Finding(code, args, effect=by)] if count else []

    def _is_lost(self, unit: int, end: Recorded) -> bool:
        """Whether a unit ends with the one above it though it is not its organ."""
        row = self.unit_row(unit, date.fromordinal(end.on.toordinal() - 1))
        return (
            unit != end.unit
            and row is not None
            and not self.pack.unit_kind(row.kind, as_of=row.starts_on).is_organ
        )

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
        yield from self._check_seated(effect)

    def _check_seated(self, effect: Recorded) -> Iterable[Finding]:
        """A post has at least one seat."""
        if effect.data["seats"] < 1:
            args = {"field": "seats", "value": str(effect.data["seats"])}
            yield Finding("wrong-type", args, effect=effect.id)

    def check_seats(self, effect: Recorded) -> Iterable[Finding]:
        """The number of seats changes, and not to none: that is to abolish the post."""
        yield from self._check_seated(effect)
        yield from self.check_does_something(effect, "establishment", effect.post or 0, "seats")

    def check_members(self, effect: Recorded) -> Iterable[Finding]:
        """The stage is known and the unit's kind has members of its own."""
        if effect.data["stage"] not in ("probationary", "full"):
            yield Finding("stage-unknown", {"value": effect.data["stage"]}, effect=effect.id)
        yield from self.check_has_members(effect)

    def check_has_members(self, effect: Recorded) -> Iterable[Finding]:
        """The unit's kind has members of its own."""
        row = self.unit_row(effect.unit, effect.on)
        if row:
            kind = self.pack.unit_kind(row.kind, as_of=effect.on)
            if not kind.has_members:
                args = {"unit": effect.unit, "kind": row.kind, "article": kind.reference}
                yield Finding("unit-without-members", args, kind.reference, effect=effect.id)

    def check_waited(self, effect: Recorded) -> Iterable[Finding]:
        """Who was a member before is readmitted only after the waiting time of the rule book."""
        ends = [row.ends_before for row in self.world.rows("membership", effect.person or 0)]
        left = max((end for end in ends if end is not None and end <= effect.on), default=None)
        if left is None:
            return
        rule = self.pack.value("readmission.waiting_months", as_of=effect.on)
        until = spans.months_after(left, int(rule.value))
        if effect.on < until:
            args = {"person": effect.person, "until": until, "article": rule.reference}
            yield Finding("readmit-too-early", args, rule.reference, effect=effect.id)

    def check_probation(self, effect: Recorded) -> Iterable[Finding]:
        """Probation lasts as long as the rule book says."""
        rule = self.pack.value("membership.probation_months", as_of=effect.on)
        since = self._on_probation_since(effect.person or 0, effect.on)
        if since is None:
            return
        until = spans.months_after(since, int(rule.value))
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

    def check_higher(self, effect: Recorded) -> Iterable[Finding]:
        """Where the charter ranks its offices, succession is planned for a post higher than those held."""
        planned = self._rank(effect.post or 0, effect.on)
        tenures = self.world.rows("tenure", effect.person or 0)
        ranks = [self._rank(row.post, effect.on) for row in tenures if rows.holds(row, effect.on)]
        if planned is not None and any(rank is not None and rank <= planned for rank in ranks):
            article = self.pack.office(self.world.office_of(effect.post or 0), as_of=effect.on).reference
            args = {"person": effect.person, "post": effect.post, "article": article}
            yield Finding("plan-not-higher", args, article, effect=effect.id)

    def _rank(self, post: int, day: date) -> int | None:
        """The rank of a post's office, None where the charter gives none on the day."""
        try:
            return self.pack.office(self.world.office_of(post), as_of=day).rank
        except charter.NoRule:
            return None

    def check_listed(self, effect: Recorded, field: str, key: str, code: str) -> Iterable[Finding]:
        """A code of the effect is on a list of the charter."""
        rule = self.pack.value(key, as_of=effect.on)
        if effect.data[field] not in str(rule.value).split():
            args = {"value": effect.data[field], "article": rule.reference}
            yield Finding(code, args, rule.reference, effect=effect.id)

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
