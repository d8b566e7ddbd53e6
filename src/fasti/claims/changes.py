"""Whether a number is a difference and no count: rose by 120, 126 fewer; but not rose to 120, nor a target passed."""

from __future__ import annotations

from fasti.claims import scene

_FARTHEST = 6


def is_change(laid: scene.Scene, index: int, *, noun_end: int) -> bool:
    """Whether the number at that place is a difference; `noun_end` ends what it counts."""
    mention, lists = laid.counts[index], laid.language.phrases
    if _after_a_change(laid, index):
        return True
    ends = {mention.end, noun_end}
    if any(lists["hedges_after"].at(laid.tokens, end) for end in ends):
        return False
    return any(lists["changes_after"].at(laid.tokens, end) is not None for end in ends)


def _after_a_change(laid: scene.Scene, index: int) -> bool:
    """Whether a word of change comes before the number, nearer than any that says what was reached."""
    at, lists = laid.counts[index].start, laid.language.phrases
    floor = max(laid.counts[index - 1].end if index else 0, at - _FARTHEST)
    while at > floor:
        changed, reached = (lists[name].before(laid.tokens, at) for name in ("changes_before", "reaching"))
        if changed and changed.start >= floor and (reached is None or changed.start < reached.start):
            return True
        if reached or laid.tokens[at - 1].text in scene.STOPS | {",", ":"}:
            return False
        at -= 1
    return False
