"""What the address of a database says is what its connections do."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from fasti.surroundings import Malformed, database
from tests.engines import server


def test_an_address_is_read() -> None:
    found = database(
        "postgresql://a%40b:c%2Fd@db.example:5433/fasti?sslmode=verify-full&connect_timeout=3&max_age=0"
    )
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "a@b",
        "c/d",
        "db.example",
        5433,
    )
    assert found["CONN_MAX_AGE"] == 0
    assert found["OPTIONS"]["sslmode"] == "verify-full"
    assert found["OPTIONS"]["connect_timeout"] == "3"
    assert "max_age" not in found["OPTIONS"]
    with pytest.raises(Malformed):
        database("postgresql:///fasti?max_age=long")
    with pytest.raises(Malformed):
        database("mysql:///fasti")


@pytest.mark.parametrize(
    ("name", "value"),
    [("FASTI_PARTIALS_FROM", "many"), ("FASTI_PROXIES", "-1"), ("FASTI_DATABASE", "mysql:///fasti"),
     ("FASTI_SMTP", "mail.example")],
)  # fmt: skip
def test_what_is_set_wrongly_is_named(name: str, value: str, tmp_path: pathlib.Path) -> None:
    kept = {key: told for key, told in os.environ.items() if not key.startswith("FASTI_")}
    done = subprocess.run(
        [sys.executable, "-m", "fasti", "unit", "list"], capture_output=True, text=True, check=False,
        env={**kept, "FASTI_HOME": str(tmp_path), name: value},
    )  # fmt: skip
    assert done.returncode == 2
    assert name in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def connection(django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    address = server.address("fasti_settings")
    address += ("&" if "?" in address else "?") + "options=-c%20statement_timeout%3D45s"
    connections.settings["asked"] = {**connections["default"].settings_dict, **database(address)}
    try:
        with django_db_blocker.unblock():
            yield connections["asked"]
    finally:
        connections["asked"].close()
        del connections["asked"]
        del connections.settings["asked"]


@pytest.mark.postgres
def test_a_connection_is_told_what_the_address_says(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for name, value in (("application_name", "fasti"), ("statement_timeout", "45s")):
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone() == (value,)


def test_init_says_that_it_remembers_no_address(tmp_path: pathlib.Path) -> None:
    environment = {**os.environ, "FASTI_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "fasti.settings"}
    environment.pop("FASTI_DATABASE", None)
    command = [sys.executable, "-m", "fasti", "init", "--charter", "template"]
    address = f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}"
    ran = subprocess.run([*command, "--database", address], env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "FASTI_DATABASE" in ran.stdout
    assert not (tmp_path / "fasti.sqlite3").exists()
