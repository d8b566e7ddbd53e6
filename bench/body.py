"""The national body a measurement runs over: written once into a folder, and taken up again when it is there."""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from bench import ROOT, record
from bench.baselines import facts

if TYPE_CHECKING:
    from samples.national import plan

    from fasti import charter
    from fasti.dates import periods
    from fasti.indicators import columns

PACK = "vn_party"
DONE = "complete"


def ready() -> None:
    """Set Django up, with nothing in it that is anybody's record."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    os.environ.setdefault("FASTI_HOME", tempfile.mkdtemp(prefix="fasti-bench-"))
    import django

    django.setup()


@contextlib.contextmanager
def alone(engine: str, name: str) -> Iterator[str]:
    """A data folder and a database for one measurement; the address of the database. Tells of the machine."""
    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as home:
        os.environ["FASTI_HOME"] = home
        address = f"sqlite:///{home}/fasti.sqlite3"
        if engine == "postgres":
            from tests.engines import server

            address = server.address(f"bench_{name}_{os.getpid()}")
        os.environ["FASTI_DATABASE"] = address
        print(f"machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
              f"{engine}, load {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
        ready()
        yield address
        print(f"memory at its peak: {record.peak()} MB, load {os.getloadavg()[0]:.1f}")


def write(effects: str, address: str, work: Path | None = None) -> plan.Plan:
    """Write the national body into a database; its plan. A file of SQLite is kept in `work` and taken up again."""
    from django.db import connections
    from samples.national import plan

    from fasti import cli
    from fasti.cli import sample

    kept = work / f"national-{effects}.sqlite3" if work and address.startswith("sqlite:///") else None
    file = address.removeprefix("sqlite:///")
    if kept and kept.exists():
        shutil.copy(kept, file)
    elif cli.main(["sample", "national", "--effects", effects, "--to", address, "--lang", "en"]):
        raise SystemExit("the body was not written")
    elif kept:
        connections.close_all()
        shutil.copy(file, kept)
    return plan.plan(sample.number(effects))


def add_arguments(parser: argparse.ArgumentParser, *, effects: str = "1M") -> None:
    """What the scripts that run over a national body share."""
    parser.add_argument("--effects", default=effects, help="about so many effects, as 1M")
    parser.add_argument("--work", type=Path, help="a folder to keep bodies in for the next run")
    parser.add_argument("--json", action="store_true", help="print records for programs")


@contextlib.contextmanager
def working(folder: Path | None) -> Iterator[Path]:
    """The folder to work in; without one named, one that is gone afterwards."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as made:
        yield Path(made)


def files(work: Path, effects: str) -> Path:
    """The column store's files of a body of that size."""
    from samples.national import build, plan

    from fasti.cli import sample

    folder = work / f"columns-{effects}"
    if not (folder / DONE).exists():
        build.into_files(plan.plan(sample.number(effects)), folder)
        (folder / DONE).touch()
    return folder


def store(folder: Path) -> columns.Store:
    """The files as a state of the column store."""
    from fasti.indicators import bases, columns

    names = {table: _files_of(folder, table) for table in bases.stored()}
    num = {name: pq.read_metadata(folder / name).num_rows for each in names.values() for name in each}
    last = dict.fromkeys(names, 2**62)
    return columns.Store(str(folder), columns.SHAPE, last["act"], last["effect"], "", last, names, {}, num)


def _files_of(folder: Path, table: str) -> list[str]:
    """Of the record one for each year."""
    return sorted(
        path.name for path in (*folder.glob(f"{table}.parquet"), *folder.glob(f"{table}-*.parquet"))
    )


def rules(pack: charter.Pack, folder: Path, period: periods.Period) -> facts.Rules:
    """What the figures take from the pack, for the baselines."""
    from fasti.indicators import engines, perimeter

    standing = perimeter.standings(engines.over(store(folder)))
    kinds = perimeter.kinds(standing, pack, as_of=period.last_day)

    def where(id: str, column: str) -> tuple[str, ...]:
        found = pack.resolved(id, as_of=period.last_day, since=period.starts_on).where[column]
        if not isinstance(found, tuple) or not all(isinstance(each, str) for each in found):
            raise ValueError(f"{id}: the baselines do not know its condition on {column}")
        return tuple(map(str, found))

    vacant = pack.resolved("posts.vacant_long", as_of=period.last_day, since=None)
    long = vacant.where["starts_on"]
    return facts.Rules(
        where("personnel.appointed", "office"), where("acts.project", "issuer_kind"),
        {kind: found.rank for kind, found in kinds.items()},
        tuple(kind for kind, found in kinds.items() if found.is_organ),
        tuple(kind for kind, found in kinds.items() if found.level == "grassroots" and not found.is_organ),
        int(long["before_end"]) if isinstance(long, dict) else 0,
    )  # fmt: skip


def narrow(folder: Path, period: periods.Period) -> Path:
    """The baselines' own form of the same body, beside its files."""
    from fasti import charter
    from fasti.indicators import engines

    made = folder / "narrow"
    if not (made / DONE).exists():
        found = rules(charter.load(PACK), folder, period)
        with engines.connect(store(folder)) as views:
            facts.write(views, made, found)
        (made / DONE).write_text(str(found.long))
    return made


def job(folder: Path, period: periods.Period) -> facts.Job:
    """The half-year as the baselines are asked for it."""
    long = int((folder / "narrow" / DONE).read_text())
    last = facts.day_number(period.last_day)
    return facts.Job(facts.day_number(period.starts_on), last + 1, last - long)
