"""What must be true of a pack beyond the shape of its files: one module per subject, noting all it finds.

A check runs when the files it reads have the right shape; otherwise their own findings come first.
"""

from __future__ import annotations

from collections.abc import Callable

from fasti.charter import folder
from fasti.charter.checks import (
    access,
    acts,
    asked,
    claimed,
    figures,
    handed,
    numbers,
    offices,
    scored,
    series,
    units,
    worded,
)

# To add a check: write it beside the others and name it here with the files it reads.
CHECKS: tuple[tuple[Callable[[folder.Folder], None], tuple[str, ...]], ...] = (
    (units.check_id, ("pack.yaml",)),
    (units.check_levels, ("units.yaml",)),
    (units.check_kinds, ("units.yaml",)),
    (acts.check_types, ("acts.yaml",)),
    (acts.check_authority, ("units.yaml", "acts.yaml", "authority.yaml", "offices.yaml")),
    (numbers.check_terms, ("units.yaml", "numbering.yaml")),
    (numbers.check_patterns, ("numbering.yaml",)),
    (numbers.check_numbering, ("units.yaml", "acts.yaml", "authority.yaml", "numbering.yaml")),
    (offices.check_offices, ("units.yaml", "offices.yaml")),
    (offices.check_management, ("units.yaml", "offices.yaml")),
    (offices.check_ex_officio, ("units.yaml", "offices.yaml")),
    (offices.check_bands, ("values.yaml",)),
    (figures.check_indicators, ("indicators.yaml", "values.yaml", "acts.yaml", "offices.yaml", "units.yaml")),
    (figures.check_ratios, ("indicators.yaml",)),
    (figures.check_forms, ("forms.yaml", "indicators.yaml", "units.yaml")),
    (handed.check_handed_in, ("forms.yaml", "indicators.yaml", "offices.yaml")),
    (scored.check_scorecards, ("peer_groups.yaml", "indicators.yaml")),
    (access.check_grants, ("access.yaml", "offices.yaml")),
    (access.check_four_eyes, ("access.yaml", "acts.yaml")),
    (worded.check_languages, ("pack.yaml",)),
    (worded.check_names, folder.FILES),
    (asked.check_questions, ()),
    (claimed.check_claimed, ("pack.yaml",)),
)


def run(opened: folder.Folder) -> None:
    """Run every check whose files are sound; findings go to the documents."""
    ready = [(check, files) for check, files in CHECKS if opened.sound(*files)]
    for name, file in folder.TABLES.items():
        if opened.sound(file):
            series.check(opened, name)
    for check, _ in ready:
        check(opened)
