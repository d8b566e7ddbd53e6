"""Numbers: every series without gaps, every number written as the rule book says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from fasti import charter
from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act

group = Group("numbers", __name__)

group.sql(
    "number-missing",
    "The numbers of a series follow each other, but where a number was given on paper.",
    """
    SELECT id AS act, number, before + 1 AS "limit" FROM (
        SELECT id, number, is_number_given, LAG(number) OVER (PARTITION BY issuer_id, series ORDER BY number) AS before
        FROM act
    ) s WHERE number <> before + 1 AND NOT is_number_given
    """,
    remedy="restore",
    says="gap",
)
group.sql(
    "number-against-record",
    "Within a series, a higher number means a later recording.",
    """
    SELECT id AS act, number FROM (
        SELECT id, number, LAG(id) OVER (PARTITION BY issuer_id, series ORDER BY number) AS before FROM act
    ) s WHERE before > id
    """,
    remedy="restore",
    says="out-of-order",
)
group.sql(
    "symbol-shared",
    "No two acts of an issuer signed in one year bear the same symbol.",
    """
    SELECT MAX(id) AS act, symbol AS value FROM act
    GROUP BY issuer_id, symbol, SUBSTR(CAST(signed_on AS TEXT), 1, 4) HAVING COUNT(*) > 1
    """,
    remedy="look",
    severity="notice",
)


def _numberings(sheet: Sheet, body: Body) -> Iterator[tuple[charter.Numbering, charter.UnitKind]]:
    """How the act may have been numbered: by any kind its issuer ever was."""
    act = sheet.act
    if not body.is_judged_by(act) or not sheet.is_readable:
        return
    for kind in sorted(body.stood_as.get(act.issuer_id, ((), ()))[0]):
        numbering = body.rule("numbering", kind, act.type, as_of=act.signed_on)
        own = body.rule("unit_kind", kind, as_of=act.signed_on)
        if numbering and own:
            yield numbering, own


@group.each(
    "series-wrong",
    "An act is counted in the series that the rule book says.",
    remedy="correct",
    says="not-by-rule",
)
def series_wrong(sheet: Sheet, body: Body) -> Iterable[Found]:
    possible = {numbering.series for numbering, _ in _numberings(sheet, body)}
    if possible and sheet.act.series not in possible:
        yield of_act(sheet.act.id, value=sheet.act.series, other=", ".join(sorted(possible)))


@group.each(
    "symbol-wrong",
    "The number is written on the act by the pattern of the rule book.",
    remedy="correct",
    says="not-by-rule",
)
def symbol_wrong(sheet: Sheet, body: Body) -> Iterable[Found]:
    act, possible = sheet.act, set()
    for numbering, kind in _numberings(sheet, body):
        type_ = body.rule("act_type", act.type, as_of=act.signed_on)
        own = body.stood_as.get(act.issuer_id, (set(), set()))[1]
        for issuer in {*own, kind.abbreviation or "", sheet.codes.of("unit", act.issuer_id)}:
            possible.add(
                charter.written_number(
                    numbering.pattern,
                    number=act.number,
                    abbreviation=type_.abbreviation if type_ else "",
                    issuer=issuer,
                    year=act.signed_on.year,
                )
            )
    if possible and act.symbol not in possible:
        yield of_act(act.id, value=act.symbol)


@group.each(
    "number-below-first", "A series begins with the number that the rule book says.", remedy="correct"
)
def number_below_first(sheet: Sheet, body: Body) -> Iterable[Found]:
    first = [numbering.first for numbering, _ in _numberings(sheet, body)]
    if first and sheet.act.number < min(first):
        yield of_act(sheet.act.id, number=sheet.act.number, limit=min(first))


group.sql(
    "series-begins-late",
    "A series begins with its first number, but where numbers were given on paper.",
    """
    SELECT a.id AS act, a.number FROM act a WHERE a.number > 1 AND NOT a.is_number_given AND NOT EXISTS (
        SELECT 1 FROM act b WHERE b.issuer_id = a.issuer_id AND b.series = a.series AND b.number < a.number
    )
    """,
    remedy="look",
    severity="notice",
)


@group.whole(
    "signed-out-of-order", "Within a series, a higher number means a later day of signing, or nearly so.",
    remedy="look", severity="notice",
)  # fmt: skip
def signed_out_of_order(body: Body) -> Iterable[Found]:
    sql = (
        "SELECT id, signed_on, before FROM (SELECT id, signed_on, LAG(signed_on)"
        " OVER (PARTITION BY issuer_id, series ORDER BY number) AS before FROM act) s WHERE before > signed_on"
    )
    for act, signed_on, before in body.values(sql):
        day, until = as_day(signed_on), as_day(before)
        if day and until and until - day > timedelta(days=_SLACK):
            yield of_act(act, day=day, until=until)


_SLACK = 31
"""Days by which signatures may stand out of the order of their numbers before somebody should look."""
