"""Takes an ADX message of another system in: what it declares fills sheets of returns, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fasti import charter
from fasti.access import actor as actors
from fasti.access import rights
from fasti.access.actor import Actor
from fasti.acts import findings
from fasti.acts.findings import Finding
from fasti.exchange import adx_reading, placed, return_data
from fasti.exchange.adx_reading import Group, Message
from fasti.operations import fill_returns, granted, naming
from fasti.returns import sheet as sheets
from fasti.subjects.models import Unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message. `findings`: why nothing was taken; `lacking`: what the sheets still lack."""

    sheets: tuple[sheets.Sheet, ...] = ()
    findings: tuple[placed.Placed, ...] = ()
    lacking: tuple[placed.Placed, ...] = ()
    notices: tuple[placed.Placed, ...] = ()


def take(
    path: Path,
    *,
    form: str = "",
    pack: charter.Pack,
    filled_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Outcome:
    """Fill the sheets of the returns a message speaks of. `form`: of groups that name none. Raises
    `tables.CannotRead`, and `CannotCompute`.
    """
    message = adx_reading.read(path, pack=pack, form=form)
    told = _Told(path.name, pack, lang)
    wrong = [*message.findings, *told.at(_twice(message)), *told.at(_not_granted(message, actor, pack))]
    if not message.groups and not wrong:
        wrong.append(placed.Placed(Finding("nothing-to-import", {"file": path.name})))
    if wrong:
        return Outcome(findings=tuple(map(told.named, wrong)), notices=tuple(message.notices))
    entries = [
        fill_returns.Entry(each.unit, each.form, each.period, each.declared, each.remarks)
        for each in message.groups
    ]
    try:
        kept = fill_returns.fill_all(entries, pack=pack, filled_at=filled_at, actor=actor)
    except fill_returns.CannotFillAll as refused:
        pairs = [(message.groups[at], each) for at, listed in refused.findings.items() for each in listed]
        return Outcome(findings=tuple(told.at(pairs)), notices=tuple(message.notices))
    filled = list(zip(message.groups, kept, strict=True))
    lacking = told.at((group, each) for group, sheet in filled for each in sheet.findings)
    differing = told.at((group, each) for group, sheet in filled for each in _differences(group, sheet))
    return Outcome(tuple(kept), (), tuple(lacking), (*message.notices, *differing))


class _Told:
    """Puts findings at the lines they are about, with names in place of ids."""

    def __init__(self, file: str, pack: charter.Pack, lang: str) -> None:
        self._file, self._names = file, naming.Names(pack=pack, lang=lang)

    def at(self, found: Iterable[tuple[Group, Finding]]) -> Iterator[placed.Placed]:
        for group, each in found:
            line = group.lines.get(str(each.args.get("figure", "")), group.line)
            yield self.named(placed.Placed(each, self._file, line))

    def named(self, each: placed.Placed) -> placed.Placed:
        """The same with names."""
        found = findings.named(each.finding, self._names)
        return placed.Placed(found, each.sheet, each.row, each.column)


def _asked(group: Group) -> dict[str, object]:
    return {"unit": group.unit, "return_form": group.form, "period": group.period.code}


def _twice(message: Message) -> Iterator[tuple[Group, Finding]]:
    seen: set[tuple[str, ...]] = set()
    for group in message.groups:
        asked = (group.unit, group.form, group.period.code)
        if asked in seen:
            yield group, Finding("return-given-twice", _asked(group))
        seen.add(asked)


def _not_granted(message: Message, actor: str | Actor, pack: charter.Pack) -> Iterator[tuple[Group, Finding]]:
    """Units for which somebody may not draft, or does not see all figures: those of the register are compared. A code
    that is nobody's is refused in the same words as a unit out of reach.
    """
    who = actors.of(actor)
    if granted.is_everything(who.sight):
        return
    codes = {group.unit for group in message.groups}
    ids = dict(Unit.objects.filter(code__in=codes).values_list("code", "id"))
    who.sight.learn(ids.values())
    for group in message.groups:
        id = ids.get(group.unit)
        if not who.sight.may(rights.DRAFT, id):
            right = rights.DRAFT
        elif id is None or who.sight.limit(id) != 0:
            right = rights.FIGURES
        else:
            continue
        article = granted.granted_by(right, pack=pack, as_of=who.sight.day)
        args: dict[str, object] = {"right": right, "unit": group.unit, "article": article}
        yield group, Finding("not-granted", args, article)


def _differences(group: Group, sheet: sheets.Sheet) -> Iterator[Finding]:
    """Figures that the other system gives otherwise than the register: the register's are handed in."""
    for id, value in group.computed.items():
        register = sheet.computed.get(id, "")
        if value not in (register, return_data.decimal(register) if register else ""):
            yield Finding("return-not-registers", {"figure": id, "value": value, "register": register})
