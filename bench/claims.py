"""Reading narrative reports, against a reader that takes every number, in the same run.

    python -m bench.claims [--pages N]

Invented pages in four languages are read by `fasti.claims` and by a baseline: one regular expression that takes every
number as a figure and knows nothing of what it counts. Printed: pages a second of both, their ratio, and how many
of the numbers are figures. The claim is 20 pages in under 2 s; the ratio says what it costs to know what is counted.
"""

from __future__ import annotations

import argparse
import re
import time

import yaml

from bench import ROOT, record
from fasti import charter, claims

NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?")
PAGE = 3000
"""Letters on a page."""


def pages(number: int) -> str:
    """That many pages of the invented sentences of the tests, each language in its own paragraphs."""
    written = yaml.safe_load((ROOT / "tests" / "claims" / "sentences.yaml").read_text(encoding="utf-8"))
    paragraphs = [" ".join(case["say"] for case in cases) for cases in written.values()]
    once = "\n\n".join(paragraphs) + "\n\n"
    return once * (number * PAGE // len(once) + 1)


def timed(number: int, *, as_json: bool) -> None:
    """Read the pages both ways and print what it took."""
    claimed = charter.load("vn_party").claimed
    if claimed is None:
        raise SystemExit("the pack does not say what reports count")
    text = pages(number)[: number * PAGE]
    claims.read(claims.from_string(text[:PAGE]), claimed=claimed)
    begun = time.perf_counter()
    report = claims.read(claims.from_string(text), claimed=claimed)
    ours = time.perf_counter() - begun
    begun = time.perf_counter()
    numbers = [(match.group(), match.start()) for match in NUMBER.finditer(text)]
    theirs = time.perf_counter() - begun
    print(f"{number} pages: {ours:.2f} s, {number / ours:.0f} pages a second, {len(report.claims)} figures")
    print(
        f"baseline: {theirs:.4f} s, {len(numbers)} numbers; figures to numbers {len(report.claims) / len(numbers):.2f}"
    )
    print(f"ratio: {ours / theirs:.0f} times the time of taking every number")
    twenty = ours / number * 20
    print(f"20 pages in {twenty:.2f} s (asked: under 2 s)")
    found = record.made(
        "claims.pages", twenty / 2, ours=f"{twenty:.2f} s", theirs="2 s", sizes={"pages": number}
    )
    record.tell(found, as_json=as_json)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--pages", type=int, default=100)
    asked = parser.parse_args()
    timed(asked.pages, as_json=asked.json)


if __name__ == "__main__":
    main()
