"""People found by the words of their names: the same people on every database, as names are changed and erased."""

from __future__ import annotations

import re

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.subjects import names, person_words
from fasti.subjects.models import Person

pytestmark = pytest.mark.django_db
NAMES = (
    "Nguyễn Văn Đức",
    "Trần Thị Đức-Hạnh",
    "Žofie O'Brien",
    "Ёлкин Пётр",
    "",
    "  Lê   An ",
    "50% of\\'x\":*",
)
WORDS = st.one_of(
    st.sampled_from(
        ["nguyễn", "NGUY", "duc", "hạnh", "an", "o'br", "brien", "елк", "петр v", "%", "\\", "'", '":*']
    ),
    st.text(max_size=6).filter(lambda text: "\x00" not in text),
)


@pytest.fixture
def persons() -> list[Person]:
    made = [
        Person(code=f"P{i:03}", full_name=name, search_name=names.fold(name)) for i, name in enumerate(NAMES)
    ]
    return Person.objects.bulk_create(made)


def _found(typed: str) -> list[str]:
    found = person_words.named(Person.objects.all(), typed).people
    return sorted(found.values_list("full_name", flat=True))


def _parted(text: str) -> list[str]:
    return [part for part in re.split(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+", names.fold(text)) if part]


def _expected(typed: str) -> list[str]:
    """What the sentence in the module says, written plainly."""
    return sorted(
        name for i, name in enumerate(NAMES) if all(_answers(i, name, word) for word in typed.split())
    )


def _answers(i: int, name: str, word: str) -> bool:
    begins = [any(own.startswith(part) for own in _parted(name)) for part in _parted(word)]
    return (bool(begins) and all(begins)) or word.upper() == f"P{i:03}"


def test_words_and_codes_find_their_people(persons: list[Person]) -> None:
    assert _found("duc") == ["Nguyễn Văn Đức", "Trần Thị Đức-Hạnh"]
    assert _found("ĐỨC văn") == ["Nguyễn Văn Đức"]
    assert _found("hanh") == ["Trần Thị Đức-Hạnh"]
    assert _found("uc") == []
    assert _found("p002") == ["Žofie O'Brien"]
    assert _found("brien") == _found("o'brien") == ["Žofie O'Brien"]
    assert _found("елкин петр") == ["Ёлкин Пётр"]
    assert len(_found("")) == len(NAMES)


def test_every_text_finds_the_same_on_every_database(persons: list[Person]) -> None:
    @settings(max_examples=150, deadline=None)
    @given(WORDS)
    def holds(typed: str) -> None:
        with transaction.atomic():
            assert _found(typed) == _expected(typed)

    holds()


def test_a_changed_name_is_found_anew_and_an_erased_one_no_more(persons: list[Person]) -> None:
    Person.objects.filter(code="P000").update(full_name="Mai", search_name="mai")
    Person.objects.filter(code="P002").update(full_name="", search_name="")
    persons[3].delete()
    assert (_found("nguyen"), _found("mai"), _found("brien"), _found("елк")) == ([], ["Mai"], [], [])


@pytest.mark.usefixtures("persons")
def test_words_of_many_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("nguyễn", "o'brien", "hanh duc", "p004", "50 of", "'", "%", "x")
    by_index = [_found(word) for word in words]
    monkeypatch.setattr(person_words, "FEW", -1)
    is_asked_anew = connection.vendor == "postgresql"
    assert person_words.named(Person.objects.all(), "duc").is_few is not is_asked_anew
    assert [_found(word) for word in words] == by_index


@pytest.mark.usefixtures("persons")
def test_the_database_finds_people_by_its_index() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # Of seven people it would not ask an index.
    told = person_words.named(Person.objects.all(), "zofie").people.explain()
    assert "person_word" in told
    assert "SCAN person\n" not in f"{told}\n"
    assert "Seq Scan" not in told
