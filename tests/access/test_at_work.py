"""Issuing, drafting and importing by right: success and refusal from one set-up. A refusal records nothing."""

from __future__ import annotations

import ast
import pathlib
from typing import Any

import pytest

from fasti import access
from fasti.access import actor, drafts, log, rights
from fasti.access.models import AccessEntry
from fasti.acts.models import Act, Draft
from fasti.operations import draft_act, import_acts, issue_act, preview_change, withdraw_act
from tests import cast
from tests.access.conftest import TODAY, Look, person, unit

pytestmark = pytest.mark.usefixtures("guild")
AT = cast.at("2024-06-01")


def letter(issuer: str = "NORTH-B", **more: Any) -> dict[str, Any]:
    return cast.act(issuer, "letter", "Oil for the lamps", "2024-05-02", **more)


def decision(issuer: str = "NORTH-B") -> dict[str, Any]:
    seat = {"kind": "APPOINT", "person": "GORAN", "post": f"{issuer}.member"}
    return cast.act(issuer, "decision", "A member", "2024-05-02", seat)


def issue(content: dict[str, Any], who: actor.Actor, **more: Any) -> Act:
    return issue_act.issue([content], pack=cast.pack(), recorded_at=AT, actor=who, **more)[0]


def refused(content: dict[str, Any], who: actor.Actor, **more: Any) -> list[str]:
    """The codes of the findings; nothing was recorded, and the log says nothing of it."""
    before = (Act.objects.count(), AccessEntry.objects.count())
    with pytest.raises(issue_act.CannotIssue) as found:
        issue(content, who, **more)
    assert (Act.objects.count(), AccessEntry.objects.count()) == before
    return [each.code for each in found.value.findings]


WHO_ISSUES = {"BRUNO": True, "DORA": True, "CHIARA": False, "EMIL": False, "ADA": False, "GORAN": False, "ADMIN": False,
              "REGISTRAR": False}  # fmt: skip


@pytest.mark.parametrize("who", WHO_ISSUES)
def test_acts_are_issued_by_those_whose_post_grants_it(who: str, look: Look) -> None:
    seen = actor.signed_in(look(who))
    if not WHO_ISSUES[who]:
        assert refused(letter(), seen) == ["not-granted"]
        return
    act = issue(letter(), seen)
    (entry,) = AccessEntry.objects.all()
    ground = look(who).ground(rights.ISSUE, unit("NORTH-B"))
    assert ground is not None
    assert (entry.what, entry.act_id, entry.account) == ("act.issued", act.id, seen.sight.account)
    assert (entry.at, entry.unit_id, entry.tenure_effect_id) == (AT, unit("NORTH-B"), ground.tenure_effect)
    assert [each.id for each in log.seen(look("ADA"))] == [entry.id]


def test_a_missing_right_is_named_with_its_article_and_nothing_else_is_told(look: Look) -> None:
    wrong = letter() | {
        "signer": "NOBODY",
        "effects": [{"kind": "APPOINT", "person": "EMIL", "post": "NORTH-B.chair"}],
    }
    with pytest.raises(issue_act.CannotIssue) as found:
        issue(wrong, actor.signed_in(look("CHIARA")))
    (finding,) = found.value.findings
    assert (finding.code, finding.args["right"]) == ("not-granted", "issue")
    assert "s. 9" in str(finding.args["article"]) or "art. 9" in str(finding.args["article"])
    assert "Ek" not in str(finding)


def test_a_class_above_ones_clearance_is_refused_and_one_of_no_rule_too(look: Look) -> None:
    chair = actor.signed_in(look("BRUNO"))
    assert issue(letter(confidentiality="closed"), chair).confidentiality == "closed"
    assert refused(letter(confidentiality="sealed"), chair) == ["not-cleared"]
    assert refused(letter(confidentiality="secret"), actor.OPERATOR) == ["unknown-class"]
    early = letter(confidentiality="sealed") | {"signed_on": "2024-02-29"}
    assert refused(early, actor.OPERATOR) == ["unknown-class"]


