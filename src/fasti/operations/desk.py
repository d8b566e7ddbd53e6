"""The desk at which acts are examined before they are issued: reads a draft, lays its effects over the register as a
trial, and collects everything that stands in the way. It writes nothing.

Several acts may be examined one after the other; each sees the register with the accepted ones before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from fasti import charter
from fasti.access import acts as seen
from fasti.access import people, rights
from fasti.access import sight as sights
from fasti.access.sight import Sight
from fasti.acts import findings, record, texts, written
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.effects import kinds, reading, settling, store
from fasti.effects.case import Case
from fasti.effects.reading import WrittenEffect
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations import granted, naming, return_acts, sealing, undoing
from fasti.operations.judging import UNKNOWN, Judge
from fasti.operations.prepared import Prepared
from fasti.register import rows
from fasti.subjects import documents, identities
from fasti.subjects.models import Person, Post, Unit
from fasti.subjects.names import fold

CODE = re.compile(r"\w[\w.+/-]*")
_PERSONAL = ("family_name", "given_name", "sex", "born_on", "document_hash")


class Desk:
    """Examines drafts against the record as it stands. `contents` are the drafts it will see.

    What is not seen from `sight` is not told: acts are unknown, people have no names. Only at the machine itself may a
    draft name files by their paths.
    """

    sight: Sight = sights.OPERATOR

    def __init__(
        self,
        contents: Sequence[Mapping[str, Any]],
        *,
        pack: charter.Pack,
        lang: str,
        sight: Sight = sights.OPERATOR,
    ) -> None:
        self.pack = pack
        self.sight = sight
        self.names = naming.Names(pack=pack, lang=lang, sight=sight)
        self._ids: dict[str, dict[str, int]] = {}
        self._next: dict[str, int] = {}
        self.codes = record.Codes()
        self._acts: dict[str, Act] = {}
        self._labels = set(labels(contents))
        self._related = undoing.Related()
        self._persons: dict[int, Person] = {}
        source = store.Stored()
        self._read_codes(contents)
        source.prefetch(
            units=set(self._ids["unit"].values()),
            persons=set(self._ids["person"].values()),
            posts=set(self._ids["post"].values()),
        )
        self.state = State(source)
        self._source = source
        self._is_first = source.top["act"] == 0
        self._next = {name: top + 1 for name, top in source.top.items()}

    def _read_codes(self, contents: Sequence[Mapping[str, Any]]) -> None:
        self._ids = identities.ids_of(set(_texts(contents)))
        for name, ids in self._ids.items():
            self.codes.learn(name, {id: code for code, id in ids.items()})

    # -- examining one act ---------------------------------------------------------------------------------------

    def examine(self, content: Mapping[str, Any], index: int = 0) -> Prepared:
        """Read a draft, try its effects, and collect findings. The desk is unchanged until `accept`."""
        content, unsealed = sealing.seal(content)
        act, found = written.read(content)
        unsealed = [_with_id(finding, self._next["effect"]) for finding in unsealed]
        prepared = Prepared(index, act, State(self.state), findings=[*found, *unsealed])
        if not prepared.findings:
            self._find_relations(prepared)
            self._read_effects(prepared)
        if not prepared.findings and prepared.targets:
            prepared.findings += self._judged(prepared, lambda judge: judge.check_relations(prepared))
        hidden = {} if prepared.findings else self._hidden(prepared)
        prepared.findings += self._out_of_reach(prepared, hidden)
        if not prepared.findings:
            self._try(prepared)
        if not prepared.findings:
            prepared.findings += self._judged(prepared, lambda judge: judge.judge(prepared))
        prepared.findings = _discreet(prepared.findings, hidden)
        prepared.findings += _broken(prepared, self._next["effect"], self.codes)
        prepared.findings += _unfitting(prepared, self._next["effect"], self.codes)
        self.names.expect_told(prepared.findings)
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

    def learn_act(self, act: Act, prepared: Prepared) -> None:
        """Make an act known that was accepted but is not recorded yet."""
        self._acts[act.code] = act
        if prepared.written.label:
            self._acts[f"@{prepared.written.label}"] = act
        self._related.learn(act, prepared.effects, prepared.targets)
        self._persons |= {person.id: person for person in prepared.new_persons}

    @property
    def next_act(self) -> int:
        """The id of the next act."""
        return self._next["act"]

    def _placed(self, finding: Finding, prepared: Prepared) -> Finding:
        """A finding with the ordinal of its effect in the act at hand in place of the effect's id."""
        first = self._next["effect"]
        if finding.effect is not None and finding.effect >= first:
            return finding.at(act=prepared.index, effect=finding.effect - first + 1)
        return replace(finding, act=prepared.index, effect=None)

    # -- people who are not seen ------------------------------------------------------------------------------------

    def _hidden(self, prepared: Prepared) -> dict[int, int]:
        """By effect the person it names who is not seen; of them nothing is told, not even by a refusal."""
        if granted.is_everything(self.sight):
            return {}
        named = {
            effect.id: {each for each in (effect.person, effect.other_person) if each is not None}
            for effect in prepared.effects
        }
        known = {each for found in named.values() for each in found} - {
            each.id for each in prepared.new_persons
        }
        unseen = known - people.seen_among(self.sight, known)
        return {effect: min(found & unseen) for effect, found in named.items() if found & unseen}

    def _out_of_reach(self, prepared: Prepared, hidden: Mapping[int, int]) -> list[Finding]:
        """Effects on people who are not seen in units where nothing may be drafted: refused before they are tried."""
        return [
            Finding("person-out-of-reach", {"person": hidden[effect.id]}, effect=effect.id)
            for effect in prepared.effects
            if effect.id in hidden
            and not all(self.sight.may(rights.DRAFT, unit) for unit in self._touched(effect, prepared))
        ]

    def _touched(self, effect: Recorded, prepared: Prepared) -> set[int]:
        """The units that an effect bears on, but for those that it founds itself."""
        new = {each.id for each in prepared.new_units}
        posts = [each for each in (effect.post, effect.other_post) if each is not None]
        found = {effect.unit, *(prepared.trial.unit_of(post) for post in posts)}
        if effect.other_unit is not None and effect.kind != "FOUND":
            found.add(effect.other_unit)
        return found - new

    # -- relations -----------------------------------------------------------------------------------------------

    def _find_relations(self, prepared: Prepared) -> None:
        for relation in prepared.written.relations:
            act = self._acts.get(relation.act) or self._seen(find_act(relation.act))
            if act is not None:
                prepared.targets.append((relation.kind, act))
            elif relation.act == f"@{prepared.written.label}":
                prepared.findings.append(Finding("relation-to-itself"))
            elif relation.act in self._labels:
                prepared.findings.append(Finding("relation-target-not-issued", {"value": relation.act}))
            else:
                prepared.findings.append(Finding("unknown-act", {"value": relation.act}))

    def _seen(self, act: Act | None) -> Act | None:
        return act if act is not None and seen.sees(self.sight, act) else None

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
        if not prepared.findings:
            for target in undoing.undo(prepared, self._related, self.state):
                self._void(target, prepared)

    def _record(self, effect: WrittenEffect, prepared: Prepared, new: dict[str, dict[str, int]]) -> None:
        id = self._next["effect"] + len(prepared.effects)
        self._found_identities(effect, id, prepared, new)
        subjects: dict[str, int | None] = {}
        for place, code in effect.subjects.items():
            name = place.removeprefix("other_")
            subjects[place] = new[name].get(code) or self._ids[name].get(code)
            if subjects[place] is None:
                prepared.findings.append(Finding(UNKNOWN[name], {name: code}, effect=id))
            elif name == "person":
                prepared.findings += self._check_entry(subjects[place] or 0, id)
        if subjects.get("post") and "unit" not in subjects:
            subjects["unit"] = prepared.trial.unit_of(subjects["post"] or 0)
        if "unit" not in subjects:
            subjects["unit"] = self._unit_of_member(subjects.get("person"), effect.on, prepared)
        for author in effect.data.get("authors", ()):
            if author not in new["person"] and author not in self._ids["person"]:
                prepared.findings.append(Finding("unknown-person", {"person": author}, effect=id))
            elif author in self._ids["person"]:
                prepared.findings += self._check_entry(self._ids["person"][author], id)
        data = settling.settle(effect, pack=self.pack)
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
                other_person=subjects.get("other_person"),
            )
        )
        if effect.personal:
            prepared.personal[id] = dict(effect.personal)

    def _check_entry(self, person: int, effect: int) -> Iterable[Finding]:
        """An entry that stands for another is named by no act any more: the finding says which to name."""
        kept = self.state.kept(person)
        if kept != person:
            yield Finding("entry-given-up", {"person": person, "other_person": kept}, effect=effect)

    def _unit_of_member(self, person: int | None, on: date, prepared: Prepared) -> int | None:
        """For an effect on a member that names no unit: the unit of which the person is a member, or last was one."""
        before = date.fromordinal(on.toordinal() - 1)
        spans = prepared.trial.rows("membership", person or 0)
        for row in spans:
            if rows.holds(row, on) or rows.holds(row, before):
                return int(row.unit)
        for each in reversed(prepared.effects):
            if each.kind == "ADMIT" and each.person == person:
                return int(each.unit)
        if spans:
            return int(next((row for row in reversed(spans) if row.starts_on <= on), spans[0]).unit)
        return self.id_of("unit", prepared.written.issuer)

    def _found_identities(
        self, effect: WrittenEffect, id: int, prepared: Prepared, new: dict[str, dict[str, int]]
    ) -> None:
        self._check_identity(effect, id, prepared, new)
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
            search_name=fold(full)[:250],
            sex=effect.personal.get("sex", ""),
            born_on=date.fromisoformat(born) if born else None,
            document_hash=effect.personal.get("document_hash", ""),
        )

    def _check_identity(
        self, effect: WrittenEffect, id: int, prepared: Prepared, new: Mapping[str, Mapping[str, int]]
    ) -> None:
        """A new code is well formed; a known one is not given to somebody or something else."""
        name = BEGINS.get(effect.kind)
        if name is None:
            return
        code = effect.subjects[name]
        known = new[name].get(code) or self._ids[name].get(code)
        found: list[Finding] = []
        if known is None and (not CODE.fullmatch(code) or len(code) > identities.LONGEST[name]):
            args: dict[str, object] = {
                "field": name,
                "value": texts.readable(code),
                "limit": identities.LONGEST[name],
            }
            found.append(Finding("malformed-code", args))
        elif known is not None and name == "post":
            at, office = prepared.trial.unit_of(known), prepared.trial.office_of(known)
            if self.codes.of("unit", at) != effect.subjects["unit"] or office != effect.office:
                found.append(Finding("duplicate-code", {"value": code}))
        elif known is not None and name == "person" and code not in new[name]:
            found += self._check_person(known, effect)
        sealed = effect.personal.get("document_hash", "")
        if sealed and not documents.is_sealed(sealed):
            args = {"field": "document_hash", "value": texts.readable(sealed)}
            found.append(Finding("wrong-type", args))
        born = effect.personal.get("born_on")
        if born and date.fromisoformat(born) > effect.on:
            args = {"field": "born_on", "until": effect.on, "day": date.fromisoformat(born)}
            found.append(Finding("day-not-after", args))
        prepared.findings += [finding.at(effect=id) for finding in found]

    def _check_person(self, id: int, effect: WrittenEffect) -> Iterable[Finding]:
        """Personal data given for a known person are those on record: nothing is dropped in silence.

        Of a person who is not seen nothing is compared: the answer would tell what is on record.
        """
        if not people.sees(self.sight, id):
            if any(name in effect.personal for name in _PERSONAL):
                yield Finding("duplicate-code", {"value": effect.subjects["person"]})
            return
        person = self._persons.get(id) or Person.objects.get(id=id)
        for name in _PERSONAL:
            value = getattr(person, name)
            if name in effect.personal and effect.personal[name] != str(value or ""):
                yield Finding("personal-data-differ", {"person": id, "field": name})

    def _void(self, target: Recorded, prepared: Prepared) -> None:
        id = self._next["effect"] + len(prepared.effects)
        void = target._replace(
            id=id,
            act=self._next["act"],
            kind="VOID",
            on=prepared.written.in_force_on,
            data={},
            voids=target.id,
        )
        prepared.effects.append(void)

    # -- trying and judging --------------------------------------------------------------------------------------

    def _try(self, prepared: Prepared) -> None:
        prepared.trial.add(prepared.effects)
        prepared.findings += [return_acts.with_article(each, self.pack) for each in prepared.trial.findings]
        case = Case(prepared.trial, self.pack)
        for effect in prepared.effects:
            try:
                kept = prepared.trial.by_entries_kept(effect)
                prepared.findings += kinds.KINDS[effect.kind].check(kept, case)
            except charter.NoRule as missing:
                prepared.findings.append(_no_rule(missing, effect.on).at(effect=effect.id))
        prepared.findings += case.check_left_behind(prepared.trial.changes.values())
        prepared.findings += case.check_organs_stay(prepared.trial.changes.values())

    def _judged(self, prepared: Prepared, ask: Callable[[Judge], Iterable[Finding] | None]) -> list[Finding]:
        """What the judge has against the act; a rule that is missing on the day of signing is such a finding too."""
        try:
            names_files = granted.is_everything(self.sight)
            return list(ask(Judge(self.pack, self.state, self.id_of, self._is_first, names_files)) or ())
        except charter.NoRule as missing:
            return [_no_rule(missing, prepared.written.signed_on)]

    def id_of(self, name: str, code: str) -> int | None:
        """The id of an identity by its code, None for an empty code."""
        return self._ids[name].get(code) if code else None


