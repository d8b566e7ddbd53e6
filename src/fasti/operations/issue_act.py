"""Issue acts: allot the number, record act and effects, close the chain, bring the register up to date. All or nothing.

Issuing holds the lock of the body's row from the first check to the commit. So numbers have no gaps, chains do not
fork, and effects are committed in the order of their ids.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log, rights
from fasti.access.actor import Actor
from fasti.acts import attachments, bulk, chain, findings, record
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Attachment, Body, Draft, Effect, PersonalField, Relation, Task
from fasti.acts.written import WrittenFile
from fasti.effects import store
from fasti.effects.state import Change
from fasti.operations import draft_act, granted, index_acts, index_units, judging, tell_answers
from fasti.operations.desk import Desk
from fasti.operations.prepared import Prepared
from fasti.subjects.models import Person, Post, Unit

_AHEAD = timedelta(hours=14)
"""How far the calendar may be ahead of UTC where an act is signed."""


class CannotIssue(Exception):
    """The acts were not issued; `findings` says everything that stands in the way."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


@dataclass(frozen=True)
class Preview:
    """What issuing drafts would do: the findings against them, and the lines of the register before and after."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]
    """Empty while there are findings."""
    desk: Desk
    prepared: tuple[Prepared, ...]
    """The drafts in order, as examined."""
    acts: tuple[Act, ...]
    """The acts as they would be recorded, none of which is."""


def preview(
    contents: Sequence[Mapping[str, Any]],
    *,
    pack: charter.Pack,
    lang: str = "en",
    actor: str | Actor = "preview",
) -> Preview:
    """Examine drafts, each as if those before it were issued, against the record as it stands; nothing is written.

    `actor` needs to draft, check or issue acts of the issuers; what the actor does not see is not told.
    """
    who = actors.of(actor)
    desk = Desk(contents, pack=pack, lang=lang, sight=who.sight)
    last = Body.objects.values_list("last_recorded_at", flat=True).get()
    at = last or datetime.min.replace(tzinfo=UTC)
    examined = _Examined(desk, pack, last, who, granted.WORK)
    for content in contents:
        examined.add(content, at, kept=False)
    changes = () if examined.findings else tuple(desk.state.changes.values())
    return Preview(
        tuple(examined.findings), changes, desk, tuple(examined.prepared), tuple(examined.work.acts)
    )


def issue(
    contents: Sequence[Mapping[str, Any]],
    *,
    pack: charter.Pack,
    recorded_at: datetime | Sequence[datetime],
    actor: str | Actor,
    lang: str = "en",
    draft: int | None = None,
) -> list[Act]:
    """Issue drafts in order; raises `CannotIssue` with every finding, and then nothing is recorded.

    `actor` needs the right to issue acts of the issuers, and a second person where the pack asks for one. The access
    log keeps it in the same transaction.
    `draft`: the number of the kept draft that the (only) content comes from; raises `draft_act.NotDrafted` when it
    is not open any more.
    `recorded_at`: the instant of recording, one for all or one for each; it never goes back.
    """
    times = [recorded_at] * len(contents) if isinstance(recorded_at, datetime) else list(recorded_at)
    who = actors.of(actor)
    index_acts.ready(pack)
    readers = tell_answers.readers(contents, pack=pack, day=max(times).date()) if times else {}
    with transaction.atomic():
        body = Body.objects.select_for_update().get()
        kept = None if draft is None else draft_act.open_draft(draft)
        desk = Desk(contents, pack=pack, lang=lang, sight=who.sight)
        examined = _Examined(desk, pack, body.last_recorded_at, who, (rights.ISSUE,))
        for content, at in zip(contents, times, strict=True):
            examined.add(content, at)
        examined.check_four_eyes(kept)
        if examined.findings:
            raise CannotIssue(examined.findings)
        examined.work.write(desk)
        index_acts.add(examined.work.acts)
        index_units.add(examined.work.effects)
        tell_answers.tell(examined.work.effects, readers, pack=pack)
        Body.objects.update(last_recorded_at=examined.last)
        if draft is not None:
            # The act is the record from now on; names in the draft would outlive an erasure.
            Draft.objects.filter(id=draft).update(issued_as=examined.work.acts[0], content={})
        if who.is_kept:
            for act in examined.work.acts:
                log.keep(who.sight, "act.issued", at=act.recorded_at, unit=act.issuer_id, act=act.id)
        return examined.work.acts


class _Examined:
    """Drafts examined one after the other: what stands in their way, and what they would write."""

    def __init__(
        self, desk: Desk, pack: charter.Pack, last: datetime | None, who: Actor, any_of: tuple[str, ...]
    ) -> None:
        self._desk = desk
        self._who = who
        self._any_of = any_of
        self._pack = pack
        self._numbers = Numbers(desk)
        self.last = last
        self.findings: list[Finding] = []
        self.prepared: list[Prepared] = []
        self.work = _Work()

    def add(self, content: Mapping[str, Any], at: datetime, *, kept: bool = True) -> None:
        """Examine the next draft. `kept`: its files are taken into the record's folder."""
        index = len(self.prepared)
        prepared = self._desk.examine(content, index)
        if refused := self._check_granted(prepared):
            prepared.findings = refused  # Nothing else is told of a unit that is out of reach.
        self.prepared.append(prepared)
        number = 0 if prepared.findings else self._numbers.allot(prepared)
        if not prepared.findings and self.last and at < self.last:
            args = {"unit": prepared.written.issuer, "day": self.last.date()}
            prepared.findings.append(Finding("recorded-out-of-order", args, act=index))
        self.findings += [findings.named(each, self._desk.names) for each in prepared.findings]
        if kept and not prepared.findings and prepared.written.signed_on > (at + _AHEAD).date():
            args = {"day": prepared.written.signed_on}
            prepared.findings.append(Finding("signed-in-future", args, act=index))
            self.findings.append(findings.named(prepared.findings[0], self._desk.names))
        if prepared.findings:
            return
        self.last = at
        if not kept:
            prepared.written = replace(prepared.written, attachments=())
        act = self.work.add(prepared, self._desk, number=number, recorded_at=at, pack=self._pack)
        self._desk.accept(prepared)
        self._desk.learn_act(act, prepared)

    def _check_granted(self, prepared: Prepared) -> list[Finding]:
        """What the actor lacks over the issuer; an issuer that is not recorded needs a right over the whole body."""
        if granted.is_everything(self._who.sight):
            return []
        unit = self._desk.id_of("unit", prepared.written.issuer)
        if unit is None and prepared.findings:
            return []
        return granted.check(
            self._who, *self._any_of, unit=unit or prepared.issuer, act=prepared.index, pack=self._pack,
            confidentiality=prepared.written.confidentiality,
        )  # fmt: skip

    def check_four_eyes(self, kept: Draft | None) -> None:
        """Add what a second person would have to do."""
        for prepared in self.prepared:
            if not prepared.findings:
                self.findings += granted.check_four_eyes(
                    self._who, kept, act_type=prepared.written.type, signed_on=prepared.written.signed_on,
                    pack=self._pack,
                )  # fmt: skip


