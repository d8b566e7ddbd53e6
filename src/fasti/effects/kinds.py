"""The table of effect kinds: one line per file of this folder. To add a kind, copy a file and add its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Protocol

from fasti.acts.findings import Finding
from fasti.effects.abolish_post import AbolishPost
from fasti.effects.accept_return import AcceptReturn
from fasti.effects.admit import Admit
from fasti.effects.adopt_practice import AdoptPractice
from fasti.effects.answer_proposal import AnswerProposal
from fasti.effects.appoint import Appoint
from fasti.effects.award import Award
from fasti.effects.case import Case
from fasti.effects.change_seats import ChangeSeats
from fasti.effects.complete_training import CompleteTraining
from fasti.effects.confirm import Confirm
from fasti.effects.designate import Designate
from fasti.effects.dissolve import Dissolve
from fasti.effects.elect import Elect
from fasti.effects.establish_post import EstablishPost
from fasti.effects.found import Found
from fasti.effects.learn_wording import LearnWording
from fasti.effects.leave import Leave
from fasti.effects.lift import Lift
from fasti.effects.merge import Merge
from fasti.effects.move import Move
from fasti.effects.nominate import Nominate
from fasti.effects.plan import Plan
from fasti.effects.publish_practice import PublishPractice
from fasti.effects.rate import Rate
from fasti.effects.readmit import Readmit
from fasti.effects.reappoint import Reappoint
from fasti.effects.recorded import Recorded
from fasti.effects.relieve import Relieve
from fasti.effects.rename import Rename
from fasti.effects.reopen_return import ReopenReturn
from fasti.effects.resign import Resign
from fasti.effects.rotate import Rotate
from fasti.effects.same_person import SamePerson
from fasti.effects.sanction import Sanction
from fasti.effects.score import Score
from fasti.effects.second import Second
from fasti.effects.send_back_return import SendBackReturn
from fasti.effects.split import Split
from fasti.effects.strike_off import StrikeOff
from fasti.effects.submit_return import SubmitReturn
from fasti.effects.swap import Swap
from fasti.effects.transfer import Transfer
from fasti.effects.transfer_member import TransferMember
from fasti.effects.unplan import Unplan
from fasti.effects.void import Void
from fasti.effects.withdraw_practice import WithdrawPractice


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
        Split,
        Move,
        Rename,
        Merge,
        Dissolve,
        EstablishPost,
        ChangeSeats,
        AbolishPost,
        Admit,
        Readmit,
        Confirm,
        TransferMember,
        Leave,
        StrikeOff,
        Appoint,
        Elect,
        Designate,
        Reappoint,
        Second,
        Relieve,
        Resign,
        Transfer,
        Rotate,
        Swap,
        Nominate,
        Plan,
        Unplan,
        Rate,
        Sanction,
        Lift,
        CompleteTraining,
        Award,
        SamePerson,
        SubmitReturn,
        AcceptReturn,
        SendBackReturn,
        ReopenReturn,
        AnswerProposal,
        Score,
        PublishPractice,
        AdoptPractice,
        WithdrawPractice,
        LearnWording,
        Void,
    )
}

SUBJECT_OF: dict[str, str] = {
    "alias": "person",
    "unit": "unit",
    "lineage": "unit",
    "membership": "person",
    "establishment": "post",
    "tenure": "person",
    "pool": "person",
    "topic": "person",
    "rating": "person",
    "unit_rating": "unit",
    "sanction": "person",
    "unit_sanction": "unit",
    "return": "unit",
    "proposal": "unit",
    "score": "unit",
    "practice": "unit",
    "adoption": "unit",
    "wording": "unit",
}
"""Which subject of an effect a line of the register belongs to."""

SUBJECTS_OF: dict[str, tuple[str, ...]] = {
    line: (field, "other_person") if line == "tenure" else (field,) for line, field in SUBJECT_OF.items()
}
"""All places of an effect that may name the subject of a line: a swap is part of both persons' tenures."""

PERSON_LINES = tuple(line for line, field in SUBJECT_OF.items() if field == "person" and line != "alias")
"""The lines of a person. Those of an entry that was given up are empty: they are folded into the entry kept."""

OF_RETURNS = ("SUBMIT_RETURN", "ACCEPT_RETURN", "SEND_BACK_RETURN", "REOPEN_RETURN", "ANSWER_PROPOSAL")
"""The kinds by which returns, and the proposals in them, are handed in and answered."""

_OF_UNIT_ALONE = ("unit_rating", "unit_sanction")
"""Lines of a unit that an effect takes part in only when it names no person."""


_SIMPLE: dict[str, list[tuple[str, int]]] = {
    name: [(line, Recorded._fields.index(field)) for line in kind.LINES for field in SUBJECTS_OF[line]]
    for name, kind in KINDS.items()
    if not set(kind.LINES) & set(_OF_UNIT_ALONE)
}
"""Kinds whose lines follow from their subjects alone: each line and the place of its subject in an effect."""


def lines_of(effect: Recorded) -> list[tuple[str, int]]:
    """The lines an effect takes part in, each with its subject."""
    found = []
    simple = _SIMPLE.get(effect.kind)
    if simple is not None:
        values: tuple[Any, ...] = effect
        return [(line, subject) for line, place in simple if (subject := values[place]) is not None]
    for line in KINDS[effect.kind].LINES:
        if line in _OF_UNIT_ALONE and effect.person is not None:
            continue
        subjects = [getattr(effect, field) for field in SUBJECTS_OF[line]]
        found += [(line, subject) for subject in subjects if subject is not None]
    return found


def kinds_of(line: str) -> tuple[str, ...]:
    """The kinds of effect that make up a line."""
    return tuple(name for name, kind in KINDS.items() if line in kind.LINES)
