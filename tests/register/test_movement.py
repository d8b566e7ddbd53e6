"""Movement of members: opening + ins - outs = closing, each step with its kind, whatever the boundaries."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti import cli
from fasti.acts.models import Act
from fasti.dates.periods import Period
from fasti.register import movement, read
from fasti.register.movement import Cause, Stay
from fasti.register.rows import MembershipRow, UnitRow
from fasti.reports import movement as reading
from fasti.subjects.models import Unit
from tests import cast

YEAR = Period.parse("2024")
NORTH, SOUTH = 1, 2
CAUSES = {
    1: Cause("ADMIT"), 2: Cause("READMIT"), 3: Cause("TRANSFER_MEMBER"), 4: Cause("MERGE"), 5: Cause("LEAVE", "died"),
    6: Cause("STRIKE_OFF", "dues"), 7: Cause("CONFIRM"), 8: Cause("MOVE"), 9: Cause("LEAVE", "left"),
    10: Cause("DISSOLVE"),
}  # fmt: skip


def member(
    unit: int, since: str, until: str = "", by: int = 1, ended: int | None = None, person: int = 1
) -> MembershipRow:
    end = date.fromisoformat(until) if until else None
    return MembershipRow(person, unit, "full", date.fromisoformat(since), end, by, ended)


def moved(
    *rows: MembershipRow, perimeter: Any = None, period: Period = YEAR
) -> tuple[int, list[str], list[str], int]:
    found = list(movement.presences(rows, perimeter or movement.fixed([NORTH])))
    told = movement.movement(found, period, memberships={1: rows}, causes=CAUSES)
    assert told.foots
    outs = [f"{step.kind} {step.reason}".strip() for step in told.outs]
    return told.opening, [step.kind for step in told.ins], outs, told.closing


def test_admitted_and_died() -> None:
    row = member(NORTH, "2024-02-01", "2024-05-01", ended=5)
    assert moved(row) == (0, ["admitted"], ["left died"], 0)


def test_struck_off_and_readmitted() -> None:
    first = member(NORTH, "2020-01-01", "2024-02-01", ended=6)
    again = member(NORTH, "2024-09-01", by=2)
    assert moved(first, again) == (1, ["readmitted"], ["struck-off dues"], 1)


def test_a_confirmation_is_neither_in_nor_out() -> None:
    first, second = member(NORTH, "2023-06-01", "2024-06-01", ended=7), member(NORTH, "2024-06-01", by=7)
    assert moved(first, second) == (1, [], [], 1)


def test_a_transfer_is_out_here_and_in_there_and_nothing_above_both() -> None:
    first, second = member(NORTH, "2020-01-01", "2024-06-01", ended=3), member(SOUTH, "2024-06-01", by=3)
    assert moved(first, second) == (1, [], ["transferred-out"], 0)
    assert moved(first, second, perimeter=movement.fixed([SOUTH])) == (0, ["transferred-in"], [], 1)
    assert moved(first, second, perimeter=movement.fixed([NORTH, SOUTH])) == (1, [], [], 1)


def test_a_merger_takes_members_along() -> None:
    first, second = member(NORTH, "2020-01-01", "2024-06-01", ended=4), member(SOUTH, "2024-06-01", by=4)
    assert moved(first, second) == (1, [], ["gone-with"], 0)
    assert moved(first, second, perimeter=movement.fixed([SOUTH])) == (0, ["came-with"], [], 1)


def test_a_unit_that_moves_takes_members_along_though_their_membership_goes_on() -> None:
    row = member(NORTH, "2020-01-01")
    leaves = {NORTH: (Stay(date(2019, 1, 1), date(2024, 6, 1), 1, 8),)}
    comes = {NORTH: (Stay(date(2024, 6, 1), None, 8, None),)}
    assert moved(row, perimeter=leaves) == (1, [], ["gone-with"], 0)
    assert moved(row, perimeter=comes) == (0, ["came-with"], [], 1)


def test_confirmed_on_the_day_the_unit_moves() -> None:
    rows = member(NORTH, "2023-06-01", "2024-06-01", ended=7), member(NORTH, "2024-06-01", by=7)
    comes = {NORTH: (Stay(date(2024, 6, 1), None, 8, None),)}
    found = list(movement.presences(rows, comes))
    (step,) = movement.movement(found, YEAR, memberships={1: rows}, causes=CAUSES).ins
    assert (step.kind, step.effect) == ("came-with", 8)


def test_a_dissolution_without_successor_takes_members_away() -> None:
    assert moved(member(NORTH, "2020-01-01", "2024-06-01", ended=10)) == (1, [], ["gone-with"], 0)


def test_the_first_and_the_last_day_of_the_period() -> None:
    assert moved(member(NORTH, "2024-01-01")) == (0, ["admitted"], [], 1)
    assert moved(member(NORTH, "2024-12-31")) == (0, ["admitted"], [], 1)
    assert moved(member(NORTH, "2025-01-01")) == (0, [], [], 0)
    assert moved(member(NORTH, "2020-01-01", "2024-01-01", ended=9)) == (1, [], ["left left"], 0)
    assert moved(member(NORTH, "2020-01-01", "2025-01-01", ended=9)) == (1, [], [], 1)


def test_units_that_once_stood_the_other_way_round() -> None:
    day = date(2024, 1, 1)
    rows = [
        UnitRow(1, None, "a", {}, "", date(2020, 1, 1), None, 1, None),
        UnitRow(2, 1, "b", {}, "", date(2020, 1, 1), day, 1, 8),
        UnitRow(2, 3, "b", {}, "", day, None, 8, None),
        UnitRow(3, 2, "b", {}, "", date(2020, 1, 1), day, 1, 8),
        UnitRow(3, 1, "b", {}, "", day, None, 8, None),
    ]
    under = movement.each_day(3, rows)
    assert [(stay.starts_on, stay.opened_by) for stay in under[2]] == [(day, 8)]
    assert [stay.ends_before for stay in movement.each_day(2, rows)[3]] == [day]


DAYS = st.integers(0, 40).map(lambda n: date(2023, 12, 10).fromordinal(date(2023, 12, 10).toordinal() + n))


@st.composite
def memberships(draw: Any) -> list[MembershipRow]:
    """Memberships of a few persons, none overlapping, in two units."""
    rows = []
    for person in range(draw(st.integers(0, 3))):
        days = sorted(draw(st.sets(DAYS, min_size=1, max_size=6)))
        for start, end in zip(days, [*days[1:], None], strict=True):
            if draw(st.booleans()):
                by, ended = draw(st.sampled_from([1, 2, 3, 4, 7])), draw(st.sampled_from([3, 4, 5, 6, 7, 9]))
                unit = draw(st.sampled_from([NORTH, SOUTH]))
                rows.append(MembershipRow(person, unit, "full", start, end, by, ended if end else None))
    return rows


@given(memberships(), DAYS)
def test_it_foots_and_both_ends_are_the_number_of_that_day(rows: list[MembershipRow], day: date) -> None:
    stays = {
        NORTH: (Stay(date(2023, 1, 1), day, 1, 8),),
        SOUTH: (Stay(day, None, 8, None),),
    }
    for perimeter in (movement.fixed([NORTH]), movement.fixed([NORTH, SOUTH]), stays):
        found = list(movement.presences(rows, perimeter))
        of = {person: [row for row in rows if row.person == person] for person in range(3)}
        for code in ("2023-12", "2024-01", "2024"):
            period = Period.parse(code)
            told = movement.movement(found, period, memberships=of, causes=CAUSES)
            assert told.foots
            before = date.fromordinal(period.starts_on.toordinal() - 1)
            assert told.opening == present(rows, perimeter, before)
            assert told.closing == present(rows, perimeter, period.last_day)


def present(rows: list[MembershipRow], perimeter: Any, day: date) -> int:
    """The members on a day, counted one by one."""
    return sum(
        row.starts_on <= day
        and (row.ends_before is None or day < row.ends_before)
        and any(
            stay.starts_on <= day and (stay.ends_before is None or day < stay.ends_before)
            for stay in perimeter.get(row.unit, ())
        )
        for row in rows
    )


# -- over the record ----------------------------------------------------------------------------------------------


@pytest.fixture
def guild(db: None) -> None:
    """In 2024 Ida comes, Goran leaves, Birch goes over to Alder in July; in 2025 the South to the North."""
    cast.found_guild()
    ida = {"kind": "ADMIT", "person": "IDA", "unit": "BIRCH", "family_name": "Iversen", "given_name": "Ida"}
    cast.issue(cast.act("BIRCH", "decision", "Admission", "2024-04-01", ida))
    left = {"kind": "LEAVE", "person": "GORAN", "reason": "left"}
    cast.issue(cast.act("NORTH-B", "decision", "Leaving", "2024-05-01", left))
    lodges = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-07-01"}
    cast.issue(cast.act("COUNCIL", "decision", "Merger", "2024-06-01", lodges))
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}
    cast.issue(cast.act("COUNCIL", "decision", "Merger", "2025-06-01", merge))


def of(unit: str, period: str, boundaries: str | None) -> tuple[int, int, int, int]:
    day = date.fromisoformat(boundaries) if boundaries else None
    found = Unit.objects.get(code=unit).id
    told = reading.of_unit(found, Period.parse(period), boundaries=day).movement
    assert told.foots
    return told.opening, len(told.ins), len(told.outs), told.closing


def test_by_the_tree_of_each_day_members_go_with_their_lodge(guild: None) -> None:
    assert of("NORTH", "2024", None) == (5, 3, 1, 7)
    assert of("SOUTH", "2024", None) == (2, 1, 3, 0)
    assert of("GLK", "2024", None) == (7, 1, 1, 7)
    assert of("ALDER", "2024-H2", None) == (4, 3, 0, 7)
    assert read.num_members(Unit.objects.get(code="ALDER").id, as_of=date(2024, 7, 1)) == 7


def test_by_the_boundaries_of_one_day_a_merger_is_no_movement(guild: None) -> None:
    assert of("NORTH", "2024", "2024-12-31") == (7, 1, 1, 7)
    assert of("NORTH", "2024", "2025-12-31") == (7, 1, 1, 7)
    assert of("NORTH", "2024", "2024-06-30") == (5, 3, 1, 7)
    assert of("GLK", "2024", "2024-12-31") == (7, 1, 1, 7)


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_printed_with_its_acts(guild: None, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    given_ = ["unit", "movement", "NORTH", "--period", "2024", "--each-day", "--acts", "--lang", lang]
    assert cli.main(given_) == 0
    printed = capsys.readouterr().out
    acts = [line.split()[-1] for line in printed.splitlines() if ":" in line.split()[-1]]
    assert [act.split(":")[0] for act in acts] == ["COUNCIL", "NORTH-B"]
    assert acts[0] in {act.code for act in Act.objects.all()}


def test_for_programs(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["unit", "movement", "NORTH", "--period", "2024", "--each-day", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["opening"], told["closing"]) == (5, 7)
    assert {each["kind"]: each["number"] for each in told["ins"]} == {
        "admitted": 0, "readmitted": 0, "transferred-in": 0, "came-with": 3
    }  # fmt: skip
    assert [each["reason"] for each in told["outs"] if each["number"]] == ["left"]


def test_as_known_before_the_merger(guild: None) -> None:
    from fasti.dates.axes import known_before

    found = Unit.objects.get(code="NORTH").id
    known = known_before(date(2024, 5, 31))
    told = reading.of_unit(found, YEAR, boundaries=None, known_before=known).movement
    assert (told.opening, told.closing) == (5, 4)


def test_an_unknown_unit_is_refused(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["unit", "movement", "NOWHERE", "--period", "2024"]) == 2
    assert "NOWHERE" in capsys.readouterr().err
