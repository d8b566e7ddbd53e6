"""Second factors in a backup: sealed as they are kept, with the key that no backup holds.

Whoever restores and puts that key back (`web.key`, or FASTI_SECRET) signs in as before. Without it passkeys go on
working, and for apps and recovery codes it can be told whose they are. They are kept by a library whose tables
change without us, so they are no tables of the archive but a member of their own, read by the names of its columns.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator

from fasti.operations import archive, plain_rows

MEMBER = "factors.tsv"
COLUMNS = {
    "user_id": "number",
    "type": "text",
    "data": "json",
    "created_at": "instant",
    "last_used_at": "instant",
}
"""What is kept of each, with its kind."""


def write(writer: archive.Writer, source: plain_rows.Source) -> None:
    """All second factors as of the instant."""
    with writer.member(MEMBER) as member:
        for piece in source.lines(Authenticator._meta.db_table, COLUMNS):
            member.write(piece)


def load(read: archive.Reader) -> int:
    """Put back all second factors, part of the caller's transaction; how many. Older archives have none."""
    if MEMBER not in read.manifest["members"]:
        return 0
    with read.open(MEMBER) as content:
        made = [_one(dict(zip(COLUMNS, row, strict=True))) for row in plain_rows.rows(content)]
    Authenticator.objects.bulk_create(made, batch_size=500)
    return len(made)


def _one(row: dict[str, str | None]) -> Authenticator:
    return Authenticator(
        user_id=int(row["user_id"] or 0),
        type=row["type"],
        data=json.loads(row["data"] or "{}"),
        created_at=_instant(row["created_at"]),
        last_used_at=_instant(row["last_used_at"]),
    )


def _instant(text: Any) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
