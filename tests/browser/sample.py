"""Opens accounts in a copy of the sample body in the folder FASTI_HOME, and prints a session for each.

Run as a program, in a process of its own, as `tests.browser.body` is.
"""

from __future__ import annotations

import json
import os
import sys

HOLDERS = {"above": ("central_head_organising", "VN-BTC"), "below": ("head_organising", "VN-66-BTCTU")}
"""Who answers for the centre, and who serves, since the mergers of 2025, for what was Thái Bình."""


def main() -> None:
    """Open and print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    django.setup()
    print(json.dumps({name: _session(name, *held) for name, held in HOLDERS.items()}))


def _session(name: str, office: str, unit: str) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from samples.vn_party import accounts

    from fasti import charter
    from fasti.operations import open_account
    from fasti.web import asked

    at = asked.now()
    person = accounts.holder(accounts.Role(name, office, unit), day=at.date())
    opened = open_account.open_account(
        name, pack=charter.load("vn_party"), at=at, actor="test", person=person.code,
        password=open_account.made_up(),
    )  # fmt: skip
    store = SessionStore()
    store[SESSION_KEY] = str(opened.account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = opened.account.get_session_auth_hash()
    store.save()
    return str(store.session_key)


if __name__ == "__main__":
    sys.exit(main())
