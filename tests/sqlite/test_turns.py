"""The queue in front of the lock: first come, first served; the dead and the slow do not hold it up."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import pytest

from fasti.sqlite import turns


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "queue"


def waiting(path: pathlib.Path, name: int, served: list[int]) -> threading.Thread:
    """Somebody who asks for a turn and notes when it came; has asked when this returns."""

    def work() -> None:
        with turns.turn(path, seconds=20):
            served.append(name)
            time.sleep(0.01)

    before = given(path)
    thread = threading.Thread(target=work)
    thread.start()
    while given(path) == before:
        time.sleep(0.001)
    return thread


def given(path: pathlib.Path) -> int:
    """The last ticket given."""
    return int.from_bytes(path.read_bytes()[:8], "little") if path.exists() else 0


def test_served_in_the_order_in_which_they_came(path: pathlib.Path) -> None:
    served: list[int] = []
    with turns.turn(path, seconds=20):
        threads = [waiting(path, name, served) for name in range(12)]
        assert served == []
    for thread in threads:
        thread.join()
    assert served == list(range(12))


def test_one_that_is_killed_lets_the_next_one_in(path: pathlib.Path) -> None:
    code = (
        "import pathlib, sys, time; from fasti.sqlite import turns\n"
        "with turns.turn(pathlib.Path(sys.argv[1]), seconds=20): print('in', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"in\n"
    served: list[int] = []
    thread = waiting(path, 1, served)
    time.sleep(0.1)
    assert served == []
    holder.send_signal(signal.SIGKILL)
    thread.join(5)
    holder.communicate()
    assert served == [1]


def test_who_waits_too_long_goes_on_without_a_turn(path: pathlib.Path) -> None:
    with turns.turn(path, seconds=20):
        began = time.monotonic()
        with turns.turn(path, seconds=0.2):
            assert time.monotonic() - began >= 0.2


def test_without_a_place_for_the_file_there_is_no_queue(tmp_path: pathlib.Path) -> None:
    with turns.turn(tmp_path / "no" / "folder", seconds=1):
        pass
