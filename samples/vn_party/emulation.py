"""The emulation cluster: its provinces scored for 2023 and 2024, and the good practices they share.

Points are invented; what the register knows is in no act. A random source of its own keeps all other stories as they
are, and acts of types that no report counts by itself keep the figures.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence

from fasti.charter import scorecards
from samples.vn_party import codes, days, ledger, returns, scene

CARD, CENTRE, DECIDES = "emulation", "VN", "VN-BTC"
YEARS = (2023, 2024)
JUDGED = {"programme": (14, 19), "movements": (6, 9), "experience": (6, 9)}
LATE = {2023: (4, 9, 2, 11), 2024: (0, 7, 5, 12)}
"""Places, in the list of provinces, that lose a point for reports that came late."""
NEW = {2023: (3, 6), 2024: (1, 8, 10)}
"""Those that gain points for something new."""

PRACTICES = (
    (
        "VN-18", "hop-mot-cua", "structure", "Một cửa cho hồ sơ tổ chức",
        "Hồ sơ thành lập, sáp nhập tổ chức được nhận và trả tại một nơi; thời gian giải quyết giảm từ ba mươi ngày "
        "xuống mười hai ngày.",
        "Ba huyện, từ tháng 3 năm 2023", datetime.date(2023, 9, 14),
    ),
    (
        "VN-13", "so-tay-chi-bo", "membership", "Sổ tay chi bộ bốn tốt",
        "Mỗi chi bộ giữ một sổ tay với các việc phải làm hằng tháng; đảng ủy cấp trên đối chiếu mỗi quý.",
        "", datetime.date(2023, 11, 6),
    ),
    (
        "VN-56", "lop-ghep", "training", "Lớp bồi dưỡng ghép với thực tế",
        "Học viên quy hoạch học hai ngày trên lớp và ba ngày tại cơ sở, kết thúc bằng một đề án nhỏ.",
        "Lớp nguồn năm 2023", datetime.date(2024, 2, 27),
    ),
    (
        "VN-22", "quy-hoach-mo", "personnel", "Rà soát quy hoạch hai lần trong năm",
        "Danh sách quy hoạch được rà soát giữa năm và cuối năm, có ý kiến của nơi cư trú.",
        "", datetime.date(2024, 8, 19),
    ),
    (
        "VN-67", "bao-cao-nhanh", "emulation", "Báo cáo nhanh bằng biểu mẫu chung",
        "Các huyện gửi số liệu thi đua theo một biểu mẫu trước ngày mùng năm.",
        "Toàn tỉnh", datetime.date(2023, 5, 16),
    ),
)  # fmt: skip
"""Unit, code, topic, title, text, where it worked, and when it was published."""
ADOPTED = (
    ("VN-09", "VN-18", "hop-mot-cua", datetime.date(2024, 1, 23)),
    ("VN-61", "VN-18", "hop-mot-cua", datetime.date(2024, 4, 11)),
    ("VN-20", "VN-13", "so-tay-chi-bo", datetime.date(2024, 3, 19)),
    ("VN-63", "VN-56", "lop-ghep", datetime.date(2024, 9, 10)),
    ("VN-54", "VN-67", "bao-cao-nhanh", datetime.date(2023, 8, 22)),
)
WITHDRAWN = (
    ("VN-67", "bao-cao-nhanh", "Thay bằng biểu mẫu báo cáo của Trung ương.", datetime.date(2024, 10, 8)),
)


def schedule(stage: scene.Scene, provinces: Sequence[str]) -> None:
    """Everything of the cluster, on the calendar."""
    for year in YEARS:
        _score(stage, provinces, year)
    for unit, code, topic, title, text, where, on in PRACTICES:
        effect: ledger.Content = {"kind": "PUBLISH_PRACTICE", "unit": unit, "practice": code, "practice_topic": topic,
                                  "title": title, "text": text}  # fmt: skip
        effect |= {"worked_at": where} if where else {}
        _issue(stage, f"{unit}-TU", codes.REPORT, f"Báo cáo điển hình: {title}", [effect], on)
    for unit, author, code, on in ADOPTED:
        effect = {"kind": "ADOPT_PRACTICE", "unit": unit, "other_unit": author, "practice": code}
        _issue(
            stage, f"{unit}-TU", codes.REPORT, "Báo cáo việc áp dụng điển hình của đơn vị bạn", [effect], on
        )
    for unit, code, because, on in WITHDRAWN:
        effect = {"kind": "WITHDRAW_PRACTICE", "unit": unit, "practice": code, "because": because}
        _issue(stage, f"{unit}-TU", codes.NOTICE, "Thông báo thôi phổ biến điển hình", [effect], on)


def _score(stage: scene.Scene, provinces: Sequence[str], year: int) -> None:
    """Self-assessment, cross-check by pairs, and the final score of all in one act."""
    last = datetime.date(year, 12, 31)
    members = stage.rules.pack.peer_group(returns.GROUP, as_of=last).units
    if set(members) != set(provinces):
        raise LookupError(f"the story scores others than the members of {returns.GROUP}")
    finals = []
    for place, unit in enumerate(members):
        chance = random.Random(f"points {unit} {year}")  # nosec B311 - a story, not a secret
        fair = {item: chance.randint(2 * low, 2 * high) for item, (low, high) in JUDGED.items()}
        own = {item: halves + chance.randint(0, 2) for item, halves in fair.items()}
        checked = {item: halves + chance.randint(0, 1) for item, halves in fair.items()}
        checker = scorecards.checker(members, unit, on=last)
        on = days.next_working_day(datetime.date(year + 1, 1, 8) + datetime.timedelta(days=place % 4))
        title = f"Báo cáo tự chấm điểm thi đua năm {year}"
        _issue(stage, f"{unit}-TU", codes.REPORT, title, [_points("self", unit, unit, year, own)], on)
        on = days.next_working_day(on + datetime.timedelta(days=5))
        title = f"Báo cáo chấm chéo thi đua năm {year}"
        _issue(
            stage, f"{checker}-TU", codes.REPORT, title, [_points("check", checker, unit, year, checked)], on
        )
        finals.append(_final(unit, place, year, fair))
    on = days.next_working_day(datetime.date(year + 1, 1, 25))
    _issue(stage, DECIDES, codes.NOTICE, f"Thông báo kết quả chấm điểm thi đua năm {year}", finals, on)


def _final(unit: str, place: int, year: int, fair: dict[str, int]) -> ledger.Content:
    effect = _points("final", CENTRE, unit, year, fair)
    points: dict[str, str] = dict(effect["points"])
    evidence = {}
    if place in LATE[year]:
        points["late_reports"], evidence["late_reports"] = "1", "Báo cáo kỳ gửi sau thời hạn"
    if place in NEW[year]:
        points["innovation"], evidence["innovation"] = "1.5", "Sáng kiến được cụm công nhận"
    return {**effect, "points": points, **({"evidence": evidence} if evidence else {})}


def _points(step: str, giver: str, unit: str, year: int, halves: dict[str, int]) -> ledger.Content:
    return {
        "kind": "SCORE", "unit": giver, "other_unit": unit, "scorecard": CARD, "period": str(year), "step": step,
        "points": {item: str(n // 2) if n % 2 == 0 else f"{n // 2}.5" for item, n in halves.items()},
    }  # fmt: skip


def _issue(
    stage: scene.Scene,
    issuer: str,
    act_type: str,
    title: str,
    effects: Sequence[ledger.Content],
    on: datetime.date,
) -> None:
    def write(day: datetime.date) -> None:
        dated = [{**effect, "on": day.isoformat()} for effect in effects]
        returns.write(stage, issuer, act_type, title, dated, day)

    stage.at(on, write)
