"""The checks of a return that is handed in, sent back or opened again: by the form and the duty of its period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import figure_rules, given_figures, returning
from fasti.effects.case import Case
from fasti.effects.figure_rules import Figures
from fasti.effects.recorded import Recorded

WHOLE = "all"
"""The place of a reason that concerns the return as a whole."""
_REMEMBERED = 8
"""So many earlier periods are looked at for what is usual."""


def check(effect: Recorded, case: Case) -> Iterable[Finding]:
    """The return is owed, not closed, addressed as the form says, and its figures keep the rules."""
    owed = list(check_owed(effect, case))
    yield from owed
    if owed:
        return
    form, duty = rules_of(effect, case)
    handed_in = form.handed_in
    if handed_in is None:
        args = {"return_form": form.id, "day": _period(effect).last_day, "article": form.reference}
        yield Finding("return-form-not-handed-in", args, form.reference, effect=effect.id)
        return
    yield from _check_recipient(effect, case, handed_in, form)
    yield from check_open(effect, case, handed_in, form, duty)
    yield from check_content(effect.data, form, earlier(effect, case), effect=effect.id)


def check_owed(effect: Recorded, case: Case) -> Iterable[Finding]:
    """The form is for such a period, which has begun; the unit stood on its last day and owed it."""
    named = returning.named(effect)
    try:
        period = periods.Period.parse(effect.data["period"])
    except periods.MalformedPeriod:
        period = None
    if period is None or period.code != effect.data["period"]:
        yield Finding("period-malformed", {"value": effect.data["period"]}, effect=effect.id)
        return
    try:
        form = case.pack.form(effect.data["return_form"], as_of=period.last_day)
    except charter.NoRule:
        yield Finding("unknown-form", {"value": effect.data["return_form"]}, effect=effect.id)
        return
    if period.kind not in form.period_kinds:
        args: dict[str, object] = {"return_form": form.id, "period": period.code, "article": form.reference}
        yield Finding("return-wrong-period", args, form.reference, effect=effect.id)
        return
    if effect.on < period.starts_on:
        args = {"field": "on", "until": effect.on, "day": period.starts_on}
        yield Finding("day-not-after", args, effect=effect.id)
    row = case.unit_row(effect.unit, period.last_day)
    if row is None:
        yield Finding("unit-not-there", {"unit": effect.unit, "day": period.last_day}, effect=effect.id)
    elif case.pack.duty_of_kind(form.id, row.kind, period) is None:
        yield Finding("return-not-owed", named, form.reference, effect=effect.id)


def check_reasons(effect: Recorded, case: Case) -> Iterable[Finding]:
    """A return is sent back for something: each reason names a figure or section of the form, or the whole."""
    owed = list(check_owed(effect, case))
    yield from owed
    if owed:
        return
    form, _ = rules_of(effect, case)
    reasons = effect.data["reasons"]
    if not reasons or not all(text.strip() for text in reasons.values()):
        yield Finding("missing-field", {"field": "reasons"}, effect=effect.id)
    for place in sorted(set(reasons) - {WHOLE, *places(form)}):
        yield Finding("return-figure-unknown", {"figure": place, "return_form": form.id}, effect=effect.id)


def places(form: rules.Form) -> tuple[str, ...]:
    """All that a return on a form says something about: computed and declared figures, sections of narrative."""
    handed_in = form.handed_in
    if handed_in is None:
        return form.figures
    return (
        *form.figures,
        *(each.id for each in handed_in.declared),
        *(each.id for each in handed_in.narrative),
    )


def check_content(
    data: Mapping[str, Any], form: rules.Form, figures: Figures, *, effect: int | None = None
) -> Iterator[Finding]:
    """What is wrong with the figures and the narrative of a return, whether it is handed in or still being filled.

    `figures`: the earlier figures of the unit; those given are taken from `data`.
    """
    handed_in = form.handed_in
    if handed_in is None:
        return
    computed, declared = data.get("computed", {}), data.get("declared", {})
    remarks = {key for key, text in data.get("remarks", {}).items() if text.strip()}
    kinds = {each.id: each.kind for each in handed_in.declared}
    found = [
        *_unknown(form, computed, declared, data),
        *_missing(form, computed, declared, remarks),
        *_malformed(computed, declared, kinds),
    ]
    asked = Figures({**computed, **declared}, figures.before, figures.history)
    for rule in handed_in.rules:
        broken = figure_rules.broken(rule, asked)
        if broken and (rule.is_strict or rule.figure not in remarks):
            code, args = broken
            remark = "not-enough" if rule.is_strict else "enough"
            named = {"figure": rule.figure, "value": asked.given[rule.figure], "remark": remark}
            found.append(Finding(code, {**named, **args}, form.reference))
    narrative = data.get("narrative", {})
    for section in handed_in.narrative:
        if section.is_required and not narrative.get(section.id, "").strip():
            found.append(Finding("return-narrative-missing", {"figure": section.id}, form.reference))
    yield from (each if effect is None else each.at(effect=effect) for each in found)


def _unknown(
    form: rules.Form, computed: Mapping[str, str], declared: Mapping[str, str], data: Mapping[str, Any]
) -> Iterator[Finding]:
    """What is given has its place in the form."""
    handed_in = form.handed_in
    own = [each.id for each in handed_in.declared] if handed_in else []
    sections = [each.id for each in handed_in.narrative] if handed_in else []
    for given, known in (
        (computed, form.figures),
        (declared, own),
        (data.get("remarks", {}), (*form.figures, *own)),
        (data.get("narrative", {}), sections),
    ):
        for id in sorted(set(given) - set(known)):
            yield Finding("return-figure-unknown", {"figure": id, "return_form": form.id}, form.reference)


def _missing(
    form: rules.Form, computed: Mapping[str, str], declared: Mapping[str, str], remarks: set[str]
) -> Iterator[Finding]:
    """Every figure is given; one that only the unit could know may be unknown to it, if it says why."""
    own = [each.id for each in form.handed_in.declared] if form.handed_in else []
    missing = [id for id in form.figures if id not in computed]
    missing += [id for id in own if id not in declared]
    missing += [id for id in own if declared.get(id) == given_figures.NONE and id not in remarks]
    yield from (Finding("return-figure-missing", {"figure": id}, form.reference) for id in missing)


def _malformed(
    computed: Mapping[str, str], declared: Mapping[str, str], kinds: Mapping[str, str]
) -> Iterator[Finding]:
    """Figures are figures; those declared of the kind that the form asks."""
    for id, text in (*computed.items(), *declared.items()):
        try:
            given_figures.read(text)
        except given_figures.MalformedFigure:
            yield Finding("return-figure-malformed", {"figure": id, "value": text})
            continue
        wanted = kinds.get(id) if id in declared else None
        if wanted and text != given_figures.NONE and given_figures.is_ratio(text) != (wanted == "ratio"):
            yield Finding("return-figure-malformed", {"figure": id, "value": text})


def earlier(effect: Recorded, case: Case) -> Figures:
    """What the unit handed in on the form for earlier periods, as known with the act."""
    period = _period(effect)
    last: dict[str, int] = {}
    for row in case.world.rows("return", effect.unit):
        if row.form == effect.data["return_form"] and row.submission is not None:
            last[row.period] = row.submission
    before = {
        code: given_of(case.world.recorded(id).data) for code, id in last.items() if code != period.code
    }
    return of_earlier(before, period)


def of_earlier(given: Mapping[str, Mapping[str, str]], period: periods.Period) -> Figures:
    """The figures of earlier periods of the same kind, by the code of the period, as the rules ask for them."""
    parsed = {code: periods.Period.parse(code) for code in given}
    past = [
        each for each in parsed.values() if each.kind == period.kind and each.starts_on < period.starts_on
    ]
    past.sort(key=lambda each: each.starts_on)
    history = [given[each.code] for each in past[-_REMEMBERED:]]
    return Figures({}, given.get(period.previous().code, {}), history)


def given_of(data: Mapping[str, Any]) -> dict[str, str]:
    """All figures of a return as handed in."""
    return {**data.get("computed", {}), **data.get("declared", {})}


def _check_recipient(
    effect: Recorded, case: Case, handed_in: rules.HandedIn, form: rules.Form
) -> Iterable[Finding]:
    """It goes to whom the form says: by the tree of the period's last day, or by that of the day itself."""
    there = heir(case, effect.unit, effect.on)
    days = ((effect.unit, _period(effect).last_day), (there, effect.on))
    found = [recipient(case, unit, day, handed_in) for unit, day in days]
    allowed = [heir(case, each, effect.on) for each in found if each is not None]
    if effect.other_unit not in allowed:
        to = allowed[0] if allowed else effect.unit
        args = {"unit": effect.unit, "other_unit": to, "article": form.reference}
        yield Finding("return-to-other", args, form.reference, effect=effect.id)


