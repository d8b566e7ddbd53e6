"""Two entries turn out to be the same person: one is given up and stands for the other from then on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import AliasLine, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import AliasRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePerson:
    """`person` and `other_person` are one person, entered twice. What acts say of either is folded as one career.

    `on` is the day on which that was stated. It bounds nothing: they were the same person all along.
    """

    person: str
    """The entry given up."""
    other_person: str
    """The entry kept."""
    on: date

    KIND: ClassVar = "SAME_PERSON"
    LINES: ClassVar[tuple[str, ...]] = ("alias",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Same person, entered twice: { $person } → { $other_person }",
        "vi": "Cùng một người, đã nhập hai lần: { $person } → { $other_person }",
        "ru": "Одно лицо, внесённое дважды: { $person } → { $other_person }",
        "cs": "Táž osoba, zapsaná dvakrát: { $person } → { $other_person }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: AliasLine) -> Iterable[Finding]:
        if effect.person == effect.other_person:
            return found("same-entry", effect, person=effect.person)
        if line.done:
            return found("entry-given-up", effect, person=effect.person, other_person=line.done[0].stands_for)
        beyond = line.world.rows("alias", effect.other_person or 0)
        kept = beyond[0].stands_for if beyond else effect.other_person
        if kept == line.subject:
            return found(
                "entries-in-a-circle", effect, person=effect.person, other_person=effect.other_person
            )
        line.done.append(AliasRow(line.subject, kept or 0, effect.on, effect.id))
        return ()


def as_one(effects: Iterable[Recorded]) -> list[Recorded]:
    """The effects on a membership entered twice, in order: the first admission is one, each later one was a return."""
    found: list[Recorded] = []
    is_admitted = False
    for effect in effects:
        if effect.kind == "ADMIT":
            effect = effect._replace(kind="READMIT") if is_admitted else effect
            is_admitted = True
        found.append(effect)
    return found
