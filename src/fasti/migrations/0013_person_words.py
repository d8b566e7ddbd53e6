"""The words of people's names, by which they are found: kept by the database itself, so neither backed up nor proved."""

from typing import Any

from django.db import migrations

from fasti.subjects import person_words

SQLITE = (
    "CREATE VIRTUAL TABLE person_word USING fts5("
    "search_name, content='person', content_rowid='id', detail='none', tokenize='ascii', prefix='2 3')",
    "CREATE TRIGGER person_word_after_insert AFTER INSERT ON person BEGIN"
    " INSERT INTO person_word (rowid, search_name) VALUES (new.id, new.search_name); END",
    "CREATE TRIGGER person_word_after_delete AFTER DELETE ON person BEGIN"
    " INSERT INTO person_word (person_word, rowid, search_name) VALUES ('delete', old.id, old.search_name); END",
    "CREATE TRIGGER person_word_after_update AFTER UPDATE OF id, search_name ON person BEGIN"
    " INSERT INTO person_word (person_word, rowid, search_name) VALUES ('delete', old.id, old.search_name);"
    " INSERT INTO person_word (rowid, search_name) VALUES (new.id, new.search_name); END",
    "INSERT INTO person_word (person_word) VALUES ('rebuild')",
)
SECURE = "INSERT INTO person_word (person_word, rank) VALUES ('secure-delete', 1)"
"""An erased name is gone from the index at once, and not only with its next merge."""
SECURE_SINCE = (3, 42)
POSTGRES = (f"CREATE INDEX person_word ON person USING gin (({person_words.VECTOR}))",)


def forward(apps: Any, schema: Any) -> None:
    """Lay the index in the database's own language."""
    connection = schema.connection
    if connection.vendor == "postgresql":
        statements: tuple[str, ...] = POSTGRES
    else:
        is_secure = connection.Database.sqlite_version_info >= SECURE_SINCE
        statements = (SQLITE[0], SECURE, *SQLITE[1:]) if is_secure else SQLITE
    for statement in statements:
        schema.execute(statement, params=None)


def backward(apps: Any, schema: Any) -> None:
    """Drop it."""
    if schema.connection.vendor == "postgresql":
        schema.execute("DROP INDEX person_word")
        return
    for when in ("insert", "delete", "update"):
        schema.execute(f"DROP TRIGGER person_word_after_{when}")
    schema.execute("DROP TABLE person_word")


class Migration(migrations.Migration):
    """An index on an expression, or a table of the database's own full text."""

    dependencies = [("fasti", "0011_peers")]
    operations = [migrations.RunPython(forward, backward)]
