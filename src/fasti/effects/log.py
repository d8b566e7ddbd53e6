"""The whole record folded from nothing: the register as it is, or as it was known at an instant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.register import rows
from fasti.register.rows import AliasRow, LineageRow, MembershipRow, PoolRow, Row, TenureRow, UnitRow


class Nothing:
    """A source without any record."""

    def expect(self, keys: Collection[tuple[str, int]]) -> None:
        """There is nothing to read."""

    def know(self, effects: Collection[int]) -> None:
        """There is nothing to read."""

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """No effects."""
        return ()

    def voids_of(self, effect: int) -> Sequence[int]:
        """Nothing is voided."""
        return ()

    def recorded(self, id: int) -> Recorded:
        """There is none."""
        raise LookupError(id)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """No rows."""
        return ()

    def entries_of(self, person: int) -> Sequence[AliasRow]:
        """None."""
        return ()

    def holders(self, post: int) -> Sequence[TenureRow]:
        """Nobody."""
        return ()

    def planned(self, post: int) -> Sequence[PoolRow]:
        """Nobody."""
        return ()

    def members_of(self, unit: int) -> Sequence[MembershipRow]:
        """Nobody."""
        return ()

    def children_of(self, unit: int) -> Sequence[UnitRow]:
        """Nothing."""
        return ()

    def predecessors_of(self, unit: int) -> Sequence[LineageRow]:
        """Nothing."""
        return ()

    def posts_of(self, unit: int) -> Sequence[int]:
        """Nothing."""
        return ()

    def unit_of(self, post: int) -> int:
        """There is none."""
        raise LookupError(post)

    def office_of(self, post: int) -> str:
        """There is none."""
        raise LookupError(post)

    def successor_of(self, effect: int) -> int | None:
        """There is none."""
        raise LookupError(effect)


def register(effects: Iterable[Recorded], *, posts: Mapping[int, tuple[int, str]]) -> dict[str, list[Row]]:
    """Every row of every line, in a fixed order. `posts`: post to its unit and office."""
    state = State(Nothing())
    for post, (unit, office) in posts.items():
        state.add_post(post, unit, office)
    state.add(effects)
    result: dict[str, list[Row]] = {line: [] for line in rows.ROWS}
    for (line, _), change in state.changes.items():
        result[line] += change.after
    return {line: sorted(found, key=rows.order) for line, found in result.items()}
