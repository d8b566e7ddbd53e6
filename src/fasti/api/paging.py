"""Pages of long lists: a page says where the next one begins, in a mark that fits the same question alone.

A page begins after the last row of the one before, so that rows that come in between neither shift nor repeat it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from ninja import Field, Schema

from fasti.api import problems
from fasti.api.asked import Asked
from fasti.reports import marks

Row = TypeVar("Row", bound=Model)
_OWN = ("cursor", "limit")
"""Parameters that are not part of the question."""
MOST = 200


class Paging(Schema):
    """Which part of a list."""

    limit: int = Field(50, ge=1, le=MOST, description="How many rows at most.")
    cursor: str | None = Field(
        None,
        min_length=1,
        max_length=marks.LONGEST,
        description="`next` of the page before; fits the same question alone. Left out: the first page.",
    )


class Page(Schema):
    """What every page of a list has beside its `items`."""

    next: str | None = Field(
        None, description="The `cursor` of the page that follows; null on the last one.", examples=["eyJ…"]
    )


def page(
    request: Asked, rows: QuerySet[Row], paging: Paging, *, by: Sequence[str]
) -> tuple[list[Row], str | None]:
    """The rows of a page in the order of the fields `by` (all upwards, or all with `-` downwards; the last is unique),
    and the mark of the next page. Refused where the cursor is of another question.
    """
    fields = [each.lstrip("-") for each in by]
    after = opened(request, paging, len(fields))
    if after is not None:
        rows = rows.filter(_beyond(fields, after, "lt" if by[0].startswith("-") else "gt"))
    found = list(rows.order_by(*by)[: paging.limit + 1])
    if len(found) <= paging.limit:
        return found, None
    return found[: paging.limit], sealed(
        request, [_value(found[paging.limit - 1], field) for field in fields]
    )


def part(request: Asked, rows: Sequence[Any], paging: Paging) -> tuple[list[Any], str | None]:
    """A page of a short list that is held whole: the mark is the place where the next page begins."""
    after = opened(request, paging, 1)
    start = int(after[0]) if after else 0
    end = start + paging.limit
    return list(rows[start:end]), sealed(request, [end]) if end < len(rows) else None


def position(request: Asked, paging: Paging) -> str:
    """Where the page begins in a list that is read by its codes: after this one; empty: at the beginning."""
    after = opened(request, paging, 1)
    return str(after[0]) if after else ""


def sealed(request: Asked, position: Sequence[Any]) -> str:
    """A mark of a position in the answer to this question."""
    return marks.write(position, question=_question(request))


def opened(request: Asked, paging: Paging, num: int) -> list[Any] | None:
    """The position in a mark, `num` values; None for the first page. Refused where the mark is of another question."""
    try:
        keys = marks.read(paging.cursor or "", *[object] * num, question=_question(request))
    except marks.NotOurs as error:
        raise problems.refused("wrong-type", field="query.cursor", value=paging.cursor) from error
    return None if keys is None else list(keys)


def _question(request: Asked) -> str:
    asked = sorted((key, *values) for key, values in request.GET.lists() if key not in _OWN)
    return hashlib.sha256(repr((request.account.pk, request.path, asked)).encode()).hexdigest()[:16]


def _beyond(fields: Sequence[str], after: Sequence[Any], way: str) -> Q:
    """Later in the order than a position: by the first field, or as the first and later by the others."""
    found = Q()
    for number, (field, value) in enumerate(zip(fields, after, strict=True)):
        equal = dict(zip(fields[:number], after, strict=False))
        found |= Q(**equal, **{f"{field}__{way}": value})
    return found


def _value(row: Any, field: str) -> Any:
    for name in field.split("__"):
        row = getattr(row, name)
    return row if isinstance(row, int | str) else row.isoformat()
