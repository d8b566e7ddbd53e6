"""Invented people. Names are put together from common parts; given names borne by leaders in office are left out.

A person is known by a code that means nothing.
"""

from __future__ import annotations

import dataclasses
import datetime
import random

FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Trịnh",
    "Lương",
    "Đào",
    "Phan",
    "Tạ",
    "Cao",
    "Mai",
)
FAMILY_WEIGHTS = (36, 11, 10, 7, 6, 5, 3, 3, 3, 2, 2, 1, 2, 2, 1, 2, 2, 1, 1, 1)
HIGHLAND_FAMILIES = (
    "Lò",
    "Quàng",
    "Cà",
    "Giàng",
    "Vàng",
    "Sùng",
    "Tòng",
    "Lường",
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
)
MEN_MIDDLE = (
    "Văn",
    "Đình",
    "Hữu",
    "Bá",
    "Công",
    "Đắc",
    "Thế",
    "Huy",
    "Viết",
    "Trọng",
    "Khắc",
    "Như",
    "Sỹ",
    "Mạnh",
)
MEN_GIVEN = (
    "Bách",
    "Bảo",
    "Bắc",
    "Biên",
    "Chiểu",
    "Chung",
    "Điền",
    "Độ",
    "Đồng",
    "Hậu",
    "Hiếu",
    "Hiệp",
    "Hoạt",
    "Hòa",
    "Khiêm",
    "Khoát",
    "Kiên",
    "Lịch",
    "Luân",
    "Luyện",
    "Mão",
    "Nhuận",
    "Phi",
    "Phong",
    "Quyền",
    "Sáng",
    "Tân",
    "Thạch",
    "Thiện",
    "Thuận",
    "Tiệp",
    "Tính",
    "Toản",
    "Trà",
    "Trường",
    "Tuyển",
    "Viễn",
    "Vịnh",
    "Vượng",
    "Xương",
)
WOMEN_MIDDLE = (
    "Thị",
    "Thị Thanh",
    "Thị Minh",
    "Thị Thu",
    "Thị Kim",
    "Thị Hồng",
    "Thị Bích",
    "Thị Ngọc",
    "Thị Như",
)
WOMEN_GIVEN = (
    "An",
    "Ánh",
    "Bình",
    "Chi",
    "Cúc",
    "Duyên",
    "Đào",
    "Hạnh",
    "Hằng",
    "Hiền",
    "Hoa",
    "Hợp",
    "Hương",
    "Huyền",
    "Liên",
    "Loan",
    "Lụa",
    "Lý",
    "Miền",
    "Nga",
    "Nguyệt",
    "Nhàn",
    "Nhung",
    "Oanh",
    "Phượng",
    "Quyên",
    "Sen",
    "Tâm",
    "Thảo",
    "Thắm",
    "Thoa",
    "Thơm",
    "Tuyết",
    "Uyên",
    "Vân",
    "Xuân",
    "Yến",
)


@dataclasses.dataclass(frozen=True)
class Person:
    """Someone who never was."""

    code: str
    family_name: str
    given_name: str
    sex: str
    born_on: datetime.date

    def age(self, on: datetime.date) -> int:
        """Years completed on the day."""
        return on.year - self.born_on.year - ((on.month, on.day) < (self.born_on.month, self.born_on.day))


def invent(
    rng: random.Random,
    number: int,
    *,
    on: datetime.date,
    ages: tuple[int, int],
    share_women: float,
    highland: bool = False,
) -> Person:
    """A person of some age in `ages` on the day; `number` makes the code."""
    woman = rng.random() < share_women
    years = int(rng.triangular(ages[0], ages[1] + 1, ages[0] + (ages[1] - ages[0]) * 0.4))
    born_on = on - datetime.timedelta(days=int(years * 365.25) + rng.randrange(1, 365))
    if highland:
        family = rng.choice(HIGHLAND_FAMILIES)
    else:
        family = rng.choices(FAMILIES, FAMILY_WEIGHTS)[0]
    middle, given = (WOMEN_MIDDLE, WOMEN_GIVEN) if woman else (MEN_MIDDLE, MEN_GIVEN)
    name = f"{rng.choice(middle)} {rng.choice(given)}"
    return Person(f"P{number:06d}", family, name, "F" if woman else "M", born_on)
