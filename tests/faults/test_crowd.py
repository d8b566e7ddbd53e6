"""Several processes refresh the column store at once while acts are issued: each sees whole states, in their order."""

from __future__ import annotations

import pytest

from tests.engines import server
from tests.faults.conftest import Run

pytestmark = pytest.mark.campaign


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_several_processes_refresh_at_once(engine: str, run: Run) -> None:
    more = {"FASTI_DATABASE": server.address("fasti_crowd")} if engine == "postgres" else {}
    done = run("crowding", 3, 4, **more)
    assert done["wrong"] == []
    assert done["issued"] > 5
    assert min(done["states"]) > 2
