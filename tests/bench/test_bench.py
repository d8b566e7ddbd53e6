"""The measurements: their records, their list, and that all sides of one give the same totals."""

from __future__ import annotations

import dataclasses
import json
import pathlib
from typing import Any

import numpy as np
import pytest
from bench.baselines import facts
from django.db import connections
from django.test.utils import CaptureQueriesContext

from bench import body, core, day, goals, record, suite
from fasti import charter, cli
from fasti.dates import periods
from fasti.indicators import engines, totals

SIZE = "4k"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    found = body.files(tmp_path_factory.mktemp("bench"), SIZE)
    body.narrow(found, periods.Period.parse(core.PERIOD))
    return found


def made(claim: str, ratio: float) -> record.Record:
    return record.made(claim, ratio, ours="1 s", theirs="2 s", sizes={"effects": 7})


# -- records -----------------------------------------------------------------------------------------------------------


def test_a_record_is_read_as_it_was_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = made("core.pandas", 3.0)
    print("what else a script says")
    record.tell(told, as_json=True)
    assert record.read(capsys.readouterr().out) == [told]
    assert (told.claim, told.script, told.goal, told.met) == ("core.pandas", "core.py", "≥ 3.5", False)
    assert told.baseline == "pandas"
    assert told.machine["cores"] >= 1
    assert {"python", "duckdb", "numpy"} <= set(told.versions)
    assert told.date == str(np.datetime64(told.date, "D"))


@pytest.mark.parametrize(
    ("claim", "ratio", "is_met"),
    [("core.numpy", 1.0, True), ("core.numpy", 1.01, False), ("core.sqlite", 30, True), ("core.sqlite", 29.9, False),
     ("core.polars", 0.1, None)],
)  # fmt: skip
def test_a_goal_is_met_or_not(claim: str, ratio: float, is_met: bool | None) -> None:
    assert made(claim, ratio).met is is_met


