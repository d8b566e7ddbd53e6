"""What an act recomputes: the subjects it concerns and nothing else, and a large unit as whole as a small one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasti.acts.models import Act
from fasti.effects import store
from fasti.effects.state import State
from fasti.operations import preview_change, withdraw_act
from fasti.register.models import Membership, Tenure
from tests import cast

pytestmark = pytest.mark.django_db
MANY = 5000
FEW = 200
"""Statements: what is asked of the database by the batch, never once for each of so many."""


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every line folded from now on, in order."""
    found: list[tuple[str, int]] = []
    fold = State._fold

    def counted(self: State, line: str, subject: int) -> Any:
        found.append((line, subject))
        return fold(self, line, subject)

    monkeypatch.setattr(State, "_fold", counted)
    return found


def decide(*effects: dict[str, Any], signed_on: str) -> Act:
    return cast.issue(cast.act("COUNCIL", "decision", "Decision", signed_on, *effects))[0]


def withdraw(act: Act, signed_on: str) -> Act:
    by = cast.act("COUNCIL", "decision", "Withdrawal", signed_on)
    at = cast.at(signed_on)
    return withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=at, actor="test")


def large_lodge() -> None:
    """A lodge with 5,000 members, each with a seat of the keeper's post."""

    def effects() -> Iterator[dict[str, Any]]:
        yield {
            "kind": "FOUND",
            "unit": "CEDAR",
            "unit_kind": "lodge",
            "parent": "NORTH",
            "name": {"en": "Cedar"},
        }
        yield {
            "kind": "ESTABLISH_POST",
            "post": "CEDAR.keeper",
            "unit": "CEDAR",
            "office": "keeper",
            "seats": MANY,
        }
        for i in range(MANY):
            name = {"family_name": f"Member {i}", "given_name": "Cedar"}
            yield {"kind": "ADMIT", "person": f"C{i}", "unit": "CEDAR", "stage": "full", **name}
            yield {"kind": "APPOINT", "person": f"C{i}", "post": "CEDAR.keeper"}

    decide(*effects(), signed_on="2022-01-01")


def register() -> dict[str, list[str]]:
    return {line: list(map(str, rows)) for line, rows in store.stored_register().items()}


def by_id() -> dict[str, dict[int, tuple[Any, ...]]]:
    """Every row of the register with its id."""
    return {
        line: {row[0]: row for row in table._default_manager.values_list("id", *_columns(table))}
        for line, table in store.TABLES.items()
    }


def _columns(table: Any) -> list[str]:
    return [field.attname for field in table._meta.fields if field.attname not in ("id", "names")]


def test_withdrawing_in_a_large_body_touches_only_the_subjects_concerned(
    folded: list[tuple[str, int]],
) -> None:
    large_lodge()
    act = decide(
        {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"},
        {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.deputy"},
        signed_on="2024-03-01",
    )
    before = by_id()
    folded.clear()
    withdraw(act, "2024-04-01")
    assert {line for line, _ in folded} == {"tenure", "vacancy"}
    assert len(folded) == 3  # Dora, Goran, and the empty seats of the post
    after = by_id()
    gone = {line: rows.keys() - after[line].keys() for line, rows in before.items()}
    assert {line: len(ids) for line, ids in gone.items() if ids} == {"tenure": 2}
    kept = {line: {id: row for id, row in rows.items() if id in after[line]} for line, rows in before.items()}
    assert all(after[line][id] == row for line, rows in kept.items() for id, row in rows.items())


def test_a_dissolved_unit_with_5000_tenures_comes_back_whole_when_the_act_is_withdrawn() -> None:
    large_lodge()
    before = register()
    with CaptureQueriesContext(connection) as ending:
        act = decide({"kind": "DISSOLVE", "unit": "CEDAR", "other_unit": "ALDER"}, signed_on="2024-03-01")
    assert not Tenure.objects.filter(post__code="CEDAR.keeper", ends_before=None).exists()
    assert Membership.objects.filter(unit__code="ALDER", ends_before=None).count() == MANY + 5
    back = cast.act("COUNCIL", "decision", "Withdrawal", "2024-04-01")
    seen = preview_change.preview(
        [withdraw_act.content(act.code, back)], pack=cast.pack(), today=cast.at("2024-04-02").date()
    )
    assert sum(span.line == "tenure" for span in seen.spans) == MANY
    with CaptureQueriesContext(connection) as coming_back:
        withdraw(act, "2024-04-01")
    assert register() == before
    assert 0 < len(ending) < FEW
    assert 0 < len(coming_back) < FEW
