"""What a pack answers: one frozen record per kind of rule.

Every record ends with the article it comes from and whether somebody has checked it against the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Scalar = str | int | bool | None
Condition = Scalar | tuple[Scalar, ...] | Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the tree; rank 0 is the centre."""

    id: str
    rank: int
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit. `parents` are the kinds it may stand under; an organ has no members of its own."""

    id: str
    level: str
    is_organ: bool
    has_members: bool
    is_foundable: bool
    parents: tuple[str, ...]
    abbreviation: str | None
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ActType:
    """A type of act, counted in one bucket. `numbered_with` is the type whose series it shares."""

    id: str
    abbreviation: str
    bucket: str
    numbered_with: str
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Authority:
    """Whether a kind of unit may issue a type of act, and which offices sign it, first of all the first.

    `capacities` says for each signing office in what capacity it signs; `capacity` is the first signer's
    ("" if not allowed).
    """

    allowed: bool
    signers: tuple[str, ...]
    capacity: str
    capacities: Mapping[str, str]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """The series an act is counted in and how its number is written; the series restarts at `first`."""

    series: str
    pattern: str
    first: int
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class RelationKind:
    """How an act may bear on another: `to_higher` True on a higher issuer's act only, False never, None either."""

    id: str
    to_higher: bool | None
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class EffectsAllowed:
    """The kinds of effect an act of this type may carry."""

    act_type: str
    kinds: tuple[str, ...]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of post: where it may be established, for how many years held, and which level manages it."""

    id: str
    unit_kinds: tuple[str, ...]
    term_years: int | None
    managed_by: str
    is_leader: bool
    is_committee: bool
    reference: str
    verified: bool
    rank: int | None = None
    """Its height among the offices that are ranked, 1 the highest; None: not ranked."""


@dataclass(frozen=True, slots=True)
class ExOfficio:
    """Who holds the office `holding` also sits, by that alone, as `carries` in an organ of the kind `organ`.

    The organ serves the same unit as the post, or (`is_superior`) the unit directly above that one.
    """

    id: str
    holding: str
    carries: str
    organ: str
    is_superior: bool
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Sanction:
    """A form of sanction: on whom (unit, probationary, full), for how many months, and what must end with it.

    `months` None: it does not end by itself. `ends`: membership, tenure or unit, or None.
    """

    id: str
    subjects: tuple[str, ...]
    months: int | None
    ends: str | None
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A single number, fraction or word."""

    key: str
    value: int | str | Fraction
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Persons of at least `at_least` and under `below` years (None: no upper bound)."""

    id: str
    at_least: int
    below: int | None


@dataclass(frozen=True, slots=True)
class AgeBands:
    """The age bands figures are broken down by, youngest first."""

    bands: tuple[AgeBand, ...]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a form: the figures it shows, in order."""

    id: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A figure that only the unit knows: a `count`, or a `ratio` with its numerator and denominator."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class FigureRule:
    """What a figure of a return must satisfy. A strict rule refuses; another one asks for a remark on the figure.

    `sum`: the sum of `of` without `less`. `at_most`: no more than that sum. `between`: from `low` to `high`.
    `carried`: what the first of `of` was at the end of the period before. `previous`: no further from the figure of the
    period before than the part `within` of it. `outlier`: no further from the median of the unit's own earlier figures
    than `times` the median of their distances from it.
    """

    check: str
    figure: str
    of: tuple[str, ...]
    less: tuple[str, ...]
    low: int | None
    high: int | None
    within: Fraction | None
    times: int | None
    is_strict: bool


@dataclass(frozen=True, slots=True)
class Narrative:
    """A section of text of a return."""

    id: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """When a return can be changed no more: `closes_after_days` after it is due (None: never by time alone), and always
    once it is accepted. `reopened_by`: the recipient (and those above it), or the top unit only.
    """

    closes_after_days: int | None
    reopened_by: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How a form is handed in: to whom (`superior` or `top`), signed by whom, with what beside the computed figures."""

    recipient: str
    signers: tuple[str, ...]
    declared: tuple[Declared, ...]
    rules: tuple[FigureRule, ...]
    narrative: tuple[Narrative, ...]
    lock: Lock


@dataclass(frozen=True, slots=True)
class Form:
    """A report form and the kinds of period it is for."""

    id: str
    period_kinds: tuple[str, ...]
    sections: tuple[Section, ...]
    reference: str
    verified: bool
    handed_in: HandedIn | None = None
    """How it is handed in as a return; None: it is a report that nobody answers."""

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures of all sections in order."""
        return tuple(figure for section in self.sections for figure in section.figures)


@dataclass(frozen=True, slots=True)
class Obligation:
    """The duty to report: figures to the end of `cut_off`, the report due on `due`, late after the grace."""

    form: str
    level: str
    cut_off: date
    due: date
    grace_days: int
    reference: str
    verified: bool

    @property
    def in_time_until(self) -> date:
        """The last day of grace."""
        return self.due + timedelta(days=self.grace_days)

    def is_late(self, on: date) -> bool:
        """Whether a day is after the days of grace."""
        return on > self.in_time_until

    def days_late(self, on: date) -> int:
        """Days from the due day to a day; 0 up to the due day, also counted within the days of grace."""
        return max(0, (on - self.due).days)


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Units that are compared side by side, by code, in the charter's order."""

    code: str
    units: tuple[str, ...]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """Whether units of a peer group may be put in an order; where not, nothing shows one."""

    is_on: bool
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """How an act of an issuer looks on paper. `words` and `capacities` are by language, then by key."""

    id: str
    issuer_lines: tuple[str, ...]
    separator: str
    words: Mapping[str, Mapping[str, str]]
    capacities: Mapping[str, Mapping[str, str]]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of confidentiality an act may bear, lowest first."""

    ids: tuple[str, ...]
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Grant:
    """Rights over the units within `reach`, for holders of one of `offices`, or for every member (`to_everyone`).

    `clearance` is the highest class of confidentiality of the acts they may see.
    """

    id: str
    offices: tuple[str, ...]
    to_everyone: bool
    rights: tuple[str, ...]
    reach: str
    clearance: str
    reference: str
    verified: bool


@dataclass(frozen=True, slots=True)
class FourEyes:
    """The types of act that whoever drafted them may not issue; `types` None: all."""

    types: tuple[str, ...] | None
    reference: str
    verified: bool

    def ask(self, act_type: str) -> bool:
        """Whether an act of this type needs a second person."""
        return self.types is None or act_type in self.types


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: rows of a relation that meet `where` (all) and `any_of` (one of them), measured.

    `day` is the column tested against a period; without one the rows' span is tested `at` its start or end. With
    both, a row counts whose day falls in the period and whose span still holds at its end.
    `of` holds the column summed or taken the mean or median of, or the columns whose distinct values are counted. A
    ratio has no relation: it divides the figure `numerator` by the figure `denominator`. `unit` is the column
    of the unit whose figure the row enters.
    """

    id: str
    relation: str | None
    measure: str
    of: tuple[str, ...]
    where: Mapping[str, Condition]
    any_of: tuple[Mapping[str, Condition], ...]
    day: str | None
    at: str
    numerator: str | None
    denominator: str | None
    by: tuple[str, ...]
    unit: str
    reference: str
    verified: bool
