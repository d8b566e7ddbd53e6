"""Begin the record of a body: make the database ready and say which charter pack it is kept by."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from fasti import charter
from fasti.acts.models import Body


class AlreadyBegun(Exception):
    """This database already is the record of a body."""


def init(pack: charter.Pack) -> Body:
    """Create the tables and the body's row; raises `AlreadyBegun`."""
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite" and (path := Path(str(connection.settings_dict["NAME"]))).is_file():
        path.chmod(0o600)  # it holds personal data
    with transaction.atomic():
        if Body.objects.exists():
            raise AlreadyBegun(Body.objects.get().pack)
        return Body.objects.create(id=1, pack=pack.id)
