"""The charts of a report as pictures: Altair specifications drawn to SVG or PNG without a browser.

Colours are the six light chart colours of the look; a page turns them for dark by their hex value.
Category order is the order given: units stand in the order of the charter, never ranked.
"""

from __future__ import annotations

import textwrap
from typing import Any

import altair
import typst
import vl_convert

from fasti.reports import model

COLOURS = ("#0f6f90", "#bf7a12", "#9a3a62", "#4a7f43", "#6757ad", "#7d8995")
INK, DIM, EDGE, GRID = "#13202b", "#4b5967", "#75818e", "#e4e8ed"
SANS = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"
SERIF = "Libertinus Serif"
PICTURE = """#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")"""
WIDTH = 360
LINE = 22  # characters of a category before it goes on a second line
HALF_LINES = {
    "condition": [
        {"test": f"length(split(datum.value, '\\n')) == {lines}", "value": -7 * (lines - 1)}
        for lines in (2, 3, 4)
    ],
    "value": 0,
}
"""Names of several lines stand with their middle, not with their first line, beside the bar."""
LINES = altair.Axis(
    ticks=False, domain=False, labelPadding=6, labelExpr="split(datum.label, '\\n')", labelOffset=HALF_LINES
)
LOCALES = {
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    "ru": {"decimal": ",", "thousands": "\N{NO-BREAK SPACE}", "grouping": [3], "currency": ["", " ₽"]},
    "cs": {"decimal": ",", "thousands": "\N{NO-BREAK SPACE}", "grouping": [3], "currency": ["", " Kč"]},
}


def svg(chart: model.Chart, lang: str, *, font: str = SANS) -> str:
    """The chart as an SVG with real text, on a transparent ground."""
    drawn = str(vl_convert.vegalite_to_svg(_spec(chart), format_locale=LOCALES[lang]))
    return drawn.replace(f'font-family="{SANS}"', f'font-family="{font}"')


def png(chart: model.Chart, lang: str) -> bytes:
    """The chart as a picture for word processors, in the typesetter's own font: the same everywhere."""
    inputs = {"svg": svg(chart, lang, font=SERIF)}
    drawn = typst.compile(
        PICTURE.encode(), format="png", ppi=220, sys_inputs=inputs, ignore_system_fonts=True
    )
    return bytes(drawn)


def _spec(chart: model.Chart) -> dict[str, Any]:
    """The Vega-Lite specification."""
    drawn = {"bars": _bars, "columns": _columns, "days": _days}[chart.kind](chart)
    row = 22 if all(len(name) <= LINE for name in chart.categories) else 32
    finished = drawn.properties(
        width=WIDTH,
        height=200 if chart.kind == "columns" else max(row * len(chart.categories), 44),
        autosize=altair.AutoSizeParams(type="fit-x", contains="padding"),
        background="transparent",
        padding={"left": 2, "right": 26, "top": 4, "bottom": 2},
    )
    legend = {
        "orient": "top",
        "title": None,
        "labelLimit": 0,
        "symbolType": "square",
        "columns": 1,
        "offset": 6,
    }
    axis = {"labelLimit": 0, "titleFontWeight": "normal", "domainColor": EDGE, "gridColor": GRID}
    ink = {"labelColor": DIM, "titleColor": DIM, "labelFontSize": 12, "titleFontSize": 12}
    configured = finished.configure(
        font=SANS, aria=False, axis={**axis, **ink}, legend={**legend, **ink}, view={"stroke": None}
    )
    return dict(configured.to_dict())


def _records(chart: model.Chart) -> list[dict[str, Any]]:
    """One record for each category and series, with the place of the series in the stack."""
    return [
        {"category": name, "series": series.label, "place": place, "value": value}
        for name, row in zip(_lines(chart), chart.values, strict=True)
        for place, (series, value) in enumerate(zip(chart.series, row, strict=True))
        if value is not None
    ]


