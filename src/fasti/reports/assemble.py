"""The consolidated report put together: figures, comparison, coverage, units, charts, late acts, annex.

Everything is computed by the rooms above; here it is ordered and said. The day of the document is given by
the caller, so that the same question on the same record gives the same report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata

from fasti import charter, words
from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import compute, explain, figures
from fasti.reports import amounts, drawings, heads, late, model, naming
from fasti.returns import coverage as returned

HEADLINE = 8
COLUMNS = 9  # of a table of units; a ratio takes two
WHOLE = ("acts.issued", "acts.concretising")
MOST_LEFT_OUT = 5


class NotForPeriod(ValueError):
    """The form does not exist for such a period; `form` and `period` say which."""

    def __init__(self, form: str, period: periods.Period) -> None:
        self.form, self.period = form, period
        super().__init__(f"the form {form} is not given for a {period.kind}: {period.code}")


def consolidate(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    lang: str,
    dated: date | None = None,
    issuer: str | None = None,
    engine: str = "duckdb",
) -> model.Report:
    """The report of a unit or peer group on a form; raises `NotForPeriod`, `charter.NoRule`, `CannotCompute`.

    `dated` is the day of the document, none if it is not dated. `issuer` is the organ in whose name a report
    is given, for a peer group the local department that looks after it.
    """
    rule = pack.form(form, as_of=period.last_day)
    if period.kind not in rule.period_kinds:
        raise NotForPeriod(form, period)
    asked = Asked(pack, rule, unit, period, boundaries, known, lang, engine)
    return _Report(asked, dated, issuer).report()


@dataclass(frozen=True)
class Asked:
    """What the report is asked for."""

    pack: charter.Pack
    form: rules.Form
    unit: str
    period: periods.Period
    boundaries: date | None
    known: date | None
    lang: str
    engine: str

    @property
    def ids(self) -> tuple[str, ...]:
        """Every figure of the form, in its order."""
        return tuple(id for section in self.form.sections for id in section.figures)

    def compute(
        self,
        ids: tuple[str, ...],
        *,
        period: periods.Period | None = None,
        boundaries: date | None = None,
        known: date | None = None,
        by: str | None = None,
    ) -> figures.Computed:
        """Figures of the perimeter."""
        return compute.compute(
            self.pack,
            ids,
            unit=self.unit,
            period=period or self.period,
            boundaries=boundaries or self.boundaries,
            known=known,
            by=by,
            engine=self.engine,
        )


class _Report:
    """One report in the making: the figures are computed once, then told."""

    def __init__(self, asked: Asked, dated: date | None, issuer: str | None) -> None:
        self.asked, self.dated, self.issuer, self.lang = asked, dated, issuer, asked.lang
        self.computed = asked.compute(asked.ids, known=asked.known)
        self.day = self.computed.boundaries
        self.names = naming.Names(asked.pack, asked.lang, self.day)
        self.teller = amounts.Teller(
            asked.pack, asked.lang, asked.period, self._before(), self._now(), self._parts()
        )
        self.told = {found.indicator: self.teller.figure(found) for found in self.computed.total}
        self.levels = {self.names.level(unit.code) for unit in self.computed.perimeter}

    def report(self) -> model.Report:
        """All of it."""
        asked, lang = self.asked, self.lang
        covered = self._coverage()
        sections = tuple(self._section(section) for section in asked.form.sections)
        units = tuple(self._unit(unit) for unit in self.computed.perimeter)
        count, late_acts = self._late()
        title = words.say("report-title", lang, period=words.period(asked.period, lang, style="for"))
        drawn = drawings.Drawer(
            lang, asked.period, tuple(self.told.values()), self._months(), units, self._units_label(),
            "province" if self.levels == {"province"} else "unit", covered, self._buckets(),
        )  # fmt: skip
        return model.Report(
            lang=lang,
            form=asked.form.id,
            unit=asked.unit,
            unit_name=self._unit_name(),
            period=asked.period.code,
            boundaries=self.day,
            known=asked.known,
            dated=self.dated,
            head=self._head(),
            title=title,
            facts=tuple(self._facts()),
            coverage=covered,
            headline=self._headline(),
            sections=sections,
            units=units,
            tables=tuple(self._tables(sections)) if units else (),
            total_label=words.say("col-total", lang),
            units_label=self._units_label(),
            charts=drawn.charts(),
            late_title=self._late_title(),
            late_lead=self._late_lead(count),
            late=late_acts,
            annex=tuple(self._annex(id) for id in asked.ids),
            provenance=self._provenance(),
        )

    # Figures

    def _before(self) -> dict[str, figures.Figure]:
        """The same period of the year before in the same boundaries; empty where nothing was recorded."""
        asked = self.asked
        before = asked.compute(
            asked.ids, period=asked.period.year_before(), boundaries=self.day, known=asked.known
        )
        if not any(found.value for found in before.total):
            return {}
        return {found.indicator: found for found in before.total}

    def _now(self) -> dict[str, figures.Figure]:
        if self.asked.known is None:
            return {}
        return {found.indicator: found for found in self.asked.compute(self.asked.ids).total}

    def _parts(self) -> dict[str, tuple[figures.Part, ...]]:
        found: dict[str, tuple[figures.Part, ...]] = {}
        for by in amounts.SPLITS:
            ids = tuple(id for id in self.asked.ids if amounts.split(self.asked.pack, id) == by)
            if ids:
                split = self.asked.compute(ids, known=self.asked.known, by=by)
                found |= {figure.indicator: figure.parts for figure in split.total}
        return found

    def _months(self) -> dict[str, tuple[figures.Part, ...]]:
        wanted = {*drawings.COLOURS, *drawings.INSTEAD}
        ids = tuple(id for id in self.asked.ids if id in wanted)
        if not ids or len(self.asked.period.months()) < 2:
            return {}
        found = self.asked.compute(ids, known=self.asked.known, by="month")
        return {figure.indicator: figure.parts for figure in found.total}

    def _section(self, section: rules.Section) -> model.Section:
        title = self.asked.pack.name("section", section.id, self.lang)
        return model.Section(section.id, title, tuple(self.told[id] for id in section.figures))

    def _unit(self, unit: figures.UnitRef) -> model.UnitRow:
        name, language = naming.chosen(dict(unit.names), self.lang, self.asked.pack)
        told = tuple(amounts.of(found, self.lang) for found in self.computed.units[unit.code])
        return model.UnitRow(unit.code, name or unit.code, language, told)

    def _buckets(self) -> tuple[str, ...]:
        buckets = self.asked.pack.buckets(as_of=self.asked.period.last_day)
        return tuple(f"acts.{bucket}" for bucket in buckets if f"acts.{bucket}" in self.asked.ids)

    def _headline(self) -> tuple[int, ...]:
        """The acts by bucket, the personnel acts, then members and vacancies, until there are eight."""
        ids = self.asked.ids
        personnel = drawings.COLOURS if "personnel.nominated" in ids else drawings.INSTEAD
        wanted = [*self._buckets(), *personnel, "members.total", "posts.vacant"]
        return tuple(ids.index(id) for id in wanted if id in ids)[:HEADLINE]

    def _tables(self, sections: tuple[model.Section, ...]) -> Iterator[model.SideBySide]:
        """The headline's figures beside each other, then each section's others."""
        headline = self._headline()
        yield model.SideBySide("headline", words.say("heading-side-by-side", self.lang), headline)
        ids = self.asked.ids
        for section in sections:
            title = words.say("report-table-section", self.lang, section=section.title)
            rest = [ids.index(figure.indicator) for figure in section.figures]
            rest = [place for place in rest if place not in headline]
            for number, columns in enumerate(self._chunks(rest)):
                key = section.id if number == 0 else f"{section.id}-{number + 1}"
                yield model.SideBySide(key, title, columns)

    def _chunks(self, places: list[int]) -> Iterator[tuple[int, ...]]:
        chunk: list[int] = []
        room = COLUMNS
        for place in places:
            takes = 2 if self.told[self.asked.ids[place]].amount.is_ratio else 1
            if takes > room:
                yield tuple(chunk)
                chunk, room = [], COLUMNS
            chunk.append(place)
            room -= takes
        if chunk:
            yield tuple(chunk)

    # Words

    def _is_group(self) -> bool:
        return self.asked.unit in self.asked.pack.peer_groups(as_of=self.asked.period.last_day)

    def _unit_name(self) -> str:
        if self._is_group():
            return self.asked.pack.name("peer_group", self.asked.unit, self.lang)
        return self.names.of_unit(self.asked.unit)

    def _units_label(self) -> str:
        return words.say("col-province" if self.levels == {"province"} else "col-unit", self.lang)

    def _head(self) -> model.Head:
        asked = self.asked
        if self.issuer or not self._is_group():
            issuer = self.issuer or asked.unit
            return heads.of_issuer(
                issuer, self.names, number="", dated=self.dated, pack=asked.pack, lang=self.lang
            )
        first = self.computed.perimeter[0].code if self.computed.perimeter else ""
        above = self.names.superior(first)
        code = above.code if above else None
        return heads.of_group(asked.unit, code, self.names, dated=self.dated, pack=asked.pack, lang=self.lang)

    def _facts(self) -> Iterator[str]:
        yield self._unit_name()
        known = self.asked.known
        told = words.known_on(known, self.lang) if known else words.say("report-known-everything", self.lang)
        yield f"{words.boundaries(self.day, self.lang)}; {told}"

    def _coverage(self) -> model.Coverage:
        asked = self.asked
        found = returned.coverage(
            asked.pack,
            asked.form.id,
            unit=asked.unit,
            period=asked.period,
            boundaries=self.day,
            known=asked.known,
        )
        rows = tuple(self._covered(row) for row in found.rows)
        missing = tuple(row for row in rows if row.signed_on is None)
        return model.Coverage(
            found.reported,
            found.due,
            self._covered_told(found, missing),
            tuple(row.unit for row in missing),
            rows,
        )

    def _covered_told(self, found: returned.Coverage, missing: tuple[model.CoverageRow, ...]) -> str:
        if not found.due:
            return words.say("coverage-none-due", self.lang)
        level = next(iter(self.levels)) if len(self.levels) == 1 else ""
        noun = level if level in ("province", "district") else "unit"
        told = words.reported(
            found.reported, found.due, self.lang, noun=noun, missing=[row.name for row in missing]
        )
        if found.late:
            told += "; " + words.say("report-coverage-late", self.lang, n=found.late)
        return told

    def _covered(self, row: returned.Row) -> model.CoverageRow:
        name, language = naming.chosen(dict(row.names), self.lang, self.asked.pack)
        late = (row.signed_on - row.due_on).days if row.signed_on else None
        return model.CoverageRow(
            row.unit,
            name or row.unit,
            language,
            row.due_on,
            row.symbol or "",
            row.signed_on,
            late,
            self._state(late),
        )

    def _state(self, late: int | None) -> str:
        if late is None:
            return words.say("status-missing", self.lang)
        if late < 0:
            return words.say("report-days-early", self.lang, n=-late)
        return words.say("days-late", self.lang, n=late)

    # Late acts and annex

    def _late(self) -> tuple[int, tuple[model.LateAct, ...]]:
        asked = self.asked
        if asked.known is None:
            return 0, ()
        return late.acts(
            asked.pack,
            unit=asked.unit,
            period=asked.period,
            boundaries=self.day,
            known=asked.known,
            lang=self.lang,
        )

    def _late_title(self) -> str:
        if self.asked.known is None:
            return words.say("report-late-title", self.lang)
        return words.say("heading-late", self.lang, day=words.day(self.asked.known, self.lang))

    def _late_lead(self, count: int) -> str:
        if self.asked.known is None:
            return words.say("report-late-everything", self.lang)
        return words.say("report-late-lead", self.lang, n=count, day=words.day(self.asked.known, self.lang))

    def _annex(self, id: str) -> model.AnnexEntry:
        asked = self.asked
        found = explain.explain(
            asked.pack,
            id,
            unit=asked.unit,
            period=asked.period,
            boundaries=self.day,
            known=asked.known,
            limit=0,
            engine=asked.engine,
        )
        figure = self.told[id]
        return model.AnnexEntry(
            id,
            figure.label,
            found.definition.get(self.lang, ""),
            found.reference,
            found.verified,
            found.engine,
            found.num_acts,
            figure.additive,
            tuple(self._left_out(found)),
        )

    def _left_out(self, found: explain.Explanation) -> Iterator[str]:
        for out in found.left_out[:MOST_LEFT_OUT]:
            reason = words.say("report-reason-withdrawn", self.lang, act=out.by, day=out.on)
            yield words.say("report-left-out", self.lang, what=out.act, reason=reason)
        more = len(found.left_out) - MOST_LEFT_OUT
        if more > 0:
            reason = words.say("status-withdrawn", self.lang)
            yield words.say("report-left-out-more", self.lang, n=more, reason=reason)

    def _provenance(self) -> str:
        known = self.asked.known
        told = words.known_on(known, self.lang) if known else words.say("provenance-now", self.lang)
        pack = f"{self.asked.pack.id} {self.asked.pack.version[:12]}"
        said = words.say("provenance", self.lang, version=metadata.version("fasti"), pack=pack, known=told)
        return f"{said} {words.say('figures-not-typed', self.lang)}"
