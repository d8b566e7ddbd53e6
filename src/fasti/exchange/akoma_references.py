"""What an act is called and what it names, as Akoma Ntoso refers to it: works, people, organisations, roles, files."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from lxml import etree

from fasti import charter, words
from fasti.acts.models import Act, Attachment
from fasti.reports import act_words, naming
from fasti.subjects.models import Person, Post

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def work(act: Act, pack: charter.Pack) -> str:
    """The lasting name of an act in the manner of Akoma Ntoso: country, kind, type, issuer, day, number."""
    number = f"{act.series}-{act.number}".replace("/", "-")
    parts = (country(pack, act.signed_on), "doc" if act.form else "act", act.type, act.issuer.code)
    named = [quote(part, safe="") for part in (*parts, act.signed_on.isoformat(), number)]
    return "/akn/" + "/".join(named)


def country(pack: charter.Pack, day: date) -> str:
    """The country whose documents these are, as the charter says it; raises `charter.NoRule`."""
    return str(pack.value("document.country", as_of=day).value)


class References:
    """What the act names: persons, organisations, roles, other acts. Each gets an id, in order of first mention."""

    def __init__(self, names: naming.Names, lang: str, country: str) -> None:
        self._names = names
        self._lang = lang
        self._country = country
        self._found: dict[tuple[str, str], dict[str, str]] = {}
        self._counted: Counter[str] = Counter()
        self._shown: dict[str, str] = {}

    def _refer(self, tag: str, word: str, code: str, href: str, shown: str) -> str:
        if (tag, code) not in self._found:
            self._counted[tag] += 1
            eid = f"{word}_{self._counted[tag]}"
            self._found[(tag, code)] = {"eId": eid, "href": href, "showAs": shown}
            self._shown[f"#{eid}"] = shown
        return "#" + self._found[(tag, code)]["eId"]

    def shown(self, reference: str) -> str:
        """The name on display of what a reference refers to."""
        return self._shown[reference]

    def _ontology(self, kind: str, code: str) -> str:
        return f"/akn/ontology/{kind}/{self._country}/{quote(code, safe='')}"

    def unit(self, code: str) -> str:
        """A unit as an organisation."""
        shown = self._names.of_unit(code)
        return self._refer("TLCOrganization", "org", code, self._ontology("organization", code), shown)

    def person(self, person: Person) -> str:
        """A person by the name on display."""
        shown = act_words.displayed(person, self._lang)
        href = self._ontology("person", person.code)
        return self._refer("TLCPerson", "person", person.code, href, shown)

    def post(self, post: Post) -> str:
        """A post as a role."""
        shown = self._names.of_post(post)
        return self._refer("TLCRole", "role", post.code, self._ontology("role", post.code), shown)

    def act(self, tag: str, act: Act, href: str) -> str:
        """Another act: `activeRef` for one this act names, `passiveRef` for one that names this act."""
        shown = words.act_reference(act.symbol, act.signed_on, self._lang)
        word = {"activeRef": "active", "passiveRef": "passive"}.get(tag, "original")
        return self._refer(tag, word, act.code, href, shown)

    def attachment(self, file: Attachment) -> str:
        """A file of the act, by its hash."""
        return self._refer("hasAttachment", "attached", str(file.ordinal), by_hash(file), file.filename)

    def elements(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each reference as an element and its attributes; documents before people."""
        for (tag, _), attributes in sorted(self._found.items(), key=lambda each: each[0][0][:3] == "TLC"):
            yield tag, attributes


def by_hash(file: Attachment) -> str:
    """The name of a file by its hash (RFC 6920): wherever a copy is, this proves it."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(file.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}?ct={quote(file.media_type, safe='')}"


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal(text: str) -> str:
    """The text without the few characters that XML cannot hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def add(parent: Any, tag: str, text: str = "", /, **attributes: str) -> Any:
    """A new element at the end of another."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        element.set(name, legal(value))
    if text:
        element.text = legal(text)
    return element
