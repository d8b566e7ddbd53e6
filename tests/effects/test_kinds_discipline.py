"""Ratings and sanctions of persons and units, and the early end of a sanction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti.register.models import Rating, Sanction, UnitRating, UnitSanction
from tests import cast
from tests.effects.decided import decide, effect, refusal

pytestmark = pytest.mark.django_db
DAY = "2024-04-01"


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


def rate(**fields: Any) -> dict[str, Any]:
    return effect("RATE", **{"period": "2023", "grade": "good", **fields})


def sanction(**fields: Any) -> dict[str, Any]:
    return effect("SANCTION", **{"form": "reprimand", "ground": "duties", **fields})


def lift(**fields: Any) -> dict[str, Any]:
    return effect("LIFT", **{"form": "reprimand", "reason": "appeal", **fields})


def test_a_later_rating_of_the_period_takes_the_place_of_the_first() -> None:
    decide(rate(person="GORAN"), rate(person="GORAN", period="2023-H1"), on=DAY)
    decide(rate(person="GORAN", grade="excellent"), on="2024-06-01")
    rows = Rating.objects.filter(period="2023").order_by("starts_on")
    assert [(row.grade, str(row.starts_on), row.ends_before) for row in rows] == [
        ("good", DAY, date(2024, 6, 1)),
        ("excellent", "2024-06-01", None),
    ]
    assert Rating.objects.get(period="2023-H1").ends_before is None
    assert {row.unit.code for row in rows} == {"ALDER"}


def test_a_unit_is_rated_for_itself() -> None:
    decide(rate(unit="ALDER"), rate(unit="NORTH-B", grade="fair"), on=DAY)
    assert set(UnitRating.objects.values_list("unit__code", "grade")) == {
        ("ALDER", "good"),
        ("NORTH-B", "fair"),
    }
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN", "unit": "ALDER"}, "unexpected-field"),
        ({}, "missing-field"),
        ({"person": "GORAN", "grade": "superb"}, "unknown-grade"),
        ({"person": "GORAN", "period": "2023-H3"}, "period-malformed"),
        ({"person": "GORAN", "period": "2026"}, "day-not-after"),
        ({"person": "GORAN", "period": "2018"}, "not-a-member"),
        ({"unit": "ALDER", "period": "2018"}, "unit-not-there"),
        ({"person": "GORAN", "period": "the year of the comet"}, "text-too-long"),
        ({"person": "NOBODY"}, "unknown-person"),
    ],
)
def test_a_rating_is_refused(fields: dict[str, Any], code: str) -> None:
    assert refusal(rate(**fields), on=DAY) == {code}


def test_the_grades_are_those_of_the_day_and_the_same_again_is_nothing() -> None:
    assert refusal(rate(person="GORAN", grade="excellent"), on="2024-02-29") == {"unknown-grade"}
    decide(rate(person="GORAN", grade="excellent"), on="2024-03-01")
    assert refusal(rate(person="GORAN", grade="excellent"), on="2024-06-01") == {"nothing-to-do"}


def test_a_sanction_ends_by_itself_after_the_months_of_the_rule_book() -> None:
    decide(sanction(person="GORAN"), on="2024-02-29")
    decide(sanction(person="EMIL"), on="2024-03-01")
    first, second = Sanction.objects.order_by("starts_on")
    assert (first.ends_before, first.closed_by) == (date(2024, 8, 29), None)
    assert (second.ends_before, second.closed_by) == (date(2025, 3, 1), None)
    assert (second.ground, second.unit.code) == ("duties", "ALDER")


def test_a_draft_does_not_say_how_long_a_sanction_lasts() -> None:
    assert refusal(sanction(person="GORAN", months=1), on=DAY) == {"unexpected-field"}


def test_a_sanction_is_lifted_early() -> None:
    decide(sanction(person="GORAN"), on=DAY)
    act = decide(lift(person="GORAN"), on="2024-06-01")
    row = Sanction.objects.get()
    assert row.ends_before == date(2024, 6, 1)
    assert row.closed_by_id == act.effects.get().id
    assert refusal(lift(person="GORAN"), on="2024-07-01") == {"sanction-not-there"}


def test_of_two_sanctions_the_one_named_is_lifted_else_the_oldest() -> None:
    decide(sanction(person="GORAN"), on="2024-04-01")
    decide(sanction(person="GORAN"), on="2024-05-01")
    decide(sanction(person="GORAN"), on="2024-05-10")
    decide(lift(person="GORAN", since="2024-05-01"), on="2024-06-01")
    decide(lift(person="GORAN"), on="2024-06-02")
    ends = [str(row.ends_before) for row in Sanction.objects.order_by("starts_on")]
    assert ends == ["2024-06-02", "2024-06-01", "2025-05-10"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN"}, "sanction-not-there"),
        ({"person": "EMIL", "reason": "whim"}, "unknown-reason"),
        ({"person": "EMIL", "form": "removal"}, "sanction-not-there"),
        ({"person": "EMIL", "on": "2025-04-01"}, "sanction-not-there"),
        ({"unit": "ALDER"}, "sanction-not-there"),
        ({"person": "EMIL", "since": "2024-04-02"}, "sanction-not-there"),
    ],
)
def test_lifting_is_refused(fields: dict[str, Any], code: str) -> None:
    decide(sanction(person="EMIL"), on=DAY)
    assert refusal(lift(**fields), on="2024-06-01") == {code}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN", "form": "banishment"}, "unknown-sanction"),
        ({"person": "GORAN", "ground": "gossip"}, "unknown-ground"),
        ({"person": "GORAN", "form": "closure"}, "sanction-not-for"),
        ({"unit": "ALDER", "form": "expulsion"}, "sanction-not-for"),
        ({"person": "GORAN", "on": "2019-01-01"}, "not-a-member"),
        ({"unit": "ALDER", "on": "2019-01-01"}, "unit-not-there"),
        ({"person": "GORAN", "form": "expulsion"}, "sanction-without-end"),
        ({"person": "EMIL", "form": "removal"}, "sanction-without-end"),
        ({"unit": "ALDER", "form": "closure"}, "sanction-without-end"),
        ({}, "missing-field"),
    ],
)
def test_a_sanction_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(sanction(**fields), on=DAY)


def test_a_member_on_probation_may_be_reprimanded_but_not_expelled() -> None:
    decide(effect("ADMIT", person="IDA", unit="ALDER", family_name="Iversen"), on=DAY)
    leave = effect("LEAVE", person="IDA", reason="expelled")
    expelled = sanction(person="IDA", form="expulsion")
    assert refusal(expelled, leave, on="2024-05-01") == {"sanction-not-for"}
    decide(sanction(person="IDA"), on="2024-05-01")


def test_an_expulsion_goes_with_the_end_of_the_membership() -> None:
    leave = effect("LEAVE", person="GORAN", reason="expelled")
    expelled = sanction(person="GORAN", form="expulsion", ground="conduct")
    assert refusal(expelled, {**leave, "on": "2024-05-01"}, on=DAY) == {"sanction-without-end"}
    decide(expelled, leave, on=DAY)
    assert Sanction.objects.get().ends_before is None


def test_a_removal_goes_with_the_end_of_a_tenure() -> None:
    relieve = effect("RELIEVE", person="EMIL", post="ALDER.keeper", reason="discipline")
    decide(relieve, sanction(person="EMIL", form="removal"), on=DAY)
    assert Sanction.objects.get().ends_before == date(2026, 4, 1)


def test_a_sanction_on_a_unit_ends_with_it_and_is_not_taken_over() -> None:
    decide(sanction(unit="BIRCH"), on=DAY)
    merge = decide(effect("MERGE", unit="BIRCH", other_unit="ALDER"), on="2024-07-01")
    row = UnitSanction.objects.get()
    assert (row.unit.code, row.ends_before, row.closed_by_id) == (
        "BIRCH",
        date(2024, 7, 1),
        merge.effects.get().id,
    )


def test_a_sanction_that_ran_out_before_its_unit_ended_by_itself() -> None:
    decide(sanction(unit="BIRCH"), on="2024-02-01")
    decide(effect("MERGE", unit="BIRCH", other_unit="ALDER"), on="2024-09-01")
    row = UnitSanction.objects.get()
    assert (row.ends_before, row.closed_by) == (date(2024, 8, 1), None)


def test_closing_a_unit_is_the_end_of_it() -> None:
    found = effect("FOUND", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"})
    decide(found, on="2024-02-01")
    decide(sanction(unit="CEDAR", form="closure"), effect("DISSOLVE", unit="CEDAR"), on=DAY)
    assert not UnitSanction.objects.exists(), "it held on no day: the unit ended with it"


def test_who_left_is_rated_by_the_unit_of_which_he_last_was_a_member() -> None:
    relieved = effect("RELIEVE", person="FATIMA", post="BIRCH.keeper", reason="request")
    decide(relieved, effect("LEAVE", person="FATIMA", reason="left"), on="2024-02-01")
    rated = rate(person="FATIMA")
    assert refusal(rated, on="2024-05-01", issuer="NORTH-B") == {"effect-outside-unit"}
    decide(rated, on="2024-05-01", issuer="SOUTH-B")
    assert Rating.objects.get(person__code="FATIMA").unit.code == "BIRCH"
