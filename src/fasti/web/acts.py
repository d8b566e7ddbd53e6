"""Acts: the register with views, buckets, filters and search; the page of an act, its documents, files and proof."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import acts as access
from fasti.access import log, people, rights
from fasti.acts import attachments, search
from fasti.acts.models import Act
from fasti.dates import axes
from fasti.exchange import act_list
from fasti.operations import prove_act
from fasti.register import unit_words
from fasti.reports import act_document, act_words, naming
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts import cascade, found, standing, told
from fasti.reports.register_of_acts.asked import Asked
from fasti.subjects import names as folding
from fasti.subjects.models import Unit
from fasti.web import asked, cursors, pages, refusals

PAGE = 50
MOST_ARTICLES = 100
"""Effects shown on the page of an act; its document has them all."""
MOST_BESIDE = 15
"""Effects shown beside it, with where they lead."""
ONCE_IN = 300
"""Seconds within which looking again at the same act is the same look."""
FILTERS = ("q", "unit", "type", "bucket", "from", "to", "state", "class", "late", "related")
DOCUMENTS = {
    "pdf": ("application/pdf", act_document.render_pdf),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        act_document.render_docx,
    ),
}
LISTS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


# The register


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
        "previous": cursors.write((page.previous[0].isoformat(), page.previous[1])) if page.previous else "",
        "next": cursors.write((page.next[0].isoformat(), page.next[1])) if page.next else "",
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
    return pages.show(request, "acts/found.html" if _is_swap(request) else "acts/list.html", context)


def _is_swap(request: asked.Asked) -> bool:
    """Whether a region alone is asked for; going back in the browser asks for the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request


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
    keys = cast("tuple[str, int] | None", cursors.read(word, str, int))
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
    return [(id, _class_name(request, id)) for id in ids] if len(ids) > 1 else []


def _class_name(request: asked.Asked, id: str) -> str:
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
        told_.append(("class", _class_name(request, question.confidentiality)))
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
    return cast("HttpResponse", _attached(response, f"{words.say('acts-list', request.lang)}.{format}"))


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


# The page of an act


def _act(request: asked.Asked, id: int) -> Act:
    """The act, if it is seen; what is out of reach looks like what does not exist, and like what was not known then."""
    linked = ("issuer", "signer", "signer_post__unit")
    act = Act.objects.select_related(*linked).filter(id=id).first() if id < 2**63 else None
    known = axes.known_before(request.known)
    if act is None or not access.sees(request.sight, act) or (known is not None and act.recorded_at >= known):
        raise refusals.NotGranted(rights.ACTS)
    return act


@require_safe
def shown(request: asked.Asked, id: int) -> HttpResponse:
    """An act as the official document, with what acts on it beside it."""
    act, pack, lang, sight = _act(request, id), request.pack, request.lang, request.sight
    _keep_look(request, act)
    wording = act_words.Wording(act, pack, lang, sight=sight, most=MOST_ARTICLES)
    document = wording.document()
    known = axes.known_before(request.known)
    proof = prove_act.prove(act, recompute="verify" in request.GET)
    beside = [link.act.id for link in (proof.before, proof.after) if link.act]
    context = {
        "act": act,
        "document": document,
        "title": document.about,
        "type": pack.names("act_type", lang).get(act.type, act.type),
        "issuer_name": wording.names.of_unit(act.issuer.code),
        "standing": standing.of([act], sight, day=request.as_of, known_before=known)[act.id],
        "effects": _effects(request, wording),
        "num_effects": proof.num_effects,
        "tasks": _tasks(request, act, wording),
        "files": list(act.attachments.order_by("ordinal")),
        "cascade": cascade.of(act, sight, pack=pack, lang=lang),
        "proof": proof,
        "beside": access.seen_among(sight, beside),
        "rules": _rules(request, act, wording),
        "class_name": _class_name(request, act.confidentiality) if _is_confidential(request, act) else "",
        "may_draft": sight.has(rights.DRAFT) and not request.is_past,
        "may_change": sight.may(rights.DRAFT, act.issuer_id) and not request.is_past,
        "is_known_version": act.charter_version == pack.version,
    }
    if _is_swap(request) and "verify" in request.GET:
        return pages.show(request, "parts/proof.html", context)
    return pages.show(request, "acts/act.html", context)


def _is_confidential(request: asked.Asked, act: Act) -> bool:
    """Whether the act is of a higher class than the lowest."""
    return act.confidentiality not in ("", request.pack.classes(as_of=request.day).ids[0])


def _keep_look(request: asked.Asked, act: Act) -> None:
    """Keep that a confidential act was looked at, one look within some minutes."""
    looked = f"looked-act:{request.account.pk}:{act.id}"
    if _is_confidential(request, act) and cache.add(looked, 1, ONCE_IN):
        log.keep(request.sight, "act.seen", at=asked.now(), unit=act.issuer_id, act=act.id)


def _rules(request: asked.Asked, act: Act, wording: act_words.Wording) -> list[dict[str, Any]]:
    """The rules by which the act was judged: each in a sentence, with its article as of the day of signing."""
    pack, day = request.pack, act.signed_on
    kind = wording.names.unit(act.issuer.code)
    asks: list[tuple[str, Callable[[], Any]]] = [("type", lambda: pack.act_type(act.type, as_of=day))]
    if kind is not None:
        asks.append(("authority", lambda: pack.authority(kind.kind, act.type, as_of=day)))
        asks.append(("numbering", lambda: pack.numbering(kind.kind, act.type, as_of=day)))
    if wording.effects:
        asks.append(("effects", lambda: pack.effects_allowed(act.type, as_of=day)))
    found_ = []
    for name, ask in asks:
        with contextlib.suppress(charter.NoRule):
            rule = ask()
            said = words.say(f"web-acts-rule-{name}", request.lang)
            found_.append({"words": said, "reference": rule.reference, "is_verified": rule.verified})
    return found_


