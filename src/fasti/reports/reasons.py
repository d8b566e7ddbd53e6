"""Why a report's figure may differ from the register's: each way of counting that gives exactly what the report says.

A reason is given only where the register, asked in that way, has the claimed figure itself: as it was known on the
report's day, on other boundaries, for another period, of one unit within, by a neighbouring definition, as a level or
what happened, rounded, or without the small counts that are not told. Several may hold; where none does, the difference
is unexplained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from fasti import charter
from fasti.dates import periods
from fasti.indicators import explain
from fasti.register.models import Lineage
from fasti.reports import looks

MOST_DAYS, MOST_ACTS, SMALL = 4, 10, 10
EXPLAINED = ("late", "boundaries", "period", "other-period", "unit", "definition", "flow", "level", "change",
             "rounded", "suppressed")  # fmt: skip
UNEXPLAINED = ("nothing", "acts", "untold")
"""No way of counting gives the report's figure: the register has none, less than the report, or more."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A way of counting that gives the claimed figure, or that none does; `indicator` and `under` are how to look."""

    code: str
    indicator: str
    under: looks.Under
    args: Mapping[str, str] = field(default_factory=dict)
    acts: tuple[int, ...] = ()
    """Ids of acts that make the difference, the first ones; `num_acts` counts them all."""
    num_acts: int = 0

    @property
    def explains(self) -> bool:
        """Whether the difference is explained."""
        return self.code in EXPLAINED


@dataclass(frozen=True, slots=True)
class Case:
    """A claim that differs: its figure and value, what the register has and how it was asked, and the report's day."""

    indicator: str
    claimed: Fraction
    registered: int
    under: looks.Under
    named: periods.Period | None
    """The period that the sentence names, where it is another."""
    written_on: date
    is_exact: bool = True


def of(case: Case, asked: looks.Looks) -> tuple[Reason, ...]:
    """Every reason that explains the difference exactly, else the one that says that none does."""
    found = tuple(reason for probe in PROBES for reason in probe(case, asked))
    return found or (Reason(_unexplained(case), case.indicator, case.under),)


def _unexplained(case: Case) -> str:
    if case.registered == 0:
        return "nothing"
    return "acts" if case.claimed > case.registered else "untold"


def _is(case: Case, asked: looks.Looks, under: looks.Under) -> bool:
    """Whether the register, asked so, has the claimed figure."""
    return asked.told([case.indicator], under).get(case.indicator) == case.claimed


