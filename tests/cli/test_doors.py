"""The commands as a user meets them: what they print, in which language, and with which exit code."""

from __future__ import annotations

import json
import pathlib
import re
from typing import Any

import pytest

from fasti import words
from fasti.acts.models import Act, Draft
from fasti.cli import main
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


@pytest.fixture
def write(tmp_path: pathlib.Path) -> Any:
    """Writes a draft to a file and gives its name."""

    def written(content: dict[str, Any], name: str = "draft.json") -> str:
        path = tmp_path / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    return written


def appointment(**more: Any) -> dict[str, Any]:
    effect = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "on": "2024-02-01"}
    return cast.act("NORTH-B", "decision", "Board member", "2024-02-01", effect, **more)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_draft_is_kept_checked_issued_shown_and_withdrawn(
    write: Any, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    spoken = ["--lang", lang]
    assert main(["act", "draft", write(appointment()), *spoken]) == 0
    number = str(Draft.objects.get().id)
    assert main(["act", "check", number, *spoken]) == 0
    assert "Goran" in capsys.readouterr().out
    assert main(["act", "issue", number, "--json", *spoken]) == 0
    code = json.loads(capsys.readouterr().out)["act"]
    assert code == "NORTH-B:2024/decision:1"
    assert main(["act", "issue", number, *spoken]) == 2
    assert main(["act", "show", code, *spoken]) == 0
    shown = capsys.readouterr().out
    assert "Gorić Goran (GORAN)" in shown
    by = write(cast.act("NORTH-B", "decision", "Withdrawal", "2024-03-01"), "by.json")
    assert main(["act", "withdraw", code, "--by", by, *spoken]) == 0
    assert main(["act", "show", code, *spoken]) == 0
    assert words.say("cli-voided", lang, act="").strip()[:6] in capsys.readouterr().out
    assert main(["rebuild", "--check", *spoken]) == 0
    assert main(["verify", *spoken]) == 0


def test_a_draft_in_yaml_may_say_on(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(
        "issuer: NORTH-B\ntype: decision\ntitle: Board member\nsigned_on: 2024-02-01\nsigner: BRUNO\n"
        "signer_post: NORTH-B.chair\neffects:\n- {kind: APPOINT, person: GORAN, post: NORTH-B.member, on: 2024-02-03}\n"
    )
    assert main(["act", "issue", str(path)]) == 0
    assert str(Act.objects.get(title="Board member").effects.get().on) == "2024-02-03"


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_findings_are_sentences_in_the_users_language(
    write: Any, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    twice = appointment(effects=[{"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.chair"}])
    assert main(["act", "issue", write(twice), "--lang", lang]) == 1
    told = capsys.readouterr().err
    assert "[post-occupied]" in told
    assert "NORTH-B.chair" in told
    assert "{" not in told
    assert not Act.objects.filter(title="Board member").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("broken.json", '{"issuer": '),
        ("broken.yaml", "issuer: [unclosed"),
        ("list.yaml", "- 1\n- 2\n"),
        ("empty.yaml", ""),
    ],
)
def test_what_cannot_be_read_is_bad_input(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert main(["act", "check", str(path)]) == 2
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", "Návrh".encode("cp1250")])
def test_a_file_that_is_no_text_is_told_what_a_draft_is_written_in(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], content: bytes, lang: str
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(content)
    assert main(["act", "check", str(path), "--lang", lang]) == 2
    assert {"draft.docx", "YAML"} <= set(re.findall(r"draft\.docx|YAML", capsys.readouterr().err))


@pytest.mark.parametrize(
    "command",
    [
        ["act", "show", "NOBODY:2024/decision:1"],
        ["act", "show", "nonsense"],
        ["act", "check", "/nowhere.json"],
        ["act", "check", "99999"],
        ["unit", "show", "NOWHERE"],
        ["unit", "tree", "NORTH", "--as-of", "2019-01-01"],
        ["unit", "tree", "--as-of", "2024-13-01"],
        ["person", "show", "NOBODY"],
        ["figure", "acts.nonsense", "--unit", "NORTH", "--period", "2024"],
        ["figure", "acts.issued", "--unit", "NOWHERE", "--period", "2024"],
        ["figure", "acts.issued", "--unit", "NORTH", "--period", "2024-H3"],
        ["report", "no-such-form", "--unit", "GLK", "--period", "2024"],
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main(command) == 2
    told = capsys.readouterr()
    assert told.err.strip()
    assert "Traceback" not in told.err
    assert told.out == ""


def test_the_tree_as_of_a_day_and_as_known(capsys: pytest.CaptureFixture[str]) -> None:
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-01"}
    draft = cast.act("COUNCIL", "decision", "Merger", "2024-08-01", merge)
    cast.issue(draft, recorded_at=cast.at("2024-08-01"))

    def tree(*more: str) -> str:
        assert main(["unit", "tree", *more]) == 0
        return capsys.readouterr().out

    assert "SOUTH " in tree("--as-of", "2024-06-30")
    assert "SOUTH " not in tree("--as-of", "2024-07-01")
    assert "SOUTH " in tree("--as-of", "2024-07-01", "--known", "2024-07-31")
    assert "SOUTH " not in tree("--as-of", "2024-07-01", "--known", "2024-08-01")


def test_a_person_and_a_unit_with_the_acts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["person", "show", "BRUNO", "--as-of", "2024-01-01"]) == 0
    told = capsys.readouterr().out
    assert "NORTH-B.chair" in told
    assert Act.objects.get().symbol in told
    assert main(["unit", "show", "NORTH-B", "--as-of", "2024-01-01", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {post["post"]: len(post["holders"]) for post in shown["posts"]} == {
        "NORTH-B.chair": 1,
        "NORTH-B.deputy": 1,
        "NORTH-B.member": 0,
    }


def test_a_body_of_ones_own_is_not_taken_for_the_sample(tmp_path: pathlib.Path, settings: Any) -> None:
    from fasti.cli import body

    settings.HOME = tmp_path
    (tmp_path / "sample-body").write_text("built")
    cast.Body.objects.all().delete()
    assert main(["init", "--charter", "template"]) == 0
    assert not body.sample_mark().exists()


def test_an_act_is_shown_to_programs_and_its_tasks_with_whom_they_bind(
    capsys: pytest.CaptureFixture[str],
) -> None:
    task = {"text": "Count the lanterns", "unit": "NORTH-B", "responsible": "BRUNO", "due_on": "2024-06-01"}
    [act] = cast.issue(appointment(tasks=[task]))
    assert main(["act", "show", act.code]) == 0
    told = "Count the lanterns; responsible: Becker Bruno (BRUNO); due by 1 June 2024"
    assert f"Board of the North (NORTH-B): {told}" in capsys.readouterr().out
    assert main(["act", "show", act.code, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["act"], shown["hash"], len(shown["effects"])) == (act.code, act.hash, 1)
    assert told in shown["tasks"][0]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_an_act_is_shown_with_its_text_files_and_confidentiality(
    write: Any, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], settings: Any, lang: str
) -> None:
    settings.HOME = tmp_path
    (tmp_path / "minutes.txt").write_text("The board met.")
    more = {
        "text": "At the request of [person:EMIL].",
        "confidentiality": "closed",
        "attachments": ["minutes.txt"],
    }
    relief = {
        "kind": "RELIEVE",
        "person": "EMIL",
        "post": "ALDER.keeper",
        "reason": "health",
        "on": "2024-02-01",
    }
    assert main(["act", "issue", write(appointment(effects=[relief], **more)), "--json"]) == 0
    code = json.loads(capsys.readouterr().out)["act"]
    assert main(["act", "show", code, "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert "At the request of Ek Emil." in told.replace("request of Emil Ek", "request of Ek Emil")
    assert (
        words.say("document-confidentiality", lang, level=cast.pack().name("class", "closed", lang)) in told
    )
    assert f"{words.say('effect-reason', lang)}: {cast.pack().names('reason', lang)['health']}" in told
    assert "1. minutes.txt, 14" in told
    assert main(["act", "show", code, "--json", "--lang", lang]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["confidentiality"], shown["attachments"][0]["size"]) == ("closed", 14)
    assert shown["attachments"][0]["sha256"][:16] in told
    assert "[person:" not in shown["text"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["export", "icalendar", "--from", "2024-05-01", "--to", "2024-04-30"], "--to: 30 April 2024"),
        (["export", "xlsx", "-o", "{folder}/no/such/x.xlsx"], "does not exist"),
        (["export", "csv", "-o", "{folder}/no/such"], "does not exist"),
        (["export", "popolo", "-o", "{folder}/no/x.json"], "does not exist"),
        (["person", "compare", "EMIL", "EMIL"], "EMIL is named twice"),
    ],
)
def test_what_makes_no_sense_is_refused_and_creates_nothing(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], command: list[str], told: str
) -> None:
    assert main([each.format(folder=tmp_path) for each in command]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
