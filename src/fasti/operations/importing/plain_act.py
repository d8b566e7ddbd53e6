"""An act of an import as plain values: what `issue_act` records of an act, without an object of the database."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from fasti import charter
from fasti.operations import issue_act
from fasti.operations.prepared import Prepared


class PlainAct(NamedTuple):
    """An accepted act: first the columns of the staging file in their order, then what others ask of it."""

    id: int
    issuer_id: int
    type: str
    series: str
    number: int
    is_number_given: int
    symbol: str
    title: str
    text: str
    language: str
    signed_at: str
    in_force_at: str
    signer_id: int | None
    signer_post_id: int | None
    capacity: str
    confidentiality: str
    form: str
    period: str
    charter_version: str
    signed_on: date
    in_force_on: date
    code: str

    def values(self) -> tuple[Any, ...]:
        """The row for the staging file."""
        return tuple(self[:-3])


def act(prepared: Prepared, desk: Any, *, number: int, pack: charter.Pack) -> PlainAct:
    """The act with its number. `desk`: where it was examined, and whose rule book remembers its answers."""
    draft, numbering, row = prepared.written, prepared.numbering, prepared.issuer_row
    if numbering is None or row is None:
        raise ValueError("the act was not examined to the end")
    rules = desk.rules
    abbreviation = row.abbreviation or rules.unit_kind(row.kind, as_of=draft.signed_on).abbreviation
    symbol = charter.written_number(
        numbering.pattern,
        number=number,
        abbreviation=rules.act_type(draft.type, as_of=draft.signed_on).abbreviation,
        issuer=abbreviation or draft.issuer,
        year=draft.signed_on.year,
    )
    return PlainAct(
        desk.next_act,
        prepared.issuer,
        draft.type,
        numbering.series,
        number,
        int(draft.number is not None),
        symbol,
        draft.title,
        draft.text,
        draft.language or pack.languages[0],
        draft.signed_on.isoformat(),
        draft.in_force_on.isoformat(),
        _id("person", draft.signer, prepared, desk),
        _id("post", draft.signer_post, prepared, desk),
        prepared.capacity,
        draft.confidentiality,
        draft.form,
        draft.period,
        pack.version,
        draft.signed_on,
        draft.in_force_on,
        f"{draft.issuer}:{numbering.series}:{number}",
    )


def _id(name: str, code: str, prepared: Prepared, desk: Any) -> int | None:
    found: int | None = desk.id_of(name, code) or prepared.new(name, code)
    return found


def tasks(prepared: Prepared, desk: Any, *, act: int) -> list[tuple[Any, ...]]:
    """The rows of the tasks it gives."""
    return [
        (
            act,
            ordinal,
            each.group,
            each.text,
            _id("unit", each.unit, prepared, desk) or 0,
            each.level,
            _id("person", each.responsible, prepared, desk),
            each.due_on.isoformat() if each.due_on else None,
            each.evidence,
        )
        for ordinal, each in enumerate(prepared.written.tasks, 1)
    ]


def files(prepared: Prepared, *, act: int) -> list[tuple[Any, ...]]:
    """The rows of its attachments, whose content goes into the store; raises `issue_act.CannotIssue`."""
    found = []
    for ordinal, file in enumerate(prepared.written.attachments, 1):
        kept = issue_act.taken_over(file)
        found.append((act, ordinal, kept.filename, kept.media_type, kept.size, kept.sha256))
    return found
