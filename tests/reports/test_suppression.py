"""Small cells are not told, and cannot be worked out from what is told: checked against every table that could be."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from fasti.reports import suppression
from fasti.reports.suppression import Cell, Sum

LIMIT = 5


def _column(values: list[int]) -> tuple[dict[Cell, int], Sum]:
    cells: dict[Cell, int] = {(f"u{i}",): value for i, value in enumerate(values)}
    cells[("all",)] = sum(values)
    return cells, Sum(tuple((f"u{i}",) for i in range(len(values))), ("all",))


def _hidden(values: list[int], limits: dict[Cell, int] | None = None) -> frozenset[Cell]:
    cells, column = _column(values)
    return suppression.hidden(cells, limits or dict.fromkeys(cells, LIMIT), [column])


def test_one_small_cell_takes_a_second_with_it() -> None:
    assert _hidden([2, 7, 30]) == {("u0",), ("u1",)}


def test_nothing_small_hides_nothing_and_zeros_are_told() -> None:
    assert not _hidden([0, 7, 30])


def test_small_cells_whose_sum_leaves_one_answer_take_another() -> None:
    assert ("u2",) in _hidden([1, 1, 9]) or ("all",) in _hidden([1, 1, 9])


def test_where_no_second_cell_is_left_the_total_goes() -> None:
    assert _hidden([3, 0, 0]) == {("u0",), ("all",)}


def test_what_the_reader_is_told_anyway_hides_nothing() -> None:
    cells, _ = _column([2, 7, 30])
    limits = dict.fromkeys(cells, LIMIT) | {("u1",): 0}
    assert _hidden([2, 7, 30], limits) == {("u0",), ("u2",)}


@given(st.lists(st.integers(0, 9), min_size=2, max_size=4))
def test_no_small_count_can_be_worked_out(values: list[int]) -> None:
    """An attacker who knows the method, the limit, which cells are small and all that is told still has a choice."""
    cells, column = _column(values)
    gone = suppression.hidden(cells, dict.fromkeys(cells, LIMIT), [column])
    small = {cell for cell, value in cells.items() if 0 < value < LIMIT}
    assert small <= gone
    if ("all",) in gone:
        return
    parts = [cell for cell in column.parts if cell in gone]
    rest = sum(cells[cell] for cell in parts)
    ranges = [range(1, LIMIT) if cell in small else range(LIMIT, rest + 1) for cell in parts]
    worlds = [world for world in itertools.product(*ranges) if sum(world) == rest]
    for i, cell in enumerate(parts):
        if cell in small:
            assert len({world[i] for world in worlds}) > 1, (values, gone)


def test_figures_that_foot_are_hidden_by_twos() -> None:
    ids = suppression.FOOTINGS[0]
    meanings = {id: suppression.Meaning("memberships", True, True, None, None) for id in ids}
    sheet = suppression.Sheet(meanings)
    values = dict(zip(ids, (100, 3, 0, 20, 0, 83), strict=True))
    sheet.put(("at",), [suppression.Counted(id, value) for id, value in values.items()], LIMIT)
    hidden = [id for id in ids if sheet.hides(("at",), id)]
    assert "members.admitted" in hidden
    assert len(hidden) == 2


def test_a_ratio_goes_with_its_numerator_and_with_what_is_left_of_its_denominator() -> None:
    meanings = {
        "women": suppression.Meaning("memberships", True, True, None, None),
        "total": suppression.Meaning("memberships", True, True, None, None),
        "share": suppression.Meaning(None, False, False, "women", "total"),
    }
    for numerator in (2, 98):
        sheet = suppression.Sheet(meanings)
        sheet.put(("at",), [suppression.Counted("share", None, numerator, 100)], LIMIT)
        assert sheet.hides(("at",), "share")
        assert not sheet.hides(("at",), "total")


def test_seats_and_vacancies_are_structure_and_always_told() -> None:
    sheet = suppression.Sheet({"posts.vacant": suppression.Meaning("vacancies", True, True, None, None)})
    sheet.put(("at",), [suppression.Counted("posts.vacant", 1)], LIMIT)
    assert not sheet.hides(("at",), "posts.vacant")


def _appointed(value: int, num_people: int | None) -> suppression.Sheet:
    sheet = suppression.Sheet({"appointed": suppression.Meaning("effects", True, True, None, None)})
    for n, (rows, people) in enumerate(((value, num_people), (30, 25), (40, 40))):
        sheet.put((n,), [suppression.Counted("appointed", rows, num_people=people)], LIMIT)
    sheet.put(("all",), [suppression.Counted("appointed", value + 70, num_people=60)], LIMIT)
    sheet.add_up([(0,), (1,), (2,)], ("all",))
    return sheet


def test_many_acts_about_few_people_are_as_small_as_the_people() -> None:
    sheet = _appointed(12, 1)
    assert [sheet.hides((n,), "appointed") for n in range(3)] == [True, True, False]
    assert not sheet.hides(("all",), "appointed")
    assert not sheet.is_small((0,), "appointed"), "it is not said to be under the limit"
    assert not any(_appointed(12, 5).hides((n,), "appointed") for n in range(3))
    assert not any(_appointed(12, None).hides((n,), "appointed") for n in range(3))
    assert not any(_appointed(12, 0).hides((n,), "appointed") for n in range(3)), "about nobody"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=4))
def test_no_count_about_few_people_can_be_subtracted(rows: list[tuple[int, int]]) -> None:
    """Whichever cells are about few people, none of them is the only one hidden beside a total that is told."""
    values = [value for value, _ in rows]
    cells, column = _column(values)
    few = {(f"u{i}",) for i, (value, people) in enumerate(rows) if value and 0 < people < LIMIT}
    gone = suppression.hidden(cells, dict.fromkeys(cells, LIMIT), [column], few=few)
    assert few <= gone
    assert ("all",) in gone or len(gone) != 1


def test_what_is_put_down_later_counts_as_well() -> None:
    sheet = suppression.Sheet({"women": suppression.Meaning("memberships", True, True, None, None)})
    sheet.put(("all",), [suppression.Counted("women", 9)], LIMIT)
    assert not sheet.hides(("all",), "women")
    sheet.put((0,), [suppression.Counted("women", 2)], LIMIT)
    sheet.put((1,), [suppression.Counted("women", 7)], LIMIT)
    assert [sheet.hides((n,), "women") for n in range(2)] == [True, False]
    sheet.add_up([(0,), (1,)], ("all",))
    assert [sheet.hides((n,), "women") for n in range(2)] == [True, True]
