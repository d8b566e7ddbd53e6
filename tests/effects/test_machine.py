"""Random lives of a body, each proved from end to end. A profile in `FASTI_MACHINE` (`lives`x`acts`) makes them longer.

FASTI_MACHINE=500x80 python -m pytest tests/effects/test_machine.py
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests import cast
from tests.effects import deeds, handing
from tests.effects.machine import Body

IS_LONG = "FASTI_MACHINE" in os.environ
LIVES, ACTS = map(int, os.environ.get("FASTI_MACHINE", "20x30").split("x"))
SETTINGS = settings(
    max_examples=LIVES,
    stateful_step_count=ACTS,
    deadline=None,
    derandomize=not IS_LONG,
    phases=list(Phase) if IS_LONG else [Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""The same lives in every run, so that the suite says the same of the same code, and soon; a longer profile draws new
ones and looks for the shortest life that goes wrong.
"""


@pytest.mark.django_db
def test_whatever_a_body_decides_its_register_is_right() -> None:
    cast.found_guild()
    Body.tally.clear()
    run_state_machine_as_test(Body, settings=SETTINGS)
    accepted = sum(number for (_, was_accepted), number in Body.tally.items() if was_accepted)
    assert accepted >= Body.tally.total() / 2, Body.tally
    never = {kind for kind in deeds.DEEDS if not Body.tally[(kind, True)]}
    assert len(never) <= len(deeds.DEEDS) // 4, never
    assert {kind for kind in handing.KINDS if not Body.tally[(kind, True)]} == set()
