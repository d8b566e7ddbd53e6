"""A finding: what stands in the way of an act, with a stable code and what its sentence names.

Checks collect findings, all at once, before anything is refused. Arguments named `unit`, `other_unit`, `person`,
`post` hold ids until `Names` puts codes and names in their place; days are dates. The sentences are `words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol


@dataclass(frozen=True)
class Finding:
    """One thing wrong: its code, the arguments of its sentence, the article behind it, and where it was found."""

    code: str
    args: Mapping[str, object] = field(default_factory=dict)
    reference: str = ""
    effect: int | None = None
    """Ordinal of the effect within the act at hand (from 1), None when it concerns the act as a whole."""
    act: int = 0
    """Which of the acts handed in together, from 0."""

    def at(self, *, act: int | None = None, effect: int | None = None) -> Finding:
        """The same finding, placed."""
        return replace(
            self, act=self.act if act is None else act, effect=self.effect if effect is None else effect
        )


class Names(Protocol):
    """Gives an identity's name for display."""

    def unit(self, id: int) -> str: ...
    def person(self, id: int) -> str: ...
    def post(self, id: int) -> str: ...


_SUBJECTS = {
    "unit": "unit",
    "other_unit": "unit",
    "person": "person",
    "other_person": "person",
    "post": "post",
    "other_post": "post",
}


def subjects(finding: Finding) -> Iterator[tuple[str, int]]:
    """The kinds and ids of the identities that a finding names by id."""
    for key, value in finding.args.items():
        if key in _SUBJECTS and isinstance(value, int):
            yield _SUBJECTS[key], value


def named(finding: Finding, names: Names) -> Finding:
    """The finding with names in place of ids."""
    args = {
        key: getattr(names, _SUBJECTS[key])(value) if key in _SUBJECTS and isinstance(value, int) else value
        for key, value in finding.args.items()
    }
    return replace(finding, args=args)
