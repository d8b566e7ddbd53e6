"""What issuing drafts would change, before they are issued: which spans of whom, and which figures of past periods.

Nothing is written. What is shown is what issuing does: the spans come from the same fold, the figures from the same
definitions, laid over the record as it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter
from fasti.access import acts, people
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.effects.state import Change
from fasti.indicators import bases, delta, trial
from fasti.operations import granted, issue_act
from fasti.register import rows

_ATTEMPTS = 3
_AS_DRAFTED = ("tenure", "pool", "topic")
"""Lines of which a row that comes says nothing of the person but what the draft says."""
_DAYS = ("starts_on", "ends_before", "opened_by", "closed_by", "on", "ends_planned_on")


@dataclass(frozen=True, slots=True)
class SpanShift:
    """A row of the register before and after; None: it is not there."""

    line: str
    subject: int
    before: rows.Row | None
    after: rows.Row | None


@dataclass(frozen=True)
class Preview:
    """What issuing would do. Without findings `spans` is all that may be told and `figures` is complete; with findings
    they are empty.
    """

    findings: tuple[Finding, ...]
    spans: tuple[SpanShift, ...]
    figures: tuple[delta.Shift, ...]
    seen: issue_act.Preview
    """The examination behind it: the acts as they would be recorded, and the names of new identities."""


def preview(
    contents: Sequence[Mapping[str, Any]],
    *,
    pack: charter.Pack,
    today: date,
    lang: str = "en",
    actor: str | Actor = "preview",
) -> Preview:
    """What issuing drafts, in their order, would change. `today` says which periods are over."""
    for attempt in range(_ATTEMPTS):
        seen = issue_act.preview(contents, pack=pack, lang=lang, actor=actor)
        if seen.findings:
            return Preview(seen.findings, (), (), seen)
        try:
            figures = delta.shifts(pack, _patch(seen), today=today)
        except delta.OtherState:
            if attempt == _ATTEMPTS - 1:
                raise
            continue
        return Preview((), told(seen), figures, seen)
    raise delta.OtherState


# -- spans -----------------------------------------------------------------------------------------------------------


def told(seen: issue_act.Preview) -> tuple[SpanShift, ...]:
    """The rows that differ, as far as they may be told. Of people who are not seen only what the draft itself says: not
    what they were or held before. What confidential acts out of sight brought about is left out.
    """
    found, sight = tuple(spans(seen.changes)), seen.desk.sight
    if granted.is_everything(sight):
        return found
    new = {person.id for prepared in seen.prepared for person in prepared.new_persons}
    known = {person for each in found for person in _persons(each)} - new
    unseen = known - people.seen_among(sight, known)
    own = {effect.id for prepared in seen.prepared for effect in prepared.effects}
    untold = acts.untold_among(sight, {effect for each in found for effect in _effects(each)} - own)
    return tuple(each for each in found if _is_told(each, unseen, untold))


def _is_told(each: SpanShift, unseen: Collection[int], untold: Collection[int]) -> bool:
    if any(effect in untold for effect in _effects(each)):
        return False
    says_more = each.before is not None or each.line not in _AS_DRAFTED
    return not (says_more and any(person in unseen for person in _persons(each)))


def _persons(each: SpanShift) -> Iterator[int]:
    row = each.after or each.before
    yield from (getattr(row, field) for field in ("person", "stands_for") if hasattr(row, field))


def _effects(each: SpanShift) -> Iterator[int]:
    for row in (each.before, each.after):
        named = (getattr(row, "opened_by", None), getattr(row, "closed_by", None))
        yield from (effect for effect in named if effect is not None)


def spans(changes: Iterable[Change]) -> Iterator[SpanShift]:
    """The rows that differ, those that say another thing of the same matter side by side, in order of their days."""
    for change in changes:
        yield from _paired(change, *rows.parted(change.before, change.after))


def _paired(change: Change, gone: list[Any], come: list[Any]) -> Iterator[SpanShift]:
    """Rows about the same matter that begin on the same day, then those about the same matter, then the rest."""
    found: list[SpanShift] = []
    for key in (_with_start, _matter):
        waiting: dict[Any, list[Any]] = defaultdict(list)
        for row in gone:
            waiting[key(row)].append(row)
        for row in list(come):
            if waiting[key(row)]:
                old = waiting[key(row)].pop(0)
                gone.remove(old)
                come.remove(row)
                found.append(SpanShift(change.line, change.subject, old, row))
    found += [SpanShift(change.line, change.subject, row, None) for row in gone]
    found += [SpanShift(change.line, change.subject, None, row) for row in come]
    return iter(sorted(found, key=lambda each: _start(each.after or each.before)))


def _matter(row: Any) -> str:
    """What the row is about, without its days and its acts."""
    return str({name: value for name, value in row._asdict().items() if name not in _DAYS})


def _with_start(row: Any) -> str:
    return f"{_start(row)} {_matter(row)}"


def _start(row: Any) -> date:
    found: date = row.on if "on" in row._fields else row.starts_on
    return found


# -- figures ---------------------------------------------------------------------------------------------------------


def _patch(seen: issue_act.Preview) -> trial.Patch:
    """The rows that issuing would add, and the lines it would change."""
    made: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for act, prepared in zip(seen.acts, seen.prepared, strict=True):
        made["act"].append(_row("act", act))
        made["unit"] += [_row("unit", each) for each in prepared.new_units]
        made["person"] += [_row("person", each) for each in prepared.new_persons]
        made["post"] += [_row("post", each) for each in prepared.new_posts]
        for ordinal, effect in enumerate(prepared.effects, 1):
            office = seen.desk.state.office_of(effect.post) if effect.post else None
            beside = {"signed_on": act.signed_on, "act_type": act.type, "issuer_id": act.issuer_id}
            made["effect"].append(_row("effect", effect, ordinal=ordinal, office=office, **beside))
        for number, (kind, target) in enumerate(prepared.targets, 1):
            made["relation"].append(
                _row("relation", None, id=number, act_id=act.id, kind=kind, target_id=target.id)
            )
        for number, task in enumerate(prepared.written.tasks, 1):
            unit = seen.desk.id_of("unit", task.unit)
            person = seen.desk.id_of("person", task.responsible)
            made["task"].append(
                _row(
                    "task",
                    task,
                    id=number,
                    act_id=act.id,
                    ordinal=number,
                    unit_id=unit,
                    responsible_id=person,
                )
            )
    return trial.Patch(made, seen.changes)


def _row(table: str, each: Any, **more: Any) -> list[Any]:
    """The values of a row in the order of the table's columns; an empty text counts as none."""
    found = []
    for name in bases.stored()[table]:
        if name in more:
            value = more[name]
        elif table == "effect" and name in bases.DATA_KEYS:
            value = each.data.get(name)
        elif hasattr(each, name):
            value = getattr(each, name)
        else:
            value = getattr(each, name.removesuffix("_id"))
        found.append(str(value) if name in bases.DATA_KEYS and value is not None else value)
    return [None if value == "" else value for value in found]
