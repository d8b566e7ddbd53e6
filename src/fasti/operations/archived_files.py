"""The files that go into a backup beside the rows: attachments of acts, files taken in for open drafts, what was handed
in for long work and what a reader made of it, key files.

Attachments are written before the act that names them, so those of the instant are there. A draft that is issued while
the backup is made takes its files along into the store of attachments: there they are found by their place in the act.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from fasti.acts import attachments, uploads
from fasti.acts.models import Attachment, Draft
from fasti.operations import archive, plain_rows

KEYS, UPLOADS, ATTACHMENTS, JOBS = "keys", "uploads", "attachments", "jobs"
"""Folders of the data folder."""


def copy_attachments(writer: archive.Writer, home: Path, hashes: Iterable[str]) -> list[str]:
    """Copy the attachments with these hashes; those that are not on the disk."""
    return [
        sha256
        for sha256 in hashes
        if not writer.copy(f"{ATTACHMENTS}/{sha256[:2]}/{sha256}", attachments.path(home, sha256))
    ]


def copy_keys(writer: archive.Writer, home: Path) -> None:
    """Copy all key files."""
    for path in sorted((home / KEYS).rglob("*")):
        if path.is_file():
            writer.copy(path.relative_to(home).as_posix(), path)


def copy_uploads(writer: archive.Writer, home: Path, source: plain_rows.Source) -> list[str]:
    """Copy the files of all drafts that are open at the instant; names of those that are lost.

    A file that somebody has taken out of a draft, or given up with it, since the instant is not lost.
    """
    lost = []
    for draft, place, key, name in _named(source):
        member, path = f"{UPLOADS}/{key[:2]}/{key}", uploads.path(home, key)
        if path is None or member in writer.members or writer.copy(member, path):
            continue
        issued = _issued_meanwhile(draft, place, home)
        if issued is not None and writer.copy(member, issued):
            continue
        if _is_named_still(draft, key):
            lost.append(name)
    return lost


def copy_jobs(writer: archive.Writer, home: Path, source: plain_rows.Source) -> None:
    """Copy the files of the jobs of the instant, but for results that can be asked for again.

    A file that is gone by now has been worked off or given up meanwhile: its job says so when it is taken up.
    """
    for job, state, answer in source.ask("SELECT id, state, CAST(answer AS text) FROM job ORDER BY id"):
        results = json.loads(answer).get("files", ()) if state == "done" else ()
        for path in sorted((home / JOBS / str(job)).glob("[!.]*")):
            if path.is_file() and path.name not in results:
                writer.copy(f"{JOBS}/{job}/{path.name}", path)


OPEN = "SELECT id, CAST(content AS text) FROM draft WHERE issued_as_id IS NULL AND dropped_at IS NULL ORDER BY id"


def _named(source: plain_rows.Source) -> Iterator[tuple[int, int, str, str]]:
    """Draft, place among its attachments, key and name of every file taken in."""
    for draft, content in source.ask(OPEN):
        files = json.loads(content).get("attachments")
        for place, file in enumerate(files if isinstance(files, list) else (), 1):
            if isinstance(file, Mapping) and file.get("upload"):
                yield int(draft), place, str(file["upload"]), str(file.get("filename", ""))


def _is_named_still(draft: int, key: str) -> bool:
    kept = Draft.objects.filter(id=draft, issued_as=None, dropped_at=None).first()
    return kept is not None and key in uploads.keys_of(kept.content)


def _issued_meanwhile(draft: int, place: int, home: Path) -> Path | None:
    """Where the file lies now, if the draft has become an act since."""
    act = Draft.objects.filter(id=draft).values_list("issued_as", flat=True).first()
    found: Any = (
        Attachment.objects.filter(act=act or 0, ordinal=place).values_list("sha256", flat=True).first()
    )
    return attachments.path(home, str(found)) if found else None
