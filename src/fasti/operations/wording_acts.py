"""The acts by which wordings of reports are learned: only of the unit that keeps the rule book, and only phrases that
its lists do not read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from fasti import charter, claims, words
from fasti.access import actor as actors
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.claims import learned, place
from fasti.effects.recorded import Recorded
from fasti.operations import draft_act, return_heads
from fasti.operations.prepared import Prepared
from fasti.subjects.models import Unit

KIND = "LEARN_WORDING"
KEEPER = "rule_book.keeper"

IdOf = Callable[[str], int | None]
"""The id of a unit's code, of those that the sheets name."""


def draft(
    effect: Mapping[str, Any], *, pack: charter.Pack, drafted_at: datetime, actor: str | Actor
) -> Draft:
    """Draft the act that teaches a wording, its issuer, type and signer as the rules say; the draft that its author has
    open already where it teaches just this.

    Raises `draft_act.CannotKeep`: for a wording that cannot be learned, and without the right to draft for the issuer.
    """
    if found := list(against(effect, pack)):
        raise draft_act.CannotKeep(found)
    day = drafted_at.date()
    keeper = str(pack.value(KEEPER, as_of=day).value)
    served = Unit.objects.filter(code=keeper).values_list("id", flat=True).first()
    if served is None:
        raise draft_act.CannotKeep([Finding("unknown-unit", {"unit": keeper})])
    title = words.say("wording-draft-title", pack.languages[0], phrase=effect["phrase"])
    given = {"signed_on": day.isoformat(), "title": title}
    head = return_heads.issuing(KIND, served=served, given=given, pack=pack)
    written = {key: value for key, value in effect.items() if value}
    content = {**head, "effects": [{"kind": KIND, "unit": keeper, **written}]}
    return _open_already(content, actors.of(actor)) or draft_act.draft(
        content, drafted_at=drafted_at, actor=actor
    )


def _open_already(content: Mapping[str, Any], who: Actor) -> Draft | None:
    """The author's open draft with the same effects."""
    effects = draft_act.keepable(content, who, before={})["effects"]
    own = Draft.objects.filter(issued_as=None, dropped_at=None, drafted_by=who.person)
    teaching = own.filter(content__effects__0__kind=KIND).order_by("id")
    return next((each for each in teaching if each.content["effects"] == effects), None)


def check(prepared: Prepared, pack: charter.Pack, id_of: IdOf) -> Iterable[Finding]:
    """What stands against the wordings that an act teaches."""
    for effect in prepared.effects:
        if effect.kind == KIND:
            yield from _check_keeper(effect, pack, id_of)
            yield from (each.at(effect=effect.id) for each in against(effect.data, pack))


def _check_keeper(effect: Recorded, pack: charter.Pack, id_of: IdOf) -> Iterable[Finding]:
    rule = pack.value(KEEPER, as_of=effect.on)
    code = str(rule.value)
    if id_of(code) != effect.unit:
        keeper = Unit.objects.filter(code=code).values_list("id", flat=True).first() or code
        args = {"unit": effect.unit, "other_unit": keeper, "article": rule.reference}
        yield Finding("wording-by-other", args, rule.reference, effect=effect.id)


def against(data: Mapping[str, Any], pack: charter.Pack) -> Iterable[Finding]:
    """What stands against an entry by itself: it is a phrase, of a figure that reports claim, and the lists of the pack
    do not read it otherwise.
    """
    phrase, args = data["phrase"], {"value": data["phrase"]}
    if pack.claimed is None:
        yield Finding("claims-pack-silent", {"value": pack.id})
    elif not learned.is_phrase(phrase):
        yield Finding("wording-malformed", args)
    elif (number := learned.num_words(phrase)) > learned.LONGEST:
        yield Finding("wording-too-long", {**args, "number": number, "limit": learned.LONGEST})
    elif (figure := data.get("indicator", "")) and figure not in figures(pack):
        yield Finding("wording-figure-unknown", {**args, "figure": figure})
    elif figure and _holds_a_figure(pack.claimed, data):
        yield Finding("wording-holds-figure", args)
    elif told := _read_otherwise(pack.claimed, data):
        yield Finding("wording-in-lists", {**args, "figure": told})


def figures(pack: charter.Pack) -> tuple[str, ...]:
    """The figures that reports of the body claim, in the order of the pack."""
    if pack.claimed is None:
        return ()
    parts = pack.claimed.parts.values()
    named = dict.fromkeys([*(each.indicator for each in pack.claimed.figures), *parts])
    return (*(id for id in named if id != place.OTHER), place.OTHER)


def _holds_a_figure(claimed: charter.Claimed, data: Mapping[str, Any]) -> bool:
    """Whether the 0 of a phrase stands for a number that is claimed itself: a wording is read beside one, not around.

    A 0 that stands for the number of a paper or an article is no figure.
    """
    if not learned.holds_number(data["phrase"]):
        return False
    document = claims.from_string(learned.example(data["phrase"]))
    return bool(claims.read(document, claimed=claimed, lang=data["text_language"]).claims)


def _read_otherwise(claimed: charter.Claimed, data: Mapping[str, Any]) -> str:
    """What the lists alone read a phrase as that they hold whole; empty where they say the same, or nothing."""
    lang, phrase = data["text_language"], data["phrase"]
    if data.get("qualifier"):
        return learned.listed_hedge(phrase, lang=lang, other_than=data["qualifier"])
    if not learned.is_told_by_lists(phrase, claimed=claimed, lang=lang):
        return ""
    document = claims.from_string(f"12 {learned.example(phrase)}")
    found = claims.read(document, claimed=claimed, lang=lang).claims
    read = found[0].indicator if found else place.OTHER
    return "" if read == data["indicator"] else read
