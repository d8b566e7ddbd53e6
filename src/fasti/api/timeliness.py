"""Timeliness: who handed in on time over several periods, who late, who not, who was sent back."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Field, Query, Router, Schema

from fasti.api import etags, figures, periods, problems, reports
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.reports import timeliness as telling
from fasti.returns import timeliness as reading

router = Router()


class Asks(Schema):
    """Of whom, and for which periods."""

    unit: str = Field(max_length=64, description="Code of a unit or peer group.", examples=["NORTH"])
    first: str = periods.FIELD
    last: str = periods.FIELD
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")


class Rate(Schema):
    """Counts of returns. None is in two of `in_time`, `late`, `missing` and `open`."""

    due: int = Field(description="Those that should have come by now: in time, late and missing.")
    in_time: int
    late: int = Field(description="After the days of grace.")
    missing: int
    open: int = Field(description="Not due yet.")
    sent_back: int = Field(description="Returned for correction at least once.")
    mean_days_late: str | None = Field(description="Exact, as `7/3`; of those that came.")
    median_days_late: str | None


class OfPeriod(Rate):
    """The rate of one period."""

    period: str


class Given(Schema):
    """What a unit owed for a period."""

    period: str
    state: Literal["in_time", "late", "missing", "open"]
    due_on: date
    first_on: date | None = Field(description="When it was first handed in.")
    days_late: int | None
    num_sent_back: int


class OfUnit(Rate):
    """The rate of one unit, and what it owed; periods in which it owed nothing are left out."""

    unit: str
    returns: list[Given]


class TimelinessOut(Schema):
    """The units of a perimeter over several periods."""

    unit: str
    form: str
    known: date | None
    periods: list[OfPeriod]
    units: list[OfUnit]
    all: Rate


@router.get(
    "/timeliness/{form}", response={200: TimelinessOut, **problems.READING}, summary="Who handed in on time"
)
@etags.of_record
def timeliness(request: Asked, form: str, asked: Query[Asks]) -> dict[str, Any]:
    """The returns owed by the units directly beneath a unit, or of a peer group, from one period to another."""
    figures.require(request, asked.unit)
    reports.require_form(request, form)
    found = reading.timeliness(
        request.pack, form, unit=asked.unit, first=periods.period(asked.first), last=periods.period(asked.last),
        day=request.day, known=asked.known,
    )  # fmt: skip
    return telling.plain(found)
