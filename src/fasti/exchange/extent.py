"""The part of the register that is written out: a unit with all beneath it or the whole body, on a day or ever.

Rows come in a stream, so that a body of millions of members is never held whole; codes of identities and the acts
behind rows are read for a chunk of rows at a time.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from fasti.access import acts, granting, places
from fasti.acts.models import Act, Effect
from fasti.effects import store
from fasti.exchange import formats
from fasti.register import rows
from fasti.register.rows import Row
from fasti.subjects.models import Post, Unit

CHUNK = 2000
_AT_ONCE = 500
"""Identities named in one query."""
_OWNERS = {"establishment": "post", "tenure": "post", "pool": "post", "vacancy": "post"}
"""Lines that belong to a unit by their post; the others name it themselves."""
_OF_PEOPLE = frozenset({"tenure", "pool", "vacancy", "sanction", "unit_sanction"})
"""Lines of which nothing is told that a confidential act out of sight brought about."""
NONE: frozenset[int] = frozenset()

Item = TypeVar("Item")


class Source(NamedTuple):
    """The act behind a row."""

    act: str
    symbol: str
    signed_on: date
    recorded_at: datetime


class Extent:
    """The rows asked for, without those of people that confidential acts out of sight brought about. Raises
    `formats.CannotWrite` for a unit that is not there.
    """

    def __init__(self, asked: formats.Asked) -> None:
        self._sight = asked.sight
        self._as_of = asked.as_of
        self._known = asked.known_before
        self.units = _beneath(asked) if asked.unit else None
        """Ids of the units asked for; None: all."""

    def rows(self, line: str) -> Iterator[Row]:
        """The rows of a line in the order of its subjects."""
        found = (row for row in self._all(line) if self._as_of is None or rows.holds(row, self._as_of))
        for some in chunks(found):
            hidden = self._untold(line, some)
            yield from (row for row in some if row.opened_by not in hidden or self._is_own(row))

    def _untold(self, line: str, some: Iterable[Row]) -> frozenset[int]:
        return acts.untold_among(self._sight, (row.opened_by for row in some)) if line in _OF_PEOPLE else NONE

    def _is_own(self, row: Row) -> bool:
        return self._sight.person is not None and getattr(row, "person", None) == self._sight.person

    def lives(self, line: str) -> Iterator[list[Row]]:
        """The rows of each subject of a line that holds on the day, from its first to the one of that day."""
        for _, found in itertools.groupby(self._all(line), key=lambda row: row[0]):
            life = [row for row in found if self._as_of is None or row.starts_on <= self._as_of]
            if life and (self._as_of is None or rows.holds(life[-1], self._as_of)):
                yield life

    def _all(self, line: str) -> Iterator[Row]:
        field, among = _OWNERS.get(line, "unit"), self.units
        if among is not None and field == "post":
            posts = Post.objects.filter(unit__in=among) if len(among) <= _AT_ONCE else Post.objects.all()
            among = {post for post, unit in posts.values_list("id", "unit") if unit in (self.units or ())}
        if self._known is not None:
            known = store.rows_of(line, known_before=self._known)
            yield from known if among is None else (row for row in known if getattr(row, field) in among)
            return
        if among is None:
            yield from _stream(line)
        for some in chunks(sorted(among or ()), _AT_ONCE):
            yield from _stream(line, **{f"{field}__in": some})


def _stream(line: str, **where: Collection[int]) -> Iterator[Row]:
    row = rows.ROWS[line]
    query = store.TABLES[line]._default_manager.filter(**where)
    order = (row._fields[0], "starts_on", "opened_by", "id")
    found = query.order_by(*order).values_list(*row._fields)
    return (row(*values) for values in found.iterator(chunk_size=CHUNK))


def _beneath(asked: formats.Asked) -> set[int]:
    """The unit asked for and every unit beneath it, on the day asked about or ever."""
    found = Unit.objects.filter(code=asked.unit).values_list("id", flat=True).first()
    if found is None:
        raise formats.CannotWrite("unknown-unit", unit=asked.unit)
    if asked.is_near:
        day = asked.as_of or asked.since or asked.sight.day
        near = places.beneath([places.Start(found, False)], organs=granting.organs(asked.pack), day=day)
        return set(Unit.objects.filter(id__in=near).values_list("id", flat=True))
    under: dict[int | None, set[int]] = defaultdict(set)
    for row in store.rows_of("unit", known_before=asked.known_before):
        if asked.as_of is None or rows.holds(row, asked.as_of):
            under[row.parent].add(row.unit)
    seen, left = {found}, [found]
    while left:
        new = under[left.pop()] - seen
        seen |= new
        left += new
    return seen


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    left = iter(items)
    while some := list(itertools.islice(left, size)):
        yield some


def codes(model: type[Any], ids: Iterable[int | None]) -> dict[int, str]:
    """The codes of identities."""
    found: dict[int, str] = {}
    for some in chunks({id for id in ids if id is not None}, _AT_ONCE):
        found |= dict(model._default_manager.filter(id__in=some).values_list("id", "code"))
    return found


def sources(effects: Iterable[int | None]) -> dict[int, Source]:
    """The acts of effects, by the effects' ids."""
    found: dict[int, Source] = {}
    fields = ("id", "act__issuer__code", "act__series", "act__number", "act__symbol", "act__signed_on")
    for some in chunks({id for id in effects if id is not None}, _AT_ONCE):
        query = Effect.objects.filter(id__in=some).values_list(*fields, "recorded_at")
        for id, issuer, series, number, symbol, signed_on, recorded_at in query:
            code = Act(issuer=Unit(code=issuer), series=series, number=number).code
            found[id] = Source(code, symbol, signed_on, recorded_at)
    return found


def name_of_act(code: str) -> str:
    """The lasting name of an act for other programs: a name, not an address; nobody need be asked for it.

    >>> name_of_act("VN-56-TU:2020-2025/decision:27")
    'urn:fasti:act:VN-56-TU:2020-2025/decision:27'
    """
    return "urn:fasti:act:" + quote(code, safe=":/")
