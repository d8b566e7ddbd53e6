"""No page of a unit, person, post or act and no list reads a growing table of PostgreSQL from end to end, at the size
of a country.
"""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import server

pytestmark = [pytest.mark.campaign, pytest.mark.postgres]

ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_no_page_reads_a_growing_table_from_end_to_end(tmp_path: pathlib.Path) -> None:
    given = {**os.environ, "FASTI_HOME": str(tmp_path), "FASTI_DATABASE": server.address("fasti_plans")}
    command = [sys.executable, "-m", "tests.engines.plans", "20000"]
    ran = subprocess.run(
        command, cwd=ROOT, env={**given, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=300
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    found = json.loads(ran.stdout)
    assert found["refused"] == []
    assert found["seen"] == ["attachment", "effect", "person"]
    assert found["num"] > 40
    assert found["scans"] == {}
