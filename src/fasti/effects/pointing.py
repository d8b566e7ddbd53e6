"""The points of a step: whether they keep the scorecard, and the rows they leave. The scorecard is that in force on the
last day of the period; who may give them is asked of the act (`operations/score_acts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter.scorecards import Scorecard
from fasti.dates import periods
from fasti.effects.case import Case
from fasti.effects.lines import ScoreLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import ScoreRow

SELF, CHECK, FINAL = "self", "check", "final"
STEPS = (SELF, CHECK, FINAL)
_WRITTEN = re.compile(r"[0-9]{1,6}(?:[.][0-9]{1,4}|/[1-9][0-9]{0,5})?")


def apply(effect: Recorded, line: ScoreLine) -> list[Finding]:
    """The points of a step stand from their day, in place of earlier ones of the same giver, unit and step."""
    data, scored = effect.data, effect.other_unit or 0
    key = (scored, data["scorecard"], data["period"], data["step"])
    if key in line.open:
        line.end(key, effect.on, effect.id)
    row = ScoreRow(
        line.subject,
        scored,
        data["scorecard"],
        data["period"],
        data["step"],
        effect.on,
        None,
        effect.id,
        None,
    )
    line.begin(key, row)
    return []


def read(text: str) -> Fraction | None:
    """Points as written, exact; None for what is no number.

    >>> read("7.5"), read("20/3"), read("many")
    (Fraction(15, 2), Fraction(20, 3), None)
    """
    return Fraction(text) if _WRITTEN.fullmatch(text) else None


def check(effect: Recorded, case: Case) -> Iterator[Finding]:
    """The scorecard is for such a period and such a unit, who gives the points may, and they keep its limits."""
    try:
        period = periods.Period.parse(effect.data["period"])
    except periods.MalformedPeriod:
        yield Finding("period-malformed", {"value": effect.data["period"]}, effect=effect.id)
        return
    try:
        card = case.pack.scorecard(effect.data["scorecard"], as_of=period.last_day)
    except charter.NoRule:
        args: dict[str, object] = {"value": effect.data["scorecard"], "day": period.last_day}
        yield Finding("unknown-scorecard", args, effect=effect.id)
        return
    named = {"scorecard": card.id, "article": card.reference}
    if period.kind != card.period_kind:
        args = {**named, "period": period.code}
        yield Finding("score-wrong-period", args, card.reference, effect=effect.id)
        return
    if effect.on < period.starts_on:
        args = {"field": "on", "until": effect.on, "day": period.starts_on}
        yield Finding("day-not-after", args, effect=effect.id)
    yield from (each.at(effect=effect.id) for each in _check_points(effect, card))


def _check_points(effect: Recorded, card: Scorecard) -> Iterator[Finding]:
    """What must be judged is, nothing else is; points are within their limits and have the evidence they need."""
    given, limits, article = effect.data["points"], card.limits(), {"article": card.reference}
    for id in sorted(set(given) - limits.keys()):
        yield Finding("score-item-unknown", {"score_item": id, **article}, card.reference)
    for id in card.judged:
        if id not in given:
            yield Finding("score-item-missing", {"score_item": id, **article}, card.reference)
    for id, text in given.items():
        points, most = read(text), limits.get(id)
        if points is None:
            yield Finding("score-malformed", {"score_item": id, "value": text})
        elif most is not None and points > most:
            args = {"score_item": id, "value": text, "limit": str(most), **article}
            yield Finding("score-above-most", args, card.reference)
        elif points and id in card.evidenced() and not effect.data.get("evidence", {}).get(id, "").strip():
            yield Finding("score-evidence-missing", {"score_item": id, **article}, card.reference)
    known = {each.id for each in card.exclusions}
    for id in effect.data.get("excluded", ()):
        if id not in known:
            yield Finding("score-item-unknown", {"score_item": id, **article}, card.reference)
