"""Relations: acts bear only on earlier acts, as the rule book allows, and a withdrawal takes back the whole act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fasti.indicators import alive
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act

group = Group("relations", __name__)

group.sql(
    "relation-forward",
    "An act bears only on acts recorded before it.",
    "SELECT act_id AS act, target_id AS other_act FROM relation WHERE target_id > act_id",
    remedy="restore",
)
group.sql(
    "relation-to-itself",
    "No act bears on itself.",
    "SELECT act_id AS act FROM relation WHERE target_id = act_id",
    remedy="restore",
)


@group.each(
    "relation-unknown",
    "The rule book knows every relation on the day of the act.",
    remedy="correct",
    says="not-in-rules",
)
def relation_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    if sheet.relations and body.is_judged_by(sheet.act) and stored.is_readable(sheet.act):
        known = body.rule("relations", as_of=sheet.act.signed_on)
        for each in sheet.relations:
            if each.kind not in known:
                yield of_act(sheet.act.id, value=stored.shown(each.kind))


group.sql(
    "withdrawn-before-issued",
    "No act is withdrawn before the day it was signed.",
    """
    SELECT r.act_id AS act, r.target_id AS other_act, a.signed_on AS day, t.signed_on AS until FROM relation r
    JOIN act a ON a.id = r.act_id JOIN act t ON t.id = r.target_id
    WHERE r.kind = 'withdraws' AND a.signed_on < t.signed_on
    """,
    remedy="look",
    says="signed-before-target",
    severity="notice",
)
group.sql(
    "relation-to-later-signed",
    "An act bears only on acts signed before it.",
    """
    SELECT r.act_id AS act, r.target_id AS other_act, a.signed_on AS day, t.signed_on AS until FROM relation r
    JOIN act a ON a.id = r.act_id JOIN act t ON t.id = r.target_id
    WHERE r.kind NOT IN ('withdraws', 'part_of') AND a.signed_on < t.signed_on
    """,
    remedy="look",
    says="signed-before-target",
    severity="notice",
)
group.sql(
    "withdrawn-twice",
    "An act is withdrawn by one standing act at most.",
    """
    SELECT MAX(r.act_id) AS act, r.target_id AS other_act FROM relation r WHERE r.kind = 'withdraws'
    AND NOT EXISTS (SELECT 1 FROM relation w WHERE w.kind = 'withdraws' AND w.target_id = r.act_id)
    GROUP BY r.target_id HAVING COUNT(*) > 1
    """,
    remedy="correct",
)
group.sql(
    "withdrawal-incomplete",
    "An act that withdraws another voids each of its effects.",
    """
    SELECT r.act_id AS act, r.target_id AS other_act, e.ordinal AS number FROM relation r
    JOIN effect e ON e.act_id = r.target_id WHERE r.kind = 'withdraws' AND e.id NOT IN (
        SELECT v.voids_id FROM effect v WHERE v.voids_id IS NOT NULL)
    """,
    remedy="correct",
)


@group.whole(
    "withdrawn-still-holds",
    "Of an act that is withdrawn nothing holds, but what the withdrawal was corrected to leave.",
    remedy="correct",
    says="withdrawal-incomplete",
)
def withdrawn_still_holds(body: Body) -> Iterable[Found]:
    pairs = body.values("SELECT act_id, target_id FROM relation WHERE kind = 'withdraws'")
    withdrawn, voided = alive.withdrawn(pairs), set(body.voids.values())
    targets = "SELECT target_id FROM relation WHERE kind = 'withdraws'"
    for id, act, ordinal in body.values(
        f"SELECT id, act_id, ordinal FROM effect WHERE act_id IN ({targets})"  # nosec B608 - our own names
    ):
        if act in withdrawn and id not in body.dead and (withdrawn[act], id) not in voided:
            yield of_act(withdrawn[act], other_act=act, number=ordinal)


group.sql(
    "void-without-relation",
    "An effect is voided only by an act that withdraws, corrects, amends or repeals its act or the plan it is of.",
    """
    SELECT v.act_id AS act, v.ordinal AS number, e.act_id AS other_act FROM effect v JOIN effect e ON e.id = v.voids_id
    WHERE NOT EXISTS (
        SELECT 1 FROM relation r WHERE r.act_id = v.act_id
        AND r.kind IN ('withdraws', 'corrects', 'amends', 'replaces', 'repeals')
        AND (r.target_id = e.act_id OR EXISTS (
            SELECT 1 FROM relation p WHERE p.act_id = e.act_id AND p.kind = 'part_of' AND p.target_id = r.target_id)))
    """,
    remedy="restore",
)


@group.each("relation-to-lower", "Relations to a higher body are to a higher body.", remedy="correct")
def relation_to_lower(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    if not sheet.relations or not body.is_judged_by(act) or not sheet.is_readable:
        return
    for each in sheet.relations:
        rule = body.rule("relation", each.kind, as_of=act.signed_on)
        if rule and rule.to_higher:
            own, other = (
                _ranks(act.issuer_id, act, body),
                _ranks(body.issuers.get(each.target_id, 0), act, body),
            )
            if own and other and min(other) > max(own):
                yield of_act(act.id, other_act=each.target_id, value=each.kind)


def _ranks(unit: int, act: Any, body: Body) -> set[int]:
    """The ranks of the levels of all kinds a unit ever was, by the rules of the act's day."""
    kinds = body.stood_as.get(unit, ((), ()))[0]
    return {rank for kind in kinds if (rank := body.rank(kind, as_of=act.signed_on)) is not None}


@group.each(
    "withdrawn-by-stranger", "An act is withdrawn by its issuer or by a higher body.", remedy="correct"
)
def withdrawn_by_stranger(sheet: Sheet, body: Body) -> Iterable[Found]:
    if not body.is_judged_by(sheet.act) or not sheet.is_readable:
        return
    for each in sheet.relations:
        issuer = body.issuers.get(each.target_id, 0)
        if each.kind == "withdraws" and issuer != sheet.act.issuer_id:
            own, other = _ranks(sheet.act.issuer_id, sheet.act, body), _ranks(issuer, sheet.act, body)
            if own and other and max(other) < min(own):
                yield of_act(sheet.act.id, other_act=each.target_id, unit=sheet.act.issuer_id)
