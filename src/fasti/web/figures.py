"""Figures: all of a unit or peer group with their parts side by side, and each explained down to its acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import acts as seen_acts
from fasti.access import rights
from fasti.acts.models import Act
from fasti.indicators import engines, explain, figures
from fasti.reports import discreet, discretion, model, naming, timeliness
from fasti.web import addresses, asked, drawn, pages, question, refusals

PAGE = 20
OTHERS = ("child", "month")
COLUMNS = 8


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The figures of a unit or peer group, theme by theme; or one theme with its parts side by side."""
    asked_ = question.of(request)
    question.require(request, asked_.unit)
    found = themes(request.pack)
    by = request.GET.get("by", "") if request.GET.get("by", "") in OTHERS else ""
    theme = request.GET.get("theme", "") if request.GET.get("theme", "") in found else ""
    if by and not theme:
        theme = next(iter(found))
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "themes": [(id, theme_name(request, id)) for id in found],
        "theme": theme,
        "by": by,
        "boundaries": question.boundaries(request, asked_.period),
    }
    try:
        wanted = found[theme] if theme else [id for ids in found.values() for id in ids]
        context |= (
            _table(request, asked_, wanted[:COLUMNS] if by else wanted, by)
            if by
            else _list(request, asked_, wanted)
        )
    except figures.CannotCompute as refused:
        context["refusal"] = told(refused, request.lang)
    except charter.NoRule as refused:
        context["refusal"] = str(refused)
    return pages.show(request, "figures/list.html", context)


def told(refused: figures.CannotCompute, lang: str) -> str:
    """Why a figure cannot be computed, in the language where there is a sentence for it."""
    if refused.code in words.FINDINGS:
        return words.finding(refused.code, lang, **refused.args_)
    return str(refused)


def themes(pack: charter.Pack) -> dict[str, list[str]]:
    """The pack's indicators by theme: what stands before the dot."""
    found: dict[str, list[str]] = {}
    for each in pack.indicators:
        found.setdefault(each.id.partition(".")[0], []).append(each.id)
    return found


def theme_name(request: asked.Asked, id: str) -> str:
    """What a theme is called; its id where there is no word for it."""
    message = f"web-figures-theme-{id}"
    return words.say(message, request.lang) if words.knows(message, request.lang) else id


def _computed(
    request: asked.Asked, asked_: question.Question, ids: Sequence[str], by: str
) -> tuple[figures.Computed, discretion.Discretion]:
    """The figures, and what of them may be told; refused where the sight does not reach the unit."""
    try:
        return discreet.computed(
            request.pack,
            ids,
            request.sight,
            unit=asked_.unit,
            period=asked_.period,
            boundaries=asked_.boundaries,
            known=asked_.known,
            by=by or None,
        )
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused


def _list(request: asked.Asked, asked_: question.Question, ids: Sequence[str]) -> dict[str, Any]:
    """Every figure with its address, theme by theme."""
    found, told = _computed(request, asked_, ids, "")
    groups: dict[str, list[dict[str, Any]]] = {}
    for figure in found.total:
        groups.setdefault(figure.indicator.partition(".")[0], []).append(_row(request, asked_, figure, told))
    return {
        "groups": [(theme_name(request, id), id, rows) for id, rows in groups.items()],
        "told_boundaries": found.boundaries,
        "unplaced": found.unplaced,
    }


def _row(
    request: asked.Asked, asked_: question.Question, figure: figures.Figure, told: discretion.Discretion
) -> dict[str, Any]:
    indicator = request.pack.indicator(figure.indicator)
    return {
        "id": figure.indicator,
        "label": request.pack.name("indicator", figure.indicator, request.lang),
        "amount": told.amount(("at",), figure, figure.indicator, request.lang),
        "address": _address(figure.indicator, asked_),
        "reference": indicator.reference,
        "is_verified": indicator.verified,
    }


def _address(indicator: str, asked_: question.Question, **more: str) -> str:
    asked_for: dict[str, Any] = {
        "unit": asked_.unit,
        "period": asked_.period.code,
        "boundaries": asked_.boundaries,
        "known": asked_.known,
    }
    return addresses.of_figure(indicator, **{**asked_for, **more})


def _table(request: asked.Asked, asked_: question.Question, ids: Sequence[str], by: str) -> dict[str, Any]:
    """Figures of one theme with their parts side by side: a row for each unit or month, a column for each figure."""
    found, told = _computed(request, asked_, ids, by)
    shown = [figure for figure in found.total if by == "child" or figure.parts]
    rows = _unit_rows(request, found, told, shown) if by == "child" else _part_rows(request, shown, told, by)
    chosen = request.GET.get("figure", "")
    place = next((i for i, figure in enumerate(shown) if figure.indicator == chosen), 0)
    lang = request.lang
    columns = [
        {
            "id": figure.indicator,
            "label": request.pack.name("indicator", figure.indicator, lang),
            "address": _address(figure.indicator, asked_),
            "total": told.amount(("at",), figure, figure.indicator, lang),
        }
        for figure in shown
    ]
    return {
        "columns": columns,
        "rows": rows,
        "place": place,
        "chart": _chart(request, asked_, str(columns[place]["label"]), rows, place, by)
        if shown and rows
        else None,
        "told_boundaries": found.boundaries,
    }


