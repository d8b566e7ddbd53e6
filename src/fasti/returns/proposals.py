"""Proposals of handed-in returns: what was proposed, whom it waits for since when, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from fasti import charter
from fasti.access import acts
from fasti.access.sight import Sight
from fasti.acts.models import Effect
from fasti.effects import proposing
from fasti.register import models
from fasti.subjects.models import Unit

TERM = "proposals.answer_within_days"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands. Units are codes."""

    unit: str
    form: str
    period: str
    version: int
    position: int
    text: str
    state: str
    recipient: str
    """Who owes the answer, or owed it."""
    proposed_on: date
    since: date
    due_on: date | None
    """The day until which it is to be answered; None: no rule says one, or it is answered."""
    article: str
    submission: int
    """The effect that handed it in."""
    act: int
    """The act of that effect."""
    answered_by: str
    """The code of the act of the last answer; empty where there is none, or it is closed to the reader."""
    explanation: str

    @property
    def is_waiting(self) -> bool:
        """Whether somebody owes an answer."""
        return self.state in proposing.WAITING

    @property
    def place(self) -> str:
        """Version and position, as commands take them."""
        return f"{self.version}.{self.position}"

    @property
    def mark(self) -> tuple[str, int, int]:
        """Its place in a list, by which a page says where the next one begins."""
        return self.proposed_on.isoformat(), self.submission, self.position

    def days(self, day: date) -> int:
        """Days since it was proposed."""
        return (day - self.proposed_on).days


def proposals(
    pack: charter.Pack,
    *,
    waiting_for: Iterable[int] | None = None,
    proposed_by: Iterable[int] | None = None,
    with_answered: bool = False,
    sight: Sight | None = None,
    named: tuple[str, str, int, int] | None = None,
    after: tuple[str, int, int] | None = None,
    limit: int | None = None,
) -> tuple[Proposal, ...]:
    """The proposals of units, or that wait for units (ids; both: either), the oldest first.

    `sight`: only those handed in by acts that are seen, and no answer of an act that is closed. `named`: the one of
    this form, period, version and position. `after`: those behind the one of this mark. Three queries at most.
    """
    wanted = models.Proposal.objects.filter(ends_before=None)
    if waiting_for is not None or proposed_by is not None:
        wanted = wanted.filter(Q(recipient__in=list(waiting_for or ())) | Q(unit__in=list(proposed_by or ())))
    if not with_answered:
        wanted = wanted.filter(state__in=proposing.WAITING)
    if sight is not None:
        wanted = acts.restrict(wanted, sight, "submission__act")
    if named is not None:
        wanted = wanted.filter(**dict(zip(("form", "period", "version", "position"), named, strict=True)))
    if after is not None:
        wanted = wanted.filter(_behind(*after))
    ordered = wanted.select_related("submission", "opened_by__act__issuer").order_by(
        "submission__on", "submission", "position"
    )
    return _told(pack, list(ordered[:limit]), sight)


def _behind(day: str, submission: int, position: int) -> Q:
    """Later in the order than a mark."""
    same_day, same = Q(submission__on=day), Q(submission=submission)
    return (
        Q(submission__on__gt=day)
        | (same_day & Q(submission__gt=submission))
        | (same_day & same & Q(position__gt=position))
    )


def _told(pack: charter.Pack, found: Sequence[models.Proposal], sight: Sight | None) -> tuple[Proposal, ...]:
    ids = {id for row in found for id in (row.unit_id, row.recipient_id) if id is not None}
    codes = dict(Unit.objects.filter(id__in=ids).values_list("id", "code"))
    answers = [row.opened_by_id for row in found if row.opened_by_id != row.submission_id]
    closed = acts.untold_among(sight, answers) if sight else frozenset[int]()
    return tuple(_of(row, codes, pack, is_told=row.opened_by_id not in closed) for row in found)


def _of(row: models.Proposal, codes: dict[int, str], pack: charter.Pack, *, is_told: bool) -> Proposal:
    first, last = row.submission, row.opened_by
    due_on, article = _term(pack, first) if row.state in proposing.WAITING else (None, "")
    answer = last if is_told and last is not None and last.kind == "ANSWER_PROPOSAL" else None
    return Proposal(
        codes[row.unit_id], row.form, row.period, row.version, row.position,
        first.data["proposals"][row.position - 1], row.state, codes.get(row.recipient_id or 0, ""), first.on,
        row.starts_on, due_on, article, first.id, first.act_id, answer.act.code if answer else "",
        answer.data.get("explanation", "") if answer else "",
    )  # fmt: skip


def _term(pack: charter.Pack, first: Effect) -> tuple[date | None, str]:
    """Until when a proposal is to be answered, counted from its handing in, and by which article."""
    try:
        term = pack.value(TERM, as_of=first.on)
    except charter.NoRule:
        return None, ""
    return first.on + timedelta(days=int(str(term.value))), term.reference
