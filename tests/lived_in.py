"""The Guild of the cast after some years: every kind of row that the record and the register can hold stands in it."""

from __future__ import annotations

import contextlib
import pathlib
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from fasti.acts.models import Act, Effect
from fasti.operations import draft_act, issue_act
from fasti.subjects.models import Person, Post, Unit
from tests import cast
from tests.returns import handed

FILE = "Lanterns are lit at dusk.\n" * 40


def acts() -> list[dict[str, Any]]:
    """What was decided after the founding, in order; each by its title."""
    north, council = "NORTH-B", "COUNCIL"
    folder = pathlib.Path(settings.HOME)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "plan.txt"
    file.write_text(FILE, encoding="utf-8")
    task = {"text": "Light them, [person:EMIL]", "unit": "NORTH", "level": "lodge", "group": "light"}
    return [
        cast.act(
            north, "decision", "Board member", "2024-02-01",
            {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": "2026-02-01"},
            {"kind": "PLAN", "person": "GORAN", "post": "NORTH-B.chair", "term": "2026-2030"},
            text="[person:GORAN] joins the board.",
        ),
        cast.act(
            north, "plan", "Lanterns", "2024-02-10",
            tasks=[
                {**task, "responsible": "EMIL", "due_on": "2024-06-30", "evidence": "photographs"},
                {"text": "Count them", "unit": "ALDER"},
            ],
            attachments=[str(file)],
        ),
        cast.act(
            council, "decision", "Admissions", "2024-02-15",
            {"kind": "ADMIT", "person": "HANA", "unit": "ALDER", "family_name": "Horáková", "given_name": "Hana",
             "sex": "F", "born_on": "2001-04-04", "document_number": "AB 123456"},
            {"kind": "ADMIT", "person": "JAN", "unit": "BIRCH", "stage": "full", "family_name": "Jánský",
             "given_name": "Jan", "sex": "M", "born_on": "1960-06-06"},
            {"kind": "ADMIT", "person": "KIM", "unit": "BIRCH", "stage": "full", "family_name": "Kim"},
        ),
        cast.act(
            council, "decision", "Cedar", "2024-03-01",
            {"kind": "FOUND", "unit": "CEDAR", "parent": "SOUTH", "unit_kind": "lodge", "name": {"en": "Cedar"}},
            {"kind": "ESTABLISH_POST", "post": "CEDAR.keeper", "unit": "CEDAR", "office": "keeper", "seats": 1},
            {"kind": "ADMIT", "person": "IVO", "unit": "CEDAR", "stage": "full", "family_name": "Ivanov",
             "given_name": "Ivo", "sex": "M", "born_on": "1988-08-08"},
            {"kind": "APPOINT", "person": "IVO", "post": "CEDAR.keeper"},
        ),
        cast.act(
            council, "decision", "Merits", "2024-04-01",
            {"kind": "COMPLETE_TRAINING", "person": "GORAN", "unit": "NORTH", "course": "C1",
             "topics": {"academy": ["wicks", "oil"]}},
            {"kind": "AWARD", "unit": "NORTH", "edition": "2024", "category": "essay", "prize": "first",
             "work": "On light", "authors": ["DORA", "EMIL"]},
            {"kind": "RATE", "person": "GORAN", "period": "2023", "grade": "good"},
            {"kind": "RATE", "unit": "ALDER", "period": "2023", "grade": "fair"},
            {"kind": "SANCTION", "person": "JAN", "form": "reprimand", "ground": "duties"},
            {"kind": "SANCTION", "unit": "BIRCH", "form": "reprimand", "ground": "accounts"},
        ),
        cast.act(
            council, "decision", "Merger", "2024-06-01",
            {"kind": "MERGE", "unit": "CEDAR", "other_unit": "BIRCH", "on": "2024-07-01"},
            {"kind": "CONFIRM", "person": "HANA", "on": "2024-07-02"},
            {"kind": "LEAVE", "person": "KIM", "reason": "left", "on": "2024-07-03"},
        ),
        cast.act(
            north, "decision", "Mistake", "2024-08-01",
            {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"},
        ),
        cast.act(
            north, "decision", "Withdrawal", "2024-08-05",
            relations=[{"kind": "withdraws", "act": "NORTH-B:2024/decision:2"}],
        ),
        cast.act(
            north, "report", "Half-year", "2024-08-10", form="half-year", period="2024-H1",
            relations=[{"kind": "concretises", "act": "COUNCIL:2024/decision:1"}],
        ),
        handed.submit("2024-08-20", proposals=["Buy oil."]) | {"title": "Return"},
        handed.answer("ACCEPT_RETURN", "2024-08-25") | {"title": "Receipt"},
        cast.act(
            council, "decision", "Twins", "2024-09-01",
            {"kind": "ADMIT", "person": "IWO", "unit": "ALDER", "stage": "full", "family_name": "Ivanov"},
            {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"},
            {"kind": "LEAVE", "person": "IWO", "reason": "left", "on": "2024-09-05"},
        ),
        cast.act(
            council, "decision", "Praise", "2024-09-10",
            {"kind": "SCORE", "unit": "GLK", "other_unit": "NORTH", "scorecard": "regions-year", "period": "2023",
             "step": "final", "points": {"hospitality": "7.5"}},
            {"kind": "PUBLISH_PRACTICE", "unit": "NORTH", "practice": "dusk", "practice_topic": "lights",
             "title": "Dusk", "text": "Light early."},
            {"kind": "ADOPT_PRACTICE", "unit": "SOUTH", "other_unit": "NORTH", "practice": "dusk"},
            {"kind": "LEARN_WORDING", "unit": "GLK", "text_language": "en", "phrase": "raised to the lamp",
             "indicator": "personnel.appointed", "authors": ["GORAN"]},
        ),
    ]  # fmt: skip


def build() -> None:
    """The guild, its acts issued one by one, one of them from a kept draft."""
    cast.found_guild()
    build_more()


def build_more() -> None:
    """What came after the founding."""
    for content in acts():
        cast.issue(content)
    last = cast.act("ALDER", "letter", "Letter", "2024-10-01", text="To whom it may concern.")
    draft = draft_act.draft(last, drafted_at=cast.at("2024-10-01", 9), actor="test")
    at = cast.at("2024-10-01")
    issue_act.issue([draft.content], pack=cast.pack(), recorded_at=at, actor="test", draft=draft.id)
    draft_act.draft(last | {"title": "Unfinished"}, drafted_at=at, actor="test")


def places() -> dict[str, Any]:
    """Ids for damage to name: acts by title, effects as `Title_1`, `u_`, `p_`, `t_` and a code for identities."""
    found: dict[str, Any] = {_plain(act.title): act.id for act in Act.objects.all()}
    for effect in Effect.objects.select_related("act"):
        found[f"{_plain(effect.act.title)}_{effect.ordinal}"] = effect.id
    for mark, model in (("u", Unit), ("p", Person), ("t", Post)):
        found |= {f"{mark}_{_plain(each.code)}": each.id for each in model.objects.all()}
    return found


def _plain(text: str) -> str:
    return text.replace(" ", "_").replace("-", "_").replace(".", "_")


def unguard() -> None:
    """Let this transaction do what the database refuses, as its owner could."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within is undone after."""
    savepoint = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(savepoint)


def execute(*statements: str) -> None:
    """Run SQL with the places filled in."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
