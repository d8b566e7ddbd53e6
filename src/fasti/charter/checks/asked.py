"""The cases of a pack ask questions a pack can answer, with what the question needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fasti.charter import cases, folder, reading, shape
from fasti.dates import periods


def check_questions(opened: folder.Folder) -> None:
    """Each case asks a known question, with an id or the arguments it needs."""
    for file, document in opened.documents.items():
        if not file.startswith("cases/") or document.findings:
            continue
        for i, case in enumerate(document.data):
            ((question, given),) = case["given"].items()
            route = (i, "given", question)
            if question not in cases.QUESTIONS:
                names = {"found": question, "known": ", ".join(cases.QUESTIONS)}
                document.note("case-question", route, where=shape.place((i,)), **names)
            else:
                _check_arguments(document, route, question, given)


def _check_arguments(document: reading.Document, route: reading.Route, question: str, given: Any) -> None:
    needed = cases.ARGUMENTS.get(question, ())
    for subject in given if isinstance(given, list) else [given]:
        if not _is_answerable(subject, needed):
            expected = f"a mapping of {', '.join(needed)}" if needed else "an id"
            document.note("case-arguments", route, question=question, expected=expected)


def _is_answerable(subject: Any, needed: tuple[str, ...]) -> bool:
    if not needed:
        return isinstance(subject, str)
    if not isinstance(subject, Mapping) or set(subject) != set(needed):
        return False
    return all(isinstance(part, str) for key, part in subject.items() if key != "period") and (
        "period" not in subject or _is_period(str(subject["period"]))
    )


def _is_period(text: str) -> bool:
    try:
        periods.Period.parse(text)
    except periods.MalformedPeriod:
        return False
    return True
