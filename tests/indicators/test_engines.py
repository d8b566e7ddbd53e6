"""Every indicator of every pack on DuckDB, SQLite, PostgreSQL and Spark: the same figures, to the last part. What an
engine cannot be asked stands in one table, with its reason.
"""

from __future__ import annotations

import importlib
import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fasti import charter
from fasti.dates import periods
from fasti.indicators import compute, engines, figures
from tests import cast, lived_in
from tests.indicators import made_body
from tests.indicators.test_figures import all_ids, managed

ROOT = pathlib.Path(__file__).resolve().parents[2]
PERIOD = periods.Period.parse("2024-H1")
BODIES = {"vn_party": "VN", "template": "GLK"}


def body_of(pack: charter.Pack) -> None:
    """Rows in every table that the pack's figures are counted from."""
    if pack.id == "template":
        lived_in.build()
        return
    some = [*pack.offices(as_of=PERIOD.last_day)[:4], *managed(pack, PERIOD)[:6]]
    made_body.Maker(seed=7, offices=tuple(some)).make()


def told(pack: charter.Pack, engine: str, *, database: str = "default") -> Any:
    """All that is computed of every indicator: the whole with parts, each unit, what is booked at the unit itself."""
    found = compute.compute(
        pack, all_ids(pack), unit=BODIES[pack.id], period=PERIOD, by="child",
        engine=engine, database=database,
    )  # fmt: skip
    assert found.engine == engine
    return found.total, found.units, found.own, found.unplaced


@pytest.fixture(scope="module")
def session() -> Iterator[None]:
    """One session of Spark for all of them."""
    yield
    running = importlib.import_module("pyspark.sql").SparkSession.getActiveSession()
    if running is not None:
        running.stop()


@pytest.mark.campaign
@pytest.mark.postgres
@pytest.mark.spark
@pytest.mark.usefixtures("db", "session")
@pytest.mark.parametrize("id", BODIES)
def test_every_indicator_is_the_same_on_every_engine(id: str, postgres: str, settings: Any) -> None:
    settings.SPARK, settings.PLAIN_FROM = "local[2]", 0
    pack = charter.load(id)
    body_of(pack)
    made_body.copy(postgres)
    wanted = told(pack, "duckdb")
    assert [figure.indicator for figure in wanted[0]] == all_ids(pack)
    assert sum(bool(figure.value) for figure in wanted[0]) > len(wanted[0]) // 2
    for engine in engines.NAMES:
        found = told(pack, engine, database=postgres if engine == "postgres" else "default")
        differing = [one.indicator for one, other in zip(wanted[0], found[0], strict=True) if one != other]
        assert differing == [], engine
        assert found == wanted, engine


@pytest.mark.campaign
@pytest.mark.spark
def test_a_cluster_gives_the_same_json(tmp_path: pathlib.Path) -> None:
    """`spark-submit` to a master and two workers, each a process of its own, as the page about Spark says."""
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given |= {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    begin = "from tests.engines import writers; writers.load(); writers.begin()"
    subprocess.run([sys.executable, "-c", begin], cwd=ROOT, env=given, check=True, timeout=60)
    told: list[bytes] = []
    for engine, how in (("duckdb", [sys.executable]), ("spark", submitted())):
        command = [
            *how,
            "src/fasti/__main__.py",
            "figure",
            "members.total",
            "--unit",
            "GLK",
            "--period",
            "2024-H1",
        ]
        ran = subprocess.run(
            [*command, "--by", "sex", "--json"], cwd=ROOT, env={**given, "FASTI_ENGINE": engine},
            capture_output=True, timeout=300,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr[-4000:]
        told.append(ran.stdout)
    assert json.loads(told[0])["value"] > 0
    assert told[0] == told[1]


def submitted() -> list[str]:
    """The command before a program that is to run on a cluster of two workers, with 1 core and 2 GiB each."""
    found = importlib.import_module("pyspark").__path__[0]
    return [
        f"{found}/bin/spark-submit",
        "--master",
        "local-cluster[2,1,2048]",
        "--conf",
        "spark.ui.enabled=false",
    ]


@pytest.fixture
def guild(db: None) -> charter.Pack:
    cast.found_guild()
    return cast.pack()


@pytest.mark.parametrize("engine", ["duckdb", "sqlite"])
def test_the_setting_chooses_the_engine(guild: charter.Pack, settings: Any, engine: str) -> None:
    settings.ENGINE = engine
    assert compute.compute(guild, ["members.total"], unit="GLK", period=PERIOD).engine == engine


@pytest.mark.parametrize(("engine", "what"), engines.GAPS)
def test_a_gap_is_named_with_its_reason(guild: charter.Pack, settings: Any, engine: str, what: str) -> None:
    """Asked by name, the engine refuses; chosen by the setting, DuckDB answers in its place and says so."""
    assert what == "known"
    asked: dict[str, Any] = {"unit": "GLK", "period": PERIOD, "known": date(2024, 12, 31)}
    if engine == "sqlite":
        with pytest.raises(figures.CannotCompute) as refused:
            compute.compute(guild, ["members.total"], engine=engine, **asked)
        assert refused.value.code == "engine-not-known"
    settings.ENGINE = engine
    assert compute.compute(guild, ["members.total"], **asked).engine == "duckdb"
    page = (ROOT / "docs/explanation/engines.md").read_text("utf-8")
    assert f"| {engine} | " in page
    assert engines.GAPS[engine, what] in " ".join(page.split())


@pytest.mark.usefixtures("guild")
def test_an_unknown_setting_is_refused(settings: Any) -> None:
    settings.ENGINE = "abacus"
    with pytest.raises(figures.CannotCompute) as refused:
        compute.compute(cast.pack(), ["members.total"], unit="GLK", period=PERIOD)
    assert refused.value.code == "engine-unknown"
