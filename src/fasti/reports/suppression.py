"""Which counts are too small to be told to somebody, and which others must go with them so that none can be worked out.

A count between 1 and the limit is not told, nor one of whatever size that is about fewer persons than that: twelve
appointments of one person say as much of that person as one. Where counts add up to one that is told, a single gap
could be filled by subtracting, so a second one goes too; and where what is left leaves only one answer, one more. A
ratio goes with its parts. What everybody may know of the structure (units, seats, vacancies) is always told. Counts of
acts and tasks are treated like others: beside the list of the acts one sees, a small count would tell how many
confidential ones there are. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

OPEN = frozenset({"units", "establishment", "vacancies", "tenures"})
"""Relations of the structure, which everybody may know: units, seats, and which of them are filled or empty."""
FOOTINGS = (
    (
        "members.opening",
        "members.admitted",
        "members.moved_in",
        "members.left",
        "members.moved_out",
        "members.total",
    ),
)
"""Figures of one unit of which each follows from the others."""
_REST = "~"
"""Marks the rest of a ratio: its denominator without its numerator."""

Cell = tuple[Hashable, ...]
"""Where a count stands: a table, a row of it and the figure."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts that add up to another. `whole` None: they foot without one."""

    parts: tuple[Cell, ...]
    whole: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them."""
        return self.parts if self.whole is None else (*self.parts, self.whole)


def hidden(
    values: Mapping[Cell, int], limits: Mapping[Cell, int], sums: Sequence[Sum], *, few: Collection[Cell] = ()
) -> frozenset[Cell]:
    """The cells that are not told. `limits`: cell to the limit below which it is too small; none: always told.
    `few`: cells that are about too few persons, whatever their count.

    >>> cells = {("a",): 2, ("b",): 7, ("c",): 30, ("all",): 39}
    >>> column = Sum((("a",), ("b",), ("c",)), ("all",))
    >>> sorted(hidden(cells, dict.fromkeys(cells, 5), [column]))
    [('a',), ('b',)]
    """
    small = {cell for cell, value in values.items() if 0 < value < limits.get(cell, 0)} | set(few)
    found, waiting = set(small), list(sums) if small else []
    while waiting:
        grown = [each for each in waiting if _grow(each, values, limits, small, found)]
        waiting = list(sums) if grown else []
    return frozenset(found)


def _grow(
    sum_: Sum, values: Mapping[Cell, int], limits: Mapping[Cell, int], small: set[Cell], found: set[Cell]
) -> bool:
    """Hide one more cell of a sum if one of those hidden could be worked out."""
    gone = [cell for cell in sum_.cells if cell in found]
    if not gone or (len(gone) > 1 and not _is_tight(sum_, values, limits, small, found)):
        return False
    left = [
        cell for cell in sum_.parts if cell not in found and values.get(cell, 0) > 0 and limits.get(cell, 0)
    ]  # What the reader is told anyway hides nothing.
    if left:
        found.add(min(left, key=lambda cell: (values[cell], str(cell))))
        return True
    if sum_.whole is not None and sum_.whole not in found and limits.get(sum_.whole, 0):
        found.add(sum_.whole)
        return True
    return False


def _is_tight(
    sum_: Sum, values: Mapping[Cell, int], limits: Mapping[Cell, int], small: set[Cell], found: set[Cell]
) -> bool:
    """Whether what is told leaves a small count only one value. A reader knows which are small, and the limit."""
    if sum_.whole is None or sum_.whole in found:
        return False
    gone = [cell for cell in sum_.parts if cell in found]
    rest = sum(values[cell] for cell in gone)
    least = {cell: 1 if cell in small else max(limits.get(cell, 1), 1) for cell in gone}
    most = {
        cell: limits[cell] - 1 if cell in small and values[cell] < limits[cell] else rest for cell in gone
    }
    for cell in gone:
        if cell in small:
            others = [each for each in gone if each != cell]
            low = max(least[cell], rest - sum(most[each] for each in others))
            high = min(most[cell], rest - sum(least[each] for each in others))
            if low >= high:
                return True
    return False


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as it stands in a cell: a value, or a numerator and denominator that are figures too."""

    indicator: str
    value: int | Fraction | None
    numerator: int | None = None
    denominator: int | None = None
    num_people: int | None = None
    """How many persons it is about, of a ratio its numerator; None: its count says so, or it is about none."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What matters of an indicator here."""

    relation: str | None
    is_count: bool
    is_additive: bool
    numerator: str | None
    denominator: str | None


