"""How sure a figure is of itself: exact, approx, at_least, at_most, by the words before and after it.

A hedge holds for the number it stands at. "More than" is at_least, "nearly" approx, "under" at_most.
"""

from __future__ import annotations

from collections.abc import Sequence

from fasti.claims import numbers, phrases, text, wordlists

EXACT, APPROX, AT_LEAST, AT_MOST = "exact", "approx", "at_least", "at_most"
_FARTHEST = 8
"""How many words may stand between a word of change and what was reached."""
_MOST_FILLERS = {"vi": 0}
"""How many fillers (by, of) may stand between a hedge and its number; in Vietnamese none may."""


def qualifier(
    tokens: Sequence[text.Token], *, start: int, end: int, noun_end: int, language: wordlists.Language
) -> tuple[str, int]:
    """The qualifier of the number in `[start, end)` and where its hedge starts; `noun_end` ends what is counted."""
    before = _before(tokens, start, language)
    if before is not None and before[0] != EXACT:
        return before
    for at in {end, noun_end}:
        hit = language.phrases["hedges_after"].at(tokens, at)
        if hit and not (hit.end < len(tokens) and numbers.at(tokens, hit.end, language=language)):
            return hit.label, start
    return before or (EXACT, start)


def _is_reached(tokens: Sequence[text.Token], hit: phrases.Hit, language: wordlists.Language) -> bool:
    """Rose to 120, from 71 to 73: a word that else sets a limit, after a word of change, says what was reached."""
    reaching = language.phrases["reaching"].at(tokens, hit.start)
    if reaching is None or reaching.end != hit.end:
        return False
    changes = language.phrases["changes_before"]
    return any(changes.at(tokens, i) for i in range(max(0, hit.start - _FARTHEST), hit.start))


def _before(tokens: Sequence[text.Token], start: int, language: wordlists.Language) -> tuple[str, int] | None:
    at, found = start, None
    for _ in range(_MOST_FILLERS.get(language.id, 3) + 1):
        if hit := language.phrases["hedges"].before(tokens, at):
            if hit.label != EXACT:
                return None if _is_reached(tokens, hit, language) else (hit.label, hit.start)
            found = (EXACT, hit.start)
            at = hit.start
            continue
        filler = language.phrases["fillers"].before(tokens, at)
        if filler is None:
            break
        at = filler.start
    return found
