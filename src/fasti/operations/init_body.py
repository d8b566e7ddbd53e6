"""Begin the record of a body: make the database ready and say which charter pack it is kept by."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from fasti import charter
from fasti.acts.models import Body


class AlreadyBegun(Exception):
    """This database already is the record of a body."""


def init(pack: charter.Pack) -> Body:
    """Create the tables and the body's row; raises `AlreadyBegun`."""
    _require_none()
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite" and (path := Path(str(connection.settings_dict["NAME"]))).is_file():
        path.chmod(0o600)  # it holds personal data
    with transaction.atomic():
        _require_none()
        return Body.objects.create(id=1, pack=pack.id)


def _require_none() -> None:
    """No body is begun here; one that an older version keeps is left as it is."""
    try:
        found = Body.objects.values_list("pack", flat=True).first()
    except DatabaseError:
        return  # there are no tables yet
    if found is not None:
        raise AlreadyBegun(found)
