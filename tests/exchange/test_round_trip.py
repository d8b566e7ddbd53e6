"""import(export(x)) = x: the record and the register come back, in both formats, and export the same bytes again."""

from __future__ import annotations

import pathlib
import tempfile
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from fasti.acts.models import Act, Body, Effect
from fasti.effects import kinds
from fasti.exchange import delimited, formats, intake, reading, record_rows, workbook
from fasti.operations import issue_plan, rebuild_register, verify_record
from tests import cast
from tests.effects import machine
from tests.exchange import journey, picture

pytestmark = pytest.mark.django_db
WRITERS: dict[str, Any] = {"csv": delimited, "xlsx": workbook}


@pytest.fixture(autouse=True)
def home(tmp_path: pathlib.Path, settings: Any) -> pathlib.Path:
    settings.HOME = tmp_path / "home"
    return pathlib.Path(settings.HOME)


def export(format: str, target: pathlib.Path, lang: str = "en", **more: Any) -> pathlib.Path:
    WRITERS[format].write_to(formats.Asked(pack=cast.pack(), lang=lang, **more), target)
    return target


def take(path: pathlib.Path, lang: str = "en") -> intake.Outcome:
    return intake.take(
        path,
        pack=cast.pack(),
        manner=reading.Manner(lang=lang),
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
        actor="test",
        work=path.parent / "work",
    )


def faults() -> list[tuple[str, str]]:
    return [(each.check.id, each.act) for each in verify_record.verify().faults]


def bytes_of(folder: pathlib.Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize(
    ("format", "lang"), [("csv", "en"), ("xlsx", "en"), ("xlsx", "vi"), ("xlsx", "ru"), ("xlsx", "cs")]
)
def test_a_body_after_every_kind_of_effect_comes_back(tmp_path: pathlib.Path, format: str, lang: str) -> None:
    target = tmp_path / ("body" if format == "csv" else "body.xlsx")

    def made() -> tuple[dict[str, Any], dict[str, bytes], Any]:
        journey.issue(tmp_path)
        assert set(Effect.objects.values_list("kind", flat=True)) == set(kinds.KINDS)
        export(format, target, lang)
        return picture.of_body(), bytes_of(export("csv", tmp_path / "first")), faults()

    before, first, faults_before = picture.seen_and_undone(made)
    assert not Act.objects.exists()
    Body.objects.get_or_create(id=1, pack="template")
    outcome = take(target, lang)
    assert [(each.sheet, each.row, each.column, each.finding) for each in outcome.findings] == []
    after = picture.of_body()
    for part in before:
        assert after[part] == before[part], part
    assert bytes_of(export("csv", tmp_path / "second")) == first
    assert not rebuild_register.differences()
    assert faults() == faults_before


def test_what_was_known_on_a_day_and_what_a_unit_issued(tmp_path: pathlib.Path) -> None:
    journey.issue(tmp_path)
    asked = formats.Asked(pack=cast.pack(), lang="en", known_before=datetime(2021, 2, 1, tzinfo=UTC))
    codes = [row["act"] for key, row in rows(asked) if key == "acts"]
    assert codes == ["COUNCIL:2020/decision:1", "COUNCIL:2021/decision:7"]
    asked = formats.Asked(pack=cast.pack(), lang="en", unit="NORTH")
    assert [row["issuer"] for key, row in rows(asked) if key == "acts"] == ["NORTH-B"]


def rows(asked: formats.Asked) -> list[record_rows.Row]:
    return [each for each in record_rows.rows(asked) if not isinstance(each, record_rows.File)]


class Travelling(machine.Body):
    """A random life of the guild, founded within it, that must come back out of its own sheets."""

    tally: Counter[tuple[str, bool]] = Counter()

    def __init__(self) -> None:
        self.empty = transaction.savepoint()
        cast.found_guild()
        super().__init__()

    def teardown(self) -> None:
        try:
            self.travel()
        finally:
            transaction.savepoint_rollback(self.empty)

    def travel(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            before, first = picture.of_body(), bytes_of(export("csv", folder / "first"))
            transaction.savepoint_rollback(self.empty)
            Body.objects.create(id=1, pack="template")
            outcome = take(folder / "first")
            assert [(each.sheet, each.row, each.column, each.finding) for each in outcome.findings] == []
            assert picture.of_body() == before
            assert bytes_of(export("csv", folder / "second")) == first


def test_whatever_a_body_decided_it_comes_back() -> None:
    profile = settings(
        max_examples=6,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Travelling, settings=profile)
    assert sum(number for (_, was_accepted), number in Travelling.tally.items() if was_accepted) > 60


def test_a_withdrawn_plan_comes_back(tmp_path: pathlib.Path) -> None:
    def admission(label: str, person: str) -> dict[str, Any]:
        effect = journey.effect("ADMIT", person=person, unit="ALDER", family_name=person)
        return cast.act("COUNCIL", "decision", label, "2023-03-01", effect)

    def made() -> tuple[dict[str, Any], dict[str, bytes]]:
        cast.found_guild()
        plan = {"plan": "Both", "acts": [admission("first", "P1"), admission("second", "P2")]}
        leading, _ = issue_plan.issue(plan, pack=cast.pack(), recorded_at=cast.at("2023-03-01"), actor="test")
        back = [{"kind": "withdraws", "act": leading.code}]
        cast.issue(cast.act("COUNCIL", "decision", "Back", "2023-04-01", relations=back))
        assert Effect.objects.filter(kind="VOID").count() == 2
        return picture.of_body(), bytes_of(export("csv", tmp_path / "first"))

    before, first = picture.seen_and_undone(made)
    Body.objects.get_or_create(id=1, pack="template")
    assert not take(tmp_path / "first").findings
    assert picture.of_body() == before
    assert bytes_of(export("csv", tmp_path / "second")) == first
