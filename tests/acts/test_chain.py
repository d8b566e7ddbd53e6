"""The chain: canonical bytes equal those of RFC 8785, and tampering is named."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from fasti.acts import chain
from fasti.acts.models import Act, PersonalField
from fasti.operations import verify_record
from tests import cast

KEYS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    TEXTS | st.integers(-(2**53) + 1, 2**53 - 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_canonical_is_rfc_8785(record: dict[str, Any]) -> None:
    assert chain.canonical(record) == rfc8785.dumps(record)


@pytest.mark.parametrize("value", [1.5, True, None, 2**53, {"ключ": 1}])
def test_what_would_not_be_canonical_is_refused(value: object) -> None:
    with pytest.raises(chain.NotCanonical):
        chain.canonical({"a": value})


def _tamper(statement: str) -> None:
    """Change the record behind its back, as somebody with the database's password could."""
    with connection.cursor() as cursor:
        on = ' ON "act"' if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER act_no_update{on}")
        cursor.execute(statement)


@pytest.mark.django_db
def test_a_changed_act_is_named() -> None:
    cast.found_guild()
    first, _ = cast.issue(
        cast.act("NORTH-B", "decision", "One", "2024-02-01"),
        cast.act("NORTH-B", "decision", "Two", "2024-02-02"),
    )
    _tamper(f"UPDATE act SET title = 'Three' WHERE id = {first.id}")
    faults = verify_record.verify(only=["record"]).faults
    assert [(fault.code, fault.act) for fault in faults] == [("content-changed", first.code)]


@pytest.mark.django_db
def test_the_database_refuses_to_change_an_issued_act() -> None:
    act = cast.found_guild()
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Act.objects.filter(id=act.id).update(title="Other")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Act.objects.filter(id=act.id)._raw_delete("default")


@pytest.mark.django_db
def test_personal_fields_enter_as_commitments_and_may_be_erased() -> None:
    act = cast.found_guild()
    effect = act.effects.filter(person__code="GORAN", kind="ADMIT").get()
    assert "Goran" not in str(effect.data)
    assert set(effect.data["commitments"]) == {"family_name", "given_name", "sex", "born_on"}
    PersonalField.objects.filter(effect=effect).delete()
    assert verify_record.verify().faults == ()


@pytest.mark.django_db
def test_a_false_personal_value_is_named() -> None:
    cast.found_guild()
    PersonalField.objects.filter(value="Goran").update(value="Igor")
    codes = {fault.code for fault in verify_record.verify().faults}
    assert codes == {"commitment-broken", "person-differs"}
