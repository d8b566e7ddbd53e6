"""Names of identities for display in findings and previews: read once, kept for one piece of work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from fasti import charter
from fasti.access import people
from fasti.access import sight as sights
from fasti.access.sight import Sight
from fasti.acts import findings
from fasti.acts.findings import Finding
from fasti.acts.models import Body
from fasti.register import rows
from fasti.register.models import Alias, UnitSpan
from fasti.subjects.models import Person, Post, Unit

_AT_ONCE = 5_000


class Names:
    """The name of a unit, person or post in a language. New identities are made known by `learn`.

    `before`: units bear the names they had before that day (a unit not founded by then, its first one); left out,
    those of the day on which something was recorded last, so that no name is told before its time.
    People who are not seen from `sight` have their code alone.
    """

    def __init__(
        self,
        *,
        pack: charter.Pack,
        lang: str,
        before: date | None = None,
        sight: Sight = sights.OPERATOR,
    ) -> None:
        self._sight = sight
        self._before = before
        self._pack = pack
        self._lang = lang
        self._units: dict[int, str] = {}
        self._persons: dict[int, str] = {}
        self._posts: dict[int, tuple[str, str]] = {}

    def learn(
        self,
        *,
        units: Mapping[int, str] | None = None,
        persons: Mapping[int, str] | None = None,
        posts: Mapping[int, tuple[str, str]] | None = None,
    ) -> None:
        """Names of identities that are not recorded yet; posts as code and office."""
        self._units |= units or {}
        self._persons |= persons or {}
        self._posts |= posts or {}

    def expect(self, what: str, ids: Iterable[int]) -> None:
        """Read the names of many identities that are recorded at once; `what`: unit, person or post."""
        kinds: dict[str, Mapping[int, Any]] = {
            "unit": self._units,
            "person": self._persons,
            "post": self._posts,
        }
        known = kinds[what]
        missing = sorted(set(ids) - set(known))
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            if what == "unit":
                self._units |= self._told_units(part)
            elif what == "person":
                self._persons |= self._told_persons(part)
            else:
                found = Post.objects.filter(id__in=part).values_list("id", "code", "office")
                self._posts |= {id: (code, office) for id, code, office in found}

    def expect_told(self, found: Iterable[Finding]) -> None:
        """Read the names that findings will tell, all at once."""
        asked = {each for finding in found for each in findings.subjects(finding)}
        for what in ("unit", "person", "post"):
            self.expect(what, [id for kind, id in asked if kind == what])

    def _told_units(self, ids: Collection[int]) -> dict[int, str]:
        """Names with codes, from the last span before the day, else the first."""
        names: dict[int, Mapping[str, str]] = {}
        for span in UnitSpan.objects.filter(unit__in=ids).order_by("starts_on", "id"):
            if span.unit_id not in names or span.starts_on < self._day():
                names[span.unit_id] = span.names
        codes = Unit.objects.filter(id__in=ids).values_list("id", "code")
        told = {id: in_language(each, self._lang) for id, each in names.items()}
        return {id: f"{told[id]} ({code})" if id in told else code for id, code in codes}

    def _told_persons(self, ids: Collection[int]) -> dict[int, str]:
        """Names with codes, of those who are seen and not erased; of the others the codes."""
        stands_for = dict(Alias.objects.filter(person__in=ids).values_list("person", "stands_for"))
        kept = {id: stands_for.get(id, id) for id in ids}
        among = people.seen_among(self._sight, kept.values())
        seen = {id for id, each in kept.items() if each in among or id == self._sight.person}
        found = Person.objects.filter(id__in=ids).values_list("id", "code", "full_name")
        return {id: f"{name} ({code})" if name and id in seen else code for id, code, name in found}

    def unit(self, id: int) -> str:
        """A unit's name, with its code."""
        if id not in self._units:
            self._units |= self._told_units([id])
        return self._units[id]

    def _day(self) -> date:
        if self._before is None:
            last = Body.objects.values_list("last_recorded_at", flat=True).first()
            self._before = last.date() + timedelta(days=1) if last else date.max
        return self._before

    def person(self, id: int) -> str:
        """A person's name, with the code; the code alone once the name is erased, and of whoever is not seen."""
        if id not in self._persons:
            self._persons |= self._told_persons([id])
        return self._persons[id]

    def post(self, id: int) -> str:
        """A post's office and code."""
        if id not in self._posts:
            self._posts[id] = Post.objects.values_list("code", "office").get(id=id)
        code, office = self._posts[id]
        return f"{self._pack.name('office', office, self._lang)} ({code})"

    def word(self, group: str, id: str) -> str:
        """The charter's word for a code, e.g. of a reason; the code itself where the charter has none."""
        return self._pack.names(group, self._lang).get(id, id)

    def by_code(self, name: str, code: str) -> str:
        """The name of a unit, person or post by its code; empty for an empty code."""
        if not code:
            return ""
        model: Any = {"unit": Unit, "person": Person, "post": Post}[name]
        return str(getattr(self, name)(model.objects.values_list("id", flat=True).get(code=code)))

    def row(self, row: rows.Row) -> dict[str, str]:
        """A register row's subjects by name; a unit by the name it bears in that row."""
        kinds = {"unit": self.unit, "parent": self.unit, "person": self.person, "post": self.post}
        kinds |= {
            "predecessor": self.unit,
            "successor": self.unit,
            "stands_for": self.person,
            "recipient": self.unit,
        }
        told = {
            field: kinds[field](getattr(row, field))
            for field in row._fields
            if field in kinds and getattr(row, field) is not None
        }
        if isinstance(row, rows.UnitRow):
            code = told["unit"].rpartition(" (")[2].rstrip(")")
            told["unit"] = f"{in_language(row.names, self._lang)} ({code})"
        return told


def in_language(names: Mapping[str, str], lang: str) -> str:
    """A name in a language, else in English, else in the first there is."""
    return names.get(lang) or names.get("en") or next(iter(names.values()), "")
