"""What happens in the body: the books of the centre, of each province and of each district, from the seed."""

from __future__ import annotations

from typing import Any

import numpy as np

from samples.national import places
from samples.national.book import NONE, TYPES, Book, Ints, day
from samples.national.plan import CENTRE, FIRST_PROVINCE, ROOT, WHOLE, Plan

FOUNDED, MERGED = day("2017-03-01"), day("2025-07-01")
DECIDED = day("2025-06-12")
BEGINS, ENDS = day("2017-04-01"), day("2025-11-30")
PROBATION = 366
SHARE_NEW, SHARE_LEFT = 0.2, 0.04
RATED = range(2018, 2025)
GRADES, SHARES = ("excellent", "good", "completed", "not_completed"), (0.17, 0.68, 0.13, 0.02)
PER_YEAR = {"centre": 30, "province": 600}
"""Normative acts: of the centre at every size, of a province in the full size of the body (six at least)."""
FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hoa", "Hùng", "Khánh", "Lan", "Linh",
         "Long", "Mai", "Minh", "Nam", "Nga", "Phong", "Phúc", "Quân", "Sơn", "Thảo", "Trang", "Tuấn", "Vân",
         "Yến")  # fmt: skip


def number_of_books(plan: Plan) -> int:
    """One of the centre, one of each province, one of each district."""
    return 1 + plan.num_provinces + plan.num_districts


def seeded(plan: Plan, book: int) -> np.random.Generator:
    return np.random.default_rng([plan.seed, 1 + book])


def _found(
    book: Book, act: Ints, unit: int, code: str, parent: int, kind: str, name: str, *, organ: int = 0
) -> Any:
    """Found a unit; the place of the effect. Its spans are added by the caller."""
    data = book.datum(unit_kind=kind, name={"vi": name}, organ=organ)
    effect = book.effect("FOUND", act, FOUNDED, unit, other_unit=parent, data=data)
    book.row("unit", id=[unit], code=[code])
    return effect


def _span(book: Book, unit: int, parent: int, kind: str, name: str, opened: Any, **more: Any) -> None:
    book.row("unit_span", unit_id=[unit], parent_id=[parent], kind=[kind], names=[{"vi": name}],
             starts_on=[more.pop("starts_on", FOUNDED)], ends_before=[more.pop("ends_before", NONE)],
             opened_by_id=opened, closed_by_id=[more.pop("closed", NONE)], **more)  # fmt: skip


def centre(plan: Plan) -> tuple[Book, Ints, Ints]:
    """The book of the politburo; beside it the places of its normative acts, and of the merger of each province."""
    rng, book = (
        seeded(plan, 0),
        Book(CENTRE, "centre", "TW", (plan.signer(0), plan.post("general_secretary"))),
    )
    first = book.act(FOUNDED, "Lập sổ đăng ký tổ chức")
    merger = book.act(DECIDED, "Sắp xếp đơn vị cấp tỉnh", in_force=MERGED)
    opened = [
        _found(book, first, ROOT, "VN", NONE, "party", "Đảng bộ cả nước (mẫu)"),
        _found(book, first, CENTRE, "VN-BCT", ROOT, "politburo", "Bộ Chính trị", organ=1),
    ]
    _span(book, ROOT, NONE, "party", "Đảng bộ cả nước (mẫu)", opened[0])
    _span(book, CENTRE, ROOT, "politburo", "Bộ Chính trị", opened[1])
    set_up(book, first, CENTRE, "VN-BCT-TBT", plan, "general_secretary", 0, plan.signer(0))
    founded = [_found_province(book, first, plan, number) for number in range(plan.num_provinces)]
    into = np.full(plan.num_provinces, NONE)
    for source, target in places.mergers():
        on = {"unit": FIRST_PROVINCE + source, "other_unit": FIRST_PROVINCE + target}
        (into[source],) = book.effect("MERGE", merger, MERGED, **on)
        book.row("lineage", predecessor_id=[on["unit"]], successor_id=[on["other_unit"]], share=[100],
                 manner=["merged"], on=[MERGED], opened_by_id=[into[source]])  # fmt: skip
    for number, effects in enumerate(founded):
        _spans_of_province(book, plan, number, effects, int(into[number]))
    signed = np.sort(rng.integers(BEGINS, ENDS, PER_YEAR["centre"] * 9))
    acts = book.act(
        signed, "Về công tác tổ chức xây dựng Đảng", kind=rng.integers(1, len(TYPES), len(signed))
    )
    return book, acts, into


