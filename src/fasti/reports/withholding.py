"""A gathered report laid out so that what is too small, or could be worked out, is withheld."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping

from fasti import words
from fasti.indicators import figures
from fasti.reports import amounts, discretion, gather, model

BEFORE, NOW = ("before",), ("now",)


def of(gathered: gather.Gathered, limits: discretion.Limits) -> discretion.Discretion:
    """What of a report is not told: all that stands in it is put down, and what adds up to what."""
    found = discretion.Discretion(gathered.pack, limits)
    if not limits.are_any:
        return found
    _computed(found, gathered.computed)
    if gathered.beside is not None:
        _computed(found, gathered.beside.computed)
        _boundaries(found, gathered, gathered.beside)
    found.put(BEFORE, gathered.before.values(), limits.whole)
    found.put(NOW, gathered.now.values(), limits.whole)
    whole = ("at", gathered.computed.boundaries)
    for figure in gathered.computed.total:
        for kind, parts in (("month", gathered.months), ("part", gathered.parts)):
            found.put_parts(kind, figure, parts.get(figure.indicator, ()), whole)
    return found


def _computed(found: discretion.Discretion, computed: figures.Computed) -> None:
    """The units of one day, which add up to the whole with what is booked at none of them."""
    day, limits = computed.boundaries, found.limits
    rows: list[discretion.Row] = []
    for code, own in computed.units.items():
        rows.append(("at", day, code))
        found.put(rows[-1], own, limits.by_unit.get(code, limits.whole))
    if computed.own:
        rows.append(("own", day))
        found.put(rows[-1], computed.own, limits.whole)
    whole = ("at", day)
    found.put(whole, computed.total, limits.whole)
    found.add_up(rows, whole)


def _boundaries(found: discretion.Discretion, gathered: gather.Gathered, beside: gather.Beside) -> None:
    """A unit of the later day has the figures of those of the earlier one that went over into it."""
    earlier, later = sorted((gathered.computed, beside.computed), key=lambda computed: computed.boundaries)
    came: dict[str, list[discretion.Row]] = defaultdict(list)
    for unit in earlier.perimeter:
        if unit.code in beside.heirs:
            came[beside.heirs[unit.code]].append(("at", earlier.boundaries, unit.code))
    for code, rows in came.items():
        if code in later.units:
            found.add_up(rows, ("at", later.boundaries, code))


def told(
    shown: model.Figure,
    found: figures.Figure,
    gathered: gather.Gathered,
    withheld: discretion.Discretion,
    teller: amounts.Teller,
    lang: str,
) -> model.Figure:
    """A figure as its reader may be told it."""
    id, whole = found.indicator, ("at", gathered.computed.boundaries)
    parts = tuple(_part(part, id, gathered.parts, withheld, lang) for part in shown.parts)
    before = _other(BEFORE, id, gathered.before, shown.before, withheld, lang)
    now = _other(NOW, id, gathered.now, shown.now, withheld, lang)
    is_hidden = withheld.hides(whole, id)
    if not is_hidden and before == shown.before and now == shown.now:
        return dataclasses.replace(shown, parts=parts)
    amount = withheld.amount(whole, found, id, lang)
    sentence = words.sentence(f"{shown.label}: {amount.text}")
    if not is_hidden:
        sentence = dataclasses.replace(teller, before={}).figure(found).sentence
    return dataclasses.replace(
        shown, amount=amount, sentence=sentence, before=before, difference="", now=now, parts=parts
    )


def _other(
    row: discretion.Row,
    id: str,
    among: Mapping[str, figures.Figure],
    shown: model.Amount | None,
    withheld: discretion.Discretion,
    lang: str,
) -> model.Amount | None:
    return withheld.amount(row, among[id], id, lang) if shown is not None and id in among else shown


def _part(
    part: model.Part,
    id: str,
    among: Mapping[str, tuple[figures.Part, ...]],
    withheld: discretion.Discretion,
    lang: str,
) -> model.Part:
    found = next(each for each in among[id] if each.key == part.key)
    return dataclasses.replace(part, amount=withheld.amount(("part", id, part.key), found, id, lang))
