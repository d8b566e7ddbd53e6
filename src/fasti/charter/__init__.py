"""The rule book: reads a charter pack and answers what it says on a day. Pure: no database, no clock.

A pack is a folder of YAML: what a body calls its units, acts and offices, who may issue what, how acts are
numbered, what reports count. `load` checks all of it before it answers anything.
"""

from fasti.charter.cases import CaseResult, Uncovered
from fasti.charter.cases import run as run_cases
from fasti.charter.cases import uncovered as uncovered_changes
from fasti.charter.claimed import Claimed, Lexicon, Thing
from fasti.charter.figures import group_of
from fasti.charter.findings import BadPack, BadPackFinding, NoRule
from fasti.charter.loading import PACKS, check, find, load
from fasti.charter.numbering import written as written_number
from fasti.charter.pack import Pack
from fasti.charter.rules import (
    ActType,
    AgeBand,
    AgeBands,
    Authority,
    EffectsAllowed,
    ExOfficio,
    Form,
    Indicator,
    Layout,
    Level,
    Numbering,
    Obligation,
    Office,
    PeerGroup,
    RelationKind,
    Sanction,
    Section,
    UnitKind,
    Value,
)

__all__ = [
    "PACKS",
    "ActType",
    "AgeBand",
    "AgeBands",
    "Authority",
    "BadPack",
    "BadPackFinding",
    "CaseResult",
    "Claimed",
    "EffectsAllowed",
    "ExOfficio",
    "Form",
    "Indicator",
    "Layout",
    "Level",
    "Lexicon",
    "NoRule",
    "Numbering",
    "Obligation",
    "Office",
    "Pack",
    "PeerGroup",
    "RelationKind",
    "Sanction",
    "Section",
    "Thing",
    "Uncovered",
    "UnitKind",
    "Value",
    "check",
    "find",
    "group_of",
    "load",
    "run_cases",
    "uncovered_changes",
    "written_number",
]
