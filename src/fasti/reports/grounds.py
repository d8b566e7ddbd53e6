"""Why an account sees what it sees: every ground of its rights, by which post since when, and what is not granted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.access import acts, grants, rights
from fasti.access.grants import Grant
from fasti.access.sight import Sight
from fasti.acts.models import Effect
from fasti.reports import people
from fasti.subjects.models import Post

PAPERS = frozenset([rights.ACTS, rights.DRAFT, rights.CHECK, rights.ISSUE, rights.IMPORT])
"""The rights that ask for a clearance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """Rights over units by one rule of the book."""

    rights: tuple[str, ...]
    reach: str
    unit: tuple[str, str]
    """Code and name of the unit from which the reach is measured; empty over the whole body."""
    clearance: str
    """The highest class of confidentiality; empty where no paper is concerned, or every class is seen."""
    rule: str
    """The pack's id of the rule; empty where the system itself grants it."""
    reference: str
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What gives rights: a post, a seat that comes with one, a membership, or the account itself."""

    kind: str
    """post, mandate, member, account, registrar or beginning."""
    office: str
    unit: tuple[str, str]
    since: date | None
    act: tuple[int, str] | None
    """Id and symbol of the act that began it; None: none, or one that is not seen."""
    granted: tuple[Granted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All of it, and its limits."""

    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]
    """Rights granted over no unit at all."""
    classes: tuple[str, ...]
    """Classes of acts that are seen of no unit."""


def of(sight: Sight, *, pack: charter.Pack, lang: str) -> Grounds:
    """The grounds of a sight in the language, posts first."""
    by_ground: dict[tuple[object, ...], list[Grant]] = {}
    for grant in sight.grants:
        by_ground.setdefault((_kind(grant), grant.office, grant.post, grant.tenure_effect), []).append(grant)
    posts = {
        id: (unit, office)
        for id, unit, office in Post.objects.filter(
            id__in={grant.post for grant in sight.grants if grant.post}
        ).values_list("id", "unit", "office")
    }
    places = {grant.unit for grant in sight.grants} | {unit for unit, _ in posts.values()}
    names = people.unit_names(places, pack, as_of=sight.day, lang=lang)
    deeds = _acts(sight, (grant.tenure_effect for grant in sight.grants))
    found = [_ground(each, sight, pack, posts, names, deeds) for each in by_ground.values()]
    order = ("post", "mandate", "member", "registrar", "beginning", "account")
    return Grounds(
        grounds=tuple(sorted(found, key=lambda each: order.index(each.kind))),
        missing=_missing(sight),
        classes=_classes(sight, pack),
    )


def _kind(grant: Grant) -> str:
    if grant == grants.BEGINNING:
        return "beginning"
    if grant == grants.REGISTRAR:
        return "registrar"
    if not grant.name:
        return "account"
    return "post" if grant.office else "member"


def _ground(
    of_one: list[Grant],
    sight: Sight,
    pack: charter.Pack,
    posts: Mapping[int, tuple[int, str]],
    names: Mapping[int, tuple[str, str]],
    deeds: Mapping[int, tuple[int, str]],
) -> Ground:
    first = of_one[0]
    kind, unit = _kind(first), first.unit
    if first.post is not None:
        at, office = posts[first.post]
        kind, unit = ("post", at) if office == first.office else ("mandate", first.unit)
    return Ground(
        kind=kind,
        office=first.office,
        unit=names.get(unit, ("", "")),
        since=first.since,
        act=deeds.get(first.tenure_effect or 0),
        granted=tuple(_granted(grant, sight, pack, names) for grant in of_one),
    )


def _granted(grant: Grant, sight: Sight, pack: charter.Pack, names: Mapping[int, tuple[str, str]]) -> Granted:
    classes = pack.classes(as_of=sight.day).ids
    is_limited = bool(grant.rights & PAPERS) and grant.clearance < len(classes)
    return Granted(
        rights=tuple(each for each in rights.RIGHTS if each in grant.rights),
        reach=grant.reach,
        unit=names.get(grant.unit, ("", "")),
        clearance=classes[grant.clearance] if is_limited else "",
        rule=grant.name,
        reference=grant.reference,
        is_verified=grant.is_verified,
    )


def _acts(sight: Sight, effects: Iterable[int | None]) -> dict[int, tuple[int, str]]:
    """The acts that began tenures and memberships, by effect; only those that are seen."""
    asked = {each for each in effects if each}
    if not asked:
        return {}
    found = Effect.objects.filter(id__in=asked).values_list("id", "act", "act__symbol")
    rows = list(found)
    seen = acts.seen_among(sight, (act for _, act, _ in rows))
    return {effect: (act, symbol) for effect, act, symbol in rows if act in seen}


def _missing(sight: Sight) -> tuple[str, ...]:
    held = {right for grant in sight.grants for right in grant.rights}
    if rights.FIGURES in held:
        held.add(rights.SHARED_FIGURES)
    return tuple(each for each in rights.RIGHTS if each not in held)


def _classes(sight: Sight, pack: charter.Pack) -> tuple[str, ...]:
    seen = [grant.clearance for grant in sight.grants if rights.ACTS in grant.rights]
    return tuple(pack.classes(as_of=sight.day).ids[max(seen) + 1 :]) if seen else ()
