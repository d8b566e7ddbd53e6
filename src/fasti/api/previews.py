"""How a preview is answered: findings, or the lines of the register and the figures that would change."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Schema

from fasti.access import rights
from fasti.acts import attachments
from fasti.api import problems
from fasti.api.asked import Asked
from fasti.indicators.delta import Amount, Shift
from fasti.operations import preview_change
from fasti.operations.naming import Names
from fasti.operations.preview_change import SpanShift
from fasti.subjects.models import Unit


class Row(Schema):
    """A line of the register: whom it is about, and its days."""

    about: dict[str, str] = Field(description="Subjects by what they are, in words.")
    starts_on: date
    ends_before: date | None


class SpanOut(Schema):
    """A line that comes, goes or changes."""

    line: str = Field(examples=["tenure"])
    before: Row | None
    after: Row | None


class ShiftOut(Schema):
    """A figure of a past period that changes, of a unit whose figures you may see."""

    unit: str
    indicator: str
    period: str
    before: int | str | None
    after: int | str | None
    difference: int | str | None


class PreviewOut(Schema):
    """What would come of it. With findings nothing would."""

    findings: list[problems.Found]
    spans: list[SpanOut]
    figures: list[ShiftOut]


def out(seen: preview_change.Preview, request: Asked) -> PreviewOut:
    """The preview as it is answered."""
    names = seen.seen.desk.names
    return PreviewOut(
        findings=[problems.found(each, request.lang, request.pack) for each in seen.findings],
        spans=[_span(each, names) for each in seen.spans],
        figures=_figures(seen.figures, request),
    )


def _span(each: SpanShift, names: Names) -> SpanOut:
    return SpanOut(line=each.line, before=_row(each.before, names), after=_row(each.after, names))


def _row(row: Any, names: Names) -> Row | None:
    if row is None:
        return None
    start = row.on if hasattr(row, "on") else row.starts_on
    return Row(about=names.row(row), starts_on=start, ends_before=getattr(row, "ends_before", None))


def _figures(shifts: tuple[Shift, ...], request: Asked) -> list[ShiftOut]:
    ids = dict(Unit.objects.filter(code__in={each.unit for each in shifts}).values_list("code", "id"))
    request.sight.learn(ids.values())
    may = {code for code, id in ids.items() if request.sight.may(rights.FIGURES, id)}
    return [
        ShiftOut(
            unit=each.unit,
            indicator=each.indicator,
            period=each.period.code,
            before=_number(each.before),
            after=_number(each.after),
            difference=_plain(each.difference),
        )
        for each in shifts
        if each.unit in may
    ]


def _number(amount: Amount | None) -> int | str | None:
    return None if amount is None else _plain(amount.value)


def _plain(value: Any) -> int | str | None:
    return value if value is None or isinstance(value, int) else str(value)


def limits(code: str, size: int | None) -> dict[str, int]:
    """What the sentence of a file too large names beside the file."""
    return {"number": size or 0, "limit": attachments.LARGEST} if code == "attachment-too-large" else {}
