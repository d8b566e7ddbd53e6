"""Accepted returns for other systems: valid by the published schemas, whole, no number made up."""

from __future__ import annotations

import csv
import io
import pathlib
from typing import Any

import pytest
from lxml import etree, isoschematron

from fasti import charter, cli
from fasti.access import actor, sight
from fasti.access.models import Account
from fasti.dates import periods
from fasti.exchange import adx_intake, formats, return_data, return_formats, tables
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Person
from tests import cast
from tests.conftest import SHARED
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse(handed.PERIOD)
NOW = cast.at("2024-07-10")
NS = "{urn:ihe:qrph:adx:2015}"
_TIME_RANGE = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 targetNamespace="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
 <xs:simpleType name="TimeRangeType"><xs:restriction base="xs:string">
 <xs:pattern value="\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?/P(\\d+Y)?(\\d+M)?(\\d+D)?"/>
 </xs:restriction></xs:simpleType></xs:schema>"""
"""The one type that the schema of the profile takes from SDMX, whose own schemas are not beside it."""


class _Common(etree.Resolver):
    def resolve(self, url: Any, id: Any, context: Any) -> Any:
        return self.resolve_string(_TIME_RANGE, context) if str(url).endswith("SDMXCommon.xsd") else None


def schema() -> Any:
    parser = etree.XMLParser()
    parser.resolvers.add(_Common())
    return etree.XMLSchema(etree.parse(str(SHARED / "schemas" / "adx" / "adx_loose.xsd"), parser))


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


@pytest.fixture
def accepted() -> None:
    handed.issue(
        handed.submit(remarks={"meetings.held": "One was <b>short</b>."}),
        handed.answer("ACCEPT_RETURN", "2024-07-20"),
    )


def data(**more: Any) -> return_data.Data:
    given: dict[str, Any] = {"unit": "GLK", "period": HALF, "sight": sight.OPERATOR, **more}
    return return_data.data(cast.pack(), handed.FORM, **given)


def written(format: str, **more: Any) -> bytes:
    return return_formats.written(data(**more), format, pack=cast.pack(), at=NOW)


def message(path: pathlib.Path, *values: str, unit: str = "SOUTH", head: str = 'exported="2024-07-10T00:00:00Z"',
            group: str = 'period="2024-01-01/P6M" dataSet="half-year"') -> pathlib.Path:  # fmt: skip
    inside = "".join(f"<dataValue {value}/>" for value in values)
    text = f'<adx xmlns="urn:ihe:qrph:adx:2015" {head}>\n<group orgUnit="{unit}" {group}>\n{inside}</group></adx>'
    path.write_text(text, encoding="utf-8")
    return path


def take(path: pathlib.Path, **more: Any) -> adx_intake.Outcome:
    return adx_intake.take(path, **{"pack": cast.pack(), "filled_at": NOW, "actor": "test", **more})


def codes(outcome: adx_intake.Outcome) -> list[tuple[str, int]]:
    return [(each.finding.code, each.row) for each in outcome.findings]


@pytest.mark.inputs
def test_adx_is_valid_and_says_every_figure(accepted: None) -> None:
    root = etree.fromstring(written("adx"))
    schema().assertValid(root)
    (group,) = root
    assert dict(group.attrib) == {"orgUnit": "SOUTH", "period": "2024-01-01/P6M", "dataSet": "half-year"}
    told = {(each.get("dataElement"), each.get("share", "")): each.get("value") for each in group}
    assert told["meetings_attended", "part"] == "40"
    assert told["meetings_attended", "whole"] == "48"
    rule = data().form
    assert {code for code, _ in told} == {
        return_data.code(id) for id in (*rule.figures, *(each.id for each in return_data.declared(rule)))
    }
    assert [each.text for each in root.iter(f"{NS}annotation")] == ["One was <b>short</b>."]


@pytest.mark.inputs
def test_the_schema_refuses_what_is_wrong(accepted: None) -> None:
    for old, new in ((b"exported=", b"sent="), (b"/P6M", b""), (b'value="6"', b'value="none"')):
        wrong = written("adx").replace(old, new, 1)
        assert not schema().validate(etree.fromstring(wrong)), new


@pytest.mark.inputs
def test_the_structure_keeps_the_rules_of_the_profile(accepted: None) -> None:
    # The published rules have a paragraph where Schematron itself wants none: they are run all the same.
    rules = isoschematron.Schematron(
        etree.parse(str(SHARED / "schemas" / "adx" / "dsd_validation.sch")),
        store_report=True,
        validate_schema=False,
    )
    root = etree.fromstring(written("dsd"))
    assert rules.validate(root), rules.validation_report
    assert not rules.validate(etree.fromstring(written("dsd").replace(b"OUTER_DIMENSIONS", b"INNER")))
    ids = root.xpath("//*[local-name()='Code']/@id")
    assert {"acts_issued", "meetings_attended", "SOUTH", "NORTH", "half-year", "part", "whole"} <= set(ids)
    assert all(id.replace("-", "").replace("_", "").isalnum() for id in ids)


def test_sdmx_csv_has_a_row_for_every_figure_and_says_what_is_missing(accepted: None) -> None:
    handed.issue(handed.submit("2024-07-21", unit="NORTH", issuer="NORTH-B",
                               declared={**handed.DECLARED, "meetings.held": "none"},
                               remarks={"meetings.held": "The book burned."}))  # fmt: skip
    answer = handed.answered("ACCEPT_RETURN", unit="NORTH")
    handed.issue(cast.act("COUNCIL", "letter", "Yours", "2024-07-22", answer))
    text = written("sdmx-csv").decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text.startswith("STRUCTURE,STRUCTURE_ID,ACTION,dataElement,orgUnit,")
    assert {row["STRUCTURE"] for row in rows} == {"datastructure"}
    keys = [(row["dataElement"], row["orgUnit"], row["share"], row["TIME_PERIOD"]) for row in rows]
    assert len(set(keys)) == len(keys)
    held = next(row for row in rows if (row["dataElement"], row["orgUnit"]) == ("meetings_held", "NORTH"))
    assert (held["OBS_VALUE"], held["OBS_STATUS"], held["COMMENT"]) == ("", "O", "The book burned.")
    assert all(row["OBS_VALUE"] for row in rows if row["OBS_STATUS"] == "A")
    assert etree.fromstring(written("adx")).xpath("count(//*[@dataElement='meetings_held'])") == 1.0


def test_only_accepted_returns_of_granted_units_are_sent(accepted: None) -> None:
    assert (len(data().returns), data().num_left_out) == (1, 1)
    chiara, bruno = (look(name) for name in ("CHIARA", "BRUNO"))
    assert [each.unit for each in data(sight=chiara).returns] == ["SOUTH"]
    with pytest.raises(formats.CannotWrite):
        data(sight=bruno)
    assert return_data.may(chiara, "SOUTH", pack=cast.pack(), day=NOW.date())
    for unit in ("GLK", "NORTH", "NOWHERE"):
        assert not return_data.may(chiara, unit, pack=cast.pack(), day=NOW.date())


def test_a_message_takes_nothing_over_from_a_version_that_is_closed_to_its_sender(
    tmp_path: pathlib.Path,
) -> None:
    chiara, path = look("CHIARA"), message(tmp_path / "m.xml", 'dataElement="meetings_held" value="6"')
    handed.issue({**handed.submit("2024-07-10"), "confidentiality": "sealed"})
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    assert not take(path, actor=actor.signed_in(chiara)).findings
    assert ReturnDraft.objects.get().content == {"declared": {"meetings.held": "6"}, "remarks": {}}
    ReturnDraft.objects.all().delete()
    assert not take(path).findings
    assert ReturnDraft.objects.get().content["narrative"] == handed.TOLD


def look(name: str) -> sight.Sight:
    account = Account.objects.create(
        name=name.lower(), person=Person.objects.get(code=name), opened_at=cast.at("2020-01-01")
    )
    return sight.of_account(account, pack=cast.pack(), day=NOW.date())


def test_a_message_fills_sheets_and_hands_nothing_in(tmp_path: pathlib.Path) -> None:
    path = message(
        tmp_path / "m.xml", 'dataElement="meetings_held" value="6.0"', 'dataElement="petitions.received" value="9"',
        'dataElement="meetings_attended" share="part" value="40"',
        'dataElement="meetings_attended" share="whole" value="48"',
        'dataElement="acts_issued" value="77"',
    )  # fmt: skip
    outcome = take(path)
    assert outcome.findings == ()
    (sheet,) = outcome.sheets
    assert sheet.content["declared"] == {
        "meetings.held": "6", "petitions.received": "9", "meetings.attended": "40/48"
    }  # fmt: skip
    assert sheet.state == ""
    assert [(each.finding.code, each.row) for each in outcome.notices] == [("return-not-registers", 3)]
    assert {each.finding.code for each in outcome.lacking} == {
        "return-figure-missing", "return-narrative-missing"
    }  # fmt: skip


def test_what_was_filled_in_before_stays(tmp_path: pathlib.Path) -> None:
    take(message(tmp_path / "a.xml", 'dataElement="meetings_held" value="6"'))
    take(message(tmp_path / "b.xml", 'dataElement="petitions_received" value="9"'))
    assert ReturnDraft.objects.get().content["declared"] == {"meetings.held": "6", "petitions.received": "9"}


def test_what_goes_out_comes_in_again(accepted: None, tmp_path: pathlib.Path) -> None:
    text = written("adx").decode().replace('"2024-01-01/P6M"', '"2024-07-01/P6M"')
    path = tmp_path / "m.xml"
    path.write_text(text, encoding="utf-8")
    (sheet,) = take(path).sheets
    assert sheet.content["declared"] == handed.DECLARED
    assert sheet.content["remarks"] == {"meetings.held": "One was <b>short</b>."}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ('dataElement="MAL01" value="32"', "return-figure-unknown"),
        ('dataElement="meetings_held" value="-1"', "return-figure-malformed"),
        ('dataElement="meetings_held" value="1.5"', "return-figure-malformed"),
        ('dataElement="meetings_held" value="99999999999999"', "return-figure-malformed"),
        ('dataElement="meetings_held" value="6" sex="F"', "adx-figure-divided"),
        ('dataElement="meetings_attended" share="part" value="40"', "return-figure-malformed"),
        ('dataElement="meetings_held" value="6"/><dataValue dataElement="meetings_held" share="F" value="3"',
         "adx-figure-divided"),
        ('dataElement="meetings_held" value="6"/><dataValue dataElement="meetings_held" share="part" value="3"',
         "return-figure-twice"),
        ('dataElement="meetings_held" value="6"/><dataValue dataElement="meetings.held" value="6"',
         "return-figure-twice"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_taken_is_told_at_its_line(
    value: str, code: str, tmp_path: pathlib.Path
) -> None:
    outcome = take(message(tmp_path / "m.xml", value))
    assert [found for found, _ in codes(outcome)] == [code]
    assert codes(outcome)[0][1] in (2, 3)
    assert not ReturnDraft.objects.exists()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"unit": "NOWHERE"}, "unknown-unit"),
        ({"unit": "GLK"}, "return-not-owed"),
        ({"group": 'period="2024-01-01/P6M"'}, "missing-field"),
        ({"group": 'period="2024-01-01/P6M" dataSet="monthly"'}, "unknown-form"),
        ({"group": 'period="2024-02-01/P6M" dataSet="half-year"'}, "adx-period-unknown"),
        ({"group": 'period="2024-H1" dataSet="half-year"'}, "adx-period-unknown"),
        ({"group": 'period="9999-07-01/P6M" dataSet="half-year"'}, "adx-period-unknown"),
        ({"group": 'period="0001-01-01/P6M" dataSet="half-year"'}, "adx-period-unknown"),
        ({"group": 'period="2024-01-01/P1Y" dataSet="half-year"'}, "return-wrong-period"),
    ],
)
def test_a_group_that_cannot_be_taken_is_told(more: Any, code: str, tmp_path: pathlib.Path) -> None:
    outcome = take(message(tmp_path / "m.xml", 'dataElement="meetings_held" value="6"', **more))
    assert [found for found, _ in codes(outcome)] == [code]


def test_all_or_nothing_and_by_rights_alone(tmp_path: pathlib.Path) -> None:
    path = message(tmp_path / "m.xml", 'dataElement="meetings_held" value="6"')
    text = path.read_text()
    group = text[text.index("<group") : text.index("</adx>")]
    chiara = actor.signed_in(look("CHIARA"))
    for unit in ("NORTH", "NOWHERE"):
        path.write_text(text.replace("</adx>", group.replace("SOUTH", unit) + "</adx>"))
        outcome = take(path, actor=chiara)
        assert [found for found, _ in codes(outcome)] == ["not-granted"], unit
        assert not ReturnDraft.objects.exists()
    path.write_text(text)
    assert take(path, actor=chiara).findings == ()
    path.write_text(text.replace("</adx>", group + "</adx>"))
    assert [found for found, _ in codes(take(path))] == ["return-given-twice"]


def test_a_message_without_its_moment_is_read_and_told(tmp_path: pathlib.Path) -> None:
    group = 'period="2024-01-01/P6M"'
    path = message(tmp_path / "m.xml", 'dataElement="meetings_held" value="6"', head="", group=group)
    outcome = take(path, form="half-year")
    assert len(outcome.sheets) == 1
    assert [each.finding.code for each in outcome.notices] == ["adx-without-exported"]


BOMB = """<!DOCTYPE adx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
<adx xmlns="urn:ihe:qrph:adx:2015" exported="2024-07-10T00:00:00Z"><group orgUnit="&f;"/></adx>"""


@pytest.mark.parametrize("text", ["", "no xml", "<adx/>", BOMB, "<a xmlns='urn:ihe:qrph:adx:2015'>"])
def test_what_is_no_message_is_refused(text: str, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "m.xml"
    path.write_text(text)
    with pytest.raises(tables.CannotRead) as refused:
        take(path)
    assert refused.value.code == "adx-unreadable"


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_by_commands(
    lang: str, accepted: None, tmp_path: pathlib.Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    question = ["half-year", "--unit", "GLK", "--period", "2024-H1", "--lang", lang]
    assert cli.main(["return", "export", *question, "--adx"]) == 0
    told = capsysbinary.readouterr()
    assert etree.fromstring(told.out).tag == f"{NS}adx"
    assert told.err
    assert cli.main(["return", "export", *question[:-3], "2023-H1", "--lang", lang, "--dsd"]) == 2
    assert "2023" in capsysbinary.readouterr().err.decode()
    path = message(tmp_path / "m.xml", 'dataElement="meetings_held" value="6"', unit="NOWHERE")
    assert cli.main(["return", "import", str(path), "--lang", lang]) == 1
    refused = capsysbinary.readouterr().err.decode()
    assert "m.xml:2" in refused
    assert "[unknown-unit]" in refused
    assert "{" not in refused


@pytest.mark.parametrize("name", ["template", "vn_party"])
def test_no_two_figures_of_a_form_have_one_code(name: str) -> None:
    pack = charter.load(name)
    for id in pack.forms(as_of=NOW.date()):
        form = pack.form(id, as_of=NOW.date())
        ids = [*form.figures, *(each.id for each in return_data.declared(form))]
        assert len({return_data.code(each) for each in ids}) == len(set(ids))
        assert set(return_data.figures_by_code(form).values()) == set(ids)
