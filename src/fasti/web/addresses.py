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
        case "proposals":
            return "/returns/proposals/" + query(args)
        case "report":
            return "/reports/" + query(args)
        case "return":
            return of_return(args["form"], unit=args["unit"], period=args["period"])
        case "returns":
            return of_returns(form=args["form"], unit=args["unit"], period=args["period"])
    raise ValueError(step.place)


def of_figure(indicator: str, *, unit: str, period: str, **more: str | date | None) -> str:
    """Where a figure is explained."""
    return f"/figures/{indicator}/" + query({"unit": unit, "period": period, **more})


def of_return(form: str, *, unit: str, period: str, step: str = "") -> str:
    """Where a return is read, or the next step with it is done: fill, submit, answer or reopen."""
    place = f"/returns/{quote(form, safe='')}/{quote(period, safe='')}/{quote(unit, safe='')}/"
    return place + (f"{step}/" if step else "")


def of_answer(form: str, *, unit: str, period: str, place: str) -> str:
    """Where a proposal of a return is answered."""
    return of_return(form, unit=unit, period=period, step=f"proposals/{quote(place, safe='')}")


def of_returns(*, form: str, unit: str, period: str, **more: str | date | None) -> str:
    """The list of the returns owed to a unit, or by a peer group."""
    return "/returns/" + query({"form": form, "unit": unit, "period": period, **more})


def of_rule(reference: str) -> str:
    """Where an article of the rule book is read."""
    return "/charter/" + query({"find": reference})


def query(args: Mapping[str, str | date | None]) -> str:
    """The query of an address; what is empty is left out."""
    told = {
        key: value.isoformat() if isinstance(value, date) else value for key, value in args.items() if value
    }
    return f"?{urlencode(told)}" if told else ""
