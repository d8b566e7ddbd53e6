"""A report as JSON, for programs: figures with exact parts, the units, coverage, late acts and the annex.

Shares are decimal numbers to six places beside their exact numerator and denominator.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import orjson

from fasti.reports import model


def render(report: model.Report) -> bytes:
    """The report as indented UTF-8 JSON, ending with a line break."""
    return orjson.dumps(_report(report), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _report(report: model.Report) -> dict[str, Any]:
    return {
        "report": report.form,
        "title": report.title,
        "language": report.lang,
        "unit": report.unit,
        "unit_name": report.unit_name,
        "period": report.period,
        "boundaries": report.boundaries,
        "beside": _beside(report),
        "known": report.known,
        "dated": report.dated,
        "coverage": _coverage(report.coverage),
        "figures": [_figure(figure) for figure in report.figures],
        "sections": [
            {
                "section": part.id,
                "title": part.title,
                "figures": [figure.indicator for figure in part.figures],
            }
            for part in report.sections
        ],
        "units": [_unit(report, row) for row in report.units],
        "returns": None if report.returns is None else _returns(report.returns),
        "charts": [_chart(chart) for chart in report.charts],
        "late": [_late(act) for act in report.late],
        "annex": [_annex(entry) for entry in report.annex],
        "provenance": report.provenance,
    }


def _beside(report: model.Report) -> dict[str, Any] | None:
    """The same figures on the other boundaries; None where they were not asked for."""
    table = next((table for table in report.tables if table.id == "beside"), None)
    if table is None:
        return None
    units: list[dict[str, Any]] = []
    for row in table.rows:
        told = _unit(report, row)
        if row.depth:
            units[-1]["from"].append(told)
        else:
            units.append({**told, "from": []})
    return {"boundaries": report.beside, "units": units, "totals": [_unit(report, row) for row in table.foot]}


def _coverage(coverage: model.Coverage) -> dict[str, Any]:
    return {
        "reported": coverage.reported,
        "due": coverage.due,
        "missing": list(coverage.missing),
        "sentence": coverage.sentence,
        "units": [
            {
                "unit": row.unit,
                "due_on": row.due_on,
                "symbol": row.symbol or None,
                "signed_on": row.signed_on,
                "days_late": row.days_late,
            }
            for row in coverage.rows
        ],
    }


def _figure(figure: model.Figure) -> dict[str, Any]:
    written = {"indicator": figure.indicator, "label": figure.label, **_amount(figure.amount)}
    written["sentence"] = figure.sentence
    written["year_before"] = None if figure.before is None else _amount(figure.before)
    if figure.now is not None:
        written["as_known_now"] = _amount(figure.now)
    written["additive"] = figure.additive
    if figure.parts:
        written["parts"] = [
            {"key": part.key, "label": part.label, **_amount(part.amount)} for part in figure.parts
        ]
    return written


def _amount(amount: model.Amount) -> dict[str, Any]:
    value = amount.value
    number = round(float(value), 6) if isinstance(value, Fraction) and value.denominator != 1 else value
    written: dict[str, Any] = {"value": int(number) if isinstance(number, Fraction) else number}
    if amount.withheld:
        written["withheld"] = amount.text
    if amount.is_ratio:
        written |= {"numerator": amount.numerator, "denominator": amount.denominator}
    return written


def _unit(report: model.Report, row: model.UnitRow) -> dict[str, Any]:
    amounts = zip(report.figures, row.amounts, strict=True)
    return {
        "unit": row.unit,
        "name": row.name,
        "figures": [{"indicator": figure.indicator, **_amount(amount)} for figure, amount in amounts],
    }


def _returns(found: model.Returns) -> dict[str, Any]:
    return {
        "accepted": found.accepted,
        "due": found.due,
        "missing": [{"unit": each.unit, "state": each.state} for each in found.missing],
        "totals": [
            {
                "figure": each.figure,
                "label": each.label,
                "is_declared": each.is_declared,
                **_amount(each.amount),
                "num_given": each.num_given,
                "num_due": each.num_due,
                "is_partial": each.is_partial,
                "missing": list(each.missing),
                "in_register": None if each.register is None else _amount(each.register),
            }
            for each in found.totals
        ],
        "differences": [
            {
                "unit": each.unit,
                "figure": each.figure,
                "stated": _amount(each.stated),
                "in_register": _amount(each.register),
                "reason": each.reason,
                "known_on": each.known_on,
            }
            for each in found.departures
        ],
    }


def _chart(chart: model.Chart) -> dict[str, Any]:
    return {
        "chart": chart.id,
        "title": chart.title,
        "categories": list(chart.categories),
        "series": [
            {"label": series.label, "values": [row[place] for row in chart.values]}
            for place, series in enumerate(chart.series)
        ],
    }


def _late(act: model.LateAct) -> dict[str, Any]:
    return {
        "act": act.code,
        "symbol": act.symbol,
        "title": act.title,
        "signed_on": act.signed_on,
        "recorded_on": act.recorded_on,
        "state": act.state,
    }


def _annex(entry: model.AnnexEntry) -> dict[str, Any]:
    return {
        "indicator": entry.indicator,
        "definition": entry.definition,
        "reference": entry.reference,
        "verified": entry.verified,
        "engine": entry.engine,
        "num_acts": entry.num_acts,
        "left_out": list(entry.left_out),
    }
