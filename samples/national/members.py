"""The book of a district committee: its grassroots organisations and cells, who joins, is rated, leads and leaves."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from samples.national.book import NONE, Book, Ints, day
from samples.national.plan import Plan
from samples.national.story import (
    BEGINS,
    ENDS,
    FAMILIES,
    FOUNDED,
    GIVEN,
    GRADES,
    PROBATION,
    RATED,
    SHARE_LEFT,
    SHARE_NEW,
    SHARES,
    holders,
    seeded,
)


def district(plan: Plan, number: int) -> Book:
    """The book; the same at every call."""
    rng = seeded(plan, 1 + plan.num_provinces + number)
    signing = plan.post("district_deputy_secretary", number)
    book = Book(plan.committee_of_district(number), "district", "HU", (plan.signer(number), signing))
    grassroots, cells, set_up = _units(book, plan, number)
    people = np.arange(plan.first_person[number], plan.first_person[number] + plan.members[number])
    at, since, until = _members(book, rng, people, cells)
    _rate(book, rng, people, at, since, until, cells)
    _rate_units(book, rng, grassroots)
    _lead(book, rng, plan.first_post[number], grassroots, set_up, people, len(cells))
    return book


def _units(book: Book, plan: Plan, number: int) -> tuple[Ints, Ints, Ints]:
    """Grassroots organisations, cells, and the places of the effects that set up the secretaries' posts."""
    num, num_cells = int(plan.grassroots[number]), int(plan.cells[number])
    grassroots = plan.first_unit[number] + np.arange(num)
    cells = plan.first_unit[number] + num + np.arange(num_cells)
    above = np.arange(num_cells) % num
    act = book.act(FOUNDED, "Lập sổ đăng ký các tổ chức cơ sở")
    _found(book, act, grassroots, np.full(num, plan.district(number)), "grassroots_org", "Đảng bộ cơ sở")
    _found(book, act, cells, grassroots[above], "cell", "Chi bộ")
    posts = plan.first_post[number] + np.arange(num)
    data = book.datum(seats=1, office="grassroots_secretary")
    opened = book.effect("ESTABLISH_POST", act, FOUNDED, grassroots, post=posts, data=data)
    book.row("post", id=posts, code=[f"U{unit}-BT" for unit in grassroots.tolist()], unit_id=grassroots,
             office=["grassroots_secretary"] * num)  # fmt: skip
    none = np.full(num, NONE)
    book.row("establishment", post_id=posts, seats=np.ones(num, np.int64), starts_on=np.full(num, FOUNDED),
             ends_before=none, opened_by_id=opened, closed_by_id=none)  # fmt: skip
    return grassroots, cells, opened


def _found(book: Book, act: Ints, units: Ints, parents: Ints, kind: str, called: str) -> None:
    """Found units that last, and their spans."""
    num = len(units)
    names = [{"vi": f"{called} {unit}"} for unit in units.tolist()]
    data = np.array([book.datum(unit_kind=kind, name=name, organ=0) for name in names])
    opened = book.effect("FOUND", act, FOUNDED, units, other_unit=parents, data=data)
    book.row("unit", id=units, code=[f"U{unit}" for unit in units.tolist()])
    none = np.full(num, NONE)
    book.row("unit_span", unit_id=units, parent_id=parents, kind=[kind] * num, names=names,
             starts_on=np.full(num, FOUNDED), ends_before=none, opened_by_id=opened, closed_by_id=none)  # fmt: skip


def _members(book: Book, rng: np.random.Generator, people: Ints, cells: Ints) -> tuple[Ints, Ints, Ints]:
    """Admit everybody; the cell of each, the day on which they came and the one on which they left (none: far off).

    The first four of each cell were there from the beginning and stay: they sign and lead.
    """
    num, place = len(people), np.arange(len(people))
    at = cells[place % len(cells)]
    is_kept = place < 4 * len(cells)
    is_new = ~is_kept & (rng.random(num) < SHARE_NEW)
    is_gone = ~is_kept & ~is_new & (rng.random(num) < SHARE_LEFT)
    since = np.where(is_new, rng.integers(BEGINS, ENDS, num), FOUNDED)
    until = np.where(is_gone, rng.integers(day("2019-01-01"), ENDS, num), day("9999-12-31"))
    _persons(book, rng, people, since)
    _admit_first(book, people, at, cells, ~is_new, until)
    _admit_later(book, people[is_new], at[is_new], since[is_new])
    return at, since, until


def _persons(book: Book, rng: np.random.Generator, people: Ints, since: Ints) -> None:
    num = len(people)
    age = 365 * 18 + (rng.gamma(3, 4, num) * 365).astype(np.int64)
    book.row("person", id=people, family=rng.integers(0, len(FAMILIES), num), given=rng.integers(0, len(GIVEN), num),
             sex=np.array(["F", "M"])[(rng.random(num) < 0.65).astype(int)], born_on=since - age)  # fmt: skip


