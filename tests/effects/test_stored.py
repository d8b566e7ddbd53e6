"""What is read of the record: as many queries for many as for few, and nothing that grows with the whole record."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasti.acts.models import Act, Effect
from fasti.effects import parts, store, stored
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations import rebuild_register, withdraw_act
from fasti.register import rows
from fasti.register.models import Membership, Tenure
from fasti.subjects.models import Person, Unit
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def crowd(num: int, first: int = 0) -> list[dict[str, Any]]:
    return [
        {"kind": "ADMIT", "person": f"P-{n}", "unit": "BIRCH", "stage": "full", "on": "2022-01-01"}
        for n in range(first, first + num)
    ]


def decide(*effects: dict[str, Any], day: str) -> Act:
    return cast.issue(cast.act("COUNCIL", "decision", "Decision", day, *effects))[0]


def queries(*effects: dict[str, Any], day: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        decide(*effects, day=day)
    return len(asked)


def withdraw(act: Act, day: str) -> int:
    by = cast.act("COUNCIL", "decision", "Withdrawal", day)
    with CaptureQueriesContext(connection) as asked:
        withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at(day), actor="test")
    return len(asked)


def test_a_merger_reads_many_members_at_once() -> None:
    decide(*crowd(5), day="2022-01-01")
    merge = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER"}
    few = decide(merge | {"on": "2024-07-01"}, day="2024-06-01")
    withdraw(few, "2024-06-02")
    num = queries(merge | {"on": "2024-07-01"}, day="2024-06-03")
    withdraw(Act.objects.latest("id"), "2024-06-04")
    decide(*crowd(60, first=5), day="2024-06-05")
    assert queries(merge | {"on": "2024-07-01"}, day="2024-06-06") <= num
    assert rebuild_register.differences() == []


def test_a_withdrawal_reads_many_effects_at_once() -> None:
    few, many = decide(*crowd(3), day="2022-01-01"), decide(*crowd(60, first=3), day="2022-01-02")
    assert withdraw(many, "2022-02-01") <= withdraw(few, "2022-02-02") + 1
    assert rebuild_register.differences() == []


def test_issuing_reads_no_more_when_much_was_withdrawn() -> None:
    decide(*crowd(2), day="2022-01-01")
    appoint = {"kind": "APPOINT", "person": "P-0", "post": "NORTH-B.member", "on": "2023-01-01"}
    num = queries(appoint, day="2023-01-01")
    for n in range(8):
        withdraw(Act.objects.latest("id"), f"2023-02-{n + 1:02}")
    with CaptureQueriesContext(connection) as asked:
        decide({**appoint, "person": "P-1", "on": "2023-03-01"}, day="2023-03-01")
    assert len(asked) <= num
    assert not any("'VOID'" in query["sql"] and query["sql"].startswith("SELECT") for query in asked)


def test_a_name_of_a_unit_is_its_own_affair() -> None:
    """Renaming a unit folds neither its members nor its posts anew."""
    state = State(store.Stored())
    act = Act.objects.get().id
    north = Unit.objects.get(code="NORTH").id
    data = {"name": {"en": "The North"}, "unit_kind": "region"}
    on = cast.FOUNDED_ON.replace(year=2024)
    state.add([Recorded(10_000, act, "RENAME", on, north, None, None, None, None, data)])
    assert {line for line, _ in state.changes} == {"unit"}
    assert {key for key in state._rows if key[0] != "alias"} == {("unit", north)}


def test_voiding_twice_and_taking_one_back_leaves_the_other() -> None:
    effect = Effect.objects.filter(kind="ADMIT").first()
    assert effect is not None
    common = {"act_id": effect.act_id, "kind": "VOID", "on": effect.on, "unit_id": effect.unit_id}
    first, second = (
        Effect.objects.create(
            id=900 + n, ordinal=900 + n, voids=effect, recorded_at=effect.recorded_at, **common
        )
        for n in range(2)
    )
    assert not stored.Log().is_live(effect.id)
    Effect.objects.create(id=902, ordinal=902, voids=first, recorded_at=effect.recorded_at, **common)
    assert not stored.Log().is_live(effect.id)
    Effect.objects.create(id=903, ordinal=903, voids=second, recorded_at=effect.recorded_at, **common)
    assert stored.Log().is_live(effect.id)
    assert State(store.Stored()).is_live(effect.id)
    known = stored.Log(effect.recorded_at)
    assert known.read(Effect.objects.filter(id=effect.id)) == []


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_parts_of_any_size_make_up_the_register(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "SIZE", size)
    decide(*crowd(4), {"kind": "APPOINT", "person": "P-1", "post": "SOUTH-B.deputy"}, day="2022-01-01")
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-01"}
    decide(merge, day="2024-06-01")
    assert store.register_as_known(None) == store.stored_register()
    assert list(store.register_as_known(None)) == list(rows.ROWS)
    rebuild_register.rebuild()
    assert rebuild_register.differences() == []


def test_every_difference_is_named() -> None:
    tenure = Tenure.objects.earliest("id")
    Tenure.objects.filter(id=tenure.id).update(manner="rotated")
    member = Membership.objects.earliest("id")
    Membership.objects.create(
        person=Person.objects.latest("id"), unit=member.unit, stage="full", starts_on=member.starts_on,
        opened_by_id=member.opened_by_id,
    )  # fmt: skip
    found = [(each.line, each.is_missing) for each in rebuild_register.differences()]
    assert found == [("membership", False), ("tenure", True), ("tenure", False)]
    rebuild_register.rebuild()
    assert rebuild_register.differences() == []
