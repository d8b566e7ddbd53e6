"""Effects: of a known kind, allowed for their act, whole in their subjects and data, and fitting into one history."""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fasti.acts.models import Effect
from fasti.dates import periods, spans
from fasti.effects import kinds, reading
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act, of_effect

group = Group("effects", __name__)
_PLACES = ("person", "post", "other_unit", "other_post", "other_person")
_REASONS = {
    "LEAVE": "leave.reasons", "RELIEVE": "relieve.reasons", "RESIGN": "relieve.reasons", "LIFT": "lift.reasons",
    "UNPLAN": "unplan.reasons", "STRIKE_OFF": "strike_off.reasons",
}  # fmt: skip
"""The list of the rule book from which a kind takes its reason."""
_LONG_AGO = 10
"""Years by which an effect may lie before the signature before somebody should look."""


@dataclasses.dataclass(frozen=True)
class _Shape:
    """What effects of a kind consist of."""

    required: frozenset[str]
    """Places of identities that are always filled."""
    possible: frozenset[str]
    data: Mapping[str, Any]
    """Keys of the data with their types."""
    needed: frozenset[str]
    """Keys that are always there."""


@functools.cache
def _shape(name: str) -> _Shape:
    kind = kinds.KINDS[name]
    hints = typing.get_type_hints(kind)
    required, possible, data, needed = set(), set(), {}, set()
    for each in dataclasses.fields(kind):
        is_needed = reading.default_of(each) is dataclasses.MISSING
        place = reading.SUBJECTS.get(each.name)
        if place:
            possible.add(place)
            required |= {place} if is_needed else set()
        elif each.name not in ("on", *kind.PERSONAL):
            data[each.name] = hints[each.name]
            needed |= {each.name} if is_needed else set()
    return _Shape(frozenset(required), frozenset(possible), data, frozenset(needed))


def _judged(sheet: Sheet, body: Body) -> Iterator[Any]:
    """The effects to which the rule book at hand applies."""
    if body.is_judged_by(sheet.act):
        yield from sheet.known


@group.each("effect-kind-unknown", "Every effect is of a kind that Fasti knows.", remedy="restore")
def effect_kind_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        if each.kind not in kinds.KINDS:
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.kind))


@group.each("effect-kind-not-allowed", "Acts of this type may carry effects of this kind.", remedy="correct")
def effect_kind_not_allowed(sheet: Sheet, body: Body) -> Iterable[Found]:
    if not body.is_judged_by(sheet.act) or not stored.is_readable(sheet.act):
        return
    allowed = body.rule("effects_allowed", sheet.act.type, as_of=sheet.act.signed_on)
    for each in sheet.effects if allowed else ():
        if each.kind in kinds.KINDS and each.kind not in allowed.kinds:
            yield of_act(sheet.act.id, number=each.ordinal, value=each.kind)


