"""Several processes that put the same messages into one outbox, and then drain it, all at once.

Run as a program, with the body in FASTI_HOME or FASTI_DATABASE: `python -m tests.engines.postmen 4 FOLDER` prints, as
JSON, how many messages there are, which of them each postman carried away, and how many were left behind.
"""

from __future__ import annotations

import json
import pathlib
import sys
import time
from typing import Any

from tests.engines import writers

DAY = "2024-07-21"
NAMES = ("CHIARA", "BRUNO")
EACH = 60
"""More than three claims of a run."""


def begin() -> None:
    """The cast's body, with accounts that can be reached."""
    from fasti.access.models import Account
    from fasti.subjects.models import Person
    from tests import cast

    writers.begin()
    for name in NAMES:
        person, address = Person.objects.get(code=name), f"{name.lower()}@example.org"
        Account.objects.create(
            name=name.lower(), person=person, opened_at=cast.at("2020-01-02"), email=address
        )


def remind(start: float) -> int:
    """The reminders of the day, and many more for the same accounts."""
    from fasti.access.models import Account
    from fasti.operations import outbox
    from fasti.operations import remind as reminding
    from fasti.returns.models import Notice
    from fasti.subjects.models import Unit
    from tests import cast
    from tests.returns import handed

    at, south = cast.at(DAY), Unit.objects.get(code="SOUTH")
    shared: dict[str, Any] = {
        "kind": "after_grace",
        "unit": south,
        "form": handed.FORM,
        "period": handed.PERIOD,
    }
    wanted = [
        Notice(account=account, key=f"test:{n}", made_at=at, not_before=at, **shared)
        for account in Account.objects.order_by("id")
        for n in range(EACH)
    ]
    writers.wait_for(start)
    reminding.remind(pack=cast.pack(), day=at.date(), at=at)
    return outbox.keep(wanted)


def drain(folder: pathlib.Path, start: float) -> list[str]:
    """The messages that one postman carried away."""
    from fasti.exchange import mail
    from fasti.operations import send_notices
    from tests import cast

    writers.wait_for(start)
    send_notices.send(mail.Folder(folder), pack=cast.pack(), now=lambda: cast.at(DAY))
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def left() -> dict[str, int]:
    """How many messages there are, and how many were not sent, or sent after more than one attempt."""
    from fasti.returns.models import Notice

    again = Notice.objects.exclude(num_attempts=1).count()
    return {
        "num": Notice.objects.count(),
        "waiting": Notice.objects.filter(sent_at=None).count(),
        "again": again,
    }


def run(postmen: int, folder: pathlib.Path) -> dict[str, Any]:
    """All of them at once: first putting in, then draining."""
    start = time.time() + 0.3
    for wait in [writers.forked(lambda: remind(start)) for _ in range(postmen)]:
        wait()
    start = time.time() + 0.3
    waits = [writers.forked(lambda n=n: drain(folder / str(n), start)) for n in range(postmen)]
    return {"carried": [wait() for wait in waits], **writers.forked(left)()}


if __name__ == "__main__":
    writers.load()
    writers.forked(begin)()
    print(json.dumps(run(int(sys.argv[1]), pathlib.Path(sys.argv[2]))))
