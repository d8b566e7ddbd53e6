"""Acts of the cast for the tests of single kinds: decided by the council unless another issuer is named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti.acts.models import Act
from fasti.effects import store
from fasti.operations import issue_act, rebuild_register, withdraw_act
from fasti.register.models import Tenure
from fasti.register.rows import Row
from tests import cast


def effect(kind: str, on: str = "", **fields: Any) -> dict[str, Any]:
    """An effect as a draft has it."""
    return {"kind": kind, **({"on": on} if on else {}), **fields}


def decide(*effects: dict[str, Any], on: str, issuer: str = "COUNCIL") -> Act:
    """The act issued; what is in the tables equals the fold of the record."""
    act = cast.issue(cast.act(issuer, "decision", "Decision", on, *effects))[0]
    assert rebuild_register.differences() == []
    return act


def refusal(*effects: dict[str, Any], on: str, issuer: str = "COUNCIL", **more: Any) -> set[str]:
    """The codes of the findings for which the act is refused; the register stays as it was."""
    before = register()
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(cast.act(issuer, "decision", "Decision", on, *effects, **more))
    assert register() == before
    return {finding.code for finding in refused.value.findings}


def withdraw(act: Act, on: str) -> Act:
    """The act that withdraws another."""
    by = cast.act("COUNCIL", "decision", "Withdrawal", on)
    return withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at(on), actor="test")


def register() -> dict[str, list[Row]]:
    """Every row of the register, in order."""
    return store.stored_register()


def holders(post: str, day: date) -> set[str]:
    """The codes of those who hold a post on a day."""
    found = Tenure.objects.filter(post__code=post, starts_on__lte=day).exclude(ends_before__lte=day)
    return set(found.values_list("person__code", flat=True))
