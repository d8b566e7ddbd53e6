"""Totals that should add up and do not are named; parts that may overlap or leave a remainder are not."""

from __future__ import annotations

import json

import pytest

from fasti import claims
from tests.claims import gold


def totals(text: str, lang: str) -> list[claims.Total]:
    return claims.read(claims.from_string(text), claimed=gold.words(), lang=lang).totals


@pytest.mark.inputs
def test_the_totals_of_the_published_reports_are_judged_as_the_gold_does() -> None:
    checks = json.loads((gold.REPORTS / "totals_checks.json").read_text(encoding="utf-8"))["within_document"]
    for path, _ in gold.reports():
        own = [check for check in checks if check["doc"] == path.name[:2] and "overlap" not in check["check"]]
        wrong = {(check["stated"], *check["parts"]) for check in own if not check["consistent"]}
        found = gold.read(path).totals
        assert {(t.stated, *t.parts) for t in found if not t.is_consistent} == wrong, path.name
        right = {(check["stated"], *check["parts"]) for check in own if check["consistent"]}
        assert {(t.stated, *t.parts) for t in found if t.is_consistent} <= right, path.name


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Có 12 đảng viên bị kỷ luật (khiển trách 6, cảnh cáo 4)."),
        ("ru", "Взыскания получили 12 членов партии: 6 выговоров, 4 предупреждения."),
        ("cs", "Potrestáno bylo 12 členů: důtka 6, výstraha 4."),
        ("en", "Disciplined were 12 members: 6 reprimanded, 4 warned."),
    ],
)
def test_parts_of_a_list_that_do_not_make_the_whole_are_named(lang: str, text: str) -> None:
    [total] = totals(text, lang)
    assert (int(total.stated), *map(int, total.parts), int(total.computed)) == (12, 6, 4, 10)
    assert not total.is_consistent
    [right] = totals(text.replace("12", "10"), lang)
    assert right.is_consistent


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Có 250 đại biểu, trong đó 150 đại biểu nữ và 120 đại biểu trẻ."),
        (
            "en",
            "Of the delegates, 696 belong to the Party, 253 are women and 37 are young; 950 delegates came.",
        ),
        ("ru", "На съезд прибыли 250 делегатов, из них 150 женщин и 120 молодых."),
    ],
)
def test_parts_that_may_overlap_are_not_added_up(lang: str, text: str) -> None:
    assert totals(text, lang) == []


def test_more_cannot_be_found_than_was_inspected() -> None:
    found = "sau giám sát có 4 tổ chức đảng làm tốt, 3 tổ chức đảng còn hạn chế"
    [total] = totals(f"Ủy ban kiểm tra giám sát 5 tổ chức đảng; {found}.", "vi")
    assert (int(total.stated), int(total.computed)) == (5, 7)
