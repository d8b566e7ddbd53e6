"""What waits for somebody on a day: drafts, tasks, ending terms, empty posts, reports; each with its next step.

An item is settled by an act or a report, never by ticking it off. What the rule book sets no day or limit for does not
wait: a pack without a notice for ending terms has no ending terms here. Nor does a superior act wait to be concretised,
as no pack says yet which must be and by when.
"""

from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.everything import asks, items, of
from fasti.reports.waiting.item import GROUPS, HORIZON, KINDS, MOST, Item, Step
from fasti.reports.waiting.place import Place, around

__all__ = [
    "GROUPS",
    "HORIZON",
    "KINDS",
    "MOST",
    "Asked",
    "Item",
    "Place",
    "Step",
    "around",
    "asks",
    "items",
    "of",
]
