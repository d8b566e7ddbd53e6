"""The full-text index of the acts. It is derived, so it has no model and is neither backed up nor proved."""

from typing import Any

from django.db import migrations

SQLITE = (
    # The words come folded and parted by spaces: the tokenizer has nothing left to do.
    "CREATE VIRTUAL TABLE act_search USING fts5(forms, lemmas, signs, content='', tokenize='ascii')",
)
POSTGRES = (
    "CREATE TABLE act_search (act_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX act_search_words ON act_search USING gin (words)",
)


def forward(apps: Any, schema: Any) -> None:
    """Create the index in the database's own language; `index_acts` fills it."""
    for statement in POSTGRES if schema.connection.vendor == "postgresql" else SQLITE:
        schema.execute(statement)


def backward(apps: Any, schema: Any) -> None:
    """Drop it."""
    schema.execute("DROP TABLE act_search")


class Migration(migrations.Migration):
    """A table beside the record."""

    dependencies = [("fasti", "0004_accounts_and_drafts")]
    operations = [migrations.RunPython(forward, backward)]
