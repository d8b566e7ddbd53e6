"""Drafts in the browser: written, checked, issued and withdrawn by those who may, and nothing lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from fasti import words
from fasti.acts.models import Act, Draft
from fasti.operations import draft_act
from fasti.register.models import Tenure
from fasti.web import asked, draft_fields, draft_form, draft_rows
from tests import cast
from tests.returns import handed
from tests.web.conftest import SignIn
from tests.web.drafting import begin, form, save, text, today

pytestmark = pytest.mark.usefixtures("own_home")


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
        "/drafts/new/",
        {"issuer": "SOUTH-B", "type": "decision", "signed_on": today(), "title": "On nothing"},
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


def test_a_draft_about_a_return_keeps_its_figures_and_texts_through_the_form() -> None:
    effect = handed.submission()
    shown = {
        shape.name: draft_rows.plain(shape, effect.get(shape.name))
        for shape in draft_fields.of_kind("SUBMIT_RETURN")
    }
    typed = QueryDict(mutable=True)
    typed["kind"] = "SUBMIT_RETURN"
    for name, value in shown.items():
        typed[name] = str(value)
        for lang in words.LANGUAGES:
            assert draft_fields.label(name, lang)
    read = draft_form._effect(typed, "", [], lambda what, text: text)
    assert {key: read[key] for key in effect} == effect
    typed["declared"] = "{broken"
    assert draft_form._effect(typed, "", [], lambda what, text: text)["declared"] == "{broken"
