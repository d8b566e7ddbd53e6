"""Entries of one person: found by document, name and birth day, laid side by side, merged from the command line.

The number of a document is kept nowhere, in no table, draft or file of the body.
"""

from __future__ import annotations

import json
import pathlib
from datetime import date
from typing import Any

import pytest
from django.db import connection

from fasti.acts.models import Act, Draft, PersonalField
from fasti.cli import main
from fasti.operations import (
    compare_persons,
    draft_act,
    find_duplicates,
    issue_act,
    merge_persons,
    rebuild_register,
    verify_record,
)
from fasti.register.models import Alias
from fasti.subjects import documents
from fasti.subjects.models import Person, Unit
from tests import cast

pytestmark = pytest.mark.django_db
NUMBER = "034 203-001234"


@pytest.fixture(autouse=True)
def home(tmp_path: pathlib.Path, settings: Any) -> pathlib.Path:
    settings.HOME = tmp_path
    cast.found_guild()
    return tmp_path


def admit(code: str, unit: str = "BIRCH", on: str = "2024-01-10", **more: str) -> dict[str, Any]:
    return {"kind": "ADMIT", "person": code, "unit": unit, "stage": "full", "on": on, **more}


def draft(*effects: dict[str, Any], day: str = "2024-01-10") -> dict[str, Any]:
    return cast.act("COUNCIL", "decision", "Decision", day, *effects)


def goric(code: str, **more: str) -> dict[str, Any]:
    """Goran again, his name written without its mark."""
    who = {"family_name": "GORIC", "given_name": "Goran", "born_on": "1999-09-09"}
    return admit(code, **{**who, **more})


def found(**asked: Any) -> list[tuple[str, str, tuple[str, ...], int]]:
    page = find_duplicates.duplicates(**asked)
    return [(p.given_up.code, p.kept.code, p.grounds, p.score) for p in page.pairs]


def test_nobody_is_found_twice_at_first() -> None:
    assert found() == []


def test_one_folded_name_and_birth_day() -> None:
    cast.issue(
        draft(goric("GORIC"), admit("OTHER", family_name="Goric", given_name="Goran", born_on="1999-09-10"))
    )
    assert found() == [("GORIC", "GORAN", ("name", "birth"), 40)]


def test_one_document_under_different_names_comes_first() -> None:
    cast.issue(
        draft(
            goric("GORIC"),
            admit("A", family_name="Hahn", given_name="Ida", document_number=NUMBER),
            admit("B", family_name="Vogel", given_name="Ida", document_number="034203001234"),
        )
    )
    assert found() == [("B", "A", ("document",), 60), ("GORIC", "GORAN", ("name", "birth"), 40)]


def test_everything_matches() -> None:
    cast.issue(draft(goric("X", document_number=NUMBER), goric("Y", document_number=NUMBER)))
    assert found()[0] == ("Y", "X", ("document", "name", "birth"), 100)


def test_different_documents_speak_against_it() -> None:
    cast.issue(draft(goric("X", document_number=NUMBER), goric("Y", document_number="C1234567")))
    assert ("X", "GORAN", ("name", "birth"), 40) in found()
    pair = find_duplicates.grounds(Person.objects.get(code="X"), Person.objects.get(code="Y"))
    assert pair == ("other-document", "name", "birth")


def test_an_entry_given_up_is_not_found_again() -> None:
    cast.issue(draft(goric("GORIC")))
    _merge(
        "GORIC", "GORAN", effects=[{"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2024-01-09"}]
    )
    assert found() == []


def _merge(given_up: str, kept: str, **more: Any) -> Act:
    by = cast.act("COUNCIL", "decision", "One person", "2024-02-01") | more
    return merge_persons.merge(
        given_up, kept, by, pack=cast.pack(), recorded_at=cast.at("2024-02-01"), actor="test"
    )


def test_pages_go_on_where_they_ended() -> None:
    twins = [
        admit(f"P{n}-{k}", family_name=f"Name {n}", given_name="Ida", born_on=f"1980-01-{n + 1:02}",
              **({"document_number": f"D{n:04}"} if n % 2 else {}))
        for n in range(9) for k in range(2)
    ]  # fmt: skip
    cast.issue(draft(*twins))
    whole = found()
    assert len(whole) == 9
    for unit in (None, Unit.objects.get(code="SOUTH").id):
        pages: list[Any] = []
        after = ""
        while True:
            page = find_duplicates.duplicates(after=after, limit=2, unit=unit, as_of=date(2024, 2, 1))
            pages += [(p.given_up.code, p.kept.code, p.grounds, p.score) for p in page.pairs]
            after = page.after
            if not after:
                break
        assert sorted(pages) == sorted(whole)
    with pytest.raises(find_duplicates.UnknownPlace):
        find_duplicates.duplicates(after="name:NOBODY")


