"""The queue in front of a lock: whoever came first is served first.

SQLite lets writers that find the lock taken sleep and look again, longer each time; with eight of them some wait for
seconds while others pass. Here each takes a ticket, locks the byte of the file with the ticket's number, and waits
until nobody holds the byte before. The system lets go of the bytes of a process that dies, so nothing is left to
clean up. The queue only orders; what keeps writers apart is still the database's own lock. Where the system has no
such locks, or no room for the file, or the one in front does not move for too long, one goes on without a turn.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import time
from collections.abc import Iterator
from pathlib import Path

_COUNTER, _SERVED, _FIRST = 0, 8, 16
"""Places in the file: the last ticket given, the last one served, the byte of ticket 0."""
_CLOSEST = 0.0005
_FURTHEST = 0.02


@contextlib.contextmanager
def turn(path: Path, *, seconds: float) -> Iterator[None]:
    """Wait for one's turn, at most so many seconds; it ends with the block."""
    if not hasattr(fcntl, "F_OFD_SETLK"):
        yield
        return
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            _wait(file, _ticket(file), time.monotonic() + seconds)
        yield
    finally:
        os.close(file)


def _ticket(file: int) -> int:
    _lock(file, fcntl.F_OFD_SETLKW, fcntl.F_WRLCK, _COUNTER)
    try:
        ticket = _read(file, _COUNTER) + 1
        _lock(file, fcntl.F_OFD_SETLK, fcntl.F_WRLCK, _FIRST + ticket)
        _write(file, _COUNTER, ticket)
    finally:
        _lock(file, fcntl.F_OFD_SETLK, fcntl.F_UNLCK, _COUNTER)
    return ticket


def _wait(file: int, ticket: int, until: float) -> None:
    """Look whether the one in front is done, the more often the nearer one is."""
    while not _is_free(file, _FIRST + ticket - 1):
        if time.monotonic() > until:
            return
        waiting = ticket - _read(file, _SERVED) - 1
        time.sleep(min(_CLOSEST * max(waiting, 1) ** 2, _FURTHEST))
    _write(file, _SERVED, ticket)


def _is_free(file: int, place: int) -> bool:
    try:
        _lock(file, fcntl.F_OFD_SETLK, fcntl.F_RDLCK, place)
    except BlockingIOError:
        return False
    _lock(file, fcntl.F_OFD_SETLK, fcntl.F_UNLCK, place)
    return True


def _lock(file: int, command: int, kind: int, place: int) -> None:
    fcntl.fcntl(file, command, struct.pack("hhqqi0q", kind, os.SEEK_SET, place, 1, 0))


def _read(file: int, place: int) -> int:
    return int.from_bytes(os.pread(file, 8, place), "little")


def _write(file: int, place: int, number: int) -> None:
    os.pwrite(file, number.to_bytes(8, "little"), place)
