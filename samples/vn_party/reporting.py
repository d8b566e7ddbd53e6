"""What the provinces report, plan, teach and award, and the papers they write among themselves."""

from __future__ import annotations

import datetime
import functools
import random
from collections.abc import Sequence

from fasti.dates import periods
from samples.vn_party import codes, days, ledger, places, returns, scene, targets

LATE = {
    "2023-H1": (4, 9),
    "2023-H2": (2, 11),
    "2024-H1": (0, 7),
    "2024-H2": (5, 12),
    "2025-H1": (6, 11),
    "2025-H2": (1, 10),
}
"""By period: the places, in the list of provinces, of the two whose report is a few days late,
the first of them within the days of grace if the rule book gives any."""
IN_TIME = "2024-H1"
"""In this half-year both are within the days of grace: all fourteen count as reported."""
SPOKEN = {("half_year", 0): "6 tháng đầu năm", ("half_year", 1): "6 tháng cuối năm", ("year", 0): "năm"}
"""How a period is said in a title, before the year."""
GROUPS = (
    "Tổ chức bộ máy",
    "Quy hoạch cán bộ",
    "Điều động, bổ nhiệm",
    "Đào tạo, bồi dưỡng",
    "Tổ chức đảng, đảng viên",
    "Bảo vệ chính trị nội bộ",
    "Chuẩn bị đại hội",
    "Sơ kết, tổng kết",
    "Chế độ, chính sách cán bộ",
)
INNER = (
    "Về việc bố trí phòng họp",
    "Về việc mua sắm văn phòng phẩm",
    "Về việc phân công trực cơ quan",
    "Về việc sửa chữa trụ sở",
    "Về việc sử dụng xe công",
    "Về việc kiểm kê tài sản",
    "Về việc nộp lưu hồ sơ",
)
CATEGORIES, PRIZES = (
    ("print", "online", "television", "radio", "photo"),
    ("a", "b", "b", "c", "c", "c", "encouragement"),
)
WORKS = (
    "Giữ lửa từ chi bộ",
    "Nghị quyết về bản",
    "Người bí thư đi cơ sở",
    "Chuyện ở chi bộ bốn tốt",
    "Bản xa có đảng viên trẻ",
    "Khi đảng viên đi trước",
    "Từ một cuộc họp chi bộ",
    "Con đường mới lên bản",
    "Niềm tin nơi biên giới",
    "Cán bộ trẻ về xã",
    "Gỡ khó từ cơ sở",
    "Tiếng nói từ cuộc họp dân",
    "Đổi thay dưới chân núi",
    "Sổ tay của bí thư",
    "Những hạt giống mới",
    "Một nhiệm kỳ nhìn lại",
    "Nói đi đôi với làm",
    "Chọn đúng người, giao đúng việc",
    "Lớp học buổi tối",
    "Ngọn đèn nhà văn hóa",
    "Mùa xuân ở chi bộ",
    "Bước chân tuần tra",
    "Cây cầu của dân",
)


def reports(stage: scene.Scene, half: periods.Period, provinces: Sequence[str]) -> None:
    """Each province's own report for the half-year, and after the second half for the year."""
    forms = [(codes.HALF_YEAR, half)]
    if half.code.endswith("H2"):
        forms.append((codes.YEAR, periods.Period.parse(half.code[:4])))
    for form, period in forms:
        deadline = stage.rules.deadline(form, period)
        for place, province in enumerate((*provinces, "VN-KTW")):
            if half.code == "2025-H1" and province in places.VANISHING:
                on = datetime.date(2025, 6, 27)
            elif place in LATE[half.code]:
                on = days.next_working_day(deadline.due_on + datetime.timedelta(days=stage.rng.randint(1, 3)))
                if half.code == IN_TIME or place == LATE[half.code][0]:
                    on = min(on, deadline.last_on)
            else:
                span = max(1, (deadline.due_on - period.last_day).days - 2)
                on = days.previous_working_day(
                    deadline.due_on - datetime.timedelta(days=stage.rng.randrange(span))
                )
            if not returns.is_told(period, place, provinces):
                stage.at(on, functools.partial(_report, stage, f"{province}-TU", form, period))
            elif (period.code, place) in returns.NEVER_CAME:
                stage.at(on, functools.partial(_unwritten, stage, f"{province}-TU"))
            else:
                stage.at(on, functools.partial(_return, stage, province, form, period))
        if period.code in returns.PERIODS:
            returns.answers(stage, form, period, provinces)
    districts = functools.partial(_district_reports, stage, half, provinces)
    if half.starts_on < days.MERGED_ON:
        districts(half.starts_on)
    else:
        stage.at(days.MERGED_ON, districts, order=scene.FIRST_IN_DAY)


