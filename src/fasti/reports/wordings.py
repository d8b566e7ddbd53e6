"""The wordings of reports that were learned: those that a report is read with, and the list with author, act and state.

A wording is read with from its day until it is learned anew; one whose act was withdrawn was never learned. Everybody
is told of wordings taught by acts of the lowest class; of others only who sees the act, and only they read with them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter, words
from fasti.access import acts as seen_acts
from fasti.access import people as seen_people
from fasti.access.sight import OPERATOR, Sight
from fasti.acts.models import Act, Effect
from fasti.claims import Wording
from fasti.dates import axes
from fasti.effects import store
from fasti.register import rows
from fasti.register.rows import WordingRow
from fasti.subjects.models import Person

LINE = "wording"


@dataclass(frozen=True, slots=True)
class Learned:
    """An entry as it is told."""

    id: int
    """The effect that taught it."""
    language: str
    phrase: str
    """As its author wrote it."""
    indicator: str
    qualifier: str
    tells: str
    """The figure or the qualifier in words."""
    authors: tuple[str, ...]
    """Codes of the persons who taught it, where the act says so."""
    author_names: tuple[str, ...]
    """Their names, the code of whoever is not seen."""
    sentence_hash: str
    starts_on: date
    ends_before: date | None
    act: Act


def in_force(when: axes.When, *, sight: Sight = OPERATOR) -> tuple[Wording, ...]:
    """The wordings that reports are read with on a day, as known at an instant."""
    held = [row for row in _rows(when) if rows.holds(row, when.as_of)]
    hidden = seen_acts.untold_among(sight, [row.opened_by for row in held])
    told = [row for row in held if row.opened_by not in hidden]
    return tuple(Wording(row.text_language, row.phrase, row.indicator, row.qualifier) for row in told)


def _rows(when: axes.When) -> list[WordingRow]:
    """All entries as known at an instant; then those units alone are folded that ever kept some: mostly one."""
    if when.known_before is None:
        return store.rows_of(LINE)
    taught = Effect.objects.filter(kind="LEARN_WORDING").order_by("unit")
    return [
        row
        for unit in taught.values_list("unit", flat=True).distinct()
        for row in store.rows_of(LINE, known_before=when.known_before, unit=unit)
    ]


def listed(
    sight: Sight,
    pack: charter.Pack,
    when: axes.When,
    *,
    lang: str,
    before: int | None = None,
    limit: int | None = None,
) -> tuple[Learned, ...]:
    """The entries up to a day, the latest first. `before`: those taught by an earlier effect, for the next page."""
    found = [row for row in _rows(when) if row.starts_on <= when.as_of]
    hidden = seen_acts.untold_among(sight, [row.opened_by for row in found])
    shown = sorted((row for row in found if row.opened_by not in hidden), key=lambda row: -row.opened_by)
    if before is not None:
        shown = [row for row in shown if row.opened_by < before]
    return told(shown[:limit], sight, pack, lang=lang)


def told(found: Sequence[WordingRow], sight: Sight, pack: charter.Pack, *, lang: str) -> tuple[Learned, ...]:
    """Rows as the reader is told them, in a fixed number of queries."""
    effects = Effect.objects.select_related("act__issuer").in_bulk([row.opened_by for row in found])
    authors = _authors(sight, {code for each in effects.values() for code in each.data.get("authors", ())})
    figures = pack.names("indicator", lang)
    return tuple(_told(row, effects[row.opened_by], authors, figures, lang) for row in found)


def _authors(sight: Sight, codes: set[str]) -> dict[str, str]:
    """The names of people by their codes, as far as they are seen."""
    persons = list(Person.objects.filter(code__in=codes))
    seen = seen_people.seen_among(sight, (each.pk for each in persons))
    return {each.code: each.full_name for each in persons if each.pk in seen and each.full_name}


def _told(row: WordingRow, effect: Effect, authors: dict[str, str], figures: Any, lang: str) -> Learned:
    codes = tuple(effect.data.get("authors", ()))
    tells = (
        words.say(f"cli-claims-{row.qualifier}", lang)
        if row.qualifier
        else str(figures.get(row.indicator, row.indicator))
    )
    return Learned(
        row.opened_by, row.text_language, effect.data["phrase"], row.indicator, row.qualifier, tells, codes,
        tuple(authors.get(each, each) for each in codes),
        effect.data.get("sentence_hash", ""), row.starts_on, row.ends_before, effect.act,
    )  # fmt: skip


def state(each: Learned, lang: str) -> str:
    """Since when it is read with, or until when it was."""
    if each.ends_before is not None:
        return words.say("wording-state-replaced", lang, since=each.starts_on, day=each.ends_before)
    return words.say("wording-state-open", lang, day=each.starts_on)


def plain(each: Learned) -> dict[str, Any]:
    """The same for programs."""
    found = {
        field.name: getattr(each, field.name)
        for field in dataclasses.fields(each)
        if field.name not in ("id", "act", "tells", "author_names", "starts_on", "ends_before")
    }
    return {
        **found,
        "starts_on": each.starts_on.isoformat(),
        "ends_before": each.ends_before.isoformat() if each.ends_before else None,
        "act": each.act.code,
    }
