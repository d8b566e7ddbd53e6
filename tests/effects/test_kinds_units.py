"""Kinds of effect on units: split, move, rename; and the founding that comes too early."""

from __future__ import annotations

import pathlib
import shutil
from datetime import date
from typing import Any

import pytest

from fasti import charter
from fasti.effects import store
from fasti.indicators import tree
from fasti.operations import issue_act
from fasti.register.models import Lineage, Membership, UnitSpan
from tests import cast
from tests.effects.decided import decide, effect, refusal, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


def found(unit: str, parent: str = "NORTH", kind: str = "lodge", on: str = "") -> dict[str, Any]:
    return effect("FOUND", on, unit=unit, parent=parent, unit_kind=kind, name={"en": unit.title()})


def members(unit: str, day: date) -> int:
    there = Membership.objects.filter(unit__code=unit, starts_on__lte=day)
    return there.exclude(ends_before__lte=day).count()


def parent(unit: str, day: date) -> str:
    spans = UnitSpan.objects.filter(unit__code=unit, starts_on__lte=day).exclude(ends_before__lte=day)
    return str(spans.values_list("parent__code", flat=True).get())


SPLIT = [
    found("CEDAR"),
    effect("SPLIT", unit="ALDER", other_unit="CEDAR", share=40),
    effect("TRANSFER_MEMBER", person="GORAN", unit="CEDAR", other_unit="ALDER"),
    effect("TRANSFER_MEMBER", person="DORA", unit="CEDAR", other_unit="ALDER"),
]


def test_a_split_keeps_the_share_and_both_units_foot_to_what_was_one() -> None:
    decide(*SPLIT, on="2024-04-01")
    edge = Lineage.objects.get()
    assert (edge.predecessor.code, edge.successor.code, edge.manner, edge.share) == (
        "ALDER",
        "CEDAR",
        "split",
        40,
    )
    before, after = date(2024, 3, 31), date(2024, 4, 1)
    assert members("ALDER", before) == members("ALDER", after) + members("CEDAR", after) == 5
    assert members("CEDAR", after) == 2


def test_a_split_unit_goes_on_and_is_not_followed() -> None:
    decide(*SPLIT, on="2024-04-01")
    assert UnitSpan.objects.get(unit__code="ALDER").ends_before is None
    merge = effect("MERGE", unit="ALDER", other_unit="BIRCH")
    decide(merge, on="2024-09-01")
    spans = [
        tree.Standing(row.unit_id, row.parent_id, row.kind, _number(row.starts_on), _number(row.ends_before))
        for row in UnitSpan.objects.all()
    ]
    edges = [
        tree.Succession(row.predecessor_id, row.successor_id, _number(row.on), row.manner == "split")
        for row in Lineage.objects.all()
    ]
    ids = dict(UnitSpan.objects.values_list("unit__code", "unit_id"))
    late = tree.grow(spans, edges, day=_number(date(2025, 1, 1)))
    early = tree.grow(spans, edges, day=_number(date(2024, 1, 1)))
    assert late.units[late.place(ids["ALDER"])] == ids["BIRCH"]
    assert early.units[early.place(ids["CEDAR"])] == ids["ALDER"]
    assert members("BIRCH", date(2024, 9, 1)) == 5


def _number(day: date | None) -> int:
    return tree.OPEN if day is None else day.toordinal()


def test_a_unit_may_be_split_and_end_on_one_day() -> None:
    decide(
        found("CEDAR"),
        effect("SPLIT", unit="ALDER", other_unit="CEDAR", share=40),
        effect("TRANSFER_MEMBER", person="GORAN", unit="CEDAR", other_unit="ALDER"),
        effect("MERGE", unit="ALDER", other_unit="BIRCH"),
        on="2024-04-01",
    )
    day = date(2024, 4, 1)
    assert (members("ALDER", day), members("BIRCH", day), members("CEDAR", day)) == (0, 6, 1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"unit": "ALDER", "other_unit": "ALDER", "share": 10}, "same-unit"),
        ({"unit": "ALDER", "other_unit": "BIRCH", "share": 0}, "wrong-type"),
        ({"unit": "ALDER", "other_unit": "BIRCH", "share": 101}, "wrong-type"),
        ({"unit": "ALDER", "other_unit": "BIRCH", "share": 10, "on": "2019-06-01"}, "unit-not-there"),
        ({"unit": "ALDER", "other_unit": "BIRCH"}, "missing-field"),
    ],
)
def test_a_split_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect("SPLIT", **fields), on="2024-04-01")


def test_parts_of_one_day_are_not_more_than_the_whole() -> None:
    decide(found("CEDAR"), effect("SPLIT", unit="ALDER", other_unit="CEDAR", share=60), on="2024-04-01")
    more = effect("SPLIT", unit="ALDER", other_unit="BIRCH", share=50)
    assert "shares-above-whole" in refusal(more, on="2024-04-01")


