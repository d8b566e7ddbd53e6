"""A return in a real browser: a province fills, hands in late, is sent back with two reasons, corrects, is accepted."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from fasti import words
from fasti.dates import periods
from fasti.web import asked
from tests.browser.conftest import OpenPage
from tests.browser.test_journeys import button, link, quiet
from tests.returns import handed

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

NORTH = "/returns/half-year/2024-H1/NORTH/"
SOUTH = "/returns/half-year/2024-H1/SOUTH/"
LIST = "/returns/?form=half-year&unit=GLK&period=2024-H1"


def said(message: str, **given: Any) -> str:
    return words.say(f"web-returns-{message}", "en", **given)


def fill(page: Any, declared: dict[str, str], path: str) -> None:
    """Fill in what the unit declares and writes, and go to handing in."""
    page.goto(f"{path}fill/")
    for id, value in declared.items():
        page.locator(f'[name="declared-{id}"]').fill(value)
    page.get_by_role("textbox", name="Results").fill("The lamps were lit.")
    page.get_by_role("button", name=said("save-submit")).click()


def hand_in(page: Any) -> None:
    page.get_by_role("button", name=re.compile("^Hand in to")).click()
    expect(page.get_by_text("handed in", exact=True).first).to_be_visible()


def reopen(page: Any, path: str) -> None:
    """The periods of the body are long over: its returns are closed, and opened again by an act."""
    page.goto(path)
    link(page, "returns-reopen").click()
    page.get_by_label(said("why-reopen")).fill("A petition was found.")
    button(page, "returns-reopen").click()
    expect(page.get_by_text("opened again", exact=True).first).to_be_visible()


def test_a_return_from_filling_to_acceptance(page_of: OpenPage) -> None:
    above, below = page_of("ADA"), page_of("BRUNO")
    above.goto(LIST)
    expect(above.locator("#accepted")).to_have_text("1 of 2")
    reopen(above, NORTH)
    fill(below, handed.DECLARED, NORTH)
    expect(below.get_by_text(re.compile("It will count as handed in .* days late"))).to_be_visible()
    hand_in(below)

    above.goto("/")
    above.get_by_role("link", name=re.compile("waits for your answer")).first.click()
    link(above, "returns-answer").click()
    above.locator('[name="reason-petitions.received"]').fill("The book has eleven.")
    above.locator('[name="reason-results"]').fill("Say which lamps.")
    button(above, "returns-send-back").click()
    expect(above.get_by_text("sent back", exact=True).first).to_be_visible()

    below.goto("/")
    below.get_by_role("link", name=re.compile("sent back, to be corrected")).first.click()
    expect(below.get_by_text("The book has eleven.").first).to_be_visible()
    link(below, "returns-correct").click()
    expect(below.locator('[id="b-results"]')).to_contain_text("Say which lamps.")
    fill(below, {**handed.DECLARED, "petitions.received": "11", "petitions.pending": "4"}, NORTH)
    expect(below.locator('[id="e-petitions.pending"]')).to_contain_text("5")
    below.locator('[name="declared-petitions.pending"]').fill("5")
    below.get_by_role("button", name=said("save-submit")).click()
    hand_in(below)

    above.goto(f"{NORTH}answer/")
    above.get_by_role("button", name=said("accept", n=2)).click()
    expect(above.locator("ins").first).to_have_text("11")
    above.goto(LIST)
    expect(above.locator("#accepted")).to_have_text("2 of 2")
    for page in (above, below):
        quiet(page)


LOOKS = ((1440, "light"), (1440, "dark"), (360, "light"), (360, "dark"))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_page_of_a_return_is_accessible_and_within_its_width(page_of: OpenPage, lang: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    half = periods.of_day("half_year", asked.now().date())
    now = f"/returns/half-year/{half.code}/SOUTH/"
    pages = {role: page_of(role, lang=lang) for role in ("ADA", "CHIARA")}
    for role, path in (
        ("CHIARA", f"{now}fill/"),
        ("CHIARA", f"{now}submit/"),
        ("ADA", f"{SOUTH}reopen/"),
        ("ADA", SOUTH),
    ):
        page = pages[role]
        page.goto(path)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width, scheme)
            # The same elements stand there in every language, with as many words.
            found = Axe().run(page).response["violations"] if lang == "en" else []
            assert [(path, each["id"]) for each in found] == []
