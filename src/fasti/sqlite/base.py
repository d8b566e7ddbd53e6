"""Django's SQLite with one thing more: a transaction waits for its turn before it begins."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from fasti.sqlite import turns


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection. Its transactions take the one lock for writing at once (IMMEDIATE), and so the turn with it.

    The methods changed here are Django's own, which its published types leave out: hence the four exceptions.
    """

    _turn: contextlib.ExitStack | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._leave()
        self._turn = contextlib.ExitStack()
        name = str(self.settings_dict["NAME"])
        if Path(name).is_file():
            seconds = float(self.settings_dict["OPTIONS"].get("timeout", 5))
            self._turn.enter_context(turns.turn(Path(f"{name}-turns"), seconds=seconds))
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]
        finally:
            self._leave()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _leave(self) -> None:
        if self._turn is not None:
            self._turn.close()
            self._turn = None