def test_the_operator_is_kept_in_the_log_without_an_account(look: Look) -> None:
    act = issue(letter(), actor.OPERATOR)
    (entry,) = AccessEntry.objects.all()
    assert (entry.account, entry.act_id, entry.tenure_effect) == (None, act.id, None)


def keep(content: dict[str, Any], who: actor.Actor) -> Draft:
    return draft_act.draft(content, drafted_at=AT, actor=who)


def test_who_drafted_a_decision_does_not_issue_it(look: Look) -> None:
    deputy, chair = actor.signed_in(look("DORA")), actor.signed_in(look("BRUNO"))
    kept = keep(decision(), deputy)
    assert (kept.unit_id, kept.drafted_by_id) == (unit("NORTH-B"), person("DORA"))
    assert refused(kept.content, deputy, draft=kept.id) == ["four-eyes"]
    assert refused(decision(), deputy) == ["four-eyes"]
    act = issue(kept.content, chair, draft=kept.id)
    kept.refresh_from_db()
    assert (kept.issued_as, kept.content) == (act, {})
    with pytest.raises(draft_act.NotDrafted):
        issue(decision(), chair, draft=kept.id)


def test_who_changed_a_decision_last_issues_it_only_when_another_found_it_ready(look: Look) -> None:
    chair = actor.signed_in(look("BRUNO"))
    kept = keep(decision(), actor.signed_in(look("DORA")))
    Draft.objects.filter(id=kept.id).update(changed_by=person("BRUNO"))
    assert refused(kept.content, chair, draft=kept.id) == ["four-eyes"]
    Draft.objects.filter(id=kept.id).update(checked_by=person("DORA"))
    assert issue(kept.content, chair, draft=kept.id).code


def test_a_letter_needs_one_person_and_so_did_decisions_before_the_rule(look: Look) -> None:
    deputy = actor.signed_in(look("DORA"))
    assert issue(keep(letter(), deputy).content, deputy).code
    early = decision() | {"signed_on": "2024-02-29"}
    assert issue(early, deputy).code


def test_withdrawing_needs_the_right_and_the_sight_of_the_act(look: Look) -> None:
    (act,) = cast.issue(decision("NORTH-B"))
    hidden = cast.issue(cast.act("SOUTH-B", "letter", "Hidden", "2024-05-03", confidentiality="closed"))[0]
    by = cast.act("NORTH-B", "letter", "Back", "2024-05-04")
    with pytest.raises(issue_act.CannotIssue) as found:
        withdraw_act.withdraw(
            act.code, by, pack=cast.pack(), recorded_at=AT, actor=actor.signed_in(look("CHIARA"))
        )
    assert [each.code for each in found.value.findings] == ["not-granted"]
    for code in (hidden.code, "SOUTH-B:2024/letter:999"):
        relation = letter(relations=[{"kind": "answers", "act": code}])
        assert refused(relation, actor.signed_in(look("BRUNO")))[0] == "unknown-act"


def test_a_trial_tells_no_name_of_people_who_are_not_seen(look: Look) -> None:
    wrong = cast.act(
        "NORTH-B", "decision", "Relief", "2024-05-02",
                     {"kind": "RELIEVE", "person": "FATIMA", "post": "NORTH-B.deputy", "reason": "request"}
                     )  # fmt: skip
    asked = preview_change.preview(
        [wrong], pack=cast.pack(), today=TODAY, actor=actor.signed_in(look("DORA"))
    )
    assert asked.findings
    assert "Farsi" not in str(asked.findings)
    assert "FATIMA" in str(asked.findings)
    whole = preview_change.preview([wrong], pack=cast.pack(), today=TODAY, actor=actor.OPERATOR)
    assert "Farsi" in str(whole.findings)
    refused = preview_change.preview(
        [wrong], pack=cast.pack(), today=TODAY, actor=actor.signed_in(look("EMIL"))
    )
    assert [each.code for each in refused.findings] == ["not-granted"]


