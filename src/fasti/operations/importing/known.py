"""What an import knows of identities and acts by code: those recorded and those it has brought in itself.

Codes used lately are at hand; older ones are read from the staging file, then from the record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from fasti.acts import record
from fasti.acts.models import Act
from fasti.operations import desk, naming, undoing
from fasti.operations.importing import lately, ledger, reading_ahead, stage
from fasti.subjects.models import Person, Unit

_AT_ONCE = 500


class Identities:
    """Units, persons and posts by code, and their codes by id."""

    def __init__(self, kept: stage.Stage, *, first: Mapping[str, int]) -> None:
        self._stage = kept
        self._first = first
        self._ids: dict[str, lately.Lately[str, int]] = {
            name: lately.Lately() for name in reading_ahead.MODELS
        }
        self._codes: dict[str, lately.Lately[int, str]] = {
            name: lately.Lately() for name in reading_ahead.MODELS
        }

    def is_new(self, name: str, id: int) -> bool:
        """Whether the import brought an identity in."""
        return id >= self._first[name]

    def learn(self, name: str, code: str, id: int) -> None:
        """An identity."""
        self._ids[name].put(code, id)
        self._codes[name].put(id, code)

    def ids(self, name: str, codes: Collection[str]) -> dict[str, int]:
        """The ids of those codes that are known."""
        found, missing = self._ids[name].several(codes)
        for start in range(0, len(missing), _AT_ONCE):
            read = dict(self._read(name, missing[start : start + _AT_ONCE]))
            for code, id in read.items():
                self.learn(name, code, id)
            found |= read
        return found

    def _read(self, name: str, codes: list[str]) -> Iterable[tuple[str, int]]:
        places = ", ".join("?" * len(codes))
        asked = f'SELECT code, id FROM "{name}" WHERE code IN ({places})'  # nosec B608 - our own names
        found = self._stage.db.execute(asked, codes).fetchall()
        if self._first[name] > 1:
            found += reading_ahead.MODELS[name].objects.filter(code__in=codes).values_list("code", "id")
        return found

    def code(self, name: str, id: int) -> str:
        """The code of an identity."""
        found = self._codes[name].get(id)
        if found is None:
            if id < self._first[name]:
                found = reading_ahead.MODELS[name].objects.values_list("code", flat=True).get(id=id)
            else:
                self._stage.settle()
                asked = f'SELECT code FROM "{name}" WHERE id = ?'  # nosec B608 - our own names
                found = self._stage.db.execute(asked, [id]).fetchone()[0]
            self._codes[name].put(id, str(found))
        return str(found)

    def turn(self) -> None:
        """Forget codes not used lately."""
        for ids in self._ids.values():
            ids.turn()

    def turn_codes(self) -> None:
        """Forget by which codes ids were known: seldom asked for. Call when a chunk has been handed over."""
        for codes in self._codes.values():
            codes.turn()


class Codes(record.Codes):
    """Codes by id, also of what the import has brought in."""

    def __init__(self, identities: Identities, acts: Acts, related: Related) -> None:
        super().__init__()
        self._identities = identities
        self._acts = acts
        self._related = related

    def of(self, name: str, id: int | None) -> str:
        """The code; empty for None."""
        if id is None or (name, id) in self._known:
            return super().of(name, id)
        if name in reading_ahead.MODELS:
            return self._identities.code(name, id)
        if name == "effect":
            return self._of_effect(id)
        return self._acts.by_id(id).code if self._acts.is_staged(id) else super().of(name, id)

    def _of_effect(self, id: int) -> str:
        effect = self._related.book.recorded(id)
        if not self._acts.is_staged(effect.act):
            return super().of("effect", id)
        act = self._acts.by_id(effect.act)
        return f"{act.code}#{id - self._related.effects_of(act)[0].id + 1}"


class Names(naming.Names):
    """Names for findings, also of what the import has brought in."""

    def __init__(
        self, *, pack: Any, lang: str, identities: Identities, book: ledger.Ledger, persons: Persons
    ) -> None:
        super().__init__(pack=pack, lang=lang)
        self._identities = identities
        self._book = book
        self._new_persons = persons
        self._language = lang

    def unit(self, id: int) -> str:
        """A unit's last known name, with its code."""
        if id not in self._units and self._identities.is_new("unit", id):
            code, spans = self._identities.code("unit", id), self._book.rows("unit", id)
            self._units[id] = (
                f"{naming.in_language(spans[-1].names, self._language)} ({code})" if spans else code
            )
        return super().unit(id)

    def person(self, id: int) -> str:
        """A person's name, with the code."""
        if id not in self._persons and self._identities.is_new("person", id):
            code, name = self._identities.code("person", id), self._new_persons.get(id).full_name
            self._persons[id] = f"{name} ({code})" if name else code
        return super().person(id)

    def post(self, id: int) -> str:
        """A post's office and code."""
        if id not in self._posts and self._identities.is_new("post", id):
            self._posts[id] = (self._identities.code("post", id), self._book.office_of(id))
        return super().post(id)

    def forget(self) -> None:
        """Forget all names learnt."""
        self._units, self._persons, self._posts = {}, {}, {}


