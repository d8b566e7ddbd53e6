"""Every indicator of the pack against plain SQL on the same rows, on each engine, for old and new boundaries."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connections

from fasti import charter
from fasti.dates import periods
from fasti.indicators import compute, figures
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit
from tests.indicators import made_body, plain_sql

pytestmark = pytest.mark.django_db
PERIODS = ("2024-H1", "2024", "2025-H2", "2023-Q4")


def managed(pack: charter.Pack, period: periods.Period) -> tuple[str, ...]:
    return pack.offices(as_of=period.last_day, managed_by="province")


@pytest.fixture
def body(vn: charter.Pack) -> None:
    offices = vn.offices(as_of=date(2024, 6, 30))
    some = [*offices[:4], *managed(vn, periods.Period.parse("2024-H1"))[:6]]
    made_body.Maker(seed=7, offices=tuple(some)).make()


def rows(
    sql: str, pack: charter.Pack, period: periods.Period, *, database: str = "default"
) -> list[tuple[Any, ...]]:
    connection = connections[database]

    def quoted(codes: Iterable[str]) -> str:
        return ", ".join(f"'{code}'" for code in codes)

    def data(key: str) -> str:
        return (
            f"(e.data->>'{key}')" if connection.vendor == "postgresql" else f"json_extract(e.data, '$.{key}')"
        )

    day = period.last_day
    filled = sql.format(
        a=period.starts_on,
        z=day,
        long=day - timedelta(days=180),
        managed=quoted(managed(pack, period)),
        organs=quoted(pack.unit_kinds(as_of=day, is_organ=True)),
        provincial_organs=quoted(pack.unit_kinds(as_of=day, level="province", is_organ=True)),
        provincial_kinds=quoted(pack.unit_kinds(as_of=day, level="province")),
        central_kinds=quoted(pack.unit_kinds(as_of=day, level="centre")),
        work=data("work"),
        course=data("course"),
    )
    with connection.cursor() as cursor:
        cursor.execute(filled)
        return list(cursor.fetchall())


def served(day: date) -> Callable[[int], list[str]]:
    """For a unit: the codes of the units it belongs to on a day, found by walking up, one step at a time."""
    code = dict(Unit.objects.values_list("id", "code"))
    spans = list(UnitSpan.objects.order_by("starts_on"))
    standing = {
        s.unit_id: s for s in spans if s.starts_on <= day and (s.ends_before is None or day < s.ends_before)
    }

    def heir(unit: int) -> int:
        if unit in standing:
            return unit
        own = [s for s in spans if s.unit_id == unit]
        if code[unit] == "VN-54":
            return next(id for id, name in code.items() if name == "VN-56")
        return heir(own[-1].parent_id or 0)

    def chain(unit: int) -> list[str]:
        found, at = [], heir(unit)
        while at:
            found.append(code[at])
            at = standing[at].parent_id or 0
        return found

    return chain


def expected(
    pack: charter.Pack, period: periods.Period, day: date, at: str, *, database: str
) -> Mapping[str, Any]:
    above = served(day)
    inside = {unit: at in above(unit) for unit in Unit.objects.values_list("id", flat=True)}
    found: dict[str, Any] = {}
    for id, sql in plain_sql.ADDITIVE.items():
        found[id] = sum(int(n) for unit, n in rows(sql, pack, period, database=database) if inside[unit])
    for id, sql in plain_sql.VALUES.items():
        found[id] = len({value for unit, value in rows(sql, pack, period, database=database) if inside[unit]})
    for id, sql in plain_sql.MEDIANS.items():
        days = [
            (as_day(z) - as_day(a)).days
            for unit, a, z in rows(sql, pack, period, database=database)
            if inside[unit]
        ]
        found[id] = Fraction(statistics.median(days)) if days else None
    late = [days for unit, days in owed(pack, period, database) if inside[unit]]
    came = [max(days[0], 0) for days in late if days]
    mean = Fraction(sum(came), len(came)) if came else None
    found |= dict(
        zip(plain_sql.RETURNS, (len(late), sum(map(bool, came)), late.count(()), mean), strict=True)
    )
    return found


def owed(pack: charter.Pack, period: periods.Period, database: str) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Each unit that owed for a period ending within this one, with the days it was late; () where nothing came."""
    for code in made_body.REPORTED:
        span = periods.Period.parse(code[1])
        if not period.contains(span.last_day):
            continue
        sql = plain_sql.OWED.replace("{form}", code[0]).replace("{period}", code[1])
        for unit, kind, came, reported in rows(sql, pack, span, database=database):
            if kind in plain_sql.DUE_AFTER:
                first, due = came or reported, span.last_day + timedelta(days=plain_sql.DUE_AFTER[kind])
                yield unit, ((as_day(first) - due).days,) if first else ()


def as_day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def all_ids(pack: charter.Pack) -> list[str]:
    return [indicator.id for indicator in pack.indicators]


