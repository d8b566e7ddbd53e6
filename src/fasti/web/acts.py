"""Acts: the register with views, buckets, filters and search, and the list as a table to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import words
from fasti.access import acts as access
from fasti.access import log, rights
from fasti.acts import search
from fasti.acts.models import Act
from fasti.dates import axes
from fasti.exchange import act_list
from fasti.register import unit_words
from fasti.reports import marks, naming
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts import found, told
from fasti.reports.register_of_acts.asked import Asked
from fasti.subjects import names as folding
from fasti.subjects.models import Unit
from fasti.web import asked, attached, pages, refusals

PAGE = 50
LISTS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """What was typed as the issuing unit, and what it may mean."""

    typed: str
    unit: Unit | None
    name: str
    choices: tuple[tuple[str, str], ...]
    """Codes and names of the units it may mean, where it means several."""

    @property
    def is_unknown(self) -> bool:
        """Something was typed and no unit is meant by it."""
        return bool(self.typed) and self.unit is None and not self.choices


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The register: what is seen, narrowed by view and filters, the last signed first."""
    if not request.sight.has(rights.ACTS):
        raise refusals.NotGranted(rights.ACTS)
    issuer = _issuer(request)
    question = _question(request, issuer)
    acts = _found(request, question, issuer)
    page = found.page(
        acts,
        size=PAGE,
        after=_place(request.GET.get("after", "")),
        before=_place(request.GET.get("before", "")),
    )
    lines = told.lines(
        page.acts, request.sight, pack=request.pack, lang=request.lang, day=request.as_of,
        known_before=axes.known_before(request.known),
    )  # fmt: skip
    counted = _counted(request, question, issuer)
    context = {
        "lines": lines,
        "asked": question,
        "issuer": issuer,
        "bad_days": _bad_days(request),
        "counted": counted,
        "num": dict(counted.by_bucket).get(question.bucket) if question.bucket else counted.num,
        "previous": marks.write((page.previous[0].isoformat(), page.previous[1])) if page.previous else "",
        "next": marks.write((page.next[0].isoformat(), page.next[1])) if page.next else "",
        "views": _views(request),
        "types": _types(request),
        "classes": _classes(request),
        "states": questions.STATES,
        "filters": _filters(request, question, issuer),
        "may_draft": request.sight.has(rights.DRAFT) and not request.is_past,
        "may_export": request.sight.has(rights.EXPORT),
        "is_short": counted.is_whole and counted.num <= act_list.MOST,
        "behind": search.num_behind() if question.words else 0,
        "late_days": questions.LATE_DAYS,
    }
    return pages.show(request, "acts/found.html" if request.is_swap else "acts/list.html", context)


def _question(request: asked.Asked, issuer: Issuer) -> Asked:
    """What the address asks. A code that is none of the charter's narrows to nothing; it is shown as it was typed."""
    given = request.GET
    related = given.get("related", "")
    view = given.get("view", questions.ALL)
    return Asked(
        day=request.as_of,
        known_before=axes.known_before(request.known),
        view=view if view in questions.VIEWS else questions.ALL,
        words=given.get("q", "").strip()[:200],
        lang=request.lang,
        unit=issuer.unit.id if issuer.unit else None,
        type=given.get("type", "")[:64],
        bucket=given.get("bucket", "") if given.get("bucket", "") in _buckets(request) else "",
        since=asked.day_of(given.get("from", ""), None),
        until=asked.day_of(given.get("to", ""), None),
        state=given.get("state", "") if given.get("state", "") in questions.STATES else "",
        confidentiality=given.get("class", "")[:16],
        is_late="late" in given,
        related=int(related) if related.isascii() and related.isdigit() and len(related) < 18 else None,
    )


def _bad_days(request: asked.Asked) -> dict[str, str]:
    """What was typed as a day and is none; the list is then as if it were not there, and says so."""
    typed = {key: request.GET.get(key, "").strip()[:40] for key in ("from", "to")}
    return {key: text for key, text in typed.items() if text and asked.day_of(text, None) is None}


def _buckets(request: asked.Asked) -> tuple[str, ...]:
    return request.pack.buckets(as_of=request.as_of)


def _found(request: asked.Asked, question: Asked, issuer: Issuer) -> QuerySet[Act]:
    """The acts asked for; none while it is not clear which issuer is meant."""
    acts = found.found(request.sight, question, pack=request.pack)
    return acts.none() if issuer.typed and issuer.unit is None else acts


def _counted(request: asked.Asked, question: Asked, issuer: Issuer) -> found.Counted:
    """How many there are in each bucket: of all that is asked but for the bucket itself."""
    acts = _found(request, replace(question, bucket=""), issuer)
    return found.counted(acts, pack=request.pack, day=request.as_of)


def _place(word: str) -> found.Cursor | None:
    keys = cast("tuple[str, int] | None", marks.read(word, str, int))
    if keys is None:
        return None
    try:
        return date.fromisoformat(keys[0]), keys[1]
    except ValueError as error:
        raise refusals.Malformed from error


