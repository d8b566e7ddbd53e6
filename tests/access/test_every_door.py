"""Every address of the pages and every operation of the API, as every role: nobody meets what is not granted.

The walk is generated from the addresses themselves; a new one is walked by being there, and one with an unknown part
fails until `doors` knows how to fill it. Whoever may meet a mark does meet it somewhere, so the walk is not blind.
"""

from __future__ import annotations

import difflib
import pathlib
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from fasti.access.models import Account, Job, Token
from fasti.acts.models import Act, Draft
from tests import cast
from tests.access import conftest, doors, marks
from tests.access.doors import Address
from tests.access.marks import MATRIX

QUICK = ("", "GORAN", "EMIL", "REGISTRAR")
ROLES = [role if role in QUICK else pytest.param(role, marks=pytest.mark.campaign) for role in MATRIX]


@pytest.fixture(scope="module")
def body(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pathlib.Path]:
    """The body with its marks, made once and taken back after the last walk; each walk takes back what it did."""
    folder = tmp_path_factory.mktemp("doors")
    (folder / "home").mkdir()
    with django_db_blocker.unblock(), transaction.atomic():
        conftest.found()
        marks.mark(folder)
        yield folder / "home"
        transaction.set_rollback(True)


@pytest.fixture
def marked(body: pathlib.Path, db: None, settings: Any) -> None:
    settings.HOME = body
    cache.clear()


def _kept() -> Any:
    """What no walk of a role may change: what is drafted, issued and granted by others."""
    return (
        Act.objects.count(),
        list(
            Draft.objects.filter(drafted_by=None)
            .order_by("id")
            .values("id", "content", "dropped_at", "checked_at")
        ),
        list(Account.objects.order_by("id").values("id", "name", "is_active", "is_registrar")),
        list(Job.objects.filter(account__name="ada").values("id", "state")),
        Token.objects.exclude(account__name="").count(),
    )


def _is_for(role: str, address: Address) -> bool:
    """Changes are tried only where they must be refused: at what the role may not see, or at what is nowhere."""
    return address.method == "get" or not address.marks <= MATRIX[role]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_meets_what_is_not_granted(role: str, marked: None) -> None:
    browser = doors.client(role)
    browser.raise_request_exception = False
    before, wrong, met = _kept(), list[str](), set[str]()
    for address in filter(lambda each: _is_for(role, each), doors.addresses()):
        answer = address.ask(browser)
        found = marks.met(doors.unechoed(address, doors.said(answer)))
        met |= found
        if answer.status_code >= 500:
            wrong.append(f"{address.method} {address.path}: {answer.status_code}")
        if found - MATRIX[role]:
            wrong.append(f"{address.method} {address.path}: shows {sorted(found - MATRIX[role])}")
        if address.marks - MATRIX[role] and answer.status_code < 300:
            wrong.append(f"{address.method} {address.path}: answered {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert _kept() == before
    assert met == MATRIX[role], "what is granted is shown somewhere"


# -- what is hidden changes nothing ----------------------------------------------------------------------------------

_NEW = re.compile(r'(csrfmiddlewaretoken|stamp)" value="[\w:-]+"|X-CSRFToken": "\w+"')
"""What is new in every answer."""
FIGURED = (
    "home",
    "log",
    "/api/v1/log",
    "/api/v1/consolidations",
    "consolidation",
    "consolidation-download",
    "figure",
    "figures",
    "peer-group",
    "peer-score",
    "report",
    "reports",
    "unit",
    "units",
    "charter",
    "acts-xlsx",
)
"""Names of pages that tell figures of a whole, in which every act counts, what was just asked, or the instant."""


def _lists(browser: Client) -> dict[str, str]:
    """What is told by every page and operation that is aimed at nothing, without what is new in each answer."""
    found = {}
    for address in doors.addresses():
        if address.method != "get" or address.marks or address.name in FIGURED:
            continue
        if "{" in address.name or any(each in address.path for each in ("/figures", "/peers/", "/reports")):
            continue
        answer = address.ask(browser)
        text = answer.content.decode("utf-8", "replace") if not answer.streaming else ""
        found[address.path] = _NEW.sub("", text)
    return found


@pytest.mark.parametrize("role", ["GORAN", "EMIL"])
def test_counts_and_suggestions_are_the_same_whether_or_not_something_hidden_is_there(
    role: str, marked: None
) -> None:
    browser = doors.client(role)
    before = _lists(browser)
    for n, level in enumerate(("closed", "sealed"), 2):
        cast.issue(cast.act("BIRCH", "letter", f"kqact more {level}", f"2024-05-0{n}", confidentiality=level))
        cast.issue(
            cast.act("COUNCIL", "letter", f"kqact more {level}", f"2024-05-0{n}", confidentiality=level)
        )
    member = conftest.admit("M-9", "Kqmemberbirchmore", "Tova", "BIRCH")
    cast.issue(cast.act("SOUTH-B", "decision", "Admission", "2024-05-04", member, confidentiality="closed"))
    after = _lists(browser)
    assert before.keys() == after.keys()
    assert len(before) > 30
    differing = {
        path: list(difflib.unified_diff(text.splitlines(), after[path].splitlines(), lineterm="", n=0))[2:]
        for path, text in before.items()
        if after[path] != text
    }
    assert not differing
