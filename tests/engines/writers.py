"""Several processes that issue at once, forked from one that has everything read already.

Run as a program, with the body in FASTI_HOME or FASTI_DATABASE: `python -m tests.engines.writers 8 400` lets eight
writers issue 400 acts in all and prints what each act took, in milliseconds, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

Result = Any


def forked(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start work in a process of its own; call what is returned to wait for its result (JSON's kinds)."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        status = 1
        try:
            with os.fdopen(write, "w") as out:
                json.dump(work(), out)
            status = 0
        except BaseException:  # the process ends here whatever happens, and says why
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    os.close(write)

    def wait() -> Result:
        with os.fdopen(read) as told:
            text = told.read()
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError(f"a process ended with status {status}")
        return json.loads(text)

    return wait


def wait_for(moment: float) -> None:
    """Wait until an instant of the clock; several processes that do begin together."""
    time.sleep(max(0.0, moment - time.time()))


def begin() -> None:
    """The cast's body in an empty database."""
    from fasti import charter
    from fasti.acts.models import Body
    from fasti.operations import init_body
    from tests import cast

    init_body.init(charter.load("template"))
    Body.objects.all().delete()
    cast.found_guild()


ISSUERS = ("NORTH-B", "SOUTH-B", "COUNCIL")


def draft(writer: int, turn: int) -> dict[str, Any]:
    """An act that admits somebody; most go to one series, where the writers meet."""
    from tests import cast

    issuer = ISSUERS[turn % 3] if turn % 4 == 0 else "NORTH-B"
    lodge = "BIRCH" if issuer == "SOUTH-B" else "ALDER"
    person = {
        "kind": "ADMIT",
        "person": f"W{writer}-{turn}",
        "unit": lodge,
        "stage": "full",
        "on": "2024-02-01",
    }
    name = {"family_name": "Novák", "given_name": f"N{turn}", "born_on": "1990-01-01", "sex": "F"}
    return cast.act(issuer, "decision", "One of many", "2024-02-01", {**person, **name})


def issuing(writer: int, num: int, start: float) -> list[float]:
    """Issue `num` acts from an instant on; milliseconds of each."""
    from tests import cast

    pack, at = cast.pack(), cast.at("2024-02-01")
    from fasti.operations import issue_act

    took = []
    wait_for(start)
    for turn in range(num):
        before = time.perf_counter()
        issue_act.issue([draft(writer, turn)], pack=pack, recorded_at=at, actor="test")
        took.append((time.perf_counter() - before) * 1000)
    return took


def run(writers: int, acts: int) -> dict[str, Any]:
    """All writers from the same instant on; `took`: milliseconds of each act, by writer."""
    start = time.time() + 0.3
    waits = [forked(lambda n=n: issuing(n, acts // writers, start)) for n in range(writers)]
    took = [wait() for wait in waits]
    return {"took": took, "seconds": time.time() - start}


def prove() -> dict[str, Any]:
    """Per series the numbers in order, and what the proof of the record found."""
    from fasti.acts.models import Act
    from fasti.operations import verify_record

    numbers: dict[str, list[int]] = {}
    for issuer, series, number in Act.objects.order_by("id").values_list("issuer__code", "series", "number"):
        numbers.setdefault(f"{issuer}:{series}", []).append(number)
    faults = [f"{fault.code} {fault.act} {fault.subject}" for fault in verify_record.verify().faults]
    return {"numbers": numbers, "faults": faults}


def load() -> None:
    """Read everything before the first fork, so that a process is ready at once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    django.setup()
    from fasti.operations import index_acts
    from tests import cast

    index_acts.ready(cast.pack())


if __name__ == "__main__":
    load()
    forked(begin)()
    found = run(int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps({**found, **forked(prove)()}))
