"""The cases of a pack: a sentence, a day, what is asked, what the rule book must answer.

`run` asks every case; `uncovered` names each change of a rule that no case asks about on the day before and
on the day itself (for a duty to report: about a period before and a period after).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fasti.charter import findings, lookup, reading, scoring
from fasti.charter import pack as packs
from fasti.dates import periods

Question = Callable[[packs.Pack, Any, date], Any]
NO_RULE = "no rule"
QUESTIONS: Mapping[str, Question] = {
    "unit_kind": lambda pack, id, day: pack.unit_kind(id, as_of=day),
    "unit_kinds": lambda pack, args, day: pack.unit_kinds(as_of=day, **args),
    "office": lambda pack, id, day: pack.office(id, as_of=day),
    "managed_by": lambda pack, by, day: pack.managed(by, as_of=day),
    "ex_officio": lambda pack, id, day: pack.ex_officio(id, as_of=day),
    "act_type": lambda pack, id, day: pack.act_type(id, as_of=day),
    "bucket": lambda pack, id, day: pack.bucket(id, as_of=day),
    "authority": lambda pack, args, day: pack.authority(**args, as_of=day),
    "numbering": lambda pack, args, day: pack.numbering(**args, as_of=day),
    "relation": lambda pack, id, day: pack.relation(id, as_of=day),
    "effects_allowed": lambda pack, id, day: pack.effects_allowed(id, as_of=day),
    "value": lambda pack, key, day: pack.value(key, as_of=day),
    "sanction": lambda pack, id, day: pack.sanction(id, as_of=day),
    "age_bands": lambda pack, _, day: pack.age_bands(as_of=day),
    "form": lambda pack, id, day: pack.form(id, as_of=day),
    "obligation": lambda pack, args, day: pack.obligation(
        args["form"], level=args["level"], period=periods.Period.parse(str(args["period"]))
    ),
    "peer_group": lambda pack, code, day: pack.peer_group(code, as_of=day),
    "ranking": lambda pack, _, day: pack.ranking(as_of=day),
    "scorecard": lambda pack, id, day: pack.scorecard(id, as_of=day),
    "points": lambda pack, args, day: scoring.given(
        pack.scorecard(args["scorecard"], as_of=day), args["criterion"], args["value"]
    ),
    "layout": lambda pack, kind, day: pack.layout(kind, as_of=day),
    "classes": lambda pack, _, day: pack.classes(as_of=day),
    "grant": lambda pack, id, day: pack.grant(id, as_of=day),
    "four_eyes": lambda pack, _, day: pack.four_eyes(as_of=day),
}


# What a question needs besides the day: an id, unless it stands here with the names of its arguments.
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "unit_kinds": ("level",),
    "authority": ("kind", "act_type"),
    "numbering": ("kind", "act_type"),
    "obligation": ("form", "level", "period"),
    "points": ("scorecard", "criterion", "value"),
}


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case asked of one subject: `message` says what differed, "" if nothing."""

    file: str
    line: int
    case: str
    subject: str
    message: str

    @property
    def is_ok(self) -> bool:
        """Whether the rule book answered as expected."""
        return not self.message

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.case} [{self.subject}] {self.message or 'ok'}"


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A change of a rule that no case asks about on one of its sides (`day`)."""

    table: str
    key: str
    day: date

    def __str__(self) -> str:
        return f"{self.table}.{self.key}: no case asks on {self.day}"


def run(pack: packs.Pack) -> tuple[CaseResult, ...]:
    """The results of every case of the pack, a case with a list of subjects once for each."""
    return tuple(result for document, i, case in _cases(pack) for result in _results(pack, document, i, case))


def uncovered(pack: packs.Pack) -> tuple[Uncovered, ...]:
    """The sides of changes no case asks about; none in a pack that is tested whole."""
    asked: set[lookup.Asked] = set()
    pack.trace(asked)
    run(pack)
    pack.trace(None)
    return tuple(
        side for table, series in pack.changes() for side in _sides(asked, table, series.key, series.changes)
    )


def _sides(asked: set[lookup.Asked], table: str, key: str, changes: tuple[date, ...]) -> Iterator[Uncovered]:
    days = {day for where, what, day in asked if (where, what) == (table, key)}
    for change in changes:
        before = change - timedelta(days=1)
        exact = table != "obligations"
        if not (before in days if exact else any(day < change for day in days)):
            yield Uncovered(table, key, before)
        if not (change in days if exact else any(day >= change for day in days)):
            yield Uncovered(table, key, change)


def _cases(pack: packs.Pack) -> Iterator[tuple[reading.Document, int, Mapping[str, Any]]]:
    for document in pack._cases.values():
        yield from ((document, i, case) for i, case in enumerate(document.data))


def _results(
    pack: packs.Pack, document: reading.Document, i: int, case: Mapping[str, Any]
) -> Iterator[CaseResult]:
    ((question, given),) = case["given"].items()
    for subject in given if isinstance(given, list) else [given]:
        message = _asked(pack, question, subject, case["day"], case["expected"])
        yield CaseResult(
            document.file, document.line((i,)), case["case"], f"{question} {_short(subject)}", message
        )


def _asked(pack: packs.Pack, question: str, subject: Any, day: date, expected: Any) -> str:
    try:
        answer = plain(QUESTIONS[question](pack, subject, day))
    except findings.NoRule as refusal:
        return "" if expected == NO_RULE else str(refusal)
    if expected == NO_RULE:
        return f"expected no rule, but found {answer}"
    return "; ".join(_differences(expected, answer, ""))


def _differences(expected: Any, answer: Any, place: str) -> Iterator[str]:
    """Where the answer differs: mappings in the keys expected, lists as wholes or in what they include."""
    if isinstance(expected, Mapping) and isinstance(answer, Mapping):
        for key, wanted in expected.items():
            yield from _differences(wanted, answer.get(key), f"{place}{key} ")
    elif isinstance(expected, Mapping) and isinstance(answer, list):
        yield from (f"{place}lacks {x}" for x in expected.get("includes", ()) if x not in answer)
        yield from (f"{place}holds {x}" for x in expected.get("excludes", ()) if x in answer)
        if expected.get("count", len(answer)) != len(answer):
            yield f"{place}has {len(answer)} entries, not {expected['count']}"
    elif expected != answer:
        yield f"{place}is {answer}, not {expected}"


def plain(answer: Any) -> Any:
    """A record as plain data: mappings, lists, text, numbers, days; fractions as text."""
    if dataclasses.is_dataclass(answer):
        return {field.name: plain(getattr(answer, field.name)) for field in dataclasses.fields(answer)}
    if isinstance(answer, Mapping):
        return {key: plain(part) for key, part in answer.items()}
    if isinstance(answer, tuple | list):
        return [plain(part) for part in answer]
    return answer if answer is None or isinstance(answer, bool | int | str | date) else str(answer)


def _short(subject: Any) -> str:
    return " ".join(map(str, subject.values())) if isinstance(subject, Mapping) else str(subject)
