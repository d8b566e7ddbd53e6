"""Calendars to subscribe to: what falls due at the unit of a tenure, as far as its rights reach, while it lasts."""

from __future__ import annotations

from datetime import timedelta

import icalendar
import pytest
from django.test import Client

from fasti import words
from fasti.api import asked, limits
from tests import cast
from tests.api import conftest


@pytest.fixture
def due(guild: object) -> str:
    """A term that ends and tasks that fall due within the month, of the north; the day as text."""
    day = (asked.now().date() + timedelta(days=20)).isoformat()
    appoint = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": day}
    tasks = [{"text": "Count the lanterns", "unit": "NORTH", "due_on": day}]
    cast.issue(cast.act("NORTH-B", "decision", "Appointment", "2023-05-02", appoint, tasks=tasks))
    secret = [{"text": "Count the keys", "unit": "NORTH", "due_on": day}]
    cast.issue(
        cast.act("COUNCIL", "decision", "Secret", "2024-05-02", tasks=secret, confidentiality="sealed")
    )
    return day


def events(answer: object) -> list[str]:
    """The summaries of a calendar."""
    calendar = icalendar.Calendar.from_ical(answer.content)
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


def test_the_calendar_of_a_tenure_tells_what_falls_due(due: str, client: Client) -> None:
    key = conftest.key("BRUNO", purpose="calendar")
    answer = client.get(f"/calendar/{key}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    told = " ".join(events(answer))
    assert "Count the lanterns" in told
    assert "GORAN" in told
    assert "Gorić" not in told
    assert "Count the keys" not in told
    assert "Gorić" in " ".join(events(client.get(f"/calendar/{key}.ics?names=1")))


@pytest.mark.parametrize("who", ["CHIARA", "FATIMA", "EMIL"])
def test_a_neighbour_and_a_unit_beneath_are_told_nothing_of_it(due: str, client: Client, who: str) -> None:
    for query in ("", "?below=1&names=1"):
        told = " ".join(events(client.get(f"/calendar/{conftest.key(who, purpose='calendar')}.ics{query}")))
        assert "lanterns" not in told
        assert "GORAN" not in told
        assert "Gorić" not in told


def test_from_above_the_units_beneath_are_told_if_asked_for(due: str, client: Client) -> None:
    key = conftest.key("ADA", purpose="calendar")
    assert "lanterns" not in " ".join(events(client.get(f"/calendar/{key}.ics")))
    assert "lanterns" in " ".join(events(client.get(f"/calendar/{key}.ics?below=1")))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_calendar_speaks_the_language_asked_for(due: str, client: Client, lang: str) -> None:
    key = conftest.key("BRUNO", purpose="calendar")
    told = client.get(f"/calendar/{key}.ics", headers={"Accept-Language": lang}).content.decode()
    title = words.say("calendar-title", lang, unit="North")
    assert title[:20] in told.replace("\r\n ", "")


def test_a_calendar_ends_with_the_tenure_and_opens_to_nothing_else(due: str, client: Client) -> None:
    key = conftest.key("BRUNO", purpose="calendar")
    assert client.get(f"/calendar/{conftest.key('BRUNO')}.ics").status_code == 404
    relieve = {"kind": "RELIEVE", "person": "BRUNO", "post": "NORTH-B.chair", "reason": "request"}
    cast.issue(cast.act("NORTH-B", "decision", "Bruno leaves", "2024-06-01", relieve))
    answer = client.get(f"/calendar/{key}.ics")
    assert answer.status_code == 404
    assert "lanterns" not in answer.content.decode()


def test_whoever_guesses_calendars_has_to_wait(guild: object, client: Client) -> None:
    for _ in range(limits.MOST):
        assert client.get("/calendar/guess.ics").status_code == 404
    assert client.get("/calendar/guess.ics").status_code == 429
