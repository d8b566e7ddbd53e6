"""Office documents are archives whose entries bear the time of writing: this gives them one fixed time.

So the same report gives the same file, and a file can be compared with what was sent.
"""

from __future__ import annotations

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def timeless(archive: bytes) -> bytes:
    """The same archive, entry by entry in the same order, without times."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            written = zipfile.ZipInfo(entry.filename, EPOCH)
            written.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(written, source.read(entry))
    return packed.getvalue()
