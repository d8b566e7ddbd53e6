"""Bring a body that an older version of Fasti kept to the shape that this version works with."""

from __future__ import annotations

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from fasti.operations import index_acts, index_units

OLDER, NEWER = "older", "newer"


class MadeByNewer(Exception):
    """A newer version made the body; its name is the first change that this version does not know."""


def missing() -> tuple[str, ...]:
    """The changes to the tables that this version works with and that were not made here, in order."""
    loader = MigrationLoader(connection)
    gone = set(loader.graph.nodes) - set(loader.applied_migrations)
    return tuple(f"{app}.{name}" for app, name in sorted(gone))


def unknown() -> tuple[str, ...]:
    """The changes that were made here and that this version does not know, in order."""
    loader = MigrationLoader(connection)
    found = set(loader.applied_migrations) - set(loader.disk_migrations)
    return tuple(sorted(f"{app}.{name}" for app, name in found if app == "fasti"))


def made_by() -> str:
    """`older` or `newer` where another version made the body, else nothing; nothing too where nobody can say."""
    try:
        return NEWER if unknown() else OLDER if missing() else ""
    except DatabaseError:
        return ""


def upgrade() -> tuple[str, ...]:
    """Make the missing changes, and take into the searches what is missing there; returns the changes made.

    Raises `MadeByNewer`. Each change is made whole or not at all.
    """
    if later := unknown():
        raise MadeByNewer(later[0])
    made = missing()
    call_command("migrate", verbosity=0, interactive=False)
    index_acts.catch_up()
    index_units.catch_up()
    return made
