"""Which returns and proposals somebody may answer on a day: whoever may issue acts of the recipient, or of one above.

What is not seen, what is not there and what somebody else has to answer are refused alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fasti import charter
from fasti.access import returns as access
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.charter import rules
from fasti.dates import periods
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.reports import returned
from fasti.returns import proposals
from fasti.subjects.models import Unit


def may(sight: Sight, recipient: int, *, day: date, pack: charter.Pack) -> bool:
    """Whether what was handed in to a unit may be answered: in its name, or in that of one above."""
    return access.may_answer(sight, access.above(recipient, day, pack))


# -- returns -----------------------------------------------------------------------------------------------------------


def returns(
    pack: charter.Pack, form: str, *, units: Sequence[str], period: periods.Period, sight: Sight, day: date
) -> frozenset[str]:
    """Those of the units, by code, whose returns may be answered. The tree is asked once for each recipient.

    A unit that has ended is not among them: its return is answered on its own page, which says by whom.
    """
    handed_in = pack.form(form, as_of=period.last_day).handed_in
    if handed_in is None or not units:
        return frozenset()
    spans = UnitSpan.objects.filter(read.on(day), unit__code__in=units)
    parents: dict[str, int | None] = dict(spans.values_list("unit__code", "parent"))
    allowed = _allowed({each for each in parents.values() if each}, handed_in, sight, day, pack)
    return frozenset(code for code, parent in parents.items() if parent in allowed)


def _allowed(
    parents: Iterable[int], handed_in: rules.HandedIn, sight: Sight, day: date, pack: charter.Pack
) -> set[int]:
    """Those parents for whose children the recipient, the parent itself or the top, may be answered for."""
    found = set()
    for parent in parents:
        upward = access.above(parent, day, pack)
        recipients = upward if handed_in.recipient == "superior" else upward[-1:]
        if access.may_answer(sight, recipients):
            found.add(parent)
    return found


def require_returns(
    pack: charter.Pack,
    form: str,
    *,
    units: Sequence[str],
    period: periods.Period,
    sight: Sight,
    day: date,
) -> None:
    """Raises `returned.NotGranted` where one of the returns is not seen, is not there, or may not be answered."""
    if returned.seen_among(sight, units) != set(units):
        raise returned.NotGranted(rights.FIGURES)
    try:
        answerable = returns(pack, form, units=units, period=period, sight=sight, day=day)
    except charter.NoRule:
        return  # No such form: the operation says so.
    if answerable != set(units):
        raise returned.NotGranted(rights.ISSUE)


# -- proposals ---------------------------------------------------------------------------------------------------------


def proposal(
    pack: charter.Pack,
    unit: str,
    form: str,
    period: str,
    place: tuple[int, int],
    *,
    sight: Sight,
    day: date,
) -> proposals.Proposal:
    """A proposal that may be answered, or was; raises `returned.NotGranted`."""
    ids = list(Unit.objects.filter(code=unit).values_list("id", flat=True))
    found = proposals.proposals(
        pack, proposed_by=ids, named=(form, period, *place), with_answered=True,
        sight=sight, limit=1,
    )  # fmt: skip
    recipient = Unit.objects.filter(code=found[0].recipient).first() if found else None
    if recipient is None or not may(sight, recipient.id, day=day, pack=pack):
        raise returned.NotGranted(rights.ISSUE)
    return found[0]


def upward(pack: charter.Pack, recipient: str, day: date) -> list[str]:
    """The codes of the units to which whoever owes an answer may forward it: those above it."""
    unit = Unit.objects.filter(code=recipient).values_list("id", flat=True).first()
    if unit is None:
        return []
    ids = access.above(unit, day, pack)[1:]
    codes: Mapping[int, str] = dict(Unit.objects.filter(id__in=ids).values_list("id", "code"))
    return [codes[id] for id in ids]
