"""Finding acts: those a sight sees, narrowed by what is asked, counted by bucket, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from fasti import charter
from fasti.access import acts, places, rights
from fasti.access.places import Start
from fasti.access.sight import Sight
from fasti.acts import search
from fasti.acts.models import Act, Effect, Relation, Task
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts.asked import Asked

ENDING = ("withdraws", "replaces", "repeals")
"""Relations by which a later act ends an earlier one."""
MOST_COUNTED = 50_000
"""Acts that are counted one by one; of a longer list the newest so many are."""
_DEEPEST = 20
"""Levels above a unit that are asked for; no body has as many."""
Cursor = tuple[date, int]
"""Day of signing and id of an act."""


def found(sight: Sight, asked: Asked, *, pack: charter.Pack) -> QuerySet[Act]:
    """The acts asked for, as far as they are seen; not in any order."""
    listed = acts.seen(sight).filter(signed_on__lte=asked.day) if asked.day < sight.day else acts.seen(sight)
    if asked.known_before is not None:
        listed = listed.filter(recorded_at__lt=asked.known_before)
    listed = _view(listed, sight, asked, pack)
    if asked.unit is not None:
        listed = _issued_under(listed, {Start(asked.unit, True)}, sight, asked.day)
    if asked.type or asked.bucket:
        listed = listed.filter(type__in=types(asked, pack))
    if asked.since:
        listed = listed.filter(signed_on__gte=asked.since)
    if asked.until:
        listed = listed.filter(signed_on__lte=asked.until)
    if asked.confidentiality:
        listed = listed.filter(confidentiality=asked.confidentiality)
    if asked.is_late:
        listed = _late(listed)
    if asked.related is not None:
        ours = Relation.objects.filter(target__in=acts.seen(sight).filter(id=asked.related))
        listed = listed.filter(id__in=ours.values("act"))
    listed = _state(listed, asked)
    return search.matching(listed, asked.words, asked.lang) if asked.words.strip() else listed


def types(asked: Asked, pack: charter.Pack) -> tuple[str, ...]:
    """The types of act asked for, by themselves or as a bucket of the day."""
    of_bucket = pack.bucket(asked.bucket, as_of=asked.day) if asked.bucket else (asked.type,)
    return tuple(each for each in of_bucket if asked.type in ("", each))


def _view(listed: QuerySet[Act], sight: Sight, asked: Asked, pack: charter.Pack) -> QuerySet[Act]:
    home = Start(sight.home or 0, False)
    if asked.view == questions.OWN:
        return _issued_under(listed, {home}, sight, sight.day)
    if asked.view == questions.SUPERIOR:
        return _to_concretise(listed, sight, pack)
    if asked.view == questions.LATE:
        return _late(listed)
    if asked.view == questions.WITHDRAWN:
        return listed.filter(Exists(_ended_by(asked, ("withdraws",))))
    return listed


def _issued_under(listed: QuerySet[Act], starts: set[Start], sight: Sight, day: date) -> QuerySet[Act]:
    return listed.filter(issuer__in=places.beneath(sorted(starts, key=repr), organs=sight.organs, day=day))


def _to_concretise(listed: QuerySet[Act], sight: Sight, pack: charter.Pack) -> QuerySet[Act]:
    """Acts of superiors that bind beyond a single case (they change nothing themselves, others have concretised them or
    they give tasks), that nothing has ended, and to which no act of one's own unit refers as concretising them.
    """
    if sight.home is None:
        return listed.none()
    downward = [id for id in pack.relations(as_of=sight.day) if pack.relation(id, as_of=sight.day).to_higher]
    above = places.beneath(
        [Start(unit, False) for unit in _superiors(sight)], organs=sight.organs, day=sight.day
    )
    own = places.beneath([Start(sight.home, False)], organs=sight.organs, day=sight.day)
    concretised = Relation.objects.filter(target=OuterRef("pk"), kind__in=downward)
    return listed.filter(
        Exists(concretised) | Exists(Task.objects.filter(act=OuterRef("pk"))),
        ~Exists(Effect.objects.filter(act=OuterRef("pk"))),
        ~Exists(concretised.filter(act__issuer__in=own)),
        ~Exists(Relation.objects.filter(target=OuterRef("pk"), kind__in=ENDING)),
        issuer__in=above,
    )


def _superiors(sight: Sight) -> list[int]:
    """The units above one's own, nearest first; 0 alone where there is none."""
    found: list[int] = []
    unit = sight.home
    while unit is not None and len(found) < _DEEPEST:
        standing = UnitSpan.objects.filter(read.on(sight.day), unit=unit)
        unit = standing.values_list("parent", flat=True).first()
        found += [unit] if unit else []
    return found or [0]


