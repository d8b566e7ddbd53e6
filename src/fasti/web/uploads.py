"""Files sent with a form: what is beyond the limit is read to its end and thrown away, and the form says so."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from fasti.acts import attachments

MOST = 20
"""Files of one form."""
_LEFT_OUT = "_fasti_files_left_out"


class UpToLimit(TemporaryFileUploadHandler):
    """Keeps a file on disk while it is read, up to the largest an attachment may be."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file; beyond the number of files it is not even begun."""
        self._num = getattr(self, "_num", 0) + 1
        self._size = 0
        if self._num > MOST:
            self._leave_out(str(args[1] if len(args) > 1 else ""))
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Count what comes."""
        self._size += len(raw_data)
        if self._size > attachments.LARGEST:
            self.file.close()
            self._leave_out(self.file_name or "")
        return super().receive_data_chunk(raw_data, start)

    def _leave_out(self, name: str) -> None:
        if self.request is not None:
            setattr(self.request, _LEFT_OUT, [*left_out(self.request), name])
        raise SkipFile


def left_out(request: HttpRequest) -> list[str]:
    """Names of files that were too large, or too many."""
    return list(getattr(request, _LEFT_OUT, []))
