"""The accepted returns of a report's units put together: totals beside the register, and why they differ.

A total that lacks a unit says so and names it; nothing is put in its place. What the reader is not told of the
register's figures is not told of the returns either, for one gives the other away.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fasti import words
from fasti.reports import discretion, gather, model, naming, shared_returns, stated
from fasti.returns import consolidate, expected


def told(
    gathered: gather.Gathered,
    limits: discretion.Limits,
    withheld: discretion.Discretion,
    names: naming.Names,
    lang: str,
) -> model.Returns | None:
    """The returns of a report; None where nobody owes any on its form."""
    if gathered.worked is None or not gathered.worked.consolidation.overview.due:
        return None
    found = gathered.worked.consolidation
    if gathered.read is not None:
        found = shared_returns.told(gathered.worked, gathered.pack, limits=limits, read=gathered.read)
    names.learn_codes([row.unit for row in found.overview.rows])
    return _Returns(gathered, found, withheld, names, lang).told()


class _Returns:
    """The returns of one report in one language."""

    def __init__(
        self,
        gathered: gather.Gathered,
        found: consolidate.Consolidation,
        withheld: discretion.Discretion,
        names: naming.Names,
        lang: str,
    ) -> None:
        self.pack, self.found, self.withheld, self.names, self.lang = (
            gathered.pack, found, withheld, names, lang,
        )  # fmt: skip
        self.day = gathered.computed.boundaries
        self.teller = stated.Teller(gathered.pack, gathered.form, lang)

    def told(self) -> model.Returns:
        """All of it."""
        accepted, due = len(self.found.accepted), self.found.overview.due
        return model.Returns(
            title=words.say("report-returns", self.lang),
            lead=words.say("report-returns-lead", self.lang, n=accepted, m=due),
            accepted=accepted,
            due=due,
            missing=tuple(self._missing(row) for row in self.found.missing),
            totals=tuple(self._totals()) if accepted else (),
            departures=tuple(self._departure(each) for each in self.found.deviations),
        )

    def _missing(self, row: expected.Expected) -> model.MissingReturn:
        state = words.say(f"return-state-{row.state.replace('_', '-')}", self.lang)
        return model.MissingReturn(row.unit, *self.names.short(row.unit), state)

    def _totals(self) -> Iterator[model.Total]:
        """Declared figures all, of the others those that add up."""
        for each in self.found.sums:
            if each.is_declared or each.total:
                yield self._total(each)

    def _total(self, each: consolidate.Sum) -> model.Total:
        is_hidden = not each.is_declared and self.withheld.hides(("at", self.day), each.figure)
        amount = self._amount(each.figure, each.total, is_hidden=is_hidden)
        register = None
        if not each.is_declared:
            register = self._amount(each.figure, each.register, is_hidden=is_hidden)
        return model.Total(
            each.figure, self.teller.place(each.figure), each.is_declared, amount, each.num_given, each.num_due,
            words.say("return-of", self.lang, n=each.num_given, m=each.num_due), tuple(self._without(each)),
            each.missing, register, _difference(each, amount, register, self.lang),
        )  # fmt: skip

    def _without(self, each: consolidate.Sum) -> Iterator[str]:
        """Those whose return is in the totals, but has no such figure."""
        absent = {row.unit for row in self.found.missing}
        for unit in each.missing:
            if unit not in absent:
                yield self.names.short(unit)[0]

    def _departure(self, each: consolidate.Deviation) -> model.Departure:
        is_hidden = self.withheld.hides(("at", self.day, each.unit), each.figure)
        reason = f"report-returns-reason-{each.reason.replace('_', '-')}"
        return model.Departure(
            each.unit, *self.names.short(each.unit), each.figure, self.teller.place(each.figure),
            self._amount(each.figure, each.stated, is_hidden=is_hidden),
            self._amount(each.figure, each.register, is_hidden=is_hidden),
            each.reason, words.say(reason, self.lang, day=each.known_on), each.known_on,
        )  # fmt: skip

    def _amount(self, id: str, text: str, *, is_hidden: bool) -> model.Amount:
        """A figure as a return writes it, as an amount; a dash where nobody gave it."""
        if is_hidden or text == shared_returns.WITHHELD:
            kind = "ratio" if id in self.teller.ratios else "count"
            return model.Amount(None, None, None, words.say("report-withheld", self.lang), kind)
        return self.teller.amount(id, text)


def _difference(each: consolidate.Sum, total: model.Amount, register: model.Amount | None, lang: str) -> str:
    if register is None or each.is_partial or total.value is None or register.value is None:
        return ""
    if total.is_ratio or total.value == register.value:
        return ""
    return words.signed(Fraction(total.value) - Fraction(register.value), lang)
