"""Fixtures of the operations."""

from __future__ import annotations

import pytest

from fasti.operations.importing import parts


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks and memory so small that every batch takes several of each."""
    from fasti.operations.importing import ledger

    monkeypatch.setattr(parts, "CHUNK", 6)
    monkeypatch.setattr(ledger.Ledger, "TURN", 6)
