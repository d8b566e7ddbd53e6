"""Points given in the browser without scripts: offered to whom the scorecard names, refused beside the field."""

from __future__ import annotations

import html
import pathlib
from typing import Any

import pytest
from django.test import Client

from fasti import words
from fasti.acts.models import Act, Draft
from tests.web.conftest import SignIn
from tests.web.signing import text_of

SHEET = "/peers/regions/score/regions-year/?period=2024&of=NORTH"
GIVE = "/peers/regions/score/regions-year/give/?period=2024&of={unit}&step={step}"
ARTICLE = "Standing orders, s. 33 as amended"


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path


def form(step: str, unit: str = "NORTH") -> str:
    return GIVE.format(unit=unit, step=step)


def post(client: Client, address: str, hospitality: str, do: str, **more: Any) -> Any:
    typed = {"points-hospitality": hospitality, "signed_on": "2025-01-10", "do": do, **more}
    return client.post(address, typed)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_form_is_offered_to_whom_the_scorecard_names(sign_in: SignIn, lang: str) -> None:
    offered = {"BRUNO": ("self",), "CHIARA": ("check",), "ADA": ("self", "check", "final")}
    for code, steps in offered.items() if lang == "en" else [("BRUNO", ("self",))]:
        client = sign_in(code, lang=lang)
        page = text_of(client.get(SHEET))
        for step in ("self", "check", "final"):
            link = html.escape(form(step).removeprefix("/peers/regions/score/regions-year/"))
            assert (link in page) is (step in steps), (code, step)
            if step not in steps:
                assert client.get(form(step)).status_code == 403, (code, step)
    page = text_of(client.get(form("self")))
    assert f'<html lang="{lang}"' in page
    assert ARTICLE in page
    assert "<script>" not in page
    assert " style=" not in page


def test_what_is_wrong_is_told_beside_its_field_and_then_the_act_is_issued(sign_in: SignIn) -> None:
    bruno = sign_in("BRUNO")
    answer = post(bruno, form("self"), "31", "issue", **{"points-new_lights": "2"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert 'id="e-hospitality-1"' in page
    assert 'id="f-new_lights-1"' in page
    assert 'value="31"' in page, "what was typed stays"
    assert ARTICLE in page
    assert Act.objects.count() == 1
    typed = {"points-new_lights": "2", "evidence-new_lights": "Letter 4"}
    page = text_of(post(bruno, form("self"), "7,5", "preview", **typed))
    assert words.say("score-give-nothing-against", "en", symbol="1-R/NORTH-B")[:30] in html.unescape(page)
    assert Act.objects.count() == 1, "looking issues nothing"
    answer = post(bruno, form("self"), "7,5", "issue", **typed)
    assert answer["Location"] == f"{SHEET}#sheet"
    act = Act.objects.latest("id")
    assert (act.issuer.code, act.signer.code if act.signer else "") == ("NORTH-B", "BRUNO")
    (effect,) = act.effects.all()
    assert effect.data["points"] == {"hospitality": "7.5", "new_lights": "2"}
    assert effect.data["evidence"] == {"new_lights": "Letter 4"}
    sheet = text_of(bruno.get(SHEET))
    assert f'href="/acts/{act.id}/"' in sheet
    again = text_of(bruno.get(form("self")))
    assert 'value="7.5"' in again, "points in force stand in the form"
    assert "Letter 4" in again


def test_points_are_kept_as_a_draft_and_earlier_steps_stand_beside(sign_in: SignIn) -> None:
    post(sign_in("BRUNO"), form("self"), "30", "issue")
    chiara = sign_in("CHIARA")
    assert ": 30" in text_of(chiara.get(form("check")))
    answer = post(chiara, form("check"), "20/3", "draft", excluded="disgrace")
    draft = Draft.objects.get()
    assert answer["Location"] == f"/drafts/{draft.id}/"
    (effect,) = draft.content["effects"]
    assert (effect["unit"], effect["other_unit"], effect["excluded"]) == ("SOUTH", "NORTH", ["disgrace"])
    assert text_of(chiara.get(answer["Location"])).count("NORTH")
    assert Act.objects.count() == 2


def test_forged_addresses_are_refused_alike(sign_in: SignIn) -> None:
    bruno, emil = sign_in("BRUNO"), sign_in("EMIL")
    for address in (
        form("self", "ALDER"),
        form("self", "NOWHERE"),
        form("moons"),
        form("self") + "&period=2024-H1",
    ):
        assert bruno.get(address).status_code == 404, address
        assert bruno.post(address, {"do": "issue"}).status_code == 404, address
    for step in ("self", "check", "final"):
        assert emil.get(form(step)).status_code == 403
        assert post(bruno, form(step), "7", "issue").status_code == (302 if step == "self" else 403)
    # An issuer that is not the giver's is not taken from the form.
    answer = post(bruno, form("self"), "8", "issue", issuer="COUNCIL")
    assert answer.status_code == 302
    assert Act.objects.latest("id").issuer.code == "NORTH-B"