class Sheet:
    """Counts put down row by row with their limits, and what of them is not told."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings = meanings
        self._values: dict[Cell, int] = {}
        self._limits: dict[Cell, int] = {}
        self._few: set[Cell] = set()
        self._sums: list[Sum] = []
        self._rows: set[Cell] = set()
        self._gone: frozenset[Cell] | None = None

    def put(self, row: Cell, counted: Iterable[Counted], limit: int) -> None:
        """Put down a row: `limit` is that of its unit, 0 if everything may be told."""
        self._rows.add(row)
        self._gone = None
        for each in counted:
            self._put(row, each, limit)
        for footing in FOOTINGS:
            cells = tuple((*row, id) for id in footing)
            if all(cell in self._values for cell in cells):
                self._sums.append(Sum(cells))

    def _put(self, row: Cell, each: Counted, limit: int) -> None:
        meaning = self._meanings[each.indicator]
        if each.denominator is None:
            if meaning.is_count and each.value is not None:
                self._set(row, each.indicator, int(each.value), limit, each.num_people)
            return
        above, below = each.numerator or 0, each.denominator
        rest = f"{_REST}{each.indicator}"
        self._set(row, str(meaning.numerator), above, limit, each.num_people)
        self._set(row, str(meaning.denominator), below, limit)
        self._values[(*row, rest)], self._limits[(*row, rest)] = max(below - above, 0), limit
        self._sums.append(
            Sum(((*row, str(meaning.numerator)), (*row, rest)), (*row, str(meaning.denominator)))
        )

    def _set(self, row: Cell, indicator: str, value: int, limit: int, num_people: int | None = None) -> None:
        found, cell = self._meanings.get(indicator), (*row, indicator)
        is_open = found is not None and found.relation in OPEN
        self._values[cell], self._limits[cell] = value, 0 if is_open else limit
        if not is_open and value and num_people is not None and 0 < num_people < limit:
            self._few.add(cell)

    def add_up(self, parts: Sequence[Cell], whole: Cell) -> None:
        """Say that rows add up to another, figure by figure, where the figure does."""
        self._gone = None
        for id, meaning in self._meanings.items():
            cells = tuple((*row, id) for row in parts if (*row, id) in self._values)
            if meaning.is_additive and cells and (*whole, id) in self._values:
                self._sums.append(Sum(cells, (*whole, id)))

    def hides(self, row: Cell, indicator: str) -> bool:
        """Whether a figure of a row is not told."""
        if self._gone is None:
            self._gone = hidden(self._values, self._limits, self._sums, few=self._few)
        return bool(self._gone) and any((*row, id) in self._gone for id in self._parts(indicator))

    def is_small(self, row: Cell, indicator: str) -> bool:
        """Whether it is not told because it is small itself; else because of another."""
        cells = [(*row, id) for id in self._parts(indicator)]
        return any(0 < self._values.get(cell, 0) < self._limits.get(cell, 0) for cell in cells)

    def limit(self, row: Cell, indicator: str) -> int:
        """The limit of a figure of a row."""
        return max((self._limits.get((*row, id), 0) for id in self._parts(indicator)), default=0)

    def _parts(self, indicator: str) -> Iterator[str]:
        meaning = self._meanings[indicator]
        yield indicator
        if meaning.numerator and meaning.denominator:
            yield from (meaning.numerator, meaning.denominator, f"{_REST}{indicator}")
