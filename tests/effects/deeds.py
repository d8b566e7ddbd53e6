"""Deeds: what a body may decide, drawn from what stands on a day, so that most of it could be issued.

Each deed of the table draws its subjects from the register of a day and gives the effects of one act. What comes
before or after that day may still forbid it: then the act is refused, and nothing must have happened.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from fasti.effects import store
from fasti.register.rows import Row, holds
from fasti.subjects.models import Person, Post, Unit
from tests import cast

Effects = list[dict[str, Any]]
Item = TypeVar("Item")
REGIONS, LODGES = ("region",), ("lodge",)
HEAD = "ADA"
"""Signs for the council throughout, and is left in her post, so that there is somebody to issue acts."""
REASONS = {
    "LEAVE": ("left", "died", "expelled"),
    "STRIKE_OFF": ("absent", "unpaid"),
    "RELIEVE": ("request", "age", "health"),
    "UNPLAN": ("request", "standards", "age"),
    "LIFT": ("appeal", "amends"),
}
PERIODS = ("2023", "2024-H1", "2024-H2", "2025")


class NothingToDo(Exception):
    """On that day there is nothing of the sort to decide."""


class Scene:
    """The register on a day, by codes, and the hand that draws from it."""

    def __init__(
        self, day: date, choose: Callable[[Sequence[Any]], Any], serial: itertools.count[int]
    ) -> None:
        self.day = day
        self._choose = choose
        self._serial = serial
        self._register = store.stored_register()
        self._codes: dict[str, dict[int, str]] = {
            name: dict(model._default_manager.values_list("id", "code"))
            for name, model in (("unit", Unit), ("person", Person), ("post", Post))
        }

    def new(self, letter: str) -> str:
        """A code that nothing bears yet."""
        return f"{letter}{next(self._serial)}"

    def pick(self, options: Iterable[Item]) -> Item:
        """One of the options, in a fixed order; `NothingToDo` where there are none."""
        listed = sorted(set(options), key=str)
        if not listed:
            raise NothingToDo
        found: Item = self._choose(listed)
        return found

    def rows(self, line: str) -> list[Row]:
        """The rows of a line that hold on the day."""
        return [row for row in self._register[line] if holds(row, self.day)]

    def ever(self, line: str) -> list[Row]:
        """All rows of a line."""
        return self._register[line]

    def unit(self, id: int) -> str:
        return self._codes["unit"][id]

    def person(self, id: int) -> str:
        return self._codes["person"][id]

    def post(self, id: int) -> str:
        return self._codes["post"][id]

    # -- what stands on the day ----------------------------------------------------------------------------------

    def units(self, *kinds: str) -> list[str]:
        """Units of these kinds."""
        return [self.unit(row.unit) for row in self.rows("unit") if row.kind in kinds]

    def members(self) -> list[tuple[str, str]]:
        """Members with their unit, but for the head."""
        found = [(self.person(row.person), self.unit(row.unit)) for row in self.rows("membership")]
        return [each for each in found if each[0] != HEAD]

    def held(self) -> list[tuple[str, str]]:
        """Holders with their post, but for the head."""
        found = [(self.person(row.person), self.post(row.post)) for row in self.rows("tenure")]
        return [each for each in found if each[0] != HEAD]

    def posts(self) -> list[str]:
        """Posts with seats, but for the head's."""
        found = [self.post(row.post) for row in self.rows("establishment")]
        return [post for post in found if not post.startswith("COUNCIL")]

    def vacant(self) -> list[str]:
        """Posts with an empty seat that nobody takes later."""
        return [self.post(row.post) for row in self.rows("vacancy") if row.ends_before is None]

    def planned(self) -> list[tuple[str, str]]:
        """Persons planned with the post."""
        return [(self.person(row.person), self.post(row.post)) for row in self.rows("pool")]

    def sanctioned(self) -> list[tuple[str, str, str]]:
        """Place, code and form of sanctions."""
        found = [("person", self.person(row.person), row.form) for row in self.rows("sanction")]
        return found + [("unit", self.unit(row.unit), row.form) for row in self.rows("unit_sanction")]

    def once_members(self) -> set[str]:
        """Persons who were members at some time."""
        return {self.person(row.person) for row in self._register["membership"]}

    def nobodies(self) -> set[str]:
        """Entries of persons who never were members: their admission was undone."""
        given_up = {self.person(row.person) for row in self._register["alias"]}
        return set(self._codes["person"].values()) - self.once_members() - given_up


