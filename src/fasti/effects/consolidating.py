"""What the returns of the units beneath add up to, as the return of the unit above them says it. Pure.

Only what is accepted is added. A total that lacks a unit names it; nothing is put in its place. Figures of which the
parts do not add up (medians, distinct counts) have no total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Generic, TypeVar

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules
from fasti.dates import periods, spans
from fasti.effects import given_figures, handing_in, returning
from fasti.effects.case import Case
from fasti.effects.lines import Moment
from fasti.effects.recorded import Recorded
from fasti.register.rows import ReturnRow

LATE_ACT, BOUNDARIES, DEFINITION, UNEXPLAINED = "late_act", "boundaries", "definition", "unexplained"
REASONS = (LATE_ACT, BOUNDARIES, DEFINITION, UNEXPLAINED)
"""Why a figure of a return is not the register's: acts recorded since, another tree, another version of the rule book,
or nothing of these: then somebody should ask."""
PARTS = ("included", "missing", "consolidated", "lacking", "differences")
"""What the effect of handing in says of the returns beneath."""

Unit = TypeVar("Unit", int, str)


@dataclass(frozen=True, slots=True)
class Total(Generic[Unit]):
    """A figure over units: exact text, "" where it does not add up or nobody gave it; who of them did not."""

    text: str
    lacking: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """The returns owed to a unit: which of them are in the totals, which not, and the totals by figure. Units by id."""

    included: tuple[int, ...]
    missing: tuple[int, ...]
    totals: Mapping[str, Total[int]]


def together(case: Case, unit: int, form: rules.Form, period: periods.Period, *, before: Moment) -> Together:
    """What had been accepted of a unit before a moment, by the tree and the duties of the period's last day."""
    due = [
        row.unit
        for row in sorted(case.world.children(unit, period.last_day), key=lambda row: row.unit)
        if case.pack.duty_of_kind(form.id, row.kind, period)
    ]
    accepted = {each: id for each in due if (id := _accepted(case, each, form.id, period, before))}
    given = {each: case.world.recorded(id).data for each, id in accepted.items()}
    missing = tuple(each for each in due if each not in accepted)
    return Together(tuple(accepted), missing, totals(form, case.pack, given))


def _accepted(case: Case, unit: int, form: str, period: periods.Period, before: Moment) -> int | None:
    """The handing in that stood accepted."""
    found: Any = [
        row
        for row in case.world.rows("return", unit)
        if isinstance(row, ReturnRow)
        and (row.form, row.period) == (form, period.code)
        and (row.starts_on, row.opened_by) < before
    ]
    last = found[-1] if found else None
    return last.submission if last and last.state == returning.ACCEPTED else None


def totals(
    form: rules.Form, pack: charter.Pack, given: Mapping[Unit, Mapping[str, Any]]
) -> dict[str, Total[Unit]]:
    """The total of every figure of a form, computed and declared, over what some units gave."""
    listed = [(id, "computed", adds_up(pack, id)) for id in form.figures]
    listed += [(each.id, "declared", True) for each in (form.handed_in.declared if form.handed_in else ())]
    found: dict[str, Total[Unit]] = {}
    for id, part, is_added in listed:
        stated = {unit: data.get(part, {}).get(id) for unit, data in given.items()}
        found[id] = _total(stated, is_added)
    return found


def _total(given: Mapping[Unit, str | None], is_added: bool) -> Total[Unit]:
    known = [text for text in given.values() if text and text != given_figures.NONE]
    lacking = tuple(unit for unit, text in given.items() if not text or text == given_figures.NONE)
    return Total(added(known) if is_added else "", lacking)


def adds_up(pack: charter.Pack, indicator: str) -> bool:
    """Whether the figures of units add up to that of all: counts, sums, and ratios of these by their two parts."""
    rule = pack.indicator(indicator)
    if rule.numerator and rule.denominator:
        return adds_up(pack, rule.numerator) and adds_up(pack, rule.denominator)
    return rule.measure in ("count", "sum")


def added(given: Sequence[str]) -> str:
    """The sum of figures as exact text; of ratios that of their parts, "" of none.

    >>> added(["3", "5"]), added(["1/2", "3/4"]), added([])
    ('8', '4/6', '')
    """
    if not given:
        return ""
    if any(given_figures.is_ratio(text) for text in given):
        pairs = [text.partition("/") for text in given]
        return f"{sum(int(part) for part, _, _ in pairs)}/{sum(int(whole or 1) for _, _, whole in pairs)}"
    return given_figures.written(
        sum((given_figures.read(text) or Fraction(0) for text in given), Fraction(0))
    )


