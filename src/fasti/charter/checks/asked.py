"""The cases of a pack ask questions a pack can answer."""

from __future__ import annotations

from fasti.charter import cases, folder, shape


def check_questions(opened: folder.Folder) -> None:
    """Each case asks a known question, once."""
    for file, document in opened.documents.items():
        if not file.startswith("cases/") or document.findings:
            continue
        for i, case in enumerate(document.data):
            ((question, _),) = case["given"].items()
            if question not in cases.QUESTIONS:
                route = (i, "given", question)
                names = {"found": question, "known": ", ".join(cases.QUESTIONS)}
                document.note("case-question", route, where=shape.place((i,)), **names)
