"""Timelines: a career, a succession and a unit's life, as of any day and as known on any day, in every language."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from fasti import words
from fasti.acts.models import Act
from fasti.cli import main
from fasti.operations import withdraw_act
from fasti.reports.timelines import career, life, plain, succession, text
from fasti.reports.timelines.timeline import Entry, NotKnown, Timeline
from fasti.subjects.models import Person, Post, Unit
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
NOW = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def decide(*effects: dict[str, Any], signed_on: str, at: str | None = None, issuer: str = "COUNCIL") -> Act:
    draft = cast.act(issuer, "decision", "Decision", signed_on, *effects)
    return cast.issue(draft, recorded_at=cast.at(at or signed_on))[0]


def move(kind: str, person: str, post: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "person": person, "post": post, "on": on, **more}


def person(code: str, as_of: date = NOW, known: date | None = None, lang: str = "en") -> Timeline:
    id = Person.objects.get(code=code).id
    return career.of_person(id, cast.pack(), as_of=as_of, known=known, lang=lang)


def post(code: str, as_of: date = NOW, known: date | None = None, lang: str = "en") -> Timeline:
    id = Post.objects.get(code=code).id
    return succession.of_post(id, cast.pack(), as_of=as_of, known=known, lang=lang)


def unit(code: str, as_of: date = NOW, known: date | None = None, lang: str = "en") -> Timeline:
    id = Unit.objects.get(code=code).id
    return life.of_unit(id, cast.pack(), as_of=as_of, known=known, lang=lang)


def of_line(shown: Timeline, line: str) -> list[Entry]:
    return [entry for entry in shown.entries if entry.line == line]


def holders(shown: Timeline, day: date) -> set[Any]:
    return {entry.codes["person"] for entry in of_line(shown, "tenure") if entry.holds(day)}


def hand_over() -> tuple[Act, Act]:
    """Dora leaves the deputy's post on 1 March 2024; Goran takes it up on 1 June."""
    first = decide(
        move("RELIEVE", "DORA", "NORTH-B.deputy", "2024-03-01", reason="request"), signed_on="2024-02-20"
    )
    second = decide(
        move("APPOINT", "GORAN", "NORTH-B.deputy", "2024-06-01", ends_planned_on="2028-05-31"),
        signed_on="2024-05-20",
    )
    return first, second


def test_the_incumbent_of_a_past_day_is_the_one_of_that_day() -> None:
    hand_over()
    assert holders(post("NORTH-B.deputy", date(2024, 2, 29)), date(2024, 2, 29)) == {"DORA"}
    assert post("NORTH-B.deputy", date(2024, 2, 29)).standing == ("Holder: Dvořáková Dora, since 01/01/2020",)
    assert post("NORTH-B.deputy", date(2024, 4, 1)).standing == ("Seat empty since 01/03/2024 (31 days)",)
    assert post("NORTH-B.deputy").standing == ("Holder: Gorić Goran, since 01/06/2024",)


def test_as_of_a_day_only_what_had_begun_is_there() -> None:
    hand_over()
    then = post("NORTH-B.deputy", date(2024, 4, 1))
    assert [entry.codes["person"] for entry in of_line(then, "tenure")] == ["DORA"]
    assert then.num_later == 1
    assert "1 entry begins only after this day." in text.lines(then)


def test_a_future_end_is_ahead_and_a_past_end_is_a_day() -> None:
    hand_over()
    row = "  01/01/2020  holds, until 29/02/2024  appointment"
    assert any(line.startswith(row) for line in text.lines(person("DORA", date(2024, 2, 25))))
    assert any("ends: relief from post" in line for line in text.lines(person("DORA", date(2024, 2, 25))))
    later = text.lines(person("DORA", date(2024, 3, 1)))
    assert any(line.startswith("  01/01/2020  29/02/2024  appointment") for line in later)
    assert any("ended: relief from post, own request" in line for line in later)


def test_opening_and_closing_acts_are_named_with_symbol_day_and_code() -> None:
    first, _ = hand_over()
    told = "\n".join(text.lines(person("DORA")))
    assert f"{words.act_reference(first.symbol, first.signed_on, 'en')} [{first.code}]" in told
    (entry,) = of_line(person("DORA"), "tenure")
    assert entry.opened
    assert entry.closed
    assert (entry.opened.act, entry.closed.act) == (Act.objects.get(id=1).code, first.code)
    assert (
        entry.closed.told
        == "Relief from post: Dvořáková Dora, deputy chair, Board of the North; reason: own request"
    )


def test_a_planned_end_of_term_does_not_end_the_tenure() -> None:
    hand_over()
    (entry,) = of_line(person("GORAN", date(2030, 1, 1)), "tenure")
    assert entry.holds(date(2030, 1, 1))
    assert entry.what.endswith("term until 31/05/2028")


