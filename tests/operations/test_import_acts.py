"""An import records what issuing would record and refuses what issuing would refuse: random batches, row for row."""

from __future__ import annotations

import dataclasses
import pathlib
import random
import typing
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti import charter
from fasti.acts import chain, record, written
from fasti.acts.models import Act, Body, Effect, PersonalField
from fasti.effects import kinds, reading
from fasti.operations import import_acts, issue_act, rebuild_register
from fasti.operations.importing import recording, rule_book, stage
from tests import cast

AT = cast.at("2026-01-01")
NOT_COMPARED = {"id", "salt", "hash", "previous_hash"}
KEPT_IDS = {"unit", "person", "post", "act", "effect"}


# -- comparing ---------------------------------------------------------------------------------------------------


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of the database, without salts, what follows from salts, and ids that mean nothing."""
    found = {}
    for model in apps.get_app_config("fasti").get_models():
        table = model._meta.db_table
        kept = model._default_manager.order_by("pk").values()
        found[table] = sorted((_plain(row, table) for row in kept), key=str)
    return found


def _plain(row: dict[str, Any], table: str) -> dict[str, Any]:
    left_out = NOT_COMPARED - ({"id"} if table in KEPT_IDS else set())
    plain = {key: value for key, value in row.items() if key not in left_out}
    if table == "effect" and "commitments" in plain["data"]:
        plain["data"] = {**plain["data"], "commitments": sorted(plain["data"]["commitments"])}
    return plain


def outcome(run: Callable[[], object]) -> Any:
    """What a run leaves behind, which is then taken back: rows, or findings."""
    mark = transaction.savepoint()
    try:
        run()
        _require_sound()
        return rows()
    except issue_act.CannotIssue as refused:
        return sorted(
            str((each.act, each.effect, each.code, sorted(each.args.items(), key=str), each.reference))
            for each in refused.findings
        )
    finally:
        transaction.savepoint_rollback(mark)


def _require_sound() -> None:
    """Register and chain are what the record makes them."""
    assert rebuild_register.differences() == []
    heads: dict[int, str] = {}
    codes = record.Codes()
    for act in Act.objects.order_by("id"):
        parts = (act.effects.order_by("ordinal"), act.relations.order_by("id"))
        more = (act.tasks.order_by("ordinal"), act.attachments.order_by("ordinal"))
        assert act.previous_hash == heads.get(act.issuer_id, chain.GENESIS)
        assert act.hash == chain.digest(record.content(act, *parts, *more, codes=codes))
        heads[act.issuer_id] = act.hash
    for field in PersonalField.objects.select_related("effect"):
        assert field.effect.data["commitments"][field.field] == chain.commitment(field.salt, field.value)


def issued(contents: list[Any]) -> Any:
    """What issuing the contents leaves behind."""
    return outcome(lambda: issue_act.issue(contents, pack=cast.pack(), recorded_at=AT, actor="test"))


def imported(contents: list[Any], **more: Any) -> Any:
    """What importing the contents leaves behind."""
    return outcome(
        lambda: import_acts.import_acts(
            iter(contents), pack=cast.pack(), recorded_at=AT, actor="test", **more
        )
    )


# -- random contents ---------------------------------------------------------------------------------------------

NEW = [f"P{i}" for i in range(8)]
CODES = {
    "person": [*cast.PEOPLE, *NEW[:4], *NEW],
    "other_person": [*cast.PEOPLE, *NEW[:4]],
    "unit": ["ALDER", "BIRCH", "ALDER", "BIRCH", "NORTH", "CEDAR", "NOWHERE"],
    "other_unit": ["ALDER", "BIRCH", "CEDAR", "NORTH", "SOUTH"],
    "parent": ["NORTH", "SOUTH", "GLK", "ALDER"],
    "post": [*cast.POSTS, "NEW.post"],
    "other_post": ["NORTH-B.more", "SOUTH-B.more", "NORTH-B.deputy"],
}
TEXTS = {
    "unit_kind": ["lodge", "lodge", "region", "guild", "oddity"],
    "office": ["keeper", "board_member", "chair"],
    "stage": ["probationary", "full", "odd"],
    "reason": ["left", "died", "request", "other_work", "odd"],
    "term": ["2020-2024", "2024-2028"],
    "prize": ["first"],
    "family_name": ["Nguyễn", "Dvořák"],
    "given_name": ["An", "Jan"],
    "sex": ["F", "M"],
}
FREE = ["NORTH-B.more", "SOUTH-B.more"]
FAVOURED = (
    ["ADMIT"] * 6
    + ["CONFIRM"] * 3
    + ["LEAVE"] * 2
    + ["APPOINT"] * 5
    + ["RELIEVE"] * 3
    + ["TRANSFER", "PLAN"] * 2
)


def day(dice: random.Random, *, since: int = 0) -> str:
    """A day of 2020 to 2025; mostly rising with `since`, per cent of that time."""
    at = since * 20 + dice.randrange(-30, 60) if dice.random() < 0.85 else dice.randrange(2190)
    return (date(2020, 1, 1) + timedelta(days=max(0, at))).isoformat()


def effect(dice: random.Random, since: int) -> Any:
    """An effect of any kind, its fields filled by their types; now and then something is wrong with it."""
    name = dice.choice(FAVOURED) if dice.random() < 0.75 else dice.choice(list(kinds.KINDS))
    kind = kinds.KINDS[name]
    hints = typing.get_type_hints(kind)
    made: dict[str, Any] = {"kind": name}
    for field in dataclasses.fields(kind):
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if field.name in ("organ",) or (field.name == "on" and dice.random() < 0.7):
            continue
        if needed or (dice.random() < 0.5 and not field.name.startswith("document")):
            made[field.name] = value(dice, field.name, hints[field.name], since)
    if name == "ADMIT" and dice.random() < 0.9:
        who, unit = dice.choice(NEW[4:]), dice.choice(["ALDER", "BIRCH"])
        made = {"kind": name, "person": who, "unit": unit, "stage": dice.choice(["full", "probationary"])}
        made["given_name"] = who
    if "reason" in made and dice.random() < 0.9:
        made["reason"] = "request" if name == "RELIEVE" else "left"
    if "post" in made and "person" in made and dice.random() < 0.8:
        made["post"] = dice.choice(FREE)
    if dice.random() < 0.02:
        made[dice.choice(list(made))] = dice.choice([None, 7, "", "\x00", "\ud800", [], {"a": 1}, "x" * 300])
    if dice.random() < 0.01:
        made["surprise"] = 1
    return made


def value(dice: random.Random, name: str, hint: Any, since: int) -> Any:
    """A value of a field's type."""
    if name in CODES:
        return dice.choice(CODES[name])
    if name == "born_on":
        return f"19{dice.randrange(60, 99)}-0{dice.randrange(1, 9)}-11"
    if hint in (date, date | None):
        return day(dice, since=since + 30)
    if name in TEXTS:
        return dice.choice(TEXTS[name])
    if hint is int:
        return dice.randrange(4)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return dice.choice(args)
    if origin is dict:
        return {"en": "Cedar"} if args[1] is str else {"academy": ["law"]}
    if origin is list:
        return [dice.choice(CODES["person"])]
    return "text"


