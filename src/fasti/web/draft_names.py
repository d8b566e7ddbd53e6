"""Identities in a draft's form: shown by name and code, found by either, and suggested while one types.

Everything is found within what whoever asks may see. A code out of reach may still be typed: its name is not told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from fasti import words
from fasti.access import acts as seen_acts
from fasti.acts import search
from fasti.acts.models import Act
from fasti.dates import axes
from fasti.operations import desk, naming
from fasti.register import read
from fasti.register.models import Establishment, UnitSpan
from fasti.reports import people
from fasti.reports.units import find
from fasti.subjects import names as folding
from fasti.subjects.models import Person, Post, Unit
from fasti.web.asked import Asked

MOST = 10
LONGEST = 120
_AT_ONCE = 5_000
_MODELS: dict[str, Any] = {"unit": Unit, "person": Person, "post": Post}
WHAT = {
    "issuer": "unit", "signer": "person", "signer_post": "post", "person": "person", "other_person": "person",
    "post": "post", "other_post": "post", "unit": "unit", "other_unit": "unit", "parent": "unit", "act": "act",
    "responsible": "person",
}  # fmt: skip
"""Fields of a draft that name an identity, and of which kind."""
_WITH_CODE = re.compile(r".*\(([^()]{1,200})\)\s*", re.DOTALL)


class Names:
    """Names and codes of one page."""

    def __init__(self, request: Asked) -> None:
        self._request = request
        self._names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
        self._codes: dict[tuple[str, str], str] = {}
        self._told: dict[tuple[str, str], str] = {}

    # -- many at once --------------------------------------------------------------------------------------------

    def expect(self, rows: Iterable[Any]) -> None:
        """Read the names that rows of a draft will ask for, all at once."""
        asked = {each for row in rows if isinstance(row, Mapping) for each in _identities(row)}
        for what, model in _MODELS.items():
            codes = [code for kind, code in asked if kind == what and (what, code) not in self._told]
            ids = {code: id for part in _parts(codes) for code, id in _ids(model, part)}
            self._names.expect(what, ids.values())
            if what == "post":
                self._posts_told(ids.values())
            else:
                self._told |= {(what, code): str(getattr(self._names, what)(id)) for code, id in ids.items()}

    def _posts_told(self, ids: Iterable[int]) -> None:
        posts = [post for part in _parts(ids) for post in Post.objects.filter(id__in=part)]
        self._names.expect("unit", {post.unit_id for post in posts})
        self._told |= {("post", post.code): self._post(post) for post in posts}

    def expect_typed(self, asked: Collection[tuple[str, str]]) -> None:
        """Look up what was typed as codes, or as names with codes, all at once."""
        for what, model in _MODELS.items():
            texts = {text for kind, text in asked if kind == what and len(text) <= 400 and "\x00" not in text}
            meant = {text: _meant(text) for text in texts}
            codes = {code for part in _parts({each for both in meant.values() for each in both})
                     for code, _ in _ids(model, part)}  # fmt: skip
            found = {text: next((each for each in both if each in codes), "") for text, both in meant.items()}
            self._codes |= {(what, text): code for text, code in found.items() if code}

    # -- from what was typed to a code ---------------------------------------------------------------------------

    def code(self, what: str, text: str) -> str:
        """The code of what was typed by code, by name with code, or by a name that only one bears; else the text."""
        key = (what, text)
        if key not in self._codes:
            self._codes[key] = (
                self._find(what, text.strip()) if len(text) <= 400 and "\x00" not in text else text
            )
        return self._codes[key]

    def _find(self, what: str, text: str) -> str:
        if what == "act":
            return self._find_act(text)
        model = _MODELS[what]
        if model.objects.filter(code=text).exists():
            return text
        named = _WITH_CODE.fullmatch(text)
        if named and model.objects.filter(code=named[1].strip()).exists():
            return named[1].strip()
        found = self.suggested(what, text)
        exact = [code for code, told, _ in found if _bare(told) == folding.fold(text)]
        only = exact if len(exact) == 1 else [code for code, _, _ in found] if len(found) == 1 else []
        return only[0] if only else text

    def _find_act(self, text: str) -> str:
        named = _WITH_CODE.fullmatch(text)
        for code in (text, named[1].strip() if named else ""):
            act = desk.find_act(code) if code else None
            if act is not None and seen_acts.sees(self._request.sight, act):
                return code
        seen = seen_acts.seen(self._request.sight).select_related("issuer")
        found = list(seen.filter(symbol=text)[:2])
        return found[0].code if len(found) == 1 else text

    # -- from a code to what is shown ----------------------------------------------------------------------------

    def told(self, what: str, code: str) -> str:
        """The name with the code; the code alone where there is no name to tell."""
        if not code or not isinstance(code, str):
            return str(code or "")
        key = (what, code)
        if key not in self._told:
            self._told[key] = self._tell(what, code)
        return self._told[key]

    def _tell(self, what: str, code: str) -> str:
        if len(code) > 200 or "\x00" in code:
            return code
        if what == "act":
            act = desk.find_act(code)
            return self.act(act) if act and seen_acts.sees(self._request.sight, act) else code
        id = _MODELS[what].objects.filter(code=code).values_list("id", flat=True).first()
        if id is None:
            return code
        return self.post(id) if what == "post" else str(getattr(self._names, what)(id))

    def short(self, what: str, code: str) -> str:
        """The name alone, for sentences."""
        return self.told(what, code).rpartition(" (")[0] or code

    def act(self, act: Act) -> str:
        """An act by its number and day, with its code."""
        return f"{act.symbol}, {words.day(act.signed_on, self._request.lang, style='short')} ({act.code})"

    def post(self, id: int) -> str:
        """A post by office, unit and code."""
        return self._post(Post.objects.get(id=id))

    def _post(self, post: Post) -> str:
        office = self._request.pack.names("office", self._request.lang).get(post.office, post.office)
        return f"{office[:1].upper()}{office[1:]}, {self._names.unit(post.unit_id).rpartition(' (')[0]} ({post.code})"

    # -- suggestions ---------------------------------------------------------------------------------------------

    def suggested(self, what: str, text: str) -> list[tuple[str, str, str]]:
        """Code, name with code, and what tells it from others of the name; those nearest first."""
        named = _WITH_CODE.fullmatch(text)
        asked = (text[: named.start(1) - 1] if named else text).strip()[:LONGEST]
        if "\x00" in asked:
            return []
        return {"person": self._persons, "unit": self._units, "post": self._posts, "act": self._acts}[what](
            asked
        )

    def _persons(self, text: str) -> list[tuple[str, str, str]]:
        request = self._request
        if len(text) < 2:
            return []
        found = people.page(request.sight, people.Asked(words=text), request.pack, size=MOST)
        listed = people.told(found, request.sight, request.pack, lang=request.lang)
        return [
            (each.code, f"{each.name} ({each.code})", "; ".join(told for _, told in each.posts) or each.unit)
            for each in listed
        ]

    def _units(self, text: str) -> list[tuple[str, str, str]]:
        request = self._request
        if not text:
            return [(code, told, "") for code, told in self._near()]
        when = axes.When(request.day, None)
        page = find.units(text, pack=request.pack, lang=request.lang, when=when, limit=MOST)
        return [
            (each.unit.code, f"{each.unit.name} ({each.unit.code})", each.parent.name if each.parent else "")
            for each in page.found
        ]

    def _near(self) -> Iterable[tuple[str, str]]:
        """The unit one serves and its organs."""
        home = self._request.sight.home
        spans = UnitSpan.objects.filter(read.on(self._request.day)).filter(Q(unit=home) | Q(parent=home))
        for span in spans.select_related("unit").order_by("id")[: 2 * MOST] if home else ():
            yield span.unit.code, f"{naming.in_language(span.names, self._request.lang)} ({span.unit.code})"

    def _posts(self, text: str) -> list[tuple[str, str, str]]:
        """By code, or by words of the office and of the unit; without a unit, around the unit one serves."""
        day, asked = self._request.day, [each for each in folding.fold(text).split() if each]
        offices, rest = self._offices(asked)
        standing = Post.objects.filter(id__in=Establishment.objects.filter(read.on(day)).values("post"))
        by_code = list(standing.filter(code__istartswith=text).order_by("code")[:MOST]) if text else []
        units = self._units_of(rest)
        found = standing.filter(unit__in=units) if units is not None else standing.none()
        if offices is not None:
            found = found.filter(office__in=offices)
        listed = {post.id: post for post in [*by_code, *found.order_by("id")[:MOST]]}
        return [(post.code, self.post(post.id), "") for post in list(listed.values())[:MOST]]

    def _offices(self, asked: list[str]) -> tuple[list[str] | None, list[str]]:
        """The offices that have most of the words in their name, and the words left for the unit."""
        names = {
            id: folding.fold(name)
            for id, name in self._request.pack.names("office", self._request.lang).items()
        }
        hits = {id: [word for word in asked if word in name] for id, name in names.items()}
        most = max(map(len, hits.values()), default=0)
        if not most:
            return None, asked
        best = [id for id, found in hits.items() if len(found) == most]
        used = {word for id in best for word in hits[id]}
        return best, [word for word in asked if word not in used]

    def _units_of(self, asked: list[str]) -> Any:
        """Units by words, with their organs; the unit one serves with its organs where there are none."""
        request, spans = self._request, UnitSpan.objects.filter(read.on(self._request.day))
        if not asked:
            home = [request.sight.home] if request.sight.home else []
        else:
            when = axes.When(request.day, None)
            page = find.units(" ".join(asked), pack=request.pack, lang=request.lang, when=when, limit=MOST)
            codes = [each.unit.code for each in page.found]
            home = list(Unit.objects.filter(code__in=codes).values_list("id", flat=True))
        if not home:
            return None
        organs = spans.filter(parent__in=home, kind__in=request.sight.organs).values_list("unit", flat=True)
        return {*home, *organs}

    def _acts(self, text: str) -> list[tuple[str, str, str]]:
        seen = seen_acts.seen(self._request.sight)
        found = seen.filter(symbol__istartswith=text) if text[:1].isdigit() else search.matching(
            seen, text, self._request.lang
        )  # fmt: skip
        listed = found.select_related("issuer").order_by("-signed_on", "-id")[:MOST] if len(text) > 1 else ()
        return [(act.code, self.act(act), act.title[:LONGEST]) for act in listed]


def _identities(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The kinds and codes that a row names."""
    for name, value in row.items():
        listed = value if name == "authors" and isinstance(value, list) else [value]
        what = "person" if name == "authors" else WHAT.get(name, "")
        if what in _MODELS:
            yield from ((what, each) for each in listed if isinstance(each, str) and _is_code(each))


def _is_code(text: str) -> bool:
    return bool(text) and len(text) <= 200 and "\x00" not in text


def _meant(text: str) -> tuple[str, ...]:
    """The codes that a text may give: itself, and what stands in brackets at its end."""
    named = _WITH_CODE.fullmatch(text)
    return (text.strip(), *((named[1].strip(),) if named else ()))


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """As many at once as a database takes."""
    listed = list(values)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]


def _ids(model: Any, codes: list[str]) -> list[tuple[str, int]]:
    return list(model.objects.filter(code__in=codes).values_list("code", "id"))


def _bare(told: str) -> str:
    return folding.fold(told.rpartition(" (")[0])


def day_shown(text: Any, lang: str) -> str:
    """A day of a draft as the language writes it; what is none as it is."""
    try:
        return words.day(date.fromisoformat(str(text)), lang, style="short")
    except ValueError:
        return str(text or "")
