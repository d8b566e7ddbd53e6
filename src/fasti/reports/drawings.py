"""Which charts a report has, and the data each is drawn from. What the form does not count is not drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import dates as babel_dates

from fasti import words
from fasti.dates import periods
from fasti.indicators import figures
from fasti.reports import model

COLOURS = {"personnel.appointed": 1, "personnel.nominated": 2, "personnel.transferred_or_rotated": 3}
"""The personnel acts set beside each other, each with its fixed colour."""
INSTEAD = {"personnel.appointed": 1, "personnel.reappointed": 2, "personnel.relieved": 6}
"""For a body that nominates nobody."""
MOST_UNITS = 40


@dataclass(frozen=True)
class Drawer:
    """Draws up the charts of one report."""

    lang: str
    period: periods.Period
    told: tuple[model.Figure, ...]
    """Every figure of the report, in the order of the form."""
    months: Mapping[str, Sequence[figures.Part]]
    units: tuple[model.UnitRow, ...]
    units_label: str
    noun: str
    """province where the units are provinces, else unit."""
    coverage: model.Coverage
    buckets: tuple[str, ...]
    """The figures that count acts by bucket, in order."""
    withholds: Callable[[str, str], str]
    """The words in place of a figure of a month that is too small to be told; empty where it is told."""

    def charts(self) -> tuple[model.Chart, ...]:
        """Every chart the report has data for."""
        beside = 1 < len(self.units) <= MOST_UNITS
        drawn = [*self._acts(), *self._by_month()]
        if beside:
            drawn += [*self._personnel_by_unit(), *self._timeliness()]
            drawn += self._one_by_unit("members.total", "members", 4)
            drawn += self._one_by_unit("posts.vacant", "vacancies", 3)
        return tuple(drawn)

    def personnel(self) -> dict[str, int]:
        """The personnel figures drawn, with their colours."""
        ids = {figure.indicator for figure in self.told}
        wanted = COLOURS if "personnel.nominated" in ids else INSTEAD
        return {id: colour for id, colour in wanted.items() if id in ids}

    def _place(self, id: str) -> int | None:
        return next((place for place, figure in enumerate(self.told) if figure.indicator == id), None)

    def _label(self, id: str) -> str:
        place = self._place(id)
        return self.told[place].label if place is not None else id

    def _acts(self) -> Iterator[model.Chart]:
        places = [place for id in self.buckets if (place := self._place(id)) is not None]
        if len(places) < 2:
            return
        rows = tuple((whole(self.told[place].amount),) for place in places)
        total = words.counted("act", sum(row[0] or 0 for row in rows), self.lang)
        period = words.period(self.period, self.lang)
        told = words.say("report-chart-acts", self.lang, acts=total, period=period)
        yield model.Chart(
            "acts",
            words.say("chart-acts-by-bucket", self.lang),
            self._without_some(rows) or told,
            "bars",
            words.say("col-act-type", self.lang),
            words.say("axis-acts", self.lang),
            tuple(self.told[place].label for place in places),
            (model.Series(words.say("axis-acts", self.lang), 1),),
            rows,
            self._numbers(rows),
        )

    def _by_month(self) -> Iterator[model.Chart]:
        ids = [id for id in self.personnel() if id in self.months]
        months = self.period.months()
        if not ids or len(months) < 2:
            return
        found = {id: {part.key: part.value for part in self.months[id]} for id in ids}
        rows = tuple(
            tuple(
                None if self.withholds(id, month.code) else int(found[id].get(month.code) or 0) for id in ids
            )
            for month in months
        )
        short = babel_dates.get_month_names("abbreviated", "stand-alone", locale=self.lang)
        yield model.Chart(
            "personnel-by-month",
            words.say("chart-personnel-by-month", self.lang),
            self._personnel_told(rows),
            "columns",
            words.say("col-month", self.lang),
            words.say("axis-personnel", self.lang),
            tuple(short[month.starts_on.month] for month in months),
            self._series(ids),
            rows,
            self._numbers(rows),
        )

    def _personnel_by_unit(self) -> Iterator[model.Chart]:
        places = {id: place for id in self.personnel() if (place := self._place(id)) is not None}
        if not places:
            return
        rows = tuple(tuple(whole(row.amounts[place]) for place in places.values()) for row in self.units)
        told, series = self._personnel_told(rows), self._series(list(places))
        yield self._beside("personnel-by-unit", "personnel", told, series, rows)

    def _one_by_unit(self, id: str, name: str, colour: int) -> Iterator[model.Chart]:
        place = self._place(id)
        if place is None:
            return
        figure = self.told[place]
        rows = tuple((whole(row.amounts[place]),) for row in self.units)
        as_of = words.as_of(self.period.last_day, self.lang)
        total = f"{figure.label}: {figure.amount.text}"
        told = words.say("report-chart-stock", self.lang, total=total, as_of=as_of)
        yield self._beside(f"{name}-by-unit", name, told, (model.Series(figure.label, colour),), rows)

    def _beside(
        self,
        id: str,
        name: str,
        told: str,
        series: tuple[model.Series, ...],
        rows: tuple[tuple[int | None, ...], ...],
    ) -> model.Chart:
        """A chart of the units in the order of the charter."""
        axis = {"personnel": "axis-personnel", "members": "axis-members", "vacancies": "axis-posts"}[name]
        return model.Chart(
            id,
            self._title(name, series),
            told,
            "bars",
            self.units_label,
            words.say(axis, self.lang),
            tuple(row.name for row in self.units),
            series,
            rows,
            self._numbers(rows),
        )

    def _title(self, name: str, series: tuple[model.Series, ...]) -> str:
        """Members bear the body's own word, that of their figure."""
        own = {"figure": series[0].label} if name == "members" else {}
        return words.say(f"report-chart-{name}-by", self.lang, noun=self.noun, **own)

    def _timeliness(self) -> Iterator[model.Chart]:
        rows = self.coverage.rows
        if not rows:
            return
        yield model.Chart(
            "timeliness",
            words.say("chart-timeliness", self.lang),
            words.say("report-chart-timeliness", self.lang),
            "days",
            self.units_label,
            words.say("axis-days-late", self.lang),
            tuple(row.name for row in rows),
            (model.Series(words.say("axis-days-late", self.lang), 1),),
            tuple((row.days_late,) for row in rows),
            tuple(row.state for row in rows),
        )

    def _series(self, ids: Sequence[str]) -> tuple[model.Series, ...]:
        colours = self.personnel()
        return tuple(model.Series(self._label(id), colours[id]) for id in ids)

    def _personnel_told(self, rows: tuple[tuple[int | None, ...], ...]) -> str:
        if without := self._without_some(rows):
            return without
        total = sum(value or 0 for row in rows for value in row)
        period = words.period(self.period, self.lang)
        return words.say("report-chart-personnel", self.lang, n=total, period=period)

    def _without_some(self, rows: Sequence[Sequence[int | None]]) -> str:
        """What is said of a chart in place of its sum where some of its values are not told; else nothing."""
        if all(value is not None for row in rows for value in row):
            return ""
        return words.say("report-chart-withheld", self.lang, period=words.period(self.period, self.lang))

    def _numbers(self, rows: Sequence[Sequence[int | None]]) -> tuple[str, ...]:
        return tuple(self._number(row) for row in rows)

    def _number(self, row: Sequence[int | None]) -> str:
        """What a bar comes to; at least that, where some of it is not told."""
        told = [value for value in row if value is not None]
        if not told:
            return words.say("report-withheld", self.lang)
        number = words.number(sum(told), self.lang)
        return number if len(told) == len(row) else f"≥ {number}"


def whole(amount: model.Amount) -> int | None:
    """A count as a number a chart can draw."""
    return None if amount.value is None else int(amount.value)
