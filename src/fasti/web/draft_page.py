"""The page of a draft: what was typed, what stands in the way, and what is the next step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.core.cache import cache
from django.db.models import Q

from fasti import words
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.web import (
    draft_fields,
    draft_findings,
    draft_gate,
    draft_names,
    draft_pointed,
    draft_rows,
    draft_windows,
    draft_words,
    kept,
)
from fasti.web.asked import Asked
from fasti.web.draft_findings import Shown

_LOOKED_AT = 90
"""Seconds for which somebody who opened a draft counts as having it open."""


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
        windows: draft_windows.Windows | None = None,
    ) -> None:
        """`windows`: the rows of long lists that are shown; left out, those the address asks for."""
        self.request, self.draft, self.content = request, draft, content
        self.names = names or draft_names.Names(request)
        self.gate = draft_gate.Gate(
            request, draft, content, day=now_in(content, request.day), refused=refused
        )
        self.windows = draft_windows.asked(request.GET, content) if windows is None else windows
        self.form = draft_rows.Form(self.gate, self.names, self.windows)

    @property
    def num_effects(self) -> int:
        """How many effects it has."""
        return len(draft_fields.rows(self.content, "effects"))

    @property
    def num_files(self) -> int:
        """How many files it carries."""
        return len(draft_fields.rows(self.content, "attachments"))

    @property
    def steps(self) -> list[tuple[int, str]]:
        """The steps from writing to issuing."""
        return [
            (n, f"web-drafts-step-{name}") for n, name in enumerate(("write", "settle", "check", "issue"), 1)
        ]

    @cached_property
    def pages(self) -> dict[str, draft_pointed.Pages]:
        """The pages of each long list, and what is said on others than the one shown."""
        return draft_pointed.pages(self.content, self.windows, self.gate.findings)

    @cached_property
    def findings(self) -> list[draft_pointed.Pointed]:
        """The first things that stand in the way, each with the way to its field."""
        return draft_pointed.pointed(self.gate.findings[: draft_pointed.MOST], self.windows)

    @property
    def num_more_findings(self) -> int:
        """How many things stand in the way beside those shown."""
        return max(0, self.gate.num_findings - draft_pointed.MOST)

    @property
    def more_open(self) -> bool:
        """Whether a field that is seldom needed holds something, or an error is said there."""
        names = ("in_force_on", "number", "form", "period")
        return any(self.content.get(name) for name in names) or any(
            name in self.gate.errors for name in (*names, "language")
        )

    @property
    def step(self) -> int:
        """Where it is: 1 writing, 2 settling what stands in the way, 3 checking, 4 issuing."""
        if not self.content.get("title") or not self.content.get("issuer"):
            return 1
        if self.gate.findings:
            return 2
        return 4 if self.draft.checked_at else 3

    @property
    def told(self) -> list[draft_words.Part]:
        """The whole draft in words."""
        return draft_words.parts(self.content, self.request, self.names, self.windows)

    def context(self, **more: Any) -> dict[str, Any]:
        """What the page's template needs."""
        saved = self.draft.changed_at or self.draft.drafted_at
        return {
            "page": self,
            "draft": self.draft,
            "title": str(self.content.get("title") or ""),
            "type": str(self.content.get("type") or ""),
            "summary": draft_pointed.pointed(self._summary()[: draft_pointed.MOST], self.windows),
            "stamp": kept.stamp(self.request.account.pk),
            "saved_at": saved.strftime("%H:%M") if saved else "",
            "saved_on": words.day(saved.date(), self.request.lang, style="short") if saved else "",
            "num_summary": len(self.gate.refused),
            "was": json.dumps(digests(self.draft.content)),
            "new_kinds": self.form.choices.kinds(str(self.content.get("type", ""))),
            "new_relations": self.form.choices.relations(),
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
        told = self.gate.names.person(id)
        return told.rpartition(" (")[0] or told

    def _summary(self) -> list[Shown]:
        """What was refused when it was to be saved."""
        return draft_findings.shown(
            self.gate.refused, self.content, pack=self.request.pack, lang=self.request.lang
        )

    def _others(self) -> list[str]:
        """Who else has it open; remembers that whoever looks has."""
        key, own = f"drafting:{self.draft.id}", self.request.account.pk
        looked: dict[int, tuple[int | None, float]] = cache.get(key) or {}
        instant = _instant()
        looked = {id: each for id, each in looked.items() if instant - each[1] < _LOOKED_AT and id != own}
        if self.gate.may_draft:
            cache.set(key, {**looked, own: (self.request.sight.person, instant)}, _LOOKED_AT)
        return [told for person, _ in looked.values() if (told := self.person(person))]


def _instant() -> float:
    import time

    return time.monotonic()


def digests(content: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each part of a draft: by it a later form knows which parts it has changed itself."""
    return {
        key: hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]
        for key, value in content.items()
    }


def open_for(request: Asked) -> Q:
    """Drafts whoever asks wrote or changed."""
    return Q(drafted_by=request.sight.person) | Q(changed_by=request.sight.person)
