"""A small body with random rows in every table that figures are counted from, put straight into the tables.

It need not be a record that any operation would have made: figures must follow from the rows, whatever they are.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fasti.acts.models import Act, Body, Effect, Relation, Task
from fasti.register.models import (
    Alias,
    CompletedTopic,
    Establishment,
    Lineage,
    Membership,
    PoolEntry,
    Rating,
    ReturnState,
    Sanction,
    Tenure,
    UnitRating,
    UnitSanction,
    UnitSpan,
    Vacancy,
)
from fasti.subjects.models import Person, Post, Unit

TABLES = (
    Unit,
    Person,
    Post,
    Alias,
    Body,
    Act,
    Effect,
    Relation,
    Task,
    UnitSpan,
    Lineage,
    Membership,
    Establishment,
    Tenure,
    PoolEntry,
    CompletedTopic,
    Rating,
    UnitRating,
    Sanction,
    UnitSanction,
    Vacancy,
    ReturnState,
)
MERGED_ON = date(2025, 7, 1)
FIRST = date(2020, 1, 1)
PROVINCES = ("VN-56", "VN-54", "VN-18")
TYPES = (
    "scheme",
    "project",
    "resolution",
    "conclusion",
    "decision",
    "regulation",
    "plan",
    "dispatch",
    "guidance",
    "report",
)
KINDS = (
    "APPOINT",
    "REAPPOINT",
    "RELIEVE",
    "TRANSFER",
    "ROTATE",
    "NOMINATE",
    "PLAN",
    "COMPLETE_TRAINING",
    "AWARD",
    "ADMIT",
    "CONFIRM",
    "TRANSFER_MEMBER",
    "LEAVE",
    "STRIKE_OFF",
    "DISSOLVE",
    "MERGE",
    "ABOLISH_POST",
    "SUBMIT_RETURN",
    "SEND_BACK_RETURN",
    "ACCEPT_RETURN",
    "ANSWER_PROPOSAL",
)
REPORTED = [("half-year", f"{year}-H{half}") for year in (2023, 2024, 2025) for half in (1, 2)]
REPORTED += [("year", f"{year}") for year in (2023, 2024, 2025)]
OF_UNITS = ("AWARD", "SUBMIT_RETURN", "SEND_BACK_RETURN", "ACCEPT_RETURN", "ANSWER_PROPOSAL")
"""Kinds that name no person."""


class Maker:
    """Fills the tables from a seed."""

    def __init__(self, seed: int, *, acts: int = 300, offices: tuple[str, ...] = ()) -> None:
        self.random = random.Random(seed)
        self.offices = offices
        self.units: dict[str, tuple[Unit, str, str | None]] = {}
        self.num_acts = acts

    def make(self) -> None:
        Body.objects.create(id=1, pack="vn_party")
        self._tree()
        self._people()
        self._acts()
        self._register()

    def day(self) -> date:
        return date(2023, 6, 1) + timedelta(days=self.random.randrange(820))

    def span(self, *, opened: int, closed: Iterable[int]) -> dict[str, Any]:
        starts = self.day()
        if self.random.random() < 0.5:
            return {"starts_on": starts, "ends_before": None, "opened_by_id": opened, "closed_by_id": None}
        ends = starts + timedelta(days=self.random.randrange(1, 500))
        return {
            "starts_on": starts,
            "ends_before": ends,
            "opened_by_id": opened,
            "closed_by_id": next(iter(closed)),
        }

    def _unit(self, code: str, kind: str, parent: str | None) -> None:
        self.units[code] = (Unit.objects.create(code=code), kind, parent)

    def _tree(self) -> None:
        self._unit("VN", "party", None)
        self._unit("VN-TW", "central_committee", "VN")
        self._unit("VN-BTC", "central_organising_committee", "VN-TW")
        for province in PROVINCES:
            self._unit(province, "provincial_org", "VN")
            self._unit(f"{province}-TU", "provincial_committee", province)
            for i in range(2):
                district = f"{province}-0{i + 1}"
                self._unit(district, "district_org", province)
                self._unit(f"{district}-HU", "district_committee", district)
                for j in range(2):
                    self._unit(f"{district}-0{j + 1}", "grassroots_org", district)

    def _people(self) -> None:
        people = (
            Person(
                code=f"P{i}",
                sex=self.random.choice(["F", "M", "M", ""]),
                born_on=self.random.choice([None, date(1950 + i % 55, 1 + i % 12, 1 + i % 28)]),
            )
            for i in range(60)
        )
        self.people = Person.objects.bulk_create(people)
        units = [unit for unit, _, _ in self.units.values()]
        posts = (
            Post(code=f"post{i}", unit=self.random.choice(units), office=self.random.choice(self.offices))
            for i in range(80)
        )
        self.posts = Post.objects.bulk_create(posts)

    def _act(self, issuer: Unit, type_: str, signed_on: date, number: int) -> Act:
        return Act(
            issuer=issuer,
            type=type_,
            series="s",
            number=number,
            symbol=f"{number}",
            title=f"Act {number}",
            language="vi",
            signed_on=signed_on,
            in_force_on=signed_on,
            charter_version="",
            sequence=number,
            previous_hash="",
            recorded_at=datetime(2023, 1, 1, tzinfo=UTC) + timedelta(days=number),
            hash=secrets.token_hex(32),
        )

    def _acts(self) -> None:
        choose = self.random.choice
        issuers = [
            unit
            for unit, kind, _ in self.units.values()
            if kind not in ("party", "provincial_org", "district_org")
        ]
        central = [self.units["VN-TW"][0], self.units["VN-BTC"][0]]
        provincial = [self.units[f"{code}-TU"][0] for code in PROVINCES]
        weighted = [*central * 2, *provincial * 9, *issuers]
        acts = [self._act(choose(weighted), choose(TYPES), self.day(), i + 1) for i in range(self.num_acts)]
        for act in acts[::2]:
            act.form, act.period = choose(REPORTED)
        self.acts = Act.objects.bulk_create(acts)
        self._relations()
        self._tasks()
        made = [
            self._effect(act, i + 1) for act in self.acts[::2] for i in range(self.random.randrange(1, 6))
        ]
        Effect.objects.bulk_create(made)
        self.effects = list(Effect.objects.order_by("id"))
        self._voids()

    def _relations(self) -> None:
        high = [act for act in self.acts if act.issuer.code in ("VN-TW", "VN-BTC")]
        rows = {
            (act.pk, target.pk)
            for act in self.acts
            for target in self.random.sample(self.acts, 1)
            if target.pk < act.pk
        }
        rows |= {
            (act.pk, target.pk)
            for act in self.acts[1::2]
            if (target := self.random.choice(high)).pk != act.pk
        }
        Relation.objects.bulk_create(
            Relation(act_id=a, target_id=b, kind="concretises") for a, b in sorted(rows)
        )
        chosen = self.random.sample(self.acts[:-20], 15)
        late = self.acts[-20:]
        for act, by in zip(chosen, late, strict=False):
            Relation.objects.create(act=by, target=act, kind="withdraws")
        Relation.objects.create(act=late[16], target=late[0], kind="withdraws")

    def _tasks(self) -> None:
        unit = self.units["VN"][0]
        for act in self.acts[::3]:
            for ordinal in range(self.random.randrange(4)):
                Task.objects.create(
                    act=act,
                    ordinal=ordinal,
                    group=self.random.choice(["", "a", "b"]),
                    text="x",
                    unit=unit,
                    responsible=self.random.choice([None, self.people[0]]),
                    due_on=self.random.choice([None, self.day()]),
                )

    def _effect(self, act: Act, ordinal: int) -> Effect:
        kind = self.random.choice(KINDS)
        data: dict[str, Any] = {}
        person, post = self.random.choice(self.people), self.random.choice(self.posts)
        unit = post.unit
        if kind == "COMPLETE_TRAINING":
            data = {"course": self.random.choice(["c1", "c2"]), "topics": {"academy": ["t1"]}}
        if kind == "AWARD":
            data = {"edition": "2023", "category": self.random.choice(["print", "film"])}
            data |= {"work": f"w{ordinal}"} if self.random.random() < 0.7 else {}
        if kind in ("RELIEVE", "LEAVE"):
            data = {"reason": self.random.choice(["age", "request"])}
        return Effect(
            act=act,
            ordinal=ordinal,
            kind=kind,
            on=act.signed_on + timedelta(days=self.random.randrange(40)),
            unit=unit,
            person=None if kind in OF_UNITS else person,
            post=post if "post" in _SUBJECTS.get(kind, "post") else None,
            data=data,
            recorded_at=act.recorded_at,
        )

    def _voids(self) -> None:
        last = self.acts[-1]
        targets = self.random.sample(self.effects, 12)
        voids = [self._void(last, 100 + i, target) for i, target in enumerate(targets)]
        self._void(last, 200, voids[0])
        self._void(last, 201, self._void(last, 202, voids[1]))

    def _void(self, act: Act, ordinal: int, target: Effect) -> Effect:
        return Effect.objects.create(
            act=act,
            ordinal=ordinal,
            kind="VOID",
            on=act.signed_on,
            unit=target.unit,
            voids=target,
            recorded_at=act.recorded_at,
        )

    def _register(self) -> None:
        self._unit_spans()
        opened = lambda kinds: self.random.choice([e.pk for e in self.effects if e.kind in kinds])  # noqa: E731
        self._members(opened)
        self._judged(opened)
        self._returns(opened)
        for post in self.posts:
            closed = [opened(["ABOLISH_POST"])]
            anything = self.effects[0].pk
            Establishment.objects.create(
                post=post, seats=self.random.randrange(1, 5), **self.span(opened=anything, closed=closed)
            )
            for _ in range(2):
                closed = [opened(["APPOINT", "TRANSFER", "ABOLISH_POST"])]
                Vacancy.objects.create(post=post, **self.span(opened=anything, closed=closed))
                Tenure.objects.create(
                    post=post,
                    person=self.random.choice(self.people),
                    manner="appointed",
                    **self.span(opened=opened(["APPOINT"]), closed=[anything]),
                )
                PoolEntry.objects.create(
                    post=post,
                    person=self.random.choice(self.people),
                    term="2025-2030",
                    **self.span(opened=opened(["PLAN"]), closed=[anything]),
                )
        for effect in self.effects:
            if effect.kind == "COMPLETE_TRAINING":
                CompletedTopic.objects.create(
                    person=effect.person or self.people[0],
                    unit=effect.unit,
                    course=effect.data["course"],
                    topic=self.random.choice("abc"),
                    provider=self.random.choice(["academy", "leaders"]),
                    starts_on=effect.on,
                    opened_by=effect,
                )
        self._pool_of_appointed()

    def _members(self, opened: Callable[[list[str]], int]) -> None:
        """Each person's memberships one after the other, with gaps and without, by whatever effects."""
        places = [unit for unit, kind, _ in self.units.values() if kind == "grassroots_org"]
        kinds = ["ADMIT", "CONFIRM", "TRANSFER_MEMBER", "MERGE", "LEAVE", "STRIKE_OFF", "DISSOLVE"]
        for person in self.people:
            days = sorted({self.day() for _ in range(self.random.randrange(1, 8))})
            for starts, ends in zip(days, [*days[1:], None], strict=True):
                if self.random.random() < 0.2:
                    continue
                is_shorter = ends and self.random.random() < 0.3 and ends - starts > timedelta(1)
                Membership.objects.create(
                    person=person,
                    unit=self.random.choice(places[:5]),
                    stage=self.random.choice(["full", "probationary"]),
                    starts_on=starts,
                    ends_before=ends - timedelta(days=1) if ends and is_shorter else ends,
                    opened_by_id=opened(kinds),
                    closed_by_id=opened(kinds) if ends else None,
                )

    def _judged(self, opened: Callable[[list[str]], int]) -> None:
        """Ratings and sanctions of persons and units."""
        units = [unit for unit, _, _ in self.units.values()]
        for _ in range(80):
            unit, person, by = self.random.choice(units), self.random.choice(self.people), opened(["LEAVE"])
            grade = self.random.choice(["excellent", "good", "completed", "not_completed"])
            period, form = self.random.choice(["2023", "2024"]), self.random.choice(["reprimand", "warning"])
            span = self.span(opened=by, closed=[by])
            Rating.objects.create(person=person, unit=unit, period=period, grade=grade, **span)
            UnitRating.objects.create(unit=unit, period=period, grade=grade, **span)
            Sanction.objects.create(person=person, unit=unit, form=form, ground="duties", **span)
            UnitSanction.objects.create(unit=unit, form=form, ground="duties", **span)

    def _returns(self, opened: Callable[[list[str]], int]) -> None:
        """Returns handed in, answered and opened again, some never handed in at all."""
        for unit, _, _ in self.units.values():
            for form, period in self.random.sample(REPORTED, 4):
                days = sorted({self.day() for _ in range(self.random.randrange(1, 4))})
                first = self.random.choice(["submitted", "submitted", "reopened"])
                states = [first, "submitted" if first == "reopened" else "sent_back", "submitted"]
                for n, (on, until) in enumerate(zip(days, [*days[1:], None], strict=True)):
                    by = opened(["SUBMIT_RETURN"])
                    version = states[: n + 1].count("submitted")
                    ReturnState.objects.create(
                        unit=unit, form=form, period=period, state=states[n], version=version,
                        submission_id=by if version else None, starts_on=on, ends_before=until, opened_by_id=by,
                    )  # fmt: skip

    def _pool_of_appointed(self) -> None:
        """Some of the appointed stood in the pool, in ways that just count and just do not."""
        for i, effect in enumerate(e for e in self.effects if e.kind == "APPOINT" and e.person and e.post):
            ends = [None, effect.on, effect.on - timedelta(days=1), effect.on + timedelta(days=9)][i % 4]
            PoolEntry.objects.create(
                post=effect.post,
                person=effect.person,
                term="t",
                starts_on=effect.on - timedelta(days=30),
                ends_before=ends,
                opened_by=effect,
                closed_by=effect if ends else None,
            )

    def _unit_spans(self) -> None:
        """Every unit from 2020; VN-54 goes over into VN-56, its organs end, its districts move; one is renamed."""
        by = self.effects[0].pk
        for code, (unit, kind, parent) in self.units.items():
            above = self.units[parent][0].pk if parent else None
            ends = MERGED_ON if code in ("VN-54", "VN-54-TU") else None
            moves = parent == "VN-54" and not code.endswith("-TU")
            renamed = code == "VN-18-01"
            first_end = date(2024, 3, 1) if renamed else MERGED_ON if moves else ends
            self._standing(unit, above, kind, FIRST, first_end, by)
            if moves or renamed:
                heir = self.units["VN-56"][0].pk if moves else above
                self._standing(unit, heir, kind, first_end or FIRST, None, by)
        Lineage.objects.create(
            predecessor=self.units["VN-54"][0],
            successor=self.units["VN-56"][0],
            on=MERGED_ON,
            opened_by_id=by,
        )
        new = Unit.objects.create(code="VN-18-03")
        self._standing(new, self.units["VN-18"][0].pk, "district_org", date(2024, 5, 1), date(2025, 1, 1), by)

    def _standing(
        self, unit: Unit, parent: int | None, kind: str, starts: date, ends: date | None, by: int
    ) -> None:
        UnitSpan.objects.create(
            unit=unit,
            parent_id=parent,
            kind=kind,
            names={"vi": unit.code, "en": unit.code},
            starts_on=starts,
            ends_before=ends,
            opened_by_id=by,
            closed_by_id=by if ends else None,
        )


_SUBJECTS = {
    **dict.fromkeys(OF_UNITS, "unit"),
    "COMPLETE_TRAINING": "person",
    "ADMIT": "person",
    "CONFIRM": "person",
    "TRANSFER_MEMBER": "person",
    "LEAVE": "person",
    "STRIKE_OFF": "person",
    "DISSOLVE": "unit",
    "MERGE": "unit",
}


def copy(into: str) -> None:
    """Every row of the default database into another."""
    for table in TABLES:
        table._default_manager.using(into).bulk_create(list(table._default_manager.order_by("pk")))
