"""Akoma Ntoso: valid against the OASIS schema in every language, with everything the official document says."""

from __future__ import annotations

import functools
import pathlib
from datetime import date
from typing import Any

import pytest
from lxml import etree

from fasti import cli
from fasti.acts.models import Act
from fasti.dates.axes import known_before
from fasti.exchange import akoma_meta, akoma_ntoso, akoma_references, formats
from fasti.operations import withdraw_act
from fasti.reports import act_words
from fasti.subjects.models import Person
from tests import cast
from tests.conftest import SHARED

pytestmark = pytest.mark.django_db
NS = {"a": akoma_references.NAMESPACE}
TEXTS = {
    "en": "The board decides on [person:GORAN]'s “request” & <all> that goes with it.\nSecond paragraph.",
    "vi": "Xét đề nghị của đồng chí [person:GORAN] về công tác tổ chức.\nĐiều 1. Phê duyệt.\nĐiều 2. Thi hành.",
    "ru": "Рассмотрев заявление [person:GORAN], совет решил:\nСтатья 1. Утвердить.",
    "cs": "Na žádost [person:GORAN] rada rozhodla, že příští schůze bude v úterý.",
}


@functools.cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SHARED / "schemas" / "akoma_ntoso" / "akomantoso30.xsd"))


def exported(act: Act | str, **more: Any) -> etree._Element:
    code = act if isinstance(act, str) else act.code
    asked = formats.Asked(**{"pack": cast.pack(), "lang": "en", "act": code, **more})
    return etree.fromstring(b"".join(akoma_ntoso.write(asked)))


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(each.itertext()) for each in root.iterfind(path, NS)]


@pytest.fixture
def decided(tmp_path: pathlib.Path) -> list[Act]:
    """A decision with text, effects, a task, an attachment and a relation, in each language."""
    first = cast.found_guild()
    file = tmp_path / "Annex <1> & list.txt"
    file.write_text("annex", "utf-8")
    acts = []
    for month, (lang, text) in enumerate(TEXTS.items(), 3):
        appoint = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "on": f"2024-0{month}-01"}
        relieve = {"kind": "RELIEVE", "person": "GORAN", "post": "NORTH-B.member", "on": f"2024-0{month}-02"}
        draft = cast.act(
            "NORTH-B",
            "decision",
            f"Appointment of [person:GORAN] ({lang})",
            "2024-02-20",
            appoint,
            {**relieve, "reason": "request"},
            language=lang,
            text=text,
            relations=[{"kind": "concretises", "act": first.code}],
            tasks=[
                {
                    "text": "Report on [person:GORAN]",
                    "unit": "ALDER",
                    "responsible": "EMIL",
                    "due_on": "2024-06-30",
                }
            ],
            attachments=[{"path": str(file)}],
        )
        acts += cast.issue(draft, recorded_at=cast.at("2024-02-20"))
    return acts


@pytest.mark.inputs
def test_valid_against_the_oasis_schema_in_every_language(decided: list[Act]) -> None:
    for act in [*decided, Act.objects.earliest("id")]:
        root = exported(act)
        schema().assertValid(root)
        language = root.find(".//a:FRBRExpression/a:FRBRlanguage", NS)
        assert language is not None
        assert language.get("language") == akoma_meta.LANGUAGES[act.language]


@pytest.mark.inputs
def test_the_schema_refuses_what_is_wrong(decided: list[Act]) -> None:
    root = exported(decided[0])
    identification = root.find(".//a:identification", NS)
    assert identification is not None
    identification.clear()
    assert not schema().validate(root)


def test_it_says_what_the_official_document_says(decided: list[Act]) -> None:
    for act in decided:
        root, said = exported(act), act_words.document(act, pack=cast.pack())
        assert texts(root, ".//a:docTitle") == [said.about]
        articles = [article.text for article in said.articles]
        assert [each for each in texts(root, ".//a:body//a:content/a:p") if each in articles] == articles
        assert set(said.body) <= set(texts(root, ".//a:hcontainer[@name='text']//a:p"))
        assert set(said.tasks) <= set(texts(root, ".//a:hcontainer[@name='tasks']//a:p"))
        assert texts(root, ".//a:signature/a:person") == [said.signer]
        assert texts(root, ".//a:attachments//a:heading") == list(said.attachments)


def test_people_units_and_posts_are_marked_where_they_stand(decided: list[Act]) -> None:
    root = exported(decided[0])
    references = {each.get("eId"): each for each in root.iterfind(".//a:references/*", NS)}
    assert len(references) == len(list(root.iterfind(".//a:references/*", NS)))
    for each in root.iterfind(".//*[@refersTo]", NS):
        assert str(each.get("refersTo")).removeprefix("#") in references
    (person,) = {
        str(each.get("refersTo")) for each in root.iterfind(".//a:person", NS) if each.text == "Gorić Goran"
    } or {""}
    assert references[person[1:]].get("showAs") == "Gorić Goran"


def test_a_name_that_is_erased_is_not_there(decided: list[Act]) -> None:
    Person.objects.filter(code="GORAN").update(full_name="", family_name="", given_name="")
    written = etree.tostring(exported(decided[0]), encoding="unicode")
    assert "Gorić" not in written
    if SHARED.is_dir():
        schema().assertValid(exported(decided[0]))


