"""The sheet of a return: what the register says, what the unit has filled in, and what still stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import handing_in, returning, store
from fasti.effects.case import Case
from fasti.effects.figure_rules import Figures
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.register.rows import ReturnRow
from fasti.returns import expected, figures
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Unit

PARTS = ("declared", "remarks", "narrative", "proposals")
"""What a unit fills in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A return as it stands on a day, before it is handed in. `findings` must be gone before it can be."""

    unit: int
    code: str
    form: rules.Form
    period: periods.Period
    duty: rules.Obligation
    recipient: int
    state: str
    """A state of the register; `reported` where a report was given without figures; "" where nothing was."""
    version: int
    """The last version handed in."""
    closes_on: date | None
    computed: Mapping[str, str]
    content: Mapping[str, Any]
    """`declared`, `remarks`, `narrative`, `proposals`."""
    draft_version: int
    """Of the sheet in work; 0 where nobody has begun one."""
    earlier: Figures
    reasons: Mapping[str, str]
    """Why the last version was sent back, by figure or section."""
    findings: tuple[Finding, ...]


class NoSheet(LookupError):
    """There is no such return to fill; `findings` says why."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(", ".join(sorted({each.code for each in found})))
        self.findings = tuple(found)


def sheet(pack: charter.Pack, form: str, *, unit: str, period: periods.Period, day: date) -> Sheet:
    """The sheet of a unit's return as of a day; raises `NoSheet` when the unit owes none, and `CannotCompute`."""
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if id is None:
        raise NoSheet([Finding("unknown-unit", {"unit": unit})])
    case = Case(State(store.Stored()), pack)
    asked = _asked(id, form, period, day)
    found = list(handing_in.check_owed(asked, case))
    if found:
        raise NoSheet([_of_no_effect(each) for each in found])
    rule, duty = handing_in.rules_of(asked, case)
    if rule.handed_in is None:
        args: dict[str, object] = {"return_form": form, "day": period.last_day, "article": rule.reference}
        raise NoSheet([Finding("return-form-not-handed-in", args, rule.reference)])
    rows = [row for row in case.world.rows("return", id) if (row.form, row.period) == (form, period.code)]
    last: ReturnRow | None = rows[-1] if rows else None
    kept = ReturnDraft.objects.filter(unit=id, form=form, period=period.code).first()
    content = kept.content if kept else _content(case, last)
    computed = figures.computed(pack, rule, unit=unit, period=period)
    earlier = handing_in.earlier(asked, case)
    found = [*_locked(asked, last, rule), *handing_in.check_open(asked, case, rule.handed_in, rule, duty)]
    found += handing_in.check_content({**content, "computed": computed}, rule, earlier)
    there = handing_in.heir(case, id, day)
    to = handing_in.recipient(case, there, day, rule.handed_in)
    return Sheet(
        id, unit, rule, period, duty, to or there, _state(unit, rule, period, pack), last.version if last else 0,
        handing_in.closes_on(rule.handed_in, duty), computed, content, kept.version if kept else 0, earlier,
        _reasons(case, last), tuple(_of_no_effect(each) for each in found),
    )  # fmt: skip


def _state(unit: str, form: rules.Form, period: periods.Period, pack: charter.Pack) -> str:
    """As a list of what is owed says it; "" where nothing was given."""
    found = expected.expected(pack, form.id, unit=unit, period=period, itself=True)
    states = [row.state for row in found.rows if row.state != expected.MISSING]
    return states[0] if states else ""


def _asked(unit: int, form: str, period: periods.Period, day: date) -> Recorded:
    """The handing in that is asked about, as the checks of the effect take it; later than all that is recorded."""
    data = {"return_form": form, "period": period.code}
    return Recorded(1 << 62, 0, "SUBMIT_RETURN", day, unit, None, None, None, None, data)


def _of_no_effect(finding: Finding) -> Finding:
    return Finding(finding.code, finding.args, finding.reference)


def _locked(asked: Recorded, last: ReturnRow | None, form: rules.Form) -> list[Finding]:
    """The refusal of a return that is accepted."""
    if last is None or last.state != returning.ACCEPTED or form.handed_in is None:
        return []
    by = form.handed_in.lock.reopened_by
    args = {**returning.named(asked), "day": last.starts_on, "by": by}
    return [Finding("return-accepted", args, form.reference)]


def _content(case: Case, last: ReturnRow | None) -> dict[str, Any]:
    """What was handed in last: a correction begins with it."""
    if last is None or last.submission is None:
        return {}
    data = case.world.recorded(last.submission).data
    return {part: data[part] for part in PARTS if data.get(part)}


def _reasons(case: Case, last: ReturnRow | None) -> dict[str, str]:
    if last is None or last.state != returning.SENT_BACK:
        return {}
    return dict(case.world.recorded(last.opened_by).data["reasons"])
