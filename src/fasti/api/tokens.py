"""Tokens of one's own: made, listed and revoked by somebody signed in, never by a token."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Field, Path, Router, Schema
from ninja.responses import Status

from fasti.access import tokens
from fasti.access.models import Token
from fasti.api import asked as asking
from fasti.api import problems
from fasti.api.asked import Asked
from fasti.api.given import Body
from fasti.operations import make_token, revoke_token
from fasti.register.models import Tenure

router = Router()


class TokenOut(Schema):
    """A token without its key, which is kept nowhere."""

    token: int = Field(description="Its number.")
    name: str
    purpose: str = Field(examples=["api"])
    post: str | None = Field(
        description="Code of the post to whose tenure it is bound; null: the tenure is void."
    )
    made_at: datetime
    used_on: date | None = Field(description="The last day on which it was used.")
    revoked_at: datetime | None
    works: bool = Field(description="Whether it works today: not revoked, and the tenure goes on.")


class Tokens(Schema):
    """All tokens of the account."""

    items: list[TokenOut]


class TokenMade(TokenOut):
    """A new token with its key."""

    key: str = Field(description="The key. It is shown this once.", examples=["fasti_…"])


class TokenIn(Body):
    """What the token is for."""

    name: str = Field(
        min_length=1,
        max_length=120,
        pattern=r"\S",
        description="What you will know it by.",
        examples=["Payroll"],
    )
    post: str = Field(
        max_length=96, description="Code of a post that you hold today.", examples=["NORTH-B.chair"]
    )
    purpose: Literal["api", "calendar"] = "api"


@router.get("/tokens", response={200: Tokens, **problems.READING}, summary="One's own tokens")
def listed(request: Asked) -> dict[str, Any]:
    """All tokens of the account, the newest first, revoked ones among them."""
    found = list(tokens.of_account(request.account))
    return {"items": _shown(found, request)}


def _shown(found: list[Token], request: Asked) -> list[dict[str, Any]]:
    ids = [each.id for each in found]
    works = set(tokens.working(day=request.day).filter(id__in=ids).values_list("id", flat=True))
    effects = {each.tenure_effect_id for each in found}
    held = Tenure.objects.filter(opened_by__in=effects, person=request.account.person_id or 0)
    posts = dict(held.values_list("opened_by", "post__code"))
    return [
        {
            "token": each.id,
            "name": each.name,
            "purpose": each.purpose,
            "post": posts.get(each.tenure_effect_id),
            "made_at": each.made_at,
            "used_on": each.used_on,
            "revoked_at": each.revoked_at,
            "works": each.id in works,
        }
        for each in found
    ]


@router.post("/tokens", response={201: TokenMade, **problems.CHANGING}, summary="Make a token")
def make(request: Asked, asked: TokenIn) -> Status[Any]:
    """Make a token for a post you hold. Its key is answered once. A token cannot make tokens."""
    _require_session(request)
    try:
        made, key = make_token.make(
            request.account,
            post=asked.post,
            name=asked.name,
            purpose=asked.purpose,
            at=asking.now(),
            pack=request.pack,
        )
    except make_token.CannotMake as error:
        raise problems.Refused(error.code, 409) from error
    return Status(201, {**_shown([made], request)[0], "key": key})


@router.delete("/tokens/{int:token}", response={204: None, **problems.CHANGING}, summary="Revoke a token")
def revoke(request: Asked, token: Annotated[int, Path(ge=1)]) -> Status[Any]:
    """From now on it opens nothing."""
    _require_session(request)
    try:
        revoke_token.revoke(request.account, min(token, 2**62), at=asking.now(), pack=request.pack)
    except revoke_token.NotMade as error:
        raise problems.NotThere from error
    return Status(204, None)


def _require_session(request: Asked) -> None:
    if request.token is not None:
        raise problems.Refused("needs-session", 403)
