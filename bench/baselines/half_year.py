"""The figures of the half-year report by `compute` and by plain SQL on SQLite, for `bench.report`."""

from __future__ import annotations

import datetime
import random
import resource
import secrets
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from tests.indicators import plain_sql

from fasti import charter
from fasti.dates import periods
from fasti.indicators import answers, columns, compute
from fasti.surroundings import sqlite

PERIOD = periods.Period.parse("2024-H1")
FORM = "half-year"
GENERATED = "generated"
Row = dict[str, Any]


def main(effects: int, repeat: int, *, as_json: bool) -> int:
    """Print the ratios of both bodies; 1 if the two sides disagree."""
    pack = charter.load("vn_party")
    agreed = True
    if "act" in connections["default"].introspection.table_names() and _count("act", "default"):
        agreed &= measured("sample body", pack, "default", repeat)
    else:
        print("sample body: none here; build it with ./fasti demo --no-serve and run again")
    with tempfile.TemporaryDirectory() as folder:
        settings.HOME = Path(folder)
        connections.settings[GENERATED] = {
            **connections["default"].settings_dict,
            **sqlite(str(Path(folder) / "generated.sqlite3")),
        }
        call_command("migrate", database=GENERATED, verbosity=0)
        seconds, _ = timed(lambda: generate(effects))
        print(f"generated body: {_count('effect', GENERATED):,} effects, made in {seconds:.1f} s")
        agreed &= measured("generated body", pack, GENERATED, repeat, as_json=as_json)
        connections[GENERATED].close()
    return 0 if agreed else 1


def measured(
    name: str, pack: charter.Pack, database: str, repeat: int, *, as_json: bool | None = None
) -> bool:
    """Print what one body shows; whether both sides agree."""
    ids = [id for section in pack.form(FORM, as_of=PERIOD.last_day).sections for id in section.figures]
    columns.forget(database=database)
    first, _ = timed(lambda: columns.current(database=database))

    def ours() -> compute.Computed:
        return compute.compute(pack, ids, unit="VN", period=PERIOD, database=database)

    def anew() -> compute.Computed:
        answers.forget()
        return ours()

    cold, found = timed(ours)
    warm = statistics.median(timed(anew)[0] for _ in range(repeat))
    again = statistics.median(timed(ours)[0] for _ in range(repeat))
    plain, wanted = timed(lambda: by_plain_sql(pack, database))
    wrong = differences(found, wanted, pack)
    print(
        f"{name}: {_count('effect', database):,} effects, {_count('act', database):,} acts,"
        f" {_count('membership', database):,} membership spans, {len(found.units)} provinces, {len(ids)} figures"
    )
    print(f"  plain SQL on SQLite {plain:8.2f} s   1")
    print(f"  compute, warm       {warm:8.2f} s   {plain / warm:.1f} times as fast")
    print(
        f"  asked again         {again:8.2f} s   {plain / again:.1f} times as fast (answers of this state are kept)"
    )
    print(
        f"  compute, first      {cold:8.2f} s   {plain / cold:.1f} times as fast (statements compiled, tree built)"
    )
    print(f"  first export        {first:8.2f} s   once per body")
    print(
        f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB; differences: {wrong or 'none'}"
    )
    if as_json is not None and not wrong:
        from bench import record

        sizes = {"effects": _count("effect", database), "figures": len(ids)}
        found_ = record.made(
            "report.sqlite", plain / warm, ours=f"{warm:.2f} s", theirs=f"{plain:.2f} s", sizes=sizes
        )
        record.tell(found_, as_json=as_json)
    return not wrong


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def _count(table: str, database: str) -> int:
    with connections[database].cursor() as cursor:
        cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


