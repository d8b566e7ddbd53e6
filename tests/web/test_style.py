"""The style page: every component in every language, for whoever is signed in, without a link that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.test import Client

from fasti import words
from fasti.access.models import Account
from fasti.web import style
from tests import cast
from tests.web.conftest import SignIn


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_component_stands_once_in_every_language(sign_in: SignIn, lang: str) -> None:
    page = sign_in("ADA", lang=lang).get("/style/").content.decode()
    for part in style.PARTS:
        assert page.count(f'<section class="stack stack--s" id="s-{part}"') == 1
        assert f'href="#s-{part}"' in page
    for colour in (each for row in style.SWATCHES for each in row):
        assert f"var(--{colour})" in page
    for component in ("plot", "bars", "gantt", "cascade", "proof", "tree", "time", "sheet", "steps", "eyes"):
        assert re.search(rf'class="[^"]*\b{component}\b', page), component


def test_ids_are_unique_and_every_link_inside_the_page_has_its_place(sign_in: SignIn) -> None:
    page = sign_in("ADA").get("/style/").content.decode()
    ids = Counter(re.findall(r'\sid="([^"]+)"', page))
    assert [id for id, count in ids.items() if count > 1] == []
    assert {to for to in re.findall(r'href="#([^"]+)"', page) if not to.startswith("i-")} <= set(ids)
    assert " style=" not in page
    assert "<script>" not in page


def test_whoever_sees_no_act_is_told_so_in_its_place(guild: object) -> None:
    account = Account.objects.create(
        name="machine", opened_at=cast.at("2020-01-02"), last_login=cast.at("2020-01-02")
    )
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get("/style/").content.decode()
    assert page.count(words.say("web-style-no-act", "en")) == 3
    assert "GLK" not in page.split('id="s-cascade"')[1].split('id="s-eyes"')[0]
