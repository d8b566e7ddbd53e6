"""Drafts in the browser: written, checked, issued and withdrawn by those who may, and nothing lost on the way."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fasti import words
from fasti.acts import attachments
from fasti.acts.models import Act, Draft
from fasti.operations import draft_act
from fasti.register.models import Tenure
from fasti.web import asked
from tests import cast
from tests.web.conftest import SignIn


@pytest.fixture(autouse=True)
def _own_home(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path


def today() -> str:
    return asked.now().date().isoformat()


def begin(client: Client, **more: str) -> Draft:
    fields = {"issuer": "NORTH-B", "type": "decision", "signed_on": today(), "title": "On the keeper", **more}
    answer = client.post("/drafts/new/", fields)
    assert answer.status_code == 302, answer.content.decode()
    return Draft.objects.get(id=answer["Location"].split("/")[2])


def form(draft: Draft, **more: Any) -> dict[str, Any]:
    """What the form of a decision of the northern board holds that makes Goran a board member."""
    return {
        "version": str(draft.version),
        "issuer": "NORTH-B",
        "type": "decision",
        "signed_on": today(),
        "title": "On a member of the board",
        "signed_by": "BRUNO@NORTH-B.chair",
        "language": "en",
        "effects-0-kind": "APPOINT",
        "effects-0-person": "GORAN",
        "effects-0-post": "NORTH-B.member",
        "do": "save",
        **more,
    }


def save(client: Client, draft: Draft, **more: Any) -> Any:
    return client.post(f"/drafts/{draft.id}/", form(draft, **more))


def text(answer: Any) -> str:
    return str(answer.content.decode())


# -- writing ---------------------------------------------------------------------------------------------------------


def test_a_draft_is_begun_written_checked_by_another_and_issued(sign_in: SignIn) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    assert (draft.unit.code if draft.unit else "", draft.drafted_by.code if draft.drafted_by else "") == (
        "NORTH-B",
        "DORA",
    )
    assert save(dora, draft).status_code == 302
    draft.refresh_from_db()
    assert draft.version == 2
    page = text(dora.get(f"/drafts/{draft.id}/"))
    assert words.say("web-drafts-ready", "en") in page
    assert "Goran" in page
    assert "GORAN" in page
    assert bruno.post(f"/drafts/{draft.id}/", form(draft, do="check")).status_code == 302
    draft.refresh_from_db()
    assert draft.checked_by
    assert draft.checked_by.code == "BRUNO"
    confirm = text(bruno.get(f"/drafts/{draft.id}/issue/"))
    assert words.say("web-drafts-final", "en") in confirm
    answer = bruno.post(f"/drafts/{draft.id}/issue/", {"version": draft.version})
    act = Act.objects.order_by("-id")[0]
    assert answer["Location"] == f"/acts/{act.id}/"
    assert Tenure.objects.filter(person__code="GORAN", post__code="NORTH-B.member").exists()
    draft.refresh_from_db()
    assert draft.issued_as_id == act.id
    assert draft.content == {}
    assert bruno.get(f"/drafts/{draft.id}/")["Location"] == f"/acts/{act.id}/"


def test_whoever_drafted_may_not_issue_where_two_are_asked_for(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    save(dora, draft)
    draft.refresh_from_db()
    assert "four-eyes" in text(dora.get(f"/drafts/{draft.id}/issue/"))
    num = Act.objects.count()
    answer = dora.post(f"/drafts/{draft.id}/issue/", {"version": draft.version})
    assert answer.status_code == 422
    assert "four-eyes" in text(answer)
    assert Act.objects.count() == num
    assert dora.post(f"/drafts/{draft.id}/", form(draft, do="check")).status_code == 422
    draft.refresh_from_db()
    assert draft.checked_at is None


@pytest.mark.parametrize("who", ["CHIARA", "EMIL", "GORAN", "FATIMA"])
def test_a_draft_out_of_reach_is_not_shown_and_not_changed(sign_in: SignIn, who: str) -> None:
    draft = begin(sign_in("DORA"), title="Canary on the northern lake")
    other = sign_in(who)
    for address in ("", "issue/", "drop/"):
        answer = other.get(f"/drafts/{draft.id}/{address}")
        assert answer.status_code == 403
        assert "Canary" not in text(answer)
    for address in ("", "findings/", "form/", "preview/", "merge/", "check/", "issue/", "drop/"):
        answer = other.post(f"/drafts/{draft.id}/{address}", {**form(draft), "mine": "{}"})
        assert answer.status_code == 403, address
        assert "Canary" not in text(answer), address
    draft.refresh_from_db()
    assert draft.version == 1
    assert draft.dropped_at is None
    assert "Canary" not in text(other.get("/drafts/"))


@pytest.mark.parametrize("id", [999_999, 2**63, 10**30])
def test_a_draft_that_is_not_there_is_refused_like_one_out_of_reach(sign_in: SignIn, id: int) -> None:
    assert sign_in("DORA").get(f"/drafts/{id}/").status_code == 403


def test_nobody_drafts_for_a_unit_out_of_reach(sign_in: SignIn) -> None:
    num = Draft.objects.count()
    answer = sign_in("DORA").post(
        "/drafts/new/", {"issuer": "SOUTH-B", "type": "decision", "signed_on": today(), "title": "On nothing"}
    )
    assert answer.status_code == 422
    assert "not-granted" in text(answer)
    assert "On nothing" in text(answer)
    assert Draft.objects.count() == num


def test_names_days_and_numbers_are_understood_as_people_write_them(sign_in: SignIn) -> None:
    dora = sign_in("DORA", lang="cs")
    draft = begin(dora, issuer="Board of the North (NORTH-B)", signed_on="1. 7. 2026")
    assert draft.content["issuer"] == "NORTH-B"
    assert draft.content["signed_on"] == "2026-07-01"
    save(
        dora, draft, **{"effects-0-person": "goran gori", "effects-0-on": "2/7/2026", "signed_on": "1.7.2026"}
    )
    draft.refresh_from_db()
    assert draft.content["effects"] == [
        {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "on": "2026-07-02"}
    ]
    assert "2. 7. 2026" in text(dora.get(f"/drafts/{draft.id}/"))


def test_rows_are_added_moved_and_removed_without_scripts(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    answer = save(dora, draft, do="add-effects", new_kind="RELIEVE")
    assert answer["Location"].endswith("#effects-1")
    draft.refresh_from_db()
    assert [each["kind"] for each in draft.content["effects"]] == ["APPOINT", "RELIEVE"]
    two = form(draft, **{"effects-1-kind": "RELIEVE", "effects-1-person": "DORA"})
    dora.post(f"/drafts/{draft.id}/", {**two, "do": "up-effects-1"})
    draft.refresh_from_db()
    assert [each["kind"] for each in draft.content["effects"]] == ["RELIEVE", "APPOINT"]
    page = text(dora.get(f"/drafts/{draft.id}/"))
    assert 'id="effects-0-reason"' in page
    assert 'id="effects-1-post"' in page
    rows = {"effects-0-kind": "RELIEVE", "effects-1-kind": "APPOINT", "effects-1-person": "GORAN"}
    dora.post(f"/drafts/{draft.id}/", {**form(draft), **rows, "do": "remove-effects-0"})
    draft.refresh_from_db()
    assert [each["kind"] for each in draft.content["effects"]] == ["APPOINT"]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_stands_in_the_way_is_said_at_its_field_in_the_language(sign_in: SignIn, lang: str) -> None:
    dora = sign_in("DORA", lang=lang)
    draft = begin(dora)
    wrong = {"effects-0-person": "NOBODY", "signed_on": "soon", "effects-0-post": ""}
    answer = dora.post(f"/drafts/{draft.id}/findings/", form(draft, **wrong))
    page = text(answer)
    assert answer.status_code == 200
    assert "malformed-day" in page
    assert 'id="e-signed_on" hx-swap-oob="true"' in page
    assert words.say("web-drafts-field-signed_on", lang) in page
    page = text(dora.post(f"/drafts/{draft.id}/findings/", form(draft, **{"effects-0-person": "NOBODY"})))
    assert words.finding("unknown-person", lang, person="NOBODY") in page
    assert "unknown-person" in page
    assert 'href="#effects-0-person"' in page
    draft.refresh_from_db()
    assert draft.version == 1


def test_the_same_codes_as_at_the_command_line(sign_in: SignIn) -> None:
    from fasti.operations import issue_act
    from tests import cast

    dora = sign_in("DORA")
    draft = begin(dora)
    save(dora, draft, **{"effects-0-post": "NORTH-B.chair"})
    draft.refresh_from_db()
    codes = {each.code for each in issue_act.preview([draft.content], pack=cast.pack()).findings}
    assert codes
    page = text(dora.get(f"/drafts/{draft.id}/"))
    assert all(f"<code>{code}</code>" in page for code in codes)


def test_what_would_change_is_shown_before_anything_does(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.post(f"/drafts/{draft.id}/preview/", form(draft)))
    assert "Goran" in page
    assert "<ins>" in page
    assert not Tenure.objects.filter(person__code="GORAN").exists()


# -- two who write ---------------------------------------------------------------------------------------------------


def test_two_who_save_see_both_texts_and_choose_part_by_part(sign_in: SignIn) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    was = json.dumps({"title": "otherwise"})
    assert save(bruno, draft, title="Bruno's title").status_code == 302
    answer = save(dora, draft, title="Dora's title", was=was)
    assert answer.status_code == 409
    page = text(answer)
    assert "Dora&#x27;s title" in page
    assert "Bruno&#x27;s title" in page
    draft.refresh_from_db()
    assert draft.content["title"] == "Bruno's title"
    mine = {**draft.content, "title": "Dora's title", "text": "Kept."}
    chosen = {
        "mine": json.dumps(mine),
        "version": draft.version,
        "choose-title": "mine",
        "choose-text": "mine",
    }
    assert dora.post(f"/drafts/{draft.id}/merge/", chosen).status_code == 302
    draft.refresh_from_db()
    assert (draft.content["title"], draft.content["text"]) == ("Dora's title", "Kept.")
    assert draft.changed_by
    assert draft.changed_by.code == "DORA"


def test_a_version_changed_meanwhile_is_not_issued(sign_in: SignIn) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    save(dora, draft)
    answer = bruno.post(f"/drafts/{draft.id}/issue/", {"version": 1})
    assert answer.status_code == 409
    assert Act.objects.count() == 1


def test_a_change_takes_the_check_back(sign_in: SignIn) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    save(dora, draft)
    draft.refresh_from_db()
    bruno.post(f"/drafts/{draft.id}/", form(draft, do="check"))
    draft.refresh_from_db()
    assert draft.checked_at
    save(dora, draft, title="Another title")
    draft.refresh_from_db()
    assert draft.checked_at is None
    assert draft.checked_by is None


# -- the session ends ------------------------------------------------------------------------------------------------


def test_a_form_sent_after_the_session_ended_is_there_again_after_signing_in(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.get(f"/drafts/{draft.id}/"))
    stamp = page.split('name="stamp" value="')[1].split('"')[0]
    late = Client()
    answer = late.post(f"/drafts/{draft.id}/", form(draft, title="Typed too late", stamp=stamp))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    late.force_login(_account("DORA"), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = text(late.get(f"/drafts/{draft.id}/"))
    assert "Typed too late" in page
    assert words.say("web-drafts-came-back", "en") in page
    draft.refresh_from_db()
    assert draft.version == 1
    assert save(late, draft, title="Typed too late").status_code == 302
    assert words.say("web-drafts-came-back", "en") not in text(late.get(f"/drafts/{draft.id}/"))


def test_what_one_account_typed_is_not_shown_to_another(sign_in: SignIn) -> None:
    draft = begin(sign_in("DORA"))
    from fasti.web import kept

    stamp = kept.stamp(_account("DORA").pk)
    late = Client()
    late.post(f"/drafts/{draft.id}/", form(draft, title="For Dora alone", stamp=stamp))
    sign_in("BRUNO")
    late.force_login(_account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "For Dora alone" not in text(late.get(f"/drafts/{draft.id}/"))


def test_a_form_older_than_the_session_is_there_again_at_once(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.get(f"/drafts/{draft.id}/"))
    stamp = page.split('name="stamp" value="')[1].split('"')[0]
    dora.handler.enforce_csrf_checks = True
    answer = dora.post(f"/drafts/{draft.id}/", form(draft, title="Signed in elsewhere", stamp=stamp))
    assert answer.status_code == 403
    assert f'href="/drafts/{draft.id}/"' in text(answer)
    assert "Signed in elsewhere" in text(dora.get(f"/drafts/{draft.id}/"))


def test_a_form_too_large_says_so(sign_in: SignIn) -> None:
    dora = sign_in("DORA", lang="cs")
    draft = begin(dora)
    answer = save(dora, draft, text="a" * (6 * 2**20))
    assert answer.status_code == 413
    assert any(words.say("web-refusal-too-large-why", lang) in text(answer) for lang in words.LANGUAGES)
    assert dora.post(f"/drafts/{draft.id}/", {f"x{n}": "" for n in range(6_000)}).status_code == 413


def test_a_form_without_a_stamp_of_ours_fills_no_store(guild: object, client: Client) -> None:
    client.post("/drafts/1/", {"title": "x" * 10_000, "stamp": "forged"})
    assert not client.session.get("kept_forms")


def _account(code: str) -> Any:
    from fasti.access.models import Account

    return Account.objects.get(person__code=code)


# -- hostile input ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "code"), [("a\x00b", "text-has-nul"), ("pay \u202eevil\u202c now", "text-turns-direction")]
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_cannot_be_kept_is_said_and_the_rest_is_not_lost(
    sign_in: SignIn, title: str, code: str, lang: str
) -> None:
    dora = sign_in("DORA", lang=lang)
    draft = begin(dora)
    answer = save(dora, draft, title=title, text="A long text, typed with care.")
    page = text(answer)
    assert answer.status_code == 422
    assert code in page
    assert "typed with care" in page
    assert "\x00" not in page
    assert "\u202e" not in page
    draft.refresh_from_db()
    assert draft.version == 1


def test_a_name_of_ten_thousand_characters_is_refused_at_its_field(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    admit = {"effects-0-kind": "ADMIT", "effects-0-person": "NEW", "effects-0-unit": "ALDER"}
    page = text(
        dora.post(
            f"/drafts/{draft.id}/findings/", form(draft, **admit, **{"effects-0-given_name": "a" * 10_000})
        )
    )
    assert "text-too-long" in page
    assert 'href="#effects-0-given_name"' in page


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "1\x00"])
def test_a_forged_version_is_no_form(sign_in: SignIn, version: str) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    assert save(dora, draft, version=version).status_code == 400


@pytest.mark.parametrize(
    "forged",
    [
        {"signed_by": "@"}, {"signed_by": "x@y@z"}, {"type": "nothing"}, {"confidentiality": "sealed"},
        {"effects-0-kind": "VOID"}, {"effects-0-kind": "NOTHING"}, {"effects-9999-kind": "APPOINT"},
        {"do": "remove-effects-77"}, {"do": "up-effects-0"}, {"number": "²"}, {"number": "9" * 50},
        {"relations-0-kind": "withdraws", "relations-0-act": "x" * 5_000}, {"pick": "effects-0-person=GORAN"},
        {"tasks-0-text": "x", "tasks-0-unit": "(((", "tasks-0-due_on": "31.02.2025"}, {"was": "]"},
        {"effects-0-kind": "COMPLETE_TRAINING", "effects-0-topics-academy": "a\nb"},
    ],
)  # fmt: skip
def test_forged_fields_never_break_the_page(sign_in: SignIn, forged: dict[str, str]) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    assert save(dora, draft, **forged).status_code in (302, 422)
    assert dora.get(f"/drafts/{draft.id}/").status_code == 200
    assert dora.post(f"/drafts/{draft.id}/findings/", form(draft, **forged)).status_code == 200


def test_a_person_out_of_reach_may_be_named_but_is_not_told(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.post(f"/drafts/{draft.id}/preview/", form(draft, **{"effects-0-person": "FATIMA"})))
    page += text(dora.post(f"/drafts/{draft.id}/findings/", form(draft, **{"effects-0-person": "FATIMA"})))
    page += text(dora.get("/drafts/suggest/?what=person&effects-0-person=farsi"))
    assert "Farsi" not in page
    assert "Goran" in text(dora.get("/drafts/suggest/?what=person&effects-0-person=gor"))


def test_acts_out_of_reach_are_not_suggested_and_are_unknown(sign_in: SignIn) -> None:
    from tests import cast

    (hidden,) = cast.issue(
        cast.act("SOUTH-B", "decision", "Canary of the south", "2024-06-01", confidentiality="closed")
    )
    dora = sign_in("DORA")
    assert "Canary" not in text(dora.get("/drafts/suggest/?what=act&relations-0-act=canary"))
    draft = begin(dora)
    relation = {"relations-0-kind": "concretises", "relations-0-act": hidden.code}
    page = text(dora.post(f"/drafts/{draft.id}/findings/", form(draft, **relation)))
    assert "unknown-act" in page
    assert "Canary" not in page
    assert dora.get(f"/acts/{hidden.id}/withdraw/").status_code == 403


# -- files -----------------------------------------------------------------------------------------------------------


def test_a_file_is_taken_in_and_becomes_part_of_the_act(sign_in: SignIn) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    save(dora, draft, files=SimpleUploadedFile("../../plan.pdf", b"%PDF-1.7 plan"))
    draft.refresh_from_db()
    (file,) = draft.content["attachments"]
    assert file["filename"] == "plan.pdf"
    assert "path" not in file
    kept = {"attachments-0-upload": file["upload"], "attachments-0-filename": "plan.pdf"}
    assert "plan.pdf" in text(dora.get(f"/drafts/{draft.id}/"))
    bruno.post(f"/drafts/{draft.id}/", {**form(draft), **kept, "do": "check"})
    draft.refresh_from_db()
    assert bruno.post(f"/drafts/{draft.id}/issue/", {"version": draft.version}).status_code == 302
    act = Act.objects.order_by("-id")[0]
    stored = act.attachments.get()
    assert stored.filename == "plan.pdf"
    assert stored.media_type == "application/pdf"
    assert attachments.path(settings.HOME, stored.sha256).read_bytes() == b"%PDF-1.7 plan"


@pytest.mark.parametrize("path", ["/etc/passwd", "fasti.sqlite3", "../web.key"])
def test_a_draft_from_the_web_names_no_file_of_the_machine(sign_in: SignIn, path: str) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    answer = save(dora, draft, **{"attachments-0-path": path})
    assert answer.status_code == 422
    assert "attachment-by-path" in text(answer)
    page = text(dora.post(f"/drafts/{draft.id}/findings/", form(draft, **{"attachments-0-path": path})))
    assert "attachment-by-path" in page
    assert "attachment-missing" not in page
    draft.refresh_from_db()
    assert "attachments" not in draft.content


@pytest.mark.parametrize("key", ["../../etc/passwd", "0" * 48, "A" * 48, "x", "0" * 64])
def test_a_forged_key_gives_no_file(sign_in: SignIn, key: str) -> None:
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    draft = begin(dora)
    save(dora, draft, **{"attachments-0-upload": key, "attachments-0-filename": "plan.pdf"})
    draft.refresh_from_db()
    assert "attachment-missing" in text(bruno.get(f"/drafts/{draft.id}/"))
    answer = bruno.post(f"/drafts/{draft.id}/issue/", {"version": draft.version})
    assert answer.status_code == 422
    assert Act.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "attachment-empty"),
        ("tool.exe", b"MZ", "attachment-of-other-kind"),
        ("page.html", b"<script>", "attachment-of-other-kind"),
        ("plan.pdf", b"<html>", "attachment-not-what-it-says"),
    ],
)
def test_wrong_files_are_refused_and_the_rest_is_saved(
    sign_in: SignIn, name: str, content: bytes, code: str
) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    answer = save(dora, draft, title="Kept all the same", files=SimpleUploadedFile(name, content))
    assert answer.status_code == 422
    assert code in text(answer)
    draft.refresh_from_db()
    assert draft.content["title"] == "Kept all the same"
    assert "attachments" not in draft.content


def test_a_file_too_large_is_refused_before_it_is_kept(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 1_000)
    dora = sign_in("DORA")
    draft = begin(dora)
    answer = save(dora, draft, files=SimpleUploadedFile("plan.pdf", b"%PDF-" + b"a" * 100_000))
    assert answer.status_code == 422
    assert "attachment-too-large" in text(answer)
    assert not list((settings.HOME / "uploads").rglob("*")) if (settings.HOME / "uploads").exists() else True


# -- giving up, withdrawing, lists -----------------------------------------------------------------------------------


def test_a_draft_is_given_up_with_its_text_and_files(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    save(dora, draft, files=SimpleUploadedFile("plan.pdf", b"%PDF-1.7"))
    draft.refresh_from_db()
    assert words.say("web-drafts-drop-h", "en") in text(dora.get(f"/drafts/{draft.id}/drop/"))
    assert dora.post(f"/drafts/{draft.id}/drop/", {"version": draft.version})["Location"] == "/drafts/"
    draft.refresh_from_db()
    assert draft.dropped_at
    assert draft.content == {}
    assert dora.get(f"/drafts/{draft.id}/").status_code == 403


def test_withdrawing_shows_what_is_undone_and_changes_nothing_before_it_is_issued(sign_in: SignIn) -> None:
    from tests import cast

    appoint = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    (act,) = cast.issue(cast.act("NORTH-B", "decision", "On a member", "2026-01-05", appoint))
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    page = text(dora.get(f"/acts/{act.id}/withdraw/"))
    assert "Goran" in page
    assert "<del>" in page
    assert dora.get(f"/drafts/new/?withdraws={act.code}")["Location"] == f"/acts/{act.id}/withdraw/"
    answer = dora.post(f"/acts/{act.id}/withdraw/")
    draft = Draft.objects.get(id=answer["Location"].split("/")[2])
    assert draft.content["relations"] == [{"kind": "withdraws", "act": act.code}]
    assert Tenure.objects.filter(person__code="GORAN").exists()
    assert bruno.post(f"/drafts/{draft.id}/issue/", {"version": draft.version}).status_code == 302
    assert not Tenure.objects.filter(person__code="GORAN").exists()


@pytest.mark.parametrize("view", ["all", "mine", "check", "sign", "forged"])
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_lists_of_drafts_in_every_language(sign_in: SignIn, view: str, lang: str) -> None:
    begin(sign_in("DORA"), title="Seen in the list")
    answer = sign_in("BRUNO", lang=lang).get(f"/drafts/?view={view}")
    assert answer.status_code == 200
    assert ("Seen in the list" in text(answer)) == (view in ("all", "check", "forged"))


def test_the_list_asks_the_same_of_the_database_whatever_its_length(
    sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    dora = sign_in("DORA")
    for n in range(12):
        begin(dora, title=f"Draft {n}")
    begin(dora, issuer="ALDER", type="letter")
    with django_assert_max_num_queries(22):
        dora.get("/drafts/")


@pytest.mark.parametrize(
    "address", ["/drafts/", "/drafts/new/", "/drafts/new/?post=NORTH-B.member&person=GORAN"]
)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_pages_are_sound_in_every_language(sign_in: SignIn, address: str, lang: str) -> None:
    answer = sign_in("DORA", lang=lang).get(address)
    assert answer.status_code == 200
    page = text(answer)
    assert f'<html lang="{lang}"' in page
    assert " style=" not in page
    assert "onclick" not in page


def test_a_member_has_no_drafts(sign_in: SignIn) -> None:
    goran = sign_in("GORAN")
    assert goran.get("/drafts/").status_code == 403
    assert goran.get("/drafts/new/").status_code == 403
    assert goran.get("/drafts/suggest/?what=unit&x=a").status_code == 403


def test_a_draft_from_elsewhere_is_not_changed_by_whoever_checks_it(sign_in: SignIn) -> None:
    """The form shows a class of confidentiality and empty lists where nothing was written of them."""
    dora, bruno = sign_in("DORA"), sign_in("BRUNO")
    written = {**cast.act("NORTH-B", "decision", "On nobody", today()), "tasks": []}
    draft = draft_act.draft(written, drafted_at=asked.now(), actor="test")
    content = draft.content
    assert "confidentiality" not in content
    fields = {
        key: value for key, value in form(draft, title="On nobody").items() if not key.startswith("effects")
    }
    assert dora.post(f"/drafts/{draft.id}/", {**fields, "confidentiality": "normal"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.content, draft.version, draft.changed_by_id) == (content, 1, None)
    bruno.post(f"/drafts/{draft.id}/", {**fields, "confidentiality": "closed"})
    draft.refresh_from_db()
    assert (draft.content["confidentiality"], draft.version) == ("closed", 2)
