"""Figures as computed, put into amounts, sentences and comparisons in the language of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti import charter, words
from fasti.dates import periods
from fasti.indicators import figures
from fasti.reports import model

MOST_PARTS = 6
SPLITS = ("act_type", "provider", "sex")
"""The disaggregations a report shows beneath a figure, the first the indicator allows."""


def amount(value: figures.Value, numerator: int | None, denominator: int | None, lang: str) -> model.Amount:
    """An exact value with the text that shows it; a ratio is shown with its parts."""
    if denominator is not None:
        return model.Amount(value, numerator, denominator, words.share(numerator or 0, denominator, lang))
    if value is None:
        return model.Amount(None, None, None, words.say("not-applicable", lang))
    return model.Amount(value, None, None, words.number(value, lang))


def of(figure: figures.Figure | figures.Part, lang: str) -> model.Amount:
    """The amount of a computed figure or part."""
    return amount(figure.value, figure.numerator, figure.denominator, lang)


def split(pack: charter.Pack, id: str) -> str | None:
    """The disaggregation under which the report shows the parts of a figure; None for none."""
    allowed = pack.indicator(id).by
    return next((by for by in SPLITS if by in allowed), None)


@dataclass(frozen=True)
class Teller:
    """Tells figures of one period, beside the same period of the year before and what is known now."""

    pack: charter.Pack
    lang: str
    period: periods.Period
    before: Mapping[str, figures.Figure]
    """Empty where the year before has nothing recorded to compare with."""
    now: Mapping[str, figures.Figure]
    parts: Mapping[str, tuple[figures.Part, ...]]

    def figure(self, found: figures.Figure) -> model.Figure:
        """The figure as the report shows it."""
        shown, before = of(found, self.lang), self.before.get(found.indicator)
        now = self.now.get(found.indicator)
        was = of(before, self.lang) if before else None
        return model.Figure(
            found.indicator,
            self.label(found.indicator),
            shown,
            self._sentence(found, before),
            was,
            _difference(shown, was, self.lang),
            of(now, self.lang) if now and _differs(now, found) else None,
            found.additive,
            tuple(self._parts(found.indicator)),
        )

    def label(self, id: str) -> str:
        """The figure's name."""
        return self.pack.name("indicator", id, self.lang)

    def _sentence(self, found: figures.Figure, before: figures.Figure | None) -> str:
        ratio = (found.numerator or 0, found.denominator) if found.denominator is not None else None
        told = words.figure(found.indicator, self.label(found.indicator), found.value, self.lang, of=ratio)
        if before and ratio is None and found.value is not None and before.value is not None:
            base = self._base(found.indicator)
            told = f"{told}; {words.change(found.value, before.value, base, self.lang)}"
        return words.sentence(told)

    def _base(self, id: str) -> periods.Period | date:
        """A flow compares with the period a year before, a stock with its last day (or its eve)."""
        indicator, year_before = self.pack.indicator(id), self.period.year_before()
        if indicator.day is not None:
            return year_before
        return year_before.last_day if indicator.at != "start" else year_before.previous().last_day

    def _parts(self, id: str) -> Iterable[model.Part]:
        parts = [part for part in self.parts.get(id, ()) if part.value or part.numerator]
        if 2 <= len(parts) <= MOST_PARTS:
            by = split(self.pack, id) or ""
            for part in parts:
                yield model.Part(part.key, self._part_label(by, part.key), of(part, self.lang))

    def _part_label(self, by: str, key: str) -> str:
        if by == "sex":
            return words.say(f"sex-{key if key in ('F', 'M') else 'unknown'}", self.lang)
        try:
            return self.pack.name(by, key, self.lang)
        except charter.NoRule:
            return key


def _differs(one: figures.Figure, other: figures.Figure) -> bool:
    return (one.value, one.numerator, one.denominator) != (other.value, other.numerator, other.denominator)


def _difference(now: model.Amount, before: model.Amount | None, lang: str) -> str:
    if before is None or now.is_ratio or now.value is None or before.value is None:
        return ""
    return words.signed(Fraction(now.value) - Fraction(before.value), lang)
