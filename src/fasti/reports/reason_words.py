"""The reasons for a difference in sentences, each with what to do next."""

from __future__ import annotations

from datetime import date

from fasti import charter, words
from fasti.dates import periods
from fasti.reports import naming, reasons


def sentence(
    reason: reasons.Reason, *, pack: charter.Pack, lang: str, names: naming.Names | None = None
) -> str:
    """Why the figures differ, and the next step. `names`: where names of units are at hand already."""
    told: dict[str, object] = {}
    for key, value in reason.args.items():
        told[key] = _told(key, value, lang)
    if "unit" in reason.args:
        day = reason.under.boundaries or reason.under.period.last_day
        told["unit"] = (names or naming.Names(pack, lang, day)).of_unit(reason.args["unit"])
    if reason.code in ("definition", "level", "flow"):
        told["indicator"] = pack.name("indicator", reason.indicator, lang)
    if reason.code == "late":
        told["n"] = reason.num_acts
    return words.say(f"reconcile-because-{reason.code}", lang, **told)


def _told(key: str, value: str, lang: str) -> object:
    match key:
        case "day":
            return words.day(date.fromisoformat(value), lang, style="short")
        case "period":
            return words.period(periods.parse_asked(value), lang)
        case "unit":
            return value
        case _:
            return words.number(int(value), lang)
