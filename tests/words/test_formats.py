"""Numbers, rates, days and periods as each language writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from fasti import words
from fasti.dates.periods import Period

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (1234, ("1,234", "1.234", f"1{NB}234", f"1{NB}234")),
        (5_400_000, ("5,400,000", "5.400.000", f"5{NB}400{NB}000", f"5{NB}400{NB}000")),
        (Decimal("66.7"), ("66.7", "66,7", "66,7", "66,7")),
        (Fraction(5, 2), ("2.5", "2,5", "2,5", "2,5")),
        (-3, ("−3", "-3", "−3", "−3")),
        (0, ("0", "0", "0", "0")),
        (10**18 + 1, ("1,000,000,000,000,000,001", "1.000.000.000.000.000.001", None, None)),
    ],
)
def test_numbers(value, texts):
    for lang, text in zip(words.LANGUAGES, texts, strict=True):
        assert text is None or words.number(value, lang) == text


def test_a_difference_bears_its_sign():
    assert [words.signed(n, "en") for n in (3, 0, -1234)] == ["+3", "0", "−1,234"]


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1999, 2000, "99.9"), (99999, 100000, "99.9"), (1, 5000, "0.02"), (3, 2, "150")],
)
def test_a_rate_is_never_rounded_to_all_or_nothing(part, whole, text):
    assert words.percent(part, whole, "en") == f"{text}{NB}%"


DAYS = [
    (date(2024, 6, 30), "long",
     ("30 June 2024", "ngày 30 tháng 6 năm 2024", "30 июня 2024 г.", "30. června 2024")),
    (date(2024, 6, 30), "short", ("30/06/2024", "30/6/2024", "30.06.2024", "30. 6. 2024")),
    (date(2022, 3, 1), "short", ("01/03/2022", "01/3/2022", "01.03.2022", "1. 3. 2022")),
    (date(2026, 1, 9), "act",
     ("9 January 2026", "ngày 09 tháng 01 năm 2026", "9 января 2026 г.", "9. ledna 2026")),
]  # fmt: skip


@pytest.mark.parametrize(("value", "style", "texts"), DAYS)
def test_days(value, style, texts):
    assert tuple(words.day(value, lang, style=style) for lang in words.LANGUAGES) == texts


PERIODS = [
    ("2024-H1", "label",
     ("first half of 2024", "6 tháng đầu năm 2024", "первое полугодие 2024 г.", "1. pololetí 2024")),
    ("2024-H1", "in",
     ("in the first half of 2024", "trong 6 tháng đầu năm 2024", "за первое полугодие 2024 г.",
      "v prvním pololetí 2024")),
    ("2024-H1", "during",
     ("in the first half of 2024", "trong 6 tháng đầu năm 2024", "в первом полугодии 2024 г.",
      "v prvním pololetí 2024")),
    ("2024-H2", "label",
     ("second half of 2024", "6 tháng cuối năm 2024", "второе полугодие 2024 г.", "2. pololetí 2024")),
    ("2024-H2", "in",
     ("in the second half of 2024", "trong 6 tháng cuối năm 2024", "за второе полугодие 2024 г.",
      "ve druhém pololetí 2024")),
    ("2024-Q1", "label",
     ("first quarter of 2024", "quý I năm 2024", "I квартал 2024 г.", "1. čtvrtletí 2024")),
    ("2024", "label", ("2024", "năm 2024", "2024 г.", "rok 2024")),
    ("2024", "in", ("in 2024", "trong năm 2024", "за 2024 г.", "v roce 2024")),
    ("2024", "during", ("in 2024", "trong năm 2024", "в 2024 г.", "v roce 2024")),
    ("2024-H1", "for",
     ("for the first half of 2024", "6 tháng đầu năm 2024", "за первое полугодие 2024 г.",
      "za 1. pololetí 2024")),
    ("2025-09", "label", ("September 2025", "tháng 9/2025", "сентябрь 2025 г.", "září 2025")),
    ("2025-04", "during", ("in April 2025", "trong tháng 4/2025", "в апреле 2025 г.", "v dubnu 2025")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "style", "texts"), PERIODS)
def test_periods(code, style, texts):
    said = tuple(words.period(Period.parse(code), lang, style=style) for lang in words.LANGUAGES)
    assert said == texts


def test_as_of_known_on_and_boundaries():
    assert [words.as_of(date(2024, 6, 30), lang) for lang in words.LANGUAGES] == [
        "as of 30 June 2024",
        "tính đến ngày 30/6/2024",
        "по состоянию на 30 июня 2024 г.",
        "ke dni 30. června 2024",
    ]
    assert [words.known_on(date(2024, 7, 15), lang) for lang in words.LANGUAGES] == [
        "as known on 15 July 2024",
        "theo dữ liệu biết đến ngày 15/7/2024",
        "по данным, известным на 15 июля 2024 г.",
        "podle údajů známých ke dni 15. července 2024",
    ]
    assert words.boundaries(date(2025, 7, 1), "vi") == "hệ thống tổ chức tại ngày 01/7/2025"


def test_lists():
    assert [words.join(["A", "B", "C"], lang) for lang in words.LANGUAGES] == [
        "A, B and C",
        "A, B và C",
        "A, B и C",
        "A, B a C",
    ]
    assert (words.join([], "en"), words.join(["A"], "en"), words.join(["A", "B"], "en")) == (
        "",
        "A",
        "A and B",
    )


@pytest.mark.parametrize("call", [
    lambda: words.number(1, "de"),
    lambda: words.day(date(2024, 1, 1), "de"),
    lambda: words.day(date(2024, 1, 1), "en", style="tall"),
    lambda: words.period(Period.parse("2024"), "en", style="tall"),
    lambda: words.join(["A"], "de"),
])  # fmt: skip
def test_what_cannot_be_said_raises(call):
    with pytest.raises(words.Unsayable):
        call()
