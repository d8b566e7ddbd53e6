"""Takes the numbers of documents out of a draft before anything else reads it: their keyed hash alone goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from fasti.acts.findings import Finding
from fasti.subjects import documents
from fasti.subjects.models import Person

NUMBER, HASH = "document_number", "document_hash"


def seal(content: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[Finding]]:
    """The draft with `document_hash` in place of each `document_number`; findings place the effects (from 1) and name
    no number. A number that cannot be sealed is left out.
    """
    effects = content.get("effects") if isinstance(content, Mapping) else None
    if not isinstance(effects, list) or not any(isinstance(e, Mapping) and e.get(NUMBER) for e in effects):
        return content, []
    found: list[Finding] = []
    sealed = [_sealed(effect, ordinal, found) for ordinal, effect in enumerate(effects, 1)]
    return {**content, "effects": sealed}, found


def _sealed(effect: Any, ordinal: int, found: list[Finding]) -> Any:
    if not isinstance(effect, Mapping) or not effect.get(NUMBER):
        return effect
    rest = {name: value for name, value in effect.items() if name != NUMBER}
    number = effect[NUMBER]
    try:
        if not isinstance(number, str) or effect.get(HASH):
            raise documents.MalformedNumber
        return {**rest, HASH: documents.sealed(number, key=body_key())}
    except documents.MalformedNumber:
        found.append(Finding("malformed-document-number", effect=ordinal))
    except documents.KeyMissing:
        found.append(Finding("document-key-missing", {"file": documents.KEY_FILE}, effect=ordinal))
    return rest


def body_key() -> bytes:
    """The key of this body; raises `documents.KeyMissing` when hashes exist and the key does not."""
    if (settings.HOME / documents.KEY_FILE).exists():
        return documents.key(settings.HOME, may_begin=False)
    return documents.key(settings.HOME, may_begin=not Person.objects.exclude(document_hash="").exists())
