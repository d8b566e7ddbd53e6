"""Returns: who owes one, the sheet that is filled, handing in, answering with reasons, opening again.

A sheet has a tag. A change names, in `If-Match`, the sheet that it was made from; where that is not the last any more,
nothing is changed and the answer shows the return as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from ninja import Field, Path, Query, Router, Schema
from pydantic import StrictInt, StrictStr

from fasti import charter
from fasti.access import actor as actors
from fasti.access import rights
from fasti.acts import findings
from fasti.acts.models import Act
from fasti.api import answered, drafts, etags, paging, periods, problems
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Body, Day
from fasti.dates import periods as spans
from fasti.operations import (
    accept_return,
    fill_return,
    naming,
    reopen_return,
    send_back_return,
    submit_return,
)
from fasti.reports import answerable, returned, shared_returns
from fasti.reports.waiting.place import root
from fasti.returns import expected, sheet, versions
from fasti.subjects.models import Unit

router = Router()
Made = TypeVar("Made")
Form = Annotated[str, Path(max_length=32, description="Id of the form.", examples=["half-year"])]
Period = Annotated[
    str,
    Path(max_length=8, description="Period of the return.", examples=["2024-H1"], pattern=r"^[0-9A-Z-]+$"),
]
Of = Annotated[str, Path(max_length=64, description="Code of the unit.", examples=["NORTH"])]
PLACES = "By figure or section of the form."


class Owed(Schema):
    """What one unit owed, and what became of it."""

    unit: str
    state: str = Field(description="submitted, sent_back, accepted, reopened, reported or missing.")
    version: int
    due_on: date
    closes_on: date | None = Field(description="The last day for handing in without being opened again.")
    first_on: date | None = Field(description="When it was first handed in.")
    since: date | None = Field(description="Since when it has been in this state.")
    days_late: int | None
    is_late: bool
    is_corrected: bool
    article: str = Field(description="Where the duty is laid down.")


class Returns(paging.Page):
    """A page of returns, and the counts of all of them that are seen."""

    items: list[Owed]
    form: str
    period: str
    unit: str
    due: int
    in_time: int
    late: int
    accepted: int


class ReturnsAsked(paging.Paging):
    """Of whom, for when, in what state."""

    unit: str | None = Field(
        None, max_length=64, description="Code of a unit or peer group; left out, your own.", examples=["GLK"]
    )
    form: str | None = Field(None, max_length=32, description="Left out, the first of the rule book.")
    period: str | None = Field(
        None,
        description="Left out, the last that is over.",
        examples=["2024-H1"],
        pattern=r"^[0-9A-Z-]{4,8}$",
    )
    state: str | None = Field(None, max_length=16, description="Only those in this state.")
    known: Day | None = Field(None, description="As known at the end of this day; left out, now.")


class Version(Schema):
    """One handing in, with the answer to it."""

    version: int
    act: str
    on: date
    known_on: date
    computed: dict[str, str]
    declared: dict[str, str]
    remarks: dict[str, str]
    narrative: dict[str, str]
    proposals: list[str]
    answer: str = Field(description="accepted or sent_back; empty while it waits.")
    answered_on: date | None
    answered_by: str
    reasons: dict[str, str]


class ReturnOut(Schema):
    """A return as you may see it."""

    unit: str
    form: str
    period: str
    state: str = Field(description="submitted, sent_back, accepted, reopened or missing.")
    version: int = Field(description="The last version handed in; 0: none.")
    due_on: date
    closes_on: date | None
    recipient: str = Field(description="Code of the unit that it is handed in to.")
    computed: dict[str, str] = Field(description="The register's figures of now, as exact text.")
    declared: dict[str, str]
    remarks: dict[str, str]
    narrative: dict[str, str]
    proposals: list[str]
    reasons: dict[str, str] = Field(description="Why the last version was sent back.")
    steps: list[str] = Field(description="What you may do now: fill, submit, answer, reopen.")
    findings: list[problems.Found] = Field(description="What stands in the way of handing it in.")
    versions: list[Version]


class SheetIn(Body):
    """What the unit declares and writes. What is left out is empty."""

    declared: dict[str, StrictStr | StrictInt] = Field(
        {}, description="A whole number, a share such as 12/14, or none."
    )
    remarks: dict[str, str] = Field({}, description=PLACES)
    narrative: dict[str, str] = Field({}, description="By section of the form.")
    proposals: list[str] = Field([], description="What is proposed upward.")


class Head(Body):
    """What is said of the act; what is left out follows from the rules."""

    signed_on: Day | None = Field(None, description="Left out, today.")
    issuer: str | None = None
    signer: str | None = Field(None, description="Code of the person who signs.")
    title: str | None = None

    def plain(self, request: Asked) -> dict[str, str]:
        """The head as operations take it."""
        given = {"issuer": self.issuer, "signer": self.signer, "title": self.title}
        day = (self.signed_on or request.day).isoformat()
        return {"signed_on": day, **{key: value for key, value in given.items() if value}}


class Acceptance(Head):
    """Which version is accepted."""

    version: int = Field(ge=1, le=10_000, description="The version that you looked at.")


class Acceptances(Head):
    """Which returns are accepted by one act."""

    form: str = Field(max_length=32, examples=["half-year"])
    period: str = Field(max_length=8, examples=["2024-H1"], pattern=r"^[0-9A-Z-]+$")
    returns: dict[str, Annotated[int, Field(ge=1, le=10_000)]] = Field(
        min_length=1,
        max_length=paging.MOST,
        description="By code of the unit the version that you looked at.",
        examples=[{"NORTH": 1, "SOUTH": 2}],
    )


class SendingBack(Acceptance):
    """Which version is sent back, and why."""

    reasons: dict[str, str] = Field(description=f"{PLACES} `all` for the return as a whole.")


class Reopening(Head):
    """Why it is opened again."""

    explanation: str


# -- reading -----------------------------------------------------------------------------------------------------------


@router.get("/returns", response={200: Returns, **problems.READING}, summary="Returns owed")
@etags.of_record
def listed(request: Asked, asked: Query[ReturnsAsked]) -> dict[str, Any]:
    """The returns owed by the units directly beneath a unit, or by those of a peer group, as far as you see them.

    Of a peer group you are told of all who owe one if its figures are shared with you, though not what they handed in.
    """
    form = asked.form or next(iter(request.pack.return_forms(as_of=request.day)), "")
    unit = asked.unit or _home(request)
    try:
        kinds = request.pack.form(form, as_of=request.day).period_kinds
        period = (
            periods.period(asked.period) if asked.period else spans.of_day(kinds[0], request.day).previous()
        )
        found = shared_returns.overview_seen(
            request.pack, form, request.sight, unit=unit, period=period, known=asked.known
        )
    except returned.NotGranted as error:
        raise problems.NotGranted(error.right) from error
    rows = found.of(asked.state) if asked.state else found.rows
    page, after = paging.part(request, rows, asked)
    return {
        "items": [_owed(row) for row in page], "next": after, "form": form, "period": period.code, "unit": unit,
        "due": found.due, "in_time": found.in_time, "late": found.late, "accepted": len(found.of("accepted")),
    }  # fmt: skip


def _home(request: Asked) -> str:
    unit = request.sight.home if request.sight.home is not None else root(request.day)
    return Unit.objects.filter(id=unit or 0).values_list("code", flat=True).first() or ""


def _owed(row: expected.Expected) -> dict[str, Any]:
    return {
        "unit": row.unit, "state": row.state, "version": row.version, "due_on": row.duty.due,
        "closes_on": row.closes_on, "first_on": row.first_on, "since": row.since, "days_late": row.days_late,
        "is_late": row.is_late, "is_corrected": row.is_corrected, "article": row.duty.reference,
    }  # fmt: skip


def find(request: Asked, form: str, period: str, unit: str) -> returned.Returned:
    """The return, if it is seen; refused alike whether there is no such unit or it is not granted."""
    try:
        return returned.returned(
            request.pack, form, unit=unit, period=periods.period(period), sight=request.sight, day=request.day
        )
    except returned.NotGranted as error:
        raise problems.NotGranted(error.right) from error
    except sheet.NoSheet as error:
        raise _refused(request, error.findings) from error


def _refused(request: Asked, found: Any) -> problems.Refused:
    """The findings as a problem; `not-granted` as it is refused everywhere."""
    names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
    return problems.Refused("findings", 422, findings=[findings.named(each, names) for each in found])


def tag(found: returned.Returned) -> str:
    """The tag of a return as it stands: of the sheet in work, and of the state and version handed in."""
    return f"{found.sheet.draft_version}.{found.sheet.version}{found.sheet.state}"


@router.get(
    "/returns/{form}/{period}/{unit}", response={200: ReturnOut, **problems.READING}, summary="One return"
)
def one(request: Asked, form: Form, period: Period, unit: Of) -> Any:
    """Its state, figures and texts, what it lacks, and every version with the answer to it."""
    return _tagged(request, find(request, form, period, unit))


def _tagged(request: Asked, found: returned.Returned) -> dict[str, Any]:
    request.etag = tag(found)
    return _out(request, found)


def _out(request: Asked, found: returned.Returned) -> dict[str, Any]:
    kept = found.sheet
    names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
    told = [findings.named(each, names) for each in kept.findings]
    return {
        "unit": kept.code, "form": kept.form.id, "period": kept.period.code, "state": found.state,
        "version": kept.version, "due_on": kept.duty.due, "closes_on": kept.closes_on,
        "recipient": Unit.objects.values_list("code", flat=True).get(id=kept.recipient),
        "computed": dict(kept.computed), **_content(kept.content), "reasons": dict(kept.reasons),
        "steps": list(found.steps),
        "findings": [problems.found(each, request.lang, request.pack) for each in told],
        "versions": [_version(each) for each in found.versions],
    }  # fmt: skip


def _content(content: Any) -> dict[str, Any]:
    parts = {part: dict(content.get(part) or {}) for part in ("declared", "remarks", "narrative")}
    return {**parts, "proposals": list(content.get("proposals") or ())}


def _version(each: versions.Version) -> dict[str, Any]:
    return {
        "version": each.number, "act": each.act, "on": each.on, "known_on": each.known_on,
        "computed": dict(each.computed), **_content(returned.handed_in(each)), "answer": each.answer,
        "answered_on": each.answered_on, "answered_by": each.answered_by, "reasons": dict(each.reasons),
    }  # fmt: skip


# -- filling and handing in --------------------------------------------------------------------------------------------


def _matched(request: Asked, found: returned.Returned, header: str) -> None:
    current = ReturnOut(**_out(request, found)).model_dump(mode="json")
    etags.require_match(header, tag(found), current=current)


def _tried(request: Asked, found: returned.Returned, work: Callable[[], Made]) -> Made:
    """Do something with a return; what stands in its way is refused as it is everywhere."""
    try:
        return work()
    except (fill_return.CannotFill, sheet.NoSheet) as error:
        if any(each.code in ("not-granted", "not-cleared") for each in error.findings):
            raise problems.NotGranted(rights.DRAFT) from error
        raise _refused(request, error.findings) from error
    except fill_return.Stale as error:
        current = ReturnOut(**_out(request, found)).model_dump(mode="json")
        raise problems.Refused("stale", 412, current=current) from error


@router.put(
    "/returns/{form}/{period}/{unit}/sheet",
    response={200: ReturnOut, **drafts.CHANGED},
    summary="Fill in a return",
)
def fill(request: Asked, form: Form, period: Period, unit: Of, content: SheetIn, if_match: drafts.Tag) -> Any:
    """Keep what the unit declares and writes, finished or not. Nothing is handed in by it."""
    found = find(request, form, period, unit)
    _matched(request, found, if_match)
    _tried(
        request, found, lambda: fill_return.fill(
            unit, form, found.sheet.period, content.model_dump(), version=found.sheet.draft_version,
            pack=request.pack, filled_at=asking.now(), actor=actors.signed_in(request.sight),
        ),
    )  # fmt: skip
    return _tagged(request, find(request, form, period, unit))


@router.post(
    "/returns/{form}/{period}/{unit}/submission",
    response={201: drafts.Issued, **drafts.CHANGED},
    summary="Hand a return in",
)
def submit(
    request: Asked,
    form: Form,
    period: Period,
    unit: Of,
    head: Head,
    if_match: drafts.Tag,
    idempotency_key: drafts.Key,
) -> Any:
    """Issue the unit's act with the register's figures of now and what the sheet holds."""

    def work() -> tuple[int, dict[str, str]]:
        found = find(request, form, period, unit)
        _matched(request, found, if_match)
        act = _tried(
            request, found, lambda: submit_return.submit(
                unit, form, found.sheet.period, head.plain(request), version=found.sheet.draft_version,
                **_manner(request),
            ),
        )  # fmt: skip
        return 201, drafts.issued(act)

    return answered.once(request, idempotency_key, work)


def _manner(request: Asked) -> dict[str, Any]:
    pack: charter.Pack = request.pack
    return {
        "pack": pack, "recorded_at": asking.now(), "actor": actors.signed_in(request.sight), "lang": request.lang,
    }  # fmt: skip


# -- answering ---------------------------------------------------------------------------------------------------------


@router.post(
    "/returns/{form}/{period}/{unit}/acceptance",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Accept a return",
)
def accept(
    request: Asked, form: Form, period: Period, unit: Of, body: Acceptance, idempotency_key: drafts.Key
) -> Any:
    """Issue the recipient's act that accepts the version; it is locked from then on."""

    def work(found: returned.Returned) -> Act:
        head = body.plain(request)
        return accept_return.accept({unit: body.version}, form, found.sheet.period, head, **_manner(request))

    return _answered(request, form, period, unit, idempotency_key, work)


