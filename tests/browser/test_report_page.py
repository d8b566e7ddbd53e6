"""The report as a page in a real browser: accessible, within its width, in every language, light and dark."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from fasti import words
from fasti.reports import html
from tests.reports import sample

pytestmark = pytest.mark.browser


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_report_page(browser: Any, tmp_path: pathlib.Path, lang: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "report.html"
    file.write_bytes(html.render(sample.report(lang)))
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    assert page.locator("svg").count() >= 4
    assert asked == [file.as_uri()]
    found = Axe().run(page)
    assert [each["id"] for each in found.response["violations"]] == []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
