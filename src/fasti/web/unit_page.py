"""The page of one unit: its parts and the regions that come after it, each with what the account may see of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from fasti import words
from fasti.access import acts, rights
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators.figures import CannotCompute
from fasti.reports import marks
from fasti.reports.units import boundaries, cells, changes, deeds, life, overview, seats, unit
from fasti.reports.units import tree as trees
from fasti.web import asked, lineage_drawn, refusals, return_rows, unit_drawn

PAGE = 50
"""Acts on a page."""
BESIDE = 40
"""Units of a branch in the tree beside the page: what fits a screen, so that the page costs the same in every body."""
FEW = 9
"""Seats shown on the overview."""
AGES = ((0, 30), (31, 90), (91, 180), (181, None))
"""Bands of the days a seat stands empty, both ends included."""


def grown(request: asked.Asked) -> trees.Tree:
    """The tree that a request asks for."""
    is_whole = request.GET.get("ended") == "1"
    return trees.Tree(request.pack, lang=request.lang, when=request.when, is_whole=is_whole)


def written(request: asked.Asked) -> dict[str, Any]:
    """Both days as the form of the axis shows them."""
    return {
        "as_of_told": words.day(request.as_of, request.lang, style="short"),
        "as_of_long": words.day(request.as_of, request.lang),
        "known_told": words.day(request.known, request.lang, style="short") if request.known else "",
    }


@dataclass(frozen=True)
class Page:
    """What is asked about one unit."""

    request: asked.Asked
    shown: unit.Shown

    @property
    def limit(self) -> int | None:
        """How small a count may be shown; None: no figures."""
        return self.request.sight.limit(self.shown.id)

    @property
    def part(self) -> str:
        """The part asked for; the overview where it is none that is offered."""
        asked_for = self.request.GET.get("tab", "")
        return asked_for if asked_for in self.parts() else "overview"

    def parts(self) -> list[str]:
        """The parts that this account may open."""
        may, unit_ = self.request.sight.may, self.shown.id
        offered = {
            "overview": True,
            "posts": True,
            "members": self.limit is not None,
            "acts": may(rights.ACTS, unit_),
            "returns": may(rights.FIGURES, unit_),
            "life": True,
            "boundaries": self.limit is not None and bool(boundaries.days(self.shown)),
        }
        return [name for name, is_offered in offered.items() if is_offered]

    def base(self) -> dict[str, Any]:
        """What every part and region stands on."""
        request, shown = self.request, self.shown
        return {
            "shown": shown,
            "unit": shown.called,
            "part": self.part,
            "parts": self.parts(),
            "is_now": self._is_now,
            "limit": self.limit,
            "day_code": request.as_of.isoformat(),
            "may_draft": not request.is_past and request.sight.may(rights.DRAFT, shown.id),
        }

    def around(self) -> dict[str, Any]:
        """The head, the tree and the axis of time."""
        request, shown = self.request, self.shown
        tree = grown(request)
        path_ = tree.path(shown.id)
        begun = shown.spans[0].opened_by
        deed = deeds.of([begun], request.sight, pack=request.pack, lang=request.lang).get(begun)
        found = changes.of_unit(shown, request.sight, request.when)
        return {
            **written(request),
            "hidden": [(key, request.GET[key]) for key in ("tab", "ended") if key in request.GET],
            "branch": tree.opened(path_, after=request.GET.get("after", ""), limit=BESIDE),
            "crumbs": [tree.names.of(each) for each in path_[:-1]],
            "here": shown.id,
            "is_whole": tree.is_whole,
            "begun_by": deed,
            "axis": unit_drawn.axis(found, as_of=request.as_of, today=request.day, lang=request.lang),
            "successors": [shown.names.of(each) for each in shown.successors()],
        }

    # -- parts -------------------------------------------------------------------------------------------------------

    def overview_part(self) -> dict[str, Any]:
        """Figures, the next step, the first posts, what stands empty and for how long, the latest acts."""
        posts = self._posts()
        rows = _rows(posts)
        empty = sorted((row for row in rows if row["seat"] and row["seat"].is_empty), key=_waiting)
        context = self._posts_context(posts)
        figures = (
            self.strip_region() | self.members_region() if self._is_now and self.limit is not None else {}
        )
        return (
            context
            | figures
            | {
                "rows": rows[:FEW],
                "num_rows": len(rows),
                "strip_ids": overview.declared(self.request.pack, overview.STRIP),
                "next_step": _next_step(empty, context["rule"]),
                "num_empty": len(empty),
                "longest": empty[0]["seat"].days_empty if empty else 0,
                "ages": unit_drawn.bars(
                    _by_age(empty), lambda low: words.say(f"web-units-age-{low}", self._lang), self._lang
                ),
                "latest": list(self._acts()[:5]) if "acts" in self.parts() else [],
            }
        )

    def posts_part(self) -> dict[str, Any]:
        """Every post of the unit and of its organs, seat by seat."""
        found = self._posts()
        groups = []
        for at in self.shown.units:
            held = [each for each in found if each.unit == at]
            if held:
                groups.append((self.shown.names.of(at), _rows(held), sum(each.num_seats for each in held)))
        return self._posts_context(found) | {"groups": groups}

    def _posts(self) -> tuple[seats.Held, ...]:
        request = self.request
        return seats.of_units(
            self.shown.units, request.sight, pack=request.pack, when=request.when, lang=request.lang
        )

    def _posts_context(self, found: Sequence[seats.Held]) -> dict[str, Any]:
        return {
            "num_seats": sum(each.num_seats for each in found),
            "num_told": sum(each.num_empty for each in found),
            "is_told": any(each.seats is not None for each in found),
            "rule": seats.limit(self.request.pack, as_of=self.request.as_of),
        }

    def members_part(self) -> dict[str, Any]:
        """Members by charts: they come with the region."""
        return self.members_region() if self._is_now else {}

    def acts_part(self) -> dict[str, Any]:
        """The acts of the unit and its organs that are seen, the latest first, page by page."""
        place = marks.read(self.request.GET.get("at", ""), str, int)
        query = self._acts()
        if place:
            day, id = asked.day_of(str(place[0]), self.request.as_of), int(place[1])
            query = query.filter(Q(signed_on__lt=day) | Q(signed_on=day, id__lt=id))
        found = list(query[: PAGE + 1])
        last = found[PAGE - 1] if len(found) > PAGE else None
        further = marks.write((last.signed_on.isoformat(), last.id)) if last else ""
        return {"acts": found[:PAGE], "further": further}

    def _acts(self) -> QuerySet[Act]:
        request = self.request
        query = acts.issued_by(request.sight, self.shown.units).filter(signed_on__lte=request.as_of)
        if request.when.known_before is not None:
            query = query.filter(recorded_at__lt=request.when.known_before)
        return query.order_by("-signed_on", "-id").defer("text")

    def returns_part(self) -> dict[str, Any]:
        """The returns that the unit owed of late, each with its state and the day it is due."""
        return {"returns": return_rows.of_unit(self.request, self.shown.id, self.shown.called.code)}

    def life_part(self) -> dict[str, Any]:
        """The timeline, with predecessors and successors unit_drawn."""
        request = self.request
        found = life.of_unit(
            self.shown, request.sight, pack=request.pack, when=request.when, lang=request.lang
        )
        return {
            "life": found,
            "entries": [(entry, self._when(entry)) for entry in found.entries],
            "lineage": lineage_drawn.draw(
                self.shown, until=max(request.as_of, request.day), lang=request.lang
            ),
        }

    def _when(self, entry: life.Entry) -> str:
        """The day of an entry, and since when it was known where that was later."""
        on = words.day(entry.on, self._lang, style="short")
        if entry.known_on is None:
            return on
        known = words.day(entry.known_on, self._lang, style="short")
        return words.say("web-units-known-later", self._lang, day=on, known=known)

    def boundaries_part(self) -> dict[str, Any]:
        """Old and new boundaries side by side: the figures come with the region."""
        days = boundaries.days(self.shown)
        on = next((day for day in days if day.isoformat() == self.request.GET.get("on")), days[0])
        period = self._period(on)
        choices = dict.fromkeys([*_periods(on), period])
        context = {
            "on": on,
            "on_code": on.isoformat(),
            "before_code": (on - timedelta(days=1)).isoformat(),
            "days": days,
            "days_told": [(day.isoformat(), words.day(day, self._lang)) for day in days],
            "period": period,
            "period_told": words.period(period, self._lang),
            "periods_told": [(each.code, words.period(each, self._lang)) for each in choices],
        }
        return context | (self._beside(context) if self._is_now else {})

    def _period(self, on: date) -> periods.Period:
        try:
            return periods.Period.parse(self.request.GET.get("period", ""))
        except periods.MalformedPeriod:
            return _periods(on)[0]

    # -- regions -----------------------------------------------------------------------------------------------------

    def strip_region(self) -> dict[str, Any]:
        """The stocks of the day."""
        code = self.shown.called.code
        found = self._figures(lambda limit: overview.strip(code, limit=limit, **self._on()))
        return {"stocks": [self._stock(each) for each in found or ()]}

    def _stock(self, stock: overview.Stock) -> dict[str, str]:
        """A stock in words; a share with its part and whole beneath."""
        told, of = unit_drawn.told(stock.cell, self.limit or 0, self._lang), ""
        if stock.denominator is not None and not stock.cell.is_hidden:
            told = words.percent(stock.numerator or 0, stock.denominator, self._lang)
            of = words.ratio(stock.numerator or 0, stock.denominator, self._lang)
        elif stock.whole is not None:
            of = words.say(
                "web-units-of", self._lang, n=unit_drawn.told(stock.whole, self.limit or 0, self._lang)
            )
        return {"indicator": stock.indicator, "told": told, "of": of}

    def members_region(self) -> dict[str, Any]:
        """The charts of members."""
        found = self._figures(
            lambda limit: overview.members(self.shown.called.code, limit=limit, **self._on())
        )
        if found is None:
            return {"members": None}
        charts = unit_drawn.members(found, self.request.pack, self._lang, self.limit or 0)
        total = unit_drawn.told(found.total, self.limit or 0, self._lang)
        return {
            "members": found,
            "members_told": words.say(
                "web-units-members-measure", self._lang, n=total, day=self.request.as_of
            ),
            "charts": charts,
            "splits": [(by, bars) for by, bars in charts.items() if by != "movement" and bars],
            "period_told": words.sentence(words.period(found.period, self._lang))[:-1],
        }

    def boundaries_region(self) -> dict[str, Any]:
        """The table of old and new boundaries."""
        if self.limit is None:
            raise refusals.NotGranted(rights.FIGURES)
        if "boundaries" not in self.parts():
            raise refusals.NotThere
        context = self.boundaries_part()
        return context | self._beside(context)

    def _beside(self, context: Mapping[str, Any]) -> dict[str, Any]:
        request = self.request
        found = self._figures(
            lambda _: boundaries.beside(
                self.shown, request.sight, on=context["on"], period=context["period"], pack=request.pack,
                known=request.known,
            )
        )  # fmt: skip
        limit = self.limit or 0
        lines = [each for each in found.lines if each.is_any] if found else []
        return {
            "beside": found,
            "lines": [unit_drawn.line(each, limit, self._lang) for each in lines],
            "num_zero": len(found.lines) - len(lines) if found else 0,
        }

    def _figures(self, compute: Callable[[int], Any]) -> Any:
        """Figures, or none: not granted, or the unit does not stand on the day."""
        if self.limit is None:
            raise refusals.NotGranted(rights.FIGURES)
        try:
            return compute(self.limit)
        except CannotCompute:
            return None

    def _on(self) -> dict[str, Any]:
        return {"pack": self.request.pack, "as_of": self.request.as_of, "known": self.request.known}

    @property
    def _lang(self) -> str:
        return self.request.lang

    @property
    def _is_now(self) -> bool:
        """Whether figures are computed within the page, for whoever has no scripts."""
        return self.request.GET.get("now") == "1"


PARTS: Mapping[str, Callable[[Page], dict[str, Any]]] = {
    "overview": Page.overview_part,
    "posts": Page.posts_part,
    "members": Page.members_part,
    "acts": Page.acts_part,
    "returns": Page.returns_part,
    "life": Page.life_part,
    "boundaries": Page.boundaries_part,
}
REGIONS: Mapping[str, Callable[[Page], dict[str, Any]]] = {
    "strip": Page.strip_region,
    "members": Page.members_region,
    "ages": Page.members_region,
    "boundaries": Page.boundaries_region,
}


def _rows(found: Sequence[seats.Held]) -> list[dict[str, Any]]:
    """One row for each seat; one for each post where its holders are not told."""
    rows = []
    for held in found:
        for seat in held.seats if held.seats is not None else (None,):
            rows.append({"held": held, "seat": seat})
    return rows


def _next_step(empty: Sequence[Mapping[str, Any]], rule: seats.Limit | None) -> dict[str, Any] | None:
    """The seat that has waited longest beyond the limit, if any has."""
    found = next((row for row in empty if row["seat"].is_too_long), None)
    if found is None or rule is None:
        return None
    return {**found, "late": found["seat"].days_empty - rule.days}


def _waiting(row: Mapping[str, Any]) -> int:
    return -int(row["seat"].days_empty)


def _by_age(empty: Sequence[Mapping[str, Any]]) -> list[tuple[int, cells.Cell]]:
    days = [row["seat"].days_empty for row in empty]
    return [
        (low, cells.Cell(sum(low <= each and (high is None or each <= high) for each in days)))
        for low, high in AGES
    ]


def _periods(on: date) -> list[periods.Period]:
    """The half-years before a day, the latest first."""
    found = [periods.of_day("half_year", on - timedelta(days=1))]
    for _ in range(4):
        found.append(found[-1].previous())
    return found
