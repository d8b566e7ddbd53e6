"""A kind of long work: what does it, and whether it goes on after the process was stopped in the middle."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.access.sight import Sight

Progress = Callable[[int, int], None]
"""Told how much is done, of how much; 0 where the whole is not known."""


@dataclass(frozen=True)
class Task:
    """One piece of work: what is asked, by whose sight, where its files go, when it began, how far it is."""

    question: Mapping[str, Any]
    sight: Sight
    pack: charter.Pack
    folder: pathlib.Path
    at: datetime
    actor: Actor
    progress: Progress


@dataclass(frozen=True)
class Answer:
    """What came of it: names of files in the folder, and whatever else there is to tell."""

    files: tuple[str, ...] = ()
    told: Mapping[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """It was not done, for a reason that is told: `web-jobs-why-<code>`."""

    def __init__(self, code: str, **told: Any) -> None:
        self.code, self.told = code, told
        super().__init__(code)


@dataclass(frozen=True)
class Kind:
    """A kind of work by its name."""

    work: Callable[[Task], Answer]
    is_resumable: bool = False