@dataclass(frozen=True, slots=True)
class Deed:
    """An effect beside its act."""

    ordinal: int
    kind: str
    words: str
    on: date | None
    """The day it takes effect, where that is not the day the act takes force."""
    person: tuple[str, str] | None
    """Code and name of a person whose record may be opened."""
    unit: tuple[str, str]
    voided_by: standing.Other | None
    is_void: bool


def _effects(request: asked.Asked, wording: act_words.Wording) -> list[Deed]:
    """The effects in words, each with where it leads."""
    effects, lang = wording.effects[:MOST_BESIDE], request.lang
    known = axes.known_before(request.known)
    seen = people.seen_among(request.sight, (each.person_id for each in effects if each.person_id))
    voids = {
        void.voids_id: void
        for effect in effects[:1]
        for void in type(effect).objects.filter(voids__in=[each.id for each in effects]).select_related("act")
        if known is None or void.recorded_at < known
    }
    open_to = access.seen_among(request.sight, (void.act_id for void in voids.values()))
    kinds = request.pack.names("effect", lang)
    return [
        Deed(
            each.ordinal,
            kinds.get(each.kind, each.kind),
            _without(kinds.get(each.kind, each.kind), wording.effect(each)),
            each.on if each.on != wording.act.in_force_on else None,
            (each.person.code, act_words.displayed(each.person, lang))
            if each.person and each.person_id in seen
            else None,
            (each.unit.code, wording.names.of_unit(each.unit.code)),
            _voiding(voids[each.id].act) if each.id in voids and voids[each.id].act_id in open_to else None,
            each.id in voids,
        )
        for each in effects
    ]


def _without(kind: str, sentence: str) -> str:
    """The sentence of an effect without the word for its kind, which stands before it already."""
    begins = f"{kind}: "
    rest = sentence[len(begins) :] if sentence.casefold().startswith(begins.casefold()) else sentence
    return rest[:1].upper() + rest[1:]


def _voiding(act: Act) -> standing.Other:
    return standing.Other(act.id, act.symbol, act.signed_on)


def _tasks(request: asked.Asked, act: Act, wording: act_words.Wording) -> list[dict[str, Any]]:
    """The tasks given, each with whom it is for and until when."""
    tasks = list(act.tasks.select_related("unit", "responsible").order_by("ordinal"))
    seen = people.seen_among(request.sight, (each.responsible_id for each in tasks if each.responsible_id))
    levels = request.pack.names("level", request.lang)
    return [
        {
            "text": wording.named(each.text),
            "group": each.group,
            "unit": each.unit.code,
            "unit_name": wording.names.of_unit(each.unit.code),
            "level": levels.get(each.level, each.level),
            "person": act_words.displayed(each.responsible, request.lang) if each.responsible else "",
            "person_code": each.responsible.code if each.responsible and each.responsible_id in seen else "",
            "due_on": each.due_on,
            "evidence": wording.named(each.evidence),
        }
        for each in tasks
    ]


@require_safe
def document(request: asked.Asked, id: int, format: str) -> HttpResponse:
    """The act as a document to keep, frame and articles in the language of the page."""
    act = _act(request, id)
    kind, render = DOCUMENTS[format]
    whole = act_words.document(act, pack=request.pack, lang=request.lang, sight=request.sight)
    content = render(whole)
    _keep_download(request, act, f"{act.symbol}.{format}")
    response = HttpResponse(content, content_type=kind)
    return cast("HttpResponse", _attached(response, f"{act.symbol} {act.signed_on}.{format}"))


@require_safe
def attachment(request: asked.Asked, id: int, ordinal: int) -> HttpResponse | FileResponse:
    """A file of the act, handed over to be kept, never shown by the browser itself."""
    act = _act(request, id)
    file = act.attachments.filter(ordinal=ordinal).first() if ordinal < 2**31 else None
    stored = attachments.path(settings.HOME, file.sha256) if file else None
    if file is None or stored is None or not stored.is_file():
        raise refusals.NotThere
    _keep_download(request, act, file.filename)
    response = FileResponse(stored.open("rb"), content_type="application/octet-stream")
    return cast("HttpResponse", _attached(response, file.filename))


def _attached(response: HttpResponse | StreamingHttpResponse | FileResponse, name: str) -> Any:
    """As a file to be kept under a name that no path can hide in."""
    plain = "".join("-" if each in '/\\:*?"<>|' or not each.isprintable() else each for each in name)
    response.headers["Content-Disposition"] = content_disposition_header(True, plain[:200]) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _keep_download(request: asked.Asked, act: Act, name: str) -> None:
    log.keep(request.sight, "act.downloaded", at=asked.now(), unit=act.issuer_id, act=act.id, detail=name)


urlpatterns = [
    path("acts/", listed, name="acts"),
    path("acts/list.csv", export, {"format": "csv"}, name="acts-csv"),
    path("acts/list.xlsx", export, {"format": "xlsx"}, name="acts-xlsx"),
    path("acts/<int:id>/", shown, name="act"),
    path("acts/<int:id>/document.pdf", document, {"format": "pdf"}, name="act-pdf"),
    path("acts/<int:id>/document.docx", document, {"format": "docx"}, name="act-docx"),
    path("acts/<int:id>/files/<int:ordinal>/", attachment, name="act-file"),
]
