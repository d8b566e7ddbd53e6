"""The library of good practices: what units hold out, who adopted it and when, and what was withdrawn.

Everybody is told of practices that were published by acts of the lowest class; of others only who sees the act. Search
is folded: marks and capitals do not matter, every word must be found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Q, QuerySet

from fasti import charter, words
from fasti.access import acts as seen_acts
from fasti.access.sight import Sight
from fasti.acts.models import Act, Effect
from fasti.register.models import Adoption, Practice
from fasti.reports import naming
from fasti.subjects import names as folding

WITHDRAW = "WITHDRAW_PRACTICE"


@dataclass(frozen=True, slots=True)
class Adopted:
    """A unit that works by the practice, since when, and by which act."""

    unit: str
    name: str
    on: date
    act: Act


@dataclass(frozen=True, slots=True)
class Told:
    """A practice as the reader is told it."""

    id: int
    effect: int
    """The effect that describes it: its number orders the library."""
    unit: str
    unit_name: str
    practice: str
    topic: str
    topic_name: str
    title: str
    text: str
    worked_at: str
    published_on: date
    act: Act
    withdrawn_on: date | None
    withdrawn_by: Act | None
    """None also where the reader does not see the act."""
    because: str
    adopted: tuple[Adopted, ...]

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is held out no more."""
        return self.withdrawn_on is not None


def library(
    sight: Sight,
    pack: charter.Pack,
    *,
    as_of: date,
    lang: str,
    find: str = "",
    topic: str = "",
    unit: str = "",
    has_withdrawn: bool = True,
    before: int | None = None,
    limit: int = 50,
) -> tuple[Told, ...]:
    """Practices that answer, the latest first; `before`: only those with a lower number, for the next page."""
    query = seen(sight)
    if not has_withdrawn:
        query = query.filter(ends_before=None)
    if topic:
        query = query.filter(practice_topic=topic)
    if unit:
        query = query.filter(unit__code=unit)
    for word in folding.fold(find).split():
        query = query.filter(folded__contains=word)
    if before is not None:
        query = query.filter(opened_by__lt=before)
    rows = list(query.order_by("-opened_by")[:limit])
    return told(rows, sight, pack, as_of=as_of, lang=lang)


def one(sight: Sight, pack: charter.Pack, unit: str, practice: str, *, as_of: date, lang: str) -> Told | None:
    """The practice as it was last described; None where there is none that the reader may be told of."""
    rows = list(seen(sight).filter(unit__code=unit, practice=practice).order_by("-opened_by")[:1])
    return next(iter(told(rows, sight, pack, as_of=as_of, lang=lang)), None)


def seen(sight: Sight) -> QuerySet[Practice]:
    """The practices that stand or were withdrawn, in their last description, as far as the reader may be told."""
    query = Practice.objects.filter(Q(ends_before=None) | Q(closed_by__kind=WITHDRAW))
    query = query.filter(seen_acts.told_condition(sight, "opened_by__act"))
    return query.select_related("unit", "opened_by__act__issuer", "closed_by__act__issuer")


def told(
    rows: Sequence[Practice], sight: Sight, pack: charter.Pack, *, as_of: date, lang: str
) -> tuple[Told, ...]:
    """Rows as the reader is told them, with who adopted them: in a fixed number of queries."""
    adopted = _adopted(rows, sight)
    names = naming.Names(pack, lang, as_of)
    names.learn({row.unit_id for row in rows} | {each.unit_id for of in adopted.values() for each in of})
    topics = pack.names("practice_topic", lang)
    acts = [row.closed_by.act_id for row in rows if row.closed_by]
    open_acts = seen_acts.seen_among(sight, acts)
    return tuple(_told(row, adopted, names, topics, open_acts) for row in rows)


def _told(
    row: Practice,
    adopted: dict[tuple[int, str], list[Adoption]],
    names: naming.Names,
    topics: Any,
    open_acts: Iterable[int],
) -> Told:
    data: dict[str, Any] = row.opened_by.data if row.opened_by else {}
    closed = row.closed_by
    is_told = closed is not None and closed.act_id in set(open_acts)
    return Told(
        row.pk, cast(Effect, row.opened_by).pk, row.unit.code, names.of_unit(row.unit.code), row.practice,
        row.practice_topic,
        topics.get(row.practice_topic, row.practice_topic), row.title, data.get("text", ""), data.get("worked_at", ""),
        row.starts_on, cast(Effect, row.opened_by).act, row.ends_before, closed.act if closed and is_told else None,
        closed.data.get("because", "") if closed and is_told else "",
        tuple(
            Adopted(each.unit.code, names.of_unit(each.unit.code), each.starts_on, cast(Effect, each.opened_by).act)
            for each in adopted.get((row.unit_id, row.practice), ())
        ),
    )  # fmt: skip


def _adopted(rows: Sequence[Practice], sight: Sight) -> dict[tuple[int, str], list[Adoption]]:
    found: dict[tuple[int, str], list[Adoption]] = defaultdict(list)
    query = Adoption.objects.filter(
        author__in={row.unit_id for row in rows}, practice__in={row.practice for row in rows}
    ).filter(seen_acts.told_condition(sight, "opened_by__act"))
    for each in query.select_related("unit", "opened_by__act__issuer").order_by("starts_on", "opened_by"):
        found[(each.author_id, each.practice)].append(each)
    return found


def state(each: Told, lang: str) -> str:
    """Whether it is held out, or since when not."""
    if each.withdrawn_on is None:
        return words.say("practice-state-open", lang)
    return words.say("practice-state-withdrawn", lang, day=each.withdrawn_on)


def lines(each: Told, lang: str) -> list[str]:
    """A practice at length: what it is, where it worked, who adopted it, whether it was withdrawn."""

    def act(given: Act) -> str:
        return f"{words.act_reference(given.symbol, given.signed_on, lang)} [{given.code}]"

    made = [f"{each.title} ({each.topic_name}; {each.unit_name}, {each.practice})", each.text]
    if each.worked_at:
        made.append(words.say("practice-worked-at", lang, where=each.worked_at))
    made.append(words.say("practice-published", lang, day=each.published_on, act=act(each.act)))
    if each.withdrawn_on and each.withdrawn_by:
        args = {"day": each.withdrawn_on, "act": act(each.withdrawn_by), "because": each.because}
        made.append(words.say("practice-withdrawn", lang, **args))
    elif each.withdrawn_on:
        made.append(state(each, lang))
    for one_ in each.adopted:
        args = {"unit": one_.name, "day": one_.on, "act": act(one_.act)}
        made.append("  " + words.say("practice-adopted-by", lang, **args))
    if not each.adopted:
        made.append(words.say("practice-adopted-none", lang))
    return made


def plain(each: Told) -> dict[str, Any]:
    """The same for programs."""
    return {
        "unit": each.unit, "practice": each.practice, "topic": each.topic, "title": each.title, "text": each.text,
        "worked_at": each.worked_at, "published_on": each.published_on.isoformat(), "act": each.act.code,
        "withdrawn_on": each.withdrawn_on.isoformat() if each.withdrawn_on else None,
        "withdrawn_by": each.withdrawn_by.code if each.withdrawn_by else None, "because": each.because,
        "adopted": [
            {"unit": one_.unit, "on": one_.on.isoformat(), "act": one_.act.code} for one_ in each.adopted
        ],
    }  # fmt: skip
