"""Reports shown and downloaded: the same as on the command line, with small cells and hidden acts left out."""

from __future__ import annotations

import html
import json

import pytest

from fasti import words
from fasti.access.models import AccessEntry, Job
from fasti.dates import periods
from fasti.reports import assemble, formats
from fasti.web import reports
from tests import cast
from tests.web.conftest import SignIn

ASKED = "form=half-year&unit=NORTH&period=2020-H1"


def test_the_choice_begins_with_ones_own_unit(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get("/reports/").content.decode()
    assert '<option value="NORTH" selected>' in text
    assert "unit=NORTH" in text
    assert "BIRCH" not in text


def test_a_report_is_shown_with_every_figure_a_link(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get(f"/reports/?{ASKED}").content.decode()
    assert "/figures/members.total/?unit=NORTH&amp;period=2020-H1" in text
    assert words.say("heading-coverage", "en") in text


def test_a_long_table_says_how_many_units_only_the_files_hold(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, asked = sign_in("ADA"), "/reports/?form=half-year&unit=GLK&period=2020-H1"
    whole = client.get(asked).content.decode()
    monkeypatch.setattr(reports, "MOST_ROWS", 1)
    cut = client.get(asked).content.decode()
    told = words.say("web-reports-left-out", "en", n=1)
    assert told not in whole
    assert told in cut
    assert len(cut) < len(whole)


@pytest.mark.parametrize("format", formats.FORMATS)
def test_every_format_is_downloaded_and_logged(sign_in: SignIn, format: str) -> None:
    answer = sign_in("BRUNO").get(f"/reports/download/{format}/?{ASKED}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == formats.MEDIA[format]
    assert "attachment" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert AccessEntry.objects.filter(what="report.downloaded", unit__code="NORTH").exists()


def test_a_download_is_what_the_command_line_writes(sign_in: SignIn) -> None:
    answer = sign_in("ADA").get(f"/reports/download/json/?{ASKED}&lang=cs")
    report = assemble.consolidate(
        cast.pack(), "half-year", unit="NORTH", period=periods.Period.parse("2020-H1"), lang="cs"
    )
    assert answer.content == formats.render(report, "json")


@pytest.mark.parametrize("format", ["json", "text", "html", "xlsx"])
def test_small_cells_are_withheld_in_files_too(sign_in: SignIn, format: str) -> None:
    answer = sign_in("GORAN").get(f"/reports/download/{format}/?{ASKED}")
    assert answer.status_code == 200
    if format == "json":
        told = json.loads(answer.content)
        found = {each["indicator"]: each for each in told["figures"]}
        assert found["personnel.appointed"]["value"] is None
        assert found["personnel.appointed"]["withheld"] == words.say("report-under", "en", n=5)
        assert found["posts.vacant"]["value"] is not None, "vacancies are structure"
        shares = found["members.women_share"]
        assert (shares["value"], shares["numerator"], shares["denominator"]) == (None, None, None)


@pytest.mark.parametrize(("code", "unit"), [("GORAN", "SOUTH"), ("CHIARA", "ALDER"), ("EMIL", "BIRCH")])
def test_a_report_out_of_reach_is_refused_at_every_door(sign_in: SignIn, code: str, unit: str) -> None:
    client, asked = sign_in(code), f"form=half-year&unit={unit}&period=2020-H1"
    assert client.get(f"/reports/?{asked}").status_code == 403
    assert client.get(f"/reports/download/json/?{asked}").status_code == 403
    data = {"form": "half-year", "unit": unit, "period": "2020-H1"}
    assert client.post("/reports/as-job/", data).status_code == 403
    assert not Job.objects.exists()


def test_acts_recorded_late_that_are_not_seen_are_not_named(sign_in: SignIn) -> None:
    effect = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    late = cast.act("NORTH-B", "decision", "A closed matter", "2020-03-01", effect, confidentiality="closed")
    cast.issue(late, recorded_at=cast.at("2020-09-01"))
    asked = f"{ASKED}&known=2020-07-01"
    assert "A closed matter" in sign_in("BRUNO").get(f"/reports/?{asked}").content.decode()
    member = sign_in("GORAN")
    assert "A closed matter" not in member.get(f"/reports/?{asked}").content.decode()
    for format in ("text", "json", "html"):
        assert "A closed matter" not in member.get(f"/reports/download/{format}/?{asked}").content.decode()


def test_two_periods_and_two_boundaries_are_set_beside_each_other(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get(f"/reports/?{ASKED}&against=2020-H2&beside=2021-01-01").content.decode()
    assert words.say("web-reports-compared", "en") in text
    assert "Old and new boundaries" in text


def test_a_form_that_is_not_for_the_period_is_refused_in_words(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get("/reports/?form=half-year&unit=NORTH&period=2020").content.decode()
    assert "is not given for" in text
    assert sign_in("BRUNO").get("/reports/download/nonsense/").status_code == 404


def test_a_report_can_be_made_as_a_job(sign_in: SignIn) -> None:
    answer = sign_in("BRUNO").post(
        "/reports/as-job/", {"form": "half-year", "unit": "NORTH", "period": "2020-H1"}
    )
    job = Job.objects.get()
    assert answer["Location"] == f"/jobs/{job.pk}/"
    assert (job.kind, job.question["unit"]) == ("report", "NORTH")


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_speaks_every_language(sign_in: SignIn, lang: str) -> None:
    text = sign_in("BRUNO", lang=lang).get(f"/reports/?{ASKED}").content.decode()
    assert words.say("web-reports-choose", lang) in text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_timeliness_is_a_square_for_each_unit_and_period(sign_in: SignIn, lang: str) -> None:
    text = (
        sign_in("ADA", lang=lang)
        .get("/returns/timeliness/?unit=GLK&from=2023-H1&to=2023-H2")
        .content.decode()
    )
    assert text.count('class="h-missing"') == 4
    assert words.say("timeliness-state-missing", lang) in text
    assert "0/2" in text
    for period in map(periods.Period.parse, ("2023-H1", "2023-H2")):
        told = words.period(period, lang)
        assert f'<th scope="col">{told}</th>' in text
        assert f'<option value="{period.code}" selected>{told}</option>' in text


def test_a_page_shows_the_place_it_belongs_to(sign_in: SignIn) -> None:
    """The way above the heading and the side lead to the same place."""
    client = sign_in("ADA")
    for address in ("/figures/", "/peers/", "/practices/", "/readings/", "/readings/learned/",
                    "/returns/timeliness/", "/returns/proposals/", "/returns/consolidated/"):  # fmt: skip
        page = client.get(address).content.decode()
        assert page.count('aria-current="page" data-key') == 1, address
        assert '<a href="/reports/" aria-current="page" data-key="reports">' in page, address
        assert '<ol class="crumbs"><li><a href="/reports/">' in page or address == "/figures/", address
    for address, place in (("/returns/", "returns"), ("/drafts/", "acts"), ("/units/", "units")):
        page = client.get(address).content.decode()
        assert f'aria-current="page" data-key="{place}">' in page, address


@pytest.mark.parametrize(
    ("lang", "shown"), [("en", "15/05/2024"), ("cs", "15. 5. 2024"), ("vi", "15/5/2024")]
)
def test_a_known_day_stands_in_its_field_as_the_language_writes_it(
    sign_in: SignIn, lang: str, shown: str
) -> None:
    for address in ("/returns/timeliness/", "/figures/", "/returns/consolidated/"):
        page = sign_in("ADA", lang=lang).get(f"{address}?unit=GLK&known={shown}").content.decode()
        assert f'value="{shown}"' in html.unescape(page).replace("\xa0", " "), address


def test_timeliness_of_others_and_of_nobody_is_refused_alike(sign_in: SignIn) -> None:
    client = sign_in("EMIL")
    others = {client.get(f"/returns/timeliness/?unit={unit}").status_code for unit in ("BIRCH", "NOWHERE")}
    assert others == {403}
    wrong = sign_in("ADA").get("/returns/timeliness/?unit=GLK&from=2024-H2&to=2024-H1").content.decode()
    assert words.finding(
        "return-periods-wrong", "en", return_form="half-year", first="2024-H2", last="2024-H1", limit="40"
    ) in html.unescape(wrong)
