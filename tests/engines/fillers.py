"""A program run by `test_fillers`: one who fills or hands in a return waits for another, who is done in between."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, connections, transaction


def waiting() -> bool:
    """Whether somebody waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def meanwhile(work: Callable[[], object], held: Callable[[], object], done: Callable[[], object]) -> str:
    """Begin `work` while `held` holds what it needs, and do `done` before it is let on. What became of it."""
    outcome: list[str] = []

    def run() -> None:
        try:
            work()
            outcome.append("done")
        except Exception as error:
            outcome.append(type(error).__name__)
        finally:
            connections.close_all()

    other = threading.Thread(target=run)
    with transaction.atomic():
        held()
        other.start()
        while not waiting() and other.is_alive():
            time.sleep(0.02)
        done()
    other.join()
    return outcome[0]


def main() -> None:
    """Both cases, one after the other."""
    django.setup()
    from fasti.acts.models import Body
    from fasti.dates import periods
    from fasti.operations import fill_return, submit_return
    from fasti.register.models import ReturnState
    from fasti.returns.models import ReturnDraft
    from fasti.subjects.models import Unit
    from tests import cast
    from tests.returns import handed

    call_command("migrate", verbosity=0)
    cast.found_guild()
    half, now = periods.Period.parse(handed.PERIOD), cast.at("2024-07-10")
    asked: tuple[Any, ...] = ("SOUTH", handed.FORM, half)
    whole = {"declared": handed.DECLARED, "narrative": handed.TOLD}

    def fill() -> None:
        fill_return.fill(*asked, whole, version=0, pack=cast.pack(), filled_at=now, actor="test")

    def begin(text: str) -> None:
        south = Unit.objects.get(code="SOUTH")
        ReturnDraft.objects.create(
            unit=south,
            form=handed.FORM,
            period=half.code,
            content={"narrative": {"results": text}},
            filled_at=now,
        )

    def hand_in() -> None:
        head = {"signed_on": "2024-07-10"}
        submit_return.submit(*asked, head, pack=cast.pack(), recorded_at=now, actor="test")

    def kept() -> str:
        return str(ReturnDraft.objects.get().content["narrative"]["results"])

    filled = [meanwhile(fill, lambda: begin("first"), lambda: None), kept()]
    ReturnDraft.objects.all().delete()
    cast.issue(handed.submit("2024-07-09"), handed.answer("SEND_BACK_RETURN", "2024-07-10"))
    hold = Body.objects.select_for_update()
    handed_in = [meanwhile(hand_in, hold.get, lambda: begin("begun meanwhile")), kept()]
    last = ReturnState.objects.latest("id").state
    found = {"filled": filled, "handed_in": [*handed_in, None if last == "sent_back" else last]}
    ReturnDraft.objects.all().delete()
    hand_in()
    print(json.dumps({**found, "then": ReturnState.objects.latest("id").state}))


if __name__ == "__main__":
    main()
