"""All that waits for a sight, the most urgent first: each kind has a reader of its own in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fasti import charter
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.reports import naming
from fasti.reports.waiting import answers, drafts, posts, proposals, returns, tasks
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import Item
from fasti.reports.waiting.place import around


def asks(sight: Sight, *, pack: charter.Pack, day: date, lang: str) -> Asked:
    """What a sight asks on a day, in words of a language: from the unit it serves."""
    place = around(sight.home, pack=pack, day=day) if sight.home is not None else None
    names = naming.Names(pack, lang, day)
    if place is not None:
        near = {place.unit, *place.own, *place.children, *place.above}
        names.learn(near)
        sight.learn(near | place.served.keys())
    return Asked(sight, pack, day, lang, place, names)


def of(sight: Sight, *, pack: charter.Pack, day: date, lang: str) -> tuple[Item, ...]:
    """Everything that waits for a sight on a day, in words of a language."""
    return items(asks(sight, pack=pack, day=day, lang=lang))


def items(asked: Asked) -> tuple[Item, ...]:
    """Everything that waits for whoever asks."""
    return tuple(sorted(_all(asked), key=lambda item: item.order))


def _all(asked: Asked) -> Iterator[Item]:
    yield from drafts.items(asked)
    yield from tasks.items(asked)
    if asked.place is None or not _works(asked):
        return
    yield from posts.items(asked, asked.place)
    yield from returns.items(asked, asked.place)
    yield from answers.items(asked, asked.place)
    yield from proposals.items(asked, asked.place)


def _works(asked: Asked) -> bool:
    """Whether they prepare or sign acts of their unit: to fill posts and to report is then their work."""
    wanted = (rights.DRAFT, rights.CHECK, rights.ISSUE)
    return asked.place is not None and any(asked.sight.may(right, asked.place.unit) for right in wanted)
