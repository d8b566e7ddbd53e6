"""In which steps of a scorecard somebody may give a member points: those for whose giver they may draft or issue."""

from __future__ import annotations

from urllib.parse import urlencode

from fasti import words
from fasti.access import rights
from fasti.effects import pointing
from fasti.operations import give_points, issue_act
from fasti.operations.give_points import Round
from fasti.reports.peers import scored
from fasti.web import asked


def offered(request: asked.Asked, found: scored.Scored, unit: str) -> list[tuple[str, str]]:
    """The steps in which one may give a member points: name and address of the form."""
    links = []
    for step in pointing.STEPS:
        wanted = Round(found.card.id, found.period, step)
        try:
            giver = give_points.giver(unit, wanted, pack=request.pack)
        except issue_act.CannotIssue:
            continue
        if issuers(request, giver):
            query = urlencode({"period": found.period.code, "of": unit, "step": step})
            links.append((words.say(f"score-step-{step}", request.lang), f"give/?{query}"))
    return links


def issuers(request: asked.Asked, giver: str) -> tuple[str, ...]:
    """Codes of the units by which one may have a giver's act issued: drafting for them, or issuing."""
    work = (rights.DRAFT, rights.ISSUE)
    if not any(request.sight.has(right) for right in work):
        return ()

    def may(unit: int) -> bool:
        return any(request.sight.may(right, unit) for right in work)

    return tuple(give_points.issuers(giver, may=may, day=request.day, pack=request.pack))
