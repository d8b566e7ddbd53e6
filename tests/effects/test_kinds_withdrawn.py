"""Withdrawing an act of any kind gives back the register row for row; every kind can be said in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from fasti import words
from fasti.acts.models import Act
from fasti.cli import printing
from fasti.effects import kinds
from fasti.operations import naming, rebuild_register, verify_record
from tests import cast
from tests.effects.decided import decide, effect, register, withdraw

pytestmark = pytest.mark.django_db

BEFORE = [
    effect("FOUND", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"}),
    effect("ADMIT", person="IDA", unit="ALDER", family_name="Iversen", given_name="Ida"),
    effect("ADMIT", person="JON", unit="ALDER", family_name="Jonsson", given_name="Jon"),
    effect("LEAVE", person="JON", reason="left", on="2024-02-02"),
    effect("APPOINT", person="IDA", post="NORTH-B.member"),
    effect("PLAN", person="GORAN", post="NORTH-B.deputy", term="2025-2029"),
    effect("RATE", person="GORAN", period="2023", grade="fair"),
    effect("SANCTION", person="GORAN", form="reprimand", ground="duties"),
    effect(
        "PUBLISH_PRACTICE",
        unit="NORTH",
        practice="dusk",
        practice_topic="lights",
        title="Dusk",
        text="Early.",
    ),
    effect(
        "LEARN_WORDING",
        unit="GLK",
        text_language="en",
        phrase="Raised to the lamp",
        indicator="personnel.relieved",
    ),
]
"""What stands when the act to be withdrawn comes."""

CASES: Mapping[str, list[dict[str, Any]]] = {
    "FOUND": [effect("FOUND", unit="ELM", parent="SOUTH", unit_kind="lodge", name={"en": "Elm"})],
    "SPLIT": [
        effect("SPLIT", unit="ALDER", other_unit="CEDAR", share=20),
        effect("TRANSFER_MEMBER", person="GORAN", unit="CEDAR", other_unit="ALDER"),
    ],
    "MOVE": [effect("MOVE", unit="ALDER", parent="SOUTH")],
    "RENAME": [effect("RENAME", unit="ALDER", name={"en": "Great Alder", "vi": "Alder lớn"})],
    "MERGE": [effect("MERGE", unit="ALDER", other_unit="BIRCH")],
    "DISSOLVE": [effect("DISSOLVE", unit="ALDER", other_unit="BIRCH")],
    "ESTABLISH_POST": [effect("ESTABLISH_POST", post="CEDAR.keeper", unit="CEDAR", office="keeper")],
    "CHANGE_SEATS": [effect("CHANGE_SEATS", post="NORTH-B.member", seats=5)],
    "ABOLISH_POST": [effect("ABOLISH_POST", post="NORTH-B.member")],
    "ADMIT": [effect("ADMIT", person="KAI", unit="BIRCH", family_name="K")],
    "READMIT": [effect("READMIT", person="JON", unit="BIRCH")],
    "CONFIRM": [effect("CONFIRM", person="IDA")],
    "TRANSFER_MEMBER": [effect("TRANSFER_MEMBER", person="GORAN", unit="BIRCH", other_unit="ALDER")],
    "LEAVE": [effect("LEAVE", person="GORAN", reason="left")],
    "STRIKE_OFF": [effect("STRIKE_OFF", person="GORAN", reason="absent")],
    "APPOINT": [effect("APPOINT", person="GORAN", post="NORTH-B.member")],
    "ELECT": [effect("ELECT", person="GORAN", post="NORTH-B.member", election="2025")],
    "DESIGNATE": [effect("DESIGNATE", person="GORAN", post="NORTH-B.member")],
    "REAPPOINT": [effect("REAPPOINT", person="DORA", post="NORTH-B.deputy", ends_planned_on="2030-01-01")],
    "SECOND": [
        effect(
            "SECOND",
            person="EMIL",
            other_post="ALDER.keeper",
            post="NORTH-B.member",
            ends_planned_on="2026-01-01",
        )
    ],
    "RELIEVE": [effect("RELIEVE", person="DORA", post="NORTH-B.deputy", reason="health")],
    "RESIGN": [effect("RESIGN", person="DORA", post="NORTH-B.deputy")],
    "TRANSFER": [effect("TRANSFER", person="IDA", other_post="NORTH-B.member", post="SOUTH-B.deputy")],
    "ROTATE": [effect("ROTATE", person="IDA", other_post="NORTH-B.member", post="SOUTH-B.deputy")],
    "SWAP": [
        effect(
            "SWAP",
            person="BRUNO",
            post="SOUTH-B.chair",
            other_person="CHIARA",
            other_post="NORTH-B.chair",
        )
    ],
    "NOMINATE": [effect("NOMINATE", person="GORAN", post="NORTH-B.deputy", election="2025")],
    "PLAN": [effect("PLAN", person="IDA", post="SOUTH-B.chair", term="2025-2029")],
    "UNPLAN": [effect("UNPLAN", person="GORAN", post="NORTH-B.deputy", reason="age")],
    "RATE": [
        effect("RATE", person="GORAN", period="2023", grade="good"),
        effect("RATE", unit="ALDER", period="2024-H1", grade="good"),
    ],
    "SANCTION": [
        effect("SANCTION", person="EMIL", form="reprimand", ground="accounts"),
        effect("SANCTION", unit="BIRCH", form="reprimand", ground="duties"),
    ],
    "LIFT": [effect("LIFT", "2024-05-01", person="GORAN", form="reprimand", reason="amends")],
    "COMPLETE_TRAINING": [
        effect("COMPLETE_TRAINING", person="GORAN", unit="NORTH", course="C1", topics={"academy": ["T1"]})
    ],
    "AWARD": [
        effect(
            "AWARD", unit="NORTH", edition="2024", category="press", prize="A", work="W", authors=["GORAN"]
        )
    ],
    "SCORE": [
        effect(
            "SCORE",
            unit="GLK",
            other_unit="NORTH",
            scorecard="regions-year",
            period="2024",
            step="final",
            points={"hospitality": "7.5", "new_lights": "1"},
            evidence={"new_lights": "Letter 4"},
            excluded=["disgrace"],
        )
    ],
    "PUBLISH_PRACTICE": [
        effect(
            "PUBLISH_PRACTICE",
            unit="NORTH",
            practice="dusk",
            practice_topic="work",
            title="Dusk again",
            text="Earlier.",
            worked_at="Alder",
        )
    ],
    "ADOPT_PRACTICE": [effect("ADOPT_PRACTICE", unit="SOUTH", other_unit="NORTH", practice="dusk")],
    "LEARN_WORDING": [
        effect(
            "LEARN_WORDING",
            unit="GLK",
            text_language="en",
            phrase="raised to the lamp",
            authors=["GORAN"],
            indicator="personnel.appointed",
        )
    ],
    "WITHDRAW_PRACTICE": [effect("WITHDRAW_PRACTICE", unit="NORTH", practice="dusk", because="Too dark.")],
}
"""An act of each kind. Two kinds left out are themselves about the record: SAME_PERSON and VOID. Returns have acts of
types of their own (test_kinds_returns)."""

LATER = "2025-06-01"


@pytest.fixture(autouse=True)
def guild() -> Act:
    cast.found_guild()
    return decide(*BEFORE, on="2024-02-01")


def test_every_kind_has_its_case() -> None:
    assert set(CASES) == set(kinds.KINDS) - {"SAME_PERSON", "VOID", *kinds.OF_RETURNS}


@pytest.mark.parametrize("kind", CASES)
def test_withdrawing_restores_the_register_row_for_row(kind: str) -> None:
    before = register()
    act = decide(*CASES[kind], on=LATER)
    changed = register()
    assert (changed != before) == bool(kinds.KINDS[kind].LINES)
    by = withdraw(act, "2025-07-01")
    assert register() == before
    assert rebuild_register.differences() == []
    withdraw(by, "2025-08-01")
    assert register() == changed
    assert verify_record.verify().faults == ()


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("kind", CASES)
def test_every_kind_says_what_it_is_about(kind: str, lang: str) -> None:
    act = decide(*CASES[kind], on=LATER)
    names = naming.Names(pack=cast.pack(), lang=lang)
    for each in act.effects.order_by("ordinal"):
        said = printing.effect(each, names, lang)
        named = [each.person, each.other_person, each.post, each.other_post, each.other_unit]
        if kind not in ("COMPLETE_TRAINING", "AWARD", "DISSOLVE", "FOUND"):
            assert all(one.code in said for one in named if one), said
        assert "{" not in said
        for key, group in (
            ("reason", "reason"),
            ("grade", "grade"),
            ("form", "sanction"),
            ("ground", "ground"),
        ):
            if key in each.data and kind not in ("LEAVE", "RELIEVE"):
                assert cast.pack().name(group, each.data[key], lang) in said
