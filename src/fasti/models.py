"""Table of contents of the database: every record of Fasti, in the order in which an act travels."""

from fasti.acts.models import Act, Attachment, Body, Draft, Effect, PersonalField, Relation, Task
from fasti.register.models import (
    CompletedTopic,
    Establishment,
    Lineage,
    Membership,
    PoolEntry,
    Tenure,
    UnitSpan,
    Vacancy,
)
from fasti.subjects.models import Person, Post, Unit

__all__ = [
    "Act",
    "Attachment",
    "Body",
    "CompletedTopic",
    "Draft",
    "Effect",
    "Establishment",
    "Lineage",
    "Membership",
    "Person",
    "PersonalField",
    "PoolEntry",
    "Post",
    "Relation",
    "Task",
    "Tenure",
    "Unit",
    "UnitSpan",
    "Vacancy",
]
