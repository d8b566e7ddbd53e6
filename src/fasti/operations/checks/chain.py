"""The record: every act as it was sealed, every link of every chain, everything numbered without gaps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from fasti.acts import chain, record
from fasti.acts.models import PersonalField
from fasti.effects import kinds
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act, of_effect

group = Group("record", __name__)
_HASH = re.compile("[0-9a-f]{64}")


@group.each("content-changed", "The hash of an act is that of its content.", remedy="restore")
def content_changed(sheet: Sheet, body: Body) -> Iterable[Found]:
    if not sheet.is_readable:
        return
    parts = (sheet.effects, sheet.relations, sheet.tasks, sheet.attachments)
    try:
        digest = chain.digest(record.content(sheet.act, *parts, codes=sheet.codes))
    except (chain.NotCanonical, AttributeError, TypeError, ValueError) as error:
        yield of_act(sheet.act.id, value=stored.shown(error))
        return
    if digest != sheet.act.hash:
        yield of_act(sheet.act.id, value=stored.shown(sheet.act.hash))


group.sql(
    "chain-broken",
    "Every act carries the hash of its issuer's act before it, the first one sixty-four noughts.",
    f"""
    SELECT id AS act, seq AS number FROM (
        SELECT id, "sequence" AS seq, previous_hash,
            LAG(hash) OVER (PARTITION BY issuer_id ORDER BY "sequence") AS before
        FROM act
    ) s WHERE previous_hash <> COALESCE(before, '{chain.GENESIS}')
    """,  # nosec B608 - our own names
    remedy="restore",
)
group.sql(
    "sequence-gap",
    "The acts of an issuer stand at the places 1, 2, 3 ... of its chain.",
    """
    SELECT id AS act, seq AS number, COALESCE(before, 0) + 1 AS "limit" FROM (
        SELECT id, "sequence" AS seq, LAG("sequence") OVER (PARTITION BY issuer_id ORDER BY "sequence") AS before
        FROM act
    ) s WHERE seq <> COALESCE(before, 0) + 1
    """,
    remedy="restore",
    says="gap",
)
group.sql(
    "sequence-against-record",
    "Within a chain, a later place means a later recording.",
    """
    SELECT id AS act, seq AS number FROM (
        SELECT id, "sequence" AS seq, LAG(id) OVER (PARTITION BY issuer_id ORDER BY "sequence") AS before FROM act
    ) s WHERE before > id
    """,
    remedy="restore",
    says="out-of-order",
)
group.sql(
    "hash-shared",
    "No two acts have the same hash.",
    "SELECT MAX(id) AS act, hash AS value FROM act GROUP BY hash HAVING COUNT(*) > 1",
    remedy="restore",
)


@group.each("hash-malformed", "Hashes are sixty-four hexadecimal digits.", remedy="restore", says="malformed")
def hash_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    act = sheet.act
    hashes = [act.hash, act.previous_hash, *(file.sha256 for file in sheet.attachments)]
    for value in hashes:
        if not isinstance(value, str) or not _HASH.fullmatch(value):
            yield of_act(act.id, value=stored.shown(value))


group.sql(
    "act-missing",
    "Acts are numbered in the record from 1 without gaps.",
    """
    SELECT id AS act, id AS number, COALESCE(before, 0) + 1 AS "limit"
    FROM (SELECT id, LAG(id) OVER (ORDER BY id) AS before FROM act) s WHERE id <> COALESCE(before, 0) + 1
    """,
    remedy="restore",
    says="gap",
)
group.sql(
    "effect-missing",
    "Effects are numbered in the record from 1 without gaps.",
    """
    SELECT id AS effect, id AS number, COALESCE(before, 0) + 1 AS "limit"
    FROM (SELECT id, LAG(id) OVER (ORDER BY id) AS before FROM effect) s WHERE id <> COALESCE(before, 0) + 1
    """,
    remedy="restore",
    says="gap",
)
group.sql(
    "effect-out-of-order",
    "Effects are numbered in the order of their acts and, within an act, of their places.",
    """
    SELECT act_id AS act, id AS effect, id AS number FROM (
        SELECT id, act_id, LAG(id) OVER (ORDER BY act_id, ordinal) AS before FROM effect
    ) s WHERE before > id
    """,
    remedy="restore",
    says="out-of-order",
)
group.sql(
    "recorded-backwards",
    "The instant of recording never goes back from one act to the next.",
    """
    SELECT id AS act FROM (SELECT id, recorded_at, LAG(recorded_at) OVER (ORDER BY id) AS before FROM act) s
    WHERE before > recorded_at
    """,
    remedy="restore",
)
group.sql(
    "effect-recorded-apart",
    "An effect is recorded at the same instant as its act.",
    """
    SELECT a.id AS act, e.ordinal AS number FROM effect e JOIN act a ON a.id = e.act_id
    WHERE e.recorded_at <> a.recorded_at
    """,
    remedy="restore",
)
for _id, _table, _what in (
    ("effect-place-gap", "effect", "effects"),
    ("task-place-gap", "task", "tasks"),
    ("attachment-place-gap", "attachment", "attachments"),
):
    group.sql(
        _id,
        f"The {_what} of an act stand at the places 1, 2, 3 ...",
        f"""
        SELECT act_id AS act, MAX(ordinal) AS number, COUNT(*) AS "limit" FROM "{_table}" GROUP BY act_id
        HAVING MIN(ordinal) <> 1 OR MAX(ordinal) <> COUNT(*)
        """,  # nosec B608 - our own names
        remedy="restore",
        says="place-gap",
    )


@group.each(
    "commitment-broken",
    "A personal field is the one its effect committed to.",
    remedy="restore",
    says="personal-field",
)
def commitment_broken(sheet: Sheet, body: Body) -> Iterable[Found]:
    data = {each.id: each.data for each in sheet.effects}
    for each in sheet.personal:
        committed = _commitments(data[each.effect_id]).get(each.field)
        if committed is not None and committed != _committed(each):
            yield of_act(sheet.act.id, field=stored.shown(each.field))


@group.each(
    "personal-field-foreign",
    "A personal field is one its effect has a commitment for.",
    remedy="restore",
    says="personal-field",
)
def personal_field_foreign(sheet: Sheet, body: Body) -> Iterable[Found]:
    data = {each.id: each.data for each in sheet.effects}
    for each in sheet.personal:
        if each.field not in _commitments(data[each.effect_id]):
            yield of_act(sheet.act.id, field=stored.shown(getattr(each.field, "raw", each.field)))
            yield from _owners(each, body)


def _owners(field: Any, body: Body) -> Iterable[Found]:
    """The effects that committed to a field that has gone astray."""
    committed = _committed(field)
    if committed:
        sql = "SELECT id AS effect FROM effect WHERE CAST(data AS TEXT) LIKE '%" + committed + "%'"  # nosec B608 - a hash
        for found in body.query(sql):
            yield of_effect(found.effect, field=stored.shown(field.field))


@group.whole(
    "personal-field-astray", "Every commitment without its field belongs to data erased, not to a field moved away.",
    remedy="restore", says="personal-field",
)  # fmt: skip
def personal_field_astray(body: Body) -> Iterable[Found]:
    astray = "NOT EXISTS (SELECT 1 FROM effect e WHERE e.id = effect_id)"
    for field in stored.rows(PersonalField, astray):
        yield from _owners(field, body)


@group.each(
    "personal-fields-partly-erased", "The personal fields of an effect are there together, or erased together.",
    remedy="look", severity="notice",
)  # fmt: skip
def personal_fields_partly_erased(sheet: Sheet, body: Body) -> Iterable[Found]:
    there: dict[int, set[str]] = defaultdict(set)
    for row in sheet.personal:
        there[row.effect_id].add(str(row.field))
    for each in sheet.effects if there else ():
        missing = set(_commitments(each.data)) - there[each.id]
        if there[each.id] and missing:
            yield of_act(sheet.act.id, field=stored.shown(", ".join(sorted(missing))))


@group.each(
    "personal-in-clear",
    "No personal field stands in clear in an effect.",
    remedy="restore",
    says="effect-shape",
)
def personal_in_clear(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        kind = kinds.KINDS.get(each.kind)
        if kind and isinstance(each.data, Mapping):
            for name in set(kind.PERSONAL) & set(each.data):
                yield of_act(sheet.act.id, field=name, number=each.ordinal)


@group.each(
    "commitment-malformed",
    "Commitments are hashes of personal fields of the effect's kind.",
    remedy="restore",
    says="malformed",
)
def commitment_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        kind = kinds.KINDS.get(each.kind)
        for name, value in _commitments(each.data).items():
            if (kind and name not in kind.PERSONAL) or not _HASH.fullmatch(str(value)):
                yield of_act(sheet.act.id, value=name, number=each.ordinal)


def _commitments(data: Any) -> Mapping[str, Any]:
    found = data.get("commitments") if isinstance(data, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _committed(field: Any) -> str:
    if isinstance(field.salt, str) and isinstance(field.value, str):
        return chain.commitment(field.salt, field.value)
    return ""


group.sql(
    "personal-fields-swapped",
    "Every personal field has a salt of its own.",
    """
    SELECT MAX(effect_id) AS effect, COUNT(*) AS number FROM personal_field GROUP BY salt HAVING COUNT(*) > 1
    """,
    remedy="restore",
)


@group.whole(
    "charter-version-other", "Acts were judged by the version of the rule book at hand.", remedy="look",
    severity="notice",
)  # fmt: skip
def charter_version_other(body: Body) -> Iterable[Found]:
    sql = "SELECT MIN(id), charter_version, COUNT(*) FROM act GROUP BY charter_version ORDER BY MIN(id)"
    for act, version, count in body.values(sql):
        if body.pack and version != body.pack.version:
            yield of_act(act, value=stored.shown(version), count=count)


@group.each(
    "charter-version-malformed",
    "An act names the version of the rule book that judged it.",
    remedy="restore",
    says="malformed",
)
def charter_version_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    version = sheet.act.charter_version
    if not isinstance(version, str) or not _HASH.fullmatch(version):
        yield of_act(sheet.act.id, value=stored.shown(version))
