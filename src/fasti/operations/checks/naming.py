"""Codes in place of ids in findings: those that are named, read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from fasti.operations.checks import sheets, stored
from fasti.operations.checks.body import as_day
from fasti.operations.checks.table import Found

_OF = {
    "unit": "unit", "other_unit": "unit", "person": "person", "other_person": "person", "post": "post",
    "other_post": "post", "other_act": "act",
}  # fmt: skip
_DAYS = ("day", "until")


class Names:
    """The codes of the acts, units, persons and posts that some findings name."""

    def __init__(self, findings: Iterable[Found]) -> None:
        wanted: dict[str, set[int]] = defaultdict(set)
        effects: set[int] = set()
        for each in findings:
            wanted["act"] |= {each.act} if isinstance(each.act, int) else set()
            effects |= {each.effect} if isinstance(each.effect, int) else set()
            for name, value in each.args.items():
                if name in _OF and isinstance(value, int):
                    wanted[_OF[name]].add(value)
        self._acts_of = dict(sheets.acts_of(effects))
        wanted["act"] |= set(self._acts_of.values())
        self._codes = {name: sheets.codes_of(name, ids) for name, ids in wanted.items()}

    def act(self, found: Found) -> str:
        """The code of the act to blame; empty where there is none."""
        act = found.act if found.act is not None else self._acts_of.get(found.effect or 0)
        return self._codes["act"].get(act, "") if act is not None else ""

    def args(self, found: Found) -> Mapping[str, Any]:
        """What the finding names, each by its code; days as days where they are some."""
        return {name: self._arg(name, value) for name, value in found.args.items() if value is not None}

    def _arg(self, name: str, value: Any) -> Any:
        if name in _OF:
            return self._codes[_OF[name]].get(value, f"?{value}")
        if name in _DAYS:
            day = value.date() if isinstance(value, datetime) else as_day(value)
            return day if isinstance(day, date) else stored.shown(value)
        return value if isinstance(value, int) else stored.shown(value)
