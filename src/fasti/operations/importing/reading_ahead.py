"""Reads the drafts of a chunk before any of them is examined, and says which identities they name.

So what a chunk will ask for is looked up at once. A draft of an everyday shape is read to the end here; of any other
one only the codes are seen, as far as its shape allows, and all else is found out when it is examined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from fasti.acts import texts, written
from fasti.effects import reading
from fasti.operations import undoing
from fasti.subjects.models import Person, Post, Unit

MODELS: dict[str, type[Any]] = {"unit": Unit, "person": Person, "post": Post}
_NOT_PLAIN = {*undoing.UNDOING, undoing.PART_OF}
_NAMED = {key: place.removeprefix("other_") for key, place in reading.SUBJECTS.items()}
"""Each field of an effect that names an identity, with what it names."""


class Draft(NamedTuple):
    """A draft of a chunk."""

    content: Any
    act: written.WrittenAct | None
    """What it says; None where it has to be read closely."""
    effects: list[reading.WrittenEffect]


class Asked:
    """The codes of units, persons and posts that drafts name."""

    def __init__(self) -> None:
        self.codes: dict[str, set[str]] = {name: set() for name in MODELS}
        self._of_place = {place: self.codes[_NAMED[key]] for key, place in reading.SUBJECTS.items()}

    def read(self, content: Any, *, is_clean: bool = False) -> Draft:
        """Read a draft, and take in the codes that it names. `is_clean`: all its texts are known to be right."""
        act = written.read_plain(content, is_clean=is_clean)
        if act is not None and _is_plain(act):
            effects = _effects(act)
            if effects is not None:
                self._add_plain(act, effects)
                return Draft(content, act, effects)
        if isinstance(content, Mapping):
            self._add_seen(content)
        return Draft(content, None, [])

    def _add_plain(self, act: written.WrittenAct, effects: Iterable[reading.WrittenEffect]) -> None:
        units, persons, posts = self.codes["unit"], self.codes["person"], self.codes["post"]
        units.add(act.issuer)
        persons.add(act.signer)
        posts.add(act.signer_post)
        of_place = self._of_place
        for effect in effects:
            for place, code in effect.subjects.items():
                of_place[place].add(code)
            if "authors" in effect.data:
                persons.update(effect.data["authors"])
        for task in act.tasks:
            units.add(task.unit)
            persons.add(task.responsible)

    def _add_seen(self, content: Mapping[str, Any]) -> None:
        for name, key in (("unit", "issuer"), ("person", "signer"), ("post", "signer_post")):
            self._add(name, content.get(key))
        for each in _maps(content.get("effects")):
            for key in each.keys() & _NAMED.keys():
                self._add(_NAMED[key], each[key])
            for author in each.get("authors") or ():
                self._add("person", author)
        for each in _maps(content.get("tasks")):
            self._add("unit", each.get("unit"))
            self._add("person", each.get("responsible"))

    def _add(self, name: str, value: Any) -> None:
        if type(value) is str and 0 < len(value) <= 96 and texts.is_keepable(value):
            self.codes[name].add(value)


def _is_plain(act: written.WrittenAct) -> bool:
    return all(each.kind not in _NOT_PLAIN and each.act[:1] != "@" for each in act.relations)


def _effects(act: written.WrittenAct) -> list[reading.WrittenEffect] | None:
    """The effects of an act, None when there is anything wrong with one of them."""
    found = []
    for raw in act.effects:
        effect = reading.read_plain(raw, default_on=act.in_force_on)
        if effect is None:
            effect, wrong = reading.read(raw, default_on=act.in_force_on)
            if effect is None or wrong:
                return None
        found.append(effect)
    return found


def _maps(value: Any) -> Iterable[Mapping[str, Any]]:
    found = value if isinstance(value, list | tuple) else ()
    return (each for each in found if type(each) is dict or isinstance(each, Mapping))
