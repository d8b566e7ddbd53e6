"""1 July 2025 as one plan: five provinces go over into four others, and the districts give way to communes.

The politburo's decision leads. Each remaining province decides its part: two communes for every district, with
posts that step down in five years, the grassroots units moved to them, the district dissolved, its leaders
designated in the communes. Withdrawing the leading act would undo it all.
"""

from __future__ import annotations

import dataclasses
import datetime

from samples.vn_party import codes, days, ledger, places, scene, world

DECIDED_ON = datetime.date(2025, 6, 24)
RECORDED_AT = datetime.datetime(2025, 6, 25, 1, 30, 11, tzinfo=datetime.UTC)
STEP_DOWN_ON = datetime.date(2030, 7, 1)
_SIDES = ("Đông", "Tây")
_COMMUNE_POSTS = (
    ("BT", codes.COMMUNE_SECRETARY, 1, 1),
    ("PBT", codes.COMMUNE_DEPUTY, 2, 2),
    ("UV", codes.COMMUNE_MEMBER, 6, 5),
)
"""Code, office, seats at the beginning, seats after the step-down. Only as many are filled."""
_PROVINCE_POSTS = (("TU-PBT", 2, 1), ("TU-UV", 6, 3))
"""Code, seats that come with each province taken over, seats that remain after the step-down."""


@dataclasses.dataclass
class _Commune:
    """A commune of the plan, to be set up in the world of the story when its day has come."""

    code: str
    province: str
    district: str
    name: str
    units: list[str]
    holders: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    """Person and code of the post."""


@dataclasses.dataclass
class _Plan:
    communes: list[_Commune] = dataclasses.field(default_factory=list)
    designated: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    """Person and code of the post in the remaining province."""


def schedule(stage: scene.Scene) -> None:
    """Put the decision and the day on which it is carried out on the agenda."""
    plan = _Plan()
    stage.at(DECIDED_ON, lambda on: _decide(stage, plan, on))
    stage.at(days.MERGED_ON, lambda on: _carry_out(stage, plan, on), order=scene.FIRST_IN_DAY - 1)


def _decide(stage: scene.Scene, plan: _Plan, on: datetime.date) -> None:
    leading = _write(
        stage, "VN-BCT", "Sắp xếp đơn vị cấp tỉnh, kết thúc hoạt động cấp huyện", _mergers(stage, plan), on
    )
    for place in places.PROVINCES:
        if place.code not in places.VANISHING:
            title = (
                f"Kết thúc hoạt động các đảng bộ cấp huyện, thành lập đảng bộ xã, phường thuộc {place.code}"
            )
            title = title.replace(place.code, stage.world.names[place.code])
            _write(stage, f"{place.code}-TU", title, _communes(stage, plan, place.code), on, part_of=leading)


def _write(
    stage: scene.Scene,
    issuer: str,
    title: str,
    effects: list[ledger.Content],
    on: datetime.date,
    part_of: ledger.Key | None = None,
) -> ledger.Key:
    return stage.write(
        issuer,
        codes.DECISION,
        title,
        on=on,
        effects=effects,
        relations=[(codes.PART_OF, part_of)] if part_of else [],
        in_force_on=days.MERGED_ON.isoformat(),
        recorded_at=RECORDED_AT,
        chapter="2025-06 plan",
    )


def _mergers(stage: scene.Scene, plan: _Plan) -> list[ledger.Content]:
    """The provinces' mergers, and more seats in the committees that take over, for five years and after."""
    effects = [{"kind": "MERGE", "unit": source, "other_unit": target} for source, target in places.MERGERS]
    for target in dict.fromkeys(into for _, into in places.MERGERS):
        sources = [source for source, into in places.MERGERS if into == target]
        for suffix, more, remaining in _PROVINCE_POSTS:
            post = stage.world.posts[f"{target}-{suffix}"]
            seats = post.seats + more * len(sources)
            effects.append({"kind": "CHANGE_SEATS", "post": post.code, "seats": seats})
            effects.append(_step_down(post.code, post.seats + remaining * len(sources)))
            for source in sources:
                for person in _ready(stage, [stage.world.posts[f"{source}-{suffix}"]])[:remaining]:
                    plan.designated.append((person, post.code))
                    effects.append({"kind": "DESIGNATE", "person": person, "post": post.code})
    return effects


def _step_down(post: str, seats: int) -> ledger.Content:
    return {"kind": "CHANGE_SEATS", "post": post, "seats": seats, "on": STEP_DOWN_ON.isoformat()}


