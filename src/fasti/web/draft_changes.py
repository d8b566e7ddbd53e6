"""What issuing a draft would change, as a page shows it: what holds before and after, and figures of past periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fasti import words
from fasti.access import rights
from fasti.indicators.delta import Shift
from fasti.operations import preview_change, preview_words
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
    """An arrow shows the sign of the difference."""


def rows(spans: tuple[SpanShift, ...], names: Names, lang: str) -> list[Row]:
    """The spans in words."""
    return [_row(each, names, lang) for each in spans[:MOST]]


def _row(each: SpanShift, names: Names, lang: str) -> Row:
    row: Any = each.after or each.before
    told = [*names.row(row).values(), *preview_words.facts(row, names, lang)]
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
        unit, name, words.period(each.period, lang), preview_words.amount(each.before, lang),
        preview_words.amount(each.after, lang), preview_words.difference(each, lang, signed=False),
        (each.difference or 0) > 0,
    )  # fmt: skip


def first_day(seen: preview_change.Preview) -> date | None:
    """The first day on which something would be otherwise."""
    return min((each.on for prepared in seen.seen.prepared for each in prepared.effects), default=None)