@router.post(
    "/returns/acceptances",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Accept several returns",
)
def accept_several(request: Asked, body: Acceptances, idempotency_key: drafts.Key) -> Any:
    """Issue one act of the recipient that accepts all of them, or none."""

    def work() -> tuple[int, dict[str, str]]:
        period = periods.period(body.period)
        try:
            answerable.require_returns(
                request.pack, body.form, units=list(body.returns), period=period, sight=request.sight,
                day=request.day,
            )  # fmt: skip
        except returned.NotGranted as error:
            raise problems.NotGranted(error.right) from error
        act = accept_return.accept(
            dict(body.returns), body.form, period, body.plain(request), **_manner(request)
        )
        return 201, drafts.issued(act)

    return answered.once(request, idempotency_key, work)


@router.post(
    "/returns/{form}/{period}/{unit}/sending-back",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Send a return back",
)
def send_back(
    request: Asked, form: Form, period: Period, unit: Of, body: SendingBack, idempotency_key: drafts.Key
) -> Any:
    """Issue the recipient's act that sends the version back with a reason for each figure to be put right."""

    def work(found: returned.Returned) -> Act:
        return send_back_return.send_back(
            unit, form, found.sheet.period, body.reasons, body.plain(request), version=body.version,
            **_manner(request),
        )  # fmt: skip

    return _answered(request, form, period, unit, idempotency_key, work)


@router.post(
    "/returns/{form}/{period}/{unit}/reopening",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Open a return again",
)
def reopen(
    request: Asked, form: Form, period: Period, unit: Of, body: Reopening, idempotency_key: drafts.Key
) -> Any:
    """Issue the act that opens a locked return again."""

    def work(found: returned.Returned) -> Act:
        head = body.plain(request)
        return reopen_return.reopen(
            unit, form, found.sheet.period, body.explanation, head, **_manner(request)
        )

    return _answered(request, form, period, unit, idempotency_key, work)


def _answered(
    request: Asked, form: str, period: str, unit: str, key: str, work: Callable[[returned.Returned], Act]
) -> Any:
    return answered.once(request, key, lambda: (201, drafts.issued(work(find(request, form, period, unit)))))