def late(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """As known on the report's day: acts recorded since make the difference."""
    then = replace(case.under, known=case.written_on)
    if case.under.known is not None and case.under.known <= case.written_on:
        return
    if _is(case, asked, then):
        acts = _between(case, asked, then)
        day = {"day": case.written_on.isoformat()}
        yield Reason("late", case.indicator, then, day, acts[:MOST_ACTS], len(acts))


def _between(case: Case, asked: looks.Looks, then: looks.Under) -> tuple[int, ...]:
    """The acts behind the figure as it is known now and not then, and the other way round."""
    behind = [
        explain.behind(
            asked.pack, case.indicator, unit=asked.unit, period=each.period, boundaries=each.boundaries,
            known=each.known,
        )
        for each in (case.under, then)
    ]  # fmt: skip
    return tuple(sorted(behind[0].keys() ^ behind[1].keys()))


def boundaries(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """On the tree of another day: before the period, or of a day since on which units went over into others."""
    own = case.under.boundaries or case.under.period.last_day
    since = Lineage.objects.filter(on__gt=case.under.period.starts_on).exclude(manner="split")
    changed = list(since.order_by("on").values_list("on", flat=True).distinct()[:MOST_DAYS])
    days = [case.under.period.starts_on, *(day for on in changed for day in (on - timedelta(days=1), on))]
    for day in dict.fromkeys(days):
        under = replace(case.under, boundaries=day)
        if day != own and _is(case, asked, under):
            yield Reason("boundaries", case.indicator, under, {"day": day.isoformat()})
            return


def period(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """For the period that the sentence names, else for one that is near: before, after, containing, contained."""
    if case.named is not None and _is(case, asked, _during(case, case.named)):
        yield _for("period", case, case.named)
        return
    for each in near(case.under.period):
        if case.claimed and _is(case, asked, _during(case, each)):
            yield _for("other-period", case, each)


def _during(case: Case, other: periods.Period) -> looks.Under:
    return looks.Under(other, None, case.under.known)


def _for(code: str, case: Case, other: periods.Period) -> Reason:
    return Reason(code, case.indicator, _during(case, other), {"period": other.code})


def near(asked: periods.Period) -> tuple[periods.Period, ...]:
    """The periods a report may have been told for instead.

    >>> [each.code for each in near(periods.Period.parse("2024-H1"))]
    ['2023-H2', '2024-H2', '2023-H1', '2024', '2024-Q1', '2024-Q2']
    """
    found = [asked.previous(), periods.of_day(asked.kind, asked.ends_before), asked.year_before()]
    kinds = ("year", "half_year", "quarter", "month")
    if asked.kind in kinds:
        wider = kinds[: kinds.index(asked.kind)]
        found += [periods.of_day(kind, asked.starts_on) for kind in wider]
        narrower = kinds[kinds.index(asked.kind) + 1 :][:1]
        found += [
            each
            for kind in narrower
            for each in dict.fromkeys(periods.of_day(kind, month.starts_on) for month in asked.months())
        ]
    return tuple(each for each in dict.fromkeys(found) if each != asked)


def unit(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """Of one unit within, where just one has this figure and it is no small one that many could have."""
    if case.claimed < SMALL:
        return
    found = [
        code for code, value in asked.by_unit(case.indicator, case.under).items() if value == case.claimed
    ]
    if len(found) == 1:
        yield Reason("unit", case.indicator, case.under, {"unit": found[0]})


def definition(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """By another figure of the same theme; told apart where one is a level and the other what happened."""
    theme = case.indicator.partition(".")[0]
    family = [id for id in asked.counts if id.partition(".")[0] == theme and id != case.indicator]
    is_level = _is_level(asked.pack, case.indicator)
    for id, value in asked.told(family, case.under).items():
        if value and value == case.claimed:
            other = _is_level(asked.pack, id)
            code = "definition" if other == is_level else "level" if other else "flow"
            yield Reason(code, id, case.under)


def change(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """Of a level: what it rose by in the period."""
    if not _is_level(asked.pack, case.indicator) or not case.claimed:
        return
    before = looks.Under(case.under.period.previous(), case.under.boundaries, case.under.known)
    value = asked.told([case.indicator], before).get(case.indicator)
    if value is not None and abs(case.registered - value) == case.claimed:
        yield Reason("change", case.indicator, before, {"period": before.period.code})


def _is_level(pack: charter.Pack, id: str) -> bool:
    """Whether a figure is told as of a day."""
    return pack.indicator(id).day is None


def rounded(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """Rounded to tens, hundreds and so on; two digits at least are left of it."""
    step = 10
    while case.is_exact and case.claimed >= 10 * step and case.claimed % step == 0:
        if abs(case.registered - case.claimed) * 2 <= step:
            yield Reason("rounded", case.indicator, case.under, {"step": str(step)})
            return
        step *= 10


def suppressed(case: Case, asked: looks.Looks) -> Iterator[Reason]:
    """Added up of the units' counts without those below the limit of what is told."""
    limit = _limit(asked.pack, case.under.period.last_day)
    if not limit or case.claimed >= case.registered:
        return
    if asked.hides_units(case.indicator, case.under):
        return
    small = [value for value in asked.by_unit(case.indicator, case.under).values() if 0 < value < limit]
    if small and case.registered - sum(small) == case.claimed:
        yield Reason("suppressed", case.indicator, case.under, {"limit": str(limit)})


def _limit(pack: charter.Pack, day: date) -> int:
    try:
        return int(str(pack.value("report.suppress_below", as_of=day).value))
    except charter.NoRule:
        return 0


PROBES: tuple[Callable[[Case, looks.Looks], Iterator[Reason]], ...] = (
    period, late, boundaries, unit, definition, change, rounded, suppressed,
)  # fmt: skip
