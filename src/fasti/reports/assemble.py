"""The consolidated report put together: what was gathered, ordered and said in one language.

Everything is computed by the rooms above. The day of the document is given by the caller, so that the same
question on the same record gives the same report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import metadata

from fasti import charter, words
from fasti.acts.models import Act
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import returning
from fasti.indicators import explain, figures
from fasti.reports import (
    amounts,
    discretion,
    drawings,
    gather,
    handed_in,
    heads,
    late,
    model,
    naming,
    withholding,
)
from fasti.returns import coverage as returned

HEADLINE = 8
COLUMNS = 9  # of a table of units; a ratio takes two
MOST_LEFT_OUT = 5
MOST_NAMED = 14
"""Units named in a line of the head; the table of what was given names them all."""


def consolidate(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    beside: date | None = None,
    known: date | None = None,
    lang: str,
    dated: date | None = None,
    issuer: str | None = None,
    engine: str | None = None,
) -> model.Report:
    """The report of a unit or peer group on a form, in a language.

    Raises `gather.NotForPeriod`, `charter.NoRule`, `CannotCompute`. For the same report in several languages,
    `gather.gather` once and `tell` it in each.
    """
    gathered = gather.gather(
        pack,
        form,
        unit=unit,
        period=period,
        boundaries=boundaries,
        beside=beside,
        known=known,
        engine=engine,
    )
    return tell(gathered, lang=lang, dated=dated, issuer=issuer)


def tell(
    gathered: gather.Gathered,
    *,
    lang: str,
    dated: date | None = None,
    issuer: str | None = None,
    limits: discretion.Limits | None = None,
) -> model.Report:
    """What was gathered, as a report in a language.

    `dated` is the day of the document, none if it is not dated. `issuer` is the organ in whose name the report
    is given: for a peer group, the department that looks after it. `limits`: below which counts the reader is not
    told a figure; none for the operator.
    """
    return _Report(gathered, lang, dated, issuer, limits or discretion.Limits({}, 0)).report()


class _Report:
    """One report in the making."""

    def __init__(
        self,
        gathered: gather.Gathered,
        lang: str,
        dated: date | None,
        issuer: str | None,
        limits: discretion.Limits,
    ) -> None:
        self.given, self.lang, self.dated, self.issuer = gathered, lang, dated, issuer
        self.pack, self.period, self.ids = gathered.pack, gathered.period, gathered.ids
        self.day = gathered.computed.boundaries
        self.names = naming.Names(gathered.pack, lang, self.day)
        self.names.learn_codes([gathered.unit, *(unit.code for unit in gathered.computed.perimeter)])
        self.limits = limits
        self.discretion = withholding.of(gathered, limits)
        teller = amounts.Teller(
            gathered.pack, lang, gathered.period, gathered.before, gathered.now, gathered.parts
        )
        self.told = {
            found.indicator: withholding.told(
                teller.figure(found), found, gathered, self.discretion, teller, lang
            )
            for found in gathered.computed.total
        }
        self.levels = {self.names.level(unit.code) for unit in gathered.computed.perimeter}

    def report(self) -> model.Report:
        """All of it."""
        given, lang = self.given, self.lang
        sections = tuple(self._section(section) for section in given.form.sections)
        units = tuple(self._unit(unit) for unit in given.computed.perimeter)
        covered = self._coverage()
        return model.Report(
            lang=lang,
            form=given.form.id,
            unit=given.unit,
            unit_name=self._unit_name(),
            period=self.period.code,
            boundaries=self.day,
            beside=given.beside.computed.boundaries if given.beside else None,
            known=given.known,
            dated=self.dated,
            head=self._head(),
            title=words.say("report-title", lang, period=words.period(self.period, lang, style="for")),
            facts=tuple(self._facts()),
            coverage=covered,
            headline=self._headline(),
            sections=sections,
            units=units,
            tables=(*self._tables(sections, units), *self._beside()) if units else (),
            total_label=words.say("col-total", lang),
            units_label=self._units_label(),
            charts=self._drawer(units, covered).charts(),
            late_title=self._late_title(),
            late_lead=self._late_lead(),
            late=tuple(late.told(act, self.names, lang) for act in given.late[: late.MOST]),
            annex=tuple(self._annex(given.explained[id]) for id in self.ids if id in given.explained),
            provenance=self._provenance(),
            returns=handed_in.told(given, self.limits, self.discretion, self.names, lang),
        )

    # Figures

    def _section(self, section: rules.Section) -> model.Section:
        title = self.pack.name("section", section.id, self.lang)
        return model.Section(section.id, title, tuple(self.told[id] for id in section.figures))

    def _unit(self, unit: figures.UnitRef) -> model.UnitRow:
        return self._row(unit.code, self.names, self.given.computed.units[unit.code], self.day)

    def _row(
        self, code: str, names: naming.Names, found: Iterable[figures.Figure], day: date, depth: int = 0
    ) -> model.UnitRow:
        name, language = names.short(code)
        return model.UnitRow(code, name, language, self._amounts(("at", day, code), found), depth)

    def _total(self, label: str, found: Iterable[figures.Figure], day: date) -> model.UnitRow:
        return model.UnitRow(self.given.unit, label, self.lang, self._amounts(("at", day), found))

    def _amounts(self, row: discretion.Row, found: Iterable[figures.Figure]) -> tuple[model.Amount, ...]:
        return tuple(self.discretion.amount(row, figure, figure.indicator, self.lang) for figure in found)

    def _beside(self) -> Iterator[model.SideBySide]:
        """The units on the later boundaries, beneath each those of the earlier ones whose figures it has."""
        beside = self.given.beside
        if beside is None:
            return
        pair = sorted((self.given.computed, beside.computed), key=lambda computed: computed.boundaries)
        earlier, later = pair
        olden, newer = (naming.Names(self.pack, self.lang, computed.boundaries) for computed in pair)
        rows = []
        for unit in later.perimeter:
            rows.append(self._row(unit.code, newer, later.units[unit.code], later.boundaries))
            came = [each.code for each in earlier.perimeter if beside.heirs.get(each.code) == unit.code]
            if came != [unit.code]:
                rows += [self._row(code, olden, earlier.units[code], earlier.boundaries, 1) for code in came]
        first, last = (words.day(computed.boundaries, self.lang) for computed in pair)
        foot = [
            self._total(
                words.say(
                    "report-total-on", self.lang, day=words.day(each.boundaries, self.lang, style="short")
                ),
                each.total,
                each.boundaries,
            )
            for each in (later, earlier)
        ]
        yield model.SideBySide(
            "beside",
            words.say("report-beside", self.lang, first=first, last=last),
            self._headline(),
            tuple(rows),
            tuple(foot),
            words.say("report-beside-note", self.lang),
        )

    def _buckets(self) -> tuple[str, ...]:
        buckets = self.pack.buckets(as_of=self.period.last_day)
        return tuple(f"acts.{bucket}" for bucket in buckets if f"acts.{bucket}" in self.ids)

    def _headline(self) -> tuple[int, ...]:
        """The acts by bucket, the personnel acts, then members and vacancies, until there are eight."""
        personnel = drawings.COLOURS if "personnel.nominated" in self.ids else drawings.INSTEAD
        wanted = [*self._buckets(), *personnel, "members.total", "posts.vacant"]
        return tuple(self.ids.index(id) for id in wanted if id in self.ids)[:HEADLINE]

    def _tables(
        self, sections: tuple[model.Section, ...], units: tuple[model.UnitRow, ...]
    ) -> Iterator[model.SideBySide]:
        """The headline's figures beside each other, then the others in the order of the form."""
        headline = self._headline()
        total = self._total(words.say("col-total", self.lang), self.given.computed.total, self.day)
        note = words.say("report-side-note", self.lang)
        title = words.say("heading-side-by-side", self.lang)
        yield model.SideBySide("headline", title, headline, units, (total,), note)
        rest = [
            (self.ids.index(figure.indicator), section.title)
            for section in sections
            for figure in section.figures
            if self.ids.index(figure.indicator) not in headline
        ]
        for number, chunk in enumerate(self._even(rest), 2):
            titles = "; ".join(dict.fromkeys(title for _, title in chunk))
            title = words.say("report-table-section", self.lang, section=titles)
            columns = tuple(place for place, _ in chunk)
            yield model.SideBySide(str(number), title, columns, units, (total,), note)

    def _even(self, places: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
        """As few tables as there must be, of as even a width as their columns allow."""
        fewest = len(list(self._chunks(places, COLUMNS)))
        tried = (list(self._chunks(places, most)) for most in range(2, COLUMNS + 1))
        return next(chunks for chunks in tried if len(chunks) == fewest)

    def _chunks(self, places: list[tuple[int, str]], most: int) -> Iterator[list[tuple[int, str]]]:
        chunk: list[tuple[int, str]] = []
        room = most
        for place, title in places:
            takes = 2 if self.told[self.ids[place]].amount.is_ratio else 1
            if takes > room:
                yield chunk
                chunk, room = [], most
            chunk.append((place, title))
            room -= takes
        if chunk:
            yield chunk

    def _drawer(self, units: tuple[model.UnitRow, ...], covered: model.Coverage) -> drawings.Drawer:
        return drawings.Drawer(
            lang=self.lang,
            period=self.period,
            told=tuple(self.told[id] for id in self.ids),
            months=self.given.months,
            withholds=self._withholds_month,
            units=units,
            units_label=self._units_label(),
            noun="province" if self.levels == {"province"} else "unit",
            coverage=covered,
            buckets=self._buckets(),
        )

    def _withholds_month(self, id: str, month: str) -> str:
        """The words in place of a figure of a month that is not told; empty where it is."""
        row = ("month", id, month)
        return self.discretion.text(row, id, self.lang) if self.discretion.hides(row, id) else ""

    # Words

    def _is_group(self) -> bool:
        return self.given.unit in self.pack.peer_groups(as_of=self.period.last_day)

    def _unit_name(self) -> str:
        if self._is_group():
            return self.pack.name("peer_group", self.given.unit, self.lang)
        return self.names.of_unit(self.given.unit)

    def _units_label(self) -> str:
        return words.say("col-province" if self.levels == {"province"} else "col-unit", self.lang)

    def _head(self) -> model.Head:
        if self.issuer or not self._is_group():
            issuer = self.issuer or self.given.unit
            return heads.of_issuer(
                issuer, self.names, number="", dated=self.dated, pack=self.pack, lang=self.lang
            )
        perimeter = self.given.computed.perimeter
        above = self.names.superior(perimeter[0].code) if perimeter else None
        return heads.of_group(
            self.given.unit,
            above.code if above else None,
            self.names,
            dated=self.dated,
            pack=self.pack,
            lang=self.lang,
        )

    def _facts(self) -> Iterator[str]:
        yield self._unit_name()
        known = self.given.known
        told = words.known_on(known, self.lang) if known else words.say("report-known-everything", self.lang)
        yield f"{words.boundaries(self.day, self.lang)}; {told}"
        if not self.given.before:
            yield words.say("change-no-base", self.lang)
        yield from self._accepted()

    def _accepted(self) -> Iterator[str]:
        """How many of the returns owed were accepted, and those of which there is none that was."""
        owed = self.given.owed
        if owed is None or not owed.due:
            return
        num, open_ = (
            len(owed.of(returning.ACCEPTED)),
            [row for row in owed.rows if row.state != returning.ACCEPTED],
        )
        self.names.learn_codes([row.unit for row in open_])
        if not open_:
            yield words.say("report-returns-accepted", self.lang, n=num, m=owed.due)
        elif num:
            units = words.join([self.names.short(row.unit)[0] for row in open_[:MOST_NAMED]], self.lang)
            yield words.say(
                "report-returns-accepted-without", self.lang, n=num, m=owed.due, units=units,
                more=max(0, len(open_) - MOST_NAMED),
            )  # fmt: skip

    def _coverage(self) -> model.Coverage:
        found = self.given.coverage
        rows = tuple(self._covered(row) for row in found.rows)
        missing = [row for row in rows if row.signed_on is None]
        told = self._covered_told(found, [row.name for row in missing])
        return model.Coverage(found.reported, found.due, told, tuple(row.unit for row in missing), rows)

    def _covered_told(self, found: returned.Coverage, missing: list[str]) -> str:
        if not found.due:
            return words.say("coverage-none-due", self.lang)
        level = next(iter(self.levels)) if len(self.levels) == 1 else ""
        noun = level if level in ("province", "district") else "unit"
        told = words.reported(found.reported, found.due, self.lang, noun=noun, missing=missing)
        if found.late:
            told += "; " + words.say("report-coverage-late", self.lang, n=found.late)
        return told

    def _covered(self, row: returned.Row) -> model.CoverageRow:
        name, language = self.names.short(row.unit)
        late_by = (row.signed_on - row.due_on).days if row.signed_on else None
        return model.CoverageRow(
            row.unit,
            name,
            language,
            row.due_on,
            row.symbol or "",
            row.signed_on,
            late_by,
            self._state(late_by),
        )

    def _state(self, late_by: int | None) -> str:
        if late_by is None:
            return words.say("status-missing", self.lang)
        if late_by < 0:
            return words.say("report-days-early", self.lang, n=-late_by)
        return words.say("days-late", self.lang, n=late_by)

    # Late acts and annex

    def _late_title(self) -> str:
        if self.given.known is None:
            return words.say("report-late-title", self.lang)
        return words.say("heading-late", self.lang, day=words.day(self.given.known, self.lang))

    def _late_lead(self) -> str:
        if self.given.known is None:
            return words.say("report-late-everything", self.lang)
        day = words.day(self.given.known, self.lang)
        return words.say("report-late-lead", self.lang, n=len(self.given.late), day=day)

    def _annex(self, found: explain.Explanation) -> model.AnnexEntry:
        figure = self.told[found.indicator]
        return model.AnnexEntry(
            found.indicator,
            figure.label,
            found.definition.get(self.lang, ""),
            found.reference,
            found.verified,
            found.engine,
            None if 0 < found.num_acts < self.limits.whole else found.num_acts,
            figure.additive,
            tuple(self._left_out(found)),
        )

    def _left_out(self, found: explain.Explanation) -> Iterator[str]:
        for out in found.left_out[:MOST_LEFT_OUT]:
            act, by = self._act(out.act), self._act(out.by)
            symbol = by.symbol if by else out.by
            reason = words.say("report-reason-withdrawn", self.lang, act=symbol, day=out.on)
            yield words.say("report-left-out", self.lang, what=self._cited(act, out.act), reason=reason)
        more = len(found.left_out) - MOST_LEFT_OUT
        if more > 0:
            reason = words.say("status-withdrawn", self.lang)
            yield words.say("report-left-out-more", self.lang, n=more, reason=reason)

    def _act(self, code: str) -> Act | None:
        issuer, _, rest = code.partition(":")
        series, _, number = rest.rpartition(":")
        return Act.objects.filter(issuer__code=issuer, series=series, number=number).first()

    def _cited(self, act: Act | None, code: str) -> str:
        """An act as people cite it, after the organ that issued it."""
        if act is None:
            return code
        issuer = self.names.of_unit(code.partition(":")[0])
        return f"{issuer}, {words.act_reference(act.symbol, act.signed_on, self.lang)}"

    def _provenance(self) -> str:
        known = self.given.known
        told = words.known_on(known, self.lang) if known else words.say("provenance-now", self.lang)
        pack = f"{self.pack.id} {self.pack.version[:12]}"
        said = words.say("provenance", self.lang, version=metadata.version("fasti"), pack=pack, known=told)
        return f"{said} {words.say('figures-not-typed', self.lang)}"
