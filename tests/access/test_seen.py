"""What is seen of acts, people and the log: in lists, one by one, and in counts. A refusal shows nothing."""

from __future__ import annotations

from datetime import date

import pytest

from fasti.access import acts, log, people, rights, sight
from fasti.access.models import AccessEntry
from fasti.acts.models import Act, Effect
from fasti.subjects.models import Person
from tests import cast
from tests.access.conftest import Look, account, person, unit

pytestmark = pytest.mark.usefixtures("guild")
EVERYBODY = (
    "ADA",
    "BRUNO",
    "CHIARA",
    "DORA",
    "EMIL",
    "FATIMA",
    "GORAN",
    "HANA",
    "IVAN",
    "ADMIN",
    "REGISTRAR",
)


@pytest.fixture
def papers() -> None:
    """A letter of each issuer in each class."""
    for n, issuer in enumerate(("COUNCIL", "NORTH-B", "SOUTH-B", "ALDER", "BIRCH"), 1):
        for level in ("normal", "closed", "sealed"):
            day = f"2024-03-{n:02d}"
            cast.issue(cast.act(issuer, "letter", f"{issuer} {level}", day, confidentiality=level))


SEEN = {
    "ADA": {f"{issuer} {level}" for issuer in cast.SIGNERS for level in ("normal", "closed", "sealed")},
    "BRUNO": {"COUNCIL normal", "NORTH-B normal", "NORTH-B closed", "ALDER normal", "ALDER closed"},
    "DORA": {"COUNCIL normal", "NORTH-B normal", "NORTH-B closed", "ALDER normal", "ALDER closed"},
    "CHIARA": {"COUNCIL normal", "SOUTH-B normal", "SOUTH-B closed", "BIRCH normal", "BIRCH closed"},
    "EMIL": {"COUNCIL normal", "NORTH-B normal", "ALDER normal", "ALDER closed"},
    "HANA": {"COUNCIL normal", "NORTH-B normal", "ALDER normal"},
    "GORAN": {"COUNCIL normal", "NORTH-B normal", "ALDER normal"},
    "IVAN": {"COUNCIL normal", "NORTH-B normal"},
    "ADMIN": set(),
    "REGISTRAR": set(),
}


@pytest.mark.parametrize("who", SEEN)
def test_acts_are_seen_by_reach_and_class(who: str, look: Look, papers: None) -> None:
    seen = look(who)
    letters = Act.objects.filter(type="letter")
    listed = {act.title for act in acts.seen(seen).filter(type="letter")}
    assert listed == SEEN[who]
    assert {act.title for act in letters if acts.sees(seen, act)} == listed
    issuers = dict(letters.values_list("issuer_id", "issuer__code"))
    for id, code in issuers.items():
        of_one = acts.issued_by(seen, [id]).filter(type="letter")
        assert {act.title for act in of_one} == {title for title in listed if title.split()[0] == code}
    assert {act.title for act in acts.issued_by(look(who), [*issuers]).filter(type="letter")} == listed
    assert not acts.issued_by(seen, []).exists()
    assert acts.seen_among(seen, [act.id for act in letters]) == {a.id for a in letters if a.title in listed}


def test_behind_a_figure_stand_the_acts_that_are_seen_and_a_number_only_of_many(
    look: Look, papers: None
) -> None:
    letters = Act.objects.filter(type="letter")
    assert acts.behind(letters, look("GORAN")) == acts.Behind(3, 12)
    assert acts.behind(letters.filter(issuer__code="ALDER"), look("GORAN")) == acts.Behind(1, None)
    assert acts.behind(letters.filter(issuer__code="ALDER"), look("ADA")) == acts.Behind(3, None)
    effects = Effect.objects.filter(kind="FOUND")
    assert acts.behind(effects, look("GORAN"), "act") == acts.Behind(effects.count(), None)
    assert acts.behind(effects, look("ADMIN"), "act") == acts.Behind(0, effects.count())


def test_an_act_of_a_class_the_rule_book_no_longer_knows_is_seen_by_the_highest_clearance_alone(
    look: Look, papers: None
) -> None:
    seen = look("BRUNO", on=date(2024, 2, 1))  # There were two classes, and Bruno was cleared for both.
    assert "NORTH-B sealed" in {act.title for act in acts.seen(seen).filter(type="letter")}
    assert look("BRUNO").classes(1) == ("", "normal", "closed")


