"""The relations figures are counted over, as Ibis expressions on the tables of the record.

Each relation has `unit_id`, the unit whose figures a row enters, and gives only the columns asked for, so a
figure pays for no join it does not need. `act_id` and `effect_id` are the act and effect behind a row; for
spans, those that opened it, and `closing_act_id`, `closing_effect_id` those that ended it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis

from fasti.indicators import bases, owed, passages
from fasti.indicators.duties import Duty
from fasti.indicators.perimeter import Kind

FILLING = ("APPOINT", "ELECT", "DESIGNATE", "SECOND", "TRANSFER", "ROTATE", "SWAP")
"""The effects that put a person into an empty seat."""
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True)
class Source:
    """The tables of an engine, and the kinds of unit of the body."""

    engine: str
    kinds: Mapping[str, Kind]
    dead: Set[str]
    duties: tuple[Duty, ...] = ()
    """What was owed for the periods asked about, where returns owed are asked for."""
    organs_deep: int = 0
    """How many organs may stand between an act and the unit it is of."""

    def table(self, name: str) -> Any:
        """A table of the record, not yet bound to any database."""
        shapes = {**bases.stored(), **bases.DEAD}
        columns = dict(shapes[name])
        if name == "effect" and self.engine in ("sqlite", "postgres"):
            columns = {**bases.APPENDED["effect"], "data": "string"}
        return ibis.table(columns, name=name)

    def by_kind(self, column: Any, value: Callable[[Kind], Any]) -> Any:
        """What `value` says of the kind in a column."""
        cases = [(kind, value(found)) for kind, found in sorted(self.kinds.items())]
        none = ibis.literal(value(Kind("", 0, False))).type()
        return column.cases(*cases) if cases else ibis.null(none)


Early = Callable[[Any], Any]
"""Takes a relation before anything is joined to it, and gives back the rows that can matter."""
Relation = Callable[[Source, Set[str], Early], Any]


def relation(name: str, source: Source, need: Set[str], *, early: Early = lambda table: table) -> Any:
    """The relation of that name, with at least the columns needed. `early` may look at the columns of days only."""
    return RELATIONS[name](source, need | {"unit_id"}, early)


def is_live(name: str, source: Source) -> str | None:
    """The column that is null for rows that stand; None where every row does."""
    if name == "effects":
        return "voided_by" if "dead_effect" in source.dead else None
    if name in ("acts", "tasks"):
        return "withdrawn_by" if "dead_act" in source.dead else None
    return None


@ibis.udf.scalar.builtin(name="json_extract", signature=(("string", "string"), "string"))
def _json_extract(data: Any, path: Any) -> Any: ...


@ibis.udf.scalar.builtin(name="jsonb_extract_path_text", signature=(("string", "string"), "string"))
def _jsonb_text(data: Any, key: Any) -> Any: ...


@ibis.udf.scalar.builtin(name="julianday", signature=(("date",), "float64"))
def _julianday(day: Any) -> Any: ...


def _data(source: Source, effect: Any, key: str) -> Any:
    """A key of an effect's data, as text."""
    if source.engine == "sqlite":
        return _json_extract(effect.data, f"$.{key}").cast("string")
    if source.engine == "postgres":
        return _jsonb_text(effect.data, key)
    return effect[key]


def _days(source: Source, later: Any, earlier: Any) -> Any:
    """The number of days between two days."""
    if source.engine == "sqlite":
        return (_julianday(later) - _julianday(earlier)).cast("int64")
    return later.delta(earlier, unit="day")


def _kinds(source: Source) -> Any:
    """The kind of each unit on every day: its first kind also before it was founded, its last after it ended."""
    span = source.table("unit_span")
    order = ibis.window(group_by=span.unit_id, order_by=span.starts_on)
    found = span.select(
        of_unit=span.unit_id,
        of_kind=span.kind,
        since=span.starts_on,
        nth=ibis.row_number().over(order),
        then=span.starts_on.lead().over(order),
    )
    return found.select(
        "of_unit",
        "of_kind",
        since=(found.nth == 0).ifelse(ibis.literal(_FIRST), found.since),
        until=ibis.coalesce(found.then, ibis.literal(_LAST)),
    )


