"""The sheet of a return as whoever fills it in or hands it in may take it over: nothing of a closed act comes along."""

from __future__ import annotations

from datetime import date

from fasti import charter
from fasti.access import rights
from fasti.access.sight import Sight
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.operations import granted
from fasti.reports import returned
from fasti.returns import sheet as sheets


class NotGranted(Exception):
    """The unit's figures are not granted, or there is no such unit; `findings` says so."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(", ".join(each.code for each in found))
        self.findings = tuple(found)


def sheet(
    pack: charter.Pack, form: str, *, unit: str, period: periods.Period, day: date, sight: Sight
) -> sheets.Sheet:
    """The sheet as it is seen; raises `NotGranted`, `NoSheet` and `CannotCompute`."""
    if granted.is_everything(sight):
        return sheets.sheet(pack, form, unit=unit, period=period, day=day)
    try:
        return returned.returned(pack, form, unit=unit, period=period, sight=sight, day=day).sheet
    except returned.NotGranted as error:
        article = granted.granted_by(rights.FIGURES, pack=pack, as_of=sight.day)
        args: dict[str, object] = {"right": rights.FIGURES, "unit": unit, "article": article}
        raise NotGranted([Finding("not-granted", args, article)]) from error
