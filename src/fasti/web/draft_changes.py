"""What issuing a draft would change, as a page shows it: what holds before and after, and figures of past periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from fasti import words
from fasti.access import rights
from fasti.indicators.delta import Amount, Shift
from fasti.operations import preview_change
from fasti.operations.naming import Names
from fasti.operations.preview_change import SpanShift
from fasti.subjects.models import Unit
from fasti.web.asked import Asked

MOST, MOST_FIGURES = 60, 12
"""Rows and figures shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that holds before, after, or both: for which days."""

    line: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a closed period before and after."""

    unit: str
    name: str
    period: str
    before: str
    after: str
    difference: str
    is_up: bool


def rows(spans: tuple[SpanShift, ...], names: Names, lang: str) -> list[Row]:
    """The spans in words."""
    return [_row(each, names, lang) for each in spans[:MOST]]


def _row(each: SpanShift, names: Names, lang: str) -> Row:
    row: Any = each.after or each.before
    told = [*names.row(row).values(), *_facts(row, names, lang)]
    return Row(
        words.say(f"cli-line-{each.line}", lang),
        ", ".join(told),
        _days(each.before, lang),
        _days(each.after, lang),
    )


def _days(row: Any, lang: str) -> str:
    if row is None:
        return ""
    if hasattr(row, "on"):
        return words.day(row.on, lang, style="short")
    start, end = words.day(row.starts_on, lang, style="short"), getattr(row, "ends_before", None)
    if end is None:
        return words.say("web-drafts-from", lang, day=start)
    last = words.day(end - timedelta(days=1), lang, style="short")
    return words.say("web-drafts-from-until", lang, day=start, last=last)


def _facts(row: Any, names: Names, lang: str) -> Iterator[str]:
    """What a row says beside whom it is about."""
    if hasattr(row, "seats"):
        yield words.counted("seat", row.seats, lang)
    if hasattr(row, "stage"):
        yield words.say(f"timeline-stage-{row.stage}", lang)
    for field in ("term", "course", "topic", "period"):
        if getattr(row, field, ""):
            yield str(getattr(row, field))
    for field, group in (("grade", "grade"), ("form", "sanction"), ("ground", "ground")):
        if hasattr(row, field):
            yield names.word(group, getattr(row, field))


def figures(seen: preview_change.Preview, request: Asked) -> list[Figure]:
    """The figures that would change, of units whose figures are seen in full; the nearest units first."""
    codes = list(dict.fromkeys(each.unit for each in seen.figures))
    ids = dict(Unit.objects.filter(code__in=codes).values_list("code", "id"))
    request.sight.learn(set(ids.values()))
    may = {code for code, id in ids.items() if request.sight.may(rights.FIGURES, id)}
    nearest = {code: n for n, code in enumerate(reversed(codes))}
    shown = sorted((each for each in seen.figures if each.unit in may), key=lambda each: nearest[each.unit])
    return [_figure(each, seen, request, ids) for each in shown]


def _figure(each: Shift, seen: preview_change.Preview, request: Asked, ids: dict[str, int]) -> Figure:
    lang = request.lang
    unit = seen.seen.desk.names.unit(ids[each.unit]).rpartition(" (")[0]
    name = request.pack.name("indicator", each.indicator, lang)
    return Figure(
        unit, name, words.period(each.period, lang), _amount(each.before, lang), _amount(each.after, lang),
        _difference(each, lang), (each.difference or 0) > 0,
    )  # fmt: skip


def _amount(amount: Amount | None, lang: str) -> str:
    if amount is None or (amount.value is None and amount.denominator is None):
        return "–"
    if amount.denominator is not None:
        return words.share(amount.numerator or 0, amount.denominator, lang)
    return words.number(amount.value or 0, lang)


def _difference(each: Shift, lang: str) -> str:
    """Without its sign: an arrow shows it. Of shares in percentage points."""
    if each.difference is None:
        return ""
    if each.after and each.after.denominator is not None:
        points = abs(Fraction(100 * each.difference))
        return words.say("preview-points", lang, n=words.number(points, lang))
    return words.number(abs(Fraction(each.difference)), lang)


def first_day(seen: preview_change.Preview) -> date | None:
    """The first day on which something would be otherwise."""
    return min((each.on for prepared in seen.seen.prepared for each in prepared.effects), default=None)
