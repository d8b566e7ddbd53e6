"""The story itself, counted from its contents: the totals it must reach, and what it must not contain.

Nothing here asks the register: these are sums over draft contents, made independently of the indicators.
"""

from __future__ import annotations

import collections
import datetime
import hashlib
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from samples.vn_party import people, places, targets

from fasti import charter
from samples import vn_party

CLUSTER = {place.code for place in places.CLUSTER}
IN_PERIOD = ("2024-01-01", "2024-06-30")
LEADERS = {  # SHA-256 of the folded names of people in office who are named in the sources: nobody here may bear one
    "0e461aa66a62572d",
    "10d42b040bed67b4",
    "134c6fb4af76cc92",
    "18fe139921d7ba02",
    "267b80842cc17fb2",
    "289880d2ebefe3d3",
    "3ec650c725d25a4e",
    "3f7fe8702bfd1ff4",
    "5212204d4cddcc97",
    "598c280817cafd87",
    "60008477471e4384",
    "61082f8aa7e9a130",
    "62b76f1f1bf4feae",
    "631708b6fe23b039",
    "68d8c03f01641fef",
    "6c2352f04888ed6e",
    "753d1d47db10794c",
    "7c55cad73662afb8",
    "7e116b7bc3045955",
    "8898894f44e6689c",
    "8951895a5ac8b151",
    "89f792c88ccedd41",
    "8ae72b5a12b4cf50",
    "8bec3d100f8d6f41",
    "8dfd33672b2249f0",
    "90280a5ce290e08c",
    "92fe1e894444987c",
    "93bec28f667ae52c",
    "9628745bfee7d18d",
    "9748ef9ed9f7772f",
    "97cd17faf4ac4df7",
    "9be7faab34927bc7",
    "a0c5c23eb5bdd999",
    "a3cbeb7371ebf6c7",
    "a427b72c45981a6d",
    "b1bb38d01656e5e1",
    "b1c5f9d3a5292c6e",
    "b5a4ccdc4938de25",
    "b9f645c8b90291a6",
    "bb38432601fecd7b",
    "bc4555c31d317aea",
    "bff5fcf06182b69b",
    "c218cbed3fcb5877",
    "c51fa0d715f95d96",
    "c6941a0914399dc9",
    "cd12f834932f88df",
    "d20f9a9c8fc2f858",
    "d4db6909d64cf6ad",
    "ddeae14f498cebc4",
    "e04a186f528fb0a6",
    "e10f443b5484a8a4",
    "e50dd390c838a624",
    "eae9263c355ab07d",
    "ef865d5567ef19ae",
    "f3b295f419b058da",
    "f3d77988d82809d0",
    "f9c3464eaa87525d",
    "fc849f0444ebe87b",
}
Content = dict[str, Any]


@pytest.fixture(scope="module")
def pack() -> charter.Pack:
    return charter.load("vn_party")


@pytest.fixture(scope="module")
def chapters(pack: charter.Pack) -> list[vn_party.Chapter]:
    return list(vn_party.story(pack=pack))


@pytest.fixture(scope="module")
def acts(chapters: list[vn_party.Chapter]) -> dict[str, Content]:
    return {
        code: content
        for chapter in chapters
        for code, content in zip(chapter.codes, chapter.contents, strict=True)
    }


@pytest.fixture(scope="module")
def withdrawn(acts: dict[str, Content]) -> set[str]:
    return {
        relation["act"]
        for content in acts.values()
        for relation in content.get("relations", ())
        if relation["kind"] == "withdraws"
    }


@pytest.fixture(scope="module")
def offices(acts: dict[str, Content]) -> dict[str, str]:
    return {
        effect["post"]: effect["office"] for _, effect in _effects(acts) if effect["kind"] == "ESTABLISH_POST"
    }


def _effects(acts: dict[str, Content]) -> Iterator[tuple[Content, Content]]:
    return ((content, effect) for content in acts.values() for effect in content.get("effects", ()))


def _province(unit: str) -> str:
    return "-".join(unit.split("-")[:2])


def _is_central(code: str) -> bool:
    return _province(code.split(":")[0]) in ("VN-TW", "VN-BCT", "VN-BBT", "VN-BTC", "VN-VPTW")


def test_the_same_seed_tells_the_same_story(pack: charter.Pack, chapters: list[vn_party.Chapter]) -> None:
    assert list(vn_party.story(pack=pack)) == chapters


