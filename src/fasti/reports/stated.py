"""Figures as a return states them, in exact text, as the amounts of a report."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from fasti import charter, words
from fasti.charter import rules
from fasti.effects import given_figures, wording
from fasti.reports import amounts, model


def ratios(pack: charter.Pack, form: rules.Form) -> frozenset[str]:
    """The figures of a form, computed and declared, that are a part of a whole."""
    declared = form.handed_in.declared if form.handed_in else ()
    found = {each.id for each in pack.indicators if each.denominator}
    return frozenset(found | {each.id for each in declared if each.kind == "ratio"})


def amount(text: str, *, is_ratio: bool, lang: str) -> model.Amount:
    """The figure as an amount; a dash where nobody gave it. A median may be a fraction without being a ratio.

    >>> amount("12/14", is_ratio=True, lang="en").text, amount("37/2", is_ratio=False, lang="en").text
    ('85.7\\xa0% (12 of 14)', '18.5')
    """
    if not text:
        return model.Amount(None, None, None, "–")
    if not is_ratio or not given_figures.is_ratio(text):
        return amounts.amount(given_figures.read(text), None, None, lang)
    part, _, whole = text.partition("/")
    return amounts.amount(given_figures.read(text), int(part), int(whole), lang)


def figure(text: str, *, is_ratio: bool, lang: str) -> str:
    """The figure in short: a ratio with both its numbers, a dash where nobody gave it; what is no figure as it is.

    >>> figure("12/14", is_ratio=True, lang="en"), figure("37/2", is_ratio=False, lang="en")
    ('12/14', '18.5')
    """
    if text in ("", given_figures.NONE):
        return "–"
    try:
        value = given_figures.read(text)
    except given_figures.MalformedFigure:
        return text
    if value is None or (is_ratio and given_figures.is_ratio(text)):
        return "/".join(words.number(int(part), lang) for part in text.split("/"))
    return words.number(value, lang)


def place(pack: charter.Pack, id: str, lang: str) -> str:
    """What a figure or section of a form is called."""
    return wording.place_word(id, lang, lambda group, each: pack.names(group, lang).get(each, each))


@dataclass(frozen=True)
class Teller:
    """Tells the figures of one form in one language."""

    pack: charter.Pack
    form: rules.Form
    lang: str

    @functools.cached_property
    def ratios(self) -> frozenset[str]:
        """See `ratios`."""
        return ratios(self.pack, self.form)

    def place(self, id: str) -> str:
        """See `place`."""
        return place(self.pack, id, self.lang)

    def figure(self, id: str, text: str) -> str:
        """See `figure`."""
        return figure(text, is_ratio=id in self.ratios, lang=self.lang)

    def whole(self, id: str, text: str) -> str:
        """The figure at length: a ratio as a rate with both its numbers; what is no figure as it is."""
        is_rate = id in self.ratios and text not in ("", given_figures.NONE)
        try:
            return self.amount(id, text).text if is_rate else self.figure(id, text)
        except given_figures.MalformedFigure:
            return text

    def amount(self, id: str, text: str) -> model.Amount:
        """See `amount`."""
        return amount(text, is_ratio=id in self.ratios, lang=self.lang)
