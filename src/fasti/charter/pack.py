"""A sound pack, and the questions it answers: what does the rule book say on this day?

Every dated question takes the day as keyword `as_of` and raises `NoRule` when no version holds on it.
Answers are frozen records of `rules`. Which versions were asked, and on which day, can be traced: the
pack's cases must reach both sides of every change.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from fasti.charter import claimed, dated, figures, findings, folder, handing, lookup, rules, scorecards
from fasti.charter import numbering as numbers
from fasti.dates import periods


class Pack(lookup.Lookup):
    """A rule book. Made by `charter.load`; `version` is the SHA-256 of its files."""

    def __init__(self, source: folder.Folder, *, version: str) -> None:
        super().__init__({name: source.table(name) for name in folder.TABLES})
        self.path: Path = source.path
        self.version = version
        self.id: str = source.plain("pack.yaml", "id")
        self.reference: str = source.plain("pack.yaml", "reference")
        self.languages: tuple[str, ...] = tuple(source.plain("pack.yaml", "languages"))
        self.levels: tuple[rules.Level, ...] = _levels(source.plain("units.yaml", "levels"))
        self.coverage: tuple[Mapping[str, str], ...] = tuple(source.plain("coverage.yaml", "articles"))
        declared = source.plain("indicators.yaml", "indicators")
        self._indicators = {key: figures.indicator(key, written) for key, written in declared.items()}
        self._words = {lang: source.documents[f"words/{lang}.yaml"].data for lang in self.languages}
        self.claimed: claimed.Claimed | None = claimed.claimed(source, languages=self.languages)
        self._cases = {name: doc for name, doc in source.documents.items() if name.startswith("cases/")}

    # Units and offices

    def level(self, id: str) -> rules.Level:
        """The level of that id."""
        return self._one(self.levels, "level", id)

    def unit_kind(self, id: str, *, as_of: date) -> rules.UnitKind:
        """The kind of unit on that day."""
        return self._record("unit_kinds", id, as_of, lambda found: rules.UnitKind(
            id, found.value["level"], found.value["organ"], found.value["members"],
            found.value.get("foundable", True), tuple(found.value["parents"]), found.value["abbreviation"],
            found.reference, found.verified,
        ))  # fmt: skip

    def unit_kinds(
        self, *, as_of: date, level: str | None = None, is_organ: bool | None = None
    ) -> tuple[str, ...]:
        """The ids of the kinds in force; only of a level, only organs (or only others), if asked."""
        kinds = (self.unit_kind(id, as_of=as_of) for id in self._in_force("unit_kinds", as_of))
        return tuple(
            kind.id for kind in kinds if level in (None, kind.level) and is_organ in (None, kind.is_organ)
        )

    def office(self, id: str, *, as_of: date) -> rules.Office:
        """The office on that day, with the level that manages its posts."""
        manager = next((by for by in self.tables["management"] if id in self.managed(by, as_of=as_of)), None)
        if manager is None:
            self._find("offices", id, as_of)
            raise findings.NoRule(f"management of {id}", pack=self.id, as_of=as_of)
        return self._record("offices", id, as_of, lambda found: rules.Office(
            id, tuple(found.value["unit_kinds"]), found.value["term_years"], manager, found.value["leader"],
            found.value["committee"], found.reference, found.verified, found.value.get("rank"),
        ), manager)  # fmt: skip

    def offices(self, *, as_of: date, managed_by: str | None = None) -> tuple[str, ...]:
        """The ids of the offices in force, only those managed by one level if asked."""
        present = self._in_force("offices", as_of)
        return tuple(
            id
            for id in present
            if managed_by is None or self.office(id, as_of=as_of).managed_by == managed_by
        )

    def managed(self, by: str, *, as_of: date) -> tuple[str, ...]:
        """The offices whose posts are managed by that level (`self`: by the unit itself)."""
        found = self._look("management", by, as_of)
        return tuple(found.value) if found else ()

    def ex_officio(self, id: str, *, as_of: date) -> rules.ExOfficio:
        """The mandate that an office carries with it, on that day."""
        return self._record("ex_officio", id, as_of, lambda found: rules.ExOfficio(
            id, found.value["holding"], found.value["carries"], found.value["organ"],
            found.value["of"] == "superior", found.reference, found.verified,
        ))  # fmt: skip

    def mandates(self, *, as_of: date) -> tuple[rules.ExOfficio, ...]:
        """Every mandate carried by an office on that day."""
        return tuple(self.ex_officio(id, as_of=as_of) for id in self._in_force("ex_officio", as_of))

    # Acts

    def act_type(self, id: str, *, as_of: date) -> rules.ActType:
        """The type of act on that day."""
        return self._record("act_types", id, as_of, lambda found: rules.ActType(
            id, found.value["abbreviation"], found.value["bucket"], found.value.get("numbered_with", id),
            found.reference, found.verified,
        ))  # fmt: skip

    def act_types(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the act types in force, in the charter's order."""
        return self._in_force("act_types", as_of)

    def bucket(self, id: str, *, as_of: date) -> tuple[str, ...]:
        """The act types counted together in a bucket."""
        self._find("buckets", id, as_of)
        types = (self.act_type(type_, as_of=as_of) for type_ in self.act_types(as_of=as_of))
        return tuple(type_.id for type_ in types if type_.bucket == id)

    def buckets(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the buckets in the order reports show them."""
        present = self._in_force("buckets", as_of)
        return tuple(sorted(present, key=lambda id: self._find("buckets", id, as_of).value["order"]))

    def authority(self, kind: str, act_type: str, *, as_of: date) -> rules.Authority:
        """Whether a kind of unit may issue a type of act, and who signs."""
        self._find("act_types", act_type, as_of)
        return self._record("authority", kind, as_of, lambda found: _authority(found, act_type), act_type)

    def numbering(self, kind: str, act_type: str, *, as_of: date) -> rules.Numbering:
        """The series and pattern of the number of an act issued by a kind of unit."""
        type_ = self.act_type(act_type, as_of=as_of)
        for key in self.tables["numbering"]:
            found = self._peek("numbering", key, as_of)
            if found and numbers.covers(found.value, kind=kind, act_type=act_type):
                self._find("numbering", key, as_of)
                return self._numbering(found, kind, type_, as_of)
        raise findings.NoRule(f"numbering of {act_type} by {kind}", pack=self.id, as_of=as_of)

    def relation(self, id: str, *, as_of: date) -> rules.RelationKind:
        """The kind of relation between acts."""
        return self._record("relations", id, as_of, lambda found: rules.RelationKind(
            id, found.value["to_higher"], found.reference, found.verified
        ))  # fmt: skip

    def relations(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the relations in force."""
        return self._in_force("relations", as_of)

    def effects_allowed(self, act_type: str, *, as_of: date) -> rules.EffectsAllowed:
        """The kinds of effect an act of this type may carry; none for a type no effect names."""
        own = self._find("act_types", act_type, as_of)
        series = {kind: self._look("effects", kind, as_of) for kind in self.tables["effects"]}
        kinds = {kind: found for kind, found in series.items() if found and act_type in found.value}
        first = next(iter(kinds.values()), own)
        return rules.EffectsAllowed(
            act_type, tuple(kinds), first.reference, all(v.verified for v in kinds.values())
        )

    # Values

    def value(self, key: str, *, as_of: date) -> rules.Value:
        """A single value; a text such as 2/3 is an exact fraction."""
        return self._record("values", key, as_of, lambda found: rules.Value(
            key, _exact(found.value), found.reference, found.verified
        ))  # fmt: skip

    def sanction(self, id: str, *, as_of: date) -> rules.Sanction:
        """The form of sanction on that day."""
        return self._record("sanctions", id, as_of, lambda found: rules.Sanction(
            id, tuple(found.value["subjects"]), found.value["months"], found.value["ends"], found.reference,
            found.verified,
        ))  # fmt: skip

    def sanctions(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the forms of sanction in force."""
        return self._in_force("sanctions", as_of)

    def age_bands(self, *, as_of: date) -> rules.AgeBands:
        """The age bands, youngest first."""
        return self._record("age_bands", "age_bands", as_of, _age_bands)

    # Reports

    def form(self, id: str, *, as_of: date) -> rules.Form:
        """The report form on that day."""
        return self._record("forms", id, as_of, lambda found: rules.Form(
            id, tuple(found.value["period_kinds"]),
            tuple(rules.Section(part["id"], tuple(part["figures"])) for part in found.value["sections"]),
            found.reference, found.verified, handing.read(found.value.get("handed_in")),
        ))  # fmt: skip

    def forms(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the forms in force."""
        return self._in_force("forms", as_of)

    def return_forms(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of those that are handed in as returns."""
        return tuple(id for id in self.forms(as_of=as_of) if self.form(id, as_of=as_of).handed_in)

    def obligation(self, form: str, *, level: str, period: periods.Period) -> rules.Obligation:
        """The duty of units of a level to report on a period, by the rules of the period's last day."""
        found = self._find("obligations", f"{form}/{level}", period.last_day)
        return numbers.obligation(found, form=form, level=level, last_day=period.last_day)

    def duty(self, form: str, *, level: str, period: periods.Period) -> rules.Obligation | None:
        """The same; None where units of the level have none."""
        try:
            return self.obligation(form, level=level, period=period)
        except findings.NoRule:
            return None

    def duty_of_kind(self, form: str, kind: str, period: periods.Period) -> rules.Obligation | None:
        """The same of units of a kind on the period's last day; an organ has none of its own, nor an unknown kind."""
        try:
            rule = self.unit_kind(kind, as_of=period.last_day)
        except findings.NoRule:
            return None
        return None if rule.is_organ else self.duty(form, level=rule.level, period=period)

    @property
    def indicators(self) -> tuple[rules.Indicator, ...]:
        """Every figure the pack declares, groups not yet put into codes."""
        return tuple(self._indicators.values())

    def indicator(self, id: str) -> rules.Indicator:
        """The figure of that id."""
        if id not in self._indicators:
            raise findings.NoRule(f"indicator {id}", pack=self.id)
        return self._indicators[id]

    def resolved(self, id: str, *, as_of: date, since: date | None = None) -> rules.Indicator:
        """The figure with groups put into codes: of any day from `since` to `as_of`, or of `as_of` only."""
        return self._once(("resolved", id, as_of, since), lambda: figures.resolved(
            self.indicator(id),
            codes=lambda table, group: self.codes(table, group, as_of=as_of, since=since),
            days=lambda key: int(str(self.value(key, as_of=as_of).value)),
        ))  # fmt: skip

    def codes(
        self, table: str, group: Mapping[str, Any], *, as_of: date, since: date | None = None
    ) -> tuple[str, ...]:
        """The ids in `act_types`, `offices` or `unit_kinds` of a group such as ``{"bucket": "plan"}``."""
        days = [] if since is None else [since, *self._changes_between(since, as_of)]
        return figures.union(lambda day: self._members(table, group, day), (*days, as_of))

    def peer_group(self, code: str, *, as_of: date) -> rules.PeerGroup:
        """The units compared side by side on that day."""
        return self._record("peer_groups", code, as_of, lambda found: rules.PeerGroup(
            code, tuple(found.value), found.reference, found.verified
        ))  # fmt: skip

    def peer_groups(self, *, as_of: date) -> tuple[str, ...]:
        """The codes of the peer groups in force."""
        return self._in_force("peer_groups", as_of)

    def ranking(self, *, as_of: date) -> rules.Ranking:
        """Whether units of a peer group may be put in an order; not where the charter says nothing of it."""
        if "ranking" not in self.tables["ranking"] or not self._look("ranking", "ranking", as_of):
            return rules.Ranking(False, "", True)
        return self._record("ranking", "ranking", as_of, lambda found: rules.Ranking(
            found.value, found.reference, found.verified
        ))  # fmt: skip

    def scorecard(self, id: str, *, as_of: date) -> scorecards.Scorecard:
        """How the units of a peer group are scored, on that day."""
        return self._record("scorecards", id, as_of, lambda found: scorecards.read(
            id, found.value, reference=found.reference, verified=found.verified
        ))  # fmt: skip

    def scorecards(self, *, as_of: date) -> tuple[str, ...]:
        """The ids of the scorecards in force."""
        return self._in_force("scorecards", as_of)

    def layout(self, kind: str | None = None, *, as_of: date) -> rules.Layout:
        """How acts issued by a kind of unit look; the default layout where the kind has none of its own."""
        id = kind if kind in self.tables["layouts"] and self._look("layouts", str(kind), as_of) else "default"
        return self._record("layouts", id, as_of, lambda found: rules.Layout(
            id, tuple(found.value["issuer_lines"]), found.value["separator"],
            {lang: self._words[lang]["names"].get("layout", {}) for lang in self.languages},
            {lang: self._words[lang]["names"].get("capacity", {}) for lang in self.languages},
            found.reference, found.verified,
        ))  # fmt: skip

    # Access

    def classes(self, *, as_of: date) -> rules.Classes:
        """The classes of confidentiality, lowest first."""
        return self._record("classes", "classes", as_of, lambda found: rules.Classes(
            tuple(found.value), found.reference, found.verified
        ))  # fmt: skip

    def grant(self, id: str, *, as_of: date) -> rules.Grant:
        """The grant of that id on that day."""
        return self._record("grants", id, as_of, lambda found: rules.Grant(
            id, tuple(found.value.get("offices", ())), "everyone" in found.value, tuple(found.value["rights"]),
            found.value["reach"], found.value["clearance"], found.reference, found.verified,
        ))  # fmt: skip

    def grants(self, *, as_of: date) -> tuple[rules.Grant, ...]:
        """Every grant in force."""
        return tuple(self.grant(id, as_of=as_of) for id in self._in_force("grants", as_of))

    def four_eyes(self, *, as_of: date) -> rules.FourEyes:
        """The types of act that must be issued by another person than drafted them."""
        return self._record("four_eyes", "four_eyes", as_of, lambda found: rules.FourEyes(
            None if found.value["types"] == "all" else tuple(found.value["types"]), found.reference,
            found.verified,
        ))  # fmt: skip

    # Words

    def name(self, group: str, id: str, lang: str) -> str:
        """The name of something the pack declares, e.g. ``name("act_type", "decision", "cs")``."""
        try:
            return str(self._words[lang]["names"][group][id])
        except KeyError:
            raise findings.NoRule(f"name of the {group} {id} in {lang}", pack=self.id) from None

    def names(self, group: str, lang: str) -> Mapping[str, str]:
        """Every name of a group by id, e.g. ``names("reason", "ru")``; empty where the pack has no such group."""
        return {id: str(name) for id, name in self._words[lang]["names"].get(group, {}).items()}

    def term(self, key: str, lang: str) -> str:
        """The body's own word for a general notion, e.g. ``term("member", "vi")``."""
        try:
            return str(self._words[lang]["terms"][key])
        except KeyError:
            raise findings.NoRule(f"term {key} in {lang}", pack=self.id) from None

    # Within

    def _numbering(
        self, found: dated.Version, kind: str, type_: rules.ActType, as_of: date
    ) -> rules.Numbering:
        level = self.unit_kind(kind, as_of=as_of).level
        term = (
            self._find("terms", level, as_of).value if "term" in numbers.names(found.value["series"]) else ""
        )
        series = numbers.series(found.value["series"], type_=type_, level=level, term=term, year=as_of.year)
        return rules.Numbering(
            series, found.value["pattern"], found.value["first"], found.reference, found.verified
        )

    def _changes_between(self, since: date, as_of: date) -> list[date]:
        days = {day for _, series in self.changes() for day in series.changes if since < day <= as_of}
        return sorted(days)

    def _members(self, table: str, group: Mapping[str, Any], day: date) -> tuple[str, ...]:
        if table == "act_types":
            return self.bucket(group["bucket"], as_of=day)
        if table == "unit_kinds":
            return self.unit_kinds(as_of=day, level=group.get("level"), is_organ=group.get("organ"))
        offices = (self.office(id, as_of=day) for id in self.offices(as_of=day))
        wanted = {"managed_by": "managed_by", "is_leader": "leader", "is_committee": "committee"}
        return tuple(
            office.id
            for office in offices
            if all(group.get(key) in (None, getattr(office, name)) for name, key in wanted.items())
        )


def _levels(written: Mapping[str, Mapping[str, Any]]) -> tuple[rules.Level, ...]:
    levels = (rules.Level(id, row["rank"], row["reference"], row["verified"]) for id, row in written.items())
    return tuple(sorted(levels, key=lambda level: level.rank))


def _authority(found: dated.Version, act_type: str) -> rules.Authority:
    for grant in found.value:
        if act_type in grant["types"]:
            signers: dict[str, str] = grant["signers"]
            first = next(iter(signers.values()))
            return rules.Authority(True, tuple(signers), first, signers, found.reference, found.verified)
    return rules.Authority(False, (), "", {}, found.reference, found.verified)


def _exact(written: int | str) -> int | str | Fraction:
    """A text such as 2/3 as an exact fraction, anything else as it is.

    >>> _exact("2/3"), _exact(12), _exact("given name")
    (Fraction(2, 3), 12, 'given name')
    """
    parts = str(written).split("/")
    if (
        isinstance(written, str)
        and len(parts) == 2
        and all(part.isdigit() for part in parts)
        and int(parts[1])
    ):
        return Fraction(int(parts[0]), int(parts[1]))
    return written


def _age_bands(found: dated.Version) -> rules.AgeBands:
    bounds = [0, *(band["below"] for band in found.value)]
    bands = (rules.AgeBand(b["id"], bounds[i], b["below"]) for i, b in enumerate(found.value))
    return rules.AgeBands(tuple(bands), found.reference, found.verified)
