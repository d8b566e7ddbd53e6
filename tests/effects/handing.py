"""What a body may decide next on its returns and points: opened again, handed in, sent back, accepted, scored.

The period is over and its form closed, so that each life of a return begins with its being opened again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from fasti.dates import periods
from fasti.effects import given_figures
from fasti.register.rows import ProposalRow, ReturnRow
from tests import cast
from tests.effects import deeds
from tests.returns import handed

PERIOD = periods.Period.parse("2023-H2")
KINDS = (
    "REOPEN_RETURN", "SUBMIT_RETURN", "SEND_BACK_RETURN", "ACCEPT_RETURN", "ANSWER_PROPOSAL", "SCORE",
)  # fmt: skip
ISSUERS = {"NORTH": "NORTH-B", "SOUTH": "SOUTH-B"}
STEPS = {
    "": ("REOPEN_RETURN", "SCORE"),
    "reopened": ("SUBMIT_RETURN",),
    "submitted": ("ACCEPT_RETURN", "SEND_BACK_RETURN", "ANSWER_PROPOSAL"),
    "sent_back": ("SUBMIT_RETURN",),
    "accepted": ("REOPEN_RETURN", "ANSWER_PROPOSAL"),
}
"""By the state of a return: what may follow."""
SENT_BACK = {"petitions.received": "The book has eleven."}


def draft(scene: deeds.Scene, signed_on: date) -> dict[str, Any]:
    """The act of one step on a return or of points; `NothingToDo` where nothing can follow."""
    unit = scene.pick(set(ISSUERS) & set(scene.units("region")))
    on = signed_on.isoformat()
    rows = [
        each for each in scene.ever("return") if isinstance(each, ReturnRow) and scene.unit(each.unit) == unit
    ]
    last = max(rows, key=lambda row: (row.starts_on, row.opened_by), default=None)
    kind = scene.pick(STEPS[last.state if last else ""])
    if kind == "SCORE":
        return _score(scene, unit, on)
    if kind == "SUBMIT_RETURN":
        return handed.submit(
            on, issuer=ISSUERS[unit], unit=unit, period=PERIOD.code, known_on=on, **_figures(),
            proposals=[scene.pick(["Send oil.", "Send wicks."])],
        )  # fmt: skip
    named: dict[str, Any] = {"unit": unit, "period": PERIOD.code}
    if kind == "ANSWER_PROPOSAL":
        named |= _proposal(scene, unit)
    elif kind != "REOPEN_RETURN":
        named["version"] = last.version if last else 1
    if kind == "SEND_BACK_RETURN":
        named["reasons"] = SENT_BACK
    return handed.answer(kind, on, **named)


def _figures() -> dict[str, dict[str, str]]:
    """Some figure for every one of the form of that time."""
    rule = cast.pack().form(handed.FORM, as_of=PERIOD.last_day)
    declared = {each.id for each in rule.handed_in.declared} if rule.handed_in else set()
    return {
        "computed": {figure: given_figures.written(n) for n, figure in enumerate(rule.figures)},
        "declared": {id: value for id, value in handed.DECLARED.items() if id in declared},
    }


def _score(scene: deeds.Scene, unit: str, on: str) -> dict[str, Any]:
    points = scene.pick(["7.5", "20/3", "30"])
    effect = {"kind": "SCORE", "unit": "GLK", "other_unit": unit, "scorecard": "regions-year", "period": "2023",
              "step": "final", "points": {"hospitality": points}}  # fmt: skip
    return cast.act("COUNCIL", "decision", "Points", on, effect)


def _proposal(scene: deeds.Scene, unit: str) -> dict[str, Any]:
    found: Sequence[ProposalRow] = [
        each
        for each in scene.ever("proposal")
        if isinstance(each, ProposalRow) and scene.unit(each.unit) == unit and each.ends_before is None
    ]
    version, position = scene.pick([(each.version, each.position) for each in found if each.state == "open"])
    answer = scene.pick(["accepted", "declined"])
    return {"version": version, "position": position, "answer": answer, "explanation": "Weighed."}
