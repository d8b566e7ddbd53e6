"""Neighbour cases: acts and effects that look like those a report counts and are not counted, each for one reason.

Some stand just inside the line instead and are counted. Every case keeps to posts and persons of its own.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Callable
from typing import Any

from samples.vn_party import centre, codes, ledger, normative, reporting, scene, world

DAY = datetime.date


@dataclasses.dataclass(frozen=True)
class Neighbour:
    """A case: its reason, the figure it stands beside, the unit asked, and whether it is counted."""

    reason: str
    indicator: str
    unit: str
    is_counted: bool = False


NEIGHBOURS = (
    Neighbour("draft-only", "acts.decision", "cluster-2"),
    Neighbour("withdrawn-act", "acts.decision", "cluster-2"),
    Neighbour("signed-day-before", "acts.plan", "cluster-2"),
    Neighbour("signed-day-after", "acts.decision", "cluster-2"),
    Neighbour("grassroots-act", "acts.resolution", "cluster-2"),
    Neighbour("district-act", "acts.plan", "cluster-2"),
    Neighbour("inner-paper", "acts.plan", "cluster-2"),
    Neighbour("individual-personnel-decision", "acts.decision", "cluster-2"),
    Neighbour("concretises-nothing", "acts.decision", "cluster-2"),
    Neighbour("concretises-provincial-act", "acts.guidance", "cluster-2"),
    Neighbour("only-refers-to-central-act", "acts.resolution", "cluster-2"),
    Neighbour("type-outside-buckets", "acts.guidance", "cluster-2"),
    Neighbour("act-outside-cluster", "acts.project", "cluster-2"),
    Neighbour("signed-first-day", "acts.decision", "cluster-2", is_counted=True),
    Neighbour("signed-last-day", "acts.decision", "cluster-2", is_counted=True),
    Neighbour("appointment-drafted", "personnel.appointed", "cluster-2"),
    Neighbour("appointment-withdrawn", "personnel.appointed", "cluster-2"),
    Neighbour("appointment-managed-by-district", "personnel.appointed", "cluster-2"),
    Neighbour("appointment-managed-by-centre", "personnel.appointed", "cluster-2"),
    Neighbour("appointment-outside-cluster", "personnel.appointed", "cluster-2"),
    Neighbour("appointment-signed-before", "personnel.appointed", "cluster-2"),
    Neighbour("reappointment", "personnel.appointed", "cluster-2"),
    Neighbour("nomination-managed-by-district", "personnel.nominated", "cluster-2"),
    Neighbour("transfer-managed-by-district", "personnel.transferred_or_rotated", "cluster-2"),
    Neighbour("appointment-in-force-later", "personnel.appointed", "cluster-2", is_counted=True),
    Neighbour("appointment-recorded-late", "personnel.appointed", "cluster-2", is_counted=True),
    Neighbour("course-after-period", "training.participants", "VN-18"),
    Neighbour("course-of-other-province", "training.participants", "VN-18"),
    Neighbour("programme-before-year", "tasks.groups", "VN-71"),
    Neighbour("tasks-without-group", "tasks.groups", "VN-71"),
    Neighbour("awarded-next-year", "awards.works", "VN-71"),
)
COUNTED_APPOINTMENTS = 2
"""Appointments of the first half of 2024 that these cases add to the ordinary ones."""


def schedule(stage: scene.Scene) -> None:
    """Put the cases of the first half of 2024 and of 2023 on the agenda."""
    put = functools.partial(_put, stage)
    central = functools.partial(_central, stage)
    stage.at(DAY(2024, 3, 12), functools.partial(_draft, stage))
    stage.at(DAY(2024, 4, 10), functools.partial(_withdrawn_act, stage))
    put("signed-day-before", DAY(2023, 12, 31), lambda on: central("VN-13-TU", codes.PLAN, on))
    put("signed-day-after", DAY(2024, 7, 1), lambda on: central("VN-13-TU", codes.DECISION, on))
    put("signed-first-day", DAY(2024, 1, 1), lambda on: central("VN-09-TU", codes.DECISION, on))
    put("signed-last-day", DAY(2024, 6, 30), lambda on: central("VN-23-TU", codes.REGULATION, on))
    put("grassroots-act", DAY(2024, 3, 19), lambda on: central("VN-61-02-03", codes.RESOLUTION, on))
    put("district-act", DAY(2024, 3, 21), lambda on: central("VN-61-03-HU", codes.PLAN, on))
    put(
        "inner-paper",
        DAY(2024, 2, 20),
        lambda on: stage.write("VN-66-VPTU", codes.DISPATCH, reporting.INNER[0], on=on),
    )
    put(
        "concretises-nothing",
        DAY(2024, 4, 3),
        lambda on: stage.write(
            "VN-20-TU", codes.DECISION, "Quyết định ban hành quy chế làm việc của cơ quan", on=on
        ),
    )
    put(
        "only-refers-to-central-act",
        DAY(2024, 4, 4),
        lambda on: stage.write(
            "VN-21-TU",
            codes.CONCLUSION,
            "Kết luận phiên họp định kỳ",
            on=on,
            relations=[(codes.REFERS, centre.cited(stage, "96-QĐ/TW"))],
        ),
    )
    put("type-outside-buckets", DAY(2024, 4, 5), lambda on: central("VN-22-TU", codes.CIRCULAR, on))
    put("act-outside-cluster", DAY(2024, 4, 8), lambda on: central("VN-71-TU", codes.SCHEME, on))
    stage.at(DAY(2024, 4, 9), functools.partial(_provincial_chain, stage))
    _schedule_personnel(stage)
    put(
        "course-after-period",
        DAY(2024, 7, 1),
        lambda on: reporting.course(stage, "VN-18", "NB-2024-02", people=24, academy=5, leaders=1, on=on),
    )
    put(
        "course-of-other-province",
        DAY(2024, 5, 24),
        lambda on: reporting.course(stage, "VN-20", "TB-2024-01", people=31, academy=6, leaders=2, on=on),
    )
    put(
        "tasks-without-group",
        DAY(2023, 6, 6),
        lambda on: central(
            "VN-71-TU",
            codes.PLAN,
            on,
            tasks=[{"text": "Báo cáo kết quả thực hiện", "unit": "VN-71-02", "due_on": "2023-09-29"}],
        ),
    )
    put(
        "awarded-next-year",
        DAY(2024, 1, 8),
        lambda on: stage.write(
            "VN-71-TU",
            codes.DECISION,
            "Trao giải bổ sung",
            on=on,
            effects=[
                {
                    "kind": "AWARD",
                    "unit": "VN-71",
                    "edition": "2023",
                    "category": "print",
                    "prize": "encouragement",
                    "work": "Tác phẩm gửi muộn",
                    "authors": [stage.world.members["VN-71-01-01"][0]],
                }
            ],
        ),
    )


def note(stage: scene.Scene, reason: str, about: ledger.Key | ledger.EffectKey | str) -> None:
    """Remember which act or effect a case is."""
    stage.ledger.neighbours.append((reason, about))


def _put(stage: scene.Scene, reason: str, on: DAY, write: Callable[[DAY], ledger.Key]) -> None:
    stage.at(on, lambda day: note(stage, reason, write(day)))


def _central(stage: scene.Scene, issuer: str, act_type: str, on: DAY, **more: Any) -> ledger.Key:
    title = normative.TITLES[act_type].format(subject="công tác cán bộ theo Quy định số 80-QĐ/TW")
    return stage.write(
        issuer,
        act_type,
        title,
        on=on,
        relations=[(codes.CONCRETISES, centre.cited(stage, "80-QĐ/TW"))],
        **more,
    )


def _draft(stage: scene.Scene, on: DAY) -> None:
    content = stage.content("VN-56-TU", codes.REGULATION, "Dự thảo quy định về công tác cán bộ", on=on)
    stage.ledger.draft(content, at=stage.moment(on, has_effects=True))
    note(stage, "draft-only", content["title"])
    person, post = _newcomer(stage, "VN-56", on), _special(stage, "VN-56")
    content = stage.content("VN-56-TU", codes.DECISION, "Dự thảo quyết định bổ nhiệm", on=on)
    content["effects"] = [{"kind": "APPOINT", "person": person, "post": post.code}]
    stage.ledger.draft(content, at=stage.moment(on, has_effects=True))
    note(stage, "appointment-drafted", content["title"])


def _withdrawn_act(stage: scene.Scene, on: DAY) -> None:
    key = _central(stage, "VN-09-TU", codes.DECISION, on)
    note(stage, "withdrawn-act", key)
    stage.at(DAY(2024, 8, 15), lambda day: _withdraw(stage, "VN-09-TU", key, day))


def _withdraw(stage: scene.Scene, issuer: str, key: ledger.Key, on: DAY) -> None:
    stage.write(
        issuer, codes.DECISION, "Thu hồi quyết định đã ban hành", on=on, relations=[(codes.WITHDRAWS, key)]
    )


def _provincial_chain(stage: scene.Scene, on: DAY) -> None:
    """A guidance that concretises only an act of its own province."""
    base = stage.write("VN-63-TU", codes.NOTICE, "Thông báo kết luận của Ban Thường vụ", on=on)
    key = stage.write(
        "VN-63-BTCTU",
        codes.GUIDANCE,
        "Hướng dẫn thực hiện thông báo của Tỉnh ủy",
        on=on,
        relations=[(codes.CONCRETISES, base)],
        recorded_at=stage.moment(on, has_effects=False, late=4),
    )
    note(stage, "concretises-provincial-act", key)


# --- changes of office ------------------------------------------------------------------------------------------


def _special(stage: scene.Scene, province: str) -> world.Post:
    """A post set aside, with empty seats."""
    return stage.world.post(f"{province}-UBKT", codes.SPECIAL)


def _newcomer(stage: scene.Scene, province: str, on: DAY) -> str:
    """Somebody of the province's own offices, from now on left alone."""
    at = stage.world
    for unit in at.children_of(f"{province}-01", codes.GRASSROOTS):
        for person in at.ordinary(unit):
            if 34 <= at.people[person].age(on) <= 52 and not stage.num_planned(person):
                at.busy.add(person)
                return person
    raise LookupError(province)


