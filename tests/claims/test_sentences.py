"""Invented sentences in the manner of reports: each figure, what it counts and how sure it is."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
import yaml

from fasti import claims
from tests.claims import gold

WRITTEN = yaml.safe_load((pathlib.Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(lang, case, id=f"{lang}-{i}") for lang in WRITTEN for i, case in enumerate(WRITTEN[lang])
]


def told(text: str, lang: str) -> list[tuple[float, str, str]]:
    found = claims.read(claims.from_string(text), claimed=gold.words(), lang=lang).claims
    return [(round(float(each.value), 6), each.indicator, each.qualifier) for each in found]


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_a_sentence_claims_what_it_says(lang: str, case: dict[str, Any]) -> None:
    wanted = [str(each).split() for each in case["claims"]]
    expected = [(round(float(n), 6), figure, *(rest or ["exact"])) for n, figure, *rest in wanted]
    assert sorted(told(case["say"], lang)) == sorted(expected)


def test_a_claim_carries_its_words_and_its_place() -> None:
    said = "Cả tỉnh họp tổng kết.\n\nNăm 2023, huyện kết nạp hơn 156 đảng viên mới."
    [claim] = claims.read(claims.from_string(said), claimed=gold.words(), unit="VN-56").claims
    assert claim.plain() == {
        "sentence": "Năm 2023, huyện kết nạp hơn 156 đảng viên mới.",
        "surface": "hơn 156",
        "value": 156,
        "unit_of_count": "đảng viên mới",
        "indicator": "members.admitted",
        "period": "2023",
        "unit": "VN-56",
        "qualifier": "at_least",
        "language": "vi",
        "is_plan": False,
        "where": {"line": 3, "passage": 2, "start": 24, "end": 31},
    }


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("As of 31 December 2023 the union had 45 members.", "asof:2023-12-31"),
        ("In 2022 the union admitted 45 members.", "2022"),
        ("The union admitted 45 members.", None),
    ],
)
def test_a_level_is_told_as_of_a_day_and_a_flow_in_its_period(said: str, period: str | None) -> None:
    [claim] = claims.read(claims.from_string(said), claimed=gold.words()).claims
    assert claim.period == period


@pytest.mark.inputs
def test_the_first_seed_claims_its_figures() -> None:
    found = gold.read(gold.REPORTS / "00_ru_seed-bacninh-cluster2-h1-2024.txt").claims
    told = {(int(each.value), each.indicator) for each in found}
    assert told >= {
        (5, "acts.project"), (12, "acts.resolution"), (86, "acts.decision"), (70, "acts.plan"), (10, "acts.guidance"),
        (216, "personnel.appointed"), (187, "personnel.nominated"), (58, "personnel.transferred_or_rotated"),
        (89, "training.participants"), (20, "training.topics"), (17, "training.topics"), (3, "training.topics"),
    }  # fmt: skip
    assert {each.period for each in found if each.indicator.startswith("personnel")} == {"2024-H1"}


def test_harder_sentences_are_read_nearly_as_well() -> None:
    written = yaml.safe_load((pathlib.Path(__file__).parent / "harder.yaml").read_text(encoding="utf-8"))
    sums = [0, 0, 0, 0]
    for lang, cases in written.items():
        for case in cases:
            found = told(case["say"], lang)
            left = [str(each).split() for each in case["claims"]]
            sums[0] += len(found) + len(left)
            for number, figure, hedge in found:
                same = [each for each in left if abs(float(each[0]) - number) < 1e-6]
                match = next((each for each in same if each[1] == figure), next(iter(same), None))
                if match is not None:
                    left.remove(match)
                    sums[1] += 1
                    sums[2] += match[1] == figure
                    sums[3] += (match[2] if len(match) > 2 else "exact") == hedge
    value, indicator, qualifier = (2 * each / sums[0] for each in sums[1:])
    assert value >= 0.97
    assert indicator >= 0.92
    assert qualifier >= 0.96
