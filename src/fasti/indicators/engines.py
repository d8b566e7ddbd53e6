"""Where the questions are put: DuckDB over the column store by default, Spark over the same files, or SQLite and
PostgreSQL over the live tables.

Which one is the setting `FASTI_ENGINE`. An engine runs one dialect of SQL and returns whole columns. What no longer
stands (voided effects, withdrawn acts) is put beside the tables when the engine is opened.
"""

from __future__ import annotations

import contextlib
import contextvars
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

import duckdb
import numpy as np
from django.conf import settings
from django.db import connections

from fasti.indicators import alive, answers, bases, columns, figures, plain, spark

Rows = Mapping[str, Any]
"""Columns by name, as NumPy arrays."""
NAMES = ("duckdb", "sqlite", "postgres", "spark")
STORED = ("duckdb", "spark")
"""Those that read the column store; the others read the live tables."""
_NOW_ONLY = "the live tables hold the register as known now; that of another day is folded into files"
GAPS = {(name, "known"): _NOW_ONLY for name in NAMES if name not in STORED}
"""What an engine cannot be asked, and why. Where the setting chose it, DuckDB is asked instead and named."""
_KEPT = 4
_VENDORS = {"sqlite": "sqlite", "postgres": "postgresql"}


class Runs(Protocol):
    """Anything that takes a SQL statement and gives back columns."""

    def __call__(self, sql: str) -> Rows: ...


class Lays(Protocol):
    """Anything that puts a table of two numbers beside the others."""

    def __call__(self, table: str, rows: Mapping[int, int]) -> None: ...


@dataclass(eq=False)
class Engine:
    """An opened engine. `state` changes whenever the record does: what was computed for a state stays right."""

    name: str
    run: Runs
    state: tuple[Any, ...]
    dead_effects: Mapping[int, int] = field(default_factory=dict)
    dead_acts: Mapping[int, int] = field(default_factory=dict)
    num_given_up: int = 0
    """Entries of persons that stand for another."""
    store: columns.Store | None = None
    """What it reads, if that is the column store: its files stay for as long as the engine."""
    plain: plain.Columns | None = None
    """The same as plain numbers, where the engine counts by itself what it can."""
    lay: Lays | None = None
    """How it takes a table of ours, if not by SQL."""

    def answer(self, sql: str) -> Rows:
        """What a statement gives; from the column store, once for each state of the record. It is not to be changed."""
        return self.kept(sql, lambda: self.run(sql))

    def kept(self, sql: str, make: Callable[[], Rows]) -> Rows:
        """The answer to a statement, however it is found; from the column store, once for each state of the record."""
        return make() if self.store is None else answers.kept((self.state, sql), make)

    @property
    def dead(self) -> frozenset[str]:
        """The tables of what no longer stands, or stands for something else, that have rows."""
        tables = {"dead_effect": self.dead_effects, "dead_act": self.dead_acts, "alias": self.num_given_up}
        return frozenset(name for name, rows in tables.items() if rows)


_open: dict[tuple[Any, ...], Engine] = {}
_held: contextvars.ContextVar[dict[tuple[Any, ...], Engine] | None] = contextvars.ContextVar(
    "held", default=None
)


@contextlib.contextmanager
def one_state() -> Iterator[None]:
    """Within, all questions are put to one state of the column store: the figures of a page belong together."""
    if _held.get() is not None:
        yield
        return
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def chosen(name: str | None, *, known: date | None = None) -> str:
    """The engine asked for; if none is, that of the settings, and DuckDB where that one cannot be asked."""
    if name is None:
        name = "duckdb" if known and (settings.ENGINE, "known") in GAPS else str(settings.ENGINE)
    if name not in NAMES:
        raise figures.CannotCompute("engine-unknown", f"There is no engine {name}. Name one of {', '.join(NAMES)}.",
                                    engine=name)  # fmt: skip
    return name


@contextlib.contextmanager
def opened(
    name: str | None = None, *, known: date | None = None, database: str = "default"
) -> Iterator[Engine]:
    """The engine of that name (None: of the settings), over the record as known at the end of a day (None: all)."""
    name = chosen(name, known=known)
    if name in STORED:
        yield _stored(name, known, database)
        return
    run, state = _live(name, known, database)
    try:
        engine = Engine(name, run, state)
        lay_out_dead(engine)
        yield engine
    finally:
        for table in bases.DEAD:
            run(f"DROP TABLE IF EXISTS {table}")


def _stored(name: str, known: date | None, database: str) -> Engine:
    """An engine over the store, kept open for as long as the record stays as it is."""
    held, asked = _held.get(), (name, known, database)
    if held is not None and asked in held:
        return held[asked]
    store = columns.as_known(known, database=database) if known else columns.current(database=database)
    found = over(store, name)
    if held is not None:
        held[asked] = found
    return found


