"""Files that are no tables, or that are meant to do harm: each is refused by name, and nothing is recorded."""

from __future__ import annotations

import pathlib

import pytest

from fasti.exchange import tables
from tests.exchange import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_body")]


def refused(path: pathlib.Path) -> str:
    try:
        outcome = files.take(path)
    except tables.CannotRead as error:
        return error.code
    ((_, code),) = files.told(outcome)
    return code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("in.xlsx", b"", "workbook-unreadable"),
        ("in.xlsx", b"PK\x03\x04 broken", "workbook-unreadable"),
        ("in.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-unreadable"),
        ("in.csv", b"", "sheet-missing"),
        ("acts.csv", b"", "sheet-without-headings"),
        ("acts.csv", b"act,issuer,type,title,signed_on\n", "nothing-to-import"),
        ("in.ods", b"x", "file-not-tables"),
        ("in.xls", b"x", "file-not-tables"),
    ],
)
def test_files_that_are_no_tables(tmp_path: pathlib.Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == code


def test_a_folder_without_tables_and_a_file_that_is_not_there(tmp_path: pathlib.Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refused(tmp_path / "empty") == "file-not-tables"
    assert refused(tmp_path / "nowhere.xlsx") == "file-not-there"


@pytest.fixture
def whole(tmp_path: pathlib.Path) -> pathlib.Path:
    files.workbook(tmp_path, files.rows()).save(tmp_path / "whole.xlsx")
    return tmp_path / "whole.xlsx"


def test_a_bomb_is_not_unpacked(whole: pathlib.Path) -> None:
    path = files.repacked(whole, "xl/worksheets/sheet1.xml", lambda _: b" " * (64 << 20))
    assert refused(path) == "workbook-too-large"


def test_entities_are_not_resolved(whole: pathlib.Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    path = files.repacked(
        whole, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet", 1)
    )
    assert refused(path) == "workbook-unreadable"


def test_a_sheet_cut_off_is_told(whole: pathlib.Path) -> None:
    path = files.repacked(whole, "xl/worksheets/sheet4.xml", lambda xml: xml[: len(xml) // 2])
    codes = {code for _, code in files.told(files.take(path))}
    assert "workbook-unreadable" in codes
