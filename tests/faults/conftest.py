"""A body of its own for processes that are killed or run out of room: its folder, its papers, its database."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: pathlib.Path) -> Run:
    """Run a module of this folder in a process of its own; what it prints, read as JSON."""
    home, papers = tmp_path / "home", tmp_path / "papers"
    home.mkdir()
    papers.mkdir()

    def start(module: str, *arguments: object, before: Sequence[str] = (), **more: str) -> Any:
        given = {**os.environ, "DJANGO_SETTINGS_MODULE": "fasti.settings", "PYTHONPATH": str(ROOT)}
        given |= {"FASTI_HOME": str(home), "FASTI_PAPERS": str(papers), **more}
        command = [*before, sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
        ran = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=600)
        assert ran.returncode == 0, ran.stderr[-4000:]
        return json.loads(ran.stdout.splitlines()[-1])

    return start
