"""Who may sign a draft, as its form offers them: not who holds the post by a confidential act that is not seen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from fasti.access import acts
from fasti.register import signers
from fasti.register.signers import Signer
from fasti.web import draft_form, draft_names
from fasti.web.asked import Asked


def told(request: Asked, *, issuer: int, act_type: str, day: date) -> list[Signer]:
    """Those who may sign an act of a type for an issuer on a day."""
    found = signers.signers(pack=request.pack, issuer=issuer, act_type=act_type, as_of=day)
    untold = acts.untold_among(request.sight, (each.effect for each in found))
    return [each for each in found if each.effect not in untold or _is_own(request, each)]


def options(
    request: Asked, *, issuer: int, act_type: str, day: date, offices: Collection[str] = ()
) -> list[tuple[str, str]]:
    """The same by code and in words; of those who hold one of `offices`, where any is named."""
    names = draft_names.Names(request)
    return [
        (
            each.person,
            f"{names.told('person', each.person)}, {request.pack.name('office', each.office, request.lang)}",
        )
        for each in told(request, issuer=issuer, act_type=act_type, day=day)
        if not offices or each.office in offices
    ]


def signed_on(request: Asked) -> date:
    """The day of signing that was chosen; without one, or where what was typed is none, the day of the page."""
    try:
        return date.fromisoformat(draft_form.day(request.POST.get("signed_on", "")))
    except ValueError:
        return request.day


def _is_own(request: Asked, signer: Signer) -> bool:
    person = request.account.person
    return person is not None and person.code == signer.person
