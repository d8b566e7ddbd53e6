"""Drafts of hundreds of effects on the page: read and written page by page, and nothing of the other pages is lost."""

from __future__ import annotations

import gzip
import html
import json
import re
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from fasti import words
from fasti.acts.models import Draft
from fasti.operations import draft_act, issue_draft
from fasti.subjects.models import Unit
from fasti.web import asked, draft_windows
from tests import cast
from tests.web.conftest import SignIn
from tests.web.drafting import text, today

pytestmark = pytest.mark.usefixtures("own_home")
_FIELD = re.compile(r'<input[^>]* name="(?P<name>[^"]+)"[^>]*? value="(?P<value>[^"]*)"')
_CHOSEN = re.compile(r'<select id="[^"]*" name="([^"]+)".*?</select>', re.DOTALL)


def long(num: int, **more: Any) -> Draft:
    """A draft of the northern board that founds so many lodges."""
    effects = [
        {"kind": "FOUND", "unit": f"L-{n}", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": f"L {n}"}}
        for n in range(1, num + 1)
    ]
    written = cast.act("COUNCIL", "decision", "On many lodges", today(), *effects, **more)
    return draft_act.draft(written, drafted_at=asked.now(), actor="test")


def fields(page: str) -> dict[str, str]:
    """What the form of a draft's page would send, but for its buttons."""
    form = page.split('id="draft"')[1].split("</form>")[0]
    found = {each["name"]: html.unescape(each["value"]) for each in _FIELD.finditer(form)}
    for each in _CHOSEN.finditer(form):
        chosen = re.search(r'<option value="([^"]*)" selected', each[0])
        found[each[1]] = html.unescape(chosen[1]) if chosen else ""
    return found


def units(draft: Draft) -> list[str]:
    draft.refresh_from_db()
    return [each["unit"] for each in draft.content["effects"]]


def test_a_long_draft_is_written_page_by_page_and_issued_whole(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_windows, "SIZE", 10)
    ada, draft = sign_in("ADA"), long(32)
    page = text(ada.get(f"/drafts/{draft.id}/"))
    assert words.say("web-drafts-rows-of", "en", first=1, last=10, n=32) in page
    assert ('id="effects-9"' in page, 'id="effects-10"' in page) == (True, False)
    looked = ada.post(f"/drafts/{draft.id}/", {**fields(page), "do": "show-effects-10"})
    assert looked["Location"] == f"/drafts/{draft.id}/?effects=11#effects-10"
    assert len(units(draft)) == 32
    second = text(ada.get(f"/drafts/{draft.id}/?effects=11"))
    typed = {**fields(second), "effects-16-unit": "OTHER", "effects-16-name-en": "Otherwise", "do": "save"}
    ada.post(f"/drafts/{draft.id}/", typed)
    assert units(draft) == [f"L-{n}" if n != 17 else "OTHER" for n in range(1, 33)]
    version = draft.version
    third = text(ada.get(f"/drafts/{draft.id}/?effects=31"))
    down = ada.post(f"/drafts/{draft.id}/", {**fields(third), "do": "remove-effects-30"})
    assert down["Location"].endswith("?effects=31#effects-30")
    assert (len(units(draft)), "L-31" in units(draft)) == (31, False)
    again = fields(text(ada.get(f"/drafts/{draft.id}/?effects=31")))
    added = ada.post(f"/drafts/{draft.id}/", {**again, "do": "add-effects", "new_kind": "FOUND"})
    assert added["Location"].endswith("?effects=31#effects-31")
    last = fields(text(ada.get(f"/drafts/{draft.id}/?effects=31")))
    new = {"unit": "LAST", "parent": "NORTH", "unit_kind": "lodge", "name-en": "Last"}
    ada.post(f"/drafts/{draft.id}/", {**last, **{f"effects-31-{name}": each for name, each in new.items()}})
    assert units(draft)[-1] == "LAST"
    assert draft.version == version + 3
    shown = (
        text(ada.get(f"/drafts/{draft.id}/issue/?effects=31")).split('id="h-content"')[1].split("</dl>")[0]
    )
    assert "LAST" in shown
    assert "L-29" not in shown
    act = issue_draft.issue(
        draft.id, version=draft.version, pack=cast.pack(), recorded_at=asked.now(), actor="test"
    )
    assert act.effects.count() == 32
    assert Unit.objects.filter(code__in=("OTHER", "LAST")).count() == 2


def test_the_way_to_a_finding_on_another_page_keeps_what_was_typed(sign_in: SignIn) -> None:
    ada, draft = sign_in("ADA"), long(130)
    draft.content["effects"][119]["parent"] = "NOWHERE"
    draft.save()
    page = text(ada.get(f"/drafts/{draft.id}/"))
    assert 'name="do" value="show-effects-119-parent"' in page
    assert words.say("web-drafts-next-finding", "en", n=1) in page
    typed = {**fields(page), "effects-0-unit": "TYPED", "do": "show-effects-119-parent"}
    gone = ada.post(f"/drafts/{draft.id}/", typed)
    assert gone["Location"] == f"/drafts/{draft.id}/?effects=101#effects-119-parent"
    assert units(draft)[0] == "TYPED"
    there = text(ada.get(gone["Location"]))
    assert 'href="#effects-119-parent"' in there
    assert words.finding("unknown-unit", "en", unit="NOWHERE") in there.split('id="e-effects-119-parent"')[1]
    swap = text(ada.post(f"/drafts/{draft.id}/findings/", fields(there)))
    assert ('id="e-effects-119-parent"' in swap, 'id="e-effects-0-unit"' in swap) == (True, False)
    number = ada.post(f"/drafts/{draft.id}/", {**fields(there), "goto-effects": "77", "do": "save"})
    assert number["Location"].endswith("?effects=51#effects-76")


def test_nothing_of_another_page_is_lost_where_two_write(sign_in: SignIn) -> None:
    """The one removes a row of the first page while the other writes on the second."""
    ada, draft = sign_in("ADA"), long(120)
    second = fields(text(ada.get(f"/drafts/{draft.id}/?effects=51")))
    first = fields(text(ada.get(f"/drafts/{draft.id}/")))
    ada.post(f"/drafts/{draft.id}/", {**first, "do": "remove-effects-3"})
    answer = ada.post(f"/drafts/{draft.id}/", {**second, "effects-50-unit": "MINE", "do": "save"})
    assert answer.status_code == 409
    page = text(answer)
    assert "MINE" in page
    assert words.say("web-drafts-same-rows", "en", n=118) in page
    mine = html.unescape(page.split('name="mine" value="')[1].split('"')[0])
    codes = [each["unit"] for each in json.loads(mine)["effects"]]
    assert codes == ["MINE" if n == 51 else f"L-{n}" for n in range(1, 121) if n != 4]


@pytest.mark.parametrize("forged", [{"effects-first": "x"}, {"effects-first": ""}, {"effects-marks": ""}])
def test_a_form_that_does_not_say_which_rows_it_had_is_none(sign_in: SignIn, forged: dict[str, str]) -> None:
    ada, draft = sign_in("ADA"), long(60)
    typed = fields(text(ada.get(f"/drafts/{draft.id}/")))
    assert ada.post(f"/drafts/{draft.id}/", {**typed, **forged, "do": "save"}).status_code == 400
    assert len(units(draft)) == 60


def test_a_page_of_a_long_draft_asks_and_weighs_the_same_whatever_its_length(sign_in: SignIn) -> None:
    ada, asked_for, weights = sign_in("ADA"), [], []
    for num in (110, 310):
        draft = long(num, tasks=[{"text": f"Count {n}", "unit": "ALDER"} for n in range(num)])
        draft.content["effects"] = [
            {**each, "parent": f"NO-{n}"} for n, each in enumerate(draft.content["effects"])
        ]
        draft.save()
        ada.get(f"/drafts/{draft.id}/?effects=51")
        with CaptureQueriesContext(connection) as queries:
            page = ada.get(f"/drafts/{draft.id}/?effects=51&tasks=101")
        asked_for.append(len(queries))
        weights.append(len(gzip.compress(page.content)))
    assert asked_for[0] == asked_for[1]
    assert max(weights) < 60_000


@pytest.mark.parametrize(
    ("kept", "first", "expected"),
    [
        ("abcdef", 2, "abXYef"),
        ("zabcdef", 2, "zabXYef"),
        ("bcdef", 2, "bXYef"),
        ("abcgdef", 2, "abXYef"),
        ("abef", 2, "abXY"),
        ("", 2, "XY"),
    ],
)
def test_rows_typed_go_where_theirs_stand_by_now(kept: str, first: int, expected: str) -> None:
    given = QueryDict(mutable=True)
    given["effects-first"] = str(first)
    given["effects-marks"] = " ".join(map(draft_windows.mark, "cd"))
    joined = draft_windows.joined(given, "effects", list("XY"), {"effects": list(kept)})
    assert "".join(joined) == expected
    untouched = draft_windows.joined(given, "effects", list("cd"), {"effects": list(kept)})
    assert untouched == list(kept)
