"""Charts as pages draw them: bars in per cent, columns in per cent of the width and pixels of the height."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fasti import charter, words
from fasti.dates import periods
from fasti.reports import glance, model
from fasti.reports.waiting.returns import Received

HEIGHT, TOP, FOOT = 190, 18, 26
"""Pixels of a drawing with columns: all of it, above the highest column, below the axis."""
MOST_CATEGORIES = 40


def period(code: str, lang: str) -> str:
    """A period as a label; a day as a day."""
    found = periods.Period.parse(code) if len(code) < 10 else None
    if found is None:
        return words.day(day_of(code), lang, style="short" if lang == "vi" else "long")
    return words.period(found, lang)


def day_of(code: str) -> Any:
    """The day a period of one day is."""
    from datetime import date

    return date.fromisoformat(code)


def bars(
    pairs: Sequence[tuple[str, int | None, str]], *, addresses: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Bars by label, value and the words that tell it; the longest is the whole width."""
    most = max([value or 0 for _, value, _ in pairs], default=0)
    return [
        {
            "label": label,
            "told": told,
            "share": round(100 * (value or 0) / most, 2) if most else 0.0,
            "address": addresses[i] if i < len(addresses) else "",
        }
        for i, (label, value, told) in enumerate(pairs)
    ]


def counted(pairs: Sequence[tuple[str, int]], lang: str) -> list[dict[str, Any]]:
    """Bars of plain counts."""
    return bars([(label, value, words.number(value, lang)) for label, value in pairs])


def ages(found: glance.Ages, lang: str, *, day: str) -> dict[str, Any]:
    """Empty seats by age."""
    labels, before = [], 0
    for end, count in found.counts:
        message = (
            "web-home-age-over" if end is None else "web-home-age-under" if not before else "web-home-age"
        )
        labels.append((words.say(message, lang, first=before + (end is not None), last=end or 0), count))
        before = end or before
    limit = found.limit
    title = words.say("web-home-ages-any", lang, n=found.total)
    if found.num_days is not None:
        title = words.say("web-home-ages", lang, n=found.too_long, days=found.num_days)
    return {
        "title": title,
        "measure": words.say("web-home-ages-measure", lang, n=found.total, day=day),
        "bars": counted(labels, lang),
        "fill": "f3",
        "rule": limit.reference if limit else "",
        "rule_told": words.say("web-home-ages-rule", lang, n=int(str(limit.value))) if limit else "",
    }


def received(found: Received, lang: str, pack: charter.Pack) -> dict[str, Any]:
    """Reports received, late and missing."""
    given = len(found.in_time) + len(found.late)
    rows = [
        (words.say("web-home-received-in-time", lang), len(found.in_time)),
        (words.say("web-home-received-late", lang), len(found.late)),
        (words.say("web-home-received-missing", lang), len(found.missing)),
    ]
    measure = f"{pack.name('form', found.form, lang)}, {words.period(found.period, lang)}"
    return {
        "title": words.say("web-home-received", lang, n=given, m=found.due),
        "measure": measure[:1].upper() + measure[1:],
        "bars": counted(rows, lang),
        "fill": "f1",
        "rule": found.duty.reference,
        "rule_told": "",
    }


def planned(found: glance.Planned, lang: str) -> dict[str, Any]:
    """Posts by planned successors."""
    rows = [
        (words.say("web-home-planned-many", lang), found.many),
        (words.say("web-home-planned-one", lang), found.one),
        (words.say("web-home-planned-none", lang), found.none),
    ]
    limit = found.limit
    return {
        "title": words.say("web-home-planned", lang, n=found.none),
        "measure": words.say("web-home-planned-measure", lang, n=found.many + found.one + found.none),
        "bars": counted(rows, lang),
        "fill": "f5",
        "rule": limit.reference if limit else "",
        "rule_told": words.say("web-home-planned-rule", lang, n=int(str(limit.value))) if limit else "",
    }


def months(found: glance.Months, lang: str, pack: charter.Pack) -> dict[str, Any]:
    """Members by month, with a mark before the month in which units went over into this one."""
    label = pack.name("indicator", "members.total", lang)
    chart = model.Chart(
        "months", label, words.say("web-home-months-measure", lang), "columns", words.say("col-month", lang), label,
        tuple(f"{month.index + 1}.{month.year}" for month in found.months), (model.Series(label, 1),),
        tuple((value,) for value in found.values),
        tuple(_cell(value, lang) for value in found.values),
    )  # fmt: skip
    marks = [
        (i, words.say("web-home-merged", lang, day=words.day(day, lang, style="short")))
        for day in found.merged
        for i, month in enumerate(found.months)
        if month.contains(day)
    ]
    return columns(
        chart, lang, short=[str(month.index + 1) for month in found.months], marks=marks, has_labels=False
    )


