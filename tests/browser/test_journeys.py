"""The ten main journeys in a real browser, each as one would do it: by what the page says, not by how it is built."""

from __future__ import annotations

import pathlib
import re
import time
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from playwright.sync_api import expect

from fasti import words
from tests.browser.body import PASSWORD
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

APPOINTED, VACANT = "Appointments", "Vacancies"
NOT_FOR_THE_SOUTH = ("Becker", "Dvořáková", "Gorić", "Horáková", "Board member")
"""Names of the North's members and titles of its acts."""


def said(message: str, lang: str = "en", **given: Any) -> str:
    return words.say(f"web-{message}", lang, **given)


def link(page: Any, message: str, lang: str = "en") -> Any:
    """The first link in the page itself that says so."""
    return page.locator("#main").get_by_role("link", name=said(message, lang), exact=True).first


def button(page: Any, message: str, lang: str = "en") -> Any:
    return page.locator("#main").get_by_role("button", name=said(message, lang), exact=True).first


def speak(page: Any, lang: str) -> None:
    """Choose the language of the account in its menu; the menu opens without scripts as well."""
    page.goto("/")
    page.locator("button.me").click()
    page.locator(f"#acc button[name=language][value={lang}]").click()
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.fixture(autouse=True)
def _in_english_again(page_of: OpenPage) -> Iterator[None]:
    """The accounts are shared with the other tests, and the language belongs to the account."""
    yield
    for role in ("ADA", "BRUNO", "GORAN"):
        speak(page_of(role), "en")


def quiet(page: Any) -> None:
    """The console said nothing on the way."""
    assert page.complaints == []


# -- 1: signing in ---------------------------------------------------------------------------------------------------


