"""The cast's guild with its accounts, and a browser without scripts for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from fasti.access.models import Account
from fasti.acts.models import Act
from fasti.subjects.models import Person
from tests import cast

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
