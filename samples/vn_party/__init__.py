"""The northern sample of the `vn_party` pack: a centre, fifteen provinces, five years of acts.

`story.story(seed)` tells it as chapters of draft contents, in the order in which they were recorded. It is pure:
the same seed gives the same acts, and nothing is issued until `samples.build` feeds them to the operations.
"""

from samples.vn_party.ledger import Chapter
from samples.vn_party.neighbours import NEIGHBOURS, Neighbour
from samples.vn_party.returns import readings
from samples.vn_party.story import PACK, SEED, story

__all__ = ["NEIGHBOURS", "PACK", "SEED", "Chapter", "Neighbour", "readings", "story"]
