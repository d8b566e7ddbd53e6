"""The column store is continued by highest number while two processes issue: no row is skipped, on both engines."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import server

pytestmark = pytest.mark.campaign

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_nothing_is_skipped_while_others_issue(engine: str, tmp_path: pathlib.Path) -> None:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given["PYTHONPATH"] = str(ROOT)
    if engine == "postgres":
        given["FASTI_DATABASE"] = server.address("fasti_following")
    command = [sys.executable, "-m", "tests.engines.followers", "2", "24"]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-4000:]
    found = json.loads(ran.stdout)
    assert found["differing"] == []
    assert found["states"] > 3, "the store was to be continued while acts were issued"
    assert "unit_span" in found["files"], "what did not change was to be kept"
