"""Finding a unit by the beginning of its words or by its code, marks left out; also by a name it bore before.

Structure is seen by everybody, so every unit is found that the record knew and that had begun by the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fasti import charter
from fasti.dates.axes import When
from fasti.register import unit_words
from fasti.register.rows import UnitRow
from fasti.reports import naming
from fasti.reports.units import standing
from fasti.reports.units.standing import Called
from fasti.subjects import names as folding
from fasti.subjects.models import Unit

MOST = 200
"""Units looked at for one question."""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that was asked for."""

    unit: Called
    parent: Called | None
    last_day: date | None
    """Its last day, where it has ended by the day."""
    formerly: str
    """The name by which it was found, where it bears another now."""


@dataclass(frozen=True, slots=True)
class Page:
    """The unit of the very code first, then the highest first, by their codes."""

    found: tuple[Found, ...]
    is_more: bool
    """More units fit than are shown."""


def units(text: str, *, pack: charter.Pack, lang: str, when: When, limit: int = MOST) -> Page:
    """Units by text. Where more than a couple of hundred fit, they are the first that were founded."""
    ids = list(unit_words.matching(text).values_list("id", flat=True)[: MOST + 1])
    exact = Unit.objects.filter(code__in={text.strip(), text.strip().upper()}).values_list("id", flat=True)
    candidates = list(dict.fromkeys([*exact, *ids[:MOST]]))
    names = standing.Names(pack, lang, when)
    names.learn(candidates)
    rows = {id: row for id in candidates if (row := _begun(names.spans(id), when.as_of))}
    height = _Height(pack)
    code = text.strip().upper()
    order = sorted(rows, key=lambda id: (names.code(id) != code, *height.of(rows[id]), names.code(id)))
    shown = order[:limit]
    names.learn(rows[id].parent for id in shown)
    asked = unit_words.asked(text)
    found = tuple(_found(id, rows[id], names, asked, when) for id in shown)
    return Page(found, len(order) > limit or len(ids) > MOST)


class _Height:
    """How high units of a kind stand: the rank of the level, organs after the units they serve."""

    def __init__(self, pack: charter.Pack) -> None:
        self._pack = pack
        self._ranks = {level.id: level.rank for level in pack.levels}

    def of(self, row: UnitRow) -> tuple[int, bool]:
        """The rank of a unit in one of its spans; lower is higher."""
        kind = self._pack.unit_kind(row.kind, as_of=row.starts_on)
        return self._ranks.get(kind.level, 99), kind.is_organ


def _begun(spans: list[UnitRow], day: date) -> UnitRow | None:
    row = standing.nearest(spans, day)
    return row if row is not None and row.starts_on <= day else None


def _found(id: int, row: UnitRow, names: standing.Names, asked: list[str], when: When) -> Found:
    is_over = row.ends_before is not None and row.ends_before <= when.as_of
    last = row.ends_before - timedelta(days=1) if is_over and row.ends_before else None
    parent = names.of(row.parent) if row.parent else None
    return Found(names.row(row, id), parent, last, _formerly(names, id, row, asked))


def _formerly(names: standing.Names, id: int, now: UnitRow, asked: list[str]) -> str:
    """The latest of its names that the question fits, where the name now does not."""
    code = folding.fold(names.code(id))
    if _fits(asked, now, code):
        return ""
    earlier = (row for row in names.spans(id)[::-1] if _fits(asked, row, code))
    row = next(earlier, None)
    return naming.chosen(row.names, names.lang, names.pack)[0] if row else ""


def _fits(asked: list[str], row: UnitRow, code: str) -> bool:
    told = [
        word for name in (*row.names.values(), row.abbreviation) for word in unit_words.of_text(str(name))
    ]
    words = [code, *unit_words.of_text(code), *told]
    pieces = [
        part for piece in asked for part in (unit_words.of_text(piece) if piece not in code else [piece])
    ]
    return all(any(word.startswith(piece) for word in words) for piece in pieces)
