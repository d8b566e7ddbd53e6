"""The encoding of a table's file, as `words.encodings` tells it; what cannot be decided is a finding of the import."""

from __future__ import annotations

from pathlib import Path

from fasti.exchange import tables
from fasti.words import encodings

NAMES = encodings.NAMES


def of(path: Path, asked: str = "") -> str:
    """The codec that reads the file; raises `CannotRead` where none does or several could."""
    try:
        return encodings.of(path, asked)
    except encodings.Undecided as undecided:
        raise tables.CannotRead(
            "encoding-undecided", file=undecided.file, value=undecided.names
        ) from undecided
