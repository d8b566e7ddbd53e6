"""How a timeline is answered: entries with their days, in words and codes, and the acts behind them as far as seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ninja import Field, Schema

from fasti.reports.timelines import seen
from fasti.reports.timelines.timeline import Deed, Entry, Timeline


class DeedOut(Schema):
    """An act that opened or closed an entry."""

    act: str = Field(description="Code of the act.", examples=["COUNCIL:2020-2024/decision:1"])
    symbol: str = Field(description="Its number as printed.")
    signed_on: date
    effect: int = Field(description="Place of the effect within the act, from 1.")
    kind: str = Field(description="Kind of the effect.", examples=["APPOINT"])
    told: str = Field(description="The effect in words.")


class EntryOut(Schema):
    """One stretch or event."""

    line: str = Field(description="What kind of fact it is.", examples=["tenure"])
    matter: str = Field(description="The same in words.")
    what: str = Field(description="Whom or what it is about, in words.")
    codes: dict[str, str | int] = Field(description="Codes of what it is about, and other plain facts.")
    starts_on: date
    ends_before: date | None = Field(description="The day after the last one; null: open.")
    is_event: bool
    holds: bool | None = Field(
        description="Whether it holds on the day asked about; null: you are not told whether it ended."
    )
    opened_by: DeedOut | None
    closed_by: DeedOut | None


class TimelineOut(Schema):
    """A timeline as of a day."""

    code: str
    name: str
    as_of: date
    known: date | None
    standing: list[str] = Field(description="How things stand on the day, in sentences.")
    entries: list[EntryOut]
    num_later: int = Field(description="How many entries begin after the day.")


def out(shown: Timeline) -> TimelineOut:
    """The timeline as it is answered."""
    return TimelineOut(
        code=shown.code,
        name=shown.name,
        as_of=shown.as_of,
        known=shown.known,
        standing=list(shown.standing),
        entries=[_entry(each, shown.as_of) for each in shown.entries],
        num_later=shown.num_later,
    )


def _entry(entry: Entry, day: date) -> EntryOut:
    return EntryOut(
        line=entry.line,
        matter=entry.matter,
        what=entry.what,
        codes=dict(entry.codes),
        starts_on=entry.starts_on,
        ends_before=entry.ends_before,
        is_event=entry.is_event,
        holds=entry.holds(day) if entry.is_end_told else None,
        opened_by=_deed(entry.opened),
        closed_by=_deed(entry.closed),
    )


def _deed(deed: Deed | None) -> DeedOut | None:
    if deed is None:
        return None
    return DeedOut(
        act=deed.act,
        symbol=deed.symbol,
        signed_on=deed.signed_on,
        effect=deed.ordinal,
        kind=deed.kind,
        told=deed.told,
    )


def bare(shown: Timeline) -> Timeline:
    """The timeline for whoever may see the structure alone: without people, and without acts, whose words name them."""
    entries = tuple(
        replace(entry, opened=None, closed=None) for entry in shown.entries if entry.line not in seen.PEOPLE
    )
    later = tuple(entry for entry in shown.later if entry.line not in seen.PEOPLE)
    return replace(shown, entries=entries, later=later, standing=(), members=())
