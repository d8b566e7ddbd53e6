"""Every indicator of the pack once more, as plain SQL written by hand: rows (unit, amount) or (unit, value).

`{a}` and `{z}` are the first and last day of the period. No code of the figures is used here.
"""

from __future__ import annotations

_LIVE = """not exists (select 1 from effect v where v.voids_id = e.id and not exists (
    select 1 from effect w where w.voids_id = v.id and not exists (select 1 from effect x where x.voids_id = w.id)))"""
_STANDS = """not exists (select 1 from relation w where w.kind = 'withdraws' and w.target_id = a.id and not exists (
    select 1 from relation x where x.kind = 'withdraws' and x.target_id = w.act_id))"""
_SIGNED = "a.signed_on >= '{a}' and a.signed_on <= '{z}'"
_ON = "{t}.starts_on <= '{{z}}' and ({t}.ends_before is null or {t}.ends_before > '{{z}}')"
_KIND_OF = """(select s.kind from unit_span s where s.unit_id = {unit} order by s.starts_on limit 1)"""


def _acts(where: str) -> str:
    return f"select a.issuer_id, count(*) from act a where {_SIGNED} and {_STANDS} and {where} group by 1"


def _normative(*types: str) -> str:
    names = ", ".join(f"'{name}'" for name in types)
    issuer = _KIND_OF.format(unit="a.issuer_id")
    target = _KIND_OF.format(unit="t.issuer_id")
    return _acts(f"""a.type in ({names}) and {issuer} in ({{provincial_organs}})
        and not exists (select 1 from effect e where e.act_id = a.id)
        and exists (select 1 from relation r join act t on t.id = r.target_id where r.act_id = a.id
                    and r.kind = 'concretises' and {target} in ({{central_kinds}}))""")


def _effects(kinds: str, *, managed: bool = True, more: str = "1 = 1", what: str = "count(*)") -> str:
    post = "and p.office in ({managed})" if managed else ""
    return f"""select e.unit_id, {what} from effect e join act a on a.id = e.act_id left join post p on p.id = e.post_id
        where {_SIGNED} and e.kind in ({kinds}) {post} and {_LIVE} and {more} group by 1"""


def _spans(table: str, what: str = "count(*)", where: str = "1 = 1") -> str:
    on = _ON.format(t="t")
    return f"select t.unit_id, {what} from {table} t where {on} and {where} group by 1"


def _of_posts(table: str, what: str = "count(*)", where: str = "1 = 1") -> str:
    on = _ON.format(t="t")
    return f"""select p.unit_id, {what} from {table} t join post p on p.id = t.post_id
        where {on} and {where} group by 1"""


def _members(day: str, effect: str, where: str) -> str:
    return f"""select t.unit_id, count(*) from membership t left join effect e on e.id = t.{effect}_id
        where t.{day} >= '{{a}}' and t.{day} <= '{{z}}' and {where} group by 1"""


_BEFORE = "exists (select 1 from membership b where b.person_id = t.person_id and b.ends_before = t.starts_on {more})"
_AFTER = "exists (select 1 from membership b where b.person_id = t.person_id and b.starts_on = t.ends_before {more})"
_FROM_ELSEWHERE = _BEFORE.format(more="and b.unit_id <> t.unit_id")
_ELSEWHERE = _AFTER.format(more="and b.unit_id <> t.unit_id")
_CONFIRMED = "t.stage = 'full' and " + _BEFORE.format(more="and b.stage = 'probationary'")
_DISSOLVED = f"(e.kind = 'DISSOLVE' and not {_AFTER.format(more='')})"


def _judged(table: str, what: str = "count(*)", where: str = "1 = 1") -> str:
    """Judgements of the period; of ratings those that none had replaced by its end."""
    stands = "and (t.ends_before is null or t.ends_before > '{z}')" if "rating" in table else ""
    return f"""select t.unit_id, {what} from {table} t
        where t.starts_on >= '{{a}}' and t.starts_on <= '{{z}}' {stands} and {where} group by 1"""


