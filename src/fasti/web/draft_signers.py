"""Who may sign a draft, as its form offers them: not who holds the post by a confidential act that is not seen."""

from __future__ import annotations

from datetime import date

from fasti.access import acts
from fasti.register import signers
from fasti.register.signers import Signer
from fasti.web.asked import Asked


def told(request: Asked, *, issuer: int, act_type: str, day: date) -> list[Signer]:
    """Those who may sign an act of a type for an issuer on a day."""
    found = signers.signers(pack=request.pack, issuer=issuer, act_type=act_type, as_of=day)
    untold = acts.untold_among(request.sight, (each.effect for each in found))
    return [each for each in found if each.effect not in untold or _is_own(request, each)]


def _is_own(request: Asked, signer: Signer) -> bool:
    person = request.account.person
    return person is not None and person.code == signer.person
