"""Good practices: described by a unit, adopted by others, withdrawn when they no longer hold. A practice is named by
its unit and a code of that unit's own.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import AdoptionLine, PracticeLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import AdoptionRow, PracticeRow
from fasti.subjects import names


def publish(effect: Recorded, line: PracticeLine) -> list[Finding]:
    """The practice stands as described, in place of an earlier description."""
    data = effect.data
    if data["practice"] in line.open:
        line.end(data["practice"], effect.on, effect.id)
    told = " ".join([data["title"], data["text"], data.get("worked_at", "")])
    row = PracticeRow(
        line.subject, data["practice"], data["practice_topic"], data["title"], names.fold(told), effect.on, None,
        effect.id, None,
    )  # fmt: skip
    line.begin(data["practice"], row)
    return []


def withdraw(effect: Recorded, line: PracticeLine) -> list[Finding]:
    """The practice is held out no more; who adopted it is not undone."""
    if effect.data["practice"] not in line.open:
        return [Finding("practice-not-there", _named(effect, effect.unit), effect=effect.id)]
    line.end(effect.data["practice"], effect.on, effect.id)
    return []


def adopt(effect: Recorded, line: AdoptionLine) -> list[Finding]:
    """The unit works by another's practice from now on; once is enough."""
    key = (effect.other_unit or 0, effect.data["practice"])
    if key in line.open:
        args = {**_named(effect, effect.other_unit), "other_unit": effect.unit}
        return [Finding("practice-adopted-already", args, effect=effect.id)]
    line.begin(key, AdoptionRow(line.subject, *key, effect.on, None, effect.id, None))
    return []


def check_described(effect: Recorded, case: Case) -> Iterable[Finding]:
    """It has a title and a text, and a topic of the charter's list."""
    for field in ("title", "text", "practice"):
        if not effect.data[field].strip():
            yield Finding("missing-field", {"field": field}, effect=effect.id)
    yield from case.check_listed(effect, "practice_topic", "practice.topics", "unknown-topic")


def check_adopted(effect: Recorded, case: Case) -> Iterable[Finding]:
    """It is another unit's practice, held out on the day."""
    if effect.other_unit == effect.unit:
        yield Finding("same-unit", {"unit": effect.unit}, effect=effect.id)
        return
    for row in case.world.rows("practice", effect.other_unit or 0):
        is_open = row.ends_before is None or effect.on < row.ends_before
        if row.practice == effect.data["practice"] and row.starts_on <= effect.on and is_open:
            return
    yield Finding("practice-not-there", _named(effect, effect.other_unit), effect=effect.id)


def _named(effect: Recorded, unit: int | None) -> dict[str, object]:
    return {"unit": unit, "value": effect.data["practice"], "day": effect.on}
