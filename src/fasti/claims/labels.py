"""Things named before a number, or said of general people: members - 145 614; the presidium of 22; 39 are delegates."""

from __future__ import annotations

from fasti.claims import happened, phrases, place

_STEPS = 4


def thing(at: place.Place) -> tuple[str | None, bool]:
    """What the number counts, and whether that is its own: the noun after it, a label, else the last thing counted."""
    if at.noun is not None:
        if not at.is_general(at.noun.label):
            body = label(at)
            if body is not None and at.claimed.things[body.label].has_members and is_linked(at, body):
                return body.label, True
            found = _said_to_be(at)
            return ("part" if found is not None and found.label == "part" else at.noun.label), True
        told = _telling(at)
        return (told if told is not None else at.noun.label), True
    found, last = label(at), at.last()
    if found is not None and (is_linked(at, found) or _names_alone(at, found)):
        return found.label, True
    return (last.thing, False) if last is not None else (None, False)


def _names_alone(at: place.Place, hit: phrases.Hit) -> bool:
    """Whether a thing further before names the number: not in Vietnamese, nor where the number is a part of others."""
    if at.laid.language.id == "vi":
        return False
    told = any(reading.thing is not None for reading in at.done)
    return not told or (at.kind(hit.label) != "other" and happened.among(at) is None)


def label(at: place.Place) -> phrases.Hit | None:
    """The first thing named before the number: in its clause, after the last comma, number and "of whom"."""
    start, _ = at.laid.clause(at.mention)
    counts = at.laid.counts[: at.index]
    opened = [
        hit.end
        for hit in at.laid.parts
        if hit.end <= at.mention.start and any(each.end <= hit.start for each in counts)
    ]
    ends = [at.end_of(i) for i in range(at.index) if not at.laid.counts[i].is_percent]
    start = max([start, *opened, *ends])
    commas = [i for i in range(start, at.mention.start) if at.laid.tokens[i].text == ","]
    found = at.laid.within(at.laid.things, start, at.mention.start)
    near = [hit for hit in found if not commas or hit.start > commas[-1]]
    if at.noun is not None:
        people = [hit for hit in near if _tells_people(at, hit.label)]
        near = people or near
    near = [hit for hit in near if at.kind(hit.label) != "other"] or near or list(found[-1:])
    return near[-1 if at.laid.language.id == "en" else 0] if near else None


def is_linked(at: place.Place, hit: phrases.Hit) -> bool:
    """Whether a link (is, :, -, of) or nothing stands between a label and the number, hedges left aside."""
    lists, end = at.laid.language.phrases, at.mention.start
    for _ in range(_STEPS):
        if end <= hit.end:
            return end == hit.end
        if lists["links"].before(at.laid.tokens, end):
            return True
        step = lists["hedges"].before(at.laid.tokens, end) or lists["fillers"].before(at.laid.tokens, end)
        if step is None:
            return False
        end = step.start
    return False


def _telling(at: place.Place) -> str | None:
    """What general people are, where a label before them or a word after them tells."""
    found = label(at)
    if found is None or not is_linked(at, found):
        found = _said_to_be(at)
    return found.label if found is not None and _tells_people(at, found.label) else None


def _tells_people(at: place.Place, thing: str) -> bool:
    return at.kind(thing) == "person" and not at.is_general(thing)


def _said_to_be(at: place.Place) -> phrases.Hit | None:
    """39 comrades are delegates ex officio: the thing after a link that follows the noun."""
    if not at.laid.language.phrases["links"].at(at.laid.tokens, at.noun_end):
        return None
    _, end = at.laid.clause(at.mention)
    if at.index + 1 < len(at.laid.counts):
        end = min(end, at.laid.counts[at.index + 1].start)
    hit = next(iter(at.laid.within(at.laid.things, at.noun_end, end)), None)
    if hit is None or any(at.laid.tokens[i].text in ",:" for i in range(at.noun_end, hit.start)):
        return None
    return hit