def _district_reports(
    stage: scene.Scene, half: periods.Period, provinces: Sequence[str], on: datetime.date
) -> None:
    """Each district's half-year report to its province; few come late, and one in forty not at all."""
    chance = random.Random(f"district reports {half.code}")  # nosec B311 - a story, not a secret
    for province in provinces:
        for district in stage.world.children_of(province, *codes.DISTRICTS):
            if chance.random() < 1 / 40:
                continue
            after = chance.randint(11, 14) if chance.random() < 1 / 15 else chance.randint(1, 8)
            on = days.next_working_day(half.last_day + datetime.timedelta(days=after))
            if half.code == "2025-H1" and stage.world.kinds[district] == codes.DISTRICT:
                on = datetime.date(2025, 6, 27)
            issuer = stage.world.committee(district)
            stage.at(on, functools.partial(_report, stage, issuer, codes.HALF_YEAR, half))


def _report(
    stage: scene.Scene, issuer: str, form: str, period: periods.Period, on: datetime.date
) -> ledger.Key:
    title = f"Báo cáo công tác tổ chức xây dựng Đảng {SPOKEN[period.kind, period.index]} {period.year}"
    return stage.write(issuer, codes.REPORT, title, on=on, form=form, period=period.code)


def _return(stage: scene.Scene, province: str, form: str, period: periods.Period, on: datetime.date) -> None:
    key = _report(stage, f"{province}-TU", form, period, on)
    returns.hand_in(stage, key, province, form, period, on)


def _unwritten(stage: scene.Scene, issuer: str, on: datetime.date) -> None:
    """Draw from the random source what the report would have drawn, so that the rest of the story stays as it is."""
    stage.content(issuer, codes.REPORT, "", on=on)
    stage.moment(on, has_effects=False)


def programme(
    stage: scene.Scene, province: str, year: int, on: datetime.date, *, groups: int
) -> ledger.Content:
    """The programme of work for a year as tasks in groups; returns nothing but the act in the ledger."""
    at, tasks = stage.world, []
    districts = at.children_of(province, *codes.DISTRICTS)
    head = at.post(f"{province}-BTCTU", codes.HEAD).holders[0]
    for group in GROUPS[:groups]:
        for number in range(1, stage.rng.randint(2, 3) + 1):
            unit = f"{province}-BTCTU" if number == 1 else stage.rng.choice(districts)
            due = days.working_day(stage.rng, datetime.date(year, 2, 1), datetime.date(year, 12, 20))
            task = {
                "text": f"{group}: nhiệm vụ {number}",
                "unit": unit,
                "group": group,
                "due_on": due.isoformat(),
            }
            if number == 1 or stage.rng.random() < 0.9:
                task["responsible"] = head
            tasks.append(task)
    return {"type": codes.PROGRAMME, "title": f"Chương trình công tác năm {year}", "tasks": tasks}


def _programme(stage: scene.Scene, province: str, year: int, groups: int, on: datetime.date) -> None:
    content = programme(stage, province, year, on, groups=groups)
    stage.write(f"{province}-TU", content["type"], content["title"], on=on, tasks=content["tasks"])


def programmes(stage: scene.Scene, provinces: Sequence[str]) -> None:
    """Each December the programme for the year to come."""
    for province in provinces:
        for year in (2024, 2025, 2026):
            if year == 2026 and province in places.VANISHING:
                continue
            on = days.working_day(stage.rng, datetime.date(year - 1, 12, 4), datetime.date(year - 1, 12, 22))
            groups = targets.TASK_GROUPS if province == places.DIEN_BIEN.code else stage.rng.randint(6, 9)
            stage.at(on, functools.partial(_programme, stage, province, year, groups))


def inner_papers(stage: scene.Scene, half: periods.Period, province: str) -> None:
    """Letters of the committee's office on its own household."""
    last = (
        datetime.date(2025, 6, 20)
        if half.code == "2025-H1" and province in places.VANISHING
        else half.last_day
    )
    for _ in range(stage.rng.randint(4, 7)):
        on = days.working_day(stage.rng, half.starts_on, last)
        title = stage.rng.choice(INNER)
        stage.at(on, functools.partial(_inner_paper, stage, province, title))


