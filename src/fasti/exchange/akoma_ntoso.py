"""One act as Akoma Ntoso 3.0 (LegalDocML), the open XML format for legal documents.

The document says what its official print says, in the act's own language: head, grounds, text, effects as
articles, tasks, signature, recipients; persons by their name on display. The metadata beside it say what the act is
(work, expression, manifestation), whom and what it names, which acts it changes and which have changed it.
A report that answers a return form is a <doc>, everything else an <act>.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from fasti import words
from fasti.acts.models import Act, Effect
from fasti.exchange import akoma_meta, akoma_references, formats
from fasti.exchange.akoma_references import add, legal
from fasti.operations import desk
from fasti.reports import act_document, act_words, naming
from fasti.subjects.models import Person, Post, Unit

Marks = dict[str, tuple[str, str]]
"""A name on display to the element that marks it and the reference it refers to."""


def write(asked: formats.Asked) -> Iterator[bytes]:
    """The document of the act asked for; raises `formats.CannotWrite` when there is none of that code."""
    act = desk.find_act(asked.act)
    if act is None or (asked.known_before is not None and act.recorded_at >= asked.known_before):
        raise formats.CannotWrite("unknown-act", value=asked.act)
    root = _Paper(act, asked).root()
    _indent(root)
    yield etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _Paper:
    """One act on its way into XML."""

    def __init__(self, act: Act, asked: formats.Asked) -> None:
        self.act, self.pack = act, asked.pack
        self.lang = act.language
        self.said = act_words.document(act, pack=asked.pack, has_tables=False)
        self.references = akoma_references.References(
            naming.Names(asked.pack, self.lang, act.signed_on),
            self.lang,
            akoma_references.country(asked.pack, act.signed_on),
        )
        original = self.references.act("original", act, akoma_meta.expression(act, asked.pack))
        issuer = self.references.unit(act.issuer.code)
        self.meta = akoma_meta.Meta(act, asked.pack, self.references, issuer, original, asked.known_before)
        self.persons = self._persons()

    def _persons(self) -> Marks:
        """The persons that title and text name."""
        named = act_words.PERSON.findall(f"{self.act.title} {self.act.text}")
        return self._marks(persons=Person.objects.filter(code__in=named).order_by("code"))

    def _marks(
        self,
        *,
        units: Iterable[Unit | None] = (),
        posts: Iterable[Post | None] = (),
        persons: Iterable[Person | None] = (),
    ) -> Marks:
        """The names on display of what a line names. A name that was erased is shown by a word and not marked."""
        names = self.references
        found = [("organization", names.unit(each.code)) for each in units if each]
        found += [("role", names.post(each)) for each in posts if each]
        found += [("person", names.person(each)) for each in persons if each and each.full_name]
        return {names.shown(reference): (tag, reference) for tag, reference in found}

    # -- the whole -------------------------------------------------------------------------------------------

    def root(self) -> etree._Element:
        """The document."""
        plain: dict[Any, str] = {None: akoma_references.NAMESPACE}
        root = etree.Element(f"{{{akoma_references.NAMESPACE}}}akomaNtoso", nsmap=plain)
        is_report = bool(self.act.form)
        whole = add(root, "doc" if is_report else "act", name=self.act.type, contains="originalVersion")
        meta = add(whole, "meta")
        self._preface(whole)
        self._preamble(whole)
        self._body(add(whole, "mainBody" if is_report else "body"), is_report)
        self._conclusions(whole)
        self._attachments(whole)
        self.meta.write(meta)
        return root

    def _text(self, parent: etree._Element, tag: str, text: str, marks: Marks) -> None:
        """An element with a text in which persons, units and posts are marked."""
        element = add(parent, tag)
        names = sorted(marks, key=len, reverse=True)
        parts = re.split(f"({'|'.join(map(re.escape, names))})", text) if names else [text]
        last: etree._Element | None = None
        for part in parts:
            if part in marks:
                kind, reference = marks[part]
                last = add(element, kind, part, refersTo=reference)
            elif last is None:
                element.text = (element.text or "") + legal(part)
            else:
                last.tail = (last.tail or "") + legal(part)

    # -- what is printed -------------------------------------------------------------------------------------

    def _preface(self, whole: etree._Element) -> None:
        preface = add(whole, "preface")
        for line in self.said.head.lines:
            add(add(preface, "p"), "docAuthority", line)
        for line in self.said.marks:
            add(preface, "p", line)
        place = add(preface, "p")
        add(place, "docNumber", self.act.symbol)
        dated = words.day(self.act.signed_on, self.lang, style="act")
        add(place, "docDate", dated, date=self.act.signed_on.isoformat()).getprevious().tail = " "
        title = add(add(preface, "longTitle"), "p")
        add(title, "docType", self.said.name).tail = " "
        self._text(title, "docTitle", self.said.about, self.persons)

    def _preamble(self, whole: etree._Element) -> None:
        if not (self.said.grounds or self.said.decides):
            return
        preamble = add(whole, "preamble")
        if self.said.grounds:
            citations = add(preamble, "citations", eId="cits")
            targets = self.act.relations.select_related("target__issuer").order_by("id")
            for number, (line, relation) in enumerate(zip(self.said.grounds, targets, strict=True), 1):
                paragraph = add(add(citations, "citation", eId=f"cit_{number}"), "p")
                add(paragraph, "ref", line, href=akoma_references.work(relation.target, self.pack))
        if self.said.decides:
            formula, marks = (
                add(preamble, "formula", name="enactingFormula"),
                self._marks(units=[self.act.issuer]),
            )
            self._text(formula, "p", self.said.decides, marks)

    def _body(self, body: etree._Element, is_report: bool) -> None:
        if self.said.body or not (self.said.articles or self.said.tasks):
            block = body if is_report else add(add(body, "hcontainer", name="text", eId="text"), "content")
            for line in self.said.body or ("",):
                self._text(block, "p", line, self.persons)
        linked = ("unit", "person", "other_person", "post__unit", "other_unit", "other_post__unit")
        effects = self.act.effects.select_related(*linked).order_by("ordinal")
        for article, effect in zip(self.said.articles, effects, strict=True):
            self._article(body, article, effect)
        if self.said.tasks:
            self._tasks(add(body, "hcontainer", name="tasks", eId="tasks"))

    def _article(self, body: etree._Element, article: act_document.Article, effect: Effect) -> None:
        """An effect; a plain paragraph where the text counts articles of its own."""
        is_counted = any(letter.isdigit() for letter in article.label)
        tag, short = ("article", "art") if is_counted else ("paragraph", "para")
        element = add(body, tag, eId=f"{short}_{effect.ordinal}")
        add(element, "num", article.label)
        marks = self._marks(
            units=[effect.unit, effect.other_unit],
            posts=[effect.post, effect.other_post],
            persons=[effect.person, effect.other_person],
        )
        self._text(add(element, "content"), "p", article.text, marks)

    def _tasks(self, block: etree._Element) -> None:
        add(block, "heading", words.say("document-tasks", self.lang))
        tasks = self.act.tasks.select_related("unit", "responsible").order_by("ordinal")
        for line, task in zip(self.said.tasks, tasks, strict=True):
            paragraph = add(block, "paragraph", eId=f"tasks__para_{task.ordinal}")
            marks = self._marks(units=[task.unit], persons=[task.responsible])
            self._text(add(paragraph, "content"), "p", line, marks)

    def _conclusions(self, whole: etree._Element) -> None:
        conclusions = add(whole, "conclusions")
        signature = add(add(conclusions, "p"), "signature")
        for line in self.said.capacity:
            post = self.act.signer_post
            if post:
                add(signature, "role", line, refersTo=self.references.post(post)).tail = " "
            else:
                add(signature, "inline", line, name="capacity").tail = " "
        if self.act.signer:
            add(signature, "person", self.said.signer, refersTo=self.references.person(self.act.signer))
        if self.said.recipients:
            block = add(conclusions, "container", name="recipients", eId="recipients")
            add(block, "p", words.say("document-recipients", self.lang))
            for line in self.said.recipients:
                add(block, "p", line)

    def _attachments(self, whole: etree._Element) -> None:
        files = list(self.act.attachments.order_by("ordinal"))
        if not files:
            return
        block = add(whole, "attachments")
        for file in files:
            self.references.attachment(file)
            each = add(block, "attachment", eId=f"att_{file.ordinal}")
            add(each, "heading", file.filename)
            add(
                each,
                "documentRef",
                eId=f"att_{file.ordinal}__ref",
                href=akoma_references.by_hash(file),
                showAs=file.filename,
            )


_LINES = ("p", "num", "heading")
"""Elements that hold a line of text: within them a space is a space."""


def _indent(element: etree._Element, depth: int = 0) -> None:
    """A line for each element down to lines of text, which stay as they are."""
    if not len(element) or etree.QName(element).localname in _LINES:
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
