"""A reconciliation as a record: what programs get, and what is kept of a report that was read in the browser."""

from __future__ import annotations

from typing import Any

from fasti import charter
from fasti.acts.models import Act
from fasti.reports import reason_words, reasons, reconcile


def plain(found: reconcile.Reconciliation, *, pack: charter.Pack, lang: str) -> dict[str, Any]:
    """The lines in order with their reasons, and what the report leaves out; `lang` is that of the sentences."""
    codes = _codes([id for line in found.lines for reason in line.reasons for id in reason.acts])
    return {
        "unit": found.unit,
        "period": found.under.period.code,
        "lines": [_line(line, codes, pack, lang) for line in found.lines],
        "left_out": dict(found.left_out),
    }


def _line(line: reconcile.Line, codes: dict[int, str], pack: charter.Pack, lang: str) -> dict[str, Any]:
    return {
        **line.claim.plain(),
        "verdict": line.verdict,
        "registered": line.registered,
        "difference": None if line.difference is None else float(line.difference),
        "reasons": [_reason(reason, codes, pack, lang) for reason in line.reasons],
    }


def _reason(reason: reasons.Reason, codes: dict[int, str], pack: charter.Pack, lang: str) -> dict[str, Any]:
    under = reason.under
    return {
        "reason": reason.code,
        "sentence": reason_words.sentence(reason, pack=pack, lang=lang),
        "indicator": reason.indicator,
        "period": under.period.code,
        "boundaries": under.boundaries.isoformat() if under.boundaries else None,
        "known": under.known.isoformat() if under.known else None,
        "acts": [codes[id] for id in reason.acts if id in codes],
        "num_acts": reason.num_acts,
        **reason.args,
    }


def _codes(ids: list[int]) -> dict[int, str]:
    """The acts' own codes by id."""
    return {act.pk: act.code for act in Act.objects.select_related("issuer").filter(pk__in=set(ids))}