def _with_kind(source: Source, table: Any, unit: str, day: str, name: str) -> Any:
    """The table with the kind of a unit on a day as a column."""
    kinds = _kinds(source)
    met = [table[unit] == kinds.of_unit, table[day] >= kinds.since, table[day] < kinds.until]
    joined = table.left_join(kinds, met)
    return joined.select(*(joined[column] for column in table.columns), joined.of_kind.name(name))


def _with_issuer(source: Source, table: Any, need: Set[str]) -> Any:
    """The columns about the issuer's kind, for a table with `issuer_id` and `signed_on`."""
    if not need & {"issuer_kind", "issuer_level", "issuer_is_organ", "concretises_higher"}:
        return table
    found = _with_kind(source, table, "issuer_id", "signed_on", "issuer_kind")
    return found.mutate(
        issuer_level=source.by_kind(found.issuer_kind, lambda kind: kind.level),
        issuer_rank=source.by_kind(found.issuer_kind, lambda kind: kind.rank),
        issuer_is_organ=source.by_kind(found.issuer_kind, lambda kind: kind.is_organ),
    )


def _with(table: Any, other: Any, key: str, columns: Mapping[str, str], need: Set[str]) -> Any:
    """The needed columns (name in `other` by name here) of the row of `other` whose id is in `key`."""
    wanted = {name: column for name, column in columns.items() if name in need}
    if not wanted:
        return table
    small = other.select(joined_id=other.id, **{name: other[column] for name, column in wanted.items()})
    joined = table.left_join(small, table[key] == small.joined_id)
    return joined.drop("joined_id")


def _with_dead(source: Source, table: Any, name: str, key: str, says: str) -> Any:
    """The act by which a row no longer stands, as a column; null where it stands."""
    if name not in source.dead:
        return table.mutate(**{says: ibis.null("int64")})
    dead = source.table(name).rename(dead_id=next(iter(bases.DEAD[name])))
    return table.left_join(dead, table[key] == dead.dead_id).drop("dead_id")


def _acts(source: Source, need: Set[str], early: Early) -> Any:
    act = source.table("act")
    found = act.select(
        "signed_on", "in_force_on", act_id=act.id, unit_id=act.issuer_id, issuer_id=act.issuer_id, act_type=act.type,
        form=act.form.nullif(""), period=act.period.nullif(""),
    )  # fmt: skip
    found = early(found)
    few = found.select(few_id=found.act_id)
    found = _with_dead(source, _with_issuer(source, found, need), "dead_act", "act_id", "withdrawn_by")
    if "num_effects" in need:
        effect = source.table("effect")
        effect = effect.select("act_id").join(few, effect.act_id == few.few_id)
        effects = effect.group_by(of_act="act_id").aggregate(n=effect.count())
        found = found.left_join(effects, found.act_id == effects.of_act)
        found = found.mutate(num_effects=ibis.coalesce(found.n, 0)).drop("of_act", "n")
    if need & {"concretises_level", "concretises_higher"}:
        found = _with_concretised(source, found, few, need)
    return found


def _with_concretised(source: Source, acts: Any, few: Any, need: Set[str]) -> Any:
    """The highest level among the issuers of the acts that an act concretises."""
    link, act = source.table("relation"), source.table("act")
    link = link.filter(link.kind == bases.CONCRETISES).select(of_act=link.act_id, target=link.target_id)
    link = link.join(few, link.of_act == few.few_id)
    act = act.select(target_act=act.id, issuer_id=act.issuer_id, signed_on=act.signed_on)
    joined = _with_kind(
        source, link.join(act, link.target == act.target_act), "issuer_id", "signed_on", "target_kind"
    )
    joined = joined.mutate(rank=source.by_kind(joined.target_kind, lambda kind: kind.rank))
    best = joined.group_by("of_act").aggregate(best_rank=joined["rank"].min())
    found = acts.left_join(best, acts.act_id == best.of_act)
    levels = sorted({(kind.rank, kind.level) for kind in source.kinds.values()})
    found = found.mutate(concretises_level=found.best_rank.cases(*levels) if levels else ibis.null("string"))
    if "concretises_higher" in need:
        found = found.mutate(concretises_higher=ibis.coalesce(found.best_rank < found.issuer_rank, False))
    return found.drop("of_act", "best_rank")


