"""An effect in words, in any language of the body: the pattern stands with its kind, the names are put in here.

Whoever signs an act reads it in these words, so they say all that the effect says: what the pattern of a kind leaves
out follows it, part by part, each under its label (the messages `effect-...`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from fasti import words
from fasti.dates import periods, spans
from fasti.effects import consolidating, kinds
from fasti.subjects.models import Person


class Names(Protocol):
    """Gives names of identities for display."""

    def unit(self, id: int) -> str: ...
    def person(self, id: int) -> str: ...
    def post(self, id: int) -> str: ...
    def word(self, group: str, id: str) -> str: ...


Word = Callable[[str, str], str]
"""The charter's word for a code, by group and code."""

CODES = {
    "reason": "reason",
    "grade": "grade",
    "form": "sanction",
    "ground": "ground",
    "unit_kind": "unit_kind",
    "return_form": "form",
    "scorecard": "scorecard",
    "practice_topic": "practice_topic",
    "indicator": "indicator",
}
"""Data that is a code of the charter, and the group of the pack's words that names it."""

PLACES = {
    "FOUND": {"other_unit": "under"},
    "DISSOLVE": {"other_unit": "received-by"},
    "ESTABLISH_POST": {"unit": "at-unit"},
    "COMPLETE_TRAINING": {"unit": "held-by"},
    "AWARD": {"unit": "given-by"},
    "ANSWER_PROPOSAL": {"other_unit": "forwarded-to"},
}
"""Identities that a kind's pattern does not name, with their label: they are not always there, or go without saying
where the name of a post says them already."""

SAID_OF_PLACES = (
    "computed", "declared", "remarks", "narrative", "reasons", "consolidated", "points", "evidence",
)  # fmt: skip
"""Data of a return by figure or section of its form."""
_PLACE_GROUPS = ("indicator", "declared", "narrative", "score_item")
_DAYS = ("ends_planned_on", "until", "since", "known_on")
_VARIABLE = re.compile(r"\$(\w+)")


def say(
    kind: str,
    lang: str,
    *,
    names: Names,
    subjects: Mapping[str, int | None],
    data: Mapping[str, Any],
    effect: str = "",
) -> str:
    """The effect as a line: a noun and what it is about, so that no verb must agree with a person's sex.

    `subjects`: place in the record (unit, person, post, other_unit ...) to id. `effect`: for VOID, the words of the
    effect that no longer holds.
    """
    named = {place: getattr(names, place.removeprefix("other_"))(id) for place, id in subjects.items() if id}

    def person(code: str) -> str:
        id = Person.objects.filter(code=code).values_list("id", flat=True).first()
        return names.person(id) if id else code

    return compose(kind, lang, named=named, data=data, word=names.word, person=person, effect=effect)


def compose(
    kind: str,
    lang: str,
    *,
    named: Mapping[str, str],
    data: Mapping[str, Any],
    word: Word,
    person: Callable[[str], str],
    effect: str = "",
) -> str:
    """The effect as a line, of names already given: `named` by place in the record, `person` for a person's code.

    A pattern may also say `subject`: the person if there is one, the unit if not.
    """
    args: dict[str, Any] = {**_plain(data, lang, word), **named}
    args["subject"] = args.get("person") or args.get("unit", "")
    if effect:
        args["effect"] = effect
    told = [words.phrase(kinds.KINDS[kind].WORDING, lang, **args)]
    for place, label in PLACES.get(kind, {}).items():
        if args.get(place) and args[place] not in args.get("post", ""):
            told.append(_labelled(label, lang, args[place]))
    said = _said(kind, lang)
    for key, value in data.items():
        told += _parts(key, value, lang, args, key in said, word, person)
    return "; ".join(told)