_TASKS = f"from task k join act a on a.id = k.act_id where {_SIGNED} and {_STANDS}"
_ISSUER_RANK = f"""(select case when k.kind in ({{central_kinds}}) then 0 when k.kind in ({{provincial_kinds}}) then 1
    when k.kind like 'district%' then 2 else 3 end from (select {_KIND_OF.format(unit="a.issuer_id")} as kind) k)"""
_TARGET_RANK = _ISSUER_RANK.replace("a.issuer_id", "t.issuer_id")

ADDITIVE = {
    "acts.issued": _acts("1 = 1"),
    "acts.concretising": _acts(f"""exists (select 1 from relation r join act t on t.id = r.target_id
        where r.act_id = a.id and r.kind = 'concretises' and {_TARGET_RANK} < {_ISSUER_RANK})"""),
    "acts.project": _normative("scheme", "project"),
    "acts.resolution": _normative("resolution", "conclusion"),
    "acts.decision": _normative("decision", "regulation"),
    "acts.plan": _normative("plan", "dispatch"),
    "acts.guidance": _normative("guidance"),
    "personnel.appointed": _effects("'APPOINT'"),
    "personnel.reappointed": _effects("'REAPPOINT'"),
    "personnel.nominated": _effects("'NOMINATE'"),
    "personnel.transferred": _effects("'TRANSFER'"),
    "personnel.rotated": _effects("'ROTATE'"),
    "personnel.relieved": _effects("'RELIEVE'"),
    "personnel.transferred_or_rotated": _effects("'TRANSFER', 'ROTATE'"),
    "posts.seats": _of_posts("establishment", "sum(t.seats)"),
    "posts.filled": _of_posts("tenure"),
    "posts.vacant": _of_posts("vacancy"),
    "posts.vacant_long": _of_posts("vacancy", where="t.starts_on <= '{long}'"),
    "pool.entries": _effects("'PLAN'", managed=False),
    "pool.appointed_from_pool": _effects(
        "'APPOINT'",
        more="""exists (select 1 from pool_entry q where q.post_id = e.post_id
        and q.person_id = e.person_id and q.starts_on <= e."on"
        and (q.ends_before is null or q.ends_before >= e."on"))""",
    ),
    "units.total": _spans("unit_span", where="t.kind not in ({organs})"),
    "units.grassroots": _spans("unit_span", where="t.kind = 'grassroots_org'"),
    "units.created": """select t.unit_id, 1 from unit_span t where t.kind not in ({organs}) group by t.unit_id
        having min(t.starts_on) >= '{a}' and min(t.starts_on) <= '{z}'""",
    "units.ended": """select t.unit_id, 1 from unit_span t where t.kind not in ({organs}) group by t.unit_id
        having count(*) = count(t.ends_before) and max(t.ends_before) >= '{a}' and max(t.ends_before) <= '{z}'""",
    "members.opening": "select unit_id, count(*) from membership where starts_on < '{a}' and (ends_before is null or"
    " ends_before >= '{a}') group by 1",
    "members.admitted": _members("starts_on", "opened_by", f"not {_BEFORE.format(more='')}"),
    "members.moved_in": _members("starts_on", "opened_by", _FROM_ELSEWHERE),
    "members.left": _members(
        "ends_before", "closed_by", f"e.kind <> 'DISSOLVE' and not {_AFTER.format(more='')}"
    ),
    "members.moved_out": _members("ends_before", "closed_by", f"({_ELSEWHERE} or {_DISSOLVED})"),
    "members.transferred_in": _members(
        "starts_on", "opened_by", f"e.kind = 'TRANSFER_MEMBER' and {_FROM_ELSEWHERE}"
    ),
    "members.transferred_out": _members(
        "ends_before", "closed_by", f"e.kind = 'TRANSFER_MEMBER' and {_ELSEWHERE}"
    ),
    "members.total": _spans("membership"),
    "members.confirmed": _members(
        "starts_on",
        "opened_by",
        _CONFIRMED,
    ),
    "units.classified": _judged("unit_rating"),
    "ratings.units_excellent": _judged("unit_rating", where="t.grade = 'excellent'"),
    "ratings.units_good": _judged("unit_rating", where="t.grade = 'good'"),
    "members.classified": _judged("rating"),
    "ratings.members_excellent": _judged("rating", where="t.grade = 'excellent'"),
    "ratings.members_good": _judged("rating", where="t.grade = 'good'"),
    "members.women": _spans(
        "(select m.*, h.sex from membership m join person h on h.id = m.person_id)", where="t.sex = 'F'"
    ),
    "awards.works": _effects("'AWARD'", managed=False, more="{work} is not null"),
    "returns.handed_in": _effects("'SUBMIT_RETURN'", managed=False),
    "returns.sent_back": _effects("'SEND_BACK_RETURN'", managed=False),
    "returns.accepted": _effects("'ACCEPT_RETURN'", managed=False),
    "proposals.answered": _effects("'ANSWER_PROPOSAL'", managed=False),
    "tasks.given": f"select a.issuer_id, count(*) {_TASKS} group by 1",
    "tasks.incomplete": f"""select a.issuer_id, count(*) {_TASKS}
        and (k.responsible_id is null or k.due_on is null) group by 1""",
}