def test_the_table_has_every_claim_and_hides_nothing(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "records.json"
    suite.keep([made("core.pandas", 0.4), made("core.numpy", 0.9)], file)
    suite.keep([made("core.pandas", 0.5)], file)
    lines = suite.table(suite.kept(file)).splitlines()[2:]
    assert len(lines) == len(goals.GOALS)
    told = dict(zip(goals.GOALS, lines, strict=True))
    assert "| 0.5 | **not met** |" in told["core.pandas"]
    assert "| 0.9 | met |" in told["core.numpy"]
    assert "not measured" in told["core.sqlite"]


def test_the_records_kept_are_of_claims_and_still_judged_so() -> None:
    for claim, each in suite.kept().items():
        assert each.met is goals.GOALS[claim].met(each.ratio)


def test_the_page_gets_its_table_and_charts_between_its_marks(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"before\n\n{suite.BEGIN}\nof a run before\n{suite.END}\n\nafter\n", encoding="utf-8")
    monkeypatch.setattr(suite, "PAGE", page)
    monkeypatch.setattr(suite, "PICTURES", tmp_path)
    suite.write({"core.pandas": made("core.pandas", 0.4)})
    written = page.read_text(encoding="utf-8")
    assert written.startswith("before\n\n" + suite.BEGIN)
    assert written.endswith(suite.END + "\n\nafter\n")
    assert "**not met**" in written
    assert "of a run before" not in written
    drawn = (tmp_path / "bench-core.svg").read_text(encoding="utf-8")
    assert "1,000 ms" in drawn
    assert "2,000 ms" in drawn
    assert "0.4 (≥ 3.5)" in (tmp_path / "bench-goals.svg").read_text(encoding="utf-8")


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_list_names_every_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    runnable = {
        path.stem
        for path in suite.HERE.glob("*.py")
        if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    assert set(listed) == runnable
    assert set(suite.arguments("1M", suite.HERE)) <= runnable


def test_all_are_asked_in_sizes_that_end(tmp_path: pathlib.Path) -> None:
    small, large = (suite.arguments(size, tmp_path) for size in ("1M", "10M"))
    assert (small["scan"][1], large["scan"][1]) == ("1M,10000k", "1M,200M")
    assert (small["columns"][1], large["columns"][1], large["core"][1]) == ("1M", "1M", "10M")
    assert large["web"][1] == "24000,1300000"
    measuring = {goal.script.removesuffix(".py") for goal in goals.GOALS.values()}
    assert set(small) == set(large) == measuring


def test_a_run_that_was_cut_short_goes_on_where_it_was(tmp_path: pathlib.Path) -> None:
    done = suite.Done(tmp_path / "done.json")
    begun: list[tuple[str, str]] = []
    kept = suite.KEPT.read_text(encoding="utf-8")

    def run() -> None:
        suite.run("partitions", ["--help"], lambda name, detail: begun.append((name, detail)), done=done)

    run()
    run()
    assert begun == [("partitions", "")]
    done.clear()
    run()
    assert len(begun) == 2
    assert suite.KEPT.read_text(encoding="utf-8") == kept


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_a_measurement_that_is_none_is_refused(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "core,nothing", "--lang", lang]) == 2
    told = capsys.readouterr().err
    assert "nothing" in told
    assert "core" in told


def test_without_the_checkout_the_command_says_so(
    settings: Any, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ROOT = tmp_path
    assert cli.main(["bench", "list"]) == 2
    assert "checkout" in capsys.readouterr().err


# -- all sides agree ---------------------------------------------------------------------------------------------------


def test_figures_by_other_means_are_those_of_the_column_store(folder: pathlib.Path, settings: Any) -> None:
    core.fill_sqlite(folder / "narrow")
    by_statements = core.prepared(core.FASTI, folder)()
    settings.PLAIN_FROM = 0
    ours = core.prepared(core.FASTI, folder)()
    np.testing.assert_array_equal(by_statements, ours)
    assert ours.shape == (len(facts.FIGURES), core.num_of(folder, "unit"))
    assert np.count_nonzero(ours.sum(axis=1)) >= 20
    for name in core.possible():
        if name not in core.FROM_POSTGRES:
            np.testing.assert_array_equal(core.prepared(name, folder)(), ours, err_msg=name)


@pytest.mark.postgres
def test_figures_by_postgres_are_those_of_the_column_store(folder: pathlib.Path) -> None:
    period = periods.Period.parse(core.PERIOD)
    tree = facts.tree(folder / "narrow", body.job(folder, period).last)
    address = core.postgres_address(folder / "narrow", tree)
    ours = core.prepared(core.FASTI, folder)()
    for name in core.FROM_POSTGRES:
        np.testing.assert_array_equal(core.prepared(name, folder, address)(), ours, err_msg=name)
    on_a_day, wanted = day.fasti(folder), day.postgres(folder)
    for each in (day.DAYS[0], day.DAYS[-1]):
        np.testing.assert_array_equal(on_a_day(each), wanted(each))
        assert on_a_day(each).sum() > 0


def test_a_figure_that_does_not_add_up_is_no_total(folder: pathlib.Path) -> None:
    engine = engines.over(body.store(folder))
    period = periods.Period.parse(core.PERIOD)
    with pytest.raises(ValueError, match=r"posts\.days_to_fill"):
        totals.of_every_unit(charter.load(body.PACK), ["posts.days_to_fill"], engine, period=period)


def test_totals_ask_no_database(folder: pathlib.Path, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), CaptureQueriesContext(connections["default"]) as asked:
        core.prepared(core.FASTI, folder)()
    assert len(asked) == 0


def test_a_body_in_which_something_was_undone_is_refused(tmp_path: pathlib.Path) -> None:
    with engines.duckdb.connect() as views:
        views.execute("CREATE TABLE effect AS SELECT 1 AS id, 7 AS voids_id")
        views.execute("CREATE TABLE relation AS SELECT 'concretises' AS kind")
        with pytest.raises(ValueError, match="withdrawn"):
            facts.write(views, tmp_path, facts.Rules((), (), {}, (), (), 0))


def test_a_record_can_be_written_and_read_as_json() -> None:
    each = made("scan.size", 1.1)
    assert record.Record(**json.loads(json.dumps(dataclasses.asdict(each)))) == each
