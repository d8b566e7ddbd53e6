"""What a request may give: days written as days, and bodies that are objects, nothing that could be taken for them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from fasti.dates import spans


def _written(value: Any) -> Any:
    """A day or the text of one, of the years that the record knows; a number of seconds is none."""
    if isinstance(value, date):
        return value
    try:
        return spans.parse_day(value if isinstance(value, str) else "")
    except spans.MalformedDay as error:
        raise ValueError("a day is written as 2024-06-30") from error


Day = Annotated[date, BeforeValidator(_written)]
"""A day, written as 2024-06-30."""


class Body(BaseModel):
    """The body of a request: a JSON object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")
