"""Proposals in returns: those that wait for an answer, what became of the others, and the act that answers one."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Path, Query, Router, Schema

from fasti.access import actor as actors
from fasti.access import returns as access
from fasti.api import answered, drafts, figures, paging, periods, problems
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.returns import Form, Head, Of, Period
from fasti.operations import answer_proposal
from fasti.reports import answerable, returned
from fasti.returns import proposals as reading
from fasti.subjects.models import Unit

router = Router()


class Asks(Schema):
    """Of whom, and whether the answered ones too."""

    unit: str = Field(max_length=64, description="Code of the unit.", examples=["NORTH"])
    made: bool = Field(False, description="Those that the unit made, instead of those that wait for it.")
    answered: bool = Field(False, description="Also those that are answered.")


class ProposalOut(Schema):
    """A proposal as it stands; `version` and `position` name it in an ANSWER_PROPOSAL effect."""

    unit: str
    form: str
    period: str
    version: int
    position: int
    text: str
    state: str = Field(description="open, accepted, declined or forwarded.")
    recipient: str = Field(description="Who owes the answer, or owed it.")
    proposed_on: date
    since: date
    due_on: date | None
    article: str
    answered_by: str = Field(
        description="Code of the act of the last answer; empty for none, or where it is closed to you."
    )
    explanation: str


class Proposals(paging.Page):
    """A page of proposals, the oldest first."""

    items: list[ProposalOut]


class AnswerIn(Head):
    """What is answered."""

    answer: Literal["accepted", "declined", "forwarded"]
    to: str = Field("", max_length=64, description="Of one that is forwarded: code of the unit above.")
    explanation: str = Field("", max_length=20_000, description="Needed where it is declined.")


Place = Annotated[
    str,
    Path(
        description="Version and position of the proposal.",
        examples=["1.2"],
        pattern=r"^[0-9]{1,4}\.[0-9]{1,4}$",
    ),
]


@router.get("/proposals", response={200: Proposals, **problems.READING}, summary="Proposals in returns")
def proposals(request: Asked, asked: Query[Asks], page: Query[paging.Paging]) -> dict[str, Any]:
    """Those in returns whose act you may see. What waits for a unit that has ended waits for whoever answers for it."""
    figures.require(request, asked.unit)
    ids = list(Unit.objects.filter(code=asked.unit).values_list("id", flat=True))
    waits = None if asked.made else access.answered_for(ids, request.day)
    place: Any = paging.opened(request, page, 3)
    found = reading.proposals(
        request.pack, waiting_for=waits, proposed_by=ids if asked.made else None,
        with_answered=asked.answered, sight=request.sight, after=place,
        limit=page.limit + 1,
    )  # fmt: skip
    shown = found[: page.limit]
    return {
        "items": [{name: getattr(each, name) for name in ProposalOut.model_fields} for each in shown],
        "next": paging.sealed(request, shown[-1].mark) if len(found) > page.limit else None,
    }


@router.post(
    "/returns/{form}/{period}/{unit}/proposals/{place}/answer",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Answer a proposal",
)
def answer(
    request: Asked,
    form: Form,
    period: Period,
    unit: Of,
    place: Place,
    body: AnswerIn,
    idempotency_key: drafts.Key,
) -> Any:
    """Issue the act of whoever owes the answer, or of one above."""

    def work() -> tuple[int, dict[str, str]]:
        asked_for = periods.period(period)
        version, _, position = place.partition(".")
        named = (int(version), int(position))
        try:
            answerable.proposal(
                request.pack, unit, form, asked_for.code, named, sight=request.sight, day=request.day
            )
        except returned.NotGranted as error:
            raise problems.NotGranted(error.right) from error
        act = answer_proposal.answer(
            unit, form, asked_for, named, body.answer, body.plain(request), forward_to=body.to,
            explanation=body.explanation.strip(), pack=request.pack, recorded_at=asking.now(),
            actor=actors.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
        return 201, drafts.issued(act)

    return answered.once(request, idempotency_key, work)
