"""The access log: one's own entries, who looked at oneself, and what happened within reach."""

from __future__ import annotations

import pytest

from fasti import words
from fasti.access import log
from tests.web.conftest import SignIn
from tests.web.test_people import text


def test_own_entries_and_who_looked(sign_in: SignIn) -> None:
    text(sign_in("EMIL"), "/people/GORAN/")
    assert "/people/GORAN/" in text(sign_in("EMIL"), "/log/")
    assert words.say("log-person-seen", "en") in text(sign_in("GORAN"), "/log/?view=about-me")
    assert words.say("web-log-none", "en") in text(sign_in("GORAN"), "/log/")


def test_the_log_of_units_is_for_those_who_are_granted_it_and_ends_at_their_reach(sign_in: SignIn) -> None:
    text(sign_in("EMIL"), "/people/GORAN/")
    assert "/people/GORAN/" in text(sign_in("BRUNO"), "/log/?view=units")
    assert "/people/GORAN/" not in text(sign_in("CHIARA"), "/log/?view=units")
    text(sign_in("GORAN"), "/log/?view=units", status=403)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_event_has_its_words(lang: str) -> None:
    for event in log.BY_RIGHT:
        assert words.say(f"log-{event.replace('.', '-')}", lang)


def test_filtered_by_event(sign_in: SignIn) -> None:
    client = sign_in("EMIL")
    text(client, "/people/GORAN/")
    assert "/people/GORAN/" not in text(client, "/log/?what=act.issued")
    assert "/people/GORAN/" in text(client, "/log/?what=person.seen")
