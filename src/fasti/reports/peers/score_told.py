"""The scores of a peer group as a document of tables, in the language it was asked in: overview, then the sheets."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fasti import charter, words
from fasti.acts.models import Act
from fasti.effects import pointing
from fasti.reports.peers.paper import Paper, Table
from fasti.reports.peers.scored import Component, Member, Scored, Step

Behind = Mapping[str, tuple[list[Act], int]]


def paper(found: Scored, pack: charter.Pack, lang: str, *, behind: Behind | None = None) -> Paper:
    """The document. `behind`: the acts behind the figures, where one member is asked for."""
    period = words.period(found.period, lang)
    title = words.say(
        "score-title",
        lang,
        card=found.name[:1].upper() + found.name[1:],
        group=found.group_name,
        period=period,
    )
    facts = [words.say("score-by", lang, article=found.card.reference)]
    if found.known:
        facts.append(words.known_on(found.known, lang))
    tables = (
        _overview(found, pack, lang),
        *(_sheet(found, each, lang, behind or {}) for each in found.members),
    )
    name = f"{found.card.id}-{found.period.code}"
    return Paper(lang, name, title, found.group_name, tuple(facts), tables, plain(found, behind or {}))


def points(value: Fraction | None, found: Scored, lang: str) -> str:
    """Points as the language writes them; a dash for none."""
    if value is None:
        return words.say("score-none", lang)
    return words.number(value, lang, digits=found.card.decimals)


def total(step: Step, found: Scored, lang: str) -> str:
    """The total of a step, or why there is none."""
    if step.is_withheld:
        return words.say("score-withheld", lang)
    return points(step.total, found, lang)


def place(member: Member, lang: str) -> str:
    """The place of a member, or why it is not classed."""
    excluded = member.step(pointing.FINAL).excluded
    if excluded:
        return words.say("score-not-classed", lang, why=", ".join(excluded))
    if member.step(pointing.FINAL).total is None:
        return words.say(
            "score-not-scored" if not member.step(pointing.FINAL).is_withheld else "score-none", lang
        )
    return words.say("score-none", lang) if member.place is None else words.number(member.place, lang)


def notes(found: Scored, pack: charter.Pack, lang: str) -> tuple[str, ...]:
    """How items are rounded, what decides between equals, and whether there are places."""
    told = [words.say("score-rounding", lang, n=found.card.decimals)]
    if not found.ranking.is_on:
        return (*told, words.say("peers-ranking-off", lang))
    if found.card.ties:
        items = ", ".join(pack.name("score_item", id, lang) for id in found.card.ties)
        told.append(words.say("score-tie", lang, items=items))
    if not found.has_places:
        told.append(words.say("score-places-after-all", lang))
    return tuple(told)


def _overview(found: Scored, pack: charter.Pack, lang: str) -> Table:
    steps = [words.say(f"score-step-{each}", lang) for each in pointing.STEPS]
    heads = [words.say("col-unit", lang), words.say("score-col-checked-by", lang), *steps]
    has_place = found.ranking.is_on
    rows = []
    for each in found.members:
        row = [each.name, each.checker_name, *(total(step, found, lang) for step in each.steps)]
        rows.append((*row, place(each, lang)) if has_place else tuple(row))
    if has_place:
        heads.append(words.say("score-col-place", lang))
    return Table(
        words.say("score-overview", lang), tuple(heads), tuple(rows), (), notes(found, pack, lang), (0, 1)
    )


def _sheet(found: Scored, member: Member, lang: str, behind: Behind) -> Table:
    heads = ["item", "most", "figure"]
    told = [words.say(f"score-col-{each}", lang) for each in heads]
    told += [words.say(f"score-step-{each}", lang) for each in pointing.STEPS]
    if behind:
        told.append(words.say("score-col-acts", lang))
    final = member.step(pointing.FINAL)
    rows = []
    for n, each in enumerate(final.components):
        sign = "−" if each.part == "deduction" else ""
        row = [each.name, points(each.most, found, lang), _figure(each, lang)]
        row += [_points(step, n, sign, found, lang) for step in member.steps]
        rows.append((*row, acts(behind.get(each.figure), lang)) if behind else tuple(row))
    foot = [words.say("score-col-total", lang), "", "", *(total(step, found, lang) for step in member.steps)]
    left = (0, len(heads) + len(pointing.STEPS)) if behind else (0,)
    return Table(
        member.name,
        tuple(told),
        tuple(rows),
        (tuple(foot + [""] * bool(behind)),),
        tuple(_said(member, lang)),
        left,
    )


def _points(step: Step, n: int, sign: str, found: Scored, lang: str) -> str:
    each = step.components[n]
    if each.is_withheld:
        return words.say("score-withheld", lang)
    is_given = step.act is not None or step.total is not None or each.figure
    told = points(each.points if is_given else None, found, lang)
    return f"{sign}{told}" if each.points and is_given else told


def _figure(each: Component, lang: str) -> str:
    return each.amount.text if each.amount else words.say("score-judged", lang)


def acts(found: tuple[list[Act], int] | None, lang: str) -> str:
    """Acts by their numbers, and how many more."""
    if not found or not found[0]:
        return ""
    told = ", ".join(each.symbol for each in found[0])
    return words.say("score-acts-more", lang, acts=told, n=found[1]) if found[1] else told


def _said(member: Member, lang: str) -> list[str]:
    """Which act each step rests on, and the evidence given in the last one."""
    told = []
    for step in member.steps:
        if step.act is not None:
            reference = words.act_reference(step.act.symbol, step.act.signed_on, lang)
            name = words.say(f"score-step-{step.step}", lang)
            told.append(f"{name}: {reference} [{step.act.code}]")
    for each in member.step(pointing.FINAL).components:
        if each.evidence:
            told.append(f"{each.name}: {each.evidence}")
    return told


def plain(found: Scored, behind: Behind) -> dict[str, Any]:
    """The same for programs; points as exact text."""
    return {
        "scorecard": found.card.id, "peer_group": found.card.peer_group, "period": found.period.code,
        "known": found.known.isoformat() if found.known else None, "reference": found.card.reference,
        "is_verified": found.card.verified, "is_ranked": found.ranking.is_on, "has_places": found.has_places,
        "members": [_plain_member(each, behind) for each in found.members],
    }  # fmt: skip


def _plain_member(member: Member, behind: Behind) -> dict[str, Any]:
    return {
        "unit": member.unit, "name": member.name, "checked_by": member.checker or None, "place": member.place,
        "steps": [
            {
                "step": step.step, "total": _text(step.total), "bonus": _text(step.bonus),
                "deductions": _text(step.deductions), "excluded": list(step.excluded),
                "is_withheld": step.is_withheld, "act": step.act.code if step.act else None,
                "components": [_plain_component(each, behind) for each in step.components],
            }
            for step in member.steps
        ],
    }  # fmt: skip


def _plain_component(each: Component, behind: Behind) -> dict[str, Any]:
    amount = each.amount
    shown = behind.get(each.figure, ([], 0))[0]
    return {
        "item": each.id, "name": each.name, "part": each.part, "most": _text(each.most),
        "points": _text(each.points), "figure": each.figure or None,
        "value": None if amount is None or amount.value is None else str(amount.value),
        "numerator": amount.numerator if amount else None, "denominator": amount.denominator if amount else None,
        "evidence": each.evidence, "is_withheld": each.is_withheld, "acts": [act.code for act in shown],
    }  # fmt: skip


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
