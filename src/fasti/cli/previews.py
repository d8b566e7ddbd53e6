"""How commands show what drafts would change: spans of the register, and figures of past periods."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import printing
from fasti.operations import preview_words
from fasti.operations.naming import Names

if TYPE_CHECKING:
    from fasti.dates.periods import Period
    from fasti.indicators.delta import Amount, Shift
    from fasti.operations.preview_change import Preview, SpanShift

MOST = 12
"""So many figures are shown as text; JSON has them all."""
_HEADINGS = ("unit", "figure", "period", "before", "after", "difference")


def show(seen: Preview, arguments: argparse.Namespace, pack: charter.Pack, *, heading: str) -> None:
    """Print a preview without findings."""
    lang, names = arguments.lang, seen.seen.desk.names
    lines = [_span(each, names, lang) for each in seen.spans]
    if arguments.json:
        figures = [_plain(each) for each in seen.figures]
        shown = {"findings": [], "changes": lines, "spans": [_plain_span(s, names) for s in seen.spans]}
        print(json.dumps({**shown, "figures": figures}, ensure_ascii=False, indent=2))
        return
    print(heading)
    print(words.say("cli-preview" if lines else "cli-no-effects", lang))
    for line in lines:
        print("  " + line)
    for line in _figures(seen, pack, lang):
        print(line)


# -- spans -----------------------------------------------------------------------------------------------------------


def _span(each: SpanShift, names: Names, lang: str) -> str:
    """A span that goes, comes or changes, in words."""
    line = words.say(f"cli-line-{each.line}", lang)
    if each.before and each.after:
        what = f"{line}, {', '.join([*names.row(each.after).values(), *preview_words.facts(each.after, names, lang)])}"
        before, after = printing.days(each.before, lang), printing.days(each.after, lang)
        if before == after:
            return "~ " + words.say("preview-other-act", lang, what=f"{what}: {after}")
        return "~ " + words.say("preview-changed", lang, what=what, before=before, after=after)
    row = each.before or each.after
    subjects = [*names.row(row).values(), *preview_words.facts(row, names, lang)]
    what = f"{line}, {', '.join(subjects)}: {printing.days(row, lang)}"
    if each.before:
        return "- " + words.say("cli-change-gone", lang, what=what)
    return "+ " + words.say("cli-change-new", lang, what=what)


def _plain_span(each: SpanShift, names: Names) -> dict[str, Any]:
    return {
        "line": each.line,
        "before": _plain_row(each.before, names),
        "after": _plain_row(each.after, names),
    }


def _plain_row(row: Any, names: Names) -> dict[str, Any] | None:
    if row is None:
        return None
    days = {key: getattr(row, key) for key in ("on", "starts_on", "ends_before") if hasattr(row, key)}
    return {**names.row(row), **{key: day.isoformat() if day else None for key, day in days.items()}}


# -- figures ---------------------------------------------------------------------------------------------------------


def _figures(seen: Preview, pack: charter.Pack, lang: str) -> Iterator[str]:
    """A table of the figures that matter most, and how many more there are."""
    from fasti.reports.timelines import text

    if not seen.figures:
        yield words.say("preview-no-figures", lang)
        return
    yield words.say("preview-figures", lang)
    headings = tuple(words.say(f"preview-{each}", lang) for each in _HEADINGS)
    rows = [_row(each, seen, pack, lang) for each in _foremost(seen)]
    yield from text.table([headings, *rows], right=(3, 4, 5))
    if len(seen.figures) > MOST:
        yield words.say("preview-more", lang, n=len(seen.figures) - MOST)


def _foremost(seen: Preview) -> list[Shift]:
    """The figures of the issuing units, then those of the top unit, then of those between from below; each in time.

    Where there are more than can be shown, the top unit has a part of the lines.
    """
    units = list(dict.fromkeys(each.unit for each in seen.figures))
    own = [each.written.issuer for each in seen.seen.prepared if each.written.issuer in units]
    placed = {unit: n for n, unit in enumerate(dict.fromkeys([*own, units[0], *reversed(units)]))}
    figures = {indicator: n for n, indicator in enumerate(dict.fromkeys(e.indicator for e in seen.figures))}
    listed = sorted(
        seen.figures, key=lambda each: (placed[each.unit], _in_time(each.period), figures[each.indicator])
    )
    at_top = sum(each.unit == units[0] for each in listed)
    before = sum(placed[each.unit] < placed[units[0]] for each in listed)
    shown = min(before, MOST - min(at_top, MOST // 2))
    return [*listed[:shown], *listed[before:]][:MOST]


def _in_time(period: Period) -> tuple[date, int]:
    """The place of a period: the first half, the second half, then the year that they make up."""
    return period.ends_before, -period.starts_on.toordinal()


def _row(each: Shift, seen: Preview, pack: charter.Pack, lang: str) -> tuple[str, ...]:
    desk = seen.seen.desk
    unit = desk.id_of("unit", each.unit)
    return (
        desk.names.unit(unit) if unit else desk.names.by_code("unit", each.unit),
        pack.name("indicator", each.indicator, lang),
        words.period(each.period, lang),
        preview_words.amount(each.before, lang),
        preview_words.amount(each.after, lang),
        preview_words.difference(each, lang, signed=True),
    )


def _plain(each: Shift) -> dict[str, Any]:
    return {
        "unit": each.unit,
        "indicator": each.indicator,
        "period": each.period.code,
        "before": _plain_amount(each.before),
        "after": _plain_amount(each.after),
        "difference": _number(each.difference),
    }


def _plain_amount(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    made: dict[str, Any] = {"value": _number(amount.value)}
    if amount.denominator is not None:
        made |= {"numerator": amount.numerator, "denominator": amount.denominator}
    return made


def _number(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else str(value)
