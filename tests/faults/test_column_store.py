"""The column store after accidents: files torn, cut short, changed or gone; several processes; a reader left behind."""

from __future__ import annotations

import json
import os
import pathlib
from typing import Any

import pytest

from fasti.dates import periods
from fasti.indicators import columns, compute, shelf
from tests import cast

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse("2024-H1")


@pytest.fixture(autouse=True)
def _body(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()
    issue("First")


def issue(title: str) -> None:
    cast.issue(cast.act("NORTH-B", "decision", title, "2024-02-01"))


def issued() -> Any:
    return compute.compute(cast.pack(), ["acts.issued"], unit="GLK", period=HALF).total[0].value


def folder() -> pathlib.Path:
    return columns._folder("default")


def one(table: str) -> pathlib.Path:
    return pathlib.Path(columns.current().paths(table)[0])


def torn(path: pathlib.Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def changed(path: pathlib.Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def emptied(path: pathlib.Path) -> None:
    path.write_bytes(b"")


def gone(path: pathlib.Path) -> None:
    path.unlink()


@pytest.mark.parametrize("accident", [torn, changed, emptied, gone])
@pytest.mark.parametrize("table", ["act", "membership"])
def test_a_file_that_is_not_as_it_was_written_is_made_anew(accident: Any, table: str) -> None:
    path = one(table)
    accident(path)
    assert one(table) != path
    assert issued() == 1


@pytest.mark.parametrize("accident", [torn, emptied, gone])
def test_a_manifest_that_is_not_as_it_was_written_is_made_anew(accident: Any) -> None:
    before = columns.current()
    accident(folder() / shelf.MANIFEST)
    after = columns.current()
    assert set(after.paths("act")).isdisjoint(before.paths("act"))
    assert issued() == 1


def started_anew() -> None:
    """The machine was started anew since the manifest was written."""
    path = folder() / shelf.MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"boot": "another start"}))


def test_after_a_start_of_the_machine_the_content_is_read() -> None:
    """A loss of power may leave a file with the size and the time it should have and nothing in it."""
    path = one("act")
    stat = path.stat()
    path.write_bytes(b"\0" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    started_anew()
    assert one("act") != path


def test_after_a_start_of_the_machine_sound_files_are_kept() -> None:
    path = one("act")
    started_anew()
    assert one("act") == path
    assert json.loads((folder() / shelf.MANIFEST).read_text())["boot"] != "another start"


def test_what_a_killed_process_left_is_removed() -> None:
    columns.current()
    left = folder() / "effect-0123.parquet"
    left.write_bytes(b"half of a fi")
    draft = folder() / "manifest-0123"
    draft.write_text("{")
    issue("Second")
    columns.current()
    assert not left.exists()
    assert not draft.exists()


def test_a_reader_keeps_its_files_while_the_store_goes_on() -> None:
    store = columns.current()
    for number in range(columns.MANY_FILES):
        issue(f"Number {number}")
        columns.current()
    assert all(pathlib.Path(path).exists() for table in store.files for path in store.paths(table))
    old = set(store.paths("act"))
    del store
    issue("The last")
    left = old - set(columns.current().paths("act"))
    assert left
    assert not any(pathlib.Path(path).exists() for path in left)


def test_forgotten_and_made_again() -> None:
    columns.current()
    columns.forget()
    assert [path.name for path in folder().iterdir()] == ["lock"]
    assert issued() == 1