def test_another_seed_tells_another_story_with_the_same_totals(pack: charter.Pack) -> None:
    other = {
        code: content
        for chapter in vn_party.story(7, pack=pack)
        for code, content in zip(chapter.codes, chapter.contents, strict=True)
    }
    gone = {
        relation["act"]
        for content in other.values()
        for relation in content.get("relations", ())
        if relation["kind"] == "withdraws"
    }
    assert _normative(other, gone, pack, "decision") == 86


def test_size(acts: dict[str, Content]) -> None:
    kinds = collections.Counter(effect["kind"] for _, effect in _effects(acts))
    assert len(acts) >= 10_000
    assert kinds["ADMIT"] - kinds["LEAVE"] >= 20_000
    assert kinds["FOUND"] > 1_000


def test_no_code_is_used_twice(chapters: list[vn_party.Chapter], acts: dict[str, Content]) -> None:
    assert len(acts) == sum(len(chapter.contents) for chapter in chapters)
    for kind, field in (("FOUND", "unit"), ("ESTABLISH_POST", "post"), ("ADMIT", "person")):
        codes = collections.Counter(effect[field] for _, effect in _effects(acts) if effect["kind"] == kind)
        assert not [code for code, number in codes.items() if number > 1]


def test_recording_never_goes_back(chapters: list[vn_party.Chapter]) -> None:
    moments = [moment for chapter in chapters for moment in chapter.recorded_at]
    assert moments == sorted(moments)
    assert moments[0].year == 2022


def test_no_act_is_recorded_before_it_is_signed(chapters: list[vn_party.Chapter]) -> None:
    for chapter in chapters:
        for content, moment in zip(chapter.contents, chapter.recorded_at, strict=True):
            assert datetime.date.fromisoformat(content["signed_on"]) < moment.date()


def test_relations_name_acts_recorded_before(chapters: list[vn_party.Chapter]) -> None:
    known: set[str] = set()
    for chapter in chapters:
        for code, content in zip(chapter.codes, chapter.contents, strict=True):
            assert {relation["act"] for relation in content.get("relations", ())} <= known
            known.add(code)


def _normative(acts: dict[str, Content], withdrawn: set[str], pack: charter.Pack, bucket: str) -> int:
    types = pack.bucket(bucket, as_of=datetime.date(2024, 6, 30))
    return sum(
        content["type"] in types
        and IN_PERIOD[0] <= content["signed_on"] <= IN_PERIOD[1]
        and _province(content["issuer"]) in CLUSTER
        and content["issuer"].split("-")[2] in ("TU", "BTCTU", "VPTU", "UBKT")
        and not content.get("effects")
        and any(
            relation["kind"] == "concretises" and _is_central(relation["act"])
            for relation in content.get("relations", ())
        )
        and code not in withdrawn
        for code, content in acts.items()
    )


@pytest.mark.parametrize(
    ("bucket", "number"),
    [("project", 5), ("resolution", 12), ("decision", 86), ("plan", 70), ("guidance", 10)],
)
def test_normative_acts_of_the_cluster(
    acts: dict[str, Content], withdrawn: set[str], pack: charter.Pack, bucket: str, number: int
) -> None:
    assert _normative(acts, withdrawn, pack, bucket) == number


@pytest.mark.parametrize(
    ("kinds", "number"), [({"APPOINT"}, 216), ({"NOMINATE"}, 187), ({"TRANSFER", "ROTATE"}, 58)]
)
def test_changes_of_office_of_the_cluster(
    acts: dict[str, Content],
    withdrawn: set[str],
    offices: dict[str, str],
    pack: charter.Pack,
    kinds: set[str],
    number: int,
) -> None:
    managed = pack.offices(as_of=datetime.date(2024, 6, 30), managed_by="province")
    found = sum(
        effect["kind"] in kinds
        and offices[effect["post"]] in managed
        and _province(effect["post"]) in CLUSTER
        for code, content in acts.items()
        if code not in withdrawn and IN_PERIOD[0] <= content["signed_on"] <= IN_PERIOD[1]
        for effect in content.get("effects", ())
    )
    assert found == number


def test_the_normative_acts_are_spread_over_all_provinces(acts: dict[str, Content]) -> None:
    found = collections.Counter(
        _province(content["issuer"])
        for content in acts.values()
        if IN_PERIOD[0] <= content["signed_on"] <= IN_PERIOD[1]
        and content["type"] in ("decision", "regulation", "plan")
        and any(relation["kind"] == "concretises" for relation in content.get("relations", ()))
        and not content.get("effects")
    )
    assert set(found) >= CLUSTER
    assert len(set(found.values())) > 3