VALUES = {
    "personnel.nominated_persons": _effects("'NOMINATE'", what="e.person_id").replace("group by 1", ""),
    "personnel.planned": _of_posts("pool_entry", "t.person_id").replace("group by 1", ""),
    "pool.covered_posts": _of_posts("pool_entry", "t.post_id", "p.office in ({managed})").replace(
        "group by 1", ""
    ),
    "pool.managed_posts": _of_posts("establishment", "t.post_id", "p.office in ({managed})").replace(
        "group by 1", ""
    ),
    "units.disciplined": _judged("unit_sanction", "t.unit_id").replace("group by 1", ""),
    "members.disciplined": _judged("sanction", "t.person_id").replace("group by 1", ""),
    "training.participants": f"""select e.unit_id, cast(e.person_id as text) || '/' || {{course}} from effect e
        where e.kind = 'COMPLETE_TRAINING' and e."on" >= '{{a}}' and e."on" <= '{{z}}' and {_LIVE}""",
    "training.topics": """select unit_id, course || '/' || topic from completed_topic
        where starts_on >= '{a}' and starts_on <= '{z}'""",
    "tasks.groups": f"""select a.issuer_id, cast(a.id as text) || '/' || k."group" {_TASKS} and k."group" <> ''
        and {_KIND_OF.format(unit="a.issuer_id")} in ({{provincial_kinds}})""",
}
MEDIANS = {
    "posts.days_to_fill": """select p.unit_id, t.starts_on, t.ends_before from vacancy t join post p on p.id = t.post_id
        join effect e on e.id = t.closed_by_id where e.kind in
        ('APPOINT', 'ELECT', 'DESIGNATE', 'SECOND', 'TRANSFER', 'ROTATE', 'SWAP')
        and t.ends_before >= '{a}' and t.ends_before <= '{z}'""",
}

OWED = """with recursive served(unit_id, of_unit) as (
        select s.unit_id, s.unit_id from unit_span s where {on}
        union all select v.unit_id, s.parent_id from served v join unit_span s on s.unit_id = v.of_unit
        where {on} and s.kind in ({{organs}}))
    select s.unit_id, s.kind,
        (select min(r.starts_on) from return_state r where r.unit_id = s.unit_id and r.form = '{{form}}'
            and r.period = '{{period}}' and r.submission_id is not null),
        (select min(a.signed_on) from act a where a.form = '{{form}}' and a.period = '{{period}}' and {stands}
            and (exists (select 1 from effect e join served v on v.unit_id = e.unit_id where e.act_id = a.id
                         and e.kind = 'SUBMIT_RETURN' and v.of_unit = s.unit_id)
                 or (not exists (select 1 from effect e where e.act_id = a.id and e.kind = 'SUBMIT_RETURN')
                     and exists (select 1 from served v where v.unit_id = a.issuer_id and v.of_unit = s.unit_id))))
    from unit_span s where {on}""".format(on=_ON.format(t="s"), stands=_STANDS)
"""Every unit that stood at the end of a reporting period: its kind, when it handed in, when it reported."""
DUE_AFTER = {"provincial_org": 15, "district_org": 10, "grassroots_org": 5}
"""Days from the last day of the period, by the kinds of unit of the body; others owe nothing."""
RETURNS = ("returns.due", "returns.late", "returns.missing", "returns.days_late")