def test_as_known_before_a_back_dated_act_the_old_holder_sits_there() -> None:
    effect = move("RELIEVE", "DORA", "NORTH-B.deputy", "2024-03-01", reason="request")
    decide(effect, signed_on="2024-02-20", at="2024-08-01")
    day = date(2024, 4, 1)
    assert holders(post("NORTH-B.deputy", day, known=date(2024, 7, 31)), day) == {"DORA"}
    assert holders(post("NORTH-B.deputy", day, known=date(2024, 8, 1)), day) == set()
    (then,) = of_line(person("DORA", day, known=date(2024, 7, 31)), "tenure")
    assert then.ends_before is None


def test_a_withdrawn_act_leaves_no_trace_but_is_known_on_its_days() -> None:
    _, second = hand_over()
    by = cast.act("COUNCIL", "decision", "Withdrawal", "2024-09-01")
    withdraw_act.withdraw(second.code, by, pack=cast.pack(), recorded_at=cast.at("2024-09-01"), actor="test")
    assert of_line(person("GORAN"), "tenure") == []
    assert len(of_line(person("GORAN", known=date(2024, 8, 31)), "tenure")) == 1
    assert post("NORTH-B.deputy").standing[0].startswith("Seat empty since 01/03/2024")


def test_a_career_has_everything() -> None:
    decide(
        move("PLAN", "GORAN", "NORTH-B.chair", "2023-01-10", term="2025-2030"),
        move("NOMINATE", "GORAN", "NORTH-B.chair", "2023-02-10", election="2023"),
        {"kind": "COMPLETE_TRAINING", "person": "GORAN", "unit": "GLK", "course": "lamps", "on": "2023-03-10",
         "topics": {"academy": ["wicks", "oil"], "leaders": ["glass"]}},
        {"kind": "AWARD", "unit": "GLK", "edition": "1", "category": "press", "prize": "A", "work": "On lamps",
         "authors": ["GORAN", "EMIL"], "on": "2023-04-10"},
        {"kind": "RATE", "person": "GORAN", "period": "2023", "grade": "good", "on": "2024-01-10"},
        signed_on="2024-01-10",
    )  # fmt: skip
    shown = person("GORAN")
    assert [entry.line for entry in shown.entries] == [
        "membership", "pool", "nomination", "topic", "award", "rating",
    ]  # fmt: skip
    assert of_line(shown, "topic")[0].what == "lamps, 3 topics"
    assert of_line(shown, "award")[0].what == "On lamps (A)"
    assert of_line(shown, "rating")[0].what == "2023: good"
    assert [entry.line for entry in person("EMIL").entries if entry.is_event] == ["award"]
    json.dumps(plain.plain(shown))


def test_names_are_those_of_the_day() -> None:
    decide({"kind": "RENAME", "unit": "NORTH-B", "name": {"en": "Northern Board"}, "on": "2024-04-01"},
           signed_on="2024-03-01")  # fmt: skip
    decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-05-01"), signed_on="2024-05-01")
    (before,) = of_line(person("BRUNO"), "tenure")
    (after,) = of_line(person("GORAN"), "tenure")
    assert before.what == "chair, Board of the North (NORTH-B.chair)"
    assert after.what == "member of the board, Northern Board (NORTH-B.member)"