_OF_ACT = {"signed_on": "signed_on", "act_type": "type", "issuer_id": "issuer_id"}
_OF_PERSON = {"sex": "sex", "born_on": "born_on"}
_OF_POST = {"office": "office", "unit_id": "unit_id"}
_OF_ISSUER = frozenset({"issuer_kind", "issuer_level", "issuer_is_organ"})


def _effects(source: Source, need: Set[str], early: Early) -> Any:
    effect = source.table("effect")
    data = {key: _data(source, effect, key) for key in bases.DATA_KEYS if key in need}
    of_act = need | {"issuer_id", "signed_on"} if need & _OF_ISSUER else need
    beside = [name for name in bases.OF_ITS_ACT if name in of_act and name in effect.columns]
    own = ("act_id", "unit_id", "kind", "on", "person_id", "post_id", "ordinal")
    found = effect.select(*own, *beside, effect_id=effect.id, **data)
    if not beside:
        found = _with(found, source.table("act"), "act_id", _OF_ACT, of_act)
        found = _with(found, source.table("post"), "post_id", {"office": "office"}, need)
    found = _by_entries_kept(source, early(found))
    found = _with_issuer(source, found, need)
    found = _with(found, source.table("person"), "person_id", _OF_PERSON, need)
    found = _with_dead(source, found, "dead_effect", "effect_id", "voided_by")
    return _with_planned(source, found) if "was_planned" in need else found


def _by_entries_kept(source: Source, effects: Any) -> Any:
    """The effects with the entry kept in place of a person's entry that was given up."""
    if "alias" not in source.dead:
        return effects
    alias = source.table("alias").select(given_up="person_id", kept="stands_for_id")
    found = effects.left_join(alias, effects.person_id == alias.given_up)
    return found.mutate(person_id=ibis.coalesce(found.kept, found.person_id)).drop("given_up", "kept")


def _with_planned(source: Source, effects: Any) -> Any:
    """Whether the person stood in the pool for that post on the day (the appointment itself may end the
    entry).
    """
    entry = source.table("pool_entry")
    entry = entry.select(
        who=entry.person_id, what=entry.post_id, since=entry.starts_on, until=entry.ends_before
    )
    few = effects.select("effect_id", "person_id", "post_id", "on")
    pairs = few.join(entry, [few.person_id == entry.who, few.post_id == entry.what, entry.since <= few.on])
    held = pairs.until.isnull() | (pairs.until >= pairs.on)
    planned = pairs.filter(held).select(planned_id="effect_id").distinct()
    found = effects.left_join(planned, effects.effect_id == planned.planned_id)
    return found.mutate(was_planned=found.planned_id.notnull()).drop("planned_id")


def _tasks(source: Source, need: Set[str], early: Early) -> Any:
    task = source.table("task")
    found = task.select(
        "act_id",
        "due_on",
        "ordinal",
        group=task.group.nullif(""),
        task_id=task.id,
        has_responsible=task.responsible_id.notnull(),
        has_due=task.due_on.notnull(),
    )
    of_act = {"unit_id": "issuer_id", **_OF_ACT}
    found = _with(found, source.table("act"), "act_id", of_act, need | {"unit_id", "signed_on", "issuer_id"})
    found = early(found)
    return _with_dead(source, _with_issuer(source, found, need), "dead_act", "act_id", "withdrawn_by")


def _topics(source: Source, need: Set[str], early: Early) -> Any:
    topic = source.table("completed_topic")
    found = topic.select(
        "unit_id",
        "person_id",
        "course",
        "topic",
        "provider",
        on=topic.starts_on,
        effect_id=topic.opened_by_id,
    )
    if not need & {"act_id", "signed_on"}:
        return found
    found = _with(found, source.table("effect"), "effect_id", {"act_id": "act_id"}, {"act_id"})
    return _with(found, source.table("act"), "act_id", {"signed_on": "signed_on"}, need)