def _issuer(request: asked.Asked) -> Issuer:
    """The unit typed by code or by name. Units are no secret: everybody with an account may know them."""
    typed = request.GET.get("unit", "").strip()[:120]
    if not typed:
        return Issuer("", None, "", ())
    names = naming.Names(request.pack, request.lang, request.as_of)
    exact = Unit.objects.filter(code=typed).first()
    near = [exact] if exact else list(unit_words.matching(typed)[:12])
    names.learn(unit.id for unit in near)
    called = [unit for unit in near if folding.fold(names.of_unit(unit.code)) == folding.fold(typed)]
    if len(near) == 1 or len(called) == 1:
        unit = (called or near)[0]
        return Issuer(typed, unit, names.of_unit(unit.code), ())
    return Issuer(typed, None, "", tuple((unit.code, names.of_unit(unit.code)) for unit in near))


def _views(request: asked.Asked) -> list[dict[str, Any]]:
    """The saved views; those of one's own unit only for whoever has one."""
    home = request.sight.home is not None
    return [
        {"name": view, "message": f"web-acts-view-{view}"}
        for view in questions.VIEWS
        if home or view not in (questions.OWN, questions.SUPERIOR)
    ]


def _types(request: asked.Asked) -> list[tuple[str, str]]:
    names = request.pack.names("act_type", request.lang)
    return [(id, names.get(id, id)) for id in request.pack.act_types(as_of=request.as_of)]


def _classes(request: asked.Asked) -> list[tuple[str, str]]:
    """The classes of confidentiality one is cleared for; none to choose from where there is but one."""
    highest = max((grant.clearance for grant in request.sight.within(rights.ACTS).grants), default=0)
    ids = request.pack.classes(as_of=request.day).ids[: highest + 1]
    return [(id, class_name(request, id)) for id in ids] if len(ids) > 1 else []


def class_name(request: asked.Asked, id: str) -> str:
    """What a class of confidentiality is called."""
    return request.pack.names("class", request.lang).get(id, id)


def _filters(request: asked.Asked, question: Asked, issuer: Issuer) -> list[dict[str, str]]:
    """What narrows the list, each in words with the key that drops it."""
    lang, types = request.lang, dict(_types(request))
    told_: list[tuple[str, str]] = []
    if question.words:
        told_.append(("q", words.say("web-acts-is-words", lang, words=question.words)))
    if issuer.unit:
        told_.append(("unit", words.say("web-acts-is-unit", lang, unit=issuer.name)))
    if question.bucket:
        told_.append(("bucket", request.pack.name("bucket", question.bucket, lang)))
    if question.type:
        told_.append(("type", types.get(question.type, question.type)))
    if question.since:
        told_.append(
            ("from", words.say("web-acts-is-from", lang, day=words.day(question.since, lang, style="short")))
        )
    if question.until:
        told_.append(
            ("to", words.say("web-acts-is-to", lang, day=words.day(question.until, lang, style="short")))
        )
    if question.state:
        told_.append(("state", words.say(f"acts-state-{question.state.replace('_', '-')}", lang)))
    if question.confidentiality:
        told_.append(("class", class_name(request, question.confidentiality)))
    if question.is_late:
        told_.append(("late", words.say("web-acts-is-late", lang)))
    if question.related is not None:
        told_.append(
            ("related", words.say("web-acts-is-related", lang, act=_symbol(request, question.related)))
        )
    return [{"drops": key, "words": said} for key, said in told_]


def _symbol(request: asked.Asked, id: int) -> str:
    """The number of an act that is seen; of any other a dash."""
    return access.seen(request.sight).filter(id=id).values_list("symbol", flat=True).first() or "–"


@require_safe
def export(request: asked.Asked, format: str) -> HttpResponse | StreamingHttpResponse:
    """The list as it is filtered, as a table: of the issuers over whom the right to export is held."""
    if not request.sight.has(rights.ACTS) or not request.sight.has(rights.EXPORT):
        raise refusals.NotGranted(rights.EXPORT)
    issuer = _issuer(request)
    acts = found.exportable(_found(request, _question(request, issuer), issuer), request.sight)
    content: Any = act_list.WRITERS[format](_lines(request, acts), request.lang)
    log.keep(
        request.sight,
        "acts.exported",
        at=asked.now(),
        unit=request.sight.home,
        detail=request.GET.urlencode(),
    )
    response = (
        HttpResponse(content, content_type=LISTS[format])
        if isinstance(content, bytes)
        else StreamingHttpResponse(content, content_type=LISTS[format])
    )
    return attached.attached(response, f"{words.say('acts-list', request.lang)}.{format}")


def _lines(request: asked.Asked, acts: QuerySet[Act]) -> Iterator[told.Line]:
    """The lines of a whole list, page by page."""
    place: found.Cursor | None = None
    for _ in range(0, act_list.MOST, 500):
        page = found.page(acts, size=500, after=place)
        yield from told.lines(
            page.acts, request.sight, pack=request.pack, lang=request.lang, day=request.as_of,
            known_before=axes.known_before(request.known),
        )  # fmt: skip
        place = page.next
        if place is None:
            return


urlpatterns = [
    path("acts/", listed, name="acts"),
    path("acts/list.csv", export, {"format": "csv"}, name="acts-csv"),
    path("acts/list.xlsx", export, {"format": "xlsx"}, name="acts-xlsx"),
]
