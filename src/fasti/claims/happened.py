"""What happened to the things a number counts: the events near it, likeliest first.

An event right before the number is likeliest, then one after it up to a comma, then one further before;
numbers joined by an "and" share their events. A standing verb (has, numbers) cuts off what happened before it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from fasti.claims import phrases, place, scene

_STEPS = 4


class Near(NamedTuple):
    """Events around a number: right before it, anywhere before it (nearest first), and after it."""

    next_to: tuple[str, ...]
    behind: tuple[str, ...]
    after: tuple[str, ...]


def events(at: place.Place) -> list[str]:
    """The events that may make a figure of the count, the likeliest first."""
    near = around(at)
    last = at.last()
    stands = place.STANDS in near.behind
    goes_on = not stands or opened(at) is not None
    inherited = [last.event] if goes_on and last is not None and last.event is not None else []
    if goes_on and at.index and (noun := at.nouns[at.index - 1]) is not None:
        inherited += [hit.label for hit in at.laid.within(at.laid.events, noun.start, noun.end)]
    cut = near.behind[: near.behind.index(place.STANDS)] if stands else near.behind
    first = [*near.after, *near.next_to] if _follows_a_comma(at) else [*near.next_to, *near.after]
    listed = dict.fromkeys([*first, *cut, *inherited])
    return [each for each in listed if each != place.STANDS]


@functools.lru_cache(maxsize=4)
def around(at: place.Place) -> Near:
    """The events before and after the number and those it is joined to."""
    start, end = at.laid.clause(at.mention)
    first, last = group(at)
    floor = max(start, at.end_of(first - 1) if first else 0)
    ceiling = min([end, *(each.start for each in at.laid.counts[last + 1 :] if not each.is_percent)])
    head = at.laid.counts[first].start
    before = _fitting(at, at.laid.within(at.laid.events, floor, head)[::-1])
    next_to = tuple(hit.label for hit in before[:1] if is_next_to(at, hit, head))
    tail = _fitting(at, [hit for hit in at.laid.events if at.mention.end <= hit.start < ceiling])
    comma = next((i for i in range(at.noun_end, ceiling) if at.laid.tokens[i].text == ","), ceiling)
    after = tuple(hit.label for hit in tail if hit.start < comma)
    if not after and not before:
        after = tuple(hit.label for hit in tail)
    return Near(next_to, tuple(hit.label for hit in before), after)


def _follows_a_comma(at: place.Place) -> bool:
    """Whether the number is joined to the one before by a bare comma: its own event after it is then the nearer."""
    if not at.index or not _is_joined(at, at.index - 1):
        return False
    between = at.laid.tokens[at.end_of(at.index - 1) : at.mention.start]
    return [token.text for token in between] == [","]


@functools.lru_cache(maxsize=4)
def group(at: place.Place) -> tuple[int, int]:
    """The first and last of the numbers that share this one's event, joined by an "and" or a comma."""
    first = last = at.index
    while first and _is_joined(at, first - 1):
        first -= 1
    while last + 1 < len(at.laid.counts) and _is_joined(at, last):
        last += 1
    return first, last


def _is_joined(at: place.Place, index: int) -> bool:
    """Whether only an "and" or a comma parts a number and its noun from the next number."""
    if at.laid.counts[index].part_of is not None and at.laid.counts[index + 1].is_whole:
        return True
    end, following = at.end_of(index), at.laid.counts[index + 1].start
    if following - end > 4 or at.laid.within((*at.laid.events, *at.laid.parts), end, following):
        return False
    joins, between = at.laid.language.phrases["joins"], at.laid.tokens[end:following]
    if any(token.text in scene.STOPS | {":"} for token in between):
        return False
    if (
        between
        and between[0].text == ","
        and at.laid.language.phrases["elsewhere"].at(at.laid.tokens, end + 1)
    ):
        return False
    return any(joins.at(at.laid.tokens, end + i) for i in range(len(between)))


def _fitting(at: place.Place, hits: Sequence[phrases.Hit]) -> list[phrases.Hit]:
    """The events without words for a subgroup that do not stand right after the noun."""
    ends = {at.noun_end, at.noun_end + 1}
    return [hit for hit in hits if hit.label != place.SUBGROUP or hit.start in ends]


def is_next_to(at: place.Place, hit: phrases.Hit, end: int) -> bool:
    """Whether only hedges and fillers stand between an event and the number."""
    lists = at.laid.language.phrases
    for _ in range(_STEPS):
        if end <= hit.end:
            return True
        step = lists["hedges"].before(at.laid.tokens, end) or lists["fillers"].before(at.laid.tokens, end)
        if step is None:
            return False
        end = step.start
    return False


def opened(at: place.Place) -> int | None:
    """Where parts begin before this count; None if it is no part."""
    tokens = at.laid.tokens
    marks = [hit.start for hit in at.laid.parts if hit.end <= at.mention.start]
    start, _ = at.laid.clause(at.mention)
    if at.laid.is_in_brackets(at.mention):
        marks.append(start - 1)
    marks += [i for i in range(start, at.mention.start) if tokens[i].text == ":"]
    if among(at) is not None:
        marks.append(start)
    if not marks:
        return None
    begun = max(marks)
    breaks = [i for i in range(begun + 1, at.mention.start) if tokens[i].text == ";"]
    if breaks and at.laid.within(at.laid.events, breaks[-1], at.mention.start):
        return None
    return begun


def among(at: place.Place) -> phrases.Hit | None:
    """The "of" or "among" a clause opens with."""
    start, _ = at.laid.clause(at.mention)
    return at.laid.language.phrases["among"].at(at.laid.tokens, start)
