"""Members come and go: admissions by the quarter, confirmation after a year, deaths and departures."""

from __future__ import annotations

import datetime
import itertools

from samples.vn_party import codes, ledger
from samples.vn_party.scene import Scene

PROBATION = datetime.timedelta(days=366)


def admit(scene: Scene, district: str, on: datetime.date) -> None:
    """One to three admissions in a decision, young people and rather more women than before."""
    number = scene.rng.choice((0, 1, 1, 1, 2, 3))
    units = scene.world.children_of(district, codes.GRASSROOTS)
    effects = []
    for _ in range(number):
        unit = scene.rng.choice(units)
        person = scene.invent(on=on, ages=(19, 40), share_women=0.43, province=_province(scene, district))
        effects.append(scene.admit(person, unit, "probationary"))
        scene.world.probation.setdefault(unit, []).append((on + PROBATION, person.code))
    if effects:
        late = scene.rng.choice((17, 31, 46)) if scene.rng.random() < 0.012 else 0
        scene.write(
            scene.world.committee(district),
            codes.DECISION,
            "Kết nạp đảng viên",
            on=on,
            effects=effects,
            late=late,
        )


def confirm(scene: Scene, district: str, on: datetime.date) -> None:
    """Confirmation of all whose probation is over."""
    effects: list[ledger.Content] = []
    for unit in scene.world.children_of(district, codes.GRASSROOTS):
        waiting = scene.world.probation.get(unit, [])
        effects += [{"kind": "CONFIRM", "person": person} for due, person in waiting if due <= on]
        scene.world.probation[unit] = [pair for pair in waiting if pair[0] > on]
    if effects:
        scene.write(
            scene.world.committee(district),
            codes.DECISION,
            "Công nhận đảng viên chính thức",
            on=on,
            effects=effects,
        )


def leave(scene: Scene, district: str, on: datetime.date) -> None:
    """Deaths among the old, and some who go."""
    effects: list[ledger.Content] = []
    for _ in range(scene.rng.choice((0, 0, 1, 1, 2))):
        unit = scene.rng.choice(scene.world.children_of(district, codes.GRASSROOTS))
        pool = [person for person in scene.world.ordinary(unit) if not scene.num_planned(person)]
        old = [person for person in pool if scene.world.people[person].age(on) >= 66]
        is_death = bool(old) and scene.rng.random() < 0.7
        if pool:
            person = scene.rng.choice(old if is_death else pool)
            scene.world.leave(person)
            reason = scene.rules.reason("leave.reasons", "died" if is_death else "left")
            effects.append({"kind": "LEAVE", "person": person, "reason": reason})
    if effects:
        scene.write(
            scene.world.committee(district),
            codes.DECISION,
            "Xóa tên, đưa ra khỏi danh sách đảng viên",
            on=on,
            effects=effects,
        )


def merge_cells(scene: Scene, district: str, on: datetime.date) -> None:
    """Two grassroots units of a district become one; the posts of the first end with it."""
    at = scene.world
    units = at.children_of(district, codes.GRASSROOTS)
    source = next((unit for unit in reversed(units) if not at.probation.get(unit)), None)
    if source is None:
        return
    target = next(unit for unit in units if unit != source)
    scene.write(
        scene.world.committee(district),
        codes.DECISION,
        f"Hợp nhất {at.names[source]} vào {at.names[target]}",
        on=on,
        effects=[{"kind": "MERGE", "unit": source, "other_unit": target}],
    )
    for post in list(at.posts_at[source]):
        at.abolish(post)
    for person in at.members.pop(source, []):
        at.members[target].append(person)
        at.unit_of[person] = target
    at.probation.setdefault(target, []).extend(at.probation.pop(source, []))
    at.children[district].remove(source)


def split_off(scene: Scene, district: str, name: str, on: datetime.date) -> None:
    """A new grassroots unit is founded with its first, newly admitted members."""
    used = itertools.count(1)
    unit = next(
        code for code in (f"{district}-{number:02d}" for number in used) if code not in scene.world.kinds
    )
    effects = [scene.found(unit, district, codes.GRASSROOTS, {"vi": f"Đảng bộ {name}"}, "ĐU")]
    for suffix, office in (("BT", codes.CELL_SECRETARY), ("PBT", codes.CELL_DEPUTY)):
        effects.append(scene.establish(f"{unit}-{suffix}", unit, office, 1, on))
    people = [
        scene.invent(on=on, ages=(28, 50), share_women=0.4, province=_province(scene, district))
        for _ in range(9)
    ]
    effects += [scene.admit(person, unit, "full") for person in people]
    effects += [
        scene.appoint(people[place].code, scene.world.posts[f"{unit}-{suffix}"], on)
        for place, suffix in enumerate(("BT", "PBT"))
    ]
    scene.write(
        scene.world.committee(district), codes.DECISION, f"Thành lập Đảng bộ {name}", on=on, effects=effects
    )


def _province(scene: Scene, district: str) -> str:
    return scene.world.parents[district]
