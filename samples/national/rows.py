"""The rows of a book, table by table, as the database has them: acts in their chain, effects, identities, spans."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from fasti.acts import chain
from fasti.subjects import names
from samples.national.book import ABBREVIATIONS, KINDS, NONE, TYPES, YEARS, Ints, Numbered
from samples.national.plan import OFFICES, Plan
from samples.national.story import FAMILIES, GIVEN

DAYS = ("on", "starts_on", "ends_before", "signed_on", "in_force_on", "due_on", "born_on")
REFERENCES = ("opened_by_id", "closed_by_id")
_ORDER = ("unit", "post", "person", "act", "effect", "relation", "task", "unit_span", "lineage", "membership",
          "establishment", "tenure", "rating", "unit_rating", "vacancy")  # fmt: skip


@dataclass
class Numbers:
    """The next free number of each table whose rows have no number of their own, and the codes that chains name."""

    plan: Plan
    version: str
    with_chain: bool = True
    """Without it rows have what the column store holds: no hashes, no names, no words of acts."""
    next_: dict[str, int] = field(default_factory=dict)
    codes: dict[tuple[str, int], str] = field(default_factory=dict)
    _passing: list[tuple[str, int]] = field(default_factory=list)

    def take(self, table: str, num: int) -> Ints:
        first = self.next_.get(table, 1)
        self.next_[table] = first + num
        return np.arange(first, first + num)

    def learn(self, kind: str, ids: Sequence[int], codes: Sequence[str]) -> None:
        self.codes.update(zip(((kind, id) for id in ids), codes, strict=True))

    def turn(self) -> None:
        """Begin a district's book: the codes of the one before are named by nobody any more."""
        for key in self._passing:
            del self.codes[key]
        self._passing = []

    def learn_here(self, kind: str, ids: Sequence[int], codes: Sequence[str]) -> None:
        """Codes that only this book names."""
        self.learn(kind, ids, codes)
        self._passing += [(kind, id) for id in ids]

    def act(self, id: int) -> str:
        return self.codes[("act", id)]


def recorded_at(years: Ints, place: int) -> list[datetime]:
    """The moment at which the book of a year was entered: in the next January, one issuer after the other."""
    found = {
        year: datetime(YEARS[0] + year + 1, 1, 5, tzinfo=UTC) + timedelta(seconds=place)
        for year in set(years.tolist())
    }
    return [found[year] for year in years.tolist()]


def tables(numbered: Numbered, place: int, numbers: Numbers) -> Iterator[tuple[str, pa.Table]]:
    """The rows of a book by table, references before what refers to them. `place`: that of the book."""
    found = {
        table: _merged(numbered.book.rows.get(table, ()))
        for table in _ORDER
        if table not in ("act", "effect")
    }
    record = (
        _record(numbered, found, place, numbers) if numbers.with_chain else _filed(numbered, numbers.plan)
    )
    for table in _ORDER:
        if table in ("act", "effect"):
            yield next(record)
        elif found[table]:
            yield table, _others(table, found[table], numbered, numbers)


def _record(
    numbered: Numbered, found: Mapping[str, Mapping[str, Any]], place: int, numbers: Numbers
) -> Iterator[tuple[str, pa.Table]]:
    """Acts and effects as the database has them."""
    _learn(found, numbers, is_passing=numbered.book.level == "district")
    times = recorded_at(numbered.years, place)
    yield "act", _acts(numbered, times, numbers, _links(numbered, found))
    yield "effect", _effects(numbered, times, numbers.plan)


def _filed(numbered: Numbered, plan: Plan) -> Iterator[tuple[str, pa.Table]]:
    """Acts and effects as the column store has them."""
    signed, kinds, in_force, _ = numbered.acts
    types = pa.array(TYPES).take(pa.array(kinds))
    issuer = np.full(len(signed), numbered.book.issuer)
    yield (
        "act",
        pa.table({
            "id": numbered.act_id, "issuer_id": issuer, "type": types, "signed_on": _days(signed),
            "in_force_on": _days(in_force),
        }),
    )  # fmt: skip
    yield "effect", pa.table(_effect_columns(numbered, plan))


