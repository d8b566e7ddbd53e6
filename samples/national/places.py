"""The 63 provinces and centrally run cities as they were until 30 June 2025, and which went over into which."""

from __future__ import annotations

from typing import NamedTuple


class Province(NamedTuple):
    """Its ISO code and name; `is_city`: a city under the centre."""

    code: str
    name: str
    is_city: bool = False


_NAMES = """01 Lai Châu; 02 Lào Cai; 03 Hà Giang; 04 Cao Bằng; 05 Sơn La; 06 Yên Bái; 07 Tuyên Quang; 09 Lạng Sơn;
13 Quảng Ninh; 14 Hòa Bình; 18 Ninh Bình; 20 Thái Bình; 21 Thanh Hóa; 22 Nghệ An; 23 Hà Tĩnh; 24 Quảng Bình;
25 Quảng Trị; 26 Thừa Thiên Huế; 27 Quảng Nam; 28 Kon Tum; 29 Quảng Ngãi; 30 Gia Lai; 31 Bình Định; 32 Phú Yên;
33 Đắk Lắk; 34 Khánh Hòa; 35 Lâm Đồng; 36 Ninh Thuận; 37 Tây Ninh; 39 Đồng Nai; 40 Bình Thuận; 41 Long An;
43 Bà Rịa - Vũng Tàu; 44 An Giang; 45 Đồng Tháp; 46 Tiền Giang; 47 Kiên Giang; 49 Vĩnh Long; 50 Bến Tre; 51 Trà Vinh;
52 Sóc Trăng; 53 Bắc Kạn; 54 Bắc Giang; 55 Bạc Liêu; 56 Bắc Ninh; 57 Bình Dương; 58 Bình Phước; 59 Cà Mau;
61 Hải Dương; 63 Hà Nam; 66 Hưng Yên; 67 Nam Định; 68 Phú Thọ; 69 Thái Nguyên; 70 Vĩnh Phúc; 71 Điện Biên;
72 Đắk Nông; 73 Hậu Giang; CT Cần Thơ; DN Đà Nẵng; HN Hà Nội; HP Hải Phòng; SG Thành phố Hồ Chí Minh"""


def _read(text: str) -> Province:
    code, name = text.strip().split(" ", 1)
    return Province(f"VN-{code}", name, code.isalpha())


PROVINCES = tuple(_read(each) for each in _NAMES.replace("\n", " ").split(";"))

INTO = {
    "07": "03", "02": "06", "69": "53", "68": "70 14", "56": "54", "66": "20", "HP": "61", "18": "63 67",
    "25": "24", "DN": "27", "29": "28", "30": "31", "34": "36", "35": "72 40", "33": "32", "SG": "57 43",
    "39": "58", "37": "41", "CT": "52 73", "49": "50 51", "45": "46", "59": "55", "44": "47",
}  # fmt: skip
"""Resolution 202/2025/QH15: the province that goes on, and those that go over into it."""


def mergers() -> list[tuple[int, int]]:
    """Places in `PROVINCES` of each province that ended and of the one that took it over."""
    place = {each.code.removeprefix("VN-"): at for at, each in enumerate(PROVINCES)}
    return [(place[gone], place[kept]) for kept, each in INTO.items() for gone in each.split()]
