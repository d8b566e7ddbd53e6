"""Table of contents of the database: every record of Fasti, in the order in which an act travels."""

from fasti.access.models import AccessEntry, Account, Answered, Job, Token
from fasti.acts.models import Act, Attachment, Body, Draft, Effect, PersonalField, Relation, Task
from fasti.register.models import (
    Alias,
    CompletedTopic,
    Establishment,
    Lineage,
    Membership,
    PoolEntry,
    Rating,
    ReturnState,
    Sanction,
    Tenure,
    UnitRating,
    UnitSanction,
    UnitSpan,
    Vacancy,
)
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Person, Post, Unit

__all__ = [
    "AccessEntry",
    "Account",
    "Act",
    "Alias",
    "Answered",
    "Attachment",
    "Body",
    "CompletedTopic",
    "Draft",
    "Effect",
    "Establishment",
    "Job",
    "Lineage",
    "Membership",
    "Person",
    "PersonalField",
    "PoolEntry",
    "Post",
    "Rating",
    "Relation",
    "ReturnDraft",
    "ReturnState",
    "Sanction",
    "Task",
    "Tenure",
    "Token",
    "Unit",
    "UnitRating",
    "UnitSanction",
    "UnitSpan",
    "Vacancy",
]