BEGINS = {"FOUND": "unit", "ADMIT": "person", "ESTABLISH_POST": "post"}
"""Kinds of effect that may bring a new identity into the record."""
ACT_CODE = re.compile(r"([^:]+):(.+):([0-9]{1,9})")


def _no_rule(missing: charter.NoRule, day: date) -> Finding:
    return Finding("no-rule", {"value": missing.key, "day": missing.as_of or day})


def _discreet(found: list[Finding], hidden: Mapping[int, int]) -> list[Finding]:
    """The findings, of an effect on somebody who is not seen only that it is out of reach."""
    told: list[Finding] = []
    for each in found:
        person = hidden.get(each.effect or 0)
        said = (
            each if person is None else Finding("person-out-of-reach", {"person": person}, effect=each.effect)
        )
        if said not in told:
            told.append(said)
    return told


def _broken(prepared: Prepared, first: int, codes: record.Codes) -> list[Finding]:
    """For each recorded effect that would no longer fit without the act withdrawn: a finding that names it."""
    withdrawn = [act.code for kind, act in prepared.targets if kind in undoing.UNDOING]
    later = {each.effect for each in prepared.findings if each.effect and each.effect < first}
    return [
        Finding("withdraw-would-break", {"act": withdrawn[0], "value": codes.of("effect", id)})
        for id in sorted(later)
        if withdrawn
    ]


