"""Draws docs/pictures/report.png, the README's picture: the first page of the demo's report, as `render` sets it.

Run `./fasti demo` first, then `python -m tests.docs.draw_picture`.
"""

from __future__ import annotations

import pathlib
from typing import Any

import orjson
import typst

from tests.docs import generate_reference as reference
from tests.docs.reference import markdown

PICTURE = markdown.ROOT / "docs" / "pictures" / "report.png"


def first_page(report: Any) -> bytes:
    """The first page of a report as PNG."""
    from fasti.reports import pdf

    data = orjson.dumps(pdf._report(report)).decode()
    template = pathlib.Path(pdf.FOLDER) / "report.typ"
    made = typst.compile(
        template, root=pdf.FOLDER, format="png", ppi=110, sys_inputs={"data": data}, ignore_system_fonts=True
    )
    return bytes(made[0] if isinstance(made, list) else made)


def main() -> None:
    """Draw it."""
    reference.set_up()
    from fasti import charter
    from fasti.cli import demo
    from fasti.reports import assemble

    period = demo.periods.Period.parse(demo.PERIOD)
    pack = charter.load("vn_party")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    report = assemble.consolidate(
        pack, "half-year", unit=demo.UNIT, period=period, lang="en", issuer=demo.ISSUER
    )
    PICTURE.write_bytes(first_page(report))


if __name__ == "__main__":
    main()
