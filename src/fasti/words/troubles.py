"""What keeps a file from being read or written, as the machine tells it, in the reader's language."""

from __future__ import annotations

import errno

from fasti.words.messages import say

_TOLD = {
    errno.ENOENT: "absent",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.ENOSPC: "full",
    errno.EROFS: "read-only",
}


def trouble(error: BaseException, lang: str) -> str:
    """The trouble as half a sentence; one that is not known here in the machine's own words.

    >>> trouble(FileNotFoundError(2, "No such file or directory"), "en"), trouble(ValueError("odd"), "en")
    ('there is no such file or folder', 'odd')
    """
    known = _TOLD.get(getattr(error, "errno", None) or 0)
    if known:
        return say(f"trouble-{known}", lang)
    return getattr(error, "strerror", None) or str(error)
