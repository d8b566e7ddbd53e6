"""Back up the body: every row as of one instant, and the files it rests on, in one archive; acts go on meanwhile.

The archive is the same whatever database it came from, and can be restored into either. It holds everything that was
recorded before the backup began, personal data among it. The column store is not part of it: it is made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from fasti.acts import attachments
from fasti.operations import archive, plain_rows

KEYS = "keys"
"""The folder of key files in the data folder."""


@dataclass(frozen=True)
class BackedUp:
    """What an archive holds."""

    pack: str
    num_acts: int
    heads: Mapping[str, Any]
    """Issuer code to place and hash of its last act."""
    missing: tuple[str, ...]
    """Hashes of attachments that the record names and the disk does not have."""


def backup(target: Path, *, taken_at: datetime) -> BackedUp:
    """Write the archive; raises `archive.CannotBackUp`, and then nothing stands at `target`."""
    migrations = sorted(
        name for app, name in MigrationRecorder(connection).applied_migrations() if app == "fasti"
    )
    with archive.writing(target) as writer:
        with plain_rows.reading() as source:
            rows = {table: _table(writer, source, table, columns)
                    for table, columns in plain_rows.tables().items()}  # fmt: skip
            heads = _heads(source)
            pack = str(source.ask("SELECT pack FROM body")[0][0])
            files = [
                str(sha256)
                for (sha256,) in source.ask("SELECT DISTINCT sha256 FROM attachment ORDER BY sha256")
            ]
        missing = _files(writer, files)
        writer.close(
            {
                "taken_at": taken_at.astimezone(UTC).isoformat(),
                "charter": pack,
                "migrations": migrations,
                "tables": rows,
                "heads": heads,
                "missing": missing,
            }
        )
    return BackedUp(pack, rows["act"]["rows"], heads, tuple(missing))


def _table(
    writer: archive.Writer, source: plain_rows.Source, table: str, columns: plain_rows.Columns
) -> dict[str, Any]:
    num = 0
    with writer.member(f"tables/{table}.tsv") as member:
        for piece in source.lines(table, columns):
            member.write(piece)
            num += bytes(piece).count(b"\n")
    return {"rows": num, "columns": dict(columns)}


def _heads(source: plain_rows.Source) -> dict[str, Any]:
    return {
        str(code): {"sequence": int(sequence), "hash": str(sealed)}
        for code, sequence, sealed in source.ask(HEADS)
    }


HEADS = (
    "SELECT u.code, a.sequence, a.hash FROM act a JOIN unit u ON u.id = a.issuer_id "
    "WHERE NOT EXISTS (SELECT 1 FROM act b WHERE b.issuer_id = a.issuer_id AND b.sequence = a.sequence + 1) "
    "ORDER BY u.code, a.sequence"
)
"""The last act of each issuer."""


def _files(writer: archive.Writer, hashes: list[str]) -> list[str]:
    """Attachments and keys. They are written before the act that names them, so those of the instant are there."""
    home = Path(settings.HOME)
    missing = [
        sha256
        for sha256 in hashes
        if not writer.copy(f"attachments/{sha256[:2]}/{sha256}", attachments.path(home, sha256))
    ]
    for path in sorted((home / KEYS).rglob("*")):
        if path.is_file():
            writer.copy(path.relative_to(home).as_posix(), path)
    return missing
