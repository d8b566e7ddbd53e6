"""The addresses of what domain answers point to: the place of a next step, a figure, a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlencode

from fasti.reports import waiting


def of_step(step: waiting.Step) -> str:
    """Where a next step is done."""
    args = step.args
    match step.place:
        case "draft":
            return f"/drafts/{args['id']}/"
        case "act":
            return f"/acts/{args['id']}/"
        case "post":
            return f"/posts/{quote(args['code'], safe='')}/"
        case "drafts-new":
            return "/drafts/new/" + query(args)
        case "report":
            return "/reports/" + query(args)
    raise ValueError(step.place)


def of_figure(indicator: str, *, unit: str, period: str, **more: str | date | None) -> str:
    """Where a figure is explained."""
    return f"/figures/{indicator}/" + query({"unit": unit, "period": period, **more})


def of_rule(reference: str) -> str:
    """Where an article of the rule book is read."""
    return "/charter/" + query({"find": reference})


def query(args: Mapping[str, str | date | None]) -> str:
    """The query of an address; what is empty is left out."""
    told = {
        key: value.isoformat() if isinstance(value, date) else value for key, value in args.items() if value
    }
    return f"?{urlencode(told)}" if told else ""
