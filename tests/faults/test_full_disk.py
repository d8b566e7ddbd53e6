"""The disk is full while issuing, importing, rebuilding and refreshing: told in a sentence in four languages, nothing
half applied, and all is well when there is room again.

The disk is a real one of 24 MB that is filled, where the system lets a process have one (a mount in a namespace of
its own); else files are kept from growing, which reaches SQLite as a broken disk.
"""

from __future__ import annotations

import pytest

from tests.faults import filling
from tests.faults.conftest import Run

pytestmark = pytest.mark.campaign

WORKS = ("issuing", "importing", "rebuilding", "refreshing")


@pytest.mark.parametrize("work", WORKS)
def test_no_room(work: str, run: Run) -> None:
    is_real = filling.can_mount()
    before = filling.ON_ITS_OWN if is_real else ()
    done = run("filling", work, before=before, FASTI_DISK="real" if is_real else "limited")
    assert done["real"] == is_real
    assert len(done["full"]) >= (4 if is_real else 1)


def test_files_that_may_not_grow(run: Run) -> None:
    done = run("filling", "issuing", FASTI_DISK="limited")
    assert not done["real"]
    assert done["full"]
