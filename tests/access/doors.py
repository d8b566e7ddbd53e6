"""Every address of every door, with what it is aimed at, and everything an answer says."""

from __future__ import annotations

import functools
import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import orjson
import pypdf
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from fasti.access.models import Job
from fasti.acts.models import Act, Draft
from fasti.api import whole
from tests import cast
from tests.access.marks import (
    CLASSES,
    LODGES,
    READING,
    RETURNING,
    account,
    of_account,
    of_act,
    of_member,
    of_return,
)
from tests.returns import handed


def client(role: str) -> Client:
    """A browser of the role."""
    found = Client()
    if role:
        found.force_login(account(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return found


# -- every address ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Address:
    """One request: `marks` are those of what it is aimed at; empty where it is aimed at nothing."""

    method: str
    path: str
    name: str
    marks: frozenset[str] = frozenset()
    body: dict[str, Any] | None = None

    @property
    def is_program(self) -> bool:
        return self.path.startswith("/api/")

    def ask(self, browser: Client) -> HttpResponse:
        """The answer; JSON goes with the headers that the API wants of a change."""
        if self.method == "get":
            found: Any = browser.get(self.path)
        elif self.is_program:
            headers = {"If-Match": '"1"', "Idempotency-Key": "one-of-ours"}
            found = browser.generic(
                self.method.upper(), self.path, orjson.dumps(self.body or {}), content_type="application/json",
                headers=headers,
            )  # fmt: skip
        else:
            found = browser.post(self.path, self.body or {})
        answer: HttpResponse = found
        return answer


def said(answer: Any) -> str:
    """Everything an answer says, whatever its format: packed parts are opened, headers count, tokens do not."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    texts = [str(dict(answer.headers))]
    if content.startswith(b"%PDF"):
        texts += [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            texts += [opened.read(name).decode("utf-8", "replace") for name in opened.namelist()]
    else:
        plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        texts.append(plain.decode("utf-8", "replace"))
    return _DRAWN.sub("", "\n".join(texts))


_DRAWN = re.compile(r'(?:(?<=name="csrfmiddlewaretoken" value=")|(?<="X-CSRFToken": "))[A-Za-z0-9]+')
"""What is drawn by lot for each answer: sooner or later any few letters stand in it."""


def unechoed(address: Address, text: str) -> str:
    """What is said beyond the very address that was asked: refusals name it, and the page of signing in leads back."""
    asked = address.path.partition("?")[0]
    return text.replace(asked, "").replace(quote(asked), "").replace(quote(asked, safe=""), "")


class Unaddressed(LookupError):
    """An address has a part that nothing here knows how to fill: say so in `_targets`, so that it is walked too."""


UNITS = ("GLK", "NORTH", "NORTH-B", "ALDER", "CEDAR", "SOUTH", "BIRCH")
PERIODS = urlencode({"period": "2024-H1"})
_ABOUT = [f"unit={unit}&{PERIODS}" for unit in ("GLK", "NORTH", "ALDER", "BIRCH")]
_FOUND = ["q=kq", "q=kqact", "q=kqmember", "q=kqactbirch", "q=kqmemberbirch"]
QUERIES: dict[str, list[str]] = {
    "acts": ["", *_FOUND, "unit=BIRCH", "unit=ALDER", "state=open"],
    "acts-csv": ["", "q=kqact"],
    "acts-xlsx": [""],
    "search": ["", *_FOUND],
    "people": ["", *_FOUND, "unit=BIRCH", "unit=ALDER"],
    "accounts": ["", *_FOUND, "q=kqaccount", "unit=BIRCH", "unit=ALDER", "state=never"],
    "account-new": ["", "person=M-1", "person=M-3"],
    "posts": ["", "unit=BIRCH", "view=empty"],
    "units": ["", "q=bir", "here=birch"],
    "unit": ["", *(f"region={region}" for region in ("strip", "members", "ages", "boundaries"))],
    "draft-suggest": [f"what={what}&typed=kq" for what in ("person", "post", "unit", "act")],
    "draft-new": ["", "issuer=BIRCH&type=letter", "person=M-3&post=BIRCH.keeper"],
    "drafts": ["", "view=mine", "view=check", "view=sign"],
    "log": ["", "view=units", "view=about-me"],
    "peer-group": ["", "period=2024-H1&places=1", "period=2024-H1&format=json"],
    "peer-score": ["", "period=2024", "period=2024&format=json"],
    "points-give": [
        f"period=2024&of={unit}&step={step}"
        for unit in ("NORTH", "SOUTH")
        for step in ("self", "check", "final")
    ],
    "practices": ["", "q=kq"],
    "figures": ["", *_ABOUT],
    "figure": _ABOUT,
    "returns": ["", *(f"unit={unit}&period=2023-H2" for unit in ("GLK", "NORTH", "SOUTH"))],
    "returns-accept": [f"form=half-year&period=2023-H2&chosen=1:{unit}" for unit in ("NORTH", "SOUTH")],
    "reports": ["", *_ABOUT],
    "report-download": _ABOUT[1:],
    "consolidation": ["", *_ABOUT],
    "consolidation-download": _ABOUT[1:],
    "timeliness": ["", *_ABOUT],
    "proposals": ["", *_ABOUT],
    "export": ["", "unit=BIRCH"],
    "return-export": [
        "",
        *(f"unit={unit}&format={format}" for unit in ("GLK", "BIRCH") for format in ("adx", "dsd")),
    ],
}
"""What pages are asked besides their address, by its name. Others are asked nothing."""
OPEN_TO_ALL = ("account_", "mfa_", "health", "language", "style")
"""Names of addresses that show no content of a body."""


def addresses() -> Iterator[Address]:
    """Every request of the walk: each page with each of its targets and questions, each operation of the API."""
    for route, pattern in _patterns(get_resolver().url_patterns):
        name = str(pattern.name)
        if route.startswith(("api/", "^api/")) or name.startswith(OPEN_TO_ALL):
            continue
        for path, marks in _filled(route, name, list(pattern.pattern.converters)):
            for query in QUERIES.get(name, [""]):
                yield Address("get", f"/{path}?{query}" if query else f"/{path}", name, marks)
            if marks or not pattern.pattern.converters:
                yield Address("post", f"/{path}", name, marks, dict(_FORGED))
    yield from _operations()


_FORGED = {"issuer": "BIRCH", "type": "letter", "title": "forged", "version": "1", "signed_on": "2024-05-02"}


def _patterns(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _patterns(each.url_patterns, route)
        else:
            yield route, each


def _filled(route: str, name: str, arguments: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The paths of an address with every target, and the marks of the target."""
    if not arguments:
        yield route, frozenset()
        return
    for values, marks in _targets(route, name, tuple(arguments)):
        path = route
        for argument, value in values.items():
            path = re.sub(rf"<\w+:{argument}>|<{argument}>", quote(value, safe="/"), path)
        yield path, marks


def _targets(
    route: str, name: str, arguments: tuple[str, ...]
) -> Iterator[tuple[dict[str, str], frozenset[str]]]:
    place = route.removeprefix("api/v1/").split("/")[0]
    nothing = frozenset[str]()
    match place, arguments:
        case "acts", ("id",) | ("id", "ordinal") | ("act",) | ("act", "attachment"):
            for act in _aimed(name):
                value = act.code if arguments[0] == "act" else str(act.id)
                yield (
                    {arguments[0]: value, **({arguments[1]: "1"} if arguments[1:] else {})},
                    frozenset({act.title}),
                )
        case "drafts", ("id",) | ("draft",):
            for draft in Draft.objects.filter(issued_as=None):
                yield {arguments[0]: str(draft.id)}, frozenset({str(draft.content["title"])})
        case "people", ("code",) | ("person",):
            for n, lodge in enumerate(LODGES, 1):
                yield {arguments[0]: f"M-{n}"}, frozenset({of_member(lodge)})
            for code in ("EMIL", "FATIMA", "GORAN"):
                yield {arguments[0]: code}, nothing
        case "accounts", ("name",) | ("account",) | ("name", "what"):
            for lodge in LODGES:
                for what in ("close", "password", "forget", "reopen") if "what" in arguments else ("",):
                    given = {arguments[0]: of_account(lodge), **({"what": what} if what else {})}
                    yield given, frozenset({of_account(lodge)})
        case "units", ("code",) | ("unit",):
            yield from (({arguments[0]: code}, nothing) for code in UNITS)
        case "posts", ("code",) | ("post",):
            yield from (({arguments[0]: code}, nothing) for code in cast.POSTS)
        case "returns", ("form", "period", "unit"):
            for unit in RETURNING:
                for period in ("2023-H2", "2024-H1"):
                    given = {"form": handed.FORM, "period": period, "unit": unit}
                    # Members of a board see the page of their region, and not what stands on it in a higher class:
                    # the South's is refused to all who may not see its people.
                    yield given, frozenset({of_member("BIRCH")}) if unit == "SOUTH" else nothing
        case "returns", ("form", "period", "unit", "place"):
            for unit in RETURNING:
                given = {"form": handed.FORM, "period": "2023-H2", "unit": unit, "place": "1.1"}
                yield given, frozenset({of_return(unit)})
        case "figures", ("indicator",):
            yield from (({"indicator": id}, nothing) for id in ("members.total", "acts.issued"))
        case "jobs", ("id",) | ("job",):
            yield from (
                ({arguments[0]: str(job.id)}, frozenset({_mark_of(job)})) for job in Job.objects.all()
            )
        case "readings", ("id",) | ("reading",):
            yield from (
                ({arguments[0]: str(job.id)}, frozenset({READING}))
                for job in Job.objects.filter(kind="reading")
            )
        case "readings", ("id", "line") | ("reading", "line"):
            yield from (
                ({arguments[0]: str(job.id), "line": "0"}, frozenset({READING}))
                for job in Job.objects.filter(kind="reading")
            )
        case "jobs", ("id" | "job" as id, "name"):
            yield from (
                ({id: str(job.id), "name": "report.html"}, frozenset({_mark_of(job)}))
                for job in Job.objects.all()
            )
        case "peers", ("group",):
            yield from (({"group": code}, nothing) for code in ("regions", "coast", "nowhere"))
        case "peers", ("group", "card"):
            yield {"group": "regions", "card": "regions-year"}, nothing
        case "practices", ("unit", "practice"):
            yield {"unit": "NORTH", "practice": "dusk"}, nothing
        case "reports", ("format",):
            yield from (({"format": format}, nothing) for format in ("html", "json", "docx"))
        case "reports" | "timeliness", ("form",):
            yield {"form": "half-year"}, nothing
        case "returns", ("unit", "form", "period"):
            for code in ("NORTH", "ALDER", "BIRCH", "NOWHERE"):
                yield {"unit": code, "form": "half-year", "period": "2024-H1"}, nothing
        case "returns", ("form", "period"):
            yield {"form": "half-year", "period": "2024-H1"}, nothing
        case "charter", ("table",):
            yield from (({"table": table}, nothing) for table in ("grants", "offices"))
        case ("tokens", ("token",)) | ("calendar", ("token",)) | ("account", _):
            yield {arguments[0]: "1"}, nothing
        case _:
            raise Unaddressed(f"{route} ({name}): {arguments}")


def _mark_of(job: Job) -> str:
    return str(job.question["title"])


_COSTLY = ("act-pdf", "act-docx")


def _aimed(name: str) -> list[Act]:
    """The acts with marks; where an answer costs a lot, one of each class and those of the neighbour."""
    found = list(Act.objects.select_related("issuer").filter(type="letter").order_by("id"))
    chosen = {of_act("ALDER", level) for level in CLASSES} | {
        of_act("BIRCH", "normal"),
        of_act("NORTH-B", "closed"),
    }
    return [act for act in found if act.title in chosen] if name in _COSTLY else found


# -- the API, by its own description ---------------------------------------------------------------------------------

_ASKED: dict[str, list[str]] = {
    "q": ["kq", "kqact", "kqmember", "birch"], "unit": ["GLK", "NORTH", "ALDER", "BIRCH"], "period": ["2024-H1"],
    "first": ["2023-H1"], "last": ["2024-H1"],
    "of": ["person:M-3", "unit:BIRCH"], "format": ["json"], "form": ["half-year"],
}  # fmt: skip
"""What is asked of operations, by the name of the question."""
_CONTENT = {**cast.act("BIRCH", "letter", "forged", "2024-05-02"), "version": 1}
_BODIES: list[dict[str, Any]] = [{}, _CONTENT, {"content": _CONTENT, "unit": "BIRCH", "period": "2024-H1"}]


@functools.cache
def _described() -> dict[str, Any]:
    """The operations of the API by address, as it describes itself: the same all the while."""
    described: dict[str, Any] = whole.api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    return described


def _operations() -> Iterator[Address]:
    for path, methods in _described().items():
        for method, operation in methods.items():
            inside = tuple(re.findall(r"\{(\w+)\}", path))
            route = path.lstrip("/")
            targets = _targets(route, path, inside) if inside else iter([({}, frozenset[str]())])
            for values, marks in targets:
                filled = path
                for argument, value in values.items():
                    filled = filled.replace(f"{{{argument}}}", quote(value, safe="/:"))
                yield from _asked_of(method, filled, path, operation, marks)


def _asked_of(
    method: str, filled: str, path: str, operation: dict[str, Any], marks: frozenset[str]
) -> Iterator[Address]:
    if method != "get":
        is_json = "application/json" in operation.get("requestBody", {}).get("content", {})
        yield from (
            Address(method, filled, path, marks, body) for body in (_BODIES if is_json else _BODIES[:1])
        )
        return
    needed = [
        each["name"]
        for each in operation.get("parameters", [])
        if each.get("required") and each["in"] == "query"
    ]
    offered = [
        each["name"]
        for each in operation.get("parameters", [])
        if each["in"] == "query" and each["name"] in _ASKED
    ]
    if any(name not in _ASKED for name in needed):
        raise Unaddressed(f"{path}: {needed}")
    if not offered:
        yield Address(method, filled, path, marks)
        return
    if not needed:
        yield Address(method, filled, path, marks)
    always = {name: _ASKED[name][0] for name in needed}
    for name in offered:
        for value in _ASKED[name]:
            yield Address(method, f"{filled}?{urlencode({**always, name: value})}", path, marks)
