"""Every page in a real browser: accessible in light and dark at three widths, within its width, without a word from the
console.

The pages are not listed here: they are found by following links from the first page as a chair of a region, a plain
member and a technical account, one page for each shape of address. Beside them stand those that no link leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import pytest
from lxml import html

from tests.browser.conftest import OpenPage, Served
from tests.web.test_links import shape_of

pytestmark = pytest.mark.browser

Place = tuple[str, str]
"""Whose eyes, and the address."""
ROLES = ("BRUNO", "GORAN", "technical")
OF_EACH = ("", "people")
"""First parts of the addresses that look different to each role."""
UNLINKED = (
    ("", "/account/login/"),
    ("GORAN", "/drafts/new/"),
    ("GORAN", "/units/NOWHERE/"),
    ("GORAN", "/people/CHIARA/"),
    ("BRUNO", "/acts/?q=lantern&from=never"),
)
"""Signing in, what is refused, what is nowhere, what is misread."""
NARROW_AND_WIDE = (1440, 360)
RULES = {"type": "tag", "values": ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")}
BY_EYE = {
    "type": "rule",
    "values": ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"),
}
LOOKS = (
    (1440, "light", RULES), (1440, "dark", BY_EYE), (768, "light", BY_EYE), (360, "light", RULES),
    (360, "dark", BY_EYE),
)  # fmt: skip
"""Whatever a page shows, it shows on the widest or the narrowest: there every rule is asked. What differs by scheme or
by the widths between is colour and size, and how the layout breaks."""
REFUSED = "Failed to load resource: the server responded with a status of 40"
"""What the browser itself says of a page that is refused."""
HEAVIEST = 150_000
"""Bytes of a page without a chart, as they travel."""


@pytest.fixture(scope="module")
def places(served: Served, browser: Any) -> list[Place]:
    """One place for each shape of address."""
    found: dict[tuple[str, ...], Place] = {}
    for role in ROLES:
        context = browser.new_context(base_url=served.address)
        context.add_cookies(
            [{"name": "fasti_session", "value": served.sessions[role], "url": served.address}]
        )
        for address in _reached(context):
            shape = shape_of(address)
            of_each = not shape[:1] or shape[0].isdigit() or shape[0] in OF_EACH
            found.setdefault((role, *shape) if of_each else shape, (role, address))
        context.close()
    return [*sorted(found.values()), *UNLINKED]


def _reached(context: Any) -> Iterator[str]:
    """The pages that links lead to, from the first page on."""
    waiting, known = ["/"], {shape_of("/")}
    while waiting:
        address = waiting.pop(0)
        answer = context.request.get(address)
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        if not is_page or "attachment" in answer.headers.get("content-disposition", ""):
            continue
        yield address
        for link in _links(answer.text()):
            if shape_of(link) not in known:
                known.add(shape_of(link))
                waiting.append(link)


def _links(text: str) -> list[str]:
    found = [urldefrag(str(href)).url for href in html.fromstring(text).xpath("//a[not(@download)]/@href")]
    return [each for each in found if each.startswith("/")]


def test_there_are_pages(places: list[Place]) -> None:
    nouns = {address.split("/")[1] for _, address in places}
    assert {
        "",
        "units",
        "acts",
        "drafts",
        "people",
        "posts",
        "figures",
        "reports",
        "charter",
        "log",
        "rights",
    } <= nouns


@pytest.mark.campaign
@pytest.mark.parametrize("role", [*ROLES, ""])
def test_no_page_breaks_a_rule_of_accessibility(places: list[Place], page_of: OpenPage, role: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, broken = page_of(role), list[str]()
    for address in (address for whose, address in places if whose == role):
        page.goto(address)
        page.evaluate(Axe().axe_script)
        for width, scheme, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            broken += [f"{address} {width} {scheme}: {told}" for told in _violations(page, rules)]
            broken += _too_wide(page, f"{address} ({role}, en)", width)
        told_by_console = [told for told in page.complaints if not told.startswith(REFUSED)]
        broken += [f"{address}: console: {told}" for told in told_by_console]
        page.complaints.clear()
    assert not broken, "\n".join(broken)


def _violations(page: Any, rules: dict[str, Any]) -> Iterator[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
        where = "; ".join(str(node["target"]) for node in violation["nodes"][:2])
        yield f"{violation['id']}: {where}"


def _too_wide(page: Any, place: str, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{place} is {wide} wide at {width}"] if wide > width else []


@pytest.mark.campaign
@pytest.mark.parametrize(("lang", "first", "step"), [("ru", 0, 1), ("vi", 0, 2), ("cs", 1, 2)])
def test_every_page_stays_within_its_width_in_other_languages(
    places: list[Place], page_of: OpenPage, lang: str, first: int, step: int
) -> None:
    """Every page in Russian, whose words are the longest, and in turn in Vietnamese or in Czech."""
    pages, broken = {role: page_of(role, lang=lang) for role, _ in places}, list[str]()
    for role in ROLES:
        _speak(pages[role], lang)
    for num, (role, address) in enumerate(places[first::step]):
        page = pages[role]
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == lang, address
        for width in NARROW_AND_WIDE[:: 1 if num % 2 else -1]:
            page.set_viewport_size({"width": width, "height": 900})
            broken += _too_wide(page, f"{address} ({role}, {lang})", width)
    for role in ROLES:
        pages[role].set_viewport_size({"width": NARROW_AND_WIDE[0], "height": 900})
        _speak(pages[role], "en")
    assert not broken, "\n".join(broken)


def _speak(page: Any, lang: str) -> None:
    """Choose the language of the account as people do: in the menu of the account."""
    page.goto("/rights/")
    page.locator("button.me").click()
    page.locator(f"#acc button[name=language][value={lang}]").click()
    assert page.locator("html").get_attribute("lang") == lang


def test_no_page_without_a_chart_is_heavy(places: list[Place], served: Served, browser: Any) -> None:
    broken = []
    for role, address in places:
        context = browser.new_context(base_url=served.address)
        if role:
            context.add_cookies(
                [{"name": "fasti_session", "value": served.sessions[role], "url": served.address}]
            )
        answer = context.request.get(address, headers={"Accept-Encoding": "gzip"})
        heavy = int(answer.headers.get("content-length", len(answer.body())))
        if heavy > HEAVIEST and '<svg class="plot"' not in answer.text():
            broken.append(f"{address}: {heavy} bytes")
        context.close()
    assert not broken, "\n".join(broken)
