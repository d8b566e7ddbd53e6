"""The page of the programming interface, as its own description says."""

from __future__ import annotations

from typing import Any

from tests.docs.reference import markdown


def api() -> str:
    """Every operation of the API by noun, from its description: what it answers and what it may be asked."""
    from fasti.api import whole

    described = whole.api.get_openapi_schema(path_prefix="/api/v1/")
    lead = (
        "Every operation under `/api/v1`, from its description, which the server gives as `/api/v1/openapi.json`."
        " How to make a token, to page, to issue without issuing twice and to read refusals is told in"
        " [use the API](../how-to/use-the-api.md). Every operation takes `Accept-Language`; what the statuses mean"
        " is told there."
    )
    by_noun: dict[str, list[str]] = {}
    for path, operations_ in described["paths"].items():
        for method, operation in operations_.items():
            by_noun.setdefault(operation["tags"][0], []).append(_operation_of(path, method, operation))
    blocks = [block for noun, told in by_noun.items() for block in (f"## {noun}", *told)]
    return markdown.page("API", lead, blocks)


def _operation_of(path: str, method: str, operation: dict[str, Any]) -> str:
    """One operation: its address, what it does, its parameters, its statuses."""
    rows = [
        (f"`{each['name']}`" + ("" if each["required"] else "?"), each["in"], each.get("description", ""))
        for each in operation["parameters"]
        if each["name"] != "Accept-Language"
    ]
    statuses = ", ".join(str(status) for status in sorted(map(int, operation["responses"])))
    parts = [f"### {method.upper()} {path}", f"{operation['summary']}. {operation['description']}"]
    if rows:
        parts.append(markdown.table(["parameter", "in", "meaning"], rows))
    return "\n\n".join([*parts, f"Answers: {statuses}."])
