"""The form of a return on its page: downloaded, filled in, sent back; refused for whoever may not fill it in."""

from __future__ import annotations

import io
import pathlib
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import etree

from fasti import words
from fasti.access.models import AccessEntry
from fasti.dates import periods
from fasti.exchange import return_data
from fasti.returns.models import ReturnDraft
from fasti.web import asked
from tests import cast
from tests.returns import handed
from tests.web.conftest import SignIn

pytestmark = pytest.mark.django_db
NOW = periods.of_day("half_year", asked.now().date()).code
"""The half-year of today: its return can be begun, and is not closed."""
SOUTH = f"/returns/SOUTH/half-year/{NOW}/form"


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path


def downloaded(browser: Any) -> bytes:
    answer = browser.get(f"{SOUTH}.xlsx")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return bytes(answer.content)


def filled(content: bytes, **given: Any) -> bytes:
    """The form with values in its cells, by the key of the line (`__` for `:`, `_` for `.`)."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    wanted = {key.replace("__", ":").replace("_", "."): value for key, value in given.items()}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if str(row[0].value) in wanted:
                row[2].value = wanted[str(row[0].value)]
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def sent(browser: Any, content: bytes, **more: str) -> Any:
    return browser.post(SOUTH, {"file": SimpleUploadedFile("mine.xlsx", content), **more})


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_the_form_is_downloaded_filled_and_sent_back(sign_in: SignIn, lang: str) -> None:
    browser = sign_in("CHIARA", lang=lang)
    page = browser.get(SOUTH).content.decode()
    assert words.say("web-return-form-send", lang) in page
    form = downloaded(browser)
    refused = sent(browser, filled(form, declared__meetings_held="many", computed__acts_issued=99))
    assert refused.status_code == 422
    told = refused.content.decode()
    assert words.say("return-form-refused", lang) in told
    assert f"{words.say('return-form-sheet-figures', lang)}!C" in told
    assert not ReturnDraft.objects.exists()
    taken = sent(browser, filled(form, declared__meetings_held=6))
    assert taken.status_code == 200
    assert words.say("return-form-lacks", lang) in taken.content.decode()
    assert ReturnDraft.objects.get().content["declared"] == {"meetings.held": "6"}
    assert set(AccessEntry.objects.values_list("what", flat=True)) >= {
        "return.form-downloaded", "return.filled"
    }  # fmt: skip


def test_a_copy_with_the_findings(sign_in: SignIn) -> None:
    browser = sign_in("CHIARA")
    copy = sent(browser, filled(downloaded(browser), computed__acts_issued=99), marked="yes")
    book = openpyxl.load_workbook(io.BytesIO(copy.content))
    assert book.worksheets[0].title == words.say("sheet-findings", "en")
    assert "return-form-altered" in [row[4].value for row in book.worksheets[0].iter_rows()]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"no workbook", "mine.xlsx"), (None, "Choose the file"), (b"x" * 6_000_000, "5")],
)
def test_what_is_no_form_is_said(sign_in: SignIn, content: bytes | None, message: str) -> None:
    browser = sign_in("CHIARA")
    answer = sent(browser, content) if content else browser.post(SOUTH, {})
    assert answer.status_code == 422
    assert message in answer.content.decode()


@pytest.mark.parametrize("address", [SOUTH, f"{SOUTH}.xlsx"])
def test_whoever_may_not_fill_it_in_is_refused_as_for_a_unit_that_is_not_there(
    sign_in: SignIn, address: str
) -> None:
    for person in ("BRUNO", "GORAN"):
        browser = sign_in(person)
        here = browser.get(address)
        nowhere = browser.get(address.replace("SOUTH", "NOWHERE"))
        assert (here.status_code, nowhere.status_code) == (403, 403)
        texts = [
            each.content.decode().replace("NOWHERE", "SOUTH").partition("<main")[2]
            for each in (here, nowhere)
        ]
        assert texts[0] == texts[1]
    browser = sign_in("CHIARA")
    for wrong in (address.replace("half-year", "monthly"), address.replace(NOW, "2024-13")):
        assert browser.get(wrong).status_code == 404


IMPORT = "/returns/import"


def message(*groups: tuple[str, str], form: str = ' dataSet="half-year"') -> bytes:
    """An ADX message: by unit how many meetings it held."""
    interval = return_data.interval(periods.Period.parse(NOW))
    told = "".join(
        f'\n<group orgUnit="{unit}" period="{interval}"{form}>\n'
        f'<dataValue dataElement="meetings_held" value="{value}"/></group>'
        for unit, value in groups
    )
    return f'<adx xmlns="urn:ihe:qrph:adx:2015" exported="2024-07-10T00:00:00Z">{told}</adx>'.encode()


def taken_in(browser: Any, content: bytes, **more: str) -> Any:
    return browser.post(IMPORT, {"file": SimpleUploadedFile("theirs.xml", content), **more})


@pytest.mark.parametrize("year", ["9999", "0001"])
@pytest.mark.parametrize(
    "path",
    ["SOUTH/half-year/{}-H2/form", "SOUTH/half-year/{}-H2/form.xlsx", "half-year/{}-H2/export?unit=GLK"],
)
def test_there_is_none_of_a_year_at_the_end_of_the_calendar(sign_in: SignIn, path: str, year: str) -> None:
    who = "ADA" if "export" in path else "CHIARA"
    assert sign_in(who).get(f"/returns/{path.replace('{}', year)}").status_code == 404


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_message_of_another_system_is_taken_in_whole_or_not_at_all(sign_in: SignIn, lang: str) -> None:
    browser = sign_in("CHIARA", lang=lang)
    page = browser.get(IMPORT).content.decode()
    assert words.say("web-return-message-lead", lang) in page
    assert f'href="{IMPORT}"' in browser.get("/returns/").content.decode()
    refused = taken_in(browser, message(("SOUTH", "6"), ("SOUTH", "6.5")))
    assert refused.status_code == 422
    told = refused.content.decode()
    assert words.say("return-form-refused", lang) in told
    assert "message.xml:5" in told, "the line of the value that is no whole number"
    assert not ReturnDraft.objects.exists()
    filled_in = taken_in(browser, message(("SOUTH", "6"), form=""), form="half-year")
    assert filled_in.status_code == 200
    assert f'href="/returns/half-year/{NOW}/SOUTH/"' in filled_in.content.decode()
    assert ReturnDraft.objects.get().content["declared"] == {"meetings.held": "6"}
    assert "return.filled" in AccessEntry.objects.values_list("what", flat=True)


def test_a_message_is_refused_for_others_and_for_nobody_in_the_same_words(sign_in: SignIn) -> None:
    browser = sign_in("CHIARA")
    told = [
        taken_in(browser, message(("SOUTH", "6"), (unit, "6"))).content.decode().replace(unit, "NORTH")
        for unit in ("NORTH", "NOWHERE")
    ]
    found = [each.partition('class="tbl')[2].partition("</table>")[0] for each in told]
    assert found[0]
    assert found[0] == found[1]
    for wrong, said in ((b"<adx/>", "theirs.xml"), (b"no XML", "theirs.xml"), (b"x" * 6_000_000, "5")):
        answer = taken_in(browser, wrong)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert browser.post(IMPORT, {}).status_code == 422
    assert not ReturnDraft.objects.exists()
    goran = sign_in("GORAN")
    assert (goran.get(IMPORT).status_code, taken_in(goran, message(("SOUTH", "6"))).status_code) == (403, 403)


def test_accepted_returns_go_out_to_whoever_may_export(sign_in: SignIn) -> None:
    handed.issue(handed.submit(), handed.answer("ACCEPT_RETURN", "2024-07-20"))
    address = "/returns/half-year/2024-H1/export"
    answer = sign_in("ADA").get(f"{address}?unit=GLK")
    assert [each.get("orgUnit") for each in etree.fromstring(answer.content)] == ["SOUTH"]
    assert sign_in("ADA").get(f"{address}?unit=GLK&format=json").status_code == 404
    for unit in ("GLK", "SOUTH", "NOWHERE"):
        assert sign_in("BRUNO").get(f"{address}?unit={unit}").status_code == 403
    assert cast.pack().id == "template"


def test_a_return_handed_in_by_a_confidential_act_is_in_no_file_of_whom_the_act_is_closed_to(
    sign_in: SignIn, settings: Any
) -> None:
    """Neither sent to other systems, nor filled into the form to be corrected, nor taken over beside a message."""
    sealed = {**handed.submit("2024-07-10"), "confidentiality": "sealed"}
    handed.issue(sealed, handed.answer("ACCEPT_RETURN", "2024-07-20"))
    address, ada, chiara = "/returns/half-year/2024-H1/export", sign_in("ADA"), sign_in("CHIARA")
    for format in ("adx", "sdmx-csv"):
        assert b"SOUTH" in ada.get(f"{address}?unit=GLK&format={format}").content
        assert chiara.get(f"{address}?unit=SOUTH&format={format}").status_code == 404
    handed.issue(handed.answer("REOPEN_RETURN", "2024-07-21"))
    form = "/returns/SOUTH/half-year/2024-H1/form.xlsx"
    told = [_cells(client.get(form).content) for client in (ada, chiara)]
    assert [handed.TOLD["results"] in each for each in told] == [True, False]
    assert ["8" in each for each in told] == [True, False], "petitions settled"


def _cells(content: bytes) -> set[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
