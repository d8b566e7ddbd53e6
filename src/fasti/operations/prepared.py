"""An act examined at the desk: what would be recorded, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fasti.acts import written
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.charter import rules as charter_rules
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.register import rows
from fasti.subjects.models import Person, Post, Unit


@dataclass
class Prepared:
    """An act examined: what would be recorded, and what stands in the way."""

    index: int
    written: written.WrittenAct
    trial: State
    effects: list[Recorded] = field(default_factory=list)
    personal: dict[int, Mapping[str, str]] = field(default_factory=dict)
    """Personal fields by effect id."""
    new_units: list[Unit] = field(default_factory=list)
    new_persons: list[Person] = field(default_factory=list)
    new_posts: list[Post] = field(default_factory=list)
    targets: list[tuple[str, Act]] = field(default_factory=list)
    issuer: int = 0
    issuer_row: rows.UnitRow | None = None
    numbering: charter_rules.Numbering | None = None
    capacity: str = ""
    signer_post: int | None = None
    findings: list[Finding] = field(default_factory=list)

    def new(self, name: str, code: str) -> int | None:
        """The id of a unit, person or post that this act itself brings into the record."""
        found: dict[str, list[Unit] | list[Person] | list[Post]]
        found = {"unit": self.new_units, "person": self.new_persons, "post": self.new_posts}
        return next((each.id for each in found[name] if each.code == code), None)
