"""The parent's own return with what it consolidated: kept as signed, refused where it is not what was accepted."""

from __future__ import annotations

import io
import pathlib
from datetime import date
from typing import Any

import docx as word
import pypdf
import pytest

from fasti import cli, words
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators import compute, explain
from fasti.operations import issue_act, rebuild_register, submit_return
from fasti.reports import act_document, act_words, assemble, stated
from fasti.returns import versions
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse(handed.PERIOD)


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def content(unit: str, on: str, **declared: str) -> dict[str, Any]:
    """The draft of a true return."""
    head = {"signed_on": on, "issuer": {"NORTH": "NORTH-B", "SOUTH": "SOUTH-B"}.get(unit, unit)}
    made = submit_return.content(
        unit, handed.FORM, HALF, head, pack=cast.pack(), known_on=date.fromisoformat(on)
    )
    figures = handed.DECLARED | {key.replace("_", ".", 1): value for key, value in declared.items()}
    made["effects"][0] |= {"declared": figures, "narrative": handed.TOLD}
    return made


def of_alder(on: str = "2024-07-05", *, accepted: str = "2024-07-08", **declared: str) -> None:
    """The lodge hands in, and the region accepts."""
    made = content("ALDER", on, **declared)
    handed.issue(made)
    handed.issue(handed.answer("ACCEPT_RETURN", accepted, issuer="NORTH-B", unit="ALDER"))


def refusal(made: dict[str, Any]) -> set[str]:
    with pytest.raises(issue_act.CannotIssue) as refused:
        handed.issue(made)
    return {each.code for each in refused.value.findings}


def test_it_holds_what_was_accepted_by_its_day_and_names_the_rest() -> None:
    nothing = content("NORTH", "2024-07-04")["effects"][0]
    assert (nothing.get("included"), nothing["missing"]) == (None, ["ALDER"])
    of_alder(meetings_attended="10/12")
    early, made = content("NORTH", "2024-07-07"), content("NORTH", "2024-07-10")
    assert early["effects"][0]["missing"] == ["ALDER"], "accepted on the day after"
    effect = made["effects"][0]
    assert (effect["included"], "missing" in effect, "differences" in effect) == (["ALDER"], False, False)
    assert effect["consolidated"]["meetings.attended"] == "10/12"
    assert effect["consolidated"]["members.total"] == effect["computed"]["members.total"]
    handed.issue(made)
    (version,) = versions.versions("NORTH", handed.FORM, HALF)
    assert version.beneath.totals["meetings.attended"] == "10/12"
    assert rebuild_register.differences() == []


def test_what_was_not_so_accepted_is_refused() -> None:
    of_alder()
    made = content("NORTH", "2024-07-10")
    effect = made["effects"][0]
    for wrong, code in (
        ({"included": []}, "return-consolidates-others"),
        ({"missing": ["BIRCH"]}, "return-consolidates-others"),
        ({"included": ["ALDER", "BIRCH"]}, "return-consolidates-others"),
        ({"consolidated": {**effect["consolidated"], "petitions.received": "10"}}, "return-consolidates-otherwise"),
        ({"consolidated": {**effect["consolidated"], "of.nothing": "1"}}, "return-consolidates-otherwise"),
        ({"lacking": {"petitions.received": ["ALDER"]}}, "return-consolidates-otherwise"),
        ({"differences": {"members.total": ["BIRCH late_act 2024-07-05"]}}, "wrong-type"),
        ({"differences": {"members.total": ["ALDER because 2024-07-05"]}}, "wrong-type"),
    ):  # fmt: skip
        assert refusal({**made, "effects": [{**effect, **wrong}]}) == {code}, wrong
    handed.issue({**made, "effects": [{key: value for key, value in effect.items() if key not in (
        "included", "missing", "consolidated", "lacking", "differences")}]})  # fmt: skip


def test_a_figure_that_a_unit_did_not_know_lacks_it() -> None:
    made = content("ALDER", "2024-07-05", meetings_held="none")
    made["effects"][0]["remarks"] = {"meetings.held": "The book burned."}
    handed.issue(made)
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-08", issuer="NORTH-B", unit="ALDER"))
    effect = content("NORTH", "2024-07-10")["effects"][0]
    assert effect["lacking"]["meetings.held"] == ["ALDER"]
    assert "meetings.held" not in effect["consolidated"]