def agree(pack: charter.Pack, code: str, *, engine: str, database: str = "default") -> None:
    period = periods.Period.parse(code)
    for day in (None, date(2025, 8, 1), date(2024, 1, 31)):
        found = compute.compute(
            pack, all_ids(pack), unit="VN", period=period, boundaries=day, engine=engine, database=database
        )
        assert found.unplaced == ()
        check(pack, found.total, expected(pack, period, found.boundaries, "VN", database=database))
        for ref in found.perimeter:
            there = expected(pack, period, found.boundaries, ref.code, database=database)
            check(pack, found.units[ref.code], there)


def check(pack: charter.Pack, found: Iterable[figures.Figure], wanted: Mapping[str, Any]) -> None:
    for figure in found:
        indicator = pack.indicator(figure.indicator)
        if indicator.measure == "ratio":
            terms = (wanted[str(indicator.numerator)], wanted[str(indicator.denominator)])
            assert (figure.numerator, figure.denominator) == terms, figure.indicator
            assert figure.value == (Fraction(*terms) if terms[1] else None)
        else:
            assert figure.value == wanted[figure.indicator], figure.indicator


def test_every_indicator_is_checked(vn: charter.Pack) -> None:
    by_hand = {*plain_sql.ADDITIVE, *plain_sql.VALUES, *plain_sql.MEDIANS, *plain_sql.RETURNS}
    assert by_hand == {indicator.id for indicator in vn.indicators if indicator.measure != "ratio"}


@pytest.mark.usefixtures("body")
@pytest.mark.parametrize("engine", ["duckdb", "sqlite"])
@pytest.mark.parametrize("code", PERIODS)
def test_figures_are_those_of_plain_sql(vn: charter.Pack, code: str, engine: str) -> None:
    agree(vn, code, engine=engine)


@pytest.mark.usefixtures("body")
@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgres", "duckdb"])
def test_postgresql_gives_the_same(vn: charter.Pack, postgres: str, engine: str) -> None:
    made_body.copy(postgres)
    for code in ("2024-H1", "2025-H2"):
        agree(vn, code, engine=engine, database=postgres)


@pytest.mark.usefixtures("body")
def test_the_figures_are_not_all_zero(vn: charter.Pack) -> None:
    found = compute.compute(vn, all_ids(vn), unit="VN", period=periods.Period.parse("2024"))
    assert [figure.indicator for figure in found.total if not figure.value] == ["units.ended"]


@pytest.mark.usefixtures("body")
@pytest.mark.parametrize(
    ("id", "by"),
    [
        ("acts.issued", "act_type"),
        ("personnel.appointed", "sex"),
        ("members.total", "age_band"),
        ("acts.issued", "month"),
        ("members.admitted", "month"),
        ("awards.works", "category"),
    ],
)
def test_parts_of_a_count_add_up(vn: charter.Pack, id: str, by: str) -> None:
    (figure,) = compute.compute(vn, [id], unit="VN", period=periods.Period.parse("2024"), by=by).total
    assert len(figure.parts) > 1
    assert sum(int(part.value or 0) for part in figure.parts) == figure.value


@pytest.mark.usefixtures("body")
def test_what_a_unit_and_its_children_have_makes_its_total(vn: charter.Pack) -> None:
    ids = [indicator.id for indicator in vn.indicators if indicator.measure in ("count", "sum")]
    found = compute.compute(vn, ids, unit="VN-56", period=periods.Period.parse("2024"), by="child")
    assert set(found.units) == {"VN-56-01", "VN-56-02"}
    for i, figure in enumerate(found.total):
        beneath = sum(int(of[i].value or 0) for of in found.units.values())
        assert int(found.own[i].value or 0) + beneath == figure.value
        assert [part.key for part in figure.parts] == list(found.units)


@pytest.mark.usefixtures("body")
def test_age_is_reached_on_the_birthday(vn: charter.Pack) -> None:
    assert compute._years_before(date(2024, 2, 29), 31) == date(1993, 2, 28)
    assert compute._years_before(date(2024, 6, 30), 30) == date(1994, 6, 30)


@pytest.mark.usefixtures("body")
@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("unknown-unit", {"unit": "VN-99"}),
        ("not-living", {"unit": "VN-54", "boundaries": date(2025, 8, 1)}),
        ("no-breakdown", {"by": "weather"}),
        ("engine-not-known", {"engine": "sqlite", "known": date(2024, 1, 1)}),
        ("engine-other-database", {"engine": "postgres"}),
        ("engine-unknown", {"engine": "abacus"}),
    ],
)
def test_what_cannot_be_computed_says_why(vn: charter.Pack, code: str, asked: dict[str, Any]) -> None:
    with pytest.raises(figures.CannotCompute) as refused:
        compute.compute(
            vn, ["acts.issued"], **{"unit": "VN", "period": periods.Period.parse("2024"), **asked}
        )
    assert refused.value.code == code
