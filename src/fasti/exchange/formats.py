"""The table of formats that the register is written in: one line per format, each with its file in this folder.

To add one, copy a file and add its line. A format's module has `write(asked) -> Iterator[bytes]`: the document in
pieces, so that a large body is never held whole in memory.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from fasti import charter
from fasti.access.sight import OPERATOR, Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be written. A format reads the fields it `takes`; the others keep their defaults."""

    pack: charter.Pack
    lang: str
    as_of: date | None = None
    """What holds on this day; None: what ever held."""
    known_before: datetime | None = None
    """As known before this instant; None: all that is known."""
    unit: str = ""
    """Code of the unit to begin at; empty: the whole body."""
    act: str = ""
    """Code of an act."""
    since: date | None = None
    until: date | None = None
    """First and last day of what is asked, both included."""
    has_names: bool = False
    """Names and birth days of persons are wanted; else persons appear by code alone."""
    kind: str = ""
    """Which table or template, where a format has several."""
    is_near: bool = False
    """Only the unit itself and its organs, not what else is beneath it."""
    sight: Sight = OPERATOR
    """Who asks: what is not granted is left out."""


class CannotWrite(Exception):
    """What was asked for cannot be written; carries the code of a finding and its arguments."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(code, args)
        self.code = code
        self.args_ = args


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module in this folder, what it is, and the options of `fasti export` it takes."""

    module: str
    help: str
    takes: tuple[str, ...]
    """Names of `OPTIONS` in `cli.export`."""
    is_to_path: bool = False
    """It writes to a path itself, with `write_to(asked, target)`: a folder, or a file with others beside it."""


FORMATS: dict[str, Format] = {
    "popolo": Format(
        "popolo", "units, posts, memberships and tenures as Popolo JSON", ("unit", "when", "names")
    ),
    "akoma_ntoso": Format("akoma_ntoso", "one act as Akoma Ntoso 3.0 (LegalDocML)", ("act", "known")),
    "icalendar": Format(
        "icalendar", "ends of terms and deadlines as a calendar", ("unit", "between", "names")
    ),
    "xlsx": Format(
        "workbook",
        "acts and all they say as a workbook, personal data too",
        ("unit", "known"),
        is_to_path=True,
    ),
    "csv": Format(
        "delimited",
        "acts and all they say as a folder of tables, personal data too",
        ("unit", "known"),
        is_to_path=True,
    ),
    "templates": Format(
        "templates", "an empty workbook to fill in, with guide, lists and example", (), is_to_path=True
    ),
}


class Writer(Protocol):
    """What each module of a format has."""

    def write(self, asked: Asked) -> Iterator[bytes]: ...


def writer(name: str) -> Writer:
    """The module of a format."""
    found: Writer = importlib.import_module(f"fasti.exchange.{FORMATS[name].module}")
    return found
