"""The folder an import works in: one import at a time, gone on with after a kill, left as it was found."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pathlib
import tempfile
import time
from collections.abc import Iterator

from fasti.operations.importing import stage

_LOCK = "import.lock"


_PATIENCE = 30.0
"""Seconds to wait for another import in the same folder."""


class InputChanged(ValueError):
    """The contents are not those that an earlier run with this folder began with."""


class RecordBusy(RuntimeError):
    """Others recorded acts each time when everything was examined: the import would never come to an end."""


@contextlib.contextmanager
def opened(work: pathlib.Path | None) -> Iterator[tuple[pathlib.Path, int]]:
    """The folder, and its lock: one import at a time, also after one whose last chunk is still being written."""
    with contextlib.ExitStack() as left:
        folder = work
        if folder is None:
            folder = pathlib.Path(left.enter_context(tempfile.TemporaryDirectory(prefix="fasti-import-")))
        folder.mkdir(parents=True, exist_ok=True)
        lock = _locked(folder / _LOCK)
        left.callback(os.close, lock)
        yield folder, lock


def _locked(path: pathlib.Path) -> int:
    """The lock's file, locked; raises `RecordBusy` when another import keeps it."""
    until = time.monotonic() + _PATIENCE
    while True:
        lock = os.open(path, os.O_CREAT | os.O_RDWR)
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with contextlib.suppress(FileNotFoundError):
                if os.fstat(lock).st_ino == path.stat().st_ino:
                    return lock
        os.close(lock)
        if time.monotonic() > until:
            raise RecordBusy(f"another import works in {path.parent}; wait until it has ended")
        time.sleep(0.05)


def clear(folder: pathlib.Path) -> None:
    """Remove what an import staged there."""
    for path in folder.glob(f"{stage.NAME}*"):
        path.unlink()


def leave(folder: pathlib.Path) -> None:
    """The folder as it was found."""
    clear(folder)
    (folder / _LOCK).unlink()


def changed(folder: pathlib.Path, act: int) -> InputChanged:
    """What is raised when the act with this place, from 0, is another than when the import began."""
    return InputChanged(
        f"the acts from number {act + 1} on are not those that were being imported with {folder}; "
        "give the same file again, or remove that folder to begin anew"
    )
