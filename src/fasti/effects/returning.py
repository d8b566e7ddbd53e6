"""The steps of a return in the fold: handed in, accepted or sent back, opened again. Pure."""

from __future__ import annotations

from typing import Any

from fasti.acts.findings import Finding
from fasti.effects.lines import ReturnLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import ReturnRow

SUBMITTED, SENT_BACK, ACCEPTED, REOPENED = "submitted", "sent_back", "accepted", "reopened"
STATES = (SUBMITTED, SENT_BACK, ACCEPTED, REOPENED)


def submit(effect: Recorded, line: ReturnLine) -> list[Finding]:
    """The next version is handed in, unless the one before is accepted and not opened again."""
    row = _open(effect, line)
    if row and row.state == ACCEPTED:
        args = {**named(effect), "day": row.starts_on, "by": "recipient"}
        return [Finding("return-accepted", args, effect=effect.id)]
    version = row.version + 1 if row else 1
    _go_on(effect, line, SUBMITTED, version, effect.other_unit, effect.id)
    return []


def answer(effect: Recorded, line: ReturnLine, state: str) -> list[Finding]:
    """The version handed in is accepted or sent back."""
    row = _open(effect, line)
    if row is None or row.state != SUBMITTED:
        return [Finding("return-not-submitted", named(effect), effect=effect.id)]
    if row.version != effect.data["version"]:
        args = {**named(effect), "number": effect.data["version"], "version": row.version}
        return [Finding("return-other-version", args, effect=effect.id)]
    _go_on(effect, line, state, row.version, row.recipient, row.submission)
    return []


def reopen(effect: Recorded, line: ReturnLine) -> list[Finding]:
    """A return that is in nobody's hands is opened again, also one that was never handed in."""
    row = _open(effect, line)
    if row and row.state in (SUBMITTED, REOPENED):
        return [Finding("return-not-locked", named(effect), effect=effect.id)]
    version, recipient, submission = (row.version, row.recipient, row.submission) if row else (0, None, None)
    _go_on(effect, line, REOPENED, version, recipient, submission)
    return []


def named(effect: Recorded) -> dict[str, Any]:
    """What names the return of an effect in a finding."""
    return {
        "unit": effect.unit,
        "return_form": effect.data["return_form"],
        "period": effect.data["period"],
    }


def _open(effect: Recorded, line: ReturnLine) -> ReturnRow | None:
    row: ReturnRow | None = line.open.get(_key(effect))
    return row


def _key(effect: Recorded) -> tuple[str, str]:
    return effect.data["return_form"], effect.data["period"]


def _go_on(
    effect: Recorded,
    line: ReturnLine,
    state: str,
    version: int,
    recipient: int | None,
    submission: int | None,
) -> None:
    key = _key(effect)
    if key in line.open:
        line.end(key, effect.on, effect.id)
    line.begin(
        key,
        ReturnRow(
            line.subject, *key, state, version, recipient, submission, effect.on, None, effect.id, None
        ),
    )
