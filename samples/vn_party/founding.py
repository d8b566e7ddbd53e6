"""The initial register: fifteen provinces as they stood after the congresses of 2020, recorded in December 2022."""

from __future__ import annotations

import datetime

from samples.vn_party import centre, codes, days, ledger, normative, places, world
from samples.vn_party.scene import Scene

ORGANS = (
    (
        "TU",
        codes.PROVINCE_COMMITTEE,
        "TU",
        "{kind} {name}",
        "{name} {city} Committee",
        "Комитет партии, {name}",
        "Výbor strany, {name}",
    ),
    (
        "BTV",
        codes.PROVINCE_STANDING,
        "TU",
        "Ban Thường vụ {kind} {name}",
        "Standing Committee, {name}",
        "Постоянный комитет, {name}",
        "Stálý výbor, {name}",
    ),
    (
        "BTCTU",
        codes.PROVINCE_ORGANISING,
        "BTCTU",
        "Ban Tổ chức {kind} {name}",
        "Organising Committee, {name}",
        "Организационный комитет, {name}",
        "Organizační výbor, {name}",
    ),
    (
        "VPTU",
        codes.PROVINCE_OFFICE,
        "VPTU",
        "Văn phòng {kind} {name}",
        "Committee Office, {name}",
        "Канцелярия комитета, {name}",
        "Kancelář výboru, {name}",
    ),
    (
        "UBKT",
        codes.PROVINCE_INSPECTION,
        "UBKTTU",
        "Ủy ban Kiểm tra {kind} {name}",
        "Inspection Commission, {name}",
        "Контрольная комиссия, {name}",
        "Kontrolní komise, {name}",
    ),
)
POSTS = (
    ("TU-BT", "TU", codes.SECRETARY, 1, 1),
    ("TU-PBT", "TU", codes.DEPUTY, 2, 2),
    ("TU-UV", "TU", codes.COMMITTEE, 14, 14),
    ("BTV-UV", "BTV", codes.STANDING, 11, 9),
    ("BTCTU-TB", "BTCTU", codes.HEAD, 1, 1),
    ("BTCTU-PTB", "BTCTU", codes.DEPUTY_HEAD, 3, 3),
    ("VPTU-CVP", "VPTU", codes.CHIEF, 1, 1),
    ("VPTU-PCVP", "VPTU", codes.DEPUTY_CHIEF, 3, 3),
    ("UBKT-CN", "UBKT", codes.INSPECTION_CHAIR, 1, 1),
    ("UBKT-UV", "UBKT", codes.INSPECTION_MEMBER, 9, 7),
)
"""Code, organ, office, seats, holders at the beginning."""
DISTRICT_POSTS = (
    ("HU-BT", codes.DISTRICT_SECRETARY, 1),
    ("HU-PBT", codes.DISTRICT_DEPUTY, 2),
    ("HU-UVTV", codes.DISTRICT_STANDING, 7),
    ("HU-UV", codes.DISTRICT_MEMBER, 8),
)


def found_province(scene: Scene, place: places.Province, clock: days.Clock) -> None:
    """The secretariat's decision that sets up the province, its organs, its first district and its leaders."""
    on = datetime.date(2020, 11, 5)
    chapter = f"Initial register: {place.name}"
    kind, city = ("Thành ủy", "City") if place.is_city else ("Tỉnh ủy", "Provincial")
    names = {
        "vi": f"Đảng bộ {'thành phố' if place.is_city else 'tỉnh'} {place.name}",
        "en": place.ascii,
        "ru": place.name_ru,
        "cs": place.name,
    }
    effects = [scene.found(place.code, "VN", codes.CITY if place.is_city else codes.PROVINCE, names)]
    for suffix, organ, short, vi, en, ru, cs in ORGANS:
        if place.is_city and suffix == "TU":
            organ = codes.CITY_COMMITTEE
        spoken = {
            "vi": vi.format(kind=kind, name=place.name),
            "en": en.format(name=place.ascii, city=city),
            "ru": ru.format(name=place.name_ru),
            "cs": cs.format(name=place.name),
        }
        effects.append(scene.found(f"{place.code}-{suffix}", place.code, organ, spoken, short))
    block = f"{place.code}-01"
    effects += _district_units(
        scene, place, block, f"{places.BLOCK} {'thành phố' if place.is_city else 'tỉnh'}"
    )
    effects += [
        scene.establish(f"{place.code}-{code}", f"{place.code}-{organ}", office, seats, on)
        for code, organ, office, seats, _ in POSTS
    ]
    staff = [scene.invent(on=on, ages=(42, 58), share_women=0.22, province=place.code) for _ in range(46)]
    effects += [scene.admit(person, f"{block}-01", "full") for person in staff]
    free = iter(staff)
    for code, _, _, _, holders in POSTS:
        post = scene.world.posts[f"{place.code}-{code}"]
        effects += [
            scene.appoint(next(free).code, post, on, **_term(scene, post, on)) for _ in range(holders)
        ]
        post.is_kept = post.office == codes.SPECIAL
    scene.write(
        "VN-BBT",
        codes.DECISION,
        f"Thành lập và chỉ định lãnh đạo {names['vi']}",
        on=on,
        effects=effects,
        recorded_at=clock.tick(),
        chapter=chapter,
    )
    for number, district in enumerate((places.BLOCK, *place.districts), 1):
        _fill_district(
            scene, place, f"{place.code}-{number:02d}", district, clock, chapter, is_new=number > 1
        )
    if place.code == "VN-22":
        normative.first_chain(scene, clock, chapter)
    _plan(scene, place, clock, chapter)
    _departures(scene, place, clock, chapter)