def _admit_first(
    book: Book, people: Ints, at: Ints, cells: Ints, chosen: npt.NDArray[np.bool_], until: Ints
) -> None:
    """The members from before: taken over as full members, one act for each cell."""
    acts = book.act(np.full(len(cells), FOUNDED), "Lập danh sách đảng viên")
    person, cell, end = people[chosen], at[chosen], until[chosen]
    full = book.datum(stage="full")
    opened = book.effect("ADMIT", acts[cell - cells[0]], FOUNDED, cell, person=person, data=full)
    gone = np.flatnonzero(end < day("9999-12-31"))
    left = book.act(end[gone], "Xóa tên trong danh sách đảng viên")
    reason = np.where(gone % 3 == 0, book.datum(reason="left"), book.datum(reason="died"))
    closed = np.full(len(person), NONE)
    closed[gone] = book.effect("LEAVE", left, end[gone], cell[gone], person=person[gone], data=reason)
    ends = np.where(closed == NONE, NONE, end)
    _membership(book, person, cell, "full", np.full(len(person), FOUNDED), ends, opened, closed)


def _admit_later(book: Book, person: Ints, cell: Ints, since: Ints) -> None:
    """New members: an act each, and another that confirms them after their probation."""
    probation = book.datum(stage="probationary")
    opened = book.effect(
        "ADMIT", book.act(since, "Kết nạp đảng viên"), since, cell, person=person, data=probation
    )
    done = np.flatnonzero(since + PROBATION <= ENDS)
    on = since[done] + PROBATION
    acts = book.act(on, "Công nhận đảng viên chính thức")
    confirmed = np.full(len(person), NONE)
    confirmed[done] = book.effect("CONFIRM", acts, on, cell[done], person=person[done])
    ends = np.where(confirmed == NONE, NONE, since + PROBATION)
    _membership(book, person, cell, "probationary", since, ends, opened, confirmed)
    none = np.full(len(done), NONE)
    _membership(book, person[done], cell[done], "full", on, none, confirmed[done], none)


def _membership(book: Book, person: Ints, cell: Ints, stage: str, starts: Ints, ends: Ints, opened: Ints,
                closed: Ints) -> None:  # fmt: skip
    book.row("membership", person_id=person, unit_id=cell, stage=[stage] * len(person), starts_on=starts,
             ends_before=ends, opened_by_id=opened, closed_by_id=closed)  # fmt: skip


def _rate(
    book: Book, rng: np.random.Generator, people: Ints, at: Ints, since: Ints, until: Ints, cells: Ints
) -> None:
    """Every December each cell's members are rated in one act."""
    for period in RATED:
        on = day(f"{period}-12-15")
        there = np.flatnonzero((since <= on) & (on < until))
        acts = book.act(np.full(len(cells), on), f"Xếp loại đảng viên năm {period}")
        grade = rng.choice(len(GRADES), len(there), p=SHARES)
        data = np.array([book.datum(period=str(period), grade=each) for each in GRADES])[grade]
        person, cell = people[there], at[there]
        opened = book.effect("RATE", acts[cell - cells[0]], on, cell, person=person, data=data)
        none = np.full(len(there), NONE)
        book.row("rating", person_id=person, unit_id=cell, period=[str(period)] * len(there),
                 grade=np.array(GRADES)[grade], starts_on=np.full(len(there), on), ends_before=none,
                 opened_by_id=opened, closed_by_id=none)  # fmt: skip


def _rate_units(book: Book, rng: np.random.Generator, grassroots: Ints) -> None:
    """Every December the grassroots organisations of the district are rated in one act."""
    num = len(grassroots)
    for period in RATED:
        on = day(f"{period}-12-20")
        grade = rng.choice(len(GRADES), num, p=SHARES)
        data = np.array([book.datum(period=str(period), grade=each) for each in GRADES])[grade]
        act = book.act(on, f"Xếp loại tổ chức cơ sở đảng năm {period}")
        opened = book.effect("RATE", act, on, grassroots, data=data)
        none = np.full(num, NONE)
        book.row("unit_rating", unit_id=grassroots, period=[str(period)] * num, grade=np.array(GRADES)[grade],
                 starts_on=np.full(num, on), ends_before=none, opened_by_id=opened, closed_by_id=none)  # fmt: skip


def _lead(book: Book, rng: np.random.Generator, first_post: int, grassroots: Ints, set_up: Ints, people: Ints,
          num_cells: int) -> None:  # fmt: skip
    """Each grassroots organisation has a secretary from its first cell, and after some years another one."""
    num = len(grassroots)
    begun = rng.integers(day("2018-01-10"), day("2019-12-01"), num)
    ended = rng.integers(day("2022-01-10"), day("2025-06-01"), num)
    again = ended + rng.integers(1, 90, num)
    second, third = (people[nth * num_cells + np.arange(num)] for nth in (1, 2))
    holders(book, begun, ended, again, grassroots, first_post + np.arange(num), second, third, opened=set_up,
            title="Chỉ định bí thư cấp ủy cơ sở")  # fmt: skip
