"""Acts that touch a period and came to be known, were corrected or withdrawn after a day."""

from __future__ import annotations

from datetime import date

import numpy as np
from django.db.models import Q, QuerySet

from fasti import charter, words
from fasti.acts.models import Act
from fasti.dates import axes, periods
from fasti.indicators import engines, perimeter
from fasti.reports import model, naming

MOST = 100
WITHDRAWS, CORRECTS = "withdraws", ("corrects", "amends", "replaces", "repeals")


def acts(
    pack: charter.Pack, *, unit: str, period: periods.Period, boundaries: date, known: date
) -> tuple[Act, ...]:
    """The acts of the perimeter, in the order of the record."""
    inside = _inside(pack, unit, period, boundaries)
    return tuple(
        act
        for act in _touching(period, known)
        if inside([act.issuer_id, *(effect.unit_id for effect in act.effects.all())])
    )


def told(act: Act, names: naming.Names, lang: str) -> model.LateAct:
    """An act as the report lists it."""
    return model.LateAct(
        act.code,
        act.symbol,
        act.title,
        act.language,
        names.of_unit(act.issuer.code),
        act.signed_on,
        act.recorded_at.date(),
        _state(act, lang),
    )


def _touching(period: periods.Period, known: date) -> QuerySet[Act]:
    """Acts recorded after the day that were signed in the period, or change what held until its end."""
    day = period.ends_before
    earlier = Q(relations__kind__in=(WITHDRAWS, *CORRECTS), relations__target__signed_on__lt=day)
    touches = Q(signed_on__gte=period.starts_on, signed_on__lt=day) | Q(effects__on__lt=day) | earlier
    recorded = Act.objects.filter(recorded_at__gte=axes.known_before(known))
    chosen = recorded.filter(touches | Q(effects__voids__on__lt=day)).distinct().order_by("id")
    return chosen.select_related("issuer").prefetch_related("effects", "relations__target")


class _inside:
    """Whether any of some units lies in the perimeter."""

    def __init__(self, pack: charter.Pack, unit: str, period: periods.Period, boundaries: date) -> None:
        with engines.opened() as engine:
            ground = perimeter.ground(
                engine, unit, pack=pack, day=boundaries, as_of=period.last_day, database="default"
            )
        self.tree, self.runs = ground.tree, ground.around.whole

    def __call__(self, units: list[int]) -> bool:
        places = self.tree.places(np.asarray(units, np.int64))
        return any(bool(((low <= places) & (places < high)).any()) for low, high in self.runs)


def _state(act: Act, lang: str) -> str:
    for relation in act.relations.all():
        if relation.kind == WITHDRAWS:
            target = words.act_reference(relation.target.symbol, relation.target.signed_on, lang)
            return words.say("report-withdraws", lang, act=target)
        if relation.kind in CORRECTS:
            return words.say("status-corrected", lang)
    return words.say("status-recorded-late", lang)
