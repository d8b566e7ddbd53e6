"""Fixtures of what is read from files."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from fasti.acts.models import Body


@pytest.fixture
def empty_body(tmp_path: pathlib.Path, settings: Any, db: None) -> None:
    """A body that has its rule book and nothing else."""
    settings.HOME = tmp_path / "home"
    Body.objects.create(id=1, pack="template")