class Numbers:
    """Allots the next number of each series."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._last: dict[tuple[int, str], int] = {}

    def allot(self, prepared: Prepared) -> int:
        numbering = prepared.numbering
        if numbering is None:
            raise ValueError("the act was not examined to the end")
        key = (prepared.issuer, numbering.series)
        if key not in self._last:
            acts = Act.objects.filter(issuer=key[0], series=key[1]).order_by("-number")
            self._last[key] = acts.values_list("number", flat=True).first() or numbering.first - 1
        given = prepared.written.number
        if given is not None and given <= self._last[key]:
            args = {"number": given, "unit": prepared.issuer, "value": numbering.series}
            finding = Finding("number-taken", args, numbering.reference, act=prepared.index)
            prepared.findings.append(findings.named(finding, self._desk.names))
            return given
        if not prepared.findings:
            self._last[key] = given or self._last[key] + 1
        return self._last[key]


class _Work:
    """What a batch of accepted acts will write."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._rows: dict[type[Any], list[Any]] = {
            model: []
            for model in (Unit, Person, Post, Act, Effect, PersonalField, Relation, Task, Attachment)
        }
        self._heads: dict[int, tuple[int, str]] = {}

    def add(
        self,
        prepared: Prepared,
        desk: Desk,
        *,
        number: int,
        recorded_at: datetime,
        pack: charter.Pack,
    ) -> Act:
        act = _act(prepared, desk, number=number, recorded_at=recorded_at, pack=pack)
        self._rows[Unit] += prepared.new_units
        self._rows[Person] += prepared.new_persons
        self._rows[Post] += prepared.new_posts
        effects = [
            _effect(each, ordinal, act, prepared, self._rows[PersonalField])
            for ordinal, each in enumerate(prepared.effects, 1)
        ]
        tasks = [
            _task(task, ordinal, act, prepared, desk)
            for ordinal, task in enumerate(prepared.written.tasks, 1)
        ]
        relations = [Relation(act=act, kind=kind, target=target) for kind, target in prepared.targets]
        files = [
            _attachment(file, ordinal, act) for ordinal, file in enumerate(prepared.written.attachments, 1)
        ]
        self._close_chain(act, effects, relations, tasks, files, prepared, desk)
        self._rows[Act].append(act)
        self._rows[Effect] += effects
        self._rows[Task] += tasks
        self._rows[Relation] += relations
        self._rows[Attachment] += files
        self.acts.append(act)
        return act

    @property
    def effects(self) -> list[Effect]:
        """Every effect written."""
        return self._rows[Effect]

    def _close_chain(
        self,
        act: Act,
        effects: list[Effect],
        relations: list[Relation],
        tasks: list[Task],
        files: list[Attachment],
        prepared: Prepared,
        desk: Desk,
    ) -> None:
        if act.issuer_id not in self._heads:
            of_issuer = Act.objects.filter(issuer=act.issuer_id).order_by("-sequence")
            last = of_issuer.values_list("sequence", "hash").first()
            self._heads[act.issuer_id] = last or (0, chain.GENESIS)
        sequence, previous = self._heads[act.issuer_id]
        act.sequence, act.previous_hash = sequence + 1, previous
        codes = desk.codes
        codes.learn("act", {act.id: act.code})
        codes.learn("effect", {each.id: f"{act.code}#{each.ordinal}" for each in effects})
        for name, new in (
            ("unit", prepared.new_units),
            ("person", prepared.new_persons),
            ("post", prepared.new_posts),
        ):
            codes.learn(name, {each.id: each.code for each in new})
        codes.expect(effects)
        act.hash = chain.digest(record.content(act, effects, relations, tasks, files, codes=codes))
        self._heads[act.issuer_id] = (act.sequence, act.hash)

    def write(self, desk: Desk) -> None:
        for model, objects in self._rows.items():
            bulk.insert(model, objects)
        store.write(desk.state.changes.values())


