"""`fasti sample national`: into files, into a database, and what it refuses."""

from __future__ import annotations

import pathlib

import pytest

from fasti import cli


def test_files_are_written_and_never_over_others(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["sample", "national", "--effects", "1k", "--to", "columns", "--out", str(tmp_path / "store")]
    assert cli.main([*given, "--lang", "en"]) == 0
    assert "Units: 380" in capsys.readouterr().out
    assert (tmp_path / "store" / "effect-2024.parquet").exists()
    assert cli.main([*given, "--lang", "en"]) == 2
    assert "is not empty" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["10", "many", "2000M"])
def test_a_size_that_is_none_is_refused(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        cli.main(["sample", "national", "--effects", size, "--to", "columns"])
    assert refused.value.code == 2
    assert "1k to 1000M" in capsys.readouterr().err
