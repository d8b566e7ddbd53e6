"""What is set from outside, read and refused by name where it is malformed: addresses, numbers, the key of the forms.

`FASTI_DATABASE` is `sqlite:///path/to/file` or `postgresql://user:password@host:port/name?sslmode=verify-full&...`.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import secrets
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

POSTGRES = {"application_name": "fasti", "connect_timeout": "10", "keepalives_idle": "60"}
"""What a connection to PostgreSQL is told unless the address says otherwise; whatever libpq knows may stand there."""


class Malformed(ValueError):
    """What is set is not what the setting takes; the message names it and says what it takes."""


def whole_number(name: str, unset: int) -> int:
    """A setting that is a number, 0 or more; raises `Malformed`."""
    text = os.environ.get(name) or str(unset)
    if not (text.isascii() and text.isdecimal()):
        raise Malformed(f"{text}: {name} takes a whole number")
    return int(text)


def database(address: str) -> dict[str, Any]:
    """Django's description of the database at an address; raises `Malformed`."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path[1:]))
    if parts.scheme not in ("postgresql", "postgres"):
        raise Malformed(
            f"{parts.scheme or address}: FASTI_DATABASE must start with sqlite:/// or postgresql://"
        )
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    host, port = query.pop("host", ""), query.pop("port", "")
    age = query.pop("max_age", "60")
    if not age.isdecimal():
        raise Malformed(f"max_age={age}: FASTI_DATABASE takes a number of seconds there")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or host,
        "PORT": parts.port or port,
        "CONN_MAX_AGE": int(age),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**POSTGRES, **query},
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


def secret(home: pathlib.Path) -> str:
    """The key by which sessions and forms are signed: made once, kept in the data folder. No backup holds it."""
    path = home / "web.key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    made = secrets.token_urlsafe(48)
    if not home.is_dir():
        return made  # No body is kept here yet, so nobody can have signed in.
    with (
        contextlib.suppress(FileExistsError),
        os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file,
    ):
        file.write(made)
    return path.read_text(encoding="ascii") or made


def mail(address: str) -> dict[str, Any]:
    """Django's settings for a mail server, `smtp://user:password@host:port`; `smtps://` for TLS from the beginning,
    `smtp+tls://` for STARTTLS. Raises `Malformed`.
    """
    parts = urlsplit(address)
    ports = {"smtp": 25, "smtps": 465, "smtp+tls": 587}
    if parts.scheme not in ports or not parts.hostname:
        raise Malformed(
            f"{parts.scheme or address}: FASTI_SMTP must start with smtp://, smtps:// or smtp+tls://"
        )
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or ports[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
    }
