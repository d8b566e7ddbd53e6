"""An import of an uploaded workbook or table. What stands in the way comes back in a copy with a note in each cell.

Whoever imports may bring acts only of issuers within their reach: units that stand there, and those that the import
itself founds beneath them.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Mapping
from typing import Any

from fasti.access import log, rights
from fasti.access.sight import Sight
from fasti.exchange import annotated, intake, placed, reading, staging, tables
from fasti.operations import import_acts, jobs, telling
from fasti.subjects.models import Unit

MOST_TOLD = 200
"""Findings shown on the page; all of them are in the annotated workbook."""
ANNOTATED = "findings.xlsx"


def work(task: jobs.Task) -> jobs.Answer:
    """Read, judge and record the upload: all of it or nothing."""
    path, asked = task.folder / task.question["file"], task.question
    manner = reading.Manner(lang=asked["lang"], encoding=asked.get("encoding", ""))
    try:
        _require_reach(task, path, manner)
        outcome = intake.take(
            path,
            pack=task.pack,
            manner=manner,
            recorded_at=task.at,
            actor=task.actor,
            work=task.folder / "half",
            check_only=bool(asked.get("check_only")),
            reading_rows=task.progress,
            examining=task.progress,
        )
    except tables.CannotRead as unread:
        raise jobs.Refused("unreadable", finding=unread.code, args=_plain(unread.args_)) from unread
    except import_acts.RecordBusy as busy:
        raise jobs.Refused("busy") from busy
    if outcome.findings:
        raise _refusal(outcome, path, task)
    if not asked.get("check_only"):
        path.unlink(missing_ok=True)
        log.keep(
            task.sight, "register.imported", at=task.at, unit=task.sight.home, detail=asked.get("title", "")
        )
    return jobs.Answer((), {"num_acts": outcome.num_acts, "num_effects": outcome.num_effects})


def _require_reach(task: jobs.Task, path: pathlib.Path, manner: reading.Manner) -> None:
    """Every act is of an issuer within reach, and none names a file of this machine."""
    with staging.Stage(task.folder / "reach" / "rows.sqlite") as stage:
        found = reading.read(path, stage, pack=task.pack, manner=manner)
        if found.num:
            return  # The cells stand in the way already, and are told.
        if any(content.get("attachments") for content in intake.contents(stage)):
            raise jobs.Refused("attachments")
        if outside := _outside(intake.contents(stage), task.sight):
            raise jobs.Refused("out-of-reach", units=sorted(outside)[:20])


def _outside(contents: Iterable[Mapping[str, Any]], sight: Sight) -> set[str]:
    """The issuers that are out of reach. A unit founded by the import is where the unit it is founded under is."""
    reach, inside, outside = sight.within(rights.IMPORT), dict[str, bool](), set[str]()
    ids: dict[str, int | None] = {}

    def holds(code: str) -> bool:
        if code not in inside:
            ids[code] = ids.get(code) or Unit.objects.filter(code=code).values_list("id", flat=True).first()
            inside[code] = reach.holds(ids[code])
        return inside[code]

    for content in contents:
        issuer = str(content.get("issuer", ""))
        if not holds(issuer):
            outside.add(issuer)
        for effect in content.get("effects", ()):
            if (
                effect.get("kind") == "FOUND"
                and not Unit.objects.filter(code=effect.get("unit", "")).exists()
            ):
                inside[str(effect.get("unit", ""))] = holds(str(effect.get("parent") or issuer))
    return outside


def _refusal(outcome: intake.Outcome, path: pathlib.Path, task: jobs.Task) -> jobs.Refused:
    lang = task.question["lang"]
    told = [(each, telling.sentence(each.finding, lang, pack=task.pack)) for each in outcome.findings]
    annotated.write(
        path, task.folder / ANNOTATED, told, lang=lang, encoding=task.question.get("encoding", "")
    )
    rows = [_row(each, sentence) for each, sentence in told[:MOST_TOLD]]
    return jobs.Refused(
        "findings",
        files=[ANNOTATED],
        findings=rows,
        num_findings=outcome.num_findings,
        are_rules_asked=outcome.are_rules_asked,
    )


def _row(each: placed.Placed, sentence: str) -> dict[str, Any]:
    column = tables.letter(each.column) if each.column >= 0 else ""
    return {
        "sheet": each.sheet,
        "cell": f"{column}{each.row}" if each.row else "",
        "sentence": sentence,
        "code": each.finding.code,
        "article": str(each.finding.reference),
    }


def _plain(args: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in args.items()}
