"""The figures of a return in the act that hands it in, as a table: those of the unit, beside them what it put together
of the returns beneath it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fasti import charter, words
from fasti.acts.models import Effect
from fasti.dates import periods
from fasti.effects import consolidating, handing_in
from fasti.reports import stated
from fasti.reports.peers.paper import Table

KIND = "SUBMIT_RETURN"
IN_TABLE = ("computed", "declared", "consolidated")
"""What the table says of the effect; the rest stands in the article."""


def left(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What of an effect's data no table says."""
    return {key: value for key, value in data.items() if kind != KIND or key not in IN_TABLE}


def tables(effects: Iterable[Effect], pack: charter.Pack, lang: str) -> Iterator[Table]:
    """A table for each return that is handed in."""
    for effect in effects:
        if effect.kind == KIND:
            yield _table(effect.data, pack, lang)


def _table(data: Mapping[str, Any], pack: charter.Pack, lang: str) -> Table:
    period = periods.Period.parse(data["period"])
    form = pack.form(data["return_form"], as_of=period.last_day)
    told = {"form": pack.name("form", form.id, lang), "period": words.period(period, lang)}
    title = words.say("return-title-submit-return", lang, **told)
    given, beneath = handing_in.given_of(data), consolidating.beneath(data)
    places = dict.fromkeys((*given, *beneath.totals))
    teller = stated.Teller(pack, form, lang)
    rows = tuple(_row(id, given.get(id, ""), beneath, teller) for id in places)
    figure, value = words.say("col-indicator", lang), words.say("col-value", lang)
    if not beneath.due:
        return Table(title, (figure, value), rows)
    note = words.say("return-beneath", lang, n=len(beneath.included), m=beneath.due)
    total, of = words.say("document-beneath-total", lang), words.say("document-beneath-given", lang)
    return Table(title, (figure, value, total, of), rows, notes=(words.sentence(note),))


def _row(id: str, value: str, beneath: consolidating.Beneath, teller: stated.Teller) -> tuple[str, ...]:
    cells = (teller.place(id), teller.amount(id, value).text)
    if not beneath.due:
        return cells
    total, num = beneath.totals.get(id, ""), beneath.num_given(id)
    shown, lang = teller.amount(id, total).text, teller.lang
    if total and num < beneath.due:
        shown = words.say("return-partial", lang, total=shown)
    return (*cells, shown, words.say("return-of", lang, n=num, m=beneath.due) if total else "")