def test_the_course_of_ninh_binh(acts: dict[str, Content]) -> None:
    rows = [
        effect
        for content, effect in _effects(acts)
        if effect["kind"] == "COMPLETE_TRAINING"
        and effect["unit"] == "VN-18"
        and IN_PERIOD[0] <= content["signed_on"] <= IN_PERIOD[1]
    ]
    assert len({(row["person"], row["course"]) for row in rows}) == 89
    topics = {
        (provider, topic) for row in rows for provider, codes in row["topics"].items() for topic in codes
    }
    assert collections.Counter(provider for provider, _ in topics) == {"academy": 17, "leaders": 3}


def test_dien_bien_in_2023(acts: dict[str, Content]) -> None:
    of_year = {
        code: content
        for code, content in acts.items()
        if _province(content["issuer"]) == "VN-71" and content["signed_on"].startswith("2023")
    }
    works = [effect for _, effect in _effects(of_year) if effect["kind"] == "AWARD"]
    assert len({work["work"] for work in works}) == len(works) == 20
    assert {len(work["authors"]) > 1 for work in works} == {True, False}
    groups = {
        (code, task["group"])
        for code, content in of_year.items()
        for task in content.get("tasks", ())
        if task.get("group")
    }
    assert len(groups) == targets.TASK_GROUPS == 9


def test_every_neighbour_is_there_once(chapters: list[vn_party.Chapter], acts: dict[str, Content]) -> None:
    found = [pair for chapter in chapters for pair in chapter.neighbours]
    assert collections.Counter(reason for reason, _ in found) == {
        case.reason: 1 for case in vn_party.NEIGHBOURS
    }
    drafts = {content["title"] for chapter in chapters for content in chapter.drafts}
    for reason, key in found:
        assert key in drafts if "draft" in reason else key.split("#")[0] in acts


def test_five_provinces_go_over_into_four(acts: dict[str, Content]) -> None:
    merged = {
        (effect["unit"], effect["other_unit"])
        for content, effect in _effects(acts)
        if effect["kind"] == "MERGE"
        and content["issuer"] == "VN-BCT"
        and content["in_force_on"] == "2025-07-01"
    }
    assert merged == {
        ("VN-54", "VN-56"),
        ("VN-61", "VN-HP"),
        ("VN-20", "VN-66"),
        ("VN-63", "VN-18"),
        ("VN-67", "VN-18"),
    }
    gone = {source for source, _ in merged}
    assert not [
        code
        for code, content in acts.items()
        if content["signed_on"] >= "2025-07-01"
        and content["issuer"].removesuffix("-TU").removesuffix("-VPTU").removesuffix("-BTCTU") in gone
    ]


def test_the_mergers_and_the_end_of_the_districts_are_one_plan(acts: dict[str, Content]) -> None:
    parts = [
        (code, relation["act"])
        for code, content in acts.items()
        for relation in content.get("relations", ())
        if relation["kind"] == "part_of"
    ]
    (leading,) = {target for _, target in parts}
    assert any(effect["kind"] == "MERGE" for effect in acts[leading]["effects"])
    kinds = collections.Counter(effect["kind"] for code, _ in parts for effect in acts[code]["effects"])
    assert len(parts) == 10
    assert set(kinds) == {"FOUND", "MOVE", "DISSOLVE", "ESTABLISH_POST", "CHANGE_SEATS", "DESIGNATE"}
    later = [
        effect
        for code in (leading, *(code for code, _ in parts))
        for effect in acts[code]["effects"]
        if effect.get("on", "") > "2025-07-01"
    ]
    assert {effect["kind"] for effect in later} == {"CHANGE_SEATS"}


def test_no_district_committee_issues_after_the_districts_are_abolished(acts: dict[str, Content]) -> None:
    ended = {
        f"{effect['unit']}-HU"
        for _, effect in _effects(acts)
        if effect["kind"] == "DISSOLVE" and effect["unit"].count("-") == 2
    }
    assert ended
    assert not [
        code
        for code, content in acts.items()
        if content["signed_on"] >= "2025-07-01" and content["issuer"] in ended
    ]


def test_documented_chains_carry_their_numbers(acts: dict[str, Content]) -> None:
    for code in ("VN-22-TU:2020-2025/decision:15", "VN-22-TU:2020-2025/guidance:3"):
        assert acts[code]["signed_on"] == "2022-03-01"
    assert acts["VN-BCT:2021-2026/directive:35"]["signed_on"] == "2024-06-14"
    amended = acts["VN-22-TU:2020-2025/conclusion:474"]["relations"]
    assert {"kind": "amends", "act": "VN-22-TU:2020-2025/circular:9"} in amended
    assert {"kind": "replaces", "act": "VN-22-TU:2020-2025/circular:9"} in acts[
        "VN-22-TU:2020-2025/circular:13"
    ]["relations"]


