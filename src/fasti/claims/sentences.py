"""A text in paragraphs and sentences, each with the place where it starts.

A line that was only broken for its length goes on in the next. A full stop ends a sentence when a capital, a digit or a
quotation mark follows and it is not the stop of an abbreviation, an initial or a Czech or Russian ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fasti.claims import wordlists

_END = re.compile(r"[.!?…]+[\"'»”“)\]]*(?=\s+[\"'«„“(\[–—-]*\s*[^\W_])|\s\|\s")
_LAST_WORD = re.compile(r"([^\s(«„“\"]+)$")
_TERMINAL = (".", "!", "?", ":", ";", "|", "…", "»", "”", '"', ")")
_ROMAN = re.compile(r"[IVXLC]+")


class Paragraph(NamedTuple):
    """A paragraph and where it starts in the text."""

    text: str
    start: int


class Sentence(NamedTuple):
    """A sentence and where it starts in the text."""

    text: str
    start: int


def header(text: str) -> tuple[dict[str, str], int]:
    """The `# key: value` lines a text may open with, and where the text after them starts."""
    found, at = {}, 0
    for line in text.splitlines(keepends=True):
        if not line.startswith("#"):
            break
        key, _, value = line.lstrip("# ").partition(":")
        found[key.strip().lower()] = value.strip()
        at += len(line)
    return found, at


def paragraphs(text: str, *, start: int = 0) -> Iterator[Paragraph]:
    """The paragraphs: parted by empty lines, or by a line that ends as a sentence does."""
    begun, kept, at = start, "", start
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        goes_on = kept and bare[:1].islower() and not kept.rstrip().endswith(_TERMINAL)
        if kept.strip() and not goes_on:
            yield Paragraph(kept.rstrip(), begun)
            kept = ""
        if not kept.strip():
            begun, kept = at, ""
        kept += line
        at += len(line)
    if kept.strip():
        yield Paragraph(kept.rstrip(), begun)


def split(paragraph: Paragraph, *, language: wordlists.Language) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    begun = 0
    text = paragraph.text
    for found in _END.finditer(text):
        if not _ends(text, found, begun, language):
            continue
        yield from _sentence(text, begun, found.end(), paragraph.start)
        begun = found.end()
    yield from _sentence(text, begun, len(text), paragraph.start)


def _sentence(text: str, start: int, end: int, offset: int) -> Iterator[Sentence]:
    part = text[start:end]
    if bare := part.strip():
        yield Sentence(bare, offset + start + part.index(bare[0]))


def _ends(text: str, found: re.Match[str], begun: int, language: wordlists.Language) -> bool:
    if found.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text, begun, found.start())
    if word is None:
        return True
    last = word.group(1)
    if f"{last.lower()}." in language.stops or (len(last) == 1 and last.isalpha()):
        return False
    return not (
        language.id in ("cs", "ru")
        and (_ROMAN.fullmatch(last) or re.fullmatch(r"(?:\d{1,2}\.?[-–])?\d{1,2}", last))
    )