def _appoint(
    stage: scene.Scene,
    reason: str,
    province: str,
    on: DAY,
    *,
    from_day: DAY | None = None,
    late: int = 0,
    **more: Any,
) -> ledger.Key:
    """One appointment to a post set aside; the effect is the first of its act."""
    effect = stage.appoint(_newcomer(stage, province, on), _special(stage, province), from_day or on)
    days: dict[str, Any] = {"in_force_on": from_day.isoformat()} if from_day else {}
    key = stage.write(
        f"{province}-TU",
        codes.DECISION,
        "Bổ nhiệm cán bộ",
        on=on,
        effects=[effect],
        late=late,
        **days,
        **more,
    )
    note(stage, reason, ledger.EffectKey(key, 1))
    return key


def _schedule_personnel(stage: scene.Scene) -> None:
    def at(on: DAY, act: Callable[[DAY], object]) -> None:
        stage.at(on, lambda day: (act(day), None)[1], order=scene.FIRST_IN_DAY)

    at(DAY(2024, 4, 17), functools.partial(_withdrawn_appointment, stage))
    at(DAY(2024, 5, 8), lambda on: _appoint(stage, "appointment-outside-cluster", "VN-71", on))
    at(
        DAY(2023, 12, 28),
        lambda on: _appoint(stage, "appointment-signed-before", "VN-22", on, from_day=DAY(2024, 1, 10)),
    )
    at(
        DAY(2024, 6, 26),
        lambda on: _appoint(stage, "appointment-in-force-later", "VN-23", on, from_day=DAY(2024, 7, 15)),
    )
    at(DAY(2024, 6, 27), lambda on: _appoint(stage, "appointment-recorded-late", "VN-21", on, late=26))
    at(DAY(2024, 5, 9), functools.partial(_district_cases, stage))
    at(DAY(2024, 5, 10), functools.partial(_central_case, stage))
    at(DAY(2024, 5, 13), functools.partial(_reappointment, stage))
    at(DAY(2024, 5, 14), functools.partial(_personnel_decision, stage))


