"""What a reader taught is read with, from its day and as known by then; a withdrawn act takes it away again."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from fasti import cli
from fasti.acts.models import Act
from fasti.operations import issue_act, rebuild_register
from fasti.reports import wordings
from tests import cast

pytestmark = pytest.mark.django_db

TEXT = "In 2024 the guild raised to the lamp 12 keepers, and 5 lodges were opened."
CZECH = "V roce 2024 bylo povýšeno k lampě 12 členů a vzniklo 5 lóží."


def learn(phrase: str, lang: str = "en", **more: str) -> dict[str, str]:
    """An effect that teaches a wording of appointments, unless said otherwise."""
    told = {} if "qualifier" in more else {"indicator": "personnel.appointed"}
    return {"kind": "LEARN_WORDING", "unit": "GLK", "text_language": lang, "phrase": phrase, **told, **more}


def issue(effect: dict[str, str], day: str = "2024-03-01", **more: Any) -> Act:
    """The act of the council that teaches it."""
    return cast.issue(cast.act("COUNCIL", "decision", "Wording", day, effect), **more)[0]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path) -> Any:
    """A command of the noun, its answer as a program reads it; the file is that of a text."""
    cast.found_guild()

    def run(*arguments: str, text: str = "", code: int = 0) -> Any:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        given = [str(path) if each == "FILE" else each for each in arguments]
        assert cli.main(["claims", *given, "--json"]) == code, capsys.readouterr()
        return json.loads(capsys.readouterr().out)

    return run


def figures(found: Any) -> list[tuple[int, str, str]]:
    return [(each["value"], each["indicator"], each["qualifier"]) for each in found]


READ_WRONG = [(12, "members.total", "exact"), (5, "units.created", "exact")]
READ_RIGHT = [(12, "personnel.appointed", "exact"), (5, "units.created", "exact")]


def test_a_wording_is_learned_by_an_act_and_gone_when_it_is_withdrawn(run: Any) -> None:
    assert figures(run("FILE", "--text-lang", "en", text=TEXT)) == READ_WRONG
    told = run(
        "learn", "raised to the lamp", "--text-lang", "en", "--indicator", "personnel.appointed", "--sentence",
        TEXT, "--author", "GORAN", "--signed-on", "2024-03-01",
    )  # fmt: skip
    act = Act.objects.latest("id")
    assert (told["act"], act.issuer.code) == (act.code, "COUNCIL")
    assert figures(run("FILE", "--text-lang", "en", text=TEXT)) == READ_RIGHT
    assert figures(run("FILE", "--text-lang", "en", "--as-of", "2024-02-29", text=TEXT)) == READ_WRONG
    assert figures(run("FILE", "--text-lang", "en", "--known", "2024-06-01", text=TEXT)) == READ_WRONG
    assert figures(run("FILE", "--text-lang", "cs", text=CZECH))[0][1] == "members.total"
    (entry,) = run("learned")
    assert (entry["phrase"], entry["authors"], entry["act"]) == ("raised to the lamp", ["GORAN"], act.code)
    assert len(entry["sentence_hash"]) == 64
    assert rebuild_register.differences() == []
    relation = [{"kind": "withdraws", "act": act.code}]
    withdrawal = cast.act("COUNCIL", "decision", "Withdrawn", "2024-05-01", relations=relation)
    cast.issue(withdrawal, recorded_at=cast.at("2099-01-01"))
    assert figures(run("FILE", "--text-lang", "en", text=TEXT)) == READ_WRONG
    assert run("learned") == []
    assert rebuild_register.differences() == []


def test_other_languages_hedges_and_stems_are_learned_and_a_phrase_may_be_learned_anew(run: Any) -> None:
    issue(learn("Povýšen*  k lampě", "cs"))
    issue(learn("no fewer in all than", qualifier="at_least"))
    issue(learn("raised to the lamp", indicator="personnel.relieved"))
    issue(learn("Raised to the Lamp"), "2024-04-01")
    assert figures(run("FILE", "--text-lang", "cs", text=CZECH))[0][1] == "personnel.appointed"
    text = "The guild has no fewer in all than 40 keepers."
    assert figures(run("FILE", "--text-lang", "en", text=text)) == [(40, "members.total", "at_least")]
    assert figures(run("FILE", "--text-lang", "en", text=TEXT)) == READ_RIGHT
    before = run("FILE", "--text-lang", "en", "--as-of", "2024-03-31", text=TEXT)
    assert before[0]["indicator"] == "personnel.relieved"
    assert [each["ends_before"] for each in run("learned")] == [None, "2024-04-01", None, None]
    for lang in ("en", "vi", "ru", "cs"):
        assert cli.main(["claims", "learned", "--lang", lang]) == 0
    assert rebuild_register.differences() == []


REFUSED = {
    "wording-too-long": learn("those who were raised to the lamp"),
    "wording-malformed": learn("ra* to the lamp"),
    "wording-figure-unknown": learn("raised to the lamp", indicator="moons.total"),
    "wording-holds-figure": learn("raised 0 lamps"),
    "wording-in-lists": learn("keepers"),
    "wording-by-other": learn("raised to the lamp", unit="NORTH"),
    "missing-field": learn("raised to the lamp", indicator=""),
    "unexpected-field": learn("raised to the lamp", indicator="members.total", qualifier="approx"),
}


def test_what_is_no_phrase_or_against_the_lists_is_refused(run: Any) -> None:
    for code, effect in {**REFUSED, "wording-in-lists ": learn("about", qualifier="at_least")}.items():
        with pytest.raises(issue_act.CannotIssue) as refused:
            issue(effect)
        assert code.strip() in {each.code for each in refused.value.findings}, code
    issue(learn("raised to the lamp"))
    issue(learn("lit under rule 0"))
    with pytest.raises(issue_act.CannotIssue) as again:
        issue(learn("raised TO the lamp"), "2024-03-02")
    assert [each.code for each in again.value.findings] == ["wording-learned-already"]
    answer = run("learn", "keepers", "--text-lang", "en", "--indicator", "members.admitted", code=1)
    assert [each["code"] for each in answer["findings"]] == ["wording-in-lists"]
    assert len(wordings.in_force(wordings.axes.When(cast.at("2024-03-01").date()))) == 2
    text = "In 2024 the northern guild lit under rule 35 12 keepers."
    assert figures(run("FILE", "--text-lang", "en", text=text)) == [(12, "personnel.appointed", "exact")]
