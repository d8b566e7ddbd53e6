"""How much happened in each half-year: the plan by which the story is composed.

The numbers are used to decide how many acts to write. No figure of a report is taken from here: reports count acts.
"""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Volume:
    """Acts and changes of office of one half-year: normative acts by bucket, then effects for managed posts."""

    project: int
    resolution: int
    decision: int
    plan: int
    guidance: int
    appointed: int
    nominated: int
    moved: int

    @property
    def buckets(self) -> dict[str, int]:
        """Number of normative acts by bucket."""
        return {
            name: getattr(self, name) for name in ("project", "resolution", "decision", "plan", "guidance")
        }


CLUSTER = {
    "2023-H1": Volume(4, 10, 74, 61, 8, 189, 142, 49),
    "2023-H2": Volume(6, 14, 80, 66, 9, 203, 165, 52),
    "2024-H1": Volume(5, 12, 86, 70, 10, 216, 187, 58),
    "2024-H2": Volume(5, 11, 91, 78, 14, 198, 240, 47),
    "2025-H1": Volume(3, 13, 69, 58, 12, 174, 305, 41),
    "2025-H2": Volume(2, 8, 47, 44, 7, 96, 88, 30),
}
DIEN_BIEN = {
    "2023-H1": Volume(1, 1, 5, 4, 1, 13, 9, 4),
    "2023-H2": Volume(0, 1, 6, 5, 1, 15, 12, 3),
    "2024-H1": Volume(1, 1, 6, 6, 1, 14, 12, 4),
    "2024-H2": Volume(0, 1, 7, 5, 1, 12, 17, 4),
    "2025-H1": Volume(0, 1, 5, 4, 1, 11, 21, 3),
    "2025-H2": Volume(0, 1, 4, 4, 1, 9, 8, 3),
}
COURSE_PEOPLE, COURSE_BY_ACADEMY, COURSE_BY_LEADERS = 89, 17, 3
WORKS_AWARDED, TASK_GROUPS = 20, 9
