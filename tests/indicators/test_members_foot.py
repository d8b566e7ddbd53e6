"""The figures of members foot for every unit, period and boundaries, and say what `register.movement` says.

Movement tells who came into a perimeter and who went out of it. Figures are added up from the units of the perimeter: a
move between two of them is in both `members.moved_in` and `members.moved_out`. So admissions, departures and both ends
are compared for the perimeter as a whole, and moves unit by unit.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti.acts.models import Act, Effect
from fasti.dates.periods import Period
from fasti.effects import store
from fasti.indicators import compute, explain
from fasti.operations import verify_record, withdraw_act
from fasti.register import movement
from fasti.register.models import Membership
from fasti.register.rows import Row
from fasti.reports import movement as reading
from fasti.subjects.models import Unit
from tests import cast
from tests.effects import deeds
from tests.effects.machine import Body

pytestmark = pytest.mark.django_db
INS, OUTS = ("members.admitted", "members.moved_in"), ("members.left", "members.moved_out")
OPENING, CLOSING = "members.opening", "members.total"
TRANSFERRED = ("members.transferred_in", "members.transferred_out")
IDS = (OPENING, *INS, *OUTS, CLOSING, *TRANSFERRED)
FIGURE_OF = {
    "admitted": "members.admitted", "readmitted": "members.admitted", "left": "members.left",
    "struck-off": "members.left", "transferred-in": "members.moved_in", "came-with": "members.moved_in",
    "transferred-out": "members.moved_out", "gone-with": "members.moved_out",
}  # fmt: skip
PERIODS = tuple(map(Period.parse, ("2024-H1", "2024-07", "2024", "2025-H1")))
BOUNDARIES = tuple(map(date.fromisoformat, ("2023-06-30", "2024-06-30", "2024-07-01", "2025-12-31")))
DAYS = st.sampled_from(
    [
        *map(date.fromisoformat, ("2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", "2024-07-31")),
        *map(date.fromisoformat, ("2024-07-01", "2024-12-31", "2025-01-01", "2025-03-01")),
    ]
)
"""Few days at the edges of periods, so that much falls on one day."""


def entered_again(scene: deeds.Scene) -> deeds.Effects:
    """A member left, was entered anew in another unit, on that day or later, and is found to be one person."""
    person, unit = scene.pick(scene.members())
    code, to = scene.new("P"), scene.pick(set(scene.units(*deeds.LODGES)) - {unit})
    again = (scene.day + timedelta(days=scene.pick([0, 1, 30]))).isoformat()
    return [
        deeds.effect(scene, "LEAVE", person=person),
        {"kind": "ADMIT", "person": code, "unit": to, "stage": "full", "on": again, "family_name": code,
         "given_name": "Given"},
        {"kind": "SAME_PERSON", "person": code, "other_person": person},
    ]  # fmt: skip


def passed_through(scene: deeds.Scene) -> deeds.Effects:
    """Somebody is admitted and transferred on one day, perhaps on again and gone."""
    admission = deeds.admit(scene)
    person, at = admission[0]["person"], admission[0]["unit"]
    for unit in scene.pick([("ALDER",), ("ALDER", "BIRCH"), ("BIRCH", at), ()]):
        if unit != at:
            admission.append(deeds.effect(scene, "TRANSFER_MEMBER", person=person, unit=unit, other_unit=at))
            at = unit
    gone = [deeds.effect(scene, "LEAVE", person=person)] if scene.pick([False, False, True]) else []
    return [*admission, *gone]


MORE = {"ENTERED_AGAIN": entered_again, "PASSED_THROUGH": passed_through}
KINDS = (*deeds.OF_MEMBERS, *MORE, *deeds.OF_UNITS, "TRANSFER_MEMBER", "ADMIT")
ACTS = st.lists(st.tuples(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2), DAYS), max_size=14)


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


# -- what must hold ------------------------------------------------------------------------------------------------


class Told:
    """The movements of the record as it stands, by the pure telling over its memberships."""

    def __init__(self) -> None:
        self.register = store.stored_register()
        self.of: dict[int, list[Row]] = defaultdict(list)
        for row in self.register["membership"]:
            self.of[row.person].append(row)
        self.causes = {
            id: movement.Cause(kind, str(data.get("reason", "")))
            for id, kind, data in Effect.objects.values_list("id", "kind", "data")
        }
        self.ids = dict(Unit.objects.values_list("code", "id"))

    def beneath(self, unit: str, day: date) -> tuple[int, ...]:
        return reading.beneath(self.ids[unit], self.register["unit"], self.register["lineage"], day)

    def movement(self, units: Iterable[int], period: Period) -> movement.Movement:
        found = list(movement.presences(self.register["membership"], movement.fixed(units)))
        return movement.movement(found, period, memberships=self.of, causes=self.causes)

    def figures(self, units: Iterable[int], period: Period) -> dict[str, int]:
        """What the figures of a perimeter must be."""
        units = list(units)
        whole = self.movement(units, period)
        assert whole.foots
        found = Counter(dict.fromkeys(IDS, 0) | {OPENING: whole.opening, CLOSING: whole.closing})
        found.update(_counted(whole, ("members.admitted", "members.left")))
        kinds = Counter[str]()
        for unit in units:
            alone = self.movement([unit], period)
            found.update(_counted(alone, ("members.moved_in", "members.moved_out")))
            kinds.update(step.kind for step in (*alone.ins, *alone.outs))
        found["members.transferred_in"] = kinds["transferred-in"]
        found["members.transferred_out"] = kinds["transferred-out"]
        assert found["members.moved_in"] - found["members.moved_out"] == _net(whole)
        return dict(found)


def _counted(told: movement.Movement, ids: Iterable[str]) -> Counter[str]:
    found = Counter(FIGURE_OF[step.kind] for step in (*told.ins, *told.outs))
    return Counter({id: found[id] for id in ids})


def _net(told: movement.Movement) -> int:
    """Moves into a perimeter less moves out of it."""
    found = _counted(told, ("members.moved_in", "members.moved_out"))
    return found["members.moved_in"] - found["members.moved_out"]


def prove(told: Told, period: Period, day: date, engine: str = "duckdb") -> None:
    """For every unit that stands on the boundaries day."""
    made = compute.of_every_unit(cast.pack(), IDS, period=period, boundaries=day, engine=engine)
    assert "GLK" in made
    for unit, figures in made.items():
        found = {each.indicator: int(each.value or 0) for each in figures}
        ins, outs = (sum(found[id] for id in ids) for ids in (INS, OUTS))
        assert found[OPENING] + ins - outs == found[CLOSING], (unit, period, day, found)
        wanted = told.figures(told.beneath(unit, day), period)
        assert found == wanted, (unit, period.code, day, engine)


def prove_all(*, engines: Iterable[str] = ("duckdb",)) -> None:
    told = Told()
    for period, day, engine in itertools.product(PERIODS, BOUNDARIES, engines):
        prove(told, period, day, engine)


@settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=True
)
@given(ACTS, st.data())
def test_whatever_is_decided_of_members_and_units(
    acts: list[tuple[list[str], date]], data: st.DataObject
) -> None:
    savepoint, body = transaction.savepoint(), Body()
    try:
        for kinds, day in acts:
            decide_at_random(body, kinds, day, data)
            if data.draw(st.integers(0, 5)) == 0:
                body.withdraw(data)
        prove_all()
        prove(Told(), PERIODS[2], BOUNDARIES[3], "sqlite")
        assert verify_record.verify().faults == ()
    finally:
        transaction.savepoint_rollback(savepoint)


def decide_at_random(body: Body, kinds: list[str], day: date, data: st.DataObject) -> None:
    scene = deeds.Scene(day, lambda options: data.draw(st.sampled_from(options)), body.serial)
    table = {**deeds.DEEDS, **MORE}
    try:
        effects = [effect for kind in kinds for effect in table[kind](scene)]
    except deeds.NothingToDo:
        return
    body._try("random", {"effects": effects})


# -- one by one ----------------------------------------------------------------------------------------------------


def decide(*effects: Mapping[str, Any], signed_on: str = "2025-06-01", **more: Any) -> Act:
    return cast.issue(cast.act("COUNCIL", "decision", "Decision", signed_on, *map(dict, effects), **more))[0]


def on(day: str, kind: str, person: str = "", **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "on": day, **({"person": person} if person else {}), **fields}


def admission(day: str, person: str, unit: str, stage: str = "full") -> dict[str, Any]:
    return on(day, "ADMIT", person, unit=unit, stage=stage, family_name=person, given_name="Given")


def transfer(day: str, person: str, unit: str, other_unit: str) -> dict[str, Any]:
    return on(day, "TRANSFER_MEMBER", person, unit=unit, other_unit=other_unit)


def figures(unit: str, period: str, *ids: str, boundaries: str = "") -> list[Any]:
    day = date.fromisoformat(boundaries) if boundaries else None
    found = compute.compute(cast.pack(), ids, unit=unit, period=Period.parse(period), boundaries=day)
    return [each.value for each in found.total]


DAY = "2024-05-02"
CASES: dict[str, tuple[list[dict[str, Any]], dict[str, list[int]]]] = {
    "admitted and transferred on one day": (
        [admission(DAY, "IDA", "BIRCH"), transfer(DAY, "IDA", "ALDER", "BIRCH")],
        {"ALDER": [1, 0, 0, 0], "BIRCH": [0, 0, 0, 0], "GLK": [1, 0, 0, 0]},
    ),
    "admitted and gone on one day": (
        [admission(DAY, "IDA", "BIRCH"), on(DAY, "LEAVE", "IDA", reason="left")],
        {"BIRCH": [0, 0, 0, 0], "GLK": [0, 0, 0, 0]},
    ),
    "transferred and gone on one day": (
        [transfer(DAY, "GORAN", "BIRCH", "ALDER"), on(DAY, "LEAVE", "GORAN", reason="died")],
        {"ALDER": [0, 0, 1, 0], "BIRCH": [0, 0, 0, 0], "GLK": [0, 0, 1, 0]},
    ),
    "there and back on one day": (
        [transfer(DAY, "GORAN", "BIRCH", "ALDER"), transfer(DAY, "GORAN", "ALDER", "BIRCH")],
        {"ALDER": [0, 0, 0, 0], "BIRCH": [0, 0, 0, 0]},
    ),
    "transferred": (
        [transfer(DAY, "GORAN", "BIRCH", "ALDER")],
        {"ALDER": [0, 0, 0, 1], "BIRCH": [0, 1, 0, 0], "NORTH": [0, 0, 0, 1], "GLK": [0, 1, 0, 1]},
    ),
    "confirmed": (
        [admission("2023-05-02", "IDA", "BIRCH", "probationary"), on(DAY, "CONFIRM", "IDA")],
        {"BIRCH": [0, 0, 0, 0], "GLK": [0, 0, 0, 0]},
    ),
    "confirmed and transferred on one day": (
        [admission("2023-05-02", "IDA", "BIRCH", "probationary"), on(DAY, "CONFIRM", "IDA"),
         transfer(DAY, "IDA", "ALDER", "BIRCH")],
        {"BIRCH": [0, 0, 0, 1], "ALDER": [0, 1, 0, 0]},
    ),
    "struck off": (
        [on(DAY, "STRIKE_OFF", "GORAN", reason="unpaid")], {"ALDER": [0, 0, 1, 0], "GLK": [0, 0, 1, 0]},
    ),
    "expelled": (
        [on(DAY, "SANCTION", "GORAN", form="expulsion", ground="conduct"),
         on(DAY, "LEAVE", "GORAN", reason="expelled")],
        {"ALDER": [0, 0, 1, 0], "GLK": [0, 0, 1, 0]},
    ),
    "readmitted and transferred on one day": (
        [on("2022-01-10", "LEAVE", "GORAN", reason="left"), on(DAY, "READMIT", "GORAN", unit="BIRCH", stage="full"),
         transfer(DAY, "GORAN", "ALDER", "BIRCH")],
        {"ALDER": [1, 0, 0, 0], "BIRCH": [0, 0, 0, 0], "GLK": [1, 0, 0, 0]},
    ),
    "left and entered anew elsewhere on one day": (
        [on(DAY, "LEAVE", "GORAN", reason="left"), admission(DAY, "GORIC", "BIRCH"),
         on(DAY, "SAME_PERSON", "GORIC", other_person="GORAN")],
        {"ALDER": [0, 0, 0, 1], "BIRCH": [0, 1, 0, 0]},
    ),
    "left, and entered anew later": (
        [on("2022-01-10", "LEAVE", "GORAN", reason="left"), admission(DAY, "GORIC", "BIRCH"),
         on(DAY, "SAME_PERSON", "GORIC", other_person="GORAN")],
        {"ALDER": [0, 0, 0, 0], "BIRCH": [1, 0, 0, 0]},
    ),
    "a lodge merged": (
        [on(DAY, "MERGE", unit="BIRCH", other_unit="ALDER")],
        {"ALDER": [0, 2, 0, 2], "GLK": [0, 2, 0, 2]},
    ),
    "transferred on the day of the merger": (
        [transfer(DAY, "GORAN", "BIRCH", "ALDER"), on(DAY, "MERGE", unit="ALDER", other_unit="BIRCH")],
        {"BIRCH": [0, 5, 0, 5]},
    ),
    "a region merged: nobody moves": (
        [on(DAY, "MERGE", unit="SOUTH", other_unit="NORTH")], {"NORTH": [0, 0, 0, 0], "GLK": [0, 0, 0, 0]},
    ),
    "a lodge moved: nobody moves": (
        [on(DAY, "MOVE", unit="BIRCH", parent="NORTH")], {"NORTH": [0, 0, 0, 0], "SOUTH": [0, 0, 0, 0]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_admitted_moved_in_left_moved_out(name: str) -> None:
    effects, wanted = CASES[name]
    act = decide(*effects)
    for unit, expected in wanted.items():
        assert figures(unit, "2024-H1", *INS, *OUTS) == expected, unit
    prove_all(engines=("duckdb", "sqlite"))
    assert verify_record.verify().faults == ()
    by = cast.act("COUNCIL", "decision", "Withdrawal", "2025-07-01")
    withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at("2025-07-01"), actor="test")
    assert figures("GLK", "2024-H1", *INS, *OUTS) == [0, 0, 0, 0]
    prove_all()


def test_a_part_split_off_belongs_before_its_first_day_to_the_unit_it_was_part_of() -> None:
    cedar = on("2024-07-01", "FOUND", unit="CEDAR", unit_kind="lodge", parent="NORTH", name={"en": "Cedar"})
    split = on("2024-07-01", "SPLIT", unit="ALDER", other_unit="CEDAR", share=40)
    decide(cedar, split, transfer("2024-07-01", "GORAN", "CEDAR", "ALDER"))
    told = reading.of_unit(Unit.objects.get(code="ALDER").id, PERIODS[2], boundaries=BOUNDARIES[1])
    assert (told.movement.opening, told.movement.ins, told.movement.closing) == (5, (), 5)
    assert figures("ALDER", "2024", OPENING, CLOSING, boundaries="2024-06-30") == [5, 5]
    prove_all(engines=("duckdb", "sqlite"))


# -- units ---------------------------------------------------------------------------------------------------------


def behind(id: str, period: str) -> list[tuple[str, str, str]]:
    """The effects behind a figure of the guild: kind, unit, day."""
    found = explain.explain(cast.pack(), id, unit="GLK", period=Period.parse(period)).acts
    return [(effect.kind, effect.unit, effect.on.isoformat()) for act in found for effect in act.effects]


def test_a_unit_ends_by_what_ended_its_last_span_by_day_though_a_renaming_was_recorded_later() -> None:
    decide(on("2024-07-01", "MERGE", unit="BIRCH", other_unit="ALDER"), signed_on="2024-06-01")
    decide(on("2023-02-01", "RENAME", unit="BIRCH", name={"en": "Old Birch"}), signed_on="2024-08-01")
    decide(on("2023-03-01", "MOVE", unit="BIRCH", parent="NORTH"), signed_on="2024-08-02")
    assert figures("GLK", "2024-H2", "units.created", "units.ended") == [0, 1]
    assert behind("units.ended", "2024-H2") == [("MERGE", "BIRCH", "2024-07-01")]
    assert figures("GLK", "2023", "units.created", "units.ended") == [0, 0]


def test_a_unit_begins_by_its_founding_though_that_was_corrected_after_a_renaming() -> None:
    cedar = on("2023-05-01", "FOUND", unit="CEDAR", unit_kind="lodge", parent="SOUTH", name={"en": "Cedar"})
    act = decide(cedar, signed_on="2023-05-01")
    decide(on("2024-01-01", "RENAME", unit="CEDAR", name={"en": "Great Cedar"}), signed_on="2024-01-01")
    right = {**cedar, "on": "2023-11-01"}
    decide(right, signed_on="2024-02-01", relations=[{"kind": "corrects", "act": act.code, "effects": [1]}])
    assert behind("units.created", "2023") == [("FOUND", "CEDAR", "2023-11-01")]
    assert figures("GLK", "2023-H1", "units.created", "units.ended") == [0, 0]
    assert figures("GLK", "2024", "units.created", "units.ended") == [0, 0]


def test_who_follows_a_merged_parent_is_neither_created_nor_ended() -> None:
    decide(on("2024-07-01", "MERGE", unit="SOUTH", other_unit="NORTH"), signed_on="2024-06-01")
    assert figures("GLK", "2024-H2", "units.created", "units.ended") == [0, 1]
    assert behind("units.ended", "2024-H2") == [("MERGE", "SOUTH", "2024-07-01")]


# -- ratings and sanctions -----------------------------------------------------------------------------------------


def rating(day: str, grade: str, period: str = "2023", **of: str) -> dict[str, Any]:
    return {**on(day, "RATE"), "period": period, "grade": grade, **of}


def test_a_rating_replaced_in_the_period_counts_once_and_the_share_is_of_those_rated() -> None:
    first = decide(rating("2024-01-10", "poor", unit="ALDER"), rating("2024-01-10", "good", unit="BIRCH"),
                   rating("2024-01-10", "fair", unit="NORTH"), rating("2024-01-10", "good", person="GORAN"),
                   signed_on="2024-01-10")  # fmt: skip
    ids = ("units.classified", "ratings.units_good", "ratings.units_good_share", "members.classified")
    assert figures("GLK", "2024-H1", *ids) == [3, 1, Fraction(1, 3), 1]
    decide(rating("2024-03-10", "good", unit="ALDER"), signed_on="2024-03-10")
    decide(rating("2024-08-01", "poor", unit="BIRCH"), signed_on="2024-08-01")
    assert figures("GLK", "2024-H1", *ids) == [3, 2, Fraction(2, 3), 1]
    assert figures("GLK", "2024-H2", *ids) == [1, 0, 0, 0]
    assert figures("GLK", "2024", *ids) == [3, 1, Fraction(1, 3), 1]
    by = compute.compute(cast.pack(), ["units.classified"], unit="GLK", period=PERIODS[0], by="grade").total
    assert {part.key: part.value for part in by[0].parts} == {"fair": 1, "good": 2}
    withdrawal = cast.act("COUNCIL", "decision", "Withdrawal", "2025-07-01")
    withdraw_act.withdraw(
        first.code, withdrawal, pack=cast.pack(), recorded_at=cast.at("2025-07-01"), actor="test"
    )
    assert figures("GLK", "2024-H1", *ids) == [1, 1, 1, 0]


def test_sanctions_by_form_each_member_once() -> None:
    one = on("2024-04-10", "SANCTION", "GORAN", form="reprimand", ground="conduct")
    two = on("2024-05-10", "SANCTION", "GORAN", form="reprimand", ground="duties")
    other = on("2024-05-11", "SANCTION", "EMIL", form="reprimand", ground="duties")
    unit = on("2024-05-12", "SANCTION", unit="BIRCH", form="reprimand", ground="accounts")
    lifted = on("2024-06-01", "LIFT", "GORAN", form="reprimand", reason="amends")
    decide(one, two, other, unit, lifted)
    ids = ("members.disciplined", "units.disciplined")
    assert figures("GLK", "2024-H1", *ids) == [2, 1]
    assert figures("NORTH", "2024-H1", *ids) == [2, 0]
    assert figures("GLK", "2024-H2", *ids) == [0, 0]
    found = compute.compute(cast.pack(), ids[:1], unit="GLK", period=PERIODS[0], by="form").total[0]
    assert {part.key: part.value for part in found.parts} == {"reprimand": 2}


def test_verify_sees_that_members_do_not_foot_also_where_entries_were_put_together() -> None:
    again = "left, and entered anew later"
    decide(*CASES[again][0])
    assert verify_record.verify().faults == ()
    Membership.objects.filter(person__code="GORAN", unit__code="BIRCH").delete()
    assert "members-do-not-foot" in {finding.check.id for finding in verify_record.verify().faults}
