"""Changes of office. A standing committee meets some times in a half-year and decides several appointments at once.

Posts managed by the district are filled by the district committee, more quietly.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence

from fasti.dates import periods
from samples.vn_party import centre, codes, days, founding, ledger, places, scene, world

Effects = list[ledger.Content]
SESSIONS = 6


def schedule(
    stage: scene.Scene,
    half: periods.Period,
    provinces: Sequence[str],
    *,
    appointed: int,
    nominated: int,
    moved: int,
) -> None:
    """Put the sessions of a half-year on the agenda: totals over the provinces, split over provinces and sessions."""
    shares = [scene.share_out(stage.rng, total, provinces) for total in (appointed, nominated, moved)]
    for province in provinces:
        dates = _dates(stage, half, province)
        parts = [scene.share_out(stage.rng, share[province], [str(day) for day in dates]) for share in shares]
        for day in dates:
            quota = (parts[0][str(day)], parts[1][str(day)], parts[2][str(day)])
            stage.at(day, functools.partial(_session, stage, province, quota), order=scene.FIRST_IN_DAY)


def _dates(stage: scene.Scene, half: periods.Period, province: str) -> list[datetime.date]:
    """Different days, one in each sixth of the half-year; none shortly before a province ends."""
    last = half.last_day
    if half.code == "2025-H1" and province in places.VANISHING:
        last = datetime.date(2025, 6, 6)
    step = ((last - half.starts_on).days - 4) // SESSIONS
    return [
        days.working_day(
            stage.rng,
            half.starts_on + datetime.timedelta(days=2 + step * number),
            half.starts_on + datetime.timedelta(days=step * (number + 1)),
        )
        for number in range(SESSIONS)
    ]


def _session(stage: scene.Scene, province: str, quota: tuple[int, int, int], on: datetime.date) -> None:
    appointed, nominated, moved = quota
    missing = appointed + moved - len(_open_seats(stage, province, on))
    if missing > 0:
        _relieve(stage, province, missing, on)
    _move(stage, province, moved, on)
    _appoint(stage, province, appointed, on)
    _nominate(stage, province, nominated, on)
    _reappoint(stage, province, on)
    wanted = max(0, min(6, 11 - len(_open_seats(stage, province, on))))
    if wanted:
        _relieve(stage, province, wanted, on)


def _decide(stage: scene.Scene, province: str, title: str, effects: Effects, on: datetime.date) -> None:
    relations = [(codes.REFERS, centre.cited(stage, "80-QĐ/TW"))] if stage.rng.random() < 0.2 else []
    stage.write(f"{province}-TU", codes.DECISION, title, on=on, effects=effects, relations=relations)


def _managed(stage: scene.Scene, province: str, on: datetime.date) -> list[world.Post]:
    return [post for post in stage.managed_posts(province, on) if not post.is_kept]


def _open_seats(stage: scene.Scene, province: str, on: datetime.date) -> list[world.Post]:
    """Posts with an empty seat, once for each seat, the longest empty first."""
    seats = [
        (since, post.code, post) for post in _managed(stage, province, on) for since in post.vacant_since
    ]
    return [post for _, _, post in sorted(seats, key=lambda seat: seat[:2])]


def _movable(
    stage: scene.Scene, province: str, on: datetime.date, *, months: int = 10
) -> list[tuple[str, world.Post]]:
    """Holders for some time whose going leaves their district with somebody who signs."""
    limit = on - datetime.timedelta(days=30 * months)
    found = []
    for post in _managed(stage, province, on):
        if post.office in codes.DISTRICT_SIGNERS:
            heads = sum(
                len(other.holders)
                for other in stage.world.posts_at[post.unit]
                if other.office in codes.DISTRICT_SIGNERS
            )
            if heads < 3:
                continue
        elif post.office in codes.ORGAN_SIGNERS and len(post.holders) < 2:
            continue
        found += [
            (person, post)
            for person in post.holders
            if post.since[person] <= limit and person not in stage.world.busy
        ]
    return found


def _movable_to(
    stage: scene.Scene, province: str, target: world.Post, on: datetime.date
) -> list[tuple[str, world.Post]]:
    """Who may move to a post: after the mergers, when everybody is new in office, also those who came lately."""
    for months in (10, 3, 0):
        found = [
            pair
            for pair in _movable(stage, province, on, months=months)
            if pair[1] is not target and target.code not in stage.world.held[pair[0]]
        ]
        if found:
            return found
    raise LookupError(f"nobody can be moved to {target.code} on {on}")


def _relieve(stage: scene.Scene, province: str, number: int, on: datetime.date) -> None:
    """Relieve some, the older ones first, in one or two decisions."""
    pool = _movable(stage, province, on) or _movable(stage, province, on, months=3)
    stage.rng.shuffle(pool)
    pool.sort(key=lambda pair: stage.world.people[pair[0]].age(on) < 57)
    effects: Effects = []
    posts: list[str] = []
    for person, post in pool:
        if len(effects) == number or (post.office in codes.DISTRICT_SIGNERS and post.unit in posts):
            continue
        reason = (
            "retirement"
            if stage.world.people[person].age(on) >= 57
            else stage.rng.choice(("other_post", "own_request"))
        )
        effects.append(stage.relieve(person, post, on, stage.rules.reason("relieve.reasons", reason)))
        posts.append(post.unit)
    if effects:
        _decide(
            stage, province, "Thôi giữ chức vụ đối với cán bộ thuộc diện Ban Thường vụ quản lý", effects, on
        )


def _move(stage: scene.Scene, province: str, number: int, on: datetime.date) -> None:
    """Transfers and rotations into the seats longest empty, up to three in a decision."""
    effects: Effects = []
    for _ in range(number):
        seats = _open_seats(stage, province, on)
        target = stage.rng.choice(seats[:6])
        person, source = stage.rng.choice(_movable_to(stage, province, target, on))
        stage.world.leave_post(person, source, on)
        stage.world.take_post(person, target, on)
        kind = "ROTATE" if stage.rng.random() < 0.35 else "TRANSFER"
        ends = {"ends_planned_on": days.later(on, years=3).isoformat()} if kind == "ROTATE" else {}
        effects.append(
            {"kind": kind, "person": person, "other_post": source.code, "post": target.code, **ends}
        )
    for part in _parts(stage, effects, 3):
        _decide(stage, province, "Điều động, luân chuyển cán bộ", part, on)


def _appoint(stage: scene.Scene, province: str, number: int, on: datetime.date) -> None:
    """Fill empty seats, three times in four from the plan; who held a lower post leaves it in the same decision."""
    groups: list[Effects] = []
    for _ in range(number):
        seats = _open_seats(stage, province, on)
        post = stage.rng.choice(seats[: max(5, len(seats) * 2 // 3)])
        person = _choice(stage, post, on)
        group = [
            stage.relieve(
                person, stage.world.posts[code], on, stage.rules.reason("relieve.reasons", "other_post")
            )
            for code in list(stage.world.held.get(person, ()))
        ]
        ends = (
            {"ends_planned_on": days.later(on, years=5).isoformat()}
            if post.office in codes.REAPPOINTED
            else {}
        )
        groups.append([*group, stage.appoint(person, post, on, **ends)])
    while groups:
        size = stage.rng.choice((1, 2, 2, 3, 4, 5))
        part, groups = groups[:size], groups[size:]
        _decide(
            stage, province, "Bổ nhiệm, chỉ định cán bộ", [effect for group in part for effect in group], on
        )


def _choice(stage: scene.Scene, post: world.Post, on: datetime.date) -> str:
    """The person for a seat: somebody planned for it, or somebody one step below."""
    at = stage.world
    planned = [person for person in post.planned if _is_free(stage, person)]
    if planned and stage.rng.random() < 0.8:
        return stage.rng.choice(planned)
    for _ in range(20):
        found = [person for person in founding.candidates(stage, post, on) if _is_free(stage, person)]
        if found:
            return found[0]
    raise LookupError(f"nobody can be appointed to {post.code} on {on}; {len(at.people)} people")


def _is_free(stage: scene.Scene, person: str) -> bool:
    at = stage.world
    if person in at.busy or person not in at.unit_of:
        return False
    lowest = (codes.DISTRICT_MEMBER, codes.COMMUNE_MEMBER)
    return all(at.posts[code].office in lowest for code in at.held.get(person, ()))


def _nominate(stage: scene.Scene, province: str, number: int, on: datetime.date) -> None:
    """Nominations for elections to managed posts, up to eight in a decision."""
    effects: Effects = []
    posts = [post for post in _managed(stage, province, on) if post.office in codes.ELECTED]
    while len(effects) < number:
        post = stage.rng.choice(posts)
        people = founding.candidates(stage, post, on)
        known = {(effect["person"], effect["post"]) for effect in effects}
        if people and (people[0], post.code) not in known:
            effects.append(
                {
                    "kind": "NOMINATE",
                    "person": people[0],
                    "post": post.code,
                    "election": f"{province}-{on:%Y-%m}",
                }
            )
    for part in _parts(stage, effects, 8):
        _decide(stage, province, "Giới thiệu cán bộ ứng cử", part, on)


def _reappoint(stage: scene.Scene, province: str, on: datetime.date) -> None:
    """Now and then a department leader is reappointed for five years."""
    if stage.rng.random() > 0.3:
        return
    holders = [
        (person, post)
        for post in _managed(stage, province, on)
        if post.office in codes.REAPPOINTED
        for person in post.holders
        if (on - post.since[person]).days > 700
    ]
    if holders:
        person, post = stage.rng.choice(holders)
        post.since[person] = on
        effect = {
            "kind": "REAPPOINT",
            "person": person,
            "post": post.code,
            "ends_planned_on": days.later(on, years=5).isoformat(),
        }
        _decide(stage, province, "Bổ nhiệm lại cán bộ", [effect], on)


def _parts(stage: scene.Scene, effects: Effects, largest: int) -> list[Effects]:
    """The effects in decisions of one to so many."""
    parts = []
    while effects:
        size = stage.rng.randint(1, largest)
        parts.append(effects[:size])
        effects = effects[size:]
    return parts


def review_plans(stage: scene.Scene, province: str, on: datetime.date) -> None:
    """The yearly review of the plan for the coming term."""
    effects = founding.plan_effects(stage, province, on, term="2025-2030", share=0.35, until=None)
    if effects:
        _decide(stage, province, "Rà soát, bổ sung quy hoạch cán bộ nhiệm kỳ 2025-2030", effects, on)


def district_round(stage: scene.Scene, district: str, on: datetime.date) -> None:
    """The district committee fills the seats it manages, and now and then changes a secretary below."""
    at, rng = stage.world, stage.rng
    units = at.children_of(district, codes.GRASSROOTS)
    effects: Effects = []
    post = at.post(at.committee(district), codes.DISTRICT_MEMBER)
    for _ in range(min(2, len(post.vacant_since))):
        pool = [person for person in at.ordinary(rng.choice(units)) if 30 <= at.people[person].age(on) <= 52]
        if pool:
            effects.append(stage.appoint(rng.choice(pool), post, on))
    if rng.random() < 0.35:
        unit = rng.choice(units)
        seat = at.post(unit, rng.choice((codes.CELL_SECRETARY, codes.CELL_DEPUTY)))
        pool = [person for person in at.ordinary(unit) if 30 <= at.people[person].age(on) <= 60]
        old = [person for person in seat.holders if person not in at.busy and seat.since[person] < on]
        if old and pool:
            effects.append(
                stage.relieve(old[0], seat, on, stage.rules.reason("relieve.reasons", "retirement"))
            )
            effects.append(stage.appoint(rng.choice(pool), seat, on))
    if effects:
        stage.write(
            at.committee(district),
            codes.DECISION,
            "Chỉ định cấp ủy viên, bí thư cơ sở",
            on=on,
            effects=effects,
        )