def test_drafts_are_seen_by_those_who_work_on_them(look: Look) -> None:
    mine = keep(letter(), actor.signed_in(look("DORA")))
    closed = keep(letter(confidentiality="sealed"), actor.OPERATOR)
    south = keep(letter("SOUTH-B"), actor.signed_in(look("CHIARA")))
    nowhere = keep({"title": "Begun"}, actor.signed_in(look("EMIL")))
    seen = {
        who: {each.id for each in drafts.seen(look(who))}
        for who in ("DORA", "BRUNO", "CHIARA", "EMIL", "GORAN")
    }
    assert seen == {
        "DORA": {mine.id}, "BRUNO": {mine.id}, "CHIARA": {south.id}, "EMIL": {nowhere.id}, "GORAN": set()
    }  # fmt: skip
    assert {each.id for each in drafts.seen(look("ADA"))} == {mine.id, closed.id, south.id, nowhere.id}
    for who in ("DORA", "BRUNO", "CHIARA", "EMIL", "GORAN"):
        assert {each.id for each in Draft.objects.all() if drafts.sees(look(who), each)} == seen[who]


def test_an_import_may_bring_acts_of_the_units_it_founds_beneath_its_reach(look: Look) -> None:
    def found(code: str, parent: str) -> dict[str, Any]:
        unit = {"kind": "FOUND", "unit": code, "unit_kind": "lodge", "name": {"en": code}, "parent": parent}
        post = {
            "kind": "ESTABLISH_POST",
            "post": f"{code}.keeper",
            "unit": code,
            "office": "keeper",
            "seats": 1,
        }
        seat = {"kind": "APPOINT", "person": "IVAN", "post": f"{code}.keeper"}
        return cast.act("NORTH-B", "decision", f"{code} is founded", "2024-05-02", unit, post, seat)

    own = {**cast.act("ELM", "letter", "First", "2024-05-03"), "signer": "IVAN", "signer_post": "ELM.keeper"}
    deputy = actor.signed_in(look("DORA"))
    done = import_acts.import_acts(
        [found("ELM", "NORTH"), own], pack=cast.pack(), recorded_at=AT, actor=deputy
    )
    assert done.num_acts == 2
    strange = [found("OAK", "SOUTH"), own | {"issuer": "OAK", "signer_post": "OAK.keeper"}]
    with pytest.raises(issue_act.CannotIssue) as refused:
        import_acts.import_acts(strange, pack=cast.pack(), recorded_at=AT, actor=deputy)
    assert {each.code for each in refused.value.findings} == {"not-granted"}


def test_no_door_acts_under_a_bare_name() -> None:
    """A bare name may do everything: it is for the builder of the sample, benches and tests."""
    for room in ("web", "api", "exchange", "operations", "cli"):
        for path in (pathlib.Path(access.__file__).parents[1] / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.keyword) and node.arg == "actor" and path.name != "token.py":
                    assert not isinstance(node.value, ast.Constant | ast.JoinedStr), (
                        f"{path}:{node.value.lineno}"
                    )


def test_an_import_needs_the_right_over_every_issuer(look: Look) -> None:
    contents = [letter("NORTH-B"), letter("ALDER"), letter("SOUTH-B"), letter("BIRCH")]
    deputy = actor.signed_in(look("DORA"))
    with pytest.raises(issue_act.CannotIssue) as found:
        import_acts.import_acts(contents, pack=cast.pack(), recorded_at=AT, actor=deputy)
    assert [(each.code, each.act) for each in found.value.findings] == [
        ("not-granted", 2),
        ("not-granted", 3),
    ]
    assert not Act.objects.filter(type="letter").exists()
    done = import_acts.import_acts(contents[:2], pack=cast.pack(), recorded_at=AT, actor=deputy)
    assert done.num_acts == Act.objects.filter(type="letter").count() == 2
    (entry,) = AccessEntry.objects.all()
    assert (entry.what, entry.unit_id, entry.tenure_effect is not None) == (
        "register.imported",
        unit("NORTH"),
        True,
    )