PEOPLE = {
    "ADA": set(cast.PEOPLE) | {"HANA", "IVAN"},
    "BRUNO": {"ADA", "BRUNO", "DORA", "EMIL", "GORAN", "HANA", "IVAN"},
    "CHIARA": {"CHIARA", "FATIMA"},
    "EMIL": {"ADA", "BRUNO", "DORA", "EMIL", "GORAN", "HANA", "IVAN"},
    "GORAN": {"GORAN"},
    "ADMIN": set(),
    "REGISTRAR": set(),
}
PERSONAL = {
    **PEOPLE,
    "EMIL": {"ADA", "BRUNO", "DORA", "EMIL", "GORAN"},
    "HANA": {"HANA", "IVAN"},
}


@pytest.mark.parametrize("who", PERSONAL)
def test_people_are_seen_by_reach_and_everybody_sees_themselves(who: str, look: Look) -> None:
    seen = look(who)
    if who in PEOPLE:
        assert {each.code for each in people.seen(seen)} == PEOPLE[who]
        assert {each.code for each in Person.objects.all() if people.sees(seen, each.id)} == PEOPLE[who]
    assert {each.code for each in people.seen(seen, right=rights.PERSONAL)} == PERSONAL[who]
    assert {each.code for each in Person.objects.all() if people.sees_personal(seen, each.id)} == PERSONAL[
        who
    ]


def test_the_record_of_a_person_goes_along_to_another_region(look: Look) -> None:
    move = {"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "BIRCH", "other_unit": "ALDER"}
    cast.issue(cast.act("COUNCIL", "decision", "Goran moves", "2024-05-01", move))
    assert people.sees(look("BRUNO", on=date(2024, 4, 30)), person("GORAN"))
    assert not people.sees(look("BRUNO"), person("GORAN"))
    assert people.sees_personal(look("CHIARA"), person("GORAN"))


def test_who_left_rests_where_they_were_last(look: Look) -> None:
    leave = {"kind": "LEAVE", "person": "GORAN", "reason": "left"}
    cast.issue(cast.act("NORTH-B", "decision", "Goran leaves", "2024-05-01", leave))
    assert people.sees(look("EMIL"), person("GORAN"))
    assert "GORAN" in {each.code for each in people.seen(look("BRUNO"))}
    assert not people.sees(look("CHIARA"), person("GORAN"))
    assert people.seen_among(look("GORAN"), [person("GORAN"), person("EMIL")]) == {person("GORAN")}
    assert not look("GORAN").has(rights.ACTS)


def test_the_log_says_who_looked_by_which_right(look: Look) -> None:
    at = cast.at("2024-06-01")
    assert log.keep(look("GORAN"), "person.seen", at=at, person=person("GORAN")) is None
    log.keep(look("BRUNO"), "person.seen", at=at, person=person("GORAN"))
    (entry,) = log.of_person(person("GORAN"))
    assert (entry.account, entry.unit_id, entry.what) == (account("BRUNO"), unit("ALDER"), "person.seen")
    assert entry.tenure_effect is not None
    assert entry.tenure_effect.post.code == "NORTH-B.chair"
    assert list(log.of_unit(unit("ALDER"))) == [entry]
    assert [list(log.seen(look(who))) for who in ("EMIL", "BRUNO", "FATIMA", "GORAN")] == [
        [entry],
        [entry],
        [],
        [],
    ]


def test_an_entry_about_an_act_that_is_not_seen_is_not_told(look: Look, papers: None) -> None:
    act = Act.objects.get(title="ALDER sealed")
    log.keep(look("ADA"), "act.seen", at=cast.at("2024-06-01"), unit=act.issuer_id, act=act.id)
    assert not log.seen(look("EMIL")).exists()
    assert log.seen(look("ADA")).count() == 1
    log.keep(sight.OPERATOR, "act.seen", at=cast.at("2024-06-01"), unit=act.issuer_id)
    assert AccessEntry.objects.filter(account=None).count() == 1
    assert log.seen(look("EMIL")).count() == 1
