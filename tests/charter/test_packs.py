"""The packs that ship: sound, their cases hold, every change is asked about on both sides, words are whole."""

from __future__ import annotations

import datetime
import pathlib
import re

import pytest

from fasti import charter
from fasti.dates import periods

PACKS = sorted(path.parent.name for path in charter.PACKS.glob("*/pack.yaml"))
LANGUAGES = {"vi", "ru", "cs", "en"}
MID_2024 = datetime.date(2024, 6, 30)


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest) -> charter.Pack:
    return charter.load(request.param)


@pytest.fixture
def party() -> charter.Pack:
    return charter.load("vn_party")


def test_every_pack_is_sound(pack: charter.Pack) -> None:
    assert charter.check(pack.id) == ()
    assert re.fullmatch(r"[0-9a-f]{64}", pack.version)
    assert set(pack.languages) == LANGUAGES


def test_every_case_holds(pack: charter.Pack) -> None:
    results = charter.run_cases(pack)
    assert results
    assert [str(result) for result in results if not result.is_ok] == []


def test_every_dated_change_is_asked_about_on_both_sides(pack: charter.Pack) -> None:
    assert [str(side) for side in charter.uncovered_changes(pack)] == []
    assert any(series.changes for _, series in pack.changes())


def test_every_figure_of_a_form_has_its_definition_in_every_language(pack: charter.Pack) -> None:
    for form in pack.forms(as_of=MID_2024):
        for section in pack.form(form, as_of=MID_2024).sections:
            for figure in section.figures:
                said = {pack.name("definition", figure, lang) for lang in LANGUAGES}
                assert len(said) == len(LANGUAGES), figure
                assert not any("{" in text for text in said), figure


def test_every_effect_is_allowed_to_some_act(pack: charter.Pack) -> None:
    types = pack.act_types(as_of=MID_2024)
    allowed = {kind for type_ in types for kind in pack.effects_allowed(type_, as_of=MID_2024).kinds}
    assert allowed == pack.tables["effects"].keys()
    assert len(allowed) == 45


def test_loading_again_gives_the_same_pack(pack: charter.Pack) -> None:
    assert charter.load(pack.id) is pack
    assert charter.load(pack.path) is pack


def test_coverage_names_what_is_left_out(pack: charter.Pack) -> None:
    states = {row["state"] for row in pack.coverage}
    assert states == {"implemented", "partly", "out of scope"}


def test_no_rule_of_a_body_stands_in_the_code(party: charter.Pack) -> None:
    """Neither ids of the party's rules nor its regulations appear in the program."""
    own = [*party.tables["offices"], *party.tables["unit_kinds"]]
    specific = [id for id in own if "_" in id or id in ("politburo", "secretariat")]
    pattern = re.compile("|".join([rf"\b{re.escape(id)}\b" for id in specific] + ["QĐ/TW"]))
    source = pathlib.Path(charter.__file__).parent
    for path in source.rglob("*.py"):
        assert not pattern.search(path.read_text(encoding="utf-8")), path.name


def test_missing_rules_raise_and_say_what_to_do(pack: charter.Pack) -> None:
    with pytest.raises(charter.NoRule, match=r"values\.no\.such on 2024-06-30.*Add a version"):
        pack.value("no.such", as_of=MID_2024)
    with pytest.raises(charter.NoRule, match="the first version holds from"):
        pack.value("report.suppress_below", as_of=datetime.date(1900, 1, 1))
    with pytest.raises(charter.NoRule):
        pack.name("office", "warden", "en")
    with pytest.raises(charter.NoRule):
        pack.term("member", "xx")
    with pytest.raises(charter.NoRule):
        pack.indicator("no.such")
    with pytest.raises(charter.NoRule):
        pack.obligation("half-year", level="moon", period=periods.Period.parse("2024-H1"))


def test_groups_become_codes_of_the_day(party: charter.Pack) -> None:
    decision = party.resolved("acts.decision", as_of=MID_2024)
    assert decision.where["act_type"] == ("decision", "regulation")
    issuers = decision.where["issuer_kind"]
    assert isinstance(issuers, tuple)
    assert {"provincial_committee", "city_committee", "provincial_organising_committee"} <= set(issuers)
    assert "provincial_org" not in issuers
    assert decision.where["concretises_level"] == "centre"
    assert decision.where["num_effects"] == 0
    long = party.resolved("posts.vacant_long", as_of=MID_2024)
    assert long.where["starts_on"] == {"before_end": 180}


def test_a_flow_may_take_the_groups_of_all_days_of_its_period(party: charter.Pack) -> None:
    last = datetime.date(2025, 12, 31)
    whole = party.resolved("personnel.appointed", as_of=last, since=datetime.date(2025, 1, 1))
    early = party.resolved("personnel.appointed", as_of=MID_2024)
    assert isinstance(whole.where["office"], tuple)
    assert isinstance(early.where["office"], tuple)
    assert "commune_secretary" in whole.where["office"]
    assert "commune_secretary" not in early.where["office"]
    assert set(early.where["office"]) <= set(whole.where["office"])


def test_bands_cover_every_age_once(pack: charter.Pack) -> None:
    bands = pack.age_bands(as_of=MID_2024).bands
    assert bands[0].at_least == 0
    assert bands[-1].below is None
    assert [band.below for band in bands[:-1]] == [band.at_least for band in bands[1:]]


def test_an_act_looks_as_the_layout_says(party: charter.Pack) -> None:
    layout = party.layout("provincial_committee", as_of=MID_2024)
    assert layout.words["vi"]["motto"] == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert layout.capacities["vi"]["for_standing_committee"] == "T/M BAN THƯỜNG VỤ"
    assert layout.issuer_lines == ("superior", "issuer")


def test_numbers_are_written_as_on_real_acts(party: charter.Pack) -> None:
    rule = party.numbering("provincial_committee", "regulation", as_of=datetime.date(2022, 3, 1))
    type_ = party.act_type("regulation", as_of=datetime.date(2022, 3, 1))
    kind = party.unit_kind("provincial_committee", as_of=datetime.date(2022, 3, 1))
    number = charter.written_number(
        rule.pattern, number=15, abbreviation=type_.abbreviation, issuer=str(kind.abbreviation), year=2022
    )
    assert number == "15-QĐ/TU"


def test_the_peer_group_keeps_the_order_of_the_charter(party: charter.Pack) -> None:
    before = party.peer_group("cluster-2", as_of=datetime.date(2025, 6, 30)).units
    after = party.peer_group("cluster-2", as_of=datetime.date(2025, 7, 1)).units
    assert (len(before), len(after)) == (14, 9)
    assert set(after) < set(before)
