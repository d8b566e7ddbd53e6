"""How well the published reports are read: the thresholds of acceptance, the numbers that are no figures."""

from __future__ import annotations

import json

import pytest

from tests.claims import gold

pytestmark = pytest.mark.inputs


def test_the_reports_are_read_as_well_as_asked() -> None:
    score = gold.score()
    assert score.value >= 0.95
    assert score.indicator >= 0.85
    assert score.qualifier >= 0.93


def test_numbers_that_are_no_figures_are_not_claimed() -> None:
    negatives = json.loads((gold.REPORTS / "negatives.json").read_text(encoding="utf-8"))
    for path, records in gold.reports():
        found = [claim.plain() for claim in gold.read(path).claims]
        matched = gold.pairs(found, records)
        extra = [claim for claim in found if all(claim is not pair[0] for pair in matched)]
        refused = {each["surface"] for each in negatives.get(path.name, ())}
        assert not [claim for claim in extra if claim["surface"] in refused], path.name


def test_every_claim_stands_in_its_passage() -> None:
    for path, _ in gold.reports():
        for claim in gold.read(path).claims:
            assert claim.passage.text[claim.start : claim.end] == claim.surface
            assert claim.sentence in claim.passage.text
