"""The rights there are. A pack grants them to offices; nothing else grants anything. Pure."""

from __future__ import annotations

STRUCTURE = "structure"
"""Units, their kinds, places and lineage, and their posts without holders. Every account has it over the whole body."""
ACTS = "acts"
"""Acts of an issuer within reach, up to the clearance."""
PEOPLE = "people"
"""Who holds posts and who is a member within reach: names, careers, courses, awards."""
PERSONAL = "personal"
"""Birth day, sex, ratings and sanctions of the people seen."""
FIGURES = "figures"
"""Figures and reports of units within reach, small cells included, and the acts behind them."""
SHARED_FIGURES = "shared_figures"
"""Figures and reports of units within reach; cells below the limit of the pack are suppressed."""
DRAFT = "draft"
CHECK = "check"
ISSUE = "issue"
"""To issue acts of a unit within reach, those that withdraw or correct others among them."""
IMPORT = "import"
EXPORT = "export"
LOG = "log"
"""The access log of units within reach."""
ACCOUNTS = "accounts"
"""To open and close accounts of people within reach."""

RIGHTS = (
    STRUCTURE, ACTS, PEOPLE, PERSONAL, FIGURES, SHARED_FIGURES, DRAFT, CHECK, ISSUE, IMPORT, EXPORT, LOG, ACCOUNTS,
)  # fmt: skip

OWN = "own"
"""The unit that the post serves and its organs."""
BELOW = "below"
"""The same and all under it, with what ended and rests with one of them."""
ABOVE = "above"
"""The unit that the post serves and its organs, and all units above with their organs."""
PEERS = "peers"
"""The units of the peer groups that the served unit is in."""
BODY = "body"
REACHES = (OWN, BELOW, ABOVE, PEERS, BODY)
