"""Takes a register from sheets into the record: every row is read, every act judged, then all is recorded or nothing.

The rows become drafts of acts, as a person would have written them, and go the way of all acts. What stands in the
way is shown in its cell.
"""

from __future__ import annotations

import dataclasses
import hashlib
import pathlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.exchange import headings, placed, reading, staging, tables
from fasti.operations import import_acts, issue_act

Progress = Callable[[int, int], None]
"""Told how many are done, of how many; 0 where the whole is not known."""

_COLUMNS = {
    "unit": ("unit", "issuer", "parent"),
    "other_unit": ("other_unit", "parent", "unit"),
    "person": ("person", "signer", "responsible"),
    "post": ("post", "signer_post"),
    "other_post": ("other_post",),
    "kind": ("unit_kind", "kind"),
    "effect": ("kind",),
    "act_type": ("type",),
}
"""The argument of a finding to the columns that may hold what it names, likeliest first."""
_BY_CODE = {
    "unknown-act": "target",
    "unknown-relation": "relation",
    "unknown-reason": "reason",
    "unknown-provider": "topics",
    "unknown-office": "office",
    "unknown-level": "level",
    "unknown-form": "form",
    "unknown-class": "confidentiality",
    "signed-in-future": "signed_on",
    "recorded-out-of-order": "signed_on",
    "period-malformed": "period",
    "stage-unknown": "stage",
    "number-taken": "number",
    "in-force-before-signed": "in_force_on",
    "signed-before-unit": "signed_on",
    "attachment-missing": "path",
    "attachment-unreadable": "path",
    "attachment-too-large": "path",
    "signer-not-in-office": "signer",
    "signer-may-not-sign": "signer",
    "not-authorised": "type",
    "duplicate-code": "post",
    "post-not-for-unit": "office",
    "kind-not-founded": "unit_kind",
    "kind-not-under-parent": "parent",
    "unit-without-members": "unit",
    "already-full-member": "person",
    "probation-too-short": "on",
    "training-without-topics": "topics",
    "award-without-work": "work",
    "document-key-missing": "document_number",
}
"""Findings whose column follows from what they say."""
_HEADED = {"relations.kind": "relation", "relations.act": "target", "relations.effects": "effects"}
"""Fields of a draft whose columns have another name."""
_LEFT_OUT = "findings-left-out"
_OF_SLOT = {
    "relations": (
        "unknown-act",
        "unknown-relation",
        "concretises-lower",
        "already-withdrawn",
        "may-not-withdraw",
    ),
    "attachments": ("attachment-missing", "attachment-unreadable", "attachment-too-large"),
}
"""Findings of an act as a whole that stand at its first row of another sheet."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an import: how much was recorded (or, when only checked, would be), or why nothing was."""

    num_acts: int = 0
    num_effects: int = 0
    num_rows: int = 0
    findings: tuple[placed.Placed, ...] = ()
    num_findings: int = 0
    are_rules_asked: bool = True
    """False where the cells already stood in the way, so that the rules of the body were not asked yet."""


def take(
    path: pathlib.Path,
    *,
    pack: charter.Pack,
    manner: reading.Manner,
    recorded_at: datetime,
    actor: str | Actor,
    work: pathlib.Path,
    check_only: bool = False,
    reading_rows: Progress | None = None,
    examining: Progress | None = None,
) -> Outcome:
    """Import a workbook, a table or a folder of tables. Raises `tables.CannotRead` where there is none.

    `work`: a folder for what is half done; the same files come back to the same place in it, so that an import that
    was cut off goes on. It is emptied when the import is done, or refused.
    `examining`: of the rows examined for issuing.
    """
    place = work / fingerprint(path, manner=manner, pack=pack)
    with staging.Stage(place / "rows.sqlite") as stage:
        found = reading.read(path, stage, pack=pack, manner=manner, progress=_of(reading_rows, 0))
        num_rows = stage.num_parts + stage.num_acts
        if found.num:
            outcome = Outcome(
                num_rows=num_rows, findings=tuple(found.listed), num_findings=found.num, are_rules_asked=False
            )
        else:
            try:
                done = import_acts.import_acts(
                    contents(stage),
                    pack=pack,
                    recorded_at=recorded_at,
                    actor=actor,
                    check_only=check_only,
                    progress=_of(examining, num_rows),
                    work=place / "issuing",
                    lang=manner.lang or "en",
                )
                outcome = Outcome(done.num_acts, done.num_effects, num_rows)
            except issue_act.CannotIssue as refused:
                outcome = _refused(refused.findings, stage, num_rows, manner.lang or "en")
    shutil.rmtree(place, ignore_errors=True)
    return outcome


def _of(progress: Progress | None, whole: int) -> Callable[[int], None] | None:
    return None if progress is None else lambda done: progress(done, whole)


