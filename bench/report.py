"""The figures of the half-year report, as a ratio against plain SQL on SQLite in the same run.

    python -m bench.report [--effects N] [--repeat R]

Two bodies: the sample body, if one has been built in this database, and a generated one of a million effects in a
SQLite file of its own. Both sides compute every figure of the form for each province: one by `compute` over the
column store, brought up to date before (its own cost is shown apart), the other by one hand-written statement per
figure with a table of the tree beneath each province. The results must be equal, or nothing is printed but that.
"""

from __future__ import annotations

import argparse
import os
import sys


def main() -> int:
    """Print the ratios of both bodies; 1 if the two sides disagree."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--effects", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--repeat", type=int, default=5)
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    django.setup()
    from bench.baselines import half_year

    return half_year.main(asked.effects, asked.repeat, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
