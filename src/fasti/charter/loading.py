"""Finding a pack, checking it whole, and loading it once.

A pack is named by its id (a folder of packs/ beside the code) or by the path of its folder.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fasti.charter import checks, findings, folder
from fasti.charter import pack as packs

PACKS = Path(__file__).resolve().parents[3] / "packs"


def load(name: str | Path) -> packs.Pack:
    """The pack of that id or path; raises `BadPack` with every mistake in it."""
    return _load(find(name))


def check(name: str | Path) -> tuple[findings.BadPackFinding, ...]:
    """Every mistake of the pack, in order of file and line; none if it is sound."""
    return _findings(_checked(find(name)))


def find(name: str | Path) -> Path:
    """The folder of a pack; raises `BadPack` if there is none."""
    for path in (PACKS / name, Path(name)):
        if path.is_dir() and str(name):
            return path.resolve()
    known = (
        ", ".join(sorted(path.name for path in PACKS.iterdir() if path.is_dir()))
        if PACKS.is_dir()
        else "none"
    )
    missing = findings.finding("pack-missing", file=str(name), line=0, name=name, known=known)
    raise findings.BadPack(str(name), [missing])


@lru_cache(maxsize=8)
def _load(path: Path) -> packs.Pack:
    checked = _checked(path)
    if found := _findings(checked):
        raise findings.BadPack(path.name, found)
    return packs.Pack(checked, version=folder.version(path))


def _checked(path: Path) -> folder.Folder:
    opened = folder.open_folder(path)
    checks.run(opened)
    return opened


def _findings(opened: folder.Folder) -> tuple[findings.BadPackFinding, ...]:
    return tuple(sorted({found for document in opened.documents.values() for found in document.findings}))
