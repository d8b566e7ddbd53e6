"""The number of a person's document, as far as it is kept: a keyed hash, by which two entries of one person are found.

The number itself is stored nowhere, nor is anything from which it could be guessed without the key: there are few
enough numbers for a plain or salted hash to be tried through. The key is a file of the data folder, outside the
database, and is not part of its backup. Entries are compared by hashes of one key only.

>>> normal("034 203-001234") == normal("034203001234")
True
"""

from __future__ import annotations

import hashlib
import hmac
import os
import pathlib
import secrets
import unicodedata

KEY_FILE = "document.key"
SHORTEST, LONGEST = 4, 64


class MalformedNumber(ValueError):
    """The text cannot be the number of a document."""


class KeyMissing(OSError):
    """There are hashes of numbers, but the key they were made with is not in the data folder."""


def normal(number: str) -> str:
    """The number without spaces and marks, in capitals; raises `MalformedNumber`, which does not repeat it."""
    signs = "".join(c for c in unicodedata.normalize("NFKC", number).upper() if c.isalnum())
    if not SHORTEST <= len(signs) <= LONGEST or not any(c.isdigit() for c in signs):
        raise MalformedNumber
    return signs


def sealed(number: str, *, key: bytes) -> str:
    """The keyed hash of a number: 64 hexadecimal digits; raises `MalformedNumber`."""
    return hmac.new(key, normal(number).encode(), hashlib.sha256).hexdigest()


def is_sealed(text: str) -> bool:
    """Whether a text is such a hash."""
    return len(text) == 64 and all(c in "0123456789abcdef" for c in text)


def key(home: pathlib.Path, *, may_begin: bool) -> bytes:
    """The body's key, made at its first use; raises `KeyMissing` when it is gone and may not be begun anew."""
    file = home / KEY_FILE
    if not file.exists():
        if not may_begin:
            raise KeyMissing(str(file))
        _begin(file)
    return bytes.fromhex(file.read_text("ascii").strip())


def _begin(file: pathlib.Path) -> None:
    """Write a new key, readable by its owner alone; of two that begin at once, the first one's counts."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as writing:
        writing.write(secrets.token_hex(32) + "\n")
        writing.flush()
        os.fsync(writing.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
