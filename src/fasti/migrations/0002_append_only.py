"""The record is append-only: the database itself refuses to change or delete an issued act, its effects or relations."""

from typing import Any

from django.db import migrations

TABLES = ("act", "effect", "relation", "task", "attachment")


def forward(apps: Any, schema: Any) -> None:
    """Create the triggers in the database's own language."""
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            if schema.connection.vendor == "postgresql":
                schema.execute(
                    "CREATE OR REPLACE FUNCTION fasti_append_only() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$ BEGIN RAISE EXCEPTION 'the record is append-only: % on %', TG_OP, TG_TABLE_NAME; END $$",
                    params=None,
                )
                schema.execute(
                    f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" FOR EACH ROW '
                    "EXECUTE FUNCTION fasti_append_only()"
                )
            else:
                schema.execute(
                    f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" BEGIN '
                    f"SELECT RAISE(ABORT, 'the record is append-only: {verb} on {table}'); END"
                )


def backward(apps: Any, schema: Any) -> None:
    """Drop the triggers."""
    for table in TABLES:
        for verb in ("update", "delete"):
            on = f' ON "{table}"' if schema.connection.vendor == "postgresql" else ""
            schema.execute(f"DROP TRIGGER {table}_no_{verb}{on}")


class Migration(migrations.Migration):
    """Triggers on the written record."""

    dependencies = [("fasti", "0001_initial")]
    operations = [migrations.RunPython(forward, backward)]
