"""Answers that the program has already: a strong tag says which state of the record, and whose sight, an answer is of.

The record grows by acts alone, so the last act's seal stands for the whole of it; nothing is read to find that an
answer is still the same.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpResponse
from ninja.operation import Operation
from ninja.utils import contribute_operation_callback

from fasti import charter
from fasti.acts.models import Act
from fasti.api import problems
from fasti.api.asked import Asked

DESCRIBED: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": "If-None-Match",
            "required": False,
            "description": "The `ETag` of an answer that you have: 304 where it is still the same.",
            "schema": {"type": "string"},
        }
    ],
    "responses": {
        200: {"headers": {"ETag": {"description": "Names this answer.", "schema": {"type": "string"}}}},
        304: {"description": "What you have is still the same."},
    },
}
"""What the description says of an operation that answers so."""
View = TypeVar("View", bound=Callable[..., Any])


def of_record(view: View) -> View:
    """Let an operation that reads nothing but the record and the rule book answer 304 while they are the same."""

    def apply(operation: Operation) -> None:
        operation.view_func = _conditional(operation.view_func)
        operation.openapi_extra = DESCRIBED

    contribute_operation_callback(view, apply)
    return view


def _conditional(view: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(view)
    def answer(request: Asked, *args: Any, **kwargs: Any) -> Any:
        tag = _tag(request)
        if matches(request.headers.get("If-None-Match", ""), tag):
            response = HttpResponse(status=304)
        else:
            response = view(request, *args, **kwargs)
        request.etag = tag
        return response

    return answer


def _tag(request: Asked) -> str:
    last = Act.objects.order_by("-id").values_list("id", "hash").first()
    pack: charter.Pack = request.pack
    sight = request.sight
    state = (
        last, pack.id, pack.version, request.lang, request.day, request.get_full_path(), sight.person,
        sorted(map(repr, (_plain(grant) for grant in sight.grants))),
    )  # fmt: skip
    return hashlib.sha256(repr(state).encode("utf-8", "replace")).hexdigest()[:32]


def _plain(grant: Any) -> tuple[object, ...]:
    """A grant in words that are the same in every process: sets have no order."""
    return (
        sorted(grant.rights), grant.reach, grant.unit, grant.clearance, grant.tenure_effect, sorted(grant.starts),
    )  # fmt: skip


def matches(header: str, tag: str) -> bool:
    """Whether a header (`If-None-Match`, `If-Match`) names the tag. An answer packed on its way bears it as weak."""
    named = [each.strip().removeprefix("W/") for each in header.split(",") if each.strip()]
    return "*" in named or f'"{tag}"' in named


def require_match(header: str, tag: str, *, current: dict[str, Any]) -> None:
    """Refused with 412 where the program knew another version; `current` is what it is now."""
    if not matches(header, tag):
        raise problems.Refused("stale", 412, headers={"ETag": f'"{tag}"'}, current=current)
