"""Numbers in digits and words of four languages, hedged or not; what is written in a language's format is read back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel import numbers as babel
from hypothesis import given
from hypothesis import strategies as st

from fasti.claims import hedges, numbers, phrases, refused, text, wordlists

NOTHING = phrases.Phrases({})


def parsed(written: str, lang: str) -> numbers.Number | None:
    language = wordlists.language(lang)
    return numbers.at(text.tokens(written, pattern=language.tokens), 0, language=language)


def value(written: str, lang: str) -> Fraction:
    found = parsed(written, lang)
    assert found is not None, written
    length = len(text.tokens(written, pattern=wordlists.language(lang).tokens))
    assert found.end == length, f"{written}: read to {found.end} of {length}"
    return found.value


@pytest.mark.parametrize(
    ("lang", "written", "expected"),
    [
        ("vi", "20.952", 20952), ("vi", "35,34", Fraction(3534, 100)), ("vi", "07", 7),
        ("vi", "5,4 triệu", 5400000),
        ("vi", "1 triệu 200 nghìn", 1200000), ("vi", "hai trăm mười sáu", 216), ("vi", "mười lăm", 15),
        ("vi", "một nghìn hai trăm ba mươi tư", 1234), ("vi", "một trăm linh năm", 105),
        ("vi", "hai mươi mốt", 21),
        ("vi", "hai triệu rưỡi", 2500000), ("vi", "hai mươi lăm", 25), ("vi", "1,2 vạn", 12000),
        ("ru", "182 000", 182000), ("ru", "74,6", Fraction(746, 10)), ("ru", "24,9 млн.", 24900000),
        ("ru", "370 тыс.", 370000), ("ru", "тысяча двести тридцать четыре", 1234),
        ("ru", "полторы тысячи", 1500),
        ("ru", "двести шестнадцать", 216), ("ru", "трёх", 3), ("ru", "два с половиной миллиона", 2500000),
        ("cs", "341 848", 341848), ("cs", "5.606", 5606), ("cs", "12,5 tisíce", 12500),
        ("cs", "pětadvacet", 25),
        ("cs", "šest a půl tisíce", 6500), ("cs", "dvě stě šestnáct", 216), ("cs", "jedenáct tisíc", 11000),
        ("cs", "tisíc dvě stě třicet čtyři", 1234), ("en", "143,000", 143000), ("en", "500 000", 500000),
        ("en", "5.2 million", 5200000), ("en", "1,8-million", 1800000), ("en", "eight million", 8000000),
        ("en", "two hundred and sixteen", 216), ("en", "one thousand two hundred and thirty-four", 1234),
        ("en", "twenty-one", 21), ("en", "two and a half thousand", 2500),
    ],
)  # fmt: skip
def test_numbers_of_each_language(lang: str, written: str, expected: Fraction) -> None:
    assert value(written, lang) == expected


@given(number=st.integers(0, 10**10), lang=st.sampled_from(wordlists.LANGUAGES))
def test_a_whole_number_written_in_the_format_of_a_language_is_read_back(number: int, lang: str) -> None:
    assert value(babel.format_decimal(number, locale=lang), lang) == number
    assert value(str(number), lang) == number


@given(number=st.decimals(0, 10**7, places=2), lang=st.sampled_from(wordlists.LANGUAGES))
def test_a_decimal_written_in_the_format_of_a_language_is_read_back(number: Decimal, lang: str) -> None:
    written = babel.format_decimal(number, format="#,##0.00", locale=lang)
    assert value(written, lang) == Fraction(number)


ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def in_vietnamese(number: int) -> str:
    """A number below a thousand in Vietnamese words."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = [ONES[hundreds], "trăm"] if hundreds else []
    if tens == 0 and ones:
        said += ["linh", ONES[ones]] if hundreds else [ONES[ones]]
    elif tens:
        said += ["mười"] if tens == 1 else [ONES[tens], "mươi"]
        last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
        said += [last.get(ones, ONES[ones])] if ones else []
    return " ".join(said)


@given(number=st.integers(1, 999), scale=st.sampled_from([("", 1), ("nghìn", 1000), ("triệu", 10**6)]))
def test_a_number_in_vietnamese_words_is_read_back(number: int, scale: tuple[str, int]) -> None:
    assert value(f"{in_vietnamese(number)} {scale[0]}".strip(), "vi") == number * scale[1]


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    [
        ("vi", "gần 120 tổ chức", "approx"), ("vi", "hơn 120 tổ chức", "at_least"),
        ("vi", "không quá 3 người", "at_most"),
        ("vi", "chỉ 3 người", "exact"), ("vi", "nhiều hơn 184 tác phẩm", "exact"),
        ("vi", "trên dưới 100 người", "approx"),
        ("ru", "более 370 человек", "at_least"), ("ru", "около 12 ячеек", "approx"),
        ("ru", "не более 5 лиц", "at_most"),
        ("ru", "без малого 90 членов", "approx"), ("ru", "не менее чем 90 членов", "at_least"),
        ("cs", "přes 900 členů", "at_least"), ("cs", "zhruba 1100 členů", "approx"),
        ("cs", "nejvýše 30 členů", "at_most"),
        ("cs", "jen 30 členů", "exact"), ("en", "over 143,000 people", "at_least"),
        ("en", "around 52 people", "approx"),
        ("en", "not more than 100 people", "at_most"), ("en", "exactly 52 people", "exact"),
        ("en", "5 or more", "at_least"),
    ],
)  # fmt: skip
def test_hedges_of_each_language(lang: str, sentence: str, expected: str) -> None:
    language = wordlists.language(lang)
    tokens = text.tokens(sentence, pattern=language.tokens)
    at = next(i for i, token in enumerate(tokens) if token.is_number)
    found, _ = hedges.qualifier(tokens, start=at, end=at + 1, noun_end=at + 1, language=language)
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "sentence", "reason"),
    [
        ("vi", "Điều 30 Điều lệ Đảng", "document_number"), ("vi", "Chỉ thị 35 của Bộ Chính trị", "name"),
        ("vi", "sau 4 tháng học", "duration"), ("vi", "đồng chí 52 tuổi", "age"),
        ("vi", "trao 5 triệu đồng", "money"),
        ("vi", "lần thứ 16 họp", "document_number"), ("ru", "статья 14 устава", "document_number"),
        ("ru", "кластер № 2 провёл", "document_number"), ("ru", "моложе 35 лет", "age"),
        ("ru", "14-й съезд", "ordinal"),
        ("ru", "зарплата 35 000 рублей", "money"), ("ru", "доклад занял 3 часа", "duration"),
        ("cs", "potrvá 3 dny", "duration"), ("cs", "čl. 9 stanov", "document_number"),
        ("cs", "činí 37 809 Kč", "money"),
        ("cs", "8. sjezd přijal", "ordinal"), ("en", "the 11th congress", "ordinal"),
        ("en", "for nine years", "duration"),
        ("en", "Article 14 says", "document_number"), ("en", "earns R4 500 a month", "money"),
        ("en", "Covid-19 came", "name"),
    ],
)  # fmt: skip
def test_numbers_that_are_no_figures(lang: str, sentence: str, reason: str) -> None:
    language = wordlists.language(lang)
    tokens = text.tokens(sentence, pattern=language.tokens)
    found = [n for i in range(len(tokens)) if (n := numbers.at(tokens, i, language=language))]
    assert refused.why(tokens, found[0], things=NOTHING, language=language) == reason
