"""Marks of places in long lists: where the next page begins, sealed, so that only what we wrote is read back.

A mark may be bound to a question: then it fits the same question alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core import signing

_SALT = "fasti.mark"
LONGEST = 2_000
Key = str | int


class NotOurs(ValueError):
    """A mark that was not written here, or for another question or list."""


def write(keys: Sequence[Key], *, question: str = "") -> str:
    """The mark of the row with these keys."""
    return signing.dumps([question, *keys], salt=_SALT)


def read(mark: str, *shape: type, question: str = "") -> tuple[Key, ...] | None:
    """The keys of a mark, of these types; None for no mark, which is the beginning. Raises `NotOurs`."""
    if not mark:
        return None
    try:
        asked, *keys = signing.loads(mark[:LONGEST], salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise NotOurs(mark[:80]) from error
    is_fit = asked == question and len(keys) == len(shape)
    if not is_fit or not all(map(isinstance, keys, shape)):
        raise NotOurs(mark[:80])
    return tuple(keys)
