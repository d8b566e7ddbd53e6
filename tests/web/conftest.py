"""The cast's guild with its accounts, and a browser without scripts for each of them."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from fasti.access.models import Account
from fasti.acts.models import Act
from fasti.subjects.models import Person
from tests import cast
from tests.web import signing

SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _no_limits_from_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def guild(db: None) -> Act:
    """The body of the cast, founded."""
    return cast.found_guild()


@pytest.fixture
def sign_in(guild: Act) -> SignIn:
    """A client signed in as a person of the cast, in a language: `sign_in("BRUNO", lang="cs")`."""

    def signed(code: str, *, lang: str = "en") -> Client:
        person = Person.objects.get(code=code)
        account, _ = Account.objects.get_or_create(
            person=person, defaults={"name": code.lower(), "opened_at": cast.at("2020-01-02")}
        )
        account.language = lang
        account.save(update_fields=["language"])
        client = Client()
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed


@pytest.fixture
def quick_passwords(settings: Any) -> None:
    """Passwords cost nothing to check."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def account(guild: object) -> Account:
    """Bruno's account, with a password of his own."""
    return signing.opened("BRUNO")


@pytest.fixture
def own_home(tmp_path: pathlib.Path, settings: Any) -> None:
    """A data folder of its own."""
    settings.HOME = tmp_path
