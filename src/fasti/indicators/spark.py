"""Spark over the files of the column store, for bodies that outgrow one machine: the same tables, the same questions,
and the same answers.

The files stand on storage that every machine of the cluster has under the same path. Only SQL is sent to the cluster,
so its workers need no Python and nothing of ours. PySpark and Java are looked for when Spark is first asked.
"""

from __future__ import annotations

import atexit
import importlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from django.conf import settings

from fasti.indicators import bases, columns, figures

LOCAL = "local[*]"
"""Where nothing is said: all cores of this machine."""
_SETTINGS = {
    # Identifiers are quoted as in the other engines' SQL, days have no zone.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.session.timeZone": "UTC",
}
_ALONE = {
    "spark.app.name": "fasti",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
"""Where `spark-submit` did not start us, which says such things itself."""
_SMALL = {"spark.sql.shuffle.partitions": "4"}
"""On one machine: more parts than cores would mostly be empty."""
_TYPES = {"int64": "BIGINT", "string": "STRING", "date": "DATE"}


class Tables:
    """The tables of one state of the store, as views of a session of its own."""

    def __init__(self, store: columns.Store) -> None:
        self._session = _session().newSession()
        for table in store.files:
            self._view(f"all_{table}", store.paths(table), bases.numbered(table))
            if gone := store.gone_paths(table):
                self._view(f"gone_{table}", gone, {"id": "int64"})
            self._session.sql(_rows(store, table)).createOrReplaceTempView(table)

    def run(self, sql: str) -> Mapping[str, Any]:
        """What a statement gives, as columns by name."""
        found = self._session.sql(sql).toArrow()
        return {name: _array(found.column(name)) for name in found.column_names}

    def lay(self, table: str, rows: Mapping[int, int]) -> None:
        """Put one of `bases.DEAD` beside the tables."""
        sides = (pa.array(list(rows.keys()), pa.int64()), pa.array(list(rows.values()), pa.int64()))
        made = pa.table(dict(zip(bases.DEAD[table], sides, strict=True)))
        self._session.createDataFrame(made).createOrReplaceTempView(table)

    def _view(self, name: str, paths: Sequence[str], shape: Mapping[str, str]) -> None:
        """The files as a view. Their columns are told: finding them out would take a run over the cluster each time."""
        files = [Path(path).as_uri() for path in paths]
        told = ", ".join(f"`{column}` {_TYPES[kind]}" for column, kind in shape.items())
        self._session.read.schema(told).parquet(*files).createOrReplaceTempView(name)


def _session() -> Any:
    """The session of this process: of `spark-submit` if that started it, else at `FASTI_SPARK`."""
    try:
        builder = importlib.import_module("pyspark.sql").SparkSession.builder
        for name, value in _told().items():
            builder = builder.config(name, value)
        found = builder.getOrCreate()
        atexit.unregister(
            found.stop
        )  # Once is enough; and else workers that end after us complain at length.
        atexit.register(found.stop)
        return found
    except (ImportError, RuntimeError) as absent:
        message = f"Spark cannot be asked: PySpark or Java is missing here ({absent})."
        raise figures.CannotCompute("engine-absent", message, engine="spark") from absent


def _told() -> dict[str, str]:
    """What the session is told."""
    if "PYSPARK_GATEWAY_PORT" in os.environ:
        return _SETTINGS
    master = settings.SPARK or LOCAL
    small = _SMALL if master.startswith("local") else {}
    return {**_SETTINGS, **_ALONE, **small, "spark.master": master}


def _rows(store: columns.Store, table: str) -> str:
    """The rows of a table in one state of the store, as Spark's SQL."""
    left = f" LEFT ANTI JOIN gone_{table} g ON t.id = g.id" if store.gone_paths(table) else ""
    of_act = bases.OF_ACT.get(table)
    where = f" WHERE t.{of_act} <= {store.last_act}" if of_act else ""
    return f"SELECT {bases.names(table)} FROM all_{table} t{left}{where}"  # nosec B608 - our own names


def _array(column: Any) -> Any:
    """A column as NumPy's; one with gaps holds Python's values and None."""
    if column.null_count or not pa.types.is_integer(column.type):
        found = np.empty(len(column), object)
        found[:] = column.to_pylist()
        return found
    return column.to_numpy().astype(np.int64)
