"""The returns of the provinces for 2023 and 2024: handed in, sent back, corrected, accepted; one never came.

What a province declares is invented; what the register knows is computed when the story is built, on the day named by
`read_on`, and is no part of the story. A random source of its own keeps all other stories as they are.
"""

from __future__ import annotations

import datetime
import functools
import random
from collections.abc import Mapping, Sequence

from fasti.dates import periods
from samples import reading
from samples.vn_party import codes, days, ledger, scene

SENT_BACK = {"2023-H1": (2,), "2023-H2": (5,), "2024-H1": (3,), "2024-H2": (6, 9), "2024": (11,)}
"""By period: places, in the list of provinces, whose first version is sent back with two reasons."""
UNCORRECTED = {("2024-H2", 9)}
"""Those of them that have not come back."""
UNANSWERED = {("2024", 4)}
"""Handed in, and waiting for an answer to this day."""
NEVER_CAME = {("2023-H1", 8)}
PERIODS = ("2023-H1", "2023-H2", "2023", "2024-H1", "2024-H2", "2024")
GROUP, RECIPIENT, ANSWERS = "cluster-2", "VN", "VN-BTC"
REASONS = {
    "petitions.received": "Số đơn thư chưa khớp với sổ theo dõi; đề nghị rà soát lại.",
    "inspections.done": "Chưa tính các cuộc giám sát chuyên đề trong kỳ.",
}
TOLD = {
    "results": "Các nhiệm vụ trọng tâm trong kỳ được triển khai theo chương trình công tác năm.",
    "limits": "Một số nhiệm vụ chậm so với tiến độ; việc kiện toàn chức danh còn khuyết chưa kịp thời.",
    "directions": "Tập trung kiện toàn tổ chức, rà soát quy hoạch và hoàn thành chương trình kiểm tra, giám sát.",
}
PROPOSALS = (
    "Đề nghị sớm hướng dẫn việc luân chuyển giữa các địa phương.",
    "Đề nghị bổ sung chỉ tiêu lớp bồi dưỡng nguồn cán bộ.",
    "Đề nghị hướng dẫn thống nhất cách thống kê đơn thư.",
)


def read_on(period: periods.Period) -> datetime.date:
    """The day on whose evening the provinces read the register for their returns."""
    return period.last_day + datetime.timedelta(days=2)


def is_told(period: periods.Period, place: int, provinces: Sequence[str]) -> bool:
    """Whether the report of a place on the list is a return; the last one and the central bloc send theirs without."""
    return period.code in PERIODS and place < len(provinces) - 1


def hand_in(
    stage: scene.Scene, key: ledger.Key, province: str, form: str, period: periods.Period, on: datetime.date
) -> None:
    """Let a report hand the province's return in."""
    _set(stage, key, _submission(province, form, period, on, correct=not _sent_back(stage, province, period)))


def answers(stage: scene.Scene, form: str, period: periods.Period, provinces: Sequence[str]) -> None:
    """The organising committee answers all of a period: first what it sends back, then what it accepts."""
    due = stage.rules.deadline(form, period).due_on
    told = [
        (place, code)
        for place, code in enumerate(provinces[:-1])
        if not {(period.code, place)} & (NEVER_CAME | UNANSWERED)
    ]
    back = [code for place, code in told if place in SENT_BACK.get(period.code, ())]
    right = [code for _, code in told if code not in back]
    corrected = [code for place, code in told if code in back and (period.code, place) not in UNCORRECTED]
    for days_after, kind, units, version in (
        (7, "SEND_BACK_RETURN", back, 1),
        (8, "ACCEPT_RETURN", right, 1),
        (20, "ACCEPT_RETURN", corrected, 2),
    ):
        if units:
            on = days.next_working_day(due + datetime.timedelta(days=days_after))
            effects = [_answer(kind, unit, form, period, version) for unit in units]
            stage.at(on, functools.partial(_write_answer, stage, kind, effects, form, period))
    for unit in corrected:
        on = days.next_working_day(due + datetime.timedelta(days=13))
        stage.at(on, functools.partial(_correct, stage, unit, form, period))


def _sent_back(stage: scene.Scene, province: str, period: periods.Period) -> bool:
    place = list(stage.provinces).index(province) if province in stage.provinces else -1
    return place in SENT_BACK.get(period.code, ())


