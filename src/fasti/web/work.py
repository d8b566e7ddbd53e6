"""The pool that does long work for the pages: one for the serving process, begun by whoever needs it first."""

from __future__ import annotations

from fasti.exchange import work
from fasti.web import asked

POOL = work.pool(now=asked.now)
