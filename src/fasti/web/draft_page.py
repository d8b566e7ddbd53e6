"""The page of a draft: its fields with what was typed in them, what stands in the way, and what is the next step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q

from fasti import words
from fasti.access import actor, drafts, rights
from fasti.access import acts as access
from fasti.access.actor import Actor
from fasti.acts import uploads
from fasti.acts.findings import Finding, named
from fasti.acts.models import Draft
from fasti.operations import granted, issue_act, naming
from fasti.register import read, signers
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit
from fasti.web import draft_fields, draft_findings, draft_form, draft_names, draft_words, kept
from fasti.web.asked import Asked
from fasti.web.draft_fields import Choice
from fasti.web.draft_findings import Shown

_LOOKED_AT = 90
"""Seconds for which somebody who opened a draft counts as having it open."""


@dataclass
class Field:
    """A field of the form as it is shown."""

    id: str
    label: str
    widget: str
    value: Any = ""
    hint: str = ""
    error: str = ""
    choices: Sequence[Choice] = ()
    is_required: bool = False
    is_wide: bool = False
    has_none: bool = True
    """Whether nothing may be chosen."""
    redraws: bool = False
    """Whether other fields depend on it."""
    offers: Sequence[tuple[str, str, str]] = ()
    """Who may be meant, where what was typed fits several."""
    near: Sequence[tuple[str, str, str]] = ()
    """What is suggested before anything is typed."""
    named: Sequence[tuple[str, str, str]] = ()
    """Of a field of many texts: id, label and value of each."""


@dataclass
class Row:
    """A row of a list: an effect, a relation, a task or a file."""

    at: int
    id: str
    fields: list[Field] = field(default_factory=list)
    kind: str = ""
    told: str = ""
    hidden: Sequence[tuple[str, str]] = ()
    size: int = 0
    is_first: bool = False
    is_last: bool = False

    @property
    def number(self) -> int:
        """Its place, from 1."""
        return self.at + 1


def now_in(content: Mapping[str, Any], today: date) -> date:
    """The day whose rules the draft is under: that of its signing, else today."""
    try:
        return date.fromisoformat(str(content.get("signed_on")))
    except ValueError:
        return today


class Page:
    """A draft with one content: as it is saved, or as it was just typed."""

    def __init__(
        self,
        request: Asked,
        draft: Draft,
        content: Mapping[str, Any],
        *,
        refused: Sequence[Finding] = (),
        names: draft_names.Names | None = None,
    ) -> None:
        self.request, self.draft, self.content = request, draft, content
        self.names = names or draft_names.Names(request)
        self.day = now_in(content, request.day)
        self.choices = draft_fields.Choices(request.pack, request.lang, self.day)
        self.refused = [named(each, self._plain_names) for each in refused]

    @cached_property
    def _plain_names(self) -> naming.Names:
        return naming.Names(pack=self.request.pack, lang=self.request.lang, sight=self.request.sight)

    @property
    def who(self) -> Actor:
        """Whoever looks at it."""
        return actor.signed_in(self.request.sight)

    # -- what stands in the way ----------------------------------------------------------------------------------

    @cached_property
    def seen(self) -> issue_act.Preview:
        """The examination of the content."""
        return issue_act.preview(
            [self.content], pack=self.request.pack, lang=self.request.lang, actor=self.who
        )

    @cached_property
    def findings(self) -> list[Shown]:
        """Everything that stands in the way of issuing, with what kept it from being saved first."""
        found = [*self.refused, *self.seen.findings]
        return draft_findings.shown(found, self.content, pack=self.request.pack, lang=self.request.lang)

    @cached_property
    def errors(self) -> dict[str, str]:
        """What is said at each field."""
        found: dict[str, list[str]] = {}
        for each in self.findings:
            if each.field:
                found.setdefault(each.field, []).append(each.told)
        return {id: " ".join(told) for id, told in found.items()}

    @property
    def symbol(self) -> str:
        """The number it would get, where nothing stands in the way."""
        acts = self.seen.acts
        return acts[0].symbol if acts and not self.seen.findings and acts[0].number else ""

    @cached_property
    def not_issued_because(self) -> list[Shown]:
        """Why whoever looks cannot issue the draft as it is saved: findings, a missing right, one person for two."""
        found = list(self.seen.findings)
        if self.draft.unit_id is not None:
            found += granted.check(
                self.who,
                rights.ISSUE,
                unit=self.draft.unit_id,
                confidentiality=self._class,
                pack=self.request.pack,
            )
        if not found:
            written = self.seen.prepared[0].written
            found += granted.check_four_eyes(
                self.who,
                self.draft,
                act_type=written.type,
                signed_on=written.signed_on,
                pack=self.request.pack,
            )
        told = [named(each, self._plain_names) for each in found]
        return draft_findings.shown(told, self.content, pack=self.request.pack, lang=self.request.lang)

    @property
    def _class(self) -> str:
        return str(self.content.get("confidentiality") or drafts.LOWEST)

    @property
    def needs_two(self) -> str:
        """The article that asks for another person to issue than drafted; empty where one is enough."""
        try:
            rule = self.request.pack.four_eyes(as_of=self.day)
        except LookupError:
            return ""
        return rule.reference if rule.ask(str(self.content.get("type", ""))) else ""

    @cached_property
    def reasons(self) -> list[Shown]:
        """Everything that keeps whoever looks from issuing it."""
        return self.findings or self.not_issued_because

    @property
    def gate_reasons(self) -> list[Shown]:
        """What keeps whoever looks from issuing it, beside what stands in the way of the content."""
        own = ("not-granted", "not-cleared", "four-eyes")
        return [each for each in self.not_issued_because if each.code in own]

    @property
    def slots(self) -> list[tuple[str, str]]:
        """Every place where an error is said, with what is said there now."""
        ids = list(draft_findings.OF_ACT)
        for at, each in enumerate(draft_fields.rows(self.content, "effects")[: draft_form.MOST_ROWS]):
            kind = str(each.get("kind", "")) if isinstance(each, Mapping) else ""
            ids += [
                f"effects-{at}-{name}"
                for name in ("kind", *(shape.name for shape in draft_fields.of_kind(kind)))
            ]
        ids += [f"relations-{at}-act" for at, _ in enumerate(draft_fields.rows(self.content, "relations"))]
        return [(id, self.errors.get(id, "")) for id in [*ids, "attachments"]]

    @property
    def num_findings(self) -> int:
        """How many things stand in the way."""
        return len(self.findings)

    @property
    def num_effects(self) -> int:
        """How many effects it has."""
        return len(draft_fields.rows(self.content, "effects"))

    @property
    def num_files(self) -> int:
        """How many files it carries."""
        return len(draft_fields.rows(self.content, "attachments"))

    @property
    def authority(self) -> str:
        """The article by which the issuer may issue it; empty while that is not known."""
        kind = self._issuer_kind
        try:
            asked = (kind or "", str(self.content.get("type", "")))
            return self.request.pack.authority(*asked, as_of=self.day).reference if kind else ""
        except LookupError:
            return ""

    @property
    def numbering(self) -> str:
        """The article that gives its number."""
        found = self.seen.prepared[0].numbering if self.seen.prepared else None
        return found.reference if found else ""

    @property
    def steps(self) -> list[tuple[int, str]]:
        """The steps from writing to issuing."""
        return [
            (n, f"web-drafts-step-{name}") for n, name in enumerate(("write", "settle", "check", "issue"), 1)
        ]

    @property
    def effects_are_long(self) -> bool:
        """Whether there are too many effects for a form."""
        return self.is_long("effects")

    @property
    def more_open(self) -> bool:
        """Whether a field that is seldom needed holds something, or an error is said there."""
        names = ("in_force_on", "number", "form", "period")
        return any(self.content.get(name) for name in names) or any(
            name in self.errors for name in (*names, "language")
        )

    @property
    def may_draft(self) -> bool:
        """Whether whoever looks may change it."""
        if self.draft.unit_id is None:
            return self.request.sight.has(rights.DRAFT)
        return drafts.may(self.request.sight, rights.DRAFT, self.draft)

    @property
    def may_check(self) -> bool:
        """Whether whoever looks may find it ready."""
        own = self.request.sight.person in (self.draft.drafted_by_id, self.draft.changed_by_id)
        may = self.draft.unit_id is not None and drafts.may(self.request.sight, rights.CHECK, self.draft)
        return may and not (own and self.needs_two)

    @property
    def step(self) -> int:
        """Where it is: 1 writing, 2 settling what stands in the way, 3 checking, 4 issuing."""
        if not self.content.get("title") or not self.content.get("issuer"):
            return 1
        if self.findings:
            return 2
        return 4 if self.draft.checked_at else 3

    @property
    def told(self) -> list[draft_words.Part]:
        """The whole draft in words."""
        return draft_words.parts(self.content, self.request, self.names)

    # -- fields --------------------------------------------------------------------------------------------------

    def _field(self, name: str, widget: str, value: Any = "", **more: Any) -> Field:
        label = draft_fields.label(name, self.request.lang)
        hint = draft_fields.hint(name, self.request.lang)
        return Field(name, label, widget, value, hint, self.errors.get(name, ""), **more)

    @cached_property
    def issuer(self) -> Unit | None:
        """The unit it names as its issuer."""
        code = self.content.get("issuer")
        return Unit.objects.filter(code=code).first() if isinstance(code, str) else None

    @cached_property
    def _issuer_kind(self) -> str | None:
        spans = UnitSpan.objects.filter(read.on(self.day), unit=self.issuer.id) if self.issuer else None
        return spans.values_list("kind", flat=True).first() if spans is not None else None

    def document(self) -> list[Field]:
        """The fields of the document."""
        content, lang = self.content, self.request.lang
        signed_on = draft_names.day_shown(content.get("signed_on"), lang)
        types = self._with_own(self.choices.types(self._issuer_kind), "type", "act_type")
        fields = [
            self._field(
                "issuer",
                "unit",
                self._told("unit", content.get("issuer")),
                is_wide=True,
                redraws=True,
                is_required=True,
            ),
            self._field(
                "type", "choice", content.get("type", ""), choices=types, redraws=True, is_required=True
            ),
            self._field("signed_on", "day", signed_on, redraws=True, is_required=True),
            self._field("title", "text", content.get("title", ""), is_wide=True, is_required=True),
            self._field(
                "signed_by",
                "choice",
                self._signed_by,
                choices=self._signers(),
                is_wide=True,
                is_required=True,
            ),
            self._field("confidentiality", "choice", self._class, choices=self._classes(), has_none=False),
            self._field("text", "long", content.get("text", ""), is_wide=True),
        ]
        return [self._offered(each) for each in fields]

    def more(self) -> list[Field]:
        """The fields of the document that are seldom needed."""
        content, lang = self.content, self.request.lang
        in_force = draft_names.day_shown(content.get("in_force_on"), lang)
        fields = [
            self._field("in_force_on", "day", in_force),
            self._field("language", "choice", content.get("language", ""), choices=self.choices.languages()),
            self._field("number", "number", content.get("number", "")),
        ]
        if forms := self.choices.forms():
            fields.append(self._field("form", "choice", content.get("form", ""), choices=forms))
            fields.append(self._field("period", "text", content.get("period", "")))
        return fields

    def _told(self, what: str, code: Any) -> str:
        return self.names.told(what, code) if code else ""

    @property
    def _signed_by(self) -> str:
        signer, post = self.content.get("signer", ""), self.content.get("signer_post", "")
        return f"{signer}@{post}" if signer or post else ""

    def _signers(self) -> list[Choice]:
        """Those who may sign, and whoever is named though not among them."""
        found = []
        if self.issuer is not None:
            asked = {"issuer": self.issuer.id, "act_type": str(self.content.get("type", ""))}
            for each in signers.signers(pack=self.request.pack, as_of=self.day, **asked):  # type: ignore[arg-type]
                found.append((f"{each.person}@{each.post}", self._signer(each.person, each.post)))
        own = self._signed_by
        if own and own not in dict(found):
            found.append((own, self._signer(*own.split("@", 1))))
        return found

    def _signer(self, person: str, post: str) -> str:
        return f"{self.names.short('person', person)}, {self.names.short('post', post)}"

    def _classes(self) -> list[Choice]:
        unit = self.draft.unit_id or 0
        own = str(self.content.get("confidentiality") or "")
        return self.choices.classes(
            lambda each: (
                each == own
                or not unit
                or access.may(rights.DRAFT, self.request.sight, unit=unit, confidentiality=each)
            )
        )

    def _with_own(self, listed: list[Choice], name: str, group: str) -> list[Choice]:
        """The choices with the one that stands there though it may not be chosen: it is not lost in silence."""
        own = str(self.content.get(name) or "")
        if own and own not in dict(listed):
            listed.append((own, self.request.pack.names(group, self.request.lang).get(own, own)))
        return listed

    def _offered(self, shown: Field) -> Field:
        """The field with those who may be meant, where what was typed is no code and fits several."""
        if (
            shown.widget in ("person", "post", "unit", "act")
            and shown.value
            and "unknown-" in self._codes_at(shown.id)
        ):
            shown.offers = self.names.suggested(shown.widget, str(shown.value))[:6]
        return shown

    def _codes_at(self, id: str) -> str:
        return " ".join(each.code for each in self.findings if each.field == id)

    # -- rows ----------------------------------------------------------------------------------------------------

    def is_long(self, name: str) -> bool:
        """Whether a list is too long for a form."""
        return len(draft_fields.rows(self.content, name)) > draft_form.MOST_ROWS

    def effects(self) -> list[Row]:
        """The effects, each with the fields of its kind."""
        listed = [] if self.is_long("effects") else draft_fields.rows(self.content, "effects")
        kinds = self.choices.kinds(str(self.content.get("type", "")))
        return [self._effect(at, each, kinds, len(listed)) for at, each in enumerate(listed)]

    def _effect(self, at: int, raw: Any, kinds: list[Choice], num: int) -> Row:
        each = raw if isinstance(raw, Mapping) else {}
        kind, lang = str(each.get("kind", "")), self.request.lang
        choices = kinds
        if kind and kind not in dict(kinds):
            choices = [*kinds, (kind, self.request.pack.names("effect", lang).get(kind, kind))]
        id = f"effects-{at}"
        first = Field(
            f"{id}-kind", draft_fields.label("kind", lang), "choice", kind, "", self.errors.get(f"{id}-kind", ""),
            choices, is_required=True, redraws=True,
        )  # fmt: skip
        fields = [self._of_effect(id, each, kind, shape) for shape in draft_fields.of_kind(kind)]
        sealed = str(each.get(draft_fields.SEALED) or "")
        hidden = [(f"{id}-{draft_fields.SEALED}", sealed)] if sealed else []
        return Row(at, id, [first, *fields], kind, "", hidden, 0, at == 0, at == num - 1)

    def _of_effect(self, at: str, each: Mapping[str, Any], kind: str, shape: draft_fields.Shape) -> Field:
        id, lang, value = f"{at}-{shape.name}", self.request.lang, each.get(shape.name)
        made = Field(
            id, draft_fields.label(shape.name, lang, kind=kind), shape.widget, value or "",
            draft_fields.hint(shape.name, lang, kind=kind), self.errors.get(id, ""), is_required=shape.is_required,
        )  # fmt: skip
        if shape.widget in ("person", "post", "unit"):
            made.value = self._told(shape.widget, value)
        elif shape.widget == "day":
            made.value = draft_names.day_shown(value, lang)
        elif shape.widget == "choice":
            made.choices = self._chosen(kind, shape.name, value)
        elif shape.widget == "names":
            given = value if isinstance(value, Mapping) else {}
            made.named = [
                (f"{id}-{code}", told, str(given.get(code, ""))) for code, told in self.choices.languages()
            ]
        elif shape.widget == "topics":
            given = value if isinstance(value, Mapping) else {}
            made.named = [
                (f"{id}-{code}", told, "\n".join(map(str, given.get(code, ()))))
                for code, told in self.choices.providers()
            ]
        elif shape.widget == "people":
            codes = value if isinstance(value, list) else []
            made.value = "\n".join(self._told("person", code) for code in codes)
        return self._offered(made)

    def _chosen(self, kind: str, name: str, value: Any) -> list[Choice]:
        listed = self.choices.of_effect(kind, name)
        own = str(value or "")
        return [*listed, (own, own)] if own and own not in dict(listed) else listed

    def relations(self) -> list[Row]:
        """How it stands to other acts."""
        listed, lang = draft_fields.rows(self.content, "relations"), self.request.lang
        found = []
        for at, raw in enumerate(listed):
            each = raw if isinstance(raw, Mapping) else {}
            id, kind = f"relations-{at}", str(each.get("kind", ""))
            act = self._told("act", each.get("act"))
            fields = [
                Field(
                    f"{id}-kind",
                    draft_fields.label("relation", lang),
                    "choice",
                    kind,
                    choices=self._relations(kind),
                ),
                self._offered(
                    Field(
                        f"{id}-act",
                        draft_fields.label("act", lang),
                        "act",
                        act,
                        draft_fields.hint("act", lang),
                        self.errors.get(f"{id}-act", ""),
                        is_required=True,
                    )
                ),
            ]
            if kind in ("corrects", "amends"):
                places = each.get("effects") or []
                told = ", ".join(map(str, places if isinstance(places, list) else [places]))
                label, hint = draft_fields.label("places", lang), draft_fields.hint("places", lang)
                fields.append(Field(f"{id}-effects", label, "text", told, hint))
            found.append(Row(at, id, fields, kind))
        return found

    def _relations(self, kind: str) -> list[Choice]:
        listed = self.choices.relations()
        return listed if not kind or kind in dict(listed) else [*listed, (kind, self._relation(kind))]

    def _relation(self, kind: str) -> str:
        return self.request.pack.names("relation", self.request.lang).get(kind, kind)

    def tasks(self) -> list[Row]:
        """The work it gives."""
        lang, found = self.request.lang, []
        for at, raw in enumerate(draft_fields.rows(self.content, "tasks")):
            each = raw if isinstance(raw, Mapping) else {}
            id = f"tasks-{at}"

            def made(name: str, widget: str, value: Any, id: str = id, **more: Any) -> Field:
                label, hint = (
                    draft_fields.label(f"task-{name}", lang),
                    draft_fields.hint(f"task-{name}", lang),
                )
                return Field(
                    f"{id}-{name}", label, widget, value, hint, self.errors.get(f"{id}-{name}", ""), **more
                )

            found.append(Row(at, id, [
                made("text", "text", each.get("text", ""), is_required=True, is_wide=True),
                made("unit", "unit", self._told("unit", each.get("unit")), is_required=True),
                made("level", "choice", each.get("level", ""), choices=self.choices.levels()),
                made("responsible", "person", self._told("person", each.get("responsible"))),
                made("due_on", "day", draft_names.day_shown(each.get("due_on"), lang)),
                made("group", "text", each.get("group", "")),
                made("evidence", "text", each.get("evidence", "")),
            ]))  # fmt: skip
        return found

    def files(self) -> list[Row]:
        """The files it carries."""
        found = []
        for at, raw in enumerate(draft_fields.rows(self.content, "attachments")):
            each = raw if isinstance(raw, Mapping) else {"path": raw}
            id = f"attachments-{at}"
            key = "upload" if each.get("upload") else "path"
            hidden = [(f"{id}-{key}", str(each.get(key, "")))]
            if each.get("filename"):
                hidden.append((f"{id}-filename", str(each["filename"])))
            told = str(each.get("filename") or str(each.get("path", "")).rpartition("/")[2])
            found.append(Row(at, id, told=told, size=_size(each), hidden=hidden))
        return found

    # -- around it -----------------------------------------------------------------------------------------------

    def context(self, **more: Any) -> dict[str, Any]:
        """What the page's template needs."""
        saved = self.draft.changed_at or self.draft.drafted_at
        return {
            "page": self,
            "draft": self.draft,
            "title": str(self.content.get("title") or ""),
            "type": str(self.content.get("type") or ""),
            "summary": self._summary(),
            "stamp": kept.stamp(self.request.account.pk),
            "saved_at": saved.strftime("%H:%M") if saved else "",
            "saved_on": words.day(saved.date(), self.request.lang, style="short") if saved else "",
            "num_summary": len(self.refused),
            "was": json.dumps(digests(self.draft.content)),
            "new_kinds": self.choices.kinds(str(self.content.get("type", ""))),
            "new_relations": self.choices.relations(),
            "others": self._others(),
            "drafted_by": self.person(self.draft.drafted_by_id),
            "changed_by": self.person(self.draft.changed_by_id),
            "checked_by": self.person(self.draft.checked_by_id),
            **more,
        }

    def person(self, id: int | None) -> str:
        """The name of a person as far as it is seen."""
        if id is None:
            return ""
        told = self._plain_names.person(id)
        return told.rpartition(" (")[0] or told

    def _summary(self) -> list[Shown]:
        """What was refused when it was to be saved."""
        return draft_findings.shown(
            self.refused, self.content, pack=self.request.pack, lang=self.request.lang
        )

    def _others(self) -> list[str]:
        """Who else has it open; remembers that whoever looks has."""
        key, own = f"drafting:{self.draft.id}", self.request.account.pk
        looked: dict[int, tuple[int | None, float]] = cache.get(key) or {}
        instant = _instant()
        looked = {id: each for id, each in looked.items() if instant - each[1] < _LOOKED_AT and id != own}
        if self.may_draft:
            cache.set(key, {**looked, own: (self.request.sight.person, instant)}, _LOOKED_AT)
        return [told for person, _ in looked.values() if (told := self.person(person))]


def _instant() -> float:
    import time

    return time.monotonic()


def _size(each: Mapping[str, Any]) -> int:
    file = uploads.path(settings.HOME, str(each.get("upload", "")))
    try:
        return file.stat().st_size if file else 0
    except OSError:
        return 0


def digests(content: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each part of a draft: by it a later form knows which parts it has changed itself."""
    return {
        key: hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]
        for key, value in content.items()
    }


def open_for(request: Asked) -> Q:
    """Drafts whoever asks wrote or changed."""
    return Q(drafted_by=request.sight.person) | Q(changed_by=request.sight.person)
