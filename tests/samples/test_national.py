"""The national body at its smallest: its register is the fold of its effects, its chains hold, and the files written
without a database are the column store that the database gives.
"""

from __future__ import annotations

import csv
import hashlib
import pathlib
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
from samples.national import build, places, plan, story
from tests.conftest import SHARED
from tests.samples import test_story

from fasti import charter
from fasti.acts.models import Effect
from fasti.dates import periods
from fasti.indicators import bases, columns, compute
from fasti.operations import init_body, rebuild_register, verify_record
from fasti.register.models import Lineage

SMALL = plan.plan(3_000)


@pytest.fixture
def national(db: None, settings: Any, tmp_path: pathlib.Path) -> charter.Pack:
    settings.HOME = tmp_path
    pack = charter.load("vn_party")
    init_body.init(pack)
    build.into_database(SMALL, version=pack.version)
    return pack


def test_the_body_is_one_that_could_have_been_issued(national: charter.Pack, tmp_path: pathlib.Path) -> None:
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()
    written = build.into_files(SMALL, tmp_path / "files")
    assert [table for table in written.files if columns.differs(written, table)] == []
    for table in bases.OF_ACT:  # The record lies by number, a file for each year.
        rows = [pq.read_table(path, columns=["id"]).column("id").to_numpy() for path in written.paths(table)]
        assert len(rows) == 9
        assert np.all(np.diff(np.concatenate(rows)) == 1)
    ids = [each.id for each in national.indicators]
    period = periods.Period.parse("2024")
    ours, plain = (
        compute.compute(national, ids, unit="VN", period=period, engine=engine).total
        for engine in ("duckdb", "sqlite")
    )
    assert ours == plain
    came = Effect.objects.filter(kind="ADMIT", on__lt="2025-01-01").count()
    went = Effect.objects.filter(kind="LEAVE", on__lt="2025-01-01").count()
    assert {each.indicator: each.value for each in ours}["members.total"] == came - went > 250
    assert Lineage.objects.count() == 29
    later = compute.compute(
        national, ids[:1], unit="VN", period=period, boundaries=periods.Period.parse("2025").last_day
    )
    assert len(later.units) == 34
    assert later.total[0].value == ours[0].value


@pytest.mark.parametrize("num", [1_000, 1_000_000, 40_000_000, 200_000_000])
def test_sizes(num: int) -> None:
    found = plan.plan(num)
    assert found.num_units <= 304_000
    assert int(found.first_unit[-1]) + int(found.grassroots[-1] + found.cells[-1]) == found.num_units + 1
    assert np.all(found.members >= 4 * found.cells)
    if num >= 1_000_000:
        assert found.num_members == pytest.approx(num / plan.PER_MEMBER, rel=0.01)


def test_nobody_bears_the_name_of_somebody_in_office() -> None:
    folded = (test_story._folded(f"{family} {name}") for family in story.FAMILIES for name in story.GIVEN)
    assert not {hashlib.sha256(name.encode()).hexdigest()[:16] for name in folded} & test_story.LEADERS


@pytest.mark.inputs
def test_the_mergers_are_those_of_2025() -> None:
    with (SHARED / "inputs" / "merger_2025.csv").open(encoding="utf-8") as file:
        new_of = {row["old_iso3166_2"]: row["new_name"] for row in csv.DictReader(file)}
    assert set(new_of) == {each.code for each in places.PROVINCES}
    kept = dict(places.mergers())
    for at, each in enumerate(places.PROVINCES):
        assert new_of[each.code] == new_of[places.PROVINCES[kept.get(at, at)].code], each
