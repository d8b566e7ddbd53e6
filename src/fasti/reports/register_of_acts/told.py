"""Acts told as the lines of a list: names for codes, the higher act each concretises, its state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fasti import charter, words
from fasti.access import acts as access
from fasti.access.sight import Sight
from fasti.acts.models import Act, Relation
from fasti.register.models import UnitSpan
from fasti.reports import act_words, naming
from fasti.reports.register_of_acts import standing
from fasti.reports.register_of_acts.standing import Other, Standing
from fasti.subjects.models import Person


@dataclass(frozen=True, slots=True)
class Line:
    """An act in a list."""

    id: int
    code: str
    symbol: str
    title: str
    """Persons by their names on display."""
    lang: str
    """The language of the title."""
    type: str
    type_name: str
    issuer: str
    issuer_name: str
    """As it was called on the day of signing."""
    signed_on: date
    in_force_on: date
    recorded_at: datetime
    confidentiality: str
    higher: tuple[Other, ...]
    """The acts it concretises, those that are seen."""
    standing: Standing


def lines(
    acts: Sequence[Act],
    sight: Sight,
    *,
    pack: charter.Pack,
    lang: str,
    day: date,
    known_before: datetime | None = None,
) -> tuple[Line, ...]:
    """The lines of a list, in its order. The issuers of the acts are to be read with them."""
    standings = standing.of(acts, sight, day=day, known_before=known_before)
    higher = _higher(acts, sight, pack, day)
    issuers = _issuers(acts, pack, lang)
    titles = _titles(acts, lang)
    types = pack.names("act_type", lang)
    return tuple(
        Line(
            act.id, act.code, act.symbol, titles[act.id], act.language, act.type, types.get(act.type, act.type),
            act.issuer.code, issuers[act.id], act.signed_on, act.in_force_on, act.recorded_at,
            act.confidentiality, higher.get(act.id, ()), standings[act.id],
        )
        for act in acts
    )  # fmt: skip


def _higher(acts: Sequence[Act], sight: Sight, pack: charter.Pack, day: date) -> dict[int, tuple[Other, ...]]:
    kinds = [id for id in pack.relations(as_of=day) if pack.relation(id, as_of=day).to_higher]
    related = Relation.objects.filter(act__in=[act.id for act in acts], kind__in=kinds)
    found: dict[int, list[Other]] = defaultdict(list)
    for each in access.restrict(related, sight, "target").select_related("target").order_by("id"):
        found[each.act_id].append(Other(each.target_id, each.target.symbol, each.target.signed_on))
    return {id: tuple(others) for id, others in found.items()}


def _issuers(acts: Sequence[Act], pack: charter.Pack, lang: str) -> dict[int, str]:
    """By act the name of its issuer on the day of signing."""
    spans: dict[int, list[UnitSpan]] = defaultdict(list)
    units = {act.issuer_id for act in acts}
    for span in UnitSpan.objects.filter(unit__in=units).order_by("starts_on", "id"):
        spans[span.unit_id].append(span)
    return {act.id: _name(spans[act.issuer_id], act, pack, lang) for act in acts}


def _name(spans: Sequence[UnitSpan], act: Act, pack: charter.Pack, lang: str) -> str:
    begun = [span for span in spans if span.starts_on <= act.signed_on]
    for span in begun[-1:] or spans[:1]:
        return naming.chosen(dict(span.names), lang, pack)[0] or act.issuer.code
    return act.issuer.code


def _titles(acts: Sequence[Act], lang: str) -> dict[int, str]:
    """By act its title with the names of persons on display, all read at once."""
    codes = {code for act in acts for code in act_words.PERSON.findall(act.title)}
    people = {each.code: act_words.displayed(each, lang) for each in Person.objects.filter(code__in=codes)}
    erased = words.say("act-person-erased", lang)
    return {act.id: act_words.PERSON.sub(lambda m: people.get(m[1], erased), act.title) for act in acts}
