"""Figures of acts issued by the operations: what is behind them, what is left out and why, as known when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators import columns, compute, explain
from fasti.operations import withdraw_act
from tests import cast

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse("2024-H1")


@pytest.fixture
def acts() -> dict[str, Act]:
    """Two appointments and a task in the north, one of the appointments withdrawn; a plan for a rule of the council."""
    cast.found_guild()
    goran = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "on": "2024-04-01"}
    emil = {"kind": "APPOINT", "person": "EMIL", "post": "NORTH-B.member", "on": "2024-04-01"}
    rule = cast.act("COUNCIL", "rule", "On lanterns", "2024-03-10")
    first, second, rule_ = cast.issue(
        rule,
        cast.act("NORTH-B", "decision", "Goran", "2024-04-01", goran),
        cast.act("NORTH-B", "decision", "Emil", "2024-04-01", emil),
    )
    first, second, rule_ = second, rule_, first
    concretising = {"relations": [{"kind": "concretises", "act": rule_.code}]}
    (normative,) = cast.issue(
        cast.act("NORTH-B", "rule", "On lanterns in the north", "2024-05-02", **concretising)
    )
    (plain,) = cast.issue(cast.act("NORTH-B", "rule", "On doors", "2024-05-03"))
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2024-06-03")
    withdrawal = withdraw_act.withdraw(
        second.code, by, pack=cast.pack(), recorded_at=cast.at("2024-06-03"), actor="test"
    )
    return {
        "goran": first,
        "emil": second,
        "rule": rule_,
        "normative": normative,
        "plain": plain,
        "by": withdrawal,
    }


def value(id: str, unit: str = "GLK", **more: Any) -> Any:
    asked: Mapping[str, Any] = {"unit": unit, "period": HALF, **more}
    return compute.compute(cast.pack(), [id], **asked).total[0].value


def test_a_withdrawn_appointment_is_left_out_and_named(acts: dict[str, Act]) -> None:
    assert value("personnel.appointed") == 1
    found = explain.explain(cast.pack(), "personnel.appointed", unit="GLK", period=HALF)
    assert [act.code for act in found.acts] == [acts["goran"].code]
    (effect,) = found.acts[0].effects
    assert (effect.kind, effect.person, effect.post) == ("APPOINT", "GORAN", "NORTH-B.member")
    (left,) = found.left_out
    assert (left.act, left.effect, left.reason) == (acts["emil"].code, 1, "withdrawn")
    assert (left.by, left.on) == (acts["by"].code, date(2024, 6, 3))
    assert found.definition["en"]


def test_many_figures_are_explained_as_each_alone(acts: dict[str, Act]) -> None:
    form = cast.pack().form("half-year", as_of=HALF.last_day)
    ids = [id for section in form.sections for id in section.figures]
    together = explain.counted(cast.pack(), ids, unit="GLK", period=HALF)
    alone = {id: explain.explain(cast.pack(), id, unit="GLK", period=HALF, offset=9, limit=0) for id in ids}
    assert together == alone
    assert len(together["personnel.appointed"].left_out) == 1


def test_as_known_before_the_withdrawal_both_count(acts: dict[str, Act]) -> None:
    before = date(2024, 6, 2)
    assert value("personnel.appointed", known=before) == 2
    assert value("posts.filled", known=before) == value("posts.filled") + 1
    assert value("acts.issued", known=before) == value("acts.issued", known=date(2024, 6, 3)) == 5
    assert value("acts.issued", known=date(2024, 1, 1)) == 0
    assert (
        explain.explain(cast.pack(), "personnel.appointed", unit="GLK", period=HALF, known=before).left_out
        == ()
    )


def test_withdrawing_the_withdrawal_brings_the_appointment_back(acts: dict[str, Act]) -> None:
    by = cast.act("NORTH-B", "decision", "On second thoughts", "2024-06-20")
    withdraw_act.withdraw(
        acts["by"].code, by, pack=cast.pack(), recorded_at=cast.at("2024-06-20"), actor="test"
    )
    assert value("personnel.appointed") == 2
    assert value("posts.filled") == value("posts.filled", known=date(2024, 6, 2))


def test_neighbours_are_named_by_the_condition_they_miss(acts: dict[str, Act]) -> None:
    assert value("acts.decision") == 1
    found = explain.explain(cast.pack(), "acts.decision", unit="GLK", period=HALF)
    assert [act.code for act in found.acts] == [acts["normative"].code]
    near = {neighbours.column: neighbours for neighbours in found.neighbours}
    assert acts["plain"].code in near["concretises_level"].acts


def test_pages_of_acts(acts: dict[str, Act]) -> None:
    def page(offset: int) -> explain.Explanation:
        return explain.explain(cast.pack(), "acts.issued", unit="GLK", period=HALF, offset=offset, limit=2)

    assert page(0).num_acts == value("acts.issued")
    codes = [act.code for offset in (0, 2, 4) for act in page(offset).acts]
    assert len(codes) == len(set(codes)) == page(0).num_acts


def test_each_indicator_can_be_explained(acts: dict[str, Act]) -> None:
    pack = cast.pack()
    for indicator in pack.indicators:
        found = explain.explain(pack, indicator.id, unit="GLK", period=periods.Period.parse("2024"))
        assert found.num_acts >= len(found.acts)
        figure = compute.compute(pack, [indicator.id], unit="GLK", period=periods.Period.parse("2024")).total[
            0
        ]
        assert found.duties or bool(figure.value) == bool(found.num_acts), indicator.id


def test_the_store_follows_the_record(acts: dict[str, Act]) -> None:
    before = columns.current()
    assert columns.current() == before
    (new,) = cast.issue(cast.act("NORTH-B", "rule", "On windows", "2024-06-05"))
    after = columns.current()
    assert after.last_act == new.pk
    assert set(before.files["act"]) < set(after.files["act"])
    assert value("acts.issued") == 6


def test_another_record_at_the_same_place_makes_the_store_anew(acts: dict[str, Act]) -> None:
    columns.current()
    mark = columns._mark("default")
    folder = columns._folder("default")
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(mark[2], "0" * 64), "utf-8")
    found = columns.current()
    assert found.last_hash == mark[2]
    assert len(found.files["act"]) == 1
    assert value("acts.issued") == 5


def test_many_small_additions_are_put_together(acts: dict[str, Act]) -> None:
    for i in range(columns.MANY_FILES):
        cast.issue(cast.act("NORTH-B", "rule", f"Rule {i}", "2024-06-10"))
        columns.current()
    assert len(columns.current().files["act"]) < columns.MANY_FILES
    assert value("acts.issued") == 5 + columns.MANY_FILES


def test_the_store_holds_no_names(acts: dict[str, Act]) -> None:
    store = columns.current()
    for table in store.files:
        for path in store.paths(table):
            with open(path, "rb") as file:
                content = file.read()
            assert b"Goran" not in content
            assert b"Board of the North" not in content


def test_a_merged_region_is_counted_with_its_successor(acts: dict[str, Act]) -> None:
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}
    cast.issue(cast.act("COUNCIL", "resolution", "One region", "2025-06-01", merge))
    ids = ["members.total", "acts.issued", "personnel.appointed", "posts.seats", "units.total"]
    then = compute.compute(cast.pack(), ids, unit="GLK", period=HALF)
    later = compute.compute(cast.pack(), ids, unit="GLK", period=HALF, boundaries=date(2025, 7, 1))
    assert list(then.units) == ["NORTH", "SOUTH"]
    assert list(later.units) == ["NORTH"]
    assert [figure.value for figure in then.total] == [figure.value for figure in later.total]
    for i in range(len(ids)):
        assert later.units["NORTH"][i].value == sum(of[i].value for of in then.units.values())
