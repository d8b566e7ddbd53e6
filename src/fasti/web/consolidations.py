"""Returns put together: what those of the units beneath or of a peer group add up to, who is missing, what differs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import rights
from fasti.effects import returning
from fasti.effects.consolidating import Beneath
from fasti.indicators import figures
from fasti.reports import discretion, returned, shared_returns, stated
from fasti.returns import consolidate, expected
from fasti.web import asked, pages, question, refusals
from fasti.web.figures import told

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


@require_safe
def shown(request: asked.Asked) -> HttpResponse:
    """The choice of unit, form and period, and what the accepted returns add up to."""
    form, asked_ = _asked(request)
    question.require(request, asked_.unit)
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "form": form,
        "forms": [
            (id, request.pack.name("form", id, request.lang))
            for id in request.pack.return_forms(as_of=request.day)
        ],
        "boundaries": question.boundaries(request, asked_.period),
    }
    try:
        context |= _table(request, form, asked_, _found(request, form, asked_))
    except figures.CannotCompute as refused:
        context["refusal"] = told(refused, request.lang)
    except charter.NoRule as refused:
        context["refusal"] = str(refused)
    return pages.show(request, "consolidations/consolidation.html", context)


@require_safe
def download(request: asked.Asked) -> HttpResponse:
    """The totals as a file of comma-separated values, with the same figures withheld as on the page."""
    form, asked_ = _asked(request)
    question.require(request, asked_.unit)
    try:
        found = _found(request, form, asked_)
    except (figures.CannotCompute, charter.NoRule):
        raise refusals.NotThere from None
    answer = HttpResponse(_csv(request, found), content_type="text/csv; charset=utf-8")
    name = f"{asked_.unit}-{asked_.period.code}-{form}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _asked(request: asked.Asked) -> tuple[str, question.Question]:
    forms = request.pack.return_forms(as_of=request.day)
    if not forms:
        raise refusals.NotThere
    form = request.GET.get("form", "")
    form = form if form in forms else forms[0]
    return form, question.of(request, kinds=request.pack.form(form, as_of=request.day).period_kinds)


def _found(request: asked.Asked, form: str, asked_: question.Question) -> consolidate.Consolidation:
    try:
        return shared_returns.consolidation(
            request.pack, form, request.sight, unit=asked_.unit, period=asked_.period,
            boundaries=asked_.boundaries, known=asked_.known,
        )  # fmt: skip
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused


def _table(
    request: asked.Asked, form: str, asked_: question.Question, found: consolidate.Consolidation
) -> dict[str, Any]:
    signed, lang = _signed(request, form, asked_), request.lang
    teller = stated.Teller(request.pack, request.pack.form(form, as_of=asked_.period.last_day), lang)
    names = {row.unit: _name(row, request.lang) for row in found.overview.rows}
    above = frozenset(row.unit for row in found.missing)
    sums = [_sum(each, teller, names, above, signed) for each in found.sums]
    return {
        "num_given": len(found.accepted),
        "num_due": found.overview.due,
        "missing": [_missing(row, request.lang) for row in found.missing],
        "sums": sums,
        "has_others": any(each["missing"] for each in sums),
        "signed": signed,
        "deviations": [_deviation(each, teller, names) for each in found.deviations],
        "proposals": [(unit, names.get(unit, unit), text) for unit, text in found.proposals],
        "has_withheld": any(shared_returns.WITHHELD in (each.total, each.register) for each in found.sums),
    }


def _signed(request: asked.Asked, form: str, asked_: question.Question) -> Beneath | None:
    """What the unit signed itself, in the last version of its own return; nothing of it as known on another day."""
    if asked_.known is not None:
        return None
    return returned.signed(request.sight, asked_.unit, form, asked_.period)


def _name(row: expected.Expected, lang: str) -> str:
    return row.names.get(lang) or next(iter(row.names.values()), row.unit)


def _missing(row: expected.Expected, lang: str) -> dict[str, Any]:
    """A unit that is not in the totals, with what would bring it in."""
    state = row.state.replace("_", "-")
    return {
        "unit": row.unit,
        "name": _name(row, lang),
        "due_on": row.duty.due,
        "state": words.say(f"return-state-{state}", lang),
        "step": words.say(f"web-consolidation-next-{state}", lang),
        "is_waiting": row.state == returning.SUBMITTED,
    }


def _sum(
    each: consolidate.Sum,
    teller: stated.Teller,
    names: dict[str, str],
    above: frozenset[str],
    signed: Beneath | None,
) -> dict[str, Any]:
    is_hidden = shared_returns.WITHHELD in (each.total, each.register)
    id, lang, then = each.figure, teller.lang, signed.totals.get(each.figure, "") if signed else ""
    return {
        "figure": id,
        "label": teller.place(id),
        "is_declared": each.is_declared,
        "is_partial": bool(each.total) and each.is_partial,
        "total": shared_returns.shown(id, each.total, teller),
        "given": words.say("return-of", lang, n=each.num_given, m=each.num_due),
        "register": "" if each.is_declared else shared_returns.shown(id, each.register, teller),
        "signed": shared_returns.shown(id, shared_returns.WITHHELD if is_hidden else then, teller),
        "missing": _without(each, names, above, lang),
    }


def _without(each: consolidate.Sum, names: dict[str, str], above: frozenset[str], lang: str) -> str:
    """Whose figure is not in the sum but for those whose return is missing: they are named once, above the sums."""
    others = ", ".join(names.get(unit, unit) for unit in each.missing if unit not in above)
    if others and above.intersection(each.missing):
        return words.say("web-consolidation-also", lang, units=others)
    return others


def _deviation(each: consolidate.Deviation, teller: stated.Teller, names: dict[str, str]) -> str:
    id, reason = each.figure, f"return-deviation-{each.reason.replace('_', '-')}"
    return words.say(
        reason, teller.lang, unit=names.get(each.unit, each.unit), figure=teller.place(id),
        stated=shared_returns.shown(id, each.stated, teller),
        register=shared_returns.shown(id, each.register, teller), day=each.known_on,
    )  # fmt: skip


def _csv(request: asked.Asked, found: consolidate.Consolidation) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["figure", "name", "is_declared", "total", "num_given", "num_due", "missing", "register"])
    writer.writerows(_rows(request, found))
    return "\ufeff" + file.getvalue()


def _rows(request: asked.Asked, found: consolidate.Consolidation) -> Iterator[list[Any]]:
    for each in found.sums:
        missing = " ".join(each.missing)
        label = stated.place(request.pack, each.figure, request.lang)
        cells = [each.figure, label, int(each.is_declared), each.total, each.num_given,
                 each.num_due, missing, each.register]  # fmt: skip
        yield [f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell for cell in cells]


urlpatterns = [
    path("returns/consolidated/", shown, name="consolidation"),
    path("returns/consolidated/download/", download, name="consolidation-download"),
]
