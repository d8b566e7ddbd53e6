"""The column store of each test in a folder of its own, and a PostgreSQL beside the test's database."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections

from fasti import charter
from fasti.surroundings import database
from tests.engines import server


@pytest.fixture(autouse=True)
def _own_columns(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture(scope="session")
def vn() -> charter.Pack:
    return charter.load("vn_party")


@pytest.fixture(scope="session")
def postgres_address() -> dict[str, Any]:
    """A database of its own on the server of this process."""
    address = database(server.address("fasti_beside"))
    return {**connections["default"].settings_dict, "OPTIONS": {}, **address}


@pytest.fixture
def postgres(postgres_address: dict[str, Any], django_db_blocker: Any) -> Iterator[str]:
    """The alias of a PostgreSQL database with empty tables."""
    connections.settings["beside"] = {**postgres_address, "CONN_MAX_AGE": 0}
    connection = connections["beside"]
    try:
        with django_db_blocker.unblock():
            call_command("migrate", database="beside", verbosity=0)
            with connection.cursor() as cursor:
                cursor.execute("SET session_replication_role = replica")
                names = connection.introspection.django_table_names(only_existing=True)
                cursor.execute(f"TRUNCATE {', '.join(connection.ops.quote_name(name) for name in names)}")
            yield "beside"
    finally:
        connection.close()
        del connections["beside"]
        del connections.settings["beside"]
