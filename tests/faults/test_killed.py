"""A process killed at random moments, more than 200 times in all: nothing acknowledged is lost, nothing half applied.

After each kill the whole record is proved, the register compared with its fold, every acknowledged act found with
its hash; the column store is brought up to date and compared with the database row for row, now and then also
figure by figure.
"""

from __future__ import annotations

import pytest

from tests.engines import server
from tests.faults.conftest import Run

pytestmark = pytest.mark.campaign

KILLS = {"issuing": 65, "importing": 50, "rebuilding": 50, "refreshing": 40}


def test_there_are_enough_kills() -> None:
    assert sum(KILLS.values()) >= 200


@pytest.mark.parametrize("work", KILLS)
def test_killed_on_sqlite(work: str, run: Run) -> None:
    done = run("killing", work, KILLS[work], 20240201)
    assert done["kills"] == KILLS[work]
    assert done["in_work"] > KILLS[work] / 5
    assert done["acknowledged"] > 0 or work == "rebuilding"


@pytest.mark.postgres
@pytest.mark.parametrize("work", KILLS)
def test_killed_on_postgresql(work: str, run: Run) -> None:
    done = run("killing", work, 10, 1, FASTI_DATABASE=server.address(f"fasti_killed_{work}"))
    assert done["kills"] == 10
    assert done["in_work"] > 0
