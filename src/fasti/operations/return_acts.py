"""The acts by which returns are handed in and answered: whose they are, and that they say what their effects say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import consolidating, handing_in, kinds, returning
from fasti.effects.case import Case, taken_back
from fasti.effects.recorded import Recorded
from fasti.operations.prepared import Prepared


def of_return(effect: Recorded, case: Case) -> bool:
    """Whether an effect hands in or answers a return, or undoes one that does."""
    return taken_back(effect, case.world).kind in kinds.OF_RETURNS


def check(
    prepared: Prepared, served: int, pack: charter.Pack, id_of: Callable[[str], int | None]
) -> Iterable[Finding]:
    """What stands against the effects on returns of an act whose issuer serves a unit. `id_of`: of a unit's code."""
    case = Case(prepared.trial, pack)
    for effect in prepared.effects:
        if effect.kind not in kinds.OF_RETURNS:
            continue
        act = prepared.written
        if effect.on != act.signed_on:
            args: dict[str, object] = {**returning.named(effect), "day": act.signed_on}
            yield Finding("return-other-day", args, effect=effect.id)
        if effect.kind == "SUBMIT_RETURN":
            yield from _check_own(effect, prepared, served, case)
            yield from consolidating.check(effect, case, id_of)
        else:
            yield from _check_answer(effect, served, case)


def _check_own(effect: Recorded, prepared: Prepared, served: int, case: Case) -> Iterable[Finding]:
    """A return is its unit's own act, on its form and period, signed by whom the form says."""
    act = prepared.written
    named = returning.named(effect)
    if (act.form, act.period) != (named["return_form"], named["period"]):
        yield Finding("return-other-form", named, effect=effect.id)
    if handing_in.heir(case, effect.unit, effect.on) != served:
        args = {**named, "other_unit": served}
        yield Finding("return-of-other-unit", args, effect=effect.id)
    form = _form(effect, case)
    if form is None or form.handed_in is None or not form.handed_in.signers:
        return
    offices = _offices(prepared, case)
    if offices.isdisjoint(form.handed_in.signers):
        args = {**named, "article": form.reference}
        yield Finding("return-signed-by-other", args, form.reference, effect=effect.id)


def _offices(prepared: Prepared, case: Case) -> set[str]:
    """The offices in which the act is signed: that of the post named."""
    post = prepared.signer_post
    return set() if post is None else {case.world.office_of(post)}


def _check_answer(effect: Recorded, served: int, case: Case) -> Iterable[Finding]:
    """A return is answered by its recipient or one above it, never by the unit itself."""
    form = _form(effect, case)
    if form is None or form.handed_in is None:
        return
    last = periods.Period.parse(effect.data["period"]).last_day
    to = [
        handing_in.heir(case, unit, effect.on)
        for unit in (handing_in.recipient(case, effect.unit, last, form.handed_in), _addressed(effect, case))
        if unit is not None
    ]
    above = {each for unit in to for each in case.ancestors(unit, effect.on)}
    by_top = effect.kind == "REOPEN_RETURN" and form.handed_in.lock.reopened_by == "top"
    is_top = list(case.ancestors(served, effect.on)) == [served]
    if served not in above or (by_top and not is_top):
        args = {
            **returning.named(effect),
            "other_unit": to[0] if to else effect.unit,
            "article": form.reference,
        }
        yield Finding("return-answered-by-other", args, form.reference, effect=effect.id)


def _addressed(effect: Recorded, case: Case) -> int | None:
    """The unit that the version answered was handed in to."""
    line = "proposal" if effect.kind == "ANSWER_PROPOSAL" else "return"
    for row in case.world.rows(line, effect.unit):
        if effect.id in ((row.closed_by,) if line == "proposal" else (row.opened_by,)):
            found: int | None = row.recipient
            return found
    return None


def _form(effect: Recorded, case: Case) -> rules.Form | None:
    try:
        day = periods.Period.parse(effect.data["period"]).last_day
        return case.pack.form(effect.data["return_form"], as_of=day)
    except (charter.NoRule, periods.MalformedPeriod):
        return None


def place(effect: Recorded, case: Case, on: date) -> int:
    """The unit within whose reach an act on a return lies: who answers for the return's unit on the day."""
    return handing_in.heir(case, effect.unit, on)


def with_article(finding: Finding, pack: charter.Pack) -> Finding:
    """The refusal of a locked return with the article of the lock and who may open it again."""
    if finding.code != "return-accepted":
        return finding
    try:
        day = periods.Period.parse(str(finding.args["period"])).last_day
        form = pack.form(str(finding.args["return_form"]), as_of=day)
    except (charter.NoRule, periods.MalformedPeriod):
        return finding
    by = form.handed_in.lock.reopened_by if form.handed_in else "recipient"
    return replace(finding, args={**finding.args, "by": by}, reference=form.reference)
