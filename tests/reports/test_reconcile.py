"""A narrative report beside the register: what agrees, what differs and why, what is a part, what is left out."""

from __future__ import annotations

import json
import pathlib

import pytest

from fasti import claims
from fasti.cli import main
from fasti.dates import periods
from fasti.reports import looks, reconcile
from tests import cast
from tests.claims import gold

HALF = looks.Under(periods.Period.parse("2024-H1"))


def verdicts(
    said: str, registered: dict[str, int], parts: dict[str, set[int]] | None = None
) -> list[tuple[object, ...]]:
    found = claims.read(claims.from_string(said), claimed=gold.words(), period="2024-H1").claims
    lines = reconcile.compare(found, registered, unit="U", under=HALF, parts=parts).lines
    return [(int(line.claim.value), line.verdict, line.registered) for line in lines]


def test_a_claim_that_the_register_bears_out_agrees() -> None:
    assert verdicts("The body admitted 12 members.", {"members.admitted": 12}) == [(12, "agrees", 12)]


@pytest.mark.parametrize(
    ("hedge", "value", "verdict"),
    [
        ("over", 103, "agrees"), ("over", 99, "differs"), ("over", 150, "differs"), ("about", 96, "agrees"),
        ("about", 60, "differs"), ("fewer than", 95, "agrees"), ("fewer than", 101, "differs"),
        ("exactly", 99, "differs"),
    ],
)  # fmt: skip
def test_a_hedge_is_taken_at_its_word(hedge: str, value: int, verdict: str) -> None:
    [line] = verdicts(f"The body admitted {hedge} 100 members.", {"members.admitted": value})
    assert line[1] == verdict


def test_parts_are_set_beside_breakdowns_and_nothing_else() -> None:
    said = "The course had 20 topics, of which 17 topics were taught by the academy and 3 topics by members."
    told = verdicts(said, {"training.topics": 20}, {"training.topics": {17, 4}})
    assert told == [(20, "agrees", 20), (17, "agrees", 17), (3, "part", None)]


def test_what_has_no_figure_is_unmatched_and_what_is_not_told_is_left_out() -> None:
    found = claims.read(claims.from_string("The body gave 12 prizes."), claimed=gold.words()).claims
    told = reconcile.compare(found, {"members.admitted": 4, "units.created": 0}, unit="U", under=HALF)
    assert [line.verdict for line in told.lines] == ["unmatched"]
    assert told.left_out == (("members.admitted", 4),)
    assert told.agrees
    hidden = reconcile.compare(found, {}, unit="U", under=HALF, hidden=[found[0].indicator])
    assert [(line.verdict, line.registered) for line in hidden.lines] == [("withheld", None)]


@pytest.mark.django_db
def test_the_command_sets_a_report_beside_the_register(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast.found_guild()
    path = tmp_path / "report.txt"
    path.write_text("In 2024 the guild admitted 9 keepers in its lodges.", encoding="utf-8")
    args = [str(path), "--unit", "NORTH", "--period", "2024", "--text-lang", "en"]
    code = main(["reconcile", *args, "--json"])
    printed = capsys.readouterr()
    assert printed.err == ""
    told = json.loads(printed.out)
    [line] = told["lines"]
    assert (line["value"], line["indicator"], code) == (
        9,
        "members.admitted",
        int(line["verdict"] == "differs"),
    )
    assert main(["reconcile", *args]) == code
    assert "9" in capsys.readouterr().out
    assert main(["claims", str(path), "--charter", "template"]) == 0
    assert "members.admitted" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize("written", [b"", b"abc\0 12 members", b"zz qq 12"])
def test_a_file_of_which_nothing_was_read_leaves_nothing_out(
    written: bytes, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast.found_guild()
    path = tmp_path / "report.txt"
    path.write_bytes(written)
    assert main(["reconcile", str(path), "--unit", "NORTH", "--period", "2024", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["left_out"] == {}
    path.write_text("In 2024 the guild met in its lodges and the keepers spoke.", encoding="utf-8")
    main(["reconcile", str(path), "--unit", "NORTH", "--period", "2024", "--json", "--text-lang", "en"])
    assert json.loads(capsys.readouterr().out)["left_out"]
