"""Days and reporting periods as each language writes them in a text, in a table and on an act.

>>> day(date(2026, 1, 9), "vi", style="act"), day(date(2024, 6, 30), "ru")
('ngày 09 tháng 01 năm 2026', '30 июня 2024 г.')
>>> period(Period.parse("2024-H1"), "cs", style="in")
'v prvním pololetí 2024'
"""

from __future__ import annotations

from datetime import date

from babel import dates as babel_dates

from fasti.dates.periods import Period
from fasti.words.languages import LANGUAGES, Unsayable

LONG = {"en": "d MMMM y", "vi": "'ngày' d 'tháng' M 'năm' y", "ru": "d MMMM y 'г.'", "cs": "d. MMMM y"}
SHORT = {"en": "dd/MM/y", "vi": "d/M/y", "ru": "dd.MM.y", "cs": "d. M. y"}
AS_OF = {"en": "as of {}", "vi": "tính đến {}", "ru": "по состоянию на {}", "cs": "ke dni {}"}
KNOWN_ON = {
    "en": "as known on {}",
    "vi": "theo dữ liệu biết đến {}",
    "ru": "по данным, известным на {}",
    "cs": "podle údajů známých ke dni {}",
}
BOUNDARIES = {
    "en": "boundaries as of {}",
    "vi": "hệ thống tổ chức tại {}",
    "ru": "границы по состоянию на {}",
    "cs": "členění ke dni {}",
}

# The frames a period stands in: as a label, as "in" (of work done), as "during", as "for" (after: report).
FRAMES = {
    "en": {"label": "{label}", "in": "in {the}", "during": "in {the}", "for": "for {the}"},
    "vi": {"label": "{label}", "in": "trong {label}", "during": "trong {label}", "for": "{label}"},
    "ru": {"label": "{label}", "in": "за {label}", "during": "в {place}", "for": "за {label}"},
    "cs": {"label": "{label}", "in": "v{v} {place}", "during": "v{v} {place}", "for": "za {label}"},
}
STYLES = ("label", "in", "during", "for")
ORDINALS = ("first", "second", "third", "fourth")
ROMANS = ("I", "II", "III", "IV")
RU_PLACES = (
    "январе", "феврале", "марте", "апреле", "мае", "июне",
    "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
)  # fmt: skip
CS_PLACES = (
    "lednu", "únoru", "březnu", "dubnu", "květnu", "červnu",
    "červenci", "srpnu", "září", "říjnu", "listopadu", "prosinci",
)  # fmt: skip


def day(value: date, lang: str, *, style: str = "long") -> str:
    """The day in words (`long`), in digits (`short`) or as an act bears it (`act`).

    Vietnamese digits put a zero before days 1-9 and months 1-2, so that no one can add to them.
    """
    _require(lang)
    if style not in ("long", "short", "act"):
        raise Unsayable(f"a day has no style {style!r}; choose long, short or act")
    if lang == "vi" and style != "long":
        return _vietnamese(value, style)
    pattern = (SHORT if style == "short" else LONG)[lang]
    return babel_dates.format_date(value, pattern, locale=lang)


def _vietnamese(value: date, style: str) -> str:
    month = f"{value.month:02d}" if value.month < 3 else f"{value.month}"
    if style == "short":
        return f"{value.day:02d}/{month}/{value.year}"
    return f"ngày {value.day:02d} tháng {month} năm {value.year}"


def as_of(value: date, lang: str) -> str:
    """The day a fact holds: as of 30 June 2024."""
    return AS_OF[_require(lang)].format(_dated(value, lang))


def known_on(value: date, lang: str) -> str:
    """The day up to which the record is read: as known on 15 July 2024."""
    return KNOWN_ON[_require(lang)].format(_dated(value, lang))


def boundaries(value: date, lang: str) -> str:
    """The day whose tree of units is used: boundaries as of 1 July 2025."""
    return BOUNDARIES[_require(lang)].format(_dated(value, lang))


def _dated(value: date, lang: str) -> str:
    """A day inside a line: in Vietnamese the word ngày and digits, elsewhere in words."""
    return f"ngày {day(value, 'vi', style='short')}" if lang == "vi" else day(value, lang)


def period(value: Period, lang: str, *, style: str = "label") -> str:
    """A period as a label, or in a sentence: `in` (work done), `during` (when), `for` (after "report")."""
    _require(lang)
    if style not in STYLES:
        raise Unsayable(f"a period has no style {style!r}; choose one of {', '.join(STYLES)}")
    if value.kind == "day":
        return day(value.starts_on, lang)
    return FRAMES[lang][style].format_map(_parts(value, lang))


def _parts(value: Period, lang: str) -> dict[str, str]:
    """The forms of a period its frames need: label, with article (en), locative (ru, cs), v or ve (cs)."""
    maker = {"year": _year, "half_year": _half_year, "quarter": _quarter, "month": _month}[value.kind]
    label, place = maker(value, lang)
    article = "the " if lang == "en" and value.kind in ("half_year", "quarter") else ""
    vowel = "e" if lang == "cs" and value.kind == "half_year" and value.index == 1 else ""
    return {"label": label, "place": place, "the": article + label, "v": vowel}


def _year(value: Period, lang: str) -> tuple[str, str]:
    year = value.year
    label = {"en": f"{year}", "vi": f"năm {year}", "ru": f"{year} г.", "cs": f"rok {year}"}[lang]
    return label, f"roce {year}" if lang == "cs" else label


def _half_year(value: Period, lang: str) -> tuple[str, str]:
    first, year = value.index == 0, value.year
    label = {
        "en": f"{ORDINALS[value.index]} half of {year}",
        "vi": f"6 tháng {'đầu' if first else 'cuối'} năm {year}",
        "ru": f"{'первое' if first else 'второе'} полугодие {year} г.",
        "cs": f"{value.index + 1}. pololetí {year}",
    }[lang]
    place = {
        "ru": f"{'первом' if first else 'втором'} полугодии {year} г.",
        "cs": f"{'prvním' if first else 'druhém'} pololetí {year}",
    }
    return label, place.get(lang, label)


def _quarter(value: Period, lang: str) -> tuple[str, str]:
    roman, year = ROMANS[value.index], value.year
    label = {
        "en": f"{ORDINALS[value.index]} quarter of {year}",
        "vi": f"quý {roman} năm {year}",
        "ru": f"{roman} квартал {year} г.",
        "cs": f"{value.index + 1}. čtvrtletí {year}",
    }[lang]
    return label, f"{roman} квартале {year} г." if lang == "ru" else label


def _month(value: Period, lang: str) -> tuple[str, str]:
    number, year = value.index + 1, value.year
    if lang == "vi":
        return f"tháng {number}/{year}", ""
    name = babel_dates.format_date(value.starts_on, "LLLL", locale=lang)
    label = f"{name} {year} г." if lang == "ru" else f"{name} {year}"
    place = {"ru": f"{RU_PLACES[value.index]} {year} г.", "cs": f"{CS_PLACES[value.index]} {year}"}
    return label, place.get(lang, label)


def _require(lang: str) -> str:
    if lang not in LANGUAGES:
        raise Unsayable(f"there are no dates in the language {lang!r}")
    return lang
