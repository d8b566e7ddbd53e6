"""What the story asks the rule book: who signs, how a series is called, when a report is due, who manages a post."""

from __future__ import annotations

import dataclasses
import datetime
import functools

from fasti import charter
from fasti.dates import periods


@dataclasses.dataclass(frozen=True)
class Deadline:
    """The days by which a report is due and by which it still counts."""

    due_on: datetime.date
    last_on: datetime.date


class Rulebook:
    """The pack, asked once for each question."""

    def __init__(self, pack: charter.Pack) -> None:
        self.pack = pack

    @functools.cache  # noqa: B019 - lives as long as the story
    def series(self, kind: str, act_type: str, signed_on: datetime.date) -> tuple[str, int]:
        """The run of numbers of an act, and its first number."""
        numbering = self.pack.numbering(kind, act_type, as_of=signed_on)
        return numbering.series, numbering.first

    @functools.cache  # noqa: B019
    def signers(self, kind: str, act_type: str, signed_on: datetime.date) -> tuple[str, ...]:
        """Offices whose holders may sign; empty where the kind of unit may not issue the type."""
        authority = self.pack.authority(kind, act_type, as_of=signed_on)
        return tuple(authority.signers) if authority.allowed else ()

    def deadline(self, form: str, period: periods.Period) -> Deadline:
        """When a province owes the form for the period."""
        obligation = self.pack.obligation(form, level="province", period=period)
        return Deadline(obligation.due, obligation.due + datetime.timedelta(days=obligation.grace_days))

    @functools.cache  # noqa: B019
    def managed_by(self, office: str, as_of: datetime.date) -> str:
        """The level that manages the office's posts."""
        return self.pack.office(office, as_of=as_of).managed_by

    @functools.cache  # noqa: B019
    def reason(self, key: str, preferred: str) -> str:
        """The preferred reason, which must be on the pack's list."""
        listed = str(self.pack.value(key, as_of=datetime.date(2023, 1, 1)).value).split()
        if preferred not in listed:
            raise LookupError(f"{key} of the pack does not list {preferred}: {listed}")
        return preferred

    @functools.cache  # noqa: B019
    def bucket(self, name: str, as_of: datetime.date) -> tuple[str, ...]:
        """The act types of a bucket."""
        return self.pack.bucket(name, as_of=as_of)
