"""Files of acts, stored under their own SHA-256: the same content is kept once and cannot change unnoticed."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import pathlib
import tempfile
from dataclasses import dataclass

LARGEST = 64 * 1024 * 1024
"""Bytes a single attachment may have."""


@dataclass(frozen=True)
class Stored:
    """A file in the store."""

    filename: str
    media_type: str
    size: int
    sha256: str


class CannotKeep(Exception):
    """The content could not be written into the store; the cause says why."""


def path(home: pathlib.Path, sha256: str) -> pathlib.Path:
    """Where the content with this hash lies."""
    return home / "attachments" / sha256[:2] / sha256


def keep(home: pathlib.Path, file: pathlib.Path, *, filename: str = "") -> Stored:
    """Put a file's content into the store; raises OSError when it cannot be read, `CannotKeep` when not written.

    `filename`: what it is called from now on, when not by its own name.
    """
    content = file.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    target = path(home, sha256)
    if not target.exists():
        try:
            _write(target, content)
        except OSError as error:
            raise CannotKeep(f"{target.parent}: {error.strerror}") from error
    name = filename or file.name
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Stored(name, kind, len(content), sha256)


def _write(target: pathlib.Path, content: bytes) -> None:
    """The whole content on disk under its name, or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        pathlib.Path(name).replace(target)
        for folder in (target.parent, target.parent.parent):
            _put_on_disk(folder)
    finally:
        pathlib.Path(name).unlink(missing_ok=True)


def _put_on_disk(folder: pathlib.Path) -> None:
    """The names in a folder: an act that is acknowledged finds its files after a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
