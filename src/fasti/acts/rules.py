"""What the rule book says of an act as a whole: who may issue and sign it, what number it takes, what it may cause.

Pure: a `Paper` with what is known of issuer and signer goes in, findings come out. Rules are asked as of the day of
signing. Each finding carries the article of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules as charter_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An act about to be issued, as the rules see it. Units, persons and posts are ids."""

    issuer: int
    issuer_kind: str
    type: str
    signed_on: date
    in_force_on: date
    signer: int | None
    signer_post: int | None
    signer_offices: Sequence[str]
    """Offices the signer holds, by the post named, on the day of signing; empty when not in office."""
    effect_kinds: Sequence[str]
    targets: Sequence[Target]
    confidentiality: str = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An earlier act to which the paper stands in a relation."""

    relation: str
    code: str
    issuer: int
    issuer_level: int
    """Rank of the issuer's level, 0 the highest."""


def check(paper: Paper, *, pack: charter.Pack) -> list[Finding]:
    """Everything the rule book has against the paper."""
    day = paper.signed_on
    try:
        pack.act_type(paper.type, as_of=day)
        authority = pack.authority(paper.issuer_kind, paper.type, as_of=day)
    except charter.NoRule:
        if paper.type not in pack.act_types(as_of=day):
            return [Finding("unknown-act-type", {"act_type": paper.type})]
        return [_not_authorised(paper, reference="")]
    if not authority.allowed:
        return [_not_authorised(paper, reference=authority.reference)]
    return [
        *_check_days(paper),
        *_check_class(paper, pack),
        *_check_signer(paper, authority),
        *_check_effects(paper, pack),
        *_check_relations(paper, pack),
    ]


def _not_authorised(paper: Paper, *, reference: str) -> Finding:
    args = {
        "unit": paper.issuer,
        "kind": paper.issuer_kind,
        "act_type": paper.type,
        "article": reference,
    }
    return Finding("not-authorised", args, reference)


def _check_days(paper: Paper) -> Iterable[Finding]:
    if paper.in_force_on < paper.signed_on:
        yield Finding("in-force-before-signed", {"day": paper.in_force_on, "until": paper.signed_on})


def _check_class(paper: Paper, pack: charter.Pack) -> Iterable[Finding]:
    classes = pack.classes(as_of=paper.signed_on)
    if paper.confidentiality not in classes.ids:
        args = {"confidentiality": paper.confidentiality, "article": classes.reference}
        yield Finding("unknown-class", args, classes.reference)


def _check_signer(paper: Paper, authority: charter_rules.Authority) -> Iterable[Finding]:
    if paper.signer is None or paper.signer_post is None:
        yield Finding("missing-field", {"field": "signer" if paper.signer is None else "signer_post"})
    elif not paper.signer_offices:
        args: dict[str, object] = {
            "person": paper.signer,
            "post": paper.signer_post,
            "day": paper.signed_on,
        }
        yield Finding("signer-not-in-office", args, authority.reference)
    elif not set(paper.signer_offices) & set(authority.signers):
        args = {
            "person": paper.signer,
            "post": paper.signer_post,
            "act_type": paper.type,
            "article": authority.reference,
        }
        yield Finding("signer-may-not-sign", args, authority.reference)


def _check_effects(paper: Paper, pack: charter.Pack) -> Iterable[Finding]:
    allowed = pack.effects_allowed(paper.type, as_of=paper.signed_on)
    for ordinal, kind in enumerate(paper.effect_kinds, 1):
        if kind not in allowed.kinds:
            args = {"effect": kind, "act_type": paper.type, "article": allowed.reference}
            yield Finding("effect-not-allowed", args, allowed.reference, effect=ordinal)


def _check_relations(paper: Paper, pack: charter.Pack) -> Iterable[Finding]:
    own = level_rank(pack, paper.issuer_kind, as_of=paper.signed_on)
    for target in paper.targets:
        if target.relation not in pack.relations(as_of=paper.signed_on):
            yield Finding("unknown-relation", {"value": target.relation})
            continue
        rule = pack.relation(target.relation, as_of=paper.signed_on)
        if rule.to_higher and target.issuer_level > own:
            args = {"value": target.code, "unit": target.issuer, "article": rule.reference}
            yield Finding("concretises-lower", args, rule.reference)
        if target.relation == "withdraws" and target.issuer != paper.issuer and target.issuer_level <= own:
            args = {"unit": paper.issuer, "value": target.code, "article": rule.reference}
            yield Finding("may-not-withdraw", args, rule.reference)


def level_rank(pack: charter.Pack, kind: str, *, as_of: date) -> int:
    """Rank of the level of a unit kind, 0 the highest."""
    level = pack.unit_kind(kind, as_of=as_of).level
    return next(each.rank for each in pack.levels if each.id == level)
