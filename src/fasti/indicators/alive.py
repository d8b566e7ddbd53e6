"""Which effects and acts no longer stand. A voiding can itself be voided, and a withdrawal withdrawn: then
the first holds again.

>>> voided({2: (20, 1)})                    # effect 2 of act 20 voids effect 1
{1: 20}
>>> voided({2: (20, 1), 3: (30, 2)})        # effect 3 voids that voiding: effect 1 stands
{2: 30}
>>> withdrawn([(20, 10), (30, 20)])
{20: 30}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def voided(voidings: Mapping[int, tuple[int, int]]) -> dict[int, int]:
    """Effects that do not stand: effect -> act that voids it, from voiding effect -> (its act, effect it
    voids).

    A voiding is always recorded after what it voids, so the latest are judged first.
    """
    found: dict[int, int] = {}
    for effect in sorted(voidings, reverse=True):
        act, target = voidings[effect]
        if effect not in found:
            found[target] = act
    return found


def withdrawn(withdrawals: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Acts that do not stand: act -> act that withdraws it, from pairs (withdrawing act, act withdrawn)."""
    found: dict[int, int] = {}
    for act, target in sorted(withdrawals, reverse=True):
        if act not in found:
            found[target] = act
    return found
