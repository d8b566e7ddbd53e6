"""Settings of the one Django app. Where the body lives follows from FASTI_DATABASE, else from FASTI_HOME, else `var/`.

`FASTI_DATABASE` is `sqlite:///path/to/file` or `postgresql://user:password@host:port/name`.
"""

from __future__ import annotations

import os
import pathlib
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = pathlib.Path(os.environ.get("FASTI_HOME") or ROOT / "var")
"""The data folder: database, attachments, column store."""


class MalformedDatabase(ValueError):
    """The database address is neither sqlite:///... nor postgresql://..."""


def database(address: str) -> dict[str, Any]:
    """Django's description of the database at an address; raises `MalformedDatabase`."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path[1:]))
    if parts.scheme not in ("postgresql", "postgres"):
        raise MalformedDatabase(
            f"{parts.scheme or address}: FASTI_DATABASE must start with sqlite:/// or postgresql://"
        )
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or query.get("host", ""),
        "PORT": parts.port or query.get("port", ""),
        "CONN_MAX_AGE": 60,
    }


def sqlite(path: str) -> dict[str, Any]:
    """Django's description of a SQLite database: writers queue up, a commit is on disk before it is reported."""
    return {
        "ENGINE": "fasti.sqlite",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


DATABASES = {"default": database(os.environ.get("FASTI_DATABASE") or f"sqlite:///{HOME / 'fasti.sqlite3'}")}
INSTALLED_APPS = ["fasti"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SECRET_KEY = os.environ.get("FASTI_SECRET") or "only for commands without a web server"
