"""What waits: for whom, why, until when; nothing for those whose work it is not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from fasti import charter, words
from fasti.access import sight
from fasti.access.models import Account
from fasti.acts.models import Draft, Relation
from fasti.reports import waiting
from fasti.subjects.models import Person, Unit
from tests import cast
from tests.returns import handed

DAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def _guild(db: None) -> None:
    cast.found_guild()


def _of(
    code: str, day: date = DAY, *, lang: str = "en", pack: charter.Pack | None = None
) -> list[waiting.Item]:
    pack = pack or cast.pack()
    account, _ = Account.objects.get_or_create(
        person=Person.objects.get(code=code),
        defaults={"name": code.lower(), "opened_at": cast.at("2020-01-02")},
    )
    return list(waiting.of(sight.of_account(account, pack=pack, day=day), pack=pack, day=day, lang=lang))


def _draft(**more: Any) -> Draft:
    content = {"issuer": "NORTH-B", "type": "decision", "title": "Lamps for Alder", "signed_on": "2024-06-18"}
    return Draft.objects.create(
        content=content, unit=Unit.objects.get(code="NORTH-B"), drafted_at=cast.at("2024-06-18"), **more
    )


def _kinds(items: list[waiting.Item]) -> set[str]:
    return {item.kind for item in items}


def test_a_draft_of_somebody_else_waits_to_be_checked_within_reach_alone() -> None:
    _draft(drafted_by=Person.objects.get(code="DORA"))
    item = next(item for item in _of("BRUNO") if item.kind == "check")
    assert (item.what, item.step.place, item.group) == ("Lamps for Alder", "draft", "week")
    assert "Dvořáková" in item.why
    assert "check" not in _kinds(_of("DORA")), "she drafted it"
    assert "check" not in _kinds(_of("CHIARA")), "another region"
    assert not _of("GORAN"), "a plain member"


def test_a_checked_draft_waits_to_be_signed_by_another_pair_of_eyes() -> None:
    dora, bruno = (Person.objects.get(code=code) for code in ("DORA", "BRUNO"))
    _draft(drafted_by=dora, checked_by=bruno, checked_at=cast.at("2024-06-19"))
    assert "sign" in _kinds(_of("BRUNO"))
    assert "sign" not in _kinds(_of("DORA")), "who drafted a decision may not issue it"


def test_a_draft_given_up_or_issued_waits_for_nobody() -> None:
    _draft(drafted_by=Person.objects.get(code="DORA"), dropped_at=cast.at("2024-06-19"))
    assert "check" not in _kinds(_of("BRUNO"))


def test_an_empty_post_waits_once_the_rule_book_allows_no_more_with_its_article() -> None:
    items = [item for item in _of("BRUNO", date(2020, 3, 20)) if item.kind == "post"]
    assert [item.key for item in items] == ["post:NORTH-B.member"]
    assert items[0].article == "Standing orders, s. 14"
    assert (items[0].due_on, items[0].group) == (date(2020, 3, 31), "next")
    late = next(item for item in _of("BRUNO", date(2020, 4, 2)) if item.kind == "post")
    assert (late.group, late.days_late) == ("overdue", 2)
    assert late.step == waiting.Step("fill", "drafts-new", {"post": "NORTH-B.member"})
    assert not [item for item in _of("BRUNO", date(2020, 2, 1)) if item.kind == "post"], "not yet near"


def test_an_unfilled_post_of_another_region_does_not_wait_here() -> None:
    assert {item.unit for item in _of("BRUNO", DAY) if item.kind == "post"} <= {"NORTH-B", "ALDER", "NORTH"}


def test_a_report_waits_until_it_is_given_and_again_when_it_is_withdrawn() -> None:
    day = date(2024, 7, 10)
    own = "report:NORTH:half-year:2024-H1"
    item = next(item for item in _of("BRUNO", day) if item.key == own)
    assert (item.due_on, item.article, item.group) == (date(2024, 7, 15), "Standing orders, s. 19", "week")
    report = cast.act("NORTH-B", "report", "Half-year", "2024-07-04", form="half-year", period="2024-H1")
    act = cast.issue(report)[0]
    assert own not in {item.key for item in _of("BRUNO", day)}
    withdrawal = cast.issue(
        cast.act(
            "NORTH-B", "decision", "Back", "2024-07-10", relations=[{"kind": "withdraws", "act": act.code}]
        )
    )
    assert withdrawal
    assert Relation.objects.filter(kind="withdraws").exists()
    assert own in {item.key for item in _of("BRUNO", day)}


def test_a_return_sent_back_waits_again() -> None:
    own, day = "report:SOUTH:half-year:2024-H1", date(2024, 7, 14)
    handed.issue(handed.submit("2024-07-10"))
    assert own not in {item.key for item in _of("CHIARA", day)}
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    assert own in {item.key for item in _of("CHIARA", day)}
    handed.issue(handed.submit("2024-07-13"))
    assert own not in {item.key for item in _of("CHIARA", day)}


def test_reports_missing_beneath_are_one_item_that_names_them() -> None:
    items = {item.key: item for item in _of("BRUNO", date(2024, 7, 12))}
    item = items["reports:NORTH:half-year:2024-H1"]
    assert "Alder" in item.why
    assert item.days_late == 5


def test_a_task_waits_for_the_unit_and_for_who_is_responsible_and_says_what_is_not_recorded() -> None:
    task = {
        "text": "Count the lamps of [person:EMIL]",
        "unit": "NORTH",
        "responsible": "GORAN",
        "due_on": "2024-06-25",
    }
    cast.issue(cast.act("COUNCIL", "plan", "Lamps", "2024-06-01", tasks=[task]))
    for code in ("BRUNO", "GORAN"):
        item = next(item for item in _of(code) if item.kind == "task")
        assert "not recorded yet" in item.why
        assert item.due_on == date(2024, 6, 25)
    assert "task" not in _kinds(_of("CHIARA"))


def test_a_term_waits_within_the_notice_of_the_rule_book_and_not_without_one(tmp_path: Path) -> None:
    post = {
        "kind": "ESTABLISH_POST",
        "post": "NORTH-B.second",
        "unit": "NORTH-B",
        "office": "board_member",
        "seats": 1,
    }
    cast.issue(cast.act("COUNCIL", "decision", "A post", "2020-02-01", post))
    effect = {"kind": "APPOINT", "person": "EMIL", "post": "NORTH-B.second", "ends_planned_on": "2024-09-01"}
    cast.issue(cast.act("COUNCIL", "decision", "A term", "2023-01-01", effect))
    assert "term" not in _kinds(_of("BRUNO")), "the template has no notice"
    copied = tmp_path / "template"
    shutil.copytree(charter.PACKS / "template", copied)
    values = copied / "values.yaml"
    rule = '{from: 2015-01-01, value: 60, reference: "Standing orders, s. 50", verified: true}'
    added = f"\n  reappointment.notice_days: [{rule}]\n"
    values.write_text(values.read_text().replace("values:\n", f"values:{added}", 1))
    for lang in words.LANGUAGES:
        told = copied / "words" / f"{lang}.yaml"
        line = next(line for line in told.read_text().splitlines() if "posts.vacant_long_days:" in line)
        told.write_text(told.read_text().replace(line, f"{line}\n    reappointment.notice_days: notice", 1))
    item = next(item for item in _of("BRUNO", pack=charter.load(str(copied))) if item.kind == "term")
    assert (item.due_on, item.article) == (date(2024, 7, 3), "Standing orders, s. 50")
    assert "Emil" in item.what or "Ek" in item.what


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_is_said_in_every_language(lang: str) -> None:
    _draft(drafted_by=Person.objects.get(code="DORA"))
    items = _of("BRUNO", date(2024, 7, 12), lang=lang)
    assert {"check", "report"} <= _kinds(items)
    assert all(item.what and item.why for item in items)


def test_the_most_urgent_come_first_and_few_questions_are_asked(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    _draft(drafted_by=Person.objects.get(code="DORA"))
    with django_assert_max_num_queries(75):
        items = _of("BRUNO", date(2024, 7, 12))
    assert [item.group for item in items] == sorted((item.group for item in items), key=waiting.GROUPS.index)
