"""The table of long work: one line per kind, each with its file in this folder."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from fasti.exchange.work import export, reading, report, taking
from fasti.operations import jobs

KINDS: Mapping[str, jobs.Kind] = {
    "report": jobs.Kind(report.work),
    "import": jobs.Kind(taking.work, is_resumable=True),
    "export": jobs.Kind(export.work),
    "reading": jobs.Kind(reading.work),
}
_POOL: list[jobs.Pool] = []
_MAKING = threading.Lock()


def pool(*, now: Callable[[], datetime]) -> jobs.Pool:
    """The one pool of this process, whichever door needs it first; `now` is that door's clock."""
    with _MAKING:
        if not _POOL:
            _POOL.append(jobs.Pool(KINDS, now=now))
    return _POOL[0]
