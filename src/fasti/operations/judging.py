"""The judgement of an act as a whole: its issuer and signer by the rule book, its reach, tasks and attachments."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from fasti import charter
from fasti.acts import attachments, rules, uploads
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Attachment
from fasti.acts.written import WrittenFile, WrittenTask
from fasti.effects import handing_in
from fasti.effects.case import Case, taken_back
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations import return_acts, score_acts, undoing, wording_acts
from fasti.operations.prepared import Prepared
from fasti.register import rows

UNKNOWN = {"unit": "unknown-unit", "person": "unknown-person", "post": "unknown-post"}
"""The finding when no identity has a code."""
OF_MEMBERS = ("CONFIRM", "LEAVE", "STRIKE_OFF", "SANCTION", "LIFT", "RATE")
"""Kinds of effect on a member that only those above the member's unit may decide, on whatever day."""
_LONGEST_FILENAME = int(Attachment._meta.get_field("filename").max_length or 0)


@dataclass(frozen=True)
class Judge:
    """Judges acts by the register as it stands before them; `is_first`: the act that founds the body."""

    pack: charter.Pack
    state: State
    id_of: Callable[[str, str], int | None]
    is_first: bool
    names_files: bool = True
    """Whether a draft may name files by their paths."""

    def judge(self, prepared: Prepared) -> None:
        """Add what stands in the way; without findings the act has its issuer, numbering and capacity."""
        act = prepared.written
        world = prepared.trial if self.is_first else self.state
        issuer = self.id_of("unit", act.issuer)
        if issuer is None and self.is_first:
            issuer = prepared.new("unit", act.issuer)
        if issuer is None:
            prepared.findings.append(Finding("unknown-unit", {"unit": act.issuer}))
            return
        prepared.issuer = issuer
        row = Case(world, self.pack).unit_row(issuer, act.signed_on)
        if row is None:
            args = {"unit": issuer, "day": act.signed_on}
            prepared.findings.append(Finding("signed-before-unit", args))
            return
        prepared.issuer_row = row
        paper = self._paper(prepared, row, world)
        prepared.findings += [each for each in self._check_paper(paper) if not _is_told(each, prepared)]
        if not prepared.findings:
            self._number(prepared, row, paper)
            prepared.findings += self._check_words(prepared)
            prepared.findings += self._check_reach(prepared, row)
            prepared.findings += self._check_returns(prepared, row)
            prepared.findings += self._check_tasks(prepared)
            files = prepared.written.attachments
            prepared.findings += check_attachments(files, names_files=self.names_files)

    def _check_paper(self, paper: rules.Paper) -> Iterable[Finding]:
        return rules.check(paper, pack=self.pack)

    def _paper(self, prepared: Prepared, row: rows.UnitRow, world: State) -> rules.Paper:
        act = prepared.written
        signer = self._signer(act.signer, "person", prepared)
        post = prepared.signer_post = self._signer(act.signer_post, "post", prepared)
        offices = []
        if signer and post:
            held = world.rows("tenure", signer)
            if any(each.post == post and rows.holds(each, act.signed_on) for each in held):
                offices = [world.office_of(post)]
        return rules.Paper(
            issuer=prepared.issuer,
            issuer_kind=row.kind,
            type=act.type,
            signed_on=act.signed_on,
            in_force_on=act.in_force_on,
            signer=signer,
            signer_post=post,
            signer_offices=offices,
            effect_kinds=[effect.kind for effect in prepared.effects],
            targets=[self._target(kind, target, act.signed_on) for kind, target in prepared.targets],
            confidentiality=act.confidentiality,
        )

    def _signer(self, code: str, name: str, prepared: Prepared) -> int | None:
        if not code:
            return None
        id = self.id_of(name, code) or prepared.new(name, code)
        if id is None:
            prepared.findings.append(Finding(UNKNOWN[name], {name: code}))
        elif name == "person":
            prepared.findings += self._check_entry(id)
        return id

    def _check_entry(self, person: int) -> Iterable[Finding]:
        """Not an entry that stands for another: the finding says which to name."""
        kept = self.state.kept(person)
        if kept != person:
            yield Finding("entry-given-up", {"person": person, "other_person": kept})

    def _target(self, kind: str, act: Act, day: date) -> rules.Target:
        row = Case(self.state, self.pack).unit_row(act.issuer_id, act.signed_on)
        level = rules.level_rank(self.pack, row.kind, as_of=day) if row else 0
        return rules.Target(relation=kind, code=act.code, issuer=act.issuer_id, issuer_level=level)

    def _number(self, prepared: Prepared, row: rows.UnitRow, paper: rules.Paper) -> None:
        authority = self.pack.authority(row.kind, paper.type, as_of=paper.signed_on)
        given = prepared.written.capacity
        if given and given not in authority.capacities.values():
            args = {"field": "capacity", "value": given}
            prepared.findings.append(Finding("wrong-type", args, authority.reference))
        prepared.capacity = given or authority.capacities.get(paper.signer_offices[0], "")
        prepared.numbering = self.pack.numbering(row.kind, paper.type, as_of=paper.signed_on)

    def _check_words(self, prepared: Prepared) -> Iterable[Finding]:
        """The language is one of the charter's; a report names its form and its period together."""
        act = prepared.written
        if act.language and act.language not in self.pack.languages:
            yield Finding("wrong-type", {"field": "language", "value": act.language})
        if act.form and act.form not in self.pack.forms(as_of=act.signed_on):
            yield Finding("unknown-form", {"value": act.form})
        if bool(act.form) != bool(act.period):
            yield Finding("missing-field", {"field": "period" if act.form else "form"})

    def _check_reach(self, prepared: Prepared, row: rows.UnitRow) -> Iterable[Finding]:
        """Effects stay within the unit that the issuer serves.

        Where a unit stands is asked of the register before the act, so that no act brings within its reach what was
        not there; only of what did not stand then, for the act itself founds it, after it.
        """
        before, after = Case(self.state, self.pack), Case(prepared.trial, self.pack)
        day = prepared.written.signed_on
        served = row.parent if self.pack.unit_kind(row.kind, as_of=day).is_organ else prepared.issuer
        if served is None:
            return
        for effect in prepared.effects:
            if return_acts.of_return(effect, after):
                yield from self._check_reach_of_return(effect, served, prepared)
                continue
            touched = [(unit, effect.on) for unit in reached(effect, prepared.trial)]
            if effect.on < day and effect.kind != "VOID":
                touched += self._since_then(effect, day, prepared)
            for unit, on in (*touched, *self._of_entries(effect, day)):
                cases, at = [before if _stands(before, unit, on) else after], (unit, on)
                if effect.kind == "VOID":  # a unit that ended may stand again, one founded may be gone
                    cases, at = [before, after], _place_of_void(effect, unit, before, after)
                    if not any(_stands(case, *at) for case in cases):  # nor does anything come of it
                        continue
                if not any(served in _above(case, *at) for case in cases):
                    args = {"effect": effect.kind, "unit": prepared.issuer, "other_unit": unit}
                    yield Finding("effect-outside-unit", args, effect=effect.id)

    def _check_returns(self, prepared: Prepared, row: rows.UnitRow) -> Iterable[Finding]:
        is_organ = self.pack.unit_kind(row.kind, as_of=prepared.written.signed_on).is_organ
        served = row.parent if is_organ else prepared.issuer
        if served is not None:
            yield from return_acts.check(prepared, served, self.pack, self._unit)
        yield from score_acts.check(prepared, self.pack, self._unit)
        yield from wording_acts.check(prepared, self.pack, self._unit)

    def _unit(self, code: str) -> int | None:
        return self.id_of("unit", code)

    def _check_reach_of_return(self, effect: Recorded, served: int, prepared: Prepared) -> Iterable[Finding]:
        """A return is within reach where its unit stands, or whoever answers for it since that unit ended."""
        before, day = Case(self.state, self.pack), prepared.written.signed_on
        if served not in _above(before, return_acts.place(effect, before, day), day):
            args = {"effect": effect.kind, "unit": prepared.issuer, "other_unit": effect.unit}
            yield Finding("effect-outside-unit", args, effect=effect.id)

    def check_relations(self, prepared: Prepared) -> Iterable[Finding]:
        """Who may not undo an act, or be part of a plan, is told so before anything is tried."""
        day = prepared.written.signed_on
        issuer = self.id_of("unit", prepared.written.issuer)
        before = Case(self.state, self.pack)
        row = before.unit_row(issuer, day) if issuer else None
        if row is None or issuer is None:
            return
        prepared.issuer = issuer
        served = row.parent if self.pack.unit_kind(row.kind, as_of=day).is_organ else issuer
        for kind, target in prepared.targets:
            if kind in undoing.UNDOING and served not in _above(before, target.issuer_id, target.signed_on):
                rule = self.pack.relation(kind, as_of=day)
                args = {"unit": prepared.issuer, "value": target.code, "article": rule.reference}
                code = "may-not-withdraw" if kind == undoing.WITHDRAWS else "may-not-change"
                yield Finding(code, args, rule.reference)
            elif kind == undoing.PART_OF and not self._may_lead(target, prepared, row):
                rule = self.pack.relation(kind, as_of=day)
                args = {"unit": prepared.issuer, "value": target.code, "article": rule.reference}
                yield Finding("may-not-be-part", args, rule.reference)

    def _may_lead(self, leading: Act, prepared: Prepared, row: rows.UnitRow) -> bool:
        """Whether the issuer of a plan's leading act may withdraw the act at hand, as it does with the plan."""
        if leading.issuer_id == prepared.issuer:
            return True
        before, day = Case(self.state, self.pack), prepared.written.signed_on
        leader = before.unit_row(leading.issuer_id, leading.signed_on)
        if leader is None:
            return False
        is_organ = self.pack.unit_kind(leader.kind, as_of=leading.signed_on).is_organ
        served = leader.parent if is_organ else leader.unit
        ranks = [rules.level_rank(self.pack, each.kind, as_of=day) for each in (leader, row)]
        return ranks[0] < ranks[1] and served in _above(before, prepared.issuer, day)

    def _since_then(self, effect: Recorded, day: date, prepared: Prepared) -> Iterable[tuple[int, date]]:
        """For an effect dated before the signing: its units that still stand, and where its member is by then.

        What has gone to others meanwhile is theirs: an early day does not bring it back within the issuer's reach.
        """
        for unit in reached(effect, prepared.trial):
            if any(rows.holds(row, day) for row in self.state.rows("unit", unit)):
                yield unit, day
        if effect.person and effect.kind in OF_MEMBERS:
            spans = self.state.rows("membership", effect.person)
            yield from ((row.unit, day) for row in spans if rows.holds(row, day))

    def _of_entries(self, effect: Recorded, signed_on: date) -> Iterable[tuple[int, date]]:
        """Where each of two entries is, or last was, a member: their merger reaches there, whatever day it names."""
        if effect.kind == "SAME_PERSON":
            for person in (effect.person, effect.other_person):
                for row in self.state.rows("membership", person or 0)[-1:]:
                    yield row.unit, min(signed_on, row.ends_before or signed_on)

    def _check_tasks(self, prepared: Prepared) -> Iterable[Finding]:
        for task in prepared.written.tasks:
            yield from self._check_task(task, prepared)

    def _check_task(self, task: WrittenTask, prepared: Prepared) -> Iterable[Finding]:
        """The unit stands when the act comes into force, level and person are known, the day is still to come."""
        act = prepared.written
        unit = self.id_of("unit", task.unit) or prepared.new("unit", task.unit)
        if unit is None:
            yield Finding("unknown-unit", {"unit": task.unit})
        elif not prepared.trial.stands("unit", unit, act.in_force_on):
            yield Finding("unit-not-there", {"unit": unit, "day": act.in_force_on})
        responsible = self.id_of("person", task.responsible) or prepared.new("person", task.responsible)
        if task.responsible and not responsible:
            yield Finding("unknown-person", {"person": task.responsible})
        elif responsible:
            yield from self._check_entry(responsible)
        if task.level and task.level not in {level.id for level in self.pack.levels}:
            yield Finding("unknown-level", {"value": task.level})
        if task.due_on and task.due_on < act.signed_on:
            args = {"field": "tasks.due_on", "until": task.due_on, "day": act.signed_on}
            yield Finding("day-not-after", args)


