"""The gate tells the truth: a failing step fails it, an unknown one is refused, no failure is hidden."""

import os
import pathlib
import subprocess
import sys

import pytest

from tests import gate

ROOT = pathlib.Path(__file__).resolve().parents[1]
SUCCEED = [sys.executable, "-c", "print('all is well')"]
FAIL = [sys.executable, "-c", "print('line 3 is wrong'); raise SystemExit(3)"]


def test_all_steps_passed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gate, "STEPS", {"style": SUCCEED, "tests": SUCCEED})
    assert gate.main([]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "all is well"


@pytest.mark.parametrize("step", ["style", "tests"])
def test_one_step_failed(
    step: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "STEPS", {"style": SUCCEED, "tests": SUCCEED} | {step: FAIL})
    assert gate.main([]) == 1
    out = capfd.readouterr().out
    assert "line 3 is wrong" in out
    assert out.splitlines()[-1] == f"check: failed: {step}"


def test_tests_that_take_too_long_are_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MINUTES", 1 / 60)
    assert not gate.passed_openly([sys.executable, "-c", "import time; time.sleep(30)"])


def test_unknown_step(capfd: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["typos"]) == 2
    assert "typos" in capfd.readouterr().err


def test_ci_passes_the_exit_code_on(tmp_path: pathlib.Path) -> None:
    """`.ci/run` in a checkout whose gate fails, with every package it looks for already there."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    found = tmp_path / "bin"
    found.mkdir()
    for name in ("chromium", "java", "pdftoppm", "apt-get"):
        program(found / name, "exit 0")
    program(tmp_path / "fasti", 'echo "$1 $FASTI_REQUIRE"; exit 7')
    path = f"{found}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", tmp_path / ".ci" / "run"], env=os.environ | {"PATH": path}, capture_output=True, text=True
    )
    assert result.returncode == 7
    assert result.stdout.splitlines()[-1] == "check browser,spark,postgres,inputs"


def program(path: pathlib.Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