def _refused(found: Sequence[Finding], stage: staging.Stage, num_rows: int, lang: str) -> Outcome:
    """The findings of issuing in their cells; of those left out there, only the number is known."""
    told = [each for each in found if each.code != _LEFT_OUT]
    more = sum(int(str(each.args["count"])) for each in found if each.code == _LEFT_OUT)
    kept = tuple(_place(each, stage, lang) for each in told[: placed.MOST])
    return Outcome(num_rows=num_rows, findings=kept, num_findings=len(told) + more)


def fingerprint(path: pathlib.Path, *, manner: reading.Manner, pack: charter.Pack) -> str:
    """The files' content in short, and how they are read: the same files are the same import."""
    digest = hashlib.sha256(f"{manner} {pack.version} {path.absolute()}".encode("utf-8", "surrogateescape"))
    for file in reading.files(path):
        digest.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            with file.open("rb") as content:
                while piece := content.read(1 << 20):
                    digest.update(piece)
        except OSError as error:
            raise tables.CannotRead("file-not-tables", file=file.name) from error
    return digest.hexdigest()[:24]


def contents(stage: staging.Stage) -> Iterator[dict[str, Any]]:
    """The drafts of the acts on the stage, in order. Acts of the file refer to each other by label."""
    for act in stage.acts():
        content = dict(act.content)
        if act.is_target:
            content["label"] = f"a{act.number}"
        parts = act.parts
        if parts["texts"]:
            content["text"] = "".join([content.get("text", ""), *(each["text"] for each in parts["texts"])])
        for slot in ("effects", "tasks", "attachments"):
            if parts[slot]:
                content[slot] = parts[slot]
        if parts["relations"]:
            content["relations"] = [_labelled(each, stage) for each in parts["relations"]]
        yield content


def _labelled(relation: dict[str, Any], stage: staging.Stage) -> dict[str, Any]:
    number = stage.number_of(str(relation.get("act", "")))
    return relation if number is None else {**relation, "act": f"@a{number}"}


def _place(finding: Finding, stage: staging.Stage, lang: str) -> placed.Placed:
    """A finding of issuing in the cell that it is about."""
    key, place = stage.place_of_act(finding.act)
    if finding.effect:
        # What undoes effects follows those of the sheets, and comes from a relation.
        of_effect = stage.place_of_part(key, "effects", finding.effect) or stage.place_of_part(
            key, "relations", 1
        )
        place = of_effect or place
    elif str(finding.args.get("field", "")).startswith("tasks.") or finding.code == "task-without-unit":
        number = finding.args.get("number")
        place = stage.place_of_part(key, "tasks", number if isinstance(number, int) else 1) or place
    else:
        for slot, codes in _OF_SLOT.items():
            if finding.code in codes:
                place = stage.place_of_part(key, slot, 1) or place
    title, columns = stage.sheet(place.sheet)
    told = _headed(_unlabelled(finding, stage), lang)
    return placed.Placed(told, title, place.row, _column(finding, columns, stage.content_at(place)))


def _headed(finding: Finding, lang: str) -> Finding:
    """The finding with the heading of the column in place of the name that a draft has for it."""
    field = str(finding.args.get("field", ""))
    key = _HEADED.get(field, field.rpartition(".")[2] if field.startswith("tasks.") else field)
    heading = headings.of_column(key, lang) if key else ""
    if heading in ("", key):
        return finding
    return dataclasses.replace(finding, args={**finding.args, "field": heading})


def _column(finding: Finding, columns: dict[str, int], content: dict[str, Any]) -> int:
    """The column of the cell that a finding is about, -1 where it is about the row."""
    field = str(finding.args.get("field", "")).removeprefix("tasks.").removeprefix("relations.")
    likely = [field, field.partition(".")[0], _BY_CODE.get(finding.code, "")]
    named = [(name, value) for argument, value in finding.args.items() for name in _COLUMNS.get(argument, ())]
    likely += [name for name, value in named if _says(content.get(name), value)]
    likely += [name for name, _ in named]
    likely += ["on"] if "day" in finding.args else []
    found = next((columns[name] for name in likely if name in columns), -1)
    if found < 0 and field:
        found = next((at for key, at in columns.items() if key.partition(".")[0] == field), -1)
    return found


def _says(code: object, value: object) -> bool:
    """Whether an argument names what stands in a cell: by its code alone, or by name and code."""
    return bool(code) and (value == code or str(value).endswith(f"({code})"))


def _unlabelled(finding: Finding, stage: staging.Stage) -> Finding:
    """The finding with the acts' own keys in place of the labels they were given here."""
    args = dict(finding.args)
    for name, value in args.items():
        if isinstance(value, str) and value.startswith("@a") and value[2:].isdecimal():
            args[name] = stage.place_of_act(int(value[2:]) - 1)[0]
    return dataclasses.replace(finding, args=args)
