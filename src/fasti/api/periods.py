"""Reporting periods as a request writes them."""

from __future__ import annotations

from typing import Any

from ninja import Field

from fasti.api import problems
from fasti.dates import periods

FIELD: Any = Field(
    description="A year, half-year, quarter or month.",
    examples=["2024", "2024-H1", "2024-Q3", "2024-05"],
    pattern=r"^[0-9]{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$",
)


def period(text: str) -> periods.Period:
    """The period; refused where it is none."""
    try:
        return periods.Period.parse(text)
    except periods.MalformedPeriod as error:
        raise problems.refused("period-malformed", value=text) from error
