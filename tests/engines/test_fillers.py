"""Two who fill one sheet at once, and one who hands in what another begins meanwhile: on PostgreSQL nothing is lost."""

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


def test_what_another_begins_meanwhile_is_neither_lost_nor_a_failure(tmp_path: pathlib.Path) -> None:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given |= {"PYTHONPATH": str(ROOT), "FASTI_DATABASE": server.address("fasti_fillers")}
    command = [sys.executable, "-m", "tests.engines.fillers"]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-4000:]
    assert json.loads(ran.stdout) == {
        "filled": ["Stale", "first"],
        "handed_in": ["Stale", "begun meanwhile", None],
        "then": "submitted",
    }
