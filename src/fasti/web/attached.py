"""Files handed over to be kept: never shown by the browser itself."""

from __future__ import annotations

from typing import TypeVar

from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

Response = TypeVar("Response", bound=HttpResponseBase)
_LONGEST = 200


def attached(response: Response, name: str) -> Response:
    """The answer as a file to be kept under a name that no path can hide in."""
    plain = "".join("-" if each in '/\\:*?"<>|' or not each.isprintable() else each for each in name)
    response.headers["Content-Disposition"] = (
        content_disposition_header(True, plain[:_LONGEST]) or "attachment"
    )
    return response
