"""Returns put together as somebody may be told them: whole to those above, without small cells to the units beside.

Every door asks here. What is too small, and what it could be worked out from, is suppressed as in every other report:
the figures of single units, their sums, and the register's beside them, for one gives the other away. Of a return
handed in by an act above the reader's clearance nothing is told that only it says, and no sum of what units declare.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from fasti import charter, words
from fasti.access.sight import Sight
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import given_figures
from fasti.indicators import figures
from fasti.reports import discretion, returned, stated, suppression
from fasti.returns import consolidate, expected

WITHHELD = "*"
"""Stands for a figure that is not told."""
_GIVEN, _NOW, _REST = ("given",), ("now",), ("now", "~rest")
_PART, _WHOLE = "~part", "~whole"


def overview(
    pack: charter.Pack,
    form: str,
    sight: Sight,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
) -> expected.Overview:
    """Who owes a return, without acts, for whoever may see figures of all of them; `NotGranted`, `CannotCompute`."""
    found = expected.expected(pack, form, unit=unit, period=period, boundaries=boundaries, known=known)
    discretion.limits(sight, unit, [row.unit for row in found.rows])
    return replace(found, rows=tuple(replace(row, submission=None, act="") for row in found.rows))


def overview_seen(
    pack: charter.Pack,
    form: str,
    sight: Sight,
    *,
    unit: str,
    period: periods.Period,
    known: date | None = None,
) -> expected.Overview:
    """Who owes a return beneath a unit, as far as it is seen; of a peer group all, for whoever is told its figures.

    Of a unit beside only what became of its duty is told, never its return. Raises `returned.NotGranted`, `NoRule` and
    `CannotCompute`.
    """
    try:
        return returned.overview(pack, form, unit=unit, period=period, sight=sight, known=known)
    except returned.NotGranted:
        if unit not in pack.peer_groups(as_of=period.last_day):
            raise
    try:
        return overview(pack, form, sight, unit=unit, period=period, known=known)
    except discretion.NotGranted as error:
        raise returned.NotGranted from error


def consolidation(
    pack: charter.Pack,
    form: str,
    sight: Sight,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
) -> consolidate.Consolidation:
    """The accepted returns put together, `WITHHELD` where a figure is not told; raises `NotGranted`, `CannotCompute`.

    What a unit proposes is told to those who see all of its figures.
    """
    found = consolidate.worked(
        pack, form, unit=unit, period=period, boundaries=boundaries, known=known,
        with_people=discretion.asks_people(sight),
    )  # fmt: skip
    members = [row.unit for row in found.consolidation.overview.rows]
    limits = discretion.limits(sight, unit, members)
    return told(found, pack, limits=limits, read=discretion.read(found, sight))


def told(
    found: consolidate.Worked, pack: charter.Pack, *, limits: discretion.Limits, read: frozenset[str]
) -> consolidate.Consolidation:
    """What was put together, `WITHHELD` where a figure is too small by the limits, or would tell one that is.

    `read`: the units whose return itself may be read: who can take it from a total is not told what is left. Of the
    others those whose figures the reader is granted were handed in by an act that is closed to him.
    """
    whole = found.consolidation
    closed = frozenset(code for code in found.acts if code not in read and not _limit(limits, code))
    if not limits.are_any and not closed:
        return whole
    form = pack.form(whole.overview.form, as_of=whole.overview.period.last_day)
    sheet = _sheet(pack, form, found, limits, read)
    deviations = tuple(
        replace(each, stated=WITHHELD, register=WITHHELD)
        if each.unit in closed or _hides_unit(sheet, each)
        else each
        for each in whole.deviations
    )
    proposals = tuple(
        (code, text) for code, text in whole.proposals if code not in closed and not _limit(limits, code)
    )
    sums = tuple(_told(each, sheet, is_closed=each.is_declared and bool(closed)) for each in whole.sums)
    return replace(whole, sums=sums, deviations=deviations, proposals=proposals)


def shown(id: str, text: str, teller: stated.Teller) -> str:
    """A figure for the reader: a ratio with its rate, and words where it is not told."""
    return words.say("report-withheld", teller.lang) if text == WITHHELD else teller.whole(id, text)


def _hides_unit(sheet: suppression.Sheet, each: consolidate.Deviation) -> bool:
    rows = ((*_GIVEN, each.unit), (*_NOW, each.unit))
    return any(sheet.hides(row, each.figure) for row in rows)


def _told(each: consolidate.Sum, sheet: suppression.Sheet, *, is_closed: bool) -> consolidate.Sum:
    """The total and the register's figure, of which one would tell the other."""
    hides = (
        is_closed
        or sheet.hides(_GIVEN, each.figure)
        or (not each.is_declared and sheet.hides(_NOW, each.figure))
    )
    if not hides:
        return each
    return replace(each, total=each.total and WITHHELD, register=each.register and WITHHELD)


