"""A body with marks in it, every address of every door, and what each role may be shown of the marks.

A mark is a word that stands nowhere else: in the title, text, task and file of an act of each issuer in each class of
confidentiality, in the name of a member of each lodge, in a year of birth, in the title of a draft. The matrix says by
hand which role may meet which. It knows nothing of how access is worked out.
"""

from __future__ import annotations

import functools
import gzip
import io
import itertools
import pathlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import pypdf
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from fasti.access import actor
from fasti.access.models import Account, Job
from fasti.acts.models import Act, Draft
from fasti.api import whole
from fasti.operations import draft_act
from fasti.subjects.models import Person
from tests import cast
from tests.access.conftest import admit

ISSUERS = ("COUNCIL", "NORTH-B", "SOUTH-B", "ALDER", "CEDAR", "BIRCH")
CLASSES = ("normal", "closed", "sealed")
LODGES = {"ALDER": ("NORTH-B", "1931"), "CEDAR": ("NORTH-B", "1932"), "BIRCH": ("SOUTH-B", "1933")}
DRAFTED = ("NORTH-B", "SOUTH-B", "ALDER", "BIRCH")


def of_act(issuer: str, level: str) -> str:
    """The mark of an act."""
    return f"kqact{issuer.lower().replace('-', '')}{level}x"


def of_member(lodge: str) -> str:
    """The mark in the name of a lodge's member."""
    return f"Kqmember{lodge.lower()}x"


def of_draft(unit: str) -> str:
    """The mark of a draft of a unit."""
    return f"kqdraft{unit.lower().replace('-', '')}x"


def of_account(lodge: str) -> str:
    """The name of the account of a lodge's member."""
    return f"kqaccount{lodge.lower()}x"


JOB = "kqjobx"
ACTS = {of_act(issuer, level) for issuer in ISSUERS for level in CLASSES}
MEMBERS = {of_member(lodge) for lodge in LODGES}
YEARS = {year for _, year in LODGES.values()}
DRAFTS = {of_draft(unit) for unit in DRAFTED}
ACCOUNTS = {of_account(lodge) for lodge in LODGES}
MARKS = ACTS | MEMBERS | YEARS | DRAFTS | ACCOUNTS | {JOB}


def _acts(**upto: str) -> set[str]:
    """The marks of acts by issuer (`_` for `-`) up to a class."""
    return {
        of_act(issuer.replace("_", "-"), level)
        for issuer, highest in upto.items()
        for level in CLASSES[: CLASSES.index(highest) + 1]
    }


def _members(*lodges: str) -> set[str]:
    return {of_member(lodge) for lodge in lodges}


def _years(*lodges: str) -> set[str]:
    return {LODGES[lodge][1] for lodge in lodges}


def _accounts(*lodges: str) -> set[str]:
    return {of_account(lodge) for lodge in lodges}


def _drafts(*units: str) -> set[str]:
    return {of_draft(unit) for unit in units}


_NORTH = _acts(COUNCIL="normal", NORTH_B="closed", ALDER="closed", CEDAR="closed") | _members(
    "ALDER", "CEDAR"
)
MATRIX: dict[str, set[str]] = {
    "": set(),
    "ADMIN": set(),
    "REGISTRAR": _drafts(*DRAFTED) | ACCOUNTS,
    "ADA": MARKS,
    "BRUNO": _NORTH | _years("ALDER", "CEDAR") | _drafts("NORTH-B", "ALDER") | _accounts("ALDER", "CEDAR"),
    "DORA": _NORTH | _years("ALDER", "CEDAR") | _drafts("NORTH-B", "ALDER") | _accounts("ALDER", "CEDAR"),
    "CHIARA": _acts(COUNCIL="normal", SOUTH_B="closed", BIRCH="closed") | _members("BIRCH") | _years("BIRCH")
    | _drafts("SOUTH-B", "BIRCH") | _accounts("BIRCH"),
    "EMIL": _acts(COUNCIL="normal", NORTH_B="normal", ALDER="closed", CEDAR="normal") | _members("ALDER", "CEDAR")
    | _years("ALDER") | _drafts("ALDER"),
    "HANA": _acts(COUNCIL="normal", NORTH_B="normal", CEDAR="closed", ALDER="normal") | _members("ALDER", "CEDAR")
    | _years("CEDAR"),
    "FATIMA": _acts(COUNCIL="normal", SOUTH_B="normal", BIRCH="closed") | _members("BIRCH") | _years("BIRCH")
    | _drafts("BIRCH"),
    "GORAN": _acts(COUNCIL="normal", NORTH_B="normal", ALDER="normal"),
}  # fmt: skip
"""What each role may meet; the empty role is whoever is not signed in."""


