"""A preview's figures are those that are computed before, and those that are computed after really issuing: for every
indicator, unit and closed period, none missing and none too many.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti import charter
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators import columns, compute, delta
from fasti.operations import issue_act, preview_change, withdraw_act
from tests import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 1)
CLOSED = ["2023-H1", "2024-H2", "2024", "2025"]
Figures = dict[tuple[str, str, str], delta.Amount]
_figures: dict[str, Figures] = {}
"""By the hash of the last act."""


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def every_figure(pack: charter.Pack) -> Figures:
    """All figures of all units for all closed periods; those of units that do not stand are absent."""
    key = Act.objects.order_by("-id").values_list("hash", flat=True)[0]
    if key in _figures:
        return _figures[key]
    _figures.clear()
    ids = [one.id for one in pack.indicators]
    found = _figures[key] = {}
    for period in CLOSED:
        made = compute.of_every_unit(pack, ids, period=periods.Period.parse(period))
        for code, of_unit in made.items():
            for each in of_unit:
                amount = delta.Amount(each.value, each.numerator, each.denominator)
                found[(code, each.indicator, period)] = amount
    return found


def differences(before: Figures, after: Figures) -> dict[Any, Any]:
    """Where the two differ; a unit that comes or goes without any figure makes none."""

    def is_nothing(amount: delta.Amount | None) -> bool:
        return amount is None or not (amount.value or amount.denominator)

    pairs = {key: (before.get(key), after.get(key)) for key in before | after}
    return {
        key: (old, new)
        for key, (old, new) in pairs.items()
        if old != new and not (is_nothing(old) and is_nothing(new))
    }


def check(
    *contents: Mapping[str, Any], at: str = "2026-01-15", pack: charter.Pack | None = None
) -> list[Act]:
    """Preview, issue, and compare."""
    pack = pack or cast.pack()
    seen = preview_change.preview(contents, pack=pack, today=TODAY)
    assert seen.findings == ()
    before = every_figure(pack)
    acts = issue_act.issue(contents, pack=pack, recorded_at=cast.at(at), actor="test")
    shown = {
        (each.unit, each.indicator, each.period.code): (each.before, each.after)
        for each in seen.figures
        if each.period.code in CLOSED
    }
    assert shown == differences(before, every_figure(pack))
    assert len(shown) == len([each for each in seen.figures if each.period.code in CLOSED])
    return acts


def decide(
    *effects: dict[str, Any], issuer: str = "COUNCIL", signed_on: str = "2025-12-01", **more: Any
) -> Any:
    return cast.act(issuer, "decision", "Decision", signed_on, *effects, **more)


def move(kind: str, person: str, post: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "person": person, "post": post, "on": on, **more}


ADMISSION = {
    "kind": "ADMIT", "person": "IDA", "unit": "BIRCH", "stage": "full", "family_name": "Iversen",
    "given_name": "Ida", "sex": "F", "born_on": "1990-01-01", "on": "2023-05-01",
}  # fmt: skip
MERGE_REGIONS = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-01"}
MERGE_LODGES = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-07-01"}
FOUND = {"kind": "FOUND", "unit": "CEDAR", "unit_kind": "lodge", "parent": "SOUTH", "name": {"en": "Cedar"},
         "on": "2023-03-01"}  # fmt: skip
POST = {"kind": "ESTABLISH_POST", "post": "CEDAR.keeper", "unit": "CEDAR", "office": "keeper", "seats": 1,
        "on": "2023-04-01"}  # fmt: skip


@pytest.mark.parametrize(
    "effects",
    [
        [move("APPOINT", "GORAN", "NORTH-B.member", "2023-02-01")],
        [move("RELIEVE", "DORA", "NORTH-B.deputy", "2023-05-01", reason="request"),
         move("APPOINT", "GORAN", "NORTH-B.deputy", "2024-02-01")],
        [ADMISSION, {"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2023-08-01"}],
        [MERGE_REGIONS],
        [MERGE_LODGES],
        [FOUND, POST, {**ADMISSION, "unit": "CEDAR"}],
        [move("PLAN", "GORAN", "SOUTH-B.deputy", "2023-03-01", term="2025-2030"),
         move("APPOINT", "GORAN", "SOUTH-B.deputy", "2024-05-01")],
        [{"kind": "ABOLISH_POST", "post": "NORTH-B.deputy", "on": "2024-01-01"},
         {"kind": "COMPLETE_TRAINING", "person": "EMIL", "course": "lamps", "topics": {"academy": ["wicks"]},
          "unit": "NORTH", "on": "2024-01-05"}],
        [{"kind": "RATE", "unit": "ALDER", "period": "2023", "grade": "poor", "on": "2024-02-01"},
         {"kind": "RATE", "unit": "ALDER", "period": "2023", "grade": "good", "on": "2024-09-01"},
         {"kind": "RATE", "person": "GORAN", "period": "2022", "grade": "good", "on": "2023-02-01"},
         {"kind": "SANCTION", "person": "GORAN", "form": "reprimand", "ground": "duties", "on": "2023-06-01"},
         {"kind": "SANCTION", "unit": "BIRCH", "form": "reprimand", "ground": "duties", "on": "2024-08-01"}],
        [{"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "BIRCH", "other_unit": "ALDER", "on": "2023-02-01"},
         {"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "ALDER", "other_unit": "BIRCH", "on": "2024-09-01"}],
        [],
    ],
)  # fmt: skip
def test_figures_are_those_before_and_after_issuing_and_after_withdrawing(
    effects: list[dict[str, Any]],
) -> None:
    tasks = [{"text": "Report", "unit": "NORTH", "responsible": "BRUNO", "due_on": "2026-02-01"}]
    (act,) = check(decide(*effects, tasks=tasks))
    if effects and effects[0]["kind"] == "FOUND":
        return
    (undone,) = check(withdraw_act.content(act.code, decide(signed_on="2025-12-10")))
    if effects and effects[0]["kind"] == "APPOINT":
        check(withdraw_act.content(undone.code, decide(signed_on="2025-12-12")))


def test_a_correction_is_shown_as_what_it_leaves() -> None:
    wrong = move("APPOINT", "GORAN", "NORTH-B.member", "2023-09-01")
    (act,) = check(decide(wrong))
    right = {**wrong, "on": "2023-02-01"}
    check(decide(right, relations=[{"kind": "corrects", "act": act.code, "effects": [1]}]))


def test_two_entries_of_one_person_are_counted_once() -> None:
    course = {
        "kind": "COMPLETE_TRAINING",
        "course": "lamps",
        "topics": {"academy": ["wicks"]},
        "unit": "NORTH",
    }
    both = [{**course, "person": code, "on": "2024-08-05"} for code in ("GORAN", "IDA")]
    left = {"kind": "LEAVE", "person": "IDA", "reason": "left", "on": "2024-12-01"}
    again = {**ADMISSION, "unit": "ALDER", "on": "2020-01-02"}
    del again["sex"], again["born_on"]
    (first,) = check(decide({**again, "on": "2024-08-01"}, *both, left))
    same = {"kind": "SAME_PERSON", "person": "IDA", "other_person": "GORAN"}
    undo = {"kind": "corrects", "act": first.code, "effects": [1, 4]}
    (merged,) = check(decide(same, relations=[undo]))
    check(withdraw_act.content(merged.code, decide(signed_on="2025-12-20")))


def test_several_acts_are_one_preview() -> None:
    check(
        decide(MERGE_LODGES),
        decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01")),
        decide({**ADMISSION, "unit": "ALDER"}),
    )


def test_what_is_signed_today_for_tomorrow_changes_no_closed_period() -> None:
    draft = decide(move("APPOINT", "GORAN", "NORTH-B.member", "2026-03-01"), signed_on="2026-01-20")
    seen = preview_change.preview([draft], pack=cast.pack(), today=TODAY)
    assert seen.findings == ()
    assert seen.figures == ()
    assert [(each.line, each.before is None) for each in seen.spans] == [("tenure", True), ("vacancy", False)]


PERSONS = st.sampled_from(sorted(cast.PEOPLE))
POSTS = st.sampled_from(sorted(cast.POSTS))
DAYS = st.integers(0, 1000).map(lambda n: date.fromordinal(date(2023, 1, 1).toordinal() + n).isoformat())
EFFECTS = st.one_of(
    st.builds(lambda p, q, d: move("APPOINT", p, q, d), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, d: move("RELIEVE", p, q, d, reason="request"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, r, d: move("TRANSFER", p, q, d, other_post=r), PERSONS, POSTS, POSTS, DAYS),
    st.builds(lambda p, q, d: move("PLAN", p, q, d, term="2025-2030"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, d: {"kind": "LEAVE", "person": p, "reason": "left", "on": d}, PERSONS, DAYS),
    st.builds(lambda q, d: {"kind": "ABOLISH_POST", "post": q, "on": d}, POSTS, DAYS),
    st.builds(lambda d: {**MERGE_REGIONS, "on": d}, DAYS),
    st.builds(lambda d: {**MERGE_LODGES, "on": d}, DAYS),
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.lists(EFFECTS, min_size=1, max_size=3), st.integers(0, 3)), max_size=5))
def test_any_sequence_of_acts(steps: list[Any]) -> None:
    sid, pack, issued = transaction.savepoint(), cast.pack(), list[Act]()
    for step in steps:
        draft = decide()
        if isinstance(step, int):
            if step >= len(issued):
                continue
            draft = withdraw_act.content(issued[step].code, draft)
        else:
            draft["effects"] = step
        if not preview_change.preview([draft], pack=pack, today=TODAY).findings:
            issued += check(draft, pack=pack)
    transaction.savepoint_rollback(sid)
    columns.forget()


def test_the_figures_of_every_unit_are_those_of_each() -> None:
    period, ids = periods.Period.parse("2024"), [one.id for one in cast.pack().indicators]
    every = compute.of_every_unit(cast.pack(), ids, period=period)
    assert set(every) == set(cast.UNITS)
    assert all(
        compute.compute(cast.pack(), ids, unit=code, period=period).total == figures
        for code, figures in every.items()
    )