def _is_told(found: Finding, prepared: Prepared) -> bool:
    """Whether a signer was named whom nobody knows, which was said: nothing is missing then."""
    field = str(found.args.get("field", ""))
    return found.code == "missing-field" and bool(getattr(prepared.written, field, ""))


_OF_OTHERS = ("FOUND", "TRANSFER_MEMBER", "SCORE", "ADOPT_PRACTICE")
"""Kinds whose other unit need not be within reach: it stays as it is."""


def reached(effect: Recorded, world: State) -> Iterable[int]:
    """The units an effect touches: its own, the one that takes over or takes in, the one whose post is left.

    A member's transfer is recorded by the side that receives: the unit left need not be within its reach. What takes
    an effect back touches the same.
    """
    yield effect.unit
    if effect.other_unit and taken_back(effect, world).kind not in _OF_OTHERS:
        yield effect.other_unit
    if effect.other_post:
        yield world.unit_of(effect.other_post)
    if effect.kind == "MOVE":  # the unit it is taken from
        before = date.fromordinal(effect.on.toordinal() - 1)
        spans = world.rows("unit", effect.unit)
        yield from (row.parent for row in spans if row.parent is not None and rows.holds(row, before))


def _place_of_void(void: Recorded, unit: int, before: Case, after: Case) -> tuple[int, date]:
    """Where a unit is looked for when an effect on it is taken back: where it stands on the day; if it has ended since,
    who answers for it; if it is only to come, where it will stand on the day of the effect.
    """
    if _stands(before, unit, void.on) or _stands(after, unit, void.on):
        return unit, void.on
    there = handing_in.heir(before, unit, void.on)
    if there != unit:
        return there, void.on
    return unit, taken_back(void, after.world).on


