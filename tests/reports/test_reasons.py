"""Why a report's figure differs: each reason only where the register, asked in that way, has that very figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import transaction

from fasti import claims, words
from fasti.access import sight
from fasti.access.models import Account
from fasti.dates import periods
from fasti.reports import looks, reason_words, reasons, reconcile
from fasti.subjects.models import Person
from tests import cast

HALF = looks.Under(periods.Period.parse("2024-H1"))


def _admit(*codes: str, to: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": "ADMIT",
            "person": code,
            "unit": to,
            "stage": "full",
            "family_name": code.title(),
            "sex": "F",
        }
        for code in codes
    ]


@pytest.fixture(scope="module")
def body(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """North: 12 admitted in time and 2 told late. South: 12 in Birch and 3 in Cedar, which later goes north."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast.found_guild()
        cedar = {
            "kind": "FOUND",
            "unit": "CEDAR",
            "parent": "SOUTH",
            "unit_kind": "lodge",
            "name": {"en": "Cedar"},
        }
        north = [f"N-{n}" for n in range(12)]
        cast.issue(
            cast.act("COUNCIL", "decision", "Cedar", "2023-11-01", cedar, *_admit("OLD", to="BIRCH")),
            cast.act("NORTH-B", "decision", "Admissions", "2024-02-01", *_admit(*north, to="ALDER")),
            cast.act("SOUTH-B", "decision", "South", "2024-03-01", *_admit(*(f"S-{n}" for n in range(12)), to="BIRCH"),
                     *_admit("C-1", "C-2", "C-3", to="CEDAR")),
        )  # fmt: skip
        late = cast.act("NORTH-B", "decision", "Late", "2024-04-01", *_admit("L-1", "L-2", to="ALDER"))
        cast.issue(late, recorded_at=cast.at("2024-09-01"))
        merger = {"kind": "MERGE", "unit": "CEDAR", "other_unit": "ALDER", "on": "2024-10-01"}
        cast.issue(cast.act("COUNCIL", "decision", "Merger", "2024-09-20", merger))
        yield
        transaction.set_rollback(True)


def _told(
    claimed: int, *, of: str, indicator: str = "members.admitted", **more: Any
) -> dict[str, reasons.Reason]:
    """The reasons for a claim about a unit, by code."""
    asked = looks.Looks(cast.pack(), of)
    registered = asked.told([indicator], HALF)[indicator]
    given: dict[str, Any] = {"named": None, "written_on": date(2024, 9, 2), **more}
    case = reasons.Case(indicator, Fraction(claimed), registered, HALF, **given)
    return {each.code: each for each in reasons.of(case, asked)}


@pytest.mark.parametrize(
    ("of", "indicator", "claimed", "codes"),
    [
        ("SOUTH", "members.admitted", 12, {"other-period", "boundaries", "unit", "suppressed"}),
        ("SOUTH", "members.admitted", 1, {"other-period"}),
        ("SOUTH", "members.admitted", 3, {"level"}),
        ("SOUTH", "members.admitted", 7, {"untold"}),
        ("SOUTH", "members.admitted", 18, {"level"}),
        ("GLK", "members.total", 29, {"flow", "change"}),
        ("GLK", "members.admitted", 14, {"unit"}),
        ("GLK", "members.total", 40, {"acts"}),
        ("SOUTH", "units.created", 5, {"nothing"}),
    ],
)
def test_each_way_of_counting_that_gives_the_figure_is_said_and_no_other(
    body: None, db: None, of: str, indicator: str, claimed: int, codes: set[str]
) -> None:
    assert _told(claimed, of=of, indicator=indicator).keys() == codes


def test_as_known_on_the_reports_day_names_the_acts_since(body: None, db: None) -> None:
    late = _told(12, of="NORTH", written_on=date(2024, 7, 10))["late"]
    assert late.num_acts == len(late.acts) == 1
    assert "late" not in _told(12, of="NORTH")


def test_the_period_that_the_sentence_names_comes_before_its_neighbours(body: None, db: None) -> None:
    told = _told(1, of="SOUTH", named=periods.Period.parse("2023-H2"))
    assert told.keys() == {"period"}


@pytest.mark.parametrize(
    ("claimed", "registered", "is_exact", "codes"),
    [
        (120, 118, True, {"rounded"}),
        (120, 112, True, {"acts"}),
        (20, 18, True, {"acts"}),
        (120, 118, False, {"acts"}),
    ],
)
def test_rounding_leaves_two_digits_and_is_no_reason_for_an_about(
    body: None, db: None, claimed: int, registered: int, is_exact: bool, codes: set[str]
) -> None:
    case = reasons.Case(
        "members.admitted", Fraction(claimed), registered, HALF, None, date(2024, 9, 2), is_exact
    )
    assert {each.code for each in reasons.of(case, looks.Looks(cast.pack(), "GLK"))} == codes


def test_every_reason_is_a_sentence_in_every_language() -> None:
    args = {"day": "2024-07-01", "period": "2024", "step": "10", "limit": "5"}
    for lang in words.LANGUAGES:
        for code in (*reasons.EXPLAINED, *reasons.UNEXPLAINED):
            if code != "unit":  # Its name is read from the register.
                reason = reasons.Reason(code, "members.total", HALF, args, num_acts=2)
                assert reason_words.sentence(reason, pack=cast.pack(), lang=lang)
    assert set(reasons.EXPLAINED).isdisjoint(reasons.UNEXPLAINED)


def test_who_may_be_told_only_large_counts_learns_no_small_one(body: None, db: None) -> None:
    person = Person.objects.get(code="GORAN")
    goran = Account.objects.create(name="goran", person=person, opened_at=cast.at("2020-01-02"))
    seen = sight.of_account(goran, pack=cast.pack(), day=date(2024, 9, 2))
    read = claims.read(
        claims.from_string("In April 2024 the guild admitted 2 keepers."),
        claimed=cast.pack().claimed,
        lang="en",
    )
    month = periods.Period.parse("2024-04")
    found = reconcile.reconcile(cast.pack(), read, unit="NORTH", period=month, sight=seen)
    assert [line.verdict for line in found.lines] == [reconcile.WITHHELD]
    everything = reconcile.reconcile(cast.pack(), read, unit="NORTH", period=month)
    assert [line.verdict for line in everything.lines] == [reconcile.AGREES]
