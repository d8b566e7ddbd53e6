"""Four processes remind of the same returns at once and then drain the outbox at once, on both engines: each message is
there once and goes out once.
"""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

from tests.engines import postmen, server

ROOT = pathlib.Path(__file__).resolve().parents[2]
POSTMEN = 4


@pytest.mark.campaign
@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_each_message_is_put_in_once_and_sent_once(engine: str, tmp_path: pathlib.Path) -> None:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given |= {"PYTHONPATH": str(ROOT), "FASTI_ADDRESS": "https://fasti.example.org"}
    if engine == "postgres":
        given["FASTI_DATABASE"] = server.address("fasti_postmen")
    command = [sys.executable, "-m", "tests.engines.postmen", str(POSTMEN), str(tmp_path / "out")]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr[-4000:]
    found = json.loads(ran.stdout)
    carried = [name for each in found["carried"] for name in each]
    assert len(carried) == len(set(carried)) == found["num"] > len(postmen.NAMES) * postmen.EACH
    assert (found["waiting"], found["again"]) == (0, 0)
    assert sum(bool(each) for each in found["carried"]) > 1, "more than one of them had something to carry"