def test_people_are_plausible(acts: dict[str, Content]) -> None:
    born = [
        (
            effect["sex"],
            datetime.date.fromisoformat(effect["born_on"]),
            datetime.date.fromisoformat(content["signed_on"]),
        )
        for content, effect in _effects(acts)
        if effect["kind"] == "ADMIT"
    ]
    women = sum(sex == "F" for sex, _, _ in born)
    assert 33 * len(born) < 100 * women < 37 * len(born)
    ages = [(on - day).days // 365 for _, day, on in born]
    assert min(ages) >= 18
    assert max(ages) < 80


def test_nobody_bears_a_leaders_name(acts: dict[str, Content]) -> None:
    names = {
        f"{effect['family_name']} {effect['given_name']}"
        for _, effect in _effects(acts)
        if effect["kind"] == "ADMIT"
    }
    digests = {hashlib.sha256(_folded(name).encode()).hexdigest()[:16] for name in names}
    assert not digests & LEADERS
    middle = {*people.MEN_MIDDLE, *people.WOMEN_MIDDLE}
    assert all(name.split(" ", 1)[1].rsplit(" ", 1)[0] in middle for name in names)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


ACT_CASES = {
    "withdrawn-act": "standing", "signed-day-before": "period", "signed-day-after": "period", "grassroots-act": "organ",
    "district-act": "organ", "inner-paper": "concretises", "individual-personnel-decision": "effects",
    "concretises-nothing": "concretises", "concretises-provincial-act": "concretises",
    "only-refers-to-central-act": "concretises", "type-outside-buckets": "bucket", "act-outside-cluster": "cluster",
    "signed-first-day": None, "signed-last-day": None,
}  # fmt: skip
EFFECT_CASES = {
    "appointment-withdrawn": "standing", "appointment-managed-by-district": "managed",
    "appointment-managed-by-centre": "managed", "appointment-outside-cluster": "cluster",
    "appointment-signed-before": "period", "reappointment": "kind", "nomination-managed-by-district": "managed",
    "transfer-managed-by-district": "managed", "appointment-in-force-later": None, "appointment-recorded-late": None,
}  # fmt: skip


def _key(chapters: list[vn_party.Chapter], reason: str) -> str:
    return next(key for chapter in chapters for named, key in chapter.neighbours if named == reason)


@pytest.mark.parametrize(("reason", "condition"), ACT_CASES.items())
def test_a_neighbouring_act_misses_by_one_condition(
    chapters: list[vn_party.Chapter],
    acts: dict[str, Content],
    withdrawn: set[str],
    pack: charter.Pack,
    reason: str,
    condition: str | None,
) -> None:
    code = _key(chapters, reason)
    content = acts[code]
    day = datetime.date(2024, 6, 30)
    buckets = {type_ for name in targets.CLUSTER["2024-H1"].buckets for type_ in pack.bucket(name, as_of=day)}
    met = {
        "period": IN_PERIOD[0] <= content["signed_on"] <= IN_PERIOD[1],
        "cluster": _province(content["issuer"]) in CLUSTER,
        "organ": content["issuer"].split("-")[2] in ("TU", "BTCTU", "VPTU", "UBKT"),
        "effects": not content.get("effects"),
        "concretises": any(
            relation["kind"] == "concretises" and _is_central(relation["act"])
            for relation in content.get("relations", ())
        ),
        "bucket": content["type"] in buckets,
        "standing": code not in withdrawn,
    }
    assert [name for name, is_met in met.items() if not is_met] == ([condition] if condition else [])


@pytest.mark.parametrize(("reason", "condition"), EFFECT_CASES.items())
def test_a_neighbouring_change_of_office_misses_by_one_condition(
    chapters: list[vn_party.Chapter],
    acts: dict[str, Content],
    withdrawn: set[str],
    offices: dict[str, str],
    pack: charter.Pack,
    reason: str,
    condition: str | None,
) -> None:
    code, _, ordinal = _key(chapters, reason).partition("#")
    effect = acts[code]["effects"][int(ordinal) - 1]
    met = {
        "period": IN_PERIOD[0] <= acts[code]["signed_on"] <= IN_PERIOD[1],
        "cluster": _province(effect["post"]) in CLUSTER,
        "managed": offices[effect["post"]]
        in pack.offices(as_of=datetime.date(2024, 6, 30), managed_by="province"),
        "kind": effect["kind"] in ("APPOINT", "NOMINATE", "TRANSFER", "ROTATE"),
        "standing": code not in withdrawn,
    }
    assert [name for name, is_met in met.items() if not is_met] == ([condition] if condition else [])
