"""The centre: its organs, and the acts of the years 2021 to 2025 that the provinces had to concretise.

Numbers, days and chains are real (the fixtures of the domain study); the people who sign are invented.
"""

from __future__ import annotations

import dataclasses
import datetime

from samples.vn_party import codes, days, ledger
from samples.vn_party.scene import Central, Scene

DAY = datetime.date


@dataclasses.dataclass(frozen=True)
class Fixture:
    """A real act of the centre; `about` lists relations to others by symbol."""

    issuer: str
    type: str
    number: int
    symbol: str
    signed_on: datetime.date
    subject: str
    about: tuple[tuple[str, str], ...] = ()


FIXTURES = (
    Fixture(
        "VN-TW",
        codes.REGULATION,
        22,
        "22-QĐ/TW",
        DAY(2021, 7, 28),
        "công tác kiểm tra, giám sát và kỷ luật của Đảng",
    ),
    Fixture(
        "VN-BTC",
        codes.GUIDANCE,
        6,
        "06-HD/BTCTW",
        DAY(2021, 7, 26),
        "tuổi bổ nhiệm, giới thiệu cán bộ ứng cử",
    ),
    Fixture("VN-TW", codes.REGULATION, 24, "24-QĐ/TW", DAY(2021, 7, 30), "thi hành Điều lệ Đảng"),
    Fixture(
        "VN-BTC",
        codes.GUIDANCE,
        11,
        "11-HD/BTCTW",
        DAY(2021, 12, 13),
        "thống kê cơ bản về công tác tổ chức xây dựng Đảng",
    ),
    Fixture("VN-BCT", codes.REGULATION, 50, "50-QĐ/TW", DAY(2021, 12, 27), "công tác quy hoạch cán bộ"),
    Fixture("VN-BCT", codes.REGULATION, 58, "58-QĐ/TW", DAY(2022, 2, 8), "bảo vệ chính trị nội bộ"),
    Fixture(
        "VN-BTC",
        codes.GUIDANCE,
        16,
        "16-HD/BTCTW",
        DAY(2022, 2, 15),
        "một số nội dung về quy hoạch cán bộ",
        ((codes.CONCRETISES, "50-QĐ/TW"),),
    ),
    Fixture("VN-BCT", codes.REGULATION, 65, "65-QĐ/TW", DAY(2022, 4, 28), "luân chuyển cán bộ"),
    Fixture(
        "VN-BCT", codes.REGULATION, 69, "69-QĐ/TW", DAY(2022, 7, 6), "kỷ luật tổ chức đảng, đảng viên vi phạm"
    ),
    Fixture(
        "VN-BCT",
        codes.REGULATION,
        80,
        "80-QĐ/TW",
        DAY(2022, 8, 18),
        "phân cấp quản lý cán bộ và bổ nhiệm, giới thiệu cán bộ ứng cử",
    ),
    Fixture(
        "VN-BCT",
        codes.REGULATION,
        96,
        "96-QĐ/TW",
        DAY(2023, 2, 2),
        "lấy phiếu tín nhiệm đối với chức danh lãnh đạo",
    ),
    Fixture(
        "VN-BCT",
        codes.REGULATION,
        114,
        "114-QĐ/TW",
        DAY(2023, 7, 11),
        "kiểm soát quyền lực trong công tác cán bộ",
    ),
    Fixture(
        "VN-BCT",
        codes.REGULATION,
        124,
        "124-QĐ/TW",
        DAY(2023, 10, 4),
        "kiểm điểm và đánh giá, xếp loại chất lượng hằng năm",
    ),
    Fixture(
        "VN-BCT",
        codes.DIRECTIVE,
        35,
        "35-CT/TW",
        DAY(2024, 6, 14),
        "đại hội đảng bộ các cấp tiến tới Đại hội XIV",
    ),
    Fixture(
        "VN-BTC",
        codes.GUIDANCE,
        27,
        "27-HD/BTCTW",
        DAY(2024, 8, 26),
        "một số nội dung Chỉ thị về đại hội đảng bộ các cấp",
        ((codes.CONCRETISES, "35-CT/TW"),),
    ),
    Fixture(
        "VN-BCT",
        codes.CONCLUSION,
        118,
        "118-KL/TW",
        DAY(2025, 1, 18),
        "điều chỉnh, bổ sung việc chuẩn bị đại hội các cấp",
        ((codes.AMENDS, "35-CT/TW"),),
    ),
    Fixture(
        "VN-TW",
        codes.REGULATION,
        232,
        "232-QĐ/TW",
        DAY(2025, 1, 20),
        "thi hành Điều lệ Đảng",
        ((codes.REPLACES, "24-QĐ/TW"),),
    ),
    Fixture(
        "VN-BCT",
        codes.DIRECTIVE,
        45,
        "45-CT/TW",
        DAY(2025, 4, 14),
        "đại hội đảng bộ các cấp tiến tới Đại hội XIV",
        ((codes.REPLACES, "35-CT/TW"), (codes.REPLACES, "118-KL/TW")),
    ),
    Fixture(
        "VN-TW",
        codes.REGULATION,
        294,
        "294-QĐ/TW",
        DAY(2025, 5, 26),
        "thi hành Điều lệ Đảng",
        ((codes.REPLACES, "232-QĐ/TW"),),
    ),
    Fixture(
        "VN-BCT", codes.REGULATION, 339, "339-QĐ/TW", DAY(2025, 7, 10), "sử dụng Sổ tay đảng viên điện tử"
    ),
    Fixture(
        "VN-VPTW",
        codes.PLAN,
        168,
        "168-KH/VPTW",
        DAY(2025, 8, 21),
        "triển khai Sổ tay đảng viên điện tử",
        ((codes.CONCRETISES, "339-QĐ/TW"),),
    ),
    Fixture(
        "VN-BCT",
        codes.REGULATION,
        366,
        "366-QĐ/TW",
        DAY(2025, 8, 30),
        "kiểm điểm và đánh giá, xếp loại chất lượng",
        ((codes.REPLACES, "124-QĐ/TW"),),
    ),
)
ORGANS = (
    (
        "VN-TW",
        codes.CENTRAL_COMMITTEE,
        "TW",
        "Ban Chấp hành Trung ương",
        "Central Committee",
        "Центральный комитет",
        "Ústřední výbor",
    ),
    ("VN-BCT", codes.POLITBURO, "TW", "Bộ Chính trị", "Politburo", "Политбюро", "Politbyro"),
    ("VN-BBT", codes.SECRETARIAT, "TW", "Ban Bí thư", "Secretariat", "Секретариат", "Sekretariát"),
    (
        "VN-BTC",
        codes.CENTRAL_ORGANISING,
        "BTCTW",
        "Ban Tổ chức Trung ương",
        "Central Organising Committee",
        "Центральный организационный комитет",
        "Ústřední organizační výbor",
    ),
    (
        "VN-VPTW",
        codes.CENTRAL_OFFICE,
        "VPTW",
        "Văn phòng Trung ương",
        "Office of the Central Committee",
        "Канцелярия Центрального комитета",
        "Kancelář ústředního výboru",
    ),
    (
        "VN-DP1",
        codes.LOCAL_DEPARTMENT,
        "VĐP1",
        "Vụ Địa phương I",
        "Local Department I",
        "Местный департамент I",
        "Místní odbor I",
    ),
)
POSTS = (
    ("VN-TW-TBT", "VN-TW", codes.GENERAL_SECRETARY, 1),
    ("VN-TW-UV", "VN-TW", codes.CENTRAL_MEMBER, 12),
    ("VN-BCT-UV", "VN-BCT", codes.POLITBURO_MEMBER, 6),
    ("VN-BBT-TT", "VN-BBT", codes.SECRETARIAT_PERMANENT, 1),
    ("VN-BTC-TB", "VN-BTC", codes.CENTRAL_HEAD, 1),
    ("VN-BTC-PTB", "VN-BTC", codes.CENTRAL_DEPUTY_HEAD, 3),
    ("VN-KTW-TU-BT", "VN-KTW-TU", codes.SECRETARY, 1),
    ("VN-VPTW-CVP", "VN-VPTW", codes.CENTRAL_CHIEF, 1),
    ("VN-DP1-VT", "VN-DP1", codes.DIRECTOR, 1),
)