def _merged(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The columns of all rows; what only some have is none for the others."""
    names = dict.fromkeys(name for each in rows for name in each)
    found: dict[str, Any] = {}
    for name in names:
        parts = [each.get(name, [NONE] * len(next(iter(each.values())))) for each in rows]
        is_text = any(len(part) and isinstance(part[0], (str, dict)) for part in parts)
        found[name] = (
            [value for part in parts for value in (part.tolist() if isinstance(part, np.ndarray) else part)]
            if is_text
            else np.concatenate([np.asarray(part, np.int64) for part in parts])
        )
    return found


def _learn(found: Mapping[str, Mapping[str, Any]], numbers: Numbers, *, is_passing: bool) -> None:
    numbers.turn()
    learn = numbers.learn_here if is_passing else numbers.learn
    for kind in ("unit", "post"):
        if found[kind]:
            learn(kind, found[kind]["id"].tolist(), found[kind]["code"])


def _links(numbered: Numbered, found: Mapping[str, Mapping[str, Any]]) -> dict[int, dict[str, list[Any]]]:
    """Relations and tasks by the number of their act."""
    links: dict[int, dict[str, list[Any]]] = {}
    for table, wanted in (
        ("relation", ("kind", "target_outside")),
        ("task", ("ordinal", "group", "text", "unit_id", "due_on")),
    ):
        if found[table]:
            acts = numbered.act_of[found[table]["act_id"]].tolist()
            for act, *values in zip(acts, *(list(found[table][name]) for name in wanted), strict=True):
                links.setdefault(act, {}).setdefault(table, []).append(values)
    return links


def date_of(number: int) -> str:
    """The day of a number, as ISO."""
    return _iso(int(number))


@functools.lru_cache(20_000)
def _iso(number: int) -> str:
    return str(np.datetime64(number, "D"))


def _acts(numbered: Numbered, times: list[datetime], numbers: Numbers, links: Mapping[int, Any]) -> pa.Table:
    book = numbered.book
    signed, kinds, in_force, titles = numbered.acts
    series, number = numbered.series()
    num, issuer = len(signed), numbers.codes[("unit", book.issuer)]
    types = [TYPES[each] for each in kinds.tolist()]
    symbols = [
        f"{n:02d}-{ABBREVIATIONS[type]}/{book.sign}" for n, type in zip(number.tolist(), types, strict=True)
    ]
    ids = numbered.act_id.tolist()
    codes = [f"{issuer}:{each}:{n}" for each, n in zip(series, number.tolist(), strict=True)]
    if book.level == "centre":
        numbers.learn("act", ids, codes)
    capacities = numbered.capacities()
    sealed = [""] * (num + 1)
    if numbers.with_chain:
        heads = zip(types, series, number.tolist(), symbols, titles.tolist(), signed.tolist(), in_force.tolist(), times,
                    ids, capacities, strict=True)  # fmt: skip
        sealed = _chained(numbered, issuer, list(heads), numbers, links)
    return pa.table({
        "id": numbered.act_id, "issuer_id": np.full(num, book.issuer), "type": types, "series": series,
        "number": number,
        "symbol": symbols, "title": [book.titles[each] for each in titles.tolist()], "language": ["vi"] * num,
        "signed_on": _days(signed), "in_force_on": _days(in_force), "confidentiality": ["normal"] * num,
        "signer_id": np.full(num, book.signer[0]), "signer_post_id": np.full(num, book.signer[1]),
        "capacity": capacities,
        "charter_version": [numbers.version] * num, "recorded_at": _instants(times), "sequence": np.arange(1, num + 1),
        "previous_hash": sealed[:-1], "hash": sealed[1:],
    })  # fmt: skip


def _chained(
    numbered: Numbered, issuer: str, heads: Sequence[Any], numbers: Numbers, links: Mapping[int, Any]
) -> list[str]:
    """The hash before each act and after the last."""
    found, book = [chain.GENESIS], numbered.book
    effects = _told(numbered, numbers)
    starts = numbered.starts.tolist()
    for at, (type_, series, number, symbol, title, signed, in_force, time, id, capacity) in enumerate(heads):
        record: dict[str, Any] = {
            "issuer": issuer, "type": type_, "series": series, "number": number, "symbol": symbol,
            "title": numbered.book.titles[title], "language": "vi", "signer": person_code(book.signer[0]),
            "signer_post": numbers.codes[("post", book.signer[1])], "capacity": capacity, "signed_on": date_of(signed),
            "in_force_on": date_of(in_force), "confidentiality": "normal", "charter_version": numbers.version,
            "recorded_at": time.isoformat(), "sequence": at + 1, "previous_hash": found[-1],
        }  # fmt: skip
        if told := effects[starts[at] : starts[at + 1]]:
            record["effects"] = told
        found.append(chain.digest(record | _linked(links.get(id, {}), numbers)))
    return found


def _linked(links: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if relations := links.get("relation"):
        found["relations"] = sorted([kind, numbers.act(int(target))] for kind, target in relations)
    if tasks := links.get("task"):
        found["tasks"] = [
            {"ordinal": int(ordinal), "group": group, "text": text, "unit": numbers.codes[("unit", int(unit))],
             "due_on": date_of(due)}
            for ordinal, group, text, unit, due in sorted(tasks)
        ]  # fmt: skip
    return found


def _told(numbered: Numbered, numbers: Numbers) -> list[dict[str, Any]]:
    """Each effect as its act's hash covers it."""
    columns = [each.tolist() for each in (numbered.ordinals, *numbered.effects[1:])]
    codes, data = numbers.codes, numbered.book.data
    found = []
    for ordinal, kind, on, unit, person, post, other, datum in zip(*columns, strict=True):
        told: dict[str, Any] = {
            "ordinal": ordinal,
            "kind": KINDS[kind],
            "on": date_of(on),
            "unit": codes[("unit", unit)],
        }
        if person != NONE:
            told["person"] = person_code(person)
        if post != NONE:
            told["post"] = codes[("post", post)]
        if other != NONE:
            told["other_unit"] = codes[("unit", other)]
        if datum:
            told["data"] = data[datum]
        found.append(told)
    return found


def person_code(id: int) -> str:
    """The code of a person: it means nothing."""
    return f"Q{id:08d}"


def _effects(numbered: Numbered, times: list[datetime], plan: Plan) -> pa.Table:
    at, *_, other, datum = numbered.effects
    texts = pa.array([json.dumps(each, ensure_ascii=False) for each in numbered.book.data])
    return pa.table({
        **_effect_columns(numbered, plan), "other_unit_id": _ids(other), "data": texts.take(pa.array(datum)),
        "recorded_at": _instants(times).take(pa.array(at)),
    })  # fmt: skip


def _effect_columns(numbered: Numbered, plan: Plan) -> dict[str, Any]:
    """What the column store holds of effects, and the database as well."""
    at, kind, on, unit, person, post, _, datum = numbered.effects
    reasons = pa.array([each.get("reason") for each in numbered.book.data], pa.string())
    signed, types = numbered.acts[0], numbered.acts[1]
    return {
        "id": numbered.effect_id, "act_id": numbered.act_id[at], "ordinal": numbered.ordinals,
        "kind": pa.array(KINDS).take(pa.array(kind)), "on": _days(on), "unit_id": unit, "person_id": _ids(person),
        "post_id": _ids(post), "reason": reasons.take(pa.array(datum)), "signed_on": _days(signed[at]),
        "act_type": pa.array(TYPES).take(pa.array(types[at])), "issuer_id": np.full(len(at), numbered.book.issuer),
        "office": pa.array(OFFICES).take(pa.array(plan.office_of(post), mask=post == NONE)),
    }  # fmt: skip


def _others(table: str, columns: Mapping[str, Any], numbered: Numbered, numbers: Numbers) -> pa.Table:
    """Rows of the other tables with the numbers of the whole body."""
    found = dict(columns)
    if table == "person" and numbers.with_chain:
        found = _persons(found)
    for name in REFERENCES:
        if name in found:
            own = numbered.effect_of[found[name]]
            outside = found.pop(name.replace("_by_id", "_outside"), own)
            found[name] = _ids(np.where(outside > 0, outside, own))
    if table in ("relation", "task"):
        found = _in_order(table, found, numbered)
    if "target_outside" in found:
        found["target_id"] = found.pop("target_outside")
    if called := found.pop("names", None):
        found |= (
            {"names": [json.dumps(each, ensure_ascii=False) for each in called]} if numbers.with_chain else {}
        )
    if "parent_id" in found:
        found["parent_id"] = _ids(found["parent_id"])
    if "id" not in found:
        found = {"id": numbers.take(table, len(next(iter(found.values())))), **found}
    return pa.table({name: _days(each) if name in DAYS else each for name, each in found.items()})


def _in_order(table: str, columns: Mapping[str, Any], numbered: Numbered) -> dict[str, Any]:
    """Relations or tasks in the order of their acts, with numbers."""
    acts = numbered.act_of[columns["act_id"]]
    order = np.lexsort((columns.get("ordinal", acts), acts))
    sorted_ = {
        name: [each[at] for at in order.tolist()] if isinstance(each, list) else each[order]
        for name, each in columns.items()
    }
    return {"id": numbered.link_ids(table, acts[order]), **sorted_, "act_id": acts[order]}


def _persons(columns: Mapping[str, Any]) -> dict[str, Any]:
    family = [FAMILIES[each] for each in columns["family"].tolist()]
    given = [GIVEN[each] for each in columns["given"].tolist()]
    full = [f"{one} {two}" for one, two in zip(family, given, strict=True)]
    return {
        "id": columns["id"], "code": [person_code(each) for each in columns["id"].tolist()], "family_name": family,
        "given_name": given, "full_name": full, "search_name": [_folded(each) for each in full], "sex": columns["sex"],
        "born_on": columns["born_on"],
    }  # fmt: skip


@functools.lru_cache(4_000)
def _folded(name: str) -> str:
    return names.fold(name)


def _days(numbers: Ints) -> pa.Array:
    return pa.array(np.asarray(numbers, np.int32), mask=np.asarray(numbers) == NONE).cast(pa.date32())


def _ids(numbers: Ints) -> pa.Array:
    return pa.array(numbers, mask=np.asarray(numbers) == NONE)


def _instants(times: Sequence[datetime]) -> pa.Array:
    return pa.array([f"{each:%Y-%m-%d %H:%M:%S}.000000" for each in times])
