"""What issuing a draft would change: in rows, in figures, and counted."""

from __future__ import annotations

from typing import Any

from fasti.operations import preview_change
from fasti.web import draft_changes
from fasti.web.draft_page import Page


def told(page: Page) -> dict[str, Any]:
    """What would change, in rows and figures."""
    request = page.request
    if page.gate.findings:
        return page.context(changes=None)
    seen = preview_change.preview(
        [page.content], pack=request.pack, today=request.day, lang=request.lang, actor=page.gate.who
    )
    figures = draft_changes.figures(seen, request)
    return page.context(
        changes=draft_changes.rows(seen.spans, seen.seen.desk.names, request.lang),
        num_changes=len(seen.spans),
        num_more=max(0, len(seen.spans) - draft_changes.MOST),
        num_more_figures=max(0, len(figures) - draft_changes.MOST_FIGURES),
        figures=figures[: draft_changes.MOST_FIGURES],
        num_figures=len(figures),
        since=draft_changes.first_day(seen),
        numbers=_numbers(seen, len(figures)),
    )


def _numbers(seen: preview_change.Preview, num_figures: int) -> list[tuple[str, int]]:
    """What will happen, counted."""
    effects = [each for prepared in seen.seen.prepared for each in prepared.effects]
    counts = {
        "effects": len(effects),
        "persons": len({each.person for each in effects if each.person}),
        "posts": len({each.post for each in effects if each.post}),
        "units": len({each.unit for each in effects if each.unit}),
        "tasks": sum(len(prepared.written.tasks) for prepared in seen.seen.prepared),
        "figures": num_figures,
    }
    return [(f"web-drafts-num-{name}", num) for name, num in counts.items()]
