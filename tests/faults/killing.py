"""Kills a process at random moments of its work and looks at what is left, many times over.

`python -m tests.faults.killing WORK KILLS SEED` with FASTI_HOME (and FASTI_DATABASE); prints what it counted as JSON,
or fails with what was found. The worker tells through a pipe when it begins and when it has an answer; what it told
before it died was acknowledged.
"""

from __future__ import annotations

import json
import os
import pathlib
import random
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from tests.engines import writers
from tests.faults import scene

SPAN = {"issuing": 0.12, "importing": 0.5, "rebuilding": 0.15, "refreshing": 0.25}
"""Seconds after its beginning within which the work is killed."""
MANY = 90
"""Acts after which the next round begins with a new body, on SQLite."""


@dataclass
class Count:
    """What happened."""

    kills: int = 0
    in_work: int = 0
    """Kills that came after the beginning of a piece of work and before its answer."""
    acknowledged: int = 0
    unacknowledged: int = 0
    """Acts that were recorded although the worker could not say so any more."""
    seconds: float = 0.0
    known: dict[str, str] = field(default_factory=dict)


def killed(work: str, after: float) -> list[str]:
    """Let a process work, kill it some seconds after it began; what it told."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            scene.WORKS[work](lambda line: _tell(write, line))
        except BaseException:
            import traceback

            _tell(write, f"failed {traceback.format_exc()!r}")
        os._exit(1)
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as told:
        first = told.read(6)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        text = first + told.read()
    return text.decode().splitlines()


def _tell(write: int, line: str) -> None:
    os.write(write, f"{line}\n".encode())


def round_(work: str, chance: random.Random, count: Count) -> None:
    """One kill and what must hold after it."""
    told = killed(work, chance.uniform(0, SPAN[work]))
    if any(line.startswith("failed") for line in told):
        raise AssertionError(told[-1])
    acknowledged = dict(
        pair.split("=") for line in told if line.startswith("done ") for pair in line.split()[1:]
    )
    refreshed = work == "refreshing"
    with_figures = refreshed and count.kills % 8 == 0
    found = writers.forked(lambda: scene.check(columns=refreshed, figures=with_figures))()
    _judge(work, acknowledged, found, count)
    count.kills += 1
    count.in_work += told[-1] == "begin"
    count.acknowledged += len(acknowledged)
    count.known = found["acts"]


def _judge(work: str, acknowledged: dict[str, str], found: dict[str, Any], count: Count) -> None:
    acts = found["acts"]
    if found["faults"]:
        raise AssertionError(found["faults"])
    lost = [code for code, sealed in (count.known | acknowledged).items() if acts.get(code) != sealed]
    if lost:
        raise AssertionError(f"acknowledged and not there: {lost}")
    count.unacknowledged += len(acts) - len(count.known | acknowledged)
    step = scene.AT_ONCE[work]
    if count.unacknowledged > step * (count.kills + 1) or (step and count.unacknowledged % step):
        raise AssertionError(f"half applied: {count.unacknowledged} acts that nobody acknowledged")


def run(work: str, kills: int, seed: int) -> Count:
    """Kill so many times."""
    chance, count, began = random.Random(seed), Count(), time.monotonic()
    writers.forked(scene.begin)()
    fresh = pathlib.Path(f"{scene.home()}-fresh")
    shutil.copytree(scene.home(), fresh)
    count.known = writers.forked(lambda: scene.check())()["acts"]
    for _ in range(kills):
        round_(work, chance, count)
        if len(count.known) > MANY and not os.environ.get("FASTI_DATABASE"):
            shutil.rmtree(scene.home())
            shutil.copytree(fresh, scene.home())
            count.known = writers.forked(lambda: scene.check())()["acts"]
    count.seconds = time.monotonic() - began
    return count


if __name__ == "__main__":
    scene.load()
    done = run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({name: getattr(done, name) for name in ("kills", "in_work", "acknowledged",
                                                             "unacknowledged", "seconds")}))  # fmt: skip