def _found_province(book: Book, act: Ints, plan: Plan, number: int) -> tuple[Any, Any]:
    place = places.PROVINCES[number]
    kinds = (
        ("municipal_org", "city_committee") if place.is_city else ("provincial_org", "provincial_committee")
    )
    unit, committee = FIRST_PROVINCE + number, plan.committee_of_province(number)
    return (
        _found(book, act, unit, place.code, ROOT, kinds[0], f"Đảng bộ {place.name}"),
        _found(book, act, committee, f"{place.code}-TU", unit, kinds[1], f"Tỉnh ủy {place.name}", organ=1),
    )


def _spans_of_province(book: Book, plan: Plan, number: int, effects: tuple[Any, Any], merged: int) -> None:
    place = places.PROVINCES[number]
    kinds = (
        ("municipal_org", "city_committee") if place.is_city else ("provincial_org", "provincial_committee")
    )
    unit, committee = FIRST_PROVINCE + number, plan.committee_of_province(number)
    end = {"ends_before": MERGED, "closed": merged} if merged != NONE else {}
    signer = plan.signer(int(np.searchsorted(plan.province_of, number)))
    set_up(
        book,
        np.array([0]),
        committee,
        f"{place.code}-TU-BT",
        plan,
        "provincial_secretary",
        number,
        signer,
        **end,
    )
    _span(book, unit, ROOT, kinds[0], f"Đảng bộ {place.name}", effects[0], **end)
    _span(book, committee, unit, kinds[1], f"Tỉnh ủy {place.name}", effects[1], **end)


def province(plan: Plan, number: int, above: tuple[Ints, Ints], merged: int, into: int) -> Book:
    """The book of a provincial committee.

    `above`: days and numbers of the centre's acts; `merged`: number of the effect by which the province went over into
    the unit `into`, or `NONE`.
    """
    rng, place = seeded(plan, 1 + number), places.PROVINCES[number]
    signer = plan.signer(int(np.searchsorted(plan.province_of, number)))
    book = Book(
        plan.committee_of_province(number),
        "province",
        "TU",
        (signer, plan.post("provincial_secretary", number)),
    )
    first = book.act(FOUNDED, "Lập sổ đăng ký các đảng bộ trực thuộc")
    last = DECIDED if merged != NONE else ENDS
    for district in np.flatnonzero(plan.province_of == number).tolist():
        post = _found_district(book, first, plan, district, f"{place.code}-{district:03d}", merged, into)
        _fill_post(book, rng, plan, district, last, post)
    _normative(book, rng, plan, number, above, last)
    return book


def _found_district(
    book: Book, act: Ints, plan: Plan, district: int, code: str, merged: int, into: int
) -> Ints:
    """Found a district with its committee and secretary's post; the place of the effect that set up the post."""
    unit, committee = plan.district(district), plan.committee_of_district(district)
    parent = FIRST_PROVINCE + int(plan.province_of[district])
    name, of = f"Đảng bộ huyện {district}", f"Huyện ủy {district}"
    opened = _found(book, act, unit, code, parent, "district_org", name)
    end: dict[str, Any] = {}
    if merged != NONE:
        end = {"ends_before": MERGED, "closed_outside": [merged]}
        _span(book, unit, into, "district_org", name, [NONE], starts_on=MERGED, opened_outside=[merged])
    _span(book, unit, parent, "district_org", name, opened, **end)
    _span(book, committee, unit, "district_committee", of,
          _found(book, act, committee, f"{code}-HU", unit, "district_committee", of, organ=1))  # fmt: skip
    set_up(
        book,
        act,
        committee,
        f"{code}-HU-PBT",
        plan,
        "district_deputy_secretary",
        district,
        plan.signer(district),
    )
    return set_up(book, act, committee, f"{code}-HU-BT", plan, "district_secretary", district)