def _withdrawn_appointment(stage: scene.Scene, on: DAY) -> None:
    key = _appoint(stage, "appointment-withdrawn", "VN-09", on)

    def take_back(day: DAY) -> None:
        post = _special(stage, "VN-09")
        stage.world.leave_post(post.holders[-1], post, on)
        _withdraw(stage, "VN-09-TU", key, day)

    stage.at(DAY(2024, 9, 4), take_back, order=scene.FIRST_IN_DAY)


def _district_cases(stage: scene.Scene, on: DAY) -> None:
    """Appointment, nomination and transfer for posts that the district manages itself."""
    at, district = stage.world, "VN-67-03"
    units = at.children_of(district, codes.GRASSROOTS)
    seats = [at.post(unit, codes.CELL_DEPUTY) for unit in units[:2]]
    for post in seats:
        at.busy.update(post.holders)
    old, moved = seats[0].holders[0], seats[1].holders[0]
    free = [person for person in at.ordinary(units[1]) if 30 <= at.people[person].age(on) <= 60][:2]
    at.busy.update(free)
    effects = [
        stage.relieve(old, seats[0], on, stage.rules.reason("relieve.reasons", "retirement")),
        {"kind": "TRANSFER", "person": moved, "other_post": seats[1].code, "post": seats[0].code},
    ]
    at.leave_post(moved, seats[1], on)
    at.take_post(moved, seats[0], on)
    effects += [
        stage.appoint(free[0], seats[1], on),
        {"kind": "NOMINATE", "person": free[1], "post": seats[1].code, "election": f"{district}-2024"},
    ]
    key = stage.write(f"{district}-HU", codes.DECISION, "Công tác cán bộ cơ sở", on=on, effects=effects)
    for ordinal, reason in (
        (2, "transfer-managed-by-district"),
        (3, "appointment-managed-by-district"),
        (4, "nomination-managed-by-district"),
    ):
        note(stage, reason, ledger.EffectKey(key, ordinal))


