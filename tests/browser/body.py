"""Makes the body that the browser tests look at, in the folder FASTI_HOME, and prints a session for each account.

Run as a program, in a process of its own: the server under test works on a database on disk, as it does for users.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

PASSWORD = "lanterns-burn-late"
ROLES = ("ADA", "BRUNO", "DORA", "CHIARA", "EMIL", "FATIMA", "GORAN")


def main() -> None:
    """Build and print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from tests import cast, lived_in

    call_command("migrate", verbosity=0)
    lived_in.build()
    cast.issue(
        cast.act(
            "NORTH-B", "plan", "Kế hoạch thắp đèn đường phố", "2024-10-02", text="Žádná ulice bez světla."
        )
    )
    print(json.dumps({name: session(name, cast.at("2024-10-02")) for name in (*ROLES, "technical")}))


def session(name: str, at: object) -> str:
    """An account that has signed in before, and the key of a session of it."""
    from fasti.operations import open_account
    from tests import cast

    opened = open_account.open_account(
        name.lower(), pack=cast.pack(), at=cast.at("2024-10-02"), actor="test",
        person="" if name == "technical" else name, password=PASSWORD,
    )  # fmt: skip
    return session_of(opened.account)


def session_of(account: Any) -> str:
    """The key of a new session of an account."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.save()
    return str(store.session_key)


if __name__ == "__main__":
    sys.exit(main())
