"""Long work: what an account asked for, how far it is, what came of it; and the import, which is asked for here."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Mapping
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from fasti import words
from fasti.access import rights
from fasti.access.models import Job
from fasti.exchange.work import export
from fasti.operations import jobs
from fasti.operations.jobs.record import OVER
from fasti.reports import marks
from fasti.subjects.models import Unit
from fasti.web import asked, pages, question, refusals, work

PAGE = 30
_FORBIDDEN = re.compile(r"[^\w.\- ]")
"""What the name of an upload may not hold: it says which table the file is, and becomes a name in the job's folder."""
LARGEST = 200 * 2**20
"""Bytes of an upload."""
SUFFIXES = (".xlsx", ".csv")
ENCODINGS = ("utf-8", "windows-1258", "windows-1251", "windows-1250")
MEDIA = {
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The jobs of the account, the latest first."""
    work.POOL.start()
    found = jobs.of_account(request.account)
    if (keys := marks.read(request.GET.get("after", ""), int)) is not None:
        found = found.filter(pk__lt=keys[0])
    rows = list(found[: PAGE + 1])
    after = marks.write([rows[PAGE - 1].pk]) if len(rows) > PAGE else ""
    context = {
        "jobs": rows[:PAGE],
        "next": f"/jobs/?after={after}" if after else "",
        "may_import": _may_import(request),
        "may_export": request.sight.has(rights.EXPORT),
    }
    return pages.show(request, "jobs/list.html", context)


def _own(request: asked.Asked, id: int) -> Job:
    """A job of this account; any other is as if it were not there."""
    job = jobs.of_account(request.account).filter(pk=id).first() if id < 2**63 else None
    if job is None:
        raise refusals.NotThere
    return job


@require_safe
def one(request: asked.Asked, id: int) -> HttpResponse:
    """How far a job is, or what came of it. A swap gets the region alone, and asks again while it goes on."""
    job = _own(request, id)
    answer = job.answer if jobs.is_open(job, request.sight) else {"why": "not-granted"}
    context: dict[str, Any] = {
        "job": job,
        "is_open": jobs.is_open(job, request.sight),
        "is_over": job.state in OVER,
        "share": min(100, 100 * job.num_done // job.num_all) if job.num_all else None,
        "files": [name for name in answer.get("files", ()) if jobs.file_of(job, name, request.sight)],
        "is_gone": any(jobs.file_of(job, name, request.sight) is None for name in answer.get("files", ())),
        "why": _why(answer, request.lang),
        "findings": answer.get("findings", ()),
        "num_more": max(0, int(answer.get("num_findings", 0)) - len(answer.get("findings", ()))),
    }
    return pages.show(request, "jobs/region.html" if request.is_swap else "jobs/job.html", context)


def _why(answer: Mapping[str, Any], lang: str) -> str:
    """Why a job was refused or failed, or its answer is not shown any more, in a sentence."""
    if finding := answer.get("finding"):
        return words.finding(finding, lang, **answer.get("args", {}))
    code = answer.get("why", "")
    message = f"web-jobs-why-{code}"
    if not code or not words.knows(message, lang):
        return str(answer.get("detail", ""))
    return words.say(
        message, lang, units=", ".join(answer.get("units", ())), n=int(answer.get("num_findings", 0))
    )


@require_GET
def file(request: asked.Asked, id: int, name: str) -> FileResponse:
    """A file of a job, for nobody but its account."""
    path_ = jobs.file_of(_own(request, id), name, request.sight)
    if path_ is None:
        raise refusals.NotThere
    media = MEDIA.get(path_.suffix, "application/octet-stream")
    response = FileResponse(path_.open("rb"), as_attachment=True, filename=name, content_type=media)
    return response


@require_POST
def remove(request: asked.Asked, id: int) -> HttpResponse:
    """Forget a job that is over, with its files."""
    job = _own(request, id)
    if job.state in OVER:
        jobs.remove(job)
        return redirect("/jobs/")
    return redirect(f"/jobs/{id}/")


def _may_import(request: asked.Asked) -> bool:
    return request.sight.has(rights.IMPORT)


@require_http_methods(["GET", "HEAD", "POST"])
def take(request: asked.Asked) -> HttpResponse:
    """Import a workbook or a table: choose it, then it is a job."""
    if not _may_import(request):
        raise refusals.NotGranted(rights.IMPORT)
    error = ""
    if request.method == "POST":
        upload = request.FILES.get("file")
        error = _complaint(upload)
        if not error:
            return _ask(request, upload)
    context = {"error": error, "encodings": ENCODINGS, "largest": LARGEST // 2**20}
    return pages.show(request, "jobs/import.html", context, status=400 if error else 200)


def _complaint(upload: Any) -> str:
    """What is wrong with an upload before it is read; empty for nothing."""
    if upload is None:
        return "web-jobs-no-file"
    if pathlib.Path(upload.name).suffix.lower() not in SUFFIXES:
        return "web-jobs-not-tables"
    return "web-jobs-too-large" if upload.size > LARGEST else "web-jobs-empty" if not upload.size else ""


def _ask(request: asked.Asked, upload: Any) -> HttpResponse:
    """Keep the upload under a name of our own, and have it imported."""
    encoding = request.POST.get("encoding", "")
    name = _FORBIDDEN.sub("_", pathlib.PurePath(upload.name).name)[-100:].lstrip(".")
    told = {
        "file": name,
        "title": pathlib.Path(upload.name).name[:120],
        "lang": request.lang,
        "encoding": encoding if encoding in ENCODINGS else "",
        "check_only": "check_only" in request.POST,
    }
    job = jobs.ask(request.account, "import", told, at=asked.now())
    jobs.take(job, name, upload.chunks())
    work.POOL.submit(job)
    return redirect(f"/jobs/{job.pk}/")


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: asked.Asked) -> HttpResponse:
    """Export the register of a unit: choose it and the format, then it is a job."""
    if not request.sight.has(rights.EXPORT):
        raise refusals.NotGranted(rights.EXPORT)
    values = request.POST if request.method == "POST" else request.GET
    code = values.get("unit", "").strip() or question.default_unit(request)
    unit = Unit.objects.filter(code=code).values_list("id", flat=True).first()
    if unit is None or not request.sight.may(rights.EXPORT, unit):
        raise refusals.NotGranted(rights.EXPORT)
    offered = [format for format in export.OFFERED if export.may(request.sight, format, unit)]
    if request.method == "POST":
        if values.get("format") not in offered:
            raise refusals.NotGranted(rights.EXPORT)
        told = {"unit": code, "format": values["format"], "lang": request.lang, "title": code}
        job = jobs.ask(request.account, "export", told, at=asked.now())
        work.POOL.submit(job)
        return redirect(f"/jobs/{job.pk}/")
    name = question.name(request, code, request.day)
    return pages.show(request, "jobs/export.html", {"unit": code, "unit_name": name, "offered": offered})


@require_GET
def template(request: asked.Asked) -> HttpResponse:
    """The empty workbook to fill in, in the language of the page."""
    if not _may_import(request):
        raise refusals.NotGranted(rights.IMPORT)
    import tempfile

    from fasti.exchange import formats, templates

    with tempfile.TemporaryDirectory() as place:
        target = pathlib.Path(place) / "fasti.xlsx"
        templates.write_to(formats.Asked(pack=request.pack, lang=request.lang), target)
        response = HttpResponse(
            target.read_bytes(),
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
    response.headers["Content-Disposition"] = 'attachment; filename="fasti.xlsx"'
    return response


urlpatterns = [
    path("jobs/", listed, name="jobs"),
    path("jobs/<int:id>/", one, name="job"),
    path("jobs/<int:id>/remove/", remove, name="job-remove"),
    path("jobs/<int:id>/files/<str:name>", file, name="job-file"),
    path("import/", take, name="import"),
    path("import/template/", template, name="import-template"),
    path("export/", give, name="export"),
]
