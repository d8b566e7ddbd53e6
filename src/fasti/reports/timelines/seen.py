"""A timeline as somebody may see it: what confidential acts did is left out unless the reader sees those acts.

An act of the lowest class is named even where it is out of the reader's reach, for it says no more than the span it
opened; it is linked only where the reader may open it. One's own record is told in full.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from fasti.access import acts
from fasti.access.sight import Sight
from fasti.reports.timelines.timeline import Deed, Entry, Timeline

PERSONAL = ("rating", "sanction")
"""Lines of a person that are shown to whom personal fields are granted."""
PEOPLE = ("tenure", "pool")
"""Lines of a post that name people."""


def seen(
    timeline: Timeline, sight: Sight, *, is_own: bool = False, without: Collection[str] = ()
) -> Timeline:
    """The timeline without the entries, and the ends of entries, that confidential acts out of sight brought about;
    nor is what they did counted.

    `without`: lines that are left out altogether, such as those of `PERSONAL`.
    """
    kept = [entry for entry in (*timeline.entries, *timeline.later) if entry.line not in without]
    deeds = [deed for entry in kept for deed in (entry.opened, entry.closed) if deed]
    open_to = acts.seen_among(sight, {deed.act_id for deed in deeds})
    told = [told for entry in kept if (told := _entry(entry, open_to, is_own=is_own)) is not None]
    begun = tuple(entry for entry in told if entry.starts_on <= timeline.as_of)
    return replace(timeline, entries=begun, later=tuple(told[len(begun) :]))


def _entry(entry: Entry, open_to: Collection[int], *, is_own: bool) -> Entry | None:
    opened, closed = _deed(entry.opened, open_to), _deed(entry.closed, open_to)
    if is_own:
        return replace(entry, opened=opened, closed=closed)
    if opened is not None and _is_hidden(opened):
        return None
    if closed is not None and _is_hidden(closed):
        return replace(entry, opened=opened, closed=None, ends_before=None, is_end_told=False)
    return replace(entry, opened=opened, closed=closed)


def _deed(deed: Deed | None, open_to: Collection[int]) -> Deed | None:
    return deed and replace(deed, is_linked=deed.act_id in open_to)


def _is_hidden(deed: Deed) -> bool:
    return deed.confidentiality not in acts.OPEN and not deed.is_linked
