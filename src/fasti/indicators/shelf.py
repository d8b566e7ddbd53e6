"""A folder of files that belong together, one state after the other: what the column store stands on.

A state is a manifest that names its files with their sizes and hashes. It takes the place of the one before in one
step, so a process killed at any moment leaves the old state or the new one, and files of neither, which the next
writer removes. Whoever reads a state holds a lease on it, which ends with the process at the latest: the files of a
state that somebody reads are not removed. A file that is not as it was written (torn, cut short, changed) makes its
state unsound; then it is as if there were none.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import hashlib
import json
import shutil
import uuid
import weakref
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_leases: weakref.WeakValueDictionary[str, Lease] = weakref.WeakValueDictionary()


class Lease:
    """Held for as long as somebody may read the files of a state."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def __del__(self) -> None:
        """Let go; a process that is killed lets go as well."""
        if hasattr(self, "_file"):
            self._file.close()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder, for one process (and one thread of it) at a time. It is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def read(folder: Path) -> dict[str, Any] | None:
    """The manifest of the state, if there is one and every file is as it was written. Call it when `locked`."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        seals = {str(name): dict(seal) for name, seal in found["seals"].items()}
        as_written = found["boot"] == _boot()
        checked = {name: _checked(folder / name, seal, as_written) for name, seal in seals.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if None in checked.values() or not (folder / f"{found['generation']}.lease").exists():
        return None
    if checked != seals or not as_written:
        found |= {"seals": checked, "boot": _boot()}
        _put(folder, found)
    return dict(found)


def _checked(path: Path, seal: dict[str, Any], as_written: bool) -> dict[str, Any] | None:
    """The seal of a file that is as it was written, else None.

    Size and time suffice while the machine has not been started anew: until then what one process wrote is what
    the others read. After a start the disk may hold less than was written, and the content is read.
    """
    stat = path.stat()
    now = {"size": stat.st_size, "time": stat.st_mtime_ns, "sha256": seal["sha256"]}
    if as_written and now == seal:
        return now
    return now if stat.st_size == seal["size"] and _sha256(path) == seal["sha256"] else None


def seal(path: Path) -> dict[str, Any]:
    """What tells a file from one that was cut short or changed."""
    stat = path.stat()
    return {"size": stat.st_size, "time": stat.st_mtime_ns, "sha256": _sha256(path)}


def replace(folder: Path, state: Mapping[str, Any], files: Iterable[str]) -> str:
    """Make `state` the state of the folder; its generation. Call it when `locked`.

    Files that the state before has as well keep the seals they have: large ones are not read again.
    """
    generation = uuid.uuid4().hex
    names = sorted(files)
    (folder / f"{generation}.lease").write_text(json.dumps(names), "utf-8")
    before = (read(folder) or {"seals": {}})["seals"]
    seals = {name: before.get(name) or seal(folder / name) for name in names}
    _put(folder, {**state, "generation": generation, "seals": seals, "boot": _boot()})
    return generation


def _put(folder: Path, manifest: Mapping[str, Any]) -> None:
    draft = folder / f"manifest-{uuid.uuid4().hex}"
    draft.write_text(json.dumps(manifest, indent=1), "utf-8")
    draft.replace(folder / MANIFEST)


def lease(folder: Path, generation: str) -> Lease:
    """A lease on a state. Call it when `locked`."""
    path = folder / f"{generation}.lease"
    held = _leases.get(str(path))
    if held is None:
        held = _leases[str(path)] = Lease(path)
    return held


def is_read(lease: Path) -> bool:
    """Whether somebody holds the lease."""
    with lease.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def sweep(folder: Path) -> None:
    """Remove the files of no state: what a killed writer left, what nobody reads any more. Call it when `locked`."""
    manifest = read(folder)
    current = str(manifest["generation"]) if manifest else ""
    kept: set[str] = set(manifest["seals"]) if manifest else set()
    for each in folder.glob("*.lease"):
        if each.stem == current:
            continue
        if is_read(each):
            kept |= _named(each)
        else:
            each.unlink()
    for pattern in ("*.parquet", "*.arrow", "*.plain", "manifest-*"):
        for file in folder.glob(pattern):
            if file.name not in kept:
                file.unlink()


def _named(lease: Path) -> set[str]:
    try:
        return set(json.loads(lease.read_text("utf-8")))
    except ValueError:
        return set()


def clear(folder: Path) -> None:
    """Remove every state; the folder stays for those who wait for its lock."""
    with locked(folder):
        for each in folder.iterdir():
            if each.is_dir():
                shutil.rmtree(each, ignore_errors=True)
            elif each.name != "lock":
                each.unlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@functools.cache
def _boot() -> str:
    """Which start of the machine this is; where the system does not say, this process."""
    try:
        return _BOOT.read_text("ascii").strip()
    except OSError:
        return uuid.uuid4().hex
