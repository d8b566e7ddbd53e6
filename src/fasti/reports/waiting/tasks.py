"""Tasks due, given to one's unit or to oneself. Whether a task is done is not recorded yet: each says so.

A task waits while its due day is near or not long past; after that the act that gave it is the place to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from fasti.access import acts, people, rights
from fasti.acts.models import Relation, Task
from fasti.reports import act_words
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import HORIZON, MOST, Item, Step, days_late
from fasti.subjects.models import Person

LONGEST_PAST = 180
"""Days after which a task whose outcome nobody records is not shown as waiting any more."""
_LONGEST = 180


def items(asked: Asked) -> Iterator[Item]:
    """Tasks of acts that are seen and stand."""
    found = list(_tasks(asked))
    names = _people(asked, found)
    asked.names.learn(task.act.issuer_id for task in found)
    for task in found:
        due_on = task.due_on
        text = act_words.PERSON.sub(lambda match: names.get(match[1], match[1]), task.text)
        is_mine = task.responsible_id is not None and task.responsible_id == asked.sight.person
        yield Item(
            kind="task",
            key=f"task:{task.id}",
            what=text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…",
            why=asked.say("waiting-task-why", act=task.act.symbol, whose="mine" if is_mine else "unit"),
            unit=task.unit.code,
            article=f"{task.act.symbol}, {asked.unit(task.act.issuer.code)}",
            due_on=due_on,
            since=None,
            days_late=days_late(due_on, asked.day),
            step=Step("task", "act", {"id": str(task.act_id)}),
        )


def _tasks(asked: Asked) -> QuerySet[Task]:
    first, last = asked.day - timedelta(days=LONGEST_PAST), asked.day + timedelta(days=HORIZON)
    mine = Q(responsible=asked.sight.person) if asked.sight.person else Q(pk__in=())
    if asked.place is not None and asked.sight.may(rights.DRAFT, asked.place.unit):
        mine |= Q(unit__in=asked.place.own, level="")
        mine |= Q(unit__in=[*asked.place.above, asked.place.unit], level=asked.place.level)
    withdrawn = Relation.objects.filter(kind="withdraws", target=OuterRef("act_id"))
    due = Task.objects.filter(mine, ~Exists(withdrawn), due_on__gte=first, due_on__lte=last)
    seen = acts.restrict(due, asked.sight, "act")
    return seen.select_related("act__issuer", "unit").order_by("due_on", "id")[:MOST]


def _people(asked: Asked, tasks: list[Task]) -> dict[str, str]:
    """The names of the persons that texts name, of those who are seen."""
    codes = {code for task in tasks for code in act_words.PERSON.findall(task.text)}
    found = list(Person.objects.filter(code__in=codes)) if codes else []
    seen = people.seen_among(asked.sight, [person.id for person in found])
    return {person.code: act_words.displayed(person, asked.lang) for person in found if person.id in seen}
