"""Keep the words by which units are found up to date: with each issuing, after an import, and anew from the record.

A unit's words change by the effects that found or rename it, or void such a one. They are taken in in the order of the
record; whoever is killed meanwhile goes on with the next issuing, import or rebuild.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from fasti.acts.models import Body, Effect
from fasti.register import unit_words

_NAMING = ("FOUND", "RENAME")
BATCH = 20_000
"""Effects looked at between two commits after an import."""


def add(effects: Sequence[Effect]) -> None:
    """Take in the units that effects just recorded name. Part of the issuing's transaction, after the register."""
    if any(effect.kind in (*_NAMING, "VOID") for effect in effects):
        _put(max(effect.id for effect in effects))


def catch_up() -> None:
    """Take in every unit whose names changed since."""
    top = Effect.objects.aggregate(top=Max("id"))["top"] or 0
    while (at := unit_words.last()) < top:
        with transaction.atomic():
            Body.objects.select_for_update().get()
            _put(_end(at, top))


def anew() -> None:
    """Empty the words and fill them from the register."""
    with transaction.atomic():
        Body.objects.select_for_update().get()
        unit_words.empty()
    catch_up()


def num_behind() -> int:
    """How many effects of naming the words do not know yet."""
    return len(_units(unit_words.last(), None))


def _end(at: int, top: int) -> int:
    """The last effect of a batch of those that name units."""
    named = Effect.objects.filter(id__gt=at, kind__in=(*_NAMING, "VOID")).order_by("id")
    ids = list(named.values_list("id", flat=True)[BATCH : BATCH + 1])
    return ids[0] - 1 if ids else top


def _put(top: int) -> None:
    at = unit_words.last()
    if at < top:
        unit_words.put(_units(at, top))
        unit_words.mark(top)


def _units(at: int, top: int | None) -> set[int]:
    query = Effect.objects.filter(id__gt=at)
    if top is not None:
        query = query.filter(id__lte=top)
    named = set(query.filter(kind__in=_NAMING).values_list("unit", flat=True))
    voided = query.filter(kind="VOID", voids__kind__in=_NAMING)
    return named | set(voided.values_list("voids__unit", flat=True))
