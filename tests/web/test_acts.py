"""Acts: the register with views, buckets, filters and search; an act with its document, relations, proof, files."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import openpyxl
import pypdf
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from fasti import words
from fasti.access.models import AccessEntry
from fasti.acts import attachments, search
from fasti.acts.models import Act
from tests import cast
from tests.web.conftest import SignIn

LAMPS = "Appointment of a lamp warden"


def text(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:500]
    return answer.content.decode()


def rows(page: str) -> list[str]:
    """The ids of the acts in the list of a page, in its order."""
    return re.findall(r'<a class="no" href="/acts/(\d+)/', page)


@pytest.fixture
def acts(guild: Act) -> dict[str, Act]:
    """Acts of three issuers: one above, those of the north (a closed and a sealed one among them), one of the south."""
    made: dict[str, Act] = {"founding": guild}

    def issue(name: str, *given: object, recorded_on: str = "", **more: object) -> None:
        content = cast.act(*given, **more)
        at = cast.at(recorded_on) if recorded_on else None
        (made[name],) = cast.issue(content, recorded_at=at)

    issue("rule", "COUNCIL", "rule", "Rule on lamps", "2024-03-01", text="Lamps are trimmed at dusk.",
          tasks=[{"text": "Report on the lamps", "unit": "NORTH", "due_on": "2024-06-01"}])  # fmt: skip
    higher = [{"kind": "concretises", "act": made["rule"].code}]
    issue("plan", "NORTH-B", "decision", LAMPS, "2024-03-05", relations=higher,
          text="The warden [person:DORA] trims the lamps.")  # fmt: skip
    issue("closed", "NORTH-B", "decision", "A closed matter", "2024-03-06", confidentiality="closed",
          relations=[{"kind": "answers", "act": made["plan"].code}])  # fmt: skip
    issue("sealed", "COUNCIL", "decision", "A sealed matter", "2024-03-07", confidentiality="sealed",
          relations=[{"kind": "answers", "act": made["plan"].code}])  # fmt: skip
    issue("south", "SOUTH-B", "decision", "Wicks of the south", "2024-03-08", relations=higher)
    issue("late", "NORTH-B", "decision", "Found in a drawer", "2024-03-09", recorded_on="2024-06-01")
    admit = {"kind": "ADMIT", "person": "IDA", "unit": "ALDER", "stage": "full", "family_name": "Iversen",
             "given_name": "Ida", "sex": "F", "born_on": "1990-01-01"}  # fmt: skip
    issue("admission", "NORTH-B", "decision", "Admission", "2024-06-02", admit)
    withdrawing = [{"kind": "withdraws", "act": made["admission"].code}]
    issue("withdrawal", "NORTH-B", "decision", "Withdrawal", "2024-06-03", relations=withdrawing)
    return made


def ids(acts: dict[str, Act], *names: str) -> list[str]:
    return [str(acts[name].id) for name in names]


# -- rights ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "hidden"),
    [
        ("ADA", ()),
        ("BRUNO", ("sealed", "south")),
        ("CHIARA", ("plan", "closed", "sealed", "late", "admission", "withdrawal")),
        ("GORAN", ("closed", "sealed", "south")),
        ("FATIMA", ("plan", "closed", "sealed", "late", "admission", "withdrawal")),
    ],
)
def test_everybody_sees_their_acts_and_no_trace_of_others(
    sign_in: SignIn, acts: dict[str, Act], who: str, hidden: tuple[str, ...]
) -> None:
    client = sign_in(who)
    page = text(client, "/acts/")
    assert set(rows(page)) == {str(act.id) for name, act in acts.items() if name not in hidden}
    told = words.say("web-acts-count", "en", n=len(acts) - len(hidden))
    assert told in page
    nobody = _main(text(client, "/acts/987654/", status=403))
    for name, act in acts.items():
        if name in hidden:
            assert act.title not in page
            assert _main(text(client, f"/acts/{act.id}/", status=403)) == nobody
            for more in ("document.pdf", "document.docx", "files/1/", "?verify=yes"):
                assert client.get(f"/acts/{act.id}/{more}").status_code == 403
        else:
            assert act.symbol in text(client, f"/acts/{act.id}/")


def _main(page: str) -> str:
    return page.partition("<main")[2]


def test_hidden_acts_are_absent_from_relations_documents_and_search(
    sign_in: SignIn, acts: dict[str, Act]
) -> None:
    client = sign_in("BRUNO")
    page = text(client, f"/acts/{acts['rule'].id}/")
    assert acts["plan"].title in page
    assert acts["south"].title not in page  # a neighbour's act rests on the same rule
    plan = text(client, f"/acts/{acts['plan'].id}/")
    assert "A closed matter" in plan
    assert "A sealed matter" not in plan
    assert "A closed matter" not in text(sign_in("GORAN"), f"/acts/{acts['plan'].id}/")
    assert rows(text(client, "/acts/?q=matter")) == ids(acts, "closed")
    assert rows(text(sign_in("GORAN"), "/acts/?q=matter")) == []
    hidden = acts["sealed"].id
    assert rows(text(client, f"/acts/?related={hidden}")) == []
    assert acts["sealed"].symbol + "</a>" not in text(client, f"/acts/?related={hidden}")


def test_an_act_is_not_known_before_it_was_recorded(sign_in: SignIn, acts: dict[str, Act]) -> None:
    client = sign_in("ADA")
    late = acts["late"]
    assert str(late.id) not in rows(text(client, "/acts/?known=2024-05-01"))
    text(client, f"/acts/{late.id}/?known=2024-05-01", status=403)
    text(client, f"/acts/{late.id}/?known=2024-06-01")
    known = text(client, f"/acts/{acts['admission'].id}/?known=2024-06-02")
    assert words.say("acts-state-in-force", "en") in known
    assert words.say("web-acts-ended-withdraws", "en") not in known


# -- the register ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        ("view=own", ("withdrawal", "admission", "late", "closed", "plan")),
        ("view=late", ("late",)),
        ("view=withdrawn", ("admission",)),
        ("q=lamps", ("plan", "rule")),
        ("q=lamps+trims", ("plan",)),
        ("q=%22trims+the+lamps%22", ("plan",)),
        ("q=dora", ()),
        ("unit=NORTH", ("withdrawal", "admission", "late", "closed", "plan")),
        ("unit=board+of+the+north", ("withdrawal", "admission", "late", "closed", "plan")),
        ("unit=nowhere", ()),
        ("type=rule", ("rule",)),
        ("type=nonsense", ()),
        ("from=2024-03-05&to=6.3.2024", ("closed", "plan")),
        ("state=ended", ("admission",)),
        ("class=closed", ("closed",)),
        ("late=yes", ("late",)),
        ("as_of=2024-03-05", ("plan", "rule", "founding")),
        ("view=own&class=closed&q=closed", ("closed",)),
    ],
)
def test_the_register_is_narrowed(
    sign_in: SignIn, acts: dict[str, Act], asks: str, expected: tuple[str, ...]
) -> None:
    assert rows(text(sign_in("BRUNO"), f"/acts/?{asks}")) == ids(acts, *expected)


def test_what_a_superior_asks_waits_until_it_is_concretised(sign_in: SignIn, acts: dict[str, Act]) -> None:
    assert rows(text(sign_in("BRUNO"), "/acts/?view=superior")) == []
    assert rows(text(sign_in("EMIL"), "/acts/?view=superior")) == ids(acts, "rule")
    answer = [{"kind": "concretises", "act": acts["rule"].code}]
    cast.issue(cast.act("ALDER", "decision", "Lamps of the lodge", "2024-06-10", relations=answer))
    assert rows(text(sign_in("EMIL"), "/acts/?view=superior")) == []


def test_the_acts_that_rest_on_one_are_listed(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("ADA"), f"/acts/?related={acts['rule'].id}")
    assert rows(page) == ids(acts, "south", "plan")
    assert words.say("web-acts-is-related", "en", act=acts["rule"].symbol) in page


def test_what_narrows_the_list_is_said_and_can_be_dropped(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("BRUNO"), "/acts/?q=lamps&type=rule&from=2024-01-01")
    for said in ("Words: lamps", "Signed from 01/01/2024"):
        assert said in page
    assert 'href="/acts/?type=rule&amp;from=2024-01-01"' in page
    nothing = text(sign_in("BRUNO"), "/acts/?q=nightingale")
    assert words.say("web-acts-none-filtered", "en") in nothing


def test_buckets_are_counted_within_rights(sign_in: SignIn, acts: dict[str, Act]) -> None:
    pack = cast.pack()
    day = max(act.signed_on for act in acts.values())
    of = {kind: pack.act_type(kind, as_of=day).bucket for kind in ("rule", "decision")}
    for who, num in (("ADA", 8), ("GORAN", 5)):
        strip = re.findall(r'class="k">([^<]+)</span><span class="v">(\d+)', text(sign_in(who), "/acts/"))
        name = pack.name("bucket", of["decision"], "en")
        assert (name[:1].upper() + name[1:], str(num + (of["rule"] == of["decision"]))) in strip
    assert rows(text(sign_in("GORAN"), f"/acts/?bucket={of['rule']}&type=rule")) == ids(acts, "rule")


def test_what_is_no_day_is_told_and_kept_as_typed(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("BRUNO", lang="cs"), "/acts/?from=31.2.2024&to=14.+7.+2024")
    assert words.say("web-acts-no-day", "cs", words="31.2.2024") in page
    assert 'value="31.2.2024"' in page
    assert 'value="14. 7. 2024"' in page.replace("\N{NO-BREAK SPACE}", " ")


def test_an_issuer_that_may_be_several_is_asked_for(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("ADA"), "/acts/?unit=board+of+the")
    assert rows(page) == []
    assert 'href="/acts/?unit=NORTH-B"' in page
    assert 'href="/acts/?unit=SOUTH-B"' in page
    assert words.say("web-acts-none-filtered", "en") not in page
    assert rows(text(sign_in("ADA"), "/acts/?unit=south")) == ids(
        acts, "south"
    )  # the full name of one of several
    unknown = text(sign_in("ADA"), "/acts/?unit=%3Cb%3Ex")
    assert (
        words.say("web-acts-issuer-unknown", "en", words="<b>x").replace("<", "&lt;").replace(">", "&gt;")
        in unknown
    )


def test_pages_go_forward_and_back_by_place(
    sign_in: SignIn, guild: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fasti.web import acts as web

    monkeypatch.setattr(web, "PAGE", 3)
    issued = [cast.act("NORTH-B", "decision", f"No {n}", f"2024-02-{1 + n // 2:02}") for n in range(7)]
    cast.issue(*issued)
    client, seen, address = sign_in("ADA"), [], "/acts/"
    backs = []
    while address:
        page = text(client, address)
        seen.append(rows(page))
        backs.append(_link(page, "prev"))
        address = _link(page, "next")
    assert [len(each) for each in seen] == [3, 3, 2]
    assert [id for each in seen for id in each] == [
        str(id) for id in Act.objects.order_by("-signed_on", "-id").values_list("id", flat=True)
    ]
    assert backs[0] == ""
    assert rows(text(client, backs[2])) == seen[1]
    assert rows(text(client, _link(text(client, backs[2]), "prev"))) == seen[0]
    assert client.get("/acts/?after=forged").status_code == 400


def _link(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


def test_a_swap_gets_the_list_and_the_strip_alone(sign_in: SignIn, acts: dict[str, Act]) -> None:
    answer = sign_in("BRUNO").get("/acts/?q=lamps", headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert "<html" not in page
    assert 'id="found"' in page
    assert 'hx-swap-oob="true"' in page
    assert rows(page) == ids(acts, "plan", "rule")


def test_going_back_in_the_browser_gets_the_whole_page(sign_in: SignIn, acts: dict[str, Act]) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in sign_in("BRUNO").get("/acts/?q=lamps", headers=headers).content.decode()


def test_an_index_that_is_behind_is_told(sign_in: SignIn, acts: dict[str, Act]) -> None:
    search.empty()
    told = words.say("web-acts-behind", "en", n=len(acts))
    assert told in text(sign_in("ADA"), "/acts/?q=lamps")
    assert told not in text(sign_in("ADA"), "/acts/")


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize(
    "address", ["/acts/", "/acts/?q=lamps&view=own", "/acts/?view=superior", "/acts/?q=xyz"]
)
def test_the_register_speaks_every_language(
    sign_in: SignIn, acts: dict[str, Act], lang: str, address: str
) -> None:
    page = text(sign_in("BRUNO", lang=lang), address)
    assert f"<h1>{words.say('web-acts-register', lang)}</h1>" in page
    assert "web-acts-" not in page


@pytest.mark.parametrize("who", ["ADA", "BRUNO", "GORAN"])
def test_a_list_costs_as_many_queries_however_long_it_is(
    sign_in: SignIn, acts: dict[str, Act], who: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in(who)
    for address in ("/acts/", "/acts/?q=lamps"):
        with django_assert_max_num_queries(21) as before:
            text(client, address)
        num = len(before)
        cast.issue(*(cast.act("NORTH-B", "decision", f"Lamps {n}", "2024-07-01") for n in range(20)))
        with django_assert_max_num_queries(num):
            text(client, address)


# -- taking the list out -----------------------------------------------------------------------------------------


def test_a_list_is_exported_as_it_is_narrowed(sign_in: SignIn, acts: dict[str, Act]) -> None:
    client = sign_in("BRUNO")
    answer = client.get("/acts/list.csv?view=own&q=lamps")
    content = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(content) == 2
    assert acts["plan"].symbol in content[1]
    assert LAMPS in content[1]
    assert acts["rule"].symbol in content[1]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in answer["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(client.get("/acts/list.xlsx?view=own").content))
    listed = [row[0].value for row in book.active.iter_rows(min_row=2)]
    assert listed == [acts[name].symbol for name in ("withdrawal", "admission", "late", "closed", "plan")]
    assert list(AccessEntry.objects.values_list("what", flat=True)) == ["acts.exported", "acts.exported"]


def test_only_what_may_be_exported_is(sign_in: SignIn, acts: dict[str, Act]) -> None:
    assert acts["rule"].title not in _csv(
        sign_in("BRUNO")
    )  # seen as a member, but out of reach for the export
    assert acts["rule"].title in _csv(sign_in("ADA"))
    page = text(sign_in("GORAN"), "/acts/list.csv", status=403)
    assert words.say("right-export", "en") in page
    assert "list.csv" not in text(sign_in("GORAN"), "/acts/")


def _csv(client: Client) -> str:
    answer = client.get("/acts/list.csv")
    return b"".join(answer.streaming_content).decode()


def test_no_cell_of_a_list_is_a_formula(sign_in: SignIn, guild: Act) -> None:
    cast.issue(cast.act("NORTH-B", "decision", "=1+1", "2024-02-01"))
    client = sign_in("BRUNO")
    assert ",'=1+1," in _csv(client)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/acts/list.xlsx").content))
    assert book.active["B2"].data_type == "s"


# -- the page of an act ------------------------------------------------------------------------------------------


def test_an_act_is_shown_as_its_document(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("BRUNO"), f"/acts/{acts['plan'].id}/")
    assert '<article class="sheet"' in page
    assert "The warden Dora Dvořáková trims the lamps." in page or "Dvořáková Dora" in page
    assert "[person:" not in page
    for other, relation in (("rule", "concretises"), ("closed", "answers")):
        assert f'href="/acts/{acts[other].id}/"' in page
        name = cast.pack().name("relation", relation, "en")
        assert name[:1].upper() + name[1:] in page
    assert acts["plan"].hash in page
    assert "days later" in page


def test_tasks_files_and_effects_stand_beside_the_document(
    sign_in: SignIn, guild: Act, tmp_path: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    file = tmp_path / "biên bản.html"
    file.write_text("<script>alert(1)</script>")
    task = {"text": "Trim the lamps", "unit": "ALDER", "responsible": "EMIL", "due_on": "2024-06-01",
            "evidence": "a count"}  # fmt: skip
    admit = {"kind": "ADMIT", "person": "IDA", "unit": "ALDER", "stage": "full", "family_name": "Iversen",
             "given_name": "Ida", "sex": "F", "born_on": "1990-01-01"}  # fmt: skip
    (act,) = cast.issue(
        cast.act("NORTH-B", "decision", "Work", "2024-02-01", admit, tasks=[task], attachments=[str(file)])
    )
    client = sign_in("BRUNO")
    with django_assert_max_num_queries(56):
        page = text(client, f"/acts/{act.id}/")
    for shown in (
        "Trim the lamps",
        "a count",
        '<a href="/people/EMIL/">',
        "biên bản.html",
        '<a href="/people/IDA/">',
    ):
        assert shown in page
    assert "1990" not in page  # personal fields are not a part of the document
    assert '<a href="/people/EMIL/">' not in text(sign_in("GORAN"), f"/acts/{act.id}/")
    answer = client.get(f"/acts/{act.id}/files/1/")
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/acts/{act.id}/files/2/").status_code == 404
    attachments.path(settings.HOME, act.attachments.get().sha256).unlink()
    assert client.get(f"/acts/{act.id}/files/1/").status_code == 404


def test_a_withdrawn_act_says_so_and_by_which(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("BRUNO"), f"/acts/{acts['admission'].id}/")
    assert words.say("web-acts-ended-withdraws", "en") in page
    assert f'href="/acts/{acts["withdrawal"].id}/"' in page
    assert "?withdraws=" not in page
    assert "<del" in page
    late = text(sign_in("BRUNO"), f"/acts/{acts['late'].id}/")
    assert words.say("web-acts-late", "en", n=84) in late
    assert "?withdraws=" in late
    assert "?amends=" in late
    assert "?corrects=" in late


def test_who_may_not_draft_is_offered_no_drafting(sign_in: SignIn, acts: dict[str, Act]) -> None:
    page = text(sign_in("GORAN"), f"/acts/{acts['plan'].id}/")
    assert "/drafts/new/" not in page
    assert "/drafts/new/" not in text(sign_in("BRUNO"), f"/acts/{acts['plan'].id}/?as_of=2024-04-01")


def test_documents_are_handed_over_in_the_language_of_the_page(sign_in: SignIn, acts: dict[str, Act]) -> None:
    act = acts["plan"]
    pdf = sign_in("BRUNO", lang="cs").get(f"/acts/{act.id}/document.pdf")
    told = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert cast.pack().name("act_type", "decision", "cs").upper() in told
    assert "trims the lamps" in told
    docx = sign_in("BRUNO").get(f"/acts/{act.id}/document.docx")
    assert docx.content[:2] == b"PK"
    assert "attachment" in docx["Content-Disposition"]
    assert "/" not in docx["Content-Disposition"].partition("filename")[2].replace("UTF-8''", "")
    entries = AccessEntry.objects.filter(what="act.downloaded", act=act)
    assert entries.count() == 2


def test_only_looks_at_confidential_acts_are_kept_and_once_within_minutes(
    sign_in: SignIn, acts: dict[str, Act]
) -> None:
    client = sign_in("BRUNO")
    for name in ("plan", "closed", "closed"):
        text(client, f"/acts/{acts[name].id}/")
    (entry,) = AccessEntry.objects.all()
    assert (entry.what, entry.act_id, entry.account.name) == ("act.seen", acts["closed"].id, "bruno")


# -- the proof ---------------------------------------------------------------------------------------------------


def test_an_act_is_verified_on_demand(sign_in: SignIn, acts: dict[str, Act]) -> None:
    client, address = sign_in("BRUNO"), f"/acts/{acts['admission'].id}/"
    assert words.say("web-acts-proof-sound", "en") not in text(client, address)
    assert words.say("web-acts-proof-sound", "en") in text(client, f"{address}?verify=yes")
    region = client.get(f"{address}?verify=yes", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in region
    assert 'id="proof"' in region


def test_an_act_that_was_changed_behind_the_back_does_not_fit(sign_in: SignIn, acts: dict[str, Act]) -> None:
    _change("UPDATE act SET title = 'Another' WHERE id = %s", acts["plan"].id)
    page = text(sign_in("BRUNO"), f"/acts/{acts['plan'].id}/?verify=yes")
    assert words.say("web-acts-proof-broken", "en") in page
    assert words.say("web-acts-proof-sound", "en") not in page


def test_a_broken_chain_shows_without_being_asked(sign_in: SignIn, acts: dict[str, Act]) -> None:
    forged = hashlib.sha256(b"forged").hexdigest()
    _change("UPDATE act SET hash = %s WHERE id = %s", forged, acts["plan"].id)
    assert words.say("web-acts-proof-broken", "en") in text(sign_in("BRUNO"), f"/acts/{acts['closed'].id}/")


def _change(sql: str, *args: object) -> None:
    """Behind the back of the record."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER act_no_update")
        else:
            cursor.execute("DROP TRIGGER act_no_update ON act")
        cursor.execute(sql, args)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_page_of_an_act_speaks_every_language(sign_in: SignIn, acts: dict[str, Act], lang: str) -> None:
    for name in ("founding", "plan", "admission", "withdrawal"):
        page = text(sign_in("ADA", lang=lang), f"/acts/{acts[name].id}/?verify=yes")
        assert words.say("web-acts-proof-sound", lang) in page
        assert words.say("document-effects", lang) in page or name in ("plan",)


@pytest.mark.parametrize(
    "address",
    ["/acts/0/", "/acts/99999999999999999999999/", "/acts/1/files/99999999999999999999/", "/acts/?related=x",
     "/acts/?related=99999999999999999999", "/acts/?from=yesterday&to=31.2.2024", "/acts/?class=%27--&type=%22",
     "/acts/?bucket=../../etc&view=root", "/acts/?q=%22%22%22&unit=%25%25", "/acts/?after=&before=",
     "/acts/?q=" + "%E2%80%AE" * 50],
)  # fmt: skip
def test_hostile_addresses_get_a_page_and_never_a_failure(
    sign_in: SignIn, acts: dict[str, Act], address: str
) -> None:
    assert sign_in("ADA").get(address).status_code in (200, 400, 403, 404)
