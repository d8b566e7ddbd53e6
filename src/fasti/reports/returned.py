"""Returns as somebody may see them: one with its versions and what may be done with it, and who owed one.

Whoever may not see a return is refused as if there were no such unit. What stands in an act of a class above the
reader's clearance is left out, with every figure that was taken over from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fasti import charter
from fasti.access import returns as access
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.acts.findings import Finding
from fasti.acts.models import Effect
from fasti.dates import periods
from fasti.effects import figure_rules, handing_in, returning, store
from fasti.effects.case import Case
from fasti.effects.consolidating import Beneath
from fasti.effects.figure_rules import Figures
from fasti.effects.state import State
from fasti.indicators.figures import CannotCompute
from fasti.returns import expected, sheet, versions
from fasti.subjects.models import Unit

LOCKS = ("return-accepted", "return-closed")
"""Findings that say a return is locked."""
EARLIER_CLOSED = "return-earlier-closed"
"""The finding that a figure is compared with one of an act which is closed to the reader, and so needs a remark."""
FILL, SUBMIT, ANSWER, REOPEN = "fill", "submit", "answer", "reopen"
STEPS = (FILL, SUBMIT, ANSWER, REOPEN)


class NotGranted(Exception):
    """The reader has no such return: `right` is what is missing, over its unit or because there is no such unit."""

    def __init__(self, right: str = rights.FIGURES) -> None:
        super().__init__(right)
        self.right = right


@dataclass(frozen=True, slots=True)
class Returned:
    """One return as its reader may see it on a day."""

    sheet: sheet.Sheet
    """What is in work, for whoever may see that; else what was handed in last."""
    versions: tuple[versions.Version, ...]
    """Those that are seen, with their numbers."""
    is_in_work: bool
    """Whether the content of the sheet is what the unit is filling."""
    steps: tuple[str, ...]
    """What the reader may do next, by right and state: of `STEPS`."""
    served: int
    """Who answers for the unit on the day: itself, or whom it went over into."""

    @property
    def state(self) -> str:
        """A state of the register, `missing` where nothing was handed in."""
        return self.sheet.state or expected.MISSING

    @property
    def first_on(self) -> date | None:
        """When it was first handed in, as far as that is seen."""
        return self.versions[0].on if self.versions and self.versions[0].number == 1 else None

    @property
    def days_late(self) -> int:
        """Days from the due day to the first handing in; 0 up to that day, and where nothing was given."""
        return 0 if self.first_on is None else self.sheet.duty.days_late(self.first_on)

    @property
    def is_late(self) -> bool:
        """Whether it came after the days of grace."""
        return self.first_on is not None and self.sheet.duty.is_late(self.first_on)


def require(sight: Sight, unit: str) -> int:
    """The id of a unit whose returns are seen; raises `NotGranted`, also where there is none of that code."""
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if not access.sees(sight, id or 0) or id is None:
        raise NotGranted
    return id


def returned(
    pack: charter.Pack, form: str, *, unit: str, period: periods.Period, sight: Sight, day: date
) -> Returned:
    """The return of a unit; raises `NotGranted`, then `NoSheet` and `CannotCompute`."""
    id = require(sight, unit)
    found = sheet.sheet(pack, form, unit=unit, period=period, day=day)
    made = versions.versions(unit, form, period)
    seen = tuple(each for each in made if access.sees_version(sight, id, each.act_class))
    may_fill = access.sees_sheet(sight, id)
    is_in_work = found.draft_version > 0 and may_fill
    found = _as_seen(found, made, seen, is_in_work=is_in_work, may_fill=may_fill)
    if not all(access.sees_version(sight, id, each) for each in _classes(id, form)):
        found = _without_earlier(found, may_fill=may_fill)
    served = handing_in.heir(Case(State(store.Stored()), pack), id, day)
    told = tuple(_told(each, sight, id) for each in seen)
    if seen and seen[-1] == made[-1] and told[-1] != seen[-1]:
        found = replace(found, reasons={})
    return Returned(found, told, is_in_work, tuple(_steps(found, sight, served, day, pack)), served)


def fillable(
    pack: charter.Pack, form: str, *, unit: str, period: periods.Period, sight: Sight, day: date
) -> sheet.Sheet:
    """The sheet that a form of the unit is filled from: of whoever may draft for it and sees all its figures.

    A unit out of reach is refused as one that is not there. Raises `NotGranted`, then `NoSheet` and `CannotCompute`.
    """
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if not sight.may(rights.DRAFT, id):
        raise NotGranted(rights.DRAFT)
    if id is None or sight.limit(id) != 0:
        raise NotGranted
    return returned(pack, form, unit=unit, period=period, sight=sight, day=day).sheet


def _classes(unit: int, form: str) -> set[str]:
    """The classes of the acts by which the unit handed in returns on the form."""
    effects = Effect.objects.filter(kind="SUBMIT_RETURN", unit=unit, data__return_form=form)
    return set(effects.values_list("act__confidentiality", flat=True))


def _told(version: versions.Version, sight: Sight, unit: int) -> versions.Version:
    """A version without why it was answered so, and by which act, where that act is of a closed class."""
    if not version.answered_by or access.sees_version(sight, unit, version.answer_class):
        return version
    return replace(version, answered_by="", reasons={})


def _as_seen(
    found: sheet.Sheet,
    made: Sequence[versions.Version],
    seen: Sequence[versions.Version],
    *,
    is_in_work: bool,
    may_fill: bool,
) -> sheet.Sheet:
    """The sheet without what is still in work, or stands in a version that is not seen."""
    is_last_seen = not made or (bool(seen) and seen[-1] == made[-1])
    findings = [each for each in found.findings if may_fill or each.code in LOCKS]
    content = found.content
    if not is_in_work:
        content = handed_in(made[-1]) if made and is_last_seen else {}
    reasons = found.reasons if is_last_seen else {}
    return replace(found, content=content, reasons=reasons, findings=tuple(findings))


def signed(sight: Sight, unit: str, form: str, period: periods.Period) -> Beneath | None:
    """What a unit said of the returns beneath it in the last version of its own; None where it said nothing, or the
    reader does not see that version.
    """
    made = versions.versions(unit, form, period)
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if id is None or not made or not access.sees_version(sight, id, made[-1].act_class):
        return None
    return made[-1].beneath if made[-1].beneath.due else None


def handed_in(version: versions.Version) -> dict[str, object]:
    """What a version gave beside the computed figures, in the parts of a sheet."""
    return {
        "declared": version.declared, "remarks": version.remarks, "narrative": version.narrative,
        "proposals": version.proposals,
    }  # fmt: skip


def _without_earlier(found: sheet.Sheet, *, may_fill: bool) -> sheet.Sheet:
    """The sheet without earlier figures. Whatever is compared with them needs a remark, whether it departs or not:
    otherwise they could be found by trying.
    """
    kept = [each for each in found.findings if "before" not in each.args]
    given, remarks = {*found.computed, *found.content.get("declared", {})}, found.content.get("remarks", {})
    rules = found.form.handed_in.rules if found.form.handed_in and may_fill else ()
    compared = {each.figure for each in rules if each.check in figure_rules.EARLIER}
    kept += [
        Finding(EARLIER_CLOSED, {"figure": id}, found.form.reference)
        for id in sorted(compared)
        if id in given and not remarks.get(id, "").strip()
    ]
    return replace(found, earlier=Figures({}), findings=tuple(kept))


def _steps(found: sheet.Sheet, sight: Sight, served: int, day: date, pack: charter.Pack) -> Iterable[str]:
    """What may be done: the unit fills and hands in what is not locked; the recipient answers, and opens again."""
    locked = [each for each in found.findings if each.code in LOCKS]
    if not locked and access.may(sight, rights.DRAFT, served):
        yield FILL
    if not locked and access.may(sight, rights.ISSUE, served):
        yield SUBMIT
    above = access.above(found.recipient, day, pack)
    if found.state == returning.SUBMITTED and access.may_answer(sight, above):
        yield ANSWER
    by_top = found.form.handed_in is not None and found.form.handed_in.lock.reopened_by == "top"
    is_free = found.state not in (returning.SUBMITTED, returning.REOPENED)
    if locked and is_free and access.may_answer(sight, above[-1:] if by_top else above):
        yield REOPEN


# -- who owed one ------------------------------------------------------------------------------------------------------


def overview(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    sight: Sight,
    known: date | None = None,
    itself: bool = False,
) -> expected.Overview:
    """The returns owed by the units directly beneath a unit, or by those of a peer group, as far as they are seen.

    `itself`: the return of the unit itself. Of a peer group all members must be seen. Raises `NotGranted`, `NoRule` and
    `CannotCompute`.
    """
    is_group = unit in pack.peer_groups(as_of=period.last_day)
    if not is_group:
        require(sight, unit)
    try:
        found = expected.expected(pack, form, unit=unit, period=period, known=known, itself=itself)
    except CannotCompute as error:
        if error.code == "unknown-unit":
            raise NotGranted from error
        raise
    told = seen_among(sight, [row.unit for row in found.rows])
    seen = tuple(row for row in found.rows if row.unit in told)
    if is_group and (len(seen) < len(found.rows) or not seen):
        raise NotGranted
    return replace(found, rows=seen)


def seen_among(sight: Sight, units: Sequence[str]) -> frozenset[str]:
    """Those of the units, by code, whose returns are seen."""
    ids = dict(Unit.objects.filter(code__in=units).values_list("code", "id"))
    sight.learn(ids.values())
    return frozenset(code for code, id in ids.items() if access.sees(sight, id))
