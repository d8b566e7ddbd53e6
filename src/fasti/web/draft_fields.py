"""The fields of a draft's form: what each kind of effect asks, how a field is filled, and what may be chosen in it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter, words
from fasti.claims import learned
from fasti.effects import kinds, reading
from fasti.operations import wording_acts

Choice = tuple[str, str]
"""An id and its name."""
SEALED = "document_hash"
_HIDDEN = reading.SET_AT_ISSUING | {SEALED}
_DAYS = ("on", "ends_planned_on", "until", "since", "born_on", "known_on")
_IDENTITIES = {
    "person": "person",
    "other_person": "person",
    "post": "post",
    "other_post": "post",
    "unit": "unit",
    "other_unit": "unit",
    "parent": "unit",
}
_NEW = {"FOUND": "unit", "ADMIT": "person", "ESTABLISH_POST": "post"}
"""Kinds that bring an identity in, and the field that holds its new code."""
_WIDGETS = {"name": "names", "topics": "topics", "authors": "people", "seats": "number", "share": "number"}
_WIDGETS |= {"version": "number", "position": "number"} | dict.fromkeys(
    (
        "computed",
        "declared",
        "remarks",
        "narrative",
        "proposals",
        "reasons",
        "points",
        "evidence",
        "excluded",
    ),
    "data",
)
_WRITTEN_ELSEWHERE = {"VOID", "SCORE", *kinds.OF_RETURNS}
_REASONS = {
    "LEAVE": "leave.reasons",
    "STRIKE_OFF": "strike_off.reasons",
    "RELIEVE": "relieve.reasons",
    "UNPLAN": "unplan.reasons",
    "LIFT": "lift.reasons",
}
_LISTED = {"grade": ("rating.grades", "grade"), "ground": ("sanction.grounds", "ground")}


@dataclass(frozen=True, slots=True)
class Shape:
    """A field of a kind of effect."""

    name: str
    widget: str
    """person, post, unit (by name or code), code (a new one), day, number, choice, text, names, topics, people, or
    data: JSON."""
    is_required: bool


@functools.cache
def of_kind(kind: str) -> tuple[Shape, ...]:
    """The fields of a kind in its own order, the day last; none for a kind there is not."""
    if kind not in kinds.KINDS or kind == "VOID":
        return ()
    fields = dataclasses.fields(kinds.KINDS[kind])
    return tuple(
        Shape(
            each.name,
            _widget(kind, each.name),
            reading.default_of(each) is dataclasses.MISSING and each.name != "on",
        )
        for each in fields
        if each.name not in _HIDDEN
    )


def _widget(kind: str, name: str) -> str:
    if _NEW.get(kind) == name:
        return "code"
    if name in _DAYS:
        return "day"
    if name in ("text_language", "indicator", "qualifier"):
        return "choice"
    if name in ("sex", "stage", "reason", "grade", "ground", "form", "unit_kind", "office"):
        return "choice"
    return _IDENTITIES.get(name) or _WIDGETS.get(name, "text")


def label(name: str, lang: str, *, kind: str = "") -> str:
    """What a field is called, in a kind of effect where it means something of its own there."""
    own = f"web-drafts-field-{kind}-{name}"
    return words.say(own if kind and words.knows(own, lang) else f"web-drafts-field-{name}", lang)


def hint(name: str, lang: str, *, kind: str = "") -> str:
    """What helps to fill a field; often nothing."""
    for message in (f"web-drafts-hint-{kind}-{name}", f"web-drafts-hint-{name}"):
        if words.knows(message, lang):
            return words.say(message, lang)
    return ""


class Choices:
    """What may be chosen on a day, by the rule book, in the words of a language."""

    def __init__(self, pack: charter.Pack, lang: str, day: date) -> None:
        self._pack, self._lang, self._day = pack, lang, day

    def of_effect(self, kind: str, name: str) -> list[Choice]:
        """The choices of a field of a kind of effect."""
        if name == "reason":
            return self._listed(_REASONS.get(kind, ""), "reason")
        if name in _LISTED:
            return self._listed(*_LISTED[name])
        if name == "form":
            return self._named("sanction", self._asked(self._pack.sanctions))
        if name == "unit_kind":
            return self._named("unit_kind", self._asked(self._pack.unit_kinds))
        if name == "office":
            return self._named("office", self._asked(self._pack.offices))
        if name == "stage":
            return [
                (id, _capital(words.say(f"timeline-stage-{id}", self._lang)))
                for id in ("probationary", "full")
            ]
        if name in ("text_language", "indicator", "qualifier"):
            return self._of_wording(name)
        return [(id, words.say(f"web-drafts-sex-{id.lower()}", self._lang)) for id in ("F", "M")]

    def _of_wording(self, name: str) -> list[Choice]:
        """The languages of reports, the figures they claim, and how sure a claim may be."""
        if name == "indicator":
            return self._named("indicator", wording_acts.figures(self._pack))
        ids, group = (
            (words.LANGUAGES, "sheet-language")
            if name == "text_language"
            else (learned.QUALIFIERS, "cli-claims")
        )
        return [(id, _capital(words.say(f"{group}-{id}", self._lang))) for id in ids]

    def providers(self) -> list[Choice]:
        """Who may teach topics of a course."""
        return self._listed("training.providers", "provider")

    def kinds(self, act_type: str) -> list[Choice]:
        """The kinds of effect an act of a type may carry; all kinds while the type is not known.

        Returns are not written here: their figures and texts need a sheet of their own.
        """
        try:
            allowed: Iterable[str] = self._pack.effects_allowed(act_type, as_of=self._day).kinds
        except charter.NoRule:
            allowed = kinds.KINDS
        return self._named(
            "effect", [id for id in kinds.KINDS if id in allowed and id not in _WRITTEN_ELSEWHERE]
        )

    def types(self, unit_kind: str | None) -> list[Choice]:
        """The types of act that a kind of unit may issue; all types while the issuer is not known."""
        return self._named(
            "act_type", [id for id in self._asked(self._pack.act_types) if self._may(unit_kind, id)]
        )

    def _may(self, unit_kind: str | None, act_type: str) -> bool:
        try:
            return not unit_kind or self._pack.authority(unit_kind, act_type, as_of=self._day).allowed
        except charter.NoRule:
            return False

    def relations(self) -> list[Choice]:
        """How an act may stand to another. What belongs together as a plan is not written here."""
        return self._named("relation", [id for id in self._asked(self._pack.relations) if id != "part_of"])

    def classes(self, cleared: Callable[[str], bool]) -> list[Choice]:
        """The classes of confidentiality up to one's own."""
        ids = self._asked(lambda *, as_of: self._pack.classes(as_of=as_of).ids)
        return self._named("class", [id for id in ids if cleared(id)])

    def levels(self) -> list[Choice]:
        """The levels, highest first."""
        return self._named("level", [each.id for each in self._pack.levels])

    def forms(self) -> list[Choice]:
        """The forms of report."""
        return self._named("form", self._asked(self._pack.forms))

    def languages(self) -> list[Choice]:
        """The languages an act may be written in, each by its own name."""
        return [(each, words.say("web-drafts-language", each)) for each in self._pack.languages]

    def _listed(self, key: str, group: str) -> list[Choice]:
        found = (
            self._asked(lambda *, as_of: str(self._pack.value(key, as_of=as_of).value).split()) if key else ()
        )
        return self._named(group, found)

    def _asked(self, question: Callable[..., Sequence[str]]) -> Sequence[str]:
        try:
            return question(as_of=self._day)
        except charter.NoRule:
            return ()

    def _named(self, group: str, ids: Iterable[str]) -> list[Choice]:
        names = self._pack.names(group, self._lang)
        return [(id, _capital(names.get(id, id))) for id in ids]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def rows(content: Any, name: str) -> list[Any]:
    """The rows of a list of a draft, however it was written."""
    found = content.get(name)
    return list(found) if isinstance(found, list | tuple) else []
