"""The table of effect kinds: one line per file of this folder. To add a kind, copy a file and add its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Protocol

from fasti.acts.findings import Finding
from fasti.effects.abolish_post import AbolishPost
from fasti.effects.admit import Admit
from fasti.effects.appoint import Appoint
from fasti.effects.award import Award
from fasti.effects.case import Case
from fasti.effects.complete_training import CompleteTraining
from fasti.effects.confirm import Confirm
from fasti.effects.dissolve import Dissolve
from fasti.effects.establish_post import EstablishPost
from fasti.effects.found import Found
from fasti.effects.leave import Leave
from fasti.effects.merge import Merge
from fasti.effects.nominate import Nominate
from fasti.effects.plan import Plan
from fasti.effects.reappoint import Reappoint
from fasti.effects.recorded import Recorded
from fasti.effects.relieve import Relieve
from fasti.effects.rotate import Rotate
from fasti.effects.transfer import Transfer
from fasti.effects.void import Void


class Kind(Protocol):
    """What every file of this folder that is a kind declares."""

    KIND: ClassVar[str]
    LINES: ClassVar[tuple[str, ...]]
    PERSONAL: ClassVar[tuple[str, ...]]
    WORDING: ClassVar[Mapping[str, str]]
    on: date

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]: ...

    @staticmethod
    def apply(effect: Recorded, line: Any) -> Iterable[Finding]: ...


KINDS: dict[str, Any] = {
    kind.KIND: kind
    for kind in (
        Found,
        Merge,
        Dissolve,
        EstablishPost,
        AbolishPost,
        Admit,
        Confirm,
        Leave,
        Appoint,
        Reappoint,
        Relieve,
        Transfer,
        Rotate,
        Nominate,
        Plan,
        CompleteTraining,
        Award,
        Void,
    )
}

SUBJECT_OF: dict[str, str] = {
    "unit": "unit",
    "lineage": "unit",
    "membership": "person",
    "establishment": "post",
    "tenure": "person",
    "pool": "person",
    "topic": "person",
}
"""Which subject of an effect a line of the register belongs to."""


def lines_of(effect: Recorded) -> list[tuple[str, int]]:
    """The lines an effect takes part in, each with its subject."""
    return [(line, getattr(effect, SUBJECT_OF[line])) for line in KINDS[effect.kind].LINES]


def kinds_of(line: str) -> tuple[str, ...]:
    """The kinds of effect that make up a line."""
    return tuple(name for name, kind in KINDS.items() if line in kind.LINES)
