"""Files taken in for drafts, before an act names them: in a folder of their own, under keys that cannot be guessed.

A draft that does not come from the machine itself names its files by these keys alone, so it can name nothing outside
the folder; and as a key is not the file's hash, which acts and exports show, knowing a hash gives no file.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import re
import secrets
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO

from fasti.acts import attachments

KEY = re.compile("[0-9a-f]{48}")
LONGEST_NAME = 200
"""Characters of a file's name; longer ones are shortened before their suffix."""
SUFFIXES = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".xls", ".xlsx", ".ods", ".csv", ".tsv", ".ppt", ".pptx",
    ".odp", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".json", ".xml", ".zip", ".asice", ".p7m", ".p7s",
)  # fmt: skip
"""Files that an act may carry: documents, tables, pictures, signatures, archives; nothing that runs by itself."""
_BEGINNINGS = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".tif": (b"II*\x00", b"MM\x00*"),
    ".tiff": (b"II*\x00", b"MM\x00*"),
} | dict.fromkeys((".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".zip", ".asice"), (b"PK",))
"""How the content of some kinds begins."""


@dataclass(frozen=True)
class Upload:
    """A file taken in."""

    key: str
    filename: str
    size: int
    sha256: str

    def written(self) -> dict[str, object]:
        """As a draft refers to it."""
        return {"upload": self.key, "filename": self.filename}


class Unfit(ValueError):
    """The file is not taken in; `code` is that of the finding which says why."""

    def __init__(self, code: str, filename: str) -> None:
        super().__init__(code)
        self.code = code
        self.filename = filename


def path(home: pathlib.Path, key: str) -> pathlib.Path | None:
    """Where the file with a key lies; None for what is no key."""
    return home / "uploads" / key[:2] / key if KEY.fullmatch(key) else None


def take_in(home: pathlib.Path, name: str, chunks: Iterable[bytes]) -> Upload:
    """Keep a file for a draft. Raises `Unfit`, and `attachments.CannotKeep` when it could not be written."""
    filename, key = clean_name(name), secrets.token_hex(24)
    target = home / "uploads" / key[:2] / key
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, unfinished = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                size, sha256 = _copy(chunks, out, filename)
            pathlib.Path(unfinished).replace(target)
        finally:
            pathlib.Path(unfinished).unlink(missing_ok=True)
    except OSError as error:
        raise attachments.CannotKeep(f"{target.parent}: {error.strerror}") from error
    return Upload(key, filename, size, sha256)


def _copy(chunks: Iterable[bytes], out: IO[bytes], filename: str) -> tuple[int, str]:
    """Write the content and judge it on the way: neither empty, nor too large, nor another kind than its name says."""
    size, digest = 0, hashlib.sha256()
    for chunk in chunks:
        if not size:
            _check_beginning(chunk, filename)
        size += len(chunk)
        if size > attachments.LARGEST:
            raise Unfit("attachment-too-large", filename)
        digest.update(chunk)
        out.write(chunk)
    if not size:
        raise Unfit("attachment-empty", filename)
    out.flush()
    os.fsync(out.fileno())
    return size, digest.hexdigest()


def _check_beginning(chunk: bytes, filename: str) -> None:
    suffix = pathlib.PurePath(filename).suffix.lower()
    if suffix not in SUFFIXES:
        raise Unfit("attachment-of-other-kind", filename)
    if suffix in _BEGINNINGS and not chunk.startswith(_BEGINNINGS[suffix]):
        raise Unfit("attachment-not-what-it-says", filename)


def drop(home: pathlib.Path, keys: Iterable[str]) -> None:
    """Remove files that no draft needs any more."""
    for key in keys:
        file = path(home, key)
        if file is not None:
            file.unlink(missing_ok=True)


def keys_of(content: Mapping[str, object]) -> list[str]:
    """The keys of the files that a draft refers to."""
    files = content.get("attachments")
    listed = files if isinstance(files, list) else []
    return [str(each["upload"]) for each in listed if isinstance(each, Mapping) and each.get("upload")]


def clean_name(name: str) -> str:
    """A file's own name: without folders, without characters that are not seen, and not too long.

    >>> clean_name("C:\\\\docs\\\\../plan\\u202e.pdf"), clean_name("a" * 300 + ".docx")[-9:]
    ('plan.pdf', 'aaaa.docx')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(each for each in last if unicodedata.category(each)[0] != "C").strip(" .") or "file"
    pure = pathlib.PurePath(seen)
    return pure.stem[: LONGEST_NAME - len(pure.suffix[:20])] + pure.suffix[:20]
