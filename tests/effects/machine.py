"""A body that decides at random: acts of all kinds, back-dated and ahead of time, withdrawn, corrected, issued again.

After each life of the body everything that must hold of a register is proved, by means that share nothing with the
fold where that is possible: rows are counted day by day, and what was known is compared with what the tables held
when it was recorded.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from fasti.acts.models import Act, Effect
from fasti.dates.periods import Period
from fasti.effects import store
from fasti.operations import issue_act, preview_change, rebuild_register, verify_record
from fasti.register import movement, rows
from fasti.register.rows import Row, UnitRow, holds
from fasti.reports import movement as reading
from fasti.subjects.models import Person, Post, Unit
from tests import cast
from tests.effects import deeds, handing

BEGAN_ON = date(2024, 6, 1)
"""The day of the first act after the founding; each later act is signed and recorded a day later."""
DAYS = st.integers(-500, 700).map(lambda days: BEGAN_ON + timedelta(days=days))
"""The day on which an act takes effect, before or after the one on which it is signed."""
SUBJECTS: dict[str, Any] = {"person": Person, "post": Post}
"""The identities that a field of a row names; units otherwise."""
PERIODS = ("2023", "2024-H1", "2024-07", "2024", "2025-Q1")


class Body(RuleBasedStateMachine):
    """One random life of the guild. `tally` counts over all lives what was accepted and what was refused."""

    tally: Counter[tuple[str, bool]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.serial = itertools.count(1)
        self.today = BEGAN_ON
        self.issued: list[tuple[Act, dict[str, Any]]] = []
        self.withdrawn: list[dict[str, Any]] = []
        self.history: list[tuple[datetime, dict[str, list[str]]]] = []
        """What the tables held after each act."""
        self.held = store.stored_register()

    # -- what the body does ----------------------------------------------------------------------------------

    @rule(data=st.data(), kind=st.sampled_from(deeds.OF_UNITS), day=DAYS)
    def decide_on_units(self, data: st.DataObject, kind: str, day: date) -> None:
        """Units come, go and change."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kind=st.sampled_from(deeds.OF_POSTS), day=DAYS)
    def decide_on_posts(self, data: st.DataObject, kind: str, day: date) -> None:
        """Posts get seats and lose them."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kind=st.sampled_from(deeds.TAKING), day=DAYS)
    def fill_a_post(self, data: st.DataObject, kind: str, day: date) -> None:
        """Somebody takes up a post."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kind=st.sampled_from(deeds.HOLDING), day=DAYS)
    def decide_on_holders(self, data: st.DataObject, kind: str, day: date) -> None:
        """Holders leave their posts or exchange them."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kind=st.sampled_from(deeds.OF_MEMBERS), day=DAYS)
    def decide_on_members(self, data: st.DataObject, kind: str, day: date) -> None:
        """Members come, go and change units."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kind=st.sampled_from(deeds.OF_MERIT), day=DAYS)
    def judge(self, data: st.DataObject, kind: str, day: date) -> None:
        """Plans, ratings, sanctions."""
        self._issue(kind, [kind], data, day)

    @rule(data=st.data(), kinds=st.lists(st.sampled_from(deeds.ALL), min_size=2, max_size=3), day=DAYS)
    def decide_several(self, data: st.DataObject, kinds: list[str], day: date) -> None:
        """An act with several deeds, each drawn as if it were alone."""
        self._issue("several", kinds, data, day)

    @rule(data=st.data())
    def hand_in_or_answer(self, data: st.DataObject) -> None:
        """The next steps of a return, of what it proposes, or points."""
        for _ in range(3):
            scene = deeds.Scene(self.today, lambda options: data.draw(st.sampled_from(options)), self.serial)
            try:
                made = handing.draft(scene, self.today)
            except deeds.NothingToDo:
                return
            self._record(made["effects"][0]["kind"], made)

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        """An act withdraws an earlier one, it may be itself a withdrawal."""
        if self.issued:
            act, content = self._drawn(data)
            if self._try("withdrawn", {}, relations=[{"kind": "withdraws", "act": act.code}]):
                self.withdrawn.append(content)

    @rule(data=st.data(), kind=st.sampled_from(["corrects", "amends", "repeals"]), days=st.integers(-40, 40))
    def change(self, data: st.DataObject, kind: str, days: int) -> None:
        """An act puts one effect of an earlier one right by moving its day, or repeals what has not come yet."""
        if not self.issued:
            return
        act, content = self._drawn(data)
        if kind == "repeals" or not content.get("effects"):
            self._try("repealed", {}, relations=[{"kind": "repeals", "act": act.code}])
            return
        place = data.draw(st.integers(1, len(content["effects"])))
        moved = {"on": content["signed_on"], **content["effects"][place - 1]}
        moved["on"] = (date.fromisoformat(moved["on"]) + timedelta(days=days)).isoformat()
        relation = {"kind": kind, "act": act.code, "effects": [place]}
        self._try("changed", {"effects": [moved]}, relations=[relation])

    @rule(data=st.data())
    def issue_again(self, data: st.DataObject) -> None:
        """What was withdrawn is decided once more."""
        if self.withdrawn:
            content = data.draw(st.sampled_from(self.withdrawn))
            self._try("again", {"effects": content.get("effects", [])})

    def _drawn(self, data: st.DataObject) -> tuple[Act, dict[str, Any]]:
        return self.issued[data.draw(st.integers(0, len(self.issued) - 1))]

    def _issue(self, name: str, kinds: list[str], data: st.DataObject, day: date) -> None:
        scene = deeds.Scene(day, lambda options: data.draw(st.sampled_from(options)), self.serial)
        try:
            effects = [effect for kind in kinds for effect in deeds.DEEDS[kind](scene)]
        except deeds.NothingToDo:
            return
        self._try(name, {"effects": effects})

    def _try(self, kind: str, content: dict[str, Any], **more: Any) -> bool:
        """Issue the act; whether it was accepted."""
        return self._record(kind, deeds.draft(content.get("effects", []), signed_on=self.today, **more))

    def _record(self, kind: str, draft: dict[str, Any]) -> bool:
        """The same with the draft as a whole. A preview said before what becomes of it."""
        at = cast.at(self.today.isoformat())
        seen = issue_act.preview([draft], pack=cast.pack())
        try:
            (act,) = cast.issue(draft, recorded_at=at)
        except issue_act.CannotIssue:
            assert seen.findings, draft
            self.tally[(kind, False)] += 1
            return False
        assert not seen.findings, draft
        before, self.held = self.held, store.stored_register()
        prove_preview(tuple(preview_change.spans(seen.changes)), before, self.held)
        self.tally[(kind, True)] += 1
        self.issued.append((act, draft))
        self.history.append((at + timedelta(hours=1), told(self.held)))
        self.today += timedelta(days=1)
        return True

    # -- what must hold --------------------------------------------------------------------------------------

    def teardown(self) -> None:
        """Prove the register, then take the life back."""
        try:
            self.prove()
        finally:
            transaction.savepoint_rollback(self.savepoint)

    def prove(self) -> None:
        """Everything at once."""
        differing, faults = rebuild_register.differences(), verify_record.verify().faults
        assert not differing, differing
        assert not faults, faults
        self.prove_what_was_known()
        register = store.stored_register()
        prove_no_overlap(register["membership"], "person")
        prove_seats(register)
        prove_movement(register)

    def prove_what_was_known(self) -> None:
        """As known after an act, the record folds to what the tables held then."""
        for known_before, held in self.history[:: max(1, len(self.history) // 6)]:
            known = told(store.register_as_known(known_before))
            other = {line: (known[line], held[line]) for line in known if known[line] != held[line]}
            assert not other, other
        for known_before, _ in self.history[len(self.history) // 2 :][:1]:
            prove_each_line(known_before)


def prove_preview(
    shown: Iterable[preview_change.SpanShift], before: dict[str, list[Row]], after: dict[str, list[Row]]
) -> None:
    """A preview shows exactly the rows that went and those that came, none of which is as it was."""
    shifts = list(shown)
    gone = Counter((each.line, str(each.before)) for each in shifts if each.before is not None)
    come = Counter((each.line, str(each.after)) for each in shifts if each.after is not None)
    old, new = (
        Counter((line, str(row)) for line, found in register.items() for row in found)
        for register in (before, after)
    )
    assert gone == old - new
    assert come == new - old
    assert all(each.before != each.after for each in shifts)


def prove_each_line(known_before: datetime) -> None:
    """Each line read alone, of its subject and of a post, is what the whole register says of it."""
    whole = store.register_as_known(known_before)
    for line, found in whole.items():
        fields = [rows.ROWS[line]._fields[0], *(["post"] if line in ("tenure", "pool") else [])]
        for field in fields:
            model = SUBJECTS.get(field, Unit)
            for id in model._default_manager.values_list("id", flat=True):
                alone = store.rows_of(line, known_before=known_before, **{field: id})
                there = [row for row in found if getattr(row, field) == id]
                assert sorted(map(str, alone)) == sorted(map(str, there)), (line, field, id)


def told(register: dict[str, list[Row]]) -> dict[str, list[str]]:
    """The rows as texts, by line."""
    return {line: list(map(str, found)) for line, found in register.items()}


def prove_no_overlap(found: Iterable[Row], *fields: str) -> None:
    """No two rows of one subject share a day."""
    by: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        by[tuple(getattr(row, field) for field in fields)].append(row)
    for of in by.values():
        for first, second in itertools.pairwise(sorted(of, key=lambda row: row.starts_on)):
            assert first.ends_before and first.ends_before <= second.starts_on, (first, second)  # noqa: PT018


def prove_seats(register: dict[str, list[Row]]) -> None:
    """On no day does a post have more holders than seats, nor a holder twice, nor seats of two kinds at once."""
    prove_no_overlap(register["tenure"], "person", "post")
    prove_no_overlap(register["establishment"], "post")
    of: dict[int, list[Row]] = defaultdict(list)
    for row in register["establishment"]:
        of[row.post].append(row)
    days = {row.starts_on for row in register["tenure"]} | {
        row.starts_on for row in register["establishment"]
    }
    for day in days:
        held = Counter(row.post for row in register["tenure"] if holds(row, day))
        empty = Counter(row.post for row in register["vacancy"] if holds(row, day))
        for post in {*held, *empty, *of}:
            seats = sum(row.seats for row in of[post] if holds(row, day))
            assert held[post] + empty[post] == seats, (post, day)


def prove_movement(register: dict[str, list[Row]]) -> None:
    """Opening + ins - outs = closing for every unit and period, on the tree of each day and on that of one day.

    Opening and closing are counted anew, member by member.
    """
    members: Sequence[Row] = register["membership"]
    of: dict[int, list[Row]] = defaultdict(list)
    for row in members:
        of[row.person].append(row)
    causes = {
        id: movement.Cause(kind, str(data.get("reason", "")))
        for id, kind, data in Effect.objects.values_list("id", "kind", "data")
    }
    units = sorted({row.unit for row in register["unit"]})
    for unit in units:
        daily = movement.each_day(unit, register["unit"])
        prove_footing(members, daily, of, causes, register["unit"], unit)
        fixed = movement.fixed(
            reading.beneath(unit, register["unit"], register["lineage"], date(2024, 12, 31))
        )
        prove_footing(members, fixed, of, causes, register["unit"], None)


def prove_footing(
    members: Sequence[Row],
    perimeter: dict[int, tuple[movement.Stay, ...]],
    of: dict[int, list[Row]],
    causes: dict[int, movement.Cause],
    units: Sequence[UnitRow],
    root: int | None,
) -> None:
    """The movement of one perimeter over all periods. `root`: the unit, where its tree of each day is meant."""
    found = list(movement.presences(members, perimeter))
    for period in map(Period.parse, PERIODS):
        told_ = movement.movement(found, period, memberships=of, causes=causes)
        before = period.starts_on - timedelta(days=1)
        opening, closing = (
            number_of(members, perimeter, units, root, day) for day in (before, period.last_day)
        )
        assert (told_.opening, told_.closing) == (opening, closing), (root, period, told_)
        assert opening + len(told_.ins) - len(told_.outs) == closing, (root, period, told_)


def number_of(
    members: Sequence[Row],
    perimeter: dict[int, tuple[movement.Stay, ...]],
    units: Sequence[UnitRow],
    root: int | None,
    day: date,
) -> int:
    """The members of a perimeter on a day, counted one by one; units are followed upward to the root."""
    if root is None:
        return sum(holds(row, day) and row.unit in perimeter for row in members)
    parents = {row.unit: row.parent for row in units if holds(row, day)}
    beneath = set()
    for unit in parents:
        at: int | None = unit
        while at is not None and at != root:
            at = parents.get(at)
        if at == root:
            beneath.add(unit)
    return sum(holds(row, day) and row.unit in beneath for row in members)
