"""How a form is handed in, as a pack writes it: recipient, signers, declared figures, their rules, narrative, lock."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fasti.charter import rules

NEEDS: Mapping[str, tuple[str, ...]] = {
    "sum": ("of",),
    "at_most": ("of",),
    "between": ("low", "high"),
    "carried": ("of",),
    "previous": ("within",),
    "outlier": ("times",),
}
"""What each check of a figure needs beside the figure."""


def read(written: Mapping[str, Any] | None) -> rules.HandedIn | None:
    """The record of what a form says of handing in; None for a form that says nothing of it."""
    if written is None:
        return None
    return rules.HandedIn(
        written["recipient"],
        tuple(written["signers"]),
        tuple(rules.Declared(each["id"], each["kind"]) for each in written["declared"]),
        tuple(_rule(each) for each in written["rules"]),
        tuple(rules.Narrative(each["id"], each["required"]) for each in written["narrative"]),
        rules.Lock(written["lock"]["closes_after_days"], written["lock"]["reopened_by"]),
    )


def _rule(written: Mapping[str, Any]) -> rules.FigureRule:
    return rules.FigureRule(
        written["check"],
        written["figure"],
        tuple(written.get("of", ())),
        tuple(written.get("less", ())),
        written.get("low"),
        written.get("high"),
        Fraction(written["within"]) if "within" in written else None,
        written.get("times"),
        written["strict"],
    )
