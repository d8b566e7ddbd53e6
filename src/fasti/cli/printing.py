"""How commands print findings, changes and spans."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date

from fasti import charter, words
from fasti.acts.findings import Finding
from fasti.acts.models import Effect
from fasti.effects import wording
from fasti.operations import telling
from fasti.operations.naming import Names
from fasti.register.rows import Row


def finding(found: Finding, lang: str, *, pack: charter.Pack) -> str:
    """A finding as a full sentence, with its place and code."""
    place = f"{found.act + 1}.{found.effect}" if found.effect else f"{found.act + 1}"
    return f"{place}  {telling.sentence(found, lang, pack=pack)}  [{found.code}]"


def findings(found: Iterable[Finding], lang: str, *, pack: charter.Pack, as_json: bool = False) -> None:
    """All findings, to stderr for people, to stdout for programs."""
    listed = list(found)
    if as_json:
        rows = [
            {
                "code": each.code,
                "act": each.act + 1,
                "effect": each.effect,
                "article": each.reference,
                "sentence": finding(each, lang, pack=pack),
            }
            for each in listed
        ]
        print(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
        return
    for each in listed:
        print(finding(each, lang, pack=pack), file=sys.stderr)
    print(words.say("cli-findings", lang, n=len(listed)), file=sys.stderr)


def span(row: Row, lang: str) -> str:
    """The days of a row."""
    start = words.day(row.starts_on, lang, style="short")
    end = getattr(row, "ends_before", None)
    if end is None:
        return words.say("cli-from", lang, day=start)
    until = words.day(date.fromordinal(end.toordinal() - 1), lang, style="short")
    return words.say("cli-from-until", lang, day=start, until=until)


def days(each: Row, lang: str) -> str:
    """The day or the days of a row."""
    return words.day(each.on, lang, style="short") if hasattr(each, "on") else span(each, lang)


def row(each: Row, names: Names, lang: str) -> str:
    """A register row in words: who and what, and the days."""
    return f"{', '.join(names.row(each).values())}: {days(each, lang)}"


def effect(each: Effect, names: Names, lang: str) -> str:
    """A recorded effect in words."""
    subjects = {
        "unit": each.unit_id,
        "person": each.person_id,
        "post": each.post_id,
        "other_unit": each.other_unit_id,
        "other_post": each.other_post_id,
        "other_person": each.other_person_id,
    }
    voided = effect(each.voids, names, lang) if each.voids else ""
    return wording.say(each.kind, lang, names=names, subjects=subjects, data=each.data, effect=voided)
