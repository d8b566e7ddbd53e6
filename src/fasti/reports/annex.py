"""What the annex says beneath the name of a figure, the same in every format."""

from __future__ import annotations

from fasti import words
from fasti.reports import model


def lines(entry: model.AnnexEntry, lang: str) -> tuple[str, ...]:
    """Definition, article, engine and number of acts, whether it adds up, and what was left out and why."""
    article = entry.reference if entry.verified else f"{entry.reference} ({words.say('verified-no', lang)})"
    acts = words.say("report-acts-withheld", lang) if entry.num_acts is None else _acts(entry.num_acts, lang)
    adds = () if entry.additive else (words.say("report-not-additive", lang),)
    return (
        entry.definition,
        words.say("report-article", lang, article=article),
        words.say("report-stands-on", lang, engine=entry.engine, acts=acts, indicator=entry.indicator),
        *adds,
        *entry.left_out,
    )


def _acts(n: int, lang: str) -> str:
    return words.counted("act", n, lang)