def effect(scene: Scene, kind: str, **fields: Any) -> dict[str, Any]:
    """An effect on the scene's day, with a reason where the kind asks for one."""
    if kind in REASONS:
        fields["reason"] = scene.pick(REASONS[kind])
    return {"kind": kind, "on": scene.day.isoformat(), **fields}


def later(scene: Scene, days: int = 400) -> str:
    """A planned end."""
    return (scene.day + timedelta(days=days)).isoformat()


# -- units ---------------------------------------------------------------------------------------------------------


def found(scene: Scene) -> Effects:
    unit, parent = scene.new("U"), scene.pick(scene.units(*REGIONS))
    made = effect(scene, "FOUND", unit=unit, parent=parent, unit_kind="lodge", name={"en": f"Lodge {unit}"})
    return [made, *_keeper(scene, unit)]


def _keeper(scene: Scene, unit: str) -> Effects:
    if not scene.pick([False, True]):
        return []
    return [effect(scene, "ESTABLISH_POST", post=f"{unit}.keeper", unit=unit, office="keeper", seats=1)]


def move(scene: Scene) -> Effects:
    return [
        effect(scene, "MOVE", unit=scene.pick(scene.units(*LODGES)), parent=scene.pick(scene.units(*REGIONS)))
    ]


def merge(scene: Scene) -> Effects:
    kind = scene.pick([*LODGES * 3, *REGIONS])
    unit = scene.pick(scene.units(kind))
    return [effect(scene, "MERGE", unit=unit, other_unit=scene.pick(set(scene.units(kind)) - {unit}))]


def split(scene: Scene) -> Effects:
    unit, new = scene.pick(scene.units(*LODGES)), scene.new("U")
    made = effect(scene, "FOUND", unit=new, parent=scene.pick(scene.units(*REGIONS)), unit_kind="lodge",
                  name={"en": f"Lodge {new}"})  # fmt: skip
    given = effect(scene, "SPLIT", unit=unit, other_unit=new, share=scene.pick([1, 40, 100]))
    going = [person for person, of in scene.members() if of == unit][:2]
    gone = [effect(scene, "TRANSFER_MEMBER", person=each, unit=new, other_unit=unit) for each in going]
    return [made, given, *gone]


def rename(scene: Scene) -> Effects:
    name = {"en": f"Name {scene.new('N')}"}
    return [effect(scene, "RENAME", unit=scene.pick(scene.units(*LODGES, *REGIONS)), name=name)]


def dissolve(scene: Scene) -> Effects:
    unit = scene.pick(scene.units(*LODGES))
    if unit not in {of for _, of in scene.members()} | {"ALDER"}:
        return [effect(scene, "DISSOLVE", unit=unit)]
    return [effect(scene, "DISSOLVE", unit=unit, other_unit=scene.pick(set(scene.units(*LODGES)) - {unit}))]


# -- posts ---------------------------------------------------------------------------------------------------------


def establish_post(scene: Scene) -> Effects:
    unit = scene.pick([*scene.units(*LODGES), *scene.units("region_board")])
    office = "board_member" if unit in scene.units("region_board") else "keeper"
    post, seats = f"{unit}.{scene.new(office)}", scene.pick([1, 2, 3])
    return [effect(scene, "ESTABLISH_POST", post=post, unit=unit, office=office, seats=seats)]


def change_seats(scene: Scene) -> Effects:
    return [effect(scene, "CHANGE_SEATS", post=scene.pick(scene.posts()), seats=scene.pick([1, 2, 3, 4]))]


def abolish_post(scene: Scene) -> Effects:
    return [effect(scene, "ABOLISH_POST", post=scene.pick(scene.posts()))]


# -- holders -------------------------------------------------------------------------------------------------------


