"""Give points by a scorecard: what was judged of one member of a group, or of several, in one step becomes an act.

Who gives them follows from the scorecard: the member itself, the member that checks it this year, or the body above.
Points that follow from figures are computed where they are looked at and stand in no act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from fasti import charter, words
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Draft
from fasti.charter import scorecards
from fasti.charter.scorecards import Scorecard
from fasti.dates import periods
from fasti.effects import pointing, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import draft_act, issue_act, return_heads
from fasti.subjects.models import Unit


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of a member: points by item, as exact text such as 12, 7.5 or 20/3."""

    points: Mapping[str, str]
    evidence: Mapping[str, str] = field(default_factory=dict)
    """By item: what the points rest on."""
    excluded: tuple[str, ...] = ()
    """Why it is not classed: ids of the scorecard's exclusions."""


@dataclass(frozen=True, slots=True)
class Round:
    """One step of scoring a group for a period by a scorecard."""

    card: str
    period: periods.Period
    step: str
    """self, check or final."""


def rule(asked: Round, *, pack: charter.Pack) -> Scorecard:
    """The scorecard in force on the last day of the period; raises `issue_act.CannotIssue`."""
    day = asked.period.last_day
    try:
        return pack.scorecard(asked.card, as_of=day)
    except charter.NoRule:
        args: dict[str, object] = {"value": asked.card, "day": day}
        raise issue_act.CannotIssue([Finding("unknown-scorecard", args)]) from None


def giver(unit: str, asked: Round, *, pack: charter.Pack) -> str:
    """The code of the unit that gives a member its points in a step; raises `issue_act.CannotIssue` where none does.

    Of the bodies above the group, the nearest one that is no member of it.
    """
    card, day = rule(asked, pack=pack), asked.period.last_day
    members = pack.peer_group(card.peer_group, as_of=day).units
    if unit not in members:
        args: dict[str, object] = {"other_unit": unit, "scorecard": card.id, "article": card.reference}
        raise issue_act.CannotIssue([Finding("score-not-member", args, card.reference)])
    if asked.step == pointing.SELF:
        return unit
    if asked.step == pointing.FINAL:
        found = _above(unit, members, day, pack)
    else:
        is_checked = card.pairs == scorecards.ROTATION and len(members) > 1
        found = scorecards.checker(members, unit, on=day) if is_checked else ""
    if not found:
        args = {"step": asked.step, "scorecard": card.id, "article": card.reference}
        raise issue_act.CannotIssue([Finding("score-by-nobody", args, card.reference)])
    return found


def _above(unit: str, members: tuple[str, ...], day: date, pack: charter.Pack) -> str:
    case = Case(State(store.Stored()), pack)
    ids = [each for of in _ids(unit) for each in case.ancestors(of, day)][1:]
    codes = dict(Unit.objects.filter(id__in=ids).values_list("id", "code"))
    return next((codes[id] for id in ids if codes[id] not in members), "")


def _ids(code: str) -> list[int]:
    return list(Unit.objects.filter(code=code).values_list("id", flat=True))


def issuers(giver: str, *, may: Callable[[int], bool], day: date, pack: charter.Pack) -> list[str]:
    """Codes of the units by which a giver's act is issued: itself and its organs, where somebody may sign one.

    `may`: whether a unit, by its id, is asked about at all.
    """
    signed = {"signed_on": day.isoformat()}
    found = [(of, id, code) for of in _ids(giver) for id, code in return_heads.issuers(of, {}, pack, day)]
    return [
        code
        for of, id, code in found
        if may(id)
        and "signer" in return_heads.issuing("SCORE", served=of, given={**signed, "issuer": code}, pack=pack)
    ]


def head(giver: str, given: Mapping[str, Any], *, pack: charter.Pack) -> dict[str, Any]:
    """The head of the act by which a unit gives points: as given, the rest as the rules say. Raises
    `issue_act.CannotIssue` for a unit there is not.
    """
    for served in _ids(giver):
        return return_heads.issuing("SCORE", served=served, given=given, pack=pack)
    raise issue_act.CannotIssue([Finding("unknown-unit", {"unit": giver})])


def content(
    asked: Round, judged: Mapping[str, Judged], given: Mapping[str, Any], *, pack: charter.Pack
) -> dict[str, Any]:
    """The draft of the act: to be looked at before it is issued. `judged`: by code of the member.

    `given`: `signed_on` at least; issuer, type, signer and title follow from the rules where they are left out. Raises
    `issue_act.CannotIssue`.
    """
    givers = {unit: giver(unit, asked, pack=pack) for unit in judged}
    if not givers:
        raise issue_act.CannotIssue([Finding("score-of-nobody")])
    made = head(next(iter(givers.values())), given, pack=pack)
    effects = [
        {
            "kind": "SCORE", "unit": givers[unit], "other_unit": unit, "scorecard": asked.card,
            "period": asked.period.code, "step": asked.step, "points": dict(each.points),
            **({"evidence": dict(each.evidence)} if each.evidence else {}),
            **({"excluded": list(each.excluded)} if each.excluded else {}),
        }
        for unit, each in judged.items()
    ]  # fmt: skip
    return {"title": _title(asked, list(judged), str(made["language"]), pack), **made, "effects": effects}


def _title(asked: Round, units: list[str], lang: str, pack: charter.Pack) -> str:
    told = {
        "card": pack.name("scorecard", asked.card, lang), "period": words.period(asked.period, lang),
        "unit": units[0], "n": len(units), "step": asked.step,
    }  # fmt: skip
    return words.say("score-act-title", lang, **told)


def give(
    asked: Round,
    judged: Mapping[str, Judged],
    given: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act that gives the points. Raises `issue_act.CannotIssue` with all that stands in the way."""
    drafted = content(asked, judged, given, pack=pack)
    (act,) = issue_act.issue([drafted], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
    return act


def draft(
    asked: Round,
    judged: Mapping[str, Judged],
    given: Mapping[str, Any],
    *,
    pack: charter.Pack,
    drafted_at: datetime,
    actor: str | Actor,
) -> Draft:
    """Keep the act as a draft, for others to check and sign. Raises `issue_act.CannotIssue` where no act can be made
    of it, and `draft_act.CannotKeep`.
    """
    drafted = content(asked, judged, given, pack=pack)
    return draft_act.draft(drafted, drafted_at=drafted_at, actor=actor)
