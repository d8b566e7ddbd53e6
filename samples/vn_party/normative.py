"""Acts of the provinces that put acts of the centre into their own terms: a half-year report counts them by bucket."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence
from typing import Any

from fasti.dates import periods
from samples.vn_party import centre, codes, days, ledger, places, scene

TYPES = {
    "project": (codes.SCHEME, codes.SCHEME),
    "resolution": (codes.RESOLUTION, codes.CONCLUSION),
    "decision": (codes.DECISION, codes.REGULATION),
    "plan": (codes.PLAN, codes.DISPATCH),
    "guidance": (codes.GUIDANCE, codes.GUIDANCE),
}
TITLES = {
    codes.SCHEME: "Đề án nâng cao chất lượng thực hiện {subject}",
    codes.RESOLUTION: "Nghị quyết về lãnh đạo thực hiện {subject}",
    codes.CONCLUSION: "Kết luận về tình hình, kết quả thực hiện {subject}",
    codes.DECISION: "Quyết định ban hành quy chế thực hiện {subject}",
    codes.REGULATION: "Quy định cụ thể hóa {subject}",
    codes.PLAN: "Kế hoạch triển khai {subject}",
    codes.DISPATCH: "Công văn về việc thực hiện {subject}",
    codes.GUIDANCE: "Hướng dẫn thực hiện {subject}",
    codes.CIRCULAR: "Thông tri về {subject}",
}
TEXT = "Căn cứ {symbol}, {issuer} ban hành văn bản này để cụ thể hóa và tổ chức thực hiện trong toàn đảng bộ."
RESERVED = {"decision": {"2024-H1": 2}}
"""Acts that the neighbour cases add to a bucket themselves: on the first and on the last day."""


def schedule(
    stage: scene.Scene,
    half: periods.Period,
    provinces: Sequence[str],
    volumes: dict[str, int],
    *,
    is_cluster: bool,
) -> None:
    """Spread a half-year's acts over provinces and days."""
    for bucket, total in volumes.items():
        less = RESERVED.get(bucket, {}).get(half.code, 0) if is_cluster else 0
        for province, number in scene.share_out(stage.rng, total - less, provinces).items():
            for _ in range(number):
                stage.at(_day(stage, half, province), functools.partial(_issue, stage, province, bucket))


def _day(stage: scene.Scene, half: periods.Period, province: str) -> datetime.date:
    last = half.last_day
    if half.code == "2025-H1" and province in places.VANISHING:
        last = datetime.date(2025, 6, 20)
    return days.working_day(stage.rng, half.starts_on, last)


def _issue(stage: scene.Scene, province: str, bucket: str, on: datetime.date) -> None:
    first, second = TYPES[bucket]
    act_type = first if stage.rng.random() < 0.62 else second
    organ = "BTCTU" if act_type == codes.GUIDANCE and stage.rng.random() < 0.6 else "TU"
    late = stage.rng.choice((20, 26, 33, 47, 58)) if stage.rng.random() < 0.05 else 0
    tasks = (
        _tasks(stage, province, on)
        if act_type == codes.PLAN and (province, on.year) != ("VN-71", 2023)
        else []
    )
    concretise(stage, f"{province}-{organ}", act_type, on, tasks=tasks, late=late)


def concretise(
    stage: scene.Scene,
    issuer: str,
    act_type: str,
    on: datetime.date,
    *,
    symbol: str = "",
    tasks: Sequence[scene.Task] = (),
    late: int = 0,
    **more: Any,
) -> ledger.Key:
    """Write an act that concretises a central one: the given one, or some in force."""
    chosen = next(act for act in stage.central if act.symbol == symbol) if symbol else stage.central_act(on)
    title = TITLES[act_type].format(subject=chosen.subject)
    text = TEXT.format(symbol=chosen.symbol, issuer=stage.world.names[issuer])
    return stage.write(
        issuer,
        act_type,
        title,
        on=on,
        relations=[(codes.CONCRETISES, chosen.key)],
        tasks=tasks,
        late=late,
        text=text,
        **more,
    )


def _tasks(stage: scene.Scene, province: str, on: datetime.date) -> list[scene.Task]:
    """Two or three tasks for districts, some without anybody responsible or any day."""
    tasks = []
    at = stage.world
    for district in stage.rng.sample(at.children_of(province, *codes.DISTRICTS), stage.rng.randint(2, 3)):
        task = {"text": "Xây dựng kế hoạch của cấp mình và báo cáo kết quả", "unit": district}
        holders = at.post(at.committee(district), codes.DISTRICT_SECRETARY).holders
        if holders and stage.rng.random() < 0.9:
            task["responsible"] = holders[0]
        if stage.rng.random() < 0.93:
            task["due_on"] = (on + datetime.timedelta(days=stage.rng.choice((30, 45, 60, 90)))).isoformat()
        tasks.append(task)
    return tasks


def first_chain(stage: scene.Scene, clock: days.Clock, chapter: str) -> None:
    """Nghệ An's regulation and guidance on succession planning, from before the record."""
    on = datetime.date(2022, 3, 1)
    known = [(codes.CONCRETISES, centre.cited(stage, symbol)) for symbol in ("50-QĐ/TW", "16-HD/BTCTW")]
    for act_type, number in ((codes.REGULATION, 15), (codes.GUIDANCE, 3)):
        title, at = TITLES[act_type].format(subject="công tác quy hoạch cán bộ"), clock.tick()
        stage.write(
            "VN-22-TU", act_type, title, on=on, number=number, relations=known, recorded_at=at, chapter=chapter
        )  # fmt: skip


def chains(stage: scene.Scene) -> None:
    """The documented chain of Nghệ An from the directive on congresses to the circular that replaced the first."""
    issuer = "VN-22-TU"
    keys: dict[str, ledger.Key] = {}

    def first(on: datetime.date) -> None:
        known = [(codes.CONCRETISES, centre.cited(stage, symbol)) for symbol in ("35-CT/TW", "27-HD/BTCTW")]
        keys["09-TT/TU"] = stage.write(
            issuer, codes.CIRCULAR, "Thông tri về đại hội đảng bộ các cấp", on=on, number=9, relations=known
        )

    def second(on: datetime.date) -> None:
        relations = [(codes.AMENDS, keys["09-TT/TU"]), (codes.CONCRETISES, centre.cited(stage, "118-KL/TW"))]
        stage.write(
            issuer,
            codes.CONCLUSION,
            "Kết luận bổ sung Thông tri số 09-TT/TU",
            on=on,
            number=474,
            relations=relations,
            recorded_at=stage.moment(on, has_effects=True),
        )

    def third(on: datetime.date) -> None:
        relations = [(codes.CONCRETISES, centre.cited(stage, "45-CT/TW")), (codes.REPLACES, keys["09-TT/TU"])]
        stage.write(
            issuer,
            codes.CIRCULAR,
            "Thông tri về đại hội đảng bộ các cấp (thay thế)",
            on=on,
            number=13,
            relations=relations,
        )

    stage.at(datetime.date(2024, 9, 10), first)
    stage.at(datetime.date(2025, 2, 11), second)
    stage.at(datetime.date(2025, 4, 26), third)
