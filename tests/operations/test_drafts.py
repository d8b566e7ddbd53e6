"""Drafts kept, saved, checked, given up and issued: who may, what two writers see, and what files a draft may name."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from typing import Any

import pytest
from django.conf import settings

from fasti.access import actor, sight
from fasti.access.actor import Actor
from fasti.access.models import AccessEntry, Account
from fasti.acts import attachments, uploads
from fasti.acts.models import Act, Draft
from fasti.operations import check_draft, draft_act, drop_draft, issue_act, issue_draft, save_draft
from fasti.subjects.models import Person
from tests import cast

DAY = "2026-03-02"


@pytest.fixture(autouse=True)
def _guild(db: None, tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def of(code: str) -> Actor:
    account, _ = Account.objects.get_or_create(
        person=Person.objects.get(code=code),
        defaults={"name": code.lower(), "opened_at": cast.at("2020-01-02")},
    )
    return actor.signed_in(sight.of_account(account, pack=cast.pack(), day=cast.at(DAY).date()))


def content(**more: Any) -> dict[str, Any]:
    effect = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    return {**cast.act("NORTH-B", "decision", "On a member of the board", DAY, effect), **more}


def kept(who: str = "DORA", **more: Any) -> Draft:
    return draft_act.draft(content(**more), drafted_at=cast.at(DAY), actor=of(who))


def codes(found: Any) -> set[str]:
    return {each.code for each in found.value.findings}


def save(draft: Draft, by: Mapping[str, Any], *, version: int | None = None, who: str = "DORA") -> Draft:
    asked = draft.version if version is None else version
    return save_draft.save(draft.id, by, version=asked, changed_at=cast.at(DAY, 13), actor=of(who))


def test_a_draft_knows_its_unit_and_who_wrote_it() -> None:
    draft = kept()
    assert draft.unit
    assert draft.unit.code == "NORTH-B"
    assert draft.drafted_by
    assert draft.drafted_by.code == "DORA"
    assert draft.version == 1
    assert AccessEntry.objects.filter(what="act.drafted", account__person__code="DORA").count() == 1


def test_saving_counts_versions_and_the_same_again_changes_nothing() -> None:
    draft = kept()
    saved = save(draft, content(text="More."), who="BRUNO")
    assert saved.version == 2
    assert saved.changed_by
    assert saved.changed_by.code == "BRUNO"
    assert save(saved, content(text="More.")).version == 2


def test_an_older_version_is_not_saved_over_a_newer_one() -> None:
    draft = kept()
    save(draft, content(title="Theirs"), who="BRUNO")
    with pytest.raises(save_draft.Stale) as stale:
        save(draft, content(title="Mine"), version=1)
    assert stale.value.kept.content["title"] == "Theirs"
    assert Draft.objects.get(id=draft.id).content["title"] == "Theirs"


@pytest.mark.parametrize("who", ["CHIARA", "EMIL", "GORAN", "FATIMA"])
def test_out_of_reach_a_draft_is_as_if_it_were_not_there(who: str) -> None:
    draft = kept()
    with pytest.raises(draft_act.NotDrafted):
        save(draft, content(title="Taken over"), who=who)
    with pytest.raises(draft_act.NotDrafted):
        drop_draft.drop(draft.id, version=1, dropped_at=cast.at(DAY), actor=of(who))
    with pytest.raises(draft_act.NotDrafted):
        check_draft.check(draft.id, version=1, pack=cast.pack(), checked_at=cast.at(DAY), actor=of(who))
    with pytest.raises(draft_act.NotDrafted):
        issue_draft.issue(draft.id, version=1, pack=cast.pack(), recorded_at=cast.at(DAY), actor=of(who))
    assert Draft.objects.get(id=draft.id).version == 1
    assert Act.objects.count() == 1


def test_a_draft_is_not_moved_to_an_issuer_out_of_reach() -> None:
    draft = kept()
    with pytest.raises(draft_act.CannotKeep) as refused:
        save(draft, {**content(), "issuer": "SOUTH-B"})
    assert codes(refused) == {"not-granted"}
    assert Draft.objects.get(id=draft.id).version == 1


def test_nobody_drafts_above_the_own_clearance() -> None:
    with pytest.raises(draft_act.CannotKeep) as refused:
        kept(confidentiality="sealed")
    assert codes(refused) == {"not-cleared"}
    assert not Draft.objects.exists()


def test_a_draft_without_an_issuer_is_for_whoever_wrote_it() -> None:
    draft = draft_act.draft({"title": "A thought"}, drafted_at=cast.at(DAY), actor=of("DORA"))
    assert save(draft, {"title": "A second thought"}).version == 2
    with pytest.raises(draft_act.NotDrafted):
        save(draft, {"title": "Mine now"}, version=2, who="CHIARA")
    with pytest.raises(draft_act.CannotKeep):
        draft_act.draft({"title": "A member's thought"}, drafted_at=cast.at(DAY), actor=of("GORAN"))


def test_a_draft_is_checked_by_another_where_two_are_asked_for() -> None:
    draft = kept()
    asked = {"version": 1, "pack": cast.pack(), "checked_at": cast.at(DAY)}
    with pytest.raises(check_draft.CannotCheck) as refused:
        check_draft.check(draft.id, actor=of("DORA"), **asked)
    assert codes(refused) == {"four-eyes"}
    checked = check_draft.check(draft.id, actor=of("BRUNO"), **asked)
    assert checked.checked_by
    assert checked.checked_by.code == "BRUNO"
    assert AccessEntry.objects.filter(what="act.checked", account__person__code="BRUNO").exists()
    assert save(checked, content(text="Changed.")).checked_at is None


def test_a_draft_with_findings_is_not_marked_as_checked() -> None:
    draft = kept(signed_on="2019-01-01")
    with pytest.raises(check_draft.CannotCheck):
        check_draft.check(draft.id, version=1, pack=cast.pack(), checked_at=cast.at(DAY), actor=of("BRUNO"))
    assert Draft.objects.get(id=draft.id).checked_at is None


def test_a_draft_is_issued_once_and_only_in_the_version_looked_at() -> None:
    draft = kept()
    asked = {"pack": cast.pack(), "recorded_at": cast.at(DAY, 14), "actor": of("BRUNO")}
    with pytest.raises(save_draft.Stale):
        issue_draft.issue(draft.id, version=2, **asked)
    with pytest.raises(issue_act.CannotIssue) as refused:
        issue_draft.issue(draft.id, version=1, **{**asked, "actor": of("DORA")})
    assert codes(refused) == {"four-eyes"}
    assert Act.objects.count() == 1
    act = issue_draft.issue(draft.id, version=1, **asked)
    assert Draft.objects.get(id=draft.id).issued_as == act
    with pytest.raises(draft_act.NotDrafted):
        issue_draft.issue(draft.id, version=None, **asked)
    assert Act.objects.count() == 2


# -- files -----------------------------------------------------------------------------------------------------------


def test_files_taken_in_go_into_the_record_and_leave_the_folder_of_uploads() -> None:
    taken = uploads.take_in(settings.HOME, "plan.pdf", [b"%PDF-1.7 ", b"plan"])
    draft = kept(attachments=[taken.written()])
    act = issue_draft.issue(
        draft.id, version=1, pack=cast.pack(), recorded_at=cast.at(DAY, 14), actor=of("BRUNO")
    )
    stored = act.attachments.get()
    assert (stored.filename, stored.sha256, stored.size) == ("plan.pdf", taken.sha256, 13)
    assert attachments.path(settings.HOME, stored.sha256).read_bytes() == b"%PDF-1.7 plan"


def test_files_no_draft_names_any_more_are_removed(django_capture_on_commit_callbacks: Any) -> None:
    first, second = (uploads.take_in(settings.HOME, f"{n}.txt", [b"text"]) for n in "ab")
    draft = kept(attachments=[first.written(), second.written()])
    with django_capture_on_commit_callbacks(execute=True):
        draft = save(draft, content(attachments=[second.written()]))
    assert [is_kept(each) for each in (first, second)] == [False, True]
    with django_capture_on_commit_callbacks(execute=True):
        drop_draft.drop(draft.id, version=draft.version, dropped_at=cast.at(DAY), actor=of("DORA"))
    assert not is_kept(second)


def is_kept(file: uploads.Upload) -> bool:
    place = uploads.path(settings.HOME, file.key)
    return place is not None and place.exists()


@pytest.mark.parametrize("named", ["/etc/passwd", {"path": "/etc/passwd"}, {"path": "../web.key"}])
def test_only_at_the_machine_itself_a_draft_names_files_by_their_path(named: Any) -> None:
    with pytest.raises(draft_act.CannotKeep) as refused:
        kept(attachments=[named])
    assert codes(refused) == {"attachment-by-path"}
    seen = issue_act.preview([content(attachments=[named])], pack=cast.pack(), actor=of("DORA"))
    assert {each.code for each in seen.findings} == {"attachment-by-path"}
    with pytest.raises(issue_act.CannotIssue):
        issue_act.issue(
            [content(attachments=[named])], pack=cast.pack(), recorded_at=cast.at(DAY), actor=of("BRUNO")
        )
    assert Act.objects.count() == 1


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "0" * 48, "/etc/passwd", "A" * 48])
def test_a_key_that_is_none_gives_no_file(key: str) -> None:
    named = {"upload": key, "filename": "plan.pdf"}
    found = issue_act.preview([content(attachments=[named])], pack=cast.pack()).findings
    assert {each.code for each in found} == {"attachment-missing"}


def test_a_file_is_named_either_by_path_or_by_key() -> None:
    both = {"path": "/etc/passwd", "upload": "0" * 48}
    found = issue_act.preview([content(attachments=[both])], pack=cast.pack()).findings
    assert {each.code for each in found} == {"wrong-type"}


@pytest.mark.parametrize(
    ("name", "chunks", "code"),
    [
        ("a.pdf", [], "attachment-empty"),
        ("a.sh", [b"#!"], "attachment-of-other-kind"),
        ("a", [b"x"], "attachment-of-other-kind"),
        ("a.docx", [b"%PDF"], "attachment-not-what-it-says"),
    ],
)
def test_what_is_not_taken_in_leaves_nothing_behind(name: str, chunks: list[bytes], code: str) -> None:
    with pytest.raises(uploads.Unfit) as refused:
        uploads.take_in(settings.HOME, name, chunks)
    assert refused.value.code == code
    assert not [each for each in (settings.HOME / "uploads").rglob("*") if each.is_file()]


@pytest.mark.parametrize("text", ["a\u202eb", "a\u2066b", "\u202d"])
def test_marks_that_turn_the_direction_of_writing_are_refused(text: str) -> None:
    with pytest.raises(draft_act.CannotKeep) as refused:
        kept(title=text)
    assert codes(refused) == {"text-turns-direction"}