def columns(
    chart: model.Chart,
    lang: str,
    *,
    short: Sequence[str] = (),
    marks: Sequence[tuple[int, str]] = (),
    has_labels: bool = True,
) -> dict[str, Any]:
    """Standing columns, stacked by series. `marks`: categories before which a line stands, with what it says."""
    sums = [sum(value or 0 for value in row) for row in chart.values]
    top = _round_up(max(sums, default=0))
    base, left = HEIGHT - FOOT, 13.0 if not has_labels else 2.0
    step = (100 - left) / max(len(sums), 1)
    scale = (base - TOP) / top if top else 0
    stacks = []
    for i, row in enumerate(chart.values):
        y, rects = float(base), []
        for series, value in zip(chart.series, row, strict=True):
            height = (value or 0) * scale
            if height > 0:
                y -= height
                rects.append(
                    {"fill": f"f{series.colour}", "y": f"{y:.1f}", "height": f"{max(height - 1, 0.8):.1f}"}
                )
        stacks.append({
            "x": f"{left + i * step + step * 0.16:.2f}", "width": f"{step * 0.68:.2f}",
            "middle": f"{left + (i + 0.5) * step:.2f}", "rects": rects, "top": f"{y - 5:.1f}",
            "label": chart.labels[i] if has_labels else "", "name": (short or chart.categories)[i],
        })  # fmt: skip
    grid = [] if has_labels else [
        {"y": f"{base - top * part / 4 * scale:.1f}", "text": words.number(top * part // 4, lang)}
        for part in (1, 2, 3, 4)
    ]  # fmt: skip
    return {
        "title": chart.title, "measure": chart.subtitle, "height": HEIGHT, "base": f"{base}", "under": f"{base + 18}",
        "stacks": stacks, "grid": grid, "legend": chart.series if len(chart.series) > 1 else (),
        "marks": [{"x": f"{left + i * step:.2f}", "text": text, "is_right": i > len(sums) / 2} for i, text in marks],
        "told": _told(chart), **table(chart, lang),
    }  # fmt: skip


def _told(chart: model.Chart) -> str:
    pairs = "; ".join(f"{name}: {label}" for name, label in zip(chart.categories, chart.labels, strict=True))
    return f"{chart.title}. {pairs}"


def table(chart: model.Chart, lang: str) -> dict[str, Any]:
    """The data table of a chart."""
    rows = []
    for name, row, label in zip(chart.categories, chart.values, chart.labels, strict=True):
        is_one = len(chart.series) == 1
        told = [label] if is_one else [_cell(value, lang) for value in row]
        rows.append((name, told))
    return {"head": chart.head, "columns": [series.label for series in chart.series], "rows": rows}


def _cell(value: int | None, lang: str) -> str:
    return words.say("report-withheld", lang) if value is None else words.number(value, lang)


def lying(chart: model.Chart, lang: str) -> dict[str, Any]:
    """Lying bars: the table is the chart; several series lie end to end."""
    sums = [sum(value or 0 for value in row) for row in chart.values]
    most = max(sums, default=0)
    rows = []
    for name, row, label in zip(chart.categories, chart.values, chart.labels, strict=True):
        x, rects = 0.0, []
        for series, value in zip(chart.series, row, strict=True):
            width = 100 * (value or 0) / most if most else 0.0
            if width:
                rects.append(
                    {"fill": f"f{series.colour}", "x": f"{x:.2f}", "width": f"{max(width - 0.3, 0.3):.2f}"}
                )
            x += width
        rows.append({"label": name, "rects": rects, "told": label})
    legend = chart.series if len(chart.series) > 1 else ()
    return {
        "title": chart.title,
        "measure": chart.subtitle,
        "bars": rows,
        "legend": legend,
        **table(chart, lang),
    }


def days(chart: model.Chart, lang: str) -> dict[str, Any]:
    """Days before and after a due day, as dots on either side of it."""
    far = max([4, *(abs(row[0]) for row in chart.values if row[0] is not None)])
    rows = []
    for name, row, label in zip(chart.categories, chart.values, chart.labels, strict=True):
        place = None if row[0] is None else f"{50 + 44 * row[0] / far:.2f}"
        short = "–" if row[0] is None else words.signed(row[0], lang)
        rows.append(
            {"label": name, "place": place, "is_late": (row[0] or 0) > 0, "told": label, "short": short}
        )
    return {"title": chart.title, "measure": chart.subtitle, "days": rows}


def of_report(chart: model.Chart, lang: str) -> dict[str, Any]:
    """A chart of a report as its page draws it."""
    if chart.kind == "columns":
        return {"kind": "columns", **columns(chart, lang)}
    if chart.kind == "days":
        return {"kind": "days", **days(chart, lang)}
    return {"kind": "bars", **lying(chart, lang)}


def _round_up(value: int) -> int:
    """The next round number above, divisible by four.

    >>> _round_up(99), _round_up(156418), _round_up(0)
    (100, 160000, 4)
    """
    if value <= 4:
        return 4
    unit = 10 ** max(len(str(value)) - 2, 0)
    steps = -(-value // unit)
    return int(unit * (steps + -steps % 4)) if unit > 1 else int(value + -value % 4)
