"""Figures counted from plain numbers against the engine's statements, unit by unit; and what is decoded for them."""

from __future__ import annotations

import pathlib
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fasti import charter
from fasti.dates import periods
from fasti.indicators import (
    answers,
    arrays,
    columns,
    compute,
    counting,
    engines,
    plain,
    relations,
    scans,
    shelf,
)
from fasti.indicators.conditions import Asked
from tests.indicators.test_partials import Goes

pytestmark = pytest.mark.django_db


def told(pack: charter.Pack, settings: Any, *, is_plain: bool) -> tuple[Any, ...]:
    """Every count and sum of every unit in a year, and some by month."""
    settings.PLAIN_FROM = 0 if is_plain else 10**12
    answers.forget()
    ids = [each.id for each in pack.indicators if each.measure in scans.ADDITIVE]
    year = compute.of_every_unit(pack, ids, period=periods.Period.parse("2024"))
    some = ["acts.issued", "members.total", "posts.vacant_long"]
    return year, compute.compute(pack, some, unit="VN", period=periods.Period.parse("2024"), by="month").total


def acts(pack: charter.Pack) -> Any:
    answers.forget()
    return compute.compute(pack, ["acts.issued"], unit="VN", period=periods.Period.parse("2024")).units


def decoded() -> dict[str, Any]:
    return shelf.read(pathlib.Path(columns.current().folder) / "plain") or {}


def test_rows_of_every_kind_count_alike(vn: charter.Pack, settings: Any) -> None:
    """Also voided, withdrawn, of entries given up, written again, of units that were of another kind."""
    body = Goes(seed=11)
    body.make()
    before = told(vn, settings, is_plain=True)
    files = {each[2] for each in decoded()["columns"]}
    body.go_on()
    body.change_kind("VN-18-TU", "provincial_org")
    found = told(vn, settings, is_plain=True)
    assert found == told(vn, settings, is_plain=False)
    assert found != before
    assert len(files & {each[2] for each in decoded()["columns"]}) > len(files) // 2
    assert any(columns.current().gone.values())


def test_most_counts_of_the_pack_are_told_from_plain_numbers(vn: charter.Pack) -> None:
    """What is not: how memberships began and ended, who was planned, what a sanction's act says."""
    period = periods.Period.parse("2024-H1")
    asked = [
        Asked(vn.resolved(each.id, as_of=period.last_day, since=period.starts_on), period)
        for each in vn.indicators
        if each.measure in scans.ADDITIVE
    ]
    left = [one.indicator.id for one in asked if counting.why_not([one], frozenset()) is not None]
    assert len(left) < len(asked) // 3, left
    assert not [id for id in left if id.startswith(("acts.", "posts.", "units.", "tasks."))], left


def test_a_torn_file_is_decoded_again(vn: charter.Pack, settings: Any) -> None:
    Goes(seed=11).make()
    settings.PLAIN_FROM = 0
    whole = acts(vn)
    folder = pathlib.Path(columns.current().folder) / "plain"
    for content in (b"", None):
        torn = folder / next(each[2] for each in decoded()["columns"] if each[2])
        torn.unlink() if content is None else torn.write_bytes(content)
        assert not decoded()
        engines._open.clear()  # As in another process.
        assert acts(vn) == whole
        assert torn.name not in {each[2] for each in decoded()["columns"]}


@pytest.mark.parametrize("with_ends", [True, False])
@pytest.mark.parametrize("days", [["2024-01-01", None], [None, None], ["1931-05-06", "2090-01-01"]])
def test_days_words_and_numbers_are_read_as_they_are_filed(
    tmp_path: pathlib.Path, days: list[str | None], with_ends: bool
) -> None:
    """Whether or not the file says the least and the most of each column."""
    ids = [None if day is None else 7 for day in days]
    table = pa.table(
        {
            "on": pa.array(days, pa.string()).cast(pa.date32()),
            "kind": pa.array(days, pa.string()),
            "id": pa.array(ids, pa.int64()),
        }
    )
    pq.write_table(table, tmp_path / "rows.parquet", write_statistics=with_ends)
    found = {name: plain.decoded(tmp_path / "rows.parquet", name, tmp_path) for name in ("on", "kind", "id")}
    read = {name: each.read(tmp_path, 0, 2).tolist() for name, each in found.items()}
    words = found["kind"].words or ()
    assert [words[number] for number in read["kind"]] == days
    assert [None if number == -1 else number for number in read["id"]] == ids
    numbers = table.column("on").cast(pa.int32()).to_pylist()
    assert [None if number == found["on"].none else number for number in read["on"]] == numbers
    assert all(number is not None or found["on"].none > 2**15 for number in numbers)
    assert relations.RELATIONS.keys() >= arrays.FORMS.keys()
