"""The desk at which acts are examined before they are issued: reads a draft, lays its effects over the register as a
trial, and collects everything that stands in the way. It writes nothing.

Several acts may be examined one after the other; each sees the register with the accepted ones before it.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max

from fasti import charter
from fasti.acts import attachments, findings, record, rules, written
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Effect
from fasti.charter import rules as charter_rules
from fasti.effects import kinds, reading, store
from fasti.effects.case import Case
from fasti.effects.reading import WrittenEffect
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations import naming
from fasti.register import rows
from fasti.subjects.models import Person, Post, Unit
from fasti.subjects.names import fold

_IDENTITIES: dict[str, type[Any]] = {"unit": Unit, "person": Person, "post": Post}
_FINDING = {"unit": "unknown-unit", "person": "unknown-person", "post": "unknown-post"}


@dataclass
class Prepared:
    """An act examined: what would be recorded, and what stands in the way."""

    index: int
    written: written.WrittenAct
    trial: State
    effects: list[Recorded] = field(default_factory=list)
    personal: dict[int, dict[str, str]] = field(default_factory=dict)
    """Personal fields by effect id."""
    new_units: list[Unit] = field(default_factory=list)
    new_persons: list[Person] = field(default_factory=list)
    new_posts: list[Post] = field(default_factory=list)
    targets: list[tuple[str, Act]] = field(default_factory=list)
    issuer: int = 0
    issuer_row: rows.UnitRow | None = None
    numbering: charter_rules.Numbering | None = None
    capacity: str = ""
    findings: list[Finding] = field(default_factory=list)


class Desk:
    """Examines drafts against the record as it stands. `contents` are the drafts it will see."""

    def __init__(self, contents: Sequence[Mapping[str, Any]], *, pack: charter.Pack, lang: str) -> None:
        self.pack = pack
        self.names = naming.Names(pack=pack, lang=lang)
        self._ids: dict[str, dict[str, int]] = {}
        self._next: dict[str, int] = {}
        self.codes = record.Codes()
        self._acts: dict[str, Act] = {}
        source = store.Stored()
        self._read_codes(contents)
        source.prefetch(
            units=set(self._ids["unit"].values()) | self._units_of_posts(),
            persons=set(self._ids["person"].values()),
            posts=set(self._ids["post"].values()),
        )
        self.state = State(source)
        self._source = source
        self._is_first = not Act.objects.exists()
        self._next["act"] = _top(Act) + 1
        self._next["effect"] = _top(Effect) + 1

    def _read_codes(self, contents: Sequence[Mapping[str, Any]]) -> None:
        codes = set(_texts(contents))
        for name, model in _IDENTITIES.items():
            self._ids[name] = {}
            asked = sorted(codes)
            for start in range(0, len(asked), 5000):
                query = model.objects.filter(code__in=asked[start : start + 5000])
                self._ids[name] |= dict(query.values_list("code", "id"))
            self._next[name] = _top(model) + 1
            self.codes.learn(name, {id: code for code, id in self._ids[name].items()})

    def _units_of_posts(self) -> set[int]:
        query = Post.objects.filter(id__in=self._ids["post"].values())
        return set(query.values_list("unit", flat=True))

    # -- examining one act ---------------------------------------------------------------------------------------

    def examine(self, content: Mapping[str, Any], index: int = 0) -> Prepared:
        """Read a draft, try its effects, and collect findings. The desk is unchanged until `accept`."""
        act, found = written.read(content)
        prepared = Prepared(index, act, State(self.state), findings=list(found))
        if not prepared.findings:
            self._find_relations(prepared)
            self._read_effects(prepared)
        if not prepared.findings:
            self._try(prepared)
        if not prepared.findings:
            self._judge(prepared)
        prepared.findings = [
            findings.named(self._placed(finding, prepared), self.names) for finding in prepared.findings
        ]
        return prepared

    def accept(self, prepared: Prepared) -> None:
        """Let the acts that follow see this one."""
        self.state.absorb(prepared.trial)
        self._next["effect"] += len(prepared.effects)
        self._next["act"] += 1
        self._is_first = False
        for name, new in (
            ("unit", prepared.new_units),
            ("person", prepared.new_persons),
            ("post", prepared.new_posts),
        ):
            self._next[name] += len(new)
            self._ids[name] |= {each.code: each.id for each in new}

    def learn_act(self, act: Act) -> None:
        """Make an act known that was accepted but is not recorded yet."""
        self._acts[act.code] = act

    @property
    def next_act(self) -> int:
        """The id of the next act."""
        return self._next["act"]

    def _placed(self, finding: Finding, prepared: Prepared) -> Finding:
        """A finding with the ordinal of its effect in the act at hand in place of the effect's id."""
        first = self._next["effect"]
        if finding.effect is not None and finding.effect >= first:
            return finding.at(act=prepared.index, effect=finding.effect - first + 1)
        return finding.at(act=prepared.index)

    # -- relations -----------------------------------------------------------------------------------------------

    def _find_relations(self, prepared: Prepared) -> None:
        for kind, code in prepared.written.relations:
            act = self._acts.get(code) or find_act(code)
            if act is None:
                prepared.findings.append(Finding("unknown-act", {"value": code}))
            else:
                prepared.targets.append((kind, act))

    # -- effects -------------------------------------------------------------------------------------------------

    def _read_effects(self, prepared: Prepared) -> None:
        read: list[WrittenEffect] = []
        for ordinal, raw in enumerate(prepared.written.effects, 1):
            effect, found = reading.read(raw, default_on=prepared.written.in_force_on)
            prepared.findings += [finding.at(effect=ordinal) for finding in found]
            read += [effect] if effect else []
        if prepared.findings:
            prepared.findings = [_with_id(f, self._next["effect"]) for f in prepared.findings]
            return
        new: dict[str, dict[str, int]] = {"unit": {}, "person": {}, "post": {}}
        for effect in read:
            self._record(effect, prepared, new)
        for kind, act in prepared.targets:
            if kind == "withdraws":
                self._void(act, prepared)

    def _record(self, effect: WrittenEffect, prepared: Prepared, new: dict[str, dict[str, int]]) -> None:
        id = self._next["effect"] + len(prepared.effects)
        self._found_identities(effect, id, prepared, new)
        subjects: dict[str, int | None] = {}
        for place, code in effect.subjects.items():
            name = place.removeprefix("other_")
            subjects[place] = new[name].get(code) or self._ids[name].get(code)
            if subjects[place] is None:
                prepared.findings.append(Finding(_FINDING[name], {name: code}, effect=id))
        if subjects.get("post") and "unit" not in subjects:
            subjects["unit"] = prepared.trial.unit_of(subjects["post"] or 0)
        if "unit" not in subjects:
            subjects["unit"] = self._unit_of_member(subjects.get("person"), effect.on, prepared)
        data = dict(effect.data)
        if effect.kind == "FOUND" and self._is_organ(effect):
            data["organ"] = 1
        prepared.effects.append(
            Recorded(
                id,
                self._next["act"],
                effect.kind,
                effect.on,
                subjects.get("unit") or 0,
                subjects.get("person"),
                subjects.get("post"),
                subjects.get("other_unit"),
                subjects.get("other_post"),
                data,
            )
        )
        if effect.personal:
            prepared.personal[id] = dict(effect.personal)

    def _is_organ(self, effect: WrittenEffect) -> bool:
        try:
            return self.pack.unit_kind(effect.data["unit_kind"], as_of=effect.on).is_organ
        except charter.NoRule:
            return False

    def _unit_of_member(self, person: int | None, on: date, prepared: Prepared) -> int | None:
        """For an effect on a member that names no unit: the unit of which the person is a member."""
        before = date.fromordinal(on.toordinal() - 1)
        for row in prepared.trial.rows("membership", person or 0):
            if rows.holds(row, on) or rows.holds(row, before):
                return int(row.unit)
        for each in reversed(prepared.effects):
            if each.kind == "ADMIT" and each.person == person:
                return int(each.unit)
        return self.id_of("unit", prepared.written.issuer)

    def _found_identities(
        self, effect: WrittenEffect, id: int, prepared: Prepared, new: dict[str, dict[str, int]]
    ) -> None:
        code = effect.subjects.get("unit", "")
        if effect.kind == "FOUND" and code not in self._ids["unit"] and code not in new["unit"]:
            unit = Unit(id=self._next["unit"] + len(prepared.new_units), code=code)
            prepared.new_units.append(unit)
            new["unit"][code] = unit.id
            name = naming.in_language(effect.data["name"], "en")
            self.names.learn(units={unit.id: f"{name} ({code})"})
        code = effect.subjects.get("person", "")
        if effect.kind == "ADMIT" and code not in self._ids["person"] and code not in new["person"]:
            person = self._new_person(code, effect, len(prepared.new_persons))
            prepared.new_persons.append(person)
            new["person"][code] = person.id
            self.names.learn(persons={person.id: f"{person.full_name} ({code})"})
        code = effect.subjects.get("post", "")
        if effect.kind == "ESTABLISH_POST" and code not in self._ids["post"] and code not in new["post"]:
            unit_code = effect.subjects["unit"]
            unit_id = new["unit"].get(unit_code) or self._ids["unit"].get(unit_code)
            if unit_id is None:
                return
            post = Post(
                id=self._next["post"] + len(prepared.new_posts),
                code=code,
                unit_id=unit_id,
                office=effect.office,
            )
            prepared.new_posts.append(post)
            new["post"][code] = post.id
            prepared.trial.add_post(post.id, unit_id, effect.office)
            self.names.learn(posts={post.id: (code, effect.office)})

    def _new_person(self, code: str, effect: WrittenEffect, offset: int) -> Person:
        family, given = effect.personal.get("family_name", ""), effect.personal.get("given_name", "")
        full = f"{family} {given}".strip()
        born = effect.personal.get("born_on")
        return Person(
            id=self._next["person"] + offset,
            code=code,
            family_name=family,
            given_name=given,
            full_name=full,
            search_name=fold(full),
            sex=effect.personal.get("sex", ""),
            born_on=date.fromisoformat(born) if born else None,
        )

    def _void(self, act: Act, prepared: Prepared) -> None:
        if not act.pk or not Effect.objects.filter(act=act).exists():
            return
        for target in Effect.objects.filter(act=act).order_by("id"):
            id = self._next["effect"] + len(prepared.effects)
            if not prepared.trial.is_live(target.id):
                args = {"effect": target.kind, "value": act.code}
                prepared.findings.append(Finding("already-voided", args, effect=id))
            prepared.effects.append(
                Recorded(
                    id,
                    self._next["act"],
                    "VOID",
                    prepared.written.in_force_on,
                    target.unit_id,
                    target.person_id,
                    target.post_id,
                    target.other_unit_id,
                    target.other_post_id,
                    {},
                    target.id,
                )
            )

    # -- trying and judging --------------------------------------------------------------------------------------

    def _try(self, prepared: Prepared) -> None:
        prepared.trial.add(prepared.effects)
        prepared.findings += prepared.trial.findings
        case = Case(prepared.trial, self.pack)
        for effect in prepared.effects:
            prepared.findings += kinds.KINDS[effect.kind].check(effect, case)

    def _judge(self, prepared: Prepared) -> None:
        act = prepared.written
        world = prepared.trial if self._is_first else self.state
        issuer = self._ids["unit"].get(act.issuer) or next(
            (unit.id for unit in prepared.new_units if unit.code == act.issuer and self._is_first), None
        )
        if issuer is None:
            prepared.findings.append(Finding("unknown-unit", {"unit": act.issuer}))
            return
        prepared.issuer = issuer
        case = Case(world, self.pack)
        row = case.unit_row(issuer, act.signed_on)
        if row is None:
            args = {"unit": issuer, "day": act.signed_on}
            prepared.findings.append(Finding("signed-before-unit", args))
            return
        prepared.issuer_row = row
        paper = self._paper(prepared, row, world)
        prepared.findings += rules.check(paper, pack=self.pack)
        if not prepared.findings:
            self._number(prepared, row, paper)
            self._check_reach(prepared, issuer)
            self._check_tasks(prepared)
            self._check_attachments(prepared)

    def _paper(self, prepared: Prepared, row: rows.UnitRow, world: State) -> rules.Paper:
        act = prepared.written
        signer = self._signer(act.signer, "person", prepared)
        post = self._signer(act.signer_post, "post", prepared)
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
        )

    def _signer(self, code: str, name: str, prepared: Prepared) -> int | None:
        if not code:
            return None
        new: Sequence[Person | Post] = prepared.new_persons if name == "person" else prepared.new_posts
        id = self._ids[name].get(code) or next((each.id for each in new if each.code == code), None)
        if id is None:
            prepared.findings.append(Finding(_FINDING[name], {name: code}))
        return id

    def _target(self, kind: str, act: Act, day: date) -> rules.Target:
        row = Case(self.state, self.pack).unit_row(act.issuer_id, act.signed_on)
        level = rules.level_rank(self.pack, row.kind, as_of=day) if row else 0
        return rules.Target(relation=kind, code=act.code, issuer=act.issuer_id, issuer_level=level)

    def _number(self, prepared: Prepared, row: rows.UnitRow, paper: rules.Paper) -> None:
        authority = self.pack.authority(row.kind, paper.type, as_of=paper.signed_on)
        office = paper.signer_offices[0]
        prepared.capacity = prepared.written.capacity or authority.capacities.get(office, "")
        try:
            prepared.numbering = self.pack.numbering(row.kind, paper.type, as_of=paper.signed_on)
        except charter.NoRule:
            args = {"value": "numbering", "day": paper.signed_on}
            prepared.findings.append(Finding("no-rule", args))

    def _check_reach(self, prepared: Prepared, issuer: int) -> None:
        """Effects stay within the unit that the issuer serves."""
        case = Case(prepared.trial, self.pack)
        row = prepared.issuer_row
        if row is None:
            return
        served = (
            row.parent if self.pack.unit_kind(row.kind, as_of=prepared.written.signed_on).is_organ else issuer
        )
        for effect in prepared.effects:
            before = date.fromordinal(effect.on.toordinal() - 1)
            above = {*case.ancestors(effect.unit, effect.on), *case.ancestors(effect.unit, before)}
            if served is not None and served not in above:
                args = {"effect": effect.kind, "unit": effect.unit, "other_unit": served}
                prepared.findings.append(Finding("effect-outside-unit", args, effect=effect.id))

    def _check_tasks(self, prepared: Prepared) -> None:
        known = {unit.code for unit in prepared.new_units}
        for task in prepared.written.tasks:
            if task.unit not in self._ids["unit"] and task.unit not in known:
                prepared.findings.append(Finding("unknown-unit", {"unit": task.unit}))
            if task.responsible and task.responsible not in self._ids["person"]:
                prepared.findings.append(Finding("unknown-person", {"person": task.responsible}))

    def _check_attachments(self, prepared: Prepared) -> None:
        for name in prepared.written.attachments:
            file = pathlib.Path(name)
            if not file.is_file():
                prepared.findings.append(Finding("attachment-missing", {"file": name}))
            elif file.stat().st_size > attachments.LARGEST:
                args = {"file": name, "number": file.stat().st_size, "limit": attachments.LARGEST}
                prepared.findings.append(Finding("attachment-too-large", args))

    def id_of(self, name: str, code: str) -> int | None:
        """The id of an identity by its code, None for an empty code."""
        return self._ids[name].get(code) if code else None


def find_act(code: str) -> Act | None:
    """The act with this code (issuer:series:number), if it is recorded."""
    parts = code.rsplit(":", 1)
    issuer, _, series = parts[0].partition(":")
    if len(parts) != 2 or not parts[1].isdigit():
        return None
    query = Act.objects.select_related("issuer").filter(issuer__code=issuer, series=series)
    return query.filter(number=int(parts[1])).first()


def _with_id(finding: Finding, first: int) -> Finding:
    """The finding of a written effect with the id its effect would have, as those of the fold carry it."""
    return finding if finding.effect is None else finding.at(effect=first + finding.effect - 1)


def _top(model: type[Any]) -> int:
    return int(model.objects.aggregate(top=Max("id"))["top"] or 0)


def _texts(value: Any) -> Iterable[str]:
    """Every text in a nest of lists and maps: the codes among them are looked up at once."""
    if isinstance(value, str):
        if len(value) <= 96 and "\x00" not in value:
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
