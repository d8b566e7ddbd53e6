"""Sound drafts with one value made strange: issued or refused with findings that can be said, never an error."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti import words
from fasti.acts.findings import Finding
from fasti.cli import printing
from fasti.operations import issue_act, rebuild_register, verify_record
from tests import cast

pytestmark = pytest.mark.django_db
Path = tuple[Any, ...]

STRANGE: list[Any] = [
    None, "", " ", "x", "GLK", "NORTH", "ALDER", "GORAN", "NORTH-B.chair", "FOUND", "VOID", "decision",
    "withdraws", "COUNCIL:2020/decision:1", "a\x00b", "\ud800", "é" * 200, "2020-01-01", "1900-02-29",
    "2019-12-31", "1500-06-15", "9998-12-31", "9999-12-31", 0, -1, 3, 2**70, 1.5, float("nan"), True, b"x", [], {},
    [[]], {"a": {"b": []}}, ["GORAN", "GORAN"], {"en": "Name"}, {"x": ["a"]}, object(),
]  # fmt: skip


def whole() -> dict[str, Any]:
    """A draft in which every kind of field and effect occurs."""
    effects: list[dict[str, Any]] = [
        {"kind": "FOUND", "unit": "CEDAR", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": "Cedar"}},
        {"kind": "ESTABLISH_POST", "post": "CEDAR.keeper", "unit": "CEDAR", "office": "keeper", "seats": 1},
        {"kind": "ADMIT", "person": "NEW", "unit": "CEDAR", "stage": "probationary", "family_name": "Novák",
         "given_name": "Jan", "sex": "M", "born_on": "1990-01-01"},
        {"kind": "CONFIRM", "person": "NEW", "on": "2026-02-01"},
        {"kind": "LEAVE", "person": "NEW", "reason": "left", "on": "2027-02-01"},
        {"kind": "APPOINT", "person": "GORAN", "post": "CEDAR.keeper", "ends_planned_on": "2029-01-01"},
        {"kind": "REAPPOINT", "person": "DORA", "post": "NORTH-B.deputy", "on": "2024-03-01"},
        {"kind": "TRANSFER", "person": "DORA", "other_post": "NORTH-B.deputy", "post": "SOUTH-B.deputy",
         "on": "2024-04-01"},
        {"kind": "ROTATE", "person": "DORA", "other_post": "SOUTH-B.deputy", "post": "NORTH-B.deputy",
         "on": "2024-05-01"},
        {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request", "on": "2024-06-01"},
        {"kind": "NOMINATE", "person": "GORAN", "post": "NORTH-B.chair", "election": "2025"},
        {"kind": "PLAN", "person": "GORAN", "post": "NORTH-B.chair", "term": "2025", "until": "2029-01-01"},
        {"kind": "AWARD", "unit": "NORTH", "edition": "1", "category": "prose", "prize": "first",
         "work": "Lanterns", "authors": ["GORAN"]},
        {"kind": "ABOLISH_POST", "post": "SOUTH-B.deputy", "on": "2024-07-01"},
        {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-08-01"},
        {"kind": "DISSOLVE", "unit": "CEDAR", "other_unit": "ALDER", "on": "2028-08-01"},
    ]  # fmt: skip
    more = {
        "text": "Text",
        "in_force_on": "2024-02-02",
        "relations": [{"kind": "concretises", "act": "COUNCIL:2020/decision:1"}],
        "tasks": [
            {
                "text": "Light",
                "unit": "NORTH",
                "level": "lodge",
                "responsible": "GORAN",
                "due_on": "2024-05-01",
            }
        ],
    }
    return cast.act("COUNCIL", "decision", "Everything", "2024-02-01", *effects) | more


def places(value: Any, at: Path = ()) -> Iterator[Path]:
    """Every place in a nest of lists and maps."""
    if at:
        yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*at, key))


def changed(draft: dict[str, Any], at: Path, to: Any) -> dict[str, Any]:
    """A copy of the draft with another value at a place."""
    draft = copy.deepcopy(draft)
    holder: Any = draft
    for key in at[:-1]:
        holder = holder[key]
    holder[at[-1]] = to
    return draft


def hand_in(draft: dict[str, Any]) -> bool:
    """Whether the draft is issued; then the register must equal its fold. Nothing stays in the database."""
    try:
        with transaction.atomic():
            issue_act.issue([draft], pack=cast.pack(), recorded_at=cast.at("2024-06-01"), actor="test")
            assert rebuild_register.differences() == []
            assert verify_record.verify().faults == ()
            transaction.set_rollback(True)
    except issue_act.CannotIssue as refused:
        can_be_said(refused.findings)
        return False
    return True


def can_be_said(found: Sequence[Finding]) -> None:
    """Every finding has the arguments of its sentence, in every language."""
    assert found
    for finding in found:
        assert set(finding.args) == set(words.FINDINGS[finding.code]), finding
        for lang in words.LANGUAGES:
            assert printing.finding(finding, lang, pack=cast.pack()).encode()


PLACES = list(places(whole()))


@pytest.fixture
def guild() -> None:
    cast.found_guild()


def test_the_draft_is_sound(guild: None) -> None:
    assert hand_in(whole())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.sampled_from(PLACES),
    to=st.sampled_from(range(len(STRANGE))),
    also=st.none() | st.tuples(st.sampled_from(PLACES), st.sampled_from(range(len(STRANGE)))),
)
def test_a_strange_value_is_never_an_error(
    guild: None, at: Path, to: int, also: tuple[Path, int] | None
) -> None:
    draft = whole()
    if also is not None:
        draft = changed(draft, also[0], STRANGE[also[1]])
    with contextlib.suppress(KeyError, TypeError, IndexError, AttributeError):
        draft = changed(draft, at, STRANGE[to])
    hand_in(draft)