def test_withdrawing_stands_in_both_acts(decided: list[Act]) -> None:
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2024-04-01")
    act = withdraw_act.withdraw(
        decided[3].code, by, pack=cast.pack(), recorded_at=cast.at("2024-04-01"), actor="test"
    )
    active = exported(act).find(".//a:activeModifications/a:forceMod", NS)
    passive = exported(decided[3])
    withdrawn = passive.find(".//a:passiveModifications/a:forceMod", NS)
    assert active is not None
    assert withdrawn is not None
    assert active[1].get("href") == withdrawn[1].get("href") == akoma_references.work(decided[3], cast.pack())
    assert [each.get("type") for each in passive.iterfind(".//a:eventRef", NS)] == ["generation", "repeal"]
    before = exported(decided[3], known_before=known_before(date(2024, 3, 31)))
    assert before.find(".//a:passiveModifications", NS) is None


@pytest.mark.inputs
def test_amended_repealed_corrected(decided: list[Act]) -> None:
    for kind, name in (("amends", "substitution"), ("repeals", "repeal")):
        draft = cast.act("NORTH-B", "decision", "Change", "2024-05-01", language="en")
        (act,) = cast.issue({**draft, "relations": [{"kind": kind, "act": decided[0].code}]})
        root = exported(act)
        schema().assertValid(root)
        assert [each.get("type") for each in root.iterfind(".//a:textualMod", NS)] == [name]
    schema().assertValid(exported(decided[0]))


@pytest.mark.inputs
@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_a_report_is_a_doc(lang: str) -> None:
    cast.found_guild()
    draft = cast.act("NORTH-B", "report", "Report", "2024-07-05", form="half-year", period="2024-H1")
    (act,) = cast.issue({**draft, "language": lang, "text": "All is well.\nSo it stays."})
    root = exported(act)
    schema().assertValid(root)
    assert root[0].tag == f"{{{akoma_references.NAMESPACE}}}doc"
    assert texts(root, ".//a:mainBody/a:p") == ["All is well.", "So it stays."]


@pytest.mark.inputs
@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_every_kind_of_effect_has_its_words(lang: str) -> None:
    """One act with many kinds at once: whatever is decided can be printed and exported."""
    cast.found_guild()
    on = "2024-04-01"
    effects = [
        {"kind": "FOUND", "unit": "ELM", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": "Elm"}},
        {"kind": "SPLIT", "unit": "ALDER", "other_unit": "ELM", "share": 40},
        {"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "ELM", "other_unit": "ALDER"},
        {"kind": "RENAME", "unit": "BIRCH", "name": {"en": "White birch", "cs": "Bílá bříza"}},
        {"kind": "MOVE", "unit": "BIRCH", "parent": "NORTH"},
        {"kind": "CHANGE_SEATS", "post": "NORTH-B.member", "seats": 3},
        {"kind": "SECOND", "person": "EMIL", "other_post": "ALDER.keeper", "post": "NORTH-B.member",
         "ends_planned_on": "2024-12-31"},
        {"kind": "ELECT", "person": "GORAN", "post": "NORTH-B.member"},
        {"kind": "SWAP", "person": "BRUNO", "other_post": "NORTH-B.chair", "other_person": "DORA",
         "post": "NORTH-B.deputy"},
        {"kind": "RATE", "person": "ADA", "period": "2023", "grade": "good"},
        {"kind": "SANCTION", "unit": "ALDER", "form": "reprimand", "ground": "accounts"},
        {"kind": "SANCTION", "person": "GORAN", "form": "reprimand", "ground": "conduct"},
        {"kind": "LIFT", "person": "GORAN", "form": "reprimand", "reason": "appeal", "on": "2024-05-01"},
        {"kind": "PLAN", "person": "GORAN", "post": "NORTH-B.deputy", "term": "2024"},
        {"kind": "UNPLAN", "person": "GORAN", "post": "NORTH-B.deputy", "reason": "age", "on": "2024-05-01"},
        {"kind": "RESIGN", "person": "GORAN", "post": "NORTH-B.member", "on": "2024-05-01"},
    ]  # fmt: skip
    (act,) = cast.issue(cast.act("COUNCIL", "decision", "Much at once", on, *effects, language=lang))
    root = exported(act)
    schema().assertValid(root)
    assert len(root.findall(".//a:article", NS)) == len(effects)


@pytest.mark.inputs
def test_an_act_without_a_word(tmp_path: pathlib.Path) -> None:
    cast.found_guild()
    (act,) = cast.issue(cast.act("NORTH-B", "letter", "Letter", "2024-07-05"))
    schema().assertValid(exported(act))


def test_the_work_is_named_once(decided: list[Act]) -> None:
    names = {akoma_references.work(act, cast.pack()) for act in Act.objects.select_related("issuer")}
    assert len(names) == Act.objects.count()
    assert "/akn/zz/act/decision/NORTH-B/2024-02-20/" in akoma_references.work(decided[0], cast.pack())


def test_the_command(decided: list[Act], tmp_path: pathlib.Path, capsys: Any) -> None:
    file = tmp_path / "act.xml"
    assert cli.main(["export", "akoma_ntoso", decided[1].code, "-o", str(file)]) == 0
    assert etree.parse(file).getroot().tag == f"{{{akoma_references.NAMESPACE}}}akomaNtoso"
    assert cli.main(["export", "akoma_ntoso", "NORTH-B:2020:99"]) == 2
    assert "NORTH-B:2020:99" in capsys.readouterr().err
