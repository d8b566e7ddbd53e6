"""What stands in the way of a draft, each with its article, and what whoever looks may do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from fasti.access import actor, drafts, rights
from fasti.access.actor import Actor
from fasti.acts.findings import Finding, named
from fasti.acts.models import Draft
from fasti.operations import granted, issue_act, naming
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit
from fasti.web import draft_findings
from fasti.web.asked import Asked
from fasti.web.draft_findings import Shown


class Gate:
    """The judgement of a draft's content by the rules of a day; nothing is written."""

    def __init__(
        self,
        request: Asked,
        draft: Draft,
        content: Mapping[str, Any],
        *,
        day: date,
        refused: Sequence[Finding] = (),
    ) -> None:
        self.request, self.draft, self.content, self.day = request, draft, content, day
        self.names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
        self.refused = [named(each, self.names) for each in refused]

    @property
    def who(self) -> Actor:
        """Whoever looks at it."""
        return actor.signed_in(self.request.sight)

    @cached_property
    def issuer(self) -> Unit | None:
        """The unit it names as its issuer."""
        code = self.content.get("issuer")
        return Unit.objects.filter(code=code).first() if isinstance(code, str) else None

    @cached_property
    def issuer_kind(self) -> str | None:
        """Of which kind that unit is on the day."""
        spans = UnitSpan.objects.filter(read.on(self.day), unit=self.issuer.id) if self.issuer else None
        return spans.values_list("kind", flat=True).first() if spans is not None else None

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
                confidentiality=self.confidentiality,
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
        told = [named(each, self.names) for each in found]
        return draft_findings.shown(told, self.content, pack=self.request.pack, lang=self.request.lang)

    @property
    def confidentiality(self) -> str:
        """The class the act would be of."""
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
    def num_findings(self) -> int:
        """How many things stand in the way."""
        return len(self.findings)

    @property
    def authority(self) -> str:
        """The article by which the issuer may issue it; empty while that is not known."""
        kind = self.issuer_kind
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
