"""Requests that may be sent twice: under a key of the program's own, the second gets the answer of the first.

Looking up the key, doing the work and keeping the answer are one transaction under the lock that all issuing takes, so
two requests at the same moment do the work once. A refusal is not kept: it changed nothing, and may be mended.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from ninja.responses import Status

from fasti.access.models import Answered
from fasti.acts.models import Body
from fasti.api import asked, problems
from fasti.api.asked import Asked

KEY_DESCRIPTION = (
    "A key of your own for this request, such as a UUID. Sent again with the same content, the request is answered as"
    " the first time and does nothing; with other content it is refused."
)


def once(request: Asked, key: str, work: Callable[[], tuple[int, Mapping[str, Any]]]) -> Status[Any]:
    """Do the work, or answer as before; refused with 422 where the key was used for another request, or by other posts:
    an answer once given is not given again to a token of another tenure, nor when a right has ended.
    """
    grounds = sorted(
        {grant.tenure_effect for grant in request.sight.grants if grant.tenure_effect is not None}
    )
    asking = hashlib.sha256(
        b"\n".join(
            [
                str(request.method).encode(),
                request.get_full_path().encode(),
                repr(grounds).encode(),
                request.body,
            ]
        )
    ).hexdigest()
    with transaction.atomic():
        Body.objects.select_for_update().get()
        before = Answered.objects.filter(account=request.account, key=key).first()
        if before is not None:
            if before.request_hash != asking:
                raise problems.Refused("key-reused", 422)
            return Status(before.status, before.answer)
        status, answer = work()
        Answered.objects.create(
            account=request.account,
            key=key,
            request_hash=asking,
            status=status,
            answer=dict(answer),
            at=asked.now(),
        )
    return Status(status, answer)
