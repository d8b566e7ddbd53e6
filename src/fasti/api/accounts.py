"""Accounts, for whoever keeps them: who may sign in, opened for a person, closed, given a password, freed of factors.

A password is answered to the request that made it, and nowhere else; so these requests take no key by which an answer
would be kept. An account that is somebody else's matter is answered as one that is not there.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ninja import Field, Query, Router, Schema
from ninja.responses import Status

from fasti.access import actor, rights
from fasti.access.models import Account
from fasti.api import asked as asking
from fasti.api import paging, problems, units
from fasti.api.asked import Asked
from fasti.api.given import Body
from fasti.operations import close_account, forget_factors, open_account, set_email, set_password
from fasti.operations.open_account import Opened
from fasti.reports import accounts

router = Router()


class AccountOut(Schema):
    """An account."""

    account: str = Field(description="What is typed to sign in.", examples=["emil"])
    person: str | None = Field(description="Code of the holder; null: a technical account.")
    name: str | None = Field(description="Name of the holder; null where you may not see the person.")
    unit: str | None = Field(description="Code of the unit of which the holder is a member.")
    email: str = Field(description="The address to which its messages go; empty: none are made for it.")
    is_registrar: bool
    has_second_factor: bool
    is_waiting: bool = Field(
        description="Whether a password was given that its holder has not replaced by an own one yet."
    )
    last_sign_in: datetime | None
    opened_at: datetime
    closed_at: datetime | None


class Accounts(paging.Page):
    """A page of accounts."""

    items: list[AccountOut]


class AccountGiven(AccountOut):
    """An account with the password it was given, which is kept nowhere."""

    password: str = Field(description="The first password. It is answered this once.")


class AccountForgotten(AccountOut):
    """An account whose second factors were taken away."""

    num_forgotten: int = Field(description="How many there were.")


class AccountsAsked(Schema):
    """Which accounts."""

    q: str | None = Field(
        None,
        min_length=1,
        max_length=250,
        description="Name of the account, words of the holder's, or the code.",
    )
    unit: str | None = Field(
        None, max_length=64, description="Of members and holders of posts there and beneath."
    )
    state: Literal["open", "never", "alone", "closed"] | None = Field(
        None, description="Open; never used yet; without a second factor; closed."
    )


class AccountIn(Body):
    """Whose account, and its name."""

    account: str = Field(max_length=64, description="2 to 64 small letters, digits and `.`, `_`, `-`.")
    person: str = Field("", max_length=64, description="Code of the holder; empty: a technical account.")


class EmailIn(Body):
    """Where messages for an account go."""

    email: str = Field(max_length=254, description="name@example.org; empty: no messages are made for it.")


@router.get("/accounts", response={200: Accounts, **problems.READING}, summary="Accounts one keeps")
def listed(request: Asked, asked: Query[AccountsAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """The accounts of people whose record rests within reach, in the order of their names."""
    _require(request)
    unit = units.find(asked.unit).id if asked.unit is not None else None
    question = accounts.Asked(words=asked.q or "", unit=unit, state=asked.state or "")
    found, after = paging.page(request, accounts.found(request.sight, question), page, by=("name",))
    return {"items": [_out(each) for each in _told(request, found)], "next": after}


@router.get("/accounts/{account}", response={200: AccountOut, **problems.READING}, summary="An account")
def one(request: Asked, account: str) -> dict[str, Any]:
    """Whose it is and how it is secured."""
    return _out(_told(request, [_own(request, account)])[0])


@router.post(
    "/accounts",
    response={201: AccountGiven, **problems.CHANGING},
    summary="Open an account, or open it again",
)
def open_(request: Asked, asked: AccountIn) -> Status[Any]:
    """Open an account for a person. The first password is answered once and changed at the first sign-in."""
    _require(request)
    opened = open_account.open_account(asked.account, person=asked.person, **_how(request))
    return Status(201, _given(request, opened))


@router.post(
    "/accounts/{account}/close", response={200: AccountOut, **problems.CHANGING}, summary="Close an account"
)
def close(request: Asked, account: str) -> dict[str, Any]:
    """Nobody signs in by it any more, and its tokens stop working."""
    _own(request, account)
    close_account.close_account(account, **_how(request))
    return one(request, account)


@router.post(
    "/accounts/{account}/password",
    response={200: AccountGiven, **problems.CHANGING},
    summary="A new first password",
)
def password(request: Asked, account: str) -> dict[str, Any]:
    """For whoever has lost theirs. The account is signed out; the password is answered once."""
    _own(request, account)
    return _given(request, set_password.set_password(account, **_how(request)))


@router.post(
    "/accounts/{account}/forget",
    response={200: AccountForgotten, **problems.CHANGING},
    summary="Take away the second factors",
)
def forget(request: Asked, account: str) -> dict[str, Any]:
    """For whoever has lost the device and the recovery codes: the next sign-in asks for the password alone."""
    _own(request, account)
    num = forget_factors.forget_factors(account, **_how(request))
    return {**one(request, account), "num_forgotten": num}


@router.post(
    "/accounts/{account}/email",
    response={200: AccountOut, **problems.CHANGING},
    summary="Set the address for messages",
)
def email(request: Asked, account: str, asked: EmailIn) -> dict[str, Any]:
    """Set it, change it, or remove it by an empty one. Kept in the access log."""
    _own(request, account)
    set_email.set_email(account, asked.email, **_how(request))
    return one(request, account)


def _require(request: Asked) -> None:
    if not request.sight.has(rights.ACCOUNTS):
        raise problems.NotGranted(rights.ACCOUNTS)


def _own(request: Asked, name: str) -> Account:
    _require(request)
    found = accounts.one(request.sight, name)
    if found is None:
        raise problems.NotGranted(rights.ACCOUNTS)
    return found


def _how(request: Asked) -> dict[str, Any]:
    return {
        "pack": request.pack, "at": asking.now(), "actor": actor.signed_in(request.sight), "lang": request.lang,
    }  # fmt: skip


def _told(request: Asked, found: list[Account]) -> list[accounts.Listed]:
    return accounts.told(found, request.sight, request.pack, lang=request.lang)


def _out(each: accounts.Listed) -> dict[str, Any]:
    return {
        "account": each.name,
        "person": each.person or None,
        "name": each.person_name or None,
        "unit": each.unit_code or None,
        "email": each.email,
        "is_registrar": each.is_registrar,
        "has_second_factor": each.has_factor,
        "is_waiting": each.is_waiting,
        "last_sign_in": each.last_login,
        "opened_at": each.opened_at,
        "closed_at": each.closed_at,
    }


def _given(request: Asked, opened: Opened) -> dict[str, Any]:
    return {**_out(_told(request, [opened.account])[0]), "password": opened.password}
