"""The column store: bringing it up to date against making it anew, and against the core job, in the same run.

    python -m bench.columns [--effects 1M] [--engine sqlite|postgres] [--new 10000] [--work DIR] [--json]

A national body (`fasti sample national`) is written into a database of its own. Timed: the store made from nothing;
the core job (all counts and sums of the pack for every unit of the country, one half-year, answers not kept); then acts
with so many new effects are issued by the ordinary operation and the store is brought up to date; then an act of one
effect. Afterwards every table of the store is compared with the database, row for row.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bench import body

GOAL = 0.02


def main() -> None:
    """Build, measure, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    body.add_arguments(parser)
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--new", type=int, default=10_000)
    asked = parser.parse_args()
    with body.alone(asked.engine, "columns") as address, body.working(asked.work) as work:
        measure(asked.new, body.write(asked.effects, address, work), as_json=asked.json)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and what came of it."""
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def measure(new: int, plan: Any, *, as_json: bool = False) -> None:
    """Print the ratios."""
    from fasti.indicators import columns

    whole, _ = timed(columns.current)
    print(f"made from nothing: {whole:.2f} s", flush=True)
    core, num = core_job()
    print(f"core job: {core:.3f} s for {num:,} units", flush=True)
    took, num = timed(lambda: issue(new, plan, "2025"))
    print(f"{num:,} effects issued in {took:.1f} s", flush=True)
    refresh, _ = timed(columns.current)
    issue(1, plan, "2025-H2")
    one, store = timed(columns.current)
    for name, seconds in ((f"{num:,} effects", refresh), ("1 effect", one)):
        print(f"brought up to date by {name}: {seconds * 1000:.0f} ms; {seconds / whole:.4f} of making it anew "
              f"(goal {GOAL}: {told(seconds <= GOAL * whole)}); {seconds / core:.2f} of the core job "
              f"(goal {GOAL}: {told(seconds <= GOAL * core)})")  # fmt: skip
    record_of(refresh, whole, core, num, as_json=as_json)
    wrong = [table for table in store.files if columns.differs(store, table)]
    print(f"tables that differ from the database: {wrong or 'none'}")


def record_of(refresh: float, whole: float, core: float, num: int, *, as_json: bool) -> None:
    """Print the records of the refresh."""
    from bench import record
    from fasti.acts.models import Effect

    sizes = {"effects": Effect.objects.count(), "new_effects": num}
    of_core = "with a figure made for each unit: not the job of core.py"
    for claim, seconds, note in (("refresh.core", core, of_core), ("refresh.anew", whole, "")):
        found = record.made(
            claim,
            refresh / seconds,
            ours=f"{refresh:.3f} s",
            theirs=f"{seconds:.3f} s",
            sizes=sizes,
            note=note,
        )
        record.tell(found, as_json=as_json)


def told(is_met: bool) -> str:
    return "met" if is_met else "NOT met"


def core_job() -> tuple[float, int]:
    """Seconds of the second run, when statements are composed and trees grown; the answers are read again."""
    from fasti import charter
    from fasti.dates import periods
    from fasti.indicators import answers, compute

    pack = charter.load("vn_party")
    ids = [each.id for each in pack.indicators if each.measure in ("count", "sum")]

    def job() -> int:
        answers.forget()
        return len(compute.of_every_unit(pack, ids, period=periods.Period.parse("2024-H1")))

    job()
    return timed(job)


def issue(num: int, plan: Any, period: str) -> int:
    """Ratings of members who stay, an act for each district; how many effects were recorded."""
    from samples.national import rows

    from fasti import charter
    from fasti.acts.models import Act, Effect
    from fasti.operations import issue_act

    before, contents = Effect.objects.count(), []
    for district in range(plan.num_districts):
        first, left = int(plan.first_person[district]), num - sum(len(each["effects"]) for each in contents)
        people = range(first, first + min(left, 4 * int(plan.cells[district])))
        head = Act.objects.filter(issuer_id=plan.committee_of_district(district)).latest("id")
        effects = [
            {"kind": "RATE", "person": rows.person_code(each), "period": period, "grade": "completed",
             "on": "2026-01-08"}
            for each in people
        ]  # fmt: skip
        if effects:
            contents.append({
                "issuer": head.issuer.code, "type": "decision", "title": f"Xếp loại {period}", "language": "vi",
                "signed_on": "2026-01-08", "signer": head.signer.code, "signer_post": head.signer_post.code,
                "capacity": head.capacity, "effects": effects,
            })  # fmt: skip
    at = datetime(2026, 1, 9, tzinfo=UTC)
    issue_act.issue(contents, pack=charter.load("vn_party"), recorded_at=at, actor="bench")
    return Effect.objects.count() - before


if __name__ == "__main__":
    main()
