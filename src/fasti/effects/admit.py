"""A person becomes a member of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import MembershipLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """First admission, at a stage.

    The name and birth data of a new person are personal: they stand with the person alone.
    """

    person: str
    unit: str
    stage: str = "probationary"
    """probationary or full (a member taken over from a register kept before)."""
    family_name: str = ""
    given_name: str = ""
    sex: Literal["", "F", "M"] = ""
    born_on: date | None = None
    document_number: str = ""
    """Taken in, hashed with the body's key, and kept nowhere: what is recorded is `document_hash`."""
    document_hash: str = ""
    """Made from the number when the draft is taken in; 64 hexadecimal digits. A draft may give it, but need not."""
    on: date

    KIND: ClassVar = "ADMIT"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ("family_name", "given_name", "sex", "born_on", "document_hash")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Admission: { $person }, { $unit }",
        "vi": "Kết nạp: { $person }, { $unit }",
        "ru": "Приём: { $person }, { $unit }",
        "cs": "Přijetí: { $person }, { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_members(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        refused = line.check_free(effect)
        if refused:
            return refused
        if line.done:
            return found("was-a-member", effect, person=effect.person, day=line.done[-1].ends_before)
        line.join(effect)
        return ()
