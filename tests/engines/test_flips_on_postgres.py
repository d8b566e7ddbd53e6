"""On PostgreSQL, too, a single changed bit is found."""

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
def test_a_changed_bit_is_found_on_postgresql() -> None:
    environment = {
        **os.environ,
        "FASTI_TEST_DATABASE": server.address("fasti_flips"),
        "FASTI_FLIPS": "150",
    }
    command = [sys.executable, "-m", "pytest", "tests/faults/test_bit_flips.py", "-q"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
    assert "2 passed" in ran.stdout or "[100%]" in ran.stdout
