"""1 July 2025: five provinces go over into four others. Their organs and posts end, their districts follow."""

from __future__ import annotations

import datetime

from samples.vn_party import codes, days, places, scene

DECIDED_ON = datetime.date(2025, 6, 24)


def decide(stage: scene.Scene, on: datetime.date) -> None:
    """The politburo's decisions, one for each province that remains."""
    for target in dict.fromkeys(into for _, into in places.MERGERS):
        sources = [source for source, into in places.MERGERS if into == target]
        names = ", ".join(stage.world.names[source] for source in sources)
        effects = [{"kind": "MERGE", "unit": source, "other_unit": target} for source in sources]
        stage.write(
            "VN-BCT",
            codes.DECISION,
            f"Hợp nhất {names} vào {stage.world.names[target]}",
            on=on,
            effects=effects,
            in_force_on=days.MERGED_ON.isoformat(),
        )


def carry_out(stage: scene.Scene, on: datetime.date) -> None:
    """In the world of the story: posts of the vanished organs end, districts change their province."""
    at = stage.world
    for source, target in places.MERGERS:
        for organ in at.children_of(
            source, *(kind for kind in at.kinds.values() if kind not in codes.DISTRICTS)
        ):
            for post in list(at.posts_at.get(organ, ())):
                at.abolish(post)
            at.children[source].remove(organ)
        at.move_children(source, target, *codes.DISTRICTS)
        stage.alive.remove(source)
