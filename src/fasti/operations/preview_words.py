"""What a preview shows, in words: what a row of the register says beside its subjects, figures before and after."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from fasti import words
from fasti.operations.naming import Names
from fasti.register import rows

if TYPE_CHECKING:
    from fasti.indicators.delta import Amount, Shift


def facts(row: Any, names: Names, lang: str) -> Iterator[str]:
    """What a row says beside whom it is about."""
    if hasattr(row, "seats"):
        yield words.counted("seat", row.seats, lang)
    if hasattr(row, "stage"):
        yield words.say(f"timeline-stage-{row.stage}", lang)
    for field in ("term", "course", "topic", "period"):
        if getattr(row, field, ""):
            yield str(getattr(row, field))
    if isinstance(row, rows.ReturnRow):
        yield names.word("form", row.form)
        yield words.say(f"return-state-{row.state.replace('_', '-')}", lang)
        return
    if isinstance(row, rows.ProposalRow):
        yield names.word("form", row.form)
        yield words.say(f"proposal-answer-{row.state}", lang)
        return
    if isinstance(row, rows.ScoreRow):
        yield names.word("scorecard", row.scorecard)
        yield words.say(f"score-step-{row.step}", lang)
    if isinstance(row, rows.PracticeRow | rows.AdoptionRow):
        yield getattr(row, "title", row.practice)
    if isinstance(row, rows.WordingRow):
        yield row.phrase
    for field, group in (("grade", "grade"), ("form", "sanction"), ("ground", "ground")):
        if hasattr(row, field):
            yield names.word(group, getattr(row, field))
    if hasattr(row, "share") and row.share not in (0, 100):
        yield words.say("timeline-share", lang, n=row.share)


def amount(found: Amount | None, lang: str) -> str:
    """A figure before or after; a dash where there is none."""
    if found is None or (found.value is None and found.denominator is None):
        return "–"
    if found.denominator is not None:
        return words.share(found.numerator or 0, found.denominator, lang)
    return words.number(found.value or 0, lang)


def difference(each: Shift, lang: str, *, signed: bool) -> str:
    """By how much a figure changes, with its sign or without; of shares in percentage points."""
    if each.difference is None:
        return ""
    number = words.signed if signed else words.number
    changed = Fraction(each.difference) if signed else abs(Fraction(each.difference))
    if each.after and each.after.denominator is not None:
        return words.say("preview-points", lang, n=number(100 * changed, lang))
    return number(changed, lang)
