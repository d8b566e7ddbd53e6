"""Drafts that wait to be checked, and those that wait to be signed. The rule book sets them no day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import F

from fasti import charter
from fasti.access import drafts as access
from fasti.access import people, rights
from fasti.acts.models import Draft
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import MOST, Item, Step
from fasti.subjects.models import Person


def items(asked: Asked) -> Iterator[Item]:
    """Drafts of units within reach: to check those of others, to sign those that were checked."""
    if asked.sight.has(rights.CHECK):
        found = [each for each in _open(asked, rights.CHECK, is_checked=False) if not _is_own(asked, each)]
        yield from _items(asked, found, "check")
    if asked.sight.has(rights.ISSUE):
        found = [each for each in _open(asked, rights.ISSUE, is_checked=True) if _may_sign(asked, each)]
        yield from _items(asked, found, "sign")


def _open(asked: Asked, right: str, *, is_checked: bool) -> list[Draft]:
    drafts = Draft.objects.filter(issued_as=None, dropped_at=None, unit__isnull=False)
    drafts = drafts.filter(checked_at__isnull=not is_checked)
    drafts = drafts.filter(access.held(asked.sight, right))
    drafts = drafts.select_related("unit", "drafted_by", "checked_by")
    found = list(drafts.order_by(F("changed_at").desc(nulls_last=True), "-id")[:MOST])
    asked.names.learn(draft.unit_id for draft in found if draft.unit_id)
    return found


def _is_own(asked: Asked, draft: Draft) -> bool:
    person = asked.sight.person
    return person is not None and person in (draft.drafted_by_id, draft.changed_by_id)


def _may_sign(asked: Asked, draft: Draft) -> bool:
    """Whether whoever drafted it may also sign it, or somebody else drafted it."""
    if asked.sight.person is None or draft.drafted_by_id != asked.sight.person:
        return True
    return not asked.pack.four_eyes(as_of=asked.day).ask(str(draft.content.get("type", "")))


def _items(asked: Asked, found: Sequence[Draft], kind: str) -> Iterator[Item]:
    """The drafts as items; whoever wrote or checked one is named where they are seen."""
    persons = [each.checked_by_id if kind == "sign" else each.drafted_by_id for each in found]
    seen = people.seen_among(asked.sight, [person for person in persons if person is not None])
    yield from (_item(asked, draft, kind, seen) for draft in found)


def _item(asked: Asked, draft: Draft, kind: str, seen: Collection[int]) -> Item:
    at = (draft.checked_at if kind == "sign" else draft.changed_at) or draft.drafted_at
    who = draft.checked_by if kind == "sign" else draft.drafted_by
    told = {"day": asked.day_in(at.date()), "person": _called(who, seen) if who else ""}
    unit = draft.unit.code if draft.unit else ""
    return Item(
        kind=kind,
        key=f"draft:{draft.id}",
        what=str(draft.content.get("title") or asked.say("web-untitled")),
        why=asked.say(
            f"waiting-{kind}-why", who="known" if who else "unknown", unit=asked.unit(unit), **told
        ),
        unit=unit,
        article=_article(asked, draft),
        due_on=None,
        since=at.date(),
        days_late=0,
        step=Step(kind, "draft", {"id": str(draft.id)}),
    )


def _called(who: Person, seen: Collection[int]) -> str:
    return (who.full_name if who.id in seen else "") or who.code


def _article(asked: Asked, draft: Draft) -> str:
    """The article by which the unit may issue such an act."""
    unit = asked.names.unit(draft.unit.code) if draft.unit else None
    try:
        type_ = str(draft.content.get("type", ""))
        return asked.pack.authority(unit.kind, type_, as_of=asked.day).reference if unit else ""
    except charter.NoRule:
        return ""
