"""What a reader says of the claims of a reading: that one is right, or how it should have been read.

It is working data like the reading itself: kept in its folder, dropped with it. The comparison with the register stays
as it was made. What was learned from a correction is proposed as an act (`operations.wording_acts`); once that is in
force, the report is read anew with it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from fasti import charter
from fasti.access.actor import Actor
from fasti.access.models import Job
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.claims import learned
from fasti.dates import periods
from fasti.exchange.work import reading
from fasti.operations import draft_act, jobs, wording_acts
from fasti.subjects.models import Person

FILE = "judged.json"
CONFIRMED, CORRECTED = "confirmed", "corrected"
FIELDS = ("indicator", "qualifier", "value", "period")
"""What of a claim may be corrected."""
_VALUE = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6}|/[1-9][0-9]{0,8})?")
"""A number as a person corrects it: neither an exponent nor more digits than anybody counts."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader said of a claim: its figure, how sure it is, its value and period as they should be read."""

    verdict: str
    """confirmed or corrected."""
    indicator: str
    qualifier: str
    value: str
    """The number as a fraction, such as 12 or 25/2."""
    period: str
    """Empty: none is named."""
    by: str
    """Code of the person, or name of the account."""
    at: str
    """The instant, in UTC."""


def of(job: Job) -> dict[int, Judgement]:
    """What was said of the claims of a reading, by their places among its lines."""
    path = jobs.folder(job) / FILE
    if not path.exists():
        return {}
    return {int(place): Judgement(**each) for place, each in json.loads(path.read_text("utf-8")).items()}


def claim(job: Job, line: int) -> Mapping[str, Any] | None:
    """The claim at a place among the lines of a reading that is done; None where there is none."""
    lines = reading.kept(job)["lines"] if job.state == "done" else []
    return lines[line] if 0 <= line < len(lines) else None


def read_as(line: Mapping[str, Any]) -> dict[str, str]:
    """What the machine read, as a judgement writes it."""
    value = str(Fraction(str(line["value"])))
    return {
        "indicator": line["indicator"], "qualifier": line["qualifier"], "value": value, "period": line["period"] or "",
    }  # fmt: skip


def judge(
    job: Job,
    place: int,
    given: Mapping[str, str],
    *,
    pack: charter.Pack,
    actor: Actor,
    at: datetime,
    phrase: str = "",
) -> tuple[Judgement, Draft | None]:
    """Keep what the reader says of a claim: `given` holds what should be read otherwise, nothing if all is right.

    `phrase`: the words that say so; an act that teaches them is then drafted for the unit that keeps the rule book.
    Raises `draft_act.CannotKeep` with what is wrong, and `LookupError` where there is no such claim.
    """
    line = claim(job, place)
    if line is None:
        raise LookupError(place)
    read = read_as(line)
    told = {**read, **{key: text.strip() for key, text in given.items() if key in FIELDS}}
    if found := list(_check(told, read, pack)):
        raise draft_act.CannotKeep(found)
    told["value"] = str(Fraction(told["value"]))
    with transaction.atomic():
        if not Job.objects.select_for_update().filter(pk=job.pk):
            raise LookupError(place)  # Dropped meanwhile.
        draft = (
            _teach(line, read, told, phrase.strip(), pack=pack, actor=actor, at=at)
            if phrase.strip()
            else None
        )
        verdict = CONFIRMED if told == read else CORRECTED
        made = Judgement(verdict, **told, by=_code(actor), at=at.isoformat(timespec="seconds"))
        _keep(job, {**of(job), place: made})
    return made, draft


def _check(told: Mapping[str, str], read: Mapping[str, str], pack: charter.Pack) -> Iterable[Finding]:
    changed = {key for key in FIELDS if told[key] != read[key]}
    if "indicator" in changed and told["indicator"] not in wording_acts.figures(pack):
        yield Finding("wording-figure-unknown", {"value": read["value"], "figure": told["indicator"]})
    if told["qualifier"] not in learned.QUALIFIERS:
        yield Finding("wrong-type", {"field": "qualifier", "value": told["qualifier"]})
    if "value" in changed and not _VALUE.fullmatch(told["value"]):
        yield Finding("wrong-type", {"field": "value", "value": told["value"]})
    if "period" in changed and told["period"]:
        try:
            periods.parse_asked(told["period"].removeprefix("asof:"))
        except periods.MalformedPeriod:
            yield Finding("period-malformed", {"value": told["period"]})


def _teach(
    line: Mapping[str, Any],
    read: Mapping[str, str],
    told: Mapping[str, str],
    phrase: str,
    *,
    pack: charter.Pack,
    actor: Actor,
    at: datetime,
) -> Draft:
    """The draft of the act that teaches a phrase: its figure if that was corrected, else its qualifier."""
    kinds = [key for key in ("indicator", "qualifier") if told[key] != read[key]]
    if not kinds:
        raise draft_act.CannotKeep([Finding("wording-nothing-corrected", {"value": phrase})])
    person = Person.objects.filter(pk=actor.person or 0).values_list("code", flat=True).first()
    effect = {
        "text_language": line["language"], "phrase": phrase, kinds[0]: told[kinds[0]],
        "authors": [person] if person else [],
        "sentence_hash": hashlib.sha256(line["sentence"].encode()).hexdigest(),
    }  # fmt: skip
    return wording_acts.draft(effect, pack=pack, drafted_at=at, actor=actor)


def _code(actor: Actor) -> str:
    code = Person.objects.filter(pk=actor.person or 0).values_list("code", flat=True).first()
    return code or actor.name


def _keep(job: Job, found: Mapping[int, Judgement]) -> None:
    """Written beside and put in its place at once: whoever reads meets the one or the other."""
    path = jobs.folder(job) / FILE
    beside = path.with_suffix(".new")
    told = {place: dataclasses.asdict(each) for place, each in sorted(found.items())}
    beside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
