"""Returns of the cast: what the board of the South hands in for a half-year, what the council answers."""

from __future__ import annotations

from typing import Any

from fasti.acts.models import Act
from fasti.dates import periods
from fasti.register.models import ReturnState
from tests import cast

FORM, PERIOD = "half-year", "2024-H1"
DECLARED = {
    "meetings.held": "6",
    "meetings.attended": "40/48",
    "petitions.carried": "2",
    "petitions.received": "9",
    "petitions.settled": "8",
    "petitions.pending": "3",
}
TOLD = {"results": "The lamps were lit."}


def computed() -> dict[str, str]:
    """Some figure for every indicator of the form."""
    rule = cast.pack().form(FORM, as_of=periods.Period.parse(PERIOD).last_day)
    return {figure: str(n) for n, figure in enumerate(rule.figures)}


def submission(**more: Any) -> dict[str, Any]:
    """The effect by which the South hands in."""
    period = more.get("period", PERIOD)
    return {
        "kind": "SUBMIT_RETURN", "unit": "SOUTH", "other_unit": "GLK", "return_form": FORM, "period": period,
        "known_on": "2024-07-10", "computed": computed(), "declared": DECLARED, "narrative": TOLD, **more,
    }  # fmt: skip


def submit(on: str = "2024-07-10", *, issuer: str = "SOUTH-B", **more: Any) -> dict[str, Any]:
    """The report that hands in."""
    effect = submission(**more)
    return cast.act(
        issuer, "report", "Half-year report", on, effect, form=effect["return_form"], period=effect["period"]
    )


def answered(kind: str, **more: Any) -> dict[str, Any]:
    """An effect on the return of the South."""
    found = {"kind": kind, "unit": "SOUTH", "return_form": FORM, "period": PERIOD, **more}
    if kind in ("ACCEPT_RETURN", "SEND_BACK_RETURN"):
        found.setdefault("version", 1)
    if kind == "SEND_BACK_RETURN":
        found.setdefault("reasons", {"petitions.received": "The register of letters has eleven."})
    if kind == "REOPEN_RETURN":
        found.setdefault("explanation", "a petition was found")
    return found


def answer(kind: str, on: str, *, issuer: str = "COUNCIL", **more: Any) -> dict[str, Any]:
    """The council's letter about it."""
    return cast.act(issuer, "letter", "About your return", on, answered(kind, **more))


def issue(*contents: dict[str, Any]) -> Act:
    """Issue acts; the last of them."""
    return cast.issue(*contents)[-1]


def states(unit: str = "SOUTH", period: str = PERIOD) -> list[tuple[str, int, str]]:
    """State, version and first day of the return's spans."""
    rows = ReturnState.objects.filter(unit__code=unit, period=period).order_by("starts_on", "id")
    return [(row.state, row.version, row.starts_on.isoformat()) for row in rows]
