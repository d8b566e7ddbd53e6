"""The acts of the story as they come: sorted by the moment of recording, numbered, cut into chapters.

While the story is told an act is known by a key; its code stands once every act before it is known.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from samples.vn_party import rulebook

Content = dict[str, Any]
CHAPTER_SIZE = 250


@dataclasses.dataclass(frozen=True)
class Key:
    """An act of the story before it has its number."""

    index: int


@dataclasses.dataclass(frozen=True)
class EffectKey:
    """An effect of such an act, by its place from 1."""

    act: Key
    ordinal: int


@dataclasses.dataclass(frozen=True)
class Chapter:
    """A batch of contents in the order of recording, with the codes they will get; drafts follow them."""

    name: str
    contents: tuple[Content, ...]
    recorded_at: tuple[datetime.datetime, ...]
    codes: tuple[str, ...]
    drafts: tuple[Content, ...] = ()
    neighbours: tuple[tuple[str, str], ...] = ()
    """Neighbour cases: reason, and code of the act (with `#ordinal` for an effect, or a draft's title)."""


@dataclasses.dataclass
class Entry:
    key: Key
    kind: str
    content: Content
    recorded_at: datetime.datetime
    chapter: str


class Ledger:
    """Collects acts in any order of signing."""

    def __init__(self, rules: rulebook.Rulebook) -> None:
        self.rules = rules
        self.entries: list[Entry] = []
        self.drafts: list[tuple[datetime.datetime, Content]] = []
        self.neighbours: list[tuple[str, Key | EffectKey | str]] = []

    def add(self, content: Content, *, kind: str, recorded_at: datetime.datetime, chapter: str) -> Key:
        """Take an act of a unit of `kind`; relations name acts by key."""
        key = Key(len(self.entries))
        self.entries.append(Entry(key, kind, content, recorded_at, chapter))
        return key

    def draft(self, content: Content, *, at: datetime.datetime) -> None:
        """Take a draft that is never issued."""
        self.drafts.append((at, content))

    def chapters(self) -> Iterator[Chapter]:
        """The story in the order of recording."""
        entries = sorted(self.entries, key=lambda entry: (entry.recorded_at, entry.key.index))
        codes = self._codes(entries)
        drafts = collections.deque(sorted(self.drafts, key=lambda pair: pair[0]))
        for batch in _batches(entries):
            due = []
            while drafts and drafts[0][0] <= batch[-1].recorded_at:
                due.append(drafts.popleft()[1])
            yield self._chapter(batch, codes, tuple(due))

    def _codes(self, entries: list[Entry]) -> dict[Key, str]:
        last: dict[tuple[str, str], int] = {}
        codes = {}
        for entry in entries:
            issuer = entry.content["issuer"]
            series, first = self.rules.series(
                entry.kind, entry.content["type"], _day(entry.content["signed_on"])
            )
            number = entry.content.get("number") or last.get((issuer, series), first - 1) + 1
            last[issuer, series] = max(number, last.get((issuer, series), 0))
            codes[entry.key] = f"{issuer}:{series}:{number}"
        return codes

    def _chapter(self, batch: list[Entry], codes: Mapping[Key, str], drafts: tuple[Content, ...]) -> Chapter:
        titles = {content["title"] for content in drafts}
        keys = {entry.key for entry in batch}
        return Chapter(
            name=batch[0].chapter,
            contents=tuple(_resolved(entry.content, codes) for entry in batch),
            recorded_at=tuple(entry.recorded_at for entry in batch),
            codes=tuple(codes[entry.key] for entry in batch),
            drafts=drafts,
            neighbours=tuple(
                _named(reason, about, codes)
                for reason, about in self.neighbours
                if _belongs(about, keys, titles)
            ),
        )


def _batches(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Runs of one chapter name, at most so long."""
    batch: list[Entry] = []
    for entry in entries:
        if batch and (len(batch) >= CHAPTER_SIZE or batch[-1].chapter != entry.chapter):
            yield batch
            batch = []
        batch.append(entry)
    if batch:
        yield batch


def _resolved(content: Content, codes: Mapping[Key, str]) -> Content:
    """The content with keys replaced by codes."""
    done = dict(content)
    if "relations" in content:
        done["relations"] = [{"kind": kind, "act": codes[key]} for kind, key in content["relations"]]
    if "effects" in content:
        done["effects"] = [_effect(effect, codes) for effect in content["effects"]]
    return done


def _effect(effect: Content, codes: Mapping[Key, str]) -> Content:
    if not isinstance(effect.get("voids"), EffectKey):
        return effect
    return {**effect, "voids": _code(effect["voids"], codes)}


def _code(about: Key | EffectKey | str, codes: Mapping[Key, str]) -> str:
    if isinstance(about, EffectKey):
        return f"{codes[about.act]}#{about.ordinal}"
    return codes[about] if isinstance(about, Key) else about


def _named(reason: str, about: Key | EffectKey | str, codes: Mapping[Key, str]) -> tuple[str, str]:
    return reason, _code(about, codes)


def _belongs(about: Key | EffectKey | str, keys: set[Key], titles: set[str]) -> bool:
    if isinstance(about, str):
        return about in titles
    return (about.act if isinstance(about, EffectKey) else about) in keys


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