def test_splitting_off_to_a_unit_that_is_not_there_is_refused() -> None:
    late = [found("CEDAR", on="2024-06-01"), effect("SPLIT", unit="ALDER", other_unit="CEDAR", share=60)]
    assert "successor-not-there" in refusal(*late, on="2024-04-01")


def test_a_unit_moves_with_all_that_is_under_it() -> None:
    decide(effect("MOVE", unit="ALDER", parent="SOUTH"), on="2024-04-01")
    assert parent("ALDER", date(2024, 3, 31)) == "NORTH"
    assert parent("ALDER", date(2024, 4, 1)) == "SOUTH"
    assert members("ALDER", date(2024, 4, 1)) == 5
    first = UnitSpan.objects.get(unit__code="ALDER", parent__code="NORTH")
    assert first.ends_before == date(2024, 4, 1)
    assert first.closed_by is not None
    assert first.closed_by.kind == "MOVE"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"unit": "ALDER", "parent": "BIRCH"}, "kind-not-under-parent"),
        ({"unit": "ALDER", "parent": "GLK"}, "kind-not-under-parent"),
        ({"unit": "NORTH-B", "parent": "SOUTH"}, "organ-moves-with-unit"),
        ({"unit": "ALDER", "parent": "ALDER"}, "same-unit"),
        ({"unit": "GLK", "parent": "NORTH"}, "tree-cycle"),
        ({"unit": "ALDER", "parent": "NORTH"}, "nothing-to-do"),
        ({"unit": "ALDER", "parent": "SOUTH", "on": "2019-01-01"}, "unit-not-there"),
        ({"unit": "ALDER", "parent": "ELSEWHERE"}, "unknown-unit"),
    ],
)
def test_a_move_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect("MOVE", **fields), on="2024-04-01")


def test_a_kind_is_founded_until_the_rule_book_ends_it(tmp_path: pathlib.Path) -> None:
    shutil.copytree(charter.PACKS / "template", tmp_path / "template")
    units = tmp_path / "template" / "units.yaml"
    value = "{level: lodge, organ: false, members: true, parents: [region], abbreviation: L"
    ended = f'{value}}}\n      reference: "Statutes, art. 6"\n      verified: true\n    - from: 2024-06-01\n'
    ended += f"      value: {value}, foundable: false}}"
    written = units.read_text(encoding="utf-8")
    assert written.count(f"{value}}}") == 1
    units.write_text(written.replace(f"{value}}}", ended), encoding="utf-8")
    pack = charter.load(tmp_path / "template")

    def decided(code: str, day: str) -> None:
        draft = cast.act("COUNCIL", "decision", "Decision", day, found(code))
        issue_act.issue([draft], pack=pack, recorded_at=cast.at(day), actor="test")

    decided("ROWAN", "2024-05-31")
    with pytest.raises(issue_act.CannotIssue) as refused:
        decided("ASPEN", "2024-06-01")
    (finding,) = refused.value.findings
    assert (finding.code, finding.reference) == ("kind-not-founded", "Statutes, art. 6")
    decide(effect("MOVE", unit="ALDER", parent="SOUTH"), on="2024-06-02")


def test_what_was_moved_does_not_become_an_organ() -> None:
    """Or it would have served two units, and each would count its reports as its own."""
    first = decide(found("CEDAR", on="2024-01-01"), on="2024-01-01")
    decide(effect("MOVE", unit="CEDAR", parent="SOUTH"), on="2024-02-01")
    board = {**found("CEDAR", kind="region_board", on="2024-01-01"), "name": {"en": "Board"}}
    corrects = [{"kind": "corrects", "act": first.code, "effects": [1]}]
    assert "organ-moves-with-unit" in refusal(board, on="2024-03-01", relations=corrects)
    whole = [board, {**effect("MOVE", on="2024-02-01"), "unit": "CEDAR", "parent": "SOUTH"}]
    assert "organ-moves-with-unit" in refusal(*whole, on="2024-03-01", relations=corrects)


def test_the_new_parent_must_stand_on_the_day() -> None:
    late = [
        found("EAST", "GLK", "region", on="2024-06-01"),
        effect("MOVE", unit="ALDER", parent="EAST", on="2024-05-01"),
    ]
    assert "unit-not-there" in refusal(*late, on="2024-04-01")


def test_a_region_may_not_take_a_lodge_from_another() -> None:
    taken = effect("MOVE", unit="BIRCH", parent="NORTH")
    assert refusal(taken, on="2024-04-01", issuer="NORTH-B") == {"effect-outside-unit"}