ISSUERS = ["COUNCIL"] * 12 + ["NORTH-B", "SOUTH-B", "ALDER", "BIRCH", "NORTH", "NOWHERE"]


def content(dice: random.Random, place: int) -> Any:
    """An act of one to four effects."""
    issuer = dice.choice(ISSUERS)
    effects = [effect(dice, place) for _ in range(dice.choice([0, 1, 1, 1, 1, 2, 2, 3]))]
    type_ = dice.choice(["decision"] * 15 + ["resolution", "plan", "oddity"])
    more: dict[str, Any] = {}
    if dice.random() < 0.15:
        kind = dice.choice(["concretises", "answers", "withdraws", "corrects", "amends", "repeals", "odd"])
        issued_by, year = dice.choice(["COUNCIL", dice.choice(ISSUERS)]), dice.choice([2020, 2020, 2021])
        code = f"{issued_by}:{year}/decision:{dice.choice([1, 1, 2, 3, 4])}"
        more["relations"] = [{"kind": kind, "act": code}]
        if kind in ("corrects", "amends"):
            more["relations"][0]["effects"] = [dice.randrange(1, 3)]
    if dice.random() < 0.1:
        more["tasks"] = [
            {
                "text": "Do it",
                "unit": dice.choice(CODES["unit"]),
                "responsible": dice.choice([*cast.PEOPLE, "P0"]),
            }
        ]
    if dice.random() < 0.05:
        more["number"] = dice.randrange(1, 9)
    if dice.random() < 0.03:
        more[dice.choice(["title", "signed_on", "form", "surprise", "label"])] = dice.choice(["", "x", 3])
    return {**cast.act(issuer, type_, "An act", day(dice, since=place), *effects), **more}


