"""What drafting tells of people and acts out of sight, and to whom a draft belongs once a term has ended."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.core.cache import cache

from fasti.access import drafts
from fasti.acts.models import Draft
from fasti.operations import draft_act, save_draft
from fasti.reports import waiting
from tests import cast
from tests.access import doors
from tests.access.conftest import TODAY, Look

pytestmark = pytest.mark.usefixtures("guild")


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cache.clear()


def _previewed(who: str, *effects: dict[str, Any], issuer: str = "COUNCIL", **more: Any) -> Any:
    content = cast.act(issuer, "decision", "Probing", "2024-05-01", *effects, **more)
    answer = doors.client(who).post(
        "/api/v1/drafts/preview", json.dumps(content), content_type="application/json"
    )
    return answer.json()


def _on_page(who: str, *effects: dict[str, Any], issuer: str = "COUNCIL") -> str:
    """The preview as the page of a draft shows it: all that it says but for the draft itself."""
    content = cast.act(issuer, "decision", "Probing", "2024-05-01", *effects)
    kept = draft_act.draft(content, drafted_at=cast.at("2024-05-01"), actor="test")
    sent = {
        "version": "1",
        "issuer": issuer,
        "type": "decision",
        "title": "Probing",
        "signed_on": "2024-05-01",
        "signed_by": "ADA@COUNCIL.president",
        "language": "en",
    }
    for n, effect in enumerate(effects):
        sent |= {f"effects-{n}-{key}": str(value) for key, value in effect.items()}
    return doors.said(doors.client(who).post(f"/drafts/{kept.id}/preview/", sent))


TRANSFER = {"kind": "TRANSFER_MEMBER", "person": "FATIMA", "unit": "ALDER", "other_unit": "BIRCH"}
LEAVE = {"kind": "LEAVE", "person": "GORAN", "reason": "left"}


@pytest.mark.parametrize("effect", [TRANSFER, LEAVE])
def test_a_preview_does_not_show_what_people_out_of_sight_are_and_leave(effect: dict[str, Any]) -> None:
    """The registrar drafts for the whole body and sees nobody."""
    told = _previewed("REGISTRAR", effect)
    assert told["findings"] == []
    assert [each for each in told["spans"] if each["line"] in ("membership", "tenure")] == []
    whole = _previewed("ADA", effect)["spans"]
    assert [
        each["before"]["about"]["unit"] for each in whole if each["line"] == "membership" and each["before"]
    ]


def test_the_page_of_a_draft_shows_no_more() -> None:
    assert "Alder" in _on_page("ADA", LEAVE).split("<body")[-1]
    assert "Alder" not in _on_page("REGISTRAR", LEAVE)
    assert "Gorić" not in _on_page("REGISTRAR", LEAVE)


def test_a_preview_shows_of_somebody_out_of_sight_only_what_the_draft_says() -> None:
    told = _previewed("REGISTRAR", {"kind": "APPOINT", "person": "GORAN", "post": "SOUTH-B.deputy"})["spans"]
    held = [each for each in told if each["line"] == "tenure"]
    assert [(each["before"], each["after"]["about"]["person"]) for each in held] == [(None, "GORAN")]
    assert "vacancy" in {each["line"] for each in told}


def test_a_preview_leaves_out_what_confidential_acts_did(look: Look) -> None:
    """A board takes away a post of which it is not told that somebody sits there."""
    seat = {"kind": "APPOINT", "person": "CHIARA", "post": "NORTH-B.member"}
    cast.issue(cast.act("COUNCIL", "decision", "Sealed", "2024-04-01", seat, confidentiality="sealed"))
    told = json.dumps(
        _previewed("BRUNO", {"kind": "ABOLISH_POST", "post": "NORTH-B.member"}, issuer="NORTH-B")
    )
    assert not [word for word in ("CHIARA", "Conti", "2024-04-01") if word in told]


# -- drafts once a term has ended ------------------------------------------------------------------------


def _kept(content: dict[str, Any], look: Look, who: str) -> Draft:
    from fasti.access import actor

    return draft_act.draft(content, drafted_at=cast.at("2024-05-02"), actor=actor.signed_in(look(who)))


def _end_of(person: str, post: str) -> None:
    relief = {"kind": "RELIEVE", "person": person, "post": post, "reason": "request"}
    cast.issue(cast.act("COUNCIL", "decision", "Relief", "2024-05-10", relief))


def test_a_draft_stays_with_the_unit_when_its_writer_leaves(look: Look) -> None:
    kept = _kept(cast.act("NORTH-B", "letter", "Kqplan", "2024-05-01"), look, "DORA")
    bare = _kept({"title": "Kqbare"}, look, "DORA")
    assert {kept, bare} <= set(drafts.seen(look("DORA")))
    _end_of("DORA", "NORTH-B.deputy")
    assert list(drafts.seen(look("DORA"))) == []
    assert not drafts.sees(look("DORA"), kept)
    assert not drafts.sees(look("DORA"), bare)
    assert kept in drafts.seen(look("BRUNO"))
    browser = doors.client("DORA")
    for path in (f"/drafts/{kept.id}/", "/drafts/", "/drafts/?view=mine", "/", f"/api/v1/drafts/{kept.id}"):
        assert "Kq" not in doors.said(browser.get(path)), path
    assert browser.get("/api/v1/drafts").json()["items"] == []
    assert browser.get(f"/drafts/{kept.id}/").status_code == 403


@pytest.mark.parametrize("do", ["save", "check", "issue", "drop"])
def test_who_lost_the_right_while_writing_is_told_so_and_keeps_the_words(do: str, look: Look) -> None:
    kept = _kept(cast.act("NORTH-B", "letter", "Plan", "2024-05-01"), look, "DORA")
    browser = doors.client("DORA")
    assert browser.get(f"/drafts/{kept.id}/").status_code == 200
    _end_of("DORA", "NORTH-B.deputy")
    sent = {"version": "1", "issuer": "NORTH-B", "type": "letter", "title": "Kqtyped words", "do": do}
    answer = browser.post(f"/drafts/{kept.id}/", sent)
    told = answer.content.decode()
    assert answer.status_code == 403
    assert "Your posts do not grant the right" in told
    assert "Kqtyped words" in told
    assert "csrfmiddlewaretoken</dt>" not in told
    kept.refresh_from_db()
    assert kept.content["title"] == "Plan"
    answer = browser.put(
        f"/api/v1/drafts/{kept.id}", json.dumps(kept.content), content_type="application/json",
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code in (403, 404)


def test_a_right_that_ended_ends_for_operations_too(look: Look) -> None:
    from fasti.access import actor

    kept = _kept({"title": "bare"}, look, "DORA")
    _end_of("DORA", "NORTH-B.deputy")
    with pytest.raises(draft_act.NotDrafted):
        save_draft.save(
            kept.id,
            {"title": "mine"},
            version=1,
            changed_at=cast.at("2024-05-12"),
            actor=actor.signed_in(look("DORA")),
        )


def test_what_waits_tells_nothing_of_drafts_above_ones_clearance(look: Look) -> None:
    """A chair is cleared for closed papers: one sealed waits for the president alone."""
    content = cast.act("NORTH-B", "letter", "Kqsealed", "2024-05-01", confidentiality="sealed")
    _kept(content, look, "ADA")
    told = {who: waiting.of(look(who), pack=cast.pack(), day=TODAY, lang="en") for who in ("BRUNO", "ADA")}
    assert not [item for item in told["BRUNO"] if "Kqsealed" in item.what]
    _kept(cast.act("NORTH-B", "letter", "Kqclosed", "2024-05-01", confidentiality="closed"), look, "ADA")
    items = waiting.of(look("BRUNO"), pack=cast.pack(), day=TODAY, lang="en")
    assert [item.what for item in items if "Kq" in item.what] == ["Kqclosed"]
    for path in ("/", "/drafts/", "/drafts/?view=check", "/api/v1/waiting", "/api/v1/drafts"):
        assert "Kqsealed" not in doors.said(doors.client("BRUNO").get(path)), path
