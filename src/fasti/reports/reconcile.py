"""A narrative report set beside the register: what it claims, what the register has, what the report leaves out.

A claim is compared only where the pack computes its figure. Of several claims of one figure the one that agrees is
taken for the whole, else the largest; the others are parts, set beside the register's own breakdowns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti import charter, claims
from fasti.dates import periods
from fasti.indicators import compute

AGREES, DIFFERS, PART, UNMATCHED = "agrees", "differs", "part", "unmatched"
NEAR = Fraction(1, 10)
"""How far an "about" may be from the register's figure, as a share of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim beside the register's figure; `verdict` says how they stand, `reason` why they may differ."""

    claim: claims.Claim
    verdict: str
    registered: int | None
    reason: str | None = None

    @property
    def difference(self) -> Fraction | None:
        """The claim less the register's figure."""
        return None if self.registered is None else self.claim.value - self.registered


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A report beside the register: its lines in order, and the register's figures it does not mention."""

    unit: str
    period: periods.Period
    lines: tuple[Line, ...]
    left_out: tuple[tuple[str, int], ...]

    @property
    def agrees(self) -> bool:
        """Whether no claim differs from the register."""
        return all(line.verdict != DIFFERS for line in self.lines)


def reconcile(
    pack: charter.Pack,
    report: claims.Report,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
) -> Reconciliation:
    """The report beside the register's figures of the unit in the period; raises `CannotCompute`."""
    ids = _computed(pack, period)
    figures = compute.compute(pack, ids, unit=unit, period=period, boundaries=boundaries, known=known).total
    registered = {each.indicator: int(each.value) for each in figures if each.value is not None}
    told = [each.indicator for each in report.claims]
    parts = {
        id: {
            value
            for column in pack.indicator(id).by
            for value in _breakdown(
                pack, id, column, unit=unit, period=period, boundaries=boundaries, known=known
            )
        }
        for id in registered
        if told.count(id) > 1
    }
    return compare(report.claims, registered, unit=unit, period=period, parts=parts)


def _breakdown(
    pack: charter.Pack,
    id: str,
    column: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None,
    known: date | None,
) -> set[int]:
    """The values of a figure's parts by one column."""
    computed = compute.compute(
        pack, [id], unit=unit, period=period, boundaries=boundaries, known=known, by=column
    )
    return {int(part.value) for part in computed.total[0].parts if part.value is not None}


def compare(
    found: Sequence[claims.Claim],
    registered: Mapping[str, int],
    *,
    unit: str,
    period: periods.Period,
    parts: Mapping[str, set[int]] | None = None,
) -> Reconciliation:
    """The claims beside figures already at hand; `parts` are the values of each figure's breakdowns."""
    whole = {
        id: _whole([each for each in found if each.indicator == id], registered[id]) for id in registered
    }
    lines = tuple(
        _line(
            claim, whole.get(claim.indicator), registered, period, (parts or {}).get(claim.indicator, set())
        )
        for claim in found
    )
    told = {claim.indicator for claim in found}
    left_out = tuple((id, value) for id, value in registered.items() if value and id not in told)
    return Reconciliation(unit, period, lines, left_out)


def _computed(pack: charter.Pack, period: periods.Period) -> list[str]:
    """The figures the pack computes that a report can claim: counts, and each of them once."""
    claimed = pack.claimed
    names = {figure.indicator for figure in claimed.figures} if claimed is not None else set()
    return [each.id for each in pack.indicators if each.id in names]


def _whole(found: Sequence[claims.Claim], value: int) -> claims.Claim | None:
    """The claim that speaks of the whole: one that agrees, else the largest."""
    agreeing = [each for each in found if agrees(each, value)]
    return max(agreeing or found, key=lambda each: each.value, default=None)


def agrees(claim: claims.Claim, value: int) -> bool:
    """Whether the register's figure bears the claim out, its hedge taken at its word."""
    match claim.qualifier:
        case "at_least":
            return claim.value <= value <= claim.value * (1 + NEAR)
        case "at_most":
            return claim.value * (1 - NEAR) <= value <= claim.value
        case "approx":
            return abs(claim.value - value) <= value * NEAR
        case _:
            return claim.value == value


def _line(
    claim: claims.Claim,
    whole: claims.Claim | None,
    registered: Mapping[str, int],
    period: periods.Period,
    parts: set[int],
) -> Line:
    value = registered.get(claim.indicator)
    if value is None:
        return Line(claim, UNMATCHED, None)
    if claim is not whole:
        fits = claim.qualifier == "exact" and claim.value in parts
        return Line(claim, AGREES, int(claim.value)) if fits else Line(claim, PART, None)
    if agrees(claim, value):
        return Line(claim, AGREES, value)
    return Line(claim, DIFFERS, value, _reason(claim, value, period))


def _reason(claim: claims.Claim, value: int, period: periods.Period) -> str:
    """The likeliest reason for a difference, by what the claim itself tells."""
    if claim.period is not None and claim.period.removeprefix("asof:") not in (
        str(period),
        str(period.last_day),
    ):
        return "period"
    if value == 0:
        return "nothing"
    return "acts" if claim.value > value else "untold"
