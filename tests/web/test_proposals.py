"""Proposals of returns answered in the browser without scripts: by whom, with what refusals, one page after another."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from fasti import cli
from fasti.access import returns
from fasti.acts.models import Act
from fasti.register.models import Proposal
from fasti.subjects.models import Unit
from fasti.web import proposals
from tests import cast
from tests.returns import handed
from tests.web.conftest import SignIn

OIL, ROOF = "Buy oil for the lamps.", "Mend the roof."
LIST = "/returns/proposals/?unit=GLK"
FIRST = "/returns/half-year/2024-H1/SOUTH/proposals/1.1/"


@pytest.fixture
def ada(sign_in: SignIn) -> Client:
    handed.issue(handed.submit("2024-07-10", proposals=[OIL, ROOF]))
    return sign_in("ADA")


def see(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def states() -> dict[int, str]:
    return dict(Proposal.objects.filter(ends_before=None).values_list("position", "state"))


def give(client: Client, path: str, status: int, **typed: str) -> str:
    answer = client.post(path, typed)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def test_it_is_answered_from_the_list_by_an_act_seen_before(ada: Client) -> None:
    page = see(ada, LIST)
    assert f'href="{FIRST}"' in page
    assert ">Show</button>" in page
    assert '<th scope="col">Proposal</th>' in page, "a column's heading begins with a capital"
    page = see(ada, FIRST)
    assert OIL in page
    symbol = re.search(r'id="h-act">Issued as ([^<]+)<', page)
    assert symbol
    assert 'value="forwarded"' not in page, "there is nobody above the top"
    page = give(ada, FIRST, 422, answer="declined", explanation=" ")
    assert re.search(r'field--bad"><label for="explanation">', page), "the refusal stands beside its field"
    assert re.search(r'value="declined" required checked', page), "what was chosen is still there"
    assert re.search(r'id="e-answer">', give(ada, FIRST, 422)), "nothing was chosen"
    assert states() == {1: "open", 2: "open"}

    answer = ada.post(FIRST, {"answer": "declined", "explanation": "There is <no> money."})
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    act = Act.objects.order_by("-id")[0]
    assert (act.issuer.code, act.symbol, states()) == ("COUNCIL", symbol[1], {1: "declined", 2: "open"})
    page = see(ada, LIST)
    assert OIL not in page
    assert ROOF in page
    page = see(ada, f"{LIST}&all=1")
    assert "There is &lt;no&gt; money." in page
    assert f'href="{FIRST}"' not in page, "what is answered is not answered again"
    assert "proposal-answered" in give(ada, FIRST, 422, answer="accepted")


def test_what_a_closed_act_answers_is_told_to_whom_it_is_open(ada: Client, sign_in: SignIn) -> None:
    answer = {"kind": "ANSWER_PROPOSAL", "unit": "SOUTH", "return_form": handed.FORM, "period": handed.PERIOD,
              "version": 1, "position": 1, "answer": "declined", "explanation": "kq sealed reason"}  # fmt: skip
    letter = cast.act("COUNCIL", "letter", "Oil", "2024-07-12", answer, confidentiality="sealed")
    act = handed.issue(letter)
    for path in (
        "/returns/proposals/?unit=SOUTH&all=1",
        "/api/v1/proposals?unit=SOUTH&made=true&answered=true",
    ):
        for client, is_told in ((ada, True), (sign_in("CHIARA"), False)):
            page = see(client, path)
            assert OIL in page
            assert ("kq sealed reason" in page) is is_told
            assert (act.code in page) is (is_told and path.startswith("/api"))


def test_one_of_a_lodge_is_forwarded_and_answered_above(sign_in: SignIn) -> None:
    lodge = handed.submission(unit="BIRCH", other_unit="SOUTH", proposals=[OIL])
    handed.issue(
        cast.act("BIRCH", "report", "Half-year", "2024-07-05", lodge, form=handed.FORM, period=handed.PERIOD)
    )
    path = FIRST.replace("SOUTH", "BIRCH")
    chiara = sign_in("CHIARA")
    assert 'value="GLK"' in see(chiara, path)
    page = give(chiara, path, 422, answer="forwarded", to="NORTH")
    assert 'id="e-to"' in page, "only upward"
    give(chiara, path, 302, answer="forwarded", to="GLK")
    assert states() == {1: "forwarded"}
    assert give(chiara, path, 403, answer="accepted"), "it is owed above now"
    ada = sign_in("ADA", lang="cs")
    assert f'href="{path}"' in see(ada, LIST)
    give(ada, path, 302, answer="accepted", to="GLK", explanation="Koupí se.")
    assert states() == {1: "accepted"}


def test_what_waits_for_a_unit_that_has_ended_waits_for_whoever_answers_for_it(
    sign_in: SignIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """The South is merged into the North, the North into the East: both steps back are taken."""
    lodge = handed.submission(unit="BIRCH", other_unit="SOUTH", proposals=[OIL])
    handed.issue(
        cast.act("BIRCH", "report", "Half-year", "2024-07-05", lodge, form=handed.FORM, period=handed.PERIOD)
    )
    handed.issue(handed.submit("2024-07-06"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-08"))
    first = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-08-01"}
    south, north = Unit.objects.get(code="SOUTH").id, Unit.objects.get(code="NORTH").id
    assert returns.answered_for([north], date(2024, 7, 31)) == {north}
    cast.issue(cast.act("COUNCIL", "resolution", "One region", "2024-07-20", first))
    assert south in returns.answered_for([north], date(2024, 8, 1))
    bruno = sign_in("BRUNO")
    assert OIL in see(bruno, LIST.replace("GLK", "NORTH"))
    home = see(bruno, "/")
    assert "handed in by Birch, waits for your answer" in home
    assert "sent back to South, to be corrected in its place" in home
    assert cli.main(["return", "proposals", "list", "--waiting-for", "NORTH"]) == 0
    assert OIL in capsys.readouterr().out

    east = {"kind": "FOUND", "unit": "EAST", "parent": "GLK", "unit_kind": "region", "name": {"en": "East"}}
    second = {"kind": "MERGE", "unit": "NORTH", "other_unit": "EAST", "on": "2024-09-01"}
    cast.issue(cast.act("COUNCIL", "resolution", "East", "2024-08-20", {**east, "on": "2024-08-25"}, second))
    found = returns.answered_for([Unit.objects.get(code="EAST").id], date(2024, 9, 1))
    assert {south, north} < found, "their boards went with them"
    assert OIL in see(sign_in("ADA"), LIST.replace("GLK", "EAST"))


@pytest.mark.parametrize("who", ["BRUNO", "EMIL", "GORAN", "CHIARA"])
def test_who_does_not_answer_it_is_refused_as_if_there_were_none(
    ada: Client, sign_in: SignIn, who: str
) -> None:
    client = sign_in(who)
    paths = [
        FIRST,
        FIRST.replace("1.1", "9.9"),
        FIRST.replace("SOUTH", "NOWHERE"),
        FIRST.replace("2024-H1", "2021-H2"),
    ]
    found = {_plain(see(client, path, 403), path) for path in paths}
    found |= {_plain(give(client, path, 403, answer="x" * 9), path) for path in paths}
    assert len(found) == 2, "one for looking, one for answering"
    assert states() == {1: "open", 2: "open"}
    assert see(client, "/returns/half-year/2024-H1/SOUTH/proposals/1.x/", 404)


def _plain(page: str, path: str) -> str:
    kept = re.sub(r'(csrfmiddlewaretoken|stamp)" value="[\w:-]+"|X-CSRFToken": "\w+"', "", page)
    return kept.replace(path, "")


def test_each_list_has_pages_of_its_own(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "PAGE", 2)
    texts = [f"Proposal no. {n}." for n in range(5)]
    handed.issue(handed.submit("2024-07-10", proposals=texts[:3]))
    handed.issue(handed.submit("2024-07-11", unit="NORTH", issuer="NORTH-B", proposals=texts[3:]))
    ada = sign_in("ADA")
    path, shown = LIST, []
    while path:
        page = see(ada, path)
        shown.append([text for text in texts if text in page])
        after = re.search(r'rel="next" href="([^"]+)"', page)
        path = after[1].replace("&amp;", "&") if after else ""
    assert shown == [texts[:2], texts[2:4], texts[4:]]
    made = see(sign_in("CHIARA"), "/returns/proposals/?unit=SOUTH")
    forged = re.search(r"made_after=([^\"&]+)", made)
    assert forged, "the other list has its own mark"
    see(ada, f"{LIST}&after={forged[1]}", 400)
