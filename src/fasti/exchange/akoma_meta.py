"""What Akoma Ntoso says about an act beside its text: what it is, what it changes, what changed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml import etree

from fasti import charter
from fasti.acts.models import Act, Relation
from fasti.exchange import akoma_references
from fasti.exchange.akoma_references import add

LANGUAGES = {"en": "eng", "vi": "vie", "ru": "rus", "cs": "ces"}
"""ISO 639-2, by which Akoma Ntoso names the language of an expression."""
CHANGES = {
    "withdraws": ("forceMod", "endOfEnactment", "repeal"),
    "repeals": ("textualMod", "repeal", "repeal"),
    "amends": ("textualMod", "substitution", "amendment"),
    "corrects": ("textualMod", "replacement", "amendment"),
}
"""Relations by which an act changes another: the modification, its type, and the event in the other's life."""


def expression(act: Act, pack: charter.Pack) -> str:
    """The name of the act's text in its language."""
    return f"{akoma_references.work(act, pack)}/{LANGUAGES[act.language]}@{act.signed_on}"


@dataclass(frozen=True)
class Meta:
    """The metadata of one act; written last, when its references are known."""

    act: Act
    pack: charter.Pack
    references: akoma_references.References
    issuer: str
    """The reference to the issuer, the source of all that is said."""
    original: str
    known: datetime | None

    def write(self, meta: etree._Element) -> None:
        """Fill the element."""
        self._identification(add(meta, "identification", source=self.issuer))
        add(meta, "publication", date=self.act.signed_on.isoformat(), name=self.act.series,
             showAs=self.references.shown(self.issuer), number=str(self.act.number))  # fmt: skip
        changes, changed = self._changes(), self._changed_by()
        self._lifecycle(add(meta, "lifecycle", source=self.issuer), changed)
        self._analysis(meta, changes, changed)
        references = add(meta, "references", source=self.issuer)
        for tag, attributes in self.references.elements():
            add(references, tag, **attributes)

    def _identification(self, block: etree._Element) -> None:
        act, uri = self.act, akoma_references.work(self.act, self.pack)
        told = expression(act, self.pack)
        first = self._core(block, "FRBRWork", uri, act.signed_on.isoformat(), "signature", act.code)
        add(first, "FRBRcountry", value=uri.split("/")[2])
        add(first, "FRBRsubtype", value=act.type)
        add(first, "FRBRnumber", value=str(act.number), showAs=act.symbol)
        add(first, "FRBRname", value=self.pack.name("act_type", act.type, self.act.language))
        add(first, "FRBRprescriptive", value="false" if act.form else "true")
        second = self._core(block, "FRBRExpression", told, act.signed_on.isoformat(), "signature")
        add(second, "FRBRlanguage", language=LANGUAGES[self.act.language])
        recorded = act.recorded_at.date().isoformat()
        third = self._core(block, "FRBRManifestation", f"{told}.akn", recorded, "recording")
        add(third, "FRBRformat", value="application/akn+xml")

    def _core(self, block: etree._Element, tag: str, uri: str, day: str, event: str, alias: str = "") -> Any:
        element = add(block, tag)
        add(element, "FRBRthis", value=f"{uri}/!main" if tag != "FRBRManifestation" else uri)
        add(element, "FRBRuri", value=uri)
        if alias:
            add(element, "FRBRalias", name="fasti", value=alias)
        add(element, "FRBRdate", date=day, name=event)
        add(element, "FRBRauthor", href=self.issuer)
        return element

    def _changes(self) -> list[Relation]:
        return list(self.act.relations.select_related("target__issuer").order_by("id"))

    def _changed_by(self) -> list[Relation]:
        found = Relation.objects.filter(target=self.act, kind__in=CHANGES).select_related("act__issuer")
        if self.known is not None:
            found = found.filter(act__recorded_at__lt=self.known)
        return list(found.order_by("act__recorded_at", "id"))

    def _lifecycle(self, block: etree._Element, changed: Iterable[Relation]) -> None:
        add(block, "eventRef", eId="event_1", date=self.act.signed_on.isoformat(), source=self.original,
             type="generation", originatingExpression="true")  # fmt: skip
        for number, relation in enumerate(changed, 2):
            by = self.references.act(
                "passiveRef", relation.act, akoma_references.work(relation.act, self.pack)
            )
            day = relation.act.in_force_on.isoformat()
            add(block, "eventRef", eId=f"event_{number}", date=day, source=by, type=CHANGES[relation.kind][2])

    def _analysis(self, meta: etree._Element, changes: list[Relation], changed: list[Relation]) -> None:
        changing = [each for each in changes if each.kind in CHANGES]
        others = [each for each in changes if each.kind not in CHANGES]
        if not (changing or changed or others):
            return
        block = add(meta, "analysis", source=self.issuer)
        for tag, found in (("activeModifications", changing), ("passiveModifications", changed)):
            if found:
                self._modifications(add(block, tag), found)
        if others:
            listed = add(block, "otherReferences", source=self.issuer)
            for each in others:
                href = akoma_references.work(each.target, self.pack)
                self.references.act("activeRef", each.target, href)
                add(listed, "implicitReference", href=href, showAs=self._named(each.kind))

    def _named(self, kind: str) -> str:
        """The charter's word for a relation; its id where the charter does not name it."""
        return self.pack.names("relation", self.act.language).get(kind, kind)

    def _modifications(self, block: etree._Element, found: list[Relation]) -> None:
        short = "am" if block.tag.endswith("activeModifications") else "pm"
        for number, relation in enumerate(found, 1):
            tag, kind, _ = CHANGES[relation.kind]
            source = akoma_references.work(relation.act, self.pack)
            target = akoma_references.work(relation.target, self.pack)
            if relation.act_id == self.act.id:
                self.references.act("activeRef", relation.target, target)
            else:
                self.references.act("passiveRef", relation.act, source)
            each = add(block, tag, eId=f"{short}_{number}", type=kind)
            add(each, "source", href=source)
            add(each, "destination", href=target)