def test_a_units_life_with_predecessors_successors_heads_and_members() -> None:
    decide(
        {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-01"}, signed_on="2024-06-01"
    )
    gone = unit("SOUTH")
    assert gone.standing == ("The unit does not stand on this day.",)
    (span,) = of_line(gone, "unit")
    assert span.closed
    assert (span.ends_before, span.closed.kind) == (date(2024, 7, 1), "MERGE")
    assert [entry.codes.get("successor") for entry in of_line(gone, "lineage")] == ["NORTH"]
    assert [entry.codes["person"] for entry in of_line(gone, "tenure")] == ["CHIARA"]
    assert gone.members[-1] == (date(2023, 12, 31), 2)
    heir = unit("NORTH")
    assert [entry.codes.get("predecessor") for entry in of_line(heir, "lineage")] == ["SOUTH"]
    assert heir.members[-2:] == ((date(2024, 12, 31), 7), (date(2025, 12, 31), 7))
    assert unit("SOUTH", date(2024, 6, 30)).standing == ("region, under Guild of Lantern Keepers",)
    assert of_line(unit("BIRCH", date(2024, 7, 1)), "unit")[-1].what == "Birch (lodge), under North"


def test_a_units_life_has_its_returns_with_the_act_of_each_step() -> None:
    steps = [("SEND_BACK_RETURN", {"version": 1}), ("ACCEPT_RETURN", {"version": 2}), ("REOPEN_RETURN", {})]
    handed.issue(handed.submit("2024-07-10"))
    for day, (kind, more) in zip((12, 16, 18), steps, strict=True):
        if kind == "ACCEPT_RETURN":
            handed.issue(handed.submit("2024-07-14"))
        handed.issue(handed.answer(kind, f"2024-07-{day}", **more))
    found = of_line(unit("SOUTH"), "return")
    assert [(entry.starts_on.day, entry.codes["state"], entry.codes["version"]) for entry in found] == [
        (10, "submitted", 1), (12, "sent_back", 1), (14, "submitted", 2), (16, "accepted", 2), (18, "reopened", 2),
    ]  # fmt: skip
    assert all(entry.is_event and entry.opened and not entry.closed for entry in found)
    assert found[2].what == "half-year report, first half of 2024, version 2: handed in."
    assert [entry.opened.act.split(":")[0] for entry in found if entry.opened] == [
        "SOUTH-B", "COUNCIL", "SOUTH-B", "COUNCIL", "COUNCIL",
    ]  # fmt: skip
    assert len(of_line(unit("SOUTH", date(2024, 7, 13)), "return")) == 2
    assert len(of_line(unit("SOUTH", known=date(2024, 7, 15)), "return")) == 3


def test_a_succession_has_seats_vacancies_with_their_age_and_planned_persons() -> None:
    hand_over()
    decide(move("PLAN", "EMIL", "NORTH-B.deputy", "2024-06-10", term="2025-2030"), signed_on="2024-06-10")
    shown = post("NORTH-B.deputy")
    assert [entry.line for entry in shown.entries] == ["establishment", "tenure", "vacancy", "tenure", "pool"]
    assert [entry.what for entry in of_line(shown, "vacancy")] == ["92 days"]
    assert [entry.what for entry in of_line(shown, "pool")] == ["Ek Emil, 2025-2030"]


def test_a_mandate_by_office_stands_in_the_career_as_long_as_the_post_it_comes_with() -> None:
    """The keepers sit on the board of their region since 1 March 2024, by the rule of that day."""
    (seat,) = of_line(person("EMIL"), "mandate")
    assert (seat.starts_on, seat.ends_before) == (date(2024, 3, 1), None)
    assert (seat.matter, seat.what) == (
        "mandate by office",
        "member of the board, Board of the North (NORTH-B)",
    )
    assert seat.opened
    assert seat.opened.kind == "APPOINT"
    relief = move("RELIEVE", "EMIL", "ALDER.keeper", "2025-02-01", reason="request")
    act = decide(relief, signed_on="2025-01-20")
    (seat,) = of_line(person("EMIL"), "mandate")
    assert seat.closed
    assert (seat.ends_before, seat.closed.act) == (date(2025, 2, 1), act.code)
    assert of_line(person("EMIL", date(2024, 2, 29)), "mandate") == []


def test_before_it_was_recorded_it_is_refused() -> None:
    for read, code in ((person, "BRUNO"), (post, "NORTH-B.chair"), (unit, "NORTH")):
        with pytest.raises(NotKnown):
            read(code, known=date(2019, 12, 31))


def test_an_empty_timeline_says_so() -> None:
    assert "Nothing is recorded up to this day." in text.lines(person("BRUNO", date(2019, 1, 1)))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_in_every_language_columns_are_aligned(lang: str) -> None:
    hand_over()
    for shown in (person("DORA", lang=lang), post("NORTH-B.deputy", lang=lang), unit("NORTH", lang=lang)):
        lines = text.lines(shown)
        (rule,) = [line for line in lines if line.strip().startswith("---")]
        starts = [i for i, mark in enumerate(rule) if mark == "-" and rule[i - 1] == " "]
        at = lines.index(rule)
        for row in (lines[at - 1], *lines[at + 1 : at + 1 + len(shown.entries)]):
            assert all(len(row) <= start or row[start - 1] == " " for start in starts), row
        assert words.day(date(2020, 1, 1), lang, style="short") in lines[at + 1]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_commands_show_it(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    _, second = hand_over()
    for command in (["person", "show", "GORAN"], ["post", "show", "NORTH-B.deputy"], ["unit", "show", "NORTH-B"],
                    ["unit", "show", "NORTH", "--life"]):  # fmt: skip
        assert main([*command, "--lang", lang, "--as-of", "2024-06-02"]) == 0
        assert second.code in capsys.readouterr().out
        assert main([*command, "--lang", lang, "--as-of", "2024-06-02", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["as_of"] == "2024-06-02"
        assert main([*command, "--lang", lang, "--known", "2019-12-31"]) == 2
        refusal = words.say(
            "timeline-not-known", lang, code=command[2], day=words.day(date(2019, 12, 31), lang)
        )
        assert capsys.readouterr().err.strip() == refusal
