"""An effect as the fold sees it: one change, by identities, in the order of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Recorded(NamedTuple):
    """An effect of an issued act (or of one on trial). Subjects are ids."""

    id: int
    act: int
    kind: str
    on: date
    unit: int
    person: int | None
    post: int | None
    other_unit: int | None
    other_post: int | None
    data: Mapping[str, Any]
    voids: int | None = None
    other_person: int | None = None

    @property
    def order(self) -> tuple[date, int]:
        """Its place in the fold: by the day it takes effect, then as recorded."""
        return (self.on, self.id)