def recipient(case: Case, unit: int, day: date, handed_in: rules.HandedIn) -> int | None:
    """Whom a unit hands a return in to, by the tree of a day; None for the top unit itself."""
    above = list(case.ancestors(unit, day))[1:]
    if not above:
        return None
    return above[0] if handed_in.recipient == "superior" else above[-1]


def heir(case: Case, unit: int, day: date) -> int:
    """Who answers for a unit on a day: itself, else whom it went over into, else what it stood under at its end."""
    seen: set[int] = set()
    while unit not in seen and case.unit_row(unit, day) is None:
        seen.add(unit)
        end = case.world.end_of(unit)
        if end is None or end.on > day:
            return unit
        last: Any = case.world.rows("unit", unit)[-1]
        unit = end.into or last.parent or unit
    return unit


def check_open(
    effect: Recorded, case: Case, handed_in: rules.HandedIn, form: rules.Form, duty: rules.Obligation
) -> Iterable[Finding]:
    """The form is not closed by time; it stays open for what was sent back, and for what was opened again."""
    closes = closes_on(handed_in, duty)
    if closes is None or effect.on <= closes:
        return
    before = [
        each
        for each in case.world.effects("return", effect.unit)
        if returning.named(each) == returning.named(effect)
        and each.order < effect.order
        and case.world.is_live(each.id)
    ]
    last = max(before, key=lambda each: each.order, default=None)
    if last is None or last.kind not in ("REOPEN_RETURN", "SEND_BACK_RETURN"):
        args = {**returning.named(effect), "day": closes, "by": handed_in.lock.reopened_by}
        args["article"] = form.reference
        yield Finding("return-closed", args, form.reference, effect=effect.id)


def closes_on(handed_in: rules.HandedIn, duty: rules.Obligation) -> date | None:
    """The last day on which a return can be handed in without being opened again; None: there is none."""
    days = handed_in.lock.closes_after_days
    return None if days is None else duty.in_time_until + timedelta(days=days)


def rules_of(effect: Recorded, case: Case) -> tuple[rules.Form, rules.Obligation]:
    """The form and the duty of the return's period; raises `NoRule`."""
    period = _period(effect)
    form = case.pack.form(effect.data["return_form"], as_of=period.last_day)
    row = case.unit_row(effect.unit, period.last_day)
    level = case.pack.unit_kind(row.kind if row else "", as_of=period.last_day).level
    return form, case.pack.obligation(form.id, level=level, period=period)


def _period(effect: Recorded) -> periods.Period:
    return periods.Period.parse(effect.data["period"])
