"""The column store after each act of a random life: row for row what the database holds, however the act changed it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from fasti.indicators import columns
from fasti.register.models import Membership, Tenure
from tests import cast
from tests.effects.machine import Body

pytestmark = pytest.mark.django_db


def differing() -> list[str]:
    store = columns.current()
    return [table for table in store.files if columns.differs(store, table)]


class Followed(Body):
    """A life whose store is brought up to date after every act."""

    continued = 0

    def __init__(self) -> None:
        super().__init__()
        columns.forget()
        self.files = set(columns.current().num_rows)

    def _try(self, kind: str, content: dict[str, Any], **more: Any) -> bool:
        is_accepted = super()._try(kind, content, **more)
        found = columns.current()
        Followed.continued += bool(is_accepted and self.files & set(found.num_rows))
        self.files = set(found.num_rows)
        return is_accepted

    def prove(self) -> None:
        assert differing() == []


def test_whatever_a_body_decides_the_store_follows() -> None:
    cast.found_guild()
    chosen = settings(
        max_examples=5, stateful_step_count=24, deadline=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Followed, settings=chosen)
    assert Followed.continued > 25, Followed.continued


def test_a_line_left_without_rows_is_found_by_its_number() -> None:
    """Nothing newer stands where the rows were, as after an admission that was withdrawn."""
    cast.found_guild()
    columns.current()
    gone = Membership.objects.latest("id")
    gone.delete()
    cast.issue(cast.act("COUNCIL", "resolution", "Nothing changes", "2024-06-01"))
    assert columns.differs(columns.current(), "membership") is False


def test_rows_with_numbers_that_were_passed_are_not_overlooked() -> None:
    cast.found_guild()
    columns.current()
    row = Tenure.objects.latest("id")
    values = {field.attname: getattr(row, field.attname) for field in Tenure._meta.concrete_fields}
    row.delete()
    cast.issue(cast.act("COUNCIL", "resolution", "Nothing changes", "2024-06-01"))
    columns.current()
    Tenure.objects.create(**values)
    cast.issue(cast.act("COUNCIL", "resolution", "Nothing either", "2024-06-01"))
    assert differing() == []
