"""Contents of acts at random, sound and unsound, on a few members, units and posts of the cast."""

from __future__ import annotations

import dataclasses
import random
import typing
from datetime import date, timedelta
from typing import Any

from fasti.effects import kinds
from tests import cast

NEW = [f"P{i}" for i in range(8)]


CODES = {
    "person": [*cast.PEOPLE, *NEW[:4], *NEW],
    "other_person": [*cast.PEOPLE, *NEW[:4]],
    "unit": ["ALDER", "BIRCH", "ALDER", "BIRCH", "NORTH", "CEDAR", "NOWHERE"],
    "other_unit": ["ALDER", "BIRCH", "CEDAR", "NORTH", "SOUTH"],
    "parent": ["NORTH", "SOUTH", "GLK", "ALDER"],
    "post": [*cast.POSTS, "NEW.post"],
    "other_post": ["NORTH-B.more", "SOUTH-B.more", "NORTH-B.deputy"],
}


TEXTS = {
    "unit_kind": ["lodge", "lodge", "region", "guild", "oddity"],
    "office": ["keeper", "board_member", "chair"],
    "stage": ["probationary", "full", "odd"],
    "reason": ["left", "died", "request", "other_work", "odd"],
    "term": ["2020-2024", "2024-2028"],
    "prize": ["first"],
    "family_name": ["Nguyễn", "Dvořák"],
    "given_name": ["An", "Jan"],
    "sex": ["F", "M"],
}


FREE = ["NORTH-B.more", "SOUTH-B.more"]


FAVOURED = (
    ["ADMIT"] * 6
    + ["CONFIRM"] * 3
    + ["LEAVE"] * 2
    + ["APPOINT"] * 5
    + ["RELIEVE"] * 3
    + ["TRANSFER", "PLAN"] * 2
)


def day(dice: random.Random, *, since: int = 0) -> str:
    """A day of 2020 to 2025; mostly rising with `since`, per cent of that time."""
    at = since * 20 + dice.randrange(-30, 60) if dice.random() < 0.85 else dice.randrange(2190)
    return (date(2020, 1, 1) + timedelta(days=max(0, at))).isoformat()


def effect(dice: random.Random, since: int) -> Any:
    """An effect of any kind, its fields filled by their types; now and then something is wrong with it."""
    name = dice.choice(FAVOURED) if dice.random() < 0.75 else dice.choice(list(kinds.KINDS))
    kind = kinds.KINDS[name]
    hints = typing.get_type_hints(kind)
    made: dict[str, Any] = {"kind": name}
    for field in dataclasses.fields(kind):
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if field.name in ("organ",) or (field.name == "on" and dice.random() < 0.7):
            continue
        if needed or (dice.random() < 0.5 and not field.name.startswith("document")):
            made[field.name] = value(dice, field.name, hints[field.name], since)
    if name == "ADMIT" and dice.random() < 0.9:
        who, unit = dice.choice(NEW[4:]), dice.choice(["ALDER", "BIRCH"])
        made = {"kind": name, "person": who, "unit": unit, "stage": dice.choice(["full", "probationary"])}
        made["given_name"] = who
    if "reason" in made and dice.random() < 0.9:
        made["reason"] = "request" if name == "RELIEVE" else "left"
    if "post" in made and "person" in made and dice.random() < 0.8:
        made["post"] = dice.choice(FREE)
    if dice.random() < 0.02:
        made[dice.choice(list(made))] = dice.choice([None, 7, "", "\x00", "\ud800", [], {"a": 1}, "x" * 300])
    if dice.random() < 0.01:
        made["surprise"] = 1
    return made


def value(dice: random.Random, name: str, hint: Any, since: int) -> Any:
    """A value of a field's type."""
    if name in CODES:
        return dice.choice(CODES[name])
    if name == "born_on":
        return f"19{dice.randrange(60, 99)}-0{dice.randrange(1, 9)}-11"
    if hint in (date, date | None):
        return day(dice, since=since + 30)
    if name in TEXTS:
        return dice.choice(TEXTS[name])
    if hint is int:
        return dice.randrange(4)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return dice.choice(args)
    if origin is dict:
        return {"en": "Cedar"} if args[1] is str else {"academy": ["law"]}
    if origin is list:
        return [dice.choice(CODES["person"])]
    return "text"


ISSUERS = ["COUNCIL"] * 12 + ["NORTH-B", "SOUTH-B", "ALDER", "BIRCH", "NORTH", "NOWHERE"]


