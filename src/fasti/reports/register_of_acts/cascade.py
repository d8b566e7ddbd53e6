"""The relations of an act as a cascade: what it rests on, two steps up, and what rests on it, two steps down.

Acts that are not seen are absent, and what hangs on them alone with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, When

from fasti import charter
from fasti.access import acts as access
from fasti.access.sight import Sight
from fasti.acts.models import Act, Relation
from fasti.reports import act_words

SOFT = ("answers", "refers")
"""Relations drawn with a dashed line: nothing follows from them."""
_SOFT_LAST = Case(When(kind__in=SOFT, then=1), default=0)
MOST = 8
"""Acts drawn under one act; of more the number is told."""


@dataclass(frozen=True, slots=True)
class Node:
    """An act in the cascade."""

    id: int
    symbol: str
    title: str
    lang: str
    signed_on: date
    relation: str
    """In words, how it stands to the node it hangs under; of a root how the act looked at stands to it."""
    days: int | None
    """Days after the act it hangs under."""
    is_here: bool
    is_soft: bool
    beneath: tuple[Node, ...]
    num_more: int = 0
    """Acts beneath that are not drawn."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """The trunk on which an act hangs, and the other acts it rests on beside it."""

    trunk: Node
    beside: tuple[Node, ...]
    num: int
    """Other acts in it, those not drawn among them."""


def of(act: Act, sight: Sight, *, pack: charter.Pack, lang: str) -> Cascade:
    """The cascade of an act: seven queries, however many acts there are."""
    return _Drawn(act, sight, pack.names("relation", lang), lang).cascade()


class _Drawn:
    def __init__(self, act: Act, sight: Sight, names: Mapping[str, str], lang: str) -> None:
        self.act, self.sight, self.names, self.lang = act, sight, names, lang

    def cascade(self) -> Cascade:
        parents = self._up([self.act.id]).get(self.act.id, [])
        above = self._up([each.target_id for each in parents])
        here, num = self._here()
        trunk = here
        beside = []
        firm = [each for each in parents if each.kind not in SOFT]
        chosen = (firm or parents)[:1]
        for step in chosen:
            trunk = self._hung(step, here)
            higher = next((each for each in above.get(step.target_id, []) if each.kind not in SOFT), None)
            if higher is not None:
                trunk = self._hung(higher, trunk)
                num += 1
        for step in parents:
            if step not in chosen:
                beside.append(self._node(step.target, step.kind, None))
        return Cascade(trunk, tuple(beside), num + len(parents))

    def _here(self) -> tuple[Node, int]:
        """The act with what rests on it, and how many these are."""
        children, num = self._down([self.act.id])
        drawn = children[self.act.id]
        below, nums = self._down([each.act_id for each in drawn])
        nodes = []
        for each in drawn:
            leaves = tuple(self._node(leaf.act, leaf.kind, each.act) for leaf in below[each.act_id])
            num_more = nums.get(each.act_id, 0) - len(leaves)
            nodes.append(self._node(each.act, each.kind, self.act, leaves, num_more))
        num_here = num.get(self.act.id, 0)
        node = self._node(self.act, "", None, tuple(nodes), num_here - len(drawn))
        return node, num_here + sum(nums.values())

    def _up(self, acts: Collection[int]) -> dict[int, list[Relation]]:
        listed = access.restrict(Relation.objects.filter(act__in=acts), self.sight, "target")
        found: dict[int, list[Relation]] = defaultdict(list)
        for each in listed.select_related("act", "target").order_by(_SOFT_LAST, "target__signed_on", "id"):
            found[each.act_id].append(each)
        return found

    def _down(self, acts: Collection[int]) -> tuple[dict[int, list[Relation]], dict[int, int]]:
        """By act the first ones that rest on it, and how many these are."""
        listed = access.restrict(Relation.objects.filter(target__in=acts), self.sight, "act")
        nums = dict(listed.order_by("target").values_list("target").annotate(num=Count("id")))
        found: dict[int, list[Relation]] = defaultdict(list)
        first = listed.select_related("act", "target").order_by(_SOFT_LAST, "act__signed_on", "id")
        for each in first[: MOST * MOST]:
            if len(found[each.target_id]) < MOST:
                found[each.target_id].append(each)
        return found, nums

    def _hung(self, step: Relation, beneath: Node) -> Node:
        """The act above with the one that hangs on it, which now says how it stands to it."""
        lower = self._node(step.act, step.kind, step.target, beneath.beneath, beneath.num_more)
        return self._node(step.target, "", None, (lower,))

    def _node(
        self, act: Act, kind: str, above: Act | None, beneath: Iterable[Node] = (), num_more: int = 0
    ) -> Node:
        said = self.names.get(kind, kind)
        return Node(
            act.id, act.symbol, act_words.named(act.title, self.lang), act.language, act.signed_on,
            said[:1].upper() + said[1:], (act.signed_on - above.signed_on).days if above else None,
            act.id == self.act.id, kind in SOFT, tuple(beneath), num_more,
        )  # fmt: skip