def _departures(scene: Scene, place: places.Province, clock: days.Clock, chapter: str) -> None:
    """Who left in the autumn of 2022: the seats still empty when the record began."""
    at, rng = scene.world, scene.rng
    on = days.working_day(rng, datetime.date(2022, 8, 15), datetime.date(2022, 11, 25))
    districts = at.children_of(place.code, *codes.DISTRICTS)
    posts = [
        at.post(f"{rng.choice(districts)}-HU", office)
        for office in [codes.DISTRICT_STANDING] * 11 + [codes.DISTRICT_MEMBER] * 3
    ]
    effects = []
    for post in posts:
        effects.append(
            scene.relieve(
                rng.choice(post.holders), post, on, scene.rules.reason("relieve.reasons", "retirement")
            )
        )
    scene.write(
        f"{place.code}-TU",
        codes.DECISION,
        "Thôi giữ chức vụ đối với cán bộ nghỉ hưu, chuyển công tác",
        on=on,
        effects=effects,
        recorded_at=clock.tick(),
        chapter=chapter,
    )


def _term(scene: Scene, post: world.Post, on: datetime.date) -> dict[str, str]:
    """Department leaders are appointed for five years, some of which began earlier."""
    if post.office not in codes.REAPPOINTED:
        return {}
    return {"ends_planned_on": days.later(on, years=scene.rng.choice((3, 3, 4, 4, 5))).isoformat()}


def _district_units(scene: Scene, place: places.Province, code: str, name: str) -> list[ledger.Content]:
    rng = scene.rng
    is_bloc = code == f"{place.code}-01"
    effects = [
        scene.found(code, place.code, codes.DISTRICTS[is_bloc], {"vi": f"Đảng bộ {name}"}),
        scene.found(
            f"{code}-HU",
            code,
            codes.DISTRICT_COMMITTEES[is_bloc],
            {"vi": f"Đảng ủy {name}" if is_bloc else f"Ban Chấp hành Đảng bộ {name}"},
            "ĐUK" if is_bloc else "HU",
        ),
    ]
    if is_bloc:
        spoken = rng.sample(places.OFFICES, rng.randint(7, 9))
    else:
        spoken = []
        wanted = rng.randint(7, 9)
        while len(spoken) < wanted:
            commune = f"{rng.choice(places.FIRST)} {rng.choice(places.SECOND)}"
            if commune not in spoken and len(set(commune.split())) == 2:
                spoken.append(commune)
        spoken = [f"xã {commune}" for commune in spoken]
    return effects + [
        scene.found(f"{code}-{number:02d}", code, codes.GRASSROOTS, {"vi": f"Đảng bộ {commune}"}, "ĐU")
        for number, commune in enumerate(spoken, 1)
    ]


