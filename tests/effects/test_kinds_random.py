"""Random acts of the kinds on units, posts, members and discipline: back-dated, on one day, withdrawn, out of order.

Most are wrong in some way and refused. Whatever is accepted, the tables equal the fold of the record, and what the
register may never say is not said.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti.acts.models import Act
from fasti.effects import store
from fasti.operations import issue_act, rebuild_register, withdraw_act
from fasti.register import rows
from tests import cast
from tests.effects.decided import effect

pytestmark = pytest.mark.django_db

PERSONS = st.sampled_from(sorted(cast.PEOPLE))
POSTS = st.sampled_from(sorted(cast.POSTS))
LODGES = st.sampled_from(["ALDER", "BIRCH", "CEDAR"])
REGIONS = st.sampled_from(["NORTH", "SOUTH", "GLK"])
UNITS = st.one_of(LODGES, REGIONS)
DAYS = st.sampled_from([0, 30, 60, 90, 120, 500]).map(
    lambda n: (date(2024, 4, 1) + timedelta(days=n)).isoformat()
)
HELD = st.sampled_from(sorted(cast.HOLDERS.items()))
"""Post and who held it when all began: what is drawn from these pairs has a chance to be right."""
MEMBERS = st.sampled_from(sorted((person, data[4]) for person, data in cast.PEOPLE.items()))
POOL = st.sampled_from(["NORTH-B.deputy", "SOUTH-B.deputy"])


def build(kind: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda on, **drawn: effect(kind, on, **drawn), on=DAYS, **fields)


def just(text: str) -> st.SearchStrategy[str]:
    return st.just(text)


EFFECTS = st.one_of(
    build("MOVE", unit=UNITS, parent=REGIONS),
    build("RENAME", unit=UNITS, name=st.sampled_from(["A", "B", "C"]).map(lambda name: {"en": name})),
    build("SPLIT", unit=LODGES, other_unit=LODGES, share=st.sampled_from([30, 50, 100])),
    build("MERGE", unit=UNITS, other_unit=UNITS),
    build("DISSOLVE", unit=UNITS),
    build("TRANSFER_MEMBER", person=PERSONS, unit=LODGES, other_unit=LODGES),
    st.builds(
        lambda on, left, unit: effect("TRANSFER_MEMBER", on, person=left[0], unit=unit, other_unit=left[1]),
        DAYS,
        MEMBERS,
        LODGES,
    ),
    build("STRIKE_OFF", person=just("GORAN"), reason=just("absent")),
    build("READMIT", person=just("GORAN"), unit=LODGES, stage=just("full")),
    st.builds(lambda on, held: effect("RESIGN", on, person=held[1], post=held[0]), DAYS, HELD),
    build("ELECT", person=PERSONS, post=POSTS),
    st.builds(
        lambda on, held, post: effect(
            "SECOND", on, person=held[1], other_post=held[0], post=post, ends_planned_on="2030-01-01"
        ),
        DAYS,
        HELD,
        POSTS,
    ),
    st.builds(
        lambda on, one, two: effect(
            "SWAP", on, person=one[1], post=two[0], other_person=two[1], other_post=one[0]
        ),
        DAYS,
        HELD,
        HELD,
    ),
    build("CHANGE_SEATS", post=POSTS, seats=st.integers(1, 3)),
    build("ABOLISH_POST", post=POSTS),
    build("PLAN", person=just("GORAN"), post=POOL, term=just("2025-2029")),
    build("UNPLAN", person=just("GORAN"), post=POOL, reason=just("age")),
    build("RATE", person=PERSONS, period=just("2023"), grade=st.sampled_from(["good", "fair"])),
    build("SANCTION", unit=UNITS, form=just("reprimand"), ground=just("duties")),
    build("LIFT", unit=UNITS, form=just("reprimand"), reason=just("appeal")),
)
CEDAR = effect("FOUND", "2024-02-01", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"})


def overlapping(spans: list[Any]) -> bool:
    ordered = sorted(spans, key=lambda row: row.starts_on)
    return any(
        first.ends_before is None or first.ends_before > second.starts_on
        for first, second in itertools.pairwise(ordered)
    )


def check_register() -> None:
    """One unit at a time for a member, one parent for a unit, no span without a day, no seat too few."""
    found = store.stored_register()
    for line in ("membership", "unit", "establishment"):
        by_subject = defaultdict(list)
        for row in found[line]:
            by_subject[row[0]].append(row)
        assert not any(overlapping(spans) for spans in by_subject.values()), line
    for line, spans in found.items():
        for row in spans if line not in ("lineage", "topic", "alias") else ():
            assert row.ends_before is None or row.starts_on < row.ends_before, (line, row)
    days = {row.starts_on for line in ("tenure", "establishment") for row in found[line]}
    days |= {
        row.ends_before for line in ("tenure", "establishment") for row in found[line] if row.ends_before
    }
    for day in days:
        seats = {row.post: row.seats for row in found["establishment"] if rows.holds(row, day)}
        held: dict[int, int] = defaultdict(int)
        empty: dict[int, int] = defaultdict(int)
        for row in found["tenure"]:
            held[row.post] += rows.holds(row, day)
        for row in found["vacancy"]:
            empty[row.post] += rows.holds(row, day)
        for post in {*seats, *held, *empty}:
            assert held[post] + empty[post] == seats.get(post, 0), (post, day)
    stand = {row.unit: row for row in found["unit"] if row.ends_before is None}
    for unit in stand:
        seen, at = set(), unit
        while at is not None and at in stand:
            assert at not in seen, "a unit stands under itself"
            seen.add(at)
            at = stand[at].parent
    assert not any(row.ends_before is None and row.unit not in stand for row in found["membership"])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.one_of(st.lists(EFFECTS, min_size=1, max_size=4), st.integers(0, 6)), min_size=3, max_size=14)
)
def test_whatever_is_accepted_rebuilds_row_for_row(steps: list[Any]) -> None:
    sid = transaction.savepoint()
    cast.found_guild()
    issued = cast.issue(cast.act("COUNCIL", "decision", "Cedar", "2024-02-01", CEDAR))
    at = cast.at("2025-12-01")
    for step in steps:
        draft = cast.act("COUNCIL", "decision", "Any", "2025-12-01")
        if isinstance(step, int):
            if step >= len(issued):
                continue
            draft = withdraw_act.content(issued[step].code, draft)
        else:
            draft["effects"] = step
        try:
            issued += _issued(draft, at)
        except issue_act.CannotIssue:
            continue
        check_register()
    assert rebuild_register.differences() == []
    transaction.savepoint_rollback(sid)


def _issued(draft: dict[str, Any], at: Any) -> list[Act]:
    return cast.issue({**draft, "in_force_on": "2025-12-01"}, recorded_at=at)
