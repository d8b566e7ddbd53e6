"""What each number of a sentence counts, and so the figure it claims: the thing beside it and the event it belongs to.

The thing follows its number, stands before it as a label, is shared with the next number or is that of the last.
The event is the nearest one that makes a figure of the thing. A part repeats the figure of its whole.
"""

from __future__ import annotations

from fasti.claims import changes, happened, labels, learned, phrases, place, scene, wholes
from fasti.claims.place import Reading

__all__ = ["Reading", "read"]


def read(
    laid: scene.Scene, *, words: scene.Vocabulary, before: tuple[Reading, ...] = ()
) -> tuple[Reading, ...]:
    """The reading of every number, in order; `before` are those of the sentence before."""
    done: tuple[Reading, ...] = ()
    nouns = place.nouns(laid)
    for index, mention in enumerate(laid.counts):
        if mention.is_percent:
            done = (*done, _percent(laid, index, done))
        else:
            done = (*done, _count(place.Place(laid, words.claimed, index, nouns, done, before)))
    return done


def _percent(laid: scene.Scene, index: int, done: tuple[Reading, ...]) -> Reading:
    end = laid.counts[index].end
    again = index > 0 and laid.counts[index].start - done[-1].noun_end <= 3
    is_change = changes.is_change(laid, index, noun_end=end) or (again and done[-1].indicator == place.CHANGE)
    return Reading(place.CHANGE_PERCENT if is_change else place.RATIO, None, None, None, end)


def _count(at: place.Place) -> Reading:
    """The figure a count claims."""
    if _is_change(at):
        return _as(at, place.CHANGE, _changed(at), None)
    if (hit := learned.figure(at)) is not None:
        return _taught(at, hit)
    thing, is_own = labels.thing(at)
    if thing is None:
        return _as(at, place.OTHER, None, None, is_own=False)
    if at.mention.is_whole:
        shared = at.done[-1].indicator if at.done and at.done[-1].indicator in at.claimed.wholes else None
        return _as(at, shared or at.figure(thing, None) or place.OTHER, thing, None)
    if _opens_as_whole(at):
        return _whole(at, thing)
    if (taken := wholes.taken_over(at, thing, is_own=is_own)) is not None:
        return taken
    for event in happened.events(at):
        if indicator := at.figure(thing, event):
            return _as(at, indicator, thing, event, is_own=is_own)
    indicator = at.figure(thing, None)
    if indicator is None and (last := at.like(thing)) is not None:
        return _as(at, at.again(last), last.thing, last.event, is_own=False)
    return _as(at, indicator or place.OTHER, thing, None, is_own=is_own)


def _taught(at: place.Place, hit: phrases.Hit) -> Reading:
    """The figure that a learned wording names; what is counted is the wording where it follows the number."""
    thing = at.noun.label if at.noun is not None else None
    follows = hit.start >= at.mention.end
    noun = at.noun if at.noun is not None and not (follows and hit.start <= at.noun.start) else hit
    end = max(noun.end, at.noun_end) if noun.start >= at.mention.end else at.noun_end
    return Reading(hit.label, thing, None, noun, end)


def _opens_as_whole(at: place.Place) -> bool:
    """Of 154 complaints, 139 ...: the number right after an "of" that opens the clause, and another after it."""
    among = happened.among(at)
    following = at.laid.counts[at.index + 1 :]
    if among is None or among.end != at.mention.start:
        return False
    _, end = at.laid.clause(at.mention)
    return any(
        not each.is_percent and each.start < end and each.value <= at.mention.value for each in following
    )


def _whole(at: place.Place, thing: str) -> Reading:
    """The figure of a whole that opens a clause: what is said right after its noun (of 52 members elected)."""
    said = next((hit.label for hit in at.laid.events if hit.start == at.noun_end), None)
    if said is not None and (indicator := at.figure(thing, said)):
        return _as(at, indicator, thing, said)
    return _as(at, at.figure(thing, None) or place.OTHER, thing, None)


def _as(
    at: place.Place, indicator: str, thing: str | None, event: str | None, *, is_own: bool = True
) -> Reading:
    return Reading(indicator, thing, event, at.noun, at.noun_end, is_own)


def _is_change(at: place.Place) -> bool:
    """Whether the count is a difference; new members are told as members, not as a difference."""
    if not changes.is_change(at.laid, at.index, noun_end=at.noun_end) and not _goes_on(at):
        return False
    return happened.around(at).next_to[:1] != ("admitted",)


def _goes_on(at: place.Place) -> bool:
    """A second difference without a verb of its own: the public sector gained 74,000 and the private 17,000."""
    if at.noun is not None or not at.done or at.done[-1].indicator != place.CHANGE:
        return False
    start, lists = at.laid.counts[at.index - 1].end, at.laid.language.phrases
    between = at.laid.within(at.laid.events, start, at.mention.start)
    reached = any(lists["reaching"].at(at.laid.tokens, i) for i in range(start, at.mention.start))
    return not reached and all(hit.label == place.SUBGROUP for hit in between)


def _changed(at: place.Place) -> str | None:
    """What a difference is a difference of: its noun, unless that is too general, or the label before it."""
    label = labels.label(at)
    if at.noun is not None and (label is None or not at.is_general(at.noun.label)):
        return at.noun.label
    return label.label if label is not None else None
