"""Several returns accepted by one act, from the list in the browser without scripts."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from fasti import words
from fasti.acts.models import Act, Effect
from tests.returns import handed
from tests.web.conftest import SignIn

LIST = "/returns/?form=half-year&unit=GLK&period=2024-H1"
ASKED = {"form": "half-year", "period": "2024-H1", "unit": "GLK"}
BOTH = {**ASKED, "chosen": ["1:NORTH", "1:SOUTH"]}


@pytest.fixture
def both(sign_in: SignIn) -> Act:
    """The North and the South have handed in."""
    return handed.issue(handed.submit(), handed.submit(unit="NORTH", issuer="NORTH-B"))


def text(client: Client, given: dict[str, object], status: int, *, method: str = "post") -> str:
    asks = urlencode(given, doseq=True)
    path = "/returns/accept/"
    answer = client.get(f"{path}?{asks}") if method == "get" else client.post(path, given)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def states() -> list[str]:
    return [handed.states(unit)[-1][0] for unit in ("NORTH", "SOUTH")]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_those_marked_are_accepted_by_one_act(both: Act, sign_in: SignIn, lang: str) -> None:
    ada = sign_in("ADA", lang=lang)
    page = ada.get(LIST).content.decode()
    assert page.count('name="chosen"') == 2
    assert 'value="1:SOUTH"' in page
    page = text(ada, BOTH, 200, method="get")
    assert words.say("web-returns-accept-lead", lang, n=2) in page
    assert page.count(words.say("web-returns-version", lang, n=1)) == 2
    assert page.count("checked>") == 2
    text(ada, BOTH, 302)
    act = Act.objects.order_by("-id")[0]
    accepted = Effect.objects.filter(act=act).values_list("kind", "unit__code")
    assert (act.issuer.code, sorted(accepted)) == (
        "COUNCIL", [("ACCEPT_RETURN", "NORTH"), ("ACCEPT_RETURN", "SOUTH")],
    )  # fmt: skip
    assert states() == ["accepted", "accepted"]
    assert 'name="chosen"' not in ada.get(LIST).content.decode(), "what is accepted is not marked again"


def test_what_has_changed_meanwhile_is_refused_by_name_and_nothing_is_accepted(
    both: Act, sign_in: SignIn
) -> None:
    ada = sign_in("ADA")
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"), handed.submit("2024-07-14"))
    for method, status in (("get", 200), ("post", 422)):
        page = text(ada, BOTH, status, method=method)
        refusal = page.split("data-summary", 1)[1].split("</ul>")[0]
        assert "return-other-version" in refusal
        assert "South" in refusal
        assert "North" not in refusal
        assert page.count("tag--warn") == 1
    assert states() == ["submitted", "submitted"]
    text(ada, {**ASKED, "chosen": ["1:NORTH"]}, 302)
    assert states() == ["accepted", "submitted"]
    assert "return-not-submitted" in text(ada, {**ASKED, "chosen": ["1:NORTH", "2:SOUTH"]}, 422)


def test_what_is_not_theirs_to_accept_is_refused_as_what_is_not_there(both: Act, sign_in: SignIn) -> None:
    for who in ("CHIARA", "BRUNO", "GORAN"):
        client = sign_in(who)
        page = client.get("/returns/?form=half-year&period=2024-H1").content.decode()
        assert 'name="chosen"' not in page
        other = "SOUTH" if who != "CHIARA" else "NORTH"
        for unit in (other, "NOWHERE"):
            for method in ("get", "post"):
                text(client, {**ASKED, "chosen": [f"1:{unit}"]}, 403, method=method)
    text(sign_in("CHIARA"), {**ASKED, "chosen": ["1:SOUTH"]}, 403)
    assert states() == ["submitted", "submitted"]
    ada = sign_in("ADA")
    text(ada, {**ASKED, "chosen": ["1:NORTH", "1:NOWHERE"]}, 403)
    assert "/returns/?form=half-year" in text(ada, ASKED, 200, method="get"), "nothing was marked"
    for wrong in ({**ASKED, "chosen": ["SOUTH"]}, {**BOTH, "period": "x"}, {**ASKED, "chosen": ["x:SOUTH"]}):
        text(ada, wrong, 400)