def test_1_sign_in_with_password_and_a_code_of_the_app(page_of: OpenPage) -> None:
    page = page_of()
    page.goto("/units/BIRCH/")
    _give_password(page)
    expect(page).to_have_url(re.compile("/units/BIRCH/$"))
    page.locator("button.me").click()
    page.locator("#acc").get_by_role("link", name=said("own")).click()
    link(page, "own-manage").click()
    link(page, "account-app-add").click()
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label(said("account-app-code")).fill("000000")
    button(page, "account-app-activate").click()
    expect(page.locator(".error, [role=alert]").first).to_be_visible()
    page.get_by_label(said("account-app-code")).fill(_code(secret))
    button(page, "account-app-activate").click()
    expect(page.get_by_text(said("account-active")).first).to_be_visible()
    page.locator("button.me").click()
    page.locator("#acc").get_by_role("button", name=said("sign-out")).click()
    page.goto("/units/BIRCH/")
    _give_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(said("account-code-title"))
    page.locator("main input[name=code]").fill(_code(secret, after=1))
    page.locator("main form button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("/units/BIRCH/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Birch")
    quiet(page)


def _give_password(page: Any) -> None:
    page.get_by_label(said("account-name")).fill("fatima")
    page.get_by_label(said("account-password")).fill(PASSWORD)
    page.get_by_role("button", name=said("sign-in"), exact=True).click()


_used: list[int] = []


def _code(secret: str, *, after: int = 0) -> str:
    """What the app shows now, at least a second before it shows another; `after` the first: one not used before."""
    from allauth.mfa.totp.internal import auth

    while time.time() % 30 > 27 or (after and int(time.time()) // 30 in _used):
        time.sleep(0.5)
    _used.append(int(time.time()) // 30)
    return str(auth.format_hotp_value(auth.hotp_value(secret, _used[-1])))


# -- 2: a unit in time -----------------------------------------------------------------------------------------------


def test_2_a_unit_as_of_a_day_of_2024_and_after_the_merger(page_of: OpenPage) -> None:
    page = page_of("BRUNO")
    page.goto("/")
    page.locator("#find").fill("ceda")
    page.locator("#suggest").get_by_role("link", name=re.compile("Cedar")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cedar")
    expect(page.get_by_text("The unit has ended; its last day was 30 June 2024.")).to_be_visible()
    page.locator("#asof").fill("1/5/2024")
    button(page, "units-show").click()
    expect(page.get_by_text(said("back-to-today"))).to_be_visible()
    expect(page.get_by_text("The unit has ended")).to_have_count(0)
    expect(page.locator("#main").get_by_role("link", name="Keeper", exact=True)).to_be_visible()
    page.locator("[data-change=next]").click()
    expect(page).to_have_url(re.compile("as_of=2024-07-01"))
    page.locator("#main").get_by_role("link", name="Birch").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Birch")
    page.locator("#main").get_by_role("link", name=said("units-tab-life"), exact=True).click()
    expect(page.locator("#main")).to_contain_text("Cedar")
    quiet(page)


# -- 3: an appointment, from the draft to its withdrawal -------------------------------------------------------------


def test_3_draft_check_issue_and_withdraw_an_appointment_and_watch_the_figure(page_of: OpenPage) -> None:
    ada, bruno = page_of("ADA"), page_of("BRUNO")
    before = {label: figure(bruno, label) for label in (APPOINTED, VACANT)}
    address = draft_appointment(ada, "HANA", "NORTH-B.deputy", "Deputy of the North")
    expect(ada.locator("#findings")).to_contain_text(said("drafts-ready"))
    check_and_issue(bruno, address)
    expect(bruno.locator("#main")).to_contain_text("Deputy of the North")
    act = bruno.url
    assert figure(bruno, APPOINTED) == before[APPOINTED] + 1
    assert figure(bruno, VACANT) == before[VACANT] - 1
    bruno.goto("/figures/personnel.appointed/?unit=NORTH&period=" + time.strftime("%Y"))
    expect(bruno.locator("#main")).to_contain_text("Deputy of the North")
    ada.goto(act)
    link(ada, "acts-withdraw").click()
    expect(ada.locator("#main del").first).to_be_visible()
    button(ada, "drafts-withdraw-begin").click()
    ada.wait_for_url(re.compile(r"/drafts/\d+/"))
    check_and_issue(bruno, ada.url)
    bruno.goto(act)
    expect(bruno.locator(".note--bad").first).to_be_visible()
    assert {label: figure(bruno, label) for label in (APPOINTED, VACANT)} == before
    for page in (ada, bruno):
        quiet(page)


def figure(page: Any, label: str) -> int:
    """A figure of the first page."""
    page.goto("/")
    shown = page.locator("dl.figs > div", has=page.locator("dt", has_text=re.compile(f"^{label}$")))
    return int(shown.locator("dd > a").inner_text())


def draft_appointment(page: Any, person: str, post: str, title: str, lang: str = "en") -> str:
    """Begin a draft about a post, name the person, save it; returns its address."""
    page.goto(f"/drafts/new/?post={post}")
    page.locator("#issuer").fill("NORTH-B")
    page.locator("#title").fill(title)
    button(page, "drafts-begin-draft", lang).click()
    page.wait_for_url(re.compile(r"/drafts/\d+/"))
    page.locator("#effects-0-person").fill(person)
    button(page, "drafts-save", lang).click()
    page.wait_for_url(re.compile(r"/drafts/\d+/(#.*)?$"))
    return str(page.url).split("#")[0]


def check_and_issue(page: Any, address: str, lang: str = "en") -> None:
    """Find a draft ready and issue it, as somebody else than its drafter."""
    page.goto(address)
    page.locator("#gate").get_by_role("button", name=said("drafts-check", lang)).click()
    expect(page.locator("#gate").get_by_role("button", name=said("drafts-check", lang))).to_have_count(0)
    page.locator("#gate").get_by_text(said("drafts-to-issue", lang)).click()
    page.wait_for_url(re.compile("/issue/$"))
    expect(page.locator("#main")).to_contain_text(said("drafts-final", lang))
    page.locator("#main form .btn--main").click()
    page.wait_for_url(re.compile(r"/acts/\d+/$"))


# -- 4: searching ----------------------------------------------------------------------------------------------------


def test_4_search_without_diacritics(page_of: OpenPage) -> None:
    page = page_of("BRUNO")
    page.goto("/")
    for typed, name in (
        ("goric", "Gorić Goran"),
        ("dvorakova", "Dvořáková Dora"),
        ("HORAK", "Horáková Hana"),
    ):
        page.locator("#find").fill(typed)
        expect(page.locator("#suggest")).to_contain_text(name)
    page.locator("#find").press("Enter")
    page.wait_for_url(re.compile("/search/"))
    page.locator("#main").get_by_role("link", name=re.compile("Horáková Hana")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Horáková Hana")
    page.goto("/acts/")
    for typed in ("thap den duong", "zadna svetla", '"ĐƯỜNG PHỐ"'):
        page.locator("#q").fill(typed)
        page.locator("#q").press("Enter")
        expect(page.locator("#found tbody tr")).to_have_count(1)
        expect(page.locator("#found tbody")).to_contain_text("Kế hoạch thắp đèn đường phố")
    quiet(page)


# -- 5: a report -----------------------------------------------------------------------------------------------------


def test_5_a_report_to_pdf(page_of: OpenPage, tmp_path: pathlib.Path) -> None:
    page = page_of("BRUNO")
    page.goto("/reports/")
    page.locator("#main form").first.get_by_label("Period").select_option("2024-H1")
    button(page, "reports-show").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("first half of 2024")
    with page.expect_download() as download:
        page.locator("#main").get_by_role("link", name="PDF").first.click()
    file = tmp_path / "report.pdf"
    download.value.save_as(file)
    assert download.value.suggested_filename.endswith(".pdf")
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages)
    assert "first half of 2024" in " ".join(text.split())
    assert file.read_bytes().startswith(b"%PDF-")
    page.locator("#main a.why").first.click()
    expect(page.locator("#acts-h")).to_be_visible()
    quiet(page)


# -- 6: the neighbour ------------------------------------------------------------------------------------------------


def test_6_a_region_does_not_see_its_neighbour(page_of: OpenPage) -> None:
    page = page_of("CHIARA")
    refused = (
        "/people/GORAN/", "/people/NOBODY/", "/acts/2/", "/acts/2/document.pdf", "/figures/?unit=ALDER&period=2024-H1",
        "/figures/personnel.appointed/?unit=ALDER&period=2024-H1", "/reports/?unit=ALDER&period=2024-H1&form=half-year",
        "/reports/download/xlsx/?unit=ALDER&period=2024-H1&form=half-year", "/drafts/2/", "/drafts/999/",
    )  # fmt: skip
    for address in refused:
        answer = page.goto(address)
        assert answer.status == 403, address
        expect(page.get_by_text("Whether something exists at this address is not said.")).to_be_visible()
        assert_hidden(page, address)
    seen = (
        "/", "/units/NORTH/", "/units/NORTH/?tab=posts", "/units/NORTH/?tab=life", "/units/NORTH-B/", "/units/ALDER/",
        "/posts/NORTH-B.chair/", "/people/", "/people/?q=goric", "/acts/", "/acts/?unit=NORTH-B", "/acts/?q=goric",
        "/search/?q=goric", "/search/?q=north", "/log/", "/jobs/", "/drafts/",
    )  # fmt: skip
    for address in seen:
        page.goto(address)
        assert_hidden(page, address)
    for typed in ("goric", "becker", "board member"):
        page.goto("/")
        page.locator("#find").fill(typed)
        expect(page.locator("#suggest")).to_contain_text(typed)
        expect(page.locator("#suggest a[href^='/people/'], #suggest a[href^='/acts/']")).to_have_count(0)


def assert_hidden(page: Any, address: str) -> None:
    """Nothing of the North's people and papers stands in the page, seen or unseen."""
    text = page.content()
    assert [each for each in NOT_FOR_THE_SOUTH if each in text] == [], address


# -- 7: one's own record ---------------------------------------------------------------------------------------------


def test_7_a_member_sees_their_own_record_and_who_looked(page_of: OpenPage) -> None:
    page_of("BRUNO").goto("/people/GORAN/")
    page = page_of("GORAN")
    page.goto("/")
    link(page, "my-record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gorić Goran")
    expect(page.locator("#main")).to_contain_text("09/09/1999")
    expect(page.get_by_text(said("people-own"))).to_be_visible()
    expect(page.locator("#looks tbody tr").first).to_contain_text("Becker Bruno")
    assert page.goto("/people/CHIARA/").status == 403
    expect(page.locator("#main")).not_to_contain_text("Conti")
    page.complaints.clear()


# -- 8-10: mornings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_8_the_morning_of_a_secretary(page_of: OpenPage, lang: str) -> None:
    page = page_of(
        "BRUNO", lang=lang, scheme="dark" if lang == "cs" else "light", width=360 if lang == "ru" else 1440
    )
    speak(page, lang)
    expect(page.get_by_role("heading", level=1)).to_have_text(said("place-home", lang))
    item = page.locator("ul.todo > li", has=page.locator("a[href^='/reports/']")).first
    item.get_by_role("link", name=words.say("waiting-step-reports", lang)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025")
    page.locator("#main a.why").first.click()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.goto("/acts/?bucket=report")
    page.locator("#found").get_by_role("link", name="1/2024-RP-RB").first.click()
    expect(page.locator("#main")).to_contain_text(words.say("acts-state-in-force", lang))
    for address in ("/units/NORTH/", "/people/GORAN/", "/charter/", "/log/", "/drafts/new/"):
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("lang", lang)
        assert "⟨" not in page.content()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    quiet(page)


def test_9_the_morning_by_keyboard_alone(page_of: OpenPage) -> None:
    page = page_of("BRUNO", lang="vi")
    speak(page, "vi")
    keys = page.keyboard
    keys.press("/")
    expect(page.locator("#find")).to_be_focused()
    keys.type("birch")
    keys.press("Enter")
    page.wait_for_url(re.compile("/search/"))
    keys.press("j")
    expect(page.locator("[data-rows] a[href='/units/BIRCH/']")).to_be_focused()
    keys.press("Enter")
    page.wait_for_url(re.compile("/units/BIRCH/"))
    keys.press("[")
    page.wait_for_url(re.compile("as_of="))
    keys.press("[")
    page.wait_for_url(re.compile("as_of=2024-07-0[12]"))
    keys.press("]")
    page.wait_for_url(re.compile("as_of=2024-(0[789]|1)"))
    go(page, "a", "/acts/")
    rows = page.locator("[data-rows] tbody tr")
    keys.press("j")
    expect(rows.nth(0).locator("a").first).to_be_focused()
    keys.press("j")
    expect(rows.nth(1).locator("a").first).to_be_focused()
    keys.press("k")
    expect(rows.nth(0).locator("a").first).to_be_focused()
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/acts/\d+/"))
    keys.press("?")
    expect(page.locator("#keys")).to_be_visible()
    keys.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    go(page, "u", "/units/")
    go(page, "h", "/")
    expect(page.get_by_role("heading", level=1)).to_have_text(said("place-home", "vi"))
    quiet(page)


def go(page: Any, key: str, address: str) -> None:
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url(re.compile(re.escape(address) + "$"))


def test_10_the_morning_without_scripts(page_of: OpenPage) -> None:
    ada, bruno = page_of("ADA", lang="ru", has_scripts=False), page_of("BRUNO", lang="ru", has_scripts=False)
    speak(ada, "ru")
    speak(bruno, "ru")
    ada.locator("#find").fill("goric")
    ada.locator("#find").press("Enter")
    ada.get_by_role("link", name=re.compile("Gorić Goran")).click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Gorić Goran")
    ada.goto("/units/CEDAR/")
    ada.locator("#asof").fill("1.5.2024")
    button(ada, "units-show", "ru").click()
    expect(ada).to_have_url(re.compile("as_of=1.5.2024"))
    expect(ada.get_by_text(said("back-to-today", "ru"))).to_be_visible()
    address = draft_appointment(ada, "никто", "NORTH-B.member", "Без сценариев", "ru")
    expect(ada.locator("#findings")).to_contain_text("unknown-person")
    ada.locator("#effects-0-person").fill("dvorakova")
    button(ada, "drafts-save", "ru").click()
    expect(ada.locator("#findings")).to_contain_text(said("drafts-ready", "ru"))
    check_and_issue(bruno, address, "ru")
    expect(bruno.locator("#main")).to_contain_text("Без сценариев")