def names(chart: model.Chart) -> list[str]:
    """The categories, told apart where two have the same name."""
    seen: dict[str, int] = {}
    told = []
    for name in chart.categories:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _lines(chart: model.Chart) -> list[str]:
    """The categories as they stand at the axis, long ones on several lines."""
    return ["\n".join(textwrap.wrap(name, LINE, break_long_words=False)) for name in names(chart)]


def _ends(chart: model.Chart) -> list[dict[str, Any]]:
    """Where the label of each bar stands."""
    return [
        {"category": name, "value": sum(value or 0 for value in row), "label": label}
        for name, row, label in zip(_lines(chart), chart.values, chart.labels, strict=True)
    ]


def _colour(chart: model.Chart) -> altair.Color:
    labels = [series.label for series in chart.series]
    colours = [COLOURS[series.colour - 1] for series in chart.series]
    legend = altair.Undefined if len(labels) > 1 else None
    return altair.Color(
        "series:N", scale=altair.Scale(domain=labels, range=colours), sort=labels, legend=legend
    )


def _bars(chart: model.Chart) -> Any:
    category = altair.Y("category:N", sort=_lines(chart), title=None, axis=LINES)
    value = altair.X("value:Q", title=None, axis=None, stack="zero")
    bars = altair.Chart(altair.InlineData(values=_records(chart))).mark_bar(height={"band": 0.72})
    ends = altair.Chart(altair.InlineData(values=_ends(chart))).mark_text(
        align="left", dx=4, fontSize=12, fontWeight="bold", color=INK
    )
    drawn = bars.encode(y=category, x=value, color=_colour(chart), order="place:O")
    return altair.layer(
        drawn, ends.encode(y=category, x=altair.X("value:Q", title=None, axis=None), text="label:N")
    )


def _columns(chart: model.Chart) -> Any:
    level = altair.Axis(labelAngle=0, ticks=False)
    category = altair.X("category:N", sort=_lines(chart), title=None, axis=level)
    grid = altair.Axis(tickCount=4, format=",d", ticks=False, domain=False)
    bars = altair.Chart(altair.InlineData(values=_records(chart))).mark_bar(width={"band": 0.66})
    ends = altair.Chart(altair.InlineData(values=_ends(chart))).mark_text(
        dy=-7, fontSize=12, fontWeight="bold", color=INK
    )
    drawn = bars.encode(
        x=category, y=altair.Y("value:Q", title=None, axis=grid), color=_colour(chart), order="place:O"
    )
    return altair.layer(
        drawn, ends.encode(x=category, y=altair.Y("value:Q", title=None, axis=grid), text="label:N")
    )


def _days(chart: model.Chart) -> Any:
    """Dots before and after the due day (0), a line from the day to each dot, and the days in words."""
    dots = [
        {"category": name, "value": row[0], "zero": 0, "late": (row[0] or 0) > 0, "label": label}
        for name, row, label in zip(_lines(chart), chart.values, chart.labels, strict=True)
    ]
    far = max([4, *(abs(row[0]) for row in chart.values if row[0] is not None)])
    scale = altair.Scale(domain=[-far, far], nice=False, range=[6, altair.ExprRef("width * 0.42")])
    base = altair.Chart(altair.InlineData(values=dots))
    category = altair.Y("category:N", sort=_lines(chart), title=None, axis=LINES)
    colour = altair.condition("datum.late", altair.value(COLOURS[2]), altair.value(COLOURS[0]))
    value = altair.X("value:Q", title=None, axis=None, scale=scale)
    given = base.transform_filter("isValid(datum.value)")
    lines = given.mark_rule(strokeWidth=2).encode(y=category, x=value, x2="zero:Q", color=colour)
    points = given.mark_circle(size=70, opacity=1).encode(y=category, x=value, color=colour)
    day = (
        altair.Chart(altair.InlineData(values=[{"zero": 0}]))
        .mark_rule(color=EDGE)
        .encode(x=altair.X("zero:Q", title=None, axis=None, scale=scale))
    )
    words = base.mark_text(align="right", fontSize=12, fontWeight="bold", color=INK).encode(
        y=category, x=altair.value(altair.ExprRef("width")), text="label:N"
    )
    return altair.layer(day, lines, points, words)