def test_a_unit_moved_and_merged_on_one_day_was_merged() -> None:
    decide(
        effect("MOVE", unit="ALDER", parent="SOUTH"),
        effect("MERGE", unit="ALDER", other_unit="BIRCH"),
        on="2024-04-01",
    )
    last = UnitSpan.objects.get(unit__code="ALDER")
    assert last.closed_by is not None
    assert (last.closed_by.kind, members("BIRCH", date(2024, 4, 1))) == ("MERGE", 7)


def test_a_level_is_abolished_its_units_moved_on_the_day_itself() -> None:
    decide(
        effect("MOVE", unit="BIRCH", parent="NORTH"),
        effect("DISSOLVE", unit="SOUTH"),
        on="2024-07-01",
    )
    day = date(2024, 7, 1)
    assert parent("BIRCH", day) == "NORTH"
    assert not UnitSpan.objects.filter(unit__code__in=["SOUTH", "SOUTH-B"], ends_before=None).exists()


def test_a_unit_left_behind_keeps_its_parent_from_being_dissolved() -> None:
    decide(found("ELM", "SOUTH"), on="2024-02-01")
    codes = refusal(
        effect("MOVE", unit="BIRCH", parent="NORTH"), effect("DISSOLVE", unit="SOUTH"), on="2024-07-01"
    )
    assert "unit-has-units" in codes


def test_undoing_a_move_on_which_a_later_one_rests_would_close_a_circle() -> None:
    """Only the rule book keeps regions from standing under each other; the fold refuses a circle on its own."""
    from fasti.effects.recorded import Recorded
    from fasti.effects.state import State

    ids = dict(UnitSpan.objects.values_list("unit__code", "unit_id"))
    north, south, root = ids["NORTH"], ids["SOUTH"], ids["GLK"]

    def move(id: int, unit: int, under: int, on: date) -> Recorded:
        return Recorded(id, 99, "MOVE", on, unit, None, None, under, None, {})

    first = move(1001, north, south, date(2024, 2, 1))
    back = move(1002, north, root, date(2024, 3, 1))
    turned = move(1003, south, north, date(2024, 5, 1))
    state = State(store.Stored())
    state.add([first, back, turned])
    assert state.findings == []
    trial = State(state)
    void = Recorded(1004, 100, "VOID", date(2024, 6, 1), north, None, None, root, None, {}, 1002)
    trial.add([void])
    assert {finding.code for finding in trial.findings} == {"tree-cycle"}


def test_a_unit_is_renamed_from_the_day_on() -> None:
    decide(
        effect("RENAME", unit="ALDER", name={"en": "Great Alder", "cs": "Velká olše"}, abbreviation="GA"),
        on="2024-04-01",
    )
    spans = UnitSpan.objects.filter(unit__code="ALDER").order_by("starts_on")
    assert [row.names["en"] for row in spans] == ["Alder", "Great Alder"]
    assert [row.abbreviation for row in spans] == ["", "GA"]
    decide(effect("RENAME", unit="ALDER", name={"en": "Alder Hall"}), on="2024-08-01")
    assert UnitSpan.objects.get(unit__code="ALDER", ends_before=None).abbreviation == "GA"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": {"en": "Alder"}}, "nothing-to-do"),
        ({"name": {"en": " "}}, "missing-field"),
        ({"name": {"tlh": "Qo"}}, "unexpected-field"),
        ({"name": {"en": "Old"}, "on": "2019-01-01"}, "unit-not-there"),
    ],
)
def test_a_renaming_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect("RENAME", unit="ALDER", **fields), on="2024-04-01")


def test_a_founding_before_the_founding_says_that_it_is_there_later() -> None:
    decide(found("CEDAR", on="2024-06-01"), on="2024-05-01")
    assert refusal(found("CEDAR", on="2024-03-01"), on="2024-05-01") == {"unit-exists-later"}
    assert refusal(found("CEDAR", on="2024-09-01"), on="2024-05-01") == {"unit-already-founded"}


def test_merging_units_with_ten_and_seven_members_gives_seventeen() -> None:
    admit = [
        effect("ADMIT", person=f"P{n}", unit="ALDER" if n < 5 else "BIRCH", stage="full", family_name=f"P{n}")
        for n in range(10)
    ]
    decide(*admit, on="2024-02-01")
    day = date(2024, 7, 1)
    assert (members("ALDER", date(2024, 6, 30)), members("BIRCH", date(2024, 6, 30))) == (10, 7)
    merge = decide(effect("MERGE", unit="BIRCH", other_unit="ALDER", on="2024-07-01"), on="2024-06-01")
    assert (members("ALDER", day), members("BIRCH", day)) == (17, 0)
    withdraw(merge, "2024-08-01")
    assert (members("ALDER", day), members("BIRCH", day)) == (10, 7)
