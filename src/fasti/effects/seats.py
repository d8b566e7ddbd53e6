"""The steps of a person's tenures: taking up a post, leaving one, moving from one to another on one day."""

from __future__ import annotations

from datetime import date

from fasti.acts.findings import Finding
from fasti.dates import spans
from fasti.effects.lines import TenureLine, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import TenureRow


def planned_end(effect: Recorded) -> date | None:
    """The end of a term as decided, from an effect's data."""
    text = effect.data.get("ends_planned_on")
    return spans.parse_day(text) if text else None


def check_seat(effect: Recorded, line: TenureLine, *, post: int | None = None) -> list[Finding]:
    """What keeps the person from taking up a post (the effect's own if none is given) on the effect's day.

    Seats are counted by `vacancies`.
    """
    post = post or effect.post or 0
    if post in line.open:
        return found("already-holds-post", effect, person=line.subject, post=post, day=effect.on)
    if not line.world.stands("establishment", post, effect.on):
        return found("post-not-there", effect, post=post, day=effect.on)
    return []


def take(effect: Recorded, line: TenureLine, *, manner: str) -> list[Finding]:
    """Take up the effect's post."""
    refused = check_seat(effect, line)
    if not refused:
        _seat(effect, line, effect.post or 0, manner)
    return refused


def _seat(effect: Recorded, line: TenureLine, post: int, manner: str) -> None:
    row = TenureRow(line.subject, post, manner, planned_end(effect), effect.on, None, effect.id, None)
    line.begin(post, row)


def move(
    effect: Recorded, line: TenureLine, *, manner: str, posts: tuple[int | None, int | None] | None = None
) -> list[Finding]:
    """Leave one post and take up another on the same day. `posts`: left and taken up, if not the effect's own."""
    left, taken = posts or (effect.other_post, effect.post)
    if taken == left:
        return found("same-post", effect, person=line.subject, post=taken)
    if left not in line.open:
        return found("does-not-hold-post", effect, person=line.subject, post=left, day=effect.on)
    refused = check_seat(effect, line, post=taken)
    if refused:
        return refused
    line.end(left, effect.on, effect.id)
    _seat(effect, line, taken or 0, manner)
    return []


def leave_post(effect: Recorded, line: TenureLine) -> list[Finding]:
    """Hold the effect's post no longer."""
    if effect.post not in line.open:
        return found("does-not-hold-post", effect, person=effect.person, post=effect.post, day=effect.on)
    line.end(effect.post, effect.on, effect.id)
    return []
