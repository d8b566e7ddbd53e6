"""The same tests of record, fold and operations on PostgreSQL as on SQLite; campaigns name their engines themselves."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import server

pytestmark = pytest.mark.campaign

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.postgres
def test_the_same_tests_pass_on_postgresql() -> None:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("FASTI_REQUIRE", "FASTI_CAMPAIGN")
    }
    environment = {**kept, "FASTI_TEST_DATABASE": server.address("fasti_same")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/subjects",
        "tests/operations",
        "tests/effects",
        "tests/acts",
        "-q",
    ]
    command += ["--ignore=tests/effects/test_machine.py"]  # see test_machine here
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
    assert " passed" in ran.stdout or "[100%]" in ran.stdout