def _limit(limits: discretion.Limits, code: str) -> int:
    return limits.by_unit.get(code, limits.whole)


def _sheet(
    pack: charter.Pack,
    form: rules.Form,
    found: consolidate.Worked,
    limits: discretion.Limits,
    read: frozenset[str],
) -> suppression.Sheet:
    """All figures put down: what each unit stated and the register has of it, adding up to their totals.

    `read`: units whose figures are known to the reader anyway.
    """
    meanings = {**discretion.meanings(pack), **_declared(form)}
    sheet = suppression.Sheet(meanings)
    people = {
        code: {each.indicator: each.num_people for each in own} for code, own in found.register.units.items()
    }
    rows: list[suppression.Cell] = []
    for code, texts in found.given.items():
        rows.append((*_GIVEN, code))
        limit = 0 if code in read else _limit(limits, code)
        sheet.put(rows[-1], _counted(texts, meanings, people.get(code, {})), limit)
    totals = {each.figure: each.total for each in found.consolidation.sums if each.total}
    whole = {each.indicator: each.num_people for each in found.register.total}
    sheet.put(_GIVEN, _counted(totals, meanings, whole), limits.whole)
    sheet.add_up(rows, _GIVEN)
    _put_register(sheet, found.register, limits)
    return sheet


def _put_register(sheet: suppression.Sheet, register: figures.Computed, limits: discretion.Limits) -> None:
    rows: list[suppression.Cell] = []
    for code, own in register.units.items():
        rows.append((*_NOW, code))
        sheet.put(rows[-1], [_of_register(each) for each in own], _limit(limits, code))
    if register.own:
        rows.append(_REST)
        sheet.put(_REST, [_of_register(each) for each in register.own], limits.whole)
    sheet.put(_NOW, [_of_register(each) for each in register.total], limits.whole)
    sheet.add_up(rows, _NOW)


def _of_register(each: figures.Figure) -> suppression.Counted:
    return suppression.Counted(each.indicator, each.value, each.numerator, each.denominator, each.num_people)


def _declared(form: rules.Form) -> dict[str, suppression.Meaning]:
    """What matters of the figures that a unit declares: counts, and ratios with a part and a whole of their own."""
    found: dict[str, suppression.Meaning] = {}
    count = suppression.Meaning(None, True, True, None, None)
    for each in form.handed_in.declared if form.handed_in else ():
        if each.kind == "ratio":
            part, whole = f"{each.id}{_PART}", f"{each.id}{_WHOLE}"
            found |= {
                each.id: suppression.Meaning(None, False, False, part, whole),
                part: count,
                whole: count,
            }
        else:
            found[each.id] = count
    return found


def _counted(
    texts: Mapping[str, str],
    meanings: Mapping[str, suppression.Meaning],
    people: Mapping[str, int | None],
) -> Iterator[suppression.Counted]:
    """Figures as a return writes them; a median, which counts nobody, is none of them."""
    for id, text in texts.items():
        part, sign, whole = text.partition("/")
        if text == given_figures.NONE or not (meanings[id].is_count or meanings[id].denominator):
            continue
        if sign:
            yield suppression.Counted(id, None, int(part), int(whole), people.get(id))
        else:
            yield suppression.Counted(id, int(part), None, None, people.get(id))
