"""Who may sign an act: whoever holds, on the day, a post of an office that signs for the issuer, in it or beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fasti import charter
from fasti.register import read
from fasti.register.models import Tenure, UnitSpan


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign, by the post held."""

    person: str
    post: str
    office: str
    unit: int
    effect: int
    """The effect that opened the tenure."""


def signers(*, pack: charter.Pack, issuer: int, act_type: str, as_of: date) -> list[Signer]:
    """Those who may sign an act of a type for an issuer on a day, in the charter's order of offices."""
    spans = UnitSpan.objects.filter(read.on(as_of))
    kind, parent = spans.filter(unit=issuer).values_list("kind", "parent").first() or ("", None)
    try:
        offices = pack.authority(kind, act_type, as_of=as_of).signers
    except charter.NoRule:
        return []
    beside = spans.filter(parent=parent).values("unit") if parent else ()
    near = Q(post__unit__in=[issuer, parent]) | Q(post__unit__in=beside)
    beneath = Q(post__unit__in=spans.filter(parent=issuer).values("unit"))
    held = Tenure.objects.filter(read.on(as_of), near | beneath, post__office__in=offices)
    found = [
        Signer(each.person.code, each.post.code, each.post.office, each.post.unit_id, each.opened_by_id)
        for each in held.select_related("person", "post").order_by("starts_on", "id")
    ]
    return sorted(found, key=lambda each: (each.unit != issuer, offices.index(each.office)))
