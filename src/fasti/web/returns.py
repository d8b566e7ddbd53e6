"""Returns: what my unit owes, and what those beneath owe it, by form, period and state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import returns as access
from fasti.access import rights
from fasti.effects import returning
from fasti.indicators import figures
from fasti.reports import answerable, marks, naming, returned, shared_returns
from fasti.returns import expected
from fasti.subjects.models import Unit
from fasti.web import (
    addresses,
    asked,
    pages,
    question,
    refusals,
    return_acceptance,
    return_page,
    return_rows,
    return_sheet,
    return_steps,
)

PAGE = 50
FEW = 6
"""Own returns that are shown before the others are opened."""


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """What the unit asked about owes, and what is owed to it, by form, period and state."""
    forms = request.pack.return_forms(as_of=request.day)
    if not request.sight.has(rights.FIGURES):
        raise refusals.NotGranted(rights.FIGURES)
    form = request.GET.get("form", "")
    form = form if form in forms or not forms else forms[0]
    asked_ = _question(request, form)
    state = request.GET.get("state", "")
    own = _own(request, asked_)
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "forms": [(id, request.pack.name("form", id, request.lang)) for id in forms],
        "form": form,
        "state": state if state in expected.STATES else "",
        "own": own,
        "own_first": own[:FEW],
        "own_rest": own[FEW:],
        "may_import": request.sight.has(rights.DRAFT),
    }
    try:
        context |= _owed(request, form, asked_, context["state"]) if form else {}
    except returned.NotGranted as error:
        raise refusals.NotGranted(error.right) from error
    except (figures.CannotCompute, charter.NoRule):
        context["no_form"] = True
    return pages.show(request, "returns/list.html", context)


def _question(request: asked.Asked, form: str) -> question.Question:
    """The unit and the period asked about; the last that is over of a kind that the form is for."""
    kinds = request.pack.form(form, as_of=request.day).period_kinds if form else ("half_year",)
    found = question.of(request, kinds=kinds)
    if found.period.kind in kinds:
        return found
    return question.replaced(found, period=question.default_period(request.day, kinds))


def _own(request: asked.Asked, asked_: question.Question) -> list[dict[str, Any]]:
    """What the unit itself owed of late."""
    unit = Unit.objects.filter(code=asked_.unit).first()
    if unit is None or not access.sees(request.sight, unit.id):
        return []
    return return_rows.of_unit(request, unit.id, unit.code)


def _owed(request: asked.Asked, form: str, asked_: question.Question, chosen: str) -> dict[str, Any]:
    """The returns of those beneath, or of the group: counts, and one page of rows."""
    found = shared_returns.overview_seen(
        request.pack, form, request.sight, unit=asked_.unit, period=asked_.period, known=asked_.known
    )
    shown = found.of(chosen) if chosen else found.rows
    page, after = _page(request, shown)
    submitted = [row.unit for row in page if row.state == returning.SUBMITTED]
    may = answerable.returns(
        request.pack, form, units=submitted, period=asked_.period, sight=request.sight, day=request.day
    )
    rows = list(_rows(request, form, asked_, page, may))
    return {
        "overview": found,
        "is_group": asked_.unit in request.pack.peer_groups(as_of=asked_.period.last_day),
        "num_accepted": len(found.of("accepted")),
        "num_missing": len(found.of("missing")),
        "states": [
            _counted(each, len(found.of(each)), request.lang) for each in expected.STATES if found.of(each)
        ],
        "missing": [each for each in found.rows if each.state != "accepted"],
        "rows": rows,
        "may_accept": any(row["mark"] for row in rows),
        "next": after,
        "is_beside": not all(row["address"] for row in rows),
        "report": addresses.query({"form": form, "unit": asked_.unit, "period": asked_.period.code}),
    }


def _counted(code: str, count: int, lang: str) -> dict[str, Any]:
    told = words.sentence(words.say(f"return-state-{code.replace('_', '-')}", lang))[:-1]
    return {"code": code, "told": told, "count": count}


def _page(request: asked.Asked, rows: Sequence[expected.Expected]) -> tuple[list[expected.Expected], str]:
    """The rows after the one that the address names, and the mark of the next page."""
    place = marks.read(request.GET.get("after", ""), str)
    codes = [row.unit for row in rows]
    start = codes.index(place[0]) + 1 if place and place[0] in codes else 0
    page = list(rows[start : start + PAGE])
    return page, marks.write((page[-1].unit,)) if start + PAGE < len(rows) else ""


def _rows(
    request: asked.Asked,
    form: str,
    asked_: question.Question,
    rows: Sequence[expected.Expected],
    may: Set[str],
) -> Iterator[dict[str, Any]]:
    names = naming.Names(request.pack, request.lang, asked_.period.last_day)
    names.learn_codes(row.unit for row in rows)
    seen = returned.seen_among(request.sight, [row.unit for row in rows])
    for row in rows:
        name, lang = names.short(row.unit)
        yield {
            "row": row,
            "name": name,
            "lang": lang,
            "address": addresses.of_return(form, unit=row.unit, period=asked_.period.code)
            if row.unit in seen
            else "",
            "mark": return_acceptance.mark(row.unit, row.version) if row.unit in seen & may else "",
            **return_rows.state(request, row.state, row.duty.due),
        }


urlpatterns = [
    path("returns/", listed, name="returns"),
    path("returns/accept/", return_acceptance.accept, name="returns-accept"),
    path("returns/<str:form>/<str:period>/<str:unit>/", return_page.read, name="return"),
    path("returns/<str:form>/<str:period>/<str:unit>/fill/", return_sheet.fill, name="return-fill"),
    path("returns/<str:form>/<str:period>/<str:unit>/submit/", return_steps.submit, name="return-submit"),
    path("returns/<str:form>/<str:period>/<str:unit>/answer/", return_steps.answer, name="return-answer"),
    path("returns/<str:form>/<str:period>/<str:unit>/reopen/", return_steps.reopen, name="return-reopen"),
]