def by_plain_sql(pack: charter.Pack, database: str) -> dict[str, dict[str, Any]]:
    """Each figure of the whole and of each province, by hand-written statements on SQLite."""
    day = PERIOD.last_day
    with connections[database].cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS temp.beneath")
        cursor.execute(f"""CREATE TEMP TABLE beneath AS WITH RECURSIVE living AS (
            SELECT unit_id, parent_id, kind FROM unit_span
            WHERE starts_on <= '{day}' AND (ends_before IS NULL OR ends_before > '{day}')),
        down(top, unit) AS (
            SELECT unit_id, unit_id FROM living WHERE parent_id IS NULL OR parent_id = (
                SELECT unit_id FROM living WHERE parent_id IS NULL)
            UNION ALL SELECT down.top, living.unit_id FROM down JOIN living ON living.parent_id = down.unit
            WHERE down.top <> (SELECT unit_id FROM living WHERE parent_id IS NULL))
        SELECT unit, top FROM down""")
        cursor.execute("CREATE INDEX temp.beneath_unit ON beneath (unit)")
        cursor.execute("SELECT id, code FROM unit WHERE id IN (SELECT top FROM beneath)")
        tops = dict(cursor.fetchall())
        found = {id: _added(cursor, sql, pack, tops) for id, sql in plain_sql.ADDITIVE.items()}
        found |= {id: _gathered(cursor, sql, pack, tops, len) for id, sql in plain_sql.VALUES.items()}
        medians = {
            id: sql.replace(
                "t.starts_on, t.ends_before", "julianday(t.ends_before) - julianday(t.starts_on), t.id"
            )
            for id, sql in plain_sql.MEDIANS.items()
        }
        found |= {id: _gathered(cursor, sql, pack, tops, _median) for id, sql in medians.items()}
    return found


def _filled(sql: str, pack: charter.Pack) -> str:
    day = PERIOD.last_day

    def quoted(codes: Sequence[str]) -> str:
        return ", ".join(f"'{code}'" for code in codes)

    return sql.format(
        a=PERIOD.starts_on,
        z=day,
        long=day - datetime.timedelta(days=180),
        managed=quoted(pack.offices(as_of=day, managed_by="province")),
        organs=quoted(pack.unit_kinds(as_of=day, is_organ=True)),
        provincial_organs=quoted(pack.unit_kinds(as_of=day, level="province", is_organ=True)),
        provincial_kinds=quoted(pack.unit_kinds(as_of=day, level="province")),
        central_kinds=quoted(pack.unit_kinds(as_of=day, level="centre")),
        work="json_extract(e.data, '$.work')",
        course="json_extract(e.data, '$.course')",
    )


def _added(cursor: Any, sql: str, pack: charter.Pack, tops: dict[int, str]) -> dict[str, Any]:
    cursor.execute(f"""WITH x(unit, n) AS ({_filled(sql, pack)})
        SELECT b.top, SUM(x.n) FROM x JOIN beneath b ON b.unit = x.unit GROUP BY 1""")
    found = {tops[top]: int(n) for top, n in cursor.fetchall()}
    return {**found, "": sum(found.values())}


def _gathered(
    cursor: Any, sql: str, pack: charter.Pack, tops: dict[int, str], measure: Callable[[list[Any]], Any]
) -> dict[str, Any]:
    body = _filled(sql, pack)
    names = "unit, value, id" if ", t.id" in body else "unit, value"
    cursor.execute(
        f"WITH x({names}) AS ({body}) SELECT b.top, x.value FROM x JOIN beneath b ON b.unit = x.unit"
    )
    values: dict[str, list[Any]] = defaultdict(list)
    for top, value in cursor.fetchall():
        values[tops[top]].append(value)
        values[""].append(value)
    distinct = (lambda them: len(set(them))) if measure is len else measure
    return {top: distinct(them) for top, them in values.items()}


def _median(values: list[Any]) -> Fraction | None:
    return Fraction(statistics.median(int(value) for value in values)) if values else None


def differences(found: compute.Computed, wanted: dict[str, dict[str, Any]], pack: charter.Pack) -> list[str]:
    """The figures on which the two sides differ."""
    wrong = []
    for unit, figures in [("", found.total), *found.units.items()]:
        for figure in figures:
            indicator = pack.indicator(figure.indicator)
            if indicator.measure == "ratio":
                pairs = [(figure.numerator, indicator.numerator), (figure.denominator, indicator.denominator)]
            else:
                pairs = [(figure.value, figure.indicator)]
            if any((value or 0) != (wanted[str(id)].get(unit) or 0) for value, id in pairs):
                wrong.append(f"{figure.indicator} {unit}")
    return wrong


# The generated body: 63 provinces with ten districts of twenty grassroots organisations each.


