"""The cast's body after every kind of effect, every relation that undoes, tasks, files and hostile texts."""

from __future__ import annotations

import pathlib
from typing import Any

from fasti.acts.models import Act
from tests import cast
from tests.returns import handed


def effect(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, **fields}


def acts(folder: pathlib.Path) -> list[dict[str, Any]]:
    """The drafts after the founding, in order. Codes of acts are those of the pack's yearly series."""
    file = folder / "statement of facts.pdf"
    file.write_bytes(b"%PDF-1.4 facts")
    long_text = "".join(f"{n}. [person:ADA] – Đã xem, « просмотрено », přečteno.\n" for n in range(1500))

    def act(place: int, issuer: str, day: str, *effects: dict[str, Any], **more: Any) -> dict[str, Any]:
        return cast.act(issuer, "decision", more.pop("title", f"Act {place}"), day, *effects, **more)

    south = {"signer": "BRUNO"}

    def admit(code: str, unit: str, **more: Any) -> dict[str, Any]:
        return effect("ADMIT", person=code, unit=unit, **more)

    return [
        act(
            1,
            "COUNCIL",
            "2021-01-05",
            effect(
                "FOUND",
                unit="WEST",
                unit_kind="region",
                parent="GLK",
                name={"en": "West", "vi": "Tây", "cs": "Západ"},
            ),
            effect(
                "FOUND",
                unit="WEST-B",
                unit_kind="region_board",
                parent="WEST",
                name={"en": "Board of the West"},
            ),
            effect(
                "FOUND",
                unit="CEDAR",
                unit_kind="lodge",
                parent="WEST",
                name={"en": "Cedar"},
                abbreviation="CD",
            ),
            effect("FOUND", unit="DAPHNE", unit_kind="lodge", parent="WEST", name={"en": "Daphne"}),
            effect("ESTABLISH_POST", post="WEST-B.chair", unit="WEST-B", office="chair"),
            effect("ESTABLISH_POST", post="WEST-B.deputy", unit="WEST-B", office="deputy_chair", seats=2),
            effect("ESTABLISH_POST", post="CEDAR.keeper", unit="CEDAR", office="keeper"),
            in_force_on="2021-02-01",
            number=7,
            text=long_text,
            title='=HYPERLINK("x") -1 +1 @me, "quoted"; \'and\'\nsecond line_x000D_ \u0103',
        ),
        act(
            2,
            "COUNCIL",
            "2021-02-01",
            admit("HANA", "ALDER", family_name="Nováková", given_name="Hana", sex="F", born_on="1899-12-31"),
            admit(
                "IVO",
                "CEDAR",
                family_name="Nguyễn Văn",
                given_name="Đức",
                sex="M",
                born_on="1990-02-28",
                stage="full",
            ),
            admit("JAN", "CEDAR", family_name="Ёлкин", given_name="Ян", stage="full"),
            admit("KIM", "CEDAR", family_name="O'Kim", stage="full"),
            effect("LEAVE", person="KIM", reason="left", on="2021-03-01"),
            admit("KIM2", "CEDAR", family_name="O'Kim", stage="full", on="2021-04-01"),
        ),
        act(3, "COUNCIL", "2021-02-02", effect("SAME_PERSON", person="KIM2", other_person="KIM")),
        act(
            4,
            "COUNCIL",
            "2021-09-01",
            effect("CONFIRM", person="HANA"),
            effect("TRANSFER_MEMBER", person="HANA", unit="BIRCH", other_unit="ALDER", on="2021-10-01"),
            effect("MOVE", unit="DAPHNE", parent="NORTH"),
            effect("RENAME", unit="CEDAR", name={"en": "Old Cedar", "ru": "Кедр"}),
            effect("CHANGE_SEATS", post="WEST-B.deputy", seats=3),
        ),
        act(
            5,
            "COUNCIL",
            "2021-11-01",
            effect("ELECT", person="IVO", post="WEST-B.chair", election="2021", ends_planned_on="2025-11-01"),
            effect("DESIGNATE", person="JAN", post="CEDAR.keeper"),
            effect(
                "SECOND",
                person="IVO",
                other_post="WEST-B.chair",
                post="WEST-B.deputy",
                ends_planned_on="2022-06-30",
            ),
            effect("APPOINT", person="HANA", post="NORTH-B.member", ends_planned_on="2025-01-01"),
            effect("NOMINATE", person="JAN", post="WEST-B.chair", election="2025"),
            effect("PLAN", person="JAN", post="WEST-B.deputy", term="2025-2029", until="2029-12-31"),
            effect("PLAN", person="GORAN", post="NORTH-B.member", term="2025-2029"),
            tasks=[
                {
                    "text": "Report; on time,\nplease",
                    "unit": "WEST",
                    "responsible": "IVO",
                    "due_on": "2022-01-31",
                    "group": "A",
                },
                {"text": "Count the lanterns", "unit": "GLK", "level": "region", "evidence": "a list"},
            ],
            attachments=[str(file)],
        ),
        act(
            6,
            "COUNCIL",
            "2022-03-01",
            effect("REAPPOINT", person="IVO", post="WEST-B.chair", ends_planned_on="2026-01-01"),
            effect("RESIGN", person="HANA", post="NORTH-B.member"),
            effect("UNPLAN", person="JAN", post="WEST-B.deputy", reason="request"),
            effect("RELIEVE", person="IVO", post="WEST-B.deputy", reason="term_end"),
            effect(
                "SWAP",
                person="BRUNO",
                post="SOUTH-B.chair",
                other_person="CHIARA",
                other_post="NORTH-B.chair",
            ),
            effect("TRANSFER", person="DORA", other_post="NORTH-B.deputy", post="SOUTH-B.deputy"),
        ),
        act(
            7,
            "COUNCIL",
            "2022-04-01",
            effect(
                "ROTATE",
                person="DORA",
                other_post="SOUTH-B.deputy",
                post="NORTH-B.deputy",
                ends_planned_on="2024-01-01",
            ),
            effect("RATE", person="HANA", period="2021", grade="good"),
            effect("RATE", unit="NORTH", period="2021-H1", grade="poor"),
            effect("SANCTION", person="GORAN", form="reprimand", ground="conduct"),
            effect("SANCTION", unit="BIRCH", form="reprimand", ground="duties"),
            effect(
                "COMPLETE_TRAINING",
                person="HANA",
                unit="NORTH",
                course="K-1",
                topics={"academy": ["T1", "T2"], "leaders": ["A, B"]},
            ),
            effect("COMPLETE_TRAINING", person="JAN", unit="NORTH", course="K-1", topics={"academy": ["T1"]}),
            effect(
                "AWARD",
                unit="COUNCIL",
                edition="1",
                category="song; dance",
                prize="first",
                work='"Light"',
                authors=["HANA", "JAN"],
            ),
        ),
        act(
            8,
            "COUNCIL",
            "2022-05-01",
            effect("LIFT", person="GORAN", form="reprimand", since="2022-04-01", reason="appeal"),
            effect("ABOLISH_POST", post="NORTH-B.member", on="2022-06-01"),
            effect("LEAVE", person="HANA", reason="left", on="2022-06-01"),
        ),
        act(
            9,
            "COUNCIL",
            "2023-07-01",
            effect("READMIT", person="HANA", unit="ALDER", stage="full"),
            effect("FOUND", unit="ELM", unit_kind="lodge", parent="SOUTH", name={"en": "Elm"}),
            effect("SPLIT", unit="BIRCH", other_unit="ELM", share=40),
            effect("TRANSFER_MEMBER", person="FATIMA", unit="ELM", other_unit="BIRCH", on="2023-08-01"),
        ),
        act(
            10,
            "COUNCIL",
            "2023-09-01",
            effect("APPOINT", person="HANA", post="WEST-B.deputy"),
            effect("APPOINT", person="JAN", post="WEST-B.deputy", on="2023-09-02"),
        ),
        act(
            11,
            "COUNCIL",
            "2023-09-05",
            effect("APPOINT", person="JAN", post="WEST-B.deputy", on="2023-09-12"),
            title="Correction",
            relations=[{"kind": "corrects", "act": "COUNCIL:2023/decision:2", "effects": [2]}],
        ),
        act(
            12,
            "COUNCIL",
            "2023-10-01",
            effect("DISSOLVE", unit="DAPHNE", on="2023-12-01"),
            effect("MERGE", unit="WEST", other_unit="NORTH", on="2024-06-01"),
        ),
        act(
            13,
            "COUNCIL",
            "2023-11-01",
            relations=[{"kind": "withdraws", "act": "COUNCIL:2023/decision:4"}],
            title="Withdrawal",
        ),
        act(
            14,
            "COUNCIL",
            "2024-05-01",
            effect("STRIKE_OFF", person="GORAN", reason="unpaid"),
            confidentiality="closed",
        ),
        cast.act(
            "NORTH-B",
            "report",
            "Half-year",
            "2024-07-10",
            signer="CHIARA",
            form="half-year",
            period="2024-H1",
        ),
        handed.submit("2024-07-11", remarks={"meetings.held": "One; two\nthree: four"}) | south,
        handed.answer("SEND_BACK_RETURN", "2024-07-12"),
        handed.submit("2024-07-15", proposals=["Send oil; and wicks", "«Hurry»"]) | south,
        handed.answer("ACCEPT_RETURN", "2024-07-16", version=2),
        handed.answer(
            "ANSWER_PROPOSAL", "2024-07-16", version=2, position=1, answer="accepted", explanation="Oil; soon."
        ),
        handed.answer("REOPEN_RETURN", "2024-07-17"),
        act(
            15,
            "COUNCIL",
            "2024-07-20",
            effect(
                "SCORE", unit="GLK", other_unit="NORTH", scorecard="regions-year", period="2023", step="final",
                points={"hospitality": "15/2", "new_lights": "1"}, evidence={"new_lights": "Letter 4; a book"},
                excluded=["disgrace"],
            ),
            effect(
                "PUBLISH_PRACTICE", unit="NORTH", practice="dusk", practice_topic="lights", title="Dusk",
                text="Light early;\nput out late.", worked_at="Alder",
            ),
            effect("ADOPT_PRACTICE", unit="SOUTH", other_unit="NORTH", practice="dusk"),
            effect("WITHDRAW_PRACTICE", unit="NORTH", practice="dusk", because="Too dark.", on="2024-07-22"),
            effect(
                "LEARN_WORDING", unit="GLK", text_language="en", phrase="raised to the lamp", authors=["GORAN"],
                indicator="personnel.appointed", sentence_hash="0" * 64,
            ),
            effect("LEARN_WORDING", unit="GLK", text_language="vi", phrase="ít ra cũng", qualifier="at_least"),
        ),
    ]  # fmt: skip


def issue(folder: pathlib.Path) -> list[Act]:
    """The founded body after the journey."""
    first = cast.found_guild()
    return [first, *(cast.issue(content)[0] for content in acts(folder))]
