"""An import as a whole: its findings, going on after a kill, what others record meanwhile."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from fasti.acts.models import Act, Effect
from fasti.operations import import_acts, issue_act
from fasti.operations.importing import folders, recording, stage
from tests import cast
from tests.engines import importer
from tests.operations import outcomes


def test_every_column_of_the_record_is_staged() -> None:
    for table, columns in stage.TABLES.items():
        model = next(m for m in apps.get_app_config("fasti").get_models() if m._meta.db_table == table)
        timed = {"recorded_at"} if table in recording.TIMED else set()
        wanted = {field.column for field in model._meta.concrete_fields}
        given_by_database = {"id"} if "id" not in columns else set()
        assert set(columns) | timed | given_by_database == wanted, table


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
        import_acts.import_acts(contents, pack=cast.pack(), recorded_at=outcomes.AT, actor="test")
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
    arguments: dict[str, Any] = {
        "pack": cast.pack(),
        "recorded_at": outcomes.AT,
        "actor": "test",
        "work": tmp_path,
    }
    done = import_acts.import_acts(admissions(5), check_only=True, progress=seen.append, **arguments)
    assert (done.num_acts, done.num_effects) == (5, 25)
    assert seen[-1] == 25
    assert Act.objects.count() == 1
    import_acts.import_acts(admissions(5), **arguments)
    assert Act.objects.count() == 6
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_an_import_that_goes_on_later_is_recorded_at_that_later_time(
    small: None, tmp_path: pathlib.Path
) -> None:
    cast.found_guild()
    later = outcomes.AT + timedelta(days=2)

    def killed(num: int) -> None:
        if num >= 15:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_acts.import_acts(
            admissions(6),
            pack=cast.pack(),
            recorded_at=outcomes.AT,
            actor="test",
            work=tmp_path,
            progress=killed,
        )
    assert Act.objects.count() == 1
    import_acts.import_acts(admissions(6), pack=cast.pack(), recorded_at=later, actor="test", work=tmp_path)
    found = Act.objects.order_by("id").values_list("recorded_at", "sequence")
    assert list(found)[1:] == [(later, place) for place in range(2, 8)]
    assert not importer.faults()


@pytest.mark.django_db
def test_changed_contents_are_refused(small: None, tmp_path: pathlib.Path) -> None:
    cast.found_guild()
    arguments: dict[str, Any] = {
        "pack": cast.pack(),
        "recorded_at": outcomes.AT,
        "actor": "test",
        "work": tmp_path,
    }
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
        import_acts.import_acts(interrupted(), pack=cast.pack(), recorded_at=outcomes.AT, actor="test")
    assert {each.code for each in refused.value.findings} == {"already-member"}


@pytest.mark.django_db
def test_an_import_killed_after_it_was_recorded_is_not_repeated(
    small: None, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.found_guild()
    arguments: dict[str, Any] = {
        "pack": cast.pack(),
        "recorded_at": outcomes.AT,
        "actor": "test",
        "work": tmp_path,
    }

    def killed(folder: pathlib.Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(folders, "leave", killed)
        with pytest.raises(KeyboardInterrupt):
            import_acts.import_acts(admissions(5), **arguments)
    assert Act.objects.count() == 6
    assert import_acts.import_acts(admissions(5), **arguments).num_effects == 25
    assert Act.objects.count() == 6
    assert list(tmp_path.iterdir()) == []
