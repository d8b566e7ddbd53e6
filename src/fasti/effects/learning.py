"""Wordings learned from reports that were read wrongly: each stands from its day until the same phrase is learned anew.

Whether a phrase may be learned at all is asked of the lists of the rule book, when the act is judged.
"""

from __future__ import annotations

from fasti.acts.findings import Finding
from fasti.claims import learned
from fasti.effects.lines import WordingLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import WordingRow


def learn(effect: Recorded, line: WordingLine) -> list[Finding]:
    """The wording is read as said from the day on, in place of an earlier entry of the same phrase."""
    data = effect.data
    key = (data["text_language"], learned.folded(data["phrase"]))
    told = (data.get("indicator", ""), data.get("qualifier", ""))
    before = line.open.get(key)
    if before is not None and (before.indicator, before.qualifier) == told:
        args = {"value": data["phrase"], "day": effect.on}
        return [Finding("wording-learned-already", args, effect=effect.id)]
    if before is not None:
        line.end(key, effect.on, effect.id)
    line.begin(key, WordingRow(line.subject, *key, *told, effect.on, None, effect.id, None))
    return []