def _inner_paper(stage: scene.Scene, province: str, title: str, on: datetime.date) -> None:
    stage.write(f"{province}-VPTU", codes.DISPATCH, title, on=on)


def course(
    stage: scene.Scene,
    province: str,
    name: str,
    *,
    people: int,
    academy: int,
    leaders: int,
    on: datetime.date,
) -> ledger.Key:
    """A course held by the province: every participant completes every topic."""
    at = stage.world
    topics = {"academy": [f"{name}-{number:02d}" for number in range(1, academy + 1)]}
    topics |= (
        {"leaders": [f"{name}-{number:02d}" for number in range(academy + 1, academy + leaders + 1)]}
        if leaders
        else {}
    )
    pool = [
        person
        for district in at.children_of(province, *codes.DISTRICTS)
        for organ in at.children_of(district, *codes.DISTRICT_COMMITTEES)
        for post in at.posts_at[organ]
        for person in post.holders
    ]
    effects = [
        {"kind": "COMPLETE_TRAINING", "person": person, "unit": province, "course": name, "topics": topics}
        for person in stage.rng.sample(pool, people)
    ]
    return stage.write(
        f"{province}-BTCTU",
        codes.DECISION,
        "Công nhận kết quả lớp bồi dưỡng nguồn cán bộ",
        on=on,
        effects=effects,
    )


def courses(stage: scene.Scene, half: periods.Period, provinces: Sequence[str]) -> None:
    """About every third province holds a small course; Ninh Bình held the large one in the first half of 2024."""
    for province in provinces:
        if province == "VN-18" and half.code == "2024-H1":
            on = datetime.date(2024, 5, 24)
            plan = functools.partial(
                course,
                stage,
                province,
                "NB-2024-01",
                people=targets.COURSE_PEOPLE,
                academy=targets.COURSE_BY_ACADEMY,
                leaders=targets.COURSE_BY_LEADERS,
            )
        elif stage.rng.random() < 0.4 and province not in places.VANISHING:
            on = days.working_day(stage.rng, half.starts_on, half.last_day)
            plan = functools.partial(
                course,
                stage,
                province,
                f"{province[3:]}-{half.code}",
                people=stage.rng.randint(20, 36),
                academy=stage.rng.randint(4, 7),
                leaders=stage.rng.randint(0, 2),
            )
        else:
            continue
        stage.at(on, lambda day, plan=plan: plan(on=day))  # type: ignore[misc]


def awards(stage: scene.Scene, province: str, edition: int, number: int, on: datetime.date) -> None:
    """The press prize of a year: works by authors and by groups of authors."""
    at = stage.world
    home = at.children_of(f"{province}-01", codes.GRASSROOTS)
    effects: list[ledger.Content] = []
    for work in stage.rng.sample(WORKS, number):
        authors = stage.rng.sample(at.members[stage.rng.choice(home)], stage.rng.choice((1, 1, 1, 2, 3, 4)))
        effects.append(
            {
                "kind": "AWARD",
                "unit": province,
                "edition": str(edition),
                "category": stage.rng.choice(CATEGORIES),
                "prize": stage.rng.choice(PRIZES),
                "work": work,
                "authors": authors,
            }
        )
    stage.write(
        f"{province}-TU",
        codes.DECISION,
        f"Trao giải báo chí về xây dựng Đảng năm {edition}",
        on=on,
        effects=effects,
    )


def prizes(stage: scene.Scene) -> None:
    """Điện Biên gives prizes every year, some others now and then."""
    for province, edition, number, on in (
        ("VN-71", 2023, targets.WORKS_AWARDED, datetime.date(2023, 12, 22)),
        ("VN-71", 2024, 18, datetime.date(2024, 12, 20)),
        ("VN-22", 2023, 9, datetime.date(2023, 11, 17)),
        ("VN-13", 2024, 12, datetime.date(2024, 1, 30)),
        ("VN-21", 2024, 7, datetime.date(2024, 10, 11)),
        ("VN-HP", 2025, 8, datetime.date(2025, 1, 24)),
    ):
        stage.at(on, functools.partial(awards, stage, province, edition, number))