def _late(listed: QuerySet[Act]) -> QuerySet[Act]:
    return listed.filter(recorded_at__date__gt=F("signed_on") + timedelta(days=questions.LATE_DAYS))


def _ended_by(asked: Asked, kinds: Sequence[str]) -> QuerySet[Relation]:
    ending = Relation.objects.filter(target=OuterRef("pk"), kind__in=kinds, act__in_force_on__lte=asked.day)
    return ending if asked.known_before is None else ending.filter(act__recorded_at__lt=asked.known_before)


def _state(listed: QuerySet[Act], asked: Asked) -> QuerySet[Act]:
    ended = Exists(_ended_by(asked, ENDING))
    if asked.state == questions.IN_FORCE:
        return listed.filter(~ended, in_force_on__lte=asked.day)
    if asked.state == questions.NOT_YET:
        return listed.filter(~ended, in_force_on__gt=asked.day)
    return listed.filter(ended) if asked.state == questions.ENDED else listed


# Counting and paging


@dataclass(frozen=True, slots=True)
class Counted:
    """How many acts there are, all and by bucket."""

    num: int
    by_bucket: tuple[tuple[str, int], ...]
    """In the charter's order, those of none left out."""
    is_whole: bool
    """False: the list is longer, the newest `MOST_COUNTED` were counted."""


def counted(listed: QuerySet[Act], *, pack: charter.Pack, day: date) -> Counted:
    """Count a list by bucket, in one query that looks at a bounded number of acts."""
    newest = listed.order_by("-signed_on", "-id").values("id")[: MOST_COUNTED + 1]
    by_type = dict(
        Act.objects.filter(id__in=newest).order_by("type").values_list("type").annotate(num=Count("id"))
    )
    num = sum(by_type.values())
    buckets = tuple(
        (id, sum(by_type.get(each, 0) for each in pack.bucket(id, as_of=day)))
        for id in pack.buckets(as_of=day)
    )
    return Counted(min(num, MOST_COUNTED), buckets, num <= MOST_COUNTED)


@dataclass(frozen=True, slots=True)
class Page:
    """Some acts of a list, the last signed first, and where it goes on in both directions."""

    acts: tuple[Act, ...]
    previous: Cursor | None
    next: Cursor | None


def page(
    listed: QuerySet[Act], *, size: int, after: Cursor | None = None, before: Cursor | None = None
) -> Page:
    """The acts after (signed earlier than) a place in the list, or those just before it."""
    if before is not None:
        nearest = listed.filter(_beyond(before, "gt")).order_by("signed_on", "id")
        found = list(nearest.select_related("issuer")[: size + 1])
        shown = found[:size][::-1]
        more_before, more_after = len(found) > size, True
    else:
        rest = listed.filter(_beyond(after, "lt")) if after else listed
        found = list(rest.order_by("-signed_on", "-id").select_related("issuer")[: size + 1])
        shown = found[:size]
        more_before, more_after = after is not None, len(found) > size
    return Page(
        tuple(shown),
        (shown[0].signed_on, shown[0].id) if shown and more_before else None,
        (shown[-1].signed_on, shown[-1].id) if shown and more_after else None,
    )


def _beyond(place: Cursor, how: str) -> Q:
    """Beyond a place in the order of signing. The first condition lets the database begin at the day."""
    day, id = place
    near = Q(**{f"signed_on__{how}e": day})
    return near & (Q(**{f"signed_on__{how}": day}) | Q(**{f"id__{how}": id}))


def exportable(listed: QuerySet[Act], sight: Sight) -> QuerySet[Act]:
    """Those of a list that may be taken out: of issuers over whom the right to export is held."""
    return sight.within(rights.EXPORT).restrict(listed, "issuer_id")
