"""The rule book as a document: every rule of the pack in words, version by version, with its days and its article.

Nothing here knows a single rule. Tables are taken as the pack holds them, so a table that is added to packs appears by
itself; codes are told by the pack's own words, keys by ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fasti import charter, words
from fasti.charter import dated
from fasti.reports import rule_of_figures, rule_of_points
from fasti.subjects import names

# The group of the pack's words that names the rules of a table, and those that name what stands under a key.
NAMED_BY = {
    "unit_kinds": "unit_kind", "buckets": "bucket", "act_types": "act_type", "relations": "relation",
    "effects": "effect", "authority": "unit_kind", "offices": "office", "management": "level", "values": "value",
    "sanctions": "sanction", "forms": "form", "obligations": "form", "peer_groups": "peer_group",
    "scorecards": "scorecard", "indicators": "indicator",
}  # fmt: skip
UNDER = {
    "level": "level", "parents": "unit_kind", "unit_kinds": "unit_kind", "kinds": "unit_kind",
    "except_kinds": "unit_kind", "organ": "unit_kind", "bucket": "bucket", "types": "act_type",
    "numbered_with": "act_type", "effects": "act_type", "figures": "indicator", "sections": "section", "id": "section",
    "offices": "office", "management": "office", "holding": "office", "carries": "office", "signers": "capacity",
    "age_bands": "age_band", "clearance": "class", "classes": "class", "four_eyes": "act_type",
}  # fmt: skip
LISTS = {
    "leave.reasons": "reason", "relieve.reasons": "reason", "strike_off.reasons": "reason", "unplan.reasons": "reason",
    "lift.reasons": "reason", "rating.grades": "grade", "sanction.grounds": "ground", "training.providers": "provider",
    "practice.topics": "practice_topic",
}  # fmt: skip
"""Values that are lists of codes parted by blanks, and the group that names them."""


@dataclass(frozen=True, kw_only=True)
class Version:
    """What a rule says over a span of days."""

    starts_on: date
    last_on: date | None
    """None: it still holds, or ends with no day known."""
    told: tuple[tuple[str, str], ...]
    """What it says, as pairs of a key in words (may be empty) and what stands under it. Empty: the rule has ended."""
    reference: str
    is_verified: bool
    note: str
    holds: bool


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule and all its versions, the latest first."""

    anchor: str
    """`table.key`: the address of the rule on the page."""
    name: str
    versions: tuple[Version, ...]

    @property
    def is_verified(self) -> bool:
        """Whether the article of every version was read."""
        return all(version.is_verified for version in self.versions)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A table of the pack."""

    table: str
    name: str
    rules: tuple[Rule, ...]

    @property
    def num_unverified(self) -> int:
        """How many of its rules rest on an article that nobody has read yet."""
        return sum(not rule.is_verified for rule in self.rules)


def sections(pack: charter.Pack, *, as_of: date, lang: str) -> tuple[Section, ...]:
    """Every table in the order of the pack, told in a language; versions that hold on the day are marked."""
    teller = _Teller(pack, lang)
    made = [
        Section(
            table=table,
            name=words.say(f"rule-table-{table.replace('_', '-')}", lang),
            rules=tuple(_rule(table, series, teller, as_of) for series in rows.values()),
        )
        for table, rows in pack.tables.items()
    ]
    return tuple(section for section in made if section.rules)


def only(sections: Iterable[Section], *, unverified: bool = False, find: str = "") -> tuple[Section, ...]:
    """The sections with only some rules: those not verified, those whose name, article or text has the words."""
    wanted = names.fold(find)
    kept = (
        replace(section, rules=tuple(rule for rule in section.rules if _is_wanted(rule, unverified, wanted)))
        for section in sections
    )
    return tuple(section for section in kept if section.rules)


def _is_wanted(rule: Rule, unverified: bool, wanted: str) -> bool:
    if unverified and rule.is_verified:
        return False
    told = (part for version in rule.versions for part in (version.reference, *map(" ".join, version.told)))
    texts = (rule.name, *told)
    return not wanted or any(wanted in names.fold(text) for text in texts)


def anchor(table: str, key: str) -> str:
    """The address of a rule on the page of the rule book.

    >>> anchor("obligations", "half-year/region")
    'obligations.half-year.region'
    """
    return f"{table}.{key}".replace("/", ".") if key != table else table


def _rule(table: str, series: dated.Series, teller: _Teller, as_of: date) -> Rule:
    ends = [*(each.starts_on - timedelta(days=1) for each in series.versions[1:]), None]
    current = series.at(as_of)
    return Rule(
        anchor=anchor(table, series.key),
        name=teller.rule(table, series.key),
        versions=tuple(
            Version(
                starts_on=version.starts_on, last_on=last, told=tuple(teller.value(table, series.key, version.value)),
                reference=version.reference, is_verified=version.verified, note=version.note, holds=version is current,
            )
            for version, last in reversed(list(zip(series.versions, ends, strict=True)))
        ),
    )  # fmt: skip


class _Teller:
    """Tells keys and codes in a language."""

    def __init__(self, pack: charter.Pack, lang: str) -> None:
        self._pack, self._lang = pack, lang

    def rule(self, table: str, key: str) -> str:
        """The name of a rule: by the pack's words, part by part where it has two."""
        if key == table:
            return words.say(f"rule-table-{table.replace('_', '-')}", self._lang)
        groups = [NAMED_BY.get(table, ""), "level"] if "/" in key else [NAMED_BY.get(table, "")]
        parts = [self._name(group, part) for group, part in zip(groups, key.split("/"), strict=False)]
        return ", ".join(parts)

    def value(self, table: str, key: str, value: Any) -> Iterator[tuple[str, str]]:
        """What a version says, as pairs of key and text."""
        if value is None:
            return
        if table == "scorecards":
            yield from rule_of_points.told(value, pack=self._pack, lang=self._lang)
        elif isinstance(value, Mapping):
            for name, inner in value.items():
                if name == "handed_in":
                    yield from rule_of_figures.told(inner, pack=self._pack, lang=self._lang)
                    continue
                yield self._key(name), self._told(name, inner)
        elif table == "values":
            yield "", self._listed(LISTS[key], value.split()) if key in LISTS else str(value)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            for each in value:
                for name, inner in each.items():
                    yield self._key(name), self._told("age_bands" if name == "id" else name, inner)
        else:
            yield "", self._told(table, value)

    def _told(self, name: str, value: Any) -> str:
        if value is None:
            return words.say("rule-none", self._lang)
        if isinstance(value, bool):
            return words.say("rule-yes" if value else "rule-no", self._lang)
        if isinstance(value, Mapping):
            return "; ".join(
                f"{self._name('office', key)}: {self._told(name, inner)}" if name == "signers"
                else self._told(key, inner)
                for key, inner in value.items()
            )  # fmt: skip
        if isinstance(value, list):
            parted = "; " if any(isinstance(each, Mapping) for each in value) else ", "
            return parted.join(self._told(name, each) for each in value) or words.say("rule-none", self._lang)
        if name == "rights":
            return words.say(f"right-{value}", self._lang)
        return self._name(UNDER.get(name, ""), str(value))

    def _listed(self, group: str, codes: list[str]) -> str:
        return ", ".join(self._name(group, code) for code in codes)

    def _key(self, name: str) -> str:
        return words.say(f"rule-key-{name.replace('_', '-')}", self._lang)

    def _name(self, group: str, code: str) -> str:
        """The word for a code: the pack's, else ours, else the code itself."""
        found = self._pack.names(group, self._lang).get(code) if group else None
        ours = f"rule-word-{code.replace('_', '-')}"
        return found or (words.say(ours, self._lang) if words.knows(ours, self._lang) else code)
