"""A narrative report set beside the register: what it claims, what the register has, what the report leaves out.

A claim is compared only where the pack computes its figure and the reader may be told it. Of several claims of one
figure the one that agrees is taken for the whole, else the largest; the others are parts, set beside the register's own
breakdowns. Why a claim differs is told in `reasons`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from fasti import charter, claims
from fasti.access.sight import OPERATOR, Sight
from fasti.dates import periods, spans
from fasti.reports import looks, reasons

AGREES, DIFFERS, PART, UNMATCHED, WITHHELD = "agrees", "differs", "part", "unmatched", "withheld"
PLAN = "plan"
NEAR = Fraction(1, 10)
"""How far an "about" may be from the register's figure, as a share of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim beside the register's figure; `verdict` says how they stand, `reasons` why they may differ."""

    claim: claims.Claim
    verdict: str
    registered: int | None
    reasons: tuple[reasons.Reason, ...] = ()

    @property
    def difference(self) -> Fraction | None:
        """The claim less the register's figure."""
        return None if self.registered is None else self.claim.value - self.registered


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A report beside the register: its lines in order, and the register's figures it does not mention."""

    unit: str
    under: looks.Under
    lines: tuple[Line, ...]
    left_out: tuple[tuple[str, int], ...]

    @property
    def agrees(self) -> bool:
        """Whether no claim differs from the register."""
        return all(line.verdict != DIFFERS for line in self.lines)

    @property
    def num_compared(self) -> int:
        """How many claims stand beside a figure of the register."""
        return sum(line.verdict in (AGREES, DIFFERS) for line in self.lines)

    @property
    def num_differing(self) -> int:
        """How many of them differ from it."""
        return sum(line.verdict == DIFFERS for line in self.lines)


def reconcile(
    pack: charter.Pack,
    report: claims.Report,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    written_on: date | None = None,
    sight: Sight = OPERATOR,
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Reconciliation:
    """The report beside the register's figures of the unit in the period, as `sight` may be told them.

    `written_on`: the day of the report; else the one in its head, else the period's last. Raises `CannotCompute`,
    `charter.NoRule` and `discretion.NotGranted`.
    """
    asked, under = looks.Looks(pack, unit, sight=sight), looks.Under(period, boundaries, known)
    ids = computed(pack)
    asked.learn(ids, under)
    registered = asked.told(ids, under)
    told = [each.indicator for each in report.claims]
    parts = {id: asked.parts(id, under) for id in registered if told.count(id) > 1}
    hidden = set(ids) - registered.keys()
    found = compare(report.claims, registered, unit=unit, under=under, parts=parts, hidden=hidden)
    day = written_on or day_of(report) or period.last_day
    lines = []
    for done, line in enumerate(found.lines):
        progress(done, len(found.lines))
        lines.append(_explained(line, asked, under, day))
    return replace(found, lines=tuple(lines), left_out=found.left_out if report.num_read else ())


def day_of(report: claims.Report) -> date | None:
    """The day that the report says it was written on; None where it does not."""
    try:
        return spans.parse_day(report.header.get("date", "")[:10])
    except spans.MalformedDay:
        return None


def _explained(line: Line, asked: looks.Looks, under: looks.Under, day: date) -> Line:
    """The line with the reasons for its difference."""
    if line.verdict != DIFFERS or line.registered is None:
        return line
    claim = line.claim
    case = reasons.Case(
        claim.indicator, claim.value, line.registered, under, _named(claim, under.period), day,
        claim.qualifier == "exact",
    )  # fmt: skip
    return replace(line, reasons=reasons.of(case, asked))


def _named(claim: claims.Claim, period: periods.Period) -> periods.Period | None:
    """The period or day the claim's sentence names, where it is not the one asked about."""
    if claim.period is None:
        return None
    try:
        named = periods.parse_asked(claim.period.removeprefix("asof:"))
    except periods.MalformedPeriod:
        return None
    return None if named == period or named.last_day == named.starts_on == period.last_day else named


def compare(
    found: Sequence[claims.Claim],
    registered: Mapping[str, int],
    *,
    unit: str,
    under: looks.Under,
    parts: Mapping[str, set[int]] | None = None,
    hidden: Collection[str] = (),
) -> Reconciliation:
    """The claims beside figures already at hand, without reasons; `parts` are the values of each figure's breakdowns.

    `hidden` are figures that there are and that are not told.
    """
    whole = {
        id: _whole([each for each in found if each.indicator == id and not each.is_plan], registered[id])
        for id in registered
    }
    lines = tuple(
        Line(claim, PLAN, None)
        if claim.is_plan
        else Line(claim, WITHHELD, None)
        if claim.indicator in hidden
        else _line(claim, whole.get(claim.indicator), registered, (parts or {}).get(claim.indicator, set()))
        for claim in found
    )
    told = {claim.indicator for claim in found}
    left_out = tuple((id, value) for id, value in registered.items() if value and id not in told)
    return Reconciliation(unit, under, lines, left_out)


def computed(pack: charter.Pack) -> tuple[str, ...]:
    """The figures the pack computes that a report can claim, each once."""
    claimed = pack.claimed
    names = {figure.indicator for figure in claimed.figures} if claimed is not None else set()
    return tuple(each.id for each in pack.indicators if each.id in names)


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
    return Line(claim, DIFFERS, value)
