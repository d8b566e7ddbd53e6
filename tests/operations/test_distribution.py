"""Each table that grows has a distribution key, and a write stays on one key but where it must not, by name.

Everything that was ever decided in the body that is lived in is issued once more, act by act; after each, whatever rows
came, went or changed are looked up by their keys.
"""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from fasti import models
from fasti.operations import draft_act, issue_act
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit
from tests import cast, lived_in

Rows = dict[tuple[str, int], tuple[object, ...]]
CENTRE = "GLK"

MUST_CROSS = {
    "the centre": "what the centre decides about others is kept with those it is about",
}
"""The writes that touch several keys, by who makes them, and why each must."""


def tables() -> dict[str, type[Model]]:
    return {str(each._meta.db_table): each for each in apps.get_app_config("fasti").get_models()}


def test_every_table_names_its_key() -> None:
    assert set(tables()) == {*models.KEYS, *models.EVERYWHERE}
    assert not set(models.KEYS) & set(models.EVERYWHERE)
    for table, ways in models.KEYS.items():
        for way in ways:
            tables()[table]._default_manager.values_list(way)  # each way is one that the models know


def rows() -> Rows:
    """Every row of every table, by table and number."""
    return {
        (table, row[0]): row
        for table, model in tables().items()
        for row in model._default_manager.values_list("pk", *(f.attname for f in model._meta.concrete_fields))
    }


def keys() -> dict[tuple[str, int], str]:
    """The key of every row: the code of a top unit, or of the centre."""
    top = tops()
    found: dict[tuple[str, int], str] = {}
    for table, ways in models.KEYS.items():
        for way in reversed(ways):
            order = way.removesuffix("unit") + "id" if way.endswith("effects__unit") else "pk"
            pairs = tables()[table]._default_manager.order_by(f"-{order}").values_list("pk", way)
            found |= {(table, pk): top[unit] for pk, unit in pairs if unit is not None}
    return found


def tops() -> dict[int, str]:
    """For each unit the one beneath the centre above it on its first day; the centre's own stand with the centre."""
    codes = dict(Unit.objects.values_list("id", "code"))
    above: dict[int, int | None] = {}
    for unit, parent in UnitSpan.objects.order_by("-starts_on").values_list("unit_id", "parent_id"):
        above[unit] = parent
    is_organ = {"COUNCIL"}

    def top(unit: int) -> str:
        parent = above.get(unit)
        if parent is None or codes[unit] in is_organ:
            return CENTRE
        return codes[unit] if codes[parent] == CENTRE else top(parent)

    return {unit: top(unit) for unit in codes}


@pytest.mark.usefixtures("db")
def test_no_write_crosses_two_keys_but_those_that_must() -> None:
    cast.found_guild()
    seen = Seen()
    crossing: dict[str, list[str]] = {}
    num = 0
    for content in lived_in.acts():
        day = content["signed_on"]
        draft = draft_act.draft(content, drafted_at=cast.at(day, 9), actor="test")
        drafted = seen.touched()
        issue_act.issue([content], pack=cast.pack(), recorded_at=cast.at(day), actor="test", draft=draft.id)
        assert len(drafted) == 1, content["title"]
        for keys in (drafted, seen.touched()):
            num += 1
            if len(keys) > 1:
                by = (
                    "the centre"
                    if content["issuer"] == "COUNCIL"
                    else f"{content['issuer']}: {content['title']}"
                )
                crossing.setdefault(by, []).append(content["title"])
    assert set(crossing) == set(MUST_CROSS), crossing
    assert num > 2 * len(crossing["the centre"]) > 0


class Seen:
    """The rows of the body as they were when it was last looked at."""

    def __init__(self) -> None:
        self._rows, self._keys = rows(), keys()

    def touched(self) -> set[str]:
        """The keys of the rows that came, went or changed since; the one row that is everywhere apart."""
        before, old = self._rows, self._keys
        self._rows, self._keys = rows(), keys()
        places = before.keys() | self._rows.keys()
        changed = {place for place in places if before.get(place) != self._rows.get(place)}
        of = {**old, **self._keys}
        return {of.get(place, CENTRE) for place in changed if place[0] not in models.EVERYWHERE}
