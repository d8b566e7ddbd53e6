"""Counts kept by month against the rows themselves: every count, unit and period, after whatever a body decides."""

from __future__ import annotations

import contextvars
import pathlib
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as configured
from django.db.models import Q
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from fasti import charter
from fasti.acts.models import Act, Effect, Relation
from fasti.dates import periods
from fasti.indicators import answers, books, columns, compute, engines, flows, scans
from fasti.register.models import Alias, Membership, PoolEntry, UnitSpan
from tests import cast
from tests.effects.machine import Body
from tests.indicators import made_body

pytestmark = pytest.mark.django_db


PERIODS = ("2024-07", "2024")


@pytest.fixture(autouse=True)
def _as_configured(settings: Any) -> None:
    """The threshold is put back after each test."""
    settings.PARTIALS_FROM = settings.PARTIALS_FROM


def figures(pack: charter.Pack, period: str, *, is_kept: bool) -> dict[str, tuple[Any, ...]]:
    """Every count and sum of every unit, from the counts kept or from the rows."""
    configured.PARTIALS_FROM = 0 if is_kept else 10**12
    answers.forget()
    ids = [each.id for each in pack.indicators if each.measure in scans.ADDITIVE]
    return compute.of_every_unit(pack, ids, period=periods.Period.parse(period))


def differing(pack: charter.Pack, *asked: str) -> list[Any]:
    """Figures that come out otherwise from the counts kept."""
    found = []
    for period in asked:
        kept, read = (figures(pack, period, is_kept=each) for each in (True, False))
        for unit, row in read.items():
            found += [
                (period, unit, *pair) for pair in zip(kept[unit], row, strict=True) if pair[0] != pair[1]
            ]
    return found


def kept_books() -> list[books.Book]:
    return books.read(pathlib.Path(columns.current().folder) / "partials")


class Counted(Body):
    """A life whose figures are asked after every act, so that the counts are put right by it."""

    corrected = 0

    def __init__(self) -> None:
        super().__init__()
        columns.forget()
        for period in PERIODS:
            figures(cast.pack(), period, is_kept=True)

    def _try(self, kind: str, content: dict[str, Any], **more: Any) -> bool:
        is_accepted = super()._try(kind, content, **more)
        figures(cast.pack(), PERIODS[len(self.issued) % len(PERIODS)], is_kept=True)
        Counted.corrected += sum(len(book.files) > 1 for book in kept_books())
        return is_accepted

    def prove(self) -> None:
        assert differing(cast.pack(), *PERIODS) == []


def test_whatever_a_body_decides_the_counts_follow() -> None:
    cast.found_guild()
    chosen = settings(
        max_examples=2, stateful_step_count=14, deadline=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Counted, settings=chosen)
    assert Counted.corrected > 8, Counted.corrected


