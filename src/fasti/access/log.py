"""The access log: who saw or did what, when, and by the right of which tenure. Entries are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from fasti.access import acts, people, rights
from fasti.access.grants import Grant
from fasti.access.models import AccessEntry, Account
from fasti.access.sight import Sight

BY_RIGHT: Mapping[str, str] = {
    "person.seen": rights.PEOPLE,
    "person.exported": rights.EXPORT,
    "report.downloaded": rights.SHARED_FIGURES,
    "act.seen": rights.ACTS,
    "act.downloaded": rights.ACTS,
    "acts.exported": rights.EXPORT,
    "act.drafted": rights.DRAFT,
    "act.checked": rights.CHECK,
    "act.issued": rights.ISSUE,
    "return.filled": rights.DRAFT,
    "return.form-downloaded": rights.DRAFT,
    "return.exported": rights.EXPORT,
    "register.imported": rights.IMPORT,
    "register.exported": rights.EXPORT,
    "account.opened": rights.ACCOUNTS,
    "account.closed": rights.ACCOUNTS,
    "password.set": rights.ACCOUNTS,
    "log.seen": rights.LOG,
}
"""Events, and the right by which each is done. Others may be kept too; they name no tenure."""


def keep(
    sight: Sight,
    what: str,
    *,
    at: datetime,
    person: int | None = None,
    unit: int | None = None,
    act: int | None = None,
    detail: str = "",
    ground: Grant | None = None,
) -> AccessEntry | None:
    """Keep an entry; `ground`: by which grant it was done, else found. Nothing is kept of looking at oneself.

    The entry of a person belongs to the unit with which the person's record rests, unless a unit is named.
    """
    if what == "person.seen" and person == sight.person:
        return None
    right = BY_RIGHT.get(what)
    if person is not None and unit is None:
        unit = next(iter(people.rests_with(person, day=at.date())), None)
    if ground is None and right is not None:
        ground = _ground(sight, right, person, unit)
    return AccessEntry.objects.create(
        at=at, account=sight.account, what=what, person_id=person, unit_id=unit, act_id=act,
        tenure_effect_id=ground.tenure_effect if ground else None, detail=detail[:250],
    )  # fmt: skip


def _ground(sight: Sight, right: str, person: int | None, unit: int | None) -> Grant | None:
    if person is not None and (found := people.ground(sight, person, right=right)):
        return found
    return sight.ground(right, unit) if unit is not None else None


def of_person(person: int) -> QuerySet[AccessEntry]:
    """Who looked at a person, the latest first. For the person and for whoever may see the log."""
    return _told().filter(person=person)


def of_unit(unit: int) -> QuerySet[AccessEntry]:
    """What was seen or done of a unit, its acts and its people, the latest first."""
    return _told().filter(unit=unit)


def by_account(account: Account) -> QuerySet[AccessEntry]:
    """What an account saw and did, the latest first: everybody may look at their own."""
    return _told().filter(account=account)


def seen(sight: Sight) -> QuerySet[AccessEntry]:
    """Every entry that is seen: of units within reach, without those of acts that are not seen."""
    whole = sight.within(rights.LOG).restrict(_told(), "unit_id")
    if not sight.has(rights.ACTS):
        return whole.filter(act=None)
    return whole.filter(Q(act=None) | acts.condition(sight, "act"))


@dataclass(frozen=True, slots=True)
class Named:
    """Which of the people and acts (ids) that entries are about may be named to whoever reads them."""

    persons: frozenset[int]
    acts: frozenset[int]


def named(entries: Iterable[AccessEntry], sight: Sight) -> Named:
    """Whom and what entries may name: what one looked at long ago need not be in sight any more."""
    listed = list(entries)
    about = {each.act_id or 0 for each in listed}
    about |= {each.tenure_effect.act_id for each in listed if each.tenure_effect is not None}
    persons = {each.person_id or 0 for each in listed}
    return Named(people.seen_among(sight, persons), acts.seen_among(sight, about))


def _told() -> QuerySet[AccessEntry]:
    related = ("account__person", "person", "unit", "act__issuer", "tenure_effect__act__issuer")
    return AccessEntry.objects.select_related(*related).order_by("-id")