def test_an_act_recorded_since_is_named_as_the_reason_and_later_acceptance_changes_nothing_that_was_signed() -> (
    None
):
    of_alder()
    admitted = {"kind": "ADMIT", "person": "HUGO", "unit": "ALDER", "stage": "full", "on": "2024-06-20"}
    handed.issue(cast.act("COUNCIL", "decision", "Late admission", "2024-07-09", admitted))
    made = content("NORTH", "2024-07-10")
    assert made["effects"][0]["differences"]["members.total"] == ["ALDER late_act 2024-07-05"]
    handed.issue(made)
    handed.issue(handed.answer("REOPEN_RETURN", "2024-07-12", issuer="NORTH-B", unit="ALDER"))
    (version,) = versions.versions("NORTH", handed.FORM, HALF)
    assert version.beneath.included == ("ALDER",)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_is_told_with_its_version(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    of_alder()
    handed.issue(content("NORTH", "2024-07-10"))
    assert (
        cli.main(["return", "show", "half-year", "--unit", "NORTH", "--period", "2024-H1", "--lang", lang])
        == 0
    )
    assert words.say("return-beneath", lang, n=1, m=1) in capsys.readouterr().out


def test_a_report_says_how_many_returns_were_accepted_and_whose_not() -> None:
    def facts(lang: str) -> tuple[str, ...]:
        return assemble.consolidate(cast.pack(), handed.FORM, unit="GLK", period=HALF, lang=lang).facts

    handed.issue(content("NORTH", "2024-07-04"))
    assert not any("North" in line for line in facts("en"))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-08", unit="NORTH"))
    for lang in words.LANGUAGES:
        (told,) = [
            line for line in facts(lang) if words.say("report-returns-accepted", lang, n=1, m=2) in line
        ]
        assert "South" in told or lang != "en"


def test_a_report_sets_what_was_declared_beside_the_register_and_says_why_it_differs() -> None:
    of_alder(meetings_attended="10/12")
    admitted = {"kind": "ADMIT", "person": "HUGO", "unit": "ALDER", "stage": "full", "on": "2024-06-20"}
    handed.issue(cast.act("COUNCIL", "decision", "Late admission", "2024-07-09", admitted))
    report = assemble.consolidate(cast.pack(), handed.FORM, unit="NORTH", period=HALF, lang="en")
    found = report.returns
    assert found is not None
    assert (found.accepted, found.due, found.missing) == (1, 1, ())
    totals = {each.figure: each for each in found.totals}
    assert (totals["meetings.attended"].amount.numerator, totals["meetings.attended"].is_declared) == (
        10,
        True,
    )
    assert totals["members.total"].difference == "−1"
    (late,) = [each for each in found.departures if each.figure == "members.total"]
    assert (late.unit, late.reason, late.known_on) == ("ALDER", "late_act", date(2024, 7, 5))
    whole = assemble.consolidate(cast.pack(), handed.FORM, unit="GLK", period=HALF, lang="en").returns
    assert whole is not None
    assert ([each.unit for each in whole.missing], whole.totals) == (["NORTH", "SOUTH"], ())


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_signed_document_shows_what_was_consolidated_as_a_table(lang: str) -> None:
    of_alder(meetings_attended="10/12")
    act = handed.issue(content("NORTH", "2024-07-10"))
    written = act_words.document(act, pack=cast.pack(), lang=lang)
    (table,) = written.tables
    assert table.notes == (words.sentence(words.say("return-beneath", lang, n=1, m=1)),)
    rows = {row[0]: row[1:] for row in table.rows}
    said = rows[stated.place(cast.pack(), "meetings.attended", lang)]
    assert said[1:] == (words.share(10, 12, lang), words.say("return-of", lang, n=1, m=1))
    assert "10/12" not in written.articles[0].text, "said once"
    assert "10/12" in act_words.document(act, pack=cast.pack(), lang=lang, has_tables=False).articles[0].text
    told = " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(act_document.render_pdf(written))).pages
    )
    assert words.share(10, 12, lang).replace("\xa0", " ") in " ".join(told.replace("\xa0", " ").split())
    drawn = word.Document(io.BytesIO(act_document.render_docx(written))).tables
    assert any(cell.text == said[1] for each in drawn for row in each.rows for cell in row.cells)


def test_what_becomes_of_returns_is_counted_like_any_other_figure_with_the_acts_behind_it() -> None:
    of_alder()
    ids = ("returns.handed_in", "returns.accepted", "returns.sent_back")
    later = periods.Period.parse("2024-H2")
    found = compute.compute(cast.pack(), ids, unit="NORTH", period=later)
    assert [(each.indicator, each.value) for each in found.total] == list(zip(ids, (1, 1, 0), strict=True))
    (act,) = explain.behind(cast.pack(), "returns.accepted", unit="NORTH", period=later)
    assert Act.objects.get(pk=act).effects.get().kind == "ACCEPT_RETURN"
