"""The whole line on the sample body: built through the operations, asked through figures, explanations and reports.

The body is built once for the session, in a data folder of its own, and asked through the doors a user has or the
rooms behind them.
"""

from __future__ import annotations

import datetime
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections

from fasti import charter, surroundings
from fasti.dates import periods
from fasti.indicators import compute, explain
from fasti.returns import coverage
from samples import vn_party

ROOT = pathlib.Path(__file__).resolve().parents[2]
HALF = periods.Period.parse("2024-H1")
MERGED = datetime.date(2025, 7, 1)
CLUSTER_FIGURES = {
    "acts.project": 5, "acts.resolution": 12, "acts.decision": 86, "acts.plan": 70, "acts.guidance": 10,
    "personnel.appointed": 216, "personnel.nominated": 187, "personnel.transferred_or_rotated": 58,
}  # fmt: skip


def _environment(home: pathlib.Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FASTI_")}
    return {**kept, "FASTI_HOME": str(home), "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}


def _run(home: pathlib.Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=_environment(home), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="session")
def home(sample_home: pathlib.Path) -> pathlib.Path:
    """The data folder of the built sample body, for reading."""
    return sample_home


@pytest.fixture(scope="session")
def pack() -> charter.Pack:
    return charter.load("vn_party")


@pytest.fixture(scope="session")
def chapters(pack: charter.Pack) -> list[vn_party.Chapter]:
    return list(vn_party.story(pack=pack))


@pytest.fixture
def body(home: pathlib.Path, settings: Any, django_db_blocker: Any) -> Iterator[str]:
    """The alias of the built body, for reading."""
    settings.HOME = home
    connections.settings["sample"] = {
        **connections["default"].settings_dict,
        **surroundings.sqlite(str(home / "fasti.sqlite3")),
    }
    try:
        with django_db_blocker.unblock():
            yield "sample"
    finally:
        connections["sample"].close()
        del connections["sample"]
        del connections.settings["sample"]


def _figures(pack: charter.Pack, body: str, unit: str, period: str, ids: Any, **more: Any) -> dict[str, Any]:
    computed = compute.compute(
        pack, list(ids), unit=unit, period=periods.Period.parse(period), database=body, **more
    )
    return {figure.indicator: figure.value for figure in computed.total}


def test_the_cluster_reports_what_the_conference_heard(pack: charter.Pack, body: str) -> None:
    assert _figures(pack, body, "cluster-2", "2024-H1", CLUSTER_FIGURES) == CLUSTER_FIGURES


def test_on_the_boundaries_after_the_mergers_nine_provinces_have_the_same_totals(
    pack: charter.Pack, body: str
) -> None:
    computed = compute.compute(
        pack, list(CLUSTER_FIGURES), unit="cluster-2", period=HALF, boundaries=MERGED, database=body
    )
    assert {figure.indicator: figure.value for figure in computed.total} == CLUSTER_FIGURES
    assert len(computed.units) == 9
    sums = {
        id: sum(
            figure.value or 0
            for figures in computed.units.values()
            for figure in figures
            if figure.indicator == id
        )
        for id in CLUSTER_FIGURES
    }
    assert sums == CLUSTER_FIGURES


def test_members_foot(pack: charter.Pack, body: str) -> None:
    ids = (
        "members.opening",
        "members.admitted",
        "members.moved_in",
        "members.left",
        "members.moved_out",
        "members.total",
    )
    for period in ("2023-H1", "2024-H1", "2024-H2", "2025-H2"):
        opening, admitted, moved_in, left, moved_out, total = _figures(
            pack, body, "cluster-2", period, ids
        ).values()
        assert opening + admitted + moved_in - left - moved_out == total > 18_000


def test_seats_are_held_or_vacant(pack: charter.Pack, body: str) -> None:
    found = _figures(
        pack,
        body,
        "cluster-2",
        "2024-H1",
        ("posts.seats", "posts.filled", "posts.vacant", "posts.vacant_long"),
    )
    assert found["posts.filled"] + found["posts.vacant"] == found["posts.seats"]
    assert 0 < found["posts.vacant_long"] < found["posts.vacant"]


def test_the_course_of_ninh_binh(pack: charter.Pack, body: str) -> None:
    ids = ("training.participants", "training.topics")
    assert _figures(pack, body, "VN-18", "2024-H1", ids) == {
        "training.participants": 89,
        "training.topics": 20,
    }
    computed = compute.compute(
        pack, ["training.topics"], unit="VN-18", period=HALF, by="provider", database=body
    )
    assert {part.key: part.value for part in computed.total[0].parts} == {"academy": 17, "leaders": 3}


def test_dien_bien_in_2023(pack: charter.Pack, body: str) -> None:
    assert _figures(pack, body, "VN-71", "2023", ("awards.works", "tasks.groups")) == {
        "awards.works": 20,
        "tasks.groups": 9,
    }


@pytest.mark.parametrize(("boundaries", "number"), [(None, 14), (MERGED, 9)])
def test_all_provinces_reported(
    pack: charter.Pack, body: str, boundaries: datetime.date | None, number: int
) -> None:
    found = coverage.coverage(
        pack, "half-year", unit="cluster-2", period=HALF, boundaries=boundaries, database=body
    )
    assert (found.reported, found.due) == (number, number)


@pytest.mark.parametrize(
    ("period", "accepted", "late", "outstanding"),
    [
        ("2023-H1", 13, 1, {"VN-67": "missing"}),
        ("2024-H1", 14, 0, {}),
        ("2024-H2", 13, 1, {"VN-20": "sent_back"}),
    ],
)
def test_the_provinces_returns_are_added_up_and_the_outstanding_named(
    home: pathlib.Path, period: str, accepted: int, late: int, outstanding: dict[str, str]
) -> None:
    asked = (
        "fasti",
        "return",
        "consolidate",
        "half-year",
        "--unit",
        "cluster-2",
        "--period",
        period,
        "--json",
    )
    found = json.loads(_run(home, *asked))
    assert (len(found["accepted"]), found["due"], found["late"]) == (accepted, 14, late)
    assert {each["unit"]: each["state"] for each in found["missing"]} == outstanding
    sums = {each["figure"]: each for each in found["figures"]}
    assert sums["petitions.received"]["is_partial"] == bool(outstanding)
    assert sums["members.total"]["num_given"] == accepted
    # What a province handed in is what the register said on that day: any difference came by acts recorded since.
    assert {each["reason"] for each in found["deviations"]} <= {"late_act"}


def test_what_was_recorded_late_was_not_known_at_first(home: pathlib.Path) -> None:
    command = (
        "fasti",
        "figure",
        "personnel.appointed",
        "--unit",
        "cluster-2",
        "--period",
        "2024-H1",
        "--json",
        "--known",
    )
    # The appointment later withdrawn still stood; the one signed in June and recorded on 23 July was not known.
    known = {day: json.loads(_run(home, *command, day))["value"] for day in ("2024-07-22", "2024-07-23")}
    assert known == {"2024-07-22": 216, "2024-07-23": 217}


NEIGHBOURS = [case for case in vn_party.NEIGHBOURS if "draft" not in case.reason]


@functools.cache
def _explanation(pack: charter.Pack, body: str, indicator: str, unit: str) -> explain.Explanation:
    period = periods.Period.parse("2023") if unit == "VN-71" else HALF
    return explain.explain(pack, indicator, unit=unit, period=period, limit=1000, database=body)


@pytest.mark.parametrize("case", NEIGHBOURS, ids=[case.reason for case in NEIGHBOURS])
def test_each_neighbour_is_in_or_out(
    case: vn_party.Neighbour, pack: charter.Pack, body: str, chapters: list[vn_party.Chapter]
) -> None:
    keys = [key for chapter in chapters for reason, key in chapter.neighbours if reason == case.reason]
    code, _, ordinal = keys[0].partition("#")
    found = _explanation(pack, body, case.indicator, case.unit)
    behind = {(act.code, effect.ordinal) for act in found.acts for effect in act.effects}
    behind |= {(act.code, 0) for act in found.acts}
    assert ((code, int(ordinal or 0)) in behind) is case.is_counted
    if "withdrawn" in case.reason:
        assert [left.reason for left in found.left_out if left.act == code] == ["withdrawn"]


def test_drafts_leave_no_trace(pack: charter.Pack, body: str) -> None:
    from fasti.acts.models import Act, Draft

    titles = [draft.content["title"] for draft in Draft.objects.using(body).all()]
    assert len(titles) == 2
    assert not Act.objects.using(body).filter(title__in=titles).exists()


def test_the_report_as_json(home: pathlib.Path) -> None:
    report = json.loads(
        _run(
            home,
            "fasti",
            "report",
            "half-year",
            "--unit",
            "cluster-2",
            "--period",
            "2024-H1",
            "--format",
            "json",
        )
    )
    values = {figure["indicator"]: figure["value"] for figure in report["figures"]}
    assert {id: values[id] for id in CLUSTER_FIGURES} == CLUSTER_FIGURES
    assert (report["coverage"]["reported"], report["coverage"]["due"]) == (14, 14)
    assert len(report["units"]) == 14


def test_the_year_of_dien_bien_as_json(home: pathlib.Path) -> None:
    report = json.loads(
        _run(home, "fasti", "report", "year", "--unit", "VN-71", "--period", "2023", "--format", "json")
    )
    values = {figure["indicator"]: figure["value"] for figure in report["figures"]}
    assert (values["awards.works"], values["tasks.groups"]) == (20, 9)


def test_withdrawing_an_appointment_makes_it_one_less_and_says_why(
    home: pathlib.Path, chapters: list[vn_party.Chapter], tmp_path: pathlib.Path
) -> None:
    copy = tmp_path / "body"
    shutil.copytree(home, copy, ignore=shutil.ignore_patterns("columns"))
    code = next(
        key
        for chapter in chapters
        for reason, key in chapter.neighbours
        if reason == "appointment-recorded-late"
    ).split("#")[0]
    last = [
        content
        for chapter in chapters
        for content in chapter.contents
        if content["issuer"] == code.split(":")[0]
    ][-1]
    by = {key: last[key] for key in ("issuer", "signer", "signer_post", "signed_on")} | {
        "type": "decision",
        "title": "Thu hồi quyết định",
    }
    (tmp_path / "by.json").write_text(json.dumps(by), "utf-8")
    _run(copy, "fasti", "act", "withdraw", code, "--by", str(tmp_path / "by.json"))
    answer = _run(
        copy,
        "fasti",
        "figure",
        "personnel.appointed",
        "--unit",
        "cluster-2",
        "--period",
        "2024-H1",
        "--explain",
        "--json",
    )
    figure = json.loads(answer)
    assert figure["value"] == 215
    assert code in answer
