"""What of a report its reader may not be told: small cells of units that are not theirs, acts that they do not see.

The operator is told everything. Where a unit's own parts are outside the reader's reach, they are told as the unit is,
small cells left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fasti import charter, words
from fasti.access import acts as seen_acts
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.acts.models import Act
from fasti.indicators import explain, figures
from fasti.reports import amounts, gather, model, suppression
from fasti.returns import consolidate
from fasti.subjects.models import Unit

Row = suppression.Cell


class NotGranted(Exception):
    """The figures of a unit are not granted to the reader; `unit` is its code."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        super().__init__(unit)


@dataclass(frozen=True)
class Limits:
    """Below which count a figure is too small to be told, by the code of the unit; 0: never."""

    by_unit: Mapping[str, int]
    whole: int
    """Of the perimeter as a whole."""

    @property
    def are_any(self) -> bool:
        """Whether anything may have to be left out."""
        return bool(self.whole or any(self.by_unit.values()))

    @property
    def most(self) -> int:
        """The limit to be named to the reader."""
        return max([self.whole, *self.by_unit.values()])


def asks_people(sight: Sight) -> bool:
    """Whether the persons behind figures have to be counted: not for whoever is told small cells of the whole body."""
    return not sight.within(rights.FIGURES).is_all


def limits(sight: Sight, unit: str, members: Iterable[str]) -> Limits:
    """The limits of a perimeter for a reader; raises `NotGranted`. `unit`: code of the unit, or of a peer group."""
    wanted = {unit, *members}
    ids = dict(Unit.objects.filter(code__in=wanted).values_list("code", "id"))
    sight.learn(ids.values())
    own = {code: sight.limit(id) for code, id in ids.items()}
    if unit in ids:
        whole = own.pop(unit)
        if whole is None:
            raise NotGranted(unit)
        strict = max(whole, sight.suppressed)
        return Limits({code: strict if found is None else found for code, found in own.items()}, whole)
    refused = next((code for code, found in own.items() if found is None), None)
    if refused is not None or not own:
        raise NotGranted(refused or unit)
    told = {code: found for code, found in own.items() if found is not None}
    return Limits(told, max(told.values()))


def seen(gathered: gather.Gathered, sight: Sight) -> gather.Gathered:
    """What was gathered without the acts that the reader does not see."""
    late = seen_acts.seen_among(sight, [act.pk for act in gathered.late])
    codes = {out.act for each in gathered.explained.values() for out in each.left_out}
    codes |= {out.by for each in gathered.explained.values() for out in each.left_out}
    told = {act.code for act in seen_acts.seen(sight).filter(pk__in=_ids(codes)).select_related("issuer")}
    explained = {id: _without(each, told) for id, each in gathered.explained.items()}
    return dataclasses.replace(
        gathered,
        late=tuple(act for act in gathered.late if act.pk in late),
        explained=explained,
        read=read(gathered.worked, sight) if gathered.worked else None,
    )


def read(found: consolidate.Worked, sight: Sight) -> frozenset[str]:
    """The units whose return itself may be read."""
    seen = seen_acts.seen_among(sight, found.acts.values())
    return frozenset(code for code, act in found.acts.items() if act in seen)


def _without(explanation: explain.Explanation, told: set[str]) -> explain.Explanation:
    left = tuple(out for out in explanation.left_out if out.act in told and out.by in told)
    return dataclasses.replace(explanation, left_out=left)


def _ids(codes: Iterable[str]) -> list[int]:
    """The ids of acts by their codes."""
    found: list[int] = []
    for code in codes:
        issuer, _, rest = code.partition(":")
        series, _, number = rest.rpartition(":")
        found += Act.objects.filter(issuer__code=issuer, series=series, number=number).values_list(
            "pk", flat=True
        )
    return found


def meanings(pack: charter.Pack) -> dict[str, suppression.Meaning]:
    """What matters of every indicator of a pack."""
    return {
        each.id: suppression.Meaning(
            each.relation, each.measure in ("count", "sum", "distinct"), each.measure in ("count", "sum"),
            each.numerator, each.denominator,
        )
        for each in pack.indicators
    }  # fmt: skip


class Discretion:
    """Tells amounts, and says of those too small that they are."""

    def __init__(self, pack: charter.Pack, limits: Limits) -> None:
        self._sheet = suppression.Sheet(meanings(pack))
        self.limits = limits

    def put(self, row: Row, found: Iterable[figures.Figure], limit: int) -> None:
        """Put down the figures of a row."""
        told = [
            suppression.Counted(f.indicator, f.value, f.numerator, f.denominator, f.num_people) for f in found
        ]
        self._sheet.put(row, told, limit)

    def put_parts(self, kind: str, figure: figures.Figure, parts: Iterable[figures.Part], whole: Row) -> None:
        """Put down the parts of one figure of the whole; `kind` tells one breakdown from another."""
        rows = []
        for part in parts:
            row = (kind, figure.indicator, part.key)
            told = suppression.Counted(
                figure.indicator, part.value, part.numerator, part.denominator, part.num_people
            )
            self._sheet.put(row, [told], self.limits.whole)
            rows.append(row)
        self._sheet.add_up(rows, whole)

    def add_up(self, parts: Iterable[Row], whole: Row) -> None:
        """Say that rows add up to another."""
        self._sheet.add_up(list(parts), whole)

    def hides(self, row: Row, indicator: str) -> bool:
        """Whether a figure of a row is not told."""
        return self.limits.are_any and self._sheet.hides(row, indicator)

    def is_small(self, row: Row, indicator: str) -> bool:
        """Whether a figure that is not told is below the limit itself."""
        return self._sheet.is_small(row, indicator)

    def amount(
        self, row: Row, figure: figures.Figure | figures.Part, indicator: str, lang: str
    ) -> model.Amount:
        """The amount of a figure or part, or the words that it is too small."""
        if not self.hides(row, indicator):
            return amounts.of(figure, lang)
        return model.Amount(None, None, None, self.text(row, indicator, lang), self.kind(figure))

    def text(self, row: Row, indicator: str, lang: str) -> str:
        """What stands in place of a figure that is not told."""
        if self._sheet.is_small(row, indicator):
            return words.say("report-under", lang, n=self._sheet.limit(row, indicator))
        return words.say("report-withheld", lang)

    @staticmethod
    def kind(figure: figures.Figure | figures.Part) -> str:
        """count or ratio."""
        return "count" if figure.denominator is None else "ratio"
