"""The figures of a form as the register gives them for a unit and a period, as a return states them."""

from __future__ import annotations

from datetime import date

from fasti import charter
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import given_figures
from fasti.indicators import compute
from fasti.indicators.figures import Figure


def computed(
    pack: charter.Pack,
    form: rules.Form,
    *,
    unit: str,
    period: periods.Period,
    known: date | None = None,
    boundaries: date | None = None,
    database: str = "default",
) -> dict[str, str]:
    """Every computed figure of a form, by indicator, for a unit with all beneath it; raises `CannotCompute`.

    The tree is that of the period's last day unless another day is asked for.
    """
    found = compute.compute(
        pack, form.figures, unit=unit, period=period, known=known, boundaries=boundaries, database=database
    )
    return {figure.indicator: written(figure) for figure in found.total}


def of_members(
    pack: charter.Pack,
    form: rules.Form,
    *,
    unit: str,
    period: periods.Period,
    known: date | None = None,
    database: str = "default",
) -> dict[str, dict[str, str]]:
    """The same for each unit directly beneath a unit, or of a peer group, by its code; raises `CannotCompute`."""
    found = compute.compute(pack, form.figures, unit=unit, period=period, known=known, database=database)
    return {
        code: {each.indicator: written(each) for each in figures} for code, figures in found.units.items()
    }


def of_every_unit(
    pack: charter.Pack,
    form: rules.Form,
    *,
    period: periods.Period,
    known: date | None = None,
    database: str = "default",
) -> dict[str, dict[str, str]]:
    """The same for every unit of the body, on the tree of the period's last day."""
    found = compute.of_every_unit(pack, form.figures, period=period, known=known, database=database)
    return {code: {each.indicator: written(each) for each in figures} for code, figures in found.items()}


def written(figure: Figure) -> str:
    """A figure as exact text."""
    return given_figures.written(figure.value, numerator=figure.numerator, denominator=figure.denominator)
