"""Which acts are behind a figure, and which are not: those that no longer stand, and those that miss by one
condition.
"""

from __future__ import annotations

import contextlib
import functools
import operator
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from fasti import charter
from fasti.acts.models import Act, Effect
from fasti.dates import periods
from fasti.indicators import duties, engines, perimeter
from fasti.indicators import tree as trees

if TYPE_CHECKING:
    from fasti.indicators import relations
    from fasti.indicators.conditions import Asked

WITHDRAWN = "withdrawn"
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class ExplainedEffect:
    """An effect that enters the figure, its subjects by code."""

    ordinal: int
    kind: str
    on: date
    unit: str
    person: str | None
    post: str | None


@dataclass(frozen=True, slots=True)
class ExplainedAct:
    """An act behind the figure, with those of its effects that enter it (none where the act itself is
    counted).
    """

    code: str
    symbol: str
    title: str
    signed_on: date
    issuer: str
    effects: tuple[ExplainedEffect, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An act or effect that would enter the figure but no longer stands, and the act of what day that says
    so.
    """

    act: str
    effect: int | None
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Rows of the period that meet every condition but the one on `column`: how many, and some of their acts."""

    column: str
    num_rows: int
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a figure is, on what it was computed, and a page of the acts behind it, in the order of the
    record.

    For a ratio these are the acts of its numerator; `terms` names the figures it divides, to be explained
    each.
    """

    indicator: str
    definition: Mapping[str, str]
    reference: str
    verified: bool
    terms: tuple[str, ...]
    engine: str
    boundaries: date
    known: date | None
    acts: tuple[ExplainedAct, ...]
    num_acts: int
    left_out: tuple[LeftOut, ...]
    neighbours: tuple[Neighbours, ...]
    duties: tuple[duties.Duty, ...] = ()
    """Of returns owed: what was owed for the period, with the article of each; whoever gave nothing has no act."""


def explain(
    pack: charter.Pack,
    id: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    offset: int = 0,
    limit: int = 50,
    engine: str | None = None,
    database: str = "default",
) -> Explanation:
    """The explanation of one figure of a unit or peer group; raises `CannotCompute`."""
    basis = _basis(pack, unit, period, boundaries, known, engine, database)
    with basis.questions([_asked(pack, id, period)]) as (question,):
        behind, dead = question.behind(), question.dead()
        near = question.near() if limit else {}
    page = {act: behind[act] for act in list(behind)[offset : offset + limit]}
    return basis.explanation(id, num_acts=len(behind), dead=dead, page=page, near=near)


def behind(
    pack: charter.Pack,
    id: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    engine: str | None = None,
    database: str = "default",
) -> dict[int, int]:
    """The acts (ids) behind a figure, in the order of the record, each with how many of its effects enter it.

    1 where the act itself is counted. For doors that tell only those acts that are seen. Raises `CannotCompute`.
    """
    basis = _basis(pack, unit, period, boundaries, known, engine, database)
    with basis.questions([_asked(pack, id, period)]) as (question,):
        return {act: len(effects) for act, effects in question.behind().items()}


def counted(
    pack: charter.Pack,
    ids: Sequence[str],
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    engine: str | None = None,
    database: str = "default",
) -> dict[str, Explanation]:
    """The explanations of several figures without their acts: how many, and what no longer stands.

    Figures that look at the same rows are explained by one statement, so a whole form costs far less than its
    figures one by one. Raises `CannotCompute`.
    """
    asked = {id: _asked(pack, id, period) for id in ids}
    together: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for id, one in asked.items():
        found = one.indicator
        together[(found.relation, found.unit, found.day, found.at)].append(id)
    basis = _basis(pack, unit, period, boundaries, known, engine, database)
    counts: dict[str, tuple[int, list[tuple[int, int, int]]]] = {}
    with basis.questions([asked[group[0]] for group in together.values()]) as questions:
        for question, group in zip(questions, together.values(), strict=True):
            counts.update(zip(group, question.counted([asked[id] for id in group]), strict=True))
    return {id: basis.explanation(id, num_acts=counts[id][0], dead=counts[id][1]) for id in ids}


def owed(
    pack: charter.Pack,
    id: str,
    *,
    period: periods.Period,
    known: date | None = None,
    engine: str | None = None,
    database: str = "default",
) -> tuple[duties.Duty, ...]:
    """The duties behind a figure of returns owed, each with its article; of any other figure none."""
    if pack.indicator(id).relation != duties.RELATION:
        return ()
    with engines.opened(engine, known=known, database=database) as opened:
        return duties.of(pack, [period], perimeter.standings(opened))


def _asked(pack: charter.Pack, id: str, period: periods.Period) -> Asked:
    """What a figure counts, for a ratio its numerator, with groups put into codes."""
    from fasti.indicators.conditions import Asked

    declared = pack.indicator(id)
    counted = pack.indicator(declared.numerator) if declared.numerator else declared
    since = period.starts_on if counted.day else None
    return Asked(pack.resolved(counted.id, as_of=period.last_day, since=since), period)


@dataclass(frozen=True)
class _Basis:
    """What every explanation of one unit or peer group for a period stands on and says alike."""

    pack: charter.Pack
    unit: str
    period: periods.Period
    day: date
    """The boundaries."""
    known: date | None
    engine: str
    database: str

    @contextlib.contextmanager
    def questions(self, asked: Sequence[Asked]) -> Iterator[list[_Question]]:
        """What is asked, put to the engine over the perimeter; raises `CannotCompute`."""
        from fasti.indicators import scans

        with engines.opened(self.engine, known=self.known, database=self.database) as opened:
            ground = perimeter.ground(
                opened,
                self.unit,
                pack=self.pack,
                day=self.day,
                as_of=self.period.last_day,
                database=self.database,
            )
            standing = perimeter.standings(opened)
            source = scans.source(asked, opened, ground.kinds, pack=self.pack, standing=standing)
            yield [_Question(one, source, opened, ground.tree, ground.around) for one in asked]

    def explanation(
        self,
        id: str,
        *,
        num_acts: int,
        dead: Sequence[tuple[int, int, int]],
        page: Mapping[int, Sequence[int]] | None = None,
        near: Mapping[str, Sequence[int]] | None = None,
    ) -> Explanation:
        declared = self.pack.indicator(id)
        return Explanation(
            indicator=id,
            definition={lang: self.pack.name("definition", id, lang) for lang in self.pack.languages},
            reference=declared.reference,
            verified=declared.verified,
            terms=tuple(filter(None, (declared.numerator, declared.denominator))),
            engine=self.engine,
            boundaries=self.day,
            known=self.known,
            acts=_acts(page or {}, self.database),
            num_acts=num_acts,
            left_out=_left_out(dead, self.database),
            neighbours=_neighbours(near or {}, self.database),
            duties=owed(
                self.pack,
                id,
                period=self.period,
                known=self.known,
                engine=self.engine,
                database=self.database,
            ),
        )


def _basis(
    pack: charter.Pack,
    unit: str,
    period: periods.Period,
    boundaries: date | None,
    known: date | None,
    engine: str | None,
    database: str,
) -> _Basis:
    """The basis with what was left open: the boundaries of the period's last day, the engine of the settings."""
    day, name = boundaries or period.last_day, engines.chosen(engine, known=known)
    return _Basis(pack, unit, period, day, known, name, database)


@dataclass(frozen=True)
class _Question:
    """One indicator asked of one perimeter."""

    asked: Asked
    source: relations.Source
    engine: engines.Engine
    tree: trees.Tree
    around: perimeter.Perimeter

    @property
    def name(self) -> str:
        return str(self.asked.indicator.relation)

    @property
    def keys(self) -> tuple[str, str | None]:
        """The columns of the act behind a row, and of its effect: those that ended it if its end is counted."""
        if self.name in ("acts", "tasks"):
            return "act_id", None
        ended = self.asked.indicator.day == "ends_before"
        return ("closing_act_id", "closing_effect_id") if ended else ("act_id", "effect_id")

    def table(self) -> Any:
        from fasti.indicators import scans

        return scans.rows_of([self.asked], self.source, more=frozenset(filter(None, self.keys)))

    def behind(self) -> dict[int, list[int]]:
        """The effects that enter the figure, by act, in the order of the record."""
        found: dict[int, list[int]] = defaultdict(list)
        for act, effect, _ in self._rows("behind", self._behind):
            if act:  # What was owed and never came has none.
                found[act].append(effect)
        return dict(sorted(found.items()))

    def _behind(self) -> Any:
        from fasti.indicators import conditions, scans

        table = scans.living(self.table(), self.name, self.source)
        return self._chosen(table.filter(conditions.test(self.asked, table)), None, {})

    def dead(self) -> list[tuple[int, int, int]]:
        """Rows that would enter it but no longer stand: act, effect (0: the act), act that says so."""
        from fasti.indicators import relations

        if relations.is_live(self.name, self.source) is None:
            return []
        return sorted(self._rows("dead", self._dead))

    def _dead(self) -> Any:
        from fasti.indicators import conditions, relations

        table, says = self.table(), relations.is_live(self.name, self.source)
        return self._chosen(
            table.filter(conditions.test(self.asked, table) & table[says].notnull()), says, {}
        )

    def counted(self, several: Sequence[Asked]) -> list[tuple[int, list[tuple[int, int, int]]]]:
        """Of each of several indicators of the same rows: how many acts are behind it, and what is `dead`."""
        names = [f"t{i}" for i in range(len(several))]
        rows = self._inside(
            ("counted", several), lambda: self._counted(several), ("act", "effect", "extra", *names)
        )
        found = []
        for name in names:
            act, effect, by = (rows[column][rows[name] == 1] for column in ("act", "effect", "extra"))
            dead = zip(*(column[by != 0].tolist() for column in (act, effect, by)), strict=True)
            found.append((len(np.unique(act[(by == 0) & (act != 0)])), sorted(dead)))
        return found

    def _counted(self, several: Sequence[Asked]) -> Any:
        from fasti.indicators import conditions, relations, scans

        more = frozenset(filter(None, self.keys))
        table = scans.rows_of(several, self.source, more=more)
        says = relations.is_live(self.name, self.source)
        tests = {f"t{i}": _sure(conditions.test(one, table)) for i, one in enumerate(several)}
        chosen = self._chosen(table, says, tests)
        return chosen.filter(conditions.joined([chosen[name] == 1 for name in tests], operator.or_))

    def near(self) -> dict[str, list[int]]:
        """The acts of rows that fail one condition only, by its column."""
        from fasti.indicators import conditions, scans

        table = scans.living(self.table(), self.name, self.source)
        parts = conditions.parts(self.asked, table)
        if not parts:
            return {}
        misses = {name: test.ifelse(0, 1) for name, test in parts.items()}
        one = functools.reduce(operator.add, misses.values()) == 1
        nth = functools.reduce(operator.add, (miss * i for i, miss in enumerate(misses.values())))
        table = table.mutate(missed=nth)
        missing = table.filter(conditions.when(self.asked, table) & one)
        found: dict[str, list[int]] = defaultdict(list)
        for act, _, missed in self._rows("near", lambda: self._chosen(missing, "missed", {})):
            found[list(parts)[missed]].append(act)
        return found

    def _rows(self, what: str, make: Callable[[], Any]) -> Iterable[tuple[int, int, int]]:
        """Act, effect and `extra` of the rows chosen that belong in the perimeter; 0 for none."""
        rows = self._inside((what, self.asked), make, ("act", "effect", "extra"))
        return zip(*(rows[name].tolist() for name in ("act", "effect", "extra")), strict=True)

    def _chosen(self, table: Any, extra: str | None, more: Mapping[str, Any]) -> Any:
        """The unit of each row, its act, effect and `extra` (0 for none), and `more`."""
        act, effect = self.keys
        return table.select(
            unit=table[self.asked.indicator.unit],
            act=table[act].fill_null(0),
            effect=table[effect].fill_null(0) if effect else 0,
            extra=table[extra].fill_null(0) if extra else 0,
            **more,
        )

    def _inside(self, of: tuple[Any, ...], make: Callable[[], Any], names: Sequence[str]) -> dict[str, Any]:
        """The columns of the rows that belong in the perimeter; `of` says what `make` chooses."""
        from fasti.indicators import scans

        rows = self.engine.answer(scans.statement(("explain", *of), self.source, make))
        places = self.tree.places(np.asarray(rows["unit"], np.int64))
        inside = np.zeros(len(places), bool)
        for low, high in self.around.whole:
            inside |= (low <= places) & (places < high)
        return {name: np.asarray(rows[name], np.int64)[inside] for name in names}


def _sure(test: Any) -> Any:
    """A test as 1 or 0; where nothing can be said, 0."""
    import ibis

    return ibis.coalesce(test, False).ifelse(1, 0)


def _acts(wanted: Mapping[int, Sequence[int]], database: str) -> tuple[ExplainedAct, ...]:
    acts = Act.objects.using(database).select_related("issuer").in_bulk(list(wanted))
    ids = [effect for effects in wanted.values() for effect in effects if effect]
    effects = Effect.objects.using(database).select_related("unit", "person", "post").in_bulk(ids)
    found = []
    for id, own in wanted.items():
        act = acts[id]
        rows = [effects[effect] for effect in sorted({effect for effect in own if effect})]
        found.append(
            ExplainedAct(
                act.code, act.symbol, act.title, act.signed_on, act.issuer.code, tuple(map(_effect, rows))
            )
        )
    return tuple(found)


def _effect(row: Effect) -> ExplainedEffect:
    person, post = row.person.code if row.person else None, row.post.code if row.post else None
    return ExplainedEffect(row.ordinal, row.kind, row.on, row.unit.code, person, post)


def _left_out(rows: Sequence[tuple[int, int, int]], database: str) -> tuple[LeftOut, ...]:
    acts = (
        Act.objects.using(database)
        .select_related("issuer")
        .in_bulk([id for row in rows for id in (row[0], row[2])])
    )
    ids = [row[1] for row in rows]
    ordinals = dict(Effect.objects.using(database).filter(id__in=ids).values_list("id", "ordinal"))
    return tuple(
        LeftOut(acts[act].code, ordinals.get(effect), WITHDRAWN, acts[by].code, acts[by].signed_on)
        for act, effect, by in rows
    )


def _neighbours(near: Mapping[str, Sequence[int]], database: str) -> tuple[Neighbours, ...]:
    found = []
    for column, ids in near.items():
        some = sorted(Counter(ids))[:EXAMPLES]
        acts = Act.objects.using(database).select_related("issuer").in_bulk(some)
        found.append(Neighbours(column, len(ids), tuple(acts[id].code for id in some if id in acts)))
    return tuple(found)
