"""Which drafts are seen: one's own, and those of units over which one drafts, checks or issues, by clearance."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from fasti.access import acts, rights
from fasti.access.sight import NOTHING, Reach, Sight
from fasti.acts.models import Draft

WORK = (rights.DRAFT, rights.CHECK, rights.ISSUE)
"""The rights of which each lets one see a draft of a unit."""
LOWEST = acts.LOWEST


def seen(sight: Sight) -> QuerySet[Draft]:
    """Every draft that is seen and neither issued nor given up."""
    return Draft.objects.filter(condition(sight), issued_as=None, dropped_at=None)


def condition(sight: Sight) -> Q:
    """The condition that a draft is seen."""
    whole = NOTHING if sight.person is None else Q(drafted_by=sight.person)
    for grant in sight.grants:
        if not grant.rights.isdisjoint(WORK):
            part = Reach(sight, (grant,)).condition("unit_id")
            classes = sight.classes(grant.clearance)
            whole |= part if classes is None else part & _of_class(classes)
    return whole


def _of_class(classes: tuple[str, ...]) -> Q:
    absent = Q(content__confidentiality__isnull=True)
    return absent | Q(content__confidentiality__in=classes)


def sees(sight: Sight, draft: Draft) -> bool:
    """Whether one draft is seen."""
    if sight.person is not None and draft.drafted_by_id == sight.person:
        return True
    return any(may(sight, right, draft) for right in WORK)


def may(sight: Sight, right: str, draft: Draft) -> bool:
    """Whether a right is held over a draft. Over one that names no unit yet, it must reach the whole body."""
    level = str(draft.content.get("confidentiality") or LOWEST)
    if draft.unit_id is None:
        return any(
            (classes := sight.classes(grant.clearance)) is None or level in classes
            for grant in sight.within(right).grants
            if grant.reach == rights.BODY
        )
    return acts.may(right, sight, unit=draft.unit_id, confidentiality=level)