def _plain(data: Mapping[str, Any], lang: str, word: Word) -> dict[str, Any]:
    """An effect's data as a pattern takes it: codes in the words of the charter, days and periods in the language."""
    told = {key: value for key, value in data.items() if isinstance(value, str | int | date)}
    told |= {key: word(group, data[key]) for key, group in CODES.items() if key in data}
    told |= {key: words.day(spans.parse_day(str(data[key])), lang) for key in _DAYS if data.get(key)}
    if (answer := f"proposal-answer-{data.get('answer')}") and words.knows(answer, lang):
        told["answer"] = words.say(answer, lang)
    if data.get("period"):
        told["period"] = _period(data["period"], lang)
    if data.get("stage") in ("full", "probationary"):
        told["stage"] = words.say(f"timeline-stage-{data['stage']}", lang)
    if data.get("step"):
        told["step"] = words.say(f"score-step-{data['step']}", lang)
    if (hedge := f"cli-claims-{data.get('qualifier')}") and words.knows(hedge, lang):
        told["qualifier"] = words.say(hedge, lang)
    if (tongue := f"sheet-language-{data.get('text_language')}") and words.knows(tongue, lang):
        told["text_language"] = words.say(tongue, lang)
    if data.get("months"):
        told["months"] = words.counted("month", data["months"], lang)
    if data.get("name"):
        told["name"] = data["name"][_spoken(data["name"], lang)]
    return told


def _period(code: str, lang: str) -> str:
    try:
        return words.period(periods.Period.parse(code), lang)
    except periods.MalformedPeriod:
        return code


def _spoken(names: Mapping[str, str], lang: str) -> str:
    """The language of the names that is shown in a language."""
    return lang if names.get(lang) else next(iter(names))


@functools.cache
def _said(kind: str, lang: str) -> frozenset[str]:
    """What the pattern of a kind says by itself."""
    return frozenset(_VARIABLE.findall(kinds.KINDS[kind].WORDING[lang]))


def _parts(
    key: str,
    value: Any,
    lang: str,
    args: Mapping[str, Any],
    is_said: bool,
    word: Word,
    person: Callable[[str], str],
) -> Iterator[str]:
    """What is said of a piece of data after the pattern; nothing of what is empty."""
    if key == "name" and value:
        yield from _names(value, lang, args, is_said)
    elif key == "topics":
        for provider, topics in value.items():
            count = words.number(len(topics), lang)
            yield _labelled(key, lang, f"{count} ({', '.join(topics)})", of=word("provider", provider))
    elif key == "authors":
        yield _labelled(key, lang, ", ".join(person(code) for code in value))
    elif key in SAID_OF_PLACES:
        for place, text in value.items():
            yield _labelled(key, lang, text, of=place_word(place, lang, word))
    elif key in ("included", "missing"):
        yield from (_labelled(key, lang, ", ".join(value)),) if value else ()
    elif key in ("lacking", "differences"):
        for place, texts in value.items():
            each = [_difference(text, lang) for text in texts] if key == "differences" else texts
            yield _labelled(key, lang, ", ".join(each), of=place_word(place, lang, word))
    elif key == "excluded":
        for id in value:
            yield _labelled(key, lang, word("score_item", id))
    elif key == "proposals":
        for text in value:
            yield _labelled(key, lang, text)
    elif value and not is_said and words.knows(f"effect-{key}", lang):
        yield _labelled(key, lang, str(args[key]))


def _difference(text: str, lang: str) -> str:
    """A unit whose figure was not the register's, and why; a text that is none as it is."""
    found = consolidating.difference(text)
    if found is None:
        return text
    return words.say(
        f"effect-difference-{found.reason.replace('_', '-')}", lang, unit=found.unit, day=found.known_on
    )


def place_word(place: str, lang: str, word: Word) -> str:
    """What a figure or section of a form is called; the whole of a return is none of them."""
    if place == "all":
        return words.say("effect-whole-return", lang)
    return next((told for group in _PLACE_GROUPS if (told := word(group, place)) != place), place)


def _names(names: Mapping[str, str], lang: str, args: Mapping[str, Any], is_said: bool) -> Iterator[str]:
    """The name a unit gets, unless it is said already, and those it gets in other languages."""
    spoken, shown = _spoken(names, lang), args.get("unit", "")
    name = names[spoken]
    if not is_said and shown != name and not shown.startswith(f"{name} ("):
        yield _labelled("name", lang, name)
    for other, its_name in names.items():
        if other != spoken and its_name:
            yield _labelled("name", lang, its_name, of=other)


def _labelled(label: str, lang: str, value: str, *, of: str = "") -> str:
    """Composed here and not as an argument of the message, because arguments are cut at a length."""
    told = words.say(f"effect-{label}", lang)
    return f"{told} ({of}): {value}" if of else f"{told}: {value}"
