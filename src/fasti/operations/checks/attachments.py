"""Attachments: every file is there, is the one that was sealed, and is what it says it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from fasti.acts import attachments
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act

group = Group("attachments", __name__)
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
_HASH = re.compile("[0-9a-f]{64}")
_PIECE = 1 << 20


@group.each("attachment-lost", "The file of every attachment is in the store.", remedy="file")
def attachment_lost(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.attachments:
        if _is_hash(each.sha256) and not attachments.path(body.home, each.sha256).is_file():
            yield of_act(sheet.act.id, file=stored.shown(each.filename))


@group.each(
    "attachment-changed", "The content of every attachment has the hash that was sealed.", remedy="file"
)
def attachment_changed(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.attachments:
        if not _is_hash(each.sha256) or ((digest := _digest(body, each.sha256)) and digest != each.sha256):
            yield of_act(sheet.act.id, file=stored.shown(each.filename))


@group.each(
    "attachment-size-differs", "The file of an attachment has the size that is recorded.", remedy="file"
)
def attachment_size_differs(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.attachments:
        path = attachments.path(body.home, str(each.sha256)) if _is_hash(each.sha256) else None
        if path and path.is_file() and path.stat().st_size != each.size:
            args = {"number": path.stat().st_size, "limit": stored.shown(each.size)}
            yield of_act(sheet.act.id, file=stored.shown(each.filename), **args)


@group.each(
    "media-type-malformed",
    "The media type of an attachment is a type and a subtype.",
    remedy="restore",
    says="malformed",
)
def media_type_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.attachments:
        if not isinstance(each.media_type, str) or not _MEDIA_TYPE.fullmatch(each.media_type):
            yield of_act(sheet.act.id, file=stored.shown(each.filename), value=stored.shown(each.media_type))


@group.each(
    "filename-malformed",
    "The name of an attachment is a file's name without a folder.",
    remedy="restore",
    says="malformed",
)
def filename_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.attachments:
        name = each.filename
        if not isinstance(name, str) or not name.strip() or set(name) & set("/\\\0") or name in (".", ".."):
            yield of_act(sheet.act.id, value=stored.shown(name))


@group.whole(
    "attachment-stray",
    "Every file in the store of attachments belongs to an act.",
    remedy="look",
    severity="notice",
)
def attachment_stray(body: Body) -> Iterable[Found]:
    # A file that was kept by an issuing that then failed is one; it does no harm.
    known = {row[0] for row in body.values("SELECT DISTINCT sha256 FROM attachment")}
    for name in _kept(body):
        if name not in known:
            yield Found(args={"file": name})


def _kept(body: Body) -> Iterator[str]:
    for path in sorted((body.home / "attachments").glob("*/*")):
        if path.is_file() and _is_hash(path.name):
            yield path.name


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and bool(_HASH.fullmatch(value))


def _digest(body: Body, sha256: str) -> str:
    """The hash of a kept file, piece by piece; empty where there is none."""
    path = attachments.path(body.home, sha256)
    if not path.is_file():
        return ""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
