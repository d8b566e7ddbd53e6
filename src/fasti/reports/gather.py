"""Everything a report stands on, computed once: figures, comparison, coverage, explanations, late acts.

It has no language: the same gathering is told in any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.acts.models import Act
from fasti.charter import rules
from fasti.dates import axes, periods
from fasti.indicators import compute, engines, explain, figures
from fasti.reports import amounts, drawings, late
from fasti.returns import consolidate, coverage, expected


class NotForPeriod(ValueError):
    """The form does not exist for such a period; `form` and `period` say which."""

    def __init__(self, form: str, period: periods.Period) -> None:
        self.form, self.period = form, period
        super().__init__(f"the form {form} is not given for a {period.kind}: {period.code}")


@dataclass(frozen=True)
class Beside:
    """The same figures on other boundaries, and for each unit of the earlier day the one of the later that has them."""

    computed: figures.Computed
    heirs: Mapping[str, str]


@dataclass(frozen=True)
class Gathered:
    """What was asked, and all that was computed for it."""

    pack: charter.Pack
    form: rules.Form
    unit: str
    period: periods.Period
    known: date | None
    computed: figures.Computed
    before: Mapping[str, figures.Figure]
    """The same period of the year before in the same boundaries; empty where the record did not cover it."""
    now: Mapping[str, figures.Figure]
    """The figures as known now, for a report as known on a day."""
    parts: Mapping[str, tuple[figures.Part, ...]]
    months: Mapping[str, tuple[figures.Part, ...]]
    coverage: coverage.Coverage
    explained: Mapping[str, explain.Explanation]
    """Of every figure for a document, which has an annex; of none for a page that explains one figure at a time."""
    late: tuple[Act, ...]
    beside: Beside | None = None
    worked: consolidate.Worked | None = None
    """The returns put together, where the form is handed in."""
    read: frozenset[str] | None = None
    """The units whose return itself the reader may read; None: nobody in particular reads it."""

    @property
    def owed(self) -> expected.Overview | None:
        """The returns owed on the form, where it is handed in."""
        return self.worked.consolidation.overview if self.worked else None

    @property
    def ids(self) -> tuple[str, ...]:
        """Every figure of the form, in its order."""
        return ids(self.form)


def ids(form: rules.Form) -> tuple[str, ...]:
    """Every figure of a form, in its order."""
    return tuple(id for section in form.sections for id in section.figures)


def gather(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    beside: date | None = None,
    known: date | None = None,
    engine: str | None = None,
    has_annex: bool = True,
    with_people: bool = False,
) -> Gathered:
    """Computes a report of a unit or peer group; raises `NotForPeriod`, `charter.NoRule`, `CannotCompute`.

    `beside`: the day of other boundaries on which the same figures are set beside these. `has_annex`: whether the acts
    behind every figure are counted, which takes as long as the figures themselves. `with_people`: as of `compute`, for
    readers to whom small cells are not told.
    """
    rule = pack.form(form, as_of=period.last_day)
    if period.kind not in rule.period_kinds:
        raise NotForPeriod(form, period)
    day = boundaries or period.last_day
    with engines.one_state():
        return _Asked(pack, rule, unit, period, day, beside, known, engine, has_annex, with_people).gathered()


@dataclass(frozen=True)
class _Asked:
    pack: charter.Pack
    form: rules.Form
    unit: str
    period: periods.Period
    day: date
    beside: date | None
    known: date | None
    engine: str | None
    has_annex: bool
    with_people: bool

    def gathered(self) -> Gathered:
        covered = coverage.coverage(
            self.pack,
            self.form.id,
            unit=self.unit,
            period=self.period,
            boundaries=self.day,
            known=self.known,
        )
        computed = self._compute(ids(self.form))
        return Gathered(
            self.pack,
            self.form,
            self.unit,
            self.period,
            self.known,
            computed,
            self._before(),
            self._now(),
            self._parts(),
            self._months(),
            covered,
            self._explained() if self.has_annex else {},
            self._late(),
            self._beside(),
            self._worked(computed),
        )

    def _worked(self, computed: figures.Computed) -> consolidate.Worked | None:
        """The returns put together, beside the figures that are there already."""
        if self.form.handed_in is None:
            return None
        return consolidate.worked(
            self.pack,
            self.form.id,
            unit=self.unit,
            period=self.period,
            boundaries=None if self.day == self.period.last_day else self.day,
            known=self.known,
            register=computed,
        )

    def _beside(self) -> Beside | None:
        if self.beside is None:
            return None
        found = self._compute(ids(self.form), day=self.beside)
        here = self._compute(ids(self.form))
        earlier = found if self.beside < self.day else here
        heirs = compute.heirs(
            self.pack,
            [each.code for each in earlier.perimeter],
            unit=self.unit,
            boundaries=max(self.beside, self.day),
            known=self.known,
            engine=self.engine,
        )
        return Beside(found, heirs)

    def _compute(
        self,
        wanted: tuple[str, ...],
        *,
        period: periods.Period | None = None,
        by: str | None = None,
        day: date | None = None,
    ) -> figures.Computed:
        return compute.compute(
            self.pack,
            wanted,
            unit=self.unit,
            period=period or self.period,
            boundaries=day or self.day,
            known=self.known,
            by=by,
            with_people=self.with_people,
            engine=self.engine,
        )

    def _before(self) -> dict[str, figures.Figure]:
        before = self.period.year_before()
        if not self._is_recorded(before):
            return {}
        return {found.indicator: found for found in self._compute(ids(self.form), period=before).total}

    def _is_recorded(self, period: periods.Period) -> bool:
        """Whether the record covers a period: acts were signed in half of its months at least."""
        acts = Act.objects.filter(signed_on__gte=period.starts_on, signed_on__lt=period.ends_before)
        if self.known is not None:
            acts = acts.filter(recorded_at__lt=axes.known_before(self.known))
        months = {(day.year, day.month) for day in acts.values_list("signed_on", flat=True).distinct()}
        return 2 * len(months) >= len(period.months())

    def _now(self) -> dict[str, figures.Figure]:
        if self.known is None:
            return {}
        found = compute.compute(
            self.pack,
            ids(self.form),
            unit=self.unit,
            period=self.period,
            boundaries=self.day,
            with_people=self.with_people,
            engine=self.engine,
        )
        return {figure.indicator: figure for figure in found.total}

    def _parts(self) -> dict[str, tuple[figures.Part, ...]]:
        found: dict[str, tuple[figures.Part, ...]] = {}
        for by in amounts.SPLITS:
            wanted = tuple(id for id in ids(self.form) if amounts.split(self.pack, id) == by)
            if wanted:
                found |= {figure.indicator: figure.parts for figure in self._compute(wanted, by=by).total}
        return found

    def _months(self) -> dict[str, tuple[figures.Part, ...]]:
        drawn = {*drawings.COLOURS, *drawings.INSTEAD}
        wanted = tuple(id for id in ids(self.form) if id in drawn)
        if not wanted or len(self.period.months()) < 2:
            return {}
        return {figure.indicator: figure.parts for figure in self._compute(wanted, by="month").total}

    def _explained(self) -> dict[str, explain.Explanation]:
        return explain.counted(
            self.pack,
            ids(self.form),
            unit=self.unit,
            period=self.period,
            boundaries=self.day,
            known=self.known,
            engine=self.engine,
        )

    def _late(self) -> tuple[Act, ...]:
        if self.known is None:
            return ()
        return late.acts(self.pack, unit=self.unit, period=self.period, boundaries=self.day, known=self.known)
