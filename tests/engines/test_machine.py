"""Random lives of a body on PostgreSQL: the same ones as on SQLite, so that what differs is the engine."""

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
def test_whatever_a_body_decides_its_register_is_right_on_postgresql() -> None:
    environment = {**os.environ, "FASTI_TEST_DATABASE": server.address("fasti_machine")}
    command = [sys.executable, "-m", "pytest", "tests/effects/test_machine.py", "-q"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout[-8000:] + ran.stderr[-2000:]
