"""A rule over time: versions in the order of the days from which they hold.

Each version has a first day, the article it comes from and whether that article was checked; it holds until
the next. A version whose value is null is the end of the rule. Asking on a day without a version raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti.charter import reading


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """What a rule says from `starts_on` until the next version; `value` None ends the rule."""

    starts_on: date
    value: Any
    reference: str
    verified: bool
    note: str
    route: reading.Route


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """All versions of one rule, in rising order of their days."""

    key: str
    versions: tuple[Version, ...]

    def at(self, day: date) -> Version | None:
        """The version in force on the day, None before the first and after the end.

        >>> rule = Series("seats", (Version(date(2020, 1, 1), 7, "art. 3", True, "", ()),))
        >>> rule.at(date(2019, 12, 31)), rule.at(date(2020, 1, 1)).value
        (None, 7)
        """
        found = None
        for version in self.versions:
            if version.starts_on > day:
                break
            found = version
        return found if found is not None and found.value is not None else None

    @property
    def changes(self) -> tuple[date, ...]:
        """The days on which the rule changed or ended: every first day but the first."""
        return tuple(version.starts_on for version in self.versions[1:])


def series(key: str, entries: list[Mapping[str, Any]], *, route: reading.Route) -> Series:
    """The series written as a list of ``{from, value, reference, verified}``."""
    return Series(key, tuple(_versions(entries, route)))


def _versions(entries: list[Mapping[str, Any]], route: reading.Route) -> Iterator[Version]:
    for i, entry in enumerate(entries):
        yield Version(
            entry["from"],
            entry["value"],
            entry["reference"],
            entry["verified"],
            entry.get("note", ""),
            (*route, i),
        )


def versions_over(*rules: Series) -> Iterator[date]:
    """The days on which any of the rules begins a version, in order, each once."""
    yield from sorted({version.starts_on for rule in rules for version in rule.versions})
