"""Fill in several returns at once, as another system sends them: all of them, or none. Nothing is handed in by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.operations import fill_return, own_sheet
from fasti.returns import sheet as sheets


@dataclass(frozen=True, slots=True)
class Entry:
    """What is declared for one return; what else its sheet holds stays."""

    unit: str
    form: str
    period: periods.Period
    declared: Mapping[str, str]
    remarks: Mapping[str, str]


class CannotFillAll(Exception):
    """Something stands in the way of one of the returns: none was filled. Findings by the place of the entry."""

    def __init__(self, found: Mapping[int, Sequence[Finding]]) -> None:
        super().__init__(", ".join(sorted({each.code for listed in found.values() for each in listed})))
        self.findings = dict(found)


def fill_all(
    entries: Sequence[Entry], *, pack: charter.Pack, filled_at: datetime, actor: str | Actor
) -> list[sheets.Sheet]:
    """Put the entries into the sheets, and give the sheets with what they still lack. Raises `CannotFillAll` and
    `CannotCompute`.
    """
    kept: list[sheets.Sheet] = []
    refused: dict[int, Sequence[Finding]] = {}
    with transaction.atomic():
        for at, entry in enumerate(entries):
            try:
                kept.append(_fill(entry, pack, filled_at, actor))
            except (fill_return.CannotFill, own_sheet.NotGranted, sheets.NoSheet) as error:
                refused[at] = error.findings
        if refused:
            raise CannotFillAll(refused)
    return kept


def _fill(entry: Entry, pack: charter.Pack, filled_at: datetime, actor: str | Actor) -> sheets.Sheet:
    held = own_sheet.sheet(
        pack,
        entry.form,
        unit=entry.unit,
        period=entry.period,
        day=filled_at.date(),
        sight=actors.of(actor).sight,
    ).content
    content = {
        **held,
        "declared": {**held.get("declared", {}), **entry.declared},
        "remarks": {**held.get("remarks", {}), **entry.remarks},
    }
    return fill_return.fill(
        entry.unit, entry.form, entry.period, content, pack=pack, filled_at=filled_at, actor=actor
    )
