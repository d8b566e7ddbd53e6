"""From posts to grants: what the rule book of a day makes of the tenures, seats and membership of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from fasti import charter
from fasti.access import grants, places, rights
from fasti.access.grants import Grant
from fasti.access.models import Account
from fasti.access.places import Step
from fasti.charter import rules
from fasti.register import read
from fasti.register.models import Membership, Tenure, UnitSpan
from fasti.subjects.models import Unit

_LAST = 1_000


@dataclass(frozen=True, slots=True)
class _Held:
    """A post held on the day in a unit that stands, a seat that comes with one, or (`office` empty) a membership."""

    unit: int
    office: str
    post: int | None
    effect: int
    since: date
    is_seat: bool = False
    """It comes with another post."""


@dataclass(frozen=True, slots=True)
class Given:
    """What an account is granted, and where it is at home; `post` is the weightiest held."""

    grants: tuple[Grant, ...]
    home: int | None = None
    post: int | None = None


def given(account: Account, *, pack: charter.Pack, day: date) -> Given:
    """What an account is granted on a day; nothing once it is closed."""
    if not account.is_active or account.closed_at is not None:
        return Given(())
    built_in = [grants.STRUCTURE]
    if account.is_registrar:
        built_in.append(grants.REGISTRAR)
        if not Tenure.objects.filter(starts_on__lte=day).exists():
            built_in.append(grants.BEGINNING)
    if account.person_id is None:
        return Given(tuple(built_in))
    held = [*_posts(account.person_id, pack, day), *_memberships(account.person_id, day)]
    steps = places.over({each.unit for each in held}, day=day)
    serving = {each.unit: places.served(each.unit, steps, organs=organs(pack)) for each in held}
    found = (*built_in, *_granted(held, serving, steps, pack, day))
    first = min(held, key=lambda each: _weight(each, pack, day), default=None)
    return Given(found, serving[first.unit], first.post) if first else Given(found)


def organs(pack: charter.Pack) -> frozenset[str]:
    """The kinds of unit that ever were organs: units that ended are asked about too."""
    series = pack.tables["unit_kinds"].values()
    return frozenset(
        each.key for each in series for version in each.versions if version.value and version.value["organ"]
    )


def _stands(day: date) -> Exists:
    return Exists(UnitSpan.objects.filter(read.on(day), unit=OuterRef("post__unit")))


def _posts(person: int, pack: charter.Pack, day: date) -> Iterator[_Held]:
    tenures = Tenure.objects.filter(read.on(day), _stands(day), person=person).order_by("starts_on", "id")
    fields = ("post__unit", "post__office", "post", "opened_by", "starts_on")
    for unit, office, post, effect, since in tenures.values_list(*fields):
        yield _Held(unit, office, post, effect, since)
    for mandate in read.mandates(pack=pack, as_of=day, person=person):
        tenure = mandate.tenure
        yield _Held(mandate.unit, mandate.office, tenure.post, tenure.opened_by, tenure.starts_on, True)


def _memberships(person: int, day: date) -> Iterator[_Held]:
    found = Membership.objects.filter(read.on(day), person=person)
    for unit, effect, since in found.values_list("unit", "opened_by", "starts_on"):
        yield _Held(unit, "", None, effect, since)


def _granted(
    held: Sequence[_Held],
    serving: dict[int, int],
    steps: Sequence[Step],
    pack: charter.Pack,
    day: date,
) -> Iterator[Grant]:
    classes = pack.classes(as_of=day).ids
    for rule in pack.grants(as_of=day):
        for each in held:
            if each.office in rule.offices if each.office else rule.to_everyone:
                unit = serving[each.unit]
                yield Grant(
                    frozenset(rule.rights), rule.reach, unit, _clearance(rule, classes), each.office,
                    each.post, each.effect, each.since, rule.reference, rule.verified, rule.id,
                    _starts(rule.reach, unit, steps, pack, day),
                )  # fmt: skip


def _clearance(rule: rules.Grant, classes: Sequence[str]) -> int:
    """The place of the class among those of the day; a class that is not there any more clears for the lowest alone."""
    return classes.index(rule.clearance) if rule.clearance in classes else 0


def _starts(reach: str, unit: int, steps: Iterable[Step], pack: charter.Pack, day: date) -> frozenset[int]:
    if reach == rights.ABOVE:
        return places.all_places([unit], steps, organs=())[unit].deep
    if reach == rights.PEERS:
        return _peers(unit, pack, day)
    return frozenset() if reach == rights.BODY else frozenset([unit])


def _peers(unit: int, pack: charter.Pack, day: date) -> frozenset[int]:
    """The units of the peer groups that a unit is in, itself included."""
    groups = [pack.peer_group(code, as_of=day).units for code in pack.peer_groups(as_of=day)]
    ids = dict(
        Unit.objects.filter(code__in={code for each in groups for code in each}).values_list("code", "id")
    )
    found = [{ids[code] for code in each if code in ids} for each in groups]
    return frozenset().union(*(each for each in found if unit in each))


def _weight(each: _Held, pack: charter.Pack, day: date) -> tuple[int, int, bool, int, date]:
    """Posts, then seats that come with them, then memberships; in each by rank, leaders, level and age."""
    if not each.office:
        return (2, _LAST, True, _LAST, each.since)
    try:
        office = pack.office(each.office, as_of=day)
    except charter.NoRule:
        return (each.is_seat, _LAST, True, _LAST, each.since)
    heights = {level.id: level.rank for level in pack.levels}
    height = heights.get(office.managed_by, _LAST)
    return (each.is_seat, office.rank or _LAST, not office.is_leader, height, each.since)
