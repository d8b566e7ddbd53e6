"""Import of a million effects with chain, against Django's bulk_create of the same rows in the same run.

    python bench/importing.py [--size N] [--engine sqlite|postgresql|both]

A body is made from a seed and written to a file, an act a line: admissions, confirmations, leaves, appointments,
transfers, reliefs, courses, awards, some ten effects an act, some acts with a task or a relation. The file is imported
with every check of issuing into an empty body; then all rows that the import wrote are read back and written once more
by `bulk_create`, without a check, into a second empty body. Each side runs in a process of its own and commits once.
The import's time begins with the first line read; `bulk_create` is timed with and without making its objects, and never
with reading the rows. The ratio printed is with making them: there is no `bulk_create` of anything but objects.
Afterwards the register is folded anew from the imported record, and must be the same.
"""

# ruff: noqa: I001
from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

SEED = 20261121
PER_ACT = 10
FIRST_DAY = datetime.date(2020, 1, 1)
NUM_DAYS = 2190
AT = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
FAMILIES = ["Nguyễn", "Trần", "Novák", "Dvořáková", "Иванова", "Смирнов", "Adler", "Ek", "Conti", "Farsi"]
GIVEN = ["An", "Bình", "Jan", "Žofie", "Анна", "Пётр", "Ada", "Emil", "Chiara", "Fatima"]


# -- the body ----------------------------------------------------------------------------------------------------


