"""Reading YAML: plain data, the line of every place, mistakes noted and not raised."""

from __future__ import annotations

import datetime
import pathlib

import pytest

from fasti.charter import findings, reading, shape


def read(tmp_path: pathlib.Path, text: str) -> reading.Document:
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return reading.read(path, file="rules.yaml")


def test_plain_data(tmp_path: pathlib.Path) -> None:
    text = "a: [1, -2, x, 'true', true, null, 2/3, 1.50, 2024-01-31]\nb:\n  on: 'on'\n"
    document = read(tmp_path, text)
    day = datetime.date(2024, 1, 31)
    assert document.data == {"a": [1, -2, "x", "true", True, None, "2/3", "1.50", day], "b": {"on": "on"}}
    assert not document.findings


def test_every_place_has_its_line(tmp_path: pathlib.Path) -> None:
    document = read(tmp_path, "# head\na: 1\nb:\n  - c: 2\n  - d:\n      e: 3\n")
    assert [document.line(route) for route in [("a",), ("b",), ("b", 0, "c"), ("b", 1, "d", "e")]] == [
        2,
        3,
        4,
        6,
    ]
    assert document.line(("b", 1, "d", "nowhere", "at", "all")) == 5


def test_an_alias_is_the_same_data(tmp_path: pathlib.Path) -> None:
    assert read(tmp_path, "a: &x [1]\nb: *x\n").data == {"a": [1], "b": [1]}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: [1\nb: 2\n", "yaml-malformed", 2),
        ("a: 1\nb: 2\na: 3\n", "key-duplicate", 3),
        ("a: 2024-13-01\n", "day-impossible", 1),
        ("a: 1\nb: !!binary aGk=\n", "yaml-tag", 2),
    ],
)
def test_mistakes_are_noted(tmp_path: pathlib.Path, text: str, code: str, line: int) -> None:
    (found,) = read(tmp_path, text).findings
    assert (found.code, found.line, found.file) == (code, line, "rules.yaml")


def test_a_file_that_is_not_utf_8(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"a: \xff\xfe\n")
    assert [found.code for found in reading.read(path, file="rules.yaml").findings] == ["yaml-malformed"]


def test_an_empty_file_has_the_wrong_shape(tmp_path: pathlib.Path) -> None:
    document = read(tmp_path, "")
    shape.check(document, "units")
    assert [found.code for found in document.findings] == ["wrong-type"]


def test_a_finding_is_one_line_with_its_place_and_remedy() -> None:
    found = findings.finding("wrong-type", file="a.yaml", line=7, where="x", expected="text", found="null")
    assert str(found) == "a.yaml:7: x must be text, not null. Write text. [wrong-type]"