def _submission(
    province: str, form: str, period: periods.Period, on: datetime.date, *, correct: bool
) -> ledger.Content:
    chance = random.Random(f"return {province} {form} {period.code}")  # nosec B311 - a story, not a secret
    effect: ledger.Content = {
        "kind": "SUBMIT_RETURN",
        "unit": province,
        "other_unit": RECIPIENT,
        "return_form": form,
        "period": period.code,
        "known_on": read_on(period).isoformat(),
        "computed": {},
        "declared": declared(province, form, period, correct=correct),
        "narrative": TOLD,
        "on": on.isoformat(),
    }
    if chance.random() < 0.4:
        effect["proposals"] = [chance.choice(PROPOSALS)]
    return effect


def declared(province: str, form: str, period: periods.Period, *, correct: bool = True) -> dict[str, str]:
    """What a province declares: petitions are carried from period to period; a wrong return counts too few."""
    carried = 4
    told: dict[str, int] = {}
    for code in (each for each in PERIODS if periods.Period.parse(each).kind == period.kind):
        chance = random.Random(f"declared {province} {form} {code}")  # nosec B311
        received, planned = chance.randint(10, 16), chance.randint(12, 18)
        settled = received + carried - chance.randint(2, 6)
        told = {
            "inspections.planned": planned,
            "inspections.done": planned - chance.randint(0, 2),
            "petitions.carried": carried,
            "petitions.received": received,
            "petitions.settled": settled,
            "petitions.pending": carried + received - settled,
            "criticism.items": chance.randint(32, 48),
            "members.out_of_contact": chance.randint(0, 5),
        }
        carried = told["petitions.pending"]
        if code == period.code:
            break
    if not correct:
        told |= {
            "petitions.received": told["petitions.received"] - 2,
            "inspections.done": told["inspections.done"] - 3,
        }
        told["petitions.settled"] -= 2
    return {key: str(value) for key, value in told.items()}


def _answer(kind: str, unit: str, form: str, period: periods.Period, version: int) -> ledger.Content:
    effect: ledger.Content = {
        "kind": kind, "unit": unit, "return_form": form, "period": period.code, "version": version,
    }  # fmt: skip
    return effect | {"reasons": REASONS} if kind == "SEND_BACK_RETURN" else effect


def _correct(stage: scene.Scene, province: str, form: str, period: periods.Period, on: datetime.date) -> None:
    """The second version, an act of the province like the first."""
    title = "Báo cáo công tác tổ chức xây dựng Đảng (chỉnh lý theo yêu cầu)"
    effect = _submission(province, form, period, on, correct=True)
    write(stage, f"{province}-TU", codes.REPORT, title, [effect], on, form=form, period=period.code)


def _write_answer(
    stage: scene.Scene,
    kind: str,
    effects: Sequence[ledger.Content],
    form: str,
    period: periods.Period,
    on: datetime.date,
) -> None:
    title = "Về việc trả lại báo cáo" if kind == "SEND_BACK_RETURN" else "Về việc tiếp nhận báo cáo"
    dated = [{**effect, "on": on.isoformat()} for effect in effects]
    write(stage, ANSWERS, codes.NOTICE, f"{title} {period.code}", dated, on)


def write(
    stage: scene.Scene,
    issuer: str,
    act_type: str,
    title: str,
    effects: Sequence[ledger.Content],
    on: datetime.date,
    **more: str,
) -> None:
    """An act drawn from no random source of the story."""
    offices = stage.rules.signers(stage.world.kinds[issuer], act_type, on)
    signer = stage.world.signer(random.Random(title), issuer, offices)  # nosec B311
    if signer is None:
        raise LookupError(f"nobody in office may sign a {act_type} of {issuer} on {on}")
    content = stage.content(issuer, act_type, title, on=on, signed=False, **more)
    content |= {"signer": signer[0], "signer_post": signer[1], "effects": list(effects)}
    moment = stage.moment(on, has_effects=True)
    stage.ledger.add(content, kind=stage.world.kinds[issuer], recorded_at=moment, chapter=f"{moment:%Y-%m}")


def _set(stage: scene.Scene, key: ledger.Key, effect: ledger.Content) -> None:
    content: Mapping[str, object] = stage.ledger.entries[key.index].content
    stage.ledger.entries[key.index].content = {**content, "effects": [effect]}


def readings() -> list[reading.Asked]:
    """When the register is read for which form and period."""
    parsed = (periods.Period.parse(code) for code in PERIODS)
    return [
        reading.Asked(read_on(each), GROUP, codes.YEAR if each.kind == "year" else codes.HALF_YEAR, each.code)
        for each in parsed
    ]
