"""The order of people by the given name, kept by the database as the list asks for it (`reports/people.py`)."""

from typing import Any

from django.db import migrations

BY_GIVEN = """substr(search_name, length(rtrim(search_name, replace(search_name, ' ', ''))) + 1) || ' ' || search_name"""


def forward(apps: Any, schema: Any) -> None:
    """Lay the index: by the last word of the folded name, then all of it, compared sign by sign."""
    collation = "C" if schema.connection.vendor == "postgresql" else "BINARY"
    schema.execute(f'CREATE INDEX person_by_given ON person ((({BY_GIVEN}) COLLATE "{collation}"), id)')


def backward(apps: Any, schema: Any) -> None:
    """Drop it."""
    schema.execute("DROP INDEX person_by_given")


class Migration(migrations.Migration):
    """An index on an expression."""

    dependencies = [("fasti", "0007_returns")]
    operations = [migrations.RunPython(forward, backward)]