class Story:
    """A body of the template pack: regions with a board each, lodges, posts, and what becomes of their people."""

    def __init__(self, size: int) -> None:
        self.dice = random.Random(SEED)
        self.size = size
        self.num = 0
        self.people = 0
        self.regions = [f"R{i:03}" for i in range(max(4, size // 10_000))]
        self.numbers: dict[tuple[str, int], int] = {}
        self.states = {code: Region(code) for code in self.regions}

    def acts(self) -> Iterator[dict[str, Any]]:
        """All acts in order."""
        yield self.founding()
        for region in self.states.values():
            yield from self.establish(region)
        turn = 0
        while self.num < self.size:
            region = self.states[self.regions[turn % len(self.regions)]]
            turn += 1
            yield self.act(region)

    def day(self) -> datetime.date:
        """The day the story has come to."""
        return FIRST_DAY + datetime.timedelta(days=1 + self.num * NUM_DAYS // self.size)

    def draft(self, issuer: str, day: datetime.date, effects: list[dict[str, Any]]) -> dict[str, Any]:
        """A draft signed by the head of its issuer."""
        self.num += len(effects)
        key = (issuer, day.year)
        self.numbers[key] = self.numbers.get(key, 0) + 1
        signer, post = (
            ("M0", "COUNCIL.president") if issuer == "COUNCIL" else (f"C-{issuer}", f"{issuer}.chair")
        )
        return {
            "issuer": issuer,
            "type": "decision",
            "title": f"On members and posts, {issuer}, no. {self.numbers[key]}",
            "signed_on": day.isoformat(),
            "signer": signer,
            "signer_post": post,
            "language": "en",
            "effects": effects,
        }

    def founding(self) -> dict[str, Any]:
        """The first act: the guild, its council, the regions with their boards and chairs."""
        made: list[dict[str, Any]] = [found("GLK", "guild"), found("COUNCIL", "council", "GLK")]
        made.append(post("COUNCIL.president", "COUNCIL", "president", 1))
        made += [found(code, "region", "GLK") for code in self.regions]
        made += [found(f"{code}-B", "region_board", code) for code in self.regions]
        made += [found(f"{code}-L0", "lodge", code) for code in self.regions]
        made += [post(f"{code}-B.chair", f"{code}-B", "chair", 1) for code in self.regions]
        made.append(self.admission("M0", f"{self.regions[0]}-L0", "full"))
        made.append({"kind": "APPOINT", "person": "M0", "post": "COUNCIL.president"})
        for code in self.regions:
            made.append(self.admission(f"C-{code}-B", f"{code}-L0", "full"))
            made.append({"kind": "APPOINT", "person": f"C-{code}-B", "post": f"{code}-B.chair"})
        return self.draft("COUNCIL", FIRST_DAY, made)

    def establish(self, region: Region) -> Iterator[dict[str, Any]]:
        """A region's lodges and posts."""
        made = [found(code, "lodge", region.code) for code in region.lodges[1:]]
        made += [post(f"{code}.keeper", code, "keeper", 1) for code in region.lodges]
        made += [post(code, f"{region.code}-B", "board_member", 1) for code in region.seats_of_board]
        for start in range(0, len(made), PER_ACT):
            day = FIRST_DAY + datetime.timedelta(days=1)
            yield self.draft("COUNCIL", day, made[start : start + PER_ACT])

    def act(self, region: Region) -> dict[str, Any]:
        """A decision of a region's board, with a task or a relation now and then."""
        day = self.day()
        num = self.dice.randrange(5, 2 * PER_ACT - 4)
        draft = self.draft(f"{region.code}-B", day, [self.effect(region, day) for _ in range(num)])
        number = self.numbers[(draft["issuer"], day.year)]
        if number > 1 and self.dice.random() < 0.15:
            code = f"{draft['issuer']}:{day.year}/decision:{self.dice.randrange(1, number)}"
            draft["relations"] = [{"kind": "answers", "act": code}]
        if self.dice.random() < 0.2:
            due = (day + datetime.timedelta(days=60)).isoformat()
            unit = self.dice.choice(region.lodges)
            draft["tasks"] = [{"text": "Report on what was done", "unit": unit, "due_on": due}]
        return draft

    def effect(self, region: Region, day: datetime.date) -> dict[str, Any]:
        """What happens to one member, among what can happen."""
        draw = self.dice.random()
        if draw < 0.22 and region.on_probation and (day - region.on_probation[0][1]).days > 200:
            who, _ = region.on_probation.popleft()
            region.free.append(who)
            return {"kind": "CONFIRM", "person": who}
        if draw < 0.30 and len(region.free) > 20:
            return {
                "kind": "LEAVE",
                "person": self.drawn(region.free),
                "reason": self.dice.choice(["left", "died"]),
            }
        if draw < 0.43 and region.empty and len(region.free) > 20:
            who, at = self.drawn(region.free), self.drawn(region.empty)
            region.holders.append((who, at))
            until = (day + datetime.timedelta(days=1460)).isoformat()
            return {"kind": "APPOINT", "person": who, "post": at, "ends_planned_on": until}
        if draw < 0.51 and len(region.holders) > 10:
            who, at = self.drawn(region.holders)
            region.free.append(who)
            region.empty.append(at)
            return {"kind": "RELIEVE", "person": who, "post": at, "reason": "term_end"}
        if draw < 0.56 and len(region.holders) > 10 and region.empty:
            (who, at), to = self.drawn(region.holders), self.drawn(region.empty)
            if to != at:
                region.holders.append((who, to))
                region.empty.append(at)
                return {"kind": "TRANSFER", "person": who, "other_post": at, "post": to}
            region.holders.append((who, at))
            region.empty.append(to)
        if draw < 0.61 and region.free:
            topics = {"academy": ["law", "budget"], "leaders": ["conduct"]}
            return {
                "kind": "COMPLETE_TRAINING",
                "unit": f"{region.code}-B",
                "person": self.dice.choice(region.free),
                "course": "C1",
                "topics": topics,
            }
        return self.admitted(region, day)

    def drawn(self, pool: list[Any]) -> Any:
        """One of a pool, taken out."""
        at = self.dice.randrange(len(pool))
        pool[at], pool[-1] = pool[-1], pool[at]
        return pool.pop()

    def admitted(self, region: Region, day: datetime.date) -> dict[str, Any]:
        """A new member."""
        self.people += 1
        who, unit = f"M{self.people * 7919 % 99_999_989:08}", self.dice.choice(region.lodges)
        if self.dice.random() < 0.3:
            region.free.append(who)
            return self.admission(who, unit, "full")
        region.on_probation.append((who, day))
        return self.admission(who, unit, "probationary")

    def admission(self, who: str, unit: str, stage: str) -> dict[str, Any]:
        """The effect that admits somebody."""
        born = f"{self.dice.randrange(1950, 2000)}-0{self.dice.randrange(1, 9)}-1{self.dice.randrange(9)}"
        named = {"family_name": self.dice.choice(FAMILIES), "given_name": self.dice.choice(GIVEN)}
        sex = self.dice.choice("FM")
        return {
            "kind": "ADMIT",
            "person": who,
            "unit": unit,
            "stage": stage,
            **named,
            "sex": sex,
            "born_on": born,
        }


class Region:
    """What the story remembers of a region."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.lodges = [f"{code}-L{i}" for i in range(40)]
        self.seats_of_board = [f"{code}-B.m{i}" for i in range(180)]
        self.empty = [f"{lodge}.keeper" for lodge in self.lodges]
        self.empty += self.seats_of_board
        self.on_probation: deque[tuple[str, datetime.date]] = deque()
        self.free: list[str] = []
        self.holders: list[tuple[str, str]] = []


def found(code: str, kind: str, parent: str = "") -> dict[str, Any]:
    """The effect that founds a unit."""
    effect = {"kind": "FOUND", "unit": code, "unit_kind": kind, "name": {"en": f"Unit {code}"}}
    return {**effect, "parent": parent} if parent else effect


def post(code: str, unit: str, office: str, seats: int) -> dict[str, Any]:
    """The effect that establishes a post."""
    return {"kind": "ESTABLISH_POST", "post": code, "unit": unit, "office": office, "seats": seats}


# -- the two sides, each in a process of its own -----------------------------------------------------------------


def make(file: Path, size: int) -> None:
    """Write the body's acts to a file."""
    with file.open("w", encoding="utf-8") as out:
        for act in Story(size).acts():
            out.write(json.dumps(act, ensure_ascii=False) + "\n")


def begin() -> Any:
    """An empty body of the template pack in the database of the environment."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    django.setup()
    from fasti import charter
    from fasti.operations import init_body

    pack = charter.load("template")
    init_body.init(pack)
    return pack


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The acts of a file, one at a time."""
    import orjson

    with file.open("rb") as lines:
        for line in lines:
            yield orjson.loads(line)


def import_side(file: Path) -> dict[str, Any]:
    """Import a file: seconds, processor seconds, memory."""
    pack = begin()
    from fasti.operations import import_acts

    began, spent = time.perf_counter(), _spent()
    reached = [0.0]

    def progress(_: int) -> None:
        reached[0] = time.perf_counter() - began

    done = import_acts.import_acts(
        read(file), pack=pack, recorded_at=AT, actor="bench", progress=progress, work=file.parent / "work"
    )
    seconds = time.perf_counter() - began
    found: dict[str, Any] = {"seconds": seconds, "examined": reached[0], "effects": done.num_effects}
    found |= {"cpu": _spent() - spent, "acts": done.num_acts}
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found["peak_beside_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return found


def check_side(file: Path) -> dict[str, Any]:
    """Fold the register anew from the record and compare."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    django.setup()
    from fasti.operations import rebuild_register

    return {"differences": len(rebuild_register.differences())}


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in used)


def bulk_side(source: Path) -> dict[str, Any]:
    """Write all rows of another body by bulk_create: seconds with and without making the objects, by table."""
    begin()
    from django.apps import apps
    from django.db import connections, transaction
    from fasti.surroundings import database

    connections.settings["source"] = {**connections["default"].settings_dict, **database(str(source))}
    models = [
        m for m in apps.get_app_config("fasti").get_models() if m._meta.db_table not in ("body", "draft")
    ]
    order = ["unit", "person", "post", "act", "effect"]
    models.sort(key=lambda m: order.index(m._meta.db_table) if m._meta.db_table in order else len(order))
    making = writing = spent = 0.0
    num = 0
    tables: dict[str, tuple[int, float]] = {}
    with transaction.atomic():
        for model in models:
            names = [field.attname for field in model._meta.concrete_fields]
            rows = model._default_manager.using("source").order_by("pk").values_list(*names).iterator(5000)
            before, here = writing, 0
            while batch := _batch(rows, 5000):
                began, used = time.perf_counter(), _spent()
                objects = [model(**dict(zip(names, row, strict=True))) for row in batch]
                made = time.perf_counter()
                model._default_manager.bulk_create(objects)
                writing += time.perf_counter() - made
                making += made - began
                spent += _spent() - used
                here += len(batch)
            num += here
            tables[model._meta.db_table] = (here, round(writing - before, 2))
        began = time.perf_counter()
    writing += time.perf_counter() - began
    return {"rows": num, "making": making, "writing": writing, "cpu": spent, "tables": tables}


def _batch(rows: Iterator[Any], size: int) -> list[Any]:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            break
    return batch


# -- the measuring -----------------------------------------------------------------------------------------------


def in_process(side: str, *, database: str, home: Path, **arguments: Any) -> dict[str, Any]:
    """One side in a process of its own."""
    environment = {**os.environ, "FASTI_DATABASE": database, "FASTI_HOME": str(home)}
    command = [sys.executable, __file__, "--side", side, "--arguments", json.dumps(arguments)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def measured(engine: str, size: int, folder: Path, *, as_json: bool) -> bool:
    """Print what one engine shows; whether the register came out right."""
    file = folder / "acts.jsonl"
    if engine == "sqlite":
        ours, theirs = (f"sqlite:///{folder / name}.sqlite3" for name in ("ours", "theirs"))
    else:
        from tests.engines import server

        ours, theirs = (server.address(f"{name}_{size}") for name in ("ours", "theirs"))
    got = in_process("import", database=ours, home=folder, file=str(file))
    if engine == "postgresql":
        _analyse(ours)
    checked = in_process("check", database=ours, home=folder, file=str(file))
    base = in_process("bulk", database=theirs, home=folder, source=ours)
    whole = base["making"] + base["writing"]
    print(
        f"{engine}: {got['effects']:,} effects in {got['acts']:,} acts, {base['rows']:,} rows\n"
        f"  import       {got['seconds']:7.1f} s ({got['examined']:.1f} s examining, {got['cpu']:.1f} s of processor):"
        f" {base['rows'] / got['seconds']:,.0f} rows/s, {got['effects'] / got['seconds']:,.0f} effects/s,"
        f" peak {got['peak_mb']} MB + {got['peak_beside_mb']} MB beside\n"
        f"  bulk_create  {whole:7.1f} s ({base['writing']:.1f} s without making the objects,"
        f" {base['cpu']:.1f} s of processor): {base['rows'] / whole:,.0f} rows/s\n"
        f"  ratio        {whole / got['seconds']:7.2f}"
        f" ({base['writing'] / got['seconds']:.2f} without making the objects)"
        f"   register folded anew: {checked['differences']} differences",
        flush=True,
    )
    from bench import record

    found = record.made("import.bulk_create", whole / got["seconds"], ours=f"{got['seconds']:.1f} s",
                        theirs=f"{whole:.1f} s", sizes={"effects": got["effects"], "engine": engine})  # fmt: skip
    record.tell(found, as_json=as_json)
    return checked["differences"] == 0


def _analyse(database: str) -> None:
    import psycopg

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("ANALYZE")


def main() -> int:
    """Print the ratios; 1 if a register came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--engine", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--side", choices=["import", "check", "bulk"], help=argparse.SUPPRESS)
    parser.add_argument("--arguments", default="{}", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.side:
        given = {
            name: value if name == "source" else Path(value)
            for name, value in json.loads(asked.arguments).items()
        }
        print(
            json.dumps({"import": import_side, "check": check_side, "bulk": bulk_side}[asked.side](**given))
        )
        return 0
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, load {os.getloadavg()[0]:.1f}")
    is_sound = True
    for engine in ("sqlite", "postgresql") if asked.engine == "both" else (asked.engine,):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder / "acts.jsonl", asked.size)
            is_sound &= measured(engine, asked.size, folder, as_json=asked.json)
    return 0 if is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
