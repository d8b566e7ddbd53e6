"""Several processes refresh the column store at once while acts are issued: each sees whole states, in their order."""

from __future__ import annotations

import pytest

from tests.engines import server
from tests.faults.conftest import Run

pytestmark = pytest.mark.campaign
NUM_STATES = 8
"""Different states of the record that each process sees, with acts issued between any two."""


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_several_processes_refresh_at_once(engine: str, run: Run) -> None:
    more = {"FASTI_DATABASE": server.address("fasti_crowd")} if engine == "postgres" else {}
    done = run("crowding", 3, NUM_STATES, **more)
    assert done["wrong"] == []
    assert done["issued"] >= NUM_STATES
    assert min(done["states"]) >= NUM_STATES