def take(kind: str) -> Callable[[Scene], Effects]:
    """A member takes up an empty seat."""

    def deed(scene: Scene) -> Effects:
        post = scene.pick(scene.vacant())
        free = {person for person, _ in scene.members()} - {
            person for person, at in scene.held() if at == post
        }
        until = {"ends_planned_on": later(scene)} if scene.pick([False, True]) else {}
        return [effect(scene, kind, person=scene.pick(free), post=post, **until)]

    return deed


def leave_post(kind: str) -> Callable[[Scene], Effects]:
    """A holder leaves a post."""

    def deed(scene: Scene) -> Effects:
        person, post = scene.pick(scene.held())
        return [effect(scene, kind, person=person, post=post)]

    return deed


def change_post(kind: str) -> Callable[[Scene], Effects]:
    """A holder goes from one post to an empty seat of another."""

    def deed(scene: Scene) -> Effects:
        person, post = scene.pick(scene.held())
        until = {"ends_planned_on": later(scene)} if kind in ("SECOND", "ROTATE") else {}
        to = scene.pick(set(scene.vacant()) - {at for who, at in scene.held() if who == person})
        return [effect(scene, kind, person=person, other_post=post, post=to, **until)]

    return deed


def reappoint(scene: Scene) -> Effects:
    person, post = scene.pick(scene.held())
    return [effect(scene, "REAPPOINT", person=person, post=post, ends_planned_on=later(scene))]


def swap(scene: Scene) -> Effects:
    person, post = scene.pick(scene.held())
    other, to = scene.pick([each for each in scene.held() if each[0] != person and each[1] != post])
    return [effect(scene, "SWAP", person=person, other_post=post, other_person=other, post=to)]


# -- members -------------------------------------------------------------------------------------------------------


def admit(scene: Scene) -> Effects:
    person, stage = scene.new("P"), scene.pick(["probationary", "full"])
    unit = scene.pick(scene.units(*LODGES))
    name = {"family_name": f"Family {person}", "given_name": "Given", "sex": scene.pick(["F", "M", ""])}
    return [effect(scene, "ADMIT", person=person, unit=unit, stage=stage, **name)]


def confirm(scene: Scene) -> Effects:
    """On the day after the longest probation there was, for whoever is still on it then."""
    waiting = [
        row for row in scene.ever("membership") if row.stage == "probationary" and row.ends_before is None
    ]
    row = scene.pick(waiting)
    on = (row.starts_on + timedelta(days=200)).isoformat()
    return [{"kind": "CONFIRM", "person": scene.person(row.person), "on": on}]


def transfer_member(scene: Scene) -> Effects:
    person, unit = scene.pick(scene.members())
    to = scene.pick(set(scene.units(*LODGES)) - {unit})
    return [effect(scene, "TRANSFER_MEMBER", person=person, unit=to, other_unit=unit)]


def leave(kind: str) -> Callable[[Scene], Effects]:
    """A member who holds no post goes."""

    def deed(scene: Scene) -> Effects:
        free = {person for person, _ in scene.members()} - {person for person, _ in scene.held()}
        return [effect(scene, kind, person=scene.pick(free))]

    return deed


def readmit(scene: Scene) -> Effects:
    """After the waiting time since the last membership of somebody who has none any more."""
    last: dict[str, date | None] = {}
    for row in sorted(scene.ever("membership"), key=lambda row: row.starts_on):
        last[scene.person(row.person)] = row.ends_before
    person, ended = scene.pick([(person, end) for person, end in last.items() if end is not None])
    unit, stage = scene.pick(scene.units(*LODGES)), scene.pick(["probationary", "full"])
    on = (ended + timedelta(days=scene.pick([370, 500]))).isoformat()
    return [{"kind": "READMIT", "person": person, "unit": unit, "stage": stage, "on": on}]


def same_person(scene: Scene) -> Effects:
    """An entry whose admission was undone stands for a member; or two members, who cannot be one."""
    given_up = scene.pick(scene.nobodies() or {person for person, _ in scene.members()})
    kept = scene.pick({person for person, _ in scene.members()} - {given_up})
    return [effect(scene, "SAME_PERSON", person=given_up, other_person=kept)]


