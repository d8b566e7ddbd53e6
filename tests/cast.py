"""One cast for all tests: the Guild of the template pack, three levels, seven units, named people with stated posts.

Guild GLK with its council; North and South regions with their boards; lodges Alder (north) and Birch (south).
Ada presides over the guild; Bruno chairs the north board, Chiara the south board; Dora is deputy in the north;
Emil keeps the lodge Alder; Fatima keeps the lodge Birch; Goran is a plain member of Alder.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from fasti import charter
from fasti.acts.models import Act, Body
from fasti.operations import issue_act

FOUNDED_ON = date(2020, 1, 1)
PEOPLE = {
    "ADA": ("Adler", "Ada", "F", "1970-03-01", "ALDER"),
    "BRUNO": ("Becker", "Bruno", "M", "1975-05-05", "ALDER"),
    "CHIARA": ("Conti", "Chiara", "F", "1980-07-17", "BIRCH"),
    "DORA": ("Dvořáková", "Dora", "F", "1985-01-31", "ALDER"),
    "EMIL": ("Ek", "Emil", "M", "1990-10-10", "ALDER"),
    "FATIMA": ("Farsi", "Fatima", "F", "1992-12-24", "BIRCH"),
    "GORAN": ("Gorić", "Goran", "M", "1999-09-09", "ALDER"),
}
POSTS = {
    "COUNCIL.president": ("COUNCIL", "president", 1),
    "NORTH-B.chair": ("NORTH-B", "chair", 1),
    "NORTH-B.deputy": ("NORTH-B", "deputy_chair", 1),
    "NORTH-B.member": ("NORTH-B", "board_member", 2),
    "SOUTH-B.chair": ("SOUTH-B", "chair", 1),
    "SOUTH-B.deputy": ("SOUTH-B", "deputy_chair", 1),
    "ALDER.keeper": ("ALDER", "keeper", 1),
    "BIRCH.keeper": ("BIRCH", "keeper", 1),
}
HOLDERS = {
    "COUNCIL.president": "ADA",
    "NORTH-B.chair": "BRUNO",
    "NORTH-B.deputy": "DORA",
    "SOUTH-B.chair": "CHIARA",
    "ALDER.keeper": "EMIL",
    "BIRCH.keeper": "FATIMA",
}
UNITS = {
    "GLK": ("", "guild", "Guild of Lantern Keepers"),
    "COUNCIL": ("GLK", "council", "Council"),
    "NORTH": ("GLK", "region", "North"),
    "NORTH-B": ("NORTH", "region_board", "Board of the North"),
    "SOUTH": ("GLK", "region", "South"),
    "SOUTH-B": ("SOUTH", "region_board", "Board of the South"),
    "ALDER": ("NORTH", "lodge", "Alder"),
    "BIRCH": ("SOUTH", "lodge", "Birch"),
}


def pack() -> charter.Pack:
    """The rule book of the cast."""
    return charter.load("template")


def at(day: str, hour: int = 12) -> datetime:
    """An instant of recording."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=hour)


def founding() -> dict[str, Any]:
    """The first act: the council founds the guild, its units and posts, and takes over its members."""
    effects: list[dict[str, Any]] = []
    for code, (parent, kind, name) in UNITS.items():
        effect = {"kind": "FOUND", "unit": code, "unit_kind": kind, "name": {"en": name}}
        effects.append({**effect, "parent": parent} if parent else effect)
    for code, (unit, office, seats) in POSTS.items():
        effects.append(
            {"kind": "ESTABLISH_POST", "post": code, "unit": unit, "office": office, "seats": seats}
        )
    for code, (family, given, sex, born, unit) in PEOPLE.items():
        effects.append(
            {
                "kind": "ADMIT",
                "person": code,
                "unit": unit,
                "stage": "full",
                "family_name": family,
                "given_name": given,
                "sex": sex,
                "born_on": born,
            }
        )
    effects += [{"kind": "APPOINT", "person": who, "post": post} for post, who in HOLDERS.items()]
    return act("COUNCIL", "decision", "Founding of the guild", FOUNDED_ON.isoformat(), *effects)


SIGNERS = {
    "COUNCIL": ("ADA", "COUNCIL.president"),
    "NORTH-B": ("BRUNO", "NORTH-B.chair"),
    "SOUTH-B": ("CHIARA", "SOUTH-B.chair"),
    "ALDER": ("EMIL", "ALDER.keeper"),
    "BIRCH": ("FATIMA", "BIRCH.keeper"),
}


def act(
    issuer: str, type: str, title: str, signed_on: str, *effects: dict[str, Any], **more: Any
) -> dict[str, Any]:
    """A draft signed by the issuer's head."""
    signer, post = SIGNERS.get(issuer, ("", ""))
    return {
        "issuer": issuer,
        "type": type,
        "title": title,
        "signed_on": signed_on,
        "signer": signer,
        "signer_post": post,
        "language": "en",
        "effects": list(effects),
        **more,
    }


def issue(*contents: dict[str, Any], recorded_at: datetime | None = None) -> list[Act]:
    """Issue drafts, each recorded at noon of the day it is signed unless an instant is given."""
    times = [recorded_at or at(content["signed_on"]) for content in contents]
    return issue_act.issue(contents, pack=pack(), recorded_at=times, actor="test")


def found_guild() -> Act:
    """The body with its first act."""
    Body.objects.create(id=1, pack="template")
    return issue(founding())[0]