def _stands(case: Case, unit: int, day: date) -> bool:
    """Whether a unit stands on a day, or stood on the day before."""
    return case.unit_row(unit, day) is not None or case.unit_row(unit, _eve(day)) is not None


def _above(case: Case, unit: int, day: date) -> set[int]:
    """What a unit stood under on a day or the day before, itself included."""
    return {*case.ancestors(unit, day), *case.ancestors(unit, _eve(day))}


def _eve(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def check_attachments(files: Iterable[WrittenFile], *, names_files: bool = True) -> Iterable[Finding]:
    """Every file is there, may be read, and is neither too large nor too long in name.

    `names_files` False: of a file named by its path nothing is said but that it may not be named.
    """
    for each in files:
        if each.path and not names_files:
            yield Finding("attachment-by-path", {"file": each.name})
        else:
            yield from _check_attachment(each)


def place_of(each: WrittenFile) -> pathlib.Path | None:
    """Where the content of a file of a draft lies; None for a key that is none."""
    return pathlib.Path(each.path) if each.path else uploads.path(settings.HOME, each.upload)


def _check_attachment(each: WrittenFile) -> Iterable[Finding]:
    file = place_of(each)
    try:
        size = file.stat().st_size if file else None
    except (OSError, ValueError):
        size = None
    if file is None or size is None:
        yield Finding("attachment-missing", {"file": each.name})
    elif not file.is_file() or not os.access(file, os.R_OK):
        yield Finding("attachment-unreadable", {"file": each.name})
    elif size > attachments.LARGEST:
        args = {"file": each.name, "number": size, "limit": attachments.LARGEST}
        yield Finding("attachment-too-large", args)
    elif (length := len(each.filename or file.name)) > _LONGEST_FILENAME:
        args = {"field": "attachments", "number": length, "limit": _LONGEST_FILENAME}
        yield Finding("text-too-long", args)