def _act(prepared: Prepared, desk: Desk, *, number: int, recorded_at: datetime, pack: charter.Pack) -> Act:
    draft, numbering, row = prepared.written, prepared.numbering, prepared.issuer_row
    if numbering is None or row is None:
        raise ValueError("the act was not examined to the end")
    act_type = pack.act_type(draft.type, as_of=draft.signed_on)
    kind = pack.unit_kind(row.kind, as_of=draft.signed_on)
    issuer = Unit(id=prepared.issuer, code=draft.issuer)
    return Act(
        id=desk.next_act,
        issuer=issuer,
        type=draft.type,
        series=numbering.series,
        number=number,
        is_number_given=draft.number is not None,
        symbol=charter.written_number(
            numbering.pattern,
            number=number,
            abbreviation=act_type.abbreviation,
            issuer=row.abbreviation or kind.abbreviation or draft.issuer,
            year=draft.signed_on.year,
        ),
        title=draft.title,
        text=draft.text,
        language=draft.language or pack.languages[0],
        signed_on=draft.signed_on,
        in_force_on=draft.in_force_on,
        signer_id=_id("person", draft.signer, prepared, desk),
        signer_post_id=_id("post", draft.signer_post, prepared, desk),
        capacity=prepared.capacity,
        confidentiality=draft.confidentiality,
        form=draft.form,
        period=draft.period,
        charter_version=pack.version,
        recorded_at=recorded_at,
    )


def _id(name: str, code: str, prepared: Prepared, desk: Desk) -> int | None:
    """The id of an identity that is recorded or that the act itself brings in."""
    return desk.id_of(name, code) or prepared.new(name, code)


def _effect(
    each: Any, ordinal: int, act: Act, prepared: Prepared, personal_rows: list[PersonalField]
) -> Effect:
    data = dict(each.data)
    effect = Effect(
        id=each.id,
        act=act,
        ordinal=ordinal,
        kind=each.kind,
        on=each.on,
        unit_id=each.unit,
        person_id=each.person,
        post_id=each.post,
        other_unit_id=each.other_unit,
        other_post_id=each.other_post,
        other_person_id=each.other_person,
        data=data,
        voids_id=each.voids,
        recorded_at=act.recorded_at,
    )
    commitments = {}
    for name, value in sorted(prepared.personal.get(each.id, {}).items()):
        salt = secrets.token_hex(16)
        commitments[name] = chain.commitment(salt, value)
        personal_rows.append(PersonalField(effect=effect, field=name, value=value, salt=salt))
    if commitments:
        data["commitments"] = commitments
    return effect


def _task(task: Any, ordinal: int, act: Act, prepared: Prepared, desk: Desk) -> Task:
    return Task(
        act=act,
        ordinal=ordinal,
        group=task.group,
        text=task.text,
        unit_id=_id("unit", task.unit, prepared, desk) or 0,
        level=task.level,
        responsible_id=_id("person", task.responsible, prepared, desk),
        due_on=task.due_on,
        evidence=task.evidence,
    )


def taken_over(file: WrittenFile) -> attachments.Stored:
    """A file of a draft in the record's own store; raises `CannotIssue`."""
    place = judging.place_of(file)
    try:
        if place is None:
            raise FileNotFoundError(file.name)
        return attachments.keep(settings.HOME, place, filename=file.filename)
    except OSError:
        raise CannotIssue([Finding("attachment-unreadable", {"file": file.name})]) from None


def _attachment(file: WrittenFile, ordinal: int, act: Act) -> Attachment:
    kept = taken_over(file)
    return Attachment(
        act=act,
        ordinal=ordinal,
        filename=kept.filename,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
    )
