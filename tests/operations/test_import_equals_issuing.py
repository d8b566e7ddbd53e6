"""An import records what issuing would record and refuses what issuing would refuse: random batches, row for row."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti import charter
from fasti.acts import texts, written
from fasti.acts.models import Body
from fasti.effects import reading
from fasti.operations.importing import parts, rule_book
from tests import cast
from tests.operations import outcomes, random_acts

PROPERTY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_an_import_refuses_what_issuing_refuses(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = random_acts.batch(seed)
        wanted = outcomes.issued(contents)
        got = outcomes.imported(contents)
        transaction.set_rollback(True)
    assert got == wanted


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_an_import_records_what_issuing_records(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = outcomes.accepted(random_acts.batch(seed))
        wanted = outcomes.issued(contents)
        got = outcomes.imported(contents)
        transaction.set_rollback(True)
    assert isinstance(wanted, dict)
    assert got == wanted


@pytest.mark.django_db
def test_the_founding_itself_may_be_imported(small: None) -> None:
    Body.objects.create(id=1, pack="template")
    contents = [cast.founding()]
    assert outcomes.imported(contents) == outcomes.issued(contents)


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_what_comes_later_is_laid_on_what_came_before(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = random_acts.everyday(seed)
        passed = outcomes.accepted(contents)
        wanted = outcomes.issued(contents), outcomes.issued(passed)
        got = outcomes.imported(contents), outcomes.imported(passed)
        transaction.set_rollback(True)
    assert isinstance(wanted[1], dict)
    assert got == wanted


@settings(max_examples=300, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_an_effect_read_quickly_is_read_as_ever(seed: int) -> None:
    dice, day_of_act = random.Random(seed), date(2021, 2, 3)
    for _ in range(5):
        raw = random_acts.effect(dice, 40)
        quick = reading.read_plain(raw, default_on=day_of_act)
        if quick is not None:
            slow, wrong = reading.read(raw, default_on=day_of_act)
            assert (quick, wrong) == (slow, [])
            assert list(quick.data) == list(slow.data if slow else ())


@settings(max_examples=300, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_a_draft_read_quickly_is_read_as_ever(seed: int) -> None:
    dice = random.Random(seed)
    for place in range(5):
        raw = random_acts.content(dice, place)
        quick = written.read_plain(raw)
        if quick is not None:
            assert (quick, []) == written.read(raw)
        if texts.is_clean_json(parts.written(raw)):
            assert written.read_plain(raw, is_clean=True) == quick


@pytest.mark.parametrize("wrong", ["a\x00b", "\ud800", "\u202e", "\u2066", "é\x00"])
@pytest.mark.parametrize("other", ["plain", {("no", "key"): 1}, {1, 2}])
def test_texts_that_cannot_be_kept_are_seen_in_a_chunk_as_in_an_act(wrong: str, other: Any) -> None:
    for raw in (
        {"title": wrong},
        {"effects": [{"data": {wrong: "x"}}]},
        {"tasks": [{"text": f"so {wrong}"}]},
    ):
        assert texts.check(raw)
        assert not texts.is_clean_json(parts.written({**raw, "other": other}))


def test_the_rule_book_of_an_import_answers_as_the_pack_does() -> None:
    pack = cast.pack()
    remembered = rule_book.RuleBook(pack)
    asked = [("numbering", "council", "decision"), ("authority", "region_board", "decision")]
    asked += [("value", "leave.reasons"), ("unit_kind", "lodge"), ("office", "chair"), ("act_types",)]
    turns = [each.starts_on for _, series in pack.changes() for each in series.versions]
    days = {date(2020, 12, 31), date(2021, 1, 1)} | {
        turn + timedelta(days=by) for turn in turns for by in (-1, 0, 1)
    }
    for day_asked in sorted(days) * 2:
        for name, *of in asked:
            assert answer(remembered, name, of, day_asked) == answer(pack, name, of, day_asked)


def answer(book: Any, name: str, of: list[str], day_asked: date) -> Any:
    """What a rule book says, or that it says nothing."""
    try:
        return getattr(book, name)(*of, as_of=day_asked)
    except charter.NoRule as missing:
        return str(missing)


@pytest.mark.django_db
def test_seats_are_counted_on_from_where_an_act_examined_at_length_left_them() -> None:
    """A swap leaves posts as full as they were, but others sit on them."""
    cast.found_guild()
    posts = ["NORTH-B.one", "NORTH-B.two"]
    seats = {"kind": "ESTABLISH_POST", "unit": "NORTH-B", "office": "board_member", "seats": 1}
    begun = [{**seats, "post": post} for post in posts]
    taken = [
        {"kind": "APPOINT", "person": who, "post": post}
        for who, post in zip(random_acts.NEW, posts, strict=False)
    ]
    acts = [
        cast.act("COUNCIL", "decision", "Posts", "2020-01-05", *begun),
        cast.act("COUNCIL", "decision", "Appointments", "2020-02-01", *taken),
        cast.act("COUNCIL", "decision", "Swap", "2020-03-01", swap(*random_acts.NEW[:2], *posts)),
        cast.act("COUNCIL", "decision", "Relief", "2020-04-01", relief(random_acts.NEW[1], posts[0])),
    ]
    acts[2]["label"] = "swap"
    contents = random_acts.batch(0)[:5] + acts
    wanted = outcomes.issued(contents)
    assert isinstance(wanted, dict), wanted
    assert outcomes.imported(contents) == wanted


def swap(one: str, other: str, left: str, taken: str) -> Any:
    """The effect by which two persons change their posts."""
    return {"kind": "SWAP", "person": one, "other_post": left, "other_person": other, "post": taken}


def relief(person: str, post: str) -> Any:
    """The effect by which a person leaves a post."""
    return {"kind": "RELIEVE", "person": person, "post": post, "reason": "request"}