def said(found: Together, codes: Mapping[int, str]) -> dict[str, Any]:
    """What the effect says of it; what is empty is left out. `codes`: of the units by id."""
    lacking = {id: [codes[unit] for unit in each.lacking] for id, each in found.totals.items()}
    told = {
        "included": [codes[unit] for unit in found.included],
        "missing": [codes[unit] for unit in found.missing],
        "consolidated": {id: each.text for id, each in found.totals.items() if each.text},
        "lacking": {id: units for id, units in lacking.items() if units},
    }
    return {part: value for part, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit's figure was not the register's, for a reason; `known_on`: the day for which it had read the register."""

    unit: str
    reason: str
    known_on: date


def difference(text: str) -> Difference | None:
    """A difference as the effect writes it; None if it is not so written.

    >>> difference("VN-56 late_act 2024-07-15")
    Difference(unit='VN-56', reason='late_act', known_on=datetime.date(2024, 7, 15))
    """
    unit, _, rest = text.partition(" ")
    reason, _, day = rest.partition(" ")
    try:
        return Difference(unit, reason, spans.parse_day(day)) if unit and reason in REASONS else None
    except spans.MalformedDay:
        return None


@dataclass(frozen=True, slots=True)
class Beneath:
    """What a return says of those beneath, as it was signed. Units by code; all empty where it says nothing of them."""

    included: tuple[str, ...]
    missing: tuple[str, ...]
    totals: Mapping[str, str]
    lacking: Mapping[str, tuple[str, ...]]
    differences: Mapping[str, tuple[Difference, ...]]

    @property
    def due(self) -> int:
        """How many were owed."""
        return len(self.included) + len(self.missing)

    def num_given(self, figure: str) -> int:
        """How many gave a figure."""
        return len(self.included) - len(self.lacking.get(figure, ()))


def beneath(data: Mapping[str, Any]) -> Beneath:
    """What the data of a handing in say of those beneath."""
    differences = {
        id: tuple(each for text in texts if (each := difference(text)))
        for id, texts in data.get("differences", {}).items()
    }
    lacking = {id: tuple(units) for id, units in data.get("lacking", {}).items()}
    return Beneath(
        tuple(data.get("included", ())),
        tuple(data.get("missing", ())),
        data.get("consolidated", {}),
        lacking,
        differences,
    )


def check(effect: Recorded, case: Case, id_of: Callable[[str], int | None]) -> Iterator[Finding]:
    """What a return says of those beneath is what had been accepted of them when it is signed.

    It may say nothing of them. `id_of`: the id of a unit by its code.
    """
    if not any(effect.data.get(part) for part in PARTS):
        return
    form, _ = handing_in.rules_of(effect, case)
    period = periods.Period.parse(effect.data["period"])
    found = together(case, effect.unit, form, period, before=effect.order)
    named = returning.named(effect)
    for part in ("included", "missing"):
        if _ids(effect.data.get(part, ()), id_of) != set(getattr(found, part)):
            args = {**named, "n": len(found.included), "m": len(found.included) + len(found.missing)}
            yield Finding("return-consolidates-others", args, form.reference, effect=effect.id)
            return
    yield from _check_totals(effect, found, form, id_of)
    yield from _check_differences(effect, found, form, id_of)


def _check_totals(
    effect: Recorded, found: Together, form: rules.Form, id_of: Callable[[str], int | None]
) -> Iterator[Finding]:
    stated, lacking = effect.data.get("consolidated", {}), effect.data.get("lacking", {})
    for id in sorted({*stated, *lacking, *found.totals}):
        total = found.totals.get(id)
        text, without = (total.text, set(total.lacking)) if total else ("", set())
        if stated.get(id, "") != text or _ids(lacking.get(id, ()), id_of) != without:
            args = {
                "unit": effect.unit, "figure": id, "value": stated.get(id, "") or given_figures.NONE,
                "total": text or given_figures.NONE,
            }  # fmt: skip
            yield Finding("return-consolidates-otherwise", args, form.reference, effect=effect.id)


def _check_differences(
    effect: Recorded, found: Together, form: rules.Form, id_of: Callable[[str], int | None]
) -> Iterator[Finding]:
    """Each is of a unit that is in the totals and a computed figure, with a reason."""
    for figure, stated in effect.data.get("differences", {}).items():
        for text in stated:
            found_one = difference(text)
            is_one = found_one and id_of(found_one.unit) in found.included and figure in form.figures
            if not is_one:
                yield Finding("wrong-type", {"field": "differences", "value": text}, effect=effect.id)


def _ids(codes: Sequence[str], id_of: Callable[[str], int | None]) -> set[int | None]:
    return {id_of(code) for code in codes}
