"""A real process that imports is killed at random moments: the record holds nothing of the import, then all of it."""

from __future__ import annotations

import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
from typing import Any

import pytest

from fasti.operations.importing import stage
from tests.engines import server

pytestmark = pytest.mark.campaign

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZE = 3_000
KILLS = 15


class Importer:
    """Runs the importing process against a database."""

    def __init__(self, database: str, folder: pathlib.Path) -> None:
        self.folder = folder
        self._given = {**os.environ, "FASTI_HOME": str(folder), "FASTI_DATABASE": database}
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        self._given |= {"DJANGO_SETTINGS_MODULE": "fasti.settings", "PYTHONPATH": path}

    def start(self, asked: str) -> subprocess.Popen[str]:
        command = [
            sys.executable,
            "-m",
            "tests.engines.importer",
            str(SIZE),
            str(self.folder / "work"),
            asked,
        ]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=ROOT, env=self._given, text=True, **pipes)

    def run(self, asked: str) -> Any:
        process = self.start(asked)
        out, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors[-3000:]
        return json.loads(out) if out else None

    def num_chunks(self) -> int:
        """How many chunks the staging file holds."""
        file = self.folder / "work" / stage.NAME
        if not file.exists():
            return 0
        kept = sqlite3.connect(file, timeout=30)
        try:
            return int(kept.execute("SELECT COUNT(*) FROM chunk").fetchone()[0])
        except sqlite3.OperationalError:
            return 0
        finally:
            kept.close()


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_an_import_that_is_killed_leaves_nothing_or_all_and_goes_on(
    engine: str, tmp_path: pathlib.Path
) -> None:
    database = (
        f"sqlite:///{tmp_path / 'body.sqlite3'}" if engine == "sqlite" else server.address("fasti_import")
    )
    importer = Importer(database, tmp_path)
    importer.run("begin")
    rules = importer.run("verify")["rules"]
    assert rules
    dice = random.Random(7)
    whole: dict[str, Any] | None = None
    longest = 4.0
    for _ in range(KILLS):
        held = importer.num_chunks()
        process = importer.start("import")
        time.sleep(dice.uniform(0.2, longest))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = importer.run("verify")
        assert found["faults"] == []
        assert found["rules"] == rules
        if found["acts"]:
            whole = found
            break
        assert importer.num_chunks() >= held or not (tmp_path / "work").exists()
        longest = min(12.0, longest + 0.6)
    if whole is None:
        importer.run("import")
        whole = importer.run("verify")
    elif importer.num_chunks():
        importer.run("import")
        assert importer.run("verify") == whole
    assert whole is not None
    assert whole["faults"] == []
    assert whole["rules"] == rules
    assert whole["effects"] >= SIZE
