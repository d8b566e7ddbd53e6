"""Popolo: valid against the published schemas, every object with its acts, and no name unless it is asked for."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import referencing
from jsonschema import Draft3Validator
from referencing.jsonschema import DRAFT3

from fasti import cli
from fasti.dates.axes import known_before
from fasti.exchange import formats, popolo
from tests import cast
from tests.conftest import SHARED

pytestmark = pytest.mark.django_db
SCHEMAS = SHARED / "schemas" / "popolo"
KINDS = {
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "persons": "person",
}


def exported(**more: Any) -> dict[str, list[dict[str, Any]]]:
    asked = formats.Asked(**{"pack": cast.pack(), "lang": "en", **more})
    written: dict[str, list[dict[str, Any]]] = json.loads(b"".join(popolo.write(asked)))
    return written


def validators() -> dict[str, Draft3Validator]:
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    found = [(schema["id"].rstrip("#"), DRAFT3.create_resource(schema)) for schema in schemas.values()]
    registry: referencing.Registry[Any] = referencing.Registry().with_resources(
        [*found, *((f"{name}#", resource) for name, resource in found)]
    )
    checker = Draft3Validator.FORMAT_CHECKER
    return {
        part: Draft3Validator(schemas[name], registry=registry, format_checker=checker)
        for part, name in KINDS.items()
    }


def by_id(objects: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    assert len({each["id"] for each in objects}) == len(objects)
    return {each["id"]: each for each in objects}


@pytest.fixture
def merged() -> None:
    """The guild with a term, a transfer of members by a merger of lodges, and a merger of regions."""
    cast.found_guild()
    term = {"kind": "REAPPOINT", "person": "DORA", "post": "NORTH-B.deputy", "ends_planned_on": "2027-12-31"}
    cast.issue(cast.act("NORTH-B", "decision", "Second term", "2024-01-10", term))
    lodges = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-07-01"}
    cast.issue(cast.act("COUNCIL", "decision", "Merger", "2024-06-01", lodges))
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}
    cast.issue(cast.act("COUNCIL", "decision", "Merger", "2025-06-01", merge))


@pytest.mark.inputs
@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
@pytest.mark.parametrize("has_names", [True, False])
def test_valid_against_the_published_schemas(lang: str, has_names: bool, merged: None) -> None:
    written = exported(lang=lang, has_names=has_names)
    for part, validator in validators().items():
        assert written[part]
        for each in written[part]:
            assert [error.message for error in validator.iter_errors(each)] == []


@pytest.mark.inputs
def test_the_schemas_refuse_what_is_wrong() -> None:
    wrong = {"founding_date": "1 January", "sources": [{"note": "no address"}]}
    assert len(list(validators()["organizations"].iter_errors(wrong))) == 2


def test_every_object_names_its_acts(merged: None) -> None:
    written = exported()
    for objects in written.values():
        for each in objects:
            assert each["sources"], each["id"]
            assert all(link["url"].startswith("urn:fasti:act:") for link in each["sources"])


def test_what_units_come_from_and_when_they_ended(merged: None) -> None:
    units = by_id(exported()["organizations"])
    assert units["SOUTH"]["dissolution_date"] == "2025-07-01"
    assert units["NORTH"]["predecessors"][0]["organization_id"] == "SOUTH"
    assert units["ALDER"]["parent_id"] == "NORTH"
    assert units["GLK"]["parent_id"] is None


def test_days_count_in_the_last_one(merged: None) -> None:
    held = by_id(exported()["memberships"])
    assert held["CHIARA@SOUTH-B.chair:2020-01-01"]["end_date"] == "2025-06-30"
    assert held["FATIMA@BIRCH:2020-01-01"]["end_date"] == "2024-06-30"
    assert held["FATIMA@ALDER:2024-07-01"]["end_date"] is None


def test_references_lead_somewhere(merged: None) -> None:
    written = exported()
    ids = {part: set(by_id(objects)) for part, objects in written.items()}
    for each in written["memberships"]:
        assert each["person_id"] in ids["persons"]
        assert each["organization_id"] in ids["organizations"]
        assert each.get("post_id") is None or each["post_id"] in ids["posts"]


def test_names_of_persons_only_when_asked_for(merged: None) -> None:
    plain = json.dumps(exported(), ensure_ascii=False)
    assert not any(
        word in plain for family, given, *_ in cast.PEOPLE.values() for word in (f'"{family}', f'"{given}"')
    )
    assert "1985-01-31" not in plain
    dora = by_id(exported(has_names=True)["persons"])["DORA"]
    assert (dora["family_name"], dora["gender"], dora["birth_date"]) == ("Dvořáková", "female", "1985-01-31")


def test_two_entries_of_one_person_are_one_with_both_codes(merged: None) -> None:
    double = {
        "kind": "ADMIT",
        "person": "GORAN2",
        "unit": "ALDER",
        "family_name": "Goric",
        "given_name": "G.",
    }
    (entered,) = cast.issue(cast.act("COUNCIL", "decision", "Double", "2025-09-01", double))
    same = {"kind": "SAME_PERSON", "person": "GORAN2", "other_person": "GORAN"}
    draft = cast.act("COUNCIL", "decision", "One person", "2025-10-01", same)
    cast.issue({**draft, "relations": [{"kind": "withdraws", "act": entered.code}]})
    written = exported()
    persons = by_id(written["persons"])
    assert [each["identifier"] for each in persons["GORAN"]["identifiers"]] == ["GORAN", "GORAN2"]
    assert "GORAN2" not in persons


def test_seats_that_come_with_an_office_on_a_day(merged: None) -> None:
    on_board = [
        each
        for each in exported(unit="NORTH", as_of=date(2024, 6, 30))["memberships"]
        if each.get("manner") == "ex_officio"
    ]
    assert [(each["person_id"], each["organization_id"]) for each in on_board] == [("EMIL", "NORTH-B")]
    assert on_board[0]["sources"]
    before = exported(as_of=date(2024, 2, 29))["memberships"]
    assert not [each for each in before if each.get("manner") == "ex_officio"]


def test_a_unit_with_what_is_beneath_it_on_a_day(merged: None) -> None:
    before = exported(unit="NORTH", as_of=date(2024, 6, 30))
    assert set(by_id(before["organizations"])) == {"NORTH", "NORTH-B", "ALDER"}
    after = exported(unit="NORTH", as_of=date(2024, 7, 1))
    assert {each["id"] for each in before["persons"]} < {each["id"] for each in after["persons"]}


def test_as_known_before_the_merger(merged: None) -> None:
    units = by_id(exported(known_before=known_before(date(2025, 5, 31)))["organizations"])
    assert units["SOUTH"]["dissolution_date"] is None
    assert "predecessors" not in units["NORTH"]


def test_the_command_writes_the_whole_file_or_none(merged: None, tmp_path: Any, capsys: Any) -> None:
    file = tmp_path / "guild.json"
    assert cli.main(["export", "popolo", "-o", str(file)]) == 0
    assert set(json.loads(file.read_text("utf-8"))) == set(KINDS)
    assert cli.main(["export", "popolo", "--unit", "NOWHERE", "-o", str(file)]) == 2
    assert "NOWHERE" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["guild.json"]