# -- pools, ratings, sanctions -------------------------------------------------------------------------------------


def plan(scene: Scene) -> Effects:
    """Somebody who holds no post, as a holder is planned for a higher one only."""
    post = scene.pick(scene.posts())
    known = {person for person, at in scene.planned() if at == post} | {person for person, _ in scene.held()}
    until = {"until": later(scene, 200)} if scene.pick([False, True]) else {}
    person = scene.pick({person for person, _ in scene.members()} - known)
    return [effect(scene, "PLAN", person=person, post=post, term="2025-2030", **until)]


def unplan(scene: Scene) -> Effects:
    person, post = scene.pick(scene.planned())
    return [effect(scene, "UNPLAN", person=person, post=post)]


def _person_or_unit(scene: Scene) -> dict[str, str]:
    if scene.pick([False, True]):
        return {"unit": scene.pick(scene.units(*LODGES))}
    return {"person": scene.pick(person for person, _ in scene.members())}


def rate(scene: Scene) -> Effects:
    grade = scene.pick(["good", "fair", "poor"])
    return [effect(scene, "RATE", **_person_or_unit(scene), period=scene.pick(PERIODS), grade=grade)]


def sanction(scene: Scene) -> Effects:
    ground = scene.pick(["conduct", "duties", "accounts"])
    return [effect(scene, "SANCTION", **_person_or_unit(scene), form="reprimand", ground=ground)]


def lift(scene: Scene) -> Effects:
    place, code, form = scene.pick(scene.sanctioned())
    return [effect(scene, "LIFT", **{place: code}, form=form)]


DEEDS: dict[str, Callable[[Scene], Effects]] = {
    "FOUND": found,
    "MOVE": move,
    "MERGE": merge,
    "SPLIT": split,
    "RENAME": rename,
    "DISSOLVE": dissolve,
    "ESTABLISH_POST": establish_post,
    "CHANGE_SEATS": change_seats,
    "ABOLISH_POST": abolish_post,
    "APPOINT": take("APPOINT"),
    "ELECT": take("ELECT"),
    "DESIGNATE": take("DESIGNATE"),
    "REAPPOINT": reappoint,
    "RELIEVE": leave_post("RELIEVE"),
    "RESIGN": leave_post("RESIGN"),
    "SECOND": change_post("SECOND"),
    "TRANSFER": change_post("TRANSFER"),
    "ROTATE": change_post("ROTATE"),
    "SWAP": swap,
    "ADMIT": admit,
    "CONFIRM": confirm,
    "TRANSFER_MEMBER": transfer_member,
    "LEAVE": leave("LEAVE"),
    "STRIKE_OFF": leave("STRIKE_OFF"),
    "READMIT": readmit,
    "SAME_PERSON": same_person,
    "PLAN": plan,
    "UNPLAN": unplan,
    "RATE": rate,
    "SANCTION": sanction,
    "LIFT": lift,
}
"""Each kind of effect that a random body decides, by the deed that decides it."""
ALL = tuple(sorted(DEEDS))
OF_UNITS = ("FOUND", "MOVE", "MERGE", "SPLIT", "RENAME", "DISSOLVE")
OF_POSTS = ("ESTABLISH_POST", "CHANGE_SEATS", "ABOLISH_POST")
TAKING = ("APPOINT", "ELECT", "DESIGNATE", "SECOND")
HOLDING = ("REAPPOINT", "RELIEVE", "RESIGN", "TRANSFER", "ROTATE", "SWAP")
OF_MEMBERS = ("ADMIT", "CONFIRM", "TRANSFER_MEMBER", "LEAVE", "STRIKE_OFF", "READMIT", "SAME_PERSON")
OF_MERIT = ("PLAN", "UNPLAN", "RATE", "SANCTION", "LIFT")


def draft(effects: Effects, *, signed_on: date, **more: Any) -> dict[str, Any]:
    """The council's act with these effects."""
    return cast.act("COUNCIL", "decision", "Whatever is decided", signed_on.isoformat(), *effects, **more)
