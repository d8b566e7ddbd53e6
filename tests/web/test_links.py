"""Every link of every page leads somewhere: as each role, in each language, from the first page on.

Addresses that differ only in the values of their query are followed a few times each, not without end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from fasti import words
from fasti.access.models import Account
from tests import cast, lived_in
from tests.web.conftest import SignIn

ROLES = ("ADA", "BRUNO", "DORA", "CHIARA", "EMIL", "GORAN")
"""President, chair, deputy, the neighbour's chair, keeper, plain member."""
MOST = 1
"""How often addresses of one shape are followed."""


@pytest.fixture
def body(sign_in: SignIn) -> None:
    """The guild after some years, so that no page is empty."""
    lived_in.build_more()


EVERYBODY = [each if each == "BRUNO" else pytest.param(each, marks=pytest.mark.campaign) for each in ROLES]


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_link_leads_somewhere(body: None, sign_in: SignIn, role: str) -> None:
    found = [told for lang in words.LANGUAGES for told in broken(sign_in(role, lang=lang), lang)]
    assert not found, "\n".join(found)


@pytest.mark.campaign
def test_every_link_of_a_technical_account_leads_somewhere(body: None) -> None:
    account = Account.objects.create(name="technical", opened_at=cast.at("2020-01-02"))
    account.last_login = cast.at("2024-01-01")
    found = []
    for lang in words.LANGUAGES:
        account.language = lang
        account.save()
        client = Client()
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        found += broken(client, lang)
    assert not found, "\n".join(found)


def broken(client: Client, lang: str) -> list[str]:
    """What does not lead where it says, told. Files are the same ones in every language but for their words."""
    found = crawl(client, with_files=lang == "en")
    return [f"{lang}: {status} {address}  (on {page})" for page, address, status in found]


def crawl(client: Client, *, with_files: bool) -> Iterator[tuple[str, str, int]]:
    """Follow every link from the first page; yields what is broken, as (page, address, status).

    `with_files`: files are fetched too.
    """
    client.raise_request_exception = False
    waiting: list[tuple[str, str]] = [("", "/")]
    known, shapes = {"/"}, Counter[tuple[str, ...]]()
    while waiting:
        page, address = waiting.pop(0)
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            yield page, address, answer.status_code
            continue
        yield from ((address, f"#{each}", 0) for each in sorted(dead_places(answer)))
        if (num := num_headings(answer)) not in (None, 1):
            yield page, f"{address} has {num} h1", 0
        for link in links(answer, address):
            shape = shape_of(link)
            is_file = "/download/" in link or "/document." in link or "/list." in link
            if link not in known and shapes[shape] < MOST and (with_files or not is_file):
                known.add(link)
                shapes[shape] += 1
                waiting.append((address, link))


def shape_of(address: str) -> tuple[str, ...]:
    """An address without the values in it: of the path the first part and the length, of the query the keys."""
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    keys = sorted(key for key, _ in parse_qsl(parts.query))
    # A report is one page and one file of each format, whatever it is asked for.
    told = [str(bool(keys))] if steps[:1] == ["reports"] else keys
    return (*steps[:1], str(len(steps)), *steps[2:], *told)


def links(answer: HttpResponse, address: str) -> list[str]:
    """The addresses of our own that a page links, without the place in the page."""
    if not answer["Content-Type"].startswith("text/html"):
        return []
    tree = html.fromstring(answer.content.decode())
    found = [urldefrag(urljoin(address, str(href))).url for href in tree.xpath("//a/@href")]
    return [each for each in found if each.startswith("/")]


def num_headings(answer: HttpResponse) -> int | None:
    """How many headings of the first order a whole page has; None of a file or a region."""
    content = answer.content.lstrip() if not answer.streaming else b""
    return content.count(b"<h1") if content.startswith(b"<!doctype html>") else None


def dead_places(answer: HttpResponse) -> set[str]:
    """Places in the page that it links and does not have; labels and descriptions that point to nothing."""
    if not answer["Content-Type"].startswith("text/html"):
        return set()
    tree = html.fromstring(answer.content.decode())
    ids = set(map(str, tree.xpath("//@id")))
    asked = {str(href)[1:] for href in tree.xpath("//a/@href") if str(href).startswith("#") and len(href) > 1}
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"):
        asked |= {each for value in tree.xpath(f"//@{name}") for each in str(value).split()}
    return asked - ids
