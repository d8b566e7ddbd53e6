"""Tasks and drafts: given to units that stand, due after the signature; drafts that became the act they say."""

from __future__ import annotations

from collections.abc import Iterable

from fasti.acts.models import Draft
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act

group = Group("tasks", __name__)

group.sql(
    "task-for-no-unit",
    "The unit that a task is given to stands when the act comes into force.",
    """
    SELECT t.act_id AS act, t.ordinal AS number, t.unit_id AS unit, a.in_force_on AS day FROM task t
    JOIN act a ON a.id = t.act_id WHERE NOT EXISTS (
        SELECT 1 FROM unit_span s WHERE s.unit_id = t.unit_id AND s.starts_on <= a.in_force_on
        AND (s.ends_before IS NULL OR s.ends_before > a.in_force_on))
    """,
    remedy="look",
    severity="notice",
)


@group.each(
    "task-level-unknown",
    "A task for a level is for one that the rule book knows.",
    remedy="correct",
    says="not-in-rules",
)
def task_level_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    if body.pack and body.is_judged_by(sheet.act):
        known = {level.id for level in body.pack.levels}
        for each in sheet.tasks:
            if each.level and each.level not in known:
                yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.level))


group.sql(
    "task-due-before-signed",
    "No task is due before the act is signed.",
    """
    SELECT t.act_id AS act, t.ordinal AS number, t.due_on AS day FROM task t JOIN act a ON a.id = t.act_id
    WHERE t.due_on < a.signed_on
    """,
    remedy="correct",
)
group.sql(
    "task-without-text",
    "Every task says what is to be done.",
    "SELECT act_id AS act, ordinal AS number FROM task WHERE TRIM(text) = ''",
    remedy="correct",
    says="empty-field",
)
group.sql(
    "task-incomplete",
    "Every task names a responsible person and a deadline.",
    """
    SELECT act_id AS act, COUNT(*) AS count FROM task WHERE responsible_id IS NULL OR due_on IS NULL GROUP BY act_id
    """,
    remedy="complete",
    severity="notice",
)
group.sql(
    "draft-issued-too-early",
    "A draft was kept before it was issued.",
    """
    SELECT d.issued_as_id AS act, d.id AS number FROM draft d JOIN act a ON a.id = d.issued_as_id
    WHERE SUBSTR(CAST(d.drafted_at AS TEXT), 1, 10) > SUBSTR(CAST(a.recorded_at AS TEXT), 1, 10)
    """,
    remedy="look",
    severity="notice",
)


@group.whole(
    "draft-not-emptied",
    "A draft that was issued holds nothing any more: the act is the record, and names in a draft outlive an erasure.",
    remedy="look",
    severity="notice",
)
def draft_not_emptied(body: Body) -> Iterable[Found]:
    for draft in stored.rows(Draft, "issued_as_id IS NOT NULL"):
        if draft.content not in ({}, []):
            yield Found(act=draft.issued_as_id, args={"number": draft.id})


@group.whole("draft-empty", "A draft is a document with fields.", remedy="restore")
def draft_empty(body: Body) -> Iterable[Found]:
    for draft in stored.rows(Draft):
        if not isinstance(draft.content, dict | stored.Unreadable):
            yield Found(act=draft.issued_as_id, args={"number": draft.id})
