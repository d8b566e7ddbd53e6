"""The page of an act: the official document with what acts on it, its files, its proof and its copies to keep."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import FileResponse, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import acts as access
from fasti.access import log, people, rights
from fasti.acts import attachments
from fasti.acts.models import Act
from fasti.dates import axes
from fasti.operations import prove_act
from fasti.reports import act_document, act_words, formats
from fasti.reports.register_of_acts import cascade, standing
from fasti.web import acts, asked, attached, pages, refusals

MOST_ARTICLES = 100
"""Effects shown on the page of an act; its document has them all."""


MOST_BESIDE = 15
"""Effects shown beside it, with where they lead."""


ONCE_IN = 300
"""Seconds within which looking again at the same act is the same look."""


RENDERED = {"pdf": act_document.render_pdf, "docx": act_document.render_docx}


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
        "class_name": acts.class_name(request, act.confidentiality) if _is_confidential(request, act) else "",
        "may_draft": sight.has(rights.DRAFT) and not request.is_past,
        "may_change": sight.may(rights.DRAFT, act.issuer_id) and not request.is_past,
        "is_known_version": act.charter_version == pack.version,
    }
    if request.is_swap and "verify" in request.GET:
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
    whole = act_words.document(act, pack=request.pack, lang=request.lang, sight=request.sight)
    content = RENDERED[format](whole)
    _keep_download(request, act, f"{act.symbol}.{format}")
    response = HttpResponse(content, content_type=formats.MEDIA[format])
    return attached.attached(response, f"{act.symbol} {act.signed_on}.{format}")


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
    return attached.attached(response, file.filename)


def _keep_download(request: asked.Asked, act: Act, name: str) -> None:
    log.keep(request.sight, "act.downloaded", at=asked.now(), unit=act.issuer_id, act=act.id, detail=name)


urlpatterns = [
    path("acts/<int:id>/", shown, name="act"),
    path("acts/<int:id>/document.pdf", document, {"format": "pdf"}, name="act-pdf"),
    path("acts/<int:id>/document.docx", document, {"format": "docx"}, name="act-docx"),
    path("acts/<int:id>/files/<int:ordinal>/", attachment, name="act-file"),
]
