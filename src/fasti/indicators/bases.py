"""The tables figures are read from, and their columns: the same in the database and in the column store.

None holds a name. What stands in an effect's data is read as columns of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    "alias": {"person_id": "int64", "stands_for_id": "int64", "on": "date"},
    "unit_span": {"unit_id": "int64", "parent_id": "int64", "kind": "string", **_SPAN},
    "lineage": {"predecessor_id": "int64", "successor_id": "int64", "manner": "string", "on": "date"},
    "membership": {"person_id": "int64", "unit_id": "int64", "stage": "string", **_SPAN},
    "establishment": {"post_id": "int64", "seats": "int64", **_SPAN},
    "tenure": {"person_id": "int64", "post_id": "int64", "manner": "string", **_SPAN},
    "pool_entry": {"person_id": "int64", "post_id": "int64", **_SPAN},
    "completed_topic": {
        "person_id": "int64", "unit_id": "int64", "course": "string", "topic": "string", "provider": "string",
        "starts_on": "date", "opened_by_id": "int64",
    },
    "rating": {"person_id": "int64", "unit_id": "int64", "period": "string", "grade": "string", **_SPAN},
    "unit_rating": {"unit_id": "int64", "period": "string", "grade": "string", **_SPAN},
    "sanction": {"person_id": "int64", "unit_id": "int64", "form": "string", **_SPAN},
    "unit_sanction": {"unit_id": "int64", "form": "string", **_SPAN},
    "return_state": {
        "unit_id": "int64", "form": "string", "period": "string", "state": "string", "version": "int64", **_SPAN,
    },
    "proposal": {
        "unit_id": "int64", "form": "string", "period": "string", "version": "int64", "position": "int64",
        "state": "string", **_SPAN,
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

OF_ACT = {"act": "id", "effect": "act_id", "relation": "act_id", "task": "act_id"}
"""The column that says of which act a row of the record is."""

WITHDRAWS = "withdraws"
CONCRETISES = "concretises"


OF_ITS_ACT = {"signed_on": "date", "act_type": "string", "issuer_id": "int64", "office": "string"}
"""What never changes about an effect's act and post stands beside it in the column store, to save the joins."""


def stored() -> dict[str, dict[str, str]]:
    """Every table of the column store with its columns."""
    effect = {**APPENDED["effect"], **dict.fromkeys(DATA_KEYS, "string"), **OF_ITS_ACT}
    return {**APPENDED, "effect": effect, **REGISTER, **IDENTITIES}


def names(table: str) -> str:
    """The columns of a table of the column store, as SQL of a statement that calls it `t`."""
    return ", ".join(f't."{name}"' for name in stored()[table])


def files(paths: Sequence[str]) -> str:
    """Files of the column store read as one table, as DuckDB's SQL."""
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
    return f"read_parquet([{listed}])"


def numbered(table: str) -> dict[str, str]:
    """The columns of a table of the column store as they are filed: a register's rows with their numbers."""
    return {**stored()[table], "id": "int64"}


def select(table: str, *, vendor: str, since: int | None = None) -> str:
    """The SQL that reads a table from the live database, or its rows after a number in order; days are text."""
    columns = []
    for name, kind in numbered(table).items():
        value = _value(table, name, kind, vendor)
        columns.append(f'{value} AS "{name}"')
    joins = ""
    if table == "effect":
        joins = " JOIN act a ON a.id = t.act_id LEFT JOIN post p ON p.id = t.post_id"
    later = "" if since is None else f" WHERE t.id > {since} ORDER BY t.id"
    return f'SELECT {", ".join(columns)} FROM "{table}" t{joins}{later}'  # nosec B608 - our own names


def _value(table: str, name: str, kind: str, vendor: str) -> str:
    if table == "effect" and name in DATA_KEYS:
        text = f"t.data->>'{name}'" if vendor == "postgresql" else f"json_extract(t.data, '$.{name}')"
        return f"CAST({text} AS TEXT)"
    column = f't."{name}"'
    if table == "effect" and name in OF_ITS_ACT:
        column = {"act_type": "a.type", "office": "p.office"}.get(name, f"a.{name}")
    return f"CAST({column} AS TEXT)" if kind == "date" else column
