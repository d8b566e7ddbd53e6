"""The whole API: every noun's operations under one address, its description, and what stands around each request."""

from __future__ import annotations

import functools
import importlib
import json
from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.parser import Parser

from fasti import words
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.api import asked, problems

NOUNS = (
    "me", "units", "posts", "people", "drafts", "acts", "figures", "consolidations", "return_files",
    "timeliness", "proposals", "peers", "readings", "wordings", "returns", "reports", "charter", "log", "waiting",
    "jobs", "tokens", "accounts",
)  # fmt: skip
"""Modules of this folder with a `router`, in the order of the description. Addresses are tried in this order, and the
code of an act may hold slashes: what is asked of drafts under an act's address comes before acts."""
LONGEST = 20_000
"""Characters of an address with its query."""
View = Callable[..., HttpResponse]


class _Parser(Parser):
    """JSON as we keep it: UTF-8, and no text that no database can hold."""

    def parse_body(self, request: HttpRequest) -> Any:
        """What the body says; refused where it is no JSON, or holds NUL or half a character."""
        try:
            read = json.loads(request.body.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise problems.Refused("malformed", 400) from error
        found = texts.check(read if isinstance(read, dict) else {"body": read})
        if found:
            raise problems.Refused("findings", 422, findings=found)
        return read


class _Api(NinjaAPI):
    """Our description of it: problems have their own media type, documents theirs."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """The description as OpenAPI 3.1."""
        described = super().get_openapi_schema(**kwargs)
        for path in described["paths"].values():
            for operation in path.values():
                _describe(operation)
        return described

    def validation_error_from_error_contexts(self, error_contexts: Any) -> Any:
        """As the framework's, but what was given is kept for the sentence."""
        error = super().validation_error_from_error_contexts(error_contexts)
        given = [
            each["input"] for context in error_contexts for each in context.pydantic_validation_error.errors()
        ]
        for each, value in zip(error.errors, given, strict=True):
            each["given"] = texts.readable(value)
        return error


IN_PATHS = {
    "unit": "Code of the unit.",
    "post": "Code of the post.",
    "person": "Code of the person.",
    "act": "Code of the act, slashes and all.",
    "attachment": "Place of the file, from 1.",
    "indicator": "Id of the figure.",
    "form": "Id of the form.",
    "period": "A year, half-year, quarter or month: 2024, 2024-H1, 2024-Q3, 2024-05.",
    "group": "Code of the peer group.",
    "card": "Id of the scorecard.",
    "practice": "Code of the practice.",
    "table": "Name of the table.",
    "name": "Name of the file.",
    "account": "Name of the account.",
    "token": "Number of the token.",  # nosec B105 - a description
}
"""What a part of an address is, where its operation does not say more."""


def _describe(operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            parameter.setdefault("description", IN_PATHS.get(parameter["name"], ""))
    operation["parameters"] = [
        *operation.get("parameters", []),
        {
            "in": "header",
            "name": "Accept-Language",
            "required": False,
            "description": f"The language of sentences, the best of {', '.join(words.LANGUAGES)}.",
            "schema": {"type": "string"},
        },
    ]
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        if int(status) >= 400 and "application/json" in content:
            response["content"] = {problems.MEDIA_TYPE: content["application/json"]}


api = _Api(
    title="Fasti",
    version="1",
    description=(
        "The register of a federated membership body: everything the pages can do. Rights are those of the token's"
        " tenure. What is not granted and what does not exist are answered alike."
    ),
    docs_url=None,
    parser=_Parser(),
    auth=asked.AUTH,
    urls_namespace="api",
)
problems.handle(api)
for _noun in NOUNS:
    api.add_router("", importlib.import_module(f"fasti.api.{_noun}").router, tags=[_noun])


def around(view: View) -> View:
    """What stands around every request: readable addresses, refusals as problems, and what may keep the answer."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _refused(request) or view(request, *args, **kwargs)
        if response.status_code == 405:
            allowed = {"Allow": response.headers.get("Allow", "")}
            response = problems.answer(request, problems.Refused("not-allowed", 405, headers=allowed))
        tag = getattr(request, "etag", None)
        if tag is not None and response.status_code < 400:
            response.headers["ETag"] = f'"{tag}"'
            response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Authorization, Cookie, Accept-Language"
        return response

    # Forms are checked where a session asks: `asked.Session`. Whoever comes with a token has no form.
    return csrf_exempt(answer)


def _refused(request: HttpRequest) -> HttpResponse | None:
    """An address that is too long, or holds what is no text."""
    given = [request.path, *(each for key, values in request.GET.lists() for each in (key, *values))]
    given += [request.headers.get("Idempotency-Key", "")]
    if sum(map(len, given)) > LONGEST:
        return problems.answer(request, problems.Refused("too-long", 414))
    if not all(map(texts.is_keepable, given)):
        found = [Finding("text-has-nul" if "\x00" in each else "text-malformed", {"field": "address"})
                 for each in given if not texts.is_keepable(each)]  # fmt: skip
        return problems.answer(request, problems.Refused("findings", 422, findings=found[:1]))
    return None


@around
def not_there(request: HttpRequest, path: str = "") -> HttpResponse:
    """Whatever is no address of the API."""
    return problems.answer(request, problems.NotThere())


def _surrounded() -> tuple[list[URLPattern | URLResolver], str, str]:
    patterns, app, namespace = api.urls
    for pattern in patterns:
        pattern.callback = around(cast(View, pattern.callback))
    return patterns, app, namespace


urls = _surrounded()
"""For `path("api/v1/", ...)`."""
