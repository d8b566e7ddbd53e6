"""Acts: issued by who may issue them, signed by who may sign them, in words and days that make sense."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from fasti import charter
from fasti.acts.models import Act, Task
from fasti.dates import periods
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act

group = Group("acts", __name__)
_PERSON = re.compile(r"\[person:([^\]\s]+)\]")
_CONFIDENTIALITY = re.compile(r"[a-z][a-z_]*")


@group.each("act-without-title", "Every act has a title.", remedy="correct", says="empty-field")
def act_without_title(sheet: Sheet, body: Body) -> Iterable[Found]:
    if not str(sheet.act.title).strip():
        yield of_act(sheet.act.id)


@group.each("act-in-force-before-signed", "No act is in force before it is signed.", remedy="correct")
def act_in_force_before_signed(sheet: Sheet, body: Body) -> Iterable[Found]:
    day, until = sheet.act.in_force_on, sheet.act.signed_on
    if isinstance(day, date) and isinstance(until, date) and day < until:
        yield of_act(sheet.act.id, day=day, until=until)


@group.each(
    "signed-after-recorded",
    "No act is recorded before the day of its signature.",
    remedy="look",
    severity="notice",
)
def signed_after_recorded(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    if sheet.is_readable and act.signed_on > act.recorded_at.date():
        yield of_act(act.id, day=act.signed_on, until=act.recorded_at.date())


@group.each(
    "in-force-late", "An act is in force within ten years of its signature.", remedy="look", severity="notice"
)
def in_force_late(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    if sheet.is_readable and act.in_force_on.year - act.signed_on.year > 10:
        yield of_act(act.id, day=act.in_force_on)


@group.each(
    "act-type-unknown",
    "The rule book knows the type of an act on its day.",
    remedy="correct",
    says="not-in-rules",
)
def act_type_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    if _is_judged(sheet, body) and act.type not in body.rule("act_types", as_of=act.signed_on):
        yield of_act(act.id, value=act.type)


def _is_judged(sheet: Sheet, body: Body) -> bool:
    return body.is_judged_by(sheet.act) and stored.is_readable(sheet.act)


def _authorities(sheet: Sheet, body: Body) -> list[charter.Authority]:
    """What the rule book says of the act's type, for each kind its issuer ever was."""
    if not _is_judged(sheet, body):
        return []
    act, kinds = sheet.act, sorted(body.stood_as.get(sheet.act.issuer_id, ((), ()))[0])
    found = [body.rule("authority", kind, act.type, as_of=act.signed_on) for kind in kinds]
    return [each for each in found if each]


@group.each("act-not-authorised", "The issuer may issue acts of this type.", remedy="correct")
def act_not_authorised(sheet: Sheet, body: Body) -> Iterable[Found]:
    found = _authorities(sheet, body)
    if found and not any(each.allowed for each in found):
        yield of_act(sheet.act.id, unit=sheet.act.issuer_id, value=sheet.act.type)


@group.each("act-unsigned", "Every act names who signed it, and by which post.", remedy="correct")
def act_unsigned(sheet: Sheet, body: Body) -> Iterable[Found]:
    if sheet.act.signer_id is None or sheet.act.signer_post_id is None:
        yield of_act(sheet.act.id)


@group.each("office-may-not-sign", "The office of the signer may sign acts of this type.", remedy="correct")
def office_may_not_sign(sheet: Sheet, body: Body) -> Iterable[Found]:
    allowed = {office for each in _authorities(sheet, body) for office in each.signers}
    office = body.posts.get(sheet.act.signer_post_id, (0, ""))[1]
    if allowed and office and office not in allowed:
        yield of_act(sheet.act.id, post=sheet.act.signer_post_id, value=office)


@group.each(
    "capacity-wrong",
    "The act is signed in a capacity that the rule book gives.",
    remedy="correct",
    says="not-by-rule",
)
def capacity_wrong(sheet: Sheet, body: Body) -> Iterable[Found]:
    possible = {capacity for each in _authorities(sheet, body) for capacity in each.capacities.values()}
    if possible and sheet.act.capacity not in possible:
        yield of_act(sheet.act.id, value=sheet.act.capacity)