def batch(seed: int) -> list[Any]:
    """Acts in their order."""
    dice = random.Random(seed)
    begun = [
        cast.act(
            "COUNCIL",
            "decision",
            "Admissions",
            "2020-01-02",
            {"kind": "ADMIT", "person": who, "unit": "BIRCH", "stage": "full", "given_name": who, "sex": "F"},
        )
        for who in NEW[:4]
    ]
    begun.append(
        cast.act(
            "COUNCIL",
            "decision",
            "Posts",
            "2020-01-03",
            {
                "kind": "ESTABLISH_POST",
                "post": FREE[0],
                "unit": "NORTH-B",
                "office": "board_member",
                "seats": 3,
            },
            {
                "kind": "ESTABLISH_POST",
                "post": FREE[1],
                "unit": "SOUTH-B",
                "office": "board_member",
                "seats": 9,
            },
        )
    )
    return begun + [content(dice, place) for place in range(dice.randrange(1, 30))]


def accepted(contents: list[Any]) -> list[Any]:
    """Those acts of a batch that issuing accepts, one by one."""
    mark = transaction.savepoint()
    kept = []
    for each in contents:
        try:
            issue_act.issue([each], pack=cast.pack(), recorded_at=AT, actor="test")
            kept.append(each)
        except issue_act.CannotIssue:
            continue
    transaction.savepoint_rollback(mark)
    return kept


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks and memory so small that every batch takes several of each."""
    from fasti.operations.importing import ledger

    monkeypatch.setattr(import_acts, "CHUNK", 6)
    monkeypatch.setattr(ledger.Ledger, "TURN", 6)


# -- the tests ---------------------------------------------------------------------------------------------------

PROPERTY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_an_import_refuses_what_issuing_refuses(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = batch(seed)
        wanted = issued(contents)
        got = imported(contents)
        transaction.set_rollback(True)
    assert got == wanted


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_an_import_records_what_issuing_records(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = accepted(batch(seed))
        wanted = issued(contents)
        got = imported(contents)
        transaction.set_rollback(True)
    assert isinstance(wanted, dict)
    assert got == wanted


@pytest.mark.django_db
def test_the_founding_itself_may_be_imported(small: None) -> None:
    Body.objects.create(id=1, pack="template")
    contents = [cast.founding()]
    assert imported(contents) == issued(contents)


def test_every_column_of_the_record_is_staged() -> None:
    for table, columns in stage.TABLES.items():
        model = next(m for m in apps.get_app_config("fasti").get_models() if m._meta.db_table == table)
        later = recording._LATER.get(table, ())
        wanted = {field.column for field in model._meta.concrete_fields}
        given_by_database = {"id"} if "id" not in columns else set()
        assert set(columns) | set(later) | given_by_database == wanted, table


def admissions(num: int, *, per_act: int = 5) -> list[Any]:
    """Acts that admit new members."""
    return [
        cast.act(
            "COUNCIL",
            "decision",
            f"Admissions {at}",
            "2023-01-01",
            *(
                {
                    "kind": "ADMIT",
                    "person": f"Q{at}-{i}",
                    "unit": "ALDER",
                    "stage": "full",
                    "family_name": "Ng",
                }
                for i in range(per_act)
            ),
        )
        for at in range(num)
    ]


@pytest.mark.django_db
def test_findings_name_act_and_effect_and_are_bounded(small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.found_guild()
    monkeypatch.setattr(import_acts, "MOST_FINDINGS", 3)
    contents = admissions(4)
    for at in (1, 2):
        contents[at]["effects"][2]["unit"] = "NOWHERE"
        contents[at]["effects"][3]["unit"] = "NOWHERE"
    with pytest.raises(issue_act.CannotIssue) as refused:
        import_acts.import_acts(contents, pack=cast.pack(), recorded_at=AT, actor="test")
    found = [(each.act, each.effect, each.code) for each in refused.value.findings]
    assert found[:3] == [(1, 3, "unknown-unit"), (1, 4, "unknown-unit"), (2, 3, "unknown-unit")]
    assert refused.value.findings[3].args == {"count": 1}
    assert Effect.objects.filter(person__code__startswith="Q").count() == 0


@pytest.mark.django_db
def test_checking_only_records_nothing_and_the_import_after_it_goes_on(
    small: None, tmp_path: pathlib.Path
) -> None:
    cast.found_guild()
    seen: list[int] = []
    arguments: dict[str, Any] = {"pack": cast.pack(), "recorded_at": AT, "actor": "test", "work": tmp_path}
    done = import_acts.import_acts(admissions(5), check_only=True, progress=seen.append, **arguments)
    assert (done.num_acts, done.num_effects) == (5, 25)
    assert seen[-1] == 25
    assert Act.objects.count() == 1
    import_acts.import_acts(admissions(5), **arguments)
    assert Act.objects.count() == 6
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_changed_contents_are_refused(small: None, tmp_path: pathlib.Path) -> None:
    cast.found_guild()
    arguments: dict[str, Any] = {"pack": cast.pack(), "recorded_at": AT, "actor": "test", "work": tmp_path}
    import_acts.import_acts(admissions(5), check_only=True, **arguments)
    changed = admissions(5)
    changed[3]["title"] = "Another"
    with pytest.raises(import_acts.InputChanged):
        import_acts.import_acts(changed, **arguments)
    with pytest.raises(import_acts.InputChanged):
        import_acts.import_acts(admissions(2), **arguments)


@pytest.mark.django_db
def test_what_others_recorded_meanwhile_is_seen(small: None) -> None:
    cast.found_guild()
    contents = admissions(3)

    def interrupted() -> Iterator[Any]:
        yield from contents[:2]
        cast.issue(admissions(1)[0], recorded_at=cast.at("2025-01-01"))
        yield contents[2]

    with pytest.raises(issue_act.CannotIssue) as refused:
        import_acts.import_acts(interrupted(), pack=cast.pack(), recorded_at=AT, actor="test")
    assert {each.code for each in refused.value.findings} == {"already-member"}


@pytest.mark.django_db
def test_an_import_killed_after_it_was_recorded_is_not_repeated(
    small: None, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.found_guild()
    arguments: dict[str, Any] = {"pack": cast.pack(), "recorded_at": AT, "actor": "test", "work": tmp_path}

    def killed(folder: pathlib.Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(import_acts, "_leave", killed)
        with pytest.raises(KeyboardInterrupt):
            import_acts.import_acts(admissions(5), **arguments)
    assert Act.objects.count() == 6
    assert import_acts.import_acts(admissions(5), **arguments).num_effects == 25
    assert Act.objects.count() == 6
    assert list(tmp_path.iterdir()) == []


# -- what is laid on what came out before ------------------------------------------------------------------------


def everyday(seed: int) -> list[Any]:
    """Acts on few members and few seats, day by day, some on the same day and now and then one out of its order."""
    dice = random.Random(seed)
    contents = batch(seed)[:5]
    contents.append(
        cast.act(
            "COUNCIL",
            "decision",
            "One seat",
            "2020-01-04",
            {
                "kind": "ESTABLISH_POST",
                "post": "ALDER.one",
                "unit": "ALDER",
                "office": "keeper",
                "seats": 1,
            },
        )
    )
    at = date(2020, 2, 1)
    for place in range(dice.randrange(10, 40)):
        at += timedelta(days=dice.choice([0, 0, 1, 7, 40, 200]))
        told = at - timedelta(days=dice.choice([0] * 12 + [1, 30, 300]))
        effects = [everyday_effect(dice) for _ in range(dice.choice([1, 1, 2, 3]))]
        dated = [{**each, "on": told.isoformat()} for each in effects] if told < at else effects
        contents.append(cast.act("COUNCIL", "decision", "An act", at.isoformat(), *dated))
        if dice.random() < 0.2:  # it is examined as issuing examines it
            contents[-1]["label"] = f"act-{place}"
    return contents


def everyday_effect(dice: random.Random) -> Any:
    """What may happen to a member."""
    who, posts = dice.choice(NEW[:4]), [*FREE, "ALDER.one", "ALDER.one"]
    kind = dice.choice(
        ["APPOINT"] * 5 + ["RELIEVE"] * 4 + ["TRANSFER"] * 2 + ["LEAVE", "READMIT", "CONFIRM", "SWAP"]
    )
    made: dict[str, Any] = {"kind": kind, "person": who}
    if kind in ("APPOINT", "RELIEVE", "TRANSFER", "SWAP"):
        made["post"] = dice.choice(posts)
    if kind in ("TRANSFER", "SWAP"):
        made["other_post"] = dice.choice(posts)
    if kind == "SWAP":
        made["other_person"] = dice.choice(NEW[:4])
    if kind in ("LEAVE", "RELIEVE"):
        made["reason"] = "left" if kind == "LEAVE" else "request"
    if kind == "READMIT":
        made |= {"unit": "BIRCH", "stage": "full"}
    if dice.random() < 0.2:
        made = {"kind": "COMPLETE_TRAINING", "person": who, "unit": "ALDER", "course": "C1"}
        made["topics"] = {"academy": ["law"], "leaders": ["conduct", "law"]}
    return made


@pytest.mark.django_db
@PROPERTY
@given(seed=st.integers(0, 10**9))
def test_what_comes_later_is_laid_on_what_came_before(small: None, seed: int) -> None:
    with transaction.atomic():
        cast.found_guild()
        contents = everyday(seed)
        passed = accepted(contents)
        wanted = issued(contents), issued(passed)
        got = imported(contents), imported(passed)
        transaction.set_rollback(True)
    assert isinstance(wanted[1], dict)
    assert got == wanted


@settings(max_examples=300, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_an_effect_read_quickly_is_read_as_ever(seed: int) -> None:
    dice, day_of_act = random.Random(seed), date(2021, 2, 3)
    for _ in range(5):
        raw = effect(dice, 40)
        quick = reading.read_plain(raw, default_on=day_of_act)
        if quick is not None:
            slow, wrong = reading.read(raw, default_on=day_of_act)
            assert (quick, wrong) == (slow, [])
            assert list(quick.data) == list(slow.data if slow else ())


@settings(max_examples=300, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_a_draft_read_quickly_is_read_as_ever(seed: int) -> None:
    dice = random.Random(seed)
    for place in range(5):
        raw = content(dice, place)
        quick = written.read_plain(raw)
        if quick is not None:
            assert (quick, []) == written.read(raw)


def test_the_rule_book_of_an_import_answers_as_the_pack_does() -> None:
    pack = cast.pack()
    remembered = rule_book.RuleBook(pack)
    asked = [("numbering", "council", "decision"), ("authority", "region_board", "decision")]
    asked += [("value", "leave.reasons"), ("unit_kind", "lodge"), ("office", "chair"), ("act_types",)]
    turns = [each.starts_on for _, series in pack.changes() for each in series.versions]
    days = {date(2020, 12, 31), date(2021, 1, 1)} | {
        turn + timedelta(days=by) for turn in turns for by in (-1, 0, 1)
    }
    for day_asked in sorted(days) * 2:
        for name, *of in asked:
            assert answer(remembered, name, of, day_asked) == answer(pack, name, of, day_asked)


def answer(book: Any, name: str, of: list[str], day_asked: date) -> Any:
    """What a rule book says, or that it says nothing."""
    try:
        return getattr(book, name)(*of, as_of=day_asked)
    except charter.NoRule as missing:
        return str(missing)


@pytest.mark.django_db
def test_seats_are_counted_on_from_where_an_act_examined_at_length_left_them() -> None:
    """A swap leaves posts as full as they were, but others sit on them."""
    cast.found_guild()
    posts = ["NORTH-B.one", "NORTH-B.two"]
    seats = {"kind": "ESTABLISH_POST", "unit": "NORTH-B", "office": "board_member", "seats": 1}
    begun = [{**seats, "post": post} for post in posts]
    taken = [{"kind": "APPOINT", "person": who, "post": post} for who, post in zip(NEW, posts, strict=False)]
    acts = [
        cast.act("COUNCIL", "decision", "Posts", "2020-01-05", *begun),
        cast.act("COUNCIL", "decision", "Appointments", "2020-02-01", *taken),
        cast.act("COUNCIL", "decision", "Swap", "2020-03-01", swap(*NEW[:2], *posts)),
        cast.act("COUNCIL", "decision", "Relief", "2020-04-01", relief(NEW[1], posts[0])),
    ]
    acts[2]["label"] = "swap"
    contents = batch(0)[:5] + acts
    wanted = issued(contents)
    assert isinstance(wanted, dict), wanted
    assert imported(contents) == wanted


def swap(one: str, other: str, left: str, taken: str) -> Any:
    """The effect by which two persons change their posts."""
    return {"kind": "SWAP", "person": one, "other_post": left, "other_person": other, "post": taken}


def relief(person: str, post: str) -> Any:
    """The effect by which a person leaves a post."""
    return {"kind": "RELIEVE", "person": person, "post": post, "reason": "request"}
