"""What a consolidated report says, before any format: head, coverage, figures, units, charts, annex.

Texts are already in the language of the report; numbers stay exact beside the text that shows them.
Every renderer writes from these records and adds nothing of its own but table heads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an official document: who issues it, under which motto, its number, place and day."""

    lines: tuple[str, ...]
    """The superior body and the issuer, in this order; the last is set bold."""
    separator: str
    number: str
    """The number as printed ("Số 118-BC/BTCTW"); empty for a report not yet issued as an act."""
    motto: str
    place_and_day: str


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact value and the text that shows it. A ratio also carries its numerator and denominator."""

    value: int | Fraction | None
    """None where the figure cannot be computed: a ratio of nothing, a median of nothing."""
    numerator: int | None
    denominator: int | None
    text: str
    withheld: str = ""
    """count or ratio, where it is too small to be told to the reader: then `text` says so, and there is no value."""

    @property
    def is_ratio(self) -> bool:
        """Whether it is a share of a whole, rather than a count or a number of days."""
        return self.denominator is not None or self.withheld == "ratio"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a figure that the report splits, e.g. topics by provider."""

    key: str
    label: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the form for the whole perimeter."""

    indicator: str
    label: str
    amount: Amount
    sentence: str
    """The figure said in a full sentence, with the change against the year before where there is one."""
    before: Amount | None
    """The same figure for the same period of the year before."""
    difference: str
    """Signed difference to `before`; empty where there is none to form."""
    now: Amount | None
    """For a report as known on a day: the figure as known now, where it has changed since."""
    additive: bool
    """False where the units' figures do not add up to it (persons counted once, medians, ratios)."""
    parts: tuple[Part, ...] = ()

    @property
    def parts_told(self) -> str:
        """Its parts on one line; empty without parts."""
        return "; ".join(f"{part.label}: {part.amount.text}" for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the form with its figures, in the order of the charter."""

    id: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the perimeter with one amount for each of the report's figures, in their order."""

    unit: str
    name: str
    lang: str
    """The language the name is given in."""
    amounts: tuple[Amount, ...]
    depth: int = 0
    """1 for a unit told beneath the one it went over into."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A table of units beside each other: which of the report's figures are its columns, and its rows.

    In the table of two boundaries the rows are those of the later day, each followed by the units it came from.
    """

    id: str
    title: str
    columns: tuple[int, ...]
    rows: tuple[UnitRow, ...]
    foot: tuple[UnitRow, ...]
    """The totals: one, or one for each of two boundaries."""
    note: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The report due from one unit: when it was due, and by which act it was given."""

    unit: str
    name: str
    lang: str
    due_on: date
    symbol: str
    signed_on: date | None
    days_late: int | None
    """Negative when early, None when nothing was given."""
    state: str
    """In words: 2 days early, on time, 3 days late, not reported."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the reports due were given by the cut-off, and whose are missing."""

    reported: int
    due: int
    sentence: str
    missing: tuple[str, ...]
    """Codes of the units that did not report."""
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name, and its colour by place among the six of the look (1 to 6)."""

    label: str
    colour: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with the table it is drawn from."""

    id: str
    title: str
    subtitle: str
    kind: str
    """bars (lying), columns (standing), days (before and after a due day)."""
    head: str
    """What the categories are: Province, Month."""
    measure: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    values: tuple[tuple[int | None, ...], ...]
    """One row for each category, one value for each series."""
    labels: tuple[str, ...]
    """What stands at the end of each bar: the total, or the days in words."""


@dataclass(frozen=True, slots=True)
class LateAct:
    """An act that touches the period and was recorded, corrected or withdrawn after the known day."""

    code: str
    symbol: str
    title: str
    lang: str
    issuer: str
    signed_on: date
    recorded_on: date
    state: str


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """How one figure is computed: definition, article, engine, what it stands on, and what was left out."""

    indicator: str
    label: str
    definition: str
    reference: str
    verified: bool
    engine: str
    num_acts: int | None
    """None where the number is too small to be told to the reader."""
    additive: bool
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingReturn:
    """A unit whose return is not in the totals, with its state in words."""

    unit: str
    name: str
    lang: str
    state: str


@dataclass(frozen=True, slots=True)
class Total:
    """What a figure adds up to over the accepted returns, beside the register's."""

    figure: str
    label: str
    is_declared: bool
    """Whether only the units know it; then there is nothing in the register."""
    amount: Amount
    """As the units handed it in."""
    num_given: int
    num_due: int
    given: str
    """In words: 12 of 14."""
    without: tuple[str, ...]
    """The names of those accepted that did not give it."""
    missing: tuple[str, ...]
    """Codes of all units that owed it and whose figure is not in the total."""
    register: Amount | None
    """None for a declared figure."""
    difference: str
    """Signed, of the total to the register; empty where they agree, and where a unit is missing or it is not told."""

    @property
    def is_partial(self) -> bool:
        """Whether the total lacks a unit."""
        return self.num_given < self.num_due


@dataclass(frozen=True, slots=True)
class Departure:
    """A unit's computed figure as it was handed in is not the register's, for a reason."""

    unit: str
    name: str
    lang: str
    figure: str
    label: str
    stated: Amount
    register: Amount
    reason: str
    """One of `effects.consolidating.REASONS`."""
    told: str
    """The reason in words."""
    known_on: date
    """The day for which the unit had read the register."""


@dataclass(frozen=True, slots=True)
class Returns:
    """The accepted returns of the units put together."""

    title: str
    lead: str
    accepted: int
    due: int
    missing: tuple[MissingReturn, ...]
    totals: tuple[Total, ...]
    """Declared figures and those of the register, in the order of the form; what does not add up is none of them."""
    departures: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A consolidated report of a unit or peer group for a period."""

    lang: str
    form: str
    unit: str
    unit_name: str
    period: str
    boundaries: date
    beside: date | None
    """The day of the other boundaries set beside these; None: there are none."""
    known: date | None
    """The day as known on which it is composed; None: everything recorded."""
    dated: date | None
    """The day of the document."""
    head: Head
    title: str
    facts: tuple[str, ...]
    """What it stands on, a line each: unit, boundaries, known day."""
    coverage: Coverage
    headline: tuple[int, ...]
    """Which figures open the report, at most eight."""
    sections: tuple[Section, ...]
    units: tuple[UnitRow, ...]
    tables: tuple[SideBySide, ...]
    total_label: str
    units_label: str
    """What the units are: Province, Organisation."""
    charts: tuple[Chart, ...]
    late_title: str
    late_lead: str
    late: tuple[LateAct, ...]
    annex: tuple[AnnexEntry, ...]
    provenance: str
    returns: Returns | None = None
    """None where nobody owes a return on the form."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the report, in the order of the form."""
        return tuple(figure for section in self.sections for figure in section.figures)
