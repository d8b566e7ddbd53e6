"""Back up the body: every row as of one instant, and the files it rests on, in one archive; acts go on meanwhile.

The archive is the same whatever database it came from, and can be restored into either. It holds everything that was
recorded before the backup began, personal data among it, and unfinished work: open drafts and long work with their
files, but for results that can be asked for again. The column
store is not part of it: it is made again; nor is the key of the installation, with which second factors are sealed.
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

from fasti.operations import archive, archived_factors, archived_files, plain_rows


@dataclass(frozen=True)
class BackedUp:
    """What an archive holds."""

    pack: str
    num_acts: int
    heads: Mapping[str, Any]
    """Issuer code to place and hash of its last act."""
    missing: tuple[str, ...]
    """Hashes of attachments that the record names and the disk does not have."""
    missing_uploads: tuple[str, ...]
    """Names of files that open drafts name and the disk does not have."""


def backup(target: Path, *, taken_at: datetime) -> BackedUp:
    """Write the archive; raises `archive.CannotBackUp`, and then nothing stands at `target`."""
    home = Path(settings.HOME)
    migrations = sorted(
        name for app, name in MigrationRecorder(connection).applied_migrations() if app == "fasti"
    )
    with archive.writing(target) as writer:
        with plain_rows.reading() as source:
            # First of all: they are the ones that are taken away, when their draft is issued.
            lost = archived_files.copy_uploads(writer, home, source)
            archived_files.copy_jobs(writer, home, source)
            rows = {table: _table(writer, source, table, columns)
                    for table, columns in plain_rows.tables().items()}  # fmt: skip
            archived_factors.write(writer, source)
            heads = _heads(source)
            pack = str(source.ask("SELECT pack FROM body")[0][0])
            files = [
                str(sha256)
                for (sha256,) in source.ask("SELECT DISTINCT sha256 FROM attachment ORDER BY sha256")
            ]
        missing = archived_files.copy_attachments(writer, home, files)
        archived_files.copy_keys(writer, home)
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
    return BackedUp(pack, rows["act"]["rows"], heads, tuple(missing), tuple(lost))


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
