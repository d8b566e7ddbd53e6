"""Points given on the page of a scorecard: a form for one member and step; its act looked at, kept as a draft, issued.

The form is for whoever may draft or issue for a unit that the scorecard lets give the points; members are those that
the group's page shows anyway. What is wrong is told beside the item it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import quote, urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods

from fasti import charter, words
from fasti.access import actor, rights
from fasti.acts import findings
from fasti.acts.findings import Finding
from fasti.charter.scorecards import Scorecard
from fasti.effects import pointing
from fasti.indicators import engines
from fasti.indicators.figures import CannotCompute
from fasti.operations import draft_act, give_points, issue_act, naming, telling
from fasti.operations.give_points import Judged, Round
from fasti.reports import discretion
from fasti.reports import naming as told_names
from fasti.reports.peers import score_told, scored
from fasti.subjects.models import Unit
from fasti.web import asked, draft_signers, pages, peers, points_offered, refusals

LONGEST = 2000
_EVIDENCE = ("score-evidence-missing",)
"""Findings told beside the evidence of an item; others about it are told beside its points."""


@dataclass(frozen=True)
class Work:
    """One step of one member, and who may issue the act that gives it points."""

    request: asked.Asked
    group: str
    round: Round
    card: Scorecard
    unit: str
    giver: str
    issuers: tuple[str, ...]
    found: scored.Scored

    @property
    def member(self) -> scored.Member:
        """The member that is given points."""
        return next(each for each in self.found.members if each.unit == self.unit)

    @property
    def back(self) -> str:
        """The address of the member's sheet."""
        query = urlencode({"period": self.round.period.code, "of": self.unit})
        return f"/peers/{quote(self.group, safe='')}/score/{self.card.id}/?{query}#sheet"


@dataclass(frozen=True)
class Item:
    """An item that is judged, as the form asks for it."""

    id: str
    name: str
    sign: str
    most: str
    before: tuple[tuple[str, str], ...]
    """Points of the other steps, by the step's name."""
    points: str
    evidence: str
    needs_evidence: bool
    errors: tuple[str, ...]
    evidence_errors: tuple[str, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: asked.Asked, group: str, card: str) -> HttpResponse:
    """The form; on request the act as it would be, a draft of it, or the act itself."""
    work = _work(request, group, card)
    if request.method != "POST":
        return _show(work)
    step = request.POST.get("do", "")
    judged, head = {work.unit: _judged(work)}, _head(work)
    who = actor.signed_in(request.sight)
    try:
        if step == "issue":
            give_points.give(
                work.round,
                judged,
                head,
                pack=request.pack,
                recorded_at=asked.now(),
                actor=who,
                lang=request.lang,
            )
            return redirect(work.back)
        if step == "draft":
            kept = give_points.draft(
                work.round, judged, head, pack=request.pack, drafted_at=asked.now(), actor=who
            )
            return redirect("draft", id=kept.id)
        content = give_points.content(work.round, judged, head, pack=request.pack)
        seen = issue_act.preview([content], pack=request.pack, lang=request.lang, actor=who)
    except (issue_act.CannotIssue, draft_act.CannotKeep) as refused:
        return _show(work, refused.findings)
    symbol = seen.acts[0].symbol if seen.acts and not seen.findings else ""
    return _show(work, seen.findings, symbol=symbol)


def _work(request: asked.Asked, group: str, card: str) -> Work:
    """What is asked for; refused alike for what is not there and for what is not granted."""
    kinds: tuple[str, ...] = ("year",)
    if card in request.pack.scorecards(as_of=request.day):
        kinds = (request.pack.scorecard(card, as_of=request.day).period_kind,)
    question = peers.asked_of(request, group, kinds)
    peers.require_card(request, group, card)
    unit, step = request.GET.get("of", ""), request.GET.get("step", "")
    if step not in pointing.STEPS or question.errors:
        raise refusals.NotThere
    wanted = Round(card, question.period, step)
    try:
        rule = give_points.rule(wanted, pack=request.pack)
        giver = give_points.giver(unit, wanted, pack=request.pack)
    except (issue_act.CannotIssue, charter.NoRule) as refused:
        raise refusals.NotThere from refused
    issuers = points_offered.issuers(request, giver)
    if not issuers:
        raise refusals.NotGranted(rights.DRAFT)
    return Work(request, group, wanted, rule, unit, giver, issuers, _scored(request, wanted, unit))


def _scored(request: asked.Asked, wanted: Round, unit: str) -> scored.Scored:
    try:
        with engines.one_state():
            found = scored.scored(
                request.pack, wanted.card, request.sight, period=wanted.period, lang=request.lang
            )
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused
    except (scored.WrongPeriod, CannotCompute, charter.NoRule) as refused:
        raise refusals.NotThere from refused
    if unit not in {each.unit for each in found.members}:
        raise refusals.NotThere
    return found


def _judged(work: Work) -> Judged:
    """What was typed; an item left empty has no points."""
    typed, items = work.request.POST, tuple(work.card.limits())
    points = {id: typed.get(f"points-{id}", "").strip()[:LONGEST] for id in items}
    evidence = {id: typed.get(f"evidence-{id}", "").replace("\r\n", "\n").strip()[:LONGEST] for id in items}
    excluded = set(typed.getlist("excluded"))
    return Judged(
        {id: text.replace(",", ".") for id, text in points.items() if text},
        {id: text for id, text in evidence.items() if text},
        tuple(each.id for each in work.card.exclusions if each.figure is None and each.id in excluded),
    )