def set_up(book: Book, act: Ints, unit: int, code: str, plan: Plan, office: str, number: int, person: int = NONE, *,
           ends_before: int = NONE, closed: int = NONE) -> Ints:  # fmt: skip
    """Set up a committee's post, with its first holder where one is given; the place of the effect that set it up."""
    post, data = plan.post(office, number), book.datum(seats=1, office=office)
    opened = book.effect("ESTABLISH_POST", act, FOUNDED, unit, post=post, data=data)
    book.row("post", id=[post], code=[code], unit_id=[unit], office=[office])
    span = {"starts_on": [FOUNDED], "ends_before": [ends_before], "closed_by_id": [closed]}
    book.row("establishment", post_id=[post], seats=[1], opened_by_id=opened, **span)
    if person != NONE:
        taken = book.effect("APPOINT", act, FOUNDED, unit, person=person, post=post)
        book.row(
            "tenure", person_id=[person], post_id=[post], manner=["appointed"], opened_by_id=taken, **span
        )
    return opened


def _fill_post(
    book: Book, rng: np.random.Generator, plan: Plan, district: int, last: int, opened: Ints
) -> None:
    """The district's secretary: appointed in 2018, followed by another between 2023 and the last day."""
    people = int(plan.first_person[district]) + np.array([0, 1])
    begun = int(rng.integers(day("2018-02-01"), day("2018-12-01")))
    ended = int(rng.integers(day("2023-06-01"), last - 120))
    holders(book, np.array([begun]), np.array([ended]), np.array([ended + rng.integers(5, 90)]),
            np.array([plan.committee_of_district(district)]), np.array([plan.post("district_secretary", district)]),
            people[:1], people[1:], opened=opened, title="Điều động, bổ nhiệm cán bộ")  # fmt: skip


def holders(book: Book, begun: Ints, ended: Ints, again: Ints, unit: Ints, post: Ints, first: Ints, second: Ints, *,
            opened: Ints, title: str) -> None:  # fmt: skip
    """Each post, set up by `opened`, is held by one person until a day and by another from a later one."""
    takes = book.effect("APPOINT", book.act(begun, title), begun, unit, person=first, post=post)
    data = book.datum(reason="retirement")
    leaves = book.effect("RELIEVE", book.act(ended, title), ended, unit, person=first, post=post, data=data)
    follows = book.effect("APPOINT", book.act(again, title), again, unit, person=second, post=post)
    none = np.full(len(post), NONE)
    for person, starts, ends, by, closed in (
        (first, begun, ended, takes, leaves), (second, again, none, follows, none),
    ):  # fmt: skip
        book.row("tenure", person_id=person, post_id=post, manner=["appointed"] * len(post), starts_on=starts,
                 ends_before=ends, opened_by_id=by, closed_by_id=closed)  # fmt: skip
    for starts, ends, by, closed in (
        (np.full(len(post), FOUNDED), begun, opened, takes), (ended, again, leaves, follows),
    ):  # fmt: skip
        book.row("vacancy", post_id=post, starts_on=starts, ends_before=ends, opened_by_id=by,
                 closed_by_id=closed)  # fmt: skip


def _normative(
    book: Book, rng: np.random.Generator, plan: Plan, number: int, above: tuple[Ints, Ints], last: int
) -> None:
    """Acts that concretise acts of the centre, and those that give tasks."""
    per_year = max(6.0, PER_YEAR["province"] * min(1.0, plan.num_effects / WHOLE))
    signed = np.sort(rng.integers(BEGINS, last, round(per_year * (last - BEGINS) / 365)))
    acts = book.act(
        signed, "Thực hiện nghị quyết của Trung ương", kind=rng.integers(0, len(TYPES), len(signed))
    )
    earlier = np.searchsorted(above[0], signed)
    chosen = np.flatnonzero((earlier > 0) & (rng.random(len(signed)) < 0.4))
    target = above[1][(rng.random(len(chosen)) * earlier[chosen]).astype(np.int64)]
    book.row("relation", act_id=acts[chosen], kind=["concretises"] * len(chosen), target_outside=target)
    given = np.flatnonzero(rng.random(len(signed)) < 0.3)
    of = plan.district(0) + np.flatnonzero(plan.province_of == number)
    num = len(given)
    for ordinal in (1, 2):
        book.row("task", act_id=acts[given], ordinal=[ordinal] * num, group=["Tổ chức bộ máy"] * num,
                 text=[f"Nhiệm vụ {ordinal}"] * num, unit_id=rng.choice(of, num),
                 due_on=signed[given] + rng.integers(30, 200, num))  # fmt: skip
