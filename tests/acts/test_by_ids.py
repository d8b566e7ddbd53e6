"""Queries by ids whose statement is made once: the same rows as the query itself gives."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext

from fasti.acts.by_ids import ByIds
from fasti.acts.models import Effect
from fasti.register.models import Membership
from fasti.subjects.models import Person, Unit
from tests import cast

pytestmark = pytest.mark.django_db


def effects(ids: list[int]) -> QuerySet[Any, Any]:
    """Effects by two columns of ids, of some kinds, with days, contents and what voids them."""
    named = Q(person__in=ids) | Q(other_person__in=ids)
    found = Effect.objects.filter(named, kind__in=["ADMIT", "APPOINT", "LEAVE"]).order_by("-id")
    return found.values_list("id", "kind", "on", "data", "voided_by", "recorded_at")


def memberships(ids: list[int]) -> QuerySet[Any, Any]:
    """Memberships of units."""
    return Membership.objects.filter(unit__in=ids).order_by("id").values_list("person", "starts_on", "stage")


@pytest.mark.parametrize(("query", "of"), [(effects, Person), (memberships, Unit)])
def test_the_rows_are_those_of_the_query(query: Any, of: Any) -> None:
    cast.found_guild()
    read, ids = ByIds(query), list(of.objects.values_list("id", flat=True))
    for asked in (ids, ids[:1], [*ids[1:], 10**9]):
        assert list(read.rows(asked)) == list(query(asked))
    assert list(read.rows(ids))


def test_the_statement_is_made_once_and_nothing_is_asked_for_no_ids() -> None:
    asked = []

    def query(ids: list[int]) -> QuerySet[Any, Any]:
        asked.append(ids)
        return memberships(ids)

    read = ByIds(query)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert list(read.rows([])) == []
    assert not seen.captured_queries
    for number in range(3):
        list(read.rows([number]))
    assert len(asked) == 1


def test_thousands_of_ids_are_asked_for_in_parts() -> None:
    cast.found_guild()
    ids = list(Unit.objects.values_list("id", flat=True))
    far = [*ids, *range(10**6, 10**6 + 12_000)]
    with CaptureQueriesContext(connection) as seen:
        assert sorted(ByIds(memberships).rows(far)) == sorted(memberships(ids))
    assert len(seen.captured_queries) == 4


def test_an_id_is_a_number() -> None:
    asked: list[Any] = ["1) OR (1=1"]
    with pytest.raises(ValueError, match="format code"):
        list(ByIds(memberships).rows(asked))
