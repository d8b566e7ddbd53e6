"""Nothing typed is lost: two who write one draft, and sessions that end meanwhile."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from fasti import words
from fasti.acts.models import Act
from tests.web.conftest import SignIn
from tests.web.drafting import account, begin, form, save, text

pytestmark = pytest.mark.usefixtures("own_home")


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


def test_a_form_sent_after_the_session_ended_is_there_again_after_signing_in(sign_in: SignIn) -> None:
    dora = sign_in("DORA")
    draft = begin(dora)
    page = text(dora.get(f"/drafts/{draft.id}/"))
    stamp = page.split('name="stamp" value="')[1].split('"')[0]
    late = Client()
    answer = late.post(f"/drafts/{draft.id}/", form(draft, title="Typed too late", stamp=stamp))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    late.force_login(account("DORA"), backend="allauth.account.auth_backends.AuthenticationBackend")
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

    stamp = kept.stamp(account("DORA").pk)
    late = Client()
    late.post(f"/drafts/{draft.id}/", form(draft, title="For Dora alone", stamp=stamp))
    sign_in("BRUNO")
    late.force_login(account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend")
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
