"""Figures: which there are, one with its parts, and the acts behind it. Small cells are left out where they must be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.access import acts as seen_acts
from fasti.access import rights
from fasti.acts.models import Act
from fasti.api import etags, paging, periods, problems
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.charter import rules
from fasti.indicators import explain
from fasti.indicators import figures as computing
from fasti.reports import discreet, discretion, model

router = Router()
Value = int | str | None
VALUE = Field(
    description="A whole number, or a fraction as `2/3`; null: nothing to count, or not told.",
    examples=[216, "2/3"],
)


class Indicator(Schema):
    """A figure that can be asked for."""

    indicator: str = Field(examples=["personnel.appointed"])
    name: str
    definition: str = Field(description="What is counted, and how.")
    reference: str = Field(description="The article behind it.")
    is_verified: bool
    by: list[str] = Field(description="Ways in which it can be broken down.")


class Indicators(paging.Page):
    """A page of figures."""

    items: list[Indicator]


class FigureAsked(Schema):
    """Of whom, for when, and how."""

    unit: str = Field(max_length=64, description="Code of a unit or peer group.", examples=["NORTH"])
    period: str = periods.FIELD
    boundaries: Day | None = Field(
        None, description="On the tree of this day; left out, of the period's last."
    )
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")


class PartsAsked(FigureAsked):
    """And by what it is broken down."""

    by: str | None = Field(
        None, max_length=32, description="child, month, or one of the figure's own ways.", examples=["child"]
    )


class Part(Schema):
    """A part of a figure."""

    key: str = Field(
        description="Code of a unit, a month, or an id of the rule book; `unknown`: not recorded."
    )
    value: Value = VALUE
    numerator: int | None
    denominator: int | None
    text: str = Field(description="As it is shown, in the language asked for.")
    is_withheld: bool = Field(description="Too small to be told, or others would follow from it.")


class FigureOut(Schema):
    """A figure."""

    indicator: str
    name: str
    unit: str
    period: str
    boundaries: date
    known: date | None
    value: Value = VALUE
    numerator: int | None
    denominator: int | None
    text: str
    is_withheld: bool
    is_additive: bool = Field(description="Whether the figures of parts add up to it.")
    parts: list[Part]


class Behind(Schema):
    """An act behind a figure."""

    act: str = Field(description="Code of the act.")
    symbol: str
    title: str
    issuer: str
    signed_on: date
    num_effects: int = Field(
        description="How many of its effects enter the figure; 1 where the act itself is counted."
    )


class Owed(Schema):
    """A duty behind a figure of returns owed: the units of a level owed a return on a form for a period."""

    form: str
    period: str
    level: str
    due_on: date
    in_time_until: date = Field(description="The last day of grace.")
    reference: str = Field(description="The article.")


class Explanation(paging.Page):
    """What a figure is, and a page of the acts behind it that you may see."""

    indicator: str
    definition: str
    reference: str
    is_verified: bool
    terms: list[str] = Field(description="Of a ratio the figures it divides.")
    duties: list[Owed] = Field(
        description="Of returns owed what was owed; whoever gave nothing has no act behind the figure."
    )
    boundaries: date
    known: date | None
    value: Value = VALUE
    text: str
    num_seen: int | None = Field(
        description="Acts behind it that you may see; null where the figure is not told."
    )
    num_hidden: int | None = Field(description="Others, where their number may be told.")
    items: list[Behind]


@router.get("/figures", response={200: Indicators, **problems.READING}, summary="The figures there are")
@etags.of_record
def figures(request: Asked, page: Query[paging.Paging]) -> dict[str, Any]:
    """Every figure of the rule book with its definition and article."""
    shown, after = paging.part(request, list(request.pack.indicators), page)
    return {"items": [_indicator(each, request) for each in shown], "next": after}


def _indicator(each: rules.Indicator, request: Asked) -> Indicator:
    ways = ["child", "month", *(by for by in each.by if by != "born_on")]
    return Indicator(
        indicator=each.id,
        name=request.pack.name("indicator", each.id, request.lang),
        definition=request.pack.name("definition", each.id, request.lang),
        reference=each.reference,
        is_verified=each.verified,
        by=[*ways, "age_band"] if "born_on" in each.by else ways,
    )


@router.get(
    "/figures/{indicator}/acts",
    response={200: Explanation, **problems.READING},
    summary="The acts behind a figure",
)
@etags.of_record
def explanation(
    request: Asked, indicator: str, asked: Query[FigureAsked], page: Query[paging.Paging]
) -> dict[str, Any]:
    """What the figure is, and the acts behind it that you may see, in the order of the record."""
    found, told = _computed(request, indicator, asked, None)
    amount = told.amount(discreet.WHOLE, found.total[0], indicator, request.lang)
    declared = request.pack.indicator(indicator)
    shared = {
        "indicator": indicator,
        "definition": request.pack.name("definition", indicator, request.lang),
        "reference": declared.reference,
        "is_verified": declared.verified,
        "terms": [each for each in (declared.numerator, declared.denominator) if each],
        "duties": _duties(request, indicator, asked),
        "boundaries": found.boundaries,
        "known": found.known,
        "value": _plain(amount.value),
        "text": amount.text,
    }
    if amount.withheld:
        return {**shared, "num_seen": None, "num_hidden": None, "items": [], "next": None}
    return {**shared, **_behind(request, indicator, asked, page)}


def _duties(request: Asked, indicator: str, asked: FigureAsked) -> list[Owed]:
    owed = explain.owed(request.pack, indicator, period=periods.period(asked.period), known=asked.known)
    return [
        Owed(form=each.form, period=each.period, level=each.level, due_on=each.due_on,
             in_time_until=each.in_time_until, reference=each.reference)
        for each in owed
    ]  # fmt: skip


def _behind(request: Asked, indicator: str, asked: FigureAsked, page: paging.Paging) -> dict[str, Any]:
    found = explain.behind(
        request.pack, indicator, unit=asked.unit, period=periods.period(asked.period),
        boundaries=asked.boundaries, known=asked.known,
    )  # fmt: skip
    seen = discreet.seen(request.sight, sorted(found))
    shown, after = paging.part(request, seen, page)
    listed = Act.objects.select_related("issuer").in_bulk(shown)
    return {
        "num_seen": len(seen),
        "num_hidden": seen_acts.told(len(found) - len(seen), request.sight),
        "items": [
            {"act": listed[id].code, "symbol": listed[id].symbol, "title": listed[id].title,
             "issuer": listed[id].issuer.code, "signed_on": listed[id].signed_on, "num_effects": found[id]}
            for id in shown
        ],
        "next": after,
    }  # fmt: skip


@router.get("/figures/{indicator}", response={200: FigureOut, **problems.READING}, summary="One figure")
@etags.of_record
def figure(request: Asked, indicator: str, asked: Query[PartsAsked]) -> FigureOut:
    """The figure of a unit or peer group for a period, and its parts if it is to be broken down."""
    found, told = _computed(request, indicator, asked, asked.by)
    whole = found.total[0]
    amount = told.amount(discreet.WHOLE, whole, indicator, request.lang)
    return FigureOut(
        indicator=indicator,
        name=request.pack.name("indicator", indicator, request.lang),
        unit=asked.unit,
        period=asked.period,
        boundaries=found.boundaries,
        known=found.known,
        **_amount(amount),
        is_additive=whole.additive,
        parts=_parts(request, found, told, asked.by),
    )


def require(request: Asked, unit: str) -> None:
    """Refused where no figures of the unit or peer group are granted, also where there is none of that code."""
    if not discreet.is_granted(request.sight, unit, pack=request.pack, day=request.day):
        raise problems.NotGranted(rights.SHARED_FIGURES)


def _computed(
    request: Asked, indicator: str, asked: FigureAsked, by: str | None
) -> tuple[computing.Computed, discretion.Discretion]:
    require(request, asked.unit)
    if indicator not in {each.id for each in request.pack.indicators}:
        raise problems.NotThere
    try:
        return discreet.computed(
            request.pack, (indicator,), request.sight, unit=asked.unit, period=periods.period(asked.period),
            boundaries=asked.boundaries, known=asked.known, by=by,
        )  # fmt: skip
    except discretion.NotGranted as error:
        raise problems.NotGranted(rights.SHARED_FIGURES) from error


def _parts(
    request: Asked, found: computing.Computed, told: discretion.Discretion, by: str | None
) -> list[Part]:
    indicator = found.total[0].indicator
    if by == discreet.CHILD:
        rows = [(each.code, ("at", each.code), found.units[each.code][0]) for each in found.perimeter]
        return [
            Part(key=code, **_amount(told.amount(row, figure, indicator, request.lang)))
            for code, row, figure in rows
        ]
    return [
        Part(key=part.key, **_amount(told.amount((by, indicator, part.key), part, indicator, request.lang)))
        for part in found.total[0].parts
    ]


def _amount(amount: model.Amount) -> dict[str, Any]:
    return {
        "value": _plain(amount.value),
        "numerator": amount.numerator,
        "denominator": amount.denominator,
        "text": amount.text,
        "is_withheld": bool(amount.withheld),
    }


def _plain(value: int | Fraction | None) -> Value:
    return value if value is None or isinstance(value, int) else str(value)
