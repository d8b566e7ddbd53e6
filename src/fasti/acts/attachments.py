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


def path(home: pathlib.Path, sha256: str) -> pathlib.Path:
    """Where the content with this hash lies."""
    return home / "attachments" / sha256[:2] / sha256


def keep(home: pathlib.Path, file: pathlib.Path) -> Stored:
    """Put a file's content into the store; raises OSError when it cannot be read."""
    content = file.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    target = path(home, sha256)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        pathlib.Path(name).replace(target)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Stored(file.name, kind, len(content), sha256)