def _fill_district(
    scene: Scene,
    place: places.Province,
    code: str,
    name: str,
    clock: days.Clock,
    chapter: str,
    *,
    is_new: bool,
) -> None:
    """The committee's decision that takes over a district: units, posts, members, holders."""
    on = datetime.date(2020, 11, 10)
    at = scene.world
    effects = _district_units(scene, place, code, name) if is_new else []
    units = at.children_of(code, codes.GRASSROOTS)
    for suffix, office, seats in DISTRICT_POSTS:
        effects.append(scene.establish(f"{code}-{suffix}", f"{code}-HU", office, seats, on))
    for unit in units:
        effects.append(scene.establish(f"{unit}-BT", unit, codes.CELL_SECRETARY, 1, on))
        effects.append(scene.establish(f"{unit}-PBT", unit, codes.CELL_DEPUTY, 1, on))
        for _ in range(scene.rng.randint(11, 22)):
            person = scene.invent(on=on, ages=(23, 76), share_women=0.355, province=place.code)
            effects.append(scene.admit(person, unit, "full"))
    effects += _first_holders(scene, code, units, on)
    scene.write(
        f"{place.code}-TU",
        codes.DECISION,
        f"Lập sổ đăng ký ban đầu của Đảng bộ {name}",
        on=on,
        effects=effects,
        recorded_at=clock.tick(),
        chapter=chapter,
    )


def _first_holders(scene: Scene, code: str, units: list[str], on: datetime.date) -> list[ledger.Content]:
    effects = []
    for suffix, _, seats in DISTRICT_POSTS:
        post = scene.world.posts[f"{code}-{suffix}"]
        for _ in range(seats):
            person = _some_member(scene, scene.rng.choice(units), on)
            effects.append(scene.appoint(person, post, on))
    for unit in units:
        for suffix in ("BT", "PBT"):
            effects.append(
                scene.appoint(_some_member(scene, unit, on), scene.world.posts[f"{unit}-{suffix}"], on)
            )
    return effects


def _some_member(scene: Scene, unit: str, on: datetime.date) -> str:
    """Someone of working age without a post, preferably."""
    free = scene.world.ordinary(unit)
    grown = [person for person in free if 32 <= scene.world.people[person].age(on) <= 54]
    return scene.rng.choice(grown or free)


def _plan(scene: Scene, place: places.Province, clock: days.Clock, chapter: str) -> None:
    """Succession planning for the term 2020-2025 by the regulation of December 2021."""
    on = days.working_day(scene.rng, datetime.date(2022, 3, 7), datetime.date(2022, 5, 27))
    effects = plan_effects(scene, place.code, on, term="2020-2025", share=0.75, until=None)
    scene.write(
        f"{place.code}-TU",
        codes.DECISION,
        "Phê duyệt quy hoạch các chức danh nhiệm kỳ 2020-2025",
        on=on,
        effects=effects,
        relations=[(codes.CONCRETISES, centre.cited(scene, "50-QĐ/TW"))],
        recorded_at=clock.tick(),
        chapter=chapter,
    )


def plan_effects(
    scene: Scene, province: str, on: datetime.date, *, term: str, share: float, until: datetime.date | None
) -> list[ledger.Content]:
    """Plan a person, sometimes two, for a share of the province's managed posts."""
    effects = []
    for post in scene.managed_posts(province, on):
        if post.is_kept or scene.rng.random() > share or len(post.planned) >= 3:
            continue
        for person in candidates(scene, post, on)[: scene.rng.choice((1, 1, 2))]:
            if len(post.planned) < 3 and scene.num_planned(person) < 2:
                post.planned.append(person)
                scene.planned[person] = scene.num_planned(person) + 1
                ends = {"until": until.isoformat()} if until else {}
                effects.append({"kind": "PLAN", "person": person, "post": post.code, "term": term, **ends})
    return effects


def candidates(scene: Scene, post: world.Post, on: datetime.date) -> list[str]:
    """Persons one step below the post, in random order: committee members of the district or others of working age."""
    at = scene.world
    district = (
        at.parents[post.unit]
        if at.kinds[post.unit] in codes.DISTRICT_COMMITTEES
        else f"{at.parents[post.unit]}-01"
    )
    below = [
        person
        for person in at.post(at.committee(district), codes.DISTRICT_MEMBER).holders
        if person not in at.busy
    ]
    units = at.children_of(district, codes.GRASSROOTS)
    plain = [
        person
        for unit in scene.rng.sample(units, min(3, len(units)))
        for person in at.ordinary(unit)
        if 33 <= at.people[person].age(on) <= 52
    ]
    scene.rng.shuffle(below)
    scene.rng.shuffle(plain)
    first, second = (below, plain) if scene.rng.random() < 0.45 else (plain, below)
    return [
        person
        for person in (*first[:2], *second[:2])
        if person not in post.planned and person not in post.holders
    ]
