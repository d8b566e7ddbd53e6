"""The folder of a pack: its files, read once, and the dated tables in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fasti.charter import dated, reading, shape

# The files every pack has. Words and claims (one file per language each) and cases stand in folders beside them.
FILES = (
    "pack.yaml", "units.yaml", "acts.yaml", "authority.yaml", "numbering.yaml", "offices.yaml", "values.yaml",
    "forms.yaml", "indicators.yaml", "peer_groups.yaml", "layout.yaml", "access.yaml", "coverage.yaml",
)  # fmt: skip
# Files a pack may go without: what its narrative reports count.
OPTIONAL = ("claimed.yaml",)
# The dated tables, and the file each stands in.
TABLES = {
    "unit_kinds": "units.yaml",
    "buckets": "acts.yaml",
    "act_types": "acts.yaml",
    "relations": "acts.yaml",
    "effects": "acts.yaml",
    "authority": "authority.yaml",
    "terms": "numbering.yaml",
    "numbering": "numbering.yaml",
    "offices": "offices.yaml",
    "management": "offices.yaml",
    "ex_officio": "offices.yaml",
    "values": "values.yaml",
    "age_bands": "values.yaml",
    "sanctions": "values.yaml",
    "forms": "forms.yaml",
    "obligations": "forms.yaml",
    "peer_groups": "peer_groups.yaml",
    "ranking": "peer_groups.yaml",
    "scorecards": "peer_groups.yaml",
    "layouts": "layout.yaml",
    "classes": "access.yaml",
    "grants": "access.yaml",
    "four_eyes": "access.yaml",
}
ONE_RULE = ("age_bands", "classes", "four_eyes", "ranking")
"""Tables of a single series, which bears the table's name."""
LEFT_OUT = ("ranking", "scorecards")
"""Tables that a body may go without: who is not ranked and not scored."""
Table = dict[str, dated.Series]


@dataclass(slots=True)
class Folder:
    """A pack as written: documents by file name, each with its lines and findings."""

    path: Path
    documents: dict[str, reading.Document] = field(default_factory=dict)

    def sound(self, *files: str) -> bool:
        """Whether these files are there and have no finding so far."""
        return all(name in self.documents and not self.documents[name].findings for name in files)

    def table(self, name: str) -> Table:
        """The dated series of one table. A form's obligations are keyed ``form/level``."""
        content = self.documents[TABLES[name]].data
        if name in LEFT_OUT and name not in content:
            return {}
        written = content[name]
        if name in ONE_RULE:
            return {name: dated.series(name, written, route=(name,))}
        if name == "obligations":
            rows = {
                (form, level): entries
                for form, levels in written.items()
                for level, entries in levels.items()
            }
            return {"/".join(key): dated.series("/".join(key), rows[key], route=(name, *key)) for key in rows}
        return {key: dated.series(key, entries, route=(name, key)) for key, entries in written.items()}

    def plain(self, file: str, key: str) -> Any:
        """The undated data under a key of a file."""
        return self.documents[file].data[key]

    def note(self, table: str, code: str, route: reading.Route, **args: object) -> None:
        """Record a mistake at a place of the file a table stands in."""
        self.documents[TABLES[table]].note(code, route, **args)


def open_folder(path: Path) -> Folder:
    """Read every file of the pack at `path` and check its shape; mistakes are noted in the documents."""
    found = Folder(path)
    for file in _files(path):
        document = found.documents[file] = reading.read(path / file, file=file)
        if not _known(file):
            document.note("file-unknown", known=", ".join(FILES))
        elif not document.findings:
            shape.check(document, _shape(file))
    for file in FILES:
        if file not in found.documents:
            document = found.documents[file] = reading.Document(file, lines={(): 0})
            document.note("file-missing", name=file)
    return found


def version(path: Path) -> str:
    """SHA-256 over the names and bytes of the pack's files, in hex."""
    digest = hashlib.sha256()
    for file in _files(path):
        content = (path / file).read_bytes()
        digest.update(f"{file}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(path: Path) -> list[str]:
    return sorted(str(file.relative_to(path).as_posix()) for file in path.rglob("*.y*ml"))


def _shape(file: str) -> str:
    return file.split("/")[0] if "/" in file else file.removesuffix(".yaml")


def _known(file: str) -> bool:
    return file in (*FILES, *OPTIONAL) or (
        file.split("/")[0] in ("words", "cases", "claims") and file.endswith(".yaml")
    )
