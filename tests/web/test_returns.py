"""Returns in the browser without scripts: listed, filled, handed in, sent back, corrected, accepted, opened again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from fasti import words
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import fill_return, submit_return
from fasti.returns.models import ReturnDraft
from fasti.web import asked
from tests import cast
from tests.returns import handed
from tests.web.conftest import SignIn

HALF = periods.Period.parse(handed.PERIOD)
LIST = "/returns/?form=half-year&unit=GLK&period=2024-H1"
SOUTH = "/returns/half-year/2024-H1/SOUTH/"


def typed(declared: Mapping[str, str] = handed.DECLARED, **more: Any) -> dict[str, Any]:
    """What the form of a sheet holds."""
    fields = {f"declared-{id}": value for id, value in declared.items()}
    return {**fields, "narrative-results": "The lamps were lit.", "version": "0", "do": "save", **more}


def text(answer: Any) -> str:
    return str(answer.content.decode())


def see(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, text(answer)[:2000]
    return text(answer)


def say(message: str, **args: object) -> str:
    return words.say(f"web-returns-{message}", "en", **args)


def said(page: str, message: str, **args: object) -> bool:
    """Whether the page says a sentence."""
    return escape(say(message, **args)) in page


def opened(sign_in: SignIn) -> tuple[Client, Client]:
    """Who answers and who fills; the return of 2024, long closed, is opened again by an act."""
    ada, chiara = sign_in("ADA"), sign_in("CHIARA")
    answer = ada.post(f"{SOUTH}reopen/", {"explanation": "A petition was found."})
    assert answer.status_code == 302, text(answer)
    return ada, chiara


def accepted(page: str) -> str:
    found = re.search(r'id="accepted">([^<]+)<', page)
    assert found
    return found[1]


def test_the_whole_way_from_a_closed_return_to_an_accepted_one(sign_in: SignIn) -> None:
    handed.issue(handed.submit(unit="NORTH", issuer="NORTH-B"))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12", unit="NORTH"))
    ada, chiara = sign_in("ADA"), sign_in("CHIARA")
    assert accepted(see(ada, LIST)) == "1 of 2"

    page = see(chiara, SOUTH)
    assert "Standing orders, s. 18 as amended" in page, "the lock names its article"
    assert "/fill/" not in page, "a closed return is not filled"
    assert chiara.get(f"{SOUTH}fill/").status_code == 302
    assert chiara.post(f"{SOUTH}reopen/", {"explanation": "x"}).status_code == 403
    refused = text(ada.post(f"{SOUTH}reopen/", {"explanation": ""}))
    assert "missing-field" in refused

    ada, chiara = opened(sign_in)
    wrong = handed.DECLARED | {"petitions.pending": "4"}
    page = text(chiara.post(f"{SOUTH}fill/", typed(wrong, proposal=["Send oil.", ""])))
    assert said(page, "saved-lacks", n=1)
    assert re.search(r'id="e-petitions.pending">.*gives? 3', page, re.S), "the error stands beside its field"
    assert 'id="declared-petitions.pending" name="declared-petitions.pending" value="4"' in page
    assert f"{SOUTH}submit/" not in see(chiara, SOUTH), "an unfinished return is not handed in"

    answer = chiara.post(f"{SOUTH}fill/", typed(version="1", do="submit", proposal="Send oil."))
    assert answer["Location"] == f"{SOUTH}submit/"
    page = see(chiara, answer["Location"])
    late = (asked.now().date() - handed_due()).days
    assert said(page, "will-be-late", n=late)
    assert escape(say("now"))[1:] not in page, "nothing was handed in that the register could differ from"
    symbol = re.search(r'id="h-act">Issued as ([^<]+)<', page)
    assert symbol
    assert chiara.post(f"{SOUTH}submit/", {"version": "2"}).status_code == 302
    act = Act.objects.order_by("-id")[0]
    assert (act.issuer.code, act.symbol, act.form, act.signer.code if act.signer else "") == (
        "SOUTH-B", symbol[1], "half-year", "CHIARA",
    )  # fmt: skip
    page = see(ada, SOUTH)
    assert said(page, "days-late", n=late)
    assert escape(say("now"))[1:] in page

    reasons = {"reason-petitions.received": "Eleven came.", "reason-results": "Say what for."}
    refused = text(ada.post(f"{SOUTH}answer/", {"version": "1", "do": "send_back"}))
    assert "missing-field" in refused, "nothing is sent back without a reason"
    assert ada.post(f"{SOUTH}answer/", {"version": "1", "do": "send_back", **reasons}).status_code == 302
    page = see(chiara, f"{SOUTH}fill/")
    assert "Eleven came." in page.split('id="b-petitions.received"')[1][:300]
    assert "Say what for." in page.split('id="b-results"')[1][:300]
    assert "Send oil." in page, "the correction begins with what was handed in"

    right = handed.DECLARED | {"petitions.received": "11", "petitions.pending": "5"}
    assert chiara.post(f"{SOUTH}fill/", typed(right, do="submit")).status_code == 302
    assert chiara.post(f"{SOUTH}submit/", {"version": "1"}).status_code == 302
    stale = text(ada.post(f"{SOUTH}answer/", {"version": "1", "do": "accept"}))
    assert "return-other-version" in stale, "what was handed in meanwhile is not answered by mistake"
    assert ada.post(f"{SOUTH}answer/", {"version": "2", "do": "accept"}).status_code == 302
    page = see(ada, SOUTH)
    assert "<del>9</del>" in page
    assert "<ins>11</ins>" in page
    assert said(page, "tag-corrected")
    assert accepted(see(ada, LIST)) == "2 of 2"


def handed_due() -> Any:
    return cast.pack().obligation("half-year", level="region", period=HALF).due


def test_two_who_fill_at_once_lose_nothing(sign_in: SignIn) -> None:
    _, chiara = opened(sign_in)
    assert chiara.post(f"{SOUTH}fill/", typed()).status_code == 200
    ada = sign_in("ADA")
    answer = ada.post(f"{SOUTH}fill/", typed(handed.DECLARED | {"meetings.held": "7"}))
    page = text(answer)
    assert answer.status_code == 409
    assert ReturnDraft.objects.get().content["declared"]["meetings.held"] == "6"
    assert 'name="declared-meetings.held" value="7"' in page, "what was typed is still there"
    assert said(page, "theirs", value="6")
    assert 'name="version" value="1"' in page
    assert (
        ada.post(f"{SOUTH}fill/", typed(handed.DECLARED | {"meetings.held": "7"}, version="1")).status_code
        == 200
    )
    assert ReturnDraft.objects.get().content["declared"]["meetings.held"] == "7"
    assert said(text(chiara.post(f"{SOUTH}submit/", {"version": "1"})), "was-changed")


def test_what_is_no_figure_is_kept_in_the_form_and_said_beside_it(sign_in: SignIn) -> None:
    _, chiara = opened(sign_in)
    wrong = handed.DECLARED | {"meetings.held": "<many>"}
    answer = chiara.post(f"{SOUTH}fill/", typed(wrong))
    assert answer.status_code == 422
    assert 'value="&lt;many&gt;"' in text(answer)
    assert "return-figure-malformed" in text(answer)
    assert not ReturnDraft.objects.exists()
    assert chiara.post(f"{SOUTH}fill/", typed(version="x")).status_code == 400


def test_a_sheet_in_work_is_seen_by_those_alone_who_work_on_it(sign_in: SignIn) -> None:
    appointed = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    cast.issue(cast.act("NORTH-B", "decision", "Board member", "2024-05-01", appointed))
    half = periods.of_day("half_year", asked.now().date())
    content = {"declared": {"meetings.held": "977"}, "narrative": {"results": "Not yet for others."}}
    fill_return.fill(
        "NORTH", "half-year", half, content, pack=cast.pack(), filled_at=asked.now(), actor="test"
    )
    path = f"/returns/half-year/{half.code}/NORTH/"
    page = see(sign_in("BRUNO"), path)
    assert "Not yet for others." in page
    assert "977" in page
    page = see(sign_in("GORAN"), path)
    assert "Not yet for others." not in page
    assert "977" not in page
    assert "/fill/" not in page
    assert sign_in("GORAN").get(f"{path}fill/").status_code == 403


@pytest.mark.parametrize("path", ["", "fill/", "submit/", "answer/", "reopen/"])
def test_sideways_and_nowhere_are_refused_alike(sign_in: SignIn, path: str) -> None:
    handed.issue(handed.submit())
    for who in ("BRUNO", "EMIL", "GORAN"):
        client = sign_in(who)
        pages = [
            see(client, f"/returns/half-year/2024-H1/{unit}/{path}", 403) for unit in ("SOUTH", "NOWHERE")
        ]
        assert re.sub("SOUTH|NOWHERE", "", _plain(pages[0])) == re.sub("SOUTH|NOWHERE", "", _plain(pages[1]))
        assert client.post(f"{SOUTH}{path}", {"version": "1", "explanation": "x"}).status_code in (403, 405)
    lists = [
        see(sign_in("BRUNO"), f"/returns/?unit={unit}&period=2024-H1", 403) for unit in ("SOUTH", "NOWHERE")
    ]
    assert re.sub("SOUTH|NOWHERE", "", _plain(lists[0])) == re.sub("SOUTH|NOWHERE", "", _plain(lists[1]))


def _plain(page: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken|stamp)" value="[\w:-]+"|X-CSRFToken": "\w+"', "", page)


def test_what_stands_in_an_act_of_a_higher_class_is_left_out(sign_in: SignIn) -> None:
    secret = {**handed.submit(narrative={"results": "kq sealed words"}), "confidentiality": "sealed"}
    handed.issue(secret)
    assert "kq sealed words" in see(sign_in("ADA"), SOUTH)
    page = see(sign_in("CHIARA"), SOUTH)
    assert "kq sealed words" not in page
    assert "40/48" not in page


def test_why_it_was_sent_back_is_told_to_whom_that_act_is_open(sign_in: SignIn) -> None:
    handed.issue(handed.submit("2024-07-10"))
    back = handed.answer("SEND_BACK_RETURN", "2024-07-12", reasons={"all": "kq sealed reason"})
    act = handed.issue({**back, "confidentiality": "sealed"})
    program = "/api/v1/returns/half-year/2024-H1/SOUTH"
    for who in ("ADA", "CHIARA"):
        pages = [see(sign_in(who), path) for path in (SOUTH, program)]
        assert ["kq sealed reason" in page for page in pages] == [who == "ADA"] * 2
        assert (act.code in pages[1]) is (who == "ADA")
        assert json.loads(pages[1])["state"] == "sent_back"
    assert "kq sealed reason" not in see(sign_in("CHIARA"), f"{SOUTH}fill/")


def test_whoever_hands_in_takes_nothing_over_from_a_closed_act(sign_in: SignIn) -> None:
    """Neither when the act is looked at nor when it is issued; who is cleared hands in what stood there."""
    secret = handed.submit(narrative={"results": "kq sealed words"})
    handed.issue({**secret, "confidentiality": "sealed"}, handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    chiara, step = sign_in("CHIARA"), f"{SOUTH}submit/"
    look, answer = see(chiara, step), chiara.post(step, {"version": "0"})
    assert answer.status_code == 422
    for page in (look, text(answer), see(chiara, SOUTH)):
        assert "kq sealed words" not in page
        assert "40/48" not in page
    assert handed.states()[-1][0] == "sent_back"
    made = submit_return.content(
        "SOUTH", handed.FORM, HALF, {"signed_on": "2024-07-13"}, pack=cast.pack(), known_on=date(2024, 7, 13)
    )
    assert made["effects"][0]["narrative"] == {"results": "kq sealed words"}


def test_a_figure_of_a_closed_act_is_not_found_by_trying_what_departs_from_it(sign_in: SignIn) -> None:
    """What is compared with it needs a remark whether it departs or not; with one it is handed in."""
    now = periods.of_day("half_year", asked.now().date())
    day, before = now.starts_on.isoformat(), now.previous()
    declared = {**handed.DECLARED, "meetings.held": "77", "petitions.pending": "3"}
    last = handed.submit(day, period=before.code, known_on=day, declared=declared)
    handed.issue({**last, "confidentiality": "sealed"})
    path, chiara, told = f"/returns/half-year/{now.code}/SOUTH/", sign_in("CHIARA"), []
    for version, (held, carried) in enumerate((("77", "3"), ("76", "2"))):
        given = {**declared, "meetings.held": held, "petitions.carried": carried, "petitions.pending": "4"}
        fields = {f"declared-{id}": value for id, value in given.items()}
        sheet = {**fields, "narrative-results": "Lit.", "version": str(version), "do": "save"}
        pages = [text(chiara.post(f"{path}fill/", sheet)), see(chiara, f"{path}submit/")]
        pages.append(text(chiara.post(f"{path}submit/", {"version": str(version + 1)})))
        assert all("is compared with an earlier return" in page for page in pages)
        assert not any("77" in re.sub('value="[0-9]+"', "", _plain(page)) for page in pages if held != "77")
        told.append([page.count("is compared with an earlier return") for page in pages])
    assert told[0] == told[1]
    remarks = {
        f"remark-{id}": "As counted." for id in ("meetings.held", "petitions.carried", "petitions.received")
    }
    chiara.post(f"{path}fill/", {**sheet, **remarks, "version": "2", "declared-petitions.pending": "3"})
    assert chiara.post(f"{path}submit/", {"version": "3"}).status_code == 302


def test_the_timeline_of_a_unit_tells_its_returns_to_whom_they_are_open(sign_in: SignIn) -> None:
    """Also on the day asked about and as known then; of a confidential one neither it nor the answer to it is told."""
    handed.issue(handed.submit("2024-07-10"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    handed.issue({**handed.submit("2024-07-20"), "confidentiality": "sealed"})
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-24", version=2))
    first, second = "first half of 2024: handed in", "first half of 2024, version 2:"
    life = "/units/SOUTH/?tab=life"
    ada, chiara, emil = (see(sign_in(name), life) for name in ("ADA", "CHIARA", "EMIL"))
    assert (ada.count(first), ada.count("sent back"), ada.count(second)) == (1, 1, 2)
    assert (chiara.count(first), chiara.count("sent back"), chiara.count(second)) == (1, 1, 0)
    assert first not in emil, "the returns of neighbours stay closed"
    assert see(sign_in("ADA"), f"{life}&as_of=2024-07-21").count(second) == 1
    assert see(sign_in("ADA"), f"{life}&known=2024-07-11").count("first half of 2024") == 1
    for lang in words.LANGUAGES:
        told = see(sign_in("ADA", lang=lang), life)
        assert words.say("return-state-accepted", lang) in told


def test_who_owes_none_is_told_why(sign_in: SignIn) -> None:
    assert "return-not-owed" in see(sign_in("ADA"), "/returns/half-year/2024-H1/GLK/", 404)
    assert "unknown-form" in see(sign_in("ADA"), "/returns/nothing/2024-H1/SOUTH/", 404)
    assert "return-form-not-handed-in" in see(sign_in("ADA"), "/returns/year/2023/SOUTH/", 404)
    see(sign_in("ADA"), "/returns/half-year/2024-H9/SOUTH/", 404)


def test_the_list_filters_by_state_and_asks_the_database_the_same_however_many_there_are(
    sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    founded = {
        "kind": "FOUND",
        "unit": "EAST",
        "parent": "GLK",
        "unit_kind": "region",
        "name": {"en": "East"},
    }
    cast.issue(cast.act("COUNCIL", "decision", "East", "2024-03-01", founded))
    handed.issue(handed.submit("2024-07-22"))
    ada = sign_in("ADA")
    page = see(ada, f"{LIST}&state=submitted")
    assert "/returns/half-year/2024-H1/SOUTH/" in page
    assert "/returns/half-year/2024-H1/NORTH/" not in page
    assert said(page, "tag-late")
    with django_assert_max_num_queries(60) as before:
        see(ada, LIST)
        num = len(before)
    handed.issue(handed.submit("2024-07-23", unit="NORTH", issuer="NORTH-B"))
    see(ada, LIST)  # brings the column store up to date
    with django_assert_max_num_queries(num):
        assert "/returns/half-year/2024-H1/EAST/" in see(ada, LIST)


def test_the_page_of_a_unit_lists_what_it_owed(sign_in: SignIn) -> None:
    page = see(sign_in("CHIARA"), "/units/SOUTH/?tab=returns")
    now = periods.of_day("half_year", asked.now().date()).previous()
    assert f"/returns/half-year/{now.code}/SOUTH/" in page
    assert "tab=returns" not in see(sign_in("GORAN"), "/units/SOUTH/")


def test_what_waits_names_the_next_step_of_a_return(sign_in: SignIn) -> None:
    ada, chiara = opened(sign_in)
    assert f'href="{SOUTH}"' in see(chiara, "/?kind=report"), "opened again: to be handed in"
    chiara.post(f"{SOUTH}fill/", typed())
    chiara.post(f"{SOUTH}submit/", {"version": "1"})
    page = see(ada, "/?kind=report")
    assert f'href="{SOUTH}"' in page
    assert "Standing orders, s. 18 as amended" in page
    ada.post(
        f"{SOUTH}answer/", {"version": "1", "do": "send_back", "reason-petitions.received": "Eleven came."}
    )
    page = see(chiara, "/?kind=report")
    assert f'href="{SOUTH}"' in page
    assert "Eleven came." in page
    assert f'href="{SOUTH}"' not in see(ada, "/?kind=report")
    assert f'href="{SOUTH}"' not in see(sign_in("BRUNO"), "/?kind=report")
