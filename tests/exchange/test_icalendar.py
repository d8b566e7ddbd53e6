"""The calendar: what falls due, on its day, once; the same record gives the same calendar, and it reads back."""

from __future__ import annotations

import pathlib
from datetime import date
from typing import Any

import icalendar
import pytest

from fasti import cli
from fasti.acts.models import Act
from fasti.exchange import formats
from fasti.exchange import icalendar as calendars
from tests import cast

pytestmark = pytest.mark.django_db


def written(**more: Any) -> bytes:
    given = {
        "pack": cast.pack(),
        "lang": "en",
        "since": date(2024, 7, 1),
        "until": date(2024, 12, 31),
        **more,
    }
    return b"".join(calendars.write(formats.Asked(**given)))


def events(**more: Any) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(written(**more))
    found = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


@pytest.fixture
def guild() -> list[Act]:
    """Dora's term ends in October, Goran is planned for her post until November, Alder has a task until September."""
    cast.found_guild()
    term = {"kind": "REAPPOINT", "person": "DORA", "post": "NORTH-B.deputy", "ends_planned_on": "2024-10-01"}
    plan = {
        "kind": "PLAN",
        "person": "GORAN",
        "post": "NORTH-B.deputy",
        "term": "2024",
        "until": "2024-11-01",
    }
    task = {"text": "List, with [person:GORAN]; all\nlamps", "unit": "ALDER", "due_on": "2024-09-01",
            "responsible": "EMIL"}  # fmt: skip
    return [
        *cast.issue(cast.act("NORTH-B", "decision", "Second term", "2024-01-10", term)),
        *cast.issue(cast.act("NORTH-B", "decision", "Pool", "2024-01-11", plan)),
        *cast.issue(cast.act("NORTH-B", "decision", "Lamps", "2024-01-12", tasks=[task])),
    ]


def test_each_on_its_day(guild: list[Act]) -> None:
    days = {
        summary.split(":")[0]: event.decoded("dtstart") for summary, event in events(unit="NORTH").items()
    }
    assert days["Term ends"] == date(2024, 10, 1)
    assert days["Succession planning ends"] == date(2024, 11, 1)
    assert days["Task due"] == date(2024, 9, 1)
    for event in events().values():
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1


def test_reports_due_and_not_yet_given(guild: list[Act]) -> None:
    def due(**more: Any) -> set[str]:
        return {summary for summary in events(**more) if summary.startswith("Report due")}

    assert due() == {
        "Report due: half-year report, first half of 2024, North",
        "Report due: half-year report, first half of 2024, South",
    }
    assert due(unit="NORTH") == {
        "Report due: half-year report, first half of 2024, North",
        "Report due: half-year report, first half of 2024, Alder",
    }
    report = cast.act("NORTH-B", "report", "Report", "2024-07-05", form="half-year", period="2024-H1")
    cast.issue(report)
    assert due() == {"Report due: half-year report, first half of 2024, South"}


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_sanctions_that_run_out(guild: list[Act], lang: str) -> None:
    reprimand = {"kind": "SANCTION", "form": "reprimand", "ground": "conduct", "on": "2023-10-01"}
    both = [{**reprimand, "person": "GORAN"}, {**reprimand, "unit": "ALDER"}]
    cast.issue(cast.act("NORTH-B", "decision", "Reprimand", "2024-01-15", *both))

    def ends(**more: Any) -> list[str]:
        given = {"since": date(2024, 4, 1), "until": date(2024, 4, 1), "lang": lang, **more}
        return sorted(summary.rsplit(", ", 1)[1] for summary in events(**given))

    assert ends() == ends(unit="NORTH") == ["Alder", "GORAN"]
    lift = {"kind": "LIFT", "form": "reprimand", "person": "GORAN", "reason": "appeal", "on": "2024-02-01"}
    cast.issue(cast.act("NORTH-B", "decision", "Lifted", "2024-02-01", lift))
    assert ends() == ["Alder"]


def test_only_the_unit_and_the_days_asked_for(guild: list[Act]) -> None:
    assert not [summary for summary in events(unit="SOUTH") if "Term" in summary or "Task" in summary]
    assert not [
        summary for summary in events(since=date(2024, 10, 2), until=date(2024, 10, 31)) if "Term" in summary
    ]


def test_a_term_whose_post_was_left_is_not_due(guild: list[Act]) -> None:
    relieve = {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"}
    cast.issue(cast.act("NORTH-B", "decision", "Relief", "2024-08-01", relieve))
    assert not [summary for summary in events() if "Term" in summary]


def test_the_same_record_gives_the_same_calendar(guild: list[Act]) -> None:
    assert written() == written()
    stamps = {summary: event.decoded("dtstamp") for summary, event in events().items()}
    (term,) = (summary for summary in stamps if "Term" in summary)
    assert stamps[term] == guild[0].recorded_at


def test_what_moves_keeps_its_identity(guild: list[Act]) -> None:
    def uid() -> str:
        (found,) = (str(event["uid"]) for summary, event in events(lang="cs").items() if "období" in summary)
        return found

    before = uid()
    longer = {
        "kind": "REAPPOINT",
        "person": "DORA",
        "post": "NORTH-B.deputy",
        "ends_planned_on": "2024-12-01",
    }
    by = cast.act("NORTH-B", "decision", "Correction", "2024-02-10", {**longer, "on": "2024-01-10"})
    draft = {**by, "relations": [{"kind": "withdraws", "act": guild[0].code}]}
    cast.issue(draft)
    assert uid() == before


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_names_only_when_asked_for(guild: list[Act], lang: str) -> None:
    plain = written(lang=lang).replace(b"\r\n ", b"").decode()
    assert not any(family in plain or given in plain for family, given, *_ in cast.PEOPLE.values())
    named = written(lang=lang, has_names=True).replace(b"\r\n ", b"").decode()
    assert "Dvořáková Dora" in named
    assert "Gorić Goran" in named


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_reads_back_as_it_was_written(guild: list[Act], lang: str) -> None:
    first = written(lang=lang)
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))
    again = icalendar.Calendar.from_ical(first)
    assert icalendar.Calendar.from_ical(again.to_ical()).to_ical() == again.to_ical()
    assert sorted(first.split(b"\r\n")) == sorted(again.to_ical().split(b"\r\n"))


def test_the_command(guild: list[Act], tmp_path: pathlib.Path, capsys: Any) -> None:
    file = tmp_path / "terms.ics"
    given = ["export", "icalendar", "--unit", "NORTH", "--from", "2024-07-01", "--to", "2024-12-31"]
    assert cli.main([*given, "-o", str(file)]) == 0
    assert icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert cli.main(["export", "icalendar", "--unit", "NOWHERE"]) == 2
    assert "NOWHERE" in capsys.readouterr().err