def generate(num_effects: int) -> None:
    """Fill the database from one seed, past all operations: its rows are for counting only."""
    dice = random.Random(1)
    connection = connections[GENERATED]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("BEGIN")
        for table, rows in _rows(dice, num_effects):
            missing = _defaults(table)
            first = {**missing, **next(rows)}
            names = ", ".join(f'"{name}"' for name in first)
            places = ", ".join("?" * len(first))
            sql = f'INSERT INTO "{table}" ({names}) VALUES ({places})'
            inner = connection.connection
            inner.execute(sql, tuple(first.values()))
            inner.executemany(sql, (tuple({**missing, **row}.values()) for row in rows))
        cursor.execute("COMMIT")
        cursor.execute("ANALYZE")


def _defaults(table: str) -> Row:
    """What a table's columns hold when nothing is said of them, in the table's order."""
    fields = next(model._meta.fields for model in apps.get_models() if model._meta.db_table == table)
    return {str(field.column): None if field.null else _plain(field.get_default()) for field in fields}


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else "{}" if isinstance(value, dict) else value


def _rows(dice: random.Random, num_effects: int) -> Iterator[tuple[str, Iterator[Row]]]:
    units = list(_units())
    num_acts, num_people, num_posts = num_effects // 5, num_effects // 5, num_effects // 50
    lodges = [unit["id"] for unit in units if unit["kind"] == "grassroots_org"]
    issuers = [
        unit["id"] for unit in units if unit["kind"].endswith("committee") or unit["kind"] == "grassroots_org"
    ]
    organs = [unit["id"] for unit in units if unit["kind"] == "provincial_committee"]
    hosts = [unit["id"] for unit in units if unit["kind"] != "party"]
    yield "unit", ({"id": unit["id"], "code": unit["code"]} for unit in units)
    yield "person", (_person(dice, i) for i in range(1, num_people + 1))
    yield (
        "post",
        (
            {"id": i, "code": f"post{i}", "unit_id": dice.choice(hosts), "office": dice.choice(_OFFICES)}
            for i in range(1, num_posts + 1)
        ),
    )
    yield (
        "act",
        (
            _act(dice, i, 2 if i % 50 == 1 else dice.choice(organs if i % 3 else issuers))
            for i in range(1, num_acts + 1)
        ),
    )
    yield (
        "relation",
        (
            {"id": i, "act_id": i, "kind": "concretises", "target_id": i - (i - 1) % 50}
            for i in range(2, num_acts + 1)
            if i % 2 == 0
        ),
    )
    yield "task", (_task(dice, i) for i in range(1, num_acts // 4))
    yield (
        "effect",
        (_effect(dice, i, num_acts, num_people, num_posts, hosts) for i in range(1, num_effects + 1)),
    )
    yield (
        "unit_span",
        (
            {**unit_, "names": "{}", "abbreviation": "", "starts_on": "2011-01-19", "opened_by_id": 1}
            for unit in units
            for unit_ in [_span_of(unit)]
        ),
    )
    yield (
        "membership",
        (
            {
                "id": i,
                "person_id": i,
                "unit_id": dice.choice(lodges),
                "stage": "full",
                **_span(dice, num_effects),
            }
            for i in range(1, num_people + 1)
        ),
    )
    yield (
        "establishment",
        (
            {
                "id": i,
                "post_id": i,
                "seats": dice.randrange(1, 4),
                "starts_on": "2011-01-19",
                "opened_by_id": 1,
            }
            for i in range(1, num_posts + 1)
        ),
    )
    for table, more in (("tenure", {"manner": "appointed"}), ("pool_entry", {"term": "2025-2030"})):
        yield (
            table,
            (
                {
                    "id": i,
                    "person_id": dice.randrange(1, num_people + 1),
                    "post_id": i,
                    **more,
                    **_span(dice, num_effects),
                }
                for i in range(1, num_posts + 1)
            ),
        )
    yield "vacancy", ({"id": i, "post_id": i, **_span(dice, num_effects)} for i in range(1, num_posts + 1))
    yield "completed_topic", (_topic(dice, i, num_people, hosts) for i in range(1, num_effects // 20))


_OFFICES = ("provincial_secretary", "district_secretary", "grassroots_secretary")
_KINDS = (
    "APPOINT",
    "REAPPOINT",
    "RELIEVE",
    "TRANSFER",
    "ROTATE",
    "NOMINATE",
    "PLAN",
    "COMPLETE_TRAINING",
    "AWARD",
    "ADMIT",
    "CONFIRM",
    "LEAVE",
)
_TYPES = (
    "project",
    "resolution",
    "conclusion",
    "decision",
    "regulation",
    "plan",
    "dispatch",
    "guidance",
    "report",
)


def _units() -> Iterator[Row]:
    number = 0

    def unit(code: str, kind: str, parent: int | None) -> Row:
        nonlocal number
        number += 1
        return {"id": number, "code": code, "kind": kind, "parent_id": parent}

    yield (root := unit("VN", "party", None))
    yield unit("VN-TW", "central_committee", root["id"])
    for p in range(63):
        yield (province := unit(f"VN-{p}", "provincial_org", root["id"]))
        yield unit(f"VN-{p}-TU", "provincial_committee", province["id"])
        for d in range(10):
            yield (district := unit(f"VN-{p}-{d}", "district_org", province["id"]))
            yield unit(f"VN-{p}-{d}-HU", "district_committee", district["id"])
            for g in range(20):
                yield unit(f"VN-{p}-{d}-{g}", "grassroots_org", district["id"])


def _span_of(unit: Row) -> Row:
    return {"id": unit["id"], "unit_id": unit["id"], "kind": unit["kind"], "parent_id": unit["parent_id"]}


def _day(dice: random.Random, days: int = 3650) -> datetime.date:
    return datetime.date(2016, 1, 1) + datetime.timedelta(days=dice.randrange(days))


def _span(dice: random.Random, num_effects: int) -> Row:
    starts, is_open = _day(dice), dice.random() < 0.7
    ends = None if is_open else (starts + datetime.timedelta(days=dice.randrange(1, 900))).isoformat()
    opened = dice.randrange(1, num_effects + 1)
    return {
        "starts_on": starts.isoformat(),
        "ends_before": ends,
        "opened_by_id": opened,
        "closed_by_id": None if is_open else opened,
    }


def _person(dice: random.Random, i: int) -> Row:
    names = dict.fromkeys(("family_name", "given_name", "full_name", "search_name"), "")
    born = datetime.date(1945, 1, 1) + datetime.timedelta(days=dice.randrange(21_000))
    return {"id": i, "code": f"p{i}", **names, "sex": dice.choice("FM"), "born_on": born.isoformat()}


def _act(dice: random.Random, i: int, issuer: int) -> Row:
    signed = _day(dice).isoformat()
    return {
        "id": i,
        "issuer_id": issuer,
        "type": dice.choice(_TYPES),
        "series": "s",
        "number": i,
        "symbol": str(i),
        "title": "",
        "text": "",
        "language": "vi",
        "signed_on": signed,
        "in_force_on": signed,
        "charter_version": "",
        "recorded_at": "2026-01-01 00:00:00",
        "sequence": i,
        "previous_hash": "",
        "hash": secrets.token_hex(32),
    }


def _effect(dice: random.Random, i: int, acts: int, people: int, posts: int, hosts: Sequence[int]) -> Row:
    kind = dice.choice(_KINDS)
    data = {"AWARD": '{"work": "w"}', "COMPLETE_TRAINING": f'{{"course": "c{i % 400}"}}'}.get(kind, "{}")
    # Half of the acts carry no effect.
    return {
        "id": i,
        "act_id": 2 * dice.randrange(1, acts // 2) + 1,
        "ordinal": i,
        "kind": kind,
        "on": _day(dice).isoformat(),
        "unit_id": dice.choice(hosts),
        "person_id": dice.randrange(1, people + 1),
        "post_id": dice.randrange(1, posts + 1),
        "data": data,
        "recorded_at": "2026-01-01 00:00:00",
    }


def _task(dice: random.Random, i: int) -> Row:
    due = None if dice.random() < 0.1 else _day(dice).isoformat()
    return {
        "id": i,
        "act_id": i * 3,
        "ordinal": i,
        "group": dice.choice(["", "a", "b", "c"]),
        "text": "",
        "unit_id": 1,
        "level": "",
        "due_on": due,
        "evidence": "",
    }


def _topic(dice: random.Random, i: int, people: int, hosts: Sequence[int]) -> Row:
    return {
        "id": i,
        "person_id": dice.randrange(1, people + 1),
        "unit_id": dice.choice(hosts),
        "course": f"c{i % 400}",
        "topic": f"t{i % 20}",
        "provider": dice.choice(["academy", "leaders"]),
        "starts_on": _day(dice).isoformat(),
        "opened_by_id": i,
    }
