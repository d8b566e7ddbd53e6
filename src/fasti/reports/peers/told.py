"""The side by side of a peer group as a document of tables, in the language it was asked in."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from fasti import words
from fasti.reports.peers.beside import Beside, Cell
from fasti.reports.peers.paper import Paper, Table


def paper(found: Beside, lang: str) -> Paper:
    """The document: a row for each member, a column for each figure, the whole group at the foot."""
    period = words.period(found.period, lang)
    facts = [words.boundaries(found.boundaries, lang)]
    if found.known:
        facts.append(words.known_on(found.known, lang))
    facts.append(words.say("peers-members-by", lang, article=found.reference))
    rows = tuple((each.name, *(cell(one, lang) for one in each.cells)) for each in found.members)
    foot = ((words.say("col-total", lang), *(each.text for each in found.whole)),)
    heads = (words.say("col-unit", lang), *found.labels)
    table = Table(words.say("peers-table", lang), heads, rows, foot, (note(found, lang),))
    title = words.say("peers-title", lang, group=found.name, period=period)
    name = f"{found.group}-{found.period.code}"
    return Paper(lang, name, title, found.name, tuple(facts), (table,), plain(found))


def note(found: Beside, lang: str) -> str:
    """In which order the members stand."""
    return words.say("peers-ranked" if found.is_ranked else "peers-unranked", lang)


def cell(each: Cell, lang: str) -> str:
    """A member's figure with its place, if there are places."""
    if each.place is None:
        return each.amount.text
    return words.say("peers-place", lang, value=each.amount.text, n=each.place)


def plain(found: Beside) -> dict[str, Any]:
    """The same for programs: exact values, with numerator and denominator."""
    return {
        "group": found.group, "period": found.period.code, "boundaries": found.boundaries.isoformat(),
        "known": found.known.isoformat() if found.known else None, "reference": found.reference,
        "is_ranked": found.is_ranked, "figures": list(found.figures),
        "members": [
            {
                "unit": each.unit, "name": each.name,
                "figures": [
                    {"figure": id, **_amount(one)} for id, one in zip(found.figures, each.cells, strict=True)
                ],
            }
            for each in found.members
        ],
        "whole": [
            {"figure": id, **_amount(Cell(amount, None))}
            for id, amount in zip(found.figures, found.whole, strict=True)
        ],
    }  # fmt: skip


def _amount(each: Cell) -> dict[str, Any]:
    amount = each.amount
    value = str(amount.value) if isinstance(amount.value, Fraction) else amount.value
    return {
        "value": value, "numerator": amount.numerator, "denominator": amount.denominator, "text": amount.text,
        "is_withheld": bool(amount.withheld), "place": each.place,
    }  # fmt: skip
