"""The rule book: every rule with its days and its article, in every language, for everybody with an account."""

from __future__ import annotations

import datetime

import pytest

from fasti import charter, words
from fasti.reports import rule_book
from tests.web.conftest import SignIn
from tests.web.test_people import text

DAY = datetime.date(2024, 2, 29)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("pack", ["template", "vn_party"])
def test_every_rule_of_every_table_is_told(pack: str, lang: str) -> None:
    book = charter.load(pack)
    sections = rule_book.sections(book, as_of=DAY, lang=lang)
    told = {rule.anchor for section in sections for rule in section.rules}
    assert told == {rule_book.anchor(table, key) for table, rows in book.tables.items() for key in rows}
    assert all(
        rule.versions and all(version.reference for version in rule.versions)
        for s in sections
        for rule in s.rules
    )


def test_the_version_of_the_day_is_marked() -> None:
    sections = rule_book.sections(charter.load("template"), as_of=DAY, lang="en")
    rules = {rule.anchor: rule for section in sections for rule in section.rules}
    later, earlier = rules["values.membership.probation_months"].versions
    assert (later.told, later.holds) == ((("", "3"),), False)
    assert (earlier.told, earlier.holds, earlier.last_on) == ((("", "6"),), True, DAY)


def test_the_page_has_an_address_for_every_rule_and_says_what_is_not_verified(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/charter/?as_of=2024-06-30")
    assert 'id="values.posts.vacant_long_days"' in page
    assert "Standing orders, s. 14" in page
    assert page.count(' id="') == len({part.split('"')[0] for part in page.split(' id="')[1:]}), (
        "an id stands twice"
    )


def test_only_what_is_not_verified(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/charter/?only=unverified")
    assert 'id="values.posts.vacant_long_days"' not in page


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_rights_and_reaches_are_told_in_words(lang: str) -> None:
    sections = rule_book.sections(charter.load("template"), as_of=DAY, lang=lang)
    grants = next(section for section in sections if section.table == "grants")
    told = " ".join(text for rule in grants.rules for version in rule.versions for _, text in version.told)
    assert words.say("right-people", lang) in told
    assert "shared_figures" not in told


def test_a_rule_is_found_by_its_article_without_marks(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/charter/?find=standing orders, S. 14")
    assert 'id="values.posts.vacant_long_days"' in page
    assert 'id="values.membership.probation_months"' not in page
    assert words.say("web-charter-nothing-found", "en") in text(
        sign_in("GORAN"), "/charter/?find=nothing of the kind"
    )
