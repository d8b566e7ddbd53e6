"""Parts and wholes: which count a number is a part of. A part repeats the figure of its whole.

Parts begin at "of whom", at a bracket or a colon after a count, or where a clause opens with "of the delegates".
They end where a new clause has an event of its own.
"""

from __future__ import annotations

from fasti.claims import happened, place


def taken_over(at: place.Place, thing: str, *, is_own: bool) -> place.Reading | None:
    """The reading of the whole, or of a neighbour, where the thing is too general to tell; None if it tells itself."""
    near = happened.around(at)
    told = [each for each in near.next_to if at.figure(thing, each)]
    if told and (thing != "part" or told != ["belongs"]):
        return None
    whole = whole_of(at, thing) if at.kind(thing) == "person" else None
    if is_own and not at.is_general(thing) and thing != "part" and not _fits(at, thing, whole):
        return None
    if whole is None and thing == "part":
        whole = at.like(thing)
    if whole is not None:
        indicator = at.again(whole)
        if not is_own and _is_then(at):
            return _as(at, whole, indicator, is_own)
        return _as(at, whole, at.claimed.parts.get(indicator, indicator), is_own)
    beside = None if any(at.figure(thing, each) for each in near.after) else _neighbour(at, thing)
    return None if beside is None else _as(at, beside, at.again(beside), is_own)


def _fits(at: place.Place, thing: str, whole: place.Reading | None) -> bool:
    """Whether what happened to the whole makes a figure of the part's own thing too."""
    return whole is not None and whole.event is not None and at.figure(thing, whole.event) is not None


def _as(at: place.Place, whole: place.Reading, indicator: str, is_own: bool) -> place.Reading:
    return place.Reading(indicator, whole.thing, whole.event, at.noun, at.noun_end, is_own)


def _is_then(at: place.Place) -> bool:
    """Members: 4,310 (4,198 a year earlier; on 1 January 4,198): the same count at another time, and no part."""
    start, end = at.laid.clause(at.mention)
    tokens, then = at.laid.tokens, at.laid.language.phrases["then"]
    first, last = tokens[start].start, tokens[end - 1].end
    is_dated = any(first <= each.start and each.end <= last for each in at.laid.dated)
    return at.laid.is_in_brackets(at.mention) and (
        is_dated or any(then.at(tokens, i) for i in range(start, end))
    )


def whole_of(at: place.Place, thing: str) -> place.Reading | None:
    """The whole this count is a part of: the last count of its kind before the parts begin."""
    begun = happened.opened(at)
    if begun is None:
        return None
    for reading, mention in reversed(list(zip(at.done, at.laid.counts, strict=False))):
        if not at.is_like(reading, thing) or mention.is_whole:
            continue
        if mention.end <= begun or not at.is_general(reading.thing or thing):
            return reading
    if (named := _named(at, thing)) is not None:
        return named
    return next((each for each in reversed(at.before) if at.is_like(each, thing)), None)


def _named(at: place.Place, thing: str) -> place.Reading | None:
    """Of the delegates, 696 ...: a whole that is named without a number."""
    hit = happened.among(at)
    if hit is None:
        return None
    for named in at.laid.within(at.laid.things, hit.end, min(hit.end + 6, at.mention.start)):
        if at.kind(named.label) == at.kind(thing) and (indicator := at.figure(named.label, None)):
            return place.Reading(indicator, named.label, None, named, named.end)
    return None


def _neighbour(at: place.Place, thing: str) -> place.Reading | None:
    """The number joined before this one, if it counts a thing of the same kind that tells more."""
    first, _ = happened.group(at)
    for reading in reversed(at.done[first : at.index]):
        if reading.indicator != place.CHANGE and at.is_like(reading, thing):
            return reading if reading.thing and not at.is_general(reading.thing) else None
    return None
