"""The head of an act about a return, where it is not said: who issues and signs it, as what type of act, its title."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from fasti import charter, words
from fasti.dates import periods
from fasti.register import read, signers
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit


def head(
    kind: str,
    *,
    served: int,
    form: str,
    period: periods.Period,
    given: Mapping[str, Any],
    pack: charter.Pack,
    offices: Collection[str] = (),
) -> dict[str, Any]:
    """The head of an act with an effect of a kind, issued for the unit served: as given, the rest as the rules say.

    `given`: `signed_on` at least; issuer, type, signer and all else that an act may say. `offices`: those of which one
    must sign. What the rules leave open stays out, and issuing says that it is missing.
    """
    day = date.fromisoformat(str(given["signed_on"]))
    lang = str(given.get("language") or pack.languages[0])
    told = {"form": pack.name("form", form, lang), "period": words.period(period, lang)}
    title = words.say(f"return-title-{kind.lower().replace('_', '-')}", lang, **told)
    found = next(_found(kind, served, given, pack, day, offices), {})
    return {
        "title": title,
        "language": lang,
        **found,
        **{key: value for key, value in given.items() if value},
    }


def issuing(kind: str, *, served: int, given: Mapping[str, Any], pack: charter.Pack) -> dict[str, Any]:
    """Issuer, type and signer of an act with an effect of a kind for a unit, as given, the rest as the rules say."""
    day = date.fromisoformat(str(given["signed_on"]))
    found = next(_found(kind, served, given, pack, day, ()), {})
    lang = str(given.get("language") or pack.languages[0])
    return {"language": lang, **found, **{key: value for key, value in given.items() if value}}


def _found(
    kind: str, served: int, given: Mapping[str, Any], pack: charter.Pack, day: date, offices: Collection[str]
) -> Iterator[dict[str, Any]]:
    """Issuers, types and signers that fit, the unit itself and its organs in the order of their codes."""
    types = [
        each for each in pack.act_types(as_of=day) if kind in pack.effects_allowed(each, as_of=day).kinds
    ]
    with contextlib.suppress(charter.NoRule):
        # One person answers for a return: where several types would do, one that needs no second person comes first.
        types.sort(key=pack.four_eyes(as_of=day).ask)
    if given.get("type"):
        types = [str(given["type"])]
    for issuer, code in issuers(served, given, pack, day):
        for type_ in types:
            for each in signers.signers(pack=pack, issuer=issuer, act_type=type_, as_of=day):
                if offices and each.office not in offices:
                    continue
                if given.get("signer") in (None, "", each.person):
                    yield {
                        "issuer": code, "type": type_, "signer": each.person, "signer_post": each.post,
                    }  # fmt: skip


def issuers(
    served: int, given: Mapping[str, Any], pack: charter.Pack, day: date
) -> Iterator[tuple[int, str]]:
    """Who may issue such an act: whom the head names; else the unit served and its organs, as id and code."""
    if given.get("issuer"):
        yield from Unit.objects.filter(code=str(given["issuer"])).values_list("id", "code")
        return
    yield from Unit.objects.filter(id=served).values_list("id", "code")
    organs = pack.unit_kinds(as_of=day, is_organ=True)
    spans = UnitSpan.objects.filter(read.on(day), parent=served, kind__in=organs)
    yield from spans.order_by("unit__code").values_list("unit", "unit__code")