def content(dice: random.Random, place: int) -> Any:
    """An act of one to four effects."""
    issuer = dice.choice(ISSUERS)
    effects = [effect(dice, place) for _ in range(dice.choice([0, 1, 1, 1, 1, 2, 2, 3]))]
    type_ = dice.choice(["decision"] * 15 + ["resolution", "plan", "oddity"])
    more: dict[str, Any] = {}
    if dice.random() < 0.15:
        kind = dice.choice(["concretises", "answers", "withdraws", "corrects", "amends", "repeals", "odd"])
        issued_by, year = dice.choice(["COUNCIL", dice.choice(ISSUERS)]), dice.choice([2020, 2020, 2021])
        code = f"{issued_by}:{year}/decision:{dice.choice([1, 1, 2, 3, 4])}"
        more["relations"] = [{"kind": kind, "act": code}]
        if kind in ("corrects", "amends"):
            more["relations"][0]["effects"] = [dice.randrange(1, 3)]
    if dice.random() < 0.1:
        more["tasks"] = [
            {
                "text": "Do it",
                "unit": dice.choice(CODES["unit"]),
                "responsible": dice.choice([*cast.PEOPLE, "P0"]),
            }
        ]
    if dice.random() < 0.05:
        more["number"] = dice.randrange(1, 9)
    if dice.random() < 0.03:
        more[dice.choice(["title", "signed_on", "form", "surprise", "label"])] = dice.choice(["", "x", 3])
    return {**cast.act(issuer, type_, "An act", day(dice, since=place), *effects), **more}


def batch(seed: int) -> list[Any]:
    """Acts in their order."""
    dice = random.Random(seed)
    begun = [
        cast.act(
            "COUNCIL",
            "decision",
            "Admissions",
            "2020-01-02",
            {"kind": "ADMIT", "person": who, "unit": "BIRCH", "stage": "full", "given_name": who, "sex": "F"},
        )
        for who in NEW[:4]
    ]
    begun.append(
        cast.act(
            "COUNCIL",
            "decision",
            "Posts",
            "2020-01-03",
            {
                "kind": "ESTABLISH_POST",
                "post": FREE[0],
                "unit": "NORTH-B",
                "office": "board_member",
                "seats": 3,
            },
            {
                "kind": "ESTABLISH_POST",
                "post": FREE[1],
                "unit": "SOUTH-B",
                "office": "board_member",
                "seats": 9,
            },
        )
    )
    return begun + [content(dice, place) for place in range(dice.randrange(1, 30))]


def everyday(seed: int) -> list[Any]:
    """Acts on few members and few seats, day by day, some on the same day and now and then one out of its order."""
    dice = random.Random(seed)
    contents = batch(seed)[:5]
    contents.append(
        cast.act(
            "COUNCIL",
            "decision",
            "One seat",
            "2020-01-04",
            {
                "kind": "ESTABLISH_POST",
                "post": "ALDER.one",
                "unit": "ALDER",
                "office": "keeper",
                "seats": 1,
            },
        )
    )
    at = date(2020, 2, 1)
    for place in range(dice.randrange(10, 40)):
        at += timedelta(days=dice.choice([0, 0, 1, 7, 40, 200]))
        told = at - timedelta(days=dice.choice([0] * 12 + [1, 30, 300]))
        effects = [everyday_effect(dice) for _ in range(dice.choice([1, 1, 2, 3]))]
        dated = [{**each, "on": told.isoformat()} for each in effects] if told < at else effects
        contents.append(cast.act("COUNCIL", "decision", "An act", at.isoformat(), *dated))
        if dice.random() < 0.2:  # it is examined as issuing examines it
            contents[-1]["label"] = f"act-{place}"
    return contents


def everyday_effect(dice: random.Random) -> Any:
    """What may happen to a member."""
    who, posts = dice.choice(NEW[:4]), [*FREE, "ALDER.one", "ALDER.one"]
    kind = dice.choice(
        ["APPOINT"] * 5 + ["RELIEVE"] * 4 + ["TRANSFER"] * 2 + ["LEAVE", "READMIT", "CONFIRM", "SWAP"]
    )
    made: dict[str, Any] = {"kind": kind, "person": who}
    if kind in ("APPOINT", "RELIEVE", "TRANSFER", "SWAP"):
        made["post"] = dice.choice(posts)
    if kind in ("TRANSFER", "SWAP"):
        made["other_post"] = dice.choice(posts)
    if kind == "SWAP":
        made["other_person"] = dice.choice(NEW[:4])
    if kind in ("LEAVE", "RELIEVE"):
        made["reason"] = "left" if kind == "LEAVE" else "request"
    if kind == "READMIT":
        made |= {"unit": "BIRCH", "stage": "full"}
    if dice.random() < 0.2:
        made = {"kind": "COMPLETE_TRAINING", "person": who, "unit": "ALDER", "course": "C1"}
        made["topics"] = {"academy": ["law"], "leaders": ["conduct", "law"]}
    return made
