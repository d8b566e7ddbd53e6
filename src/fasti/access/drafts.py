"""Which drafts are seen: those of units over which one drafts, checks or issues, by clearance, and one's own that name
no unit yet. A draft belongs to the unit, not to its writer: who holds no right there any more leaves it behind.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from fasti.access import acts, rights
from fasti.access.sight import NOTHING, Reach, Sight
from fasti.acts.models import Draft

WORK = (rights.DRAFT, rights.CHECK, rights.ISSUE)
"""The rights of which each lets one see a draft of a unit."""
LOWEST = acts.LOWEST
ABSENT = Draft(unit_id=0, content={})
"""What is looked at in place of a draft that is not there, so that it takes as long as one that is not seen."""


def seen(sight: Sight) -> QuerySet[Draft]:
    """Every draft that is seen and neither issued nor given up."""
    return Draft.objects.filter(condition(sight), issued_as=None, dropped_at=None)


def condition(sight: Sight) -> Q:
    """The condition that a draft is seen. One that names no unit yet is its writer's, as long as they draft at all."""
    whole = NOTHING
    for right in WORK:
        whole |= held(sight, right)
    return whole | Q(drafted_by=sight.person, unit=None) if _works(sight) else whole


def held(sight: Sight, right: str) -> Q:
    """The condition that a right is held over a draft: over its unit, and up to its class."""
    whole = NOTHING
    for grant in sight.within(right).grants:
        part = Reach(sight, (grant,)).condition("unit_id")
        classes = sight.classes(grant.clearance)
        whole |= part if classes is None else part & _of_class(classes)
    return whole


def _works(sight: Sight) -> bool:
    return sight.person is not None and any(sight.has(right) for right in WORK)


def _of_class(classes: tuple[str, ...]) -> Q:
    absent = Q(content__confidentiality__isnull=True)
    return absent | Q(content__confidentiality__in=classes)


def sees(sight: Sight, draft: Draft) -> bool:
    """Whether one draft is seen."""
    if draft.unit_id is None and _works(sight) and draft.drafted_by_id == sight.person:
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
