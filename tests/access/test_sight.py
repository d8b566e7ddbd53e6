"""Rights follow from posts on a day: own unit, below, above, sibling, foreign region; they end with the tenure."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import QuerySet

from fasti.access import granting, places, rights, sight
from fasti.access.models import Account
from fasti.charter import shape
from fasti.subjects.models import Unit
from tests import cast
from tests.access.conftest import TODAY, Look, account, unit

pytestmark = pytest.mark.usefixtures("guild")
ALL = frozenset(["GLK", "COUNCIL", "NORTH", "NORTH-B", "SOUTH", "SOUTH-B", "ALDER", "BIRCH", "CEDAR"])
NORTH = frozenset(["NORTH", "NORTH-B", "ALDER", "CEDAR"])
SOUTH = frozenset(["SOUTH", "SOUTH-B", "BIRCH"])
TOP = frozenset(["GLK", "COUNCIL"])
PEERS = frozenset(["SOUTH", "SOUTH-B"])
"""The other region and its board: of one peer group with the North."""
NONE: frozenset[str] = frozenset()


def reached(seen: sight.Sight, right: str) -> frozenset[str]:
    """The units over which a right is granted, asked in SQL and one by one: the answers agree."""
    units: QuerySet[Unit] = seen.within(right).restrict(Unit.objects.all(), "id")
    found = frozenset(units.values_list("code", flat=True))
    fresh = sight.Sight(seen.day, seen.grants, seen.pack, seen.account, seen.person)
    assert found == {each.code for each in Unit.objects.all() if fresh.may(right, each.id)}
    assert found == {each.code for each in Unit.objects.all() if seen.within(right).holds(each.id)}
    assert bool(found) <= seen.has(right)
    return found


MATRIX: dict[str, dict[str, frozenset[str]]] = {
    "ADA": {rights.ACTS: ALL, rights.PERSONAL: ALL, rights.ISSUE: TOP, rights.DRAFT: ALL, rights.LOG: ALL},
    "BRUNO": {rights.ACTS: NORTH | TOP | {"ALDER"}, rights.PERSONAL: NORTH, rights.FIGURES: NORTH,
              rights.ISSUE: frozenset(["NORTH", "NORTH-B"]), rights.SHARED_FIGURES: NORTH - {"CEDAR"} | TOP | PEERS,
              rights.IMPORT: NONE, rights.ACCOUNTS: NORTH},
    "DORA": {rights.ACTS: NORTH | TOP, rights.IMPORT: NORTH, rights.ISSUE: frozenset(["NORTH", "NORTH-B"])},
    "EMIL": {rights.DRAFT: frozenset(["ALDER"]), rights.PERSONAL: frozenset(["ALDER"]), rights.ACTS: NORTH | TOP,
             rights.PEOPLE: NORTH, rights.ISSUE: frozenset(["ALDER"]), rights.ACCOUNTS: NONE},
    "FATIMA": {rights.DRAFT: frozenset(["BIRCH"]), rights.ACTS: SOUTH | TOP, rights.PEOPLE: SOUTH},
    "GORAN": {rights.ACTS: frozenset(["ALDER", "NORTH", "NORTH-B", "GLK", "COUNCIL"]), rights.PEOPLE: NONE,
              rights.FIGURES: NONE, rights.DRAFT: NONE, rights.ISSUE: NONE, rights.LOG: NONE},
    "ADMIN": dict.fromkeys(set(rights.RIGHTS) - {rights.STRUCTURE}, NONE),
}  # fmt: skip


@pytest.mark.parametrize("who", MATRIX)
def test_the_matrix_of_rights(who: str, look: Look) -> None:
    seen = look(who)
    assert {right: reached(seen, right) for right in MATRIX[who]} == MATRIX[who]
    assert reached(seen, rights.STRUCTURE) == ALL


def test_a_right_says_by_which_post_and_article_it_is_held(look: Look) -> None:
    ground = look("BRUNO").ground(rights.ISSUE, unit("NORTH-B"))
    assert ground is not None
    assert (ground.office, ground.since, ground.name) == ("chair", date(2020, 1, 1), "issuing")
    assert "s. 41" in ground.reference
    assert ground.is_verified
    assert ground.tenure_effect is not None
    assert look("BRUNO").ground(rights.ISSUE, unit("ALDER")) is None


def test_home_is_where_the_weightiest_post_serves(look: Look) -> None:
    homes = {who: look(who).home for who in ("ADA", "BRUNO", "EMIL", "GORAN", "ADMIN")}
    assert homes == {
        "ADA": unit("GLK"), "BRUNO": unit("NORTH"), "EMIL": unit("ALDER"), "GORAN": unit("ALDER"), "ADMIN": None
    }  # fmt: skip
    assert look("EMIL").post is not None
    assert look("GORAN").post is None


def test_before_the_seat_on_the_board_came_with_the_office_a_keeper_saw_the_lodge_alone(look: Look) -> None:
    before, after = look("EMIL", on=date(2024, 2, 29)), look("EMIL", on=date(2024, 3, 1))
    assert reached(before, rights.PEOPLE) == {"ALDER"}
    assert reached(after, rights.PEOPLE) == NORTH
    seat = after.ground(rights.PEOPLE, unit("CEDAR"))
    assert seat is not None
    assert (seat.office, seat.name) == ("board_member", "board")


def test_rights_end_with_the_tenure_and_do_not_begin_before_it(look: Look) -> None:
    cast.issue(
        cast.act(
            "COUNCIL", "decision", "A chair goes", "2024-05-02",
            {"kind": "RELIEVE", "person": "BRUNO", "post": "NORTH-B.chair", "reason": "request"},
            {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.chair", "on": "2024-07-01"},
            in_force_on="2024-05-10",
        )
    )  # fmt: skip
    assert look("BRUNO", on=date(2024, 5, 9)).has(rights.ISSUE)
    assert not look("BRUNO", on=date(2024, 5, 10)).has(rights.ISSUE)
    assert not look("GORAN", on=date(2024, 6, 30)).has(rights.ISSUE)
    assert look("GORAN", on=date(2024, 7, 1)).may(rights.ISSUE, unit("NORTH-B"))


def test_a_right_goes_when_the_appointment_is_withdrawn(look: Look) -> None:
    cast.issue(
        cast.act("NORTH-B", "decision", "A member", "2024-05-02",
                 {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"})
    )  # fmt: skip
    assert look("GORAN").may(rights.PEOPLE, unit("CEDAR"))
    (act,) = cast.issue(
        cast.act("NORTH-B", "decision", "No member", "2024-05-03", relations=[
            {"kind": "withdraws", "act": "NORTH-B:2024/decision:1"}])
    )  # fmt: skip
    assert act.code
    assert not look("GORAN").has(rights.PEOPLE)


def merge() -> None:
    """From 1 May 2024 Cedar, its keeper gone, is part of Alder."""
    cast.issue(
        cast.act(
            "COUNCIL", "decision", "Cedar joins Alder", "2024-04-20",
            {"kind": "RELIEVE", "person": "HANA", "post": "CEDAR.keeper", "reason": "request"},
            {"kind": "ABOLISH_POST", "post": "CEDAR.keeper"},
            {"kind": "MERGE", "unit": "CEDAR", "other_unit": "ALDER"},
            in_force_on="2024-05-01",
        )
    )  # fmt: skip


def test_what_was_merged_rests_with_its_successor(look: Look) -> None:
    before = reached(look("GORAN"), rights.ACTS)
    merge()
    assert reached(look("GORAN", on=date(2024, 4, 30)), rights.ACTS) == before
    assert reached(look("GORAN", on=date(2024, 5, 1)), rights.ACTS) == before | {"CEDAR"}
    assert reached(look("EMIL", on=date(2024, 5, 1)), rights.PERSONAL) == {"ALDER", "CEDAR"}
    assert "CEDAR" in reached(look("BRUNO", on=date(2024, 5, 1)), rights.PERSONAL)
    assert reached(look("HANA", on=date(2024, 5, 1)), rights.ISSUE) == NONE


def test_a_closed_account_sees_nothing(look: Look) -> None:
    Account.objects.filter(id=account("ADA").id).update(is_active=False)
    assert look("ADA").grants == ()
    assert not look("ADA").has(rights.STRUCTURE)


def test_a_registrar_keeps_to_structure_accounts_and_drafting_once_posts_are_filled(look: Look) -> None:
    seen = look("REGISTRAR")
    granted = {right for right in rights.RIGHTS if seen.has(right)}
    assert granted == {rights.STRUCTURE, rights.ACCOUNTS, rights.DRAFT, rights.IMPORT}
    early = look("REGISTRAR", on=date(2019, 12, 31))
    assert {right for right in rights.RIGHTS if early.has(right)} == set(rights.RIGHTS)


def test_one_tenure_alone_grants_what_a_token_bound_to_it_may(look: Look) -> None:
    ground = look("EMIL").ground(rights.ISSUE, unit("ALDER"))
    assert ground is not None
    assert ground.tenure_effect
    bound = sight.of_tenure(account("EMIL"), ground.tenure_effect, pack=cast.pack(), day=TODAY)
    assert bound.may(rights.ISSUE, unit("ALDER"))
    assert reached(bound, rights.STRUCTURE) == ALL
    other = sight.of_tenure(account("EMIL"), ground.tenure_effect + 9999, pack=cast.pack(), day=TODAY)
    assert {right for right in rights.RIGHTS if other.has(right)} == {rights.STRUCTURE}


def test_small_cells_are_shown_to_those_whose_figures_they_are(look: Look) -> None:
    limits = {code: look("BRUNO").limit(unit(code)) for code in ("NORTH", "CEDAR", "SOUTH", "BIRCH", "GLK")}
    assert limits == {"NORTH": 0, "CEDAR": 0, "SOUTH": 5, "BIRCH": None, "GLK": 5}
    assert sight.OPERATOR.limit(unit("BIRCH")) == 0


def test_units_that_are_compared_are_seen_by_their_peers_without_small_cells(look: Look) -> None:
    founded = [
        {"kind": "FOUND", "unit": code, "unit_kind": kind, "name": {"en": code}, "parent": parent}
        for code, kind, parent in (
            ("LK-N", "region", "GLK"), ("LK-S", "region", "GLK"),
            ("LK-N-B", "region_board", "LK-N"), ("LK-S-B", "region_board", "LK-S"), ("ELM", "lodge", "LK-S"),
        )
    ]  # fmt: skip
    post = {"kind": "ESTABLISH_POST", "post": "LK-N-B.chair", "unit": "LK-N-B", "office": "chair", "seats": 1}
    given = {"kind": "APPOINT", "person": "IVAN", "post": "LK-N-B.chair"}
    cast.issue(cast.act("COUNCIL", "decision", "Two coasts", "2022-01-01", *founded, post, given))
    seen = look("IVAN")
    coasts = {"LK-N", "LK-N-B", "LK-S", "LK-S-B"}
    assert reached(seen, rights.SHARED_FIGURES) == coasts | {"CEDAR", "NORTH", "NORTH-B"} | TOP
    assert reached(seen, rights.FIGURES) == {"LK-N", "LK-N-B"}
    assert [seen.limit(unit(code)) for code in ("LK-N", "LK-S", "ELM")] == [0, 5, None]


def test_the_operator_may_everything() -> None:
    assert all(reached(sight.OPERATOR, right) == ALL for right in rights.RIGHTS)


def test_the_words_of_rights_and_reaches_are_those_a_pack_may_use() -> None:
    assert tuple(shape.listed("access", "right")) == rights.RIGHTS
    assert tuple(shape.listed("access", "reach")) == rights.REACHES


def test_a_sight_is_made_with_few_questions_and_asks_once_of_each_unit(
    look: Look, django_assert_max_num_queries: object
) -> None:
    account("EMIL"), account("GORAN")
    with django_assert_max_num_queries(12):
        seen = look("EMIL")
    units = list(Unit.objects.values_list("id", flat=True))
    with django_assert_max_num_queries(1):
        seen.learn(units)
        assert [seen.may(rights.PERSONAL, each) for each in units].count(True) == 1


def test_an_organ_of_an_organ_serves_the_first_unit_above_that_is_none() -> None:
    steps = [places.Step(3, 2, "organ"), places.Step(2, 1, "organ"), places.Step(1, 0, "unit")]
    assert places.served(3, steps, organs={"organ"}) == 1
    assert granting.organs(cast.pack()) == {"council", "region_board"}
