"""The rule book: every rule in words, version by version, with its days and its article."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.api import etags, problems
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.reports import rule_book

router = Router()


class Told(Schema):
    """One thing that a rule says."""

    key: str = Field(description="What it is about, in words; empty where the rule says one thing only.")
    value: str


class VersionOut(Schema):
    """What a rule says over a span of days."""

    starts_on: date
    last_on: date | None = Field(description="Its last day; null: it still holds, or ends with no day known.")
    told: list[Told] = Field(description="Empty: the rule has ended.")
    reference: str = Field(description="The article.")
    is_verified: bool
    note: str
    holds: bool = Field(description="Whether it holds on the day asked about.")


class RuleOut(Schema):
    """A rule and its versions, the latest first."""

    rule: str = Field(description="Its stable name.", examples=["values.posts.vacant_long_days"])
    name: str
    versions: list[VersionOut]


class TableOut(Schema):
    """A table of the rule book."""

    table: str = Field(examples=["offices"])
    name: str
    num_rules: int
    num_unverified: int = Field(description="How many rules rest on an article that nobody has read yet.")


class RuleBook(Schema):
    """The rule book."""

    pack: str = Field(examples=["template"])
    version: str = Field(description="Changes with every change of the rule book.")
    tables: list[TableOut]


class Table(TableOut):
    """A table with its rules."""

    rules: list[RuleOut]


class CharterAsked(Schema):
    """As of when."""

    as_of: Day | None = Field(None, description="The day whose versions are marked; left out, today.")


@router.get("/charter", response={200: RuleBook, **problems.READING}, summary="The tables of the rule book")
@etags.of_record
def charter(request: Asked) -> RuleBook:
    """Which tables there are, and how much of each is verified. Everybody may read the rule book."""
    sections = rule_book.sections(request.pack, as_of=request.day, lang=request.lang)
    return RuleBook(
        pack=request.pack.id,
        version=request.pack.version,
        tables=[TableOut(**_table(each)) for each in sections],
    )


@router.get("/charter/{table}", response={200: Table, **problems.READING}, summary="A table of the rule book")
@etags.of_record
def table(request: Asked, table: str, asked: Query[CharterAsked]) -> Table:
    """Every rule of the table in words, with its versions and articles."""
    day = asked.as_of or request.day
    sections = rule_book.sections(request.pack, as_of=day, lang=request.lang)
    found = next((each for each in sections if each.table == table), None)
    if found is None:
        raise problems.NotThere
    return Table(**_table(found), rules=[_rule(each) for each in found.rules])


def _table(section: rule_book.Section) -> dict[str, Any]:
    return {
        "table": section.table,
        "name": section.name,
        "num_rules": len(section.rules),
        "num_unverified": section.num_unverified,
    }


def _rule(rule: rule_book.Rule) -> RuleOut:
    return RuleOut(
        rule=rule.anchor,
        name=rule.name,
        versions=[
            VersionOut(
                starts_on=each.starts_on,
                last_on=each.last_on,
                told=[Told(key=key, value=value) for key, value in each.told],
                reference=each.reference,
                is_verified=each.is_verified,
                note=each.note,
                holds=each.holds,
            )
            for each in rule.versions
        ],
    )
