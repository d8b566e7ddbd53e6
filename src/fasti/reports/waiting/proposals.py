"""Proposals in returns that wait for an answer of one's unit: since when, until when, and by which article."""

from __future__ import annotations

from collections.abc import Iterator

from fasti import words
from fasti.dates import periods
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import HORIZON, MOST, Item, Step, days_late
from fasti.reports.waiting.place import Place
from fasti.returns import proposals

_LONGEST = 180


def items(asked: Asked, place: Place) -> Iterator[Item]:
    """Those of returns that are seen, the oldest first, also those handed in to units for which one's own answers now.

    Where the rule book sets no term, nothing waits."""
    found = proposals.proposals(asked.pack, waiting_for=place.answers_for, sight=asked.sight, limit=MOST)
    for each in found:
        if each.due_on is None or (each.due_on - asked.day).days > HORIZON:
            continue
        period = words.period(periods.Period.parse(each.period), asked.lang)
        text = each.text if len(each.text) <= _LONGEST else each.text[: _LONGEST - 1].rstrip() + "…"
        yield Item(
            kind="proposal",
            key=f"proposal:{each.unit}:{each.form}:{each.period}:{each.place}",
            what=asked.say("waiting-proposal", unit=asked.unit(each.unit), text=text),
            why=asked.say(
                "waiting-proposal-why", form=asked.pack.name("form", each.form, asked.lang), period=period,
                day=asked.day_in(each.proposed_on),
            ),
            unit=place.code,
            article=each.article,
            due_on=each.due_on,
            since=each.proposed_on,
            days_late=days_late(each.due_on, asked.day),
            step=Step("proposal", "proposals", {"unit": place.code}),
        )  # fmt: skip
