"""The register as Popolo JSON, the open format for people, organisations, posts and who held them when.

Units are organisations, seats are posts, tenures and memberships are memberships. Every object names the acts it
rests on in `sources`. Persons appear by their code alone unless names are asked for. What Popolo has no place for
(predecessors, earlier parents, the number of seats, the manner of a tenure) stands in fields of our own, which its
schemas allow.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import orjson
from django.db.models import Max, Min

from fasti import words
from fasti.access import acts
from fasti.acts import snapshots
from fasti.acts.models import Effect
from fasti.effects import store
from fasti.exchange import extent, formats
from fasti.operations.naming import in_language
from fasti.register import mandates
from fasti.register.rows import LineageRow, Row, UnitRow
from fasti.subjects.models import Person, Post, Unit

Object = dict[str, Any]


def write(asked: formats.Asked) -> Iterator[bytes]:
    """The document: organisations, posts, memberships, then the persons they name."""
    with snapshots.snapshot():
        writer = _Writer(asked)
        parts = {
            "organizations": writer.organizations(),
            "posts": writer.posts(),
            "memberships": itertools.chain(writer.memberships(), writer.mandates()),
            "persons": writer.persons(),
        }
        opening = "{"
        for name, objects in parts.items():
            yield f'{opening}\n"{name}": ['.encode()
            yield from _listed(objects)
            yield b"\n]"
            opening = ","
        yield b"\n}\n"


def _listed(objects: Iterable[Object]) -> Iterator[bytes]:
    opening = b"\n"
    for some in extent.chunks(objects):
        yield opening + b",\n".join(orjson.dumps(each) for each in some)
        opening = b",\n"


class _Writer:
    """The objects of one document. Persons are written last: those whom a membership named."""

    def __init__(self, asked: formats.Asked) -> None:
        self._asked = asked
        self._extent = extent.Extent(asked)
        top = Person.objects.aggregate(top=Max("id"))["top"] or 0
        self._named = bytearray(top + 1)
        """For each person by id, whether a membership named them: a byte each, for bodies of millions."""

    def organizations(self) -> Iterator[Object]:
        lineage: dict[int, list[LineageRow]] = defaultdict(list)
        for row in store.rows_of("lineage", known_before=self._asked.known_before):
            if self._asked.as_of is None or row.on <= self._asked.as_of:
                lineage[row.successor].append(row)
        for lives in extent.chunks(self._extent.lives("unit")):
            edges = [edge for life in lives for edge in lineage[life[0].unit]]
            spans = [span for life in lives for span in life]
            ids = [span.unit for span in spans] + [span.parent for span in spans]
            codes = extent.codes(Unit, [*ids, *(edge.predecessor for edge in edges)])
            told = self._sources([*spans, *edges])
            for life in lives:
                yield self._organization(life, lineage[life[0].unit], codes, told)

    def _organization(
        self, life: list[UnitRow], edges: list[LineageRow], codes: dict[int, str], told: _Sources
    ) -> Object:
        first, last = life[0], life[-1]
        made: Object = {
            "id": codes[last.unit],
            "name": in_language(last.names, self._asked.lang),
            "identifiers": [{"scheme": self._asked.pack.id, "identifier": codes[last.unit]}],
            "classification": self._asked.pack.name("unit_kind", last.kind, self._asked.lang),
            "kind": last.kind,
            "other_names": list(self._other_names(life)),
            "parent_id": codes.get(last.parent or 0),
            "founding_date": first.starts_on.isoformat(),
            "dissolution_date": last.ends_before.isoformat() if last.ends_before else None,
            "sources": told.of(life),
        }
        if edges:
            made["predecessors"] = [_predecessor(edge, codes, told) for edge in edges]
        if len({span.parent for span in life}) > 1:
            made["parents"] = [
                {"organization_id": codes.get(span.parent or 0), **_days(span)} for span in life
            ]
        return made

    def _other_names(self, life: list[UnitRow]) -> Iterator[Object]:
        """The last names in other languages, the abbreviation, and names the unit bore before."""
        last = life[-1]
        for lang, name in last.names.items():
            if name != in_language(last.names, self._asked.lang):
                yield {"name": name, "note": lang}
        if last.abbreviation:
            yield {"name": last.abbreviation, "note": "abbreviation"}
        for span in life[:-1]:
            for lang, name in span.names.items():
                if name != last.names.get(lang):
                    yield {"name": name, "note": lang, **_days(span)}

    def posts(self) -> Iterator[Object]:
        for lives in extent.chunks(self._extent.lives("establishment")):
            of = Post.objects.select_related("unit").in_bulk({life[0].post for life in lives})
            told = self._sources(row for life in lives for row in life)
            for life in lives:
                yield self._post(of[life[0].post], life, told)

    def _post(self, post: Post, life: list[Row], told: _Sources) -> Object:
        made: Object = {
            "id": post.code,
            "label": post.code,
            "role": self._asked.pack.name("office", post.office, self._asked.lang),
            "office": post.office,
            "organization_id": post.unit.code,
            "seats": life[-1].seats,
            "start_date": _days(life[0])["start_date"],
            "end_date": _days(life[-1])["end_date"],
            "sources": told.of(life),
        }
        if len(life) > 1:
            made["establishment"] = [{"seats": row.seats, **_days(row)} for row in life]
        return made

    def memberships(self) -> Iterator[Object]:
        for some in extent.chunks(self._extent.rows("membership")):
            units = extent.codes(Unit, (row.unit for row in some))
            for made, row in self._held(some):
                yield {**made, "id": f"{made['person_id']}@{units[row.unit]}:{row.starts_on}",
                       "organization_id": units[row.unit], "role": row.stage}  # fmt: skip
        for some in extent.chunks(self._extent.rows("tenure")):
            of = Post.objects.select_related("unit").in_bulk({row.post for row in some})
            for made, row in self._held(some):
                yield {**made, **self._tenure(made, row, of[row.post])}

    def mandates(self) -> Iterator[Object]:
        """Seats that come with another office, on the day asked about: they are derived, so ever is no answer."""
        if self._asked.as_of is None:
            return
        whole = extent.Extent(dataclasses.replace(self._asked, unit=""))
        found = mandates.mandates(
            whole.rows("tenure"),
            posts=store.posts(),
            units=whole.rows("unit"),
            pack=self._asked.pack,
            as_of=self._asked.as_of,
        )
        among = self._extent.units
        for some in extent.chunks(each for each in found if among is None or each.unit in among):
            units = extent.codes(Unit, (each.unit for each in some))
            for (made, _), each in zip(self._held([each.tenure for each in some]), some, strict=True):
                yield {
                    **made,
                    "id": f"{made['person_id']}@{units[each.unit]}:{each.rule.id}:{each.tenure.starts_on}",
                    "start_date": None,
                    "end_date": None,
                    "organization_id": units[each.unit],
                    "role": self._asked.pack.name("office", each.office, self._asked.lang),
                    "manner": "ex_officio",
                    "rule": each.rule.reference,
                }

    def _held(self, some: list[Row]) -> Iterator[tuple[Object, Row]]:
        """What memberships and tenures have in common; the persons they name will be written."""
        persons, told = extent.codes(Person, (row.person for row in some)), self._sources(some)
        for row in some:
            self._named[row.person] = 1
            yield {"person_id": persons[row.person], **told.days(row), "sources": told.of([row])}, row

    def _tenure(self, made: Object, row: Row, post: Post) -> Object:
        return {
            "id": f"{made['person_id']}@{post.code}:{row.starts_on}",
            "organization_id": post.unit.code,
            "post_id": post.code,
            "role": self._asked.pack.name("office", post.office, self._asked.lang),
            "manner": row.manner,
            "planned_end_date": row.ends_planned_on.isoformat() if row.ends_planned_on else None,
        }

    def persons(self) -> Iterator[Object]:
        """Each person a membership named: the code, codes given up for it, and personal data where asked for."""
        entries = self._entries()
        for ids in extent.chunks((id for id, is_named in enumerate(self._named) if is_named), 500):
            first = dict(
                Effect.objects.filter(person__in=ids).values("person").annotate(first=Min("id"))
                .values_list("person", "first")
            )  # fmt: skip
            untold = acts.untold_among(self._asked.sight, first.values())
            told = extent.sources(set(first.values()) - untold)
            for person in Person.objects.filter(id__in=ids).order_by("id"):
                cited = told.get(first.get(person.id, 0))
                yield {
                    "id": person.code,
                    "identifiers": [
                        {"scheme": self._asked.pack.id, "identifier": code}
                        for code in (person.code, *entries[person.id])
                    ],
                    **(_personal(person) if self._asked.has_names else {}),
                    "sources": [_link(cited, self._asked.lang)] if cited else [],
                }

    def _entries(self) -> dict[int, list[str]]:
        """The codes that were given up for another, by the person they stand for."""
        given_up = store.rows_of("alias", known_before=self._asked.known_before)
        codes = extent.codes(Person, (row.person for row in given_up))
        found: dict[int, list[str]] = defaultdict(list)
        for row in given_up:
            found[row.stands_for].append(codes[row.person])
        return found

    def _sources(self, some: Iterable[Row]) -> _Sources:
        listed = list(some)
        effects = [row.opened_by for row in listed]
        effects += [effect for row in listed if (effect := getattr(row, "closed_by", None)) is not None]
        untold = acts.untold_among(self._asked.sight, effects)
        return _Sources(extent.sources(effects), untold, self._asked.lang)


class _Sources:
    """The acts behind a chunk of rows as links."""

    def __init__(self, cited: dict[int, extent.Source], untold: Collection[int], lang: str) -> None:
        self._cited = cited
        self._untold = untold
        self._lang = lang

    def days(self, row: Row) -> Object:
        """The days of a row. Where a confidential act out of sight ended it, whether it ended is not told."""
        if getattr(row, "closed_by", None) in self._untold:
            return {**_days(row._replace(ends_before=None)), "is_end_told": False}
        return _days(row)

    def of(self, some: Iterable[Row]) -> list[Object]:
        """The acts that opened and closed the rows, each once, in their order."""
        found: dict[str, Object] = {}
        for row in some:
            for effect in (row.opened_by, getattr(row, "closed_by", None)):
                if effect is not None and effect not in self._untold:
                    cited = self._cited[effect]
                    found.setdefault(cited.act, _link(cited, self._lang))
        return list(found.values())


def _link(cited: extent.Source, lang: str) -> Object:
    note = words.act_reference(cited.symbol, cited.signed_on, lang)
    return {"url": extent.name_of_act(cited.act), "note": note}


def _days(row: Row) -> Object:
    """The first and the last day of a row; Popolo counts both in."""
    last: date | None = row.ends_before - timedelta(days=1) if row.ends_before else None
    return {"start_date": row.starts_on.isoformat(), "end_date": last.isoformat() if last else None}


def _predecessor(edge: LineageRow, codes: dict[int, str], told: _Sources) -> Object:
    return {
        "organization_id": codes[edge.predecessor],
        "date": edge.on.isoformat(),
        "manner": edge.manner,
        "share": edge.share,
        "sources": told.of([edge]),
    }


_GENDERS = {"F": "female", "M": "male"}


def _personal(person: Person) -> Object:
    return {
        "name": person.full_name or None,
        "family_name": person.family_name or None,
        "given_name": person.given_name or None,
        "sort_name": person.search_name or None,
        "gender": _GENDERS.get(person.sex),
        "birth_date": person.born_on.isoformat() if person.born_on else None,
    }
