"""Days, months, quarters, halves, years and terms as each language names them; sentences and languages told apart."""

from __future__ import annotations

import pytest

from fasti.claims import periods, sentences, tongues, wordlists


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [
        ("vi", "6 tháng đầu năm 2024", "2024-H1"), ("vi", "nửa cuối năm 2023", "2023-H2"),
        ("vi", "quý II/2024", "2024-Q2"),
        ("vi", "ngày 30/6/2022", "2022-06-30"), ("vi", "ngày 5 tháng 9 năm 2025", "2025-09-05"),
        ("vi", "tháng 9/2025", "2025-09"),
        ("vi", "nhiệm kỳ 2025 - 2030", "2025/2030"), ("vi", "năm 2021", "2021"),
        ("vi", "9 tháng đầu năm 2024", "2024-01-01/2024-09-30"),
        ("ru", "за первое полугодие 2024 года", "2024-H1"), ("ru", "за II квартал 2024 года", "2024-Q2"),
        ("ru", "на 1 января 2016 года", "2016-01-01"), ("ru", "на 01.01.09", "2009-01-01"),
        ("ru", "в сентябре 2025 года", "2025-09"),
        ("ru", "за первые шесть месяцев 2024 года", "2024-H1"), ("ru", "в 2020–2025 годах", "2020/2025"),
        ("ru", "в 2019 году", "2019"),
        ("cs", "v 1. pololetí 2024", "2024-H1"), ("cs", "ve druhém čtvrtletí 2024", "2024-Q2"),
        ("cs", "k 31. prosinci 2009", "2009-12-31"),
        ("cs", "dne 3. 5. 2023", "2023-05-03"), ("cs", "v září 2025", "2025-09"),
        ("cs", "v letech 2016–2020", "2016/2020"),
        ("cs", "za rok 2021", "2021"), ("en", "in the first half of 2024", "2024-H1"),
        ("en", "Q2 2024", "2024-Q2"),
        ("en", "on 28 July 2013", "2013-07-28"), ("en", "July 28, 2013", "2013-07-28"),
        ("en", "in September 2025", "2025-09"),
        ("en", "from 2018 to 2019", "2018/2019"), ("en", "during 2019", "2019"),
    ],
)  # fmt: skip
def test_a_time_is_named(lang: str, said: str, expected: str) -> None:
    [found] = periods.find(said, language=wordlists.language(lang))
    assert found.period == expected
    outside = said[: found.start] + said[found.end :]
    assert not any(letter.isdigit() for letter in outside)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("vi", "ngày 20/6 họp"), ("ru", "с начала года"), ("cs", "od ledna"), ("en", "since March")],
)
def test_a_year_left_out_is_that_of_the_report(lang: str, said: str) -> None:
    [unknown] = periods.find(said, language=wordlists.language(lang))
    [known] = periods.find(said, language=wordlists.language(lang), year=2024)
    assert unknown.period is None
    assert known.period is not None
    assert known.period.startswith("2024")


@pytest.mark.parametrize("said", ["35/40 chi bộ", "45/13 chi bộ", "1.234 đảng viên"])
def test_a_part_of_a_whole_is_no_date(said: str) -> None:
    assert periods.find(said, language=wordlists.language("vi")) == ()


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [
        ("cs", "Na VIII. sjezdu zazněla bilance. Vzniklo 239 organizací.", 2),
        ("cs", "Od 1. 7. 2017 do 30. 6. 2021 přibylo 5 členů.", 1),
        ("ru", "В союзе 24,9 млн. членов и 5 тыс. ячеек. Их объединяет федерация.", 2),
        ("vi", "TP. Hà Nội có 5 đảng bộ. Đ/c. Nam dự họp.", 2),
        ("en", "Dr. Smith reported on No. 5 branch. It has 20 members!", 2),
    ],
)
def test_sentences_end_where_they_end(lang: str, said: str, expected: int) -> None:
    found = list(sentences.split(sentences.Paragraph(said, 0), language=wordlists.language(lang)))
    assert len(found) == expected
    assert all(said[each.start :].startswith(each.text) for each in found)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "Toàn tỉnh đã kết nạp 25 đảng viên mới trong năm."),
        ("ru", "За год в партию принято 25 новых членов."),
        ("cs", "Za rok bylo do svazu přijato 25 nových členů."),
        ("en", "The union took in 25 new members in the year."),
        (None, "Der Verband hat im Jahr 25 neue Mitglieder aufgenommen und drei Orte gegründet."),
        (None, "2024 25 30"),
    ],
)
def test_the_language_of_a_passage_is_told(lang: str | None, said: str) -> None:
    assert tongues.told(said) == lang
