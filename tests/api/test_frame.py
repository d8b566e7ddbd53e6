"""What holds for every operation: who asks, problems in four languages, pages, tags, texts that cannot be kept."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from fasti import words
from fasti.access.models import AccessEntry, Token
from fasti.api import asked, limits
from fasti.operations import revoke_token
from tests import cast
from tests.api import conftest
from tests.api.conftest import Program, Programs


def problem(answer: Any) -> dict[str, Any]:
    """The problem of a refusal, in its media type."""
    assert answer["Content-Type"] == "application/problem+json"
    found: dict[str, Any] = json.loads(answer.content)
    assert found["status"] == answer.status_code
    assert found["type"] == f"urn:fasti:problem:{found['code']}"
    return found


# -- who asks ----------------------------------------------------------------------------------------------------------


def test_nobody_is_told_how_to_be_known(guild: object, client: Client) -> None:
    answer = client.get("/api/v1/me")
    assert problem(answer)["code"] == "unauthenticated"
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_token_has_the_rights_of_its_tenure_alone(program: Programs) -> None:
    me = program("BRUNO").get("me")
    assert (me["person"], me["token"]) == ("BRUNO", "test")
    assert {grant["office"] for grant in me["grants"]} == {"chair", None}
    assert [grant["rights"] for grant in me["grants"] if grant["office"] is None] == [["structure"]]


def test_a_session_has_all_rights_of_its_account(guild: object, client: Client) -> None:
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    me = client.get("/api/v1/me").json()
    assert me["token"] is None
    assert any("acts" in grant["rights"] and grant["reach"] == "above" for grant in me["grants"])


def test_only_the_hash_of_a_key_is_kept(program: Programs) -> None:
    key = program("BRUNO").key
    row = Token.objects.values().get()
    assert key not in str(row)
    assert row["hash"] != key
    assert len(row["hash"]) == 64


def test_a_token_ends_with_its_tenure(program: Programs) -> None:
    bruno = program("BRUNO")
    bruno.get("me")
    relieve = {"kind": "RELIEVE", "person": "BRUNO", "post": "NORTH-B.chair", "reason": "request"}
    cast.issue(cast.act("NORTH-B", "decision", "Bruno leaves", "2024-05-01", relieve))
    assert problem(bruno.raw("get", "me"))["code"] == "unauthenticated"


def test_a_revoked_token_opens_nothing(program: Programs) -> None:
    bruno = program("BRUNO")
    account = conftest.account("BRUNO")
    revoke_token.revoke(account, Token.objects.get().id, at=asked.now(), pack=cast.pack())
    bruno.get("me", status=401)
    with pytest.raises(revoke_token.NotMade):
        revoke_token.revoke(account, Token.objects.get().id, at=asked.now(), pack=cast.pack())


def test_a_closed_account_is_not_known(program: Programs) -> None:
    bruno = program("BRUNO")
    account = conftest.account("BRUNO")
    account.closed_at = cast.at("2024-01-01")
    account.save()
    bruno.get("me", status=401)


def test_the_token_of_a_calendar_asks_nothing_else(guild: object) -> None:
    Program(conftest.key("BRUNO", purpose="calendar")).get("me", status=401)


def test_a_bad_header_is_refused_even_in_a_session(guild: object, client: Client) -> None:
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    for header in ("Bearer nothing", "Basic abc", "Bearer", ""):
        assert client.get("/api/v1/me", headers={"Authorization": header}).status_code == 401


def test_whoever_guesses_tokens_has_to_wait(program: Programs) -> None:
    bruno = program("BRUNO")
    for _ in range(limits.MOST):
        Program("guess").get("me", status=401)
    answer = Program("guess").raw("get", "me")
    assert problem(answer)["code"] == "too-many"
    assert int(answer["Retry-After"]) > 0
    bruno.get("me")


def test_a_change_by_a_session_needs_the_mark_of_a_form(guild: object) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    asked = {"name": "Payroll", "post": "NORTH-B.chair"}
    answer = client.post("/api/v1/tokens", asked, content_type="application/json")
    assert problem(answer)["code"] == "stale-form"
    assert not Token.objects.exists()


def test_before_a_body_is_begun_the_api_says_so(db: None, client: Client) -> None:
    answer = client.get("/api/v1/me", headers={"Authorization": "Bearer x"})
    assert answer.status_code in (401, 503)


# -- problems ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_is_not_granted_and_what_is_not_there_look_alike(program: Programs, lang: str) -> None:
    cast.issue(cast.act("SOUTH-B", "decision", "Of the south", "2020-06-01"))
    bruno = program("BRUNO", lang)
    found = []
    for act in ("SOUTH-B:2020-2024/decision:1", "SOUTH-B:2020-2024/decision:99", "NOWHERE:x:1", "nonsense"):
        answer = bruno.raw("get", f"acts/{act}")
        told = problem(answer)
        assert (answer.status_code, told["code"], told["right"]) == (403, "not-granted", "acts")
        assert answer["Content-Language"] == lang
        found.append((told["title"], told["detail"], told["findings"]))
    assert len({str(each) for each in found}) == 1
    assert found[0][0] == words.say("api-problem-not-granted", lang)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_findings_are_told_in_the_language_of_the_request(program: Programs, lang: str) -> None:
    told = problem(program("BRUNO", lang).raw("get", "tree?limit=0"))
    assert told["status"] == 422
    assert told["findings"] == [
        {
            "code": "wrong-type",
            "message": words.finding("wrong-type", lang, field="query.limit", value="0"),
            "where": "query.limit",
            "article": "",
        }
    ]


def test_the_best_accepted_language_is_taken(program: Programs) -> None:
    bruno = program("BRUNO")
    answer = bruno.raw("get", "nowhere", Accept_Language="de, en;q=0.4, cs;q=0.9, ru;q=0")
    assert answer["Content-Language"] == "cs"


@pytest.mark.parametrize("path", ["units?parent=%00", "people?q=a%00b", "acts/A%00"])
def test_a_text_with_nul_is_refused(program: Programs, path: str) -> None:
    told = problem(program("BRUNO").raw("get", path))
    assert (told["status"], told["findings"][0]["code"]) == (422, "text-has-nul")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"name": "a\\u0000", "post": "p"}', 422, "findings"),
        (b'{"name": "a\\ud800", "post": "p"}', 422, "findings"),
        (b"{", 400, "malformed"),
        (b"\xff\xfe", 400, "malformed"),
        (b"[" * 100_000, 400, "malformed"),
        (b'{"name": ' + b"9" * 10_000 + b"}", 400, "malformed"),
        (b"[]", 422, "findings"),
        (b"", 422, "findings"),
        (b'{"name": "n", "post": "p", "more": 1}', 422, "findings"),
        (b'{"name": "' + b"a" * 6_000_000 + b'"}', 413, "too-large"),
    ],
)
def test_bodies_that_cannot_be_read_are_refused(
    guild: object, client: Client, body: bytes, status: int, code: str
) -> None:
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    told = problem(client.generic("POST", "/api/v1/tokens", body, content_type="application/json"))
    assert (told["status"], told["code"]) == (status, code)
    assert not Token.objects.exists()


def test_addresses_and_methods_that_are_none(program: Programs) -> None:
    bruno = program("BRUNO")
    assert problem(bruno.raw("get", "nowhere"))["code"] == "not-there"
    answer = bruno.raw("delete", "units")
    assert problem(answer)["code"] == "not-allowed"
    assert "GET" in answer["Allow"]
    assert problem(bruno.raw("get", "units?parent=" + "a" * 30_000))["code"] == "too-long"


# -- pages and tags ----------------------------------------------------------------------------------------------------


def test_a_list_is_read_page_by_page_each_row_once(program: Programs) -> None:
    bruno = program("BRUNO")
    seen, cursor = [], ""
    while cursor is not None:
        page = bruno.get(f"posts?unit=GLK&limit=3&cursor={cursor}" if cursor else "posts?unit=GLK&limit=3")
        seen += [each["post"] for each in page["items"]]
        cursor = page["next"]
    assert seen == sorted(cast.POSTS)


def test_a_cursor_fits_its_own_question_and_account_alone(program: Programs) -> None:
    cursor = program("BRUNO").get("posts?unit=GLK&limit=3")["next"]
    chiara = program("CHIARA")
    program("BRUNO").get(f"posts?unit=GLK&limit=5&cursor={cursor}")
    for who, path in (
        (program("BRUNO"), f"posts?unit=GLK&is_empty=true&cursor={cursor}"),
        (program("BRUNO"), f"people?cursor={cursor}"),
        (program("BRUNO"), f"posts?unit=GLK&cursor={cursor}x"),
        (chiara, f"posts?unit=GLK&cursor={cursor}"),
    ):
        told = problem(who.raw("get", path))
        assert told["findings"][0]["where"] == "query.cursor"


def test_rows_that_come_in_between_do_not_shift_the_next_page(program: Programs) -> None:
    for number in range(4):
        cast.issue(cast.act("NORTH-B", "decision", f"Decision {number}", "2020-06-01"))
    bruno = program("BRUNO")
    first = bruno.get("acts?limit=2&unit=NORTH")
    cast.issue(cast.act("NORTH-B", "decision", "Later", "2020-07-01"))
    second = bruno.get(f"acts?limit=2&unit=NORTH&cursor={first['next']}")
    assert [each["title"] for each in first["items"] + second["items"]] == [
        f"Decision {n}" for n in (3, 2, 1, 0)
    ]


def test_what_has_not_changed_is_not_sent_again(program: Programs) -> None:
    bruno = program("BRUNO")
    first = bruno.raw("get", "tree")
    tag = first["ETag"]
    assert tag.startswith('"')
    assert "no-cache" in first["Cache-Control"]
    again = bruno.raw("get", "tree", If_None_Match=tag)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert bruno.raw("get", "tree", If_None_Match=f'W/{tag}, "other"').status_code == 304
    assert bruno.raw("get", "tree?has_ended=true", If_None_Match=tag).status_code == 200
    assert bruno.raw("get", "tree", If_None_Match=tag, Accept_Language="cs").status_code == 200
    assert program("CHIARA").raw("get", "tree", If_None_Match=tag).status_code == 200
    cast.issue(cast.act("NORTH-B", "decision", "Something new", "2020-06-01"))
    changed = bruno.raw("get", "tree", If_None_Match=tag)
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_a_refusal_has_no_tag(program: Programs) -> None:
    answer = program("BRUNO").raw("get", "acts/nonsense")
    assert "ETag" not in answer
    assert "no-store" in answer["Cache-Control"]


def test_tokens_are_made_by_people_and_never_by_tokens(guild: object, client: Client) -> None:
    account = conftest.account("BRUNO")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    asked = {"name": "Payroll", "post": "NORTH-B.chair"}
    made = client.post("/api/v1/tokens", asked, content_type="application/json").json()
    bruno = Program(made["key"])
    assert bruno.get("tokens")["items"][0] | {"used_on": None} == {
        key: value for key, value in made.items() if key != "key"
    }
    assert problem(bruno.raw("post", "tokens", asked))["code"] == "needs-session"
    assert problem(bruno.raw("delete", f"tokens/{made['token']}"))["code"] == "needs-session"
    refused = client.post(
        "/api/v1/tokens", {**asked, "post": "SOUTH-B.chair"}, content_type="application/json"
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "no-tenure")
    other = Token.objects.get(id=made["token"] + 0)
    assert client.delete(f"/api/v1/tokens/{other.id}").status_code == 204
    assert client.delete(f"/api/v1/tokens/{other.id}").status_code == 404
    assert AccessEntry.objects.filter(what__in=("token.made", "token.revoked"), account=account).count() == 2


def test_the_days_asked_for_are_days(program: Programs) -> None:
    bruno = program("BRUNO")
    assert len(bruno.get("units/GLK/children?as_of=2020-01-01")["items"]) == 3
    assert bruno.get("units/GLK/children?as_of=2019-12-31")["items"] == []
    told = problem(bruno.raw("get", "units/GLK/children?as_of=2020-13-01"))
    assert told["findings"][0]["where"] == "query.as_of"
    assert date.fromisoformat(bruno.get("units/NORTH?known=2020-01-01")["known"]) == date(2020, 1, 1)
    bruno.get("units/NORTH?known=2019-01-01", status=404)
