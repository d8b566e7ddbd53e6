"""Who asks: the account, its person and post, and by which posts and articles it may see and do what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ninja import Field, Router, Schema

from fasti.access.grants import Grant
from fasti.api import problems
from fasti.api.asked import Asked
from fasti.subjects.models import Post, Unit

router = Router()


class Granted(Schema):
    """Rights over units, and why."""

    rights: list[str] = Field(description="Names of rights, as problems of the kind `not-granted` name them.")
    reach: str = Field(description="Over which units: own, below, above, peers or body.", examples=["below"])
    unit: str | None = Field(description="The unit from which the reach is measured.", examples=["NORTH"])
    office: str | None = Field(description="The office held; null: as a member, or with the account itself.")
    post: str | None = Field(description="Code of the post held.")
    since: date | None = Field(description="The day on which the post was taken up.")
    reference: str = Field(description="The article of the rule book that grants it.")
    is_verified: bool = Field(description="Whether somebody has read that article and confirmed it.")


class Me(Schema):
    """The account that asks."""

    account: str = Field(description="The name that is typed to sign in.")
    person: str | None = Field(description="Code of the person; null for a technical account.")
    post: str | None = Field(description="Code of the weightiest post held.")
    home: str | None = Field(description="Code of the unit that this post serves, or of one's own unit.")
    token: str | None = Field(description="Name of the token used; null: a session of the web.")
    grants: list[Granted]


@router.get("/me", response={200: Me, **problems.READING}, summary="Who asks, and with which rights")
def me(request: Asked) -> Me:
    """The account, and every right it has today with the post and the article behind it."""
    sight = request.sight
    units = _codes(Unit, [sight.home, *(each.unit for each in sight.grants)])
    posts = _codes(Post, [sight.post, *(each.post for each in sight.grants)])
    person = request.account.person
    return Me(
        account=request.account.name,
        person=person.code if person else None,
        post=posts.get(sight.post or 0),
        home=units.get(sight.home or 0),
        token=request.token.name if request.token else None,
        grants=[_granted(each, units, posts) for each in sight.grants],
    )


def _codes(model: type[Unit] | type[Post], ids: Iterable[int | None]) -> dict[int, str]:
    return dict(model.objects.filter(id__in={id for id in ids if id}).values_list("id", "code"))


def _granted(grant: Grant, units: dict[int, str], posts: dict[int, str]) -> Granted:
    return Granted(
        rights=sorted(grant.rights),
        reach=grant.reach,
        unit=units.get(grant.unit),
        office=grant.office or None,
        post=posts.get(grant.post or 0),
        since=grant.since,
        reference=grant.reference,
        is_verified=grant.is_verified,
    )
