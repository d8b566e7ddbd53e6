"""What is planned is told apart from what is: in each language, on both sides of a plan in one sentence."""

from __future__ import annotations

import pytest

from fasti import claims
from fasti.dates import periods
from fasti.reports import looks, reconcile
from tests.claims import gold

SAID = [
    ("en", "We plan to admit 12 members next year.", [True]),
    ("en", "The union admitted 12 members and will train 30 officials.", [False, True]),
    ("en", "The target of 300 members was set; 280 members were admitted.", [True, False]),
    ("en", "The federation has 41 clubs and aims to found 5 clubs.", [False, True]),
    ("vi", "Phấn đấu năm 2025 kết nạp 1.200 đảng viên.", [True]),
    ("vi", "Năm 2024 đã kết nạp 1.150 đảng viên, đạt 105% chỉ tiêu.", [False, False]),
    ("vi", "Năm tới, Đảng bộ sẽ mở 4 lớp bồi dưỡng.", [True]),
    ("ru", "В следующем году планируется принять 45 членов партии.", [True]),
    ("ru", "Принято 45 членов партии, предстоит провести 3 съезда.", [False, True]),
    ("cs", "V příštím roce plánujeme přijmout 12 členů.", [True]),
    ("cs", "Bylo přijato 12 členů a budou vyškoleni 4 funkcionáři.", [False, True]),
]


@pytest.mark.parametrize(("lang", "said", "plans"), SAID)
def test_a_plan_is_no_fact(lang: str, said: str, plans: list[bool]) -> None:
    found = claims.read(claims.from_string(said), claimed=gold.words(), lang=lang).claims
    assert [each.is_plan for each in found] == plans


def test_a_plan_is_not_set_beside_the_register() -> None:
    said = "The union admitted 12 members. It plans to admit 30 members."
    found = claims.read(claims.from_string(said), claimed=gold.words(), lang="en").claims
    under = looks.Under(periods.Period.parse("2024"))
    told = reconcile.compare(found, {"members.admitted": 12}, unit="U", under=under)
    assert [line.verdict for line in told.lines] == ["agrees", "plan"]


@pytest.mark.inputs
def test_the_reports_at_hand_tell_few_plans() -> None:
    plans = [
        claim.sentence
        for path, _ in gold.reports()
        for claim in claims.read(claims.open_document(path), claimed=gold.words()).claims
        if claim.is_plan
    ]
    assert len(plans) <= 5, plans
