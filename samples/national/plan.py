"""How large the body is and which number each unit, post and person bears, before anything is written.

Numbers run level by level, and within a district from its grassroots organisations to their cells; so whatever belongs
to a district is one run of numbers, and every book can be written without the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samples.national import places

Ints = npt.NDArray[np.int64]
WHOLE = 40_000_000
"""Effects of the body in its full size."""
DISTRICTS, GRASSROOTS, CELLS = 705, 52_000, 250_000
PER_MEMBER = 7.55
"""Effects for each member."""
ROOT, CENTRE = 1, 2
OFFICES = (
    "general_secretary", "provincial_secretary", "district_secretary", "district_deputy_secretary",
    "grassroots_secretary",
)  # fmt: skip
"""The posts there are, in the order of their numbers: one in each committee, two in that of a district."""
FIRST_PROVINCE = 3


@dataclass(frozen=True)
class Plan:
    """The numbers. Arrays are by district: `grassroots`, `cells`, `members` count, `first_*` are the first numbers."""

    num_effects: int
    seed: int
    province_of: Ints
    grassroots: Ints
    cells: Ints
    members: Ints
    first_unit: Ints
    first_person: Ints
    first_post: Ints

    @property
    def num_provinces(self) -> int:
        return len(places.PROVINCES)

    @property
    def num_districts(self) -> int:
        return len(self.province_of)

    @property
    def num_units(self) -> int:
        return int(self.first_unit[-1] + self.grassroots[-1] + self.cells[-1] - 1)

    @property
    def num_members(self) -> int:
        return int(self.members.sum())

    def committee_of_province(self, province: int) -> int:
        return FIRST_PROVINCE + self.num_provinces + province

    @property
    def _posts(self) -> list[int]:
        """Where the posts of each office begin."""
        num = self.num_districts
        first = 2 + self.num_provinces
        return [1, 2, first, first + num, first + 2 * num]

    def post(self, office: str, number: int = 0) -> int:
        """The post of the centre, of a province or of a district."""
        return self._posts[OFFICES.index(office)] + number

    def office_of(self, posts: Ints) -> Ints:
        """The office of each post, as its place in `OFFICES`."""
        found: Ints = np.searchsorted(self._posts, posts, side="right") - 1
        return found

    def signer(self, number: int) -> int:
        """Who signs in a district: the fourth member of its first cell."""
        return int(self.first_person[number] + 3 * self.cells[number])

    def district(self, number: int) -> int:
        return FIRST_PROVINCE + 2 * self.num_provinces + number

    def committee_of_district(self, number: int) -> int:
        return self.district(self.num_districts) + number


def plan(num_effects: int, *, seed: int = 1) -> Plan:
    """The body with about so many effects. Beyond its full size it has no more units, but more members."""
    rng = np.random.default_rng([seed, 0])
    share = min(1.0, num_effects / WHOLE)
    num_provinces = len(places.PROVINCES)
    num = max(num_provinces, round(DISTRICTS * share))
    others = np.sort(rng.integers(0, num_provinces, num - num_provinces))
    province_of = np.sort(np.concatenate([np.arange(num_provinces), others]))
    grassroots = _spread(rng, max(num, round(GRASSROOTS * share)), num)
    cells = _spread(rng, max(int(grassroots.sum()), round(CELLS * share)), num, least=grassroots)
    members = _spread(rng, max(4 * int(cells.sum()), round(num_effects / PER_MEMBER)), num, least=4 * cells)
    first = FIRST_PROVINCE + 2 * num_provinces + 2 * num
    return Plan(
        num_effects, seed, province_of, grassroots, cells, members, _starts(first, grassroots + cells),
        _starts(1, members), _starts(2 + num_provinces + 2 * num, grassroots),
    )  # fmt: skip


def _spread(rng: np.random.Generator, total: int, num: int, *, least: Ints | None = None) -> Ints:
    """So many in all, each district at least its least (one)."""
    least = np.ones(num, np.int64) if least is None else least
    left = total - int(least.sum())
    if left < 0:
        return least.copy()
    weights = rng.lognormal(0, 0.5, num) * least
    ends = np.floor(np.cumsum(weights) / weights.sum() * left + 1e-6).astype(np.int64)
    ends[-1] = left
    found: Ints = least + np.diff(ends, prepend=0)
    return found


def _starts(first: int, sizes: Ints) -> Ints:
    found: Ints = first + np.cumsum(sizes) - sizes
    return found