def over(store: columns.Store, name: str = "duckdb") -> Engine:
    """The engine over one state of the store, kept open for as long as it is asked again."""
    names = (*store.files.values(), *store.gone.values())
    state = (name, store.folder, store.last_act, store.last_hash, *sorted(map(tuple, names)))
    if state not in _open:
        while len(_open) >= _KEPT:
            _open.pop(next(iter(_open)))
        _open[state] = _engine(name, store, state)
        lay_out_dead(_open[state])
    return _open[state]


def _engine(name: str, store: columns.Store, state: tuple[Any, ...]) -> Engine:
    if name == "spark":
        tables = spark.Tables(store)
        return Engine(name, tables.run, state, store=store, lay=tables.lay)
    is_whole = all("/" not in file for files in store.files.values() for file in files)
    decoded = (
        plain.Columns(store) if is_whole else None
    )  # A known day's record is that of a state, up to an act.
    return Engine(name, _runs(connect(store)), state, store=store, plain=decoded)


def connect(store: columns.Store) -> duckdb.DuckDBPyConnection:
    """A connection of its own with the tables of one state of the store as views."""
    connection = duckdb.connect()
    for table in store.files:
        connection.execute(f'CREATE VIEW "{table}" AS {_rows(store, table)}')  # nosec B608 - our own names
    return connection


def _rows(store: columns.Store, table: str) -> str:
    """The rows of a table in one state of the store, as SQL."""
    gone = store.gone_paths(table)
    left = f" ANTI JOIN {bases.files(gone)} g ON t.id = g.id" if gone else ""
    where = f" WHERE t.{bases.OF_ACT[table]} <= {store.last_act}" if table in bases.OF_ACT else ""
    return f"SELECT {bases.names(table)} FROM {bases.files(store.paths(table))} t{left}{where}"  # nosec B608


def _runs(connection: duckdb.DuckDBPyConnection) -> Runs:
    def run(sql: str) -> Rows:
        found = connection.cursor().execute(sql)
        return found.fetchnumpy() if found.description else {}

    return run


def _live(name: str, known: date | None, database: str) -> tuple[Runs, tuple[Any, ...]]:
    connection = connections[database]
    if connection.vendor != _VENDORS[name]:
        raise figures.CannotCompute(
            "engine-other-database", f"The record is not kept in {name}.", engine=name
        )
    if known is not None:
        raise figures.CannotCompute("engine-not-known", f"{name} reads the record as known now; a known day needs"
                                    " duckdb or spark.", engine=name)  # fmt: skip

    def run(sql: str) -> Rows:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return _by_column(cursor) if cursor.description else {}

    return run, (name, database, object())


def _by_column(cursor: Any) -> Rows:
    names = [column[0] for column in cursor.description]
    found = cursor.fetchall()
    values = list(zip(*found, strict=True)) if found else [()] * len(names)
    return {name: _array(column) for name, column in zip(names, values, strict=True)}


def _array(values: Sequence[Any]) -> Any:
    if all(isinstance(value, int) for value in values):
        return np.array(values, np.int64)
    found = np.empty(len(values), object)
    found[:] = values
    return found


def lay_out_dead(engine: Engine) -> None:
    """Read what no longer stands and put it beside the tables."""
    voids = engine.run("SELECT id, act_id, voids_id FROM effect WHERE voids_id IS NOT NULL")
    pairs = zip(voids["act_id"].tolist(), voids["voids_id"].tolist(), strict=True)
    engine.dead_effects = alive.voided(dict(zip(voids["id"].tolist(), pairs, strict=True)))
    found = engine.run(f"SELECT act_id, target_id FROM relation WHERE kind = '{bases.WITHDRAWS}'")  # nosec B608
    engine.dead_acts = alive.withdrawn(
        zip(found["act_id"].tolist(), found["target_id"].tolist(), strict=True)
    )
    engine.num_given_up = int(engine.run("SELECT COUNT(*) AS num FROM alias")["num"].tolist()[0])
    _fill(engine, "dead_effect", engine.dead_effects)
    _fill(engine, "dead_act", engine.dead_acts)


def _fill(engine: Engine, table: str, rows: Mapping[int, int]) -> None:
    if not rows:
        return
    if engine.lay:
        engine.lay(table, rows)
        return
    names = ", ".join(f"{name} BIGINT" for name in bases.DEAD[table])
    kind = "TABLE" if engine.name == "duckdb" else "TEMPORARY TABLE"
    engine.run(f"CREATE {kind} {table} ({names})")
    pairs = [f"({left}, {right})" for left, right in rows.items()]
    for start in range(0, len(pairs), 500):
        engine.run(f"INSERT INTO {table} VALUES {', '.join(pairs[start : start + 500])}")  # nosec B608
