"""Answering a proposal of a return: accepted, declined with a reason, or forwarded upward; by an act seen before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti.access import actor
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.effects import proposing
from fasti.operations import answer_proposal, issue_act
from fasti.reports import answerable, discreet, naming, returned
from fasti.returns import proposals
from fasti.web import addresses, asked, pages, question, refusals, return_act, return_page, return_rows

PLACE = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")
_FIELDS = {"explanation": "explanation", "answer": "answer", "other_unit": "to"}
"""The field of the form for each part of the effect."""
_BESIDE = {"proposal-answer-unknown": "answer", "proposal-forwarded-nowhere": "to"}
"""The field that a finding stands beside which names none."""


@dataclass(frozen=True)
class Typed:
    """What was typed into the form; before anything was, nothing is chosen."""

    said: str
    to: str
    explanation: str

    @property
    def forward_to(self) -> str:
        """The unit it is forwarded to; nothing where it is answered here."""
        return self.to if self.said == proposing.FORWARDED else ""


def _typed(request: asked.Asked) -> Typed:
    given = request.POST
    explanation = given.get("explanation", "").replace("\r\n", "\n").strip()
    return Typed(given.get("answer", "")[:16], given.get("to", "")[: return_page.LONGEST], explanation)


@require_http_methods(["GET", "POST"])
def answer(request: asked.Asked, form: str, period: str, unit: str, place: str) -> HttpResponse:
    """The form with the act as it would be issued; then it is."""
    found = _proposal(request, form, period, unit, place)
    if request.method == "POST" and "preview" not in request.POST:
        return _answered(request, found)
    return _form(request, found)


def _proposal(request: asked.Asked, form: str, period: str, unit: str, place: str) -> proposals.Proposal:
    """The proposal of an address; refused alike where there is none, it is not seen, or others answer it."""
    named = PLACE.fullmatch(place)
    if named is None:
        raise refusals.NotThere
    try:
        return answerable.proposal(
            request.pack, unit[: return_page.LONGEST], form[: return_page.LONGEST], question.period(period).code,
            (int(named[1]), int(named[2])), sight=request.sight, day=request.day,
        )  # fmt: skip
    except periods.MalformedPeriod as error:
        raise refusals.NotThere from error
    except returned.NotGranted as error:
        raise refusals.NotGranted(error.right) from error


def _asked(found: proposals.Proposal) -> tuple[str, str, periods.Period, tuple[int, int]]:
    """What names the proposal in the operation."""
    return found.unit, found.form, periods.Period.parse(found.period), (found.version, found.position)


def _form(
    request: asked.Asked, found: proposals.Proposal, against: Iterable[Finding] = (), *, status: int = 200
) -> HttpResponse:
    typed, names = _typed(request), naming.Names(request.pack, request.lang, request.day)

    def make(head: dict[str, str]) -> dict[str, Any]:
        # What stands in the way of the answer itself is said when it is given; before, the act alone is shown.
        said = typed if against else Typed(proposing.ACCEPTED, "", "")
        return answer_proposal.content(
            *_asked(found), said.said, head, forward_to=said.forward_to, explanation=said.explanation,
            pack=request.pack,
        )  # fmt: skip

    drafted = return_act.drafted(request, make, names=names)
    refused = list(against or drafted.findings)
    upward = answerable.upward(request.pack, found.recipient, request.day)
    context = {
        "proposal": found,
        "typed": typed,
        "drafted": drafted,
        "answers": [
            (each, f"proposals-to-{each}") for each in proposing.ANSWERS if upward or each != "forwarded"
        ],
        "upward": [(code, names.of_unit(code)) for code in upward],
        "errors": {
            field: return_rows.told([each], request)[0].text for each in refused if (field := _field(each))
        },
        "told": return_rows.told([each for each in refused if not _field(each)], request),
        "title": return_rows.name(request, found.form, periods.Period.parse(found.period)),
        "unit_name": names.of_unit(found.unit),
        "recipient_name": names.of_unit(found.recipient),
        "back": _back(request, found),
        "action": addresses.of_answer(found.form, unit=found.unit, period=found.period, place=found.place),
    }
    return pages.show(request, "returns/answer_proposal.html", context, status=status)


def _field(finding: Finding) -> str:
    """The field that a finding stands beside; none for those that stand above the form."""
    named = _FIELDS.get(str(finding.args.get("field", "")), "") if finding.code == "missing-field" else ""
    return named or _BESIDE.get(finding.code, "")


def _answered(request: asked.Asked, found: proposals.Proposal) -> HttpResponse:
    typed = _typed(request)
    try:
        answer_proposal.answer(
            *_asked(found), typed.said, return_act.head(request), forward_to=typed.forward_to,
            explanation=typed.explanation, pack=request.pack, recorded_at=asked.now(),
            actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except issue_act.CannotIssue as refused:
        return _form(request, found, refused.findings, status=422)
    return redirect(_back(request, found))


def _back(request: asked.Asked, found: proposals.Proposal) -> str:
    """The list on which it waited, where its figures are seen; else one's own."""
    is_seen = discreet.is_granted(request.sight, found.recipient, pack=request.pack, day=request.day)
    return "/returns/proposals/" + addresses.query({"unit": found.recipient if is_seen else ""})
