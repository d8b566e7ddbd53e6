"""An effect's words say all that the effect says, in every language: whoever signs reads nothing else."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fasti import words
from fasti.dates.periods import Period
from fasti.effects import kinds, reading, wording

DERIVED = {"organ", "office"}
"""Follows from the kind of the unit; stands in the name of the post."""
SEALED = {"document_number"}
DAY = date(2031, 7, 9)
NUMBER = 37


def cases() -> Iterator[Any]:
    """Every field of every kind; of subjects of which an effect has one, each by itself."""
    for name, kind in kinds.KINDS.items():
        for field in dataclasses.fields(kind):
            if field.name not in {"on", *DERIVED, *SEALED, *kind.PERSONAL}:
                yield pytest.param(name, field.name, id=f"{name}-{field.name}")


def example(key: str, hint: Any, lang: str) -> tuple[Any, list[str]]:
    """A value of a field as recorded, and what must be read of it."""
    given: dict[str, tuple[Any, list[str]]] = {
        "period": ("2031-H2", [words.period(Period.parse("2031-H2"), lang)]),
        "stage": ("full", [words.say("timeline-stage-full", lang)]),
        "name": (
            {each: f"name in {each}" for each in words.LANGUAGES},
            [f"name in {each}" for each in words.LANGUAGES],
        ),
        "topics": ({"p1": ["T1", "T2"], "p2": ["T3"]}, ["provider p1): 2 (T1, T2)", "provider p2): 1 (T3)"]),
        "step": ("final", [words.say("score-step-final", lang)]),
        "excluded": (["I1", "I2"], ["score_item I1", "score_item I2"]),
        "authors": (["A1", "A2"], ["person A1", "person A2"]),
        "included": (["U1", "U2"], ["U1, U2"]),
        "missing": (["U3", "U4"], ["U3, U4"]),
        "lacking": ({"f1": ["U1", "U2"]}, ["(indicator f1): U1, U2"]),
        "differences": (
            {"f1": ["U1 late_act 2031-07-09", "U2 unexplained 2031-07-09"]},
            [
                words.say(f"effect-difference-{reason}", lang, unit=unit, day=DAY)
                for unit, reason in (("U1", "late-act"), ("U2", "unexplained"))
            ],
        ),
        "proposals": (["Do this", "Do that"], ["Do this", "Do that"]),
        **{
            place: ({"f1": "12/14", "f2": "why"}, ["(indicator f1): 12/14", "(indicator f2): why"])
            for place in wording.SAID_OF_PLACES
        },
    }
    if key in given:
        return given[key]
    if hint is int:
        return NUMBER, [str(NUMBER)]
    if hint in (date, date | None):
        return DAY.isoformat(), [words.day(DAY, lang)]
    return f"value-{key}", [f"{wording.CODES[key]} value-{key}" if key in wording.CODES else f"value-{key}"]


def told(
    name: str, lang: str, *, only: set[str] | None = None, without: str = ""
) -> tuple[str, dict[str, list[str]]]:
    """The words of an effect of a kind with all its fields or some, and what must be read of each field."""
    kind = kinds.KINDS[name]
    hints = typing.get_type_hints(kind)
    named: dict[str, str] = {}
    data: dict[str, Any] = {}
    expected: dict[str, list[str]] = {}
    for field in dataclasses.fields(kind):
        key = field.name
        if key in {"on", "voids", without, *SEALED, *kind.PERSONAL} or (only is not None and key not in only):
            continue
        if key in reading.SUBJECTS:
            named[reading.SUBJECTS[key]] = f"named-{key}"
            expected[key] = [f"named-{key}"]
        else:
            data[key], expected[key] = example(key, hints[key], lang)
    effect = "the effect undone" if name == "VOID" else ""
    expected["voids"] = [effect]
    text = wording.compose(
        name,
        lang,
        named=named,
        data=data,
        word=lambda group, id: f"{group} {id}",
        person=lambda code: f"person {code}",
        effect=effect,
    )
    return text, expected


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize(("name", "key"), list(cases()))
def test_every_field_of_every_kind_is_said(name: str, key: str, lang: str) -> None:
    choice = getattr(kinds.KINDS[name], "ONE_OF", ())
    other = next((each for each in choice if each != key), "") if key in choice else ""
    text, expected = told(name, lang, without=other)
    assert all(part in text for part in expected[key]), text


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("name", kinds.KINDS)
def test_what_is_not_given_is_not_said(name: str, lang: str) -> None:
    needed = {
        field.name for field in dataclasses.fields(kinds.KINDS[name]) if field.default is dataclasses.MISSING
    }
    needed |= set(getattr(kinds.KINDS[name], "ONE_OF", ())[:1]) | (
        {"seats"} if name == "ESTABLISH_POST" else set()
    )
    text, _ = told(name, lang, only=needed)
    for key in ("ends_planned_on", "until", "since", "abbreviation", "months", "under", "received-by"):
        if key not in needed:
            assert f"; {words.say(f'effect-{key}', lang)}: " not in text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_post_that_says_its_unit_and_a_unit_that_says_its_name_are_not_said_twice(lang: str) -> None:
    def line(name: str, data: dict[str, Any], **named: str) -> str:
        return wording.compose(
            name, lang, named=named, data=data, word=lambda group, id: id, person=lambda code: code
        )

    post = line("ESTABLISH_POST", {"office": "chair", "seats": 1}, post="chair, Board", unit="Board")
    assert post.count("Board") == 1
    assert (
        line("FOUND", {"unit_kind": "lodge", "name": {"en": "Alder"}}, unit="Alder (A)").count("Alder") == 1
    )
    assert line("FOUND", {"unit_kind": "lodge", "name": {"en": "Alder"}}, unit="Oak (A)").count("Alder") == 1
