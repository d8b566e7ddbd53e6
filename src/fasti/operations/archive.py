"""The archive of a body: one file that holds every row and every file of it, and says what must be in it.

It is a zip file, so it can be looked into without Fasti. Its last member is a manifest with the hash of each other
member; its last 64 characters are the hash of everything before them. So an archive that was cut short, changed in a
single bit, or made by something else is known before anything is read from it, and named by the member concerned.
It is written in one go beside its place and takes that place when it is whole and on disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

FORMAT = "fasti-backup"
VERSION = 1
MANIFEST = "manifest.json"
_SEAL = len(hashlib.sha256().hexdigest())
_PIECE = 1 << 20


class CannotBackUp(Exception):
    """The archive could not be written. `code` names the sentence (`backup-...`), `args_` what stands in it."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(f"{code}: {args}")
        self.code = code
        self.args_ = args


class NotAnArchive(Exception):
    """The file is not a whole archive. `code`: foreign, cut-short, changed, or unreadable; `member`: where."""

    def __init__(self, code: str, member: str = "") -> None:
        super().__init__(f"{code} {member}".strip())
        self.code = code
        self.member = member


class _Sealed:
    """A file written from begin to end whose bytes are hashed on the way, but for the last ones: the seal."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._held = b""
        self._hash = hashlib.sha256()

    def write(self, data: Any) -> int:
        self._file.write(data)
        waiting = self._held + bytes(data)
        self._hash.update(waiting[:-_SEAL])
        self._held = waiting[-_SEAL:]
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        """Put the hash in the place held for it, and everything on disk."""
        self._file.seek(-_SEAL, os.SEEK_END)
        self._file.write(self._hash.hexdigest().encode())
        self._file.flush()
        os.fsync(self._file.fileno())


class Member:
    """A member being written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes | memoryview) -> None:
        """Add bytes."""
        self._file.write(data)
        self._hash.update(data)
        self._size += len(data)

    @property
    def said(self) -> dict[str, Any]:
        """What the manifest says of it."""
        return {"size": self._size, "sha256": self._hash.hexdigest()}


class Writer:
    """An archive being written."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zip = zipped
        self.members: dict[str, dict[str, Any]] = {}

    @contextlib.contextmanager
    def member(self, name: str, *, packed: bool = True) -> Iterator[Member]:
        """A member to write into; `packed`: its content is compressed."""
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        # How hard one member is packed has no public name before Python 3.13. The fastest level: archives are large.
        cast(Any, info)._compresslevel = 1
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w", force_zip64=True) as file:
            member = Member(file)
            yield member
        self.members[name] = member.said

    def copy(self, name: str, path: Path) -> bool:
        """A file of the disk as a member; False where there is none."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return False
        with file, self.member(name, packed=False) as member:
            while piece := file.read(_PIECE):
                member.write(piece)
        return True

    def close(self, manifest: Mapping[str, Any]) -> None:
        """Write the manifest."""
        whole = {"format": FORMAT, "version": VERSION, **manifest, "members": dict(self.members)}
        with self.member(MANIFEST) as member:
            member.write(json.dumps(whole, indent=1, ensure_ascii=False).encode())


@contextlib.contextmanager
def writing(target: Path) -> Iterator[Writer]:
    """An archive that stands at `target` when the block is left, whole and on disk; nothing if the block fails."""
    if target.exists():
        raise CannotBackUp("backup-file-exists", file=str(target))
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise CannotBackUp("backup-cannot-write", file=str(target), detail=error.strerror or "") from error
    try:
        with os.fdopen(handle, "w+b") as file:
            sealed = _Sealed(file)
            with zipfile.ZipFile(sealed, "w") as zipped:
                yield Writer(zipped)
                zipped.comment = b"0" * _SEAL
            sealed.close()
        Path(draft).replace(target)
        _put_on_disk(target.parent)
    except OSError as error:
        detail = ": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error))))
        raise CannotBackUp("backup-cannot-write", file=str(target), detail=detail) from error
    finally:
        Path(draft).unlink(missing_ok=True)


def _put_on_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Reader:
    """A whole archive."""

    def __init__(self, zipped: zipfile.ZipFile, manifest: Mapping[str, Any]) -> None:
        self._zip = zipped
        self.manifest = manifest

    def open(self, name: str) -> IO[bytes]:
        """A member's content."""
        return self._zip.open(name)

    def names(self, folder: str) -> list[str]:
        """The members under a folder."""
        return [name for name in self.manifest["members"] if name.startswith(f"{folder}/")]


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """The archive at `path`, every byte of which is as it was written; raises `NotAnArchive`."""
    try:
        with path.open("rb") as file, _opened(file) as zipped:
            manifest = _manifest(zipped)
            if len(zipped.comment) < _SEAL:
                raise NotAnArchive("cut-short")
            if not _is_sealed(file):
                raise NotAnArchive("changed", _first_changed(zipped, manifest))
            yield Reader(zipped, manifest)
    except OSError as error:
        raise NotAnArchive("unreadable", error.strerror or str(error)) from error


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        file.seek(0)
        raise NotAnArchive("cut-short" if file.read(4) == b"PK\x03\x04" else "foreign") from None


def _manifest(zipped: zipfile.ZipFile) -> dict[str, Any]:
    if MANIFEST not in zipped.namelist():
        raise NotAnArchive("foreign")
    try:
        found = json.loads(zipped.read(MANIFEST))
    except (ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise NotAnArchive("changed", MANIFEST) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotAnArchive("foreign")
    return found


def digest(file: IO[bytes]) -> str:
    """The hash of a file from where it stands to its end."""
    found = hashlib.sha256()
    while piece := file.read(_PIECE):
        found.update(piece)
    return found.hexdigest()


def _is_sealed(file: IO[bytes]) -> bool:
    left = file.seek(0, os.SEEK_END) - _SEAL
    file.seek(0)
    found = hashlib.sha256()
    while left > 0 and (piece := file.read(min(_PIECE, left))):
        found.update(piece)
        left -= len(piece)
    return file.read(_SEAL) == found.hexdigest().encode()


def _first_changed(zipped: zipfile.ZipFile, manifest: Mapping[str, Any]) -> str:
    """The first member that is not as the manifest says; empty when the change is between the members."""
    for name, said in dict(manifest.get("members") or {}).items():
        try:
            with zipped.open(name) as file:
                if digest(file) != said["sha256"]:
                    return str(name)
        except Exception:  # whatever a changed member makes the reader stumble over
            return str(name)
    return ""
