"""Narrative reports read: sent as a file, read as a job, shown with each claim in its place beside the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fasti import words
from fasti.access import acts as seen_acts
from fasti.access.models import Job
from fasti.acts.models import Act
from fasti.exchange.work import judged, reading
from fasti.operations import jobs
from fasti.operations.jobs.record import OVER
from fasti.reports import marks, naming, readings, reason_words
from fasti.web import addresses, asked, drawn, judgements, pages, question, refusals, work
from fasti.words import encodings

PAGE, PASSAGES = 20, 60
DIFFERS = "differs"
ICONS = {
    "agrees": "ok",
    "differs": "bad",
    "part": "info",
    "unmatched": "info",
    "withheld": "lock",
    "plan": "flow",
}


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: asked.Asked) -> HttpResponse:
    """The readings that are seen, and the form to have a report read."""
    asked_ = question.of(request, given=request.POST if request.method == "POST" else None)
    question.require(request, asked_.unit)
    error = ""
    if request.method == "POST":
        upload = request.FILES.get("file")
        error = (
            reading.complaint(str(upload.name), upload.size or 0)
            if upload is not None
            else "web-jobs-no-file"
        )
        if upload is not None and not error and not asked_.errors:
            return _ask(request, asked_, upload)
        error = _said(error, str(upload.name) if upload is not None else "", request.lang)
    after = marks.read(request.GET.get("after", ""), int)
    found = reading.seen(request.account, request.sight)
    found = found if after is None else found.filter(pk__lt=after[0])
    rows = list(found[: PAGE + 1])
    shown = [each for each in rows[:PAGE] if _may_see(request, each)]
    context = {
        **question.choices(request, asked_),
        "boundaries": question.boundaries(request, asked_.period),
        "error": error,
        "readings": _rows(request, shown),
        "next": f"/readings/?after={marks.write([rows[PAGE - 1].pk])}" if len(rows) > PAGE else "",
        "largest": reading.LARGEST // 2**20,
        "kept": reading.KEPT,
        "encodings": sorted(encodings.NAMES),
        "is_silent": request.pack.claimed is None,
    }
    return pages.show(request, "readings/list.html", context, status=400 if error else 200)


def _rows(request: asked.Asked, shown: Sequence[Job]) -> list[tuple[Job, str, str]]:
    """The readings of a page, each with its period and its unit or peer group in words."""
    groups, names = (
        request.pack.names("peer_group", request.lang),
        naming.Names(request.pack, request.lang, request.day),
    )
    names.learn_codes({each.question["unit"] for each in shown} - groups.keys())
    return [
        (
            each,
            drawn.period(each.question["period"], request.lang),
            groups.get(each.question["unit"]) or names.of_unit(each.question["unit"]),
        )
        for each in shown
    ]


def _said(error: str, name: str, lang: str) -> str:
    """What is wrong with what was sent, in a sentence; empty for nothing."""
    if not error or words.knows(error, lang):
        return words.say(error, lang) if error else ""
    return words.finding(error, lang, file=name, limit=str(reading.LARGEST // 2**20))


def _ask(request: asked.Asked, asked_: question.Question, upload: Any) -> HttpResponse:
    told = {
        "unit": asked_.unit,
        "period": asked_.period.code,
        "boundaries": asked_.boundaries.isoformat() if asked_.boundaries else None,
        "known": asked_.known.isoformat() if asked_.known else None,
        "written": _day(request.POST.get("written", "")),
        "text_lang": _among(request.POST.get("text_lang", ""), words.LANGUAGES),
        "encoding": _among(request.POST.get("encoding", ""), encodings.NAMES),
    }
    job = reading.ask(request.account, told, upload, sight=request.sight, at=asked.now())
    work.POOL.submit(job)
    return redirect(f"/readings/{job.pk}/")


def _day(text: str) -> str | None:
    found = asked.day_of(text.strip(), None)
    return found.isoformat() if found else None


def _among(text: str, offered: Iterable[str]) -> str:
    return text if text in set(offered) else ""


def _may_see(request: asked.Asked, job: Job) -> bool:
    return reading.may_see(job, request.account, request.sight, pack=request.pack)


def found(request: asked.Asked, id: int) -> Job:
    """A reading that is seen; any other is as if it were not there."""
    job = reading.seen(request.account, request.sight).filter(pk=id).first() if id < 2**63 else None
    if job is None or not _may_see(request, job):
        raise refusals.NotThere
    return job


@require_safe
def one(request: asked.Asked, id: int) -> HttpResponse:
    """The text with its claims and what stands beside each; while it is being read, how far that is."""
    job = found(request, id)
    own = job.account_id == request.account.pk
    if job.state != "done":
        return redirect(f"/jobs/{id}/")
    try:
        kept = reading.kept(job)
    except reading.NotKept as gone:
        raise refusals.NotThere from gone
    asked_ = job.question
    name = question.name(request, asked_["unit"], request.day)
    context = {
        "job": job,
        "is_own": own,
        "unit_name": name,
        "period_told": drawn.period(asked_["period"], request.lang),
        "notes": [_note(each, asked_["title"], request.lang) for each in kept["notes"]],
        "totals": [_total(each, request.lang) for each in kept["totals"]],
        "left_out": [_left_out(request, asked_, id, value) for id, value in kept["left_out"]],
        **_text(request, asked_, kept, judgements.sentences(request, judged.of(job))),
    }
    return pages.show(request, "readings/reading.html", context)


def _note(note: Mapping[str, Any], title: str, lang: str) -> str:
    """What was not read, of the file as its sender named it."""
    args = {**note["args"], **({"file": title} if "file" in note["args"] else {})}
    return words.finding(note["code"], lang, **args)


def _total(total: Mapping[str, Any], lang: str) -> str:
    numbers = {
        key: words.number(total[of], lang) for key, of in (("number", "stated"), ("total", "computed"))
    }
    difference = words.signed(total["difference"], lang)
    return words.finding("claims-total", lang, value=total["sentence"], **numbers, difference=difference)


def _left_out(request: asked.Asked, asked_: Mapping[str, Any], id: str, value: int) -> dict[str, Any]:
    return {
        "label": request.pack.name("indicator", id, request.lang),
        "value": value,
        "address": _address(id, asked_["unit"], asked_),
    }


def _address(indicator: str, unit: str, under: Mapping[str, Any]) -> str:
    days = {key: under.get(key) for key in ("boundaries", "known")}
    return addresses.of_figure(indicator, unit=unit, period=under["period"], **days)


def _text(
    request: asked.Asked, asked_: Mapping[str, Any], kept: Mapping[str, Any], said: Mapping[int, Any]
) -> dict[str, Any]:
    """A page of the passages, each in pieces with the lines of its claims; or of those that differ alone."""
    by_passage: dict[int, list[tuple[int, Any]]] = defaultdict(list)
    for index, line in enumerate(kept["lines"]):
        by_passage[line["where"]["passage"]].append((index, line))
    differing = {n for n, lines in by_passage.items() if any(each["verdict"] == DIFFERS for _, each in lines)}
    only = request.GET.get("view") == DIFFERS
    after = request.GET.get("after", "")
    start = int(after) if after.isdecimal() and len(after) < 10 else 0
    passages = [each for each in kept["passages"] if not only or each["number"] in differing]
    page = [each for each in passages if each["number"] > start][: PASSAGES + 1]
    shown = page[:PASSAGES]
    told = _Lines(request, asked_, [line for each in shown for line in by_passage[each["number"]]])
    return {
        "rows": [
            {
                "passage": each,
                "pieces": [
                    (piece, kept["lines"][piece.line]["verdict"] if piece.line is not None else "")
                    for piece in readings.pieces(each, by_passage[each["number"]])
                ],
                "lines": [
                    told.line(index, line) | {"said": said.get(index)}
                    for index, line in by_passage[each["number"]]
                ],
            }
            for each in shown
        ],
        "next": shown[-1]["number"] if len(page) > PASSAGES else 0,
        "only": only,
        "num_claims": len(kept["lines"]),
        "num_differing": sum(line["verdict"] == DIFFERS for line in kept["lines"]),
        "num_compared": sum(line["verdict"] in ("agrees", DIFFERS) for line in kept["lines"]),
    }


class _Lines:
    """Tells what stands beside claims: the figure, the difference, its reasons, the acts that are seen."""

    def __init__(self, request: asked.Asked, asked_: Mapping[str, Any], lines: list[tuple[int, Any]]) -> None:
        self.request, self.asked = request, asked_
        given = [each for _, line in lines for each in line["reasons"]]
        ids = seen_acts.seen_among(request.sight, [id for each in given for id in each["acts"]])
        self.acts = Act.objects.select_related("issuer").in_bulk(ids)
        self.names = naming.Names(request.pack, request.lang, request.day)
        self.names.learn_codes(each["args"]["unit"] for each in given if "unit" in each["args"])

    def line(self, index: int, line: Mapping[str, Any]) -> dict[str, Any]:
        """One claim as the page shows it; `id` is where the text links to."""
        lang = self.request.lang
        indicator = line["indicator"]
        is_computed = line["registered"] is not None or line["verdict"] in ("part", "withheld", "plan")
        return {
            "index": index,
            "surface": line["surface"],
            "verdict": line["verdict"],
            "icon": ICONS[line["verdict"]],
            "label": self._label(line),
            "value": words.number(line["value"], lang, digits=2),
            "hedge": words.say(f"cli-claims-{line['qualifier']}", lang),
            "registered": None if line["registered"] is None else words.number(line["registered"], lang),
            "difference": "" if not line["difference"] else words.signed(int(line["difference"]), lang),
            "address": _address(indicator, self.asked["unit"], self.asked) if is_computed else "",
            "reasons": [self._reason(each) for each in line["reasons"]],
        }

    def _label(self, line: Mapping[str, Any]) -> str:
        """The figure by its name in the pack; where the body computes none, what is counted in the report's words."""
        named = self.request.pack.names("indicator", self.request.lang).get(line["indicator"])
        return str(named or line["unit_of_count"] or line["indicator"])

    def _reason(self, written: Mapping[str, Any]) -> dict[str, Any]:
        reason = readings.reason_of(written)
        said = reason_words.sentence(reason, pack=self.request.pack, lang=self.request.lang, names=self.names)
        unit = reason.args.get("unit", self.asked["unit"])
        return {
            "sentence": said,
            "address": _address(reason.indicator, unit, written),
            "acts": [self.acts[id] for id in reason.acts if id in self.acts],
        }


@require_POST
def remove(request: asked.Asked, id: int) -> HttpResponse:
    """Drop one's own reading."""
    job = jobs.of_account(request.account).filter(kind=reading.KIND, pk=id).first() if id < 2**63 else None
    if job is None:
        raise refusals.NotThere
    if job.state in OVER:
        jobs.remove(job)
    return redirect("/readings/")


urlpatterns = [
    path("readings/", listed, name="readings"),
    path("readings/<int:id>/", one, name="reading"),
    path("readings/<int:id>/remove/", remove, name="reading-remove"),
]