def _unfitting(prepared: Prepared, first: int, codes: record.Codes) -> list[Finding]:
    """For each recorded effect that does not fit once two entries are one person: a finding that names it."""
    if not any(effect.kind == "SAME_PERSON" for effect in prepared.effects):
        return []
    earlier = {each.effect for each in prepared.findings if each.effect and each.effect < first}
    return [Finding("entries-do-not-fit", {"value": codes.of("effect", id)}) for id in sorted(earlier)]


def find_act(code: str) -> Act | None:
    """The act with this code (issuer:series:number), if it is recorded."""
    found = ACT_CODE.fullmatch(code)
    if found is None or not texts.is_keepable(code):
        return None
    query = Act.objects.select_related("issuer").filter(issuer__code=found[1], series=found[2])
    return query.filter(number=int(found[3])).first()


def _with_id(finding: Finding, first: int) -> Finding:
    """The finding of a written effect with the id its effect would have, as those of the fold carry it."""
    return finding if finding.effect is None else finding.at(effect=first + finding.effect - 1)


def labels(contents: Sequence[Any]) -> Iterable[str]:
    """The labels of the drafts, as relations write them."""
    for content in contents:
        if isinstance(content, Mapping) and isinstance(content.get("label"), str):
            yield f"@{content['label']}"


def _texts(value: Any) -> Iterable[str]:
    """Every text in a nest of lists and maps: the codes among them are looked up at once."""
    if isinstance(value, str):
        if len(value) <= 96 and texts.is_keepable(value):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
