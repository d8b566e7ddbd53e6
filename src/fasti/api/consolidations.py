"""Returns put together: totals of the accepted ones, who is missing, what differs. Small cells are left out."""

from __future__ import annotations

from datetime import date

from ninja import Field, Query, Router, Schema

from fasti.access import rights
from fasti.api import figures, periods, problems, reports
from fasti.api.asked import Asked
from fasti.reports import discretion, shared_returns
from fasti.returns import consolidate

router = Router()
FIGURE = Field(
    description="Exact text: `216`, `12/14`. Null: nothing was given, it does not add up, or it is not told."
)


class ConsolidationAsked(figures.FigureAsked):
    """Of whose returns, on which form."""

    form: str = Field(max_length=32, examples=["half-year"])


class Missing(Schema):
    """A unit whose return is not in the totals."""

    unit: str
    state: str = Field(
        description="missing, reported, submitted, sent_back or reopened.", examples=["sent_back"]
    )
    due_on: date


class SumOut(Schema):
    """A figure over the units."""

    figure: str
    is_declared: bool
    total: str | None = FIGURE
    num_given: int
    num_due: int
    is_partial: bool
    missing: list[str] = Field(
        description="Codes of the units that owed it and whose figure is not in the total."
    )
    in_register: str | None = FIGURE
    is_withheld: bool = Field(description="Too small to be told, or others would follow from it.")


class DeviationOut(Schema):
    """A figure of a unit that is not the register's."""

    unit: str
    figure: str
    stated: str | None = FIGURE
    in_register: str | None = FIGURE
    reason: str = Field(description="late_act, boundaries, definition or unexplained.", examples=["late_act"])
    known_on: date


class Proposal(Schema):
    """What a unit proposes."""

    unit: str
    text: str


class ConsolidationOut(Schema):
    """The returns of a unit or peer group put together."""

    form: str
    period: str
    unit: str
    num_given: int
    num_due: int
    missing: list[Missing]
    figures: list[SumOut]
    deviations: list[DeviationOut]
    proposals: list[Proposal]


@router.get(
    "/consolidations", response={200: ConsolidationOut, **problems.READING}, summary="Returns put together"
)
def consolidation(request: Asked, asked: Query[ConsolidationAsked]) -> ConsolidationOut:
    """What the accepted returns of the units beneath a unit, or of a peer group, add up to."""
    figures.require(request, asked.unit)
    reports.require_form(request, asked.form)
    try:
        found = shared_returns.consolidation(
            request.pack, asked.form, request.sight, unit=asked.unit, period=periods.period(asked.period),
            boundaries=asked.boundaries, known=asked.known,
        )  # fmt: skip
    except discretion.NotGranted as refused:
        raise problems.NotGranted(rights.SHARED_FIGURES) from refused
    return _told(found)


def _told(found: consolidate.Consolidation) -> ConsolidationOut:
    return ConsolidationOut(
        form=found.overview.form,
        period=found.overview.period.code,
        unit=found.overview.unit,
        num_given=len(found.accepted),
        num_due=found.overview.due,
        missing=[Missing(unit=row.unit, state=row.state, due_on=row.duty.due) for row in found.missing],
        figures=[_sum(each) for each in found.sums],
        deviations=[_deviation(each) for each in found.deviations],
        proposals=[Proposal(unit=unit, text=text) for unit, text in found.proposals],
    )


def _sum(each: consolidate.Sum) -> SumOut:
    return SumOut(
        figure=each.figure,
        is_declared=each.is_declared,
        total=_plain(each.total),
        num_given=each.num_given,
        num_due=each.num_due,
        is_partial=each.is_partial,
        missing=list(each.missing),
        in_register=_plain(each.register),
        is_withheld=shared_returns.WITHHELD in (each.total, each.register),
    )


def _deviation(each: consolidate.Deviation) -> DeviationOut:
    return DeviationOut(
        unit=each.unit, figure=each.figure, stated=_plain(each.stated), in_register=_plain(each.register),
        reason=each.reason, known_on=each.known_on,
    )  # fmt: skip


def _plain(text: str) -> str | None:
    return None if text in ("", shared_returns.WITHHELD) else text
