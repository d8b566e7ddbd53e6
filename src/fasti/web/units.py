"""Units: the tree that opens where one looks, and the page of one unit as of a day, as known on a day."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path

from fasti.access import rights
from fasti.reports.units import tree as trees
from fasti.reports.units import unit
from fasti.subjects.models import Unit
from fasti.web import asked, pages, refusals, unit_page

# -- the tree --------------------------------------------------------------------------------------------------------


def tree(request: asked.Asked) -> HttpResponse:
    """The tree: whole as a page, opened down to one's own unit; or one branch, where a swap asks for it."""
    _require_structure(request)
    grown = unit_page.grown(request)
    if under := request.GET.get("under", ""):
        return _branch(request, grown, under)
    path_ = grown.path(request.sight.home) if request.sight.home else grown.path(_first_root(grown))
    context = {"branch": grown.opened(path_), "here": 0, "is_whole": grown.is_whole}
    return pages.show(request, "units/tree.html", context | unit_page.written(request))


def _first_root(grown: trees.Tree) -> int:
    found = grown.branch(None, limit=1).nodes
    if not found:
        raise refusals.NotThere
    return found[0].unit.id


def _branch(request: asked.Asked, grown: trees.Tree, under: str) -> HttpResponse:
    """The item of a unit, opened or (`shut`) closed; with `after` only the further children."""
    id = Unit.objects.filter(code=under).values_list("id", flat=True).first()
    if id is None:
        raise refusals.NotThere
    after = request.GET.get("after", "")
    context = {"here": _here(request), "is_whole": grown.is_whole}
    if after:
        return pages.show(request, "units/rows.html", context | {"branch": grown.branch(id, after=after)})
    node = grown.node(id, is_opened="shut" not in request.GET)
    return pages.show(request, "units/node.html", context | {"node": node})


def _here(request: asked.Asked) -> int:
    text = request.GET.get("here", "")
    return int(text) if text.isdecimal() and len(text) < 16 else 0


def _require_structure(request: asked.Asked) -> None:
    if not request.sight.has(rights.STRUCTURE):
        raise refusals.NotGranted(rights.STRUCTURE)


# -- a unit ----------------------------------------------------------------------------------------------------------


def show(request: asked.Asked, code: str) -> HttpResponse:
    """The page of a unit; a swap gets the part or the region that it asks for."""
    _require_structure(request)
    try:
        shown = unit.of_code(code, pack=request.pack, when=request.when, lang=request.lang)
    except unit.NotKnown as error:
        if Unit.objects.filter(code=code).exists():
            return pages.show(request, "units/unknown.html", {"code": code}, status=404)
        raise refusals.NotThere from error
    page = unit_page.Page(request, shown)
    if (region := request.GET.get("region", "")) in unit_page.REGIONS:
        return pages.show(request, f"units/{region}.html", page.base() | unit_page.REGIONS[region](page))
    context = page.base() | unit_page.PARTS[page.part](page)
    if request.target == "part":
        return pages.show(request, "units/part.html", context)
    return pages.show(request, "units/unit.html", context | page.around())


urlpatterns = [
    path("units/", tree, name="units"),
    path("units/<path:code>/", show, name="unit"),
]
