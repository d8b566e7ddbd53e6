"""The cast's guild with a token for the post of each of its people, and a program that asks with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from fasti.access.models import Account
from fasti.acts.models import Act
from fasti.api import asked
from fasti.operations import make_token
from fasti.subjects.models import Person
from tests import cast

POST_OF = {holder: post for post, holder in cast.HOLDERS.items()}


@pytest.fixture(autouse=True)
def _no_failures_from_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def guild(db: None) -> Act:
    """The body of the cast, founded."""
    return cast.found_guild()


def account(code: str) -> Account:
    """The account of a person of the cast."""
    person = Person.objects.get(code=code)
    found, _ = Account.objects.get_or_create(
        person=person, defaults={"name": code.lower(), "opened_at": cast.at("2020-01-02")}
    )
    return found


def key(code: str, *, post: str = "", purpose: str = "api") -> str:
    """The key of a new token of a person of the cast, for the post held."""
    held = post or POST_OF[code]
    return make_token.make(
        account(code), post=held, name="test", purpose=purpose, at=asked.now(), pack=cast.pack()
    )[1]


@dataclass
class Program:
    """A program that asks with a token, in a language; what it is answered is read from JSON."""

    key: str
    lang: str = "en"
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: Any = None, *, status: int = 200, **headers: str) -> Any:
        """Ask, and read the answer; the status must be as said."""
        answer = self.raw(method, path, body, **headers)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return json.loads(answer.content) if answer.content else None

    def raw(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Ask, and get the answer as it came."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        content = body if isinstance(body, bytes | str) else json.dumps(body)
        return self.client.generic(
            method.upper(),
            f"/api/v1/{path}",
            content if body is not None else b"",
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.key}", "Accept-Language": self.lang, **named},
        )

    def get(self, path: str, **more: Any) -> Any:
        """GET."""
        return self.ask("get", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        """POST."""
        return self.ask("post", path, body, **more)


Programs = Callable[..., Program]


@pytest.fixture
def program(guild: Act) -> Programs:
    """A program with the token of a person's post: `program("BRUNO", lang="cs")`."""
    return lambda code, lang="en": Program(key(code), lang)
