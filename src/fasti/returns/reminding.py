"""Reminders: which returns nobody has handed in, on which of the rule book's days.

A day that was missed is made up for: of the days of a rule that are past, the last one counts, and the earlier no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fasti import charter
from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import engines, perimeter
from fasti.indicators import tree as trees
from fasti.returns import timeliness

BEFORE_DUE, AFTER_GRACE = "before_due", "after_grace"
LONGEST_PAST = 31
"""Days after the last reminder of a rule on which a reminder that was missed is made up for."""
_HORIZON = 400


@dataclass(frozen=True, slots=True)
class Reminder:
    """A return that is not handed in, on a day of a rule."""

    kind: str
    """before_due or after_grace."""
    num_days: int
    """Days before the due day, or after the last day of grace, as the rule has them."""
    unit: int
    form: str
    period: periods.Period
    due_on: date
    article: str


def reminders(pack: charter.Pack, *, day: date) -> Iterator[Reminder]:
    """What is to be reminded of on a day, over the whole body; each as often as the rules still have it."""
    days = {kind: _days(pack, f"reminder.{kind}_days", day) for kind in (BEFORE_DUE, AFTER_GRACE)}
    if not any(days.values()):
        return
    with engines.opened() as engine:
        standing = perimeter.standings(engine)
    for form, period in _near(pack, day):
        for owed in _missing(pack, form, period, standing):
            found = _of(owed.duty, days, day)
            if found:
                kind, num = found
                yield Reminder(kind, num, owed.unit, form, period, owed.duty.due, owed.duty.reference)


def _days(pack: charter.Pack, key: str, day: date) -> tuple[int, ...]:
    """The days of a rule; none where the rule book has no such rule."""
    try:
        return tuple(sorted(int(each) for each in str(pack.value(key, as_of=day).value).split()))
    except charter.NoRule:
        return ()


def _of(duty: rules.Obligation, days: dict[str, tuple[int, ...]], day: date) -> tuple[str, int] | None:
    """The rule whose day it is, or whose day is the last that is past.

    >>> duty = rules.Obligation("f", "l", date(2024, 6, 30), date(2024, 7, 10), 3, "", True)
    >>> rule = {BEFORE_DUE: (0, 1, 7), AFTER_GRACE: (1, 7)}
    >>> [_of(duty, rule, date(2024, 7, d)) for d in (2, 3, 9, 10, 13, 14, 21)]
    [None, ('before_due', 7), ('before_due', 1), ('before_due', 0), None, ('after_grace', 1), ('after_grace', 7)]
    """
    if day <= duty.due:
        left = (duty.due - day).days
        return next(((BEFORE_DUE, num) for num in days[BEFORE_DUE] if left <= num), None)
    over = (day - duty.in_time_until).days
    past = [num for num in days[AFTER_GRACE] if num <= over]
    return (AFTER_GRACE, past[-1]) if past and over <= past[-1] + LONGEST_PAST else None


def _near(pack: charter.Pack, day: date) -> Iterator[tuple[str, periods.Period]]:
    """The forms and periods that may be due about a day."""
    for form in pack.forms(as_of=day):
        for kind in pack.form(form, as_of=day).period_kinds:
            period = periods.of_day(kind, day)
            while period.last_day >= day - timedelta(days=_HORIZON):
                yield form, period
                period = period.previous()


def _missing(
    pack: charter.Pack, form: str, period: periods.Period, standing: perimeter.Standings
) -> Iterator[timeliness.Owed]:
    """Whoever owes and has given nothing."""
    tree = standing.tree(period.last_day)
    kinds = perimeter.kinds(standing, pack, as_of=period.last_day)
    places = [place for place in range(len(tree)) if not kinds[tree.kinds[place]].is_organ]
    owed = list(timeliness.owed_at(pack, form, period, places, tree, kinds))
    given = timeliness.first_days(form, [period], {each.unit for each in owed})
    for each in owed:
        if not any((unit, period.code) in given for unit in each.issuers):
            yield each


def heirs(units: Collection[int], *, day: date) -> dict[int, int]:
    """Who answers for units today: themselves, or whom they went over into."""
    with engines.opened() as engine:
        tree = perimeter.standings(engine).tree(day)
    placed = {unit: tree.place(unit) for unit in units}
    return {unit: int(tree.units[place]) for unit, place in placed.items() if place != trees.NOWHERE}
