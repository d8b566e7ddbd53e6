"""What a check is: its id, what it proves, how grave a finding is, what to do about it, and how it looks.

A check looks at the whole body at once, or at one act's sheet at a time while the record is read through once. To
add one, write it in the file of its group, between its neighbours: the group's table gathers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fasti.operations.checks.body import Body
    from fasti.operations.checks.sheets import Sheet

Severity = Literal["fault", "notice"]
"""A fault: record or register are not as they were issued or contradict themselves. A notice: something to look at."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place at which a check does not hold.

    `act` and `effect` are ids; an effect stands for its act. In `args`, unit, person, post and their `other_`
    counterparts are ids and are shown as codes; day and until are days.
    """

    act: int | None = None
    effect: int | None = None
    args: Mapping[str, object] = field(default_factory=dict)


Whole = Callable[["Body"], Iterable[Found]]
Each = Callable[["Sheet", "Body"], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table."""

    id: str
    group: str
    proves: str
    """A sentence that is true of a sound body."""
    severity: Severity
    remedy: str
    """What to do about a finding: the message `remedy-...`."""
    says: str
    """The finding's sentence: the message `check-...`, its own id or one shared by checks of one kind."""
    whole: Whole | None = None
    each: Each | None = None


class Group:
    """The checks of one file, in order."""

    def __init__(self, name: str, module: str) -> None:
        self.name = name
        self.module = module
        self.checks: list[Check] = []

    def whole(
        self, id: str, proves: str, *, remedy: str, severity: Severity = "fault", says: str = ""
    ) -> Callable[[Whole], Whole]:
        """Adds a check that looks at the whole body."""

        def add(function: Whole) -> Whole:
            self.checks.append(Check(id, self.name, proves, severity, remedy, says or id, whole=function))
            return function

        return add

    def each(
        self, id: str, proves: str, *, remedy: str, severity: Severity = "fault", says: str = ""
    ) -> Callable[[Each], Each]:
        """Adds a check that looks at one act at a time."""

        def add(function: Each) -> Each:
            self.checks.append(Check(id, self.name, proves, severity, remedy, says or id, each=function))
            return function

        return add

    def sql(
        self, id: str, proves: str, query: str, *, remedy: str, severity: Severity = "fault", says: str = ""
    ) -> None:
        """Adds a check whose findings are the rows of a query, its columns named as `Found` and its `args`."""
        self.checks.append(
            Check(id, self.name, proves, severity, remedy, says or id, whole=lambda body: body.query(query))
        )


def of_act(act: int, /, **args: object) -> Found:
    """A finding at an act."""
    return Found(act=act, args=args)


def of_effect(effect: int | None, /, **args: object) -> Found:
    """A finding at an effect."""
    return Found(effect=effect, args=args)
