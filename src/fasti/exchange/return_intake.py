"""Takes the filled form of a return in: all that it says becomes the sheet in work, or nothing does.

A form of another return, one that somebody else's work has overtaken, or one in which a figure of the register was
changed is refused. Nothing is handed in by it: what still stands in the way of that is told in the cells too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts import findings
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.exchange import placed, return_reading
from fasti.exchange import return_places as places
from fasti.exchange.return_reading import Filled
from fasti.operations import fill_return, naming
from fasti.returns import sheet as sheets


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form. `findings`: why nothing was taken; `lacking`: what stands in the way of handing in."""

    sheet: sheets.Sheet | None = None
    """As it is now kept; None: nothing was taken."""
    findings: tuple[placed.Placed, ...] = ()
    lacking: tuple[placed.Placed, ...] = ()
    notices: tuple[placed.Placed, ...] = ()
    """What the sender should know, and need not correct."""

    @property
    def told(self) -> tuple[placed.Placed, ...]:
        """All of it, as it is put into the cells of a copy."""
        return (*self.findings, *self.lacking, *self.notices)


def take(
    path: Path,
    unit: str,
    form: str,
    period: periods.Period,
    *,
    pack: charter.Pack,
    filled_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Outcome:
    """Keep what a form says as the sheet of a unit's return. Raises `tables.CannotRead`, and `NoSheet` where the unit
    owes no such return.
    """
    filled = return_reading.read(path)
    now = sheets.sheet(pack, form, unit=unit, period=period, day=filled_at.date())
    told = _Told(filled, pack, lang)
    wrong = [*filled.findings, *told.at(_stands_against(filled, now))]
    notices = tuple(told.at(_notices(filled, now, pack))) if _is_of(filled, now) else ()
    if wrong:
        return Outcome(findings=tuple(told.in_order(wrong)), notices=notices)
    about = filled.about
    try:
        kept = fill_return.fill(
            unit, form, period, filled.content, version=about.draft if about else None, pack=pack,
            filled_at=filled_at, actor=actor,
        )  # fmt: skip
    except fill_return.CannotFill as refused:
        return Outcome(findings=tuple(told.in_order(told.at(refused.findings))), notices=notices)
    except fill_return.Stale:
        return Outcome(findings=tuple(told.at([_older(now)])), notices=notices)
    return Outcome(kept, (), tuple(told.in_order(told.at(kept.findings))), notices)


class _Told:
    """Puts findings into the cells they are about, with names in place of ids."""

    def __init__(self, filled: Filled, pack: charter.Pack, lang: str) -> None:
        self._filled, self._names = filled, naming.Names(pack=pack, lang=lang)

    def at(self, found: Iterable[Finding]) -> Iterator[placed.Placed]:
        for each in found:
            cell = self._filled.cells.get(str(each.args.get("figure", "")))
            named = findings.named(each, self._names)
            yield placed.Placed(named, cell.sheet, cell.row, cell.column) if cell else placed.Placed(named)

    def in_order(self, found: Iterable[placed.Placed]) -> list[placed.Placed]:
        """As they stand in the file, what concerns the whole first."""
        titles = dict.fromkeys(cell.sheet for cell in self._filled.cells.values())
        order = {title: at for at, title in enumerate(titles, 1)}
        return sorted(found, key=lambda each: (order.get(each.sheet, 0), each.row, each.column))


def _is_of(filled: Filled, now: sheets.Sheet) -> bool:
    """Whether a form is of this return, in whatever state."""
    about = filled.about
    asked = (now.code, now.form.id, now.period.code)
    return about is not None and (about.unit, about.form, about.period) == asked


def _stands_against(filled: Filled, now: sheets.Sheet) -> Iterator[Finding]:
    """Why a form cannot be the form of this return: another return, an older state, changed or missing lines."""
    about = filled.about
    asked = {"unit": now.unit, "return_form": now.form.id, "period": now.period.code}
    if about is None or not _is_of(filled, now):
        found = f"{about.unit}, {about.form}, {about.period}" if about else ""
        yield Finding("return-form-of-other", {**asked, "value": found})
        return
    if (about.version, about.draft) != (now.version, now.draft_version):
        yield Finding("return-form-older", asked)
    if filled.stamp != places.stamp(about, filled.computed):
        for id in now.form.figures:
            value, register = filled.computed.get(id, ""), now.computed.get(id, "")
            if value != register:
                yield Finding(
                    "return-form-altered", {"figure": id, "value": value or "–", "register": register}
                )
    handed_in = now.form.handed_in
    for each in handed_in.declared if handed_in else ():
        if each.id not in filled.cells:
            yield Finding("return-form-row-missing", {"figure": each.id})


def _older(now: sheets.Sheet) -> Finding:
    args = {"unit": now.unit, "return_form": now.form.id, "period": now.period.code}
    return Finding("return-form-older", args)


def _notices(filled: Filled, now: sheets.Sheet, pack: charter.Pack) -> Iterator[Finding]:
    """What has changed in the register and the rule book since the form was made."""
    if filled.about is None or filled.stamp != places.stamp(filled.about, filled.computed):
        return
    if filled.about.rules != pack.version:
        yield Finding("return-form-other-rules", {})
    for id, value in filled.computed.items():
        register = now.computed.get(id)
        if register is not None and register != value:
            yield Finding("return-register-moved", {"figure": id, "value": value, "register": register})
