"""Damage to a body, one for each check of `fasti verify` that must find it, and the act that is to blame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import connection

from fasti.access import factors
from fasti.access.models import Account
from fasti.acts import attachments, search
from fasti.acts.models import Attachment
from fasti.indicators import columns
from fasti.register import unit_words
from tests import cast, lived_in

NOBODY = ""


class Damage(NamedTuple):
    """What is done, as SQL with places in braces, and the act that is to blame (a title with _ for spaces)."""

    act: str
    statements: tuple[str, ...]


def by(act: str, *statements: str) -> Damage:
    return Damage(act, statements)


def act_set(title: str, what: str) -> Damage:
    """Change columns of an act, which is then to blame."""
    return by(title, f"UPDATE act SET {what} WHERE id = {{{title}}}")


def effect_set(effect: str, what: str) -> Damage:
    """Change columns of an effect; its act is to blame."""
    return by(effect.rsplit("_", 1)[0], f"UPDATE effect SET {what} WHERE id = {{{effect}}}")


def row_set(act: str, table: str, what: str, where: str) -> Damage:
    """Change columns of a row of the register."""
    return by(act, f"UPDATE {table} SET {what} WHERE {where}")


FOUNDING, BOARD, LANTERNS, ADMISSIONS = "Founding_of_the_guild", "Board_member", "Lanterns", "Admissions"
HASH = "a" * 64


GORAN = "person_id = {p_GORAN}"


NO_ONE = "987654"


DAMAGES: dict[str, Damage] = {
    # storage
    "shape-outdated": by(
        NOBODY,
        "DELETE FROM django_migrations WHERE app = 'fasti'"
        " AND name = (SELECT MAX(name) FROM django_migrations WHERE app = 'fasti')",
    ),
    "body-row-wrong": by(NOBODY, "UPDATE body SET id = 2"),
    "pack-unknown": by(NOBODY, "UPDATE body SET pack = 'nowhere'"),
    "last-recorded-differs": by(NOBODY, "UPDATE body SET last_recorded_at = '2030-01-01 00:00:00'"),
    "row-number-wrong": by(LANTERNS, "UPDATE task SET id = id + 100000 WHERE ordinal = 1"),
    # references
    "act-dangling": act_set(BOARD, f"signer_id = {NO_ONE}"),
    "effect-dangling": effect_set("Board_member_1", f"person_id = {NO_ONE}"),
    "relation-dangling": by("Withdrawal", f"UPDATE relation SET target_id = {NO_ONE} WHERE act_id = {{Withdrawal}}"),
    "task-dangling": by(LANTERNS, f"UPDATE task SET unit_id = {NO_ONE}"),
    "attachment-dangling": by(NOBODY, f"UPDATE attachment SET act_id = {NO_ONE}"),
    "personal-field-dangling": by(NOBODY, f"UPDATE personal_field SET effect_id = {NO_ONE} WHERE value = 'Hana'"),
    "post-dangling": by(NOBODY, f"UPDATE post SET unit_id = {NO_ONE} WHERE id = {{t_CEDAR_keeper}}"),
    "draft-dangling": by(NOBODY, f"UPDATE draft SET issued_as_id = {NO_ONE} WHERE issued_as_id IS NOT NULL"),
    "register-dangling": row_set(BOARD, "tenure", f"post_id = {NO_ONE}", GORAN),
    # record
    "content-changed": act_set(BOARD, "title = 'Other'"),
    "chain-broken": act_set("Mistake", f"previous_hash = '{HASH}'"),
    "sequence-gap": act_set("Half_year", '"sequence" = 77'),
    "sequence-against-record": by(BOARD, 'UPDATE act SET "sequence" = 77 WHERE id = {Board_member}'),
    "hash-shared": act_set("Cedar", "hash = (SELECT hash FROM act WHERE title = 'Board member')"),
    "hash-malformed": act_set(BOARD, "hash = 'x'"),
    "act-missing": by("Letter", "UPDATE act SET id = id + 7 WHERE id = {Letter}"),
    "effect-missing": by("Twins", "UPDATE effect SET id = id + 7 WHERE id = {Twins_3}"),
    "effect-out-of-order": effect_set("Cedar_1", "ordinal = 77"),
    "recorded-backwards": by("Cedar", "UPDATE act SET recorded_at = '2025-01-01 00:00:00' WHERE id = {Admissions}"),
    "effect-recorded-apart": effect_set("Cedar_1", "recorded_at = '2024-03-01 12:00:01'"),
    "effect-place-gap": effect_set("Twins_3", "ordinal = 9"),
    "task-place-gap": by(LANTERNS, "UPDATE task SET ordinal = 9 WHERE ordinal = 2"),
    "attachment-place-gap": by(LANTERNS, "UPDATE attachment SET ordinal = 2"),
    "commitment-broken": by(ADMISSIONS, "UPDATE personal_field SET value = 'Hanna' WHERE value = 'Hana'"),
    "personal-field-foreign": by(ADMISSIONS, "UPDATE personal_field SET field = 'nickname' WHERE value = 'Hana'"),
    "personal-field-astray": by(ADMISSIONS, f"UPDATE personal_field SET effect_id = {NO_ONE} WHERE value = 'Hana'"),
    "personal-fields-partly-erased": by(ADMISSIONS, "DELETE FROM personal_field WHERE value = 'Hana'"),
    "personal-in-clear": effect_set("Admissions_1", """data = '{{"stage": "full", "given_name": "Hana"}}'"""),
    "commitment-malformed": effect_set(
        "Admissions_1", """data = '{{"stage": "full", "commitments": {{"sex": "x"}}}}'"""
    ),
    "personal-fields-swapped": by(
        ADMISSIONS,
        "UPDATE personal_field SET salt = 's' WHERE effect_id IN ({Admissions_1}, {Admissions_2})",
    ),
    "charter-version-other": act_set(BOARD, f"charter_version = '{HASH}'"),
    "charter-version-malformed": act_set(BOARD, "charter_version = '1'"),
    # attachments
    "attachment-lost": by(LANTERNS, f"UPDATE attachment SET sha256 = '{HASH}'"),
    "attachment-size-differs": by(LANTERNS, "UPDATE attachment SET size = size + 1"),
    "media-type-malformed": by(LANTERNS, "UPDATE attachment SET media_type = 'text'"),
    "filename-malformed": by(LANTERNS, "UPDATE attachment SET filename = '../plan.txt'"),
    "attachment-stray": by(NOBODY, "DELETE FROM attachment"),
    # numbers
    "number-missing": act_set("Half_year", "series = '2024/decision', number = 50"),
    "number-against-record": by(BOARD, "UPDATE act SET number = 50 WHERE id = {Board_member}"),
    "symbol-shared": by("Mistake", "UPDATE act SET symbol = '1/2024-D-RB' WHERE id = {Mistake}"),
    "series-wrong": act_set(BOARD, "series = 'all'"),
    "symbol-wrong": act_set(BOARD, "symbol = '1-X'"),
    "number-below-first": act_set(BOARD, "number = 0"),
    "series-begins-late": act_set(LANTERNS, "number = 4"),
    "signed-out-of-order": by("Mistake", "UPDATE act SET signed_on = '2024-12-31' WHERE id = {Board_member}"),
    # acts
    "act-without-title": act_set(BOARD, "title = ' '"),
    "act-in-force-before-signed": act_set(BOARD, "in_force_on = '2024-01-01'"),
    "signed-after-recorded": act_set(BOARD, "signed_on = '2024-02-02'"),
    "in-force-late": act_set(BOARD, "in_force_on = '2044-01-01'"),
    "act-type-unknown": act_set(BOARD, "type = 'ukase'"),
    "act-not-authorised": by("Letter", "UPDATE act SET type = 'plan' WHERE id = {Letter}"),
    "act-unsigned": act_set(BOARD, "signer_id = NULL"),
    "office-may-not-sign": act_set(BOARD, "signer_post_id = {t_ALDER_keeper}"),
    "capacity-wrong": act_set(BOARD, "capacity = 'for_fun'"),
    "signer-never-appointed": act_set(BOARD, "signer_id = {p_HANA}"),
    "signer-out-of-office": row_set(BOARD, "tenure", "starts_on = '2024-02-05'", "person_id = {p_BRUNO}"),
    "issuer-not-there": row_set(BOARD, "unit_span", "starts_on = '2024-02-05'", "unit_id = {u_NORTH_B}"),
    "language-unknown": act_set(BOARD, "language = 'la'"),
    "confidentiality-malformed": act_set(BOARD, "confidentiality = 'Top secret'"),
    "form-unknown": act_set("Half_year", "form = 'gossip'"),
    "form-without-period": act_set("Half_year", "period = ''"),
    "act-period-malformed": act_set("Half_year", "period = '2024-H3'"),
    "text-names-nobody": act_set(BOARD, "text = 'See [person:NOBODY].'"),
    "act-twice": by(
        "Cedar",
        "UPDATE act SET text = 'x', title = 'x', signed_on = '2024-02-15' WHERE id IN ({Admissions}, {Cedar})",
    ),
    "report-twice": by(
        "Letter",
        "UPDATE act SET issuer_id = {u_NORTH_B}, form = 'half-year', period = '2024-H1', \"sequence\" = 99"
        " WHERE id = {Letter}",
    ),
    # relations
    "relation-forward": by(
        "Withdrawal", "UPDATE relation SET target_id = {Letter} WHERE act_id = {Withdrawal}"
    ),
    "relation-to-itself": by(
        "Withdrawal", "UPDATE relation SET target_id = {Withdrawal} WHERE act_id = {Withdrawal}"
    ),
    "relation-unknown": by("Withdrawal", "UPDATE relation SET kind = 'adores' WHERE act_id = {Withdrawal}"),
    "withdrawn-before-issued": act_set("Withdrawal", "signed_on = '2024-07-01'"),
    "relation-to-later-signed": act_set("Half_year", "signed_on = '2024-01-01'"),
    "withdrawn-twice": by(
        "Half_year", "UPDATE relation SET kind = 'withdraws', target_id = {Mistake} WHERE act_id = {Half_year}"
    ),
    "withdrawal-incomplete": by(
        "Withdrawal", "UPDATE relation SET target_id = {Cedar} WHERE act_id = {Withdrawal}"
    ),
    "withdrawn-still-holds": by(
        "Withdrawal", "UPDATE effect SET voids_id = {Twins_1} WHERE id = {Withdrawal_1}"
    ),
    "void-without-relation": by("Withdrawal", "DELETE FROM relation WHERE act_id = {Withdrawal}"),
    "relation-to-lower": by(
        "Half_year",
        "UPDATE relation SET target_id = {Founding_of_the_guild} WHERE act_id = {Half_year}",
        "UPDATE act SET issuer_id = {u_BIRCH} WHERE id = {Founding_of_the_guild}",
    ),
    "withdrawn-by-stranger": by(
        "Withdrawal", "UPDATE relation SET target_id = {Cedar} WHERE act_id = {Withdrawal}"
    ),
    # effects
    "effect-kind-unknown": effect_set("Cedar_1", "kind = 'ENNOBLE'"),
    "effect-kind-not-allowed": act_set(BOARD, "type = 'rule'"),
    "effect-subject-missing": effect_set("Board_member_1", "post_id = NULL"),
    "effect-subject-extra": effect_set("Board_member_1", "other_unit_id = {u_GLK}"),
    "effect-subject-twice": effect_set("Board_member_1", "other_post_id = {t_NORTH_B_member}"),
    "effect-data-unknown": effect_set("Board_member_1", """data = '{{"colour": "red"}}'"""),
    "effect-data-missing": effect_set("Board_member_2", "data = '{{}}'"),
    "effect-data-wrong": effect_set("Board_member_2", """data = '{{"term": 5}}'"""),
    "effect-day-impossible": effect_set("Board_member_2", "\"on\" = '0999-01-01'"),
    "effect-long-before-signed": effect_set("Board_member_2", "\"on\" = '2000-01-01'"),
    "effect-not-of-posts-unit": effect_set("Board_member_1", "unit_id = {u_SOUTH_B}"),
    "void-wrong": effect_set("Withdrawal_1", "voids_id = NULL"),
    "void-forward": effect_set("Withdrawal_1", "voids_id = {Twins_1}"),
    "void-subjects-differ": effect_set("Withdrawal_1", "person_id = {p_ADA}"),
    "voided-twice": effect_set("Twins_1", "voids_id = {Mistake_1}"),
    "void-with-data": effect_set("Withdrawal_1", """data = '{{"colour": "red"}}'"""),
    "reason-unknown": effect_set("Mistake_1", """data = '{{"reason": "whim"}}'"""),
    "provider-unknown": effect_set("Merits_1", """data = '{{"course": "C1", "topics": {{"nobody": ["oil"]}}}}'"""),
    "training-without-topic": effect_set("Merits_1", """data = '{{"course": "C1", "topics": {{}}}}'"""),
    "award-incomplete": effect_set("Merits_2", """data = '{{"work": "On light", "authors": []}}'"""),
    "author-unknown": effect_set("Merits_2", """data = '{{"work": "On light", "authors": ["NOBODY"]}}'"""),
    "office-unknown": effect_set("Cedar_2", """data = '{{"office": "pope", "seats": 1}}'"""),
    "unit-kind-unknown": effect_set("Cedar_1", """data = '{{"unit_kind": "abbey", "name": {{"en": "C"}}}}'"""),
    "planned-end-not-after": effect_set("Board_member_1", """data = '{{"ends_planned_on": "2024-01-01"}}'"""),
    "name-language-unknown": effect_set("Cedar_1", """data = '{{"unit_kind": "lodge", "name": {{"la": "C"}}}}'"""),
    "unit-nameless": effect_set("Cedar_1", """data = '{{"unit_kind": "lodge", "name": {{"en": ""}}}}'"""),
    "stage-unknown": effect_set("Cedar_3", """data = '{{"stage": "guest"}}'"""),
    "seats-below-one": effect_set("Cedar_2", """data = '{{"office": "keeper", "seats": 0}}'"""),
    "organ-marked-wrong": effect_set(
        "Cedar_1", """data = '{{"unit_kind": "lodge", "name": {{"en": "C"}}, "organ": 1}}'"""
    ),
    "share-impossible": effect_set("Merger_1", """kind = 'SPLIT', data = '{{"share": 120}}'"""),
    "rating-period-malformed": effect_set("Merits_3", """data = '{{"period": "2024-H3", "grade": "good"}}'"""),
    # identities
    "unit-code-malformed": by(NOBODY, "UPDATE unit SET code = '-' WHERE id = {u_CEDAR}"),
    "person-code-malformed": by(NOBODY, "UPDATE person SET code = 'a b' WHERE id = {p_HANA}"),
    "post-code-malformed": by(NOBODY, "UPDATE post SET code = '?' WHERE id = {t_CEDAR_keeper}"),
    "unit-missing": by(NOBODY, "UPDATE unit SET id = id + 7 WHERE id = {u_CEDAR}"),
    "person-missing": by(NOBODY, "UPDATE person SET id = id + 7 WHERE id = {p_IWO}"),
    "post-missing": by(NOBODY, "UPDATE post SET id = id + 7 WHERE id = {t_CEDAR_keeper}"),
    "unit-codes-confusable": by(NOBODY, "UPDATE unit SET code = 'alder' WHERE id = {u_CEDAR}"),
    "person-codes-confusable": by(NOBODY, "UPDATE person SET code = 'ada' WHERE id = {p_HANA}"),
    "post-codes-confusable": by(NOBODY, "UPDATE post SET code = 'Alder.keeper' WHERE id = {t_CEDAR_keeper}"),
    "unit-without-act": effect_set("Cedar_1", "kind = 'RENAME'")._replace(act=NOBODY),
    "person-without-act": effect_set("Admissions_1", "kind = 'READMIT'")._replace(act=NOBODY),
    "post-without-act": effect_set("Cedar_2", "kind = 'CHANGE_SEATS'")._replace(act=NOBODY),
    "post-office-differs": by("Cedar", "UPDATE post SET office = 'chair' WHERE id = {t_CEDAR_keeper}"),
    "post-unit-differs": by("Cedar", "UPDATE post SET unit_id = {u_BIRCH} WHERE id = {t_CEDAR_keeper}"),
    "person-differs": by(ADMISSIONS, "UPDATE person SET born_on = '2001-04-05' WHERE id = {p_HANA}"),
    "person-data-without-act": by(ADMISSIONS, "UPDATE person SET sex = 'F' WHERE id = {p_KIM}"),
    "person-half-erased": by(
        ADMISSIONS, "DELETE FROM personal_field WHERE effect_id = {Admissions_1}"
    ),
    "full-name-differs": by(ADMISSIONS, "UPDATE person SET full_name = 'Hana H.' WHERE id = {p_HANA}"),
    "search-name-differs": by(ADMISSIONS, "UPDATE person SET search_name = 'hana' WHERE id = {p_HANA}"),
    "sex-unknown": by(NOBODY, "UPDATE person SET sex = 'X' WHERE id = {p_HANA}"),
    "born-after-entry": by(ADMISSIONS, "UPDATE person SET born_on = '2030-01-01' WHERE id = {p_HANA}"),
    "persons-alike": by(
        NOBODY,
        "UPDATE person SET search_name = 'jansky jan', born_on = '1960-06-06' WHERE id = {p_HANA}",
    ),
    # tasks and drafts
    "task-for-no-unit": row_set(LANTERNS, "unit_span", "starts_on = '2024-02-15'", "unit_id = {u_NORTH}"),
    "task-level-unknown": by(LANTERNS, "UPDATE task SET level = 'attic' WHERE ordinal = 1"),
    "task-due-before-signed": by(LANTERNS, "UPDATE task SET due_on = '2024-01-01' WHERE ordinal = 1"),
    "task-without-text": by(LANTERNS, "UPDATE task SET text = '' WHERE ordinal = 1"),
    "task-incomplete": by(LANTERNS, "UPDATE task SET due_on = NULL"),
    "draft-issued-too-early": by("Letter", "UPDATE draft SET drafted_at = '2025-01-01 00:00:00'"),
    "draft-not-emptied": by("Letter", "UPDATE draft SET content = '{{\"title\": \"Letter\"}}'"),
    "draft-empty": by("Letter", "UPDATE draft SET content = '[]'"),
    # register
    "record-not-foldable": effect_set("Cedar_1", "data = '{{}}'")._replace(act=NOBODY),
    "effect-does-not-fit": effect_set("Board_member_1", "person_id = {p_BRUNO}, post_id = {t_NORTH_B_chair}"),
    "register-alias-differs": by(
        BOARD,
        "INSERT INTO alias (person_id, stands_for_id, \"on\", opened_by_id) VALUES ({p_IWO}, {p_IVO},"
        " '2024-01-01', {Board_member_1})",
    ),
    "register-unit-differs": row_set("Cedar", "unit_span", "abbreviation = 'C'", "unit_id = {u_CEDAR}"),
    "register-lineage-differs": row_set("Merger", "lineage", "share = 50", "predecessor_id = {u_CEDAR}"),
    "register-membership-differs": row_set("Cedar", "membership", "starts_on = '2024-03-02'",
                                           "opened_by_id = {Cedar_3}"),
    "register-establishment-differs": row_set("Cedar", "establishment", "seats = 2", "post_id = {t_CEDAR_keeper}"),
    "register-tenure-differs": row_set(BOARD, "tenure", "ends_planned_on = NULL", GORAN),
    "register-pool-differs": row_set(BOARD, "pool_entry", "term = '2030'", GORAN),
    "register-topic-differs": row_set("Merits", "completed_topic", "topic = 'wax'", "topic = 'oil'"),
    "register-rating-differs": row_set("Merits", "rating", "grade = 'poor'", GORAN),
    "register-unit-rating-differs": by("Merits", "DELETE FROM unit_rating"),
    "register-sanction-differs": row_set("Merits", "sanction", "ground = 'conduct'", "person_id = {p_JAN}"),
    "register-unit-sanction-differs": row_set("Merits", "unit_sanction", "ends_before = NULL", "TRUE"),
    "register-return-differs": row_set("Receipt", "return_state", "version = 2", "state = 'accepted'"),
    "register-proposal-differs": row_set("Return", "proposal", "position = 2", "state = 'open'"),
    "register-score-differs": row_set("Praise", "unit_score", "step = 'self'", "TRUE"),
    "register-practice-differs": row_set("Praise", "practice", "title = 'Dawn'", "TRUE"),
    "register-adoption-differs": by("Praise", "DELETE FROM practice_adoption"),
    "register-wording-differs": row_set("Praise", "wording", "indicator = 'members.total'", "TRUE"),
    "register-vacancy-differs": row_set(
        FOUNDING, "vacancy", "ends_before = '2024-02-02'", "closed_by_id = {Board_member_1}"
    ),
    "register-row-number-wrong": row_set(BOARD, "tenure", "id = id + 100000", GORAN),
    # tree
    "roots-not-one": row_set(FOUNDING, "unit_span", "parent_id = NULL", "unit_id = {u_NORTH}"),
    "unit-under-itself": row_set(FOUNDING, "unit_span", "parent_id = {u_NORTH}", "unit_id = {u_GLK}"),
    "parent-not-there": row_set(FOUNDING, "unit_span", "parent_id = {u_CEDAR}", "unit_id = {u_ALDER}"),
    "unit-kind-not-known": row_set("Cedar", "unit_span", "kind = 'outpost'", "unit_id = {u_CEDAR}"),
    "kind-under-wrong-kind": row_set("Cedar", "unit_span", "parent_id = {u_GLK}", "unit_id = {u_CEDAR}"),
    "level-above-parent": row_set(FOUNDING, "unit_span", "parent_id = {u_ALDER}", "unit_id = {u_NORTH_B}"),
    "unit-gap": by(
        BOARD,
        "UPDATE unit_span SET ends_before = '2022-01-01' WHERE unit_id = {u_ALDER}",
        "INSERT INTO unit_span (unit_id, parent_id, kind, names, abbreviation, starts_on, opened_by_id)"
        " VALUES ({u_ALDER}, {u_NORTH}, 'lodge', '{{}}', '', '2023-01-01', {Board_member_1})",
    ),
    "unit-twice": by(
        BOARD,
        "INSERT INTO unit_span (unit_id, parent_id, kind, names, abbreviation, starts_on, opened_by_id)"
        " VALUES ({u_ALDER}, {u_NORTH}, 'lodge', '{{}}', '', '2023-01-01', {Board_member_1})",
    ),
    "organ-goes-over": by(
        "Merger",
        "UPDATE unit_span SET ends_before = '2024-07-01', closed_by_id = {Merger_1} WHERE unit_id = {u_SOUTH_B}",
        "INSERT INTO unit_span (unit_id, parent_id, kind, names, abbreviation, starts_on, opened_by_id)"
        " VALUES ({u_SOUTH_B}, {u_NORTH}, 'region_board', '{{}}', '', '2024-07-01', {Merger_1})",
    ),
    "lineage-to-itself": row_set("Merger", "lineage", "successor_id = predecessor_id", "TRUE"),
    "lineage-without-end": row_set("Merger", "lineage", "\"on\" = '2024-07-02'", "TRUE"),
    "lineage-without-successor": row_set("Merger", "lineage", "successor_id = {u_CEDAR}", "TRUE"),
    "lineage-shares-over": row_set("Merger", "lineage", "share = 130, manner = 'split'", "TRUE"),
    "names-alike": row_set(FOUNDING, "unit_span",
                           "names = (SELECT names FROM unit_span WHERE unit_id = {u_CEDAR})", "unit_id = {u_BIRCH}"),
    "unit-ends-with-children": row_set(FOUNDING, "unit_span", "ends_before = '2024-01-01'", "unit_id = {u_SOUTH}"),
    "nameless-span": row_set("Cedar", "unit_span", "names = '{{}}'", "unit_id = {u_CEDAR}"),
    # members
    "membership-overlap": by(
        BOARD,
        "INSERT INTO membership (person_id, unit_id, stage, starts_on, opened_by_id)"
        " VALUES ({p_GORAN}, {u_BIRCH}, 'full', '2024-01-01', {Board_member_1})",
    ),
    "membership-without-unit": row_set("Cedar", "membership", "starts_on = '2024-02-01'", "opened_by_id = {Cedar_3}"),
    "unit-without-own-members": row_set("Cedar", "membership", "unit_id = {u_NORTH}", "opened_by_id = {Cedar_3}"),
    "membership-stage-unknown": row_set("Cedar", "membership", "stage = 'guest'", "opened_by_id = {Cedar_3}"),
    "probation-after-full": by(
        "Merger",
        "UPDATE membership SET stage = 'full' WHERE opened_by_id = {Admissions_1}",
        "UPDATE membership SET stage = 'probationary' WHERE opened_by_id = {Merger_2}",
    ),
    "membership-without-day": row_set("Cedar", "membership", "ends_before = starts_on", "opened_by_id = {Cedar_3}"),
    "membership-ends-by-itself": row_set("Cedar", "membership", "closed_by_id = NULL", "opened_by_id = {Cedar_3}"),
    "membership-of-another": row_set("Cedar", "membership", "person_id = {p_GORAN}", "opened_by_id = {Cedar_3}"),
    "moved-in-not-out": by("Merger", "DELETE FROM membership WHERE opened_by_id = {Cedar_3}"),
    "moved-out-not-in": by("Merger", "DELETE FROM membership WHERE opened_by_id = {Merger_1}"),
    "admitted-not-member": by(ADMISSIONS, "DELETE FROM membership WHERE opened_by_id = {Admissions_2}"),
    "left-still-member": by("Merger", "UPDATE membership SET ends_before = NULL WHERE opened_by_id = {Admissions_3}"),
    "members-do-not-foot": by(NOBODY, "DELETE FROM membership WHERE opened_by_id = {Admissions_2}"),
    "probation-overdue": by(
        ADMISSIONS,
        "UPDATE membership SET ends_before = NULL, starts_on = '2020-02-02' WHERE opened_by_id = {Admissions_1}",
    ),
    "age-unknown": by(NOBODY, "UPDATE person SET born_on = NULL WHERE id = {p_JAN}"),
    "member-very-old": by(ADMISSIONS, "UPDATE person SET born_on = '1860-01-01' WHERE id = {p_JAN}"),
    # posts
    "post-over-its-seats": row_set(BOARD, "establishment", "seats = 0", "post_id = {t_NORTH_B_member}"),
    "seats-do-not-foot": by(FOUNDING, "DELETE FROM vacancy WHERE post_id = {t_SOUTH_B_deputy}"),
    "seats-overlap": by(
        BOARD,
        "INSERT INTO establishment (post_id, seats, starts_on, opened_by_id)"
        " VALUES ({t_NORTH_B_member}, 2, '2023-01-01', {Board_member_1})",
    ),
    "post-without-seats": row_set(FOUNDING, "establishment", "seats = 0", "post_id = {t_NORTH_B_member}"),
    "post-without-unit": row_set("Cedar", "establishment", "starts_on = '2024-01-01'", "post_id = {t_CEDAR_keeper}"),
    "seats-without-day": row_set("Cedar", "establishment", "ends_before = starts_on", "post_id = {t_CEDAR_keeper}"),
    "vacancy-without-day": by(
        BOARD, "INSERT INTO vacancy (post_id, starts_on, ends_before, opened_by_id) VALUES ({t_NORTH_B_member},"
        " '2024-05-05', '2024-05-05', {Board_member_1})"
    ),
    "vacancy-without-post": by(
        BOARD, "INSERT INTO vacancy (post_id, starts_on, opened_by_id) VALUES ({t_NORTH_B_member},"
        " '2010-01-01', {Board_member_1})"
    ),
    "office-for-wrong-kind": by("Cedar", "UPDATE post SET office = 'president' WHERE id = {t_CEDAR_keeper}"),
    "vacant-too-long": by(FOUNDING, "UPDATE body SET pack = pack"),
    "unit-without-post": row_set(FOUNDING, "establishment", "ends_before = '2024-12-01'", "post_id = {t_ALDER_keeper}"),
    "unit-without-head": row_set(FOUNDING, "tenure", "ends_before = '2024-12-01'", "post_id = {t_ALDER_keeper}"),
    # tenures
    "tenure-overlap": by(
        BOARD,
        "INSERT INTO tenure (person_id, post_id, manner, starts_on, opened_by_id)"
        " VALUES ({p_GORAN}, {t_NORTH_B_member}, 'appointed', '2024-05-01', {Board_member_1})",
    ),
    "tenure-without-post": row_set("Cedar", "tenure", "starts_on = '2024-01-01'", "post_id = {t_CEDAR_keeper}"),
    "tenure-without-day": row_set("Cedar", "tenure", "ends_before = starts_on", "post_id = {t_CEDAR_keeper}"),
    "tenure-planned-end-before-start": row_set(BOARD, "tenure", "ends_planned_on = '2024-01-01'", GORAN),
    "tenure-without-manner": row_set(BOARD, "tenure", "manner = ''", GORAN),
    "tenure-of-another": row_set(BOARD, "tenure", "person_id = {p_HANA}", GORAN),
    "tenure-of-other-post": row_set(BOARD, "tenure", "post_id = {t_SOUTH_B_deputy}", GORAN),
    "tenure-ends-by-itself": row_set(BOARD, "tenure", "ends_before = '2025-01-01'", GORAN),
    "appointed-not-in-office": by(BOARD, "DELETE FROM tenure WHERE person_id = {p_GORAN}"),
    "relieved-still-in-office": by("Twins", "UPDATE tenure SET ends_before = NULL WHERE person_id = {p_DORA}"),
    "term-over": row_set(BOARD, "tenure", "ends_planned_on = '2024-03-01'", GORAN),
    "holder-no-member": by(BOARD, "DELETE FROM membership WHERE person_id = {p_GORAN}"),
    "many-posts": by(FOUNDING, "UPDATE tenure SET person_id = {p_ADA} WHERE ends_before IS NULL")._replace(act=BOARD),
    # pool
    "pool-too-many-persons": by(
        BOARD,
        *(
            "INSERT INTO pool_entry (person_id, post_id, term, starts_on, opened_by_id)"
            f" VALUES ({{p_{who}}}, {{t_NORTH_B_chair}}, '2026', '2024-02-01', {{Board_member_2}})"
            for who in ("HANA", "IVO", "JAN")
        ),
    ),
    "pool-too-many-posts": by(
        BOARD,
        *(
            "INSERT INTO pool_entry (person_id, post_id, term, starts_on, opened_by_id)"
            f" VALUES ({{p_GORAN}}, {{t_{post}}}, '2026', '2024-02-01', {{Board_member_2}})"
            for post in ("COUNCIL_president", "SOUTH_B_chair", "SOUTH_B_deputy")
        ),
    ),
    "pool-overlap": by(
        BOARD,
        "INSERT INTO pool_entry (person_id, post_id, term, starts_on, opened_by_id)"
        " VALUES ({p_GORAN}, {t_NORTH_B_chair}, '2026', '2024-05-01', {Board_member_2})",
    ),
    "pool-without-post": row_set(BOARD, "pool_entry", "starts_on = '2010-01-01'", GORAN),
    "pool-without-day": row_set(BOARD, "pool_entry", "ends_before = starts_on", GORAN),
    "pool-without-term": row_set(BOARD, "pool_entry", "term = ''", GORAN),
    "planned-and-in-office": row_set(BOARD, "pool_entry", "post_id = {t_NORTH_B_member}", GORAN),
    # standing
    "grade-unknown": row_set("Merits", "rating", "grade = 'divine'", GORAN),
    "ground-unknown": row_set("Merits", "sanction", "ground = 'rain'", "person_id = {p_JAN}"),
    "rating-for-no-period": row_set("Merits", "rating", "period = '2023-H3'", GORAN),
    "rated-twice": by(
        BOARD,
        "INSERT INTO rating (person_id, unit_id, period, grade, starts_on, opened_by_id)"
        " VALUES ({p_GORAN}, {u_ALDER}, '2023', 'fair', '2024-05-01', {Board_member_1})",
    ),
    "rating-without-day": row_set("Merits", "rating", "ends_before = starts_on", GORAN),
    "sanction-without-day": row_set("Merits", "sanction", "ends_before = starts_on", "person_id = {p_JAN}"),
    "sanction-without-ground": row_set("Merits", "sanction", "ground = ''", "person_id = {p_JAN}"),
    "sanctioned-never-there": row_set("Merits", "unit_sanction", "starts_on = '2010-01-01'", "TRUE"),
    "topic-without-course": row_set("Merits", "completed_topic", "course = ''", "TRUE"),
    "topic-twice": row_set("Merits", "completed_topic", "topic = 'oil'", "TRUE"),
    "topic-before-unit": row_set("Merits", "completed_topic", "starts_on = '2010-01-01'", "TRUE"),
    "entry-given-up-twice": by(
        BOARD,
        "INSERT INTO alias (person_id, stands_for_id, \"on\", opened_by_id) VALUES ({p_IWO}, {p_IWO},"
        " '2024-01-01', {Board_member_1})",
    ),
    "entry-given-up-not-empty": by(
        "Twins",
        "INSERT INTO alias (person_id, stands_for_id, \"on\", opened_by_id) VALUES ({p_IWO}, {p_IVO},"
        " '2024-01-01', {Twins_1})",
    ),
}  # fmt: skip


def _break_text(table: str, column: str, value: str, where: str) -> Callable[[], None]:
    return lambda: lived_in.execute(f"UPDATE {table} SET {column} = '{value}' WHERE {where}")


def _unsound() -> None:
    if connection.vendor == "sqlite":
        lived_in.execute(
            "PRAGMA ignore_check_constraints = ON", "UPDATE act SET number = -1 WHERE number = 2"
        )
        lived_in.execute("PRAGMA ignore_check_constraints = OFF")
    else:
        lived_in.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'act_symbol'::regclass")


def _unguarded() -> None:
    if connection.vendor == "postgresql":
        lived_in.execute("UPDATE pg_trigger SET tgenabled = 'D' WHERE tgname = 'act_no_update'")


def _change_file() -> None:
    for file in Attachment.objects.all():
        attachments.path(settings.HOME, file.sha256).write_text(
            "Lanterns are lit at dawn.\n", encoding="utf-8"
        )


def _store(change: Callable[[Any], None]) -> Callable[[], None]:
    def damage() -> None:
        change(columns.current())

    return damage


def _change_columns(store: Any) -> None:
    lived_in.execute("UPDATE tenure SET manner = 'elected'")


def seal_otherwise() -> None:
    """An app whose key was sealed in another installation, and one that is as it should be."""
    for name, secret in (("moved", Fernet(Fernet.generate_key()).encrypt(b"JBSWY3DP").decode()),
                         ("stayed", factors.seal("JBSWY3DP"))):  # fmt: skip
        account = Account.objects.create(name=name, opened_at=cast.at("2024-01-01"))
        Authenticator.objects.create(user=account, type="totp", data={"secret": secret})


BY_HAND: dict[str, tuple[str, Callable[[], None]]] = {
    "database-unsound": (NOBODY, _unsound),
    "guard-missing": (NOBODY, _unguarded),
    "attachment-changed": (LANTERNS, _change_file),
    "columns-differ": (NOBODY, _store(_change_columns)),
    "search-behind": (NOBODY, search.empty),
    "unit-words-behind": (NOBODY, unit_words.empty),
    "factor-closed": (NOBODY, seal_otherwise),
}
"""Damage that is not SQL in the tables alone."""


ONLY_SQLITE: dict[str, tuple[str, Callable[[], None]]] = {
    "act-unreadable": (BOARD, _break_text("act", "signed_on", "2024-02-3o", "title = 'Board member'")),
    "value-unreadable": (NOBODY, _break_text("person", "born_on", "yesterday", "code = 'HANA'")),
}
"""PostgreSQL keeps no value that is none of its column's type."""
