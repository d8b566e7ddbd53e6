"""Lists of people in the order of names: by the given name where the body's language lists them so, page by page."""

from __future__ import annotations

import pytest
from django.db import connection

from fasti import charter
from fasti.access import sight
from fasti.reports import people
from fasti.subjects import names
from fasti.subjects.models import Person
from tests import cast

pytestmark = pytest.mark.django_db
NAMES = ("Trần Văn An", "Đỗ Thị An", "Nguyễn Đức Bình", "Lê Ánh", "Ân", "Bùi Viết Biên", "Lê Bá Biên", "")
BY_GIVEN = ["", "Ân", "Đỗ Thị An", "Trần Văn An", "Lê Ánh", "Bùi Viết Biên", "Lê Bá Biên", "Nguyễn Đức Bình"]


@pytest.fixture(autouse=True)
def persons() -> None:
    for i, name in enumerate(NAMES):
        Person.objects.create(code=f"X{i}", full_name=name, search_name=names.fold(name))


def _listed(pack: charter.Pack, size: int) -> list[str]:
    found: list[str] = []
    place: people.Cursor | None = None
    while rows := people.page(sight.OPERATOR, people.Asked(), pack, after=place, size=size):
        found += [row.full_name for row in rows]
        place = people.place_of(rows[-1])
    return found


@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_vietnamese_body_lists_by_the_given_name(size: int) -> None:
    assert _listed(charter.load("vn_party"), size) == BY_GIVEN


@pytest.mark.parametrize("size", [1, 3, 100])
def test_other_bodies_list_by_the_full_name(size: int) -> None:
    assert _listed(cast.pack(), size) == sorted(NAMES, key=names.fold)


def test_the_database_keeps_the_order_of_given_names() -> None:
    Person.objects.bulk_create(Person(code=f"Y{i}", search_name=f"le van {i % 977}") for i in range(20_000))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE person")
    query = people.in_order(Person.objects.all(), charter.load("vn_party"))
    assert "person_by_given" in query.filter(place__gte="5")[:50].explain()