class Goes(made_body.Maker):
    """Random rows that go on at random: acts of long ago, voidings, withdrawals, lines written again otherwise."""

    def make(self) -> None:
        some = charter.load("vn_party").offices(as_of=date(2024, 6, 30), managed_by="province")
        self.offices = some[:6]
        super().make()

    def go_on(self) -> None:
        number = Act.objects.count() + 1
        issuer = self.units["VN-18-TU"][0]
        act = Act.objects.create(**_fields(self._act(issuer, "decision", self.day(), number)))
        Effect.objects.bulk_create(self._effect(act, ordinal) for ordinal in range(1, 6))
        for ordinal, effect in enumerate(self.random.sample(self.effects, 4)):
            self._void(act, 50 + ordinal, effect)
        self._void(act, 60, Effect.objects.filter(kind="VOID").order_by("id")[0])
        targets = self.random.sample(self.acts[:-20], 3)
        Relation.objects.bulk_create(Relation(act=act, target=each, kind="withdraws") for each in targets)
        Relation.objects.create(act=act, target=self.acts[0], kind="concretises")
        for _ in range(3):
            self._written_again(PoolEntry, "person_id")
            self._written_again(Membership, "person_id")
        self._give_up(act)

    def _give_up(self, act: Act) -> None:
        """Entries of persons who were appointed as planned stand for others, who may not have been planned."""
        appointed = [each.person for each in self.effects if each.kind == "APPOINT" and each.person]
        for _ in range(4):
            one, other = self.random.choice(appointed), self.random.choice(self.people)
            is_taken = Alias.objects.filter(Q(person__in=[one, other]) | Q(stands_for=one)).exists()
            if one != other and not is_taken:
                by = self.effects[0].pk
                Alias.objects.create(person=one, stands_for=other, on=act.signed_on, opened_by_id=by)

    def change_kind(self, code: str, kind: str) -> None:
        """A unit was of another kind all along."""
        for span in UnitSpan.objects.filter(unit__code=code):
            span.delete()
            UnitSpan.objects.create(**{**_fields(span), "kind": kind})

    def _written_again(self, table: Any, subject: str) -> None:
        """All rows of a subject with new numbers, one of them with another first day, one of them gone."""
        chosen = self.random.choice(list(table.objects.values_list(subject, flat=True)))
        for i, row in enumerate(list(table.objects.filter(**{subject: chosen}).order_by("starts_on"))):
            row.delete()
            if i == 1 and self.random.random() < 0.5:
                continue
            earlier = timedelta(days=20 if i == 0 else 0)
            table.objects.create(**{**_fields(row), "starts_on": row.starts_on - earlier})


def _fields(row: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }


def test_rows_of_every_kind_count_alike(vn: charter.Pack) -> None:
    """Also voided, withdrawn, planned, of entries given up, of units that were of another kind; kept and corrected."""
    body = Goes(seed=11)
    body.make()
    figures(vn, "2024", is_kept=True)
    first = {book.files[0] for book in kept_books()}
    for code in ("VN-56-TU", "VN-18-TU"):
        body.go_on()
        body.go_on()
        body.change_kind(code, "provincial_org")
        figures(vn, "2024", is_kept=True)
    assert differing(vn, "2024") == []
    assert len(first & {book.files[0] for book in kept_books()}) > len(first) // 2
    assert sum(len(book.files) > 1 for book in kept_books()) >= 3


def test_what_adds_up_by_months_follows_from_the_definition(vn: charter.Pack) -> None:
    wanted = {
        "acts.issued": None, "members.admitted": None, "members.total": flows.LEVEL, "posts.vacant_long": flows.LEVEL,
        "ratings.units_good": flows.LEVEL, "members.disciplined": flows.DISTINCT, "posts.days_to_fill": flows.MEDIAN,
        "members.women_share": flows.RATIO,
    }  # fmt: skip
    since, last = date(2024, 1, 1), date(2024, 6, 30)
    assert {id: flows.why_not(vn.resolved(id, as_of=last, since=since)) for id in wanted} == wanted


def test_a_torn_file_is_found_and_counted_again(vn: charter.Pack) -> None:
    Goes(seed=11).make()
    whole = figures(vn, "2024-H1", is_kept=True)
    folder = pathlib.Path(columns.current().folder) / "partials"
    torn = folder / max(kept_books(), key=lambda book: len(book.keys)).files[0]
    for content in (torn.read_bytes()[:-40], b"", None):
        torn = folder / max(kept_books(), key=lambda book: len(book.keys)).files[0]
        torn.unlink() if content is None else torn.write_bytes(content)
        assert kept_books() == []
        assert figures(vn, "2024-H1", is_kept=True) == whole
        assert torn.name not in {book.files[0] for book in kept_books()}


def test_a_state_that_is_past_is_read_from_the_rows(vn: charter.Pack) -> None:
    """A page keeps to one state while another process has brought the counts further."""
    body = Goes(seed=11)
    body.make()
    outside = contextvars.copy_context()
    with engines.one_state():
        before = figures(vn, "2024", is_kept=True)
        body.go_on()
        after = outside.run(figures, vn, "2024", is_kept=True)
        assert before != after
        assert figures(vn, "2024", is_kept=True) == before
    assert figures(vn, "2024", is_kept=True) == after
