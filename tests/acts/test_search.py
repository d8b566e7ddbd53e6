"""Full-text search in four languages: folded words, lemmas in two, numbers; kept up to date, rebuilt the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from fasti.acts import search, tokens
from fasti.acts.models import Act
from fasti.operations import import_acts, index_acts, rebuild_register
from tests import cast

pytestmark = pytest.mark.django_db
TEXTS = {
    "vi": (
        "Bổ nhiệm Phó Trưởng ban Dân vận",
        "Căn cứ Quy định số 80-QĐ/TW, đồng chí [person:DORA] giữ chức vụ.",
    ),
    "ru": (
        "О назначении заместителя председателя",
        "Председатель совета расчёты утверждает; льготы сохраняются.",
    ),
    "cs": (
        "Usnesení o jmenování místopředsedy",
        "Rada jmenovala členy komise a uložila úkoly krajským výborům.",
    ),
    "en": ("Appointment of a deputy chair", "The board keeps the lamps of the North."),
}


@pytest.fixture
def acts(db: None) -> dict[str, Act]:
    """One act in each language, issued in the north; their titles and texts name nobody."""
    cast.found_guild()
    contents = [
        cast.act("NORTH-B", "decision", title, f"2024-02-0{day}", text=text, language=lang)
        for day, (lang, (title, text)) in enumerate(TEXTS.items(), 1)
    ]
    return {act.language: act for act in cast.issue(*contents)}


def found(words: str, lang: str = "en") -> set[str]:
    listed = search.matching(Act.objects.exclude(sequence=1, issuer__code="COUNCIL"), words, lang)
    return set(listed.values_list("language", flat=True))


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        # as typed, without marks, in capitals, in another order
        ("bổ nhiệm phó trưởng ban", "vi", {"vi"}),
        ("bo nhiem pho truong ban", "vi", {"vi"}),
        ("DAN VAN bo nhiem", "en", {"vi"}),
        ("Đồng chí", "vi", {"vi"}),
        # lemmas: another case, ё or е, with the page in any language
        ("назначение", "ru", {"ru"}),
        ("назначением заместителю", "ru", {"ru"}),
        ("расчет", "ru", {"ru"}),
        ("расчёту", "en", {"ru"}),
        ("jmenování", "cs", {"cs"}),
        ("jmenováním místopředsedů", "cs", {"cs"}),
        ("usneseni", "cs", {"cs"}),
        ("krajský výbor", "cs", {"cs"}),
        ("appointment lamps", "en", {"en"}),
        # every word must be found
        ("bo nhiem lamps", "vi", set()),
        ("appoint", "en", set()),
        ("appoint*", "en", {"en"}),
        # words in quotation marks stand together, in their order
        ('"phó trưởng ban"', "vi", {"vi"}),
        ('"trưởng phó ban"', "vi", set()),
        ("“назначения заместителя”", "ru", {"ru"}),
        ('"заместителя назначения"', "ru", set()),
        # a cited act's number, by its beginning
        ("80-QĐ/TW", "vi", {"vi"}),
        ("80-qd", "vi", {"vi"}),
        ("80-KH/TW", "vi", set()),
        # the type of act and the issuer's name
        ("rozhodnutí místopředsedy", "cs", {"cs"}),
        ("Board of the North", "en", {"vi", "ru", "cs", "en"}),
        # nothing to look for, nothing found; signs that mean something to an engine mean nothing
        ("", "en", set()),
        ("!!! -- ()", "en", set()),
        ("lamps' OR 1=1 --", "en", set()),
        ('lamps"', "en", {"en"}),
        ("NEAR(lamps", "en", set()),
        ("forms:lamps", "en", set()),
        ("lamps & north | :*", "en", {"en"}),
    ],
)
def test_acts_are_found_by_their_words(
    acts: dict[str, Act], words: str, lang: str, expected: set[str]
) -> None:
    assert found(words, lang) == expected


def test_no_name_and_no_code_of_a_person_is_in_the_index(acts: dict[str, Act]) -> None:
    for words in ("Dora", "Dvořáková", "dora*", "person"):
        assert found(words, "vi") == set()


def test_an_act_is_found_by_its_own_number(acts: dict[str, Act]) -> None:
    for act in acts.values():
        listed = search.matching(Act.objects.all(), act.symbol, act.language)
        assert act in listed
        assert {each.number for each in listed} >= {act.number}


def test_a_text_of_many_megabytes_can_be_issued_and_found_by_its_beginning(acts: dict[str, Act]) -> None:
    text = " ".join(f"lantern{n} щ{n}ж" for n in range(120_000))
    (act,) = cast.issue(cast.act("NORTH-B", "decision", "A very long one", "2024-03-01", text=text))
    assert list(search.matching(Act.objects.all(), "long lantern7", "en")) == [act]
    assert search.num_behind() == 0


def test_a_rebuild_yields_the_same_index(acts: dict[str, Act]) -> None:
    before = _content()
    rebuild_register.rebuild()
    assert _content() == before
    assert found("bo nhiem", "vi") == {"vi"}


def test_an_import_is_indexed_after_its_commit_and_an_issuing_leaves_no_gap(acts: dict[str, Act]) -> None:
    search.empty()
    assert search.num_behind() == 5
    cast.issue(cast.act("NORTH-B", "decision", "Lanterns again", "2024-03-01", language="en"))
    assert search.last() == 0  # as after an import that was killed before its acts were taken in
    content = cast.act("NORTH-B", "decision", "Lanterns once more", "2024-03-02", language="en")
    import_acts.import_acts([content], pack=cast.pack(), recorded_at=cast.at("2024-03-03"), actor="test")
    assert search.num_behind() == 0
    assert search.matching(Act.objects.all(), "lanterns", "en").count() == 2
    assert index_acts.catch_up() == 0


def test_what_is_refused_leaves_no_word_in_the_index(acts: dict[str, Act]) -> None:
    last = search.last()
    with pytest.raises(Exception, match="unknown"):
        cast.issue(
            cast.act("NORTH-B", "decision", "Sunflower", "2024-03-01"),
            cast.act("NORTH-B", "decision", "No such type", "2024-03-01", {"kind": "NONE", "unit": "NORTH"}),
        )
    assert search.last() == last
    assert not search.matching(Act.objects.all(), "sunflower", "en").exists()


def test_nobody_waits_for_the_dictionaries_to_be_read(acts: dict[str, Act]) -> None:
    """They are read before the body is locked: the first act of a process would hold up all others for a second."""
    tokens._folded.cache_clear()
    known: list[int] = []

    def note(execute: Any, *asked: Any) -> Any:
        known.append(tokens._folded.cache_info().currsize)
        return execute(*asked)

    with connection.execute_wrapper(note):
        cast.issue(cast.act("NORTH-B", "decision", "One more", "2024-03-01", language="en"))
    assert known[0] >= len(tokens.LEMMAS)


@pytest.mark.parametrize("words", ["bo nhiem", "80-QĐ", '"pho truong"', "назнач*"])
def test_the_database_answers_from_the_index(acts: dict[str, Act], words: str) -> None:
    if connection.vendor == "postgresql":
        _many_more()
    plan = search.matching(Act.objects.order_by("-signed_on", "-id"), words, "vi")[:51].explain()
    if connection.vendor == "postgresql":
        assert "Bitmap Index Scan on act_search_words" in plan, plan
    else:
        assert "act_search VIRTUAL TABLE INDEX" in plan


def _many_more() -> None:
    """So many acts that PostgreSQL finds it worth while to look into an index."""
    given = {"id": "100 + n", "number": "100 + n", "sequence": "100 + n"}
    columns = [field.column for field in Act._meta.concrete_fields]
    names = ", ".join(f'"{each}"' for each in columns)
    values = ", ".join(given.get(each, f'act."{each}"') for each in columns)
    from_one = f"SELECT {values} FROM act, generate_series(1, 20000) n WHERE act.id = 1"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO act ({names}) {from_one}")
        words = (
            "to_tsvector('simple', concat_ws(' ', 'lamp' || n % 100, 'wick' || n % 700, 'oil' || n % 3000))"
        )
        cursor.execute(f"INSERT INTO act_search SELECT 100 + n, {words} FROM generate_series(1, 20000) n")
        cursor.execute("ANALYZE act, act_search")
        cursor.execute("SET LOCAL enable_seqscan = off")
    search.settle()


@pytest.mark.parametrize("lang", ["vi", "ru", "cs", "en"])
def test_what_is_typed_goes_through_the_same_mill_as_what_was_written(lang: str) -> None:
    for text in TEXTS[lang]:
        for word in tokens.read(text, lang):
            (again,) = tokens.read(word.form, lang)
            assert again.form == word.form


def _content() -> Iterator[object] | list[object]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT act_id, words::text FROM act_search ORDER BY act_id")
        else:
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, act_search, instance)"
            )
            cursor.execute("SELECT term, doc, col, offset FROM temp.seen ORDER BY 1, 2, 3, 4")
        return list(cursor.fetchall())