class Persons:
    """Persons that the import has brought in, by id. Seldom asked for: only those of the last chunks are at hand."""

    def __init__(self, kept: stage.Stage, first: int) -> None:
        self._stage = kept
        self._first = first
        self._lately: lately.Lately[int, Any] = lately.Lately()

    def learn(self, person: Any) -> None:
        """A new person."""
        self._lately.put(person.id, person)

    def get(self, id: int) -> Any:
        """The person, None when the import did not bring it in."""
        if id < self._first:
            return None
        found = self._lately.get(id)
        if found is None:
            self._stage.settle()
            names = stage.TABLES["person"]
            row = self._stage.db.execute("SELECT * FROM person WHERE id = ?", [id]).fetchone()
            values = dict(zip(names, row, strict=True))
            values["born_on"] = date.fromisoformat(values["born_on"]) if values["born_on"] else None
            found = Person(**values)
        return found

    def turn(self) -> None:
        """Forget persons not used lately. Call when a chunk has been handed over."""
        self._lately.turn()


class Related(undoing.Related):
    """Acts by the acts they relate to, also those the import has brought in."""

    def __init__(self, kept: stage.Stage, book: ledger.Ledger, acts: Acts) -> None:
        super().__init__()
        self._stage = kept
        self.book = book
        self._acts = acts

    def effects_of(self, act: Act) -> Any:
        """The effects of an act in their order."""
        if act.id in self._effects or not self._acts.is_staged(act.id):
            return super().effects_of(act)
        return self.book.effects_of(act.id)

    def relating_to(self, act: Act, *kinds: str) -> list[Act]:
        """The acts that stand in one of these relations to an act, oldest first."""
        asked = "SELECT kind, act_id FROM relation WHERE target_id = ? ORDER BY rowid"
        self._stage.index("relation", "target_id")
        self._stage.settle()
        staged = self._stage.db.execute(asked, [act.id]).fetchall()
        found = {each.id: each for each in super().relating_to(act, *kinds)}
        found |= {id: self._acts.by_id(id) for kind, id in staged if kind in kinds}
        return [found[id] for id in sorted(found)]

    def forget(self) -> None:
        """Forget what the staging file holds by now."""
        self._effects.clear()
        self._related.clear()


class Acts:
    """The acts that the import has brought in, by code; and by label those that a draft may name so."""

    def __init__(self, kept: stage.Stage, identities: Identities, *, first: int) -> None:
        self._stage = kept
        self._identities = identities
        self._first = first
        self._lately: lately.Lately[str, Act] = lately.Lately()
        self._by_id: lately.Lately[int, Act] = lately.Lately()
        self.labels: dict[str, int] = kept.get("labels") or {}
        self._issuers: set[int] = set()

    def is_staged(self, id: int) -> bool:
        """Whether the import brought an act in."""
        return id >= self._first

    def heads(self, issuers: set[int]) -> Mapping[int, tuple[int, str]]:
        """The ends of the chains that issuers have in the record; each is told once."""
        new = issuers - self._issuers
        self._issuers |= new
        query = Act.objects.order_by("-sequence").values_list("sequence", "hash")
        found = {issuer: query.filter(issuer=issuer).first() for issuer in new} if self._first > 1 else {}
        return {issuer: head for issuer, head in found.items() if head}

    def learn(self, act: Act, label: str = "") -> None:
        """An act that was accepted."""
        self._lately.put(act.code, act)
        self._by_id.put(act.id, act)
        if label:
            self.labels[label] = act.id
            self._lately.put(f"@{label}", act)

    def get(self, code: str) -> Act | None:
        """The act with a code, or with `@` and a label; None when the import has none."""
        found = self._lately.get(code)
        if found is None and code.startswith("@"):
            return self.by_id(self.labels[code[1:]]) if code[1:] in self.labels else None
        parts = desk.ACT_CODE.fullmatch(code) if found is None else None
        if parts is None:
            return found
        issuer = self._identities.ids("unit", [parts[1]]).get(parts[1])
        self._stage.index("act", "issuer_id", "number", "series")
        asked = "SELECT id FROM act WHERE issuer_id = ? AND number = ? AND series = ?"
        row = self._stage.db.execute(asked, [issuer, int(parts[3]), parts[2]]).fetchone()
        return self.by_id(row[0]) if row else None

    def by_id(self, id: int) -> Act:
        """An act by its id."""
        lately = self._by_id.get(id)
        if lately is not None:
            return lately
        names = stage.TABLES["act"]
        listed = ", ".join(f'"{name}"' for name in names)
        asked = f"SELECT {listed} FROM act WHERE id = ?"  # nosec B608 - our own names
        row = self._stage.db.execute(asked, [id]).fetchone()
        if row is None:
            return Act.objects.select_related("issuer").get(id=id)
        fields = dict(zip(names, row, strict=True))
        for name in ("signed_on", "in_force_on"):
            fields[name] = date.fromisoformat(fields[name])
        issuer = fields.pop("issuer_id")
        return Act(**fields, issuer=Unit(id=issuer, code=self._identities.code("unit", issuer)))

    def turn(self) -> None:
        """Forget acts not used lately."""
        self._lately.turn()
        self._by_id.turn()
