"""The first step of a draft: who issues what and when, with what the page one comes from has already said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from fasti import charter, words
from fasti.access import acts as access
from fasti.access import rights
from fasti.acts.findings import Finding, named
from fasti.acts.models import Act
from fasti.operations import naming, undoing
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.subjects.models import Person, Post, Unit
from fasti.web import (
    draft_fields,
    draft_findings,
    draft_form,
    draft_names,
    draft_pointed,
    draft_signers,
    draft_windows,
    kept,
)
from fasti.web.asked import Asked
from fasti.web.draft_page import now_in
from fasti.web.draft_rows import Field

RELATIONS = ("amends", "corrects", "concretises", "repeals", "replaces", "answers")
CARRIED = (*RELATIONS, "post", "person", "kind")
"""What a link may say beforehand, beside issuer, unit and type."""
_LONGEST = 200


class Begun:
    """A draft that is not there yet."""

    def __init__(self, request: Asked) -> None:
        self.request = request
        self.names = draft_names.Names(request)
        self._given = request.POST if request.method == "POST" else request.GET
        self.typed = (
            request.POST if request.method == "POST" else kept.take(request, account=request.account.pk)
        )

    def _said(self, name: str) -> str:
        text = str(self._given.get(name, ""))[:_LONGEST]
        return "" if "\x00" in text else text

    def carried(self) -> dict[str, str]:
        """What the link has said."""
        return {name: said for name in CARRIED if (said := self._said(name))}

    def content(self) -> dict[str, Any]:
        """The draft as begun."""
        if self.typed is None:
            return self._proposed()
        found = draft_form.content(self.typed, {}, providers=[], resolve=self.names.code)
        return {**found, **self._first_rows(found), "language": self.request.pack.languages[0]}

    def _proposed(self) -> dict[str, Any]:
        day = self.request.day
        unit = self._named_unit() or _own_unit(self.request)
        found: dict[str, Any] = {"signed_on": day.isoformat(), "type": self._said("type")}
        if unit is not None:
            found["issuer"] = unit
            found["type"] = found["type"] or type_for(self.request, unit, self._kind(), day)
        return found

    def _named_unit(self) -> str | None:
        if code := self._said("issuer"):
            return code
        unit = Unit.objects.filter(code=self._said("unit")).first()
        return next(iter(issuers(self.request, [unit.id])), None) if unit else None

    def _kind(self) -> str:
        """The kind of effect the draft is about."""
        if kind := self._said("kind"):
            return kind
        if any(self._said(name) for name in ("amends", "corrects", "repeals")):
            return "VOID"
        return "APPOINT" if self._said("post") or self._said("person") else ""

    def _first_rows(self, found: dict[str, Any]) -> dict[str, Any]:
        rows: dict[str, Any] = {}
        carried = self.carried()
        if (kind := self._kind()) and kind != "VOID":
            subjects = {name: carried[name] for name in ("person", "post") if name in carried}
            rows["effects"] = [{"kind": kind, **subjects}]
        relations = [{"kind": name, "act": carried[name]} for name in RELATIONS if name in carried]
        if relations:
            rows["relations"] = relations
        signer = _signer(self.request, str(found.get("issuer", "")), str(found.get("type", "")), found)
        return {**rows, **signer}

    def context(self, refused: Sequence[Finding] = ()) -> dict[str, Any]:
        """What the page of the first step needs."""
        request, content = self.request, self.content()
        day = now_in(content, request.day)
        choices = draft_fields.Choices(request.pack, request.lang, day)
        names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
        shown = draft_findings.shown(
            [named(each, names) for each in refused], content, pack=request.pack, lang=request.lang
        )
        errors = {each.field: each.told for each in shown}

        def made(name: str, widget: str, value: Any, **more: Any) -> Field:
            label, hint = draft_fields.label(name, request.lang), draft_fields.hint(name, request.lang)
            return Field(name, label, widget, value, hint, errors.get(name, ""), **more)

        return {
            "fields": [
                made(
                    "issuer",
                    "unit",
                    self.names.told("unit", str(content.get("issuer", ""))),
                    is_required=True,
                    near=self._near(),
                    is_wide=True,
                ),
                made(
                    "type", "choice", content.get("type", ""), choices=choices.types(None), is_required=True
                ),
                made(
                    "signed_on",
                    "day",
                    draft_names.day_shown(content.get("signed_on"), request.lang),
                    is_required=True,
                ),
                made("title", "text", content.get("title", ""), is_wide=True, is_required=True),
            ],
            "carried": self.carried(),
            "told": list(self._told()),
            "summary": draft_pointed.pointed(shown, draft_windows.at(content, {})),
            "stamp": kept.stamp(request.account.pk),
        }

    def _near(self) -> list[tuple[str, str, str]]:
        """The issuers nearest to whoever drafts."""
        home = self.request.sight.home
        codes = issuers(self.request, [home]) if home else []
        return [(code, self.names.told("unit", code), "") for code in codes]

    def _told(self) -> Iterable[tuple[str, str]]:
        """What the link has said, in words."""
        for name, code in self.carried().items():
            if name in ("post", "person"):
                yield draft_fields.label(name, self.request.lang), self.names.told(name, code)
            elif name in RELATIONS:
                yield (
                    self.request.pack.names("relation", self.request.lang).get(name, name),
                    self.names.told("act", code),
                )


def _own_unit(request: Asked) -> str | None:
    """The issuer nearest to whoever drafts: where their post is, else the unit they serve or one of its organs."""
    own = Post.objects.filter(id=request.sight.post or 0).values_list("unit", flat=True)
    return next(iter(issuers(request, [*own, *([request.sight.home] if request.sight.home else [])])), None)


def issuers(request: Asked, units: Sequence[int]) -> list[str]:
    """The codes of the units, then of their organs, that may issue acts and for which one may draft."""
    spans = UnitSpan.objects.filter(read.on(request.day))
    named_first = list(spans.filter(unit__in=units).select_related("unit").order_by("id"))
    named_first.sort(key=lambda span: units.index(span.unit_id))
    organs = (
        spans.filter(parent__in=units, kind__in=request.sight.organs).select_related("unit").order_by("id")
    )
    found = [span for span in [*named_first, *organs] if _may_issue(request, span.kind)]
    return [span.unit.code for span in found if request.sight.may(rights.DRAFT, span.unit_id)]


def _may_issue(request: Asked, kind: str) -> bool:
    pack, day = request.pack, request.day
    try:
        return any(pack.authority(kind, each, as_of=day).allowed for each in pack.act_types(as_of=day))
    except charter.NoRule:
        return False


def type_for(request: Asked, issuer: str, kind: str, day: date, *, like: str = "") -> str:
    """The type of act that the issuer may issue and that may carry a kind of effect: `like` where that is one, else the
    one that may carry most kinds. Empty while no effect is asked for.
    """
    if not kind:
        return ""
    span = UnitSpan.objects.filter(read.on(day), unit__code=issuer).first()
    choices = draft_fields.Choices(request.pack, request.lang, day)
    fit: dict[str, int] = {}
    for id, _ in choices.types(span.kind if span else None):
        allowed = request.pack.effects_allowed(id, as_of=day).kinds
        if kind in allowed:
            fit[id] = len(allowed)
    return like if like in fit else max(fit, key=lambda id: fit[id], default="")


def _signer(request: Asked, issuer: str, act_type: str, content: dict[str, Any]) -> dict[str, str]:
    """The first who may sign: oneself where one may."""
    unit = Unit.objects.filter(code=issuer).first()
    if unit is None:
        return {}
    day = now_in(content, request.day)
    found = draft_signers.told(request, issuer=unit.id, act_type=act_type, day=day)
    if not found:
        return {}
    own = Person.objects.filter(id=request.sight.person or 0).values_list("code", flat=True).first()
    first = next((each for each in found if each.person == own), found[0])
    return {"signer": first.person, "signer_post": first.post}


def withdrawing(request: Asked, act: Act) -> dict[str, Any]:
    """The draft that withdraws an act: by its own issuer where one may draft for it, else by the nearest one may."""
    day, lang = request.day, request.pack.languages[0]
    own = access.may(rights.DRAFT, request.sight, unit=act.issuer_id, confidentiality=act.confidentiality)
    issuer = act.issuer.code if own else (_own_unit(request) or act.issuer.code)
    type_ = type_for(request, issuer, "VOID", day, like=act.type)
    reference = words.act_reference(act.symbol, act.signed_on, lang)
    found: dict[str, Any] = {
        "issuer": issuer,
        "type": type_,
        "title": words.say("web-drafts-title-withdraws", lang, act=reference),
        "signed_on": day.isoformat(),
        "language": lang,
        "relations": [{"kind": undoing.WITHDRAWS, "act": act.code}],
    }
    if act.confidentiality not in ("", "normal"):
        found["confidentiality"] = act.confidentiality
    return {**found, **_signer(request, issuer, type_, found)}
