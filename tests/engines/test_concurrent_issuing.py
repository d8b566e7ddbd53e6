"""Two, then eight processes issue at once, 3,600 acts in all on both engines (an hour's worth at one a second): no gap
and no double in any series, unforked chains, a register equal to its fold, and on SQLite nobody left waiting.
"""

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
EACH_RUN = 904


@pytest.mark.parametrize("writers", [2, 8])
@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_numbers_have_no_gaps_under_concurrent_issuing(
    engine: str, writers: int, tmp_path: pathlib.Path
) -> None:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "FASTI_HOME": str(tmp_path)}
    given["PYTHONPATH"] = str(ROOT)
    if engine == "postgres":
        given["FASTI_DATABASE"] = server.address(f"fasti_concurrent_{writers}")
    command = [sys.executable, "-m", "tests.engines.writers", str(writers), str(EACH_RUN)]
    ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stderr[-4000:]
    found = json.loads(ran.stdout)
    assert found["faults"] == []
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in found["numbers"].values())
    assert sum(map(len, found["numbers"].values())) == EACH_RUN + 1
    took = sorted(each for writer in found["took"] for each in writer)
    # Served in turn: hardly anybody waits longer than it takes to serve all the others a few times.
    assert took[int(len(took) * 0.99)] < 8 * sum(took) / len(took)
