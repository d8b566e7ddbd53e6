"""Findings of a draft as its form shows them: a sentence in the language, and the field it is about."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fasti import charter, words
from fasti.acts.findings import Finding
from fasti.operations import telling
from fasti.web import draft_fields

_BY_CODE = {
    "not-authorised": "type",
    "unknown-act-type": "type",
    "four-eyes": "",
    "not-cleared": "confidentiality",
    "unknown-class": "confidentiality",
    "not-granted": "issuer",
    "unit-without-issuer": "issuer",
    "signer-not-in-office": "signed_by",
    "signer-may-not-sign": "signed_by",
    "signed-before-unit": "signed_on",
    "signed-in-future": "signed_on",
    "recorded-out-of-order": "signed_on",
    "in-force-before-signed": "in_force_on",
    "number-taken": "number",
    "unknown-form": "form",
    "period-malformed": "period",
}
"""Findings of an act as a whole, and the field each is about."""
_RELATIONS = (
    "unknown-act", "unknown-relation", "concretises-lower", "already-withdrawn", "may-not-withdraw", "may-not-change",
    "relation-target-not-issued", "relation-to-itself", "withdraw-would-break", "withdraw-corrected", "no-such-effect",
    "amends-the-past", "already-voided",
)  # fmt: skip
_EFFECT_BY_CODE = {
    "effect-not-allowed": "kind",
    "unknown-effect": "kind",
    "unknown-reason": "reason",
    "unknown-grade": "grade",
    "unknown-ground": "ground",
    "unknown-sanction": "form",
    "sanction-not-for": "form",
    "unknown-provider": "topics",
    "training-without-topics": "topics",
    "award-without-work": "work",
    "unknown-office": "office",
    "unknown-kind": "unit_kind",
    "stage-unknown": "stage",
    "period-malformed": "period",
    "malformed-document-number": "document_number",
    "document-key-missing": "document_number",
    "probation-too-short": "on",
    "readmit-too-early": "on",
}
_ARGUMENTS = ("person", "other_person", "post", "other_post", "unit", "other_unit", "parent")
_OWN_FIELDS = {"signer": "signed_by", "signer_post": "signed_by"}
OF_ACT = (
    "issuer", "type", "title", "text", "language", "confidentiality", "form", "period", "signed_on", "in_force_on",
    "number", "signed_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding for the eye."""

    code: str
    told: str
    reference: str
    field: str
    """The id of the field it is about; empty where it is about the whole."""
    effect: int | None


def shown(
    found: Iterable[Finding], content: Mapping[str, Any], *, pack: charter.Pack, lang: str
) -> list[Shown]:
    """The findings in their order, each once."""
    listed = dict.fromkeys(_one(each, content, pack, lang) for each in found)
    return list(listed)


def _one(found: Finding, content: Mapping[str, Any], pack: charter.Pack, lang: str) -> Shown:
    told = telling.sentence(_labelled(found, content, lang), lang, pack=pack)
    reference = str(found.reference or found.args.get("article", ""))
    return Shown(found.code, told, reference, field_of(found, content), found.effect)


def _labelled(found: Finding, content: Mapping[str, Any], lang: str) -> Finding:
    """The finding with the name that the form gives to the field it names."""
    named = found.args.get("field")
    if not isinstance(named, str):
        return found
    name = named.rpartition(".")[2]
    name = _OWN_FIELDS.get(name, name)
    if not words.knows(f"web-drafts-field-{name}", lang):
        return found
    kind = _row(found, content).get("kind", "") if found.effect else ""
    label = draft_fields.label(name, lang, kind=str(kind))
    named = words.say("web-drafts-named-field", lang, label=label)
    return dataclasses.replace(found, args={**found.args, "field": named})


def _row(found: Finding, content: Mapping[str, Any]) -> Mapping[str, Any]:
    listed = draft_fields.rows(content, "effects")
    at = (found.effect or 0) - 1
    return listed[at] if 0 <= at < len(listed) and isinstance(listed[at], Mapping) else {}


def field_of(found: Finding, content: Mapping[str, Any]) -> str:
    """The id of the field that a finding is about."""
    if found.effect and _row(found, content):
        return _of_effect(found, content)
    named = str(found.args.get("field", ""))
    first = named.partition(".")[0]
    if first in ("tasks", "relations", "attachments", "effects"):
        return first if draft_fields.rows(content, first) else ""
    if found.code.startswith("attachment-"):
        return "attachments"
    if found.code in _RELATIONS:
        return _of_relation(found, content)
    name = _OWN_FIELDS.get(named, named) or _BY_CODE.get(found.code, "")
    if name in OF_ACT:
        return name
    for argument, own in (("unit", "issuer"), ("person", "signed_by"), ("post", "signed_by")):
        if argument in found.args and found.code.startswith("unknown-"):
            return own
    return ""


def _of_relation(found: Finding, content: Mapping[str, Any]) -> str:
    for at, each in enumerate(draft_fields.rows(content, "relations")):
        if isinstance(each, Mapping) and found.args.get("value") in (each.get("act"), each.get("kind")):
            return f"relations-{at}-act"
    return "relations" if draft_fields.rows(content, "relations") else ""


def _of_effect(found: Finding, content: Mapping[str, Any]) -> str:
    row, at = _row(found, content), (found.effect or 1) - 1
    there = [shape.name for shape in draft_fields.of_kind(str(row.get("kind", "")))]
    named = str(found.args.get("field", "")).partition(".")[0]
    likely = [named, _EFFECT_BY_CODE.get(found.code, "")]
    for argument in _ARGUMENTS:
        value = str(found.args.get(argument, ""))
        likely += [name for name in there if value and _says(row.get(name), value)]
    likely += [name for name in _ARGUMENTS if name in found.args]
    likely += ["on"] if "day" in found.args else []
    name = next((each for each in likely if each in there or each == "kind"), "kind")
    return f"effects-{at}-{name}"


def _says(code: Any, value: str) -> bool:
    return isinstance(code, str) and bool(code) and (value == code or value.endswith(f"({code})"))
