"""The provinces of the sample with their districts: real names, as they were before 1 July 2025.

The grassroots units below them are invented.
"""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Province:
    """A province: its ISO code, its names, whether it is a city under the centre, and its districts."""

    code: str
    name: str
    ascii: str
    name_ru: str
    districts: tuple[str, ...]
    is_city: bool = False


def _province(
    code: str, name: str, ascii_name: str, name_ru: str, districts: str, *, city: bool = False
) -> Province:
    return Province(code, name, ascii_name, name_ru, tuple(districts.split("; ")), city)


CLUSTER = (
    _province(
        "VN-HP",
        "Hải Phòng",
        "Hai Phong",
        "Хайфон",
        "Hồng Bàng; Ngô Quyền; Lê Chân; Kiến An; Thủy Nguyên; An Dương; An Lão; Tiên Lãng; Vĩnh Bảo",
        city=True,
    ),
    _province(
        "VN-18",
        "Ninh Bình",
        "Ninh Binh",
        "Ниньбинь",
        "Thành phố Ninh Bình; Tam Điệp; Nho Quan; Gia Viễn; Hoa Lư; Yên Khánh; Kim Sơn; Yên Mô",
    ),
    _province(
        "VN-09",
        "Lạng Sơn",
        "Lang Son",
        "Лангшон",
        "Thành phố Lạng Sơn; Cao Lộc; Lộc Bình; Đình Lập; Chi Lăng; Hữu Lũng; Bắc Sơn; Văn Quan; Tràng Định",
    ),
    _province(
        "VN-54",
        "Bắc Giang",
        "Bac Giang",
        "Бакзянг",
        "Thành phố Bắc Giang; Việt Yên; Hiệp Hòa; Tân Yên; Yên Thế; Lạng Giang; Lục Nam; Lục Ngạn; Sơn Động",
    ),
    _province(
        "VN-13",
        "Quảng Ninh",
        "Quang Ninh",
        "Куангнинь",
        "Hạ Long; Cẩm Phả; Uông Bí; Móng Cái; Đông Triều; Quảng Yên; Vân Đồn; Tiên Yên; Hải Hà; Bình Liêu",
    ),
    _province(
        "VN-56",
        "Bắc Ninh",
        "Bac Ninh",
        "Бакнинь",
        "Thành phố Bắc Ninh; Từ Sơn; Thuận Thành; Quế Võ; Gia Bình; Lương Tài; Tiên Du; Yên Phong",
    ),
    _province(
        "VN-61",
        "Hải Dương",
        "Hai Duong",
        "Хайзыонг",
        "Thành phố Hải Dương; Chí Linh; Kinh Môn; Nam Sách; Thanh Hà; Cẩm Giàng; Bình Giang; Tứ Kỳ; Gia Lộc",
    ),
    _province(
        "VN-66",
        "Hưng Yên",
        "Hung Yen",
        "Хынгйен",
        "Thành phố Hưng Yên; Mỹ Hào; Văn Lâm; Văn Giang; Yên Mỹ; Khoái Châu; Ân Thi; Kim Động; Tiên Lữ",
    ),
    _province(
        "VN-67",
        "Nam Định",
        "Nam Dinh",
        "Намдинь",
        "Thành phố Nam Định; Mỹ Lộc; Vụ Bản; Ý Yên; Nghĩa Hưng; Nam Trực; Trực Ninh; Xuân Trường; Giao Thủy",
    ),
    _province(
        "VN-20",
        "Thái Bình",
        "Thai Binh",
        "Тхайбинь",
        "Thành phố Thái Bình; Quỳnh Phụ; Hưng Hà; Đông Hưng; Thái Thụy; Tiền Hải; Kiến Xương; Vũ Thư",
    ),
    _province(
        "VN-63", "Hà Nam", "Ha Nam", "Ханам", "Phủ Lý; Duy Tiên; Kim Bảng; Thanh Liêm; Bình Lục; Lý Nhân"
    ),
    _province(
        "VN-21",
        "Thanh Hóa",
        "Thanh Hoa",
        "Тханьхоа",
        "Thành phố Thanh Hóa; Sầm Sơn; Bỉm Sơn; Nghi Sơn; Thọ Xuân; Hoằng Hóa; Hậu Lộc; Nga Sơn; Quảng Xương; "
        "Nông Cống; Triệu Sơn; Thạch Thành; Ngọc Lặc",
    ),
    _province(
        "VN-22",
        "Nghệ An",
        "Nghe An",
        "Нгеан",
        "Vinh; Hoàng Mai; Thái Hòa; Quỳnh Lưu; Diễn Châu; Yên Thành; Đô Lương; Nghi Lộc; Nam Đàn; Thanh Chương; "
        "Anh Sơn; Con Cuông",
    ),
    _province(
        "VN-23",
        "Hà Tĩnh",
        "Ha Tinh",
        "Хатинь",
        "Thành phố Hà Tĩnh; Hồng Lĩnh; Kỳ Anh; Cẩm Xuyên; Thạch Hà; Can Lộc; Đức Thọ; Hương Sơn; Hương Khê",
    ),
)
DIEN_BIEN = _province(
    "VN-71",
    "Điện Biên",
    "Dien Bien",
    "Дьенбьен",
    "Điện Biên Phủ; Mường Lay; Điện Biên; Điện Biên Đông; Mường Ảng; Tuần Giáo; Tủa Chùa; Mường Chà; "
    "Mường Nhé; Nậm Pồ",
)
PROVINCES = (*CLUSTER, DIEN_BIEN)
BLOCK = "Khối các cơ quan"
"""The first district of every province: the members who work in the province's own offices."""

MERGERS = (("VN-54", "VN-56"), ("VN-61", "VN-HP"), ("VN-20", "VN-66"), ("VN-63", "VN-18"), ("VN-67", "VN-18"))
"""1 July 2025: who went into whom."""
VANISHING = tuple(source for source, _ in MERGERS)

FIRST = (
    "An",
    "Bình",
    "Đông",
    "Đồng",
    "Hòa",
    "Hồng",
    "Hợp",
    "Liên",
    "Minh",
    "Mỹ",
    "Nam",
    "Phú",
    "Phúc",
    "Quang",
    "Tân",
    "Tây",
    "Thanh",
    "Thành",
    "Thọ",
    "Tiến",
    "Trung",
    "Vạn",
    "Xuân",
    "Yên",
)
SECOND = (
    "Bình",
    "Cường",
    "Đạo",
    "Hải",
    "Hưng",
    "Khê",
    "Lạc",
    "Lâm",
    "Lộc",
    "Lợi",
    "Nghĩa",
    "Ninh",
    "Phong",
    "Phú",
    "Phương",
    "Sơn",
    "Thắng",
    "Thịnh",
    "Tiến",
    "Trạch",
    "Vân",
    "Việt",
    "Xá",
    "Xuyên",
)
OFFICES = (
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Tư pháp",
    "Sở Xây dựng",
    "Sở Y tế",
    "Trường Chính trị",
    "Báo và Đài",
    "Hội Nông dân",
    "Ban Dân vận",
    "Ban Tuyên giáo",
    "Sở Công Thương",
    "Liên đoàn Lao động",
)
