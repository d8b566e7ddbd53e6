"""Every page of the menu, every page of a list and every list of the API asks the database as often in a body twice as
large: what is shown more of costs rows, not questions.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fasti.acts.models import Act
from fasti.operations import draft_act
from tests import cast, lived_in
from tests.api import conftest as programs
from tests.web.conftest import SignIn

PAGES = (
    "/", "/units/", "/units/NORTH/", "/units/GLK/?tab=posts", "/units/NORTH/?tab=members", "/people/?unit=NORTH",
    "/people/EMIL/", "/posts/?unit=GLK", "/posts/ALDER.keeper/", "/acts/", "/acts/?q=letter", "/acts/{act}/",
    "/drafts/", "/drafts/new/", "/figures/?unit=GLK&period=2024-H1", "/reports/", "/returns/?unit=GLK",
    "/returns/timeliness/?unit=GLK", "/returns/proposals/?unit=GLK", "/practices/", "/readings/", "/log/", "/jobs/",
    "/accounts/", "/rights/", "/charter/", "/search/?q=Lodge",
)  # fmt: skip
LISTS = (
    "units?q=Lodge", "tree", "units/GLK", "units/NORTH/life", "people?unit=NORTH", "people/EMIL", "posts?unit=GLK",
    "acts", "acts?q=letter", "drafts", "figures", "reports", "returns?unit=GLK", "proposals?unit=GLK", "practices",
    "readings", "log", "jobs", "accounts", "tokens", "waiting", "me", "charter",
)  # fmt: skip


def larger(nth: int) -> None:
    """Lodges with keepers and members, letters with tasks, drafts: more of each than there was."""
    lodges: list[dict[str, Any]] = []
    for i in range(8):
        unit, person = f"LODGE-{nth}{i}", f"MORE-{nth}{i}"
        name = {"family_name": "Novák", "given_name": f"N{i}", "sex": "F", "born_on": "1990-01-01"}
        lodges += [
            {"kind": "FOUND", "unit": unit, "parent": ("NORTH", "SOUTH")[i % 2], "unit_kind": "lodge",
             "name": {"en": f"Lodge {i}"}},
            {"kind": "ESTABLISH_POST", "post": f"{unit}.keeper", "unit": unit, "office": "keeper", "seats": 1},
            {"kind": "ADMIT", "person": person, "unit": unit, "stage": "full", **name},
            {"kind": "APPOINT", "person": person, "post": f"{unit}.keeper"},
        ]  # fmt: skip
    cast.issue(cast.act("COUNCIL", "decision", "Lodges", f"2024-11-{1 + 10 * nth:02}", *lodges))
    for i in range(8):
        task = {"text": "Count", "unit": "ALDER", "due_on": "2024-12-31", "responsible": "EMIL"}
        cast.issue(cast.act("NORTH-B", "plan", f"A letter {i}", f"2024-11-{2 + 10 * nth:02}", tasks=[task]))
        draft = cast.act(
            "ALDER", "letter", f"Letter {i}", f"2024-11-{3 + 10 * nth:02}", text="To whom it may concern."
        )
        draft_act.draft(draft, drafted_at=cast.at(f"2024-11-{3 + 10 * nth:02}"), actor="test")
        programs.account(f"MORE-{nth}{i}")


def counted(ask: dict[str, Any]) -> dict[str, int]:
    """How many questions each page puts, once everything that is kept between requests is there."""
    found = {}
    for path, get in ask.items():
        assert get().status_code == 200, path
        with CaptureQueriesContext(connection) as asked:
            get()
        found[path] = len(asked)
    return found


@pytest.mark.usefixtures("own_home")
def test_a_larger_body_is_asked_no_oftener(sign_in: SignIn) -> None:
    lived_in.build_more()
    larger(0)
    act = Act.objects.get(title="Lanterns").id
    ada, program = sign_in("ADA"), Client(headers={"Authorization": f"Bearer {programs.key('ADA')}"})
    ask = {path: (lambda path=path: ada.get(path.format(act=act))) for path in PAGES}
    ask |= {path: (lambda path=path: program.get(f"/api/v1/{path}")) for path in LISTS}
    before = counted(ask)
    larger(1)
    after = counted(ask)
    assert {path: (before[path], num) for path, num in after.items() if num > before[path]} == {}
