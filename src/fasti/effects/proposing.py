"""The steps of a proposal in the fold: handed in with a return, forwarded upward until somebody answers. Pure.

A proposal is named by its return, the version it first stood in, and its place there. One that is handed in again word
for word with a corrected version is the same proposal, answered or not; an open one that is left out is given up.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.acts.findings import Finding
from fasti.effects import returning
from fasti.effects.lines import ProposalLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import ProposalRow

OPEN, ACCEPTED, DECLINED, FORWARDED = "open", "accepted", "declined", "forwarded"
ANSWERS = (ACCEPTED, DECLINED, FORWARDED)
WAITING = (OPEN, FORWARDED)
"""States in which somebody owes an answer."""


def propose(effect: Recorded, line: ProposalLine) -> Iterable[Finding]:
    """The proposals of a version are opened; those that stood in an earlier one go on."""
    form, period = effect.data["return_form"], effect.data["period"]
    version = line.versions[form, period] = line.versions.get((form, period), 0) + 1
    kept = {key: text for key, text in line.texts.items() if key[:2] == (form, period) and key in line.open}
    wanted = list(effect.data.get("proposals", ()))
    for key, text in kept.items():
        row = line.open[key]
        if text in wanted:
            wanted[wanted.index(text)] = None
        elif isinstance(row, ProposalRow) and row.state in WAITING:
            line.end(key, effect.on, effect.id)
    for position, text in enumerate(wanted, 1):
        if text is None:
            continue
        key = (form, period, version, position)
        line.texts[key] = text
        line.begin(
            key,
            ProposalRow(
                line.subject, *key, OPEN, effect.other_unit, effect.id, effect.on, None, effect.id, None
            ),
        )
    return ()


def answer(effect: Recorded, line: ProposalLine) -> Iterable[Finding]:
    """A proposal that waits is accepted, declined, or forwarded to a unit above."""
    data = effect.data
    key = (data["return_form"], data["period"], data["version"], data["position"])
    row = line.open.get(key)
    named = {**returning.named(effect), "version": data["version"], "number": data["position"]}
    if not isinstance(row, ProposalRow):
        return [Finding("proposal-not-there", named, effect=effect.id)]
    if row.state not in WAITING:
        return [Finding("proposal-answered", {**named, "day": row.starts_on}, effect=effect.id)]
    line.end(key, effect.on, effect.id)
    recipient = effect.other_unit if data["answer"] == FORWARDED else row.recipient
    line.begin(
        key,
        row._replace(state=data["answer"], recipient=recipient, starts_on=effect.on, opened_by=effect.id),
    )
    return ()
