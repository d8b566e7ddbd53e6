"""Accepted returns as data for other systems: one observation for each figure of each unit, whatever the format.

Identifiers of figures bear dots, which codes of SDMX may not: there a low line stands for the dot. A share goes out as
two observations, its part and its whole, so that nobody has to divide and round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from urllib.parse import unquote

from fasti import charter
from fasti.access import acts, rights
from fasti.access.sight import Sight
from fasti.acts.models import Effect
from fasti.charter import rules
from fasti.dates import periods, spans
from fasti.effects import given_figures, returning
from fasti.exchange import formats
from fasti.returns import expected
from fasti.subjects.models import Unit

PART, WHOLE = "part", "whole"
"""The two observations of a share."""
_PLAIN = re.compile("[A-Za-z0-9_-]")
_LENGTHS = {"year": "P1Y", "half_year": "P6M", "quarter": "P3M", "month": "P1M"}
_KINDS = {"P1Y": "year", "P12M": "year", "P6M": "half_year", "P3M": "quarter", "P1M": "month"}
_DECIMAL = re.compile(r"\+?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_INTERVAL = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?(?:Z)?)?/(P\d{1,2}[YM])")
_SEMESTERS = {"year": "A1", "half_year": "S{}", "quarter": "Q{}", "month": "M{:02d}"}


class UnknownPeriod(ValueError):
    """The text is no reporting period."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure of a unit. `value` is a decimal number, "" where it has none; `share` is `part`, `whole` or ""."""

    figure: str
    value: str
    share: str
    remark: str


@dataclass(frozen=True, slots=True)
class Given:
    """The figures of one accepted return."""

    unit: str
    names: Mapping[str, str]
    version: int
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """The accepted returns of a perimeter on a form for a period."""

    form: rules.Form
    period: periods.Period
    returns: tuple[Given, ...]
    units: tuple[tuple[str, Mapping[str, str]], ...]
    """All that owe one and are seen: code and names."""
    num_left_out: int
    """Returns that are owed and not in it: not accepted, out of sight, or handed in by an act of too high a class."""


def data(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    sight: Sight,
    itself: bool = False,
    known: date | None = None,
) -> Data:
    """The accepted returns of the units beneath a unit or of a peer group; `itself`: that of the unit alone.

    Only those units whose figures are granted whole are in it, and of these the returns that were handed in by acts of
    a class up to which the reader is cleared. Raises `CannotCompute`, `NoRule`, and
    `formats.CannotWrite` where there is nothing to be written.
    """
    rule = pack.form(form, as_of=period.last_day)
    found = expected.expected(pack, form, unit=unit, period=period, known=known, itself=itself)
    seen = _seen((row.unit for row in found.rows), sight)
    rows = [row for row in found.of(returning.ACCEPTED) if row.unit in seen and row.submission is not None]
    effects = Effect.objects.select_related("act").in_bulk([row.submission or 0 for row in rows])
    accepted = [row for row in rows if _is_open(sight, effects[row.submission or 0])]
    if not accepted:
        told = {"unit": unit, "return_form": form, "period": period.code}
        raise formats.CannotWrite("return-nothing-to-send", **told)
    returns = tuple(
        Given(
            row.unit, row.names, row.version,
            tuple(_observations(effects[row.submission or 0].data, rule, pack)),
        )
        for row in accepted
    )  # fmt: skip
    units = tuple((row.unit, row.names) for row in found.rows if row.unit in seen)
    return Data(rule, period, returns, units, found.due - len(returns))


def _seen(units: Iterable[str], sight: Sight) -> set[str]:
    """Those that may be exported, and of which every figure may be told."""
    ids = dict(Unit.objects.filter(code__in=list(units)).values_list("code", "id"))
    sight.learn(ids.values())
    return {code for code, id in ids.items() if _is_granted(sight, id)}


def _is_open(sight: Sight, submission: Effect) -> bool:
    """Whether a return may be seen and exported that was handed in by an act of a class of confidentiality."""
    unit, level = submission.unit_id, submission.act.confidentiality
    wanted = (rights.FIGURES, rights.EXPORT)
    return all(acts.may(right, sight, unit=unit, confidentiality=level) for right in wanted)


def _is_granted(sight: Sight, unit: int) -> bool:
    return sight.limit(unit) == 0 and sight.may(rights.EXPORT, unit)


def may(sight: Sight, unit: str, *, pack: charter.Pack, day: date) -> bool:
    """Whether somebody may ask for the returns of a unit or peer group; not where there is none of that code."""
    members = pack.peer_group(unit, as_of=day).units if unit in pack.peer_groups(as_of=day) else (unit,)
    ids = list(Unit.objects.filter(code__in=members).values_list("id", flat=True))
    sight.learn(ids)
    return any(_is_granted(sight, id) for id in ids)


