"""What a narrative report of the body counts, and which figure each count is: claimed.yaml and claims/<lang>.yaml.

A *thing* is what is counted (member, cell, prize), an *event* what happened to it (admitted, disciplined); a figure is
claimed where its thing and one of its events stand together. A pack without these files reads no reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fasti.charter import folder

FILE, WORDS = "claimed.yaml", "claims"


@dataclass(frozen=True, slots=True)
class Thing:
    """What may be counted. A general thing (people, cases) takes its meaning from what happens to it."""

    id: str
    kind: str
    is_general: bool
    has_members: bool = False
    """Whether members said of it are its seats: an inspection commission of five members."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is claimed by a count of these things; `when` names events, none for a bare count."""

    indicator: str
    of: tuple[str, ...]
    when: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """Things and events of which one is named before the number in its sentence; none where that does not matter."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language for things and events; a star ends a stem."""

    things: Mapping[str, tuple[str, ...]]
    events: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """Everything the pack says about reading reports. `parts` names the figure that a part of another figure is."""

    things: Mapping[str, Thing]
    figures: tuple[Figure, ...]
    parts: Mapping[str, str]
    wholes: frozenset[str]
    """Figures that a whole shares with its part: of 21 entitled, 17 were present."""
    words: Mapping[str, Lexicon]


def claimed(source: folder.Folder, *, languages: tuple[str, ...]) -> Claimed | None:
    """The pack's account of its reports; None if it has none."""
    if FILE not in source.documents:
        return None
    written = source.documents[FILE].data
    return Claimed(
        {
            id: Thing(id, thing["kind"], thing.get("general", False), thing.get("members", False))
            for id, thing in written["things"].items()
        },
        tuple(
            Figure(
                each["indicator"],
                tuple(each["of"]),
                tuple(each.get("when", ())),
                tuple(each.get("beside", ())),
            )
            for each in written["figures"]
        ),
        dict(written.get("parts", {})),
        frozenset(written.get("wholes", ())),
        {lang: _lexicon(source, lang) for lang in languages},
    )


def _lexicon(source: folder.Folder, lang: str) -> Lexicon:
    data = source.documents[f"{WORDS}/{lang}.yaml"].data
    return Lexicon(
        *({id: tuple(listed) for id, listed in data[part].items()} for part in ("things", "events"))
    )
