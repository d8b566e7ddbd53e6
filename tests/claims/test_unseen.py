"""Invented sentences of reports: a half to learn from, a half that no rule is made from, and a batch written later."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
import yaml

from fasti import claims
from tests.claims import gold

REACHED = {"working": (0.98, 0.96, 0.98), "held": (0.96, 0.83, 0.96), "later": (0.97, 0.89, 0.97)}
"""F1 of value, indicator and qualifier, a little under what was reached."""


def half(name: str) -> dict[str, list[dict[str, Any]]]:
    """The sentences of one half by language, each with its claims."""
    path = pathlib.Path(__file__).parent / f"unseen_{name}.yaml"
    return {lang: list(cases) for lang, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def wanted(text: str, listed: list[str]) -> list[dict[str, Any]]:
    """The claims of a case as gold records."""
    found = []
    for each in listed:
        value, indicator, *hedge = each.split()
        record = {"value": float(value), "indicator": indicator, "qualifier": (hedge or ["exact"])[0]}
        found.append({"sentence": text, **record})
    return found


def told(text: str, lang: str) -> list[dict[str, Any]]:
    """The claims read from a case."""
    return [
        {**each.plain(), "sentence": text}
        for each in claims.read(claims.from_string(text), claimed=gold.words(), lang=lang).claims
    ]


def score(name: str) -> gold.Score:
    """The score over one half."""
    sums = [0, 0, 0, 0]
    for lang, cases in half(name).items():
        for case in cases:
            found, records = told(case["text"], lang), wanted(case["text"], case["claims"])
            sums[0] += len(found) + len(records)
            matched = gold.pairs(found, records)
            sums[1] += len(matched)
            sums[2] += sum(a["indicator"] == b["indicator"] for a, b in matched)
            sums[3] += sum(a["qualifier"] == b["qualifier"] for a, b in matched)
    return gold.Score(*(2 * each / sums[0] for each in sums[1:]))


@pytest.mark.parametrize("name", REACHED)
def test_reports_never_seen_are_read_nearly_as_well(name: str) -> None:
    reached = score(name)
    assert all(a >= b for a, b in zip(reached, REACHED[name], strict=True)), reached
