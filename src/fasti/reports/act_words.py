"""An act of the record in the words of its official document: names for references, effects as articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from fasti import charter, words
from fasti.access import acts
from fasti.access.sight import OPERATOR, Sight
from fasti.acts.models import Act, Effect, Relation
from fasti.effects import wording
from fasti.reports import act_document, heads, naming, return_tables
from fasti.subjects.models import Person, Post

PERSON = re.compile(r"\[person:([^\]\s]+)\]")
AS_HEAD = "head"
ARTICLE = {"en": "Article 1", "vi": "Điều 1", "ru": "Статья 1", "cs": "Čl. 1"}


def document(
    act: Act,
    *,
    pack: charter.Pack,
    lang: str | None = None,
    sight: Sight = OPERATOR,
    most: int | None = None,
    has_tables: bool = True,
) -> act_document.Document:
    """The act as a document in its own language, or with frame and articles in another; the text stays.

    `sight`: other acts are named only where they are seen. `most`: so many articles and no more. `has_tables`: figures
    of returns stand in tables; else in the articles.
    """
    return Wording(act, pack, lang or act.language, sight=sight, most=most, has_tables=has_tables).document()


class Wording:
    """The words of one act in one language, with the names of the day it was signed."""

    def __init__(
        self,
        act: Act,
        pack: charter.Pack,
        lang: str,
        *,
        sight: Sight = OPERATOR,
        most: int | None = None,
        has_tables: bool = False,
    ) -> None:
        self.act, self.pack, self.lang = act, pack, lang
        self.names = naming.Names(pack, lang, act.signed_on)
        self.layout = pack.layout(as_of=act.signed_on)
        self._sight, self._most, self._has_tables = sight, most, has_tables

    @cached_property
    def effects(self) -> list[Effect]:
        """The effects in their order, with all they name; the names of their units are read at once."""
        linked = ("unit", "person", "other_person", "post__unit", "other_unit", "other_post__unit")
        voided = ("voids__act__issuer", *(f"voids__{each}" for each in linked))
        found = list(self.act.effects.select_related(*linked, *voided).order_by("ordinal")[: self._most])
        every = [*found, *(effect.voids for effect in found if effect.voids)]
        posts = [post for effect in every for post in (effect.post, effect.other_post) if post]
        units = [unit for effect in every for unit in (effect.unit_id, effect.other_unit_id) if unit]
        self.names.learn([*units, *(post.unit_id for post in posts), self.act.issuer_id])
        return found

    def document(self) -> act_document.Document:
        """All of it."""
        act, issuer = self.act, self.act.issuer.code
        articles = tuple(self._articles())
        return act_document.Document(
            lang=self.lang,
            dated=act.signed_on,
            head=heads.of_issuer(
                issuer, self.names, number=act.symbol, dated=act.signed_on, pack=self.pack, lang=self.lang
            ),
            marks=tuple(self._marks()),
            name=self.pack.name("act_type", act.type, self.lang).upper(),
            about=self.named(act.title),
            grounds=tuple(self._grounds()),
            body=tuple(line.strip() for line in self.named(act.text).splitlines() if line.strip()),
            decides=self._decides() if articles else "",
            articles=articles,
            tables=tuple(return_tables.tables(self.effects, self.pack, self.lang))
            if self._has_tables
            else (),
            tasks=tuple(self._tasks()),
            attachments=tuple(act.attachments.order_by("ordinal").values_list("filename", flat=True)),
            capacity=tuple(self._capacity()),
            signer=displayed(act.signer, self.lang) if act.signer else "",
            recipients=tuple(self._recipients()),
        )

    def named(self, text: str) -> str:
        """The text with the name on display for each reference to a person."""
        return named(text, self.lang)

    def _marks(self) -> Iterator[str]:
        listed = Relation.objects.filter(target=self.act, kind="withdraws").select_related("act")
        withdrawn = listed.first()
        if withdrawn and not acts.restrict(listed, self._sight, "act").exists():
            yield words.say("document-withdrawn-unnamed", self.lang)
        elif withdrawn:
            by = words.act_reference(withdrawn.act.symbol, withdrawn.act.signed_on, self.lang)
            yield words.say("document-withdrawn", self.lang, act=by)
        if self.act.confidentiality not in ("", "normal"):
            level = self.pack.names("class", self.lang).get(
                self.act.confidentiality, self.act.confidentiality
            )
            yield words.say("document-confidentiality", self.lang, level=level)

    def _grounds(self) -> Iterator[str]:
        listed = acts.restrict(self.act.relations.all(), self._sight, "target")
        for relation in listed.select_related("target").order_by("id"):
            kind = self.pack.name("relation", relation.kind, self.lang)
            cited = words.act_reference(relation.target.symbol, relation.target.signed_on, self.lang)
            yield f"{kind[:1].upper()}{kind[1:]}: {cited}"

    def _decides(self) -> str:
        return words.say("act-decides", self.lang, body=self.names.of_unit(self.act.issuer.code))

    def _articles(self) -> Iterator[act_document.Article]:
        """The effects as numbered articles; unnumbered where the text counts its own."""
        counted = ARTICLE[self.act.language] in self.act.text if self.act.language in ARTICLE else False
        for number, effect in enumerate(self.effects, 1):
            label = "–" if counted else words.say("act-article", self.lang, n=number)
            yield act_document.Article(label, self.effect(effect))

    def effect(self, effect: Effect) -> str:
        """The effect in words, with the day where it is not the day the act takes force."""
        return words.sentence(self._told(effect))

    def _told(self, effect: Effect) -> str:
        told = wording.compose(
            effect.kind,
            self.lang,
            named=self._named(effect),
            data=return_tables.left(effect.kind, effect.data) if self._has_tables else effect.data,
            word=self._word,
            person=self._person,
            effect=self._voided(effect.voids) if effect.voids else "",
        )
        if effect.on != self.act.in_force_on:
            told = f"{told}; {words.say('document-in-force', self.lang, day=effect.on)}"
        return told

    def _voided(self, effect: Effect) -> str:
        """The effect that holds no longer; of an act that is not seen only that there was one."""
        if self._sight is OPERATOR or acts.sees(self._sight, effect.act):
            return self._told(effect)
        return words.say("document-effect-of-unseen", self.lang)

    def _named(self, effect: Effect) -> dict[str, str]:
        people: dict[str, Person | None] = {"person": effect.person, "other_person": effect.other_person}
        posts: dict[str, Post | None] = {"post": effect.post, "other_post": effect.other_post}
        told = {"unit": self.names.of_unit(effect.unit.code)}
        told |= {key: displayed(person, self.lang) for key, person in people.items() if person}
        if effect.other_unit:
            told["other_unit"] = self.names.of_unit(effect.other_unit.code)
        return told | {key: self.names.of_post(post) for key, post in posts.items() if post}

    def _person(self, code: str) -> str:
        return self.named(f"[person:{code}]")

    def _word(self, group: str, id: str) -> str:
        return self.pack.names(group, self.lang).get(id, id)

    def _tasks(self) -> Iterator[str]:
        tasks = list(self.act.tasks.select_related("unit", "responsible").order_by("ordinal"))
        self.names.learn(task.unit_id for task in tasks)
        for task in tasks:
            unit, text = self.names.of_unit(task.unit.code), self.named(task.text)
            told = words.say("act-task-of", self.lang, unit=unit, text=text)
            if task.responsible:
                person = displayed(task.responsible, self.lang)
                told += "; " + words.say("document-responsible", self.lang, person=person)
            if task.due_on:
                told += "; " + words.say("document-due", self.lang, day=task.due_on)
            yield words.sentence(told)

    def _capacity(self) -> Iterator[str]:
        """In whose name, then the office; a head who signs as such has one line for both."""
        said = self.layout.capacities.get(self.lang, {}).get(self.act.capacity, self.act.capacity)
        if self.act.capacity == AS_HEAD:
            yield said.upper()
            return
        if said:
            yield said
        if self.act.signer_post:
            yield self.pack.name("office", self.act.signer_post.office, self.lang).upper()

    def _recipients(self) -> Iterator[str]:
        """The units the act gives tasks to or changes, the issuer's superior, and its archive."""
        above = self.names.superior(self.act.issuer.code)
        codes = [above.code] if above else []
        codes += self.act.tasks.order_by("ordinal").values_list("unit__code", flat=True)
        codes += self.act.effects.order_by("ordinal").values_list("unit__code", flat=True)[:200]
        for code in list(dict.fromkeys(codes))[:12]:
            if code != self.act.issuer.code:
                yield self.names.with_kind(code)
        yield words.say("act-archive", self.lang, issuer=self.names.of_unit(self.act.issuer.code))


def named(text: str, lang: str) -> str:
    """The text with the name on display for each reference to a person."""
    codes = set(PERSON.findall(text))
    if not codes:
        return text
    people = {person.code: displayed(person, lang) for person in Person.objects.filter(code__in=codes)}
    erased = words.say("act-person-erased", lang)
    return PERSON.sub(lambda found: people.get(found[1], erased), text)


def displayed(person: Person, lang: str) -> str:
    """The person's name as documents show it; once erased, a word that says so."""
    return person.full_name or words.say("act-person-erased", lang)