HOME = "VN-KTW-01"
"""Where the members who work at the centre belong."""


def begin(scene: Scene, clock: days.Clock) -> None:
    """The first act of the record: the party, its central organs, their posts and holders."""
    on = DAY(2020, 10, 1)
    names = {
        "vi": "Đảng bộ miền Bắc (mẫu)",
        "en": "Northern organisation (sample)",
        "ru": "Северная организация (образец)",
        "cs": "Severní organizace (vzor)",
    }
    effects = [scene.found("VN", None, codes.PARTY, names)]
    for unit, kind, short, *spoken in ORGANS:
        parent = "VN-BTC" if kind == codes.LOCAL_DEPARTMENT else "VN"
        effects.append(
            scene.found(unit, parent, kind, dict(zip(("vi", "en", "ru", "cs"), spoken, strict=True)), short)
        )
    effects += _home(scene)
    effects += [scene.establish(code, unit, office, seats, on) for code, unit, office, seats in POSTS]
    staff = [scene.invent(on=on, ages=(50, 68), share_women=0.2, province="VN") for _ in range(30)]
    effects += [scene.admit(person, HOME, "full") for person in staff]
    free = iter(staff)
    for code, _, _, seats in POSTS:
        effects += [scene.appoint(next(free).code, scene.world.posts[code], on) for _ in range(seats)]
    scene.write(
        "VN-TW",
        codes.DECISION,
        "Lập sổ đăng ký tổ chức, cán bộ và đảng viên",
        on=on,
        effects=effects,
        recorded_at=clock.tick(),
        chapter="Initial register: centre",
    )


