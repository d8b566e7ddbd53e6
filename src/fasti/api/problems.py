"""Refusals as problem details (RFC 9457): a stable code, a sentence in the language asked for, and every finding.

What is not granted and what is not there look alike, so that nobody learns what exists by asking.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from fasti import charter, words
from fasti.access import rights
from fasti.acts.findings import Finding
from fasti.acts.models import Body
from fasti.exchange import formats
from fasti.indicators.figures import CannotCompute
from fasti.operations import draft_act, issue_act, open_account, telling, upgrade_body

_logger = logging.getLogger("fasti.api")
MEDIA_TYPE = "application/problem+json"
REALM = {"WWW-Authenticate": 'Bearer realm="fasti"'}


class Found(Schema):
    """One thing that stands in the way."""

    code: str = Field(
        description="Stable code; all are listed in the reference of findings.", examples=["post-occupied"]
    )
    message: str = Field(description="A sentence in the language asked for.")
    where: str = Field(
        description="The field of the request, or the place of the act and effect (`1.2`); empty: the whole.",
        examples=["query.period", "1.2"],
    )
    article: str = Field(description="The article of the rule book behind it; empty where there is none.")


class Problem(Schema):
    """Why a request is refused (RFC 9457)."""

    type: str = Field(
        description="A name for the kind of problem.", examples=["urn:fasti:problem:not-granted"]
    )
    title: str = Field(description="What is refused, in the language asked for.")
    status: int = Field(description="The HTTP status.", examples=[403])
    detail: str = Field(description="Why, in the language asked for.")
    instance: str = Field(description="The address asked.", examples=["/api/v1/acts"])
    code: str = Field(description="The kind of problem as a short code.", examples=["not-granted"])
    right: str | None = Field(
        None, description="Of `not-granted`: the right that is missing.", examples=["acts"]
    )
    findings: list[Found] = Field(default_factory=list, description="Everything that stands in the way.")
    current: dict[str, Any] | None = Field(
        None, description="Of `stale`: the draft as it is now, to be compared with what was sent."
    )


class Refused(Exception):
    """A request that is refused."""

    def __init__(
        self,
        code: str,
        status: int,
        *,
        findings: Sequence[Finding | Found] = (),
        headers: Mapping[str, str] | None = None,
        current: Mapping[str, Any] | None = None,
        **args: object,
    ) -> None:
        super().__init__(code)
        self.code, self.status, self.findings = code, status, tuple(findings)
        self.headers, self.current, self.args_ = dict(headers or {}), current, args


class NotGranted(Refused):
    """A right is missing, or there is no such thing: the answer is the same."""

    def __init__(self, right: str) -> None:
        if right not in rights.RIGHTS:
            raise ValueError(right)
        super().__init__("not-granted", 403)
        self.right = right


class NotThere(Refused):
    """There is nothing at this address, and everybody may know."""

    def __init__(self) -> None:
        super().__init__("not-there", 404)


class Unauthenticated(Refused):
    """Nobody known asks."""

    def __init__(self) -> None:
        super().__init__("unauthenticated", 401, headers=REALM)


READING: dict[Any, Any] = {frozenset({400, 401, 403, 404, 414, 422, 429}): Problem}
"""How an operation that reads may be refused."""
CHANGING: dict[Any, Any] = {frozenset({400, 401, 403, 404, 409, 413, 414, 422, 429}): Problem}
"""How an operation that changes something may be refused."""


def refused(code: str, **args: object) -> Refused:
    """A problem with one finding: what was asked cannot be answered."""
    return Refused("findings", 422, findings=[Finding(code, args)])


def answer(request: HttpRequest, problem: Refused) -> HttpResponse:
    """The problem as a response."""
    from fasti.api import asked

    lang = asked.language(request)
    right = getattr(problem, "right", None)
    args = {**problem.args_, **({"right": words.say(f"right-{right}", lang)} if right else {})}
    shown = Problem(
        type=f"urn:fasti:problem:{problem.code}",
        title=words.say(f"api-problem-{problem.code}", lang),
        status=problem.status,
        detail=words.say(f"api-problem-{problem.code}-why", lang, **args),
        instance=request.path,
        code=problem.code,
        right=right,
        findings=[found(each, lang, getattr(request, "pack", None)) for each in problem.findings],
        current=dict(problem.current) if problem.current is not None else None,
    )
    content = json.dumps(shown.model_dump(exclude_none=True), ensure_ascii=False)
    response = HttpResponse(
        content.encode("utf-8", "replace"), status=problem.status, content_type=MEDIA_TYPE
    )
    response.headers["Content-Language"] = lang
    for name, value in problem.headers.items():
        response.headers[name] = value
    return response


def found(each: Finding | Found, lang: str, pack: charter.Pack | None) -> Found:
    if isinstance(each, Found):
        return each
    where = str(each.args.get("field", "")) if each.effect is None else f"{each.act + 1}.{each.effect}"
    sentence = telling.sentence(each, lang, pack=pack)
    return Found(code=each.code, message=sentence, where=where, article=each.reference)


# -- what the rooms beneath refuse -----------------------------------------------------------------------------------


def handle(api: NinjaAPI) -> None:
    """Let every refusal of the rooms beneath, and of the framework, be answered as a problem."""
    handlers: dict[type[Exception], Any] = {
        Refused: lambda error: error,
        AuthenticationError: lambda error: Unauthenticated(),
        HttpError: _of_http,
        ValidationError: _of_shape,
        Http404: lambda error: NotThere(),
        RequestDataTooBig: lambda error: Refused("too-large", 413),
        SuspiciousOperation: lambda error: Refused("malformed", 400),
        issue_act.CannotIssue: _of_findings,
        draft_act.CannotKeep: _of_findings,
        open_account.CannotChangeAccount: _of_findings,
        CannotCompute: lambda error: _of_code(error.code, error.args_, error),
        formats.CannotWrite: lambda error: _of_code(error.code, error.args_, error),
        charter.NoRule: _of_rule,
        DatabaseError: _of_database,
        Exception: _of_failure,
    }
    for kind, translate in handlers.items():
        api.add_exception_handler(kind, _handler(translate))


def _handler(translate: Any) -> Any:
    def handler(request: HttpRequest, error: Exception) -> HttpResponse:
        return answer(request, translate(error))

    return handler


def _of_findings(
    error: issue_act.CannotIssue | draft_act.CannotKeep | open_account.CannotChangeAccount,
) -> Refused:
    return Refused("findings", 422, findings=error.findings)


def _of_http(error: HttpError) -> Refused:
    if isinstance(error.__cause__, Refused):
        return error.__cause__
    return Refused("malformed", 400) if error.status_code == 400 else Refused("failed", error.status_code)


def _of_code(code: str, args: Mapping[str, str], error: Exception) -> Refused:
    if code in words.FINDINGS:
        return refused(code, **args)
    return Refused("findings", 422, findings=[Found(code=code, message=str(error), where="", article="")])


def _of_rule(error: charter.NoRule) -> Refused:
    return refused("no-rule", value=error.key, day=error.as_of or "")


def _of_database(error: DatabaseError) -> Refused:
    made_by = upgrade_body.made_by()
    if not made_by:
        return _of_failure(error)
    return Refused(f"made-by-{made_by}", 503, unit=Body.objects.values_list("pack", flat=True).first())


def _of_failure(error: Exception) -> Refused:
    _logger.exception("request failed", exc_info=error)
    return Refused("failed", 500)


_SHAPES = {"missing": "missing-field", "extra_forbidden": "unexpected-field"}


def _of_shape(error: ValidationError) -> Refused:
    return Refused("findings", 422, findings=[_misshaped(each) for each in error.errors])


def _misshaped(each: Mapping[str, Any]) -> Finding:
    """What is wrong with a field, as the finding that a draft gets for the same mistake."""
    field = ".".join(str(part) for part in each["loc"])
    code = _SHAPES.get(each["type"], "wrong-type")
    args: dict[str, object] = {"field": field}
    if code == "wrong-type":
        args["value"] = each.get("given", "")
    return Finding(code, args)
