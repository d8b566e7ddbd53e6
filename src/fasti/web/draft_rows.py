"""The form of a draft: its fields and rows with what was typed in them, and what is said at each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from fasti.access import acts as access
from fasti.access import rights
from fasti.acts import uploads
from fasti.web import draft_fields, draft_findings, draft_names, draft_signers, draft_windows
from fasti.web.draft_fields import Choice
from fasti.web.draft_gate import Gate


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


class Form:
    """What can be filled in, under the rules of the day the draft is judged by."""

    def __init__(self, gate: Gate, names: draft_names.Names, windows: draft_windows.Windows) -> None:
        self.request, self.content, self.gate, self.names = gate.request, gate.content, gate, names
        self.windows = windows
        self.choices = draft_fields.Choices(gate.request.pack, gate.request.lang, gate.day)

    @property
    def slots(self) -> list[tuple[str, str]]:
        """Every place where an error is said, with what is said there now."""
        ids = list(draft_findings.OF_ACT)
        for at, each in self._shown("effects"):
            kind = str(each.get("kind", "")) if isinstance(each, Mapping) else ""
            ids += [
                f"effects-{at}-{name}"
                for name in ("kind", *(shape.name for shape in draft_fields.of_kind(kind)))
            ]
        ids += [f"relations-{at}-act" for at, _ in self._shown("relations")]
        return [(id, self.gate.errors.get(id, "")) for id in [*ids, "attachments"]]

    def _field(self, name: str, widget: str, value: Any = "", **more: Any) -> Field:
        label = draft_fields.label(name, self.request.lang)
        hint = draft_fields.hint(name, self.request.lang)
        return Field(name, label, widget, value, hint, self.gate.errors.get(name, ""), **more)

    def document(self) -> list[Field]:
        """The fields of the document."""
        content, lang = self.content, self.request.lang
        signed_on = draft_names.day_shown(content.get("signed_on"), lang)
        types = self._with_own(self.choices.types(self.gate.issuer_kind), "type", "act_type")
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
            self._field(
                "confidentiality",
                "choice",
                self.gate.confidentiality,
                choices=self._classes(),
                has_none=False,
            ),
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
        if self.gate.issuer is not None:
            type_ = str(self.content.get("type", ""))
            for each in draft_signers.told(
                self.request, issuer=self.gate.issuer.id, act_type=type_, day=self.gate.day
            ):
                found.append((f"{each.person}@{each.post}", self._signer(each.person, each.post)))
        own = self._signed_by
        if own and own not in dict(found):
            found.append((own, self._signer(*own.split("@", 1))))
        return found

    def _signer(self, person: str, post: str) -> str:
        return f"{self.names.short('person', person)}, {self.names.short('post', post)}"

    def _classes(self) -> list[Choice]:
        unit = self.gate.draft.unit_id or 0
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
        return " ".join(each.code for each in self.gate.findings if each.field == id)

    def _shown(self, name: str) -> list[tuple[int, Any]]:
        """The rows of a list that the page shows, each with its place in the whole list."""
        window = self.windows[name]
        listed = draft_fields.rows(self.content, name)[window.first : window.end]
        return list(enumerate(listed, window.first))

    def effects(self) -> list[Row]:
        """The effects shown, each with the fields of its kind."""
        listed, num = self._shown("effects"), self.windows["effects"].num
        self.names.expect(each for _, each in listed)
        kinds = self.choices.kinds(str(self.content.get("type", "")))
        return [self._effect(at, each, kinds, num) for at, each in listed]

    def _effect(self, at: int, raw: Any, kinds: list[Choice], num: int) -> Row:
        each = raw if isinstance(raw, Mapping) else {}
        kind, lang = str(each.get("kind", "")), self.request.lang
        choices = kinds
        if kind and kind not in dict(kinds):
            choices = [*kinds, (kind, self.request.pack.names("effect", lang).get(kind, kind))]
        id = f"effects-{at}"
        first = Field(
            f"{id}-kind", draft_fields.label("kind", lang), "choice", kind, "", self.gate.errors.get(f"{id}-kind", ""),
            choices, is_required=True, redraws=True,
        )  # fmt: skip
        fields = [self._of_effect(id, each, kind, shape) for shape in draft_fields.of_kind(kind)]
        sealed = str(each.get(draft_fields.SEALED) or "")
        hidden = [(f"{id}-{draft_fields.SEALED}", sealed)] if sealed else []
        return Row(at, id, [first, *fields], kind, "", hidden, 0, at == 0, at == num - 1)

    def _of_effect(self, at: str, each: Mapping[str, Any], kind: str, shape: draft_fields.Shape) -> Field:
        id, lang, value = f"{at}-{shape.name}", self.request.lang, each.get(shape.name)
        made = Field(
            id, draft_fields.label(shape.name, lang, kind=kind), _widget(shape), plain(shape, value),
            draft_fields.hint(shape.name, lang, kind=kind), self.gate.errors.get(id, ""), is_required=shape.is_required,
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
        lang, found = self.request.lang, []
        for at, raw in self._shown("relations"):
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
                        self.gate.errors.get(f"{id}-act", ""),
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
        self.names.expect(each for _, each in self._shown("tasks"))
        for at, raw in self._shown("tasks"):
            each = raw if isinstance(raw, Mapping) else {}
            id = f"tasks-{at}"

            def made(name: str, widget: str, value: Any, id: str = id, **more: Any) -> Field:
                label, hint = (
                    draft_fields.label(f"task-{name}", lang),
                    draft_fields.hint(f"task-{name}", lang),
                )
                return Field(
                    f"{id}-{name}",
                    label,
                    widget,
                    value,
                    hint,
                    self.gate.errors.get(f"{id}-{name}", ""),
                    **more,
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


def _size(each: Mapping[str, Any]) -> int:
    file = uploads.path(settings.HOME, str(each.get("upload", "")))
    try:
        return file.stat().st_size if file else 0
    except OSError:
        return 0


def _widget(shape: draft_fields.Shape) -> str:
    return "text" if shape.widget == "data" else shape.widget


def plain(shape: draft_fields.Shape, value: Any) -> Any:
    """A value as a field shows it; lists and maps that have no fields of their own as JSON."""
    if shape.widget == "data" and isinstance(value, list | Mapping) and value:
        return json.dumps(value, ensure_ascii=False)
    return value or ""
