"""Writes accepted returns as SDMX-CSV 2.0: a row for each figure, under the structure that `sdmx_structure` describes.

Where a figure has no value the row says so (`OBS_STATUS` O: missing), so that nothing is taken for zero.
"""

from __future__ import annotations

import csv
import io

from fasti import charter
from fasti.exchange import return_data, sdmx_structure

MEDIA = "application/vnd.sdmx.data+csv;version=2.0.0"
COLUMNS = (
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "dataElement", "orgUnit", "dataSet", "share", "TIME_PERIOD", "OBS_VALUE",
    "OBS_STATUS", "COMMENT",
)  # fmt: skip
_WHOLLY = "_T"
"""The code of what is not divided."""


def written(data: return_data.Data, *, pack: charter.Pack) -> bytes:
    """The file, in UTF-8, lines ended as the standard of CSV says."""
    into = io.StringIO(newline="")
    rows = csv.writer(into, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    structure = f"{sdmx_structure.agency(pack)}:{sdmx_structure.ID}({sdmx_structure.VERSION})"
    period = return_data.reporting_period(data.period)
    for given in data.returns:
        unit = return_data.unit_code(given.unit)
        for each in given.observations:
            rows.writerow(
                (
                    "datastructure", structure, "I", return_data.code(each.figure), unit, data.form.id,
                    each.share or _WHOLLY, period, each.value, "A" if each.value else "O", each.remark,
                )
            )  # fmt: skip
    return into.getvalue().encode("utf-8")