@group.each(
    "effect-subject-missing",
    "Every effect names the subjects of its kind.",
    remedy="restore",
    says="effect-shape",
)
def effect_subject_missing(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for place in sorted(_shape(each.kind).required):
            if getattr(each, f"{place}_id") is None:
                yield of_act(sheet.act.id, number=each.ordinal, field=place)


@group.each(
    "effect-subject-extra",
    "No effect names a subject that its kind does not have.",
    remedy="restore",
    says="effect-shape",
)
def effect_subject_extra(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for place in _PLACES:
            if place not in _shape(each.kind).possible and getattr(each, f"{place}_id") is not None:
                yield of_act(sheet.act.id, number=each.ordinal, field=place)


@group.each(
    "effect-subject-twice",
    "The two subjects of an effect are different ones, save for the points a unit gives itself.",
    remedy="correct",
    says="effect-shape",
)
def effect_subject_twice(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for place in ("unit", "person", "post"):
            here, there = getattr(each, f"{place}_id"), getattr(each, f"other_{place}_id")
            named = place in _shape(each.kind).possible or place != "unit"
            if named and here is not None and here == there and each.kind != "SCORE":
                yield of_act(sheet.act.id, number=each.ordinal, field=place)


@group.each(
    "effect-data-unknown",
    "No effect holds data that its kind does not have.",
    remedy="restore",
    says="effect-shape",
)
def effect_data_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for key in set(each.data) - set(_shape(each.kind).data) - {"commitments"}:
            yield of_act(sheet.act.id, number=each.ordinal, field=stored.shown(key))


@group.each(
    "effect-data-missing", "Every effect holds the data of its kind.", remedy="restore", says="effect-shape"
)
def effect_data_missing(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for key in sorted(_shape(each.kind).needed - set(each.data)):
            yield of_act(sheet.act.id, number=each.ordinal, field=key)


@group.each(
    "effect-data-wrong",
    "The data of an effect are of the right shape.",
    remedy="restore",
    says="effect-shape",
)
def effect_data_wrong(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for key, hint in _shape(each.kind).data.items():
            if key in each.data and not _fits(each.data[key], hint):
                yield of_act(sheet.act.id, number=each.ordinal, field=key)


def _fits(value: Any, hint: Any) -> bool:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in (date, date | None):
        return _is_day(value)
    if origin is dict:
        return isinstance(value, Mapping) and all(_fits(each, inner[1]) for each in value.values())
    if origin is list:
        return isinstance(value, list) and all(_fits(each, inner[0]) for each in value)
    if origin is typing.Literal:
        return value in inner
    return isinstance(value, hint) and not isinstance(value, bool) and (hint is not int or value >= 0)


def _is_day(value: Any) -> bool:
    try:
        spans.parse_day(str(value))
    except spans.MalformedDay:
        return False
    return True


@group.each(
    "effect-day-impossible",
    "Every effect takes effect on a day from the year 1000 to 9998.",
    remedy="restore",
)
def effect_day_impossible(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        if not isinstance(each.on, date) or not _is_day(each.on):
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.on))


group.sql(
    "effect-long-before-signed",
    f"No effect takes effect more than {_LONG_AGO} years before its act was signed.",
    f"""
    SELECT e.act_id AS act, e.ordinal AS number, e."on" AS day FROM effect e JOIN act a ON a.id = e.act_id
    WHERE e.kind <> 'VOID' AND CAST(SUBSTR(CAST(a.signed_on AS TEXT), 1, 4) AS INTEGER)
        - CAST(SUBSTR(CAST(e."on" AS TEXT), 1, 4) AS INTEGER) > {_LONG_AGO}
    """,  # nosec B608 - our own names
    remedy="look",
    severity="notice",
)
group.sql(
    "effect-not-of-posts-unit",
    "An effect on a post enters the figures of the post's unit.",
    """
    SELECT e.act_id AS act, e.ordinal AS number, e.post_id AS post, e.unit_id AS unit FROM effect e
    JOIN post p ON p.id = e.post_id WHERE e.unit_id <> p.unit_id
    """,
    remedy="restore",
)
group.sql(
    "void-wrong",
    "Every VOID voids an effect, and nothing else does.",
    "SELECT act_id AS act, ordinal AS number FROM effect WHERE (kind = 'VOID') <> (voids_id IS NOT NULL)",
    remedy="restore",
)
group.sql(
    "void-forward",
    "An effect voids only one recorded before it.",
    "SELECT act_id AS act, ordinal AS number FROM effect WHERE voids_id >= id",
    remedy="restore",
    says="void-wrong",
)
group.sql(
    "void-subjects-differ",
    "A VOID names the subjects of the effect it voids.",
    """
    SELECT v.act_id AS act, v.ordinal AS number FROM effect v JOIN effect e ON e.id = v.voids_id
    WHERE v.unit_id <> e.unit_id OR COALESCE(v.person_id, 0) <> COALESCE(e.person_id, 0)
        OR COALESCE(v.post_id, 0) <> COALESCE(e.post_id, 0)
        OR COALESCE(v.other_unit_id, 0) <> COALESCE(e.other_unit_id, 0)
        OR COALESCE(v.other_post_id, 0) <> COALESCE(e.other_post_id, 0)
        OR COALESCE(v.other_person_id, 0) <> COALESCE(e.other_person_id, 0)
    """,
    remedy="restore",
    says="void-wrong",
)
group.sql(
    "voided-twice",
    "No effect is voided by two standing effects.",
    """
    SELECT MAX(v.act_id) AS act, MAX(v.ordinal) AS number FROM effect v WHERE v.voids_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM effect w WHERE w.voids_id = v.id) GROUP BY v.voids_id HAVING COUNT(*) > 1
    """,
    remedy="correct",
    says="void-wrong",
)


@group.each("void-with-data", "A VOID holds no data.", remedy="restore", says="void-wrong")
def void_with_data(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        if each.kind == "VOID" and each.data != {}:
            yield of_act(sheet.act.id, number=each.ordinal)


@group.each(
    "reason-unknown",
    "Reasons are on the rule book's list of their day.",
    remedy="correct",
    says="not-in-rules",
)
def reason_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        listed = _listed(body, _REASONS.get(each.kind, ""), each.on)
        if listed and "reason" in each.data and each.data["reason"] not in listed:
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.data["reason"]))


def _listed(body: Body, key: str, day: date) -> list[str]:
    found = body.rule("value", key, as_of=day)
    return str(found.value).split() if found else []


@group.each(
    "provider-unknown",
    "Providers of training are on the rule book's list of their day.",
    remedy="correct",
    says="not-in-rules",
)
def provider_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        if each.kind == "COMPLETE_TRAINING" and isinstance(each.data.get("topics"), Mapping):
            listed = _listed(body, "training.providers", each.on)
            for provider in set(each.data["topics"]) - set(listed) if listed else ():
                yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(provider))


@group.each("training-without-topic", "A course completed has at least one topic.", remedy="correct")
def training_without_topic(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        topics = each.data.get("topics")
        if each.kind == "COMPLETE_TRAINING" and not (isinstance(topics, Mapping) and any(topics.values())):
            yield of_act(sheet.act.id, number=each.ordinal)


@group.each("award-incomplete", "An award names a work and at least one author.", remedy="correct")
def award_incomplete(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        if each.kind == "AWARD" and not (str(each.data.get("work", "")).strip() and each.data.get("authors")):
            yield of_act(sheet.act.id, number=each.ordinal)


@group.whole(
    "author-unknown",
    "Every author of a work awarded is in the record.",
    remedy="restore",
    says="names-nobody",
)
def author_unknown(body: Body) -> Iterable[Found]:
    named: dict[str, list[int]] = defaultdict(list)
    for each in stored.rows(Effect, "kind = 'AWARD'"):
        for author in each.data.get("authors", ()) if isinstance(each.data, Mapping) else ():
            named[str(author)].append(each.id)
    for code in sorted(named.keys() - body.known("person", named)):
        for effect in named[code]:
            yield of_effect(effect, value=stored.shown(code))


@group.each(
    "office-unknown",
    "The rule book knows the office of every post on the day it is set up.",
    remedy="correct",
    says="not-in-rules",
)
def office_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        office = each.data.get("office")
        if each.kind == "ESTABLISH_POST" and office not in body.rule("offices", as_of=each.on):
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(office))


@group.each(
    "unit-kind-unknown",
    "The rule book knows the kind of every unit on the day it is founded.",
    remedy="correct",
    says="not-in-rules",
)
def unit_kind_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        kind = each.data.get("unit_kind")
        if "unit_kind" in each.data and kind not in body.rule("unit_kinds", as_of=each.on):
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(kind))


@group.each(
    "planned-end-not-after",
    "What is planned to end ends after it begins.",
    remedy="correct",
    says="end-not-after",
)
def planned_end_not_after(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        for key in ("ends_planned_on", "until"):
            if key in each.data and str(each.data[key]) <= each.on.isoformat():
                yield of_act(sheet.act.id, number=each.ordinal, day=str(each.data[key]))


@group.each(
    "name-language-unknown",
    "Units are named in languages of the rule book.",
    remedy="correct",
    says="not-in-rules",
)
def name_language_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        names = each.data.get("name")
        for lang in set(names) - set(body.pack.languages) if body.pack and isinstance(names, Mapping) else ():
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(lang))


@group.each(
    "unit-nameless",
    "Every unit has a name in each language it is named in.",
    remedy="correct",
    says="empty-field",
)
def unit_nameless(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        names = each.data.get("name")
        if isinstance(names, Mapping) and not (names and all(str(name).strip() for name in names.values())):
            yield of_act(sheet.act.id, number=each.ordinal)


@group.each(
    "stage-unknown",
    "Members are admitted on probation or as full members.",
    remedy="correct",
    says="no-stage",
)
def stage_unknown(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        if "stage" in each.data and each.data["stage"] not in ("probationary", "full"):
            yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.data["stage"]))


@group.each("seats-below-one", "A post that is set up or changed has at least one seat.", remedy="correct")
def seats_below_one(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        seats = each.data.get("seats", 1)
        if isinstance(seats, int) and seats < 1:
            yield of_act(sheet.act.id, number=each.ordinal)


@group.each("organ-marked-wrong", "A unit is marked as an organ when its kind is one.", remedy="restore")
def organ_marked_wrong(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in _judged(sheet, body):
        kind = body.rule("unit_kind", str(each.data.get("unit_kind")), as_of=each.on)
        if each.kind == "FOUND" and kind and kind.is_organ != bool(each.data.get("organ")):
            yield of_act(sheet.act.id, number=each.ordinal)


@group.each("share-impossible", "A split gives between one and a hundred per cent.", remedy="correct")
def share_impossible(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        share = each.data.get("share")
        if isinstance(share, int) and share > 100:
            yield of_act(sheet.act.id, number=each.ordinal, value=share)


@group.each(
    "rating-period-malformed",
    "A rating is for a year, half-year, quarter or month.",
    remedy="correct",
    says="not-a-period",
)
def rating_period_malformed(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.known:
        if each.kind == "RATE":
            try:
                periods.Period.parse(str(each.data.get("period")))
            except periods.MalformedPeriod:
                yield of_act(sheet.act.id, number=each.ordinal, value=stored.shown(each.data.get("period")))
