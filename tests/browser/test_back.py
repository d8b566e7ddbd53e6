"""Back and forward in a real browser: always a whole page, never the region that a swap had asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from fasti import words
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


def _is_whole(page: Any, heading: str) -> None:
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text(heading)
    expect(page.locator("nav").first).to_be_visible()
    expect(page.locator("#main")).to_have_count(1)


def test_back_from_a_part_of_a_unit_shows_the_whole_page(page_of: OpenPage) -> None:
    page = page_of("BRUNO")
    page.goto("/units/NORTH/")
    heading = page.locator("h1").inner_text()
    page.get_by_role("link", name=re.compile(words.say("web-units-tab-posts", "en"))).first.click()
    expect(page).to_have_url(re.compile("tab=posts"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("tab="))
    _is_whole(page, heading)
    page.go_forward()
    expect(page).to_have_url(re.compile("tab=posts"))
    _is_whole(page, heading)


def test_back_to_a_search_of_the_register_from_another_page_shows_it_whole(page_of: OpenPage) -> None:
    page = page_of("BRUNO")
    page.goto("/acts/")
    page.locator("#main input[name=q]").fill("lamp")
    page.locator("#main input[name=q]").press("Enter")
    expect(page).to_have_url(re.compile("q=lamp"))
    page.goto("/people/")
    page.go_back()
    expect(page).to_have_url(re.compile("q=lamp"))
    _is_whole(page, words.say("web-acts-register", "en"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("q="))
    _is_whole(page, words.say("web-acts-register", "en"))
