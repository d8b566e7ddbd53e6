"""A body with marks in it, and what each role may be shown of them.

A mark is a word that stands nowhere else: in the title, text, task and file of an act of each issuer in each class of
confidentiality, in the name of a member of each lodge, in a year of birth, in the title of a draft. The matrix says by
hand which role may meet which. It knows nothing of how access is worked out.
"""

from __future__ import annotations

import itertools
import pathlib
import re
from typing import Any

import orjson
from django.test import override_settings

from fasti.access import actor
from fasti.access.models import Account, Job
from fasti.dates import periods
from fasti.operations import draft_act, fill_return
from fasti.operations.jobs import record
from fasti.subjects.models import Person, Unit
from tests import cast
from tests.access.conftest import admit
from tests.returns import handed

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


def of_return(unit: str) -> str:
    """The mark in what a unit handed in by an act of a higher class."""
    return f"kqreturn{unit.lower()}x"


def of_sheet(unit: str) -> str:
    """The mark in what a unit is filling in and has not handed in."""
    return f"kqsheet{unit.lower()}x"


RETURNING = {"NORTH": "NORTH-B", "SOUTH": "SOUTH-B"}
"""Units that hand in returns, and who issues them."""
JOB, READING = "kqjobx", "kqreadingx"
ACTS = {of_act(issuer, level) for issuer in ISSUERS for level in CLASSES}
MEMBERS = {of_member(lodge) for lodge in LODGES}
YEARS = {year for _, year in LODGES.values()}
DRAFTS = {of_draft(unit) for unit in DRAFTED}
ACCOUNTS = {of_account(lodge) for lodge in LODGES}
RETURNS = {mark(unit) for unit in RETURNING for mark in (of_return, of_sheet)}
MARKS = ACTS | MEMBERS | YEARS | DRAFTS | ACCOUNTS | RETURNS | {JOB, READING}


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


def _returns(*units: str) -> set[str]:
    return {mark(unit) for unit in units for mark in (of_return, of_sheet)}


_NORTH = (
    _returns("NORTH")
    | _acts(COUNCIL="normal", NORTH_B="closed", ALDER="closed", CEDAR="closed")
    | _members("ALDER", "CEDAR")
)
MATRIX: dict[str, set[str]] = {
    "": set(),
    "ADMIN": set(),
    "REGISTRAR": _drafts(*DRAFTED) | ACCOUNTS,
    "ADA": MARKS - {READING},
    "BRUNO": {READING} | _NORTH | _years("ALDER", "CEDAR") | _drafts("NORTH-B", "ALDER") | _accounts("ALDER", "CEDAR"),
    "DORA": {READING} | _NORTH | _years("ALDER", "CEDAR") | _drafts("NORTH-B", "ALDER") | _accounts("ALDER", "CEDAR"),
    "CHIARA": _acts(COUNCIL="normal", SOUTH_B="closed", BIRCH="closed") | _members("BIRCH") | _years("BIRCH")
    | _drafts("SOUTH-B", "BIRCH") | _accounts("BIRCH") | _returns("SOUTH"),
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
    for unit, issuer in RETURNING.items():
        _hand_in(unit, issuer)
    Job.objects.create(
        account=account("ADA"), kind="report", state="done", question={"title": JOB}, answer={"files": ["report.html"]},
        asked_at=cast.at("2024-05-02"), ended_at=cast.at("2024-05-02"),
    )  # fmt: skip
    with override_settings(HOME=folder / "home"):
        _read_report()


def _read_report() -> None:
    """Bruno had a report read; his deputy Dora, who may see all figures of their unit, sees it too."""
    job = Job.objects.create(
        account=account("BRUNO"), kind="reading", state="done", asked_at=cast.at("2024-05-02"),
        question={"title": READING, "unit": "NORTH", "period": "2024-H1", "home": Unit.objects.get(code="NORTH").id},
        answer={"claims": 0, "compared": 0, "differing": 0},
    )  # fmt: skip
    place = record.folder(job)
    place.mkdir(parents=True)
    passages = [{"number": 1, "text": READING}]
    line = {
        "sentence": READING, "surface": "12", "value": 12, "unit_of_count": "lodges", "indicator": "units.created",
        "period": None, "qualifier": "exact", "language": "en", "verdict": "unmatched", "registered": None,
        "difference": None, "reasons": [], "where": {"passage": 1, "start": 0, "end": 2},
    }  # fmt: skip
    told = {"languages": [], "notes": [], "totals": [], "passages": passages, "lines": [line], "left_out": []}
    (place / "reading.json").write_bytes(orjson.dumps(told))


def _hand_in(unit: str, issuer: str) -> None:
    """A return of one period, in an act of a higher class, and of the next the sheet in work."""
    declared = {"meetings.held": "6", "petitions.received": "9", "petitions.settled": "8"}
    told = {"results": of_return(unit)}
    submitted = handed.submit(
        "2024-04-02", unit=unit, issuer=issuer, period="2023-H2", known_on="2024-04-02", declared=declared,
        narrative=told, proposals=[of_return(unit)],
    )  # fmt: skip
    cast.issue({**submitted, "confidentiality": "closed"})
    fill_return.fill(
        unit, handed.FORM, periods.Period.parse("2024-H1"), {"narrative": {"results": of_sheet(unit)}},
        pack=cast.pack(), filled_at=cast.at("2024-05-02"), actor=actor.OPERATOR,
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


def met(text: str) -> set[str]:
    """The marks in a text; years only where they stand alone."""
    low = text.lower()
    words = {mark for mark in MARKS - YEARS if mark.lower() in low}
    return words | {year for year in YEARS if re.search(rf"(?<!\w){year}(?!\w)", text)}