def _spans(table: str, *columns: str) -> Relation:
    """A relation of spans: `columns` of its table, and what is needed of its person, its post and its
    effects.
    """

    def found(source: Source, need: Set[str], early: Early) -> Any:
        span = source.table(table)
        taken = span.select(
            *columns,
            "starts_on",
            "ends_before",
            effect_id=span.opened_by_id,
            closing_effect_id=span.closed_by_id,
        )
        taken = early(taken)
        if "post_id" in columns:
            taken = _with(taken, source.table("post"), "post_id", _OF_POST, need)
        if "person_id" in columns:
            taken = _with(taken, source.table("person"), "person_id", _OF_PERSON, need)
        effect = source.table("effect")
        opened = {"opened_kind": "kind", "act_id": "act_id"}
        taken = _with(taken, effect, "effect_id", opened, need)
        closed = {"closed_kind": "kind", "closing_act_id": "act_id"}
        return _with(taken, effect, "closing_effect_id", closed, need)

    return found


def _vacancies(source: Source, need: Set[str], early: Early) -> Any:
    """Empty seats; `days` is how long the seat stood empty until a person was put into it, null otherwise."""
    found = _spans("vacancy", "post_id")(source, need | ({"closed_kind"} if "days" in need else set()), early)
    if "days" not in need:
        return found
    days = _days(source, found.ends_before, found.starts_on)
    return found.mutate(days=found.closed_kind.isin(FILLING).ifelse(days, ibis.null("int64")))


def _memberships(source: Source, need: Set[str], early: Early) -> Any:
    """Memberships; how each began and ended is told from those of the same person beside it."""
    found = _spans("membership", "person_id", "unit_id", "stage")(source, need, early)
    if not need & passages.COLUMNS:
        return found
    return passages.told(found, source.table("membership"), source.table("effect"), need)


def _units(source: Source, need: Set[str], early: Early) -> Any:
    """The life of each unit under one kind: renaming and moving it does not end it."""
    found = passages.lives(source.table("unit_span"))
    found = found.mutate(
        level=source.by_kind(found.kind, lambda kind: kind.level),
        is_organ=source.by_kind(found.kind, lambda kind: kind.is_organ),
    )
    found = _with(found, source.table("effect"), "effect_id", {"act_id": "act_id"}, need)
    return _with(found, source.table("effect"), "closing_effect_id", {"closing_act_id": "act_id"}, need)


def _duties(source: Source, need: Set[str], early: Early) -> Any:
    """Returns owed for the periods asked about, and what came of them."""
    span, act, effect = (source.table(name) for name in ("unit_span", "act", "effect"))
    acts = _with_dead(source, act, "dead_act", "id", "withdrawn_by")
    acts = acts.filter(acts.withdrawn_by.isnull())
    organs = span.filter(span.kind.isin(sorted(kind for kind, each in source.kinds.items() if each.is_organ)))
    came = owed.handed_in(source.table("return_state"), effect, source.duties)
    told = owed.reported(acts, effect, organs, source.duties, source.organs_deep)
    owing = early(owed.rows(span, source.duties))
    return owed.judged(owing, came, told, lambda later, earlier: _days(source, later, earlier))


RELATIONS: Mapping[str, Relation] = {
    "acts": _acts,
    "effects": _effects,
    "topics": _topics,
    "tasks": _tasks,
    "memberships": _memberships,
    "establishment": _spans("establishment", "post_id", "seats"),
    "tenures": _spans("tenure", "person_id", "post_id", "manner"),
    "vacancies": _vacancies,
    "units": _units,
    "pool": _spans("pool_entry", "person_id", "post_id"),
    "ratings": _spans("rating", "person_id", "unit_id", "period", "grade"),
    "unit_ratings": _spans("unit_rating", "unit_id", "period", "grade"),
    "sanctions": _spans("sanction", "person_id", "unit_id", "form"),
    "unit_sanctions": _spans("unit_sanction", "unit_id", "form"),
    "duties": _duties,
}
