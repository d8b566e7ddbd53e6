"""Findings told to whoever asked: the sentence of each in a language, in the charter's words, with its article."""

from __future__ import annotations

from datetime import date
from typing import Any

from fasti import charter, words
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.effects import wording

_GROUPS = {
    "act_type": "act_type",
    "kind": "unit_kind",
    "effect": "effect",
    "confidentiality": "class",
    "return_form": "form",
    "scorecard": "scorecard",
    "score_item": "score_item",
}
"""Arguments of sentences that are codes of the charter, and the group of words they are in."""


def sentence(found: Finding, lang: str, *, pack: charter.Pack | None) -> str:
    """A finding as a full sentence with its article. Without a pack, codes stay as they are."""
    args = {key: _shown(key, value, lang, pack) for key, value in found.args.items()}
    article = str(args.pop("article", "") or found.reference)
    return words.finding(found.code, lang, article=article, **args)


def _shown(key: str, value: Any, lang: str, pack: charter.Pack | None) -> Any:
    if isinstance(value, date):
        return words.day(value, lang)
    if key == "right":
        return words.say(f"right-{value}", lang)
    if key == "step":
        return words.say(f"score-step-{value}", lang)
    if key in ("by", "remark"):
        return words.say(f"return-{key}-{value}", lang)
    if key == "period":
        return _period(str(value), lang)
    if pack is not None and key == "figure":
        return wording.place_word(str(value), lang, lambda group, id: pack.names(group, lang).get(id, id))
    if pack is None or key not in _GROUPS:
        return value
    return pack.names(_GROUPS[key], lang).get(str(value), value)


def _period(code: str, lang: str) -> str:
    try:
        return words.period(periods.Period.parse(code), lang)
    except periods.MalformedPeriod:
        return code
