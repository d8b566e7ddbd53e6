"""Answers kept for a state of the record: asked once, never outliving it, never more than there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from fasti.acts.models import Act
from fasti.dates.periods import Period
from fasti.indicators import answers, compute, engines, figures
from tests import cast

HALF = Period.parse("2024-H1")
pytestmark = pytest.mark.usefixtures("no_answers")


@pytest.fixture
def no_answers() -> Iterator[None]:
    answers.forget()
    yield
    answers.forget()


@pytest.fixture
def guild(db: None) -> Act:
    """The body of the cast, founded."""
    return cast.found_guild()


def _rows(num: int) -> dict[str, Any]:
    return {"unit": np.zeros(num, np.int64)}


def _asked(key: object, rows: dict[str, Any]) -> bool:
    """Whether the statement was put again."""
    put = []

    def ask() -> dict[str, Any]:
        put.append(key)
        return rows

    answers.kept(key, ask)
    return bool(put)


def test_an_answer_is_asked_for_once() -> None:
    assert _asked("a", _rows(3))
    assert not _asked("a", _rows(3))


def test_a_kept_answer_cannot_be_changed() -> None:
    rows = _rows(3)
    answers.kept("a", lambda: rows)
    with pytest.raises(ValueError, match="read-only"):
        rows["unit"][0] = 1


def test_what_is_too_large_is_not_kept() -> None:
    large = _rows(answers.LARGEST // 8 + 1)
    assert _asked("a", large)
    assert _asked("a", large)


def test_the_oldest_go_when_there_is_no_more_room() -> None:
    half = answers.LARGEST // 16
    fit = answers.ROOM // (8 * half)
    for key in range(fit):
        assert _asked(key, _rows(half))
    assert not _asked(0, _rows(half)), "asked again, so the next to go is the one after it"
    assert _asked("one more", _rows(half))
    assert not _asked(0, _rows(half))
    assert _asked(1, _rows(half))


def test_an_act_makes_another_state(guild: Act) -> None:
    def figure() -> figures.Value:
        return compute.compute(cast.pack(), ["acts.issued"], unit="GLK", period=HALF).total[0].value

    before = figure()
    assert figure() == before
    cast.issue(cast.act("NORTH-B", "decision", "One more", "2024-06-20"))
    assert figure() == int(before or 0) + 1


def test_the_files_of_an_engine_stay_while_it_is_used(guild: Act) -> None:
    with engines.opened() as engine:
        cast.issue(cast.act("NORTH-B", "decision", "One more", "2024-06-20"))
        compute.compute(cast.pack(), ["acts.issued"], unit="GLK", period=HALF)
        cast.issue(cast.act("NORTH-B", "decision", "And one", "2024-06-21"))
        compute.compute(cast.pack(), ["acts.issued"], unit="GLK", period=HALF)
        assert engine.run("SELECT COUNT(*) AS n FROM tenure")["n"].tolist() != []


def test_within_one_state_an_act_is_not_yet_told(guild: Act) -> None:
    def figure() -> figures.Value:
        return compute.compute(cast.pack(), ["acts.issued"], unit="GLK", period=HALF).total[0].value

    with engines.one_state():
        before = figure()
        cast.issue(cast.act("NORTH-B", "decision", "One more", "2024-06-20"))
        assert figure() == before
    assert figure() == int(before or 0) + 1
