"""A chunk of accepted acts as plain values, on the way to the staging file."""

from __future__ import annotations

from datetime import date
from typing import Any

from fasti import charter
from fasti.operations.importing import examining, line_rows, plain_act, stage
from fasti.operations.prepared import Prepared


class Chunk:
    """The accepted acts of a chunk, added one after the other."""

    def __init__(self, desk: examining.Desk) -> None:
        self._desk = desk
        self._new: dict[str, list[Any]] = {"unit": [], "person": [], "post": []}
        self._acts: list[Any] = []
        self._codes: dict[str, dict[int, str]] = {
            name: {} for name in ("unit", "person", "post", "act", "effect")
        }
        self._before: dict[str, set[int]] = {"unit": set(), "person": set(), "post": set()}
        """What is named of what the record had before the import: whoever writes the file finds no code there."""
        self._has_before = any(desk.first[name] > 1 for name in self._before)
        self._numbers: dict[tuple[int, str], int] = {}
        self._voids: list[tuple[int, int]] = []

    def add(self, prepared: Prepared, *, number: int, pack: charter.Pack) -> plain_act.PlainAct:
        """Add an act; returns it as it will be recorded, its place in the chain left open."""
        act = plain_act.act(prepared, self._desk, number=number, pack=pack)
        for name, new in (
            ("unit", prepared.new_units),
            ("person", prepared.new_persons),
            ("post", prepared.new_posts),
        ):
            self._new[name] += [
                tuple(each) if isinstance(each, tuple) else _values(name, each) for each in new
            ]
        effects = [self._effect(each, prepared) for each in prepared.effects]
        tasks = plain_act.tasks(prepared, self._desk, act=act.id)
        files = plain_act.files(prepared, act=act.id)
        relations = [(act.id, kind, target.id) for kind, target in prepared.targets]
        for _, target in prepared.targets:
            self._codes["act"][target.id] = target.code
        for task in tasks:
            self._know("unit", task[4])
            self._know("person", task[6])
        self._know("unit", act.issuer_id)
        self._know("person", act.signer_id)
        self._know("post", act.signer_post_id)
        self._acts.append((act.values(), effects, relations, tasks, files))
        self._numbers[(act.issuer_id, act.series)] = number
        return act

    def _effect(self, each: Any, prepared: Prepared) -> tuple[Any, ...]:
        id, _, kind, on, unit, person, post, other_unit, other_post, data, voids, other_person = each
        if self._has_before:
            for name, named in (
                ("unit", (unit, other_unit)),
                ("person", (person, other_person)),
                ("post", (post, other_post)),
            ):
                for subject in named:
                    self._know(name, subject)
        if voids is not None:
            self._codes["effect"][voids] = self._desk.codes.of("effect", voids)
            self._voids.append((id, voids))
        subjects = (unit, person, post, other_unit, other_post, other_person)
        return (
            id,
            kind,
            line_rows.written(on),
            *subjects,
            data,
            voids,
            prepared.personal.get(id),
            None,
        )

    def _know(self, name: str, id: int | None) -> None:
        if id is not None and id < self._desk.first[name]:
            self._before[name].add(id)

    def plain(self) -> dict[str, Any]:
        """The chunk's own part of what is handed to the staging file."""
        recorded = self._desk.recorded_codes()
        for name, before in self._before.items():
            known, codes = recorded[name], self._codes[name]
            codes |= {id: known.get(id) or self._desk.identities.code(name, id) for id in before}
        numbers = [(issuer, series, last) for (issuer, series), last in self._numbers.items()]
        return {
            "units": self._new["unit"],
            "persons": self._new["person"],
            "posts": self._new["post"],
            "acts": self._acts,
            "codes": self._codes,
            "heads": self._desk.acts.heads({issuer for issuer, _ in self._numbers}),
            "numbers": numbers,
            "voids": self._voids,
        }


def _values(table: str, each: Any) -> tuple[Any, ...]:
    return tuple(_plain(getattr(each, column)) for column in stage.TABLES[table])


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