def _head(work: Work) -> dict[str, str]:
    """Issuer, day and signer as chosen; the language is that of the body."""
    typed = work.request.POST
    issuer = typed.get("issuer", "")
    day = draft_signers.signed_on(work.request).isoformat()
    head = {"signed_on": day, "issuer": issuer if issuer in work.issuers else work.issuers[0]}
    signer = typed.get("signed_by", "")[:64]
    signed = {**head, "signer": signer}
    if typed.get("do") == "preview" and "type" not in give_points.head(
        work.giver, signed, pack=work.request.pack
    ):
        # Of another issuer, chosen before: looked at with whom the rules name; issued only with whom was shown.
        return head
    return signed if signer else head


# -- showing -----------------------------------------------------------------------------------------------------------


def _show(work: Work, found: Sequence[Finding] = (), *, symbol: str = "") -> HttpResponse:
    request, lang = work.request, work.request.lang
    beside, others = _told(work, found)
    names = told_names.Names(request.pack, lang, request.day)
    ids = dict(Unit.objects.filter(code__in=work.issuers).values_list("code", "id"))
    head = _head(work)
    issuer = head["issuer"]
    context = {
        "group": work.group, "group_name": request.pack.name("peer_group", work.group, lang),
        "card": work.card, "work": work, "step_name": words.say(f"score-step-{work.round.step}", lang),
        "card_name": words.sentence(request.pack.name("scorecard", work.card.id, lang)).rstrip("."),
        "period_told": words.period(work.round.period, lang), "giver_name": names.of_unit(work.giver),
        "items": _items(work, beside), "exclusions": _exclusions(work), "told": others, "symbol": symbol,
        "num_findings": len(found), "summary": [(id, text) for id, texts in beside.items() for text in texts],
        "issuers": [(code, names.of_unit(code)) for code in work.issuers], "issuer": issuer,
        "signed_told": words.day(date.fromisoformat(head["signed_on"]), lang, style="short"),
        "signers": _signers(work, ids[issuer], head), "signer": head.get("signer", ""),
        "may_issue": any(request.sight.may(rights.ISSUE, id) for id in ids.values()),
        "may_draft": any(request.sight.may(rights.DRAFT, id) for id in ids.values()),
    }  # fmt: skip
    return pages.show(request, "peers/give.html", context, status=422 if found else 200)


def _told(work: Work, found: Sequence[Finding]) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Sentences by the field they are about, and the others with their codes."""
    request, beside, others = work.request, dict[str, list[str]](), []
    names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
    items = work.card.limits()
    for each in found:
        item = str(each.args.get("score_item", ""))
        told = telling.sentence(findings.named(each, names), request.lang, pack=request.pack)
        if item in items:
            part = "evidence" if each.code in _EVIDENCE else "points"
            beside.setdefault(f"{part}-{item}", []).append(told)
        else:
            others.append((each.code, told))
    return beside, others


def _items(work: Work, beside: dict[str, list[str]]) -> list[Item]:
    pack, lang = work.request.pack, work.request.lang
    evidenced, judged = work.card.evidenced(), set(work.card.judged)
    typed = work.request.POST if work.request.method == "POST" else None
    deductions = {each.id for each in work.card.deductions.items}
    rows = []
    for id, most in work.card.limits().items():
        before = _component(work, work.round.step, id)
        points = "" if before is None or (id not in judged and not before.points) else _plain(before)
        rows.append(
            Item(
                id, pack.name("score_item", id, lang), "−" if id in deductions else "",
                score_told.points(most, work.found, lang), _others(work, id),
                points if typed is None else typed.get(f"points-{id}", ""),
                (before.evidence if before else "") if typed is None else typed.get(f"evidence-{id}", ""),
                id in evidenced, tuple(beside.get(f"points-{id}", ())), tuple(beside.get(f"evidence-{id}", ())),
            )
        )  # fmt: skip
    return rows


def _component(work: Work, step: str, id: str) -> scored.Component | None:
    """What a step says of an item; None while nobody has given points in it."""
    found = work.member.step(step)
    if found.act is None and found.total is None:
        return None
    return next(each for each in found.components if each.id == id)


def _plain(each: scored.Component) -> str:
    """Points as they are written: rounded to a number of decimals, so the text is exact."""
    if each.points is None:
        return ""
    return f"{Decimal(each.points.numerator) / Decimal(each.points.denominator):f}"


def _others(work: Work, id: str) -> tuple[tuple[str, str], ...]:
    lang, listed = work.request.lang, []
    for step in pointing.STEPS:
        each = _component(work, step, id) if step != work.round.step else None
        if each is not None:
            listed.append(
                (words.say(f"score-step-{step}", lang), score_told.points(each.points, work.found, lang))
            )
    return tuple(listed)


def _exclusions(work: Work) -> list[tuple[str, str, bool]]:
    """Reasons that are judged, and whether each is chosen."""
    request, listed = work.request, []
    kept = work.member.step(work.round.step).excluded
    for each in work.card.exclusions:
        if each.figure is None:
            name = request.pack.names("score_item", request.lang).get(each.id, each.id)
            is_posted = request.method == "POST"
            chosen = each.id in request.POST.getlist("excluded") if is_posted else name in kept
            listed.append((each.id, name, chosen))
    return listed


def _signers(work: Work, issuer: int, head: dict[str, str]) -> list[tuple[str, str]]:
    request = work.request
    made = give_points.head(work.giver, head, pack=request.pack)
    day = date.fromisoformat(head["signed_on"])
    if "type" not in made:
        return []
    return draft_signers.options(request, issuer=issuer, act_type=made["type"], day=day)


urlpatterns = [path("peers/<str:group>/score/<str:card>/give/", give, name="points-give")]