def _ready(stage: scene.Scene, posts: list[world.Post]) -> list[str]:
    """The holders of these posts whom nothing else waits for; from now on the story leaves them alone."""
    found = [person for post in posts for person in post.holders if person not in stage.world.busy]
    stage.world.busy.update(found)
    return list(dict.fromkeys(found))


def _communes(stage: scene.Scene, plan: _Plan, province: str) -> list[ledger.Content]:
    """Two communes for every district of the province and of those that go over into it."""
    at = stage.world
    homes = [province, *(source for source, into in places.MERGERS if into == province)]
    effects: list[ledger.Content] = []
    for district in [each for home in homes for each in at.children_of(home, codes.DISTRICT)]:
        units = at.children_of(district, codes.GRASSROOTS)
        ready = _ready(stage, at.posts_at[at.committee(district)])
        for number, side in enumerate(_SIDES):
            name = at.names[district].removeprefix("Đảng bộ ").removeprefix("Thành phố ")
            half = units[: len(units) // 2] if number == 0 else units[len(units) // 2 :]
            commune = _Commune(f"{district}{'AB'[number]}", province, district, f"xã {name} {side}", half)
            plan.communes.append(commune)
            effects += _commune(commune, ready[number::2])
        effects.append({"kind": "DISSOLVE", "unit": district, "other_unit": province})
    return effects


def _commune(commune: _Commune, ready: list[str]) -> list[ledger.Content]:
    """The effects that set up one commune."""
    committee = f"{commune.code}-DU"
    effects: list[ledger.Content] = [
        {"kind": "FOUND", "unit": commune.code, "parent": commune.province, "unit_kind": codes.COMMUNE,
         "name": {"vi": f"Đảng bộ {commune.name}"}},
        {"kind": "FOUND", "unit": committee, "parent": commune.code, "unit_kind": codes.COMMUNE_COMMITTEE,
         "name": {"vi": f"Đảng ủy {commune.name}"}, "abbreviation": "ĐU"},
    ]  # fmt: skip
    effects += [{"kind": "MOVE", "unit": unit, "parent": commune.code} for unit in commune.units]
    for suffix, office, seats, remaining in _COMMUNE_POSTS:
        post = f"{committee}-{suffix}"
        effects.append(
            {"kind": "ESTABLISH_POST", "post": post, "unit": committee, "office": office, "seats": seats}
        )
        if remaining < seats:
            effects.append(_step_down(post, remaining))
        taken, ready = ready[:remaining], ready[remaining:]
        effects += [{"kind": "DESIGNATE", "person": person, "post": post} for person in taken]
        commune.holders += [(person, post) for person in taken]
    return effects


def _carry_out(stage: scene.Scene, plan: _Plan, on: datetime.date) -> None:
    """In the world of the story: vanished provinces and districts end, communes begin, grassroots units move."""
    at = stage.world
    for source, target in places.MERGERS:
        at.move_children(source, target, *codes.DISTRICTS)
    for commune in plan.communes:
        _set_up(at, commune, on)
    for district in dict.fromkeys(commune.district for commune in plan.communes):
        at.dissolve(district)
    for source, _ in places.MERGERS:
        for organ in list(at.children[source]):
            for post in list(at.posts_at.get(organ, ())):
                at.abolish(post)
            at.children[source].remove(organ)
        stage.alive.remove(source)
    for commune in plan.communes:
        _fill(at, commune.holders, on)
    for code in {code for _, code in plan.designated}:
        post = at.posts[code]
        more = sum(code == other for _, other in plan.designated)
        post.seats += more
        post.vacant_since += [on] * more
    _fill(at, plan.designated, on)


def _set_up(at: world.World, commune: _Commune, on: datetime.date) -> None:
    committee = f"{commune.code}-DU"
    at.found(commune.code, commune.province, codes.COMMUNE, f"Đảng bộ {commune.name}")
    at.found(committee, commune.code, codes.COMMUNE_COMMITTEE, f"Đảng ủy {commune.name}")
    for suffix, office, _, remaining in _COMMUNE_POSTS:
        at.establish(world.Post(f"{committee}-{suffix}", committee, office, remaining), on)
    for unit in commune.units:
        at.move(unit, commune.code)


def _fill(at: world.World, holders: list[tuple[str, str]], on: datetime.date) -> None:
    for person, code in holders:
        at.take_post(person, at.posts[code], on)
        at.busy.discard(person)
