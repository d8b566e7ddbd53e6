"""The style page: every component once, drawn by the same parts as the pages, in the language and look of whoever asks.

Where a part leads to a unit or an act, one is taken that the account sees, so that nothing on the page is made up that
could be followed. What only stands still is invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import words
from fasti.access import acts
from fasti.acts.models import Relation
from fasti.operations import prove_act
from fasti.register.models import UnitSpan
from fasti.reports import model
from fasti.reports.register_of_acts import cascade
from fasti.reports.timelines import bands
from fasti.reports.timelines.timeline import Entry, Timeline
from fasti.reports.units import tree
from fasti.web import asked, drawn, lineage_drawn, pages, unit_drawn

PARTS = (
    "colour", "languages", "buttons", "fields", "errors", "states", "notes", "table", "tabs", "pager", "tree", "time",
    "timeline", "bands", "lineage", "steps", "effects", "row", "findings", "cascade", "proof", "eyes", "charts",
    "empty", "progress", "toast", "dialog", "sheet",
)  # fmt: skip
SWATCHES = (
    ("ink", "dim", "edge", "line", "bg", "sunken", "surface", "raised"),
    ("act", "act-fill", "act-soft", "rule"),
    ("ok", "ok-soft", "warn", "warn-soft", "bad", "bad-soft", "bad-fill"),
    ("c1", "c2", "c3", "c4", "c5", "c6"),
)
"""The colours by what they are for; the last row is for charts."""


@require_safe
def style(request: asked.Asked) -> HttpResponse:
    """Every component once."""
    lang, day = request.lang, request.day
    context = {
        "parts": PARTS,
        "swatches": SWATCHES,
        "findings": _findings(lang),
        "branch": _branch(request),
        "here": request.sight.home or 0,
        "axis": _axis(day, lang),
        "as_of_told": words.day(day, lang, style="short"),
        "as_of_long": words.day(day, lang),
        "timeline": _timeline(day, lang),
        "bands": bands.bands(_timeline(day, lang).entries, as_of=day),
        "lineage": _lineage(lang),
        "bars": drawn.counted(
            [(_age(low, lang), count) for low, count in ((30, 9), (90, 8), (180, 4))], lang
        ),
        "plot": drawn.columns(_chart("columns", lang), lang),
        "lying": drawn.lying(_chart("bars", lang), lang),
        "due": drawn.days(_due(lang), lang),
        **_act(request),
    }
    return pages.show(request, "style/style.html", context)


def _act(request: asked.Asked) -> dict[str, Any]:
    """The latest act seen that rests on another, else the latest, with its cascade and proof; nothing where none is."""
    seen = acts.seen(request.sight).select_related("issuer").order_by("-id")
    act = seen.filter(Exists(Relation.objects.filter(act=OuterRef("pk")))).first() or seen.first()
    if act is None:
        return {"cascade": None, "proof": None}
    proof = prove_act.prove(act, recompute=False)
    beside = acts.seen_among(request.sight, [each.act.id for each in (proof.before, proof.after) if each.act])
    found = cascade.of(act, request.sight, pack=request.pack, lang=request.lang)
    return {"cascade": found, "proof": proof, "beside": beside}


def _branch(request: asked.Asked) -> tree.Branch:
    """The roots of the tree, opened one step."""
    grown = tree.Tree(request.pack, lang=request.lang, when=request.when)
    root = (
        UnitSpan.objects.filter(parent=None, ends_before=None)
        .order_by("unit__code")
        .values_list("unit", flat=True)
    )
    return grown.opened(list(root[:1]))


def _findings(lang: str) -> list[tuple[str, str, str]]:
    """Class, sentence and code of one finding that blocks and one that warns."""
    taken = words.finding("number-taken", lang, number="27", unit="TU", value="27-QĐ/TU")
    unplanned = words.finding(
        "not-planned", lang, person="P000027", post="TU.head", day=words.day(date(2025, 7, 21), lang)
    )
    return [("bad", taken, "number-taken"), ("warn", unplanned, "not-planned")]


def _age(low: int, lang: str) -> str:
    return words.say("web-style-over-days", lang, n=low)


def _axis(day: date, lang: str) -> unit_drawn.Axis:
    start = date(day.year - 2, 1, 1)
    num = (date(day.year + 1, 1, 1) - start).days
    marks = [unit_drawn.Mark(x, False) for x in (4.0, 11.0, 19.0, 33.0, 48.0, 57.0, 72.0)]
    merged = unit_drawn.Mark(64.0, True, words.say("web-style-merged", lang))
    years = tuple(unit_drawn.Year(round(i * 100 / 3, 1), str(start.year + i)) for i in range(4))
    told = words.say("web-style-axis", lang)
    return unit_drawn.Axis(
        start, num, (day - start).days, day - timedelta(30), None, (*marks, merged), years, told
    )


def _timeline(day: date, lang: str) -> Timeline:
    """A career that nobody had."""

    def entry(line: str, starts_on: date, ends_before: date | None, part: str) -> Entry:
        return Entry(
            line=line, starts_on=starts_on, ends_before=ends_before, matter=words.say(f"web-lane-{line}", lang),
            what=words.say(f"web-style-{part}", lang),
        )  # fmt: skip

    entries = (
        entry("membership", date(day.year - 20, 5, 19), None, "lodge"),
        entry("tenure", date(day.year - 12, 3, 1), date(day.year - 6, 9, 1), "deputy"),
        entry("tenure", date(day.year - 6, 9, 1), None, "head"),
    )
    return Timeline(
        subject="person",
        code="",
        name="",
        lang=lang,
        as_of=day,
        known=None,
        standing=(),
        entries=entries,
    )


def _lineage(lang: str) -> lineage_drawn.Drawing:
    """Two units that went over into one."""
    line, name = lineage_drawn.Line, lineage_drawn.Name
    lines = (
        line(0, 24, 60, 24, "l6"), line(0, 70, 60, 70, "l6"), line(60, 24, 65, 47, "l6"), line(60, 70, 65, 47, "l6"),
        line(65, 47, 100, 47, "l1"),
    )  # fmt: skip
    named = (("north", 0.0, 18, "start"), ("south", 0.0, 64, "start"), ("union", 100.0, 40, "end"))
    names = tuple(name(x, y, anchor, words.say(f"web-style-{unit}", lang)) for unit, x, y, anchor in named)
    told = words.say("web-style-lineage-told", lang)
    return lineage_drawn.Drawing(
        110, told, lines, (lineage_drawn.Knot(65, 47, words.day(date(2025, 7, 1), lang)),), names, 0
    )


def _chart(kind: str, lang: str) -> model.Chart:
    values = ((12, 4), (19, 6), (9, 8), (23, 3))
    series = (
        model.Series(words.say("web-style-appointed", lang), 1),
        model.Series(words.say("web-style-moved", lang), 3),
    )
    return model.Chart(
        id=f"style-{kind}", title=words.say("web-style-chart", lang),
        subtitle=words.say("web-style-chart-measure", lang),
        kind=kind, head=words.say("web-style-quarter", lang), measure="", categories=("I", "II", "III", "IV"),
        series=series, values=values, labels=tuple(words.number(sum(row), lang) for row in values),
    )  # fmt: skip


def _due(lang: str) -> model.Chart:
    days = (-3, 0, 2)
    names = tuple(words.say(f"web-style-{unit}", lang) for unit in ("north", "south", "union"))
    return model.Chart(
        id="style-due", title=words.say("web-style-due", lang), subtitle=words.say("web-style-due-measure", lang),
        kind="days", head="", measure="", categories=names, series=(), values=tuple((each,) for each in days),
        labels=tuple(words.signed(each, lang) for each in days),
    )  # fmt: skip


urlpatterns = [path("style/", style, name="style")]
