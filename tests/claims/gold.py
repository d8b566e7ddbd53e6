"""The published reports and their hand-made gold, scored as the shared scorer does: value and sentence, one to one."""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from fasti import charter, claims

REPORTS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "inputs" / "reports"


class Score(NamedTuple):
    """F1 of the value, of the value with its indicator, of the value with its qualifier."""

    value: float
    indicator: float
    qualifier: float


def words() -> charter.Claimed:
    found = charter.load("vn_party").claimed
    assert found is not None
    return found


def reports() -> Iterator[tuple[pathlib.Path, list[dict[str, Any]]]]:
    """Each report with its gold."""
    for gold in sorted(REPORTS.glob("[0-9][0-9].gold.json")):
        yield next(REPORTS.glob(f"{gold.name[:2]}_*.txt")), json.loads(gold.read_text(encoding="utf-8"))


def read(path: pathlib.Path) -> claims.Report:
    return claims.read(claims.open_document(path), claimed=words())


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def pairs(
    found: list[dict[str, Any]], gold: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Claims with their gold, those that agree on the indicator first."""
    left, matched = list(gold), []
    open_claims = list(found)
    for same in (True, False):
        for claim in list(open_claims):
            for record in left:
                a, b = fold(claim["sentence"]), fold(record["sentence"])
                agrees = not same or claim["indicator"] == record["indicator"]
                if abs(claim["value"] - record["value"]) < 1e-9 and (a in b or b in a) and agrees:
                    left.remove(record)
                    open_claims.remove(claim)
                    matched.append((claim, record))
                    break
    return matched


def score() -> Score:
    """The score over all reports."""
    sums = [0, 0, 0, 0]
    for path, gold in reports():
        found = [claim.plain() for claim in read(path).claims]
        matched = pairs(found, gold)
        sums[0] += len(found) + len(gold)
        sums[1] += len(matched)
        sums[2] += sum(a["indicator"] == b["indicator"] for a, b in matched)
        sums[3] += sum(a["qualifier"] == b["qualifier"] for a, b in matched)
    return Score(*(2 * each / sums[0] for each in sums[1:]))
