"""A report that was read in the browser: its text with the claims in place, and the register beside them, as a record.

It is working data of whoever had it read, never part of the record: `kept` is what lies in the folder of the job, and
it is dropped with it. Sentences are said when it is shown, in the language of whoever looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter, claims
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.dates import periods
from fasti.reports import looks, reasons, reconcile
from fasti.subjects.models import Unit


def kept(document: claims.Document, report: claims.Report, found: reconcile.Reconciliation) -> dict[str, Any]:
    """The reading as it is kept."""
    return {
        "languages": list(report.languages),
        "notes": [{"code": note.code, "args": dict(note.args)} for note in report.notes],
        "totals": [each.plain() for each in report.totals if not each.is_consistent],
        "passages": [_passage(each) for each in document.passages],
        "lines": [_line(line) for line in found.lines],
        "left_out": [[id, value] for id, value in found.left_out],
    }


def _passage(each: claims.Passage) -> dict[str, Any]:
    places = {"page": each.page, "line": each.line, "table": each.table, "row": each.row}
    return {
        "number": each.number,
        "text": each.text,
        **{key: at for key, at in places.items() if at is not None},
    }


def _line(line: reconcile.Line) -> dict[str, Any]:
    return {
        **line.claim.plain(),
        "verdict": line.verdict,
        "registered": line.registered,
        "difference": None if line.difference is None else float(line.difference),
        "reasons": [_reason(each) for each in line.reasons],
    }


def _reason(reason: reasons.Reason) -> dict[str, Any]:
    under = reason.under
    return {
        "reason": reason.code,
        "indicator": reason.indicator,
        "period": under.period.code,
        "boundaries": under.boundaries.isoformat() if under.boundaries else None,
        "known": under.known.isoformat() if under.known else None,
        "args": dict(reason.args),
        "acts": list(reason.acts),
        "num_acts": reason.num_acts,
    }


def reason_of(written: Mapping[str, Any]) -> reasons.Reason:
    """A reason as it was kept."""
    days = [date.fromisoformat(written[key]) if written[key] else None for key in ("boundaries", "known")]
    under = looks.Under(periods.parse_asked(written["period"]), *days)
    return reasons.Reason(
        written["reason"], written["indicator"], under, written["args"], tuple(written["acts"]), written["num_acts"]
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: plain, or the words of a claim by its place among the lines."""

    text: str
    line: int | None = None


def pieces(passage: Mapping[str, Any], lines: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Piece]:
    """A passage in stretches, each claim of it marked; `lines` are the claims of the passage with their places."""
    text, at = str(passage["text"]), 0
    for index, line in sorted(lines, key=lambda each: each[1]["where"]["start"]):
        start, end = line["where"]["start"], line["where"]["end"]
        if start < at:
            continue  # Two claims share these words: half of 12 is said once.
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], index)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def may_share(sight: Sight, unit: str, *, pack: charter.Pack, day: date) -> bool:
    """Whether somebody of the reader's own unit may see the whole of a reading about a unit or peer group.

    A reading tells what its reader was told, of the units within as well: whoever else sees it must be granted all
    figures of it and of all beneath it.
    """
    members = pack.peer_group(unit, as_of=day).units if unit in pack.peer_groups(as_of=day) else (unit,)
    ids = dict(Unit.objects.filter(code__in=members).values_list("code", "id"))
    return bool(ids) and all(sight.ground_beneath(rights.FIGURES, id) is not None for id in ids.values())
