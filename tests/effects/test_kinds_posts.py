"""Kinds of effect on posts and their holders: elect, designate, second, resign, swap, unplan, change of seats."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti.operations import rebuild_register
from fasti.register.models import Establishment, PoolEntry, Tenure, Vacancy
from tests import cast
from tests.effects.decided import decide, effect, holders, refusal, withdraw

pytestmark = pytest.mark.django_db
DAY = "2024-04-01"


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


@pytest.mark.parametrize(("kind", "manner"), [("ELECT", "elected"), ("DESIGNATE", "designated")])
def test_a_post_is_taken_up(kind: str, manner: str) -> None:
    decide(effect(kind, person="GORAN", post="NORTH-B.member", ends_planned_on="2028-04-01"), on=DAY)
    tenure = Tenure.objects.get(person__code="GORAN")
    assert (tenure.manner, tenure.starts_on, tenure.ends_planned_on, tenure.ends_before) == (
        manner,
        date(2024, 4, 1),
        date(2028, 4, 1),
        None,
    )


@pytest.mark.parametrize("kind", ["ELECT", "DESIGNATE"])
@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "BRUNO", "post": "NORTH-B.chair"}, "already-holds-post"),
        ({"person": "GORAN", "post": "NORTH-B.chair"}, "post-occupied"),
        ({"person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": "2024-03-01"}, "day-not-after"),
        ({"person": "GORAN", "post": "NORTH-B.member", "on": "2019-03-01"}, "post-not-there"),
    ],
)
def test_taking_up_a_post_is_refused(kind: str, fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect(kind, **fields), on=DAY)


def test_who_is_seconded_keeps_the_home_post() -> None:
    seconded = {"person": "EMIL", "other_post": "ALDER.keeper", "post": "NORTH-B.member"}
    decide(effect("SECOND", **seconded, ends_planned_on="2025-04-01"), on=DAY)
    day = date(2024, 4, 1)
    assert holders("ALDER.keeper", day) == holders("NORTH-B.member", day) == {"EMIL"}
    assert Tenure.objects.get(post__code="NORTH-B.member").manner == "seconded"
    assert holders("NORTH-B.member", date(2026, 1, 1)) == {"EMIL"}, "a planned end ends nothing"
    decide(effect("RELIEVE", person="EMIL", post="NORTH-B.member", reason="term_end"), on="2025-04-01")
    assert holders("ALDER.keeper", date(2025, 4, 1)) == {"EMIL"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN", "other_post": "ALDER.keeper"}, "does-not-hold-post"),
        ({"person": "EMIL", "other_post": "ALDER.keeper", "post": "ALDER.keeper"}, "same-post"),
        ({"person": "EMIL", "other_post": "ALDER.keeper", "ends_planned_on": ""}, "missing-field"),
    ],
)
def test_a_secondment_is_refused(fields: dict[str, Any], code: str) -> None:
    fields = {"post": "NORTH-B.member", "ends_planned_on": "2025-04-01", **fields}
    assert code in refusal(effect("SECOND", **fields), on=DAY)


def test_a_resignation_ends_the_tenure_on_its_day() -> None:
    decide(effect("RESIGN", person="DORA", post="NORTH-B.deputy", on="2024-06-01"), on=DAY)
    assert holders("NORTH-B.deputy", date(2024, 5, 31)) == {"DORA"}
    assert holders("NORTH-B.deputy", date(2024, 6, 1)) == set()
    again = effect("RESIGN", person="DORA", post="NORTH-B.deputy", on="2024-07-01")
    assert refusal(again, on=DAY) == {"does-not-hold-post"}


def test_a_past_end_date_is_stored_as_that_date() -> None:
    decide(effect("RESIGN", person="DORA", post="NORTH-B.deputy", on="2023-02-03"), on=DAY)
    tenure = Tenure.objects.get(person__code="DORA")
    assert tenure.ends_before == date(2023, 2, 3)
    assert holders("NORTH-B.deputy", date(2023, 2, 2)) == {"DORA"}
    assert Vacancy.objects.get(post__code="NORTH-B.deputy").starts_on == date(2023, 2, 3)


def test_a_future_end_date_does_not_end_the_post_today() -> None:
    decide(effect("RESIGN", person="DORA", post="NORTH-B.deputy", on="2030-01-01"), on=DAY)
    assert holders("NORTH-B.deputy", date(2024, 4, 1)) == {"DORA"}
    assert holders("NORTH-B.deputy", date(2029, 12, 31)) == {"DORA"}


SWAPPED = {
    "person": "BRUNO",
    "post": "SOUTH-B.chair",
    "other_person": "CHIARA",
    "other_post": "NORTH-B.chair",
}


def test_two_exchange_their_posts_on_one_day() -> None:
    act = decide(effect("SWAP", **SWAPPED), on=DAY)
    before, day = date(2024, 3, 31), date(2024, 4, 1)
    assert holders("NORTH-B.chair", before) == holders("SOUTH-B.chair", day) == {"BRUNO"}
    assert holders("SOUTH-B.chair", before) == holders("NORTH-B.chair", day) == {"CHIARA"}
    assert not Vacancy.objects.filter(post__code__endswith=".chair").exists()
    swapped = Tenure.objects.filter(manner="swapped")
    assert {row.opened_by_id for row in swapped} == {act.effects.get().id}
    withdraw(act, "2024-05-01")
    assert holders("NORTH-B.chair", day) == {"BRUNO"}
    assert rebuild_register.differences() == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"other_person": "BRUNO"}, "swap-with-oneself"),
        ({"other_post": "SOUTH-B.chair"}, "same-post"),
        ({"other_person": "FATIMA"}, "does-not-hold-post"),
        ({"post": "ALDER.keeper"}, "does-not-hold-post"),
        ({"other_person": ""}, "missing-field"),
        ({"on": "2019-01-01"}, "does-not-hold-post"),
    ],
)
def test_an_exchange_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect("SWAP", **{**SWAPPED, **fields}), on=DAY)


def test_a_swap_is_withdrawn_only_while_both_sides_rest_on_nothing_later() -> None:
    from fasti.operations import issue_act

    act = decide(effect("SWAP", **SWAPPED), on=DAY)
    decide(effect("RESIGN", person="CHIARA", post="NORTH-B.chair"), on="2024-06-01")
    with pytest.raises(issue_act.CannotIssue) as refused:
        withdraw(act, "2024-07-01")
    assert "does-not-hold-post" in {finding.code for finding in refused.value.findings}


def test_a_planned_person_leaves_the_pool() -> None:
    decide(effect("PLAN", person="GORAN", post="NORTH-B.deputy", term="2025-2029"), on=DAY)
    out = effect("UNPLAN", person="GORAN", post="NORTH-B.deputy", reason="standards")
    decide(out, on="2024-09-01")
    entry = PoolEntry.objects.get()
    assert entry.ends_before == date(2024, 9, 1)
    assert entry.closed_by is not None
    assert refusal(out, on="2024-10-01") == {"not-planned"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN", "reason": "whim"}, "unknown-reason"),
        ({"person": "EMIL", "reason": "standards"}, "not-planned"),
    ],
)
def test_leaving_the_pool_is_refused(fields: dict[str, Any], code: str) -> None:
    decide(effect("PLAN", person="GORAN", post="NORTH-B.deputy", term="2025-2029"), on=DAY)
    assert refusal(effect("UNPLAN", post="NORTH-B.deputy", **fields), on="2024-09-01") == {code}


def test_planned_once_and_only_for_a_higher_post() -> None:
    plan = effect("PLAN", person="GORAN", post="NORTH-B.deputy", term="2025-2029")
    decide(plan, on=DAY)
    assert "already-planned" in refusal(plan, on="2024-09-01")
    lower = effect("PLAN", person="BRUNO", post="NORTH-B.deputy", term="2025-2029")
    assert refusal(lower, on=DAY) == {"plan-not-higher"}
    same = effect("PLAN", person="BRUNO", post="SOUTH-B.chair", term="2025-2029")
    assert refusal(same, on=DAY) == {"plan-not-higher"}


def _vacant(post: str) -> list[tuple[str, str]]:
    """The empty seats of a post: since when, and until when ("" if they still are)."""
    rows = Vacancy.objects.filter(post__code=post)
    return sorted((str(row.starts_on), str(row.ends_before) if row.ends_before else "") for row in rows)


def test_a_change_of_seats_keeps_holders_and_the_age_of_empty_seats() -> None:
    decide(effect("APPOINT", person="GORAN", post="NORTH-B.member"), on=DAY)
    decide(effect("CHANGE_SEATS", post="NORTH-B.member", seats=4), on="2024-06-01")
    assert holders("NORTH-B.member", date(2024, 7, 1)) == {"GORAN"}
    seats = Establishment.objects.filter(post__code="NORTH-B.member").order_by("starts_on")
    assert [(row.seats, str(row.starts_on)) for row in seats] == [(2, "2020-01-01"), (4, "2024-06-01")]
    assert _vacant("NORTH-B.member") == [
        ("2020-01-01", ""),
        ("2020-01-01", "2024-04-01"),
        ("2024-06-01", ""),
        ("2024-06-01", ""),
    ]


def test_a_step_down_is_several_effects_and_takes_the_youngest_vacancies() -> None:
    decide(
        effect("CHANGE_SEATS", post="NORTH-B.member", seats=4, on="2024-06-01"),
        effect("CHANGE_SEATS", post="NORTH-B.member", seats=3, on="2025-01-01"),
        effect("CHANGE_SEATS", post="NORTH-B.member", seats=1, on="2026-01-01"),
        on=DAY,
    )
    decide(effect("APPOINT", person="GORAN", post="NORTH-B.member", on="2024-08-01"), on="2024-08-01")
    assert _vacant("NORTH-B.member") == [
        ("2020-01-01", "2024-08-01"),
        ("2020-01-01", "2026-01-01"),
        ("2024-06-01", "2025-01-01"),
        ("2024-06-01", "2026-01-01"),
    ]
    assert holders("NORTH-B.member", date(2026, 6, 1)) == {"GORAN"}
    late = effect("APPOINT", person="EMIL", post="NORTH-B.member", on="2025-06-01")
    assert refusal(late, on="2025-06-01") == {"seats-below-holders"}


def test_seats_may_fall_on_the_day_a_holder_leaves_but_not_before() -> None:
    decide(
        effect("APPOINT", person="GORAN", post="NORTH-B.member"),
        effect("APPOINT", person="EMIL", post="NORTH-B.member"),
        on=DAY,
    )
    fewer = effect("CHANGE_SEATS", post="NORTH-B.member", seats=1)
    assert refusal(fewer, on="2024-06-01") == {"seats-below-holders"}
    decide(effect("RESIGN", person="EMIL", post="NORTH-B.member"), fewer, on="2024-06-01")
    assert [end for _, end in _vacant("NORTH-B.member")] == ["2024-04-01", "2024-04-01"]
    more = effect("RESIGN", person="GORAN", post="NORTH-B.member")
    decide(more, on="2024-09-01")
    assert _vacant("NORTH-B.member")[-1] == ("2024-09-01", "")


def test_of_two_changes_on_one_day_the_later_holds() -> None:
    first = effect("CHANGE_SEATS", post="NORTH-B.member", seats=4)
    decide(first, {**first, "seats": 3}, on="2024-06-01")
    assert list(
        Establishment.objects.filter(post__code="NORTH-B.member").values_list("seats", flat=True)
    ) == [
        2,
        3,
    ]
    decide(effect("APPOINT", person="GORAN", post="NORTH-B.member", on="2024-02-01"), on="2024-06-01")
    assert holders("NORTH-B.member", date(2024, 7, 1)) == {"GORAN"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"seats": 0}, "wrong-type"),
        ({"seats": 2}, "nothing-to-do"),
        ({"seats": 3, "on": "2019-01-01"}, "post-not-there"),
        ({"seats": "many"}, "wrong-type"),
    ],
)
def test_a_change_of_seats_is_refused(fields: dict[str, Any], code: str) -> None:
    assert refusal(effect("CHANGE_SEATS", post="NORTH-B.member", **fields), on=DAY) == {code}


def test_the_incumbent_of_a_past_day_is_the_one_of_that_day() -> None:
    decide(effect("RESIGN", person="DORA", post="NORTH-B.deputy"), on="2021-01-01")
    decide(effect("ELECT", person="GORAN", post="NORTH-B.deputy"), on="2022-01-01")
    decide(effect("RESIGN", person="GORAN", post="NORTH-B.deputy"), on="2023-01-01")
    decide(effect("DESIGNATE", person="EMIL", post="NORTH-B.deputy"), on="2023-01-01")
    days = (date(2020, 6, 1), date(2021, 6, 1), date(2022, 6, 1), date(2022, 12, 31), date(2023, 1, 1))
    assert [holders("NORTH-B.deputy", day) for day in days] == [
        {"DORA"},
        set(),
        {"GORAN"},
        {"GORAN"},
        {"EMIL"},
    ]
