"""The stage: one random source, one world, one ledger, and the ways in which an act is written."""

from __future__ import annotations

import dataclasses
import datetime
import heapq
import random
from collections.abc import Callable, Sequence
from typing import Any

from samples.vn_party import codes, ledger, people, places, rulebook, world

Task = dict[str, str]
FIRST_IN_DAY, IN_DAY = 0, 1


@dataclasses.dataclass(frozen=True)
class Central:
    """An act of the centre as later acts cite it."""

    key: ledger.Key
    signed_on: datetime.date
    symbol: str
    subject: str


class Scene:
    """Everything the tellers of the story share."""

    def __init__(self, seed: int, rules: rulebook.Rulebook) -> None:
        self.rng = random.Random(seed)
        self.rules = rules
        self.world = world.World()
        self.ledger = ledger.Ledger(rules)
        self.central: list[Central] = []
        self.ended: dict[ledger.Key, datetime.date] = {}
        """Central acts that were replaced, and when."""
        self.provinces: dict[str, places.Province] = {place.code: place for place in places.PROVINCES}
        self.alive: list[str] = list(self.provinces)
        self._agenda: list[tuple[datetime.date, int, int, Callable[[datetime.date], object]]] = []
        self.planned: dict[str, int] = {}
        """For how many posts a person is planned."""
        self._num_people = 0
        self._num_events = 0

    # --- time -----------------------------------------------------------------------------------------------
    def at(self, day: datetime.date, act: Callable[[datetime.date], object], *, order: int = IN_DAY) -> None:
        """Put something on the agenda. Changes of office come first in a day, so that the new holder signs."""
        self._num_events += 1
        heapq.heappush(self._agenda, (day, order, self._num_events, act))

    def play(self) -> None:
        """Work off the agenda in the order of days."""
        while self._agenda:
            day, _, _, act = heapq.heappop(self._agenda)
            act(day)

    # --- acts -----------------------------------------------------------------------------------------------
    def write(
        self,
        issuer: str,
        act_type: str,
        title: str,
        *,
        on: datetime.date,
        effects: Sequence[ledger.Content] = (),
        relations: Sequence[tuple[str, ledger.Key]] = (),
        tasks: Sequence[Task] = (),
        late: int = 0,
        recorded_at: datetime.datetime | None = None,
        chapter: str = "",
        signed: bool = True,
        **more: Any,
    ) -> ledger.Key:
        """Write an act of `issuer`, signed on the day by someone in office; `late`: days until it was recorded."""
        content = self.content(issuer, act_type, title, on=on, signed=signed, **more)
        content |= {"effects": list(effects)} if effects else {}
        content |= {"relations": list(relations)} if relations else {}
        content |= {"tasks": list(tasks)} if tasks else {}
        moment = recorded_at or self.moment(on, has_effects=bool(effects), late=late)
        return self.ledger.add(
            content, kind=self.world.kinds[issuer], recorded_at=moment, chapter=chapter or f"{moment:%Y-%m}"
        )

    def content(
        self,
        issuer: str,
        act_type: str,
        title: str,
        *,
        on: datetime.date,
        signed: bool = True,
        **more: Any,
    ) -> ledger.Content:
        """The content of an act without effects, relations and tasks."""
        content: ledger.Content = {
            "issuer": issuer,
            "type": act_type,
            "title": title,
            "language": "vi",
            "signed_on": on.isoformat(),
            **more,
        }
        if signed:
            content["signer"], content["signer_post"] = self.signer(issuer, act_type, on)
        return content

    def signer(self, issuer: str, act_type: str, on: datetime.date) -> tuple[str, str]:
        """Person and post that sign an act of this type."""
        offices = self.rules.signers(self.world.kinds[issuer], act_type, on)
        signer = self.world.signer(self.rng, issuer, offices)
        if signer is None:
            raise LookupError(f"nobody in office may sign a {act_type} of {issuer} on {on}: {offices}")
        return signer

    def can_sign(self, issuer: str, act_type: str, on: datetime.date) -> bool:
        """Whether somebody in office may sign."""
        offices = self.rules.signers(self.world.kinds[issuer], act_type, on)
        return self.world.signer(random.Random(0), issuer, offices) is not None

    def moment(self, on: datetime.date, *, has_effects: bool, late: int = 0) -> datetime.datetime:
        """When an act signed on the day was recorded: changes of the register the next morning, others within days."""
        if late:
            return _instant(on + datetime.timedelta(days=late), 15, self.rng.randrange(3600))
        if has_effects:
            return _instant(on + datetime.timedelta(days=1), 1, 0)
        return _instant(
            on + datetime.timedelta(days=self.rng.choice((1, 1, 1, 2, 3))), 3, self.rng.randrange(20000)
        )

    # --- people ---------------------------------------------------------------------------------------------
    def invent(
        self, *, on: datetime.date, ages: tuple[int, int], share_women: float, province: str
    ) -> people.Person:
        """A new person."""
        self._num_people += 1
        return people.invent(
            self.rng,
            self._num_people,
            on=on,
            ages=ages,
            share_women=share_women,
            highland=province == places.DIEN_BIEN.code,
        )

    def admit(self, person: people.Person, unit: str, stage: str) -> ledger.Content:
        """The effect that admits a person not known before."""
        self.world.admit(person, unit)
        return {
            "kind": "ADMIT",
            "person": person.code,
            "unit": unit,
            "stage": stage,
            "family_name": person.family_name,
            "given_name": person.given_name,
            "sex": person.sex,
            "born_on": person.born_on.isoformat(),
        }

    # --- units and posts ------------------------------------------------------------------------------------
    def found(
        self, unit: str, parent: str | None, kind: str, name: str | dict[str, str], abbreviation: str = ""
    ) -> ledger.Content:
        """The effect that founds a unit."""
        self.world.found(unit, parent, kind, name if isinstance(name, str) else name["vi"])
        effect: ledger.Content = {"kind": "FOUND", "unit": unit, "unit_kind": kind, "name": name}
        effect |= {"parent": parent} if parent else {}
        return effect | ({"abbreviation": abbreviation} if abbreviation else {})

    def establish(self, code: str, unit: str, office: str, seats: int, on: datetime.date) -> ledger.Content:
        """The effect that establishes a post."""
        self.world.establish(world.Post(code, unit, office, seats), on)
        return {"kind": "ESTABLISH_POST", "post": code, "unit": unit, "office": office, "seats": seats}

    def appoint(self, person: str, post: world.Post, on: datetime.date, **more: Any) -> ledger.Content:
        """The effect that appoints."""
        self.world.take_post(person, post, on)
        return {"kind": "APPOINT", "person": person, "post": post.code, **more}

    def relieve(self, person: str, post: world.Post, on: datetime.date, reason: str) -> ledger.Content:
        """The effect that relieves."""
        self.world.leave_post(person, post, on)
        return {"kind": "RELIEVE", "person": person, "post": post.code, "reason": reason}

    def num_planned(self, person: str) -> int:
        """For how many posts the person is planned."""
        return self.planned.get(person, 0)

    # --- rules ----------------------------------------------------------------------------------------------
    def managed_posts(self, province: str, on: datetime.date) -> list[world.Post]:
        """Posts of the province's organs and districts that the province manages."""
        at = self.world
        units = [
            *at.children[province],
            *(
                organ
                for district in at.children_of(province, *codes.DISTRICTS)
                for organ in at.children_of(district, *codes.DISTRICT_COMMITTEES)
            ),
        ]
        return [
            post
            for unit in units
            for post in at.posts_at.get(unit, ())
            if self.rules.managed_by(post.office, on) == "province"
        ]

    def central_act(self, on: datetime.date) -> Central:
        """An act of the centre in force for a fortnight at least, more likely a recent one."""
        open_acts = [
            act
            for act in self.central
            if act.signed_on + datetime.timedelta(days=14) <= on
            and self.ended.get(act.key, datetime.date.max) > on
        ]
        weights = [1 + 8 / (1 + (on - act.signed_on).days / 120) for act in open_acts]
        return self.rng.choices(open_acts, weights)[0]


def _instant(day: datetime.date, hour: int, seconds: int) -> datetime.datetime:
    start = datetime.datetime(day.year, day.month, day.day, hour, tzinfo=datetime.UTC)
    return start + datetime.timedelta(seconds=seconds)


def share_out(rng: random.Random, total: int, keys: Sequence[str], *, spread: float = 0.35) -> dict[str, int]:
    """Split a total over keys, unevenly but exactly."""
    weights = [max(0.1, rng.gauss(1, spread)) for _ in keys]
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(keys)), key=lambda place: exact[place] - parts[place], reverse=True)
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return dict(zip(keys, parts, strict=True))
