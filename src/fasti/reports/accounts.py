"""Lists of accounts as whoever keeps them sees them: those of people whose record rests within reach.

Accounts of nobody are a matter of the whole body. Name and unit of a holder are told to whoever sees the person; others
are told the code alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from fasti import charter
from fasti.access import factors, people, places, rights
from fasti.access.models import Account
from fasti.access.places import Start
from fasti.access.sight import Sight
from fasti.acts import texts
from fasti.register import read
from fasti.register.models import Membership, Tenure
from fasti.reports import people as listing
from fasti.subjects import names, person_words

STATES = ("open", "never", "alone", "closed")
"""Open; never used since the password was given; without a second factor; closed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of accounts is asked for."""

    words: str = ""
    unit: int | None = None
    """Of whose members and holders of posts, with all that rests with it."""
    state: str = ""
    """One of `STATES`; empty: all."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An account in a list."""

    name: str
    person: str
    """Code of the holder; empty for a technical account."""
    person_name: str
    """Empty where the person is not seen."""
    unit: str
    unit_code: str
    email: str
    """Where its messages go; empty: nowhere."""
    is_registrar: bool
    has_factor: bool
    is_waiting: bool
    """No password of its own was chosen since one was given."""
    last_login: datetime | None
    opened_at: datetime
    closed_at: datetime | None


def kept_by(sight: Sight) -> QuerySet[Account]:
    """Every account that is the actor's matter."""
    whole = Account.objects.select_related("person")
    reach = sight.within(rights.ACCOUNTS)
    if reach.is_all:
        return whole
    if not reach.grants:
        return whole.none()
    within = whole.filter(person__in=people.seen(sight, right=rights.ACCOUNTS))
    # Everybody sees themselves, but keeps the own account only where the own record is within reach.
    is_own = (
        sight.person is not None and people.ground(sight, sight.person, right=rights.ACCOUNTS) is not None
    )
    return within if is_own else within.exclude(person=sight.person)


def one(sight: Sight, name: str) -> Account | None:
    """The account of that name, if it is the actor's matter."""
    return kept_by(sight).filter(name=name).first() if texts.is_keepable(name) else None


def found(sight: Sight, asked: Asked) -> QuerySet[Account]:
    """The accounts that answer to what is asked, in the order of their names."""
    query = kept_by(sight)
    for word in asked.words.split():
        named = person_words.named(people.seen(sight), word).people
        query = query.filter(
            Q(name__contains=names.fold(word)) | Q(person__code__iexact=word) | Q(person__in=named)
        )
    if asked.unit is not None:
        query = query.filter(_of_unit(asked.unit, sight))
    if asked.state:
        query = query.filter(_in_state(asked.state))
    return query.order_by("name")


def _of_unit(unit: int, sight: Sight) -> Q:
    day = sight.day
    beneath = places.beneath([Start(unit, True)], organs=sight.organs, day=day)
    members = Membership.objects.filter(read.on(day), unit__in=beneath).values("person")
    holders = Tenure.objects.filter(read.on(day), post__unit__in=beneath).values("person")
    return Q(person__in=members) | Q(person__in=holders)


def _in_state(state: str) -> Q:
    if state == "closed":
        return Q(closed_at__isnull=False)
    is_open = Q(closed_at=None)
    if state == "never":
        return is_open & Q(last_login=None)
    return is_open & ~_with_factor() if state == "alone" else is_open


def _with_factor() -> Q:
    strong = Authenticator.objects.filter(user=OuterRef("pk"), type__in=factors.STRONG)
    return Q(Exists(strong))


def told(accounts: Sequence[Account], sight: Sight, pack: charter.Pack, *, lang: str) -> list[Listed]:
    """The accounts of one page with their holders."""
    ids = [account.pk for account in accounts]
    strong = Authenticator.objects.filter(user__in=ids, type__in=factors.STRONG)
    secured = set(strong.values_list("user", flat=True))
    holders = [account.person for account in accounts if account.person is not None]
    seen = people.seen_among(sight, [holder.id for holder in holders])
    shown = [holder for holder in holders if holder.id in seen]
    rows = {row.id: row for row in listing.told(shown, sight, pack, lang=lang)}
    return [_one(account, rows.get(account.person_id or 0), account.pk in secured) for account in accounts]


def _one(account: Account, row: listing.Listed | None, has_factor: bool) -> Listed:
    return Listed(
        name=account.name,
        person=account.person.code if account.person else "",
        person_name=row.name if row else "",
        unit=row.unit if row else "",
        unit_code=row.unit_code if row else "",
        email=account.email,
        is_registrar=account.is_registrar,
        has_factor=has_factor,
        is_waiting=account.last_login is None,
        last_login=account.last_login,
        opened_at=account.opened_at,
        closed_at=account.closed_at,
    )
