"""Files and arguments that nobody should hand in: a sentence on stderr and an exit code, never a traceback."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.db import OperationalError, connection

from fasti import words
from fasti.acts import attachments
from fasti.acts.models import Act, Attachment, Draft
from fasti.cli import main
from fasti.effects import store
from fasti.operations import verify_record
from fasti.subjects.models import Person
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def act_text(**more: Any) -> str:
    return json.dumps(cast.act("NORTH-B", "decision", "Board member", "2024-02-01") | more)


FILES: dict[str, tuple[str, int]] = {
    "list.json": ('[{"issuer": "NORTH-B"}]', 2),
    "deep.json": ('{"title": ' + "[" * 100_000 + "]" * 100_000 + "}", 2),
    "deep.yaml": ("title: " + "[" * 5_000 + "]" * 5_000, 2),
    "digits.json": ('{"number": ' + "9" * 5_000 + "}", 2),
    "digits.yaml": ("number: " + "9" * 5_000, 2),
    "circle.yaml": ("issuer: &a [*a]", 2),
    "laugh.yaml": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", 2),
    "half.json": ('{"issuer": "NORTH-B", "title": "\\ud800"}', 1),
    "half-key.json": ('{"\\ud800": "NORTH-B"}', 1),
    "nul.json": ('{"issuer": "NORTH-B\\u0000"}', 1),
    "nan.json": ('{"issuer": NaN}', 1),
    "infinity.json": ('{"number": 1e999}', 1),
    "keys.yaml": ("1: a\n? [b, c]\n: d\n", 2),
    "bytes.yaml": ("title: !!binary aGVq\n", 1),
    "set.yaml": ("title: !!set {a, b}\n", 1),
    "object.yaml": ("title: !!python/object:os.system {}\n", 2),
    "control.yaml": ("title: a\x01b\n", 2),
}


@pytest.mark.parametrize("verb", ["check", "issue", "draft"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused_with_its_exit_code(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, verb: str
) -> None:
    path = tmp_path / name
    text, code = FILES[name]
    path.write_text(text, encoding="utf-8")
    given = main(["act", verb, str(path)])
    told = capsys.readouterr()
    assert given == code or (verb == "draft" and given in (0, 1))
    if given:
        assert told.err.encode().strip()
    assert Act.objects.count() == 1


@pytest.mark.parametrize(
    "command",
    [
        ["act", "check", "²"],
        ["act", "check", "9" * 5_000],
        ["act", "check", "9" * 18],
        ["act", "show", "COUNCIL:2020/decision:²"],
        ["act", "show", "COUNCIL:2020/decision:" + "9" * 5_000],
        ["person", "show", "\udcff"],
        ["unit", "show", "\udcff"],
        ["unit", "tree", "--as-of", "9999-12-31"],
        ["unit", "tree", "--as-of", "0001-01-01"],
        ["unit", "tree", "--known", "9999-12-31"],
        ["act", "check", "/"],
    ],
)
def test_an_argument_is_refused_with_exit_code_two(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main(command) == 2
    assert capsys.readouterr().err.encode().strip()


@pytest.mark.parametrize(
    "command",
    [
        ["person", "show", "BRUNO"],
        ["person", "show", "BRUNO", "--json"],
        ["unit", "show", "NORTH"],
        ["unit", "tree"],
        ["act", "show", "COUNCIL:2020/decision:1"],
    ],
)
def test_before_anything_was_recorded_nothing_was_known(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code = main([*command, "--known", "2019-01-01"])
    told = capsys.readouterr()
    assert code in (0, 2)
    assert "NORTH-B.chair" not in told.out


def test_a_person_whose_name_was_erased_is_shown_by_code(capsys: pytest.CaptureFixture[str]) -> None:
    Person.objects.filter(code="BRUNO").update(
        family_name="", given_name="", full_name="", search_name="", sex="", born_on=None
    )
    assert main(["person", "show", "BRUNO"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("BRUNO\n")
    assert "Becker" not in told


def test_attachments_are_looked_for_beside_the_draft(tmp_path: pathlib.Path) -> None:
    (tmp_path / "plan.txt").write_text("Lanterns", encoding="utf-8")
    path = tmp_path / "draft.json"
    path.write_text(act_text(attachments=["plan.txt", {"path": "plan.txt"}]), encoding="utf-8")
    assert main(["act", "draft", str(path)]) == 0
    assert main(["act", "issue", str(Draft.objects.get().id)]) == 0
    assert [each.filename for each in Attachment.objects.order_by("ordinal")] == ["plan.txt", "plan.txt"]
    assert len(set(Attachment.objects.values_list("sha256", flat=True))) == 1
    assert verify_record.verify().faults == ()


def test_a_failure_after_the_files_were_kept_leaves_the_record_as_it_was(
    tmp_path: pathlib.Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = tmp_path
    file = tmp_path / "plan.txt"
    file.write_text("Lanterns", encoding="utf-8")
    draft = json.loads(act_text(attachments=[str(file)]))

    def fail(*_: Any) -> None:
        raise OperationalError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", fail)
        with pytest.raises(OperationalError):
            cast.issue(draft)
    assert Act.objects.count() == 1
    assert len(list((tmp_path / "attachments").rglob("*/*"))) == 1
    cast.issue(draft)
    kept = Attachment.objects.get()
    assert attachments.path(tmp_path, kept.sha256).read_text(encoding="utf-8") == "Lanterns"
    assert verify_record.verify().faults == ()


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_locked_database_is_told_in_a_sentence(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    path = tmp_path / "draft.json"
    path.write_text(act_text(), encoding="utf-8")

    def locked(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "INSERT" in sql:
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(locked):
        assert main(["act", "issue", str(path), "--lang", lang]) == 2
    assert "database is locked" in capsys.readouterr().err
    assert Act.objects.count() == 1
