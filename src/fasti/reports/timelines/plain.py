"""A timeline as plain values, for JSON."""

from __future__ import annotations

from typing import Any

from fasti.reports.timelines.timeline import Deed, Entry, Timeline


def plain(shown: Timeline) -> dict[str, Any]:
    """The whole timeline; days as YYYY-MM-DD, `ends_before` exclusive, codes beside the words."""
    made: dict[str, Any] = {
        shown.subject: shown.code,
        "name": shown.name,
        "as_of": shown.as_of.isoformat(),
        "known": shown.known.isoformat() if shown.known else None,
        "standing": list(shown.standing),
        "entries": [_entry(each, shown) for each in shown.entries],
        "num_later": shown.num_later,
    }
    if shown.members:
        made["members"] = {day.isoformat(): num for day, num in shown.members}
    return made


def _entry(entry: Entry, shown: Timeline) -> dict[str, Any]:
    return {
        "line": entry.line,
        "matter": entry.matter,
        "what": entry.what,
        **entry.codes,
        "starts_on": entry.starts_on.isoformat(),
        "ends_before": entry.ends_before.isoformat() if entry.ends_before else None,
        "is_event": entry.is_event,
        "holds": entry.holds(shown.as_of) if entry.is_end_told else None,
        "opened_by": _deed(entry.opened),
        "closed_by": _deed(entry.closed),
    }


def _deed(deed: Deed | None) -> dict[str, Any] | None:
    if deed is None:
        return None
    return {
        "act": deed.act,
        "symbol": deed.symbol,
        "signed_on": deed.signed_on.isoformat(),
        "effect": deed.ordinal,
        "kind": deed.kind,
        "told": deed.told,
    }