# -- the body --------------------------------------------------------------------------------------------------------


def mark(folder: pathlib.Path) -> None:
    """Plant the marks into the guild of the conftest."""
    for n, (lodge, (board, year)) in enumerate(LODGES.items(), 1):
        member = admit(f"M-{n}", of_member(lodge), "Tova", lodge) | {"born_on": f"{year}-01-01"}
        content = cast.act(board, "decision", "Admission", f"2024-03-0{n}", member, confidentiality="closed")
        cast.issue(content)
        Account.objects.create(
            name=of_account(lodge), person=Person.objects.get(code=f"M-{n}"), opened_at=cast.at("2024-03-04")
        )
    signers = {**cast.SIGNERS, "CEDAR": ("HANA", "CEDAR.keeper")}
    for issuer, level in itertools.product(ISSUERS, CLASSES):
        cast.issue(_letter(issuer, level, signers[issuer], folder))
    for unit in DRAFTED:
        content = cast.act(unit, "letter", of_draft(unit), "2024-05-01")
        draft_act.draft(content, drafted_at=cast.at("2024-05-02"), actor=actor.OPERATOR)
    Job.objects.create(
        account=account("ADA"), kind="report", state="done", question={"title": JOB}, answer={"files": ["report.html"]},
        asked_at=cast.at("2024-05-02"), ended_at=cast.at("2024-05-02"),
    )  # fmt: skip


def _letter(issuer: str, level: str, signer: tuple[str, str], folder: pathlib.Path) -> dict[str, Any]:
    word = of_act(issuer, level)
    file = folder / f"{word}.txt"
    file.write_text(word)
    return {
        **cast.act(issuer, "letter", word, "2024-04-01", text=f"About {word}.", confidentiality=level),
        "signer": signer[0], "signer_post": signer[1], "attachments": [str(file)],
        "tasks": [{"text": f"Do {word}", "unit": issuer}],
    }  # fmt: skip


def account(role: str) -> Account:
    """The account of a role; ADMIN and REGISTRAR are nobody's."""
    kept, _ = Account.objects.get_or_create(
        name=role.lower(),
        defaults={
            "person": Person.objects.filter(code=role).first(), "is_registrar": role == "REGISTRAR",
            "opened_at": cast.at("2020-01-01"),
        },
    )  # fmt: skip
    return kept


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
                self.method.upper(), self.path, _json(self.body or {}), content_type="application/json",
                headers=headers,
            )  # fmt: skip
        else:
            found = browser.post(self.path, self.body or {})
        answer: HttpResponse = found
        return answer


def _json(body: dict[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(body)


def said(answer: Any) -> str:
    """Everything an answer says, whatever its format: packed parts are opened, headers count."""
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
    return "\n".join(texts)


def unechoed(address: Address, text: str) -> str:
    """What is said beyond the very address that was asked: refusals name it, and the page of signing in leads back."""
    asked = address.path.partition("?")[0]
    return text.replace(asked, "").replace(quote(asked), "").replace(quote(asked, safe=""), "")


def met(text: str) -> set[str]:
    """The marks in a text; years only where they stand alone."""
    low = text.lower()
    words = {mark for mark in MARKS - YEARS if mark.lower() in low}
    return words | {year for year in YEARS if re.search(rf"(?<!\d){year}(?!\d)", text)}


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
    "figures": ["", *_ABOUT],
    "figure": _ABOUT,
    "reports": ["", *_ABOUT],
    "report-download": _ABOUT[1:],
    "export": ["", "unit=BIRCH"],
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
        case "figures", ("indicator",):
            yield from (({"indicator": id}, nothing) for id in ("members.total", "acts.issued"))
        case "jobs", ("id",) | ("job",):
            yield from (({arguments[0]: str(job.id)}, frozenset({JOB})) for job in Job.objects.all())
        case "jobs", ("id" | "job" as id, "name"):
            yield from (
                ({id: str(job.id), "name": "report.html"}, frozenset({JOB})) for job in Job.objects.all()
            )
        case "reports", ("format",):
            yield from (({"format": format}, nothing) for format in ("html", "json", "docx"))
        case "reports", ("form",):
            yield {"form": "half-year"}, nothing
        case "charter", ("table",):
            yield from (({"table": table}, nothing) for table in ("grants", "offices"))
        case ("tokens", ("token",)) | ("calendar", ("token",)) | ("account", _):
            yield {arguments[0]: "1"}, nothing
        case _:
            raise Unaddressed(f"{route} ({name}): {arguments}")


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
    "of": ["person:M-3", "unit:BIRCH"], "format": ["json"],
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
