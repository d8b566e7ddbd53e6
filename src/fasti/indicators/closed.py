"""The closed periods an act can bear on: from the first day on which anything would be otherwise, until today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from fasti import charter
from fasti.dates import periods
from fasti.indicators import trial
from fasti.register import rows

_FIRST = date(1900, 1, 1)
"""No body reports on what lies before."""


def earliest(tried: trial.Trial) -> date:
    """The first day on which anything differs."""
    days: list[date] = [day for each in tried.patch.changes for day in _differing(each.before, each.after)]
    for table, ids in (("effect", tried.reach.judged_effects), ("act", tried.reach.judged_acts)):
        names = ('"on"', "signed_on") if table == "effect" else ("signed_on", "in_force_on")
        listed = ", ".join(map(str, sorted(ids)))
        if listed:
            sql = f"SELECT MIN(LEAST({', '.join(names)})) FROM {table} WHERE id IN ({listed})"  # nosec B608
            days += [row[0] for row in tried.rows(sql, trial.AFTER) if row[0]]
    return min(days, default=date.max)


def _differing(before: Sequence[Any], after: Sequence[Any]) -> Iterator[date]:
    """For rows that only one of the two has: the day from which they differ, their end if that is all."""
    gone, come = rows.parted(before, after)
    old, new = _alike(gone), _alike(come)
    for key in old | new:
        found = (*old.get(key, ()), *new.get(key, ()))
        if len(old.get(key, ())) == len(new.get(key, ())):
            yield from (row.ends_before for row in found if row.ends_before is not None)
        else:
            yield from (row.on if hasattr(row, "on") else row.starts_on for row in found)


def _alike(found: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows by all they say but their end."""
    by: dict[str, list[Any]] = defaultdict(list)
    for row in found:
        kept = row._replace(ends_before=None, closed_by=None) if hasattr(row, "ends_before") else row
        by[str(kept)].append(row)
    return by


def over(pack: charter.Pack, since: date, today: date) -> list[periods.Period]:
    """The periods of the pack's forms that hold the earliest day or come after it, and are over."""
    if since >= today:
        return []
    since = max(since, _FIRST)
    kinds = {kind for form in pack.forms(as_of=today) for kind in pack.form(form, as_of=today).period_kinds}
    found = (
        periods.Period(kind, year, index)
        for kind in kinds
        for year in range(since.year, today.year + 1)
        for index in range(12 // len(periods.Period(kind, year).months()))
    )
    closed = [each for each in found if each.last_day >= since and each.ends_before <= today]
    return sorted(closed, key=lambda each: (each.starts_on, each.ends_before))
