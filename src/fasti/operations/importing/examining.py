"""The desk at which the acts of an import are examined, one after the other, against the ledger.

It is the ordinary desk. An act whose effects bear on members and holders alone takes a shorter road through the same
checks; whatever that road has the least objection to is examined again in the ordinary way, which says what it is.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from fasti import charter
from fasti.effects import kinds, reading, settling
from fasti.effects.case import Case
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations import desk
from fasti.operations.importing import known, ledger, plain_judge, reading_ahead, rule_book, stage, trial
from fasti.operations.prepared import Prepared
from fasti.subjects import identities, names
from fasti.subjects.models import Person


class Desk(desk.Desk):
    """Examines acts against the record and the acts imported before them."""

    names: known.Names
    _related: known.Related

    def __init__(self, kept: stage.Stage, book: ledger.Ledger, *, pack: charter.Pack, lang: str) -> None:
        super().__init__([], pack=pack, lang=lang)
        self._stage = kept
        self.book = book
        self.first = dict(self._next)
        begun = kept.get("next")
        if begun:
            self._next, self._is_first = begun, False
        self.identities = known.Identities(kept, first=self.first)
        self.acts = known.Acts(kept, self.identities, first=self.first["act"])
        self._acts: Any = self.acts
        self._related = known.Related(kept, book, self.acts)
        self.codes = known.Codes(self.identities, self.acts, self._related)
        self._persons: Any = known.Persons(kept, self.first["person"])
        self.names = known.Names(
            pack=pack, lang=lang, identities=self.identities, book=book, persons=self._persons
        )
        self.state = State(book)
        self._base = trial.Trial(book, new_unit=0, new_post=0)
        self.rules: Any = rule_book.RuleBook(pack)
        self._judge = plain_judge.PlainJudge(self.rules, self._base, self.id_of, False)

    def recorded_codes(self) -> dict[str, dict[int, str]]:
        """The codes of what the chunk names and the record had before the import."""
        return {
            name: {id: code for code, id in ids.items() if id < self.first[name]}
            if self.first[name] > 1
            else {}
            for name, ids in self._ids.items()
        }

    @property
    def next(self) -> dict[str, int]:
        """The next id of each kind of thing."""
        return self._next

    def expect(self, contents: Collection[Any], *, is_clean: bool = False) -> list[reading_ahead.Draft]:
        """A chunk of drafts; what they will ask for is read at once. All chunks before have been handed over.

        `is_clean`: all their texts are known to be right.
        """
        self._forget_last()
        asked = reading_ahead.Asked()
        drafts = [asked.read(content, is_clean=is_clean) for content in contents]
        self._ids = {name: self.identities.ids(name, codes) for name, codes in asked.codes.items()}
        self._labels |= set(desk.labels(list(contents)))
        units, persons, posts = (set(self._ids[name].values()) for name in ("unit", "person", "post"))
        units |= {self.book.unit_of(post) for post in posts}
        self.book.prefetch(units=units, persons=persons, posts=posts)
        return drafts

    # -- examining -----------------------------------------------------------------------------------------------

    def examine_draft(self, draft: reading_ahead.Draft, index: int) -> Prepared:
        """Try the effects of a draft, collect findings."""
        try:
            return self._examine_plain(draft, index)
        except (trial.NotPlain, charter.NoRule):
            pass
        return self._examine_closely(draft.content, index)

    def _examine_closely(self, content: Any, index: int) -> Prepared:
        """As issuing examines it; what was not expected to be named is looked up one by one."""
        expected = self._ids
        self._ids = {name: _Known(ids, name, self.identities) for name, ids in expected.items()}
        self.names.forget()
        try:
            return self.examine(content, index)
        finally:
            self._ids = expected

    def _examine_plain(self, draft: reading_ahead.Draft, index: int) -> Prepared:
        act = draft.act
        if act is None or self._is_first:
            raise trial.NotPlain
        world = trial.Trial(self.book, new_unit=self._next["unit"], new_post=self._next["post"])
        prepared = Prepared(index, act, world)
        if act.relations:
            self._find_relations(prepared)
        new: dict[str, dict[str, int]] = {"unit": {}, "person": {}, "post": {}}
        known = {name: (self._ids[name], new[name]) for name in new}
        for effect in draft.effects:
            self._record_plain(effect, prepared, new, known)
        if prepared.findings:
            raise trial.NotPlain(prepared.findings[0].code)
        world.lay(prepared.effects)
        case = Case(world, self.rules)
        for each in prepared.effects:
            for finding in kinds.KINDS[each.kind].check(each, case):
                raise trial.NotPlain(finding.code)
        self._judge.judge(prepared)
        if prepared.findings:
            raise trial.NotPlain(prepared.findings[0].code)
        return prepared

    def _record_plain(
        self,
        effect: reading.WrittenEffect,
        prepared: Prepared,
        new: dict[str, dict[str, int]],
        known: Mapping[str, tuple[dict[str, int], dict[str, int]]],
    ) -> None:
        """As `_record`, for an effect on members and holders to which nothing can be objected.

        `known`: ids by code, of what was there before the act and of what is new with it.
        """
        kind, on, named, data, personal, _ = effect
        begins = desk.BEGINS.get(kind)
        if begins in ("unit", "post"):
            self._record(effect, prepared, new)
            return
        effects, has_aliases = prepared.effects, self.book.has_aliases
        if begins == "person":
            self._begin_person(effect, prepared, new["person"])
        subjects = _NO_SUBJECTS.copy()
        for place, code in named.items():
            at, name = _PLACES[place]
            before, begun = known[name]
            found = before.get(code) or begun.get(code)
            if found is None:
                raise trial.NotPlain("unknown")
            if has_aliases and name == "person" and self.state.kept(found) != found:
                raise trial.NotPlain("alias")
            subjects[at] = found
        unit, person, post, other_unit, other_post, other_person = subjects
        if "authors" in data and (has_aliases or not self._ids["person"].keys() >= {*data["authors"]}):
            raise trial.NotPlain("authors")
        if unit is None:
            unit = prepared.trial.unit_of(post) if post else self._unit_of(person, on, prepared)
        if kind in settling.DECIDED:
            data = settling.settle(effect, pack=self.rules)
        next = self._next
        id = next["effect"] + len(effects)
        where = (unit or 0, person, post, other_unit, other_post)
        effects.append(_tuple(Recorded, (id, next["act"], kind, on, *where, data, None, other_person)))
        if personal:
            prepared.personal[id] = personal

    def _unit_of(self, person: int | None, on: date, prepared: Prepared) -> int | None:
        """As `_unit_of_member`: who is a member since before the day is a member of that unit."""
        spans = self.book.rows("membership", person or 0)
        if spans and spans[-1].ends_before is None and spans[-1].starts_on < on:
            return int(spans[-1].unit)
        return self._unit_of_member(person, on, prepared)

    def _begin_person(self, effect: reading.WrittenEffect, prepared: Prepared, new: dict[str, int]) -> None:
        """A person not known before; raises `NotPlain` when anything about the entry has to be looked at closely."""
        code, personal = effect.subjects["person"], effect.personal
        if code in self._ids["person"] or code in new:
            if personal:
                raise trial.NotPlain("known")
            return
        born = personal.get("born_on")
        if not desk.CODE.fullmatch(code) or len(code) > identities.LONGEST["person"]:
            raise trial.NotPlain("code")
        if "document_hash" in personal or (born and born > effect.on.isoformat()):
            raise trial.NotPlain("personal")
        family, given = personal.get("family_name", ""), personal.get("given_name", "")
        full = f"{family} {given}".strip()
        id = self._next["person"] + len(prepared.new_persons)
        search = _folded(full)
        person = _tuple(NewPerson, (id, code, family, given, full, search, personal.get("sex", ""), born, ""))
        # A row of the staging file with the fields of a person: a model for each of millions would cost too much.
        prepared.new_persons.append(cast(Person, person))
        new[code] = id

    # -- accepting -----------------------------------------------------------------------------------------------

    def accept(self, prepared: Prepared) -> None:
        """Let the acts that follow see this one."""
        for name, new in (
            ("unit", prepared.new_units),
            ("person", prepared.new_persons),
            ("post", prepared.new_posts),
        ):
            for each in new:
                self.identities.learn(name, each.code, each.id)
                self._ids[name][each.code] = each.id
                self.book.begin(name, each.id)
            self._next[name] += len(new)
        for post in prepared.new_posts:
            self.book.add_post(post.id, post.unit_id, post.office)
        if isinstance(prepared.trial, trial.Trial):
            self.book.take_plain(prepared.effects, prepared.trial.laid)
        else:
            self.book.take(
                prepared.effects, {key: change.after for key, change in prepared.trial.changes.items()}
            )
            self._judge.forget()
        self._next["effect"] += len(prepared.effects)
        self._next["act"] += 1
        self._is_first = False

    def learn_act(self, act: Any, prepared: Prepared) -> None:
        """Make an act known that was accepted but is not recorded yet."""
        self.acts.learn(act, prepared.written.label)
        self._related.learn(act, prepared.effects, prepared.targets)
        for person in prepared.new_persons:
            self._persons.learn(person)

    def _forget_last(self) -> None:
        """Forget what is seldom asked for, but for the last two chunks."""
        self._persons.turn()
        self._related.forget()
        self.identities.turn_codes()

    def leave(self) -> None:
        """Nothing more is examined: the memory is for the rows that go in."""
        for _ in range(2):
            self.book.turn()
            self.turn()
            self._forget_last()
        self._stage.db.execute("PRAGMA shrink_memory")

    def turn(self) -> None:
        """Forget what the staging file holds and nobody asked for lately. Call when all is handed over."""
        self.codes = known.Codes(self.identities, self.acts, self._related)
        self.names.forget()
        self.identities.turn()
        self.acts.turn()
        self._judge.forget()


class _Known(dict[str, int]):
    """Ids by code; what is not among the codes expected is looked up, and expected from then on."""

    def __init__(self, expected: dict[str, int], name: str, identities: known.Identities) -> None:
        super().__init__(expected)
        self._expected = expected
        self._name = name
        self._identities = identities

    def get(self, code: str, default: Any = None) -> Any:
        """The id of a code."""
        return super().get(code) or self._looked_up(code) or default

    def __contains__(self, code: object) -> bool:
        return self.get(str(code)) is not None

    def __missing__(self, code: str) -> int:
        found = self._looked_up(code)
        if found is None:
            raise KeyError(code)
        return found

    def _looked_up(self, code: str) -> int | None:
        found = self._identities.ids(self._name, [code])
        self._expected |= found
        return found.get(code)


class NewPerson(NamedTuple):
    """A person that an act brings in, in the order of the staging file's columns."""

    id: int
    code: str
    family_name: str
    given_name: str
    full_name: str
    search_name: str
    sex: str
    born_on: str | None
    document_hash: str


@functools.lru_cache(maxsize=10_000)
def _folded(name: str) -> str:
    return names.fold(name)[:250]


_tuple = tuple.__new__
"""Makes a named tuple of a tuple: twice as fast as by its name, which matters where there are millions."""
_NO_SUBJECTS: list[int | None] = [None] * 6
_PLACES = {
    place: (at, place.removeprefix("other_"))
    for at, place in enumerate(("unit", "person", "post", "other_unit", "other_post", "other_person"))
}
"""Each place of an identity in an effect: which of them it is, and of what."""
