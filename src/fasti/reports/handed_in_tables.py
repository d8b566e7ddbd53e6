"""The accepted returns of a report as tables of text, the same in every format that is read by people."""

from __future__ import annotations

from collections.abc import Iterator

from fasti import words
from fasti.reports import model
from fasti.reports.peers.paper import Table

MOST_NAMED = 14
"""Units named beside one total; the files for programs name them all."""
MOST = 60
"""Differences of single units that are printed; the workbook and the file for programs hold all."""


def tables(found: model.Returns, lang: str, *, is_narrow: bool = False) -> Iterator[Table]:
    """What the units declared, what they handed in beside the register, and where a unit's return differs from it.

    `is_narrow`: without what is told in sentences beneath (who gave no such figure, the differences of units), and
    partial totals marked by their number of units alone.
    """
    declared = [each for each in found.totals if each.is_declared]
    computed = [each for each in found.totals if not each.is_declared]
    said = {each.figure: (each.amount.text, each.given) for each in found.totals}
    if not is_narrow:
        said = {each.figure: (total(each, lang), given(each, lang)) for each in found.totals}
    if declared:
        yield Table(
            words.say("report-returns-declared", lang),
            _heads("report-returns-figure", "return-column-total", "return-column-given", lang=lang),
            tuple((each.label, *said[each.figure]) for each in declared),
        )
    if computed:
        yield Table(
            words.say("report-returns-beside", lang),
            _heads(
                "report-returns-figure", "return-column-total", "return-column-given", "return-column-register",
                "report-returns-difference", lang=lang,
            ),
            tuple((each.label, *said[each.figure], *_register(each)) for each in computed),
        )  # fmt: skip
    if found.departures and not is_narrow:
        yield _departures(found, lang)


def lines(found: model.Returns, lang: str) -> list[str]:
    """What is said before the tables: how many are in the totals, and each that is not."""
    missing = [
        words.say("return-not-in-totals", lang, unit=each.name, state=each.state) for each in found.missing
    ]
    return [found.lead, *missing]


def given(each: model.Total, lang: str) -> str:
    """Of how many units a total is, and without which of those that are in the others."""
    if not each.without:
        return each.given
    units, more = words.join(each.without[:MOST_NAMED], lang), max(0, len(each.without) - MOST_NAMED)
    return words.say("report-returns-without", lang, given=each.given, units=units, more=more)


def total(each: model.Total, lang: str) -> str:
    """A total, which says where it lacks a unit."""
    if not each.is_partial or each.amount.value is None:
        return each.amount.text
    return words.say("return-partial", lang, total=each.amount.text)


def departure(each: model.Departure, lang: str) -> str:
    """A difference of a unit in one sentence."""
    return words.say(
        f"return-deviation-{each.reason.replace('_', '-')}", lang, unit=each.name, figure=each.label,
        stated=each.stated.text, register=each.register.text, day=each.known_on,
    )  # fmt: skip


def _heads(*ids: str, lang: str) -> tuple[str, ...]:
    said = (words.say(id, lang) for id in ids)
    return tuple(f"{each[:1].upper()}{each[1:]}" for each in said)


def _register(each: model.Total) -> tuple[str, str]:
    return each.register.text if each.register else "", each.difference


def more(found: model.Returns, lang: str) -> Iterator[str]:
    """That there are more differences than are printed, if so."""
    num = len(found.departures) - MOST
    if num > 0:
        yield words.say("and-n-more", lang, n=num)


def _departures(found: model.Returns, lang: str) -> Table:
    return Table(
        words.say("report-returns-departures", lang),
        _heads(
            "return-column-unit", "report-returns-figure", "report-returns-stated", "return-column-register",
            "col-reason", lang=lang,
        ),
        tuple(
            (each.name, each.label, each.stated.text, each.register.text, each.told)
            for each in found.departures[:MOST]
        ),
        notes=tuple(more(found, lang)),
        left=(0, 1, 4),
    )  # fmt: skip
