"""Returns by programs: the same way as by pages, with tags and keys; sideways nothing."""

from __future__ import annotations

import pytest

from fasti.acts.models import Act
from tests.api.conftest import Programs
from tests.returns import handed

SOUTH = "returns/half-year/2024-H1/SOUTH"
SHEET = {
    "declared": {**handed.DECLARED, "meetings.held": 6},
    "narrative": handed.TOLD,
    "proposals": ["Send oil."],
}


def test_the_whole_way(program: Programs) -> None:
    ada, chiara = program("ADA"), program("CHIARA")
    locked = chiara.get(SOUTH)
    assert [each["code"] for each in locked["findings"]][:1] == ["return-closed"]
    assert locked["steps"] == []
    assert ada.get(SOUTH)["steps"] == ["reopen"]
    why = {"explanation": "A petition was found."}
    ada.post(f"{SOUTH}/reopening", why, status=201, Idempotency_Key="key-of-opening")

    answer = chiara.raw("get", SOUTH)
    assert "fill" in answer.json()["steps"]
    filled = chiara.raw("put", f"{SOUTH}/sheet", SHEET, If_Match=answer["ETag"])
    assert filled.status_code == 200, filled.content
    assert (filled.json()["findings"], filled.json()["declared"]["meetings.held"]) == ([], "6")
    stale = chiara.ask("put", f"{SOUTH}/sheet", {}, status=412, If_Match=answer["ETag"])
    assert stale["current"]["proposals"] == ["Send oil."]

    headers = {"If_Match": filled["ETag"], "Idempotency_Key": "key-of-submission"}
    made = chiara.post(f"{SOUTH}/submission", {}, status=201, **headers)
    assert chiara.post(f"{SOUTH}/submission", {}, status=201, **headers) == made, "once is enough"
    assert Act.objects.filter(form="half-year", issuer__code="SOUTH-B").count() == 1

    none = ada.post(
        f"{SOUTH}/sending-back", {"version": 1, "reasons": {}}, status=422, Idempotency_Key="key-of-none"
    )
    assert [each["code"] for each in none["findings"]] == ["missing-field"]
    back = {"version": 1, "reasons": {"petitions.received": "Eleven came.", "results": "Say what for."}}
    ada.post(f"{SOUTH}/sending-back", back, status=201, Idempotency_Key="key-of-return")
    sent = chiara.raw("get", SOUTH)
    assert sent.json()["reasons"] == back["reasons"]
    corrected = {
        **SHEET,
        "declared": {**handed.DECLARED, "petitions.received": "11", "petitions.pending": "5"},
    }
    filled = chiara.raw("put", f"{SOUTH}/sheet", corrected, If_Match=sent["ETag"])
    chiara.post(
        f"{SOUTH}/submission", {}, status=201, If_Match=filled["ETag"], Idempotency_Key="key-of-second"
    )
    ada.post(f"{SOUTH}/acceptance", {"version": 1}, status=422, Idempotency_Key="key-of-first")
    ada.post(f"{SOUTH}/acceptance", {"version": 2}, status=201, Idempotency_Key="key-of-accepting")
    found = ada.get("returns?form=half-year&unit=GLK&period=2024-H1&limit=1")
    assert (found["due"], found["accepted"], found["late"]) == (2, 1, 1)
    rest = ada.get(f"returns?form=half-year&unit=GLK&period=2024-H1&limit=1&cursor={found['next']}")
    south = rest["items"][0]
    assert (south["unit"], south["state"], south["version"], south["is_corrected"], rest["next"]) == (
        "SOUTH", "accepted", 2, True, None,
    )  # fmt: skip
    only = ada.get("returns?form=half-year&unit=GLK&period=2024-H1&state=missing")
    assert [each["unit"] for each in only["items"]] == ["NORTH"]


def test_an_answer_that_is_known_already_is_not_given_again(program: Programs) -> None:
    ada = program("ADA")
    answer = ada.raw("get", "returns?unit=GLK&period=2024-H1")
    assert ada.raw("get", "returns?unit=GLK&period=2024-H1", If_None_Match=answer["ETag"]).status_code == 304


@pytest.mark.parametrize("who", ["BRUNO", "EMIL"])
def test_sideways_and_nowhere_are_refused_alike(program: Programs, who: str) -> None:
    handed.issue(handed.submit())
    asks = program(who)
    refusals = []
    for unit in ("SOUTH", "NOWHERE"):
        path = f"returns/half-year/2024-H1/{unit}"
        key = {"Idempotency_Key": "key-of-nobody"}
        found = [
            asks.get(path, status=403),
            asks.get(f"returns?unit={unit}&period=2024-H1", status=403),
            asks.ask("put", f"{path}/sheet", {}, status=403, If_Match='"0.0"'),
            asks.post(f"{path}/submission", {}, status=403, If_Match='"0.0"', **key),
            asks.post(f"{path}/acceptance", {"version": 1}, status=403, **key),
            asks.post(f"{path}/sending-back", {"version": 1, "reasons": {"all": "no"}}, status=403, **key),
            asks.post(f"{path}/reopening", {"explanation": "no"}, status=403, **key),
        ]
        refusals.append([{**each, "instance": ""} for each in found])
    assert refusals[0] == refusals[1]


