"""What a request may give: days written as days, and bodies that are objects, nothing that could be taken for them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written(value: Any) -> Any:
    """A day or the text of one; a number of seconds is none."""
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError("a day is written as 2024-06-30")


Day = Annotated[date, BeforeValidator(_written)]
"""A day, written as 2024-06-30."""


class Body(BaseModel):
    """The body of a request: a JSON object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")
