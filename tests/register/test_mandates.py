"""Mandates ex officio: derived from tenures, the tree and the rule book of the day, never stored."""

from __future__ import annotations

from datetime import date

import pytest

from fasti import charter
from fasti.register import mandates, read
from fasti.register.rows import TenureRow, UnitRow
from fasti.subjects.models import Person, Unit
from tests import cast
from tests.effects.decided import decide, effect


def sitting(day: str, **where: int) -> set[tuple[str, str, str]]:
    """Person, organ and office of each mandate on a day, by code."""
    found = read.mandates(pack=cast.pack(), as_of=date.fromisoformat(day), **where)
    persons = dict(Person.objects.values_list("id", "code"))
    units = dict(Unit.objects.values_list("id", "code"))
    return {(persons[each.person], units[each.unit], each.office) for each in found}


BOTH = {("EMIL", "NORTH-B", "board_member"), ("FATIMA", "SOUTH-B", "board_member")}


@pytest.mark.django_db
def test_keepers_sit_on_the_board_of_their_region_from_the_day_of_the_rule() -> None:
    founding = cast.found_guild()
    assert sitting("2024-02-29") == set()
    assert sitting("2024-03-01") == BOTH
    (emil, _) = read.mandates(pack=cast.pack(), as_of=date(2024, 3, 1))
    assert emil.rule.reference.startswith("Statutes, art. 8")
    opened = founding.effects.get(id=emil.tenure.opened_by)
    assert (opened.kind, opened.person.code if opened.person else "") == ("APPOINT", "EMIL")


@pytest.mark.django_db
def test_a_mandate_ends_with_its_tenure_and_follows_the_unit() -> None:
    cast.found_guild()
    decide(effect("RESIGN", person="EMIL", post="ALDER.keeper"), on="2024-06-01")
    decide(effect("MOVE", unit="BIRCH", parent="NORTH"), on="2024-07-01")
    assert sitting("2024-05-31") == BOTH
    assert sitting("2024-06-01") == {("FATIMA", "SOUTH-B", "board_member")}
    assert sitting("2024-07-01") == {("FATIMA", "NORTH-B", "board_member")}


@pytest.mark.django_db
def test_mandates_of_a_person_and_of_an_organ() -> None:
    cast.found_guild()
    emil, board = Person.objects.get(code="EMIL").id, Unit.objects.get(code="SOUTH-B").id
    assert sitting("2024-03-01", person=emil) == {("EMIL", "NORTH-B", "board_member")}
    assert sitting("2024-03-01", unit=board) == {("FATIMA", "SOUTH-B", "board_member")}
    assert sitting("2024-03-01", unit=board, person=emil) == set()


def test_a_provincial_secretary_sits_in_the_standing_committee_of_the_same_province() -> None:
    day = date(2024, 6, 30)

    def unit(id: int, parent: int | None, kind: str) -> UnitRow:
        return UnitRow(id, parent, kind, {}, "", date(2020, 1, 1), None, 1, None)

    units = [
        unit(1, None, "party"),
        unit(2, 1, "provincial_org"),
        unit(3, 2, "provincial_committee"),
        unit(4, 2, "provincial_standing_committee"),
        unit(5, 1, "provincial_org"),
        unit(6, 5, "provincial_standing_committee"),
    ]
    held = TenureRow(70, 30, "elected", None, date(2020, 10, 1), None, 9, None)
    over = held._replace(person=71, ends_before=day)
    found = mandates.mandates(
        [held, over],
        posts={30: (3, "provincial_secretary")},
        units=units,
        pack=charter.load("vn_party"),
        as_of=day,
    )
    assert [(each.person, each.unit, each.office) for each in found] == [
        (70, 4, "provincial_standing_member")
    ]
    assert found[0].tenure is held
    assert not found[0].rule.verified