@pytest.mark.parametrize("few", [1, 200])
def test_the_members_of_a_unit_are_compared_with_everybody(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small units are searched by their members, large ones by the groups of the whole body: with the same result."""
    monkeypatch.setattr(find_duplicates, "_FEW", few)
    cast.issue(draft(goric("GORIC"), admit("A", "ALDER", born_on="1980-01-01", family_name="Ek"),
                     admit("B", "ALDER", born_on="1980-01-01", family_name="Ek")))  # fmt: skip
    day = date(2024, 2, 1)
    units = {code: Unit.objects.get(code=code).id for code in ("SOUTH", "NORTH", "BIRCH")}
    assert [pair[:2] for pair in found(unit=units["BIRCH"], as_of=day)] == [("GORIC", "GORAN")]
    assert [pair[:2] for pair in found(unit=units["SOUTH"], as_of=day)] == [("GORIC", "GORAN")]
    north = [pair[:2] for pair in found(unit=units["NORTH"], as_of=day)]
    assert sorted(north) == [("B", "A"), ("GORIC", "GORAN")]
    assert found(unit=units["BIRCH"], as_of=date(2023, 1, 1)) == []


def test_pages_take_a_fixed_number_of_queries(django_assert_num_queries: Any) -> None:
    cast.issue(draft(*(goric(f"G{n}") for n in range(30))))
    with django_assert_num_queries(5):
        assert len(find_duplicates.duplicates().pairs) == 30


# -- the number of a document -----------------------------------------------------------------------------------


def test_the_number_is_kept_nowhere(home: pathlib.Path) -> None:
    content = draft(goric("GORIC", document_number=NUMBER))
    kept = draft_act.draft(content, drafted_at=cast.at("2024-01-09"), actor="test")
    drafted = kept.content["effects"][0]["document_hash"]
    issue_act.issue(
        [content], pack=cast.pack(), recorded_at=cast.at("2024-01-10"), actor="test", draft=kept.id
    )
    sealed = Person.objects.get(code="GORIC").document_hash
    assert documents.is_sealed(sealed)
    assert drafted == sealed
    assert Draft.objects.get().content == {}
    assert PersonalField.objects.get(field="document_hash").value == sealed
    spellings = (NUMBER, "034203001234")
    for text in _everything(home):
        assert not any(spelling in text for spelling in spellings)
    assert verify_record.verify().faults == ()


def _everything(home: pathlib.Path) -> list[str]:
    """Every row of every table and every file of the data folder, as text."""
    found = [path.read_text("latin-1") for path in home.rglob("*") if path.is_file()]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(row) for row in cursor.fetchall()]
    return found


def test_the_key_is_the_owners_alone(home: pathlib.Path) -> None:
    cast.issue(draft(goric("GORIC", document_number=NUMBER)))
    file = home / documents.KEY_FILE
    assert file.stat().st_mode & 0o077 == 0
    assert documents.sealed(NUMBER, key=b"another") != Person.objects.get(code="GORIC").document_hash


@pytest.mark.parametrize("number", ["12", "no digits", "1" * 65, 34203001234, ["034203001234"]])
def test_what_is_no_number_is_refused_without_repeating_it(number: Any) -> None:
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(draft(goric("GORIC", document_number=number)))
    (finding,) = refused.value.findings
    assert (finding.code, finding.effect, dict(finding.args)) == ("malformed-document-number", 1, {})
    with pytest.raises(draft_act.CannotKeep):
        draft_act.draft(
            draft(goric("X", document_number=number)), drafted_at=cast.at("2024-01-09"), actor="t"
        )


def test_a_lost_key_is_not_replaced_in_silence(home: pathlib.Path) -> None:
    cast.issue(draft(goric("GORIC", document_number=NUMBER)))
    (home / documents.KEY_FILE).unlink()
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(draft(admit("Z", document_number=NUMBER), day="2024-01-11"))
    assert {finding.code for finding in refused.value.findings} == {"document-key-missing"}


def test_a_hash_that_is_none_is_refused() -> None:
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(draft(goric("GORIC", document_hash="034203001234")))
    assert {finding.code for finding in refused.value.findings} == {"wrong-type"}


# -- side by side, and merged ------------------------------------------------------------------------------------


def test_side_by_side() -> None:
    cast.issue(draft(goric("GORIC"), {"kind": "APPOINT", "person": "GORIC", "post": "SOUTH-B.deputy"}))
    one, other = (Person.objects.get(code=code) for code in ("GORAN", "GORIC"))
    compared = compare_persons.compare(one, other)
    assert compared.grounds == ("name", "birth")
    assert [line for line, _ in compared.first.spans] == ["membership"]
    assert [line for line, _ in compared.second.spans] == ["membership", "tenure"]
    assert len(compared.first.acts) == len(compared.second.acts) == 1


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_from_the_command_line(lang: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (act,) = cast.issue(draft(goric("GORIC")))
    assert main(["person", "duplicates", "--lang", lang]) == 0
    assert "GORIC" in capsys.readouterr().out
    assert main(["person", "duplicates", "--unit", "SOUTH", "--as-of", "2024-02-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["pairs"] == [
        {"kept": "GORAN", "given_up": "GORIC", "grounds": ["name", "birth"], "score": 40}
    ]
    assert main(["person", "compare", "GORAN", "GORIC", "--lang", lang]) == 0
    assert "Gorić Goran" in capsys.readouterr().out
    by = tmp_path / "by.json"
    by.write_text(json.dumps(cast.act("COUNCIL", "decision", "One person", "2024-02-01")))
    merge = ["person", "merge", "GORIC", "GORAN", "--by", str(by), "--lang", lang]
    assert main([*merge, "--check"]) == 1
    assert f"{act.code}#1" in capsys.readouterr().err
    correction = {"relations": [{"kind": "corrects", "act": act.code, "effects": [1]}]}
    by.write_text(json.dumps(cast.act("COUNCIL", "decision", "One person", "2024-02-01") | correction))
    assert main([*merge, "--check"]) == 0
    assert not Alias.objects.exists()
    assert main(merge) == 0
    capsys.readouterr()
    assert main(["person", "show", "GORIC", "--lang", lang]) == 0
    assert "GORAN" in capsys.readouterr().out
    assert main(["person", "show", "GORIC", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["stands_for"] == "GORAN"
    assert rebuild_register.differences() == []


@pytest.mark.parametrize(
    "argv",
    [
        ["person", "compare", "GORAN", "NOBODY"],
        ["person", "duplicates", "--unit", "NOWHERE"],
        ["person", "duplicates", "--after", "nonsense"],
    ],
)
def test_bad_input(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    assert capsys.readouterr().err
