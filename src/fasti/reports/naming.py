"""Names of units and posts on a day, read from the register for heads, tables and articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from fasti import charter
from fasti.register.models import UnitSpan
from fasti.subjects.models import Post


@dataclass(frozen=True, slots=True)
class Named:
    """A unit on a day: its kind, its names, and the code of the unit it stands under."""

    code: str
    kind: str
    names: dict[str, str]
    parent: str | None


@dataclass(frozen=True)
class Names:
    """The names on one day in one language. What no longer stands on that day bears its last name."""

    pack: charter.Pack
    lang: str
    as_of: date
    _read: dict[str, Named | None] = field(default_factory=dict)
    _learned: set[int] = field(default_factory=set)

    def unit(self, code: str) -> Named | None:
        """The unit as it stood on the day, else as it last stood before, else as it first stood after."""
        if code not in self._read:
            self._read[code] = self._look(code)
        return self._read[code]

    def learn(self, units: Iterable[int]) -> None:
        """Read the names of many units (ids) in one query, before each is asked for."""
        new = set(units) - self._learned
        self._learned.update(new)
        if new:
            self._learn(Q(unit__in=new))

    def learn_codes(self, codes: Iterable[str]) -> None:
        """The same for units named by their codes."""
        if new := set(codes) - self._read.keys():
            self._learn(Q(unit__code__in=new))

    def _learn(self, wanted: Q) -> None:
        found = UnitSpan.objects.filter(wanted).select_related("unit", "parent")
        spans: dict[str, list[UnitSpan]] = defaultdict(list)
        for span in found.order_by("starts_on", "id"):
            spans[span.unit.code].append(span)
        for code, listed in spans.items():
            if code not in self._read:
                begun = [span for span in listed if span.starts_on <= self.as_of]
                self._read[code] = _named((begun or listed[:1])[-1])

    def _look(self, code: str) -> Named | None:
        spans = UnitSpan.objects.filter(unit__code=code).select_related("unit", "parent")
        span = spans.filter(Q(starts_on__lte=self.as_of)).order_by("-starts_on", "-id").first()
        span = span or spans.order_by("starts_on", "id").first()
        return _named(span) if span else None

    def of_unit(self, code: str) -> str:
        """The unit's name in the language, in the body's first language where it has none, else its code."""
        found = self.unit(code)
        return chosen(found.names, self.lang, self.pack)[0] if found else code

    def with_kind(self, code: str) -> str:
        """The unit's name after its kind, where it is a bare place: provincial Party organisation, Bac Ninh.

        In the body's first language names are full as they stand.
        """
        found = self.unit(code)
        if found is None or found.parent is None or self.lang == self.pack.languages[0]:
            return self.of_unit(code)
        name, lang = chosen(found.names, self.lang, self.pack)
        kind = self.pack.name("unit_kind", found.kind, lang)
        is_bare = lang == self.lang and name in found.names.values() and without(name, kind) == name
        if not is_bare or self.pack.unit_kind(found.kind, as_of=self.as_of).is_organ:
            return name
        return f"{kind[:1].upper()}{kind[1:]}, {name}"

    def short(self, code: str) -> tuple[str, str]:
        """The unit's name without the words of its kind that it begins with, and the language of the name.

        In a table of provinces "Bắc Ninh", not "Đảng bộ tỉnh Bắc Ninh".
        """
        found = self.unit(code)
        if found is None:
            return code, self.lang
        name, lang = chosen(found.names, self.lang, self.pack)
        return without(name, self.pack.name("unit_kind", found.kind, lang)), lang

    def of_post(self, post: Post) -> str:
        """The office and its unit: Deputy secretary, Bac Ninh provincial committee."""
        return f"{self.pack.name('office', post.office, self.lang)}, {self.of_unit(post.unit.code)}"

    def place(self, code: str) -> str:
        """The place a unit is named by, its own or that of the nearest unit above; empty where none is.

        What follows the kind in the name, in the body's first language, is a place if it is a proper name:
        of "Đảng bộ huyện Việt Yên" Việt Yên, of "Đảng bộ Khối các cơ quan tỉnh" none.
        """
        first, found = self.pack.languages[0], self.unit(code)
        while found and found.parent:
            name = found.names.get(first, "")
            rest = without(name, self.pack.name("unit_kind", found.kind, first))
            if rest != name and rest[:1].isupper():
                return self.short(found.code)[0]
            found = self.unit(found.parent)
        return ""

    def superior(self, code: str) -> Named | None:
        """The unit it stands under."""
        found = self.unit(code)
        return self.unit(found.parent) if found and found.parent else None

    def home(self, code: str) -> Named | None:
        """The unit itself, or for an organ the unit it serves."""
        found = self.unit(code)
        while found and self.pack.unit_kind(found.kind, as_of=self.as_of).is_organ and found.parent:
            found = self.unit(found.parent)
        return found

    def level(self, code: str) -> str:
        """The level of the unit; empty where it is not known."""
        found = self.unit(code)
        return self.pack.unit_kind(found.kind, as_of=self.as_of).level if found else ""


def _named(span: UnitSpan) -> Named:
    return Named(span.unit.code, span.kind, dict(span.names), span.parent.code if span.parent else None)


def without(name: str, kind: str) -> str:
    """The name without the words with which the name of its kind begins too; all of it where nothing is left.

    >>> without("Đảng bộ thành phố Hải Phòng", "đảng bộ thành phố trực thuộc Trung ương"), without("North", "region")
    ('Hải Phòng', 'North')
    """
    said, common = name.split(), 0
    for one, other in zip(said, kind.split(), strict=False):
        if one.casefold() != other.casefold():
            break
        common += 1
    return " ".join(said[common:]) or name


def chosen(names: dict[str, str], lang: str, pack: charter.Pack) -> tuple[str, str]:
    """The name in the language and that language; else in the first of the body's languages that has one."""
    for language in (lang, *pack.languages, *names):
        if names.get(language):
            return names[language], language
    return "", lang