group.sql(
    "signer-never-appointed",
    "An act of the record brought the signer into the post by which the act was signed.",
    """
    SELECT a.id AS act, a.signer_id AS person, a.signer_post_id AS post FROM act a
    WHERE a.signer_id IS NOT NULL AND a.signer_post_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM effect e WHERE e."on" <= a.signed_on AND a.signer_post_id IN (e.post_id, e.other_post_id)
        AND (e.person_id = a.signer_id OR e.other_person_id = a.signer_id))
    """,
    remedy="correct",
)
group.sql(
    "signer-out-of-office",
    "The signer held the post on the day of signing, as the register stands now.",
    """
    SELECT a.id AS act, a.signer_id AS person, a.signer_post_id AS post, a.signed_on AS day FROM act a
    WHERE a.signer_id IS NOT NULL AND a.signer_post_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM tenure t WHERE t.person_id = a.signer_id AND t.post_id = a.signer_post_id
        AND t.starts_on <= a.signed_on AND (t.ends_before IS NULL OR t.ends_before > a.signed_on))
    """,
    remedy="look",
    severity="notice",
)
group.sql(
    "issuer-not-there",
    "The issuer stood on the day of signing, as the register stands now.",
    """
    SELECT a.id AS act, a.issuer_id AS unit, a.signed_on AS day FROM act a WHERE NOT EXISTS (
        SELECT 1 FROM unit_span s WHERE s.unit_id = a.issuer_id AND s.starts_on <= a.signed_on
        AND (s.ends_before IS NULL OR s.ends_before > a.signed_on))
    """,
    remedy="look",
    severity="notice",
)


@group.each(
    "language-unknown", "An act is in a language of the rule book.", remedy="correct", says="not-in-rules"
)
def language_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    if body.pack and _is_judged(sheet, body) and sheet.act.language not in body.pack.languages:
        yield of_act(sheet.act.id, value=sheet.act.language)


@group.each(
    "confidentiality-malformed",
    "An act says in one word how confidential it is.",
    remedy="correct",
    says="malformed",
)
def confidentiality_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    if not _CONFIDENTIALITY.fullmatch(str(sheet.act.confidentiality)):
        yield of_act(sheet.act.id, value=stored.shown(sheet.act.confidentiality))


@group.each(
    "form-unknown", "A report answers a form of the rule book.", remedy="correct", says="not-in-rules"
)
def form_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    if act.form and _is_judged(sheet, body) and act.form not in body.rule("forms", as_of=act.signed_on):
        yield of_act(act.id, value=act.form)


@group.each("form-without-period", "A report names its form and its period together.", remedy="correct")
def form_without_period(sheet: Sheet, body: Body) -> Iterable[Found]:
    if bool(sheet.act.form) != bool(sheet.act.period):
        yield of_act(sheet.act.id, value=stored.shown(sheet.act.form or sheet.act.period))


@group.each(
    "act-period-malformed",
    "The period of a report is a year, half-year, quarter or month.",
    remedy="correct",
    says="not-a-period",
)
def act_period_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    if sheet.act.period:
        try:
            periods.Period.parse(str(sheet.act.period))
        except periods.MalformedPeriod:
            yield of_act(sheet.act.id, value=stored.shown(sheet.act.period))


@group.whole(
    "text-names-nobody",
    "Every person that the text of an act or task refers to is in the record.",
    remedy="correct",
    says="names-nobody",
)
def text_names_nobody(body: Body) -> Iterable[Found]:
    named: dict[str, set[int]] = defaultdict(set)
    for act in stored.rows(Act, "text LIKE '%[person:%'"):
        for code in _PERSON.findall(str(act.text)):
            named[code].add(act.id)
    for task in stored.rows(Task, "text LIKE '%[person:%'"):
        for code in _PERSON.findall(str(task.text)):
            named[code].add(task.act_id)
    for code in sorted(named.keys() - body.known("person", named)):
        for act_id in sorted(named[code]):
            yield of_act(act_id, value=stored.shown(code))


group.sql(
    "act-twice",
    "No act was issued twice: the same issuer, type, title, text and day.",
    """
    SELECT MAX(a.id) AS act, COUNT(*) AS count FROM act a WHERE a.text <> ''
    GROUP BY a.issuer_id, a.type, a.title, a.text, a.signed_on HAVING COUNT(*) > 1
    """,
    remedy="look",
    severity="notice",
)
group.sql(
    "report-twice",
    "An issuer reports once for a form and period.",
    """
    SELECT MAX(id) AS act, form AS value, period AS other FROM act a WHERE form <> '' AND NOT EXISTS (
        SELECT 1 FROM relation r WHERE r.target_id = a.id AND r.kind IN ('withdraws', 'replaces', 'corrects', 'amends'))
    GROUP BY issuer_id, form, period HAVING COUNT(*) > 1
    """,
    remedy="look",
    severity="notice",
)
