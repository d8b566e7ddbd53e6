"""What another system declares, taken in on a page: an ADX message fills the sheets of the returns it speaks of.

For whoever may draft; each return of the message asks what its form as a workbook asks. All of it is taken, or nothing,
and every finding is told with its line.
"""

from __future__ import annotations

import pathlib
import tempfile
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

from fasti import words
from fasti.access import actor, rights
from fasti.exchange import adx_intake, tables
from fasti.indicators.figures import CannotCompute
from fasti.reports import naming
from fasti.web import addresses, asked, figures, pages, refusals, return_forms

_NAME = "message.xml"


@require_http_methods(["GET", "HEAD", "POST"])
def take(request: asked.Asked) -> HttpResponse:
    """The page; a message that is sent is taken in, or everything that stands in the way is shown."""
    if not request.sight.has(rights.DRAFT):
        raise refusals.NotGranted(rights.DRAFT)
    forms = request.pack.return_forms(as_of=request.day)
    form = request.POST.get("form", "")
    form = form if form in forms else ""
    error, outcome = "", None
    if request.method == "POST":
        upload = request.FILES.get("file")
        error = return_forms.complaint(request, upload)
        if not error:
            outcome, error = _taken(request, upload, form)
    is_refused = bool(error or (outcome and outcome.findings))
    context = {
        "error": error, "largest": return_forms.LARGEST // 2**20, "form": form,
        "forms": [(id, request.pack.name("form", id, request.lang)) for id in forms],
        "filled": _filled(request, outcome) if outcome else (),
        "parts": return_forms.parts(request, outcome) if outcome else (),
    }  # fmt: skip
    return pages.show(request, "returns/message.html", context, status=422 if is_refused else 200)


def _taken(request: asked.Asked, upload: Any, form: str) -> tuple[adx_intake.Outcome | None, str]:
    """What became of a message, or why it cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / _NAME
        with file.open("wb") as into:
            into.writelines(upload.chunks())
        try:
            outcome = adx_intake.take(
                file, form=form, pack=request.pack, filled_at=asked.now(), actor=actor.signed_in(request.sight),
                lang=request.lang,
            )  # fmt: skip
        except tables.CannotRead as error:
            name = str(getattr(upload, "name", _NAME))
            return None, words.finding(error.code, request.lang, **{**error.args_, "file": name})
        except CannotCompute as error:
            return None, figures.told(error, request.lang)
    return outcome, ""


def _filled(request: asked.Asked, outcome: adx_intake.Outcome) -> list[tuple[str, str]]:
    """The returns that were filled in: a sentence that names each, and where it is handed in."""
    names = naming.Names(request.pack, request.lang, request.day)
    found = []
    for each in outcome.sheets:
        told = {
            "unit": names.of_unit(each.code), "form": request.pack.name("form", each.form.id, request.lang),
            "period": words.period(each.period, request.lang),
        }  # fmt: skip
        address = addresses.of_return(each.form.id, unit=each.code, period=each.period.code)
        found.append((words.say("return-form-title", request.lang, **told), address))
    return found


urlpatterns = [path("returns/import", take, name="return-import")]