@pytest.mark.parametrize(
    "path",
    [
        "returns/half-year/9999-H2/SOUTH",
        "returns?period=9999-H2",
        "returns?form=none",
        "returns/SOUTH/half-year/9999-H2/form.xlsx",
        "returns/half-year/9999-H2/export?unit=GLK",
        "consolidations?unit=GLK&form=half-year&period=9999-H2",
        "timeliness/half-year?unit=GLK&first=9999-H2&last=9999-H2",
        "peers/regions?period=9999-H2",
    ],
)
def test_what_nobody_reports_on_is_refused(program: Programs, path: str) -> None:
    assert program("ADA").get(path, status=422)["findings"]


def test_a_proposal_is_answered_once_by_whom_it_waits_for_and_the_list_has_pages(program: Programs) -> None:
    texts = [f"Proposal no. {n}." for n in range(3)]
    handed.issue(handed.submit(proposals=texts))
    ada, key = program("ADA"), {"Idempotency_Key": "key-of-answer"}
    shown, cursor = [], ""
    while cursor is not None:
        page = ada.get(
            f"proposals?unit=GLK&limit=2&cursor={cursor}" if cursor else "proposals?unit=GLK&limit=2"
        )
        shown.append([each["text"] for each in page["items"]])
        cursor = page["next"]
    assert shown == [texts[:2], texts[2:]]

    path, declined = f"{SOUTH}/proposals/1.2/answer", {"answer": "declined"}
    refused = ada.post(path, declined, status=422, **key)
    assert [each["code"] for each in refused["findings"]] == ["missing-field"]
    ada.post(path, {"answer": "perhaps"}, status=422, **key)
    declined["explanation"] = "There is no money."
    made = ada.post(path, declined, status=201, **key)
    assert ada.post(path, declined, status=201, **key) == made, "once is enough"
    found = ada.get("proposals?unit=GLK&answered=true")["items"][1]
    assert (found["state"], found["answered_by"], found["explanation"]) == (
        "declined", made["act"], "There is no money.",
    )  # fmt: skip
    again = ada.post(path, declined, status=422, Idempotency_Key="key-of-another")
    assert [each["code"] for each in again["findings"]] == ["proposal-answered"]
    for who in ("BRUNO", "CHIARA"):
        asks = program(who)
        refusals = [
            asks.post(f"{SOUTH[:-5]}{place}/answer", declined, status=403, Idempotency_Key="key-of-nobody")
            for place in ("SOUTH/proposals/1.1", "SOUTH/proposals/7.7", "NOWHERE/proposals/1.1")
        ]
        assert len({str({**each, "instance": ""}) for each in refusals}) == 1


def test_several_returns_are_accepted_by_one_act_or_none(program: Programs) -> None:
    handed.issue(handed.submit(), handed.submit(unit="NORTH", issuer="NORTH-B"))
    ada, path = program("ADA"), "returns/acceptances"
    body = {"form": "half-year", "period": "2024-H1", "returns": {"NORTH": 1, "SOUTH": 2}}
    stale = ada.post(path, body, status=422, Idempotency_Key="key-of-stale")
    assert [each["code"] for each in stale["findings"]] == ["return-other-version"]
    assert "South" in stale["findings"][0]["message"]
    assert [handed.states(unit)[-1][0] for unit in ("NORTH", "SOUTH")] == ["submitted", "submitted"]
    for who in ("BRUNO", "CHIARA"):
        other = "SOUTH" if who == "BRUNO" else "NORTH"
        refusals = [
            program(who).post(
                path, {**body, "returns": {unit: 1}}, status=403, Idempotency_Key="key-of-nobody"
            )
            for unit in (other, "NOWHERE")
        ]
        assert refusals[0] == refusals[1]
    body["returns"] = {"NORTH": 1, "SOUTH": 1}
    made = ada.post(path, body, status=201, Idempotency_Key="key-of-both")
    assert ada.post(path, body, status=201, Idempotency_Key="key-of-both") == made
    last = Act.objects.order_by("-id")[0]
    assert (last.code, last.effects.count()) == (made["act"], 2)
    assert [handed.states(unit)[-1][0] for unit in ("NORTH", "SOUTH")] == ["accepted", "accepted"]
    ada.post(path, {**body, "returns": {}}, status=422, Idempotency_Key="key-of-none")
