"""The words by which units are found. They are derived, so they have no model and are neither backed up nor proved."""

from typing import Any

from django.db import migrations

SQLITE = (
    "CREATE TABLE unit_word (word text NOT NULL, unit_id bigint NOT NULL, PRIMARY KEY (word, unit_id)) WITHOUT ROWID",
)
POSTGRES = (
    'CREATE TABLE unit_word (word varchar(64) COLLATE "C" NOT NULL, unit_id bigint NOT NULL, PRIMARY KEY (word, unit_id))',
)
BOTH = (
    "CREATE INDEX unit_word_unit ON unit_word (unit_id)",
    "CREATE TABLE unit_word_mark (last_effect bigint NOT NULL)",
)


def forward(apps: Any, schema: Any) -> None:
    """Create the tables in the database's own language; `index_units` fills them."""
    own = POSTGRES if schema.connection.vendor == "postgresql" else SQLITE
    for statement in (*own, *BOTH):
        schema.execute(statement)


def backward(apps: Any, schema: Any) -> None:
    """Drop them."""
    schema.execute("DROP TABLE unit_word")
    schema.execute("DROP TABLE unit_word_mark")


class Migration(migrations.Migration):
    """Tables beside the record."""

    dependencies = [("fasti", "0005_act_search")]
    operations = [migrations.RunPython(forward, backward)]
