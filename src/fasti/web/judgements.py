"""What a reader said of claims, in words: who confirmed or corrected them, when, and how they should be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from fasti import words
from fasti.access import people
from fasti.dates import periods
from fasti.exchange.work import judged
from fasti.subjects.models import Person
from fasti.web import drawn
from fasti.web.asked import Asked


class Said(NamedTuple):
    """What was said of a claim."""

    verdict: str
    sentence: str
    """Who said it, and when."""
    read: str
    """How it should be read."""


def sentences(request: Asked, said: Mapping[int, judged.Judgement]) -> dict[int, Said]:
    """What was said of claims, by their places, with the names of those who are seen: in two queries at most."""
    found = Person.objects.filter(code__in={each.by for each in said.values()})
    persons = list(found.values_list("id", "code", "full_name")) if said else []
    seen = people.seen_among(request.sight, (id for id, _, _ in persons)) | {request.sight.person}
    names = {code: name for id, code, name in persons if name and id in seen}
    return {
        place: Said(
            each.verdict,
            words.say(
                f"web-readings-judged-{each.verdict}", request.lang, who=names.get(each.by, each.by),
                day=datetime.fromisoformat(each.at).date(),
            ),
            told(request, {key: getattr(each, key) for key in judged.FIELDS}),
        )
        for place, each in said.items()
    }  # fmt: skip


def told(request: Asked, read: Mapping[str, str]) -> str:
    """A figure, how sure it is, its value and its period in one line."""
    name = request.pack.names("indicator", request.lang).get(read["indicator"], read["indicator"])
    hedge = words.say(f"cli-claims-{read['qualifier']}", request.lang)
    return " · ".join(filter(None, [str(name), f"{hedge} {read['value']}", _period(request, read["period"])]))


def _period(request: Asked, written: str) -> str:
    """A period in words; one that a text names in its own way as it is written."""
    try:
        return drawn.period(written, request.lang) if written else ""
    except (periods.MalformedPeriod, ValueError):
        return written