def _home(scene: Scene) -> list[ledger.Content]:
    """The organisation of the central bodies: the centre itself has no members."""
    names = {
        "vi": "Đảng bộ Khối các cơ quan Trung ương",
        "en": "Central bodies",
        "ru": "Центральные учреждения",
        "cs": "Ústřední úřady",
    }
    return [
        scene.found("VN-KTW", "VN", codes.PROVINCE, names),
        scene.found(
            "VN-KTW-TU",
            "VN-KTW",
            codes.PROVINCE_COMMITTEE,
            {"vi": "Đảng ủy Khối các cơ quan Trung ương"},
            "ĐUK",
        ),
        scene.found(HOME, "VN-KTW", codes.GRASSROOTS, {"vi": "Đảng bộ cơ quan Trung ương"}, "ĐU"),
    ]


def issue(
    scene: Scene, fixture: Fixture, *, recorded_at: datetime.datetime | None = None, chapter: str = ""
) -> None:
    """Write one of the real acts and let the provinces cite it."""
    known = {act.symbol: act for act in scene.central}
    relations = [(kind, known[symbol].key) for kind, symbol in fixture.about]
    key = scene.write(
        fixture.issuer,
        fixture.type,
        f"Về {fixture.subject}",
        on=fixture.signed_on,
        relations=relations,
        number=fixture.number,
        recorded_at=recorded_at,
        chapter=chapter,
    )
    for kind, symbol in fixture.about:
        if kind == codes.REPLACES:
            scene.ended[known[symbol].key] = fixture.signed_on
    scene.central.append(Central(key, fixture.signed_on, fixture.symbol, fixture.subject))


def cited(scene: Scene, symbol: str) -> ledger.Key:
    """The key of a central act by its symbol."""
    return next(act.key for act in scene.central if act.symbol == symbol)


def schedule(scene: Scene, clock: days.Clock) -> None:
    """Acts from before the record at once, the others on their days."""
    for fixture in sorted(FIXTURES, key=lambda each: each.signed_on):
        if fixture.signed_on < days.RECORDING_BEGAN.date():
            issue(scene, fixture, recorded_at=clock.tick(), chapter="Initial register: acts of the centre")
        else:
            scene.at(fixture.signed_on, lambda on, each=fixture: issue(scene, each))  # type: ignore[misc]
