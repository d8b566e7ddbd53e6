"""The tables figures are read from, and their columns: the same in the database and in the column store.

None holds a name. What stands in an effect's data is read as columns of their own.
"""

from __future__ import annotations

APPENDED = {
    "act": {
        "id": "int64", "issuer_id": "int64", "type": "string", "signed_on": "date", "in_force_on": "date",
        "form": "string", "period": "string",
    },
    "effect": {
        "id": "int64", "act_id": "int64", "ordinal": "int64", "kind": "string", "on": "date", "unit_id": "int64",
        "person_id": "int64", "post_id": "int64", "voids_id": "int64",
    },
    "relation": {"id": "int64", "act_id": "int64", "kind": "string", "target_id": "int64"},
    "task": {
        "id": "int64", "act_id": "int64", "ordinal": "int64", "group": "string", "unit_id": "int64",
        "responsible_id": "int64", "due_on": "date",
    },
}  # fmt: skip
"""The written record: rows are added with rising ids and never changed."""

DATA_KEYS = ("reason", "work", "category", "course")
"""The keys of an effect's data that figures may be counted by."""

_SPAN = {"starts_on": "date", "ends_before": "date", "opened_by_id": "int64", "closed_by_id": "int64"}
REGISTER = {
    "unit_span": {"unit_id": "int64", "parent_id": "int64", "kind": "string", **_SPAN},
    "lineage": {"predecessor_id": "int64", "successor_id": "int64", "on": "date"},
    "membership": {"person_id": "int64", "unit_id": "int64", "stage": "string", **_SPAN},
    "establishment": {"post_id": "int64", "seats": "int64", **_SPAN},
    "tenure": {"person_id": "int64", "post_id": "int64", "manner": "string", **_SPAN},
    "pool_entry": {"person_id": "int64", "post_id": "int64", **_SPAN},
    "completed_topic": {
        "person_id": "int64", "unit_id": "int64", "course": "string", "topic": "string", "provider": "string",
        "starts_on": "date", "opened_by_id": "int64",
    },
    "vacancy": {"post_id": "int64", **_SPAN},
}  # fmt: skip
"""The register: folded again whenever an act is recorded."""

IDENTITIES = {
    "unit": {"id": "int64", "code": "string"},
    "post": {"id": "int64", "unit_id": "int64", "office": "string"},
    "person": {"id": "int64", "sex": "string", "born_on": "date"},
}

DEAD = {
    "dead_effect": {"effect_id": "int64", "voided_by": "int64"},
    "dead_act": {"act_id": "int64", "withdrawn_by": "int64"},
}
"""Put beside the others by the engine: what no longer stands, and the act that says so."""

WITHDRAWS = "withdraws"
CONCRETISES = "concretises"


def stored() -> dict[str, dict[str, str]]:
    """Every table of the column store with its columns."""
    effect = {**APPENDED["effect"], **dict.fromkeys(DATA_KEYS, "string")}
    return {**APPENDED, "effect": effect, **REGISTER, **IDENTITIES}


def select(table: str, *, vendor: str, where: str = "", order: str = "") -> str:
    """The SQL that reads a table from the live database, days as text and keys of data as columns."""
    data = DATA_KEYS if table == "effect" else ()
    columns = [_column(name, kind, vendor, data) for name, kind in stored()[table].items()]
    return f'SELECT {", ".join(columns)} FROM "{table}"{where}{order}'


def _column(name: str, kind: str, vendor: str, data: tuple[str, ...]) -> str:
    if name in data:
        text = f"data->>'{name}'" if vendor == "postgresql" else f"json_extract(data, '$.{name}')"
        return f'CAST({text} AS TEXT) AS "{name}"'
    return f'CAST("{name}" AS TEXT) AS "{name}"' if kind == "date" else f'"{name}"'
