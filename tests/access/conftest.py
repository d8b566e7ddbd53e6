"""The guild of the cast with a second lodge in the north, and acts of every class on every level."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fasti.access import sight
from fasti.access.models import Account
from fasti.subjects.models import Person, Unit
from tests import cast

TODAY = date(2024, 6, 1)
Look = Callable[..., sight.Sight]


@pytest.fixture
def guild(db: None) -> None:
    """Units as in the cast, and in the north the lodge Cedar with its keeper Hana and its member Ivan."""
    found()


def found() -> None:
    """Found that guild."""
    cast.found_guild()
    cast.issue(
        cast.act(
            "COUNCIL", "decision", "Cedar is founded", "2021-01-01",
            {"kind": "FOUND", "unit": "CEDAR", "unit_kind": "lodge", "name": {"en": "Cedar"}, "parent": "NORTH"},
            {"kind": "ESTABLISH_POST", "post": "CEDAR.keeper", "unit": "CEDAR", "office": "keeper", "seats": 1},
            admit("HANA", "Holm", "Hana", "CEDAR"), admit("IVAN", "Ilic", "Ivan", "CEDAR"),
            {"kind": "APPOINT", "person": "HANA", "post": "CEDAR.keeper"},
        )
    )  # fmt: skip


def admit(code: str, family: str, given: str, unit: str) -> dict[str, object]:
    """The effect that brings a member in."""
    return {
        "kind": "ADMIT", "person": code, "unit": unit, "stage": "full", "family_name": family, "given_name": given,
        "sex": "F", "born_on": "1990-01-01",
    }  # fmt: skip


@pytest.fixture
def look() -> Look:
    """What somebody of the cast sees: ``look("EMIL", on=day)``; an account is opened the first time."""

    def see(person: str, *, on: date = TODAY) -> sight.Sight:
        return sight.of_account(account(person), pack=cast.pack(), day=on)

    return see


def account(person: str) -> Account:
    """The account of a person; `REGISTRAR` and `ADMIN` are nobody's."""
    kept = Account.objects.filter(name=person.lower()).first()
    if kept is None:
        kept = Account.objects.create(
            name=person.lower(),
            person=Person.objects.filter(code=person).first(),
            is_registrar=person == "REGISTRAR",
            opened_at=cast.at("2020-01-01"),
        )
    return kept


def unit(code: str) -> int:
    return Unit.objects.get(code=code).id


def person(code: str) -> int:
    return Person.objects.get(code=code).id