def _unit_rows(
    request: asked.Asked,
    found: figures.Computed,
    told: discretion.Discretion,
    shown: Sequence[figures.Figure],
) -> list[dict[str, Any]]:
    names = naming.Names(request.pack, request.lang, found.boundaries)
    names.learn_codes(unit.code for unit in found.perimeter)
    rows = []
    for unit in found.perimeter:
        name, lang = names.short(unit.code)
        own = {figure.indicator: figure for figure in found.units[unit.code]}
        told_ = [
            told.amount(("at", unit.code), own[each.indicator], each.indicator, request.lang)
            for each in shown
        ]
        rows.append({"name": name, "lang": lang, "code": unit.code, "amounts": told_})
    return _with_bars(rows)


def _part_rows(
    request: asked.Asked, shown: Sequence[figures.Figure], told: discretion.Discretion, by: str
) -> list[dict[str, Any]]:
    keys = list(dict.fromkeys(part.key for figure in shown for part in figure.parts))
    rows = []
    for key in keys:
        own = {figure.indicator: next((p for p in figure.parts if p.key == key), None) for figure in shown}
        cells = [
            told.amount((by, id, key), part, id, request.lang)
            if part
            else model.Amount(None, None, None, "–")
            for id, part in own.items()
        ]
        rows.append(
            {"name": part_label(request, by, key), "lang": request.lang, "code": "", "amounts": cells}
        )
    return _with_bars(rows)


def _with_bars(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each cell with the length of its tiny bar: against the highest of its column."""
    most = [
        max((float(c.value or 0) for c in column), default=0.0)
        for column in zip(*(r["amounts"] for r in rows), strict=True)
    ]
    for row in rows:
        shares = [
            100 * float(cell.value or 0) / top if top else 0.0
            for cell, top in zip(row["amounts"], most, strict=True)
        ]
        row["cells"] = [
            {"amount": cell, "x": f"{100 - share:.1f}", "width": f"{share:.1f}"}
            for cell, share in zip(row["amounts"], shares, strict=True)
        ]
    return rows


def part_label(request: asked.Asked, by: str, key: str) -> str:
    """A part of a figure in words: a month, a sex, an age, a word of the charter."""
    lang = request.lang
    if by == "month":
        return drawn.period(key, lang)
    if by == "sex":
        return words.say(f"sex-{key if key in ('F', 'M') else 'unknown'}", lang)
    if key == "unknown":
        return words.say("sex-unknown", lang)
    groups = {"issuer_kind": "unit_kind", "kind": "unit_kind"}
    return request.pack.names(groups.get(by, by), lang).get(key, key)


def _chart(
    request: asked.Asked,
    asked_: question.Question,
    label: str,
    rows: Sequence[dict[str, Any]],
    place: int,
    by: str,
) -> dict[str, Any]:
    """The chosen figure drawn: months as columns, units as bars in the charter's order."""
    cells = [row["amounts"][place] for row in rows]
    values = tuple(
        (None if cell.value is None else round(float(cell.value) * (100 if cell.is_ratio else 1)),)
        for cell in cells
    )
    labels = tuple(cell.text for cell in cells)
    chart = model.Chart(
        "figure", label, f"{question.name(request, asked_.unit, asked_.period.last_day)}, "
        f"{drawn.period(asked_.period.code, request.lang)}",
        "columns" if by == "month" else "bars", words.say("col-month" if by == "month" else "col-unit", request.lang),
        label, tuple(str(row["name"]) for row in rows), (model.Series(label, 1),), values, labels,
    )  # fmt: skip
    if by == "month":
        short = (
            [str(i) for i in (m.index + 1 for m in asked_.period.months())]
            if asked_.period.kind != "day"
            else []
        )
        return {"kind": "columns", **drawn.columns(chart, request.lang, short=short)}
    return {"kind": "bars", **drawn.lying(chart, request.lang)}


@require_safe
def explained(request: asked.Asked, indicator: str) -> HttpResponse:
    """One figure: what it is, by which article, on what it was computed, its parts, and the acts behind it."""
    declared = {each.id for each in request.pack.indicators}
    asked_ = question.of(request)
    question.require(request, asked_.unit)
    if indicator not in declared:
        raise refusals.NotThere
    allowed = request.pack.indicator(indicator)
    offered = [
        *OTHERS,
        *(by for by in allowed.by if by != "born_on"),
        *(["age_band"] if "born_on" in allowed.by else []),
    ]
    by = request.GET.get("by", "")
    by = by if by in offered else "child"
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "indicator": allowed,
        "label": request.pack.name("indicator", indicator, request.lang),
        "definition": request.pack.name("definition", indicator, request.lang),
        "offered": [
            (each, words.say(f"web-figures-by-{each}", request.lang))
            for each in offered
            if words.knows(f"web-figures-by-{each}", request.lang)
        ],
        "by": by,
        "boundaries": question.boundaries(request, asked_.period),
    }
    try:
        with engines.one_state():
            context |= _explained(request, asked_, indicator, by)
    except figures.CannotCompute as refused:
        context["refusal"] = told(refused, request.lang)
    except charter.NoRule as refused:
        context["refusal"] = str(refused)
    return pages.show(request, "figures/figure.html", context)


