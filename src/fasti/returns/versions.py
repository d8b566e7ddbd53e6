"""The versions of a return: each as it was handed in, what was answered, and in what two of them differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from fasti.acts.models import Act
from fasti.dates import periods
from fasti.effects import consolidating, handing_in, kinds, returning, stored
from fasti.effects.consolidating import Beneath
from fasti.effects.recorded import Recorded
from fasti.subjects.models import Unit


@dataclass(frozen=True, slots=True)
class Version:
    """One handing in. `answer` is a state of the register, "" while it waits."""

    number: int
    act: str
    on: date
    recorded_at: datetime
    known_on: date
    computed: Mapping[str, str]
    declared: Mapping[str, str]
    remarks: Mapping[str, str]
    narrative: Mapping[str, str]
    proposals: tuple[str, ...]
    beneath: Beneath
    """What it says of the returns beneath."""
    act_class: str
    """The class of confidentiality of the act that hands it in."""
    answer: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    """The code of the act that answered it; "" also for whom it is closed to."""
    answer_class: str = ""
    """The class of confidentiality of that act."""
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure or section that two versions give differently; "" where one does not give it."""

    place: str
    before: str
    after: str


def versions(
    unit: str, form: str, period: periods.Period, *, known_before: datetime | None = None
) -> tuple[Version, ...]:
    """Every version that stands, in order, as known at an instant (None: now). A withdrawn one is none."""
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if id is None:
        return ()
    log = stored.Log(known_before)
    named = {"unit": id, "return_form": form, "period": period.code}
    live = [
        each
        for each in log.effects("return", id)
        if each.kind in kinds.OF_RETURNS and returning.named(each) == named and log.is_live(each.id)
    ]
    live.sort(key=lambda each: each.order)
    acts = {act.id: act for act in Act.objects.select_related("issuer").filter(id__in={e.act for e in live})}
    found: list[Version] = []
    for each in live:
        if each.kind == "SUBMIT_RETURN":
            found.append(_version(len(found) + 1, each, acts[each.act]))
        elif found and each.kind != "REOPEN_RETURN":
            found[-1] = _answered(found[-1], each, acts[each.act])
    return tuple(found)


def differences(before: Version, after: Version) -> tuple[Difference, ...]:
    """In what the later of two versions departs from the earlier: figures first, then texts."""
    pairs = (
        (handing_in.given_of(_data(before)), handing_in.given_of(_data(after))),
        (before.narrative, after.narrative),
    )
    return tuple(
        Difference(place, old.get(place, ""), new.get(place, ""))
        for old, new in pairs
        for place in dict.fromkeys((*old, *new))
        if old.get(place) != new.get(place)
    )


def _data(version: Version) -> dict[str, Mapping[str, str]]:
    return {"computed": version.computed, "declared": version.declared}


def _version(number: int, effect: Recorded, act: Act) -> Version:
    data = effect.data
    return Version(
        number, act.code, effect.on, act.recorded_at, date.fromisoformat(data["known_on"]), data["computed"],
        data.get("declared", {}), data.get("remarks", {}), data.get("narrative", {}),
        tuple(data.get("proposals", ())), consolidating.beneath(data), act.confidentiality,
    )  # fmt: skip


def _answered(version: Version, effect: Recorded, act: Act) -> Version:
    state = returning.ACCEPTED if effect.kind == "ACCEPT_RETURN" else returning.SENT_BACK
    return replace(
        version,
        answer=state,
        answered_on=effect.on,
        answered_by=act.code,
        answer_class=act.confidentiality,
        reasons=effect.data.get("reasons", {}),
    )
