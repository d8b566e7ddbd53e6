"""The formats in which accepted returns go to other systems: one line for each, with its module in this folder."""

from __future__ import annotations

from datetime import datetime

from fasti import charter
from fasti.exchange import adx, return_data, sdmx_csv, sdmx_structure

ADX, SDMX_CSV, DSD = "adx", "sdmx-csv", "dsd"
FORMATS = {ADX: (adx.MEDIA, "xml"), SDMX_CSV: (sdmx_csv.MEDIA, "csv"), DSD: (sdmx_structure.MEDIA, "dsd.xml")}
"""By format: its media type, and how a file of it ends."""


def written(data: return_data.Data, format: str, *, pack: charter.Pack, at: datetime) -> bytes:
    """The accepted returns in a format. `at`: when it is written."""
    if format == ADX:
        return adx.written(data, exported=at)
    if format == SDMX_CSV:
        return sdmx_csv.written(data, pack=pack)
    return sdmx_structure.written(data, pack=pack, prepared=at)


def filename(data: return_data.Data, unit: str, format: str) -> str:
    """What the file is called."""
    return f"{unit} {data.form.id} {data.period.code}.{FORMATS[format][1]}"
