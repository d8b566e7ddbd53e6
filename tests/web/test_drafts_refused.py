"""Forged and hostile drafts and files: said at the field, and the rest is kept."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from fasti.acts import attachments
from fasti.acts.models import Act
from tests import cast
from tests.web.conftest import SignIn
from tests.web.drafting import begin, form, save, text

pytestmark = pytest.mark.usefixtures("own_home")


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
            f"/drafts/{draft.id}/findings/",
            form(draft, **admit, **{"effects-0-given_name": "a" * 10_000}),
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


@pytest.mark.parametrize("was", ["[" * 100_000, '{"a":' * 50_000, '{"title": NaN}', "]"])
def test_what_two_texts_are_told_apart_by_may_be_forged(sign_in: SignIn, was: str) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    assert save(dora, draft, title="Mine").status_code == 302
    assert save(dora, draft, title="Other", was=was).status_code == 409
    chosen = form(draft, mine=was, version="2")
    assert dora.post(f"/drafts/{draft.id}/merge/", chosen).status_code == 400


def test_a_person_out_of_reach_may_be_named_but_is_not_told(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.post(f"/drafts/{draft.id}/preview/", form(draft, **{"effects-0-person": "FATIMA"})))
    page += text(dora.post(f"/drafts/{draft.id}/findings/", form(draft, **{"effects-0-person": "FATIMA"})))
    page += text(dora.get("/drafts/suggest/?what=person&effects-0-person=farsi"))
    assert "Farsi" not in page
    assert "Goran" in text(dora.get("/drafts/suggest/?what=person&effects-0-person=gor"))


def test_acts_out_of_reach_are_not_suggested_and_are_unknown(sign_in: SignIn) -> None:

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