def _explained(request: asked.Asked, asked_: question.Question, indicator: str, by: str) -> dict[str, Any]:
    found, told = _computed(request, asked_, (indicator,), by)
    figure = found.total[0]
    amount = told.amount(("at",), figure, indicator, request.lang)
    shown = [figure] if by == "child" or figure.parts else []
    rows = _unit_rows(request, found, told, shown) if by == "child" else _part_rows(request, shown, told, by)
    label = request.pack.name("indicator", indicator, request.lang)
    chart = _chart(request, asked_, label, rows, 0, by) if 1 < len(rows) <= drawn.MOST_CATEGORIES else None
    return {
        "figure": figure,
        "amount": amount,
        "numbers": _numbers(figure, amount, request.lang),
        "rows": rows,
        "chart": chart,
        "told_boundaries": found.boundaries,
        "terms": [
            {"label": request.pack.name("indicator", id, request.lang), "address": _address(id, asked_)}
            for id in (
                request.pack.indicator(indicator).numerator,
                request.pack.indicator(indicator).denominator,
            )
            if id
        ],
        "duties": [
            timeliness.duty(each, request.pack, request.lang)
            for each in explain.owed(request.pack, indicator, period=asked_.period, known=asked_.known)
        ],
        **_acts(request, asked_, indicator, amount),
        **_now(request, asked_, indicator, figure),
    }


def _numbers(figure: figures.Figure, amount: model.Amount, lang: str) -> tuple[str, str] | None:
    """Numerator and denominator of a ratio that is told."""
    if amount.withheld or figure.denominator is None:
        return None
    return words.number(figure.numerator or 0, lang), words.number(figure.denominator, lang)


def _now(
    request: asked.Asked,
    asked_: question.Question,
    indicator: str,
    figure: figures.Figure,
) -> dict[str, Any]:
    """For a figure as known on a day: what is known now, where that is another."""
    if asked_.known is None:
        return {}
    found, told = _computed(request, replace(asked_, known=None), (indicator,), "")
    now = found.total[0]
    if (now.value, now.numerator, now.denominator) == (figure.value, figure.numerator, figure.denominator):
        return {}
    return {"now": told.amount(discreet.WHOLE, now, indicator, request.lang).text}


def _acts(
    request: asked.Asked, asked_: question.Question, indicator: str, amount: model.Amount
) -> dict[str, Any]:
    """The acts behind the figure that are seen, a page of them; of the others only how many, if that may be told."""
    if amount.withheld:
        return {"acts": [], "acts_withheld": True}
    found = explain.behind(
        request.pack,
        indicator,
        unit=asked_.unit,
        period=asked_.period,
        boundaries=asked_.boundaries,
        known=asked_.known,
    )
    after = request.GET.get("after", "")
    start = int(after) if after.isdecimal() and len(after) < 10 else 0
    seen = discreet.seen(request.sight, sorted(found))
    page = [id for id in seen if id > start][: PAGE + 1]
    listed = Act.objects.select_related("issuer").in_bulk(page[:PAGE])
    names = naming.Names(request.pack, request.lang, asked_.period.last_day)
    names.learn(act.issuer_id for act in listed.values())
    acts = [
        {"act": listed[id], "issuer": names.of_unit(listed[id].issuer.code), "count": found[id]}
        for id in page[:PAGE]
    ]
    return {
        "acts": acts,
        "num_seen": len(seen),
        "num_hidden": seen_acts.told(len(found) - len(seen), request.sight),
        "next": page[PAGE - 1] if len(page) > PAGE else None,
        "is_later": bool(start),
    }


urlpatterns = [
    path("figures/", listed, name="figures"),
    path("figures/<str:indicator>/", explained, name="figure"),
]