def _central_case(stage: scene.Scene, on: DAY) -> None:
    """The secretariat appoints a member of a provincial standing committee."""
    post = stage.world.post("VN-54-BTV", codes.STANDING)
    effect = stage.appoint(_newcomer(stage, "VN-54", on), post, on)
    key = stage.write("VN-BBT", codes.DECISION, "Chỉ định ủy viên ban thường vụ", on=on, effects=[effect])
    note(stage, "appointment-managed-by-centre", ledger.EffectKey(key, 1))


def _reappointment(stage: scene.Scene, on: DAY) -> None:
    post = stage.world.post("VN-66-UBKT", codes.INSPECTION_CHAIR)
    person = post.holders[0]
    post.since[person] = on
    effect = {"kind": "REAPPOINT", "person": person, "post": post.code, "ends_planned_on": "2029-05-13"}
    key = stage.write("VN-66-TU", codes.DECISION, "Bổ nhiệm lại cán bộ", on=on, effects=[effect])
    note(stage, "reappointment", ledger.EffectKey(key, 1))


def _personnel_decision(stage: scene.Scene, on: DAY) -> None:
    """A decision about one person that cites a central regulation as what it concretises."""
    post = _special(stage, "VN-67")
    effect = stage.relieve(post.holders[0], post, on, stage.rules.reason("relieve.reasons", "retirement"))
    key = stage.write(
        "VN-67-TU",
        codes.DECISION,
        "Thôi giữ chức vụ để nghỉ hưu",
        on=on,
        effects=[effect],
        relations=[(codes.CONCRETISES, centre.cited(stage, "80-QĐ/TW"))],
    )
    note(stage, "individual-personnel-decision", key)
