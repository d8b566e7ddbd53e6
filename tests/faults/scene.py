"""What is interrupted, and what must hold after it: four kinds of work on the cast's body, and the check.

Every function runs in a process of its own, forked from one that has everything read but no database open.
"""

from __future__ import annotations

import itertools
import os
import pathlib
import shutil
from collections.abc import Callable, Iterator
from typing import Any

from tests.engines import writers

BATCH = 15
FIGURES = (
    "acts.issued",
    "members.total",
    "members.admitted",
    "posts.filled",
    "tasks.given",
    "personnel.appointed",
)
DAY = "2024-02-01"
Tell = Callable[[str], None]


def load() -> None:
    """Read everything before the first fork."""
    writers.load()
    import duckdb  # noqa: F401
    import numpy  # noqa: F401
    import pyarrow.parquet  # noqa: F401

    from fasti import cli
    from fasti.indicators import compute  # noqa: F401
    from fasti.operations import import_acts, rebuild_register, verify_record  # noqa: F401

    cli.parser()


def home() -> pathlib.Path:
    return pathlib.Path(os.environ["FASTI_HOME"])


def drafts(first: int) -> Iterator[dict[str, Any]]:
    """Acts that touch members, tenures, vacancies, tasks and files, each different."""
    from tests import cast

    for n in itertools.count(first):
        who = {"person": f"P{n}", "unit": "ALDER", "stage": "full", "on": DAY}
        name = {"family_name": "Tự", "given_name": f"Số {n}", "born_on": "1990-01-01", "sex": "FM"[n % 2]}
        effects: list[dict[str, Any]] = [{"kind": "ADMIT", **who, **name}]
        effects.append({"kind": "APPOINT", "person": f"P{n}", "post": "NORTH-B.member", "on": DAY})
        if n > 1:
            effects.insert(0, {"kind": "RELIEVE", "person": f"P{n - 1}", "post": "NORTH-B.member",
                               "reason": "request", "on": DAY})  # fmt: skip
        task = {"text": f"Count lantern {n}", "unit": "ALDER", "due_on": "2024-06-01"}
        files = [str(_file(n))] if n % 3 == 0 else []
        yield cast.act("NORTH-B", "decision", f"Number {n}", DAY, *effects, tasks=[task], attachments=files)


def _file(n: int) -> pathlib.Path:
    """What is attached; it lies outside the data folder, on another disk than the one that fills up."""
    path = pathlib.Path(os.environ["FASTI_PAPERS"]) / f"{n}.txt"
    path.write_text(f"paper {n}\n" * 200)
    return path


def next_() -> int:
    from fasti.acts.models import Act

    return Act.objects.count()


def _done(acts: list[Any]) -> str:
    return "done " + " ".join(f"{act.code}={act.hash}" for act in acts)


def issue(tell: Tell) -> None:
    """One act after the other."""
    from tests import cast

    for content in drafts(next_()):
        tell("begin")
        tell(_done(cast.issue(content)))


def import_(tell: Tell) -> None:
    """One import of `BATCH` acts after the other; one that was cut off is given again, as its user would."""
    from fasti.acts.models import Act
    from fasti.operations import import_acts, issue_act
    from tests import cast

    while True:
        cut_off = [int(path.name) for path in (home() / "imports").glob("*")]
        first = cut_off[0] if cut_off else next_()
        folder = home() / "imports" / str(first)
        folder.mkdir(parents=True, exist_ok=True)
        contents = list(itertools.islice(drafts(first), BATCH))
        tell("begin")
        recorded = Act.objects.select_related("issuer").filter(title__in=[each["title"] for each in contents])
        try:
            import_acts.import_acts(
                contents, pack=cast.pack(), recorded_at=cast.at(DAY), actor="test", work=folder
            )
        except issue_act.CannotIssue:
            # Killed after everything was recorded and put away, before it was told: nothing is recorded twice.
            if not (cut_off and recorded.count() == BATCH):
                raise
        tell(_done(list(recorded)))
        shutil.rmtree(folder)


def rebuild(tell: Tell) -> None:
    """The register folded anew, again and again."""
    from fasti.operations import rebuild_register

    while True:
        tell("begin")
        rebuild_register.rebuild()
        tell("done")


def refresh(tell: Tell) -> None:
    """An act, then the column store brought up to it."""
    from fasti.indicators import columns
    from tests import cast

    for content in drafts(next_()):
        tell(_done(cast.issue(content)))
        tell("begin")
        columns.current()
        tell("done")


WORKS: dict[str, Callable[[Tell], None]] = {
    "issuing": issue,
    "importing": import_,
    "rebuilding": rebuild,
    "refreshing": refresh,
}
AT_ONCE = {"issuing": 1, "importing": BATCH, "rebuilding": 0, "refreshing": 1}
"""Acts that stand or fall together: what may have been recorded without having been acknowledged."""


def check(*, columns: bool = False, figures: bool = False) -> dict[str, Any]:
    """The acts with their hashes, the faults of the record, and how the column store differs from the database."""
    from fasti.acts.models import Act
    from fasti.operations import verify_record

    acts = {act.code: act.hash for act in Act.objects.select_related("issuer")}
    faults = [f"{fault.code} {fault.act} {fault.subject}" for fault in verify_record.verify().faults]
    faults += _columns() if columns else []
    faults += _figures() if figures else []
    return {"acts": acts, "faults": faults}


def _columns() -> list[str]:
    """The tables of the column store, brought up to date, that do not hold what the database holds, row for row."""
    from fasti.indicators import columns, snapshots

    store = columns.current()
    found = [] if (store.last_act, store.last_effect, store.last_hash) == snapshots.mark(
        snapshots.live("default")) else ["the column store does not reach the last act"]  # fmt: skip
    return found + [f"the column store holds another {table}" for table in store.files
                    if columns.differs(store, table)]  # fmt: skip


def _figures() -> list[str]:
    """Whether the figures from the column store are those that SQL finds."""
    from django.db import connection

    from fasti.dates import periods
    from fasti.indicators import compute
    from tests import cast

    sql = {"sqlite": "sqlite", "postgresql": "postgres"}[connection.vendor]
    period = periods.Period.parse("2024-H1")
    one, other = (
        [str(each.value) for each in
         compute.compute(cast.pack(), FIGURES, unit="GLK", period=period, engine=engine).total]
        for engine in ("duckdb", sql)
    )  # fmt: skip
    return [] if one == other and any(value != "0" for value in one) else [f"figures: {one} and {other}"]


def begin() -> None:
    """The body, with enough acts that each kind of work has something to do."""
    from tests import cast

    writers.begin()
    cast.issue(*itertools.islice(drafts(1), 20))
