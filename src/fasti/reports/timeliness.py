"""Timeliness told: marks that are legible without colour, sentences, rows for tables, plain values for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from fasti import charter, words
from fasti.dates import periods
from fasti.indicators.duties import Duty
from fasti.returns import timeliness
from fasti.returns.timeliness import Cell, Rate, Row, Timeliness

NOTHING = "none"
_MARKS = {timeliness.IN_TIME: "✓", timeliness.MISSING: "×", timeliness.OPEN: "…"}
SENT_BACK = "↩"


def mark(cell: Cell | None) -> str:
    """What stands in the square of a cell: ✓, days late, ×, …, or · where nothing was owed; ↩ if it was sent back."""
    if cell is None:
        return "·"
    sign = f"+{cell.days_late}" if cell.state == timeliness.LATE else _MARKS[cell.state]
    return sign + (SENT_BACK if cell.num_sent_back else "")


def state(cell: Cell | None) -> str:
    """The state of a cell; `none` where nothing was owed."""
    return NOTHING if cell is None else cell.state


def told(cell: Cell | None, lang: str) -> str:
    """A cell in words."""
    args = {"n": cell.days_late} if cell and cell.state == timeliness.LATE else {}
    found = words.say(f"timeliness-state-{state(cell).replace('_', '-')}", lang, **args)
    if cell is None or not cell.num_sent_back:
        return found
    return f"{found}; {words.say('timeliness-sent-back', lang, n=cell.num_sent_back)}"


def name(row: Row, lang: str) -> str:
    """What a unit is called, else its code."""
    return row.names.get(lang) or row.names.get("en") or next(iter(row.names.values()), row.unit)


def heading(found: Timeliness, unit: str, pack: charter.Pack, lang: str) -> str:
    """What is told: unit, form and periods."""
    first, last = (words.period(each, lang) for each in (found.periods[0], found.periods[-1]))
    form = pack.name("form", found.form, lang)
    return words.say("timeliness-heading", lang, unit=unit, form=form, first=first, last=last)


def sentences(rate: Rate, lang: str) -> Iterator[str]:
    """A rate in words."""
    yield words.say(
        "timeliness-counts", lang, n=rate.due, intime=rate.in_time, late=rate.late, missing=rate.missing,
        back=rate.sent_back,
    )  # fmt: skip
    if rate.open:
        yield words.say("timeliness-open", lang, n=rate.open)
    if rate.mean_days_late is not None and rate.median_days_late is not None:
        mean, median = (words.number(each, lang) for each in (rate.mean_days_late, rate.median_days_late))
        yield words.say("timeliness-days", lang, mean=mean, median=median)


def duty(each: Duty, pack: charter.Pack, lang: str) -> str:
    """What was owed, until when, and by which article."""
    form, level = pack.name("form", each.form, lang), pack.name("level", each.level, lang)
    period = words.period(periods.Period.parse(each.period), lang)
    due, until = (words.day(day, lang) for day in (each.due_on, each.in_time_until))
    told = {"form": form, "level": level, "period": period, "due": due, "until": until}
    return words.say("timeliness-duty", lang, article=each.reference, **told)


def share(rate: Rate) -> str:
    """How many came in time of how many were due."""
    return f"{rate.in_time}/{rate.due}"


def days(value: Fraction | None, lang: str) -> str:
    """Days for a table."""
    return "–" if value is None else words.number(value, lang)


def plain(found: Timeliness) -> dict[str, Any]:
    """Timeliness for programs."""
    return {
        "unit": found.unit, "form": found.form, "known": _day(found.known),
        "periods": [
            {"period": period.code, **_rate(rate)}
            for period, rate in zip(found.periods, found.by_period, strict=True)
        ],
        "units": [
            {
                "unit": row.unit, **_rate(row.rate),
                "returns": [
                    _cell(period.code, cell)
                    for period, cell in zip(found.periods, row.cells, strict=True)
                    if cell is not None
                ],
            }
            for row in found.rows
        ],
        "all": _rate(found.whole),
    }  # fmt: skip


def _rate(rate: Rate) -> dict[str, Any]:
    mean, median = rate.mean_days_late, rate.median_days_late
    return {
        "due": rate.due, "in_time": rate.in_time, "late": rate.late, "missing": rate.missing, "open": rate.open,
        "sent_back": rate.sent_back, "mean_days_late": None if mean is None else str(mean),
        "median_days_late": None if median is None else str(median),
    }  # fmt: skip


def _cell(period: str, cell: Cell) -> dict[str, Any]:
    return {
        "period": period, "state": cell.state, "due_on": _day(cell.due_on), "first_on": _day(cell.first_on),
        "days_late": cell.days_late, "num_sent_back": cell.num_sent_back,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_csv(found: Timeliness) -> str:
    """One line for each unit and period in which it owed a return."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("unit", "period", "state", "due_on", "first_on", "days_late", "num_sent_back"))
    for row in plain(found)["units"]:
        for each in row["returns"]:
            writer.writerow((row["unit"], *("" if value is None else value for value in each.values())))
    return out.getvalue()