def _observations(given: Mapping[str, Any], form: rules.Form, pack: charter.Pack) -> Iterator[Observation]:
    """Every figure of a return in the order of the form."""
    remarks = given.get("remarks", {})
    shares = {each.id for each in pack.indicators if each.denominator is not None}
    shares |= {each.id for each in declared(form) if each.kind == "ratio"}
    texts = {**given.get("computed", {}), **given.get("declared", {})}
    for id in (*form.figures, *(each.id for each in declared(form))):
        text, remark = texts.get(id, given_figures.NONE), remarks.get(id, "")
        if id in shares and given_figures.is_ratio(text):
            part, _, whole = text.partition("/")
            yield Observation(id, part, PART, remark)
            yield Observation(id, whole, WHOLE, "")
        else:
            yield Observation(id, decimal(text), "", remark)


def declared(form: rules.Form) -> tuple[rules.Declared, ...]:
    """What a form asks of the unit."""
    return form.handed_in.declared if form.handed_in else ()


def decimal(text: str) -> str:
    """A figure as a decimal number, exact where it is finite, else to nine places; "" where it has none.

    >>> decimal("216"), decimal("37/2"), decimal("none")
    ('216', '18.5', '')
    """
    value = given_figures.read(text)
    return "" if value is None else _decimal(value)


def _decimal(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    scaled = round(value * 10**9)
    whole, rest = divmod(scaled, 10**9)
    return f"{whole}.{rest:09d}".rstrip("0").rstrip(".")


def whole(text: str) -> str:
    """A decimal number as a figure of a return; "" where it is none that a return takes.

    >>> whole("32"), whole("32.0"), whole("-1"), whole("1e3"), whole("0.5")
    ('32', '32', '', '', '')
    """
    found = exact(text)
    return "" if "." in found else found


def exact(text: str) -> str:
    """A decimal number that is not negative, without needless zeros; "" for any other text.

    >>> exact("18.50"), exact("+7"), exact("007.0"), exact("-1"), exact("1e3")
    ('18.5', '7', '7', '', '')
    """
    return _decimal(Fraction(text.strip())) if _DECIMAL.fullmatch(text.strip()) else ""


def code(id: str) -> str:
    """The code of a figure.

    >>> code("meetings.held")
    'meetings_held'
    """
    return id.replace(".", "_")


def unit_code(code: str) -> str:
    """The code of a unit in letters that identifiers of SDMX may have; others by their numbers, after a dollar.

    >>> unit_code("VN-56"), unit_code("A.1/2")
    ('VN-56', 'A$2E1$2F2')
    """
    return "".join(each if _PLAIN.fullmatch(each) else _escaped(each) for each in code)


def _escaped(letter: str) -> str:
    return "".join(f"${byte:02X}" for byte in letter.encode())


def unit_of_code(text: str) -> str:
    """The unit's code from what `unit_code` wrote; any other text as it is.

    >>> unit_of_code("A$2E1$2F2"), unit_of_code("342")
    ('A.1/2', '342')
    """
    return unquote(re.sub(r"\$([0-9A-F]{2})", r"%\1", text)) if "$" in text else text


def figures_by_code(form: rules.Form) -> dict[str, str]:
    """The figures of a form by every code under which they may come; their own identifiers among them."""
    ids = (*form.figures, *(each.id for each in declared(form)))
    return {**{code(id): id for id in ids}, **{id: id for id in ids}}


def interval(period: periods.Period) -> str:
    """A period by its first day and its length.

    >>> interval(periods.Period.parse("2024-H2"))
    '2024-07-01/P6M'
    """
    return f"{period.starts_on.isoformat()}/{_LENGTHS[period.kind]}"


def of_interval(text: str) -> periods.Period:
    """The period that begins on a day and is so long; raises `UnknownPeriod`.

    >>> of_interval("2024-07-01/P6M").code, of_interval("2024-01-01T00:00:00/P1Y").code
    ('2024-H2', '2024')
    """
    found = _INTERVAL.fullmatch(text.strip())
    if found is None or found[2] not in _KINDS:
        raise UnknownPeriod(text)
    try:
        day = spans.parse_day(found[1])
    except spans.MalformedDay as error:
        raise UnknownPeriod(text) from error
    period = periods.of_day(_KINDS[found[2]], day)
    if period.starts_on != day or not periods.FIRST_YEAR <= day.year <= periods.LAST_YEAR:
        raise UnknownPeriod(text)
    return period


def reporting_period(period: periods.Period) -> str:
    """A period as SDMX writes it.

    >>> [reporting_period(periods.Period.parse(each)) for each in ("2024", "2024-H2", "2024-Q3", "2024-05")]
    ['2024-A1', '2024-S2', '2024-Q3', '2024-M05']
    """
    return f"{period.year}-{_SEMESTERS[period.kind].format(period.index + 1)}"
